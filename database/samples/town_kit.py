"""Houses, streets and what stands in them, for the pictures of the sample."""

from collections.abc import Sequence

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
    SAND,
    WIDE,
    Picture,
    Point,
    around,
    mix,
)

LIGHT_WALLS = (SAND, MINT, "#F4DDA6", PAPER, SAGE, "#E9B98A")
DUSK_WALLS = ("#3B3F7A", "#54477F", "#2F4A6A", "#6A4A78", "#2B5566")
ROOFS = (BRICK, PINE, CLAY, "#6E4A34")


def _window(it: Picture, x: float, y: float, wide: float, high: float, glass: str, frame: str, *, arched: bool) -> None:
    """Set a window with its shutters open."""
    for side in (-1, 1):
        it.box(x + (wide if side > 0 else -wide * 0.34), y + wide * 0.2, wide * 0.34, high - wide * 0.2, frame)
    if arched:
        it.shape(
            [(x, y + high), *around(x + wide / 2, y + wide / 2, wide / 2, wide / 2, 180, 360), (x + wide, y + high)],
            glass,
        )
    else:
        it.box(x, y, wide, high, glass)
    it.line([(x + wide / 2, y), (x + wide / 2, y + high)], frame, wide * 0.1)
    it.line([(x, y + high * 0.5), (x + wide, y + high * 0.5)], frame, wide * 0.1)


def _roof(it: Picture, x: float, top: float, wide: float, colour: str, kind: int) -> None:
    """Finish a tube house: gable, garden, bow, hipped tiles or a flat roof with its tank."""
    dark = mix(colour, INK, 0.3)
    if kind == 0:
        it.shape([(x - wide * 0.06, top), (x + wide / 2, top - wide * 0.42), (x + wide * 1.06, top)], colour)
        it.disc(x + wide / 2, top - wide * 0.15, wide * 0.07, PAPER)
    elif kind == 1:
        it.box(x - wide * 0.04, top - wide * 0.1, wide * 1.08, wide * 0.12, dark)
        for k in range(5):
            it.disc(
                x + wide * (0.1 + 0.2 * k), top - wide * 0.18, wide * (0.12 if k % 2 else 0.15), LEAF if k % 2 else PINE
            )
    elif kind == 2:
        it.shape(around(x + wide / 2, top, wide * 0.36, wide * 0.34, 180, 360), colour)
        it.box(x - wide * 0.04, top - wide * 0.08, wide * 1.08, wide * 0.1, dark)
        it.disc(x + wide / 2, top - wide * 0.17, wide * 0.08, PAPER)
    elif kind == 3:
        it.shape(
            [
                (x - wide * 0.08, top),
                (x + wide * 0.14, top - wide * 0.34),
                (x + wide * 0.86, top - wide * 0.34),
                (x + wide * 1.08, top),
            ],
            colour,
        )
        for k in range(1, 6):
            it.line([(x + wide * 0.17 * k, top), (x + wide * (0.14 + 0.12 * k), top - wide * 0.34)], dark, wide * 0.02)
    else:
        it.box(x - wide * 0.04, top - wide * 0.08, wide * 1.08, wide * 0.1, dark)
        it.line([(x + wide * 0.3, top), (x + wide * 0.3, top - wide * 0.3)], dark, wide * 0.05)
        it.line([(x + wide * 0.6, top), (x + wide * 0.6, top - wide * 0.3)], dark, wide * 0.05)
        it.card(x + wide * 0.2, top - wide * 0.46, wide * 0.5, wide * 0.22, wide * 0.1, "#8FB5C4")


def tube_house(
    it: Picture, x: float, y: float, wide: float, high: float, wall: str, *, roof: str = BRICK, kind: int = 0,
    lit: float = 0.3, glass: str = "", shop: bool = True,
) -> None:  # fmt: skip
    """Put up a narrow town house: shutters, balconies, a roof of one of five kinds, a shop with its awning."""
    storey = wide * 0.62
    foot = storey if shop else 0
    trim, dark = mix(wall, INK, 0.55), glass or mix(wall, FOREST, 0.78)
    it.box(x, y - high, wide, high, mix(wall, PAPER, 0.1), mix(wall, INK, 0.06))
    it.box(x + wide * 0.92, y - high, wide * 0.08, high, mix(wall, INK, 0.16))
    _roof(it, x, y - high, wide, roof, kind)
    floors = max(1, int((high - foot - wide * 0.1) / storey))
    for floor in range(floors):
        top = y - high + wide * 0.14 + floor * storey
        if floor % 2 == kind % 2:
            it.box(x + wide * 0.04, top + storey * 0.8, wide * 0.92, wide * 0.05, trim)
        for left in (0.17, 0.6):
            pane = HONEY if it.dice.random() < lit else dark
            _window(it, x + wide * left, top, wide * 0.22, storey * 0.66, pane, trim, arched=(kind + floor) % 3 == 0)
        if floor % 2 == kind % 2:
            for k in range(11):
                px = x + wide * (0.06 + 0.088 * k)
                it.line([(px, top + storey * 0.8), (px, top + storey * 0.56)], trim, wide * 0.018)
            it.line([(x + wide * 0.04, top + storey * 0.56), (x + wide * 0.96, top + storey * 0.56)], trim, wide * 0.03)
    if shop:
        _shop(it, x, y, wide, roof, glow=lit > 0.4)


def _shop(it: Picture, x: float, y: float, wide: float, colour: str, *, glow: bool) -> None:
    """Open a shop under a scalloped awning."""
    it.box(x + wide * 0.1, y - wide * 0.5, wide * 0.8, wide * 0.5, HONEY if glow else mix(colour, INK, 0.62))
    it.box(x + wide * 0.46, y - wide * 0.5, wide * 0.05, wide * 0.5, mix(colour, INK, 0.5))
    awning(it, x - wide * 0.01, y - wide * 0.6, wide * 1.02, wide * 0.2, colour, stripes=6)


def awning(
    it: Picture, x: float, y: float, wide: float, high: float, colour: str, *, stripes: int = 8, flare: float = 0
) -> None:
    """Hang an awning in stripes that ends in scallops."""
    step, low = wide / stripes, (wide + 2 * flare) / stripes
    for k in range(stripes):
        tone = PAPER if k % 2 else colour
        left = x - flare + low * k
        corners = [(x + step * k, y), (x + step * (k + 1), y), (left + low, y + high), (left, y + high)]
        it.shape(corners, tone, mix(tone, INK, 0.08))
        it.shape(around(left + low / 2, y + high - 0.02, low / 2, low * 0.42, 0, 180), mix(tone, INK, 0.1))


def houses(
    it: Picture, y: float, tall: float, walls: Sequence[str] = LIGHT_WALLS, *, lit: float = 0.2,
    start: float = -3, end: float = WIDE + 4, wide: float = 13, roofs: Sequence[str] = ROOFS, shop: bool = True,
) -> None:  # fmt: skip
    """Put up a row of town houses from one side to the other."""
    x, k = float(start), it.dice.randrange(20)
    while x < end:
        across = wide * it.dice.uniform(0.85, 1.15)
        high = tall * it.dice.uniform(0.68, 1)
        tube_house(
            it,
            x,
            y,
            across,
            high,
            walls[k % len(walls)],
            roof=roofs[k % len(roofs)],
            kind=(k * 3) % 5,
            lit=lit,
            shop=shop,
        )
        x, k = x + across + 0.3, k + 1


def city(
    it: Picture, y: float, tallest: float, colour: str, *, lit: str = "", chance: float = 0.16,
    start: float = -3, end: float = WIDE + 3, peak: float = 0.6,
) -> None:  # fmt: skip
    """Stand a flat skyline on a line: steps, masts, round tops; with lit windows if a colour is given."""
    x, k = float(start), 0
    while x < end:
        wide = it.dice.uniform(5, 11)
        near = max(0.3, 1 - 1.4 * abs((x + wide / 2 - start) / (end - start) - peak))
        high = tallest * near * it.dice.uniform(0.45, 1)
        tone = mix(colour, PAPER if k % 2 else INK, 0.045)
        it.box(x, y - high, wide - 0.4, high, tone)
        kind = it.dice.randrange(5)
        if kind == 0:
            it.box(x + wide * 0.25, y - high - 3, wide * 0.4, 3, tone)
            it.line([(x + wide * 0.45, y - high - 3), (x + wide * 0.45, y - high - 8)], tone, 0.35)
        elif kind == 1:
            it.shape(around(x + wide / 2 - 0.2, y - high, wide / 2 - 0.2, wide * 0.4, 180, 360), tone)
        elif kind == 2:
            it.shape([(x, y - high), (x + wide - 0.4, y - high), (x + wide - 0.4, y - high - wide * 0.5)], tone)
        if lit:
            it.windows(x + 1, y - high + 1.6, wide - 2.4, high - 3, lit, chance)
        x, k = x + wide, k + 1


def tower(
    it: Picture,
    x: float,
    y: float,
    wide: float,
    high: float,
    wall: str,
    glass: str,
    *,
    lit: float = 0,
) -> None:
    """Stand a slab of floors with a shaded side."""
    edge = x + wide * 0.72
    it.box(x, y - high, wide * 0.72, high, wall, mix(wall, INK, 0.14))
    it.box(edge, y - high, wide * 0.28, high, mix(wall, INK, 0.3), mix(wall, INK, 0.42))
    for floor in range(int(high / 4.4)):
        top = y - high + 1.6 + floor * 4.4
        for k in range(int(wide * 0.72 / 3)):
            pane = HONEY if it.dice.random() < lit else glass
            it.box(x + 1 + k * 3, top, 2.2, 2.6, pane)
        it.box(edge + wide * 0.28 * 0.2, top, wide * 0.28 * 0.6, 2.6, mix(glass, INK, 0.35))


def stilt_house(
    it: Picture,
    x: float,
    y: float,
    wide: float,
    *,
    wood: str = "#8A5A35",
    roof: str = "#5B3A26",
    lit: bool = True,
) -> None:
    """Put up a house on stilts with a deep thatched roof; (x, y) is the left foot."""
    floor = y - wide * 0.26
    for k in range(5):
        it.box(x + wide * (0.06 + 0.21 * k), floor, wide * 0.03, wide * 0.26, mix(wood, INK, 0.4))
    it.box(x + wide * 0.04, floor - wide * 0.28, wide * 0.92, wide * 0.28, wood, mix(wood, INK, 0.25))
    for k in range(12):
        it.line(
            [(x + wide * (0.08 + 0.075 * k), floor - wide * 0.28), (x + wide * (0.08 + 0.075 * k), floor)],
            mix(wood, INK, 0.25),
            wide * 0.006,
        )
    for left in (0.16, 0.42, 0.68):
        it.box(x + wide * left, floor - wide * 0.21, wide * 0.15, wide * 0.14, HONEY if lit else mix(wood, INK, 0.6))
        it.line(
            [(x + wide * (left + 0.075), floor - wide * 0.21), (x + wide * (left + 0.075), floor - wide * 0.07)],
            mix(wood, INK, 0.4),
            wide * 0.012,
        )
    it.box(x - wide * 0.03, floor, wide * 1.06, wide * 0.04, mix(wood, INK, 0.3))
    eaves = floor - wide * 0.22
    it.shape(
        [
            (x - wide * 0.1, eaves),
            (x + wide * 0.16, eaves - wide * 0.36),
            (x + wide * 0.84, eaves - wide * 0.36),
            (x + wide * 1.1, eaves),
        ],
        mix(roof, PAPER, 0.12),
        roof,
    )
    for k in range(1, 4):
        s = k / 4
        it.line(
            [
                (x + wide * (0.16 - 0.26 * s), eaves - wide * 0.36 * (1 - s)),
                (x + wide * (0.84 + 0.26 * s), eaves - wide * 0.36 * (1 - s)),
            ],
            mix(roof, INK, 0.3),
            wide * 0.008,
        )


def stall(it: Picture, x: float, y: float, wide: float, colour: str, goods: Sequence[str]) -> None:
    """Set up a market stall: posts, awning, a table heaped with goods."""
    high = wide * 0.86
    for post in (x + wide * 0.03, x + wide * 0.94):
        it.box(post, y - high, wide * 0.03, high, mix("#9A6A43", INK, 0.35))
    it.box(x, y - high * 0.36, wide, high * 0.36, "#9A6A43", mix("#9A6A43", INK, 0.35))
    for k in range(4):
        it.line(
            [(x, y - high * (0.07 + 0.085 * k)), (x + wide, y - high * (0.07 + 0.085 * k))],
            mix("#9A6A43", INK, 0.3),
            wide * 0.008,
        )
    for row in range(2):
        for k in range(13 - row):
            cx = x + wide * (0.06 + 0.035 * row + 0.073 * k)
            it.disc(
                cx,
                y - high * (0.38 + 0.06 * row),
                wide * 0.042,
                mix(goods[(k // 3 + row) % len(goods)], PAPER, 0.1 * (k % 2)),
            )
    awning(it, x, y - high * 1.06, wide, high * 0.24, colour, flare=wide * 0.06, stripes=7)


def lamp_post(
    it: Picture, x: float, y: float, high: float, *, colour: str = NIGHT, light: float = 0, flip: bool = False
) -> None:
    """Stand a street lamp with a curved arm."""
    with it.placed(x, y, high, flip=flip):
        it.line([(0, 0), (0, -0.86)], colour, 0.03)
        it.arc(0.12, -0.86, 0.135, 180, 275, colour, 0.028)
        it.card(0.1, -1.0, 0.22, 0.045, 0.02, colour)
        it.box(-0.035, -0.06, 0.07, 0.06, colour)
        if light:
            it.glow(0.22, -0.94, 0.4, HONEY, light)
            it.card(0.12, -0.962, 0.18, 0.024, 0.012, "#FFF3C4")


def bench(it: Picture, x: float, y: float, wide: float, *, wood: str = CLAY) -> None:
    """Set a bench."""
    for leg in (0.12, 0.82):
        it.box(x + wide * leg, y - wide * 0.2, wide * 0.05, wide * 0.2, INK)
        it.box(x + wide * leg, y - wide * 0.44, wide * 0.04, wide * 0.26, INK)
    for k in range(3):
        it.card(x, y - wide * (0.24 + 0.1 * k), wide, wide * 0.06, wide * 0.02, mix(wood, PAPER, 0.1 * k))


def speaker_pole(it: Picture, x: float, y: float, high: float, *, colour: str = INK) -> None:
    """Stand a pole with two loudspeakers."""
    it.line([(x, y), (x, y - high)], colour, high * 0.026)
    for flip, up in ((False, 0.0), (True, 0.1)):
        with it.placed(x, y - high * (0.96 - up), high * 0.22, flip=flip, turn=-6):
            it.shape(
                [(0.05, -0.14), (0.3, -0.14), (0.85, -0.42), (0.85, 0.42), (0.3, 0.14), (0.05, 0.14)],
                "#C9D2CE",
                "#8F9B96",
            )
            it.oval(0.85, 0, 0.13, 0.42, PAPER)
            it.oval(0.86, 0, 0.07, 0.26, INK)


def wall_of_bricks(
    it: Picture, x: float, y: float, wide: float, rows: int, colour: str, *, size: float = 6.0, steps: float = 0
) -> None:
    """Lay bricks upward from a line; the right end can rise in steps."""
    high = size * 0.46
    for row in range(rows):
        reach = wide - steps * size * 0.5 * row
        px = x - (size / 2 if row % 2 else 0.0)
        while px < x + reach:
            left, right = max(x, px), min(x + reach, px + size - size * 0.06)
            if right - left > size * 0.1:
                tone = mix(colour, PAPER if it.dice.random() < 0.5 else INK, it.dice.uniform(0, 0.16))
                it.box(left, y - high * (row + 1), right - left, high * 0.88, tone)
            px += size


def plant_pots(it: Picture, x: float, y: float, count: int, *, gap: float = 5, size: float = 4.0) -> None:
    """Line up potted plants."""
    for k in range(count):
        px, r = x + gap * k, size * it.dice.uniform(0.8, 1.15)
        for dx, up in ((-0.3, 0.9), (0.3, 0.9), (0, 1.3)):
            it.disc(px + dx * r, y - r * up, r * 0.42, mix(LEAF, (JADE, PINE, HONEY)[(k + round(up * 3)) % 3], 0.4))
        it.shape(
            [(px - r * 0.42, y - r * 0.6), (px + r * 0.42, y - r * 0.6), (px + r * 0.3, y), (px - r * 0.3, y)],
            CLAY,
            mix(CLAY, INK, 0.25),
        )
        it.box(px - r * 0.48, y - r * 0.66, r * 0.96, r * 0.16, mix(CLAY, LANTERN, 0.2))


def block(it: Picture, x: float, y: float, wide: float, high: float, colour: str, *, lit: float = 0.0) -> None:
    """Stand a block seen from a corner; (x, y) is the near corner of its foot."""
    deep = wide * 0.5
    left: list[Point] = [(x, y), (x - wide, y - deep), (x - wide, y - deep - high), (x, y - high)]
    right: list[Point] = [(x, y), (x + wide, y - deep), (x + wide, y - deep - high), (x, y - high)]
    it.shape(left, mix(colour, INK, 0.22), mix(colour, INK, 0.42))
    it.shape(right, mix(colour, INK, 0.05), mix(colour, INK, 0.28))
    it.shape(
        [(x, y - high), (x - wide, y - deep - high), (x, y - 2 * deep - high), (x + wide, y - deep - high)],
        mix(colour, PAPER, 0.35),
        colour,
    )
    for row in range(int(high / 3)):
        for column in range(int(wide / 2.4)):
            if it.dice.random() < lit:
                px, py = x + 1 + column * 2.4, y - high + 1.4 + row * 3 - (1 + column * 2.4) * 0.5
                it.shape([(px, py), (px + 1.3, py - 0.65), (px + 1.3, py + 0.85), (px, py + 1.5)], HONEY)
