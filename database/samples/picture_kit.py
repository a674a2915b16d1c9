"""What the pictures of the sample are built from: light, land, water, city and people, drawn in one palette."""

import itertools
import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
WIDE: Final = 184.0
HIGH: Final = 108.0
"""The canvas in its own units; one unit is ten pixels of the finished picture."""
_PIXELS: Final = 10
_FINER: Final = 2
"""Drawn at twice the size and scaled down, so that edges are smooth."""

NIGHT, FOREST, PINE, LEAF = "#081F1A", "#0B3D2E", "#14573F", "#1F8A5B"
JADE, SAGE, MINT, PAPER = "#53AE84", "#94CDB1", "#CFEFE0", "#FFF8EC"
INK, LANTERN, HONEY, SAND = "#10201A", "#F2A900", "#FFD166", "#F3E3BF"
BRICK, INDIGO, RIVER, CLAY = "#8E1F28", "#2B2F77", "#4C9DD2", "#C96F4A"


def rgb(colour: str) -> tuple[int, int, int]:
    """Return #RRGGBB as three numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """Return the colour that lies `share` of the way from one to the other."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def way(text: str) -> list[Point]:
    """Return points written as numbers in a row: "x y  x y  x y"."""
    numbers = [float(number) for number in text.split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 8) -> list[Point]:
    """Return the points of a curve that goes softly through all the given ones."""
    count = len(points)
    padded = [
        *(points[-1:] if closed else points[:1]),
        *points,
        *(points[:2] if closed else points[-1:]),
    ]
    curve: list[Point] = []
    for k in range(count if closed else count - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = padded[k : k + 4]
        for step in range(steps):
            t = step / steps
            a, b = t * (t * (2 - t) - 1) / 2, (t * t * (3 * t - 5) + 2) / 2
            c, d = t * (t * (4 - 3 * t) + 1) / 2, t * t * (t - 1) / 2
            curve.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return curve if closed else [*curve, points[-1]]


def around(x: float, y: float, rx: float, ry: float, start: float = 0, end: float = 360) -> list[Point]:
    """Return points on an ellipse from one angle to another, clockwise from the right."""
    steps = max(6, round(abs(end - start) / 6))
    turns = (math.radians(start + (end - start) * k / steps) for k in range(steps + 1))
    return [(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns]


class Picture:
    """A picture in the making. Lengths are units of the canvas; everything goes from back to front."""

    def __init__(self, seed: int, top: str, bottom: str) -> None:
        """Start with a sky from one colour at the top to another at the bottom."""
        self.dice = random.Random(seed)  # noqa: S311 - the same picture every time
        self.unit = _PIXELS * _FINER
        self.size = (round(WIDE * self.unit), round(HIGH * self.unit))
        self.image = Image.new("RGB", self.size, bottom)
        self._frame = (float(self.unit), 0.0, 0.0, float(self.unit), 0.0, 0.0)
        self._scale = float(self.unit)
        self._fill_between(Image.new("L", self.size, 255), (0, 0), top, bottom)

    @contextmanager
    def placed(self, x: float, y: float, size: float = 1, *, turn: float = 0, flip: bool = False) -> Iterator[None]:
        """Draw around a point of its own: larger or smaller, turned by degrees, mirrored."""
        before, scale = self._frame, self._scale
        cos, sin = size * math.cos(math.radians(turn)), size * math.sin(math.radians(turn))
        side = -1 if flip else 1
        a, b, c, d, e, f = before
        self._frame = (
            (a * cos + c * sin) * side,
            (b * cos + d * sin) * side,
            c * cos - a * sin,
            d * cos - b * sin,
            a * x + c * y + e,
            b * x + d * y + f,
        )
        self._scale = scale * size
        yield
        self._frame, self._scale = before, scale

    @contextmanager
    def inside(self, points: Sequence[Point]) -> Iterator[None]:
        """Let what is drawn show only within a polygon, as through a window."""
        before = self.image.copy()
        mask = Image.new("L", self.size)
        ImageDraw.Draw(mask).polygon(self._pixels(points), fill=255)
        yield
        self.image = Image.composite(self.image, before, mask)

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        a, b, c, d, e, f = self._frame
        return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]

    def _upright(self) -> bool:
        return self._frame[1] == self._frame[2] == 0

    def _corners(self, x: float, y: float, x2: float, y2: float) -> tuple[float, float, float, float]:
        (left, top), (right, low) = self._pixels([(x, y), (x2, y2)])
        return min(left, right), min(top, low), max(left, right), max(top, low)

    def shape(self, points: Sequence[Point], top: str, bottom: str | None = None) -> None:
        """Fill a polygon, from one colour at its top to another at its foot."""
        scaled = self._pixels(points)
        if bottom is None:
            ImageDraw.Draw(self.image).polygon(scaled, fill=top)
            return
        left, high = (math.floor(max(0, min(it[axis] for it in scaled))) for axis in (0, 1))
        right, low = (math.ceil(min(self.size[axis], max(it[axis] for it in scaled))) for axis in (0, 1))
        if right <= left or low <= high:
            return
        mask = Image.new("L", (right - left, low - high))
        ImageDraw.Draw(mask).polygon([(x - left, y - high) for x, y in scaled], fill=255)
        self._fill_between(mask, (left, high), top, bottom)

    def blob(self, points: Sequence[Point], top: str, bottom: str | None = None) -> None:
        """Fill a shape with a soft outline."""
        self.shape(smooth(points, closed=True), top, bottom)

    def veil(self, points: Sequence[Point], colour: str, strength: float) -> None:
        """Lay a colour over a polygon that lets what is below shine through: a shadow, glass, haze."""
        scaled = self._pixels(points)
        left, high = (math.floor(max(0, min(it[axis] for it in scaled))) for axis in (0, 1))
        right, low = (math.ceil(min(self.size[axis], max(it[axis] for it in scaled))) for axis in (0, 1))
        if right <= left or low <= high:
            return
        mask = Image.new("L", (right - left, low - high))
        ImageDraw.Draw(mask).polygon([(x - left, y - high) for x, y in scaled], fill=round(255 * strength))
        self.image.paste(Image.new("RGB", mask.size, colour), (left, high), mask)

    def _fill_between(self, mask: Image.Image, at: tuple[int, int], top: str, bottom: str) -> None:
        blend = Image.linear_gradient("L").resize(mask.size)
        colours = Image.composite(Image.new("RGB", mask.size, bottom), Image.new("RGB", mask.size, top), blend)
        self.image.paste(colours, at, mask)

    def box(self, x: float, y: float, wide: float, high: float, top: str, bottom: str | None = None) -> None:
        """Fill a rectangle."""
        self.shape([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], top, bottom)

    def card(self, x: float, y: float, wide: float, high: float, r: float, colour: str) -> None:
        """Fill a rectangle with round corners."""
        if self._upright():
            box = self._corners(x, y, x + wide, y + high)
            ImageDraw.Draw(self.image).rounded_rectangle(box, r * self._scale, fill=colour)
            return
        right, low = x + wide - r, y + high - r
        rounds = ((right, low, 0), (x + r, low, 90), (x + r, y + r, 180), (right, y + r, 270))
        self.shape([it for cx, cy, turn in rounds for it in around(cx, cy, r, r, turn, turn + 90)], colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: str) -> None:
        """Fill an ellipse around a point."""
        if self._upright():
            ImageDraw.Draw(self.image).ellipse(self._corners(x - rx, y - ry, x + rx, y + ry), fill=colour)
        else:
            self.shape(around(x, y, rx, ry), colour)

    def disc(self, x: float, y: float, r: float, colour: str) -> None:
        """Fill a circle."""
        self.oval(x, y, r, r, colour)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line with round joints."""
        thick = max(1, round(width * self._scale))
        ImageDraw.Draw(self.image).line(self._pixels(points), fill=colour, width=thick, joint="curve")

    def limb(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line with round ends."""
        self.line(points, colour, width)
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)

    def curve(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line with round ends that goes softly through the points."""
        soft = smooth(points)
        self.line(soft, colour, width)
        for x, y in soft:
            self.disc(x, y, width / 2, colour)

    def dots(self, points: Sequence[Point], colour: str, r: float, gap: float) -> None:
        """Draw a dotted line that goes softly through the points."""
        left = 0.0
        curve = smooth(points, steps=24)
        for (x, y), (x2, y2) in itertools.pairwise(curve):
            left -= math.hypot(x2 - x, y2 - y)
            if left <= 0:
                self.disc(x, y, r, colour)
                left += gap

    def ring(self, x: float, y: float, rx: float, ry: float, colour: str, width: float) -> None:
        """Draw an ellipse as a line."""
        if self._upright():
            box = self._corners(x - rx, y - ry, x + rx, y + ry)
            ImageDraw.Draw(self.image).ellipse(box, outline=colour, width=max(1, round(width * self._scale)))
        else:
            self.line(around(x, y, rx - width / 2, ry - width / 2), colour, width)

    def arc(self, x: float, y: float, r: float, start: float, end: float, colour: str, width: float) -> None:
        """Draw a part of a circle, from one angle to another, clockwise from the right."""
        if self._upright() and self._frame[0] > 0:
            box = self._corners(x - r, y - r, x + r, y + r)
            ImageDraw.Draw(self.image).arc(box, start, end, fill=colour, width=max(1, round(width * self._scale)))
        else:
            past = end if end > start else end + 360
            self.line(around(x, y, r - width / 2, r - width / 2, start, past), colour, width)

    def glow(self, x: float, y: float, rx: float, colour: str, strength: float, ry: float = 0) -> None:
        """Let light fall around a point; a dark colour makes a soft shadow."""
        across, down = round(2 * rx * self._scale), round(2 * (ry or rx) * self._scale)
        fall = Image.radial_gradient("L").point(
            [round(strength * max(0, 255 - v * 1.42) ** 1.5 / 16) for v in range(256)]
        )
        mask = fall.resize((max(1, across), max(1, down)))
        ((px, py),) = self._pixels([(x, y)])
        self.image.paste(Image.new("RGB", mask.size, colour), (round(px - across / 2), round(py - down / 2)), mask)

    def cone(self, points: Sequence[Point], colour: str, strength: float) -> None:
        """Let a beam fall that fades towards its lower end."""
        mask = Image.new("L", self.size)
        scaled = self._pixels(points)
        ImageDraw.Draw(mask).polygon(scaled, fill=255)
        top, low = (round(pick(y for _, y in scaled)) for pick in (min, max))
        fade = Image.new("L", self.size)
        ramp = Image.linear_gradient("L").transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        fade.paste(ramp.resize((self.size[0], low - top)).point([round(v * strength) for v in range(256)]), (0, top))
        self.image.paste(Image.new("RGB", self.size, colour), (0, 0), ImageChops.multiply(mask, fade))

    def sun(self, x: float, y: float, r: float, line: str, *, rings: int = 9, colour: str = LANTERN) -> None:
        """Hang the lantern in the sky, with the rings that go out from it."""
        self.glow(x, y, r * 5, HONEY, 0.5)
        for ring in range(rings, 0, -1):
            away = r + 3.2 * ring * (1 + 0.05 * ring)
            self.ring(x, y, away, away, line, 0.14)
        self.disc(x, y, r, colour)
        for share in (0.35, 0.72):
            self.ring(x, y, r * share, r, mix(colour, "#9A5B00", 0.35), 0.16)
        for share in (-0.5, 0.0, 0.5):
            half = r * math.sqrt(1 - share**2)
            self.line([(x - half, y + r * share), (x + half, y + r * share)], mix(colour, "#9A5B00", 0.35), 0.16)

    def ridge(self, y: float, height: float, top: str, bottom: str, *, waves: float = 1.6) -> None:
        """Lay a range of hills across the picture."""
        shifts = [self.dice.uniform(0, 2 * math.pi) for _ in range(3)]
        crest = []
        for step in range(93):
            x = step * 2
            t = x / WIDE * 2 * math.pi * waves
            rise = math.sin(t + shifts[0]) + 0.5 * math.sin(2.1 * t + shifts[1]) + 0.25 * math.sin(4.3 * t + shifts[2])
            crest.append((x, y - height * (0.5 + rise / 3.5)))
        self.shape([*crest, (WIDE, HIGH), (0, HIGH)], top, bottom)

    def terraces(self, y: float, count: int, colours: tuple[str, str], lit: float = 0.06) -> None:
        """Step rice terraces down towards the viewer, with dykes and a few paddies that hold the light."""
        shift = self.dice.uniform(0, 6)
        depth = HIGH - y
        for step in range(count):
            near = step / count
            base = y + depth * near**1.35
            deep = depth * ((step + 1) / count) ** 1.35 - depth * near**1.35
            colour = mix(*colours, near)

            def edge(x: float, base: float = base, near: float = near) -> float:
                return base + (2 + 5 * near) * (
                    math.sin(x / 23 + shift + near * 2.6) + 0.5 * math.sin(x / 11 + 2 * shift + near * 4)
                )

            crest = [(x * 2.0, edge(x * 2.0)) for x in range(93)]
            self.shape([*crest, (WIDE, HIGH), (0, HIGH)], mix(colour, INK, 0.12), colour)
            x = -self.dice.uniform(0, 9)
            while x < WIDE:
                wide = self.dice.uniform(5, 12) * (0.6 + near)
                if self.dice.random() < lit * 3.5:
                    fill = HONEY if self.dice.random() < 0.3 else mix(colour, PAPER, 0.3)
                    upper = [(x + wide * k / 6, edge(x + wide * k / 6) + 0.45) for k in range(7)]
                    lower = [(px - 0.8, py + deep * 0.62) for px, py in reversed(upper)]
                    self.shape([*upper, *lower], mix(fill, colour, 0.15), mix(fill, colour, 0.6))
                x += wide
            self.line(crest, mix(colour, PAPER, 0.34), 0.22)

    def skyline(self, y: float, tallest: float, colour: str, foot: str, *, lit: str = "", chance: float = 0.2) -> None:
        """Stand a city on a line, with lit windows if a colour for them is given."""
        x = -3.0
        while x < WIDE:
            wide = self.dice.uniform(4, 10)
            middle = 1 - abs(x - WIDE * 0.55) / WIDE
            high = tallest * middle * self.dice.uniform(0.35, 1)
            self.box(x, y - high, wide - 0.5, high, colour, foot)
            if self.dice.random() < 0.25:
                self.line([(x + wide / 2, y - high), (x + wide / 2, y - high - 4)], colour, 0.25)
            if lit:
                self.windows(x + 0.8, y - high + 1.2, wide - 2, high - 2, lit, chance)
            x += wide

    def windows(self, x: float, y: float, wide: float, high: float, colour: str, chance: float) -> None:
        """Light some of the windows of a front."""
        for row in range(int(high / 2.1)):
            for column in range(int(wide / 1.6)):
                if self.dice.random() < chance:
                    self.box(x + column * 1.6, y + row * 2.1, 0.9, 1.2, mix(colour, PAPER, self.dice.uniform(0, 0.3)))

    def water(self, y: float, top: str, bottom: str, light: str, *, centre: float = 92, low: float = HIGH) -> None:
        """Spread water from a line down, with the light that lies on it below a centre."""
        self.box(0, y, WIDE, low - y, top, bottom)
        for _ in range(150):
            down = self.dice.random() ** 1.5
            at = y + 0.6 + (low - y - 1) * down
            near = self.dice.gauss(centre, 10 + 16 * down) if self.dice.random() < 0.6 else self.dice.uniform(0, WIDE)
            half = self.dice.uniform(0.8, 3 + 6 * down)
            shine = mix(mix(top, bottom, down), light, self.dice.uniform(0.15, 0.75))
            thick = 0.14 + 0.35 * down
            self.shape([(near - half, at), (near, at - thick), (near + half, at), (near, at + thick)], shine)

    def tree(self, x: float, y: float, r: float, colour: str = LEAF) -> None:
        """Plant a round tree."""
        self.glow(x, y, r * 1.7, NIGHT, 0.5, r * 0.35)
        self.line([(x, y), (x, y - r * 1.8)], mix(colour, INK, 0.65), r * 0.2)
        for dx, dy, share in ((-0.62, -1.55, 0.72), (0.62, -1.6, 0.7), (0, -2.15, 0.95)):
            self.disc(x + dx * r, y + dy * r, r * share, mix(colour, INK, 0.25))
            self.disc(x + (dx - 0.12) * r, y + (dy - 0.12) * r, r * share * 0.82, colour)
            self.disc(x + (dx - 0.28) * r, y + (dy - 0.3) * r, r * share * 0.4, mix(colour, MINT, 0.28))

    def house(self, x: float, y: float, wide: float, high: float, wall: str, roof: str, *, lit: bool = True) -> None:
        """Put up a narrow house of the old quarter: tiled roof, shutters, balcony, awning."""
        self.box(x, y - high, wide, high, wall, mix(wall, INK, 0.16))
        self.box(x + wide * 0.9, y - high, wide * 0.1, high, mix(wall, INK, 0.18))
        self.shape([(x - 0.8, y - high), (x + wide / 2, y - high - wide * 0.42), (x + wide + 0.8, y - high)], roof)
        self.line([(x - 0.8, y - high), (x + wide + 0.8, y - high)], mix(roof, INK, 0.4), 0.5)
        for floor in range(1, int(high / 8)):
            for side in (0.14, 0.56):
                glass = HONEY if lit and self.dice.random() < 0.5 else mix(wall, FOREST, 0.8)
                left, top = x + wide * side, y - high + 2.4 + (floor - 1) * 8
                self.box(left, top, wide * 0.28, 4.6, mix(glass, PAPER, 0.2), glass)
                self.line([(left + wide * 0.14, top), (left + wide * 0.14, top + 4.6)], mix(wall, FOREST, 0.6), 0.22)
            self.box(x + 0.6, y - high + 7.4 + (floor - 1) * 8, wide - 1.2, 0.5, mix(wall, INK, 0.45))
        self.box(x + wide * 0.16, y - 6, wide * 0.68, 6, mix(roof, INK, 0.45))
        for strip in range(6):
            colour = PAPER if strip % 2 else roof
            self.box(x + wide * (0.06 + 0.147 * strip), y - 7.6, wide * 0.15, 2.3, colour, mix(colour, INK, 0.2))

    def street(
        self, y: float, walls: Sequence[str], roofs: Sequence[str], *, tall: float = 30, lit: bool = True
    ) -> None:
        """Put up a row of houses across the picture."""
        x, index = -4.0, 0
        while x < WIDE:
            wide, high = self.dice.uniform(12, 17), tall * self.dice.uniform(0.68, 1)
            self.house(x, y, wide, high, walls[index % len(walls)], roofs[index % len(roofs)], lit=lit)
            x, index = x + wide + 0.4, index + 1

    def person(self, x: float, y: float, tall: float, colour: str, *, hat: bool = False, skin: str = "#E3B48C") -> None:
        """Stand a person on a point, with a conical hat if asked."""
        self.glow(x, y, tall * 0.4, NIGHT, 0.7, tall * 0.07)
        for leg in (-0.07, 0.07):
            self.line([(x + leg * tall, y), (x + leg * tall, y - tall * 0.4)], mix(colour, INK, 0.65), tall * 0.09)
        self.card(x - tall * 0.15, y - tall * 0.78, tall * 0.3, tall * 0.46, tall * 0.12, colour)
        self.line(
            [(x + 0.13 * tall, y - 0.7 * tall), (x + 0.23 * tall, y - 0.42 * tall)], mix(colour, INK, 0.2), tall * 0.07
        )
        self.disc(x, y - tall * 0.88, tall * 0.105, skin)
        if hat:
            self.shape(
                [(x - tall * 0.27, y - tall * 0.86), (x, y - tall * 1.08), (x + tall * 0.27, y - tall * 0.86)],
                SAND,
                "#D8BE83",
            )
        else:
            self.arc(x, y - tall * 0.89, tall * 0.115, 175, 365, INK, tall * 0.06)

    def panel(self, corner: Point, across: Point, down: Point, cells: tuple[int, int]) -> None:
        """Lay a solar panel: a corner, the way along it, the way down it, and how many cells each way."""
        (x, y), (ax, ay), (dx, dy) = corner, across, down
        self.shape([(x, y), (x + ax, y + ay), (x + ax + dx, y + ay + dy), (x + dx, y + dy)], "#274B87", INDIGO)
        for row in range(cells[0] + 1):
            s = row / cells[0]
            self.line([(x + ax * s, y + ay * s), (x + ax * s + dx, y + ay * s + dy)], "#9CC4E4", 0.16)
        for row in range(cells[1] + 1):
            s = row / cells[1]
            self.line([(x + dx * s, y + dy * s), (x + ax + dx * s, y + ay + dy * s)], "#9CC4E4", 0.16)
        self.shape(
            [(x, y), (x + ax * 0.3, y + ay * 0.3), (x + ax * 0.12 + dx, y + ay * 0.12 + dy), (x + dx, y + dy)],
            "#4A78B5",
        )

    def finished(self) -> Image.Image:
        """Return the picture at its size, darker towards its edges and with a fine grain."""
        final = self.image.resize((round(WIDE * _PIXELS), round(HIGH * _PIXELS)), Image.Resampling.LANCZOS)
        edge = Image.radial_gradient("L").resize(final.size).point([max(0, v - 110) // 3 for v in range(256)])
        final.paste(Image.new("RGB", final.size, NIGHT), (0, 0), edge)
        tile = Image.frombytes(
            "L", (460, 270), bytes(128 + round(max(-9, min(9, self.dice.gauss(0, 2.6)))) for _ in range(460 * 270))
        )
        grain = tile.resize(final.size, Image.Resampling.BICUBIC)
        return ImageChops.add(final, Image.merge("RGB", (grain,) * 3), 1, -128)
