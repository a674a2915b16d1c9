"""Covers of power, shade and what they save."""

import math
from itertools import pairwise

from nature_kit import flower, leaf, sprout
from object_kit import bolt, coin, stack
from people_kit import figure
from picture_kit import (
    BRICK,
    CLAY,
    FOREST,
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
    Point,
    around,
    mix,
    smooth,
    way,
)
from sky_kit import drum, globe, moon, rays, stars
from town_kit import DUSK_WALLS, city, houses, stall, stilt_house


def _roof_from_above(it: Picture, x: float, y: float, wide: float, colour: str, *, lit: bool) -> None:
    """Lay a house seen from above at an angle, with panels on its roof."""
    deep = wide * 0.5
    it.shape([(x, y), (x + wide, y - deep), (x + wide, y - deep + 5), (x, y + 5)], mix(colour, INK, 0.45))
    it.shape([(x, y), (x - wide, y - deep), (x - wide, y - deep + 5), (x, y + 5)], mix(colour, INK, 0.6))
    ridge: list[Point] = [(x - wide, y - deep), (x, y - 2 * deep), (x + wide, y - deep), (x, y)]
    it.shape(ridge, mix(colour, PAPER, 0.12), colour)
    it.shape(
        [(x, y), (x + wide, y - deep), (x + wide * 0.5, y - deep * 1.5), (x - wide * 0.5, y - deep * 0.5)],
        mix(colour, INK, 0.2),
    )
    it.panel((x - wide * 0.72, y - deep * 0.98), (wide * 0.68, -deep * 0.68), (wide * 0.36, deep * 0.36), (4, 2))
    if lit:
        it.panel((x - wide * 0.18, y - deep * 0.46), (wide * 0.68, -deep * 0.68), (wide * 0.3, deep * 0.3), (4, 2))


def thousand_roofs() -> Picture:
    """A bright line joins the roofs of a town into a bolt."""
    it = Picture(43, "#0C3A3C", "#07231F")
    spots: list[Point] = []
    for row in range(11):
        for column in range(-1, 9):
            x, y = column * 25 + (row % 2) * 12.5, 8 + row * 11.2
            tone = ("#7A2A30", "#1C5A4A", "#8A5A3A", "#2B5A6A")[it.dice.randrange(4)]
            if it.dice.random() < 0.14:
                for dx, dy in ((-4, -4), (3, -6), (0, -2), (5, -3)):
                    it.disc(x + dx, y + dy, 3, PINE)
                    it.disc(x + dx - 0.6, y + dy - 0.8, 2.2, LEAF)
            else:
                _roof_from_above(it, x, y, 9.6, tone, lit=it.dice.random() < 0.6)
            spots.append((x, y - 5))
    bolt_line = way("108 8 66 58 88 58 74 102 124 44 100 44 116 8 108 8")
    it.glow(94, 54, 66, LANTERN, 0.7)
    it.veil(bolt_line, HONEY, 0.3)
    it.line(bolt_line, "#FFE9A8", 0.5)
    for (x, y), (x2, y2) in pairwise(bolt_line):
        count = max(2, round(math.hypot(x2 - x, y2 - y) / 5))
        for k in range(count):
            px, py = x + (x2 - x) * k / count, y + (y2 - y) * k / count
            it.glow(px, py, 4.4, HONEY, 0.9)
            it.disc(px, py, 1.25, "#FFF3C4")
    for x, y in spots:
        if it.dice.random() < 0.3:
            it.glow(x, y, 5, HONEY, 0.6)
            it.disc(x, y, 0.7, HONEY)
    return it


def second_life() -> Picture:
    """A car's battery becomes a cupboard that lights a night stall."""
    it = Picture(44, "#141A4A", "#4B3D72")
    stars(it, 46)
    moon(it, 24, 20, 8)
    city(it, 78, 38, "#232A63", lit=HONEY, chance=0.08)
    houses(it, 84, 28, DUSK_WALLS, lit=0.1, roofs=("#241C4A", "#1E2A4E"))
    it.box(0, 84, WIDE, 24, "#4B4270", "#1D1B3C")
    it.glow(140, 74, 56, LANTERN, 0.75)
    with it.placed(4, 98, 1):
        it.glow(24, 0, 30, NIGHT, 0.8, 4)
        it.blob(way("0 -12 6 -22 15 -24 22 -33 38 -33 46 -24 54 -20 54 -8 0 -8"), "#5F86B0", "#2F4A7A")
        it.shape(way("18 -24 23.6 -31 30 -31 30 -24"), "#B9D3E6")
        it.shape(way("32 -31 37 -31 43 -24 32 -24"), "#B9D3E6")
        for x in (12, 43):
            it.disc(x, -7, 6.4, INK)
            it.disc(x, -7, 3.4, SAGE)
        it.card(20, -16, 20, 7, 1.6, LANTERN)
        for k in range(4):
            it.box(22 + k * 4.4, -14, 2.8, 3, INK)
    it.curve(way("46 84 58 60 68 58"), HONEY, 1.1)
    it.shape(way("66 55 72 58 66.4 61.4"), HONEY)
    it.glow(92, 98, 26, NIGHT, 0.8, 4)
    it.card(72, 30, 38, 68, 3, "#16302C")
    it.card(72, 30, 34, 68, 3, "#2D6A57")
    for row in range(5):
        it.card(76, 42 + row * 10.6, 26, 8.6, 1.4, INK)
        for k in range(4):
            it.card(78 + k * 5, 44 + row * 10.6, 4, 4.6, 0.8, LANTERN if k <= (row * 2 + 1) % 4 + 1 else "#3A4A45")
        it.disc(99.4, 46.4 + row * 10.6, 0.9, "#43D98C")
    it.card(76, 33, 26, 6, 1.6, FOREST)
    bolt(it, 89, 36, 6.4)
    it.curve(way("106 84 116 92 122 104 132 100"), INK, 1)
    figure(it, 146, 92, 36, LEAF, hat="cone", right=(0.16, 0.16))
    stall(it, 120, 98, 52, BRICK, (LANTERN, JADE, CLAY, HONEY, BRICK))
    for k in range(4):
        x = 127 + k * 13
        it.line([(x, 52), (x, 58)], INK, 0.4)
        it.glow(x, 61, 12, HONEY, 0.9)
        it.disc(x, 60, 2, "#FFF3C4")
    figure(it, 132, 105, 30, RIVER, right=(0.16, 0.08))
    figure(it, 164, 105, 26, PAPER, dress=CLAY, hat="long")
    return it


def cool_market() -> Picture:
    """Under a big roof the market stays cool: heat turns away, river water loops through."""
    it = Picture(45, "#F28C4A", "#FFDDA6")
    globe(it, 92, 18, 13, colour="#E8641B")
    rays(it, 92, 18, "#FFE3A0", 0.13, count=10, start=150, end=390)
    city(it, 84, 24, "#F2B77C")
    it.box(0, 84, WIDE, 24, "#D9A868", "#7A4A2A")
    it.veil(way("16 50 168 50 180 108 4 108"), "#0F4A55", 0.55)
    it.veil(way("16 50 168 50 180 108 4 108"), "#2E8B9A", 0.28)
    for x in (24, 68, 112, 156):
        it.box(x - 1.6, 48, 3.2, 50, "#5B3620")
        it.box(x + 0.6, 48, 1, 50, "#3A2212")
    for y in (62, 70):
        loop = [(x, y + 2 * math.sin(x / 4.5)) for x in range(18, 168, 2)]
        it.line(loop, "#1F5A7A", 2)
        it.line(loop, "#6FC7E8", 1.1)
    for k, x in enumerate((22, 68, 114)):
        stall(
            it,
            x + 2,
            98,
            38,
            (LEAF, RIVER, PINE)[k],
            ((BRICK, LANTERN, JADE), (HONEY, LEAF, PAPER), (CLAY, JADE, BRICK))[k],
        )
    for x, y, tall, colour, hat in (
        (44, 104, 25, BRICK, "cone"),
        (62, 105, 27, INDIGO, ""),
        (106, 104, 26, PAPER, "long"),
        (154, 105, 26, LANTERN, "cone"),
        (98, 105, 18, CLAY, "cap"),
    ):
        figure(it, x, y, tall, colour, hat=hat, right=(0.12, 0.2))
    it.shape(way("-4 56 40 28 144 28 188 56"), "#2A8A5E", PINE)
    for k in range(14):
        it.line([(44 + k * 7.4, 28), (2 + k * 14, 56)], FOREST, 0.4)
    it.shape(way("50 28 60 20 124 20 134 28"), "#1D6B50", FOREST)
    it.box(54, 26, 76, 2.4, "#0F3F33")
    it.box(-4, 55, 192, 2.6, FOREST)
    for x, end in ((52, 18), (92, 92), (132, 166)):
        heat = [(x, 6), (x * 0.6 + end * 0.4, 18), (end, 12)] if x != 92 else []
        if heat:
            it.curve(heat, PAPER, 1.4)
            side = 1 if end > x else -1
            it.shape([(end + side * 5, 9), (end - side, 8.4), (end + side * 0.4, 16)], PAPER)
    it.shape([*[(x, 100 + 0.8 * math.sin(x / 3)) for x in range(-2, 22)], (12, 108), (-2, 108)], "#4FA6C4", RIVER)
    it.shape(way("172 98 186 98 186 108 164 108"), "#4FA6C4", RIVER)
    for x in (6, 176):
        it.limb([(x, 98), (x, 64), (x + (12 if x < 90 else -8), 62)], "#1F5A7A", 3)
        it.limb([(x, 98), (x, 64), (x + (12 if x < 90 else -8), 62)], "#6FC7E8", 1.6)
    return it


def roof_bonds() -> Picture:
    """A savings box like a house, with a solar roof and a leaf that grows from it."""
    it = Picture(46, "#1F8A5B", "#0F5A40")
    drum(it, 92, 56, 36, "#2A9767")
    it.glow(92, 50, 70, HONEY, 0.5)
    it.shape(around(92, 122, 130, 36, 180, 360), "#0E4A36", FOREST)
    it.glow(92, 96, 62, NIGHT, 0.75, 7)
    it.box(58, 54, 68, 42, PAPER, "#E0CF9F")
    it.box(112, 54, 14, 42, "#E6D3A6", "#C2AA78")
    for x in (66, 92):
        it.card(x, 64, 15, 17, 2, PINE)
        it.box(x + 6.8, 64, 1.4, 17, SAND)
        it.box(x, 71.6, 15, 1.4, SAND)
    it.box(70, 88, 38, 3, LANTERN)
    for x in (64, 112):
        it.card(x, 94, 8, 6, 2, CLAY)
    it.shape(way("46 58 70 26 120 26 138 58"), "#7A1820", BRICK)
    it.panel((74, 29), (42, 0), (-15, 25), (6, 4))
    it.shape(way("116 29 120 29 136 56 101 54"), "#5E1119")
    it.box(44, 57, 96, 3, "#5E1119")
    it.card(84, 21, 24, 6, 2, "#5E1119")
    it.card(87, 22.6, 18, 2, 1, INK)
    coin(it, 96, 12, 9)
    for x, y, r in ((124, 14, 5), (70, 10, 4)):
        coin(it, x, y, r)
    for x, count in ((22, 3), (36, 6), (150, 9), (166, 5)):
        it.glow(x, 101, 10, NIGHT, 0.6, 2)
        stack(it, x, 100, 7, count)
    sprout(it, 22, 94, 18, MINT)
    sprout(it, 36, 86, 22, HONEY)
    sprout(it, 150, 78, 32, MINT)
    leaf(it, 150, 62, 14, -70, HONEY)
    sprout(it, 166, 88, 20, SAGE)
    return it


def stream_house() -> Picture:
    """A mountain stream turns a small wheel; wires bring its light to the stilt houses."""
    it = Picture(47, "#16305A", "#E59A6F")
    stars(it, 30, count=40)
    moon(it, 148, 20, 8)
    it.ridge(46, 22, "#4B4A7A", "#8A6A86", waves=1.3)
    it.ridge(62, 22, "#2F4F6A", "#4A6478", waves=1.9)
    it.ridge(76, 14, "#1F5A55", "#2B6A5A", waves=2.6)
    for k in range(26):
        x = k * 7.4
        high = it.dice.uniform(7, 13)
        it.shape([(x - 3, 78), (x, 78 - high), (x + 3, 78)], mix(FOREST, "#1F5A55", it.dice.random() * 0.6))
    it.shape(way("0 76 60 78 120 74 184 78 184 108 0 108"), "#1C5A45", NIGHT)
    stream = smooth(way("66 58 62 66 68 72 60 80 70 88 92 94 114 100 128 112"))
    for share, tone in ((1.0, "#3E8FB0"), (0.6, "#8CD0E8"), (0.1, PAPER)):
        half = [(0.8 + 5.4 * k / len(stream)) * share for k in range(len(stream))]
        left = [(x - 0.8 * h, y + 0.6 * h) for (x, y), h in zip(stream, half, strict=True)]
        right = [(x + 0.8 * h, y - 0.6 * h) for (x, y), h in zip(stream, half, strict=True)]
        it.shape([*left, *reversed(right)], tone)
    for x, y, r in ((44, 62.0, 5), (66, 64, 4), (46, 84, 6), (80, 98, 7), (64, 96, 4), (108, 92, 4)):
        it.shape(around(x, y, r, r * 0.8, 180, 360), "#6F7F86", "#3E4E56")
    it.glow(32, 92, 30, HONEY, 0.6)
    it.box(14, 74, 32, 24, "#8A5A35", "#5B3A22")
    it.shape(way("10 75 30 60 50 75"), "#3E2A1E")
    it.card(20, 80, 9, 8, 1, HONEY)
    it.card(33, 82, 8, 16, 1, "#3E2A1E")
    wheel_at = (56, 86)
    it.disc(*wheel_at, 12.5, "#3E2A1E")
    it.disc(*wheel_at, 10.4, "#8CD0E8")
    for k in range(10):
        x, y = around(*wheel_at, 13.4, 13.4, 36 * k, 36 * k)[0]
        it.line([wheel_at, (x, y)], "#6E4A34", 1.1)
        it.card(x - 1.6, y - 1.6, 3.2, 3.2, 0.6, "#8A5A35")
    it.disc(*wheel_at, 2.4, LANTERN)
    for x, y, wide in ((84, 84, 26), (112, 78, 24), (142, 86, 32)):
        it.glow(x + wide / 2, y - 10, wide * 0.9, HONEY, 0.6)
        stilt_house(it, x, y, wide)
    poles = ((30, 62, 34), (78, 84, 34), (112, 80, 34), (140, 88, 38))
    for (x, y, high), (x2, y2, high2) in pairwise(poles):
        a, b = (x, y - high + 3), (x2, y2 - high2 + 3)
        it.curve([a, ((a[0] + b[0]) / 2, max(a[1], b[1]) + 4), b], "#FFE3A0", 0.5)
    for x, y, high in poles:
        it.line([(x, y), (x, y - high)], "#2A1C14", 1.2)
        it.line([(x - 4, y - high + 3), (x + 4, y - high + 3)], "#2A1C14", 0.9)
    figure(it, 136, 104, 20, BRICK, dress=INDIGO, hat="scarf", right=(0.12, 0.2))
    figure(it, 144, 104, 13, LANTERN, child=True)
    return it


def carbon_book() -> Picture:
    """An open ledger: grey smoke on one page, green leaves on the other."""
    it = Picture(48, "#C96F4A", "#8A3E2A")
    for k in range(9):
        it.line([(0, 8 + k * 13), (184, 4 + k * 13)], "#B9603E", 0.5)
    it.glow(92, 40, 110, HONEY, 0.35)
    it.glow(94, 64, 92, NIGHT, 0.8, 50)
    it.shape(way("8 24 92 30 176 24 182 98 92 104 2 98"), "#5E1119", "#3A0A10")
    for k in range(4):
        it.shape(way(f"{11 + k} {22 - k} 92 {28 - k} 92 {98 - k} {5 + k} {94 - k}"), mix(PAPER, SAND, 0.9 - 0.25 * k))
        it.shape(
            way(f"92 {28 - k} {173 - k} {22 - k} {179 - k} {94 - k} 92 {98 - k}"), mix(PAPER, SAND, 0.9 - 0.25 * k)
        )
    left, right = way("14 19 92 25 92 95 8 91"), way("92 25 170 19 176 91 92 95")
    it.shape(left, "#ECE9E2", "#CFCBC2")
    it.shape(right, "#FFF8EC", "#E9F4DF")
    for k in range(9):
        it.line([(16 - k * 0.6, 32 + k * 7), (86, 37 + k * 6.6)], "#B9B5AC", 0.3)
        it.line([(98, 37 + k * 6.6), (168 + k * 0.6, 32 + k * 7)], "#A9D3B0", 0.3)
    with it.inside(way("8 0 92 0 92 95 8 91")):
        for x, high in ((22, 26), (36, 36), (52, 22)):
            it.shape([(x - 4, 92), (x - 2.6, 92 - high), (x + 2.6, 92 - high), (x + 4, 92)], "#5B5F66", "#3B3F46")
            it.box(x - 3, 92 - high, 6, 2.4, BRICK)
        it.box(14, 82, 54, 14, "#4B4F56", "#33373D")
        for k in range(9):
            it.card(18 + k * 5.4, 85, 3, 3, 0.5, HONEY if k % 3 == 0 else "#6B6F76")
        for x, y, r, tone in (
            (24, 58.0, 6, "#9A9DA3"),
            (38, 50, 8, "#8A8D93"),
            (30, 44, 8, "#A9ACB1"),
            (50, 58, 6, "#9A9DA3"),
            (56, 46, 9, "#8A8D93"),
            (44, 36, 9, "#B4B7BB"),
            (66, 36, 8, "#A9ACB1"),
            (62, 28, 6, "#BFC1C5"),
        ):
            it.disc(x + 0.8, y + 0.8, r, mix(tone, INK, 0.2))
            it.disc(x, y, r, tone)
    it.curve(way("134 92 132 74 138 56 134 36"), PINE, 1.6)
    for k in range(7):
        y = 84 - k * 7.4
        leaf(it, 134 + math.sin(k) * 1.6, y, 22 - k * 1.4, -28 - k * 4, (LEAF, JADE, "#5FB85A")[k % 3])
        leaf(it, 133 + math.sin(k) * 1.6, y - 3, 21 - k * 1.4, -152 + k * 4, ("#2F9166", LEAF, SAGE)[k % 3])
    flower(it, 134, 30, 4.4, LANTERN, heart=BRICK)
    it.box(91.2, 25, 1.6, 71, "#C9B79A")
    with it.placed(122, 98, 1, turn=-152):
        it.box(6, -2.6, 54, 5.2, LANTERN, "#D98200")
        it.box(6, -0.8, 54, 1.6, HONEY)
        it.shape(way("6 -2.6 -3 0 6 2.6"), SAND)
        it.shape(way("-0.4 -0.8 -3 0 -0.4 0.8"), INK)
        it.card(58, -2.8, 8, 5.6, 1.6, BRICK)
    return it


SCENES = {
    "p43": thousand_roofs,
    "p44": second_life,
    "p45": cool_market,
    "p46": roof_bonds,
    "p47": stream_house,
    "p48": carbon_book,
}
