"""Covers of health, age, childhood and company."""

import math

from nature_kit import crown, leaf
from object_kit import bubble, signal, steam
from people_kit import SKINS, bust, figure, hand, seated
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
    way,
)
from sky_kit import birds, cloud, drum, globe
from town_kit import LIGHT_WALLS, ROOFS, city, houses, tube_house
from travel_kit import wheel


def barometer() -> Picture:
    """A great barometer whose scale is faces; the houses of the neighbourhood stand round it."""
    it = Picture(67, "#14573F", "#1F8A5B")
    drum(it, 92, 52, 46, "#1A6B4C", bands=4)
    city(it, 96, 30, "#1A6B4C", lit=HONEY, chance=0.12)
    for side, start in ((0, -4.0), (1, 128)):
        for k in range(4):
            tube_house(
                it,
                start + k * 15.4,
                104,
                15,
                (30, 40, 34, 46)[k if not side else 3 - k],
                LIGHT_WALLS[k + side],
                roof=ROOFS[k],
                kind=(k + side) % 5,
                lit=0.4,
            )
    it.box(0, 102, WIDE, 6, FOREST)
    it.glow(94, 56, 60, NIGHT, 0.7)
    it.shape(way("80 92 104 92 112 106 72 106"), "#8A5A2E", "#5B3822")
    it.disc(92, 50, 47, "#6E4526")
    it.disc(92, 50, 44.6, "#B57B3E")
    it.ring(92, 50, 43, 43, "#E2B061", 0.8)
    it.disc(92, 50, 38, PAPER)
    moods = ((BRICK, -1.0), ("#E46A2E", -0.5), (LANTERN, 0.0), ("#9CC45A", 0.5), (LEAF, 1.0))
    for k, (colour, mood) in enumerate(moods):
        start = 144 + k * 50.6
        it.shape(
            [*around(92, 50, 35, 35, start, start + 48), *reversed(around(92, 50, 30.5, 30.5, start, start + 48))],
            colour,
        )
        x, y = around(92, 50, 22.5, 22.5, start + 24, start + 24)[0]
        it.disc(x, y, 6.6, colour)
        for eye in (-2.2, 2.2):
            it.disc(x + eye, y - 1.4, 0.9, INK)
        it.curve([(x - 3, y + 2.6 - mood), (x, y + 2.6 + mood * 1.2), (x + 3, y + 2.6 - mood)], INK, 0.8)
    hand_at = math.radians(330)
    tip = (92 + 29 * math.cos(hand_at), 50 + 29 * math.sin(hand_at))
    back = (92 - 12 * math.cos(hand_at), 50 - 12 * math.sin(hand_at))
    it.shape(
        [
            back,
            (92 + 2.4 * math.cos(hand_at - 1.57), 50 + 2.4 * math.sin(hand_at - 1.57)),
            tip,
            (92 + 2.4 * math.cos(hand_at + 1.57), 50 + 2.4 * math.sin(hand_at + 1.57)),
        ],
        INK,
    )
    it.disc(92, 50, 4, LANTERN)
    it.disc(92, 50, 1.6, INK)
    it.card(88.6, 60, 6.8, 23, 3.4, MINT)
    it.card(90, 66, 4, 14, 2, BRICK)
    it.disc(92, 80, 4.6, BRICK)
    for k in range(5):
        it.line([(96.4, 64 + k * 3), (98.6, 64 + k * 3)], PINE, 0.5)
    it.arc(92, 50, 40.4, 205, 255, PAPER, 1.2)
    it.disc(92, 1, 4, "#B57B3E")
    return it


def pill_voice() -> Picture:
    """A pill box speaks in the voice of a grandchild; old hands, a cup of tea."""
    it = Picture(68, "#F3D9B4", "#E9B98A")
    it.glow(40, 10, 100, PAPER, 0.7)
    for k in range(9):
        it.line([(k * 24, 0), (k * 24, 64)], "#E6C498", 0.5)
    it.box(118, 8, 50, 44, "#8A5A2E")
    it.box(121, 11, 44, 38, "#9CD0D8", "#E9F4DF")
    with it.inside(way("121 11 165 11 165 49 121 49")):
        crown(it, 154, 54, 12)
        cloud(it, 136, 22, 14, PAPER)
    it.line(way("143 11 143 49"), "#8A5A2E", 1.4)
    for side, x in ((1, 112.0), (-1, 174)):
        it.shape([(x, 6), (x + side * 16, 6), (x + side * 6, 56), (x, 56)], "#D9534A", BRICK)
    it.box(0, 66, WIDE, 42, "#A8743F", "#6E4526")
    it.box(0, 66, WIDE, 2, "#C9945A")
    it.glow(84, 92, 56, NIGHT, 0.7, 9)
    it.shape(way("44 72 124 72 134 94 34 94"), RIVER, "#2F6FA8")
    it.box(34, 94, 100, 6, "#235A8A")
    for k in range(7):
        x, x2 = 46.6 + k * 11, 38 + k * 13.5
        it.shape([(x, 74), (x + 9.2, 74), (x2 + 11.6, 91), (x2, 91)], "#BFE0F0" if k != 3 else "#FFF3C4", PAPER)
        if k == 3:
            it.glow(x2 + 5, 84, 10, LANTERN, 0.8)
        if k > 2:
            for n, tone in enumerate((BRICK, LANTERN, LEAF)):
                it.oval(x2 + 3.4 + n * 2.4, 80 + (n * 3.4) % 8, 2, 1.3, tone)
        it.disc((x + x2) / 2 + 5.4, 97, 1.3, PAPER)
    bubble(it, 76, 34, 66, 46, PAPER, tail=0.06)
    it.disc(64, 34, 17, "#FBE0A8")
    with it.inside(around(64, 34, 17, 17)):
        bust(it, 64, 54, 26, LANTERN, face=True, skin=SKINS[2])
        for side in (-1, 1):
            it.disc(64 + side * 8.6, 27, 3.4, INK)
            it.disc(64 + side * 7, 25, 1.4, BRICK)
    for k in range(6):
        tall = (8, 16, 24, 14, 20, 9)[k]
        it.card(86 + k * 3.6, 34 - tall / 2, 1.9, tall, 0.9, LEAF)
    it.glow(158, 92, 18, NIGHT, 0.7, 5)
    it.shape(around(156, 80, 13, 15, 0, 180), PAPER, "#D9D2BC")
    it.oval(156, 80, 13, 3, "#E9E2CC")
    it.oval(156, 80.3, 11, 2.2, "#B5702E")
    it.line(around(156, 86, 11.6, 5, 15, 165), RIVER, 0.8)
    it.oval(156, 97, 17, 2.6, "#E9E2CC")
    steam(it, 156, 76, 14)
    hand(it, 96, 82, 9.4, -24, "#6F8F86", skin="#D9A883")
    hand(it, 20, 92, 9, 48, "#6F8F86", skin="#D9A883", flip=True)
    return it


def breathing_map() -> Picture:
    """A schoolyard under a patchwork of clear and hazy air, and the monitor that knows."""
    it = Picture(69, "#A9D8E6", "#F4F1D6")
    for row in range(6):
        for column in range(11):
            x, y = column * 18 - 8 + (row % 2) * 9, row * 12 - 4
            haze = it.dice.random()
            tone = ("#8CD0E8", "#BFE6DC", "#F3E3A8", "#E9B36F", "#C98F6A")[
                min(4, int(haze * 5 * (0.4 + 0.6 * column / 10)))
            ]
            it.veil(around(x, y + 6, 12, 9), tone, 0.55)
    globe(it, 30, 24, 10)
    city(it, 74, 30, "#9CC4BE")
    for x, r in ((8, 10), (176, 11), (60, 7)):
        crown(it, x, 82, r)
    it.box(0, 78, WIDE, 30, "#E9C48F", "#B5824E")
    it.glow(112, 84, 70, NIGHT, 0.5, 5)
    it.box(66, 40, 98, 44, "#FBE8BE", "#E6C98F")
    it.shape(way("58 42 70 28 160 28 172 42"), "#B32C36", BRICK)
    it.box(58, 41, 114, 2.4, "#6E151D")
    for k in range(5):
        x = 94 + k * 14
        it.card(x, 50, 10, 15, 1, PINE)
        it.shape([(x + 1, 51), (x + 6, 51), (x + 2, 64), (x + 1, 64)], JADE)
    it.box(66, 70, 98, 3, LANTERN)
    it.line(way("115 28 115 10"), INK, 0.8)
    it.shape(way("115 10 128 13.6 115 17.4"), BRICK)
    it.card(70, 46, 19, 21, 2, INK)
    it.disc(79.5, 54, 5.6, "#43D98C")
    for eye in (-1.8, 1.8):
        it.disc(79.5 + eye, 53, 0.7, INK)
    it.arc(79.5, 54, 3, 30, 150, INK, 0.7)
    for k in range(3):
        it.card(73 + k * 4.6, 62, 3.6, 2.4, 0.8, ("#43D98C", LANTERN, "#5B6F6A")[k])
    signal(it, 79.5, 45, 4, PAPER, count=2)
    children = (
        (36, 96, 22, BRICK, (0.12, -0.26), (-0.12, -0.26)),
        (54, 102, 24, INDIGO, (0.16, -0.1), (-0.14, 0.1)),
        (100, 98, 22, LEAF, (0.1, -0.24), (-0.16, 0.06)),
        (120, 103, 25, RIVER, (0.16, 0.1), (-0.16, 0.1)),
        (142, 98, 22, "#B4486A", (0.14, -0.2), (-0.1, 0.24)),
        (162, 103, 24, PINE, (0.1, 0.28), (-0.14, -0.2)),
    )
    for k, (x, y, tall, colour, right, left) in enumerate(children):
        figure(
            it,
            x,
            y,
            tall,
            colour,
            child=True,
            right=right,
            left=left,
            stride=0.1,
            hat=("", "bun", "cap", "", "bun", "cap")[k],
            skin=SKINS[k % 4],
        )
    it.disc(80, 96, 3.4, LANTERN)
    it.arc(80, 96, 3.4, 200, 330, PAPER, 0.6)
    return it


def touch_map() -> Picture:
    """Fingertips read a relief map: raised streets, raised blocks, dots."""
    it = Picture(70, "#E9DDBB", "#C9B182")
    it.glow(30, 0, 120, PAPER, 0.8)
    it.glow(96, 60, 92, NIGHT, 0.5, 56)
    it.card(14, 10, 156, 94, 4, "#8A6238")
    it.card(17, 12, 150, 88, 3, "#FBF3DF")
    with it.inside(way("17 12 167 12 167 100 17 100")):
        blocks = (
            (22, 16, 30, 20),
            (58, 16, 26, 20),
            (90, 16, 34, 14),
            (130, 16, 34, 22),
            (22, 44, 22, 26),
            (50, 44, 34, 14),
            (92, 38, 30, 24),
            (130, 46, 34, 16),
            (22, 78, 34, 18),
            (62, 78, 22, 18),
            (92, 84, 30, 14),
            (130, 70, 34, 26),
        )
        for k, (x, y, wide, high) in enumerate(blocks):
            colour = (SAGE, "#E9B98A", MINT, "#F0CF8A", SAND)[k % 5]
            it.card(x + 1.4, y + 1.8, wide, high, 2, mix("#FBF3DF", NIGHT, 0.34))
            it.card(x, y, wide, high, 2, mix(colour, PAPER, 0.35))
            it.card(x + 0.8, y + 0.8, wide - 0.6, high - 0.6, 1.6, colour)
        it.curve(way("10 72 50 66 90 70 126 66 180 60"), mix(RIVER, INK, 0.3), 7)
        it.curve(way("10 71 50 65 90 69 126 65 180 59"), "#7DC4E0", 5.6)
        for k in range(5):
            it.curve([(14 + k * 36, 73 - k), (24 + k * 36, 66.5), (34 + k * 36, 69.5 - k)], PAPER, 0.7)
        route = way("54 104 56 74 88 64 88 36 126 34 126 12")
        it.line([(x + 0.9, y + 1.3) for x, y in route], mix(BRICK, INK, 0.5), 3)
        it.line(route, BRICK, 2.8)
        it.line([(x - 0.4, y - 0.5) for x, y in route], "#E4707A", 0.6)
        for x, y, pattern in (
            (26, 22, "101110 111010"),
            (96, 20, "110100 101010 111000"),
            (134, 24, "100110 111001"),
            (26, 84, "111010 100100 110110"),
            (134, 78, "101101 110010"),
        ):
            _braille(it, x, y, pattern)
    crown(it, 64, 56, 3.6, LEAF)
    crown(it, 76, 56, 3.6, PINE)
    it.disc(108, 50, 5, "#8A6238")
    it.disc(107.4, 49.2, 5, LANTERN)
    hand(it, 92, 44, 13, 20, INDIGO, skin=SKINS[1])
    hand(it, 152, 80, 12, -42, BRICK, skin=SKINS[3], flip=True)
    return it


def _braille(it: Picture, x: float, y: float, pattern: str) -> None:
    """Press cells of raised dots."""
    for cell, dots in enumerate(pattern.split()):
        for k, dot in enumerate(dots):
            px, py = x + cell * 8 + (k % 2) * 3, y + (k // 2) * 3
            if dot == "1":
                it.disc(px + 0.4, py + 0.5, 1.15, mix(CLAY, INK, 0.5))
                it.disc(px, py, 1.1, INK)
                it.disc(px - 0.3, py - 0.3, 0.4, PAPER)


def veranda() -> Picture:
    """Old friends round a low table on a wooden veranda; tea, a lamp, a persimmon tree."""
    it = Picture(71, "#3A2A5A", "#E58F5E")
    globe(it, 42, 44, 13, colour="#F08A3A")
    it.ridge(62, 18, "#6A4A78", "#9A6478", waves=1.4)
    it.ridge(74, 12, "#4B3A66", "#6E4A66", waves=2.2)
    it.box(0, 78, WIDE, 30, "#3A3A4A", "#1E2230")
    for k, y in enumerate((80, 84, 90)):
        it.card(-4 + k * 12, y, 40, 1, 0.5, "#5B5570")
    with it.placed(26, 98, 1):
        it.curve(way("0 0 2 -22 -4 -40 4 -58"), "#3A241C", 4.6)
        it.curve(way("1 -30 14 -44 26 -48"), "#3A241C", 2.4)
        it.curve(way("-2 -38 -14 -50 -20 -52"), "#3A241C", 2.2)
        for x, y in (
            (26, -48),
            (30, -56),
            (18, -58),
            (6, -64),
            (-6, -60),
            (-18, -54),
            (14, -48),
            (-24, -46),
            (-10, -70),
            (10, -74),
        ):
            leaf(it, x, y, 9, (x * 7) % 360, ("#C9564A", "#E07A3A", "#8A3A3A")[round(x) % 3], wide=0.5)
            it.disc(x + 3, y + 6, 3.5, "#F08A24")
            it.disc(x + 2, y + 5, 1.2, HONEY)
            it.shape([(x + 1.4, y + 2.8), (x + 3, y + 4.4), (x + 4.6, y + 2.8)], PINE)
    it.shape(way("62 30 184 8 184 96 62 96"), "#7A4A2E", "#4B2A1C")
    it.glow(124, 60, 60, HONEY, 0.65)
    for k in range(3):
        x = 72 + k * 37
        it.box(x, 34, 30, 46, "#FFE3A8", "#F6C46A")
        for n in range(1, 4):
            it.line([(x + n * 7.5, 34), (x + n * 7.5, 80)], "#8A5A32", 0.6)
        for n in range(1, 5):
            it.line([(x, 34 + n * 9.2), (x + 30, 34 + n * 9.2)], "#8A5A32", 0.6)
    it.shape(way("48 36 66 16 190 -6 190 24"), "#4B3A4A", "#2B2230")
    for k in range(12):
        it.line([(68 + k * 11, 15 - k * 1.9), (54 + k * 12.4, 35 - k * 1.2)], "#5B4A5A", 0.6)
    it.box(50, 92, 140, 6, "#A8743F", "#6E4526")
    it.box(50, 98, 140, 10, "#3A241A")
    for x in (62, 176):
        it.box(x, 28, 3.4, 66, "#5B3620")
    it.line(way("126 24 126 38"), INK, 0.5)
    it.glow(126, 44, 26, HONEY, 0.9)
    it.shape(way("118 47 121 38 131 38 134 47"), "#FFF3C4", LANTERN)
    it.glow(124, 93, 40, NIGHT, 0.6, 4)
    seated(it, 96, 95, 42, "#8C6A9A", hair="#E5E5DF", hat="bun", right=(0.2, 0.1), left=(0.16, 0.14))
    seated(it, 154, 95, 42, PINE, hair="#D9DCD6", flip=True, right=(0.18, 0.06), left=(0.16, 0.14))
    bust(it, 126, 84, 17, "#C96F4A", hair="#EDEDE6", face=True, skin=SKINS[1])
    bust(it, 108, 82, 14, "#5F86B0", hair="#C9CCC6", hat="bun", face=True)
    bust(it, 143, 82, 14, "#8FA36A", hair="#E5E5DF", face=True)
    it.oval(125, 84, 19, 3.4, "#8A5A32")
    it.box(121, 85, 8, 9, "#5B3620")
    for x in (114, 122, 134):
        it.card(x, 79.4, 4.4, 4.4, 1, PAPER)
    it.shape(around(128.6, 82, 3.4, 4, 180, 360), RIVER)
    return it


def walking_bus() -> Picture:
    """Children hold a rope with painted windows; grown-ups lead and follow over the crossing."""
    it = Picture(72, "#BFE6EA", "#FFF4D6")
    globe(it, 146, 24, 12)
    cloud(it, 36, 16, 24, PAPER)
    birds(it, 84, 18, 2.6, PINE, count=4)
    city(it, 62, 26, "#B4DCC8")
    houses(it, 68, 32, lit=0.1)
    for x, kind in ((20, 0), (98, 1), (170, 0)):
        crown(it, x, 70, 9, LEAF if kind else PINE, kind=kind)
    it.box(0, 68, WIDE, 6, "#D9C79A", "#BDA873")
    it.box(0, 73, WIDE, 35, "#5F716B", "#33433F")
    for k in range(9):
        it.shape(way(f"{4 + k * 21} 74 {14 + k * 21} 74 {10 + k * 22} 108 {-4 + k * 22} 108"), PAPER, "#DDE3DA")
    it.glow(92, 103, 92, NIGHT, 0.6, 5)
    figure(it, 164, 104, 46, INDIGO, hat="cap", right=(0.14, -0.26), left=(-0.14, 0.22))
    it.line(way("176 60 176 42"), "#6E4A34", 1)
    it.disc(176, 40, 7, LEAF)
    it.ring(176, 40, 5.6, 5.6, PAPER, 0.8)
    it.line(way("173 40.4 175.4 42.6 179.4 37.6"), PAPER, 1.5)
    figure(it, 16, 104, 46, PINE, hat="long", dress="#2F6FA8", right=(0.16, 0.2), left=(-0.06, 0.3))
    children = (
        (38, BRICK, ""),
        (56, LANTERN, "bun"),
        (74, RIVER, "cap"),
        (92, "#B4486A", "bun"),
        (110, LEAF, ""),
        (128, CLAY, "cap"),
        (146, INDIGO, "bun"),
    )
    for k, (x, colour, hat) in enumerate(children):
        figure(
            it,
            x,
            104,
            31 + (k % 3) * 1.6,
            colour,
            hat=hat,
            child=True,
            skin=SKINS[k % 4],
            right=(0.12, 0.16),
            left=(-0.12, 0.16),
            stride=0.07,
        )
    it.card(24, 80, 136, 15, 3.6, mix(LANTERN, INK, 0.25))
    it.card(24, 79, 136, 15, 3.6, LANTERN)
    it.box(24, 89.6, 136, 1.6, BRICK)
    for k in range(8):
        it.card(28 + k * 15.6, 81, 12, 7.4, 1.4, "#1E4B57")
        it.shape([(29 + k * 15.6, 81.6), (34 + k * 15.6, 81.6), (30.6 + k * 15.6, 88), (29 + k * 15.6, 88)], "#5E9BA6")
    it.card(150, 81, 9, 10, 1.6, "#1E4B57")
    it.disc(158, 91.6, 1.3, PAPER)
    for x in (44, 134):
        wheel(it, x, 95, 4)
    return it


SCENES = {
    "p67": barometer,
    "p68": pill_voice,
    "p69": breathing_map,
    "p70": touch_map,
    "p71": veranda,
    "p72": walking_bus,
}
