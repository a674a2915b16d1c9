"""Devices, papers and signs for the pictures of the sample."""

import math
from collections.abc import Sequence

from picture_kit import (
    BRICK,
    CLAY,
    HONEY,
    INDIGO,
    INK,
    JADE,
    LANTERN,
    LEAF,
    MINT,
    NIGHT,
    PAPER,
    PINE,
    RIVER,
    SAGE,
    SAND,
    Picture,
    Point,
    around,
    mix,
)


def phone(
    it: Picture, x: float, y: float, wide: float, *, turn: float = 0, screen: str = PAPER, high: float = 2.0
) -> None:
    """Lay a phone around a point; draw on its screen afterwards."""
    it.glow(x + wide * 0.05, y + wide * 0.15, wide * 1.25, NIGHT, 0.6, wide * high * 0.66)
    with it.placed(x, y, wide, turn=turn):
        it.card(-0.5, -high / 2, 1, high, 0.13, INK)
        it.card(-0.45, -high / 2 + 0.05, 0.9, high - 0.1, 0.09, screen)
        it.card(-0.13, -high / 2 + 0.09, 0.26, 0.05, 0.025, INK)


def rows(
    it: Picture,
    x: float,
    y: float,
    wide: float,
    count: int,
    *,
    colour: str = SAGE,
    gap: float = 0,
    thick: float = 0,
) -> None:
    """Set lines of text as bars."""
    step, bar = gap or wide * 0.13, thick or wide * 0.055
    for k in range(count):
        share = (1, 0.86, 0.94, 0.62, 0.9, 0.72)[k % 6]
        it.card(x, y + step * k, wide * share, bar, bar / 2, colour)


def sheet(
    it: Picture,
    x: float,
    y: float,
    wide: float,
    *,
    turn: float = 0,
    high: float = 1.36,
    lines: int = 6,
    title: str = PINE,
    shadow: bool = True,
) -> None:
    """Lay a sheet of paper around a point, with its text as bars."""
    with it.placed(x, y, wide, turn=turn):
        if shadow:
            it.veil(
                [
                    (-0.46, -high / 2 + 0.05),
                    (0.55, -high / 2 + 0.05),
                    (0.55, high / 2 + 0.06),
                    (-0.46, high / 2 + 0.06),
                ],
                NIGHT,
                0.22,
            )
        it.shape(
            [(-0.5, -high / 2), (0.34, -high / 2), (0.5, -high / 2 + 0.16), (0.5, high / 2), (-0.5, high / 2)],
            PAPER,
            mix(PAPER, SAND, 0.35),
        )
        it.shape([(0.34, -high / 2), (0.5, -high / 2 + 0.16), (0.34, -high / 2 + 0.16)], mix(PAPER, SAGE, 0.5))
        rows(it, -0.38, -high / 2 + 0.16, 0.62, 1, colour=title, thick=0.075)
        rows(it, -0.38, -high / 2 + 0.36, 0.76, lines, gap=0.145, thick=0.05, colour=mix(PAPER, PINE, 0.3))


def stamp_mark(it: Picture, x: float, y: float, r: float, colour: str = BRICK) -> None:
    """Press a round seal: a star in two rings."""
    it.ring(x, y, r, r, colour, r * 0.14)
    it.ring(x, y, r * 0.78, r * 0.78, colour, r * 0.05)
    it.shape(star(x, y, r * 0.55), colour)


def star(x: float, y: float, r: float, *, points: int = 5, inner: float = 0.42) -> list[Point]:
    """Return the corners of a star."""
    corners = []
    for k in range(points * 2):
        away, turn = (r if k % 2 == 0 else r * inner), math.pi * k / points - math.pi / 2
        corners.append((x + away * math.cos(turn), y + away * math.sin(turn)))
    return corners


def tick(it: Picture, x: float, y: float, r: float, *, ground: str = LEAF, colour: str = PAPER) -> None:
    """Set a tick in a disc."""
    it.disc(x, y, r, ground)
    it.line([(x - r * 0.45, y + r * 0.02), (x - r * 0.1, y + r * 0.38), (x + r * 0.5, y - r * 0.36)], colour, r * 0.24)


def bubble(
    it: Picture,
    x: float,
    y: float,
    wide: float,
    high: float,
    colour: str,
    *,
    tail: float = -0.25,
    lines: int = 0,
) -> None:
    """Blow a speech bubble around a point; its tail hangs to the left or the right."""
    tip = x + wide * tail * 1.35
    it.card(x - wide / 2, y - high / 2, wide, high, min(wide, high) * 0.38, colour)
    it.shape(
        [
            (x + wide * tail - wide * 0.09, y + high * 0.42),
            (x + wide * tail + wide * 0.11, y + high * 0.42),
            (tip, y + high * 0.82),
        ],
        colour,
    )
    for k in range(lines):
        share = (0.6, 0.44, 0.54)[k % 3]
        at = y + high * (k - (lines - 1) / 2) * 0.24
        it.card(x - wide * 0.32, at - high * 0.045, wide * share, high * 0.09, high * 0.045, PAPER)


def signal(
    it: Picture,
    x: float,
    y: float,
    r: float,
    colour: str,
    *,
    turn: float = 270,
    count: int = 3,
    width: float = 0.7,
) -> None:
    """Send arcs out from a point in a direction."""
    for k in range(count):
        it.arc(x, y, r * (1 + 0.75 * k), turn - 50, turn + 50, colour, width)


def pin(it: Picture, x: float, y: float, high: float, colour: str = BRICK, *, heart: str = PAPER) -> None:
    """Stick a map pin into a point."""
    it.glow(x, y, high * 0.3, NIGHT, 0.8, high * 0.09)
    cy, r = y - high * 0.68, high * 0.32
    it.shape([*around(x, cy, r, r, 150, 390), (x, y)], mix(colour, PAPER, 0.08), mix(colour, INK, 0.15))
    it.disc(x, cy, r * 0.44, heart)


def lock(
    it: Picture, x: float, y: float, wide: float, colour: str = LANTERN, *, shackle: str = SAGE, opened: bool = False
) -> None:
    """Hang a padlock around a point."""
    with it.placed(x, y, wide):
        lift = -0.2 if opened else 0
        it.arc(0, -0.3 + lift, 0.36, 180, 360, shackle, 0.14)
        it.box(-0.36, -0.31 + lift, 0.14, 0.36, shackle)
        it.box(0.22, -0.31 + lift, 0.14, 0.36 if not opened else 0.12, shackle)
        it.card(-0.5, -0.08, 1, 0.78, 0.14, mix(colour, PAPER, 0.08))
        it.veil([(0.1, -0.08), (0.44, -0.08), (0.5, 0), (0.5, 0.64), (0.4, 0.7), (-0.1, 0.7)], INK, 0.12)
        it.disc(0, 0.24, 0.12, INK)
        it.shape([(-0.05, 0.26), (0.05, 0.26), (0.08, 0.5), (-0.08, 0.5)], INK)


def key(it: Picture, x: float, y: float, long: float, turn: float, colour: str = HONEY) -> None:
    """Lay a key whose tip is at the point."""
    with it.placed(x, y, long, turn=turn):
        it.limb([(-0.72, 0), (-0.02, 0)], colour, 0.09)
        for px in (-0.05, -0.2):
            it.box(px - 0.05, 0, 0.08, 0.16, colour)
        it.ring(-0.84, 0, 0.2, 0.2, colour, 0.09)


def shield(it: Picture, x: float, y: float, high: float, colour: str = LEAF) -> None:
    """Hold up a shield around a point."""

    def outline(s: float) -> list[Point]:
        top = [(-0.42, -0.4), (-0.2, -0.42), (0, -0.52), (0.2, -0.42), (0.42, -0.4)]
        foot = [(0.42, 0.02), (0.3, 0.28), (0, 0.52), (-0.3, 0.28), (-0.42, 0.02)]
        return [(x + px * s * high, y + py * s * high) for px, py in (*top, *foot)]

    it.shape(outline(1.0), PAPER)
    it.shape(outline(0.86), mix(colour, PAPER, 0.1), mix(colour, INK, 0.2))
    half = [point for point in outline(0.86) if point[0] >= x]
    it.veil(half, INK, 0.14)


def coin(it: Picture, x: float, y: float, r: float, *, colour: str = LANTERN) -> None:
    """Show a coin face on."""
    it.disc(x, y + r * 0.1, r, mix(colour, INK, 0.35))
    it.disc(x, y, r, mix(colour, HONEY, 0.4))
    it.ring(x, y, r * 0.8, r * 0.8, mix(colour, INK, 0.2), r * 0.09)
    it.shape(star(x, y, r * 0.5), mix(colour, INK, 0.2))


def stack(it: Picture, x: float, y: float, r: float, count: int, *, colour: str = LANTERN) -> None:
    """Pile up coins seen from a little above."""
    for k in range(count):
        top = y - r * 0.34 * k
        it.oval(x, top, r, r * 0.34, mix(colour, INK, 0.4))
        it.oval(x, top - r * 0.2, r, r * 0.34, mix(colour, HONEY, 0.3 if k % 2 else 0.55))
    it.ring(x, y - r * 0.34 * (count - 1) - r * 0.2, r * 0.72, r * 0.23, mix(colour, INK, 0.2), r * 0.07)


def drop(it: Picture, x: float, y: float, high: float, top: str, bottom: str = "") -> None:
    """Let a drop hang around a point."""
    r = high * 0.32
    it.shape([(x, y - high * 0.56), *around(x, y + high * 0.14, r, r, -28, 208)], top, bottom or top)
    it.arc(x, y + high * 0.14, r * 0.66, 100, 170, mix(top, PAPER, 0.6), r * 0.16)


def bolt(it: Picture, x: float, y: float, high: float, colour: str = LANTERN) -> None:
    """Flash a bolt around a point."""
    it.shape(
        [
            (x + px * high, y + py * high)
            for px, py in ((0.1, -0.5), (-0.26, 0.1), (-0.02, 0.1), (-0.12, 0.5), (0.28, -0.12), (0.03, -0.12))
        ],
        colour,
    )


def magnifier(
    it: Picture, x: float, y: float, r: float, *, turn: float = 45, rim: str = INK, glass: str = PAPER
) -> None:
    """Hold a magnifying glass over a point."""
    with it.placed(x, y, r, turn=turn):
        it.limb([(1.05, 0), (2.1, 0)], mix(CLAY, INK, 0.3), 0.3)
        it.line([(1.0, 0), (1.3, 0)], LANTERN, 0.2)
        it.veil(around(0, 0, 1, 1), glass, 0.22)
        it.ring(0, 0, 1.08, 1.08, rim, 0.16)
    it.arc(x, y, r * 0.78, 200, 260, PAPER, r * 0.09)


def pipe(it: Picture, points: Sequence[Point], width: float, colour: str) -> None:
    """Lay a pipe along points, with light on it and flanges at its joints."""
    it.line(points, mix(colour, INK, 0.3), width)
    it.line(points, colour, width * 0.72)
    it.line([(x - width * 0.12, y - width * 0.16) for x, y in points], mix(colour, PAPER, 0.45), width * 0.16)
    for x, y in points:
        it.card(x - width * 0.62, y - width * 0.62, width * 1.24, width * 1.24, width * 0.2, mix(colour, INK, 0.2))
        it.disc(x, y, width * 0.34, mix(colour, PAPER, 0.3))


def envelope(
    it: Picture, x: float, y: float, wide: float, *, turn: float = 0, colour: str = PAPER, seal: str = BRICK
) -> None:
    """Lay a letter around a point."""
    with it.placed(x, y, wide, turn=turn):
        it.veil([(-0.47, -0.26), (0.54, -0.26), (0.54, 0.37), (-0.47, 0.37)], NIGHT, 0.2)
        it.box(-0.5, -0.32, 1, 0.64, colour, mix(colour, SAND, 0.5))
        it.line([(-0.5, 0.32), (-0.08, -0.02), (0.08, -0.02), (0.5, 0.32)], mix(colour, INK, 0.2), 0.02)
        it.shape([(-0.5, -0.32), (0.5, -0.32), (0, 0.1)], mix(colour, SAND, 0.75))
        it.line([(-0.5, -0.32), (0, 0.1), (0.5, -0.32)], mix(colour, INK, 0.25), 0.02)
        it.disc(0, 0.06, 0.085, seal)


def sensor(it: Picture, x: float, y: float, size: float, *, colour: str = MINT, light: str = LANTERN) -> None:
    """Fix a small measuring box around a point."""
    with it.placed(x, y, size):
        it.card(-0.4, -0.5, 0.8, 1, 0.14, mix(colour, INK, 0.2))
        it.card(-0.4, -0.52, 0.74, 0.98, 0.14, colour)
        for k in range(3):
            it.card(-0.26, -0.02 + k * 0.13, 0.46, 0.06, 0.03, mix(colour, PINE, 0.7))
        it.glow(-0.02, -0.26, 0.3, light, 0.8)
        it.disc(-0.02, -0.26, 0.11, light)


def steam(it: Picture, x: float, y: float, high: float, colour: str = PAPER) -> None:
    """Let steam rise in three strands."""
    for k in (-1, 0, 1):
        px = x + k * high * 0.26
        points = [(px + high * 0.07 * math.sin(s * 1.6 + k), y - high * s / 4 * (1 - 0.15 * abs(k))) for s in range(5)]
        it.curve(points, colour, high * 0.05)


def bowl(
    it: Picture, x: float, y: float, r: float, *, colour: str = PAPER, food: str = "#E2A54A", band: str = INDIGO
) -> None:
    """Set a bowl on a line, filled."""
    it.glow(x, y, r * 1.2, NIGHT, 0.6, r * 0.2)
    it.shape(around(x, y - r * 0.95, r, r * 0.85, 0, 180), colour, mix(colour, NIGHT, 0.18))
    it.box(x - r * 0.4, y - r * 0.16, r * 0.8, r * 0.16, mix(colour, NIGHT, 0.25))
    it.line(around(x, y - r * 0.95, r * 0.86, r * 0.5, 10, 170), band, r * 0.08)
    it.oval(x, y - r * 0.95, r, r * 0.26, mix(colour, NIGHT, 0.06))
    it.oval(x, y - r * 0.95, r * 0.87, r * 0.2, food)
    for k in range(4):
        it.disc(x + r * (k - 1.5) * 0.34, y - r * (0.95 + 0.07 * (k % 2)), r * 0.1, (LEAF, BRICK, JADE, PAPER)[k])


def silk_lantern(it: Picture, x: float, y: float, r: float, colour: str, *, kind: int = 0, light: float = 0.7) -> None:
    """Hang a silk lantern around a point: round, long or like a diamond."""
    if light:
        it.glow(x, y, r * 2.6, mix(colour, HONEY, 0.6), light)
    wide, high = ((1, 0.92), (0.72, 1.15), (1, 1.1))[kind]
    outline = around(x, y, r * wide, r * high)
    if kind == 2:
        outline = [
            (x, y - r),
            (x + r * 0.9, y - r * 0.2),
            (x + r * 0.36, y + r),
            (x - r * 0.36, y + r),
            (x - r * 0.9, y - r * 0.2),
        ]
    it.shape(outline, mix(colour, HONEY, 0.45), colour)
    for share in (0.3, 0.68):
        if kind != 2:
            it.ring(x, y, r * wide * share, r * high, mix(colour, INK, 0.2), r * 0.035)
    for edge in (-1, 1):
        it.card(x - r * 0.34, y + edge * r * high - r * 0.09, r * 0.68, r * 0.18, r * 0.06, mix(colour, INK, 0.55))
    it.line([(x, y - r * high), (x, y - r * (high + 0.6))], mix(colour, INK, 0.5), r * 0.05)
    for dx in (-0.1, 0, 0.1):
        it.line([(x + dx * r, y + r * high), (x + dx * r * 1.6, y + r * (high + 0.62))], HONEY, r * 0.05)


def parasol(it: Picture, x: float, y: float, r: float, one: str) -> None:
    """Open a parasol seen from above."""
    it.veil(around(x + r * 0.3, y + r * 0.35, r, r), NIGHT, 0.2)
    for k in range(10):
        it.shape([(x, y), *around(x, y, r, r, 36 * k, 36 * k + 36)], one if k % 2 else PAPER)
    it.ring(x, y, r, r, mix(one, INK, 0.2), r * 0.05)
    it.disc(x, y, r * 0.1, mix(one, INK, 0.4))


def arrow(it: Picture, points: Sequence[Point], colour: str, width: float) -> None:
    """Draw an arrow that goes softly through the points."""
    it.curve(points, colour, width)
    (x, y), (x2, y2) = points[-2:]
    with it.placed(x2, y2, width, turn=math.degrees(math.atan2(y2 - y, x2 - x))):
        it.shape([(-0.4, -1.6), (2.0, 0), (-0.4, 1.6)], colour)


def screen_map(
    it: Picture,
    x: float,
    y: float,
    wide: float,
    high: float,
    *,
    ground: str = "#D6EBDD",
) -> None:
    """Show a town map in a rectangle: blocks, streets, a river."""
    with it.inside([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]):
        it.box(x, y, wide, high, ground)
        for k in range(5):
            it.line(
                [(x + wide * (0.1 + 0.22 * k), y), (x + wide * (0.22 * k - 0.04), y + high)],
                PAPER,
                wide * (0.045 if k % 2 else 0.028),
            )
            it.line(
                [(x, y + high * (0.1 + 0.2 * k)), (x + wide, y + high * (0.18 * k))],
                PAPER,
                wide * (0.03 if k % 2 else 0.045),
            )
        it.curve(
            [
                (x - wide * 0.1, y + high * 0.85),
                (x + wide * 0.35, y + high * 0.62),
                (x + wide * 0.65, y + high * 0.78),
                (x + wide * 1.1, y + high * 0.45),
            ],
            RIVER,
            wide * 0.1,
        )
        for px, py in ((0.2, 0.3), (0.74, 0.2), (0.5, 0.42)):
            it.card(x + wide * px, y + high * py, wide * 0.13, high * 0.08, wide * 0.02, SAGE)
