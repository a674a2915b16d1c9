"""Covers of houses, streets and those who plan them."""

import math

from nature_kit import bamboo, bush, crown, leaf
from object_kit import rows, sensor, signal, tick
from people_kit import SKINS, figure, hand, pram, seated, wheelchair
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
    WIDE,
    Picture,
    mix,
    way,
)
from sky_kit import birds, cloud, drum, globe, moon, stars, strips
from town_kit import ROOFS, bench, city, houses, lamp_post, plant_pots, tube_house, wall_of_bricks
from travel_kit import bicycle


def bamboo_house() -> Picture:
    """Three storeys of bamboo under big arcs, with balconies and plants."""
    it = Picture(49, "#A8D8C0", "#FFF4D6")
    drum(it, 128, 40, 18, "#BFE0C4")
    globe(it, 128, 40, 15)
    for k in range(16):
        bamboo(
            it,
            k * 12.4 + it.dice.uniform(-3, 3),
            96,
            it.dice.uniform(50, 92),
            lean=it.dice.uniform(-5, 5),
            colour=mix(JADE, "#CFE9CF", 0.6),
            thick=1.6,
        )
    it.box(0, 92, WIDE, 16, "#7CC08A", "#2A8A5E")
    it.glow(92, 96, 70, NIGHT, 0.6, 6)
    wood, dark = "#D9B25F", "#A87B34"
    _galleries(it, wood, dark)
    for side in (-1, 1):
        for k in range(3):
            foot, top = 92 + side * (66 - k * 9), 92 + side * (10 + k * 5)
            arc = [(foot, 98), (foot - side * 4, 62), (92 + side * (38 - k * 3), 30 + k * 2), (top, 12 + k)]
            it.curve(arc, dark, 2.6)
            it.curve([(x - 0.4, y - 0.3) for x, y in arc], wood, 1.5)
        for floor in range(3):
            x = 92 + side * (44 - floor * 3)
            it.line([(x, 96 - floor * 24), (x - side * 2, 74 - floor * 24)], wood, 1.8)
    it.shape(way("36 32 60 18 92 8 124 18 148 32 120 26 92 22 64 26"), "#B98A45", "#7A5428")
    for k in range(17):
        it.line(
            [(92 + (k - 8) * 3.6, 9 + abs(k - 8) * 1.1), (92 + (k - 8) * 6.4, 23 + abs(k - 8) * 0.9)], "#5B3A22", 0.35
        )
    figure(it, 64, 69, 14, BRICK, left=(-0.12, -0.2))
    figure(it, 118, 45, 13, INDIGO)
    figure(it, 40, 103, 24, PINE, hat="cone", right=(0.2, 0.02))
    figure(it, 148, 103, 22, PAPER, dress=RIVER, hat="long", left=(-0.14, 0.18))
    figure(it, 157, 103, 14, LANTERN, child=True)
    return it


def _galleries(it: Picture, wood: str, dark: str) -> None:
    """Stack three galleries with their railings, lit rooms and plants."""
    for floor in range(3):
        y = 94 - floor * 24
        half = 46 - floor * 3
        it.box(92 - half + 8, y - 20, 2 * half - 16, 20, mix("#5B3A22", HONEY, 0.16 + 0.12 * floor), "#4B3020")
        for k in range(5):
            it.card(
                92 - half + 13 + k * (2 * half - 26) / 4.6, y - 16, 8, 15, 1, HONEY if (k + floor) % 3 else "#FFF3C4"
            )
        for k in range(int(half * 2 / 3.4)):
            it.line([(92 - half + 2 + k * 3.4, y), (92 - half + 2 + k * 3.4, y - 7)], wood, 1)
        it.card(92 - half - 1, y - 8.4, 2 * half + 2, 2, 1, wood)
        it.card(92 - half - 3, y - 0.6, 2 * half + 6, 3, 1.4, dark)
        for k in range(5):
            x = 92 - half + 6 + k * (2 * half - 12) / 4
            for turn in (-150, -115, -65, -30):
                leaf(it, x, y - 7, 5.4, turn, (LEAF, PINE, JADE)[k % 3])


def silt_bricks() -> Picture:
    """Bricks of river silt stacked by a half-built wall; a barge brings more."""
    it = Picture(50, "#F3B77A", "#FFEBC9")
    globe(it, 58, 34, 13, colour="#F08A24")
    birds(it, 30, 18, 3, "#8A5A3A", count=3)
    it.ridge(50, 12, "#D9A070", "#EDC79A")
    city(it, 52, 18, "#C98F68", start=110)
    it.box(0, 52, WIDE, 30, "#C9925F", "#7A5A44")
    strips(it, 58, 53, 80, "#FFD58A", wide=14)
    it.glow(62, 72, 46, NIGHT, 0.6, 4)
    it.shape(way("16 60 112 60 104 73 26 73"), "#2F5F5A", "#16302C")
    it.box(16, 59, 96, 2, LANTERN)
    it.blob(way("34 59 44 52 56 48 70 50 84 47 98 59"), "#8A5A3A", "#5B3A26")
    it.box(20, 44, 13, 16, PAPER, SAND)
    it.box(18, 42, 17, 3, BRICK)
    it.card(23, 47, 7, 5, 1, "#1E4B57")
    it.line(way("36 60 60 36 74 44"), LANTERN, 1.6)
    it.shape(way("71 44 77 44 78 48 70 49"), INK)
    it.shape([*[(x, 80 + 2 * math.sin(x / 13)) for x in range(0, 186, 3)], (184, 108), (0, 108)], "#B98A5A", "#6E4A30")
    it.glow(140, 98, 44, NIGHT, 0.6, 5)
    wall_of_bricks(it, 104, 100, 90, 18, CLAY, size=11, steps=0.42)
    it.line(way("104 100 104 12"), INK, 0.8)
    it.line(way("104 16 166 16"), HONEY, 0.5)
    for row in range(4):
        for k in range(4 - row // 2):
            x, y = 10 + k * 13 + row * 2.4, 102 - row * 6.4
            tone = mix("#B9643E", PAPER if (k + row) % 2 else INK, 0.12)
            it.shape(
                [(x, y), (x + 12, y), (x + 14.6, y - 2), (x + 14.6, y - 7.4), (x + 2.6, y - 7.4), (x, y - 5.4)],
                mix(tone, INK, 0.22),
            )
            it.box(x, y - 5.4, 12, 5.4, tone)
            it.shape([(x, y - 5.4), (x + 12, y - 5.4), (x + 14.6, y - 7.4), (x + 2.6, y - 7.4)], mix(tone, PAPER, 0.3))
            for hole in (3, 6, 9):
                it.disc(x + hole, y - 2.7, 0.9, mix(tone, INK, 0.5))
    figure(it, 84, 103, 40, INDIGO, trousers="#4B5A55", hat="helmet", right=(0.24, 0.0), left=(-0.06, 0.3))
    it.box(92, 70, 9, 4.4, CLAY)
    it.shape(way("86 104 98 104 96 98 88 98"), "#8F9B96", "#5F6B66")
    return it


def tree_register() -> Picture:
    """A row of street trees, each with its tag, and the notebook that knows them."""
    it = Picture(51, "#CDE9F0", "#FFF7E0")
    cloud(it, 34, 16, 22, PAPER)
    cloud(it, 150, 12, 26, PAPER)
    it.glow(92, 40, 70, HONEY, 0.4)
    houses(
        it,
        66,
        30,
        lit=0.05,
        wide=15,
        walls=("#F6E3B8", "#E3F1E6", "#FBF3E0", "#F3D9BE"),
        roofs=("#D9A08A", "#9CC4AE", "#E0B88F"),
    )
    it.box(0, 66, WIDE, 6, "#C9B98A", "#B29F70")
    it.box(0, 70, WIDE, 38, "#E9DDBB", "#C9B686")
    trees = (
        (18, 14, LEAF, 0),
        (50, 13, PINE, 1),
        (82, 12, "#5FA84A", 2),
        (118, 13, "#C9564A", 0),
        (150, 13, "#2F9166", 3),
        (176, 12, LANTERN, 0),
    )
    for k, (x, r, colour, kind) in enumerate(trees):
        crown(it, x, 72, r, colour, trunk=2.3, kind=kind)
        if kind == 0 and k:
            for _ in range(14):
                it.disc(x + it.dice.gauss(0, r * 0.6), 44 + it.dice.gauss(0, r * 0.45), 0.7, mix(colour, PAPER, 0.55))
        it.card(x - 4, 56, 8, 6, 1, PAPER)
        it.disc(x, 57.4, 0.6, INK)
        it.box(x - 2.6, 59, 5.2, 0.7, PINE)
        it.box(x - 2.6, 60.3, 3.4, 0.7, SAGE)
    it.glow(94, 94, 70, NIGHT, 0.6, 16)
    it.shape(way("26 84 92 80 92 112 18 112"), "#7A1820")
    it.shape(way("92 80 158 84 166 112 92 112"), "#7A1820")
    it.shape(way("29 82 92 79 92 112 22 112"), PAPER, "#EADFC2")
    it.shape(way("92 79 155 82 162 112 92 112"), "#FFFDF6", "#EADFC2")
    it.line(way("92 79 92 112"), "#C9B686", 0.8)
    for k in range(3):
        x = 36 + k * 17
        leaf(it, x + 2, 96, 11, -70 + k * 14, (LEAF, "#C9564A", LANTERN)[k], wide=(0.36, 0.5, 0.3)[k])
        rows(it, x - 1, 100, 11, 2, gap=3, thick=1.1, colour=SAGE)
    for k in range(4):
        tick(it, 103, 89 + k * 6, 1.9)
        it.card(108, 88 + k * 6, (38, 30, 42, 26)[k], 1.8, 0.9, (PINE, SAGE, SAGE, SAGE)[k])
    with it.placed(150, 88, 1, turn=-48):
        it.box(4, -1.4, 34, 2.8, PINE)
        it.shape(way("4 -1.4 -1 0 4 1.4"), SAND)
    return it


def night_alley() -> Picture:
    """Just enough: one lamp, a bench, a bicycle and a small box on the wall, at night."""
    it = Picture(52, "#0B1838", "#1C3A4E")
    stars(it, 34, count=30)
    moon(it, 92, 14, 7)
    city(it, 72, 22, "#16304A", start=64, end=120, lit=HONEY, chance=0.15)
    it.shape(way("0 0 50 0 76 34 76 76 0 108"), "#1F4F4C", "#0E2A2E")
    it.shape(way("184 0 134 0 108 34 108 76 184 108"), "#7A4A3A", "#2E1A20")
    it.shape(way("76 76 108 76 184 108 0 108"), "#6B5A44", "#1A1A24")
    it.glow(72, 44, 74, LANTERN, 0.62)
    it.glow(92, 96, 70, LANTERN, 0.55, 15)
    for k in range(6):
        it.line([(76 + k * 6.4, 76), (k * 37, 108)], "#3A3430", 0.3)
    for k in range(9):
        y = 14 + k * 8.6
        it.line([(0, y * 1.15 - 12), (76, 34 + k * 5)], "#16403E", 0.3)
        it.line([(184, y * 1.15 - 12), (108, 34 + k * 5)], "#5B3430", 0.3)
    for points in ("10 28 30 36 30 62 10 62", "158 24 176 14 176 52 158 54"):
        it.shape(way(points), "#2B3A4A")
    it.shape(way("130 40 146 32 146 58 130 58"), HONEY, LANTERN)
    it.line(way("138 36 138 58"), "#5B3430", 0.8)
    it.line(way("130 49 146 45"), "#5B3430", 0.8)
    it.shape(way("116 50 124 48 124 84 116 80"), "#2E1A20")
    lamp_post(it, 58, 92, 66, colour="#0A1418", light=1)
    it.cone(way("66 30 80 30 122 106 36 106"), HONEY, 0.55)
    sensor(it, 46, 54, 13, colour=MINT)
    signal(it, 46, 46, 4, MINT, count=2)
    it.curve(way("46 60 46 66 56 68"), INK, 0.6)
    bench(it, 84, 97, 26)
    seated(it, 92, 97, 27, BRICK, hat="bun", hair="#8F9B96")
    figure(it, 119, 96, 30, INDIGO, left=(-0.12, 0.2), right=(0.06, 0.3))
    bicycle(it, 128, 103, 30, JADE)
    plant_pots(it, 12, 104, 4, gap=8, size=7)
    with it.placed(72, 103):
        it.blob(way("-4 0 -5 -3 -2 -5 2 -4 4 -1 4 0"), INK)
        it.shape(way("3 -4 3.4 -6.4 4.8 -4.8 6 -6.2 6.4 -3.6 5 -2"), INK)
        it.curve(way("-4 -1 -7 -2 -6 -5"), INK, 0.8)
    return it


def alley_map() -> Picture:
    """Several hands draw the lanes and red roofs of their alley on one large sheet."""
    it = Picture(53, "#2C7A62", "#155040")
    for k in range(20):
        it.line([(k * 14 - 40, 0), (k * 14 + 20, 108)], "#277059", 0.5)
    it.glow(94, 58, 96, NIGHT, 0.7, 62)
    it.shape(way("20 8 166 4 170 100 14 104"), PAPER, "#F1E5C6")
    lanes = (
        "22 56 60 54 92 58 130 50 168 54",
        "60 54 56 30 62 8",
        "92 58 96 80 90 103",
        "130 50 128 30 134 6",
        "56 30 92 26 128 30",
        "40 55 38 80 44 103",
        "96 80 130 82 169 78",
    )
    for lane in lanes:
        it.curve(way(lane), "#D8C79A", 7)
    for lane in lanes:
        it.curve(way(lane), "#F9EFD8", 5.4)
    plots = (
        (26, 14),
        (40, 16),
        (28, 32),
        (42, 38),
        (70, 12),
        (86, 12),
        (102, 12),
        (116, 14),
        (68, 36),
        (84, 38),
        (102, 36),
        (116, 40),
        (140, 16),
        (154, 18),
        (140, 34),
        (156, 36),
        (50, 68),
        (64, 66),
        (78, 72),
        (52, 86),
        (70, 90),
        (108, 62),
        (122, 64),
        (140, 60),
        (154, 62),
        (104, 90),
        (120, 92),
        (138, 90),
        (22, 66),
        (24, 84),
    )
    for k, (x, y) in enumerate(plots):
        if k in {11, 17}:
            it.disc(x + 4, y + 4, 6, LEAF)
            it.disc(x + 2.6, y + 2.6, 3.6, JADE)
        elif k in {27, 5, 24}:
            it.ring(x + 5, y + 4, 6, 4.4, BRICK, 0.4)
        else:
            tone = (BRICK, "#B5423A", CLAY)[k % 3]
            it.box(x, y, 11, 8.6, mix(tone, PAPER, 0.12))
            it.shape([(x, y), (x + 11, y), (x + 8, y + 4.3), (x + 3, y + 4.3)], tone)
            it.shape([(x, y + 8.6), (x + 11, y + 8.6), (x + 8, y + 4.3), (x + 3, y + 4.3)], mix(tone, INK, 0.2))
    it.dots(way("30 56 60 54 92 58 96 78 128 82"), INDIGO, 0.9, 3.6)
    for x, y, turn, sleeve, skin in (
        (60, 78, 24, INDIGO, 0),
        (146, 56, -64, BRICK, 1),
        (104, 30, 196, LANTERN, 2),
        (34, 40, 108, RIVER, 3),
    ):
        with it.placed(x, y, 1, turn=turn - 22):
            it.limb(way("2 9 2 -9"), (LANTERN, LEAF, BRICK, INDIGO)[skin], 1.9)
            it.shape(way("1 -9 3 -9 2 -12"), INK)
        hand(it, x, y, 8.6, turn, sleeve, skin=SKINS[skin], grip=True)
    return it


def step_free() -> Picture:
    """A green line leads round the stairs up the hill, for wheels of every kind."""
    it = Picture(54, "#F9C58A", "#FFF0CF")
    globe(it, 36, 24, 12)
    cloud(it, 74, 18, 20, "#FFF3DC")
    it.ridge(56, 24, "#E6B27C", "#F1CC9A", waves=1.2)
    for k, (x, y) in enumerate(
        ((62.0, 56.0), (78, 50), (94, 45), (110, 42), (126, 40), (142, 40), (158, 42), (172, 46))
    ):
        tube_house(
            it,
            x,
            y,
            14,
            24 + (k * 7) % 9,
            (MINT, PAPER, SAND, SAGE)[k % 4],
            roof=ROOFS[k % 4],
            kind=k % 5,
            lit=0.2,
            shop=False,
        )
    it.shape(way("0 84 60 56 110 42 184 46 184 108 0 108"), "#D9B277", "#8A6238")
    for k, (x, y, wide, high) in enumerate(((2, 84, 17, 44), (20, 76, 16, 36), (38, 67, 14, 32))):
        tube_house(
            it, x, y, wide, high, (CLAY, "#F4DDA6", SAGE)[k], roof=ROOFS[(k + 1) % 4], kind=(0, 3, 2)[k], lit=0.15
        )
    for k in range(15):
        y, half = 46 + k * 3.9, 9 + k * 1.9
        x = 112 - k * 1.6
        it.box(x - half, y, 2 * half, 2.1, "#F3E3BF")
        it.box(x - half, y + 2.1, 2 * half, 1.9, "#A98D5A")
    path = way("60 108 58 100 34 94 30 88 52 80 74 78 78 72 66 66 70 60 92 52 106 45")
    it.curve(path, "#EADBB2", 11)
    it.curve(path, LEAF, 3.4)
    it.curve(path, "#43D98C", 1)
    for x, y, r in ((150, 70, 10), (172, 84, 13), (142, 96, 8)):
        crown(it, x, y, r)
    bush(it, 164, 100, 16, PINE)
    wheelchair(it, 48, 92, 26, BRICK)
    figure(it, 72, 107, 32, INDIGO, left=(0.12, 0.3), right=(0.2, 0.29))
    pram(it, 90, 107, 24, CLAY)
    figure(it, 116, 78, 16, PINE, right=(0.08, 0.3))
    figure(it, 112, 58, 10, LANTERN)
    it.line(way("26 108 26 62"), INK, 1.2)
    it.card(12, 50, 28, 17, 2.4, LEAF)
    it.ring(21, 60.4, 3.2, 3.2, PAPER, 0.9)
    it.line(way("19.6 53.6 20 58 24 58.6 25.4 62.4"), PAPER, 1)
    it.disc(19.4, 52.8, 1.1, PAPER)
    it.line(way("29 62 36 54"), PAPER, 1.2)
    it.shape(way("37.4 52.2 36.8 57 33 53.6"), PAPER)
    return it


SCENES = {
    "p49": bamboo_house,
    "p50": silt_bricks,
    "p51": tree_register,
    "p52": night_alley,
    "p53": alley_map,
    "p54": step_free,
}
