"""Covers that look over land, water and the whole city."""

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
    Point,
    mix,
)  # fmt: skip


def flood() -> Picture:
    """A sluice gate holds the river back from the lit city at dusk."""
    it = Picture(1, "#0B2E33", "#E9B872")
    it.sun(132, 44, 13, "#4E7A6C")
    it.ridge(56, 10, "#3C7A68", "#5C9C82")
    it.skyline(60, 26, PINE, "#2A7A5C", lit=HONEY, chance=0.25)
    it.water(60, "#3D8C7A", FOREST, HONEY, centre=132)
    for x in (16, 46, 76):
        it.box(x, 30, 9, 64, SAND, "#A89468")
        it.box(x + 6.5, 30, 2.5, 64, "#B9A272", "#7C6C48")
        it.box(x - 1, 27, 11, 4, PINE)
    for x, lift in ((25, 20), (55, 8)):
        it.box(x, 36, 21, 46 - lift, "#1D6B50", FOREST)
        for bar in range(5):
            it.box(x, 40 + bar * 8 - lift * 0.35, 21, 0.9, JADE)
        foot = 82 - lift
        it.shape([(x, foot), (x + 21, foot), (x + 26, 106), (x - 4, 106)], "#BFE8DA", "#4E9F8D")
        for fall in range(9):
            it.line([(x + 1 + fall * 2.4, foot), (x - 2 + fall * 3.3, 104)], PAPER, 0.24)
    it.box(0, 32, 90, 3.4, SAND, "#C9B27A")
    for post in range(0, 90, 6):
        it.line([(post, 32), (post, 27.6)], PINE, 0.5)
    it.line([(0, 27.6), (90, 27.6)], PINE, 0.6)
    it.person(62, 32, 10, BRICK)
    for level, mark in enumerate((LANTERN, PAPER, PAPER, PAPER, PAPER)):
        it.box(104, 62 + level * 7, 4 if level % 2 else 6, 1.2, mark)
    it.box(102, 56, 1.8, 42, PAPER)
    return it


def buoy() -> Picture:
    """A yellow buoy rocks on the lake of the turtle tower."""
    it = Picture(2, "#BFE3DC", "#FFF1D6")
    it.sun(42, 38, 11, "#DFD9B4")
    it.skyline(54, 20, "#B4DBCD", "#CBE8DB")
    it.ridge(56, 6, "#7FBFA2", "#5FA88A", waves=4)
    it.water(56, "#8FCFBE", "#1F7A68", PAPER, centre=42)
    it.oval(48, 58.5, 15, 2.6, PINE)
    for floor, (wide, high) in enumerate(((15, 9), (10.5, 7), (6.5, 5))):
        y = 57 - (0, 9.5, 17)[floor]
        it.box(48 - wide / 2, y - high, wide, high, SAND, "#BFA877")
        it.shape([(46.5 - wide / 2, y - high), (48, y - high - 3), (49.5 + wide / 2, y - high)], PINE)
        for arch in (-0.28, 0, 0.28):
            it.card(48 + arch * wide - 0.9, y - high + 2, 1.8, high - 2, 0.8, PINE)
    for side in (-1, 1):
        it.tree(48 + side * 11, 58, 4, PINE)
    for ring in range(7, 0, -1):
        it.ring(126, 84, 9 + ring * 7.5, 2.6 + ring * 2.2, mix("#CFF0E4", "#2B8A76", ring / 8), 0.35)
    it.glow(126, 87, 30, NIGHT, 0.6, 6)
    it.shape([(107, 74), (145, 74), (139, 88), (113, 88)], HONEY, "#C27F00")
    it.box(107, 76.5, 38, 3, PAPER)
    it.oval(126, 74, 19, 4.4, "#FFE19A")
    for x in (116, 136):
        it.line([(x, 74), (126, 40)], INK, 0.8)
    it.panel((113, 66), (15, -8), (9, 6), (4, 3))
    it.line([(126, 42), (126, 31)], INK, 0.8)
    it.glow(126, 30, 9, LANTERN, 0.9)
    it.disc(126, 30, 2.2, BRICK)
    for r in (6, 10, 14):
        it.arc(126, 30, r, 205, 335, PINE, 0.5)
    return it


def terraces() -> Picture:
    """Morning over rice terraces; a farmer speaks her notes."""
    it = Picture(5, "#FBD58A", "#FFF5DC")
    it.sun(122, 36, 14, "#F3CC7F")
    it.ridge(52, 18, "#9CCDB2", "#C4E3CB")
    it.ridge(60, 14, "#5FAE8A", "#8CC9A5", waves=2.3)
    it.terraces(54, 13, ("#2F9166", FOREST), 0.1)
    it.line([(24, 96), (24, 66)], INK, 0.9)
    it.panel((18, 68), (11, -3), (2, 5), (3, 2))
    it.disc(24, 62, 2, PAPER)
    it.person(58, 98, 40, CLAY, hat=True)
    it.card(65, 78, 4, 7, 0.7, INK)
    it.card(65.5, 78.6, 3, 5.6, 0.4, MINT)
    for r in (4, 7, 10):
        it.arc(70, 80, r, 300, 50, PAPER, 0.5)
    return it


def tea() -> Picture:
    """Rows of tea round the hills down to a homestay."""
    it = Picture(6, "#8CC7D6", "#FFF3D8")
    it.glow(30, 24, 60, PAPER, 0.7)
    it.ridge(50, 20, "#84B9A8", "#A9D3BD")
    it.ridge(62, 16, "#4C9C78", "#74B891", waves=2)
    for cx, cy, size, tone in ((150, 96, 62, "#2A8A5E"), (40, 108, 72, "#1B7049"), (108, 128, 62, "#115339")):
        for row in range(12, 0, -1):
            share = row / 12
            tilt = mix(tone, "#C9E88F", 0.62 * (1 - share))
            it.oval(cx, cy + 4, size * share, size * 0.55 * share, mix(tilt, INK, 0.4))
            it.oval(cx, cy + 3.2, size * (share - 0.022), size * 0.55 * (share - 0.03), tilt)
    it.house(128, 68, 15, 11, SAND, BRICK)
    it.tree(124, 68, 4)
    it.tree(148, 69, 5, PINE)
    path = [(136, 69), (132, 76), (120, 80), (112, 88), (92, 92), (84, 108)]
    it.line(path, "#F6E7C0", 2.2)
    it.line(path, CLAY, 0.3)
    it.person(98, 92, 15, BRICK)
    it.person(104, 91, 13, INDIGO, hat=True)
    it.person(45, 84, 17, RIVER, hat=True)
    return it


def drone() -> Picture:
    """A drone lights up a broken road after the storm."""
    it = Picture(9, "#22333F", "#8FA9A5")
    for x, y, r in ((20.0, 14.0, 40), (70, 6, 50), (120, 16, 44), (170, 8, 46)):
        it.glow(x, y, r, "#0F1C26", 0.8, r * 0.45)
    it.glow(150, 52, 50, HONEY, 0.5, 20)
    it.ridge(60, 14, "#4A6D68", "#5F837A")
    it.ridge(72, 12, "#2F5A50", "#3E6D60", waves=2.4)
    it.water(82, "#7C9A8E", "#3A5A50", PAPER, centre=80)
    it.cone([(88, 34), (96, 34), (142, 100), (42, 100)], HONEY, 0.75)
    it.shape([(0, 84), (70, 78), (74, 82), (70, 86), (76, 89), (0, 96)], "#5B6664", "#39423F")
    it.shape([(184, 76), (112, 80), (106, 84), (112, 86), (108, 90), (184, 90)], "#5B6664", "#39423F")
    for x in (10, 28, 46, 124, 142, 160):
        it.box(x, 84.4, 9, 0.8, HONEY)
    for x, lean in ((22, 5), (150, -6), (172, 4)):
        it.line([(x, 80), (x + lean, 62)], INK, 0.9)
        it.disc(x + lean, 60, 6, "#1F5A44")
        it.disc(x + lean - 1.5, 58.4, 4, LEAF)
    for _ in range(90):
        x, y = it.dice.uniform(0, WIDE), it.dice.uniform(0, HIGH)
        it.line([(x, y), (x - 1.4, y + 5)], "#B9CCCC", 0.12)
    for side in (-1, 1):
        for far, y in ((25, 24), (15, 31)):
            it.line([(92, 29), (92 + side * far, y)], INK, 1.5)
            it.oval(92 + side * far, y - 2.4, 12, 1.2, "#C9DAD5")
            it.box(92 + side * far - 0.6, y - 3, 1.2, 4, INK)
    it.card(82, 23, 20, 10, 4, PAPER)
    it.card(82, 29, 20, 4, 2, SAGE)
    it.disc(92, 34, 3.4, INK)
    it.disc(92, 34, 1.6, LANTERN)
    return it


def heat() -> Picture:
    """Half the street bakes, half lies in the shade of trees."""
    it = Picture(10, "#F7B267", "#FFE7BD")
    it.sun(36, 26, 15, "#F9C98A", colour="#F08A24")
    it.skyline(66, 34, "#E9A15F", "#F3C48C")
    it.street(80, (SAND, CLAY, "#E8C08A", MINT), (BRICK, PINE, CLAY), tall=34, lit=False)
    it.box(0, 80, WIDE, 28, "#D98850", "#8E4A2E")
    it.shape([(84, 80), (184, 80), (184, 108), (66, 108)], "#3F9A74", FOREST)
    for wave in range(6):
        it.line([(x, 84 + wave * 4 + math.sin(x / 4 + wave)) for x in range(74 - wave * 2)], "#F6BE7C", 0.25)
    for x, r in ((178.0, 9.0), (158, 10), (136, 11), (112, 12)):
        it.tree(x, 88, r, LEAF)
    for x, y, r in ((100, 97, 6.5), (124, 97, 6.5)):
        it.ring(x, y, r, r, INK, 0.8)
        it.disc(x, y, 0.9, INK)
    it.line([(100, 97), (108, 84), (120, 86), (112, 97), (100, 97)], LANTERN, 1)
    it.line([(112, 97), (108, 84)], LANTERN, 1)
    it.line([(124, 97), (119, 80), (123, 79)], INK, 0.9)
    it.line([(109, 82), (114, 70), (119, 80)], PINE, 3)
    it.line([(110, 84), (115, 90), (112, 98)], INDIGO, 1.8)
    it.disc(115.5, 65, 3, "#E3B48C")
    it.shape([(110.4, 65), (115.5, 60), (120.6, 65)], SAND, "#D8BE83")
    it.card(98, 76, 9, 6, 1, PAPER)
    it.disc(101, 79, 1.4, BRICK)
    return it


def bridge() -> Picture:
    """A train crosses the old truss bridge, which hums into its sensors."""
    it = Picture(16, INDIGO, "#F0A77A")
    it.sun(120, 52, 17, "#77639A")
    it.ridge(70, 9, "#5B5488", "#8A6F93")
    it.skyline(72, 14, "#4A4A80", "#6C5F8C", lit=HONEY, chance=0.12)
    it.water(72, "#A57C93", "#1E2357", HONEY, centre=120)
    span = 62
    for pier in range(4):
        x = -8.0 + pier * span
        it.shape([(x - 4, 60), (x + 4, 60), (x + 6, 92), (x - 6, 92)], "#3B4F5C", NIGHT)
        it.oval(x, 92, 9, 1.8, NIGHT)
    top: list[Point] = []
    for step in range(37):
        x = -8 + span * step / 12
        top.append((x, 52 - 8 - 24 * abs(math.cos(math.pi * step / 12)) ** 2.2))
    for width, colour in ((1.5, NIGHT), (0.8, "#2F7C66")):
        it.line(top, colour, width)
        for step, (x, y) in enumerate(top):
            it.line([(x, y), (x, 60)], colour, width * 0.6)
            if step < 36:
                x2, y2 = top[step + 1]
                it.line([(x, y), (x2, 58)] if step % 12 < 6 else [(x, 58), (x2, y2)], colour, width * 0.6)
    for car in range(4):
        x = 20 + car * 27
        it.card(x, 46.5, 26, 10.5, 2, LANTERN if car == 3 else PAPER)
        it.box(x, 53.6, 26, 1.4, BRICK)
        for pane in range(5):
            it.card(x + 2 + pane * 4.7, 48.6, 3.6, 3.8, 0.6, "#27406A")
    it.box(-1, 57, 186, 3.4, "#1D4A44", NIGHT)
    for x in (54, 116):
        it.glow(x, 61, 12, LANTERN, 0.9)
        it.disc(x, 61, 1.9, LANTERN)
        for r in (5, 9, 13, 17):
            it.arc(x, 61, r, 30, 150, HONEY, 0.45)
    return it


def solar_school() -> Picture:
    """A school under a roof of panels, and its yard."""
    it = Picture(17, "#7DBBDD", "#FFF3D4")
    it.sun(150, 24, 12, "#CFE0D2")
    it.ridge(62, 14, "#8CC7A8", "#B8E0C5")
    it.ridge(76, 10, LEAF, "#4AA87D", waves=2)
    it.box(0, 84, WIDE, 24, "#E8CF9A", "#B98F57")
    it.glow(84, 88, 84, NIGHT, 0.55, 6)
    it.box(22, 54, 124, 33, PAPER, "#E6D3A6")
    for bay in range(6):
        x = 27 + bay * 20
        it.card(x, 62, 12, 13, 1, "#2F7C8C")
        it.shape([(x + 1, 63), (x + 7, 63), (x + 2, 74), (x + 1, 74)], "#7EC4CC")
        it.box(x - 1, 75.6, 14, 1.3, CLAY)
        it.box(x + 14.6, 54, 1.8, 33, SAND, "#C9AE74")
    it.shape([(12, 56), (30, 30), (158, 30), (156, 56)], BRICK, "#5E1119")
    for panel in range(5):
        it.panel((34 + panel * 23.5, 33), (20, 0), (-6 + panel * 1.4, 18), (5, 4))
    it.box(12, 55, 144, 2.4, "#5E1119")
    it.line([(164, 92), (164, 50)], INK, 0.9)
    it.shape([(164, 50), (178, 54), (164, 60)], BRICK)
    it.disc(169, 54.8, 1.4, HONEY)
    it.tree(10, 90, 11)
    for x, tall, colour in ((60, 14, RIVER), (70, 15, CLAY), (104, 13, LEAF), (112, 15, INDIGO), (134, 14, BRICK)):
        it.person(x, 98, tall, colour)
    it.disc(86, 97, 2, LANTERN)
    return it


def night_map() -> Picture:
    """Blocks of the city seen from above at night; warm patches show where to go first."""
    it = Picture(24, "#0D3B33", NIGHT)
    dice = it.dice
    rows = [
        [(column * 18 - 10 + dice.uniform(-5, 5), row * 16 - 8 + dice.uniform(-4, 4)) for column in range(13)]
        for row in range(9)
    ]
    for row in range(8):
        for column in range(12):
            a, b = rows[row][column], rows[row][column + 1]
            c, d = rows[row + 1][column + 1], rows[row + 1][column]
            cx, cy = (a[0] + c[0]) / 2, (a[1] + c[1]) / 2
            tone = mix("#124B3D", "#1D6A52", it.dice.random())
            block = [(cx + (x - cx) * 0.86, cy + (y - cy) * 0.84) for x, y in (a, b, c, d)]
            it.shape(block, mix(tone, MINT, 0.12), tone)
            for _ in range(5):
                x, y = cx + it.dice.uniform(-5, 5), cy + it.dice.uniform(-4, 4)
                it.box(x, y, 2.2, 1.5, mix(tone, MINT, it.dice.uniform(0.12, 0.4)))
    river = [(x, 86 - x * 0.34 + 9 * math.sin(x / 21)) for x in range(-4, 190, 4)]
    it.line(river, "#2F7F9E", 11)
    it.line(river, "#4FA6C4", 7)
    for x, y, r in ((126, 66, 30), (62, 34, 22), (154, 26, 15), (34, 84, 13)):
        it.glow(x, y, r * 1.4, "#D9542B", 0.9)
        it.glow(x, y, r * 0.8, HONEY, 0.95)
        for ring in (1, 0.72, 0.45):
            it.ring(x, y, r * ring, r * ring, HONEY, 0.3)
        it.disc(x, y, 2.2, PAPER)
        it.disc(x, y, 1.3, BRICK)
    it.line([(34, 84), (62, 34), (126, 66), (154, 26)], PAPER, 0.5)
    return it


def green_wave() -> Picture:
    """A bus rides a row of green lights down the avenue."""
    it = Picture(13, "#F7C98B", "#FFF2D8")
    it.sun(150, 34, 13, "#EDC588")
    it.skyline(70, 44, "#A9D2BC", "#CDE6D4")
    it.skyline(74, 24, "#5FAE8A", "#86C5A3", lit=PAPER, chance=0.18)
    for x in range(8, 190, 30):
        it.tree(x, 78, 7, LEAF if x % 4 else PINE)
    it.box(0, 78, WIDE, 30, "#5F716B", "#2C3B37")
    it.box(0, 78, WIDE, 2.4, SAND)
    for x in range(-6, 190, 26):
        it.shape([(x, 101), (x + 14, 101), (x + 11, 103), (x - 3, 103)], PAPER)
    it.glow(78, 97, 64, NIGHT, 0.8, 5)
    it.card(20, 46, 112, 48, 6, LEAF)
    it.box(20, 72, 112, 16, "#16704A", PINE)
    it.box(20, 70, 112, 2.4, LANTERN)
    for pane in range(5):
        it.card(26 + pane * 16.6, 52, 14.8, 15, 1.6, "#1E4B57")
        it.shape(
            [(27 + pane * 16.6, 53), (34 + pane * 16.6, 53), (28 + pane * 16.6, 66), (27 + pane * 16.6, 66)], "#4F8C98"
        )
        it.disc(34 + pane * 16.6, 61, 2.3, "#E3B48C")
        it.card(30.6 + pane * 16.6, 62.6, 7, 4.4, 2, (BRICK, HONEY, INDIGO, PAPER, CLAY)[pane])
    it.card(110, 52, 20, 22, 3, "#1E4B57")
    it.shape([(112, 53), (122, 53), (114, 72), (112, 72)], "#5E9BA6")
    it.card(96, 47.4, 32, 3.6, 1.6, INK)
    it.box(99, 48.4, 24, 1.4, HONEY)
    it.disc(129, 83, 2.4, HONEY)
    it.glow(140, 86, 22, HONEY, 0.7, 8)
    for x in (44, 108):
        it.disc(x, 94, 8, INK)
        it.disc(x, 94, 3.6, SAGE)
    for n, x in enumerate((142, 158, 171)):
        size = 1 - n * 0.22
        it.line([(x, 92 - n * 5), (x, 30 + n * 9)], INK, 1.3 * size)
        it.card(x - 4 * size, 26 + n * 9, 8 * size, 21 * size, 2 * size, INK)
        for lamp, colour in enumerate(("#5B2A22", "#5A4A1C", "#43D98C")):
            it.disc(x, 29.6 + n * 9 + lamp * 6.6 * size, 2.5 * size, colour)
        it.glow(x, 43 + n * 7, 13 * size, "#43D98C", 0.8)
    for r in (10, 16, 22, 28):
        it.arc(132, 50, r, 285, 350, PINE, 0.6)
    return it


SCENES = {
    "p01": flood, "p02": buoy, "p05": terraces, "p06": tea, "p09": drone, "p10": heat,
    "p13": green_wave, "p16": bridge,
    "p17": solar_school, "p24": night_map,
}  # fmt: skip
