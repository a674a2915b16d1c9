"""Covers of what lies or stands before the viewer: tables, models, screens, a case."""

import math

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
    Point,
)
from town_kit import block


def operations() -> Picture:
    """The night shift before a wall of screens over the harbour."""
    it = Picture(4, "#0A2A24", "#061814")
    it.box(8, 8, 168, 58, "#0F4A3B", "#0B3229")
    for x, wide in ((11, 38), (52, 80), (135, 38)):
        it.box(x, 11, wide, 52, "#14604B", "#0D3F33")
    for column in range(16):
        high = 6 + 14 * abs(math.sin(column * 1.3))
        it.box(14 + column * 2.1, 32 - high * 0.8, 1.3, high * 0.8, LANTERN if column == 11 else JADE)
    it.line([(14 + k * 2, 52 - 7 * math.sin(k / 2.4) - k * 0.3) for k in range(17)], HONEY, 0.7)
    it.line([(14 + k * 2, 56 - 3 * math.cos(k / 2)) for k in range(17)], SAGE, 0.5)
    coast = [(52, 48), (66, 44), (78, 47), (86, 38), (98, 36), (108, 27), (120, 25), (132, 18)]
    it.shape([*coast, (132, 63), (52, 63)], "#2C7E8E", "#1B5666")
    for line in range(9):
        it.line([(54 + line * 9, 12), (58 + line * 8.4, 62)], "#2B7B62", 0.22)
    for x, y in ((66, 30), (84, 24), (98, 20), (118, 17), (74, 40)):
        it.glow(x, y, 5, HONEY, 0.8)
        it.disc(x, y, 0.9, LANTERN)
    for x, y in ((92, 50), (112, 42), (122, 54), (76, 57)):
        it.shape([(x - 3, y), (x + 3, y), (x + 2, y + 1.4), (x - 2, y + 1.4)], PAPER)
        it.line([(x - 4, y + 2), (x - 12, y + 4)], "#8CC4CF", 0.25)
    for ring, colour in ((13, JADE), (9, LANTERN), (5, MINT)):
        it.arc(154, 30, ring, 140, 400 - ring * 8, colour, 2)
    for row in range(4):
        it.card(139, 48 + row * 3.6, 30 - row * 5, 1.6, 0.8, SAGE if row else HONEY)
    it.glow(92, 70, 110, JADE, 0.45, 22)
    it.box(0, 82, WIDE, 26, "#14392F", NIGHT)
    for x in (34, 92, 150):
        it.glow(x, 80, 26, MINT, 0.3, 8)
        it.box(x - 24, 80, 48, 3, "#2D6A57", "#174437")
        for side in (-1, 1):
            it.card(x + side * 11 - 9, 68, 18, 11, 1, INK)
            it.box(x + side * 11 - 8, 69, 16, 9, "#2E8B74", "#1B5E4E")
        it.card(x - 8, 84, 16, 26, 5, "#0A1F19")
        it.card(x - 6.4, 76, 12.8, 17, 5, (BRICK, INDIGO, CLAY)[int(x) % 3])
        it.disc(x, 71, 4.6, INK)
    return it


def open_data() -> Picture:
    """The city as stacks of data, one of them lit by the question that found it."""
    it = Picture(8, "#164F46", "#0A2722")
    for k in range(-12, 26):
        it.line([(k * 12, 0), (k * 12 + 216, 108)], "#1E6052", 0.2)
        it.line([(k * 12, 0), (k * 12 - 216, 108)], "#1E6052", 0.2)
    it.glow(96, 50, 74, HONEY, 0.55)
    for row in range(6):
        for column in range(-4, 5):
            x, y = 92 + column * 24 + (row % 2) * 12, 46 + row * 13
            high = 6 + 26 * it.dice.random() * max(0.25, 1 - abs(column) / 5)
            found = row == 2 and column == 0
            colour = LANTERN if found else (JADE, LEAF, "#2F8C86", PINE, SAGE)[it.dice.randrange(5)]
            block(it, x, y, 9.4, 46 if found else high, colour, lit=0 if found else 0.28)
    for ring in range(4):
        it.ring(92, 24, 16 + ring * 11, 5 + ring * 3.6, HONEY, 0.4)
    it.glow(92, 18, 16, PAPER, 0.6)
    it.ring(92, 17, 8, 8, PAPER, 1.8)
    it.line([(98, 23), (104, 29)], PAPER, 2.4)
    return it


def round_table() -> Picture:
    """City leaders round a table that carries a model of a city; seen from above."""
    it = Picture(12, "#EFE1BC", "#D2B57C")
    for k in range(14):
        it.line([(0, k * 8), (WIDE, k * 8)], "#DCC693", 0.3)
    it.glow(40, 10, 110, PAPER, 0.6)
    it.glow(98, 62, 84, INK, 0.6, 54)
    for k in range(12):
        turn = k * math.pi / 6 + 0.26
        x, y = 92 + 66 * math.cos(turn), 54 + 44 * math.sin(turn)
        it.glow(x + 2, y + 3, 11, INK, 0.55)
        it.oval(x, y, 9, 6.6, (BRICK, INDIGO, LEAF, CLAY, RIVER, PINE)[k % 6])
        it.disc(x, y - 0.6, 4.2, (INK, "#4A3426", "#8B8F93")[k % 3])
    it.oval(92, 56, 57, 37, "#6B4528")
    it.oval(92, 54, 57, 37, "#A8743F")
    it.oval(92, 54, 53, 33.6, "#C08B4F")
    for k in range(12):
        turn = k * math.pi / 6 + 0.26
        x, y = 92 + 46 * math.cos(turn), 54 + 28 * math.sin(turn)
        it.shape([(x - 3, y - 2), (x + 3.4, y - 1.4), (x + 2.8, y + 2), (x - 3.6, y + 1.4)], PAPER)
    it.oval(92, 56, 35, 20, "#1A6B4C")
    it.oval(92, 54.6, 35, 20, "#8CCBA7")
    it.line([(60, 58), (76, 53), (94, 60), (112, 52), (124, 54)], RIVER, 3.4)
    for x, y, high, colour in (
        (78, 48, 8, PAPER),
        (92, 46, 15, SAND),
        (106, 47, 10, MINT),
        (84, 60, 6, CLAY),
        (114, 61, 8, PAPER),
        (100, 68, 11, LANTERN),
        (72, 64, 5, SAND),
    ):
        block(it, x, y, 4.6, high, colour)
    for x, y in ((68, 54), (122, 48), (88, 68), (110, 70)):
        it.disc(x, y - 1.6, 2.2, PINE)
        it.disc(x - 0.5, y - 2.2, 1.4, JADE)
    return it


def planning_table() -> Picture:
    """Hands set wooden blocks on a lit plan of the neighbourhood."""
    it = Picture(22, "#4B3A2E", "#241A16")
    it.glow(92, 44, 100, "#B98A55", 0.6)
    it.shape([(92, 6), (182, 52), (92, 100), (2, 52)], "#7A5433", "#53361F")
    it.shape([(92, 100), (182, 52), (182, 57), (92, 106)], "#3A2616")
    it.shape([(92, 100), (2, 52), (2, 57), (92, 106)], "#2C1C10")
    it.shape([(92, 11), (172, 52), (92, 94), (12, 52)], "#D6F1E0", "#8FCBAE")
    for k in range(1, 8):
        s = k / 8
        it.line([(92 - 80 * s, 11 + 41 * s), (172 - 80 * s, 52 + 42 * s)], PAPER, 0.6 if k % 3 else 1.8)
        it.line([(92 + 80 * s, 11 + 41 * s), (12 + 80 * s, 52 + 42 * s)], PAPER, 0.6 if k % 3 else 1.8)
    it.line([(24, 58), (58, 58), (88, 44), (120, 40), (152, 42)], RIVER, 5)
    it.line([(24, 58), (58, 58), (88, 44), (120, 40), (152, 42)], "#8CC8E8", 2)
    it.shape([(92, 58), (116, 70), (92, 83), (68, 70)], LEAF, "#4FB388")
    it.glow(92, 70, 34, HONEY, 0.6, 17)
    for x, y, high, colour in (
        (92, 30, 14, SAND),
        (116, 34, 9, CLAY),
        (66, 40, 12, PAPER),
        (140, 52, 18, SAND),
        (124, 62, 8, MINT),
        (44, 54, 8, CLAY),
        (56, 68, 14, SAND),
        (116, 84, 6, PAPER),
    ):
        it.shape([(x, y), (x + 8, y - 4), (x + 22, y + 2), (x + 12, y + 5)], "#5E9C81")
        block(it, x, y, 7, high, colour)
    for x, y in ((84, 68), (96, 66), (90, 76), (102, 72), (78, 72)):
        it.tree(x, y, 3.4)
    for side, colour, skin in ((1, INDIGO, "#D9A37A"), (-1, BRICK, "#E3B48C")):
        foot = 92 + side * 84
        it.line([(foot, 112), (92 + side * 62, 92), (92 + side * 44, 78)], colour, 12)
        it.line([(92 + side * 50, 83), (92 + side * 30, 70)], skin, 6)
        for finger in range(3):
            it.line([(92 + side * 31, 70 + finger * 1.4), (92 + side * 23, 66 + finger * 2.4)], skin, 2)
    block(it, 116, 72, 5, 8, LANTERN)
    return it


def clinic() -> Picture:
    """A clinic unpacked from a case under the palms, a specialist on its screen."""
    it = Picture(23, "#8FD0D8", "#FFF1D0")
    it.sun(28, 30, 10, "#D9E2C4")
    it.ridge(64, 16, "#8CC7A8", "#BBE0C3")
    it.ridge(74, 10, "#4BA67E", "#74BD97", waves=2)
    it.box(0, 82, WIDE, 26, "#DDBF85", "#A47C48")
    for x, high, lean in ((14, 56, 6), (172, 64, -8), (156, 46, 5)):
        it.line([(x, 90), (x + lean * 0.4, 90 - high * 0.5), (x + lean, 90 - high)], "#7A5A38", 1.8)
        for k in range(9):
            turn = math.pi * (k - 0.5) / 8
            tip = (x + lean + 15 * math.cos(turn), 90 - high - 10 * math.sin(turn) + 5)
            it.shape(
                [(x + lean, 90 - high), (x + lean + 8 * math.cos(turn), 86 - high - 9 * math.sin(turn)), tip],
                LEAF,
                PINE,
            )
    it.glow(92, 94, 60, NIGHT, 0.7, 6)
    it.shape([(48, 22), (132, 22), (128, 58), (52, 58)], PAPER, "#D8D2BC")
    it.card(56, 26, 68, 29, 2, INK)
    it.box(58, 28, 42, 25, "#2E8B86", "#1B5E66")
    it.disc(79, 38, 5, "#C98F65")
    it.arc(79, 37.2, 5.2, 175, 365, INK, 2.6)
    it.card(69, 43.4, 20, 12, 5, PAPER)
    it.box(58, 53, 42, 2.4, INK)
    it.line([(74, 46), (79, 51), (84, 46)], "#2E8B86", 0.8)
    beat: list[Point] = [(102, 38), (107, 38), (109, 33), (112, 44), (114, 36), (116, 38), (122, 38)]
    it.line(beat, "#43D98C", 0.8)
    for row in range(3):
        it.card(103, 46 + row * 2.6, 16 - row * 4, 1.3, 0.6, SAGE if row else HONEY)
    it.box(44, 58, 96, 34, "#F7F1DE", "#C4BDA4")
    it.box(44, 58, 96, 3, PINE)
    for x in (44, 134):
        it.box(x, 58, 6, 34, "#9A937C", "#6F6A58")
    it.disc(92, 76, 11, LEAF)
    it.box(89.6, 69, 4.8, 14, PAPER)
    it.box(85, 73.6, 14, 4.8, PAPER)
    for x, colour in ((56, LANTERN), (64, JADE), (118, RIVER), (126, LANTERN)):
        it.card(x, 66, 5, 5, 1, colour)
        it.card(x, 74, 5, 2, 0.8, SAGE)
    it.person(34, 101, 38, "#E9F4EE")
    it.box(31.8, 66, 4.4, 1.4, BRICK)
    it.person(152, 102, 34, INDIGO, hat=True)
    it.person(163, 102, 20, LANTERN)
    return it


SCENES = {"p04": operations, "p08": open_data, "p12": round_table, "p22": planning_table, "p23": clinic}
