"""Covers of storms and floods, and of those who are ready for them."""

from nature_kit import crown, palm
from object_kit import bowl, rows, steam, tick
from people_kit import SKINS, bust, figure
from picture_kit import (
    BRICK,
    CLAY,
    FOREST,
    HONEY,
    INDIGO,
    INK,
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
from sky_kit import cloud, drum, globe, rain, strips
from town_kit import ROOFS, awning, block, city, houses, speaker_pole, tube_house
from travel_kit import fishing_boat, sampan, wheel


def loudspeaker() -> Picture:
    """A loudspeaker calls over the coast village while the storm is still far out at sea."""
    it = Picture(61, "#3B4F66", "#F0B27A")
    for x, y, r in ((140.0, 8, 52), (168, 16, 44), (112, 4, 44), (184, 30, 30)):
        it.glow(x, y, r, "#16222E", 0.9, r * 0.55)
    for x, y, wide in ((140, 30, 50), (168, 38, 46), (112, 24, 36)):
        cloud(it, x, y, wide, "#2B3B4A", shade="#1C2833")
    for k in range(16):
        x = 112 + k * 4.4
        it.line([(x, 34), (x - 6, 56)], "#8FA3B0", 0.24)
    it.line(way("152 36 146 44 151 45 144 55"), HONEY, 0.9)
    it.box(0, 56, WIDE, 30, "#5F8C98", "#2E6672")
    strips(it, 40, 57, 84, "#F6C98F", wide=22)
    for k in range(8):
        it.card(it.dice.uniform(60, 170), 58 + k * 3, it.dice.uniform(8, 24), 0.6, 0.3, "#8FB3B8")
    fishing_boat(it, 112, 70, 18, BRICK, flip=True)
    fishing_boat(it, 140, 64, 11, RIVER, flip=True)
    it.blob(way("-8 84 40 78 90 84 130 92 190 90 190 116 -8 116"), "#E3BE83", "#A87B44")
    for k, x in enumerate((4, 22, 41, 108, 126)):
        y = 96 + (k % 2) * 2
        tube_house(
            it,
            x,
            y,
            16,
            20 + (k * 5) % 8,
            (MINT, SAND, PAPER, "#F4DDA6", SAGE)[k],
            roof=ROOFS[k % 4],
            kind=(0, 3, 0, 3, 0)[k],
            lit=0.6,
            shop=False,
        )
    palm(it, 176, 104, 52, lean=-9)
    palm(it, 62, 94, 30, lean=-7)
    it.glow(82, 22, 40, HONEY, 0.4)
    speaker_pole(it, 82, 106, 92)
    for flip in (1, -1):
        for r in (26, 35, 44):
            middle = 0 if flip > 0 else 180
            it.arc(82, 18, r, middle - 26, middle + 26, LANTERN, 1.1)
    figure(it, 98, 105, 22, BRICK, right=(0.16, -0.14))
    figure(it, 66, 106, 20, INDIGO, hat="cone")
    figure(it, 58, 106, 13, LANTERN, child=True)
    return it


def drill_box() -> Picture:
    """A board game with a small town, waves, dice and cards, ready to be played."""
    it = Picture(62, "#2B2F77", "#191C4E")
    drum(it, 92, 48, 46, "#353A8C")
    it.glow(92, 52, 90, HONEY, 0.35, 60)
    it.glow(92, 72, 92, NIGHT, 0.8, 38)
    it.shape(way("92 14 172 50 92 90 12 50"), "#F7E3B4")
    it.shape(way("12 50 92 90 92 101 12 61"), BRICK, "#5E1119")
    it.shape(way("172 50 92 90 92 101 172 61"), "#B32C36", "#7A1820")
    it.shape(way("92 18 164 50 92 86 20 50"), "#7CC39B", "#4FA37C")
    it.shape(way("92 86 164 50 128 34 108 46 84 56 62 71"), "#4FA6C4", "#2C7C9E")
    for k in range(9):
        s = k / 9
        it.line([(92 - 72 * s, 18 + 32 * s), (164 - 72 * s, 50 + 36 * s)], "#BFE3CF", 0.24)
        it.line([(92 + 72 * s, 18 + 32 * s), (20 + 72 * s, 50 + 36 * s)], "#BFE3CF", 0.24)
    for x, y, high, colour in (
        (92, 32, 12, SAND),
        (74, 38, 8, CLAY),
        (104, 38, 7, PAPER),
        (56, 46, 10, MINT),
        (84, 47, 6, LANTERN),
        (44, 52, 6, BRICK),
        (66, 56, 8, PAPER),
        (88, 40, 5, SAGE),
    ):
        block(it, x, y, 5, high, colour, lit=0.2)
    for x, y in ((62, 38), (100, 28), (74, 50), (36, 50), (54, 60)):
        crown(it, x, y, 3)
    for x, y, s in ((122, 50, 1.3), (106, 62, 1.5), (88, 72, 1.3), (138, 58, 1.1)):
        with it.placed(x, y, s):
            it.veil(around(1, 1.6, 8, 2.4), NIGHT, 0.3)
            it.blob(way("-8 2 -5 -5 0 -10 6 -10 8.4 -6 5 -6.6 3.6 -3 6 2"), "#8CD0E8", "#2C6FA0")
            it.curve(way("-5 -4 0 -9 6 -9.4 8 -6.4"), PAPER, 0.9)
    it.dots(way("40 44 60 44 74 58 92 56"), LANTERN, 0.8, 3.4)
    for x, y, colour in ((40, 42, BRICK), (92, 54, INDIGO)):
        it.oval(x, y + 2, 2.4, 1.1, mix(colour, INK, 0.4))
        it.shape([(x - 2.2, y + 2), (x, y - 6), (x + 2.2, y + 2)], colour)
        it.disc(x, y - 6, 1.9, mix(colour, PAPER, 0.2))
    _cards_and_dice(it)
    return it


def _cards_and_dice(it: Picture) -> None:
    """Lay three cards and two dice beside the board."""
    for k, (x, y, turn) in enumerate(((24, 88, -16), (34, 92, -4), (45, 94, 8))):
        with it.placed(x, y, 1, turn=turn):
            it.card(-8, -11.4, 17, 24, 2, NIGHT)
            it.card(-8.6, -12, 17, 24, 2, PAPER)
            it.card(-6.8, -10.2, 13.4, 11, 1.4, (RIVER, LANTERN, LEAF)[k])
            rows(it, -6, 4, 12, 3, gap=2.4, thick=1)
            if k == 2:
                tick(it, -0.2, -4.6, 4, ground=PAPER, colour=LEAF)
    for x, y, pips in ((150, 88, 5), (164, 80, 3)):
        it.glow(x, y + 6, 12, NIGHT, 0.7, 4)
        it.shape([(x, y + 6), (x - 8, y + 2), (x - 8, y - 6), (x, y - 2)], "#DCCFAE")
        it.shape([(x, y + 6), (x + 8, y + 2), (x + 8, y - 6), (x, y - 2)], SAND)
        it.shape([(x, y - 2), (x - 8, y - 6), (x, y - 10), (x + 8, y - 6)], PAPER)
        for k in range(pips):
            it.oval(x + (k % 2 * 2 - 1) * 2.6 * (k < 4), y - 6 + (k // 2 * 2 - 1) * 1.4 * (k < 4), 1, 0.6, BRICK)
        for dx, dy in ((-4, 0), (-5.8, 1.6), (-2.2, 2)):
            it.oval(x + dx, y + dy, 0.7, 0.9, INK)
        it.oval(x + 4, y + 0.4, 0.8, 1, INK)


def neighbours() -> Picture:
    """Lines join the doors of the street; a neighbour helps an old man down the step."""
    it = Picture(63, "#F7C08A", "#FFF1D2")
    globe(it, 150, 24, 11)
    city(it, 60, 22, "#EDBB88")
    shades = (MINT, "#F4DDA6", SAGE, PAPER, "#E9B98A", SAND)
    doors = []
    for k in range(6):
        x = -4 + k * 32.5
        tube_house(
            it,
            x,
            88,
            29,
            (58, 50, 64, 54, 60, 52)[k],
            shades[k],
            roof=ROOFS[k % 4],
            kind=(0, 1, 3, 2, 0, 3)[k],
            lit=0.3,
            shop=False,
        )
        it.box(x, 60, 26.6, 28, mix(shades[k], PAPER, 0.1), mix(shades[k], INK, 0.06))
        it.card(x + 8, 62, 13, 26, 1.4, mix(shades[k], INK, 0.55))
        it.card(x + 9.4, 64, 10.2, 24, 1, (BRICK, PINE, INDIGO, CLAY, LEAF, RIVER)[k])
        it.disc(x + 17.6, 76, 0.8, HONEY)
        it.box(x + 5, 87, 19, 3, "#C9B98A")
        doors.append((x + 14.5, 70.0))
    it.box(0, 90, WIDE, 18, "#B9A27A", "#6F5F48")
    for k in range(14):
        it.line([(k * 14, 90), (k * 16 - 14, 108)], "#9C8762", 0.3)
    for k in range(5):
        (x, y), (x2, y2) = doors[k], doors[k + 1]
        arch = [(x, y), ((x + x2) / 2, y - 15), (x2, y2)]
        it.curve(arch, "#FFF3C4", 1.7)
        it.curve(arch, LANTERN, 0.9)
    for x, y in doors:
        it.glow(x, y, 9, HONEY, 0.8)
        it.disc(x, y, 3.4, PAPER)
        it.disc(x, y, 2.3, LANTERN)
    figure(it, 84, 104, 45, INDIGO, right=(0.2, 0.13), left=(-0.05, 0.3))
    figure(it, 103, 102, 39, "#8FA79B", trousers="#4B5A55", hair="#E5E5DF", left=(-0.12, 0.16), right=(0.14, 0.2))
    it.limb(way("112.6 80.4 114 103"), "#5B3A22", 1.1)
    figure(it, 148, 105, 32, BRICK, dress=CLAY, hat="bun", left=(-0.16, -0.2))
    figure(it, 24, 105, 30, PINE, hat="cone", right=(0.18, -0.1))
    figure(it, 36, 106, 19, LANTERN, child=True)
    return it


def field_kitchen() -> Picture:
    """A kitchen on a trailer steams in the wet street; people wait with their bowls."""
    it = Picture(64, "#5F7F86", "#C9D6C8")
    for x, y, r in ((30, 6, 50), (100, 2, 56), (160, 8, 46)):
        it.glow(x, y, r, "#2E444C", 0.7, r * 0.4)
    city(it, 66, 34, "#86A6A2")
    houses(it, 74, 36, ("#B9C9B8", "#9DB8A8", "#C9BFA0", "#8FB0A4"), lit=0.5, roofs=("#6E4A48", "#3F6257", "#8A6A58"))
    it.veil(way("0 60 184 60 184 75 0 75"), "#6B5236", 0.35)
    it.box(0, 75, WIDE, 33, "#6F837F", "#2F4246")
    rain(it, "#E3EEEA", count=60, low=74)
    for x, y, half in ((30, 100, 26), (120, 105, 34), (168, 92, 20), (80, 88, 18)):
        it.oval(x, y, half, half * 0.13, "#8FB0B0")
        it.oval(x + 2, y - 0.3, half * 0.7, half * 0.08, "#C9DCD6")
    it.glow(60, 66, 56, LANTERN, 0.8)
    it.glow(60, 98, 54, NIGHT, 0.7, 5)
    for x in (20, 100):
        it.box(x, 38, 2, 52, FOREST)
    it.box(16, 68, 90, 22, "#D9534A", BRICK)
    it.box(16, 74, 90, 3, HONEY)
    it.line(way("106 86 126 90"), INK, 2)
    for x in (38, 84):
        wheel(it, x, 93, 8)
    for k, x in enumerate((26, 53, 80)):
        it.card(x, 52, 21, 17, 3, "#B9C6C2")
        it.card(x + 13, 52, 8, 17, 3, "#8F9F9B")
        it.oval(x + 10.5, 52, 10.5, 2.4, "#DDE6E2")
        it.oval(x + 10.5, 52.2, 8.6, 1.7, (HONEY, CLAY, "#E2A54A")[k])
        it.limb([(x - 2, 58), (x, 58)], INK, 1.4)
        steam(it, x + 10.5, 49, 16, "#F3F7F2")
    figure(it, 50, 74, 34, PAPER, hat="cap", right=(0.2, 0.06), left=(-0.18, 0.08))
    figure(it, 78, 74, 32, LEAF, hat="scarf", right=(0.2, 0.12))
    it.line(way("54 52 62 44"), INK, 0.8)
    awning(it, 12, 26, 98, 10, LANTERN, stripes=11, flare=3)
    queue = (
        (118, 38, INDIGO, "cone"),
        (133, 36, "#C96F4A", ""),
        (146, 26, RIVER, "cap"),
        (159, 38, PINE, "long"),
        (174, 36, BRICK, "cone"),
    )
    for k, (x, tall, colour, hat) in enumerate(queue):
        figure(
            it,
            x,
            105,
            tall,
            colour,
            hat=hat,
            child=tall < 30,
            left=(-0.1, 0.16),
            right=(-0.02, 0.16),
            skin=SKINS[k % 4],
        )
        bowl(it, x - tall * 0.1, 105 - tall * 0.56, tall * 0.1, band=RIVER)
    return it


def drain_robot() -> Picture:
    """A small tracked robot shines its cone of light along the drain."""
    it = Picture(65, "#0A1416", "#12262A")
    cx, cy = 104.0, 50.0
    for k in range(13, 0, -1):
        r = 8 + k * 8.4
        tone = mix("#4B5F58", "#0C1A1C", k / 13) if k > 1 else "#0A1416"
        it.disc(cx - (13 - k) * 0.5, cy - (13 - k) * 0.3, r, tone)
        for n in range(14):
            turn = 360 * n / 14 + (k % 2) * 13
            (x, y), (x2, y2) = around(cx, cy, r, r, turn, turn)[0], around(cx, cy, r - 8.4, r - 8.4, turn, turn)[0]
            it.line([(x, y), (x2, y2)], mix(tone, INK, 0.45), 0.5)
        it.ring(cx - (13 - k) * 0.5, cy - (13 - k) * 0.3, r, r, mix(tone, INK, 0.5), 0.6)
    it.shape(way("93 58 104 58 164 108 40 108"), "#2E6672", "#173F48")
    for k in range(9):
        it.card(84 - k * 3 + it.dice.uniform(-4, 12), 64 + k * 4.6, 10 + k * 4, 0.7, 0.35, "#6FA9B0")
    it.glow(98, 44, 46, HONEY, 0.85)
    it.veil([(88, 46), *around(116, 32, 30, 30, 215, 385), (90, 50)], HONEY, 0.2)
    it.veil([(88, 46), *around(116, 32, 21, 21, 205, 395), (90, 50)], "#FFF3C4", 0.22)
    it.line(way("112 22 116 28 113 32 119 38 117 43"), INK, 1.1)
    it.ring(115, 32, 9, 12, BRICK, 1)
    for k in range(4):
        it.curve([(126 + k * 5, 8 + k * 4), (127 + k * 5, 16 + k * 5), (125 + k * 5, 22 + k * 6)], "#2E4A3A", 0.8)
    with it.placed(56, 84, 1.5, turn=-9):
        it.glow(0, 12, 34, NIGHT, 0.8, 5)
        it.card(-22, 2, 44, 12, 6, INK)
        for k in range(5):
            it.disc(-16 + k * 8, 8, 4.2, "#3F4F4C")
            it.disc(-16 + k * 8, 8, 1.7, SAGE)
        for k in range(11):
            it.box(-20 + k * 4, 1.2, 2.2, 1.4, "#2B3836")
        it.card(-18, -9, 36, 13, 4, LANTERN)
        it.shape(way("-18 -1 18 -1 18 2 14 4 -14 4 -18 2"), "#B97F00")
        for k in range(4):
            it.shape(way(f"{-14 + k * 4} 2 {-12 + k * 4} 2 {-9 + k * 4} -5 {-11 + k * 4} -5"), INK)
        it.limb(way("6 -8 10 -18 16 -20"), "#8F9F9B", 2.4)
        it.card(12, -25, 14, 9, 3, PAPER)
        it.disc(25, -20.6, 3.6, "#FFF3C4")
        it.glow(25, -20.6, 12, HONEY, 1)
        it.disc(17, -20.6, 1.7, INK)
        it.curve(way("-18 -4 -28 -8 -44 0"), BRICK, 1.1)
    return it


def floating_class() -> Picture:
    """A school on floats rides the high water, children at its windows and boats at its rail."""
    it = Picture(66, "#9CC9D6", "#FBEBC8")
    globe(it, 150, 24, 11)
    cloud(it, 36, 18, 28, PAPER)
    cloud(it, 88, 12, 18, "#F3F4E6")
    it.ridge(56, 14, "#9CC7AE", "#BFDFC0")
    for x in (10, 30, 160, 178):
        crown(it, x, 66, 9, PINE, trunk=0.9)
    it.box(0, 64, WIDE, 44, "#B0A878", "#5B6E58")
    for k in range(22):
        it.card(
            it.dice.uniform(-8, 170), 66 + k * 1.9, it.dice.uniform(8, 30), 0.6, 0.3, "#D3CB9C" if k % 3 else "#8A9A78"
        )
    strips(it, 150, 66, 106, "#F6DFA0", wide=10)
    it.glow(90, 92, 74, NIGHT, 0.6, 6)
    for k in range(9):
        it.card(27 + k * 14.4, 80, 13, 10, 5, RIVER if k % 2 else "#2F6FA8")
        it.card(29 + k * 14.4, 82, 4, 2, 1, "#A9D3EE")
    it.box(22, 76, 138, 5, "#A8743F", "#6E4A2C")
    it.box(36, 44, 108, 32, "#FFF3D0", "#E6CF98")
    it.shape(way("26 46 46 22 136 22 156 46"), LEAF, PINE)
    it.panel((58, 26), (26, 0), (-5, 15), (4, 3))
    it.panel((94, 26), (26, 0), (5, 15), (4, 3))
    it.box(24, 45, 134, 2.6, FOREST)
    it.box(90, 10, 1.6, 14, INK)
    it.shape(way("91.4 10 104 13.4 91.4 17"), BRICK)
    for k in range(4):
        x = 42 + k * 21
        it.card(x, 51, 17, 16, 1.4, PINE)
        with it.inside(way(f"{x + 1} 52 {x + 16} 52 {x + 16} 66 {x + 1} 66")):
            it.box(x, 51, 17, 16, "#FFE3A0", HONEY)
            bust(it, x + 5.4, 68, 8.4, (BRICK, INDIGO, LEAF, RIVER)[k], skin=SKINS[k], face=True)
            bust(
                it,
                x + 12.2,
                69,
                8,
                (PAPER, LANTERN, CLAY, MINT)[k],
                skin=SKINS[3 - k],
                hat=("bun", "", "cap", "bun")[k],
                face=True,
            )
        it.box(x - 1, 67, 19, 1.6, CLAY)
    it.box(126, 52, 13, 24, "#3A2A20")
    figure(it, 132.5, 76, 21, PAPER, dress=RIVER, hat="long", left=(-0.14, -0.2))
    for k in range(24):
        if not 17 <= k <= 19:
            it.line([(24 + k * 5.8, 76), (24 + k * 5.8, 70)], "#6E4A2C", 0.7)
    it.line(way("24 70 122 70"), "#6E4A2C", 0.9)
    it.line(way("141 70 158 70"), "#6E4A2C", 0.9)
    sampan(it, 34, 102, 46)
    figure(it, 30, 98, 27, INDIGO, hat="cone", right=(0.2, 0.14))
    it.line(way("44 72 26 108"), "#5B3A22", 0.9)
    sampan(it, 140, 100, 48, "#5B3A26", flip=True)
    for x, colour in ((128, BRICK), (138, LANTERN), (149, RIVER)):
        figure(it, x, 97, 15, colour, child=True, left=(-0.1, -0.16) if x == 138 else (-0.05, 0.33))
    it.line(way("116 92 110 80"), INK, 0.5)
    return it


SCENES = {
    "p61": loudspeaker,
    "p62": drill_box,
    "p63": neighbours,
    "p64": field_kitchen,
    "p65": drain_robot,
    "p66": floating_class,
}
