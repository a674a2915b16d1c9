"""Covers of water and what lives by it."""

import math

from nature_kit import coral, crab, crown, fish, flower, heron, mangrove, rice
from object_kit import drop, pipe, sensor, signal, tick
from people_kit import figure
from picture_kit import (
    BRICK,
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
from sky_kit import birds, drum, globe, rays, strips, waves
from town_kit import city, houses, lamp_post
from travel_kit import bicycle, fishing_boat, wheel


def twice() -> Picture:
    """Brown water enters a container at the left and leaves it clear for garden and hydrant."""
    it = Picture(37, "#BFE3DC", "#FFF3D6")
    globe(it, 150, 24, 11)
    city(it, 70, 32, "#A9D6C6")
    it.shape(way("0 70 92 70 84 108 0 108"), "#C9A56B", "#8A6238")
    it.shape(way("92 70 184 70 184 108 84 108"), "#6CBF8C", "#2A8A5E")
    for x, r in ((128.0, 7), (146, 9), (168, 8)):
        crown(it, x, 76, r)
    pipe(it, way("-4 50 26 50 26 66 44 66"), 8, "#A87B4E")
    pipe(it, way("128 62 150 62 150 80"), 6, RIVER)
    it.glow(88, 88, 60, NIGHT, 0.7, 6)
    it.box(44, 36, 88, 50, LEAF, PINE)
    for k in range(22):
        it.box(46 + k * 4, 39, 1.6, 44, "#1A7A50", "#0F4A36")
    it.box(44, 34, 88, 3, FOREST)
    it.box(44, 84, 88, 4, FOREST)
    for x in (42, 130):
        it.box(x, 33, 4, 56, FOREST)
    it.card(54, 44, 68, 34, 4, INK)
    for k, (colour, foot) in enumerate((("#8A6238", "#5B3F22"), ("#7C9A6A", "#4F7350"), ("#7CC4CF", "#3E8FB0"))):
        x = 57 + k * 21.4
        it.card(x, 47, 19, 28, 2, mix(PAPER, INK, 0.82))
        with it.inside(way(f"{x} 47 {x + 19} 47 {x + 19} 75 {x} 75")):
            waves(it, 55 - k, colour, height=0.9, long=9, shift=k * 3, low=75, foot=foot)
            for _ in range((22, 10, 3)[k]):
                it.disc(
                    x + it.dice.uniform(1, 18),
                    it.dice.uniform(57, 74),
                    it.dice.uniform(0.3, 0.8),
                    mix(colour, INK if k == 0 else PAPER, 0.4),
                )
        if k:
            it.limb([(x - 2.4, 62), (x, 62)], JADE, 1.6)
    for k in range(3):
        it.panel((56 + k * 22, 26), (18, 0), (3, 7), (4, 2))
    drop(it, 16, 34, 18, "#A87B4E", "#6E4A28")
    drop(it, 150, 92, 13, "#8CC8E8", RIVER)
    for x, colour in ((160, BRICK), (167, HONEY), (174, "#E46A2E")):
        flower(it, x, 94, 2.4, colour, stem=9)
    it.card(106, 90, 9, 13, 2, BRICK)
    it.shape(around(110.5, 90, 4.5, 4, 180, 360), "#B32C36")
    it.card(103, 94, 15, 3.6, 1.6, "#6E151D")
    it.card(104, 102, 13, 3, 1, "#6E151D")
    it.disc(110.5, 95.6, 2.2, LANTERN)
    figure(it, 128, 104, 24, INDIGO, right=(0.16, 0.14))
    return it


def stethoscope() -> Picture:
    """Under the street a stethoscope lies on the pipe and hears the leak."""
    it = Picture(38, "#F7CE93", "#FFF0D2")
    globe(it, 156, 16, 9)
    city(it, 42, 24, "#EFC58A")
    houses(it, 42, 26, wide=11, lit=0.25)
    crown(it, 128, 43, 6, PINE, kind=1)
    it.box(0, 42, WIDE, 5, "#55675F", "#3B4A45")
    it.box(0, 47, WIDE, 61, "#7A5234", "#2E1D14")
    for y, tone in ((47, "#9A6A43"), (56, "#6B4528")):
        crest = [(x, y + 1.6 * math.sin(x / 9 + y)) for x in range(0, 186, 3)]
        it.shape([*crest, (184, y + 10), (0, y + 10)], tone, "#6B4528" if y == 47 else "#4B3020")
    for _ in range(70):
        it.oval(
            it.dice.uniform(0, WIDE),
            it.dice.uniform(52, 106),
            it.dice.uniform(0.6, 2.2),
            it.dice.uniform(0.5, 1.4),
            mix("#4B3020", SAND, it.dice.uniform(0.1, 0.4)),
        )
    it.glow(124, 84, 44, LANTERN, 0.75)
    it.box(0, 74, WIDE, 22, "#5FA9C4", "#1F5A7A")
    it.box(0, 77, WIDE, 3, "#BFE3EE")
    for x in (12, 76, 164):
        it.box(x, 71, 5, 28, "#2F7C9A", "#164660")
        it.box(x + 5, 71, 2, 28, "#164660")
    it.line(way("120 74 123 79 121 83 125 87 123 93"), INK, 1)
    for k, (dx, dy) in enumerate(((-8, -13), (0, -17), (9, -12), (14, -4), (-14, -5))):
        drop(it, 122 + dx, 75 + dy * 0.8, 5 - 0.3 * k, "#BFE3EE", RIVER)
    for r in (8.0, 14, 20):
        it.arc(122, 84, r, 200, 340, HONEY, 0.7)
    tube = way("56 82 40 88 26 76 28 60 44 56 60 60 68 50")
    it.curve([(x + 0.8, y + 1.2) for x, y in tube], "#1A120C", 2.6)
    it.curve(tube, INDIGO, 2.2)
    it.glow(58, 84, 16, NIGHT, 0.6)
    it.disc(58, 83, 11, "#8F9B96")
    it.disc(58, 82, 11, "#D9E6DE")
    it.disc(58, 82, 8.4, SAGE)
    it.disc(58, 82, 6, "#E9F4EE")
    for r in (14, 18.5, 23):
        it.arc(58, 82, r, 330, 390, PAPER, 0.8)
    it.line(way("68 50 66 38"), INDIGO, 2.2)
    for dx in (-7, 7):
        it.curve([(66, 40), (66 + dx * 1.2, 32), (66 + dx, 22)], INDIGO, 1.9)
        it.disc(66 + dx, 21.4, 1.6, INK)
    figure(it, 90, 44, 22, LANTERN, trousers=INDIGO, hat="cap", left=(-0.2, 0.08))
    return it


def measured_mangrove() -> Picture:
    """Mangroves in the tide, a staff that measures them, a heron and a crab."""
    it = Picture(39, "#86C6BF", "#FBEFC8")
    rays(it, 46, 40, PAPER, 0.14, count=10)
    globe(it, 46, 40, 13)
    birds(it, 104, 22, 3, PINE, count=5)
    it.ridge(62, 12, "#8CC7A8", "#BBE0C3")
    for k in range(13):
        it.disc(k * 15 + it.dice.uniform(-3, 3), 60, it.dice.uniform(7, 12), mix(PINE, "#8CC7A8", 0.45))
    it.box(0, 62, WIDE, 46, "#7CC0AE", "#2C7E78")
    for x, y, high in ((26.0, 74, 40), (70, 70, 30), (168, 72, 36)):
        mangrove(it, x, y, high, colour=mix(LEAF, "#8CC7A8", 0.35), roots="#6E5A4A")
    for k in range(10):
        it.card(it.dice.uniform(-10, 150), 66 + k * 2.4, it.dice.uniform(14, 50), 0.6, 0.3, "#CFEFE0")
    strips(it, 46, 64, 96, HONEY, wide=12)
    it.shape([*[(x, 92 + 3 * math.sin(x / 21)) for x in range(0, 186, 3)], (184, 108), (0, 108)], "#7A5A44", "#3A2A20")
    mangrove(it, 118, 98, 88)
    it.box(70, 26, 5, 74, PAPER, SAND)
    for k in range(12):
        it.box(70, 30 + k * 6, 5 if k % 2 else 3, 2.6, BRICK if k % 4 == 0 else INK)
    sensor(it, 72.6, 22, 12)
    signal(it, 72.6, 14, 4, PINE, count=3)
    it.glow(72, 100, 12, NIGHT, 0.6, 2)
    heron(it, 34, 99, 34)
    crab(it, 152, 103, 15)
    crab(it, 92, 104, 8, BRICK)
    for k in range(14):
        x = 4 + k * 13.6
        it.curve([(x, 108), (x + 0.6, 103), (x, 100 - it.dice.uniform(0, 3))], LEAF, 0.8)
    return it


def full_bin() -> Picture:
    """Three bins show how full they are; the collector comes to the one that called."""
    it = Picture(40, "#DDEFD2", "#FFF6DF")
    drum(it, 132, 34, 14, "#D3E3BF")
    globe(it, 132, 34, 12)
    city(it, 74, 34, "#B9DDBE")
    for x, r, kind in ((8, 12, 0), (58, 8, 3), (98, 9, 1), (176, 13, 2)):
        crown(it, x, 80, r, LEAF if kind % 2 else PINE, kind=kind)
    it.box(0, 78, WIDE, 30, "#D9C79A", "#A98E5C")
    for k in range(8):
        it.line([(k * 30 - 12, 78), (k * 36 - 40, 108)], "#BDA873", 0.3)
    for k, (colour, full) in enumerate(((RIVER, 0.3), (LANTERN, 0.55), (LEAF, 0.96))):
        x = 12 + k * 34
        it.glow(x + 14, 98, 20, NIGHT, 0.7, 3)
        it.shape(
            [(x, 48), (x + 28, 48), (x + 25.6, 98), (x + 2.4, 98)], mix(colour, PAPER, 0.16), mix(colour, INK, 0.18)
        )
        it.veil([(x + 19, 48), (x + 28, 48), (x + 25.6, 98), (x + 18, 98)], INK, 0.14)
        it.card(x - 2, 42, 32, 8, 3, mix(colour, INK, 0.3))
        it.card(x + 8, 38.6, 12, 5, 2, mix(colour, INK, 0.45))
        it.card(x + 6, 54, 6, 36, 3, INK)
        it.card(x + 7, 55 + 34 * (1 - full), 4, 34 * full, 2, (MINT, MINT, "#E4483A")[k])
        for turn in range(3):
            with it.placed(x + 18.4, 74, 1, turn=120 * turn):
                it.line(way("-1 -5.4 3.2 -5.4 5.2 -2.2"), PAPER, 1.5)
                it.shape(way("6.8 -3 3.6 -1.4 5.6 1.2"), PAPER)
    signal(it, 94, 34, 5, BRICK, count=3, width=0.9)
    it.disc(94, 36, 2.2, BRICK)
    with it.placed(122, 100, 1):
        bicycle(it, 0, 0, 50, BRICK, flip=False)
    it.box(138, 56, 34, 26, "#2C8C62", PINE)
    it.box(136, 54, 38, 3.4, FOREST)
    it.card(148, 62, 14, 12, 6, PAPER)
    tick(it, 155, 68, 4)
    wheel(it, 168, 94, 6.4)
    figure(it, 114, 101, 42, LANTERN, trousers=INDIGO, hat="cap", left=(-0.2, 0.02), right=(0.12, 0.24))
    for y in (-31, -24):
        with it.placed(114, 101):
            it.line([(-4.6, y), (4.4, y)], PAPER, 1.2)
    return it


def lagoon() -> Picture:
    """Half above, half under the lagoon: a boat, its sensor on a line, corals and fish."""
    it = Picture(41, "#F6BE8A", "#FFEBC6")
    globe(it, 138, 30, 11, colour="#F28C28")
    it.ridge(38, 14, "#D99A78", "#EBC09A", waves=1.4)
    it.ridge(40, 8, "#8A8F7E", "#B5AE90", waves=2.6)
    birds(it, 30, 16, 2.6, "#7A5A4A", count=4)
    it.box(0, 40, WIDE, 68, "#3FB0AE", "#0B3B55")
    for k in range(6):
        x = 20 + k * 30
        it.cone([(x, 40), (x + 9, 40), (x + 32, 106), (x + 4, 106)], "#BFEFE0", 0.42)
    fishing_boat(it, 70, 41, 66, BRICK)
    figure(it, 76, 33, 18, PAPER, trousers=INDIGO, hat="cone", right=(0.2, 0.16))
    with it.inside(way("0 40 184 40 184 108 0 108")):
        it.veil([(36, 40), (104, 40), (96, 46), (44, 46)], "#2C8C92", 0.75)
    for _ in range(22):
        it.card(it.dice.uniform(-8, 176), 40 + it.dice.uniform(-0.6, 2.2), it.dice.uniform(6, 20), 0.5, 0.25, "#D5F4E6")
    line = way("84 34 92 46 92 66 90 72")
    it.curve(line, PAPER, 0.5)
    it.glow(90, 76, 24, "#7DF0C8", 0.6)
    it.card(85, 70, 10, 16, 4, LANTERN)
    it.card(85, 70, 10, 5, 2.4, INK)
    it.disc(90, 79, 2.4, "#7DF0C8")
    for r in (8, 13, 18):
        for side in (0, 180):
            it.arc(90, 78, r, side - 35, side + 35, "#9FF0D8", 0.5)
    it.shape(
        [*[(x, 97 + 4 * math.sin(x / 19 + 1)) for x in range(0, 186, 3)], (184, 108), (0, 108)], "#D9B98A", "#7A5A4A"
    )
    reef = (
        (12, 104, 22, "#E4575A", 0),
        (30, 106, 14, "#8A5AA8", 1),
        (46, 103, 10, LANTERN, 2),
        (58, 106, 15, "#F08A5A", 0),
        (122, 106, 14, "#B4486A", 1),
        (138, 103, 26, "#F0A94A", 0),
        (154, 106, 12, JADE, 2),
        (170, 104, 24, "#E4575A", 0),
        (106, 107, 8, "#8A5AA8", 2),
    )
    for x, y, high, colour, kind in reef:
        coral(it, x, y, high, colour, kind=kind)
    for x, y, long, colour, flip in (
        (34, 64, 12, LANTERN, False),
        (22, 74, 9, "#F08A5A", False),
        (130, 62, 14, "#7DD0E0", True),
        (150, 74, 10, LANTERN, True),
        (142, 54, 7, PAPER, True),
        (60, 84, 8, PAPER, False),
        (112, 90, 9, HONEY, False),
        (166, 58, 8, "#F08A5A", True),
    ):
        fish(it, x, y, long, colour, flip=flip)
    for _ in range(16):
        it.ring(it.dice.uniform(0, WIDE), it.dice.uniform(48, 100), 0.6, 0.6, "#BFEFE0", 0.2)
    return it


def salt_gate() -> Picture:
    """A gate on a canal keeps the salt on one side and the rice green on the other."""
    it = Picture(42, "#F9DC9C", "#FFF5DC")
    drum(it, 92, 30, 16, "#F1CD8A")
    globe(it, 92, 30, 14)
    it.ridge(46, 6, "#A9CFA6", "#CFE3BC", waves=3)
    _salt_and_rice(it)
    it.shape(way("86 46 98 46 132 108 52 108"), "#8FC4C4", "#4C9DA8")
    it.shape(way("92 46 98 46 132 108 92 108"), "#3F9F9A", "#1F6F6A")
    for side in (-1, 1):
        it.box(92 + side * 32 - 7, 34, 14, 62, SAND, "#A89468")
        it.box(92 + side * 32 + 2.6, 34, 4.4, 62, "#C2AA78", "#7C6C48")
        it.card(92 + side * 32 - 9, 30, 18, 6, 1.6, BRICK)
        lamp_post(it, 92 + side * 32, 30, 16, colour=PINE, flip=side > 0)
    it.box(58, 38, 68, 7, "#EAD7A6", "#BFA877")
    it.line(way("58 33 126 33"), PINE, 0.8)
    for k in range(12):
        it.line([(60 + k * 5.8, 38), (60 + k * 5.8, 33)], PINE, 0.6)
    it.box(66, 50, 52, 42, "#1D7A58", FOREST)
    for k in range(5):
        it.box(66, 54 + k * 8, 52, 1.4, JADE)
    it.box(91, 50, 2, 42, JADE)
    for x in (72, 110):
        it.line([(x, 50), (x, 38)], INK, 1.2)
    it.card(76, 60, 13, 16, 2.4, PAPER)
    for k in range(3):
        it.shape(
            [(82.5, 63 + k * 4), (84.5, 65 + k * 4), (82.5, 67 + k * 4), (80.5, 65 + k * 4)], mix(RIVER, PAPER, 0.3 * k)
        )
    it.card(96, 60, 13, 16, 2.4, LANTERN)
    rice(it, 102.5, 75, 12, PINE)
    figure(it, 92, 38, 17, INDIGO, hat="cone", right=(0.1, 0.2))
    it.box(0, 94, 92, 14, "#D8E9E6", "#A9C7C4")
    it.box(92, 94, 92, 14, "#2F8F88", "#14574F")
    for k in range(12):
        tone = "#F6FBF9" if k % 2 else "#4FB3A4"
        it.card((0 if k % 2 else 96) + it.dice.uniform(0, 64), 95.4 + k, it.dice.uniform(10, 24), 0.6, 0.3, tone)
    return it


def _salt_and_rice(it: Picture) -> None:
    """Spread salt flats to the left and rice to the right."""
    it.shape(way("0 46 92 46 60 108 0 108"), "#DCE9E4", "#A9C7C4")
    it.shape(way("92 46 184 46 184 108 124 108"), "#7CC46A", "#1F7A4A")
    for k in range(8):
        y = 50 + k * k * 0.9
        for n in range(5):
            x = 78 - n * 20 - k * 5 + it.dice.uniform(-3, 3)
            it.shape(
                [(x, y), (x + 5 + k, y + 1), (x + 2 + k * 0.6, y + 3 + k * 0.4), (x - 4 - k * 0.5, y + 2)],
                mix(PAPER, "#BFD6D2", it.dice.random() * 0.7),
            )
    for x, y, high in ((10, 70, 7), (34, 62, 5), (20, 90, 11)):
        it.shape([(x - high, y), (x, y - high), (x + high, y)], PAPER, "#C9DAD6")
    for k in range(7):
        y, tall = 54 + k * k * 1.12, 3.4 + k * 1.7
        for n in range(9):
            rice(it, 108 + k * 3.4 + n * (9 + k * 1.5), y + tall, tall, mix("#5FB85A", PINE, 0.1 * k), ears=k > 3)


SCENES = {"p37": twice, "p38": stethoscope, "p39": measured_mangrove, "p40": full_bin, "p41": lagoon, "p42": salt_gate}
