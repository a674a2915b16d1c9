"""Covers of how a city serves, listens and answers."""

import math

from nature_kit import crown, palm
from object_kit import bubble, sheet, stamp_mark, star, tick
from people_kit import SKINS, bust, figure, hand
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
from sky_kit import cloud, drum, globe, moon
from town_kit import awning, city, lamp_post
from travel_kit import truck, wheel


def minutes() -> Picture:
    """The speech round a council table runs into one typed page; the moon is in the window."""
    it = Picture(55, "#5B3A26", "#2E1A14")
    for k in range(12):
        it.line([(0, k * 10), (184, k * 10)], "#4B2E1E", 0.6)
        for n in range(5):
            x = n * 44.0 + (k % 2) * 22
            it.line([(x, k * 10), (x, k * 10 + 10)], "#4B2E1E", 0.6)
    it.veil(way("126 0 184 0 184 70"), "#8CA6E0", 0.16)
    it.box(138, 2, 42, 30, "#2A1810")
    it.box(140, 4, 38, 26, "#18265A", "#3A4A8A")
    with it.inside(way("140 4 178 4 178 30 140 30")):
        moon(it, 166, 14, 6)
        city(it, 30, 12, "#121C44", lit=HONEY, chance=0.4, start=138, end=180)
    it.line(way("159 4 159 30"), "#2A1810", 1)
    cx, cy = 70.0, 58.0
    it.glow(cx + 2, cy + 4, 72, NIGHT, 0.7, 54)
    it.glow(cx, cy, 76, HONEY, 0.4, 56)
    talk: list[tuple[float, float]] = []
    for k in range(10):
        turn = math.radians(36 * k + 18)
        x, y = cx + 58 * math.cos(turn), cy + 42.0 * math.sin(turn)
        it.glow(x + 1, y + 2, 10, NIGHT, 0.6)
        it.oval(x, y, 8.6, 6.4, (BRICK, INDIGO, LEAF, CLAY, RIVER)[k % 5])
        it.disc(x, y - 0.4, 4.2, (INK, "#4A3426", "#8B8F93")[k % 3])
        talk.append((cx + 36 * math.cos(turn), cy + 24 * math.sin(turn)))
    it.oval(cx, cy + 2, 48, 34, "#6B4528")
    it.oval(cx, cy, 48, 34, "#C08B4F")
    it.oval(cx, cy, 44, 30.6, "#CF9C60")
    for k, (x, y) in enumerate(talk):
        it.dots([(x, y), ((x + 84) / 2, (y + cy) / 2 - 5), (84, cy)], PAPER, 0.42, 2)
        bubble(it, x, y, 13, 7.4, (BRICK, INDIGO, LEAF, CLAY, RIVER)[k % 5], tail=-0.3 if k % 2 else 0.3, lines=2)
    it.dots(way("84 58 100 52 118 58"), HONEY, 0.9, 2.4)
    it.glow(146, 70, 40, HONEY, 0.5)
    sheet(it, 146, 70, 46, turn=5, lines=7, title=BRICK)
    tick(it, 165, 96, 6)
    return it


def one_number() -> Picture:
    """An old telephone before beach and city; its cord leads to all that one may need."""
    it = Picture(56, "#8FD3DE", "#FFF3D2")
    globe(it, 92, 26, 12)
    cloud(it, 40, 16, 22, PAPER)
    cloud(it, 150, 20, 20, PAPER)
    city(it, 56, 34, "#9CD0CC", start=92, lit=PAPER, chance=0.2)
    it.ridge(58, 14, "#8CC7A8", "#A9D6B8")
    it.shape(way("0 56 96 56 70 108 0 108"), "#4FB3C4", "#2C8AA6")
    for k in range(8):
        it.card(4 + (k * 23) % 50, 60 + k * 5.4, 10 + k * 2, 0.8, 0.4, "#BFE9EC")
    it.shape(way("96 56 184 56 184 108 64 108"), "#F3DFA8", "#D9B26B")
    palm(it, 14, 108, 58, lean=8)
    cord = way("104 88 112 84 122 74 136 92 152 80 166 68 172 52")
    it.curve([(x + 0.6, y + 1) for x, y in cord], "#A87B34", 1.5)
    it.curve(cord, INK, 1.1)
    with it.placed(64, 96, 1.18):
        it.glow(0, 2, 46, NIGHT, 0.75, 6)
        it.shape(way("-34 0 -26 -30 -16 -38 16 -38 26 -30 34 0"), "#C23B44", "#6E151D")
        it.card(-38, -3, 76, 7, 3.5, "#5E1119")
        it.disc(0, -17, 15.4, "#5E1119")
        it.disc(0, -17, 14, PAPER)
        for k in range(10):
            turn = math.radians(-62 - 29 * k)
            it.disc(10 * math.cos(turn), -17 + 10 * math.sin(turn), 2.3, mix(BRICK, INK, 0.25))
        it.disc(0, -17, 5, LANTERN)
        it.limb(way("8 -12 14 -6"), SAGE, 1.6)
        for x in (-15, 11):
            it.card(x, -45, 5, 10, 1.4, "#5E1119")
        it.curve(way("-34 -46 -26 -53 0 -55 26 -53 34 -46"), "#7A1820", 9)
        it.curve(way("-30 -51 0 -57 30 -51"), "#C23B44", 2)
        for x in (-35, 35):
            it.oval(x, -43, 9, 6, "#7A1820")
    places = ((122, 70, BRICK), (138, 94, LANTERN), (152, 76, PAPER), (172, 48, MINT))
    for k, (x, y, colour) in enumerate(places):
        it.glow(x, y + 2, 13, NIGHT, 0.5)
        it.disc(x, y, 10.4, PAPER)
        it.disc(x, y, 9.2, mix(colour, PAPER, 0.7))
        with it.placed(x, y):
            _help(it, k)
    return it


def _help(it: Picture, kind: int) -> None:
    """Draw what the number brings: a fire engine, a street lamp, a doctor, a tree."""
    if kind == 0:
        truck(it, -7, 4, 14, BRICK, load="#C23B44")
        it.line(way("-6 -4.6 3 -6"), INK, 0.6)
    elif kind == 1:
        lamp_post(it, -1.6, 6, 13, colour=INK, light=0.6)
    elif kind == 2:
        bust(it, 0, 6.4, 10, PAPER)
        it.disc(0, 4.4, 1.8, BRICK)
    else:
        crown(it, 0, 6, 5)


def corner_counter() -> Picture:
    """Between bananas and soap the grocer has a small official window."""
    it = Picture(57, "#F4DDA6", "#E9B878")
    it.box(0, 0, WIDE, 96, "#D98850", "#B9643E")
    for k in range(12):
        for n in range(9):
            it.box(n * 22 - 11 * (k % 2), k * 8, 21.4, 7.4, mix("#C9764A", PAPER, it.dice.uniform(0, 0.07)))
    it.box(0, 94, WIDE, 14, "#B9A27A", "#7A6546")
    it.box(14, 22, 156, 74, "#4B2E1E", "#2E1A12")
    it.glow(92, 44, 84, HONEY, 0.55)
    _shelves(it)
    it.glow(93, 62, 40, PAPER, 0.5)
    it.card(66, 28, 54, 54, 3, PINE)
    it.card(69, 36, 48, 40, 2, "#E9F4EE")
    it.shape(way("69 36 117 36 69 70"), "#F6FBF7")
    bust(it, 93, 76, 30, INDIGO, hat="bun", face=True)
    it.card(69, 29.4, 48, 5.4, 1.6, FOREST)
    it.shape(star(93, 32, 2), LANTERN)
    for x in (74, 100):
        it.card(x, 31.4, 13, 1.6, 0.8, SAGE)
    it.box(62, 74, 62, 4, LANTERN, "#C27F00")
    it.box(14, 78, 156, 20, "#9A6A43", "#5B3822")
    for k in range(9):
        it.line([(14 + k * 19.5, 78), (14 + k * 19.5, 98)], "#6E4A2C", 0.4)
    sheet(it, 84, 77, 16, turn=-7, high=0.8, lines=2, title=BRICK)
    with it.placed(103, 74, 1):
        it.card(-5, -2, 10, 4.4, 1, BRICK)
        it.box(-1.4, -8, 2.8, 7, "#6E4A34")
        it.disc(0, -9.4, 3, "#9A6A43")
    for k in range(4):
        it.card(130 + k * 9, 73 - (k % 2) * 3, 8, 5 + (k % 2) * 3, 1, (MINT, "#F3B7C0", PAPER, SAGE)[k])
    for k in range(5):
        it.disc(24 + k * 7, 74, 4, (BRICK, LANTERN, LEAF)[k % 3])
        it.disc(22.8 + k * 7, 72.8, 1.2, PAPER)
    awning(it, 8, 8, 168, 14, LEAF, stripes=14, flare=5)
    figure(it, 58, 106, 52, CLAY, trousers=INDIGO, hat="cone", right=(0.2, 0.06), left=(-0.05, 0.32))
    return it


def _shelves(it: Picture) -> None:
    """Fill the shelves of the grocer; bananas hang from them."""
    for y in (36, 50):
        it.box(18, y, 46, 1.8, "#A8743F")
        it.box(122, y, 44, 1.8, "#A8743F")
    for k in range(7):
        it.card(20 + k * 6.2, 27, 4.6, 9, 1.4, (LEAF, BRICK, RIVER, HONEY, CLAY, MINT, INDIGO)[k])
        it.box(20 + k * 6.2, 30, 4.6, 2.6, PAPER)
        it.card(124 + k * 6, 41, 4.6, 9, 0.8, (PAPER, RIVER, SAGE, "#F3B7C0", PAPER, MINT, SAND)[k])
        it.disc(126.3 + k * 6, 45, 1.4, (BRICK, PAPER, PINE)[k % 3])
    for k in range(5):
        it.card(20 + k * 9, 43, 7.4, 7, 0.8, (SAND, "#B4486A", MINT, CLAY, HONEY)[k])
        it.card(124 + k * 8.6, 29, 7, 7, 3, ("#D9C39A", BRICK, LEAF, LANTERN, INDIGO)[k])
    for x in (24, 40):
        it.line([(x, 52), (x, 55)], INK, 0.5)
        for k in range(6):
            it.curve(
                [(x, 55), (x + (k - 2.5) * 2, 60), (x + (k - 2.5) * 2.6, 66 - abs(k - 2.5))],
                (LANTERN, HONEY)[k % 2],
                2.4,
            )
        it.disc(x, 55, 1.6, "#6E4A34")


def kitchen_budget() -> Picture:
    """On the kitchen table the budget is a pie; the family takes its slices."""
    it = Picture(58, "#B9824C", "#8A5A2E")
    for k in range(7):
        it.box(0, k * 16, WIDE, 15.4, mix("#B9824C", INK if k % 2 else PAPER, 0.07))
        it.line([(0, k * 16), (184, k * 16)], "#7A4E26", 0.5)
        for _ in range(4):
            it.line(
                [
                    (it.dice.uniform(0, 150), k * 16 + it.dice.uniform(3, 12)),
                    (it.dice.uniform(20, 180), k * 16 + it.dice.uniform(3, 12)),
                ],
                "#A8743F",
                0.25,
            )
    for row in range(9):
        for column in range(row % 2, 12, 2):
            x, y = 46.0 + column * 8, 18.0 + row * 8
            it.veil([(x, y), (x + 8, y), (x + 8, y + 8), (x, y + 8)], PAPER, 0.42)
    it.glow(94, 58, 50, NIGHT, 0.75)
    it.disc(92, 54, 40, PAPER)
    it.ring(92, 54, 40, 40, RIVER, 1)
    it.disc(92, 54, 35, "#C98F4A")
    for k in range(36):
        x, y = around(92, 54, 34, 34, 10 * k, 10 * k)[0]
        it.disc(x, y, 3, ("#D9A35C", "#C08540")[k % 2])
    shares = (
        (-90, 10, LEAF, 0.0),
        (10, 80, LANTERN, 7.0),
        (80, 150, BRICK, 0.0),
        (150, 205, RIVER, 6.0),
        (205, 270, INDIGO, 0.0),
    )
    it.disc(92, 54, 31, "#7A4E26")
    for start, end, colour, away in shares:
        middle = math.radians((start + end) / 2)
        x, y = 92 + away * math.cos(middle), 54 + away * math.sin(middle)
        if away:
            it.veil([(x + 1.5, y + 2), *around(x + 1.5, y + 2, 31, 31, start, end)], NIGHT, 0.3)
        it.shape([(x, y), *around(x, y, 31, 31, start, end)], mix(colour, PAPER, 0.08))
        it.line([(x, y), *around(x, y, 31, 31, start, end), (x, y)], "#F3D9A0", 0.9)
        with it.placed(x + 19 * math.cos(middle), y + 19 * math.sin(middle)):
            it.disc(0, 0, 5.6, mix(colour, PAPER, 0.75))
            _purpose(it, colour)
    for x, y, turn, sleeve, skin, size in (
        (112, 86, -28, INDIGO, 0, 9),
        (57, 46, 82, CLAY, 1, 8),
        (130, 34, -106, MINT, 2, 6.6),
    ):
        hand(it, x, y, size, turn, sleeve, skin=SKINS[skin])
    it.glow(30, 86, 16, NIGHT, 0.6)
    it.disc(29, 84, 12, PAPER)
    it.disc(29, 84, 9.4, "#B5702E")
    it.ring(29, 84, 12, 12, SAGE, 0.8)
    it.ring(42, 84, 4, 4, PAPER, 1.6)
    with it.placed(158, 84, 1, turn=14):
        sheet(it, 0, 0, 25, lines=4, title=LEAF, high=1.2)
        it.box(8, -22, 3, 30, LANTERN)
        it.shape(way("8 8 11 8 9.5 13"), INK)
    return it


def _purpose(it: Picture, colour: str) -> None:
    """Set the sign of what a share of the budget pays for."""
    dark = mix(colour, INK, 0.2)
    if colour == LEAF:
        crown(it, 0, 4, 3, dark)
    elif colour == LANTERN:
        it.box(-3, -1, 6, 4, dark)
        it.shape(way("-4 -0.6 0 -4 4 -0.6"), dark)
    elif colour == BRICK:
        it.box(-1, -3.4, 2, 6.8, dark)
        it.box(-3.4, -1, 6.8, 2, dark)
    elif colour == RIVER:
        for k in range(3):
            it.curve([(-3.4, -2 + 2 * k), (-1, -3 + 2 * k), (1, -2 + 2 * k), (3.4, -3 + 2 * k)], dark, 0.8)
    else:
        it.card(-3, -2.4, 6, 4, 1, dark)
        for x in (-1.6, 1.6):
            it.disc(x, 2, 1, dark)


def on_wheels() -> Picture:
    """A green van with its counter open stands on the mountain road; the queue has come on foot."""
    it = Picture(59, "#F6C98F", "#FFF3D8")
    globe(it, 34, 30, 13)
    it.ridge(46, 26, "#A9C7B0", "#CFE0C0", waves=1.1)
    it.ridge(60, 24, "#6FAE8C", "#9CCBA5", waves=1.7)
    cloud(it, 120, 42, 34, "#FFFDF4")
    cloud(it, 30, 56, 26, "#FFFDF4")
    it.terraces(64, 9, ("#3F9A68", "#14573F"), 0.05)
    it.shape(way("0 92 60 86 184 90 184 108 0 108"), "#D9B277", "#8A6238")
    it.shape(way("184 90 150 82 128 70 140 62 136 56 139 56 146 62 138 70 160 80 184 84"), "#E9CF9A")
    with it.placed(8, 101, 1):
        it.glow(52, 0, 62, NIGHT, 0.8, 6)
        it.shape(way("0 -6 0 -50 4 -54 72 -54 78 -48 90 -30 102 -24 104 -6"), "#2A9767", LEAF)
        it.box(0, -16, 104, 10, PINE, FOREST)
        it.box(0, -19, 102, 2.4, LANTERN)
        it.shape(way("75 -46 78 -46 88 -30 75 -30"), "#1E4B57")
        it.shape(way("75 -46 77 -46 81 -30 75 -30"), "#5E9BA6")
        it.disc(100, -20, 2.4, HONEY)
        it.card(12, -44, 48, 24, 2, INK)
        it.card(13.6, -42.4, 44.8, 20.8, 1.4, "#FFE9B0")
        bust(it, 26, -21, 15, INDIGO, face=True)
        bust(it, 46, -21, 15, PAPER, hat="bun", face=True)
        it.box(8, -22, 56, 3, "#C08B4F")
        it.shape(way("10 -46 62 -46 68 -58 4 -58"), PAPER, SAND)
        for k in range(5):
            it.shape(way(f"{14 + k * 10.4} -46 {19 + k * 10.4} -46 {18.6 + k * 11.4} -58 {12.6 + k * 11.4} -58"), BRICK)
        it.shape(star(67, -34, 4), LANTERN)
        sheet(it, 36, -24, 8, high=0.7, lines=1)
        for x in (20, 84):
            it.shape(around(x, -6, 11, 11, 180, 360), FOREST)
            wheel(it, x, -5, 8.4)
    people = (
        (104, 28, BRICK, "scarf", INDIGO),
        (118, 30, INDIGO, "scarf", "#5B1A4A"),
        (131, 27, PINE, "", ""),
        (144, 29, "#5B3A73", "scarf", BRICK),
        (156, 20, LANTERN, "cap", ""),
        (168, 28, RIVER, "cone", ""),
    )
    for k, (x, tall, colour, hat, dress) in enumerate(people):
        figure(
            it,
            x,
            104,
            tall,
            colour,
            hat=hat,
            dress=dress,
            child=tall < 22,
            left=(-0.08, 0.22) if k % 2 else (-0.05, 0.33),
            skin=SKINS[k % 2],
        )
        if dress:
            with it.placed(x, 104, tall):
                for n, tone in enumerate((LANTERN, PAPER, MINT)):
                    it.box(-0.12, -0.34 + n * 0.045, 0.24, 0.025, tone)
    return it


def three_days() -> Picture:
    """A calendar with three days ringed, and the permit stamped before the little shop."""
    it = Picture(60, "#8E1F28", "#5E1119")
    drum(it, 66, 50, 34, "#9C2B34")
    it.box(0, 90, WIDE, 18, "#C9A56B", "#8A6238")
    it.glow(146, 70, 48, HONEY, 0.5)
    it.box(112, 30, 66, 62, "#F4DDA6", "#D9B878")
    it.box(110, 26, 70, 5, PINE)
    it.card(122, 33, 46, 9, 2, FOREST)
    it.card(130, 36, 30, 3, 1.5, LANTERN)
    it.box(118, 52, 34, 32, "#3A2A20")
    it.glow(135, 66, 18, HONEY, 0.8)
    for k in range(3):
        it.box(118, 60 + k * 9, 34, 1.2, "#A8743F")
        for n in range(5):
            it.disc(122 + n * 6.6, 57.4 + k * 9, 2.3, (BRICK, LEAF, LANTERN, JADE, CLAY)[(n + k) % 5])
    it.box(156, 54, 16, 38, LEAF)
    it.box(158.6, 57, 10.8, 16, "#BFE3DC")
    it.card(160, 61, 8, 5, 1, PAPER)
    awning(it, 114, 44, 62, 9, BRICK, stripes=9, flare=3)
    figure(it, 166, 104, 38, INDIGO, left=(-0.16, -0.22), right=(0.05, 0.32))
    it.glow(62, 60, 60, NIGHT, 0.75)
    with it.placed(56, 50, 1, turn=-3):
        it.card(-40, -36, 80, 78, 3, PAPER)
        it.card(-40, -36, 80, 17, 3, LANTERN)
        it.box(-40, -24, 80, 6, LANTERN)
        it.card(-14, -31.4, 28, 4, 2, INK)
        for k in range(6):
            x = -31 + k * 12.4
            it.ring(x, -37, 2, 4.4, "#C9D2CE", 1.1)
        for row in range(5):
            for column in range(7):
                x, y = -33 + column * 11, -9 + row * 10.6
                day = row * 7 + column
                if day in {16, 17, 18}:
                    it.disc(x, y, 5.6, mix(LEAF, PAPER, 0.72))
                    it.ring(x, y, 5.8, 5.4, BRICK, 1.1)
                it.card(
                    x - 1.8,
                    y - 1.2,
                    3.6,
                    2.4,
                    1,
                    BRICK if column == 6 else mix(PINE, PAPER, 0.2 if day in {16, 17, 18} else 0.55),
                )
    sheet(it, 100, 80, 31, turn=8, lines=5, title=PINE)
    stamp_mark(it, 107, 92, 7.6)
    return it


SCENES = {
    "p55": minutes,
    "p56": one_number,
    "p57": corner_counter,
    "p58": kitchen_budget,
    "p59": on_wheels,
    "p60": three_days,
}
