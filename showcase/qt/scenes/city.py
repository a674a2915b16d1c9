"""The city: towers, the Long Bien bridge with its train, tube houses, trees, and the Turtle Tower on its lake."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from showcase.qt import inks
from showcase.qt.scenes.pen import Chance, Pen, Point, dome


class Towers(NamedTuple):
    """How the towers of a skyline are: widths, inks, which tops they may have, and how many windows are lit."""

    fill: str
    windows: str = ""
    narrow: float = 38
    wide: float = 88
    tops: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6, 7, 8)
    plants: str = ""
    lit: float = 0
    light: str = inks.GLOW


class Palette(NamedTuple):
    """The inks of a house."""

    wall: str
    trim: str
    shutter: str
    roof: str
    glass: str


DUSK: Final = (
    Palette(inks.STRAW, inks.BAMBOO, inks.PINE, inks.BAMBOO, inks.PINE),
    Palette(inks.SPROUT, inks.MOSS, inks.FOREST, inks.FOREST, inks.PINE),
    Palette(inks.RICE, inks.STRAW, inks.LEAF, inks.PINE, inks.FOREST),
    Palette(inks.MOSS, inks.PINE, inks.MINT, inks.FOREST, inks.NIGHT),
    Palette(inks.MINT, inks.JADE, inks.LEAF, inks.MOSS, inks.PINE),
    Palette(inks.JADE, inks.LEAF, inks.FOREST, inks.PINE, inks.MOSS),
)
DAY: Final = (
    Palette(inks.STRAW, "#C9AE72", inks.MOSS, inks.PINE, inks.PINE),
    Palette(inks.SPROUT, inks.LEAF, inks.FOREST, inks.FOREST, inks.PINE),
    Palette(inks.PAPER, inks.STRAW, inks.LEAF, inks.MOSS, inks.FOREST),
    Palette(inks.LEAF, inks.MOSS, inks.MINT, inks.FOREST, inks.FOREST),
    Palette(inks.MINT, inks.JADE, inks.LEAF, inks.MOSS, inks.PINE),
    Palette(inks.RICE, inks.STRAW, inks.PINE, inks.LEAF, inks.PINE),
)


class Street(NamedTuple):
    """A row of houses: how high and wide they may be, their palettes, and how many windows are lit."""

    palettes: Sequence[Palette]
    low: float = 120
    high: float = 230
    narrow: float = 56
    wide: float = 92
    lit: float = 0.35
    shop: str = inks.PINE


def skyline(
    pen: Pen, left: float, right: float, base: float, seed: int, height: Callable[[float], float], look: Towers
) -> None:
    """Draw towers from left to right that overlap a little, never the same top twice running.

    Args:
        pen: what draws.
        left: where it begins.
        right: where it ends.
        base: the ground.
        seed: of chance.
        height: how high towers may be at a share of the way.
        look: of the towers.
    """
    chance = Chance(seed)
    x, last = left, -1
    while x < right:
        width = look.narrow + chance() * (look.wide - look.narrow)
        tall = height((x + width / 2 - left) / (right - left)) * (0.62 + 0.55 * chance())
        top = chance.pick(look.tops)
        while top == last and len(look.tops) > 1:
            top = chance.pick(look.tops)
        last = top
        _tower(pen, (x, base), width, max(tall, 40), top, look)
        if look.windows:
            _windows(pen, (x, base), width, max(tall, 40), top, look, chance)
        x += max(width - 6, width / 2)  # a picture of a few pixels ends too


def _tower(pen: Pen, foot: Point, w: float, h: float, top: int, look: Towers) -> None:
    """Draw a tower with one of nine tops: flat, slanted, stepped, round, quarter, cleft, spire, block, garden."""
    x, base = foot
    y = base - h
    right = x + w
    k = w / 4
    tops: Mapping[int, Sequence[Point]] = {
        1: ((x, y + w * 0.5), (right, y)),
        2: (
            *((x, y + k * 2.4), (x + k, y + k * 2.4), (x + k, y + k * 1.2), (x + k * 1.6, y + k * 1.2)),
            *((x + k * 1.6, y), (right - k * 1.6, y), (right - k * 1.6, y + k * 1.2), (right - k, y + k * 1.2)),
            *((right - k, y + k * 2.4), (right, y + k * 2.4)),
        ),
        5: (
            *((x, y), (x + w * 0.42, y), (x + w * 0.42, y + w * 0.5), (x + w * 0.58, y + w * 0.5)),
            *((x + w * 0.58, y + w * 0.16), (right, y + w * 0.16)),
        ),
        6: ((x + w * 0.06, y + w * 0.8), (x + w * 0.5, y), (x + w * 0.94, y + w * 0.8)),
    }
    if top == 3:
        pen.path(dome(x, y + w / 2, w, w / 2, base), look.fill)
    elif top == 4:
        path = QPainterPath(QPointF(x, base))
        path.lineTo(x, y + w)
        path.arcTo(QRectF(x, y, 2 * w, 2 * w), 180, -90)
        path.lineTo(right, base)
        pen.path(path, look.fill)
    else:
        pen.polygon(((x, base), *tops.get(top, ((x, y), (right, y))), (right, base)), look.fill)
    if top in {2, 6}:
        pen.line((x + w / 2, y + 4), (x + w / 2, y - w * 0.65), look.fill, 3)
    elif top == 7:
        pen.rect(x + w * 0.2, y - w * 0.16, w * 0.6, w * 0.17, look.fill)
        pen.line((x + w * 0.72, y - w * 0.16), (x + w * 0.72, y - w * 0.8), look.fill, 2.5)
    elif top == 8 and look.plants:
        for place in range(4):
            pen.circle(x + w * (place + 0.7) / 4.4, y - 2 - place % 2 * 4, w * 0.115, look.plants)


def _windows(pen: Pen, foot: Point, w: float, h: float, top: int, look: Towers, chance: Chance) -> None:
    x, base = foot
    kind = int(chance() * 4)
    start, end = base - h + w * (0.3 if top == 8 else 0.95), base - 14
    if kind == 0:
        rows = _steps(start, end, 11)
        pen.lines([((x + w * 0.2, y), (x + w * 0.8, y)) for y in rows], look.windows, 2.5)
    elif kind == 1:
        columns = max(2, round(w / 16))
        xs = [x + w * place / columns for place in range(1, columns)]
        pen.lines([((at, start), (at, end)) for at in xs if end > start], look.windows, 2.5)
    elif kind == 2:
        columns = max(2, round(w / 15))
        for y in _steps(start, end, 15):
            for place in range(columns):
                ink = look.light if look.lit and chance() < look.lit else look.windows
                pen.rect(x + w * (place + 0.5) / columns - 3, y, 6, 7, ink)
    else:
        for y in _steps(start, end, 26):
            pen.rect(x + w * 0.16, y, w * 0.68, 13, look.windows)


def _steps(start: float, end: float, step: float) -> list[float]:
    return [
        start + place * step for place in range(max(0, int((end - start) / step) + 1)) if start + place * step < end
    ]


class Bridge(NamedTuple):
    """A cantilever truss: spans, its depth over the piers and between them, its inks, and where it begins."""

    spans: float
    high: float
    low: float
    ink: str
    pier: str
    pier_high: float
    width: float = 5
    web: float = 2.2
    panels: int = 12
    phase: float = 0
    deck: float = 10


def bridge(pen: Pen, left: float, right: float, y: float, look: Bridge) -> None:
    """Draw the Long Bien bridge: deepest over its piers, latticed in each panel."""
    span = (right - left) / look.spans
    points: list[tuple[float, float, bool]] = []
    for number in range(-1, int(look.spans) + 3):
        for panel in range(look.panels):
            share = panel / look.panels
            x = left + (number + look.phase) * span + share * span
            if left - span / look.panels * 1.01 <= x <= right + span / look.panels * 1.01:
                points.append((x, y - _depth(share, look), panel == 0))
    web = []
    for place, (x, top, _is_pier) in enumerate(points):
        web.append(((x, top), (x, y)))
        if place + 1 < len(points):
            following, above, _next = points[place + 1]
            web += [((x, top), (following, y)), ((x, y), (following, above))]
    pen.lines(web, look.ink, look.web)
    pen.polyline([(x, top) for x, top, _is_pier in points], look.ink, look.width)
    for x, top, is_pier in points:
        if is_pier:
            _pier(pen, x, y, top, look)
    pen.rect(left, y - 2, right - left, look.deck + 2, look.ink)


def _pier(pen: Pen, x: float, y: float, top: float, look: Bridge) -> None:
    foot = y + look.pier_high
    pen.line((x, top), (x, y), look.ink, look.width * 1.5)
    body = ((x - 14, y + look.deck), (x + 14, y + look.deck), (x + 19, foot), (x - 19, foot))
    pen.polygon(body, look.pier)
    pen.rect(x - 21, y + look.deck, 42, 7, look.pier)
    pen.rect(x - 26, foot - 9, 52, 9, look.pier)
    pen.polygon(((x - 9, top + 2), (x + 9, top + 2), (x, top - 20)), look.ink)


def _depth(share: float, look: Bridge) -> float:
    u = abs(share - 0.5) * 2
    if u < 0.2:
        return look.low
    v = (u - 0.2) / 0.8
    return look.low + (look.high - look.low) * (v * 0.72 + v * v * 0.28)


def train(pen: Pen, x: float, y: float, cars: int, ink: str, windows: str, width: float = 58, high: float = 20) -> None:
    """Draw a train that stands on a line."""
    for place in range(cars):
        left = x + place * (width + 4)
        pen.rect(left, y - high, width, high, ink, 7 if place == cars - 1 else 3)
        for window in range(4):
            pen.rect(left + width * (0.12 + 0.21 * window), y - high * 0.75, width * 0.14, high * 0.3, windows)


def houses(pen: Pen, left: float, right: float, base: float, seed: int, street: Street) -> None:
    """Draw tube houses of the old quarter, never the same roof or palette twice running."""
    chance = Chance(seed)
    x, last_roof, last_palette = left, -1, -1
    while x < right:
        w = street.narrow + chance() * (street.wide - street.narrow)
        h = street.low + chance() * (street.high - street.low)
        roof = int(chance() * 7)
        while roof == last_roof:
            roof = int(chance() * 7)
        palette = int(chance() * len(street.palettes))
        while palette == last_palette:
            palette = int(chance() * len(street.palettes))
        last_roof, last_palette = roof, palette
        _house(pen, (x, base), w, h, roof, street.palettes[palette], street, chance)
        x += w


def _house(
    pen: Pen, foot: Point, w: float, h: float, roof: int, palette: Palette, street: Street, chance: Chance
) -> None:
    x, base = foot
    y = base - h
    pen.rect(x, y, w, h, palette.wall)
    _ROOFS[roof](pen, x, y, w, palette)
    ground = min(46, h * 0.28)
    _floors(pen, (x, y), w, h - ground, palette, street, chance)
    top = base - ground
    pen.rect(x, top, w, ground, palette.trim)
    pen.rect(x + w * 0.1, top + ground * 0.34, w * 0.8, ground * 0.66, street.shop or palette.glass)
    scallops = max(3, round(w / 14))
    wide = w * 1.04 / scallops
    for place in range(scallops):
        left = x - w * 0.02 + place * wide
        pen.rect(left, top, wide, ground * 0.26, inks.PAPER if place % 2 else palette.shutter)
        pen.circle(left + wide / 2, top + ground * 0.26, wide / 2, inks.PAPER if place % 2 else palette.shutter)


def _floors(pen: Pen, at: Point, w: float, high: float, palette: Palette, street: Street, chance: Chance) -> None:
    x, y = at
    floors = max(1, round(high / 48))
    each = high / floors
    columns = 3 if w > 74 else 2
    for floor in range(floors):
        top = y + floor * each + each * 0.2
        window = min(each * 0.58, 30)
        kind = int(chance() * 3)
        wide = w * 0.62 / columns
        gap = (w - wide * columns) / (columns + 1)
        for column in range(columns):
            left = x + gap + column * (wide + gap)
            lit = inks.GLOW if chance() < street.lit else palette.glass
            _window(pen, QRectF(left, top, wide, window), kind, lit, palette)
        has_balcony = chance() < 0.5 and floor > 0
        if has_balcony or floor == floors - 1:
            _balcony(pen, x, top + window, w, palette.trim)


def _window(pen: Pen, box: QRectF, kind: int, glass: str, palette: Palette) -> None:
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    if kind == 1:
        pen.path(dome(x, y, w, w / 2, y + h), glass)
        return
    pen.rect(x, y, w, h, glass)
    if kind == 0:
        pen.rect(x, y, w * 0.3, h, palette.shutter)
        pen.rect(x + w * 0.7, y, w * 0.3, h, palette.shutter)
    else:
        pen.line((x + w / 2, y), (x + w / 2, y + h), palette.wall, 2)


def _balcony(pen: Pen, x: float, y: float, w: float, ink: str) -> None:
    pen.rect(x + 4, y + 1, w - 8, 3.5, ink)
    bars = [x + 6 + (w - 12) * place / 8 for place in range(9)]
    pen.lines([((at, y - 8), (at, y + 1)) for at in bars], ink, 1.6)
    pen.line((x + 5, y - 8.5), (x + w - 5, y - 8.5), ink, 2)


def _gable(pen: Pen, x: float, y: float, w: float, palette: Palette) -> None:
    pen.polygon(((x - 4, y + 1), (x + w / 2, y - w * 0.42), (x + w + 4, y + 1)), palette.roof)
    pen.circle(x + w / 2, y - w * 0.13, w * 0.07, palette.wall)


def _parapet(pen: Pen, x: float, y: float, w: float, palette: Palette) -> None:
    k = w / 6
    for step, rise in ((0, 0.7), (1, 1.5), (2, 2.3)):
        pen.rect(x + step * k, y - k * rise, w - 2 * step * k, k * rise + 1, palette.wall)
    pen.rect(x + 2 * k - 3, y - k * 2.3 - 5, w - 4 * k + 6, 5, palette.trim)


def _tank(pen: Pen, x: float, y: float, w: float, palette: Palette) -> None:
    pen.rect(x - 3, y - 6, w + 6, 7, palette.trim)
    pen.rect(x + w * 0.52, y - 30, w * 0.34, 15, palette.trim, 7)
    pen.lines([((x + w * at, y - 16), (x + w * at, y - 6)) for at in (0.58, 0.8)], palette.trim, 3)


def _mansard(pen: Pen, x: float, y: float, w: float, palette: Palette) -> None:
    corners = ((x - 5, y + 2), (x + w * 0.13, y - w * 0.3), (x + w * 0.87, y - w * 0.3), (x + w + 5, y + 2))
    pen.polygon(corners, palette.roof)


def _curved(pen: Pen, x: float, y: float, w: float, palette: Palette) -> None:
    pen.rect(x, y - 10, w, 11, palette.wall)
    pen.path(dome(x + w * 0.2, y - 10, w * 0.6, w * 0.3, y), palette.wall)
    pen.circle(x + w / 2, y - w * 0.14, w * 0.09, palette.shutter)


def _garden(pen: Pen, x: float, y: float, w: float, palette: Palette) -> None:
    pen.rect(x - 3, y - 5, w + 6, 6, palette.trim)
    for place in range(4):
        pen.circle(x + w * (place + 0.6) / 4.2, y - 8 - place % 2 * 5, w * 0.12, inks.LEAF)


def _lean(pen: Pen, x: float, y: float, w: float, palette: Palette) -> None:
    pen.polygon(((x - 4, y + 1), (x - 4, y - 4), (x + w + 4, y - w * 0.3), (x + w + 4, y + 1)), palette.roof)


_ROOFS: Final = (_gable, _parapet, _tank, _mansard, _curved, _garden, _lean)


def tree(pen: Pen, x: float, base: float, size: float, dark: str, light: str, trunk: str) -> None:
    """Draw a tree: five circles on a trunk and two strokes of light."""
    pen.rect(x - size * 0.09, base - size * 1.1, size * 0.18, size * 1.1, trunk)
    middle = base - size * 1.35
    crown = ((0, 0, 0.62), (-0.5, 0.18, 0.46), (0.5, 0.2, 0.46), (-0.22, -0.34, 0.46), (0.28, -0.28, 0.44))
    for aside, down, radius in crown:
        pen.circle(x + aside * size, middle + down * size, radius * size, dark)
    for left, radius in ((-0.5, 0.42), (0.1, 0.36)):
        path = QPainterPath()
        box = QRectF(x + left * size, middle - 0.45 * size, 2 * radius * size, 2 * radius * size)
        path.arcMoveTo(box, 170)
        path.arcTo(box, 170, -75)
        pen.outline(path, light, max(2, size * 0.06))


def turtle_tower(pen: Pen, x: float, base: float, w: float, wall: str, dark: str, trim: str) -> None:
    """Draw the Turtle Tower: three tiers with arches 3, 3 and 1 under a small hipped cap."""
    pen.rect(x - w * 0.56, base - w * 0.06, w * 1.12, w * 0.06, trim)
    y = base - w * 0.06
    for width, high, arches, wide, tall in (
        (1.0, 0.34, 3, 0.15, 0.235),
        (0.76, 0.28, 3, 0.11, 0.185),
        (0.5, 0.24, 1, 0.17, 0.185),
    ):
        pen.rect(x - w * width / 2, y - w * high, w * width, w * high, wall)
        pen.rect(x - w * (width / 2 + 0.03), y - w * (high + 0.035), w * (width + 0.06), w * 0.045, trim)
        for place in range(arches):
            middle = x + (place - (arches - 1) / 2) * (w * width / arches * 0.92)
            arch = dome(middle - w * wide / 2, y - w * tall + w * wide / 2, w * wide, w * wide / 2, y)
            pen.path(arch, dark)
        y -= w * (high + 0.03)
    cap = QPainterPath(QPointF(x - w * 0.33, y - w * 0.005))
    cap.quadTo(x - w * 0.2, y - w * 0.015, x - w * 0.12, y - w * 0.155)
    cap.lineTo(x + w * 0.12, y - w * 0.155)
    cap.quadTo(x + w * 0.2, y - w * 0.015, x + w * 0.33, y - w * 0.005)
    cap.closeSubpath()
    pen.path(cap, trim)
    pen.rect(x - w * 0.14, y - w * 0.185, w * 0.28, w * 0.035, trim)
