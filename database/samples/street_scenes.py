"""Covers that stand in the street."""

import math

from picture_kit import (
    BRICK,
    CLAY,
    FOREST,
    HIGH,
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
    WIDE,
    Picture,
    mix,
)

_WALLS = (SAND, MINT, "#F0D49A", PAPER, SAGE)
_ROOFS = (BRICK, PINE, CLAY, "#6E4A34")


def listening() -> Picture:
    """A phone held up to the street, with the report on it."""
    it = Picture(3, "#F9DDA6", "#FFF6E0")
    it.sun(28, 30, 11, "#F0D08E")
    it.skyline(72, 30, "#CFE3C6", "#E3EED6")
    it.street(84, _WALLS, _ROOFS, tall=40)
    it.box(0, 84, WIDE, 24, "#8FA79B", "#4A655B")
    for x in range(-4, 190, 22):
        it.box(x, 97, 12, 1.4, PAPER)
    it.tree(16, 88, 9)
    it.tree(168, 88, 8, PINE)
    it.oval(46, 99, 11, 2.6, INK)
    it.oval(46, 99.6, 9, 1.8, "#3B4A45")
    it.glow(102, 62, 46, NIGHT, 0.6)
    it.card(80, 12, 46, 92, 5, INK)
    it.card(82, 15, 42, 86, 3.4, PAPER)
    it.box(82, 22, 42, 38, "#CFE6D6", "#7FA894")
    it.box(82, 48, 42, 12, "#8FA79B", "#5A746A")
    it.oval(103, 54, 12, 3, INK)
    it.oval(103, 54.7, 10, 2.1, "#3B4A45")
    it.ring(103, 54, 16, 6, LANTERN, 0.9)
    for row, (wide, colour) in enumerate(((30, INK), (24, SAGE), (27, SAGE))):
        it.card(86, 65 + row * 4.4, wide, 1.9, 0.9, colour)
    for step in range(3):
        it.disc(90 + step * 13, 84, 2.7, LEAF if step < 2 else MINT)
        if step < 2:
            it.line([(93 + step * 13, 84), (100 + step * 13, 84)], LEAF, 0.9)
            it.line([(88.8 + step * 13, 84), (89.8 + step * 13, 85.2), (91.4 + step * 13, 82.8)], PAPER, 0.6)
    it.card(86, 91, 34, 6, 3, LANTERN)
    it.disc(132, 24, 9, BRICK)
    it.shape([(124.2, 28), (139.8, 28), (132, 42)], BRICK)
    it.disc(132, 24, 4, PAPER)
    return it


def one_stop() -> Picture:
    """The pavilion of the constellation of literature as the one window of the city."""
    it = Picture(7, "#FFF3D9", "#F7DFA8")
    it.sun(92, 38, 22, "#EBCB86", rings=14)
    it.ridge(82, 8, "#BFDDB9", "#8CC29E", waves=3)
    it.box(0, 84, WIDE, 24, "#D9BE86", "#A98652")
    for side in (-1, 1):
        it.box(92 + side * 62 - 28, 62, 56, 23, BRICK, "#5E1119")
        it.shape([(92 + side * 62 - 32, 62), (92 + side * 62, 54), (92 + side * 62 + 32, 62)], PINE)
        for arch in range(4):
            it.card(92 + side * 62 - 24 + arch * 13, 68, 8, 17, 4, "#F6E3B4")
        it.tree(92 + side * 40, 88, 8, LEAF)
    for x in (66, 78, 102, 114):
        it.box(x, 52, 4.4, 36, SAND, "#BFA877")
        it.box(x + 3.2, 52, 1.2, 36, "#AD9360", "#846B40")
    it.box(62, 48, 60, 5, BRICK, "#6E151D")
    it.box(70, 28, 44, 20, BRICK, "#7A1820")
    it.disc(92, 38, 9, SAND)
    it.disc(92, 38, 7.6, HONEY)
    for ray in range(12):
        turn = ray * math.pi / 6
        it.line(
            [
                (92 + 2.6 * math.cos(turn), 38 + 2.6 * math.sin(turn)),
                (92 + 8 * math.cos(turn), 38 + 8 * math.sin(turn)),
            ],
            BRICK,
            0.7,
        )
    it.disc(92, 38, 2.6, BRICK)
    for y, half, rise in ((48, 37, 5), (28, 32, 13)):
        it.shape(
            [
                (92 - half, y - 1),
                (92 - half + 9, y - 3),
                (80, y - rise),
                (104, y - rise),
                (92 + half - 9, y - 3),
                (92 + half, y - 1),
                (92 + half - 8, y + 2),
                (92 - half + 8, y + 2),
            ],
            "#1D6A4E",
            FOREST,
        )
    for step in range(4):
        it.box(60 - step * 3, 86 + step * 2.2, 64 + step * 6, 2.2, mix(SAND, CLAY, step / 6), "#A98D5A")
    for k, (x, y) in enumerate(((24, 40), (38, 30), (52, 24), (146, 30), (160, 41), (134, 22))):
        it.glow(x + 5, y + 8, 11, CLAY, 0.35)
        it.shape([(x, y), (x + 9, y + 1.5), (x + 8, y + 14), (x - 1, y + 12.5)], PAPER, "#F3E8CE")
        for row in range(3):
            it.line([(x + 1.4, y + 4 + row * 2.4), (x + 6.8, y + 4.8 + row * 2.4)], SAGE, 0.55)
        it.disc(x + 5.6, y + 11, 1.2, BRICK if k % 2 else LEAF)
    for x, colour, tall in ((84, RIVER, 13), (100, INDIGO, 14), (112, CLAY, 12)):
        it.person(x, 99, tall, colour)
    return it


def _stall(it: Picture, x: float, y: float, wide: float, colour: str, goods: tuple[str, ...]) -> None:
    """Set up a market stall: posts, striped awning, a table heaped with goods."""
    high = wide * 0.86
    for post in (x + 1, x + wide - 2):
        it.box(post, y - high, 1, high, "#6E4A34")
    it.box(x, y - high * 0.36, wide, high * 0.36, "#9A6A43", "#5D3B25")
    for k in range(15):
        cx = x + 2 + (wide - 4) * k / 14
        it.disc(cx, y - high * 0.39 - (k % 3) * 0.7, wide * 0.055, goods[k % len(goods)])
    for k in range(7):
        left = x - 2 + (wide + 4) * k / 7
        stripe = PAPER if k % 2 else colour
        inner = x + wide * k / 7
        step, low = (wide + 4) / 7, y - high * 0.8
        it.shape(
            [(inner, y - high * 1.08), (inner + wide / 7, y - high * 1.08), (left + step, low), (left, low)],
            stripe,
            mix(stripe, INK, 0.15),
        )
        it.oval(left + step / 2, low, step / 2, 1.7, mix(stripe, INK, 0.15))


def night_market() -> Picture:
    """Lanterns over the night market, and dark, quiet windows above it."""
    it = Picture(11, "#141A4A", "#6A3D6B")
    it.skyline(70, 44, "#1D2358", "#38295C", lit=HONEY, chance=0.06)
    it.street(84, ("#3B3F7A", "#4B3D72", "#2F4A6A", "#5A4270"), ("#241C4A", "#1E2A4E"), tall=44, lit=False)
    it.glow(92, 76, 120, LANTERN, 0.6, 34)
    it.box(0, 90, WIDE, 18, "#7A4A4A", "#2A1C3C")
    for n, x in enumerate((4.0, 40, 112, 148)):
        it.glow(x + 16, 74, 26, HONEY, 0.7)
        _stall(
            it,
            x,
            95,
            31,
            (BRICK, PINE, INDIGO, CLAY)[n],
            ((LANTERN, BRICK, LEAF), (CLAY, HONEY), (JADE, PAPER, BRICK), (HONEY, LEAF))[n],
        )
    for row, y in enumerate((20, 34)):
        sag = [(x * 4.0, y + 9 * math.sin(math.pi * (x * 4.0 % 92) / 92)) for x in range(47)]
        it.line(sag, "#E7C07A", 0.25)
        for k in range(3 - row, 47, 5):
            x, top = sag[k]
            it.glow(x, top + 4, 8, LANTERN, 0.85)
            it.oval(x, top + 3.6, 2.6, 3.2, (LANTERN, BRICK, "#E46A2E")[k % 3])
            it.oval(x - 0.5, top + 3.2, 1, 2, HONEY)
    for x, tall, colour in (
        (79, 20, RIVER),
        (88, 17, CLAY),
        (98, 21, LEAF),
        (106, 16, BRICK),
        (60, 15, MINT),
        (136, 15, SAND),
    ):
        it.person(x, 103, tall, colour)
    return it


def shelter() -> Picture:
    """A bus shelter that speaks, in the rain."""
    it = Picture(14, "#7FA9A8", "#D5E5D5")
    it.skyline(76, 50, "#86B4A8", "#B5D3C4")
    it.skyline(80, 28, "#4F9079", "#76AF96", lit=HONEY, chance=0.25)
    it.box(0, 82, WIDE, 26, "#6F8881", "#3B5049")
    for joint in range(0, 184, 16):
        it.line([(joint, 92), (joint - 6, 108)], "#59716A", 0.3)
    for _ in range(110):
        x, y = it.dice.uniform(0, WIDE), it.dice.uniform(0, HIGH)
        it.line([(x, y), (x - 1.2, y + 4.4)], "#EAF3EC", 0.12)
    it.glow(92, 92, 80, NIGHT, 0.6, 8)
    it.box(34, 40, 116, 50, "#CFE8DF", "#A5CFC0")
    it.glow(92, 44, 60, HONEY, 0.7, 34)
    for x in (34, 91, 148):
        it.box(x, 36, 2, 56, FOREST)
    it.shape([(22, 37), (36, 24), (164, 24), (158, 37)], PINE, FOREST)
    for k in range(6):
        it.panel((38 + k * 20, 25.4), (18, 0), (-5 + k * 1.1, 9), (5, 3))
    it.box(21, 37, 138, 2.6, LANTERN)
    it.box(100, 72, 44, 3, CLAY, "#8F4A30")
    for x in (104, 139):
        it.box(x, 75, 2, 16, FOREST)
    it.card(44, 46, 38, 30, 2, INK)
    for row, colour in enumerate((LANTERN, MINT, MINT, SAGE)):
        it.card(48, 50 + row * 6, 7, 3.6, 1, colour)
        it.card(58, 50.6 + row * 6, 20 - row * 2, 2.2, 1, mix(colour, INK, 0.35))
    it.person(112, 96, 34, INDIGO)
    it.line([(120, 80), (128, 97)], PAPER, 0.8)
    it.person(136, 97, 30, BRICK)
    it.ring(62, 92, 8, 8, INK, 1)
    it.card(56, 74, 10, 15, 3, RIVER)
    it.disc(61, 69, 4, "#E3B48C")
    it.arc(61, 68.6, 4.2, 180, 360, INK, 2)
    for r in (5, 9, 13):
        it.arc(96, 56, r, 320, 400, PINE, 0.8)
    return it


def lamp() -> Picture:
    """A lamp post lights a walker home and measures the night air."""
    it = Picture(15, "#0C1F3D", "#2F5F66")
    it.disc(150, 20, 8, "#F7ECC8")
    it.disc(153, 18, 7.4, "#12294A")
    for _ in range(60):
        it.disc(it.dice.uniform(0, WIDE), it.dice.uniform(0, 44), 0.18, PAPER)
    it.skyline(76, 36, "#153A4A", "#1F4F56", lit=HONEY, chance=0.1)
    it.street(88, ("#2D5A5E", "#35506B", "#3F6A5E"), ("#12303A", "#1A2A48"), tall=34)
    it.box(0, 88, WIDE, 20, "#2F4F4C", NIGHT)
    it.cone([(66, 24), (78, 24), (130, 104), (22, 104)], HONEY, 0.8)
    it.oval(76, 99, 52, 6.4, "#8A8B55")
    it.oval(76, 99, 36, 4.2, "#C9B566")
    it.box(103, 22, 2.6, 78, "#0A1B1A")
    it.box(99, 96, 10.6, 4, "#0A1B1A")
    it.line([(104.3, 30), (98, 20), (88, 18), (78, 19)], "#0A1B1A", 2)
    it.card(62, 18, 20, 4.4, 2, "#16302C")
    it.glow(72, 23, 20, HONEY, 1)
    it.card(64, 21.6, 16, 2, 1, "#FFF3C4")
    it.card(99, 44, 11, 15, 2, MINT)
    for slit in range(4):
        it.box(101, 47 + slit * 2.6, 7, 1, PINE)
    it.disc(104.5, 62, 1.2, LANTERN)
    for r in (8, 13, 18, 23):
        it.arc(106, 50, r, 318, 402, MINT, 0.5)
    for _ in range(70):
        it.disc(
            it.dice.gauss(146, 16),
            it.dice.gauss(48, 11),
            it.dice.uniform(0.2, 0.7),
            mix(SAGE, "#2F5F66", it.dice.random()),
        )
    it.person(70, 100, 24, BRICK)
    it.tree(20, 96, 10, PINE)
    it.tree(166, 98, 12, "#17523F")
    return it


def battery_swap() -> Picture:
    """A rider swaps a battery at the cabinet on the corner."""
    it = Picture(18, "#BFE6D3", "#FFF3D6")
    it.sun(30, 32, 11, "#E9DDAE")
    it.skyline(72, 34, "#A6D6BE", "#CBE8D6")
    it.street(84, _WALLS, _ROOFS, tall=32, lit=False)
    it.box(0, 84, WIDE, 24, "#9DB3A8", "#546C62")
    it.glow(132, 96, 40, NIGHT, 0.7, 5)
    it.card(104, 22, 54, 74, 4, FOREST)
    it.box(154, 26, 4, 66, NIGHT)
    it.card(104, 22, 54, 11, 4, LANTERN)
    it.shape([(132, 23.4), (126, 29), (130, 29), (129, 32), (136, 26.6), (131.6, 26.6)], INK)
    for row in range(4):
        for column in range(3):
            x, y = 108 + column * 15.4, 37 + row * 14
            full = (row * 3 + column) % 5
            it.card(x, y, 13, 11.6, 1.6, "#0A2A21")
            if full == 3:
                it.glow(x + 6.5, y + 6, 11, HONEY, 0.9)
                continue
            it.card(x + 1.6, y + 1.6, 9.8, 8.4, 1, MINT)
            it.card(x + 2.6, y + 6.4, 7.8, 2, 0.6, SAGE)
            it.card(x + 2.6, y + 6.4, 7.8 * (0.55 + full * 0.12), 2, 0.6, LEAF)
            it.disc(x + 9, y + 3.8, 0.8, "#2FD07F")
    it.glow(52, 99, 40, NIGHT, 0.7, 4)
    for x in (30, 78):
        it.disc(x, 92, 9, INK)
        it.disc(x, 92, 5.4, SAGE)
        it.disc(x, 92, 1.6, INK)
    it.shape(
        [
            (24, 80),
            (44, 76),
            (48, 86),
            (66, 86),
            (70, 66),
            (75, 66),
            (80, 88),
            (74, 90),
            (70, 92),
            (42, 93),
            (36, 84),
            (22, 86),
        ],
        BRICK,
        "#5E1119",
    )
    it.card(24, 72, 26, 5, 2.4, INK)
    it.line([(71, 68), (68, 58), (62, 56)], INK, 1.6)
    it.disc(73, 66, 3, HONEY)
    it.card(46, 79, 9, 6, 1, MINT)
    it.person(91, 98, 42, INDIGO)
    it.arc(91, 60.6, 5.6, 165, 375, LANTERN, 3)
    it.card(96, 77, 10, 8, 1, MINT)
    it.card(97.4, 81.4, 7, 2, 0.6, LEAF)
    return it


def _wind(it: Picture) -> None:
    """Let the wind come in on one side of the tower and leave on the other."""
    for row in range(5):
        for strand in range(3):
            y = 22 + row * 17 + strand * 1.8
            it.line([(x, y + 3.2 * math.sin(x / 10 + row)) for x in range(4 + strand * 6, 58)], PAPER, 0.36)
            it.line([(x, y - 4 + 3.2 * math.sin(x / 10 + row)) for x in range(138, 178 - strand * 7)], MINT, 0.36)


def breathing() -> Picture:
    """A tower with gardens on its floors, and the wind that passes through it."""
    it = Picture(19, "#6FB7C9", "#E9F4DF")
    it.glow(40, 20, 80, PAPER, 0.7)
    for x, y, r in ((28.0, 26.0, 13), (160, 18, 15), (142, 38, 10)):
        for shift in (-1, 0, 1):
            it.oval(x + shift * r * 0.8, y + abs(shift) * 2, r * 0.8, r * 0.34, "#F6FAF0")
    it.skyline(100, 46, "#8CC6BE", "#BFE0CF")
    it.skyline(104, 30, "#4FA184", "#7BBE9E", lit=PAPER, chance=0.2)
    it.box(0, 96, WIDE, 12, PINE, FOREST)
    it.shape([(62, 10), (112, 4), (112, 100), (62, 100)], "#F4E9CC", "#C9B78A")
    it.shape([(112, 4), (134, 12), (134, 100), (112, 100)], "#9C8D66", "#6F6547")
    for floor in range(9):
        y = 13 + floor * 9.6
        for bay in range(6):
            x = 65 + bay * 7.8
            opened = (floor + bay * 2) % 4 == 0
            it.box(x, y, 6.2, 6.4, "#2E7E86" if not opened else HONEY, "#1C545E" if not opened else LANTERN)
            it.shape([(x, y), (x + 2.6, y), (x + 0.8, y + 6.4), (x, y + 6.4)], "#6DB9BD" if not opened else PAPER)
        for bay in range(3):
            it.box(114.6 + bay * 6.6, y + 1.4, 4.6, 6, "#1C4A50")
        it.box(60, y + 6.8, 52, 1.6, SAND, "#B7A26D")
        for leaf in range(15):
            x = 61 + leaf * 3.5
            it.disc(x, y + 6.6 - it.dice.random(), it.dice.uniform(0.8, 1.9), mix(LEAF, JADE, it.dice.random()))
            if it.dice.random() < 0.3:
                it.line([(x, y + 7), (x + 0.4, y + 10.5)], LEAF, 0.5)
    _wind(it)
    for x in (20, 44, 152, 170):
        it.tree(x, 103, 8)
    return it


def day_market() -> Picture:
    """Stalls by day; a payment is on its way from a phone."""
    it = Picture(20, "#BFE3EA", "#FFF4DA")
    it.sun(154, 22, 10, "#E6E2BE")
    it.skyline(62, 26, "#B5DCCB", "#D5ECDD")
    it.street(76, _WALLS, _ROOFS, tall=28, lit=False)
    it.box(0, 76, WIDE, 32, "#E5C893", "#A67B4A")
    it.glow(40, 90, 44, NIGHT, 0.5, 5)
    it.glow(136, 90, 48, NIGHT, 0.5, 5)
    _stall(it, 10, 92, 58, LEAF, (BRICK, LANTERN, JADE, CLAY, HONEY))
    _stall(it, 108, 92, 60, BRICK, (JADE, LANTERN, LEAF, HONEY))
    it.person(38, 77, 27, INDIGO, hat=True)
    it.person(140, 77, 28, PINE)
    it.person(92, 102, 38, CLAY)
    it.card(99, 82, 5, 8.6, 0.8, INK)
    it.box(99.6, 83, 3.8, 6.4, MINT)
    it.card(116, 56, 15, 15, 1.2, PAPER)
    for row in range(9):
        for column in range(9):
            corner = (row < 3 or row > 5) and (column < 3 or column > 5) and not (row > 5 and column > 5)
            dark = (row % 6 != 1 or column % 6 != 1) if corner else it.dice.random() < 0.5
            if dark:
                it.box(117.4 + column * 1.36, 57.4 + row * 1.36, 1.3, 1.3, INK)
    for r in (5, 9, 13):
        it.arc(104, 82, r, 275, 350, LANTERN, 0.9)
    for x in (78, 84, 89):
        it.glow(x, 103, 6, NIGHT, 0.5, 1)
        it.shape([(x - 4, 98), (x + 4, 98), (x + 3, 103.4), (x - 3, 103.4)], "#B57B45", "#7B4F2A")
        for k in range(4):
            it.disc(x - 2.6 + k * 1.8, 97.4, 1.5, (LANTERN, JADE, BRICK)[k % 3])
    return it


def old_quarter() -> Picture:
    """The old street, half of it brick and tile, half of it measured points."""
    it = Picture(21, "#F6CE8E", "#0E4438")
    it.shape([(0, 0), (112, 0), (84, 108), (0, 108)], "#F6C987", "#FFF1D2")
    it.shape([(112, 0), (184, 0), (184, 108), (84, 108)], "#124C40", NIGHT)
    it.glow(30, 24, 50, PAPER, 0.7)
    it.street(90, _WALLS, _ROOFS, tall=58)
    split = 98.0
    it.shape([(split + 12, 0), (184, 0), (184, 90), (split - 11, 90)], "#124C40", "#0B332B")
    x = split - 2
    while x < WIDE:
        wide, high = it.dice.uniform(13, 17), it.dice.uniform(38, 56)
        corners = [
            (x, 90.0),
            (x, 90 - high),
            (x + wide / 2, 90 - high - wide * 0.42),
            (x + wide, 90 - high),
            (x + wide, 90.0),
        ]
        it.line(corners, JADE, 0.3)
        it.line([corners[1], corners[3]], JADE, 0.3)
        for floor in range(1, int(high / 8)):
            for side in (0.14, 0.56):
                left, top = x + wide * side, 92.4 - high + (floor - 1) * 8
                it.line(
                    [
                        (left, top),
                        (left + wide * 0.28, top),
                        (left + wide * 0.28, top + 4.6),
                        (left, top + 4.6),
                        (left, top),
                    ],
                    SAGE,
                    0.25,
                )
        for _ in range(240):
            px, py = x + it.dice.random() * wide, 90 - it.dice.random() * high
            it.disc(px, py, it.dice.uniform(0.12, 0.32), (MINT, HONEY, JADE)[it.dice.randrange(3)])
        x += wide + 0.5
    it.box(0, 90, WIDE, 18, "#C9A56B", "#8A6238")
    it.shape([(split - 11, 90), (184, 90), (184, 108), (split - 16, 108)], "#0F3F35", NIGHT)
    for k in range(9):
        it.line([(split - 11 + k * 11, 90), (split - 20 + k * 16, 108)], LEAF, 0.25)
    it.line([(split + 12, 0), (split - 16, 108)], HONEY, 0.9)
    it.glow(split - 8, 80, 20, HONEY, 0.7)
    it.person(split - 18, 102, 30, INDIGO)
    it.line([(split - 11, 88), (split - 6, 72)], INK, 1)
    it.card(split - 10, 66, 8, 7, 1.4, INK)
    it.disc(split - 4, 69.4, 1.8, LANTERN)
    it.tree(14, 96, 9)
    return it


SCENES = {
    "p03": listening,
    "p07": one_stop,
    "p11": night_market,
    "p14": shelter,
    "p15": lamp,
    "p18": battery_swap,
    "p19": breathing,
    "p20": day_market,
    "p21": old_quarter,
}
