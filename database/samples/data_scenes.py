"""Covers of what computes, counts and checks for the city."""

import math

from nature_kit import crown
from object_kit import drop, envelope, magnifier, rows, sheet, tick
from people_kit import bust, figure
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
from sky_kit import drum, globe
from town_kit import block, city, houses, lamp_post
from travel_kit import rover


def assistant() -> Picture:
    """A desk lamp reads the post and lays it out in three trays."""
    it = Picture(25, "#0B3D2E", "#1C6B4D")
    drum(it, 112, 34, 22, "#15523E")
    it.box(134, 8, 44, 42, "#0A2F26")
    it.box(137, 11, 38, 36, "#24315F", "#C9765A")
    with it.inside(way("137 11 175 11 175 47 137 47")):
        city(it, 47, 26, "#2C2C5C", lit=HONEY, chance=0.3, start=136, end=176)
    it.line(way("156 11 156 47"), "#0A2F26", 1.2)
    it.box(0, 88, WIDE, 20, "#A5683A", "#5B3620")
    it.box(0, 88, WIDE, 1.4, "#D29A5E")
    it.cone(way("104 40 126 34 182 88 78 88"), HONEY, 0.75)
    it.oval(130, 89.6, 50, 3.4, "#E0AE62")
    for k in range(13):
        envelope(
            it,
            30 + it.dice.uniform(-1.6, 1.6),
            84 - k * 4.6,
            25,
            turn=it.dice.uniform(-5, 5),
            seal=(BRICK, LEAF, INDIGO)[k % 3],
        )
    for k, (x, y, turn) in enumerate(((52, 26, -18), (72, 17, 8), (94, 46, 24), (120, 52, -14), (146, 58, 16))):
        envelope(it, x, y, 15 + k * 0.4, turn=turn, seal=(BRICK, LEAF, INDIGO)[k % 3])
    it.card(64, 84, 30, 5, 2.5, "#7A1820")
    it.limb(way("79 84 68 58 96 30"), "#C23B44", 2.6)
    it.disc(68, 58, 3.2, LANTERN)
    with it.placed(110, 32, 1.1, turn=-16):
        it.shape(way("-9 -10 9 -10 17 8 -17 8"), "#D14A52", BRICK)
        it.oval(0, 8, 17, 4, "#FFF3C4")
        it.card(-6, -15, 12, 6, 3, BRICK)
        for x in (-5, 5):
            it.disc(x, -2, 3, PAPER)
            it.disc(x + 0.9, -1.2, 1.5, INK)
    for k, colour in enumerate((BRICK, LEAF, INDIGO)):
        x = 96 + k * 28
        sheet(it, x + 12, 81, 15, turn=(-4, 3, -2)[k], high=0.9, lines=2, title=colour)
        it.shape(
            [(x - 1, 84), (x + 25, 84), (x + 23, 97), (x + 1, 97)], mix(colour, PAPER, 0.14), mix(colour, INK, 0.2)
        )
        it.card(x + 7, 88, 10, 4, 1, PAPER)
    tick(it, 136, 75, 4.2)
    return it


def accents() -> Picture:
    """A coast made of speech, and the microphone that listens to it."""
    it = Picture(26, "#0F4C5C", "#0A3440")
    for k in range(15):
        shift = it.dice.uniform(0, 30)
        it.line([(x, 6 + k * 7.4 + 1.2 * math.sin((x + shift) / 7)) for x in range(0, 186, 2)], "#17596A", 0.4)
    drum(it, 52, 56, 30, "#17596A")
    spine = way("112 8 126 14 134 24 128 36 122 47 132 58 142 68 146 80 138 92 124 100")
    it.curve([(x - 3, y + 2) for x, y in spine], "#0A2F3A", 25)
    it.curve(spine, "#1C6B5A", 22)
    tones = (BRICK, LANTERN, LEAF, "#E46A2E", INDIGO, HONEY, "#B4486A", JADE, CLAY, "#5B3A73", RIVER)
    places = way("106 10 126 12 140 23 120 29 134 40 116 46 132 56 146 66 132 74 148 83 134 92 118 99")
    for k, (x, y) in enumerate(places):
        wide, high = it.dice.uniform(17, 22), it.dice.uniform(9.5, 12)
        colour = tones[k % len(tones)]
        side = -1 if k % 2 else 1
        it.card(x - wide / 2 + 0.8, y - high / 2 + 1, wide, high, high * 0.42, NIGHT)
        it.card(x - wide / 2, y - high / 2, wide, high, high * 0.42, colour)
        it.shape(
            [(x + side * 3, y + high * 0.4), (x + side * 7, y + high * 0.3), (x + side * 9, y + high * 0.86)], colour
        )
        ink = INK if colour in {LANTERN, HONEY, JADE} else PAPER
        for bar in range(7):
            tall = high * (0.16 + 0.5 * abs(math.sin(bar * 1.3 + k)))
            it.card(x - 6.3 + bar * 1.9, y - tall / 2, 1, tall, 0.5, ink)
    for x, y in ((166, 44), (172, 50), (164, 56), (176, 88)):
        it.disc(x, y, 1.4, "#2E8B74")
    it.glow(52, 44, 46, HONEY, 0.45)
    it.shape(way("34 104 70 104 66 98 38 98"), INK)
    it.line(way("52 98 52 76"), INK, 3)
    it.arc(52, 50, 27, 15, 165, INK, 3)
    it.card(36, 8, 32, 58, 16, "#9DB3A8")
    it.card(36, 8, 26, 58, 13, "#D9E6DE")
    with it.inside(around(52, 24, 16, 16, 180, 360) + way("68 44 36 44")):
        for k in range(-12, 14):
            it.line([(30 + k * 4, 4), (60 + k * 4, 46)], "#6F8881", 0.7)
            it.line([(74 + k * 4, 4), (44 + k * 4, 46)], "#6F8881", 0.7)
    it.box(36, 43, 32, 3.4, LANTERN)
    it.disc(52, 54, 2.6, BRICK)
    for r in (33, 38, 43):
        it.arc(52, 36, r, 320, 400, HONEY, 0.8)
    return it


def rehearsal() -> Picture:
    """A toy city gives its rehearsal on a stage before tiny people."""
    it = Picture(27, "#1B0E1E", "#3A1522")
    it.box(28, 6, 128, 74, "#143B46", "#2E7C72")
    globe(it, 92, 44, 15, light=0.6)
    city(it, 70, 26, "#1F5A5C", start=26, end=160)
    it.shape(way("8 94 28 68 156 68 176 94"), "#C08B4F", "#7A4A26")
    for k in range(-5, 6):
        it.line([(92 + k * 12.5, 68), (92 + k * 16.5, 94)], "#9A6637", 0.3)
    it.box(8, 94, 168, 6, "#5B3620", "#2C1810")
    for x, end in ((52.0, 78), (132, 106)):
        it.cone([(x - 2, 4), (x + 2, 4), (end + 30, 92), (end - 30, 92)], HONEY, 0.5)
    it.oval(92, 82, 56, 10, "#D9A968")
    it.oval(92, 81, 50, 8.4, "#7CC39B")
    it.curve(way("46 82 70 78 92 84 116 79 138 82"), RIVER, 2.2)
    toys = (
        (92, 77, 26, SAND),
        (78, 78, 17, MINT),
        (107, 78, 19, CLAY),
        (64, 79, 10, PAPER),
        (120, 79, 12, LANTERN),
        (84, 86, 8, BRICK),
        (104, 87, 6, SAGE),
        (72, 86, 6, SAND),
    )
    for x, y, high, colour in toys:
        block(it, x, y, 5.4, high, colour, lit=0.3)
    for x in (54, 132, 114, 94):
        crown(it, x, 86, 3.4)
    for side in (-1, 1):
        edge = 92 + side * 92
        for k in range(6):
            x = edge - side * (4 + k * 6.4)
            foot = x + side * (k * 1.2)
            tone = mix(BRICK, INK, 0.34 * (k % 2) + 0.04 * k)
            it.shape(
                [(x - 3.6, 0), (x + 3.6, 0), (foot + 3.4, 92 - k * 1.4), (foot - 3.4, 92 - k * 1.4)],
                mix(tone, "#E25560", 0.2),
                tone,
            )
        it.card(min(edge - side * 40, edge), 58, 40, 3, 1.5, LANTERN)
    for k in range(9):
        it.shape(around(10 + k * 20.5, 2, 12, 12, 0, 180), mix(BRICK, INK, 0.14 * (k % 2)))
        it.arc(10 + k * 20.5, 2, 12, 10, 170, LANTERN, 0.8)
    it.box(0, 98, WIDE, 10, "#120A12")
    for k in range(10):
        bust(
            it,
            9 + k * 18.4,
            117 - 3 * (k % 2),
            21,
            ("#6E3040", "#33497A", "#256350")[k % 3],
            skin="#3A2028",
            hair="#160C14",
            hat=("", "bun", "cone")[k % 3] if k % 4 else "",
        )
    return it


def twelve_numbers() -> Picture:
    """A wall clock whose hours are twelve small dials of the city."""
    it = Picture(28, "#F6C98A", "#FFF1D6")
    drum(it, 92, 46, 44, "#EFC07F")
    city(it, 92, 30, "#E9B27A")
    it.box(0, 102, WIDE, 6, "#C9A56B", "#8A6238")
    houses(it, 103, 24, lit=0.35, shop=False)
    it.glow(94, 56, 62, NIGHT, 0.35)
    it.disc(92, 50, 47, FOREST)
    it.disc(92, 50, 44, PAPER)
    it.ring(92, 50, 42, 42, SAGE, 0.5)
    for k in range(60):
        turn = math.radians(6 * k)
        inner = 19 if k % 5 else 17.5
        it.line(
            [
                (92 + inner * math.cos(turn), 50 + inner * math.sin(turn)),
                (92 + 20.4 * math.cos(turn), 50 + 20.4 * math.sin(turn)),
            ],
            PINE,
            0.35,
        )
    tones = (LEAF, LANTERN, RIVER, BRICK, JADE, CLAY)
    for k in range(12):
        turn = math.radians(30 * k - 90)
        x, y, colour = 92 + 32 * math.cos(turn), 50 + 32 * math.sin(turn), tones[k % 6]
        it.disc(x, y + 0.6, 7.6, mix(PAPER, NIGHT, 0.25))
        it.disc(x, y, 7.6, mix(colour, PAPER, 0.86))
        it.arc(x, y, 7.4, 130, 410, mix(colour, PAPER, 0.6), 1.3)
        it.arc(x, y, 7.4, 130, 130 + 70 + (k * 67) % 200, colour, 1.3)
        _sign(it, x, y, k, colour)
    it.limb(way("92 50 76 36"), FOREST, 2.4)
    it.limb(way("92 50 110 40"), FOREST, 1.7)
    it.limb(way("92 56 92 28"), BRICK, 0.7)
    it.disc(92, 50, 2.8, LANTERN)
    return it


def _sign(it: Picture, x: float, y: float, kind: int, colour: str) -> None:
    """Set one of twelve small signs around a point: bus, sun, drop, heart, tree, house and their kin."""
    pick = kind % 6
    if pick == 0:
        it.card(x - 3.2, y - 2.4, 6.4, 4.4, 1, colour)
        it.box(x - 2.4, y - 1.7, 4.8, 1.5, PAPER)
        for dx in (-1.7, 1.7):
            it.disc(x + dx, y + 2.1, 0.8, INK)
    elif pick == 1:
        it.disc(x, y, 1.9, colour)
        for k in range(8):
            (px, py), (qx, qy) = (around(x, y, r, r, 45 * k, 45 * k)[0] for r in (2.6, 3.7))
            it.line([(px, py), (qx, qy)], colour, 0.6)
    elif pick == 2:
        drop(it, x, y, 7, colour)
    elif pick == 3:
        it.disc(x - 1.4, y - 0.9, 1.7, colour)
        it.disc(x + 1.4, y - 0.9, 1.7, colour)
        it.shape([(x - 2.9, y - 0.2), (x + 2.9, y - 0.2), (x, y + 3.4)], colour)
    elif pick == 4:
        crown(it, x, y + 3.6, 3, colour)
    else:
        it.box(x - 2.3, y - 0.4, 4.6, 3.4, colour)
        it.shape([(x - 3.4, y - 0.2), (x, y - 3.4), (x + 3.4, y - 0.2)], colour)
        it.box(x - 0.7, y + 0.8, 1.4, 2.2, PAPER)


def check_up() -> Picture:
    """A glass held over a chart of decisions finds the arrow that needs a second look."""
    it = Picture(29, "#2B2F77", "#1A1D50")
    for k in range(24):
        it.line([(k * 8, 0), (k * 8, 108)], "#343990", 0.2)
        it.line([(0, k * 8), (184, k * 8)], "#343990", 0.2)
    boxes = ((12, 46, SAGE), (46, 20, MINT), (46, 72, MINT), (82, 20, JADE), (82, 72, JADE), (116, 46, HONEY))
    links = (
        "32 52 40 52 40 26 46 26",
        "32 52 40 52 40 78 46 78",
        "68 26 82 26",
        "68 78 82 78",
        "104 78 110 78 110 54 116 54",
    )
    for link in links:
        it.line(way(link), "#8F95DA", 1.1)
        x, y = way(link)[-1]
        it.shape([(x - 3, y - 2), (x, y), (x - 3, y + 2)], "#8F95DA")
    for x, y, colour in boxes:
        it.card(x + 0.8, y + 1.2, 22, 13, 3, "#12153F")
        it.card(x, y, 22, 13, 3, colour)
        rows(it, x + 4, y + 4, 14, 2, colour=mix(colour, INK, 0.55), gap=3.2, thick=1.3)
    it.glow(106, 36, 36, LANTERN, 0.5)
    magnifier(it, 106, 36, 21, turn=52, rim=PAPER)
    with it.inside(around(106, 36, 20, 20)):
        it.box(80, 10, 60, 60, "#FFF8EC", "#F6E7C0")
        it.card(74, 18, 26, 18, 4, JADE)
        it.card(116, 44, 36, 22, 5, HONEY)
        it.line(way("96 28 108 28 108 50 118 50"), LANTERN, 3)
        it.shape(way("114 45 120 50 114 55"), "#D98200")
        it.shape(way("104 29 112 29 108 21"), BRICK)
    it.disc(108, 31, 5.4, BRICK)
    it.box(107.2, 27.6, 1.6, 4.4, PAPER)
    it.disc(108, 33.6, 0.9, PAPER)
    with it.placed(158, 60, 1, turn=6):
        it.card(-19, -34, 40, 76, 3, "#12153F")
        it.card(-21, -36, 40, 76, 3, "#9A6A43")
        sheet(it, -1, 4, 34, high=1.92, lines=0, title=INDIGO, shadow=False)
        it.card(-10, -40, 18, 8, 2, SAND)
        for k in range(5):
            if k == 2:
                it.disc(-11, -10 + k * 9, 2.6, LANTERN)
            else:
                tick(it, -11, -10 + k * 9, 2.6)
            it.card(-5.6, -11 + k * 9, (17, 13, 16, 11, 15)[k], 2, 1, LANTERN if k == 2 else SAGE)
    return it


def pavement_robot() -> Picture:
    """A small robot walks the pavement under the trees and rings the crack it found."""
    it = Picture(30, "#CFEBDD", "#FFF4DA")
    globe(it, 40, 26, 11)
    city(it, 58, 30, "#B4DCC8")
    houses(it, 62, 26, lit=0.1, wide=10)
    it.box(0, 62, WIDE, 46, "#7F948C", "#4A5D56")
    it.shape(way("0 66 184 62 184 108 0 108"), "#EAD9AE", "#C9A56B")
    for k in range(9):
        it.line([(0, 68 + k * k * 0.62), (184, 64.4 + k * k * 0.72)], "#CDB584", 0.3)
    for k in range(-6, 12):
        it.line([(70 + k * 13, 64), (40 + k * 34, 108)], "#CDB584", 0.3)
    for x, y, r, kind in ((14, 70, 15.0, 0), (58, 67, 11, 1), (92, 65, 8, 0), (116, 64, 6, 1), (134, 63.4, 5, 0)):
        crown(it, x, y, r, (LEAF, PINE)[kind], trunk=1.7, kind=kind)
    lamp_post(it, 168, 70, 50, colour=PINE)
    figure(it, 150, 74, 19, INDIGO, right=(0.12, 0.2))
    figure(it, 158, 75, 15, BRICK, child=True)
    it.dots(way("-4 98 24 96 52 92 84 94"), BRICK, 0.9, 4.2)
    it.line(way("134 92 140 90 143 94 149 91 152 95 159 94"), "#6E4A34", 1)
    it.line(way("143 94 145 99 150 101"), "#6E4A34", 0.7)
    it.ring(148, 95, 17, 7.6, BRICK, 1.1)
    it.cone(way("118 72 121 72 163 101 132 99"), LANTERN, 0.6)
    rover(it, 76, 100, 48)
    for r in (5, 8.5, 12):
        it.arc(85.6, 52, r, 225, 315, PINE, 0.7)
    return it


SCENES = {
    "p25": assistant,
    "p26": accents,
    "p27": rehearsal,
    "p28": twelve_numbers,
    "p29": check_up,
    "p30": pavement_robot,
}
