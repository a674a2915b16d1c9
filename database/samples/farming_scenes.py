"""Covers of what grows on roofs, in ponds and in salt."""

import math

from nature_kit import bee, crown, fish, flower, leaf, lettuce, mangrove, rice, shrimp, sprout
from object_kit import arrow, phone, sensor, signal
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
    around,
    mix,
    smooth,
    way,
)
from sky_kit import birds, cloud, drum, globe, rays, strips
from town_kit import LIGHT_WALLS, ROOFS, city, tower, tube_house
from travel_kit import sampan


def roof_salad() -> Picture:
    """White troughs of lettuce on the roof of a school, children in straw hats, the town below."""
    it = Picture(73, "#7CC3D9", "#F4F4DA")
    globe(it, 150, 22, 11)
    cloud(it, 50, 18, 28, PAPER)
    city(it, 62, 46, "#9CD0D0", peak=0.3)
    city(it, 66, 30, "#5FAE9A", lit=PAPER, chance=0.2, peak=0.75)
    it.shape(way("0 64 184 64 184 108 0 108"), "#E6D3A6", "#B99A62")
    it.box(0, 58, WIDE, 7, PAPER, "#D9C79A")
    it.box(0, 57, WIDE, 1.6, BRICK)
    for k in range(12):
        it.line([(92 + (k - 5.5) * 14, 65), (92 + (k - 5.5) * 34, 108)], "#C9AE74", 0.3)
    for row in range(3):
        y, size = 74 + row * 13.4, 1 + row * 0.28
        for side in (-1, 1):
            left = 92 + side * 8 * size if side > 0 else 92 - 8 * size - 76 * size
            wide = 76 * size
            it.veil([(left, y + 3), (left + wide, y + 3), (left + wide, y + 6), (left, y + 6)], NIGHT, 0.3)
            it.card(left, y - 2 * size, wide, 5 * size, 2.2 * size, "#D5E2DD")
            it.card(left, y - 2 * size, wide, 3 * size, 1.5 * size, PAPER)
            for k in range(9):
                lettuce(
                    it,
                    left + (5 + k * 8.2) * size,
                    y - 1.4 * size,
                    3.6 * size,
                    ("#6CC06A", "#8CCB5A", "#B4486A")[(k + row * 2) % 5 // 2],
                )
    it.line(way("92 64 92 108"), "#6FA9C4", 1.4)
    figure(it, 60, 80, 26, BRICK, hat="cone", child=True, right=(0.16, 0.2), left=(-0.14, 0.16))
    figure(it, 124, 81, 27, LANTERN, hat="cone", child=True, left=(-0.16, 0.2), right=(0.12, 0.22))
    figure(it, 92, 106, 38, RIVER, hat="cone", child=True, right=(0.14, 0.08), left=(-0.14, 0.08))
    lettuce(it, 92, 82, 6)
    it.line(way("160 64 160 34"), INK, 0.9)
    it.panel((150, 34), (20, -3), (3, 8), (4, 2))
    return it


def salt_seed() -> Picture:
    """A rice seedling rises out of ground that is cracked and white with salt."""
    it = Picture(74, "#E9A86A", "#FFE9C0")
    drum(it, 92, 44, 24, "#E2B27A")
    globe(it, 92, 44, 20, colour="#F08A24")
    it.ridge(64, 6, "#D9B48A", "#EBD3AC", waves=3)
    it.shape(way("0 64 184 64 184 108 0 108"), "#C9B08A", "#6E563C")
    for row in range(9):
        y, ry = 66 + row * (2.2 + row * 0.42), 1.5 + row * 0.62
        rx = ry * 2.7
        for k in range(-1, int(WIDE / (rx * 1.72)) + 2):
            x = (k + 0.5 * (row % 2)) * rx * 1.72
            edge = [
                (px + it.dice.uniform(-0.14, 0.14) * rx, py + it.dice.uniform(-0.14, 0.14) * ry)
                for px, py in (around(x, y, rx * 0.94, ry * 1.08, turn, turn)[0] for turn in range(30, 390, 60))
            ]
            it.shape([(px, py + 0.12 * ry) for px, py in edge], "#A8906E")
            it.shape(edge, mix(PAPER, "#E9DCC4", it.dice.random()), mix("#F1E8D8", "#D9C9A8", it.dice.random()))
    it.glow(92, 98, 34, NIGHT, 0.6, 6)
    it.blob(way("66 100 74 92 92 89 110 92 118 100 92 105"), "#6E4A30", "#4B3020")
    blades = (
        "92 98 90 70 84 44 72 24",
        "92 98 94 66 102 40 116 26",
        "92 98 86 76 70 58 52 52",
        "92 98 98 78 114 62 134 58",
        "92 98 91 60 92 36 94 12",
        "92 98 82 84 66 78 50 80",
        "92 98 102 86 118 82 134 84",
    )
    for k, blade in enumerate(blades):
        spine = smooth(way(blade))
        tone = (LEAF, "#3FA85A", JADE, "#2F9166", "#5FB85A", PINE, LEAF)[k]
        half = [3.3 * math.sin(math.pi * min(1, 0.25 + 0.75 * n / len(spine))) + 0.1 for n in range(len(spine))]
        left = [(x - h, y) for (x, y), h in zip(spine, half, strict=True)]
        right = [(x + h, y + h * 0.3) for (x, y), h in zip(spine, half, strict=True)]
        it.shape([*left, *reversed(right)], mix(tone, HONEY, 0.25), tone)
        it.line(spine, mix(tone, PAPER, 0.4), 0.4)
    for k in range(7):
        x, y = smooth(way("94 14 100 10 106 12 110 20"))[k * 3]
        it.oval(x, y, 1.5, 2.2, HONEY)
    for x, size, tone in ((18, 1.15, SAND), (40, 0.9, "#E2C48F"), (158, 1.1, SAND)):
        with it.placed(x, 104, size):
            it.glow(0, 0, 18, NIGHT, 0.6, 3)
            it.blob(
                way("-12 0 -13 -14 -9 -22 -6 -25 6 -25 9 -22 13 -14 12 0"), mix(tone, PAPER, 0.3), mix(tone, CLAY, 0.35)
            )
            it.card(-8, -27, 16, 3, 1.4, BRICK)
            rice(it, 0, -5, 12, PINE, ears=True)
    for _ in range(26):
        x, y = it.dice.uniform(0, WIDE), it.dice.uniform(70, 106)
        it.shape([(x - 0.8, y), (x, y - 1), (x + 0.8, y), (x, y + 0.7)], "#FFFFFF")
    return it


def floating_market() -> Picture:
    """Boats of fruit meet on the canal; one of them answers an order on the phone."""
    it = Picture(75, "#F9CF94", "#FFF0CF")
    globe(it, 60, 26, 12)
    for k, x in enumerate((0, 18, 34, 126, 142, 160)):
        tube_house(
            it,
            x,
            50,
            15,
            (20, 26, 18)[k % 3],
            LIGHT_WALLS[k % 5],
            roof=ROOFS[k % 4],
            kind=(3, 0, 4)[k % 3],
            lit=0.2,
            shop=False,
        )
    for x, r in ((54, 9), (74, 7), (92, 8), (110, 9), (178, 9)):
        crown(it, x, 52, r, PINE if r % 2 else LEAF)
    it.box(0, 50, WIDE, 58, "#8FB08A", "#2E6B5A")
    for k in range(26):
        it.card(
            it.dice.uniform(-8, 176),
            52 + k * 2.1,
            it.dice.uniform(6, 12 + k),
            0.5 + 0.02 * k,
            0.3,
            mix("#CFE0B8", "#3F7F6A", k / 30),
        )
    strips(it, 60, 52, 106, "#FFE0A0", wide=12)
    boats = (
        (44, 62, 34, False, (LANTERN, BRICK, LEAF), INDIGO),
        (128, 60, 32, True, ("#E8833A", JADE), BRICK),
        (160, 78, 46, False, ("#E8833A", "#D96B24"), PINE),
        (34, 84, 56, False, (LEAF, JADE, "#9CC45A"), RIVER),
        (104, 100, 78, False, (LANTERN, BRICK, "#B4486A", JADE), CLAY),
    )
    for k, (x, y, long, flip, goods, shirt) in enumerate(boats):
        side = -1 if flip else 1
        for row in range(2):
            for n in range(7 - row):
                px = x - side * long * 0.06 + side * (n - 3 + row * 0.5) * long * 0.075
                it.disc(
                    px, y - long * (0.085 + 0.06 * row), long * 0.046, mix(goods[n % len(goods)], PAPER, 0.12 * (n % 2))
                )
                it.line(
                    [(px, y - long * (0.13 + 0.06 * row)), (px + 0.4, y - long * (0.145 + 0.06 * row))],
                    PINE,
                    long * 0.01,
                )
        sampan(it, x, y, long, ("#7A4A2A", "#5B3A26", "#8A5A32")[k % 3], flip=flip)
        arms = (0.16, -0.2) if k == 4 else (0.18, 0.2)
        figure(
            it,
            x + side * long * 0.3,
            y - long * 0.05,
            long * 0.5 if k != 4 else 38,
            shirt,
            hat="cone",
            right=arms,
            left=(-0.1, 0.26),
            flip=flip,
        )
        if k != 4:
            it.line(
                [(x + side * long * 0.42, y - long * 0.34), (x + side * long * 0.34, y + long * 0.1)],
                "#5B3A22",
                long * 0.016,
            )
    phone(it, 142, 56, 17, turn=10, screen=MINT, high=1.8)
    with it.placed(142, 56, 1, turn=10):
        it.disc(0, -5, 4.6, "#E8833A")
        it.card(-5, 3, 10, 2, 1, PINE)
        it.card(-5, 7, 10, 3.4, 1.7, LANTERN)
    signal(it, 142, 38, 4, BRICK, count=3)
    return it


def compost() -> Picture:
    """Peelings, compost box, soil, vegetables: one ring that closes."""
    it = Picture(76, "#14573F", "#0B3D2E")
    drum(it, 92, 54, 40, "#1A6B4C", bands=4)
    it.glow(92, 54, 70, LEAF, 0.5)
    sprout(it, 92, 70, 34, JADE)
    for x, y in ((48, 28), (136, 28), (136, 80), (48, 80)):
        it.disc(x + 1, y + 1.4, 24.6, NIGHT)
        it.disc(x, y, 24.6, "#F6E7C0")
        it.ring(x, y, 23, 23, SAND, 0.6)
    for text in ("78 22 92 18 106 22", "162 40 168 54 162 68", "106 86 92 90 78 86", "22 68 16 54 22 40"):
        arrow(it, way(text), LANTERN, 2.6)
    with it.placed(48 - 92 * 0.84, 34 - 28 * 0.84, 0.84):
        _peelings(it)
    with it.placed(136 - 149 * 0.78, 30 - 57 * 0.78, 0.78):
        _compost_box(it)
    with it.placed(136 - 92 * 0.7, 82 - 92 * 0.7, 0.7):
        _soil(it)
    with it.placed(49 - 36 * 0.74, 82 - 68 * 0.74, 0.74):
        _bed(it)
    return it


def _peelings(it: Picture) -> None:
    """Fill a bowl with peelings."""
    it.glow(92, 30, 24, NIGHT, 0.4, 5)
    with it.placed(92, 28):
        it.shape(around(0, -8, 21, 17, 0, 180), RIVER, "#2F6FA8")
        it.oval(0, -8, 21, 4.6, "#8CC8E8")
        for k, (x, y, tone) in enumerate(
            (
                (-13, -10, LANTERN),
                (-6, -13, LEAF),
                (2, -12, BRICK),
                (9, -11, "#E8833A"),
                (14, -8, JADE),
                (-2, -9, HONEY),
                (6, -8, "#8A5A32"),
            )
        ):
            it.arc(x, y, 4.4, 180 + k * 20, 330 + k * 30, tone, 2.2)
        it.arc(-8, -11, 8, 190, 300, HONEY, 2)


def _compost_box(it: Picture) -> None:
    """Stand a compost box that breathes."""
    it.glow(148, 78, 26, NIGHT, 0.5, 5)
    for k in range(5):
        it.card(132, 42 + k * 7.4, 34, 6.4, 1, mix("#B57B45", INK, 0.05 * k))
    for x in (133, 161):
        it.box(x, 40, 4, 40, "#7A4E2A")
    it.shape(way("128 42 134 33 164 33 170 42"), PINE, FOREST)
    for k in range(3):
        it.curve([(142 + k * 7, 30), (140 + k * 7, 24), (143 + k * 7, 18)], SAGE, 1)
    it.card(142, 56, 14, 12, 2, PAPER)
    leaf(it, 145, 66, 10, -45, LEAF)


def _soil(it: Picture) -> None:
    """Heap up dark soil, with a worm and a spade."""
    it.glow(92, 104, 34, NIGHT, 0.5, 4)
    it.blob(way("60 104 68 92 82 86 92 84 104 87 116 92 124 104"), "#6B4528", "#3A2416")
    for _ in range(40):
        it.disc(
            92 + it.dice.gauss(0, 14),
            98 + it.dice.gauss(0, 3),
            it.dice.uniform(0.3, 0.9),
            mix("#4B3020", SAND, it.dice.uniform(0, 0.6)),
        )
    it.curve(way("76 98 80 95 84 98 88 95 92 98"), "#E08A7A", 1.6)
    with it.placed(116, 96, 1, turn=24):
        it.limb(way("0 -30 0 -12"), "#B57B45", 1.8)
        it.shape(way("-5 -12 5 -12 5 0 0 6 -5 0"), "#8FA3A0", "#5F7370")


def _bed(it: Picture) -> None:
    """Grow lettuce, carrots and tomatoes in a raised bed."""
    it.glow(36, 80, 28, NIGHT, 0.5, 5)
    it.shape(way("12 66 60 66 64 82 8 82"), "#6B4528", "#4B3020")
    it.box(8, 80, 56, 7, "#A8743F", "#7A4E2A")
    for k in range(4):
        lettuce(it, 17 + k * 13, 78, 6.4, ("#6CC06A", "#8CCB5A")[k % 2])
    for k in range(3):
        x = 22 + k * 13
        it.shape([(x - 2.4, 64), (x + 2.4, 64), (x, 72)], "#E8833A")
        for turn in (-120, -90, -60):
            leaf(it, x, 64, 9, turn, LEAF, wide=0.2)
    it.line(way("10 66 10 34"), "#7A4E2A", 1.2)
    for y in (38, 46, 54):
        it.disc(13, y + 2, 3.4, BRICK)
        leaf(it, 10, y, 7, 160, PINE)


def beehive() -> Picture:
    """A hive hums on the roof terrace; a small box listens, bees fly between flowers and towers."""
    it = Picture(77, "#8FCBD4", "#FFF1C9")
    globe(it, 38, 28, 13)
    cloud(it, 96, 16, 24, PAPER)
    for x, wide, high, wall in ((4, 24, 48, SAGE), (32, 18, 34, SAND), (138, 26, 62, MINT), (162, 26, 46, "#E9C79A")):
        tower(it, x, 84, wide, high, mix(wall, "#A9D6D0", 0.35), "#5F9FA8", lit=0.1)
    city(it, 84, 26, "#7CBFB4", start=50, end=140)
    it.box(0, 82, WIDE, 26, "#D98850", "#9A5A34")
    for k in range(14):
        it.line([(92 + (k - 6.5) * 13, 82), (92 + (k - 6.5) * 24, 108)], "#B56B3C", 0.4)
    it.line(way("0 74 184 74"), PINE, 1)
    for k in range(24):
        it.line([(k * 8, 74), (k * 8, 83)], PINE, 0.6)
    it.glow(92, 102, 42, NIGHT, 0.75, 6)
    for x in (70, 110):
        it.box(x, 96, 5, 9, "#5B3A22")
    for y, tone in ((78, LANTERN), (60, HONEY), (42, PAPER)):
        it.box(66, y, 54, 17.4, mix(tone, PAPER, 0.12), mix(tone, CLAY, 0.22))
        it.box(112, y, 8, 17.4, mix(tone, CLAY, 0.35), mix(tone, CLAY, 0.5))
        it.card(82, y + 5, 16, 4, 2, mix(tone, INK, 0.55))
        it.box(66, y + 16.6, 54, 1, mix(tone, INK, 0.35))
    it.shape(way("62 42 66 36 120 36 124 42"), BRICK, "#5E1119")
    it.card(78, 92, 28, 3.4, 1.4, INK)
    it.box(62, 95, 60, 2.6, "#8A5A32")
    sensor(it, 130, 62, 15, colour=MINT)
    it.curve(way("124 64 121 66 118 66"), INK, 0.8)
    it.curve(way("140 44 143 50 146 40 149 54 152 44 155 48 158 46"), BRICK, 1)
    signal(it, 130, 53, 4.4, BRICK, count=2)
    for x, y, r, tone, stem in (
        (14, 84, 5, "#B4486A", 20),
        (28, 88, 4.4, LANTERN, 16),
        (42, 86, 5, PAPER, 18),
        (152, 86, 5, "#8A5AA8", 18),
        (166, 82, 5.4, BRICK, 22),
        (178, 88, 4, LANTERN, 16),
    ):
        flower(it, x, y, r, tone, heart=INK if tone == LANTERN else HONEY, stem=stem)
    it.card(4, 102, 50, 8, 2, "#7A4E2A")
    it.card(142, 102, 46, 8, 2, "#7A4E2A")
    trips = (
        (48, 62, 5.4, -20, False, "42 84 50 74 46 66 56 60 62 62"),
        (50, 36, 4.4, 10, True, "64 40 58 32 52 36"),
        (138, 78, 5, 12, False, "116 92 126 84 134 80"),
        (92, 22, 4.8, -14, False, "96 34 86 28 92 22"),
        (24, 66, 4, 0, True, "14 82 18 72 24 66"),
    )
    for x, y, size, turn, flip, trip in trips:
        it.dots(way(trip), PAPER, 0.4, 2.2)
        bee(it, x, y, size, turn=turn, flip=flip)
    return it


def shrimp_wood() -> Picture:
    """Mangroves stand in the pond, shrimps drift between their roots."""
    it = Picture(78, "#F3C987", "#FFF0CC")
    rays(it, 140, 26, "#FFF6DC", 0.2, count=10, start=90, end=270)
    globe(it, 140, 24, 12)
    birds(it, 40, 16, 2.8, PINE, count=5)
    for k in range(14):
        it.disc(k * 14.4, 46, it.dice.uniform(8, 12), mix(PINE, "#E9C98A", 0.5))
    it.box(0, 46, WIDE, 8, "#B9A26A", "#8A7A4E")
    it.box(0, 53, WIDE, 55, "#3FA08A", "#0F4A4A")
    for k in range(5):
        x = 14 + k * 40
        it.cone([(x, 53), (x + 10, 53), (x + 26, 106), (x - 6, 106)], "#BFEFD0", 0.36)
    it.shape([*[(x, 98 + 3 * math.sin(x / 15)) for x in range(0, 186, 3)], (184, 108), (0, 108)], "#6E5038", "#3A2A1E")
    for x, high in ((30, 92), (92, 98), (156, 90)):
        mangrove(it, x, 102, high)
    it.veil(way("0 53 184 53 184 108 0 108"), "#1F7F78", 0.26)
    for _ in range(18):
        it.card(it.dice.uniform(-8, 176), 52.4 + it.dice.uniform(-0.6, 2), it.dice.uniform(6, 20), 0.6, 0.3, "#D9F4E0")
    for x, y, long, flip in (
        (56, 70, 15, False),
        (120, 72, 17, True),
        (64, 90, 12, True),
        (128, 92, 13, False),
        (14, 82, 12, False),
        (174, 78, 13, True),
        (92, 80, 8, False),
    ):
        shrimp(it, x, y, long, flip=flip)
    for x, y, long, tone, flip in (
        (108, 60, 8, "#BFE0D0", True),
        (44, 62, 7, HONEY, False),
        (146, 64, 7, "#BFE0D0", False),
    ):
        fish(it, x, y, long, tone, flip=flip)
    for _ in range(22):
        it.ring(it.dice.uniform(0, WIDE), it.dice.uniform(60, 100), 0.6, 0.6, "#CFF4E0", 0.2)
    for k in range(9):
        x = 8 + k * 21
        it.curve([(x, 102), (x - 2, 96), (x + 1, 91)], JADE, 1)
        it.curve([(x + 3, 102), (x + 4, 97), (x + 2, 93)], LEAF, 1)
    sampan(it, 62, 54, 40)
    figure(it, 68, 50, 26, BRICK, hat="cone", right=(0.2, 0.18), left=(-0.06, 0.3))
    it.line(way("76 32 80 66"), "#8A6238", 0.8)
    return it


SCENES = {
    "p73": roof_salad,
    "p74": salt_seed,
    "p75": floating_market,
    "p76": compost,
    "p77": beehive,
    "p78": shrimp_wood,
}
