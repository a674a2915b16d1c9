"""Covers of those who trade, lend and found."""

import math

from nature_kit import crown, fish, leaf, lettuce, palm, sprout
from object_kit import coin, phone, tick
from people_kit import figure
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
    WIDE,
    Picture,
    around,
    mix,
    way,
)
from sky_kit import birds, cloud, drum, globe, rays
from town_kit import awning, city, houses, stall, wall_of_bricks
from travel_kit import bicycle, crate, minibus


def nursery() -> Picture:
    """Nine pots in a row, from the seed to the little tree with its shop sign."""
    it = Picture(85, "#F3B56B", "#FFE9BF")
    rays(it, 92, 84, "#FFF6DC", 0.2, count=14)
    drum(it, 160, 40, 18, "#EDBE7C")
    globe(it, 160, 40, 15, colour="#F08A24")
    it.box(0, 86, WIDE, 22, "#8A5A32", "#4B2E1E")
    it.box(0, 85, WIDE, 2.4, "#C9945A")
    for k in range(9):
        x, size = 11 + k * 18.8, 7 + k * 0.34
        high = 11 + k * 0.5
        it.glow(x + 1, 87, size * 1.6, NIGHT, 0.7, 2.4)
        tone = (CLAY, "#D98850", BRICK)[k % 3]
        if k == 1:
            sprout(it, x, 87 - high, 7)
        elif 1 < k < 4:
            sprout(it, x, 87 - high, 5 + k * 4.6)
        elif 3 < k < 8:
            top = 87 - high - (k - 1) * 6
            it.curve([(x, 87 - high), (x + 0.8, (87 - high + top) / 2), (x, top)], "#5B4A2A", 0.5 + 0.2 * k)
            for n in range(k + 2):
                y = 87 - high - 6 - (87 - high - 6 - top) * n / (k + 1)
                leaf(it, x, y, 9 - n * 0.3, -30 if n % 2 else -150, (LEAF, JADE, "#2F9166")[n % 3])
            leaf(it, x, top + 1, 8, -90, LEAF)
        elif k == 8:
            crown(it, x, 87 - high, 13, LEAF, trunk=2.5)
            for n in range(6):
                it.disc(x + (n - 2.5) * 3.4, 30 + (n * 5) % 9, 1.5, LANTERN)
        it.shape(
            [(x - size, 87 - high), (x + size, 87 - high), (x + size * 0.74, 87), (x - size * 0.74, 87)],
            mix(tone, PAPER, 0.12),
            mix(tone, INK, 0.25),
        )
        it.box(x - size * 1.1, 87 - high - 1, size * 2.2, 3.4, mix(tone, PAPER, 0.25))
        it.oval(x, 87 - high - 1, size * 1.02, 1.3, "#3A2416")
        if k == 0:
            it.oval(x, 87 - high - 2, 2, 1.4, HONEY)
        it.disc(x, 82, 3.1, PAPER)
        for n in range(k + 1):
            it.disc(x + (n % 3 - 1) * 1.5, 80.6 + (n // 3) * 1.5, 0.55, PINE)
    it.line(way("166 64 166 53"), "#5B4A2A", 0.8)
    it.card(157, 57, 18, 11, 2, PINE)
    awning(it, 158, 58, 16, 3.4, BRICK, stripes=5)
    it.card(160.6, 64, 11, 1.8, 0.9, LANTERN)
    with it.placed(36, 97, 0.9, turn=-12):
        it.card(-13, -7, 18, 13, 3, RIVER)
        it.line(way("5 0 16 -8"), RIVER, 2.6)
        it.shape(way("14 -11 20 -8 16 -4"), "#2F6FA8")
        it.ring(-16, -1, 5, 5.6, "#2F6FA8", 1.6)
    return it


def cold_room() -> Picture:
    """An open cold cupboard among the stalls: crates of fish and greens, snow in its air."""
    it = Picture(86, "#F6C98F", "#FFEFD0")
    houses(it, 80, 44, lit=0.1, wide=16)
    it.box(0, 80, WIDE, 28, "#C99A66", "#7A5234")
    stall(it, -22, 98, 56, BRICK, (LANTERN, JADE, CLAY))
    stall(it, 150, 98, 56, LEAF, (BRICK, HONEY, LEAF))
    it.glow(92, 58, 82, "#BFEFFF", 0.75)
    it.glow(92, 100, 62, NIGHT, 0.7, 6)
    it.card(48, 10, 88, 90, 4, "#2F7C9A")
    it.card(52, 20, 80, 76, 2, "#0F3A50")
    it.box(54, 22, 76, 72, "#BFEAF6", "#5FB3D0")
    it.card(52, 12.4, 80, 6, 2, PAPER)
    it.card(56, 14, 16, 2.8, 1.4, "#2F7C9A")
    it.card(112, 13.6, 17, 3.6, 1.6, INK)
    for k in range(3):
        it.disc(115 + k * 4, 15.4, 0.8, "#43D98C")
    it.shape(way("48 14 20 22 20 106 48 98"), "#3F93B3", "#1F5F7C")
    it.shape(way("45 20 24 26 24 98 45 92"), "#D9F4FA", "#8CCBDF")
    it.shape(way("136 14 164 22 164 106 136 98"), "#3F93B3", "#1F5F7C")
    it.shape(way("139 20 160 26 160 98 139 92"), "#D9F4FA", "#8CCBDF")
    for y in (46, 70, 94):
        it.box(54, y, 76, 1.6, "#2F7C9A")
    for row, y in enumerate((46, 70, 94)):
        for k in range(3):
            x = 56 + k * 25
            kind = (row + k) % 3
            if kind == 0:
                for n in range(3):
                    fish(
                        it,
                        x + 7 + n * 5,
                        y - 14 - (n % 2) * 2,
                        13,
                        ("#8FA9C4", "#C9D6DE", "#E8825A")[n],
                        flip=n % 2 == 0,
                    )
            elif kind == 1:
                for n in range(4):
                    lettuce(it, x + 3.4 + n * 5.2, y - 10.6, 4, ("#6CC06A", "#8CCB5A")[n % 2])
            crate(
                it,
                x,
                y,
                22,
                wood=("#5FA3C4", "#C9945A", "#4FA37C")[kind],
                goods=(BRICK, LANTERN, "#E8833A") if kind == 2 else (),
            )
    for x, y, r in (
        (32, 44, 4.4),
        (37, 66, 3.2),
        (30, 84, 3.8),
        (152, 40, 3.6),
        (147, 60, 4.6),
        (153, 82, 3.2),
        (78, 32, 2.6),
        (108, 27, 3),
        (64, 28, 2),
        (122, 34, 2),
        (92, 26, 2.4),
    ):
        _crystal(it, x, y, r)
    figure(it, 118, 107, 40, INDIGO, trousers="#3A3F7A", hat="cap", left=(-0.18, 0.08), right=(0.06, 0.3))
    figure(it, 66, 107, 36, CLAY, hat="cone", right=(0.2, 0.14), left=(0.08, 0.16))
    crate(it, 70, 91, 16, goods=(LEAF, JADE))
    return it


def _crystal(it: Picture, x: float, y: float, r: float) -> None:
    """Let a crystal of snow hang."""
    for turn in (0, 60, 120):
        with it.placed(x, y, r, turn=turn):
            it.limb(way("-1 0 1 0"), PAPER, 0.14)
            for side in (-1, 1):
                it.line([(side * 0.55, 0), (side * 0.85, -0.3)], PAPER, 0.12)
                it.line([(side * 0.55, 0), (side * 0.85, 0.3)], PAPER, 0.12)


def rice_wallet() -> Picture:
    """Coins rise out of a basket of sticky rice as a neat chart."""
    it = Picture(87, "#5E1119", "#B9433A")
    drum(it, 96, 46, 30, "#73202A")
    it.glow(96, 44, 74, LANTERN, 0.5)
    houses(it, 92, 30, ("#7A2A30", "#8A3A36", "#6E2430"), lit=0.3, roofs=("#4B0E14", "#3A1216"))
    it.box(0, 90, WIDE, 18, "#8A4A36", "#3A1A16")
    for k, count in enumerate((3, 5, 7, 10, 14)):
        x = 62.0 + k * 17
        for n in range(count):
            y = 68 - n * 4.2
            it.oval(x, y + 1.4, 6.8, 2.2, "#B97A00")
            it.box(x - 6.8, y - 1, 13.6, 2.4, "#D98F00")
            it.oval(x, y - 1, 6.8, 2.2, HONEY if n % 2 else "#FFE08A")
        it.oval(x, 67 - (count - 1) * 4.2, 4.6, 1.4, "#E0A020")
    it.dots(way("62 50 79 42 96 34 113 22 130 6"), PAPER, 0.7, 3)
    it.glow(96, 100, 66, NIGHT, 0.75, 7)
    it.oval(96, 74, 54, 11, "#7A4E22")
    it.oval(96, 72.6, 51, 9.4, "#4B2E14")
    for k in range(90):
        turn, away = it.dice.uniform(0, 6.28), it.dice.random() ** 0.5
        x, y = 96 + 47 * away * math.cos(turn), 71.6 + 7.4 * away * math.sin(turn)
        if y > 69:
            it.oval(x, y - 1, 2.2, 1.4, (PAPER, "#FFE9B0", LANTERN)[k % 3])
    for k in range(5):
        it.shape(around(62 + k * 17, 74, 7.6, 4, 180, 360), mix("#FFE9B0", PAPER, 0.4))
    it.shape([*around(96, 74, 54, 11, 0, 180), *way("58 94 66 103 126 103 134 94")], "#C98F4A", "#7A4E22")
    for row in range(5):
        for k in range(22):
            x = 46 + k * 4.7 + (row % 2) * 2.2
            lift = 9 * math.sqrt(max(0, 1 - ((x - 96) / 54) ** 2))
            y = 77 + lift + row * 3.6 - 1.5
            if abs(x - 96) < 50 - row * 3 and y < 102:
                it.line([(x, y), (x + 3.4, y + 0.4)], ("#E2B46E", "#A8702E")[(k + row) % 2], 1.1)
    for turn in (-150, -120, -60, -34):
        leaf(it, 96 + (turn + 90) * 0.62, 74, 16, turn, (PINE, LEAF)[turn % 20 // 10], wide=0.28)
    figure(it, 24, 106, 54, "#6A4A78", hat="cone", right=(0.26, 0.05), left=(-0.04, 0.32))
    figure(it, 168, 106, 46, PAPER, dress=RIVER, hat="long", left=(-0.2, 0.04))
    coin(it, 152, 84, 4)
    return it


def pilot_fund() -> Picture:
    """One sheet folded into a plane carries a coin that has begun to sprout."""
    it = Picture(88, "#4FA9C4", "#F4F1D6")
    globe(it, 34, 30, 12)
    for x, y, wide in ((150, 22, 34), (60, 16, 22), (20, 70, 30), (168, 66, 26)):
        cloud(it, x, y, wide, PAPER)
    it.ridge(92, 14, "#8CC7A8", "#A9D6B4")
    city(it, 102, 20, "#5FAE8A", lit=PAPER, chance=0.2)
    it.ridge(106, 8, LEAF, PINE, waves=2.4)
    it.dots(way("-4 96 20 90 40 80 36 66 26 62 24 72 44 78 66 74"), PAPER, 0.8, 3.4)
    with it.placed(98, 56, 1.12, turn=-12):
        it.veil(way("-40 34 60 20 20 44"), NIGHT, 0.12)
        it.shape(way("-44 4 70 -14 -8 22"), "#E9DDBB", "#CDBB8A")
        it.shape(way("-44 4 70 -14 -24 -14"), PAPER, "#F6EBCF")
        it.shape(way("-8 22 70 -14 -2 8"), "#B9A57A")
        it.shape(way("-18 7 70 -14 -14 30"), "#DCCB9E", "#BFAA78")
        it.shape(way("-14 30 -2 8 -8 22"), "#A8946A")
        for k in range(3):
            it.limb([(-20 + k * 9, -9.6 + k * 0.2), (14 + k * 8, -11.4 + k * 0.2)], SAGE, 1)
            it.limb([(-26 + k * 8, -3 - k * 1.4), (4 + k * 9, -7 - k * 0.8)], SAGE, 0.9)
    it.glow(84, 40, 26, HONEY, 0.8)
    coin(it, 84, 40, 12)
    sprout(it, 84, 30, 26)
    leaf(it, 84, 16, 10, -90, JADE)
    birds(it, 150, 84, 2.4, PINE, count=4)
    it.glow(168, 96, 14, NIGHT, 0.5)
    it.line(way("168 104 168 82"), INK, 0.8)
    it.shape(way("168 82 180 86 168 90"), BRICK)
    figure(it, 26, 105, 24, BRICK, right=(0.16, -0.24), left=(-0.1, 0.24))
    figure(it, 38, 106, 16, INDIGO, child=True, right=(0.14, -0.2))
    return it


def scrap_market() -> Picture:
    """A collector pushes a bicycle heaped with bundles; the phone names the price."""
    it = Picture(89, "#A9D8C0", "#FFF4D6")
    globe(it, 40, 24, 11)
    city(it, 74, 36, "#9CD0B4")
    it.box(0, 30, 74, 52, "#E9C48F", "#C99A5E")
    wall_of_bricks(it, 0, 82, 74, 12, "#D98850", size=9)
    it.shape(way("0 30 74 30 78 26 0 26"), "#8A4A2E")
    for x, y in ((10, 40), (44, 46)):
        it.card(x, y, 18, 16, 1.4, PINE)
        it.box(x + 2, y + 2, 14, 12, "#1E4B57")
    it.box(0, 82, WIDE, 26, "#B9A98A", "#6F6048")
    for x, r in ((168, 11), (122, 8)):
        crown(it, x, 84, r, PINE)
    it.glow(88, 102, 66, NIGHT, 0.7, 5)
    with it.placed(58, 103, 1):
        bicycle(it, 0, 0, 72, BRICK)
    for x, y, wide, high, tone in (
        (32, 48, 24, 20, "#C9945A"),
        (30, 68, 26, 18, "#D9A86A"),
        (57, 60, 22, 22, SAGE),
        (36, 30, 18, 18, RIVER),
        (55, 42, 20, 18, "#B57B45"),
        (62, 84, 18, 14, "#8FA9C4"),
    ):
        it.card(x + 1, y + 1, wide, high, 2.4, mix(tone, INK, 0.4))
        it.card(x, y, wide, high, 2.4, tone)
        it.line([(x + wide * 0.34, y), (x + wide * 0.34, y + high)], BRICK, 0.8)
        it.line([(x, y + high * 0.5), (x + wide, y + high * 0.5)], BRICK, 0.8)
        for k in range(3):
            it.line(
                [(x + wide * 0.45, y + 3 + k * 3.6), (x + wide * 0.9, y + 3.4 + k * 3.6)], mix(tone, INK, 0.25), 0.5
            )
    for x, y, tone in ((44, 26, LEAF), (49, 24, "#43A9C4"), (40, 27, LANTERN)):
        it.card(x - 1.8, y - 4, 3.6, 10, 1.4, tone)
        it.box(x - 0.8, y - 6, 1.6, 2.4, mix(tone, INK, 0.3))
    figure(it, 116, 105, 48, INDIGO, trousers="#4B5A55", hat="cone", left=(-0.2, 0.05), right=(0.05, 0.3))
    phone(it, 156, 52, 38, turn=8, screen=PAPER)
    with it.placed(156, 52, 1, turn=8):
        it.card(-15, -28, 30, 22, 3, MINT)
        for k in range(3):
            it.card(-10 + k * 2, -20 + k * 3 - 2, 15, 9, 1.4, ("#C9945A", "#D9A86A", "#B57B45")[k])
        it.shape(way("-15 0 6 0 15 9 6 18 -15 18"), LANTERN)
        it.disc(8, 9, 1.8, PAPER)
        coin(it, -8, 9, 5.4)
        it.card(-0.6, 6, 6, 2, 1, INK)
        it.card(-0.6, 10.4, 5, 2, 1, INK)
        it.card(-15, 24, 30, 8.4, 4.2, LEAF)
        tick(it, 0, 28.2, 3, ground=LEAF)
    return it


def shared_ride() -> Picture:
    """Parcels ride on the roof of the minibus, above its passengers, under the palms."""
    it = Picture(90, "#6FC0C9", "#FFF0C9")
    globe(it, 138, 34, 14)
    cloud(it, 40, 18, 28, PAPER)
    cloud(it, 92, 28, 18, "#F4F6E6")
    it.ridge(58, 18, "#8CC7B4", "#BFE0C6", waves=1.2)
    it.ridge(68, 12, "#4FA37C", "#7CC09A", waves=2.1)
    it.shape(way("0 68 184 66 184 90 0 92"), "#7CC46A", "#3F9A58")
    for k in range(8):
        it.line([(0, 71 + k * 2.2), (184, 69 + k * 2.4)], "#5FB05A", 0.5)
    for x, high, lean in ((12, 66, 7), (34, 46, -4), (158, 58, -6), (176, 74, -9), (118, 32, 3)):
        palm(it, x, 90, high, lean=lean)
    it.shape(way("0 88 184 84 184 108 0 108"), "#C97F4A", "#7A4A2E")
    it.shape(way("0 94 184 92 184 95 0 97"), "#D99A66")
    minibus(it, 30, 102, 108, "#D9534A", band=PAPER)
    it.line(way("38 33 118 33"), INK, 1)
    for x in (42, 66, 92, 114):
        it.line([(x, 33), (x, 38)], INK, 0.9)
    parcels = (
        (40, 18, 18, 15, "#C9945A"),
        (59, 22, 14, 11, RIVER),
        (74, 14, 20, 19, "#D9A86A"),
        (95, 20, 13, 13, LEAF),
        (109, 24, 10, 9, LANTERN),
        (44, 8, 13, 10, PAPER),
        (78, 4, 12, 10, BRICK),
    )
    for x, y, wide, high, tone in parcels:
        it.card(x, y, wide, high, 1.4, mix(tone, INK, 0.3))
        it.card(x, y, wide - 1.6, high - 0.8, 1.4, tone)
        it.box(x + wide * 0.4, y, wide * 0.13, high - 0.8, mix(tone, PAPER, 0.5))
        it.card(x + wide * 0.12, y + high * 0.56, wide * 0.22, high * 0.24, 0.4, PAPER)
    for k in range(5):
        it.limb([(2 + k * 3, 74 + k * 5), (20 + (k % 2) * 5, 74 + k * 5)], PAPER, 0.7)
    figure(it, 160, 105, 36, INDIGO, hat="cone", left=(-0.18, -0.22), right=(0.1, 0.26))
    it.card(163, 88, 13, 10, 1.2, "#C9945A")
    it.box(168.4, 88, 2, 10, PAPER)
    return it


SCENES = {
    "p85": nursery,
    "p86": cold_room,
    "p87": rice_wallet,
    "p88": pilot_fund,
    "p89": scrap_market,
    "p90": shared_ride,
}
