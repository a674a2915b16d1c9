"""Plants and animals for the pictures of the sample."""

import math

from picture_kit import (
    BRICK,
    CLAY,
    FOREST,
    HONEY,
    INK,
    JADE,
    LANTERN,
    LEAF,
    MINT,
    NIGHT,
    PAPER,
    PINE,
    SAGE,
    Picture,
    Point,
    around,
    mix,
)


def crown(it: Picture, x: float, y: float, r: float, colour: str = LEAF, *, trunk: float = 1.5, kind: int = 0) -> None:
    """Plant a street tree: a cloud of leaves, a tall egg, a spreading roof or a weeping one."""
    it.glow(x, y, r * 1.5, NIGHT, 0.5, r * 0.26)
    top, bark = y - r * trunk, mix(colour, "#3A2616", 0.75)
    it.shape([(x - r * 0.11, top), (x + r * 0.11, top), (x + r * 0.16, y), (x - r * 0.16, y)], bark)
    dark, light = mix(colour, INK, 0.26), mix(colour, MINT, 0.26)
    if kind == 1:
        it.oval(x, top - r * 0.75, r * 0.72, r * 1.3, dark)
        it.oval(x - r * 0.08, top - r * 0.8, r * 0.6, r * 1.16, colour)
        for k in range(5):
            it.line(
                [(x, top + r * (0.2 - k * 0.4)), (x + r * (0.32 if k % 2 else -0.32), top - r * (0.16 + k * 0.4))],
                dark,
                r * 0.05,
            )
        return
    parts: tuple[tuple[float, float, float], ...] = ((-0.6, 0, 0.62), (0.62, -0.05, 0.6), (0, -0.55, 0.82))
    if kind == 2:
        parts = ((-1.05, 0.05, 0.42), (1.05, 0.05, 0.42), (-0.45, -0.16, 0.55), (0.5, -0.18, 0.52), (0, -0.3, 0.5))
    for dx, dy, share in parts:
        it.disc(x + dx * r, top + dy * r, r * share, dark)
    for dx, dy, share in parts:
        it.disc(x + (dx - 0.08) * r, top + (dy - 0.08) * r, r * share * 0.86, colour)
    for dx, dy, share in parts[-2:]:
        it.arc(x + (dx - 0.1) * r, top + (dy - 0.1) * r, r * share * 0.6, 190, 290, light, r * 0.08)
    if kind == 3:
        for k in range(9):
            px = x + r * (k - 4) * 0.27
            it.limb(
                [(px, top + r * 0.1), (px + r * 0.04, top + r * (0.5 + 0.3 * (k % 3)))],
                colour if k % 2 else dark,
                r * 0.1,
            )


def leaf(it: Picture, x: float, y: float, long: float, turn: float, colour: str, *, wide: float = 0.36) -> None:
    """Draw a leaf that points along an angle from its stalk."""
    with it.placed(x, y, long, turn=turn):
        it.blob(
            [(0, 0), (0.35, -wide * 0.9), (0.7, -wide * 0.62), (1, 0), (0.7, wide * 0.4), (0.35, wide * 0.7)], colour
        )
        it.shape([(0, 0), *around(0.5, 0, 0.5, wide * 0.72, 180, 0)], mix(colour, INK, 0.16))
        it.line([(0, 0), (0.92, 0)], mix(colour, PAPER, 0.4), 0.03)


def sprout(it: Picture, x: float, y: float, tall: float, colour: str = LEAF) -> None:
    """Let a seedling with two leaves come up."""
    it.curve([(x, y), (x + tall * 0.04, y - tall * 0.4), (x, y - tall * 0.62)], mix(colour, INK, 0.2), tall * 0.08)
    leaf(it, x, y - tall * 0.56, tall * 0.52, -38, colour)
    leaf(it, x, y - tall * 0.56, tall * 0.46, -146, mix(colour, SAGE, 0.35))


def palm(
    it: Picture, x: float, y: float, high: float, *, lean: float = 4, colour: str = LEAF, trunk: str = "#7A5A38"
) -> None:
    """Plant a coconut palm."""
    top = (x + lean, y - high)
    it.curve([(x, y), (x + lean * 0.25, y - high * 0.55), top], trunk, high * 0.035)
    for k in range(9):
        turn = 150 + 30 * k * 0.93 - 20
        with it.placed(*top, high * 0.36, turn=turn):
            side = 1 if math.cos(math.radians(turn)) > 0 else -1
            tone = mix(colour, INK, 0.28) if k % 2 else colour
            it.shape(
                [(0, -0.05 * side), (0.5, -0.2 * side), (1.05, 0.16 * side), (0.5, -0.02 * side), (0, 0.06 * side)],
                tone,
            )
            for tooth in range(6):
                s = 0.2 + tooth * 0.14
                it.shape([(s, -0.12 * side), (s + 0.13, -0.12 * side), (s + 0.12, 0.13 * side)], tone)
    for dx in (-0.9, 0.6, 0):
        it.disc(top[0] + dx * high * 0.03, top[1] + high * 0.03, high * 0.025, "#8A5A2B")


def bamboo(
    it: Picture, x: float, y: float, high: float, *, lean: float = 0, colour: str = JADE, thick: float = 1.2
) -> None:
    """Grow a bamboo cane with its knots and a few leaves."""
    it.line([(x, y), (x + lean, y - high)], colour, thick)
    it.line([(x - thick * 0.2, y), (x + lean - thick * 0.2, y - high)], mix(colour, PAPER, 0.3), thick * 0.2)
    for k in range(1, int(high / 7) + 1):
        s = k * 7 / high
        px, py = x + lean * s, y - high * s
        it.box(px - thick * 0.6, py, thick * 1.2, thick * 0.3, mix(colour, INK, 0.35))
        if k > 2:
            side = 1 if k % 2 else -1
            for turn in (20, 48):
                leaf(it, px, py, 6, turn if side > 0 else 180 - turn, mix(colour, LEAF, 0.6), wide=0.16)


def rice(it: Picture, x: float, y: float, tall: float, colour: str, *, ears: bool = False) -> None:
    """Set a tuft of rice."""
    for k in range(5):
        tip = (x + tall * 0.17 * (k - 2), y - tall * (1 - 0.1 * abs(k - 2)))
        it.line(
            [(x, y), (x + tall * 0.05 * (k - 2), y - tall * 0.6), tip], mix(colour, MINT, 0.14 * (k % 3)), tall * 0.06
        )
        if ears and k % 2:
            for grain in range(4):
                it.oval(tip[0] + tall * 0.03 * grain, tip[1] + tall * 0.07 * grain, tall * 0.045, tall * 0.06, HONEY)


def mangrove(it: Picture, x: float, y: float, high: float, *, colour: str = LEAF, roots: str = "#5B4030") -> None:
    """Stand a mangrove on its stilts; (x, y) is where the roots meet the mud."""
    fork = y - high * 0.42
    for k in range(-4, 5):
        foot = x + k * high * 0.085 + (high * 0.02 if k else 0)
        it.curve(
            [
                (x + k * high * 0.012, fork - high * 0.02 * (4 - abs(k))),
                (x + k * high * 0.065, fork + high * 0.16),
                (foot, y),
            ],
            mix(roots, INK, 0.1 * (k % 3)),
            high * 0.022,
        )
    it.curve(
        [(x, fork + high * 0.03), (x + high * 0.02, y - high * 0.56), (x - high * 0.03, y - high * 0.72)],
        roots,
        high * 0.05,
    )
    for dx, dy, r in ((-0.2, -0.7, 0.15), (0.2, -0.7, 0.16), (-0.08, -0.84, 0.17), (0.1, -0.82, 0.16)):
        it.disc(x + dx * high, y + dy * high, r * high, mix(colour, INK, 0.28))
        it.disc(x + (dx - 0.02) * high, y + (dy - 0.025) * high, r * high * 0.85, colour)
    for _ in range(12):
        px, py = it.dice.uniform(-0.25, 0.2), it.dice.uniform(0.66, 0.92)
        leaf(it, x + high * px, y - high * py, high * 0.065, it.dice.uniform(-160, -20), mix(colour, MINT, 0.16))


def lettuce(it: Picture, x: float, y: float, r: float, colour: str = "#6CC06A") -> None:
    """Set a head of lettuce."""
    for k, (turn, share) in enumerate(((200, 1), (340, 1), (230, 1.08), (310, 1.08), (270, 1.1))):
        px, py = x + r * 0.5 * math.cos(math.radians(turn)), y + r * 0.5 * math.sin(math.radians(turn))
        it.disc(px, py, r * 0.5 * share, mix(colour, FOREST, 0.42 - 0.08 * k))
    it.disc(x, y - r * 0.42, r * 0.42, mix(colour, HONEY, 0.3))
    it.arc(x, y - r * 0.42, r * 0.26, 150, 330, mix(colour, PAPER, 0.5), r * 0.07)


def fish(it: Picture, x: float, y: float, long: float, colour: str, *, flip: bool = False) -> None:
    """Let a fish swim to the right."""
    with it.placed(x, y, long, flip=flip):
        it.shape([(-0.3, 0), (-0.58, -0.22), (-0.5, 0), (-0.58, 0.22)], mix(colour, INK, 0.2))
        it.blob(
            [(-0.38, 0), (0, -0.22), (0.36, -0.1), (0.48, 0.02), (0.34, 0.13), (0, 0.2)],
            mix(colour, PAPER, 0.2),
            colour,
        )
        it.shape([(-0.1, -0.18), (0.05, -0.34), (0.16, -0.18)], mix(colour, INK, 0.2))
        it.arc(0.16, 0.02, 0.14, 270, 90, mix(colour, PAPER, 0.5), 0.03)
        it.disc(0.32, -0.02, 0.035, INK)


def coral(it: Picture, x: float, y: float, high: float, colour: str, *, kind: int = 0) -> None:
    """Grow a coral: branches, a fan or a brain."""
    if kind == 1:
        it.shape(around(x, y, high * 0.7, high * 0.9, 180, 360), mix(colour, INK, 0.2))
        for k in range(9):
            turn = math.radians(195 + k * 18.7)
            it.line(
                [(x, y), (x + high * 0.68 * math.cos(turn), y + high * 0.88 * math.sin(turn))],
                mix(colour, PAPER, 0.25),
                high * 0.035,
            )
        return
    if kind == 2:
        it.shape(around(x, y, high * 0.8, high * 0.6, 180, 360), mix(colour, PAPER, 0.1), mix(colour, INK, 0.3))
        for k in range(4):
            it.arc(x, y, high * (0.16 + 0.12 * k), 190, 350, mix(colour, INK, 0.3), high * 0.045)
        return
    for lean, share in ((-0.45, 0.7), (-0.2, 0.95), (0.06, 1), (0.3, 0.84), (0.5, 0.6)):
        it.curve(
            [(x, y), (x + lean * high * 0.4, y - high * share * 0.5), (x + lean * high, y - high * share)],
            colour,
            high * 0.12,
        )
        it.limb(
            [
                (x + lean * high * 0.5, y - high * share * 0.6),
                (x + lean * high * 0.55 + high * 0.14, y - high * share * 0.82),
            ],
            mix(colour, PAPER, 0.16),
            high * 0.08,
        )


def crab(it: Picture, x: float, y: float, wide: float, colour: str = CLAY) -> None:
    """Set a crab on the mud."""
    with it.placed(x, y, wide):
        for side in (-1, 1):
            for k in range(3):
                it.line(
                    [
                        (side * 0.2, -0.18),
                        (side * (0.42 + k * 0.06), -0.24 + k * 0.1),
                        (side * (0.5 + k * 0.05), k * 0.03 - 0.02),
                    ],
                    colour,
                    0.05,
                )
            it.curve([(side * 0.25, -0.25), (side * 0.46, -0.38), (side * 0.36, -0.52)], colour, 0.08)
            it.disc(side * 0.34, -0.56, 0.1, colour)
            it.line([(side * 0.08, -0.3), (side * 0.09, -0.46)], colour, 0.03)
            it.disc(side * 0.09, -0.48, 0.04, INK)
        it.oval(0, -0.2, 0.3, 0.17, colour)


def heron(it: Picture, x: float, y: float, tall: float, colour: str = PAPER, *, flip: bool = False) -> None:
    """Stand a heron in the shallows."""
    with it.placed(x, y, tall, flip=flip):
        it.line([(-0.02, -0.4), (-0.03, 0)], INK, 0.018)
        it.line([(0.05, -0.4), (0.07, -0.2), (0.04, 0)], INK, 0.018)
        it.blob(
            [(-0.3, -0.36), (-0.1, -0.56), (0.12, -0.58), (0.16, -0.46), (0, -0.37)], colour, mix(colour, NIGHT, 0.2)
        )
        it.curve([(0.1, -0.52), (0.2, -0.66), (0.12, -0.8), (0.2, -0.93)], colour, 0.06)
        it.disc(0.22, -0.94, 0.045, colour)
        it.shape([(0.24, -0.97), (0.46, -0.92), (0.24, -0.91)], LANTERN)
        it.line([(0.2, -0.96), (0.05, -0.98)], INK, 0.02)


def shrimp(it: Picture, x: float, y: float, long: float, colour: str = "#E8825A", *, flip: bool = False) -> None:
    """Let a shrimp drift."""
    with it.placed(x, y, long, flip=flip):
        for k in range(7):
            turn = math.radians(200 + k * 23)
            it.disc(
                0.32 * math.cos(turn), 0.3 * math.sin(turn), 0.15 - 0.013 * (6 - k), mix(colour, PAPER, 0.12 * (k % 2))
            )
            it.line(
                [(0.3 * math.cos(turn), 0.28 * math.sin(turn)), (0.08 * math.cos(turn), 0.18 * math.sin(turn) + 0.06)],
                colour,
                0.03,
            )
        it.shape([(-0.32, 0.06), (-0.52, 0.2), (-0.4, 0.28), (-0.24, 0.2)], mix(colour, BRICK, 0.3))
        for end in ((0.75, -0.3), (0.8, 0.1)):
            it.curve([(0.32, -0.06), (0.6, -0.22), end], mix(colour, BRICK, 0.2), 0.02)
        it.disc(0.38, -0.08, 0.03, INK)


def bee(it: Picture, x: float, y: float, size: float, *, turn: float = 0, flip: bool = False) -> None:
    """Let a bee fly by."""
    with it.placed(x, y, size, turn=turn, flip=flip):
        for angle in (-65, -105):
            leaf(it, 0, -0.2, 0.7, angle, "#DDF1EC", wide=0.5)
        it.oval(0, 0, 0.5, 0.32, LANTERN)
        for dx in (-0.26, 0, 0.26):
            it.box(dx - 0.05, -0.29 + abs(dx) * 0.25, 0.11, 0.58 - abs(dx) * 0.5, INK)
        it.disc(0.5, -0.02, 0.2, INK)


def flower(it: Picture, x: float, y: float, r: float, petal: str, *, heart: str = HONEY, stem: float = 0) -> None:
    """Open a flower, on a stem if it has one."""
    if stem:
        it.curve([(x, y), (x + stem * 0.06, y + stem * 0.5), (x, y + stem)], PINE, r * 0.22)
        leaf(it, x, y + stem * 0.6, r * 1.5, -30, LEAF)
    for k in range(6):
        turn = math.radians(60 * k + 15)
        it.disc(x + r * 0.6 * math.cos(turn), y + r * 0.6 * math.sin(turn), r * 0.45, petal)
    it.disc(x, y, r * 0.4, heart)


def bush(it: Picture, x: float, y: float, wide: float, colour: str = LEAF) -> None:
    """Set a low bush."""
    points: list[Point] = [(x - wide * 0.36, wide * 0.2), (x + wide * 0.34, wide * 0.18), (x - wide * 0.04, wide * 0.3)]
    for layer, tone in ((0.0, mix(colour, INK, 0.24)), (0.1, colour)):
        for px, r in points:
            it.shape(around(px - layer * wide * 0.2, y, r * (1.3 - layer * 2), r * (1.2 - layer), 180, 360), tone)
