"""Covers of beaches, songs, streets and the stories they tell."""

import math

from nature_kit import coral, crown, fish, palm
from object_kit import bowl, parasol, pin, silk_lantern, steam
from people_kit import SKINS, figure, hand
from picture_kit import (
    BRICK,
    CLAY,
    HIGH,
    HONEY,
    INDIGO,
    INK,
    JADE,
    LANTERN,
    LEAF,
    NIGHT,
    PAPER,
    PINE,
    RIVER,
    SAND,
    WIDE,
    Picture,
    around,
    mix,
    way,
)
from sky_kit import cloud, drum, globe, moon, stars, strips
from town_kit import DUSK_WALLS, city, houses, stilt_house, tube_house


def beach() -> Picture:
    """A beach from above: parasols crowd here, leave room there; the tower shows the light."""
    it = Picture(79, "#F3DFA8", "#E3C07C")
    for _ in range(240):
        it.disc(it.dice.uniform(0, WIDE), it.dice.uniform(0, HIGH), it.dice.uniform(0.15, 0.4), "#CFA764")
    shore = [(x, 30 + x * 0.09 + 3 * math.sin(x / 17)) for x in range(-4, 190, 4)]
    for shift, tone, foot in ((5.0, "#D9C08A", "#D9C08A"), (2.6, "#F3FBF4", "#CFEFE6"), (0.0, "#7DD0D0", "#5FC0C8")):
        it.shape([*[(x, y + shift + 0.8 * math.sin(x / 5 + shift)) for x, y in shore], (190, -4), (-4, -4)], tone, foot)
    it.shape([*[(x, y - 9 + 1.4 * math.sin(x / 9)) for x, y in shore], (190, -4), (-4, -4)], "#1F8AA6", "#3FAFBE")
    it.shape([*[(x, y - 22 + 1.6 * math.sin(x / 12 + 2)) for x, y in shore], (190, -4), (-4, -4)], "#166F92", "#2590AC")
    for k in range(12):
        x = it.dice.uniform(0, 170)
        it.curve([(x, 8 + k * 1.6), (x + 6, 7 + k * 1.6), (x + 12, 8.4 + k * 1.6)], "#BFE9EA", 0.5)
    for x, y in ((30, 22.0), (52, 16), (88, 25), (40, 28), (140, 26)):
        it.disc(x, y, 1.5, SKINS[round(x) % 4])
        it.arc(x, y, 3.4, 10, 170, PAPER, 0.5)
    tones = (BRICK, LANTERN, INDIGO, LEAF, CLAY, "#B4486A", RIVER)
    for k in range(15):
        x, y = 12 + (k % 5) * 15 + it.dice.uniform(-2, 2), 50 + (k // 5) * 18 + it.dice.uniform(-2, 2)
        it.card(x + 3, y + 4, 5, 9, 1, tones[(k + 3) % 7])
        parasol(it, x, y, 7.4, tones[k % 7])
    for k, (x, y) in enumerate(((134, 64), (154, 78), (134, 94), (166, 52))):
        it.card(x + 4, y + 5, 5, 10, 1, tones[(k + 2) % 7])
        parasol(it, x, y, 8, tones[(k + 4) % 7])
    it.dots(way("92 108 100 88 104 70 124 76 142 84"), PINE, 0.9, 3.6)
    it.glow(100, 56, 16, NIGHT, 0.6)
    it.card(91, 46, 20, 18, 2, "#8A5A32")
    for k in range(5):
        it.box(91, 47 + k * 3.6, 20, 2.8, mix("#B57B45", PAPER, 0.1 * (k % 2)))
    it.card(93, 48, 16, 14, 1.6, BRICK)
    it.shape(way("93 48 109 48 101 55"), "#B32C36")
    it.card(116, 34, 11, 26, 4, INK)
    for k, tone in enumerate(("#5B2A22", "#5A4A1C", "#43D98C")):
        it.disc(121.5, 39.4 + k * 7.6, 3, tone)
    it.glow(121.5, 54.6, 12, "#43D98C", 0.8)
    palm(it, 178, 118, 34, lean=-9)
    palm(it, 4, 122, 34, lean=8)
    return it


def songs() -> Picture:
    """Mountains whose ridges are the wave of a song, a stilt house, a flute player."""
    it = Picture(80, "#3A1F4E", "#E8895A")
    stars(it, 30, count=36)
    globe(it, 134, 46, 15, colour="#F5A623")
    tones = ("#5B3A73", "#7A4A78", "#3F5A7A", "#2B5A66", "#1C5A50")
    for row, tone in enumerate(tones):
        base, tall = 54 + row * 10, 30 - row * 3.6
        crest = []
        for k in range(0, 186, 1):
            swell = math.exp(-(((k - 60 - row * 14) / 46) ** 2)) + 0.5 * math.exp(-(((k - 150 + row * 12) / 30) ** 2))
            crest.append((float(k), base - tall * swell * (0.55 + 0.45 * math.cos(k / (3.6 + row * 0.8) + row))))
        it.shape([*crest, (185, 108), (0, 108)], mix(tone, HONEY, 0.14), tone)
        it.line(crest, mix(tone, HONEY, 0.7), 0.5)
    it.shape(way("0 94 60 90 120 96 184 90 184 108 0 108"), "#14402F", NIGHT)
    it.glow(134, 84, 38, HONEY, 0.7)
    stilt_house(it, 110, 100, 52)
    with it.placed(52, 82):
        it.glow(0, 0, 24, HONEY, 0.6)
        it.line(way("-18 -24 18 -24"), "#3A241C", 1.8)
        for x in (-17, 17):
            it.line([(x, -24), (x * 1.15, 22)], "#3A241C", 1.8)
        it.line(way("-7 -24 -7 -12"), PAPER, 0.4)
        it.line(way("7 -24 7 -12"), PAPER, 0.4)
        it.disc(0.8, 1.2, 15, "#5B3A12")
        it.disc(0, 0, 15, "#D99A2B")
        for r, tone in ((13, "#B97A1C"), (10, "#E9B84A"), (6.4, "#B97A1C"), (4.6, HONEY)):
            it.disc(0, 0, r, tone)
        it.arc(0, 0, 12, 200, 260, PAPER, 0.8)
        for r in (19, 24, 29):
            it.arc(0, 0, r, -30, 30, HONEY, 0.7)
            it.arc(0, 0, r, 150, 210, HONEY, 0.7)
    figure(it, 84, 105, 34, BRICK, dress=INDIGO, hat="scarf", left=(-0.24, -0.02), right=(-0.02, 0.16))
    it.limb(way("66 79 75.4 80"), "#6E4A34", 1)
    it.disc(66, 79, 1.7, PAPER)
    figure(it, 20, 105, 33, PINE, right=(0.12, -0.06), left=(0.18, -0.04))
    it.limb(way("19 76.6 33 79"), HONEY, 1.1)
    return it


def underwater_trail() -> Picture:
    """A snorkeller follows numbered signs along the reef."""
    it = Picture(81, "#7FE0DC", "#0B3B66")
    for k in range(7):
        x = -6 + k * 30
        it.cone([(x, 0), (x + 12, 0), (x + 44, 108), (x + 6, 108)], "#E9FFF4", 0.5)
    for k in range(9):
        it.curve(
            [(k * 24 - 12, 5 + (k % 2) * 2), (k * 24, 2 + (k % 2) * 2), (k * 24 + 12, 5 + (k % 2) * 2)], PAPER, 0.8
        )
    it.shape(
        [*[(x, 84 + 9 * math.sin(x / 30 + 2)) for x in range(0, 186, 3)], (184, 108), (0, 108)], "#2C7FA0", "#14507A"
    )
    for k in range(9):
        coral(
            it,
            8 + k * 22,
            84 + 9 * math.sin((8 + k * 22) / 30 + 2) + 1,
            9 + (k * 5) % 6,
            mix(("#E4575A", LANTERN, "#8A5AA8")[k % 3], "#14507A", 0.45),
            kind=k % 3,
        )
    it.shape([*[(x, 98 + 4 * math.sin(x / 22)) for x in range(0, 186, 3)], (184, 108), (0, 108)], "#E6CF9A", "#A9874E")
    for x, y, high, tone, kind in (
        (10, 102, 26, "#E4575A", 0),
        (30, 104, 13, LANTERN, 2),
        (60, 105, 17, "#B4486A", 1),
        (82, 103, 12, "#F08A5A", 0),
        (120, 104, 20, "#8A5AA8", 1),
        (146, 104, 14, JADE, 2),
        (172, 103, 30, "#F08A5A", 0),
    ):
        coral(it, x, y, high, tone, kind=kind)
    it.dots(way("44 96 74 88 98 94 134 84 158 90"), PAPER, 0.8, 3.6)
    for k, (x, y) in enumerate(((44, 92), (98, 90), (158, 84))):
        it.box(x - 0.9, y - 2, 1.8, 14, "#6E4A34")
        it.card(x - 7.6, y - 16.6, 15.2, 15.2, 3, NIGHT)
        it.card(x - 8, y - 17, 15.2, 15.2, 3, (LEAF, LANTERN, BRICK)[k])
        it.ring(x - 0.4, y - 9.4, 5.6, 5.6, PAPER, 0.7)
        for n in range(k + 1):
            it.card(x - 1 + (n - k / 2) * 2.7, y - 12.4, 1.5, 6, 0.7, PAPER)
    with it.placed(84, 38, 1.35, turn=9):
        it.curve(way("-14 1 -30 -2 -42 3"), "#C98F65", 4.2)
        it.curve(way("-14 2 -28 7 -40 12"), "#B57B52", 4.2)
        it.shape(way("-40 1 -58 -4 -60 4 -42 6"), LANTERN)
        it.shape(way("-38 10 -54 14 -53 21 -40 14"), "#D98200")
        it.blob(way("-18 -4 -4 -6 8 -5 13 0 8 6 -4 7 -18 5"), BRICK, "#6E151D")
        it.curve(way("8 2 16 12 26 16"), "#B57B52", 3.2)
        it.curve(way("8 -2 22 4 36 4"), "#C98F65", 3.4)
        it.disc(17, -5, 5.4, "#C98F65")
        it.shape(around(16.4, -6, 5.8, 5.4, 150, 340), INK)
        it.card(17.4, -6.6, 7, 5.4, 2, LANTERN)
        it.card(18.6, -5.6, 4.8, 3.4, 1.2, "#BFF0EE")
        it.curve(way("22 -1 26 -4 25 -14"), HONEY, 1.5)
    for k in range(7):
        it.ring(122 + 2 * math.sin(k * 2), 18 - k * 2.4, 1.4 - 0.1 * k, 1.4 - 0.1 * k, PAPER, 0.3)
    for x, y, long, tone, flip in (
        (30, 62, 11, LANTERN, False),
        (22, 68, 9, LANTERN, False),
        (36, 70, 8, LANTERN, False),
        (146, 58, 16, "#F08A5A", True),
        (166, 48, 10, PAPER, True),
        (120, 70, 9, HONEY, True),
        (68, 72, 8, "#E4575A", False),
    ):
        fish(it, x, y, long, tone, flip=flip)
    return it


def breakfast() -> Picture:
    """Steaming bowls and low stools on the pavement at dawn, joined by a dotted path."""
    it = Picture(82, "#E58F6A", "#FFE3B0")
    drum(it, 150, 40, 16, "#EDA27A")
    globe(it, 150, 40, 14, colour="#F2A23A")
    city(it, 64, 24, "#E0906E")
    houses(it, 66, 34, ("#B9665A", "#C97F5E", "#A85A5E", "#D9926A"), lit=0.4, roofs=("#6E2E3A", "#7A4A4E", "#5B3A4E"))
    it.shape(way("0 66 184 66 184 108 0 108"), "#8A5A5E", "#4B2E3E")
    it.shape(way("0 72 184 72 184 108 0 108"), "#C98F72", "#7A4A4A")
    for k in range(-4, 12):
        it.line([(70 + k * 14, 72), (40 + k * 34, 108)], "#A86E5A", 0.35)
    for y in (76, 83, 94):
        it.line([(0, y), (184, y)], "#A86E5A", 0.35)
    path = way("-4 84 24 78 58 90 92 76 126 88 156 78 190 84")
    it.dots(path, PAPER, 0.9, 3.8)
    tables = ((24, 96, 1.0, RIVER, "#E2A54A"), (92, 93, 1.15, BRICK, CLAY), (156, 96, 1.0, LEAF, HONEY))
    for k, (x, y, size, tone, food) in enumerate(tables):
        with it.placed(x, y, size):
            it.glow(0, 5, 26, NIGHT, 0.7, 4)
            for side in (-1, 1):
                it.shape(
                    [(side * 25 - 6, -7), (side * 25 + 6, -7), (side * 25 + 7.4, 6), (side * 25 - 7.4, 6)],
                    mix(tone, PAPER, 0.2),
                    mix(tone, INK, 0.25),
                )
                it.box(side * 25 - 7, -8.4, 14, 2.4, mix(tone, PAPER, 0.35))
            it.shape(way("-15 -12 15 -12 17 6 -17 6"), "#8A5A32", "#4B2E1E")
            it.box(-18, -14, 36, 3, "#D9A35C")
            bowl(it, 0, -14, 10, food=food, band=tone)
            steam(it, 0, -27, 20, "#FFF3E0")
            it.limb(way("6 -24 17 -32"), "#5B3620", 0.8)
            it.limb(way("8 -24 19 -30"), "#5B3620", 0.8)
        pin(it, x - 16, y - 25, 13, (BRICK, LANTERN, INDIGO)[k])
    figure(it, 58, 86, 30, PINE, hat="cone", right=(0.2, 0.16), left=(-0.2, 0.18))
    it.limb(way("46 60 58 57.6 70 60"), "#6E4A34", 0.9)
    for x in (46, 70):
        it.line([(x, 60), (x - 4, 72)], INK, 0.3)
        it.line([(x, 60), (x + 4, 72)], INK, 0.3)
        it.shape(around(x, 72, 5, 4.4, 0, 180), "#B57B45", "#7A4E2A")
    figure(it, 124, 84, 26, INDIGO, right=(0.1, 0.24))
    return it


def pavement_museum() -> Picture:
    """A frame held up before the street shows the same street a hundred years ago."""
    it = Picture(83, "#8FCBE0", "#F6F4DC")
    cloud(it, 36, 16, 26, PAPER)
    cloud(it, 156, 22, 22, PAPER)
    city(it, 80, 46, "#A9D3DC")
    houses(it, 84, 46, lit=0.1, wide=18)
    it.box(0, 84, WIDE, 24, "#7F948C", "#4A5D56")
    for k in range(9):
        it.box(k * 24 - 8, 99, 13, 1.2, PAPER)
    for x in (14, 172):
        crown(it, x, 88, 11)
    figure(it, 34, 100, 26, LANTERN, right=(0.1, 0.28))
    it.glow(96, 56, 70, NIGHT, 0.75, 46)
    it.box(46, 12, 98, 74, "#8A5A1E", "#5B3A12")
    it.box(48, 14, 94, 70, "#E2B061", "#B97F2E")
    it.box(51, 17, 88, 64, "#5B3A12")
    with it.inside(way("53 19 137 19 137 79 53 79")):
        it.box(53, 19, 84, 60, "#EBD9B4", "#D9C090")
        it.oval(120, 32, 7, 7, "#F6EBCF")
        sepia = ("#C9AE80", "#D9C298", "#B99A6A", "#CFB587")
        for k, (x, wide, high) in enumerate(((50, 19, 26), (70, 16, 20), (87, 19, 30), (107, 16, 22), (124, 18, 28))):
            tube_house(
                it,
                x,
                68,
                wide,
                high,
                sepia[k % 4],
                roof=("#7A5A36", "#8A6A44")[k % 2],
                kind=(3, 0)[k % 2],
                lit=0,
                glass="#6E5230",
            )
        it.box(53, 68, 84, 12, "#B99A6A", "#8A6E46")
        for y in (72, 76):
            it.line([(53, y), (137, y + 1)], "#6E5230", 0.6)
        it.card(60, 53, 27, 15, 2, "#8A6A3E")
        for k in range(4):
            it.card(62 + k * 6, 56, 4.6, 5, 0.6, "#E3D0A4")
        it.line(way("73 53 77 44"), "#6E5230", 0.6)
        it.line(way("53 44 137 41"), "#6E5230", 0.4)
        for x in (64, 82):
            it.disc(x, 69, 2.4, "#5B4526")
        figure(it, 104, 77, 20, "#8A6E46", trousers="#6E5634", dress="#8A6E46", hat="cone", skin="#D9C090")
        with it.placed(118, 77, 1):
            for x in (0, 11):
                it.ring(x, -5, 5, 5, "#5B4526", 0.7)
            it.line(way("0 -5 11 -5 16 -4"), "#5B4526", 0.9)
            it.shape(way("-3 -8 -1 -16 7 -16 8 -8"), "#7A5E38")
        it.veil(way("53 19 137 19 137 79 53 79"), "#C9A05A", 0.16)
        for _ in range(40):
            it.disc(it.dice.uniform(53, 137), it.dice.uniform(19, 79), it.dice.uniform(0.1, 0.4), "#F6EBCF")
    for x, y in ((47, 13), (143, 13), (47, 85), (143, 85)):
        it.disc(x, y, 2.6, LANTERN)
    hand(it, 52, 74, 9.4, 28, INDIGO, grip=True)
    hand(it, 140, 74, 9.4, -28, INDIGO, grip=True, flip=True)
    return it


def story_lanterns() -> Picture:
    """Silk lanterns glow over the water; one opens like a book and its figures step out."""
    it = Picture(84, "#1B1140", "#5B2A5E")
    stars(it, 40, count=50)
    moon(it, 160, 18, 8, full=True)
    houses(it, 80, 34, DUSK_WALLS, lit=0.35, roofs=("#2A1A44", "#3A2250"))
    it.glow(92, 74, 100, LANTERN, 0.45, 22)
    it.box(0, 80, WIDE, 28, "#5B2E5A", "#1A1038")
    for x, tone in ((18, "#F2A900"), (50, "#D9534A"), (92, "#FFD166"), (134, "#E46A2E"), (166, "#F2A900")):
        strips(it, x, 81, 106, mix(tone, "#5B2E5A", 0.35), wide=7)
    wire = [(x * 1.0, 10 + 7 * math.sin(math.pi * (x % 92) / 92)) for x in range(0, 185, 2)]
    it.line(wire, "#8A6A5A", 0.5)
    for k, (x, y, r, tone, kind) in enumerate(
        (
            (14, 34, 10, BRICK, 0),
            (38, 44, 9, "#D9761E", 1),
            (146, 44, 9, LEAF, 1),
            (170, 34, 10, INDIGO, 2),
            (60, 28, 5.4, LANTERN, 0),
            (124, 28, 5.4, "#B4486A", 0),
        )
    ):
        it.line([(x, y - r), (x, 13 + (k % 2) * 2)], "#8A6A5A", 0.4)
        silk_lantern(it, x, y, r, tone, kind=kind)
    it.glow(92, 58, 56, HONEY, 0.95)
    it.line(way("92 15 92 24"), "#8A6A5A", 0.6)
    it.card(84, 22, 16, 4, 1.6, "#4B2E1E")
    for side in (-1, 1):
        outer = [(92, 26), (92 + side * 26, 30), (92 + side * 36, 50), (92 + side * 28, 74), (92, 70)]
        it.blob(outer, "#FFE3A0", "#F2A23A")
        for s in (0.35, 0.65, 0.9):
            it.curve(
                [(92, 26), (92 + side * 30 * s, 38), (92 + side * 34 * s, 52), (92 + side * 24 * s, 68), (92, 70)],
                "#D9761E",
                0.5,
            )
    it.shape(way("92 30 92 78 60 72 60 34"), "#FFF8EC", "#FFE9BC")
    it.shape(way("92 30 124 34 124 72 92 78"), "#FFFDF6", "#FFE3A8")
    it.line(way("92 30 92 78"), "#D9A35C", 0.8)
    for k in range(6):
        it.card(65, 40 + k * 5, (22, 18, 21, 14, 20, 16)[k], 1.6, 0.8, mix(SAND, CLAY, 0.5))
    it.shape(way("98 64 108 50 116 58 122 54 122 66 98 68"), JADE)
    it.disc(114, 46, 4, LANTERN)
    figure(it, 104, 67, 15, BRICK, dress=INDIGO, hat="cone")
    for x, tall, tone, hat in (
        (70, 24, "#F6D9A0", "cone"),
        (82, 20, "#F2B56A", "bun"),
        (116, 22, "#F6D9A0", ""),
        (126, 15, "#F2B56A", "cap"),
    ):
        figure(it, x, 96, tall, mix(tone, BRICK, 0.35), hat=hat, left=(-0.12, 0.2), right=(0.14, 0.1))
    it.shape(way("52 96 136 96 130 102 58 102"), "#4B2A44", "#2A1838")
    for k in range(3):
        x = 22 + k * 66
        it.glow(x, 98, 9, HONEY, 0.8)
        it.shape([(x - 3.4, 99), (x + 3.4, 99), (x + 2.4, 102), (x - 2.4, 102)], "#F3B7C0")
        it.box(x - 0.6, 95.6, 1.2, 3.4, HONEY)
    return it


SCENES = {
    "p79": beach,
    "p80": songs,
    "p81": underwater_trail,
    "p82": breakfast,
    "p83": pavement_museum,
    "p84": story_lanterns,
}
