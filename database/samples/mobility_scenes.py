"""Covers of what moves people and goods."""

from nature_kit import bush, crown, leaf, palm
from object_kit import phone, pin, screen_map, signal
from people_kit import figure, hand, head, reader, seated, wheelchair
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
    SAND,
    WIDE,
    Picture,
    mix,
    way,
)
from sky_kit import birds, cloud, drum, globe, gull, rays, strips
from town_kit import ROOFS, awning, city, houses, plant_pots, tube_house
from travel_kit import bus, cargo_trike, crate, ferry, minibus, road_marks, scooter, train


def one_tap() -> Picture:
    """One card at the gate opens metro, bus and ferry."""
    it = Picture(31, "#FFF3D9", "#F6DDA6")
    bands = ((0, INDIGO, "#3D429A"), (30, LEAF, "#187249"), (60, "#1F7C9A", "#14586F"))
    for y, top, foot in bands:
        it.box(0, y, WIDE, 30, mix(top, PAPER, 0.08), foot)
    for k in range(12):
        it.card(2 + k * 16, 5, 9, 4, 2, "#5358B0")
    it.box(0, 26.6, WIDE, 1.2, HONEY)
    train(it, 6, 27, 44, PAPER, cars=3, band=LANTERN)
    for x in (4, 26, 124, 160, 178):
        crown(it, x, 56, 6, PINE)
    it.box(0, 56, WIDE, 4, "#3B4A45")
    bus(it, 26, 58.6, 52, HONEY, band=BRICK)
    it.box(0, 80, WIDE, 14, "#2E8FAE", "#14586F")
    ferry(it, 44, 87, 48, band=BRICK)
    strips(it, 44, 87, 95, "#9CD3E0", wide=22)
    it.box(0, 92, WIDE, 16, "#D9BE86", "#A98652")
    it.glow(132, 102, 46, NIGHT, 0.7, 6)
    for x in (98, 158):
        it.card(x, 56, 16, 46, 4, mix(FOREST, PAPER, 0.06))
        it.card(x + 11, 58, 5, 42, 2, NIGHT)
        it.card(x - 1, 53, 18, 7, 3, PAPER)
    it.shape(way("114 66 134 70 134 90 114 90"), mix(RIVER, PAPER, 0.45), mix(RIVER, PAPER, 0.2))
    it.shape(way("158 66 150 69 150 91 158 90"), mix(RIVER, PAPER, 0.45), mix(RIVER, PAPER, 0.2))
    it.glow(106, 54, 20, "#43D98C", 0.8)
    it.oval(106, 55, 6.4, 2, "#43D98C")
    signal(it, 106, 52, 5, "#43D98C", count=2)
    it.disc(106, 72, 3, "#43D98C")
    with it.placed(106, 72, 1):
        it.line(way("-1.4 0 -0.3 1.1 1.6 -1.1"), FOREST, 0.7)
    hand(it, 126, 44, 14, -82, BRICK, grip=True)
    with it.placed(119, 42, 1, turn=-14):
        it.card(-15, -9, 30, 19, 2.4, INK)
        it.card(-15, -10, 30, 19, 2.4, LANTERN)
        it.box(-15, 1, 30, 2.4, BRICK)
        it.card(-11, -6, 6, 5, 1, SAND)
        for k, colour in enumerate((INDIGO, LEAF, RIVER)):
            it.disc(2 + k * 4.6, -4, 1.9, colour)
    return it


def station() -> Picture:
    """A broad line on the floor leads through the hall to the platform."""
    it = Picture(32, "#0F4A55", "#BFE3DC")
    rays(it, 92, 30, PAPER, 0.12, count=9, start=0, end=180)
    it.shape(way("0 0 184 0 128 38 56 38"), "#0B3A44", "#1E6A72")
    for k in range(9):
        x = 184 * k / 8
        it.line([(x, 0), (56 + 72 * k / 8, 38)], "#2E8A8C", 0.8)
    for y, half in ((8, 80), (20, 62), (30, 48)):
        it.line([(92 - half, y), (92 + half, y)], "#2E8A8C", 0.6)
    it.box(56, 38, 72, 30, "#F7E3B4", "#F2C27A")
    train(it, 50, 66, 34, PAPER, cars=2, band=BRICK)
    it.shape(way("0 108 184 108 128 66 56 66"), "#E9DDBB", "#C9B686")
    for k in range(1, 10):
        it.line([(56 + 7.2 * k, 66), (-60 + 30.4 * k, 108)], "#BBA676", 0.25)
    for y in (69, 73, 79, 87, 97):
        it.line([(0, y), (184, y)], "#BBA676", 0.25)
    it.shape(way("0 0 56 38 56 66 0 108"), "#14606A", "#0F4A55")
    it.shape(way("184 0 128 38 128 66 184 108"), "#14606A", "#0F4A55")
    for side in (-1, 1):
        for k, (away, high, foot) in enumerate(((82, 16, 102), (62, 24, 87), (48, 31, 77))):
            x = 92 + side * away
            it.box(x - 3 + k * 0.7, high, 6 - k * 1.4, foot - high, "#F3E3BF", "#B9A272")
    it.shape(way("34 108 66 108 82 80 96 78 92 69 88 69 86 74 66 77"), LANTERN, "#E08A00")
    it.shape(way("90 62 101 71 94.5 71 93 78 87 78 85.5 71 79 71"), LANTERN)
    for x, y, s in ((54, 102, 3), (66, 90, 2.2), (76, 81, 1.5)):
        with it.placed(x, y, s, turn=28):
            it.shape(way("-1.4 0.6 0 -0.8 1.4 0.6 0 0"), PAPER)
    it.card(64, 14, 56, 15, 3, INK)
    it.card(67, 17, 9, 9, 2, LANTERN)
    it.shape(way("71.5 18.6 75 22 72.6 22 72.6 25 70.4 25 70.4 22 68 22"), INK)
    for k, wide in enumerate((34, 24)):
        it.card(80, 18 + k * 5, wide, 2.6, 1.3, (PAPER, JADE)[k])
    for x in (70, 114):
        it.line([(x, 14), (x, 6)], INK, 0.8)
    wheelchair(it, 74, 100, 34, BRICK)
    reader(it, 122, 97, 32, INDIGO)
    figure(it, 134, 94, 28, PAPER, dress=PAPER, hat="long", right=(0.1, 0.28))
    figure(it, 108, 80, 15, LEAF, right=(0.1, 0.2))
    return it


def bee_taxi() -> Picture:
    """A yellow electric motorbike carries its passenger past the tube houses."""
    it = Picture(33, "#7CC3C9", "#FBEFCF")
    globe(it, 146, 26, 13)
    cloud(it, 40, 20, 26, PAPER)
    cloud(it, 96, 13, 18, "#F1F7EA")
    city(it, 78, 44, "#9BD0C6")
    houses(it, 80, 46, lit=0.08, wide=17)
    it.box(0, 80, WIDE, 5, "#D9BE86", "#B9985E")
    it.box(0, 85, WIDE, 23, "#55675F", "#2C3B37")
    road_marks(it, -6, 101, 15, 8)
    for k in range(7):
        y = 48 + k * 7
        it.limb([(2 + (k * 13) % 17, y), (26 + (k * 7) % 15, y)], PAPER, 0.8)
    with it.placed(66, 98, 1.32):
        scooter(it, 0, 0, 58, LANTERN)
        for x in (-3, 1.5):
            it.shape([(x - 3, -21), (x - 0.6, -22.4), (x + 0.4, -13), (x - 2.4, -15)], INK)
        it.card(-11, -37, 11, 11, 2, INK)
        it.card(-11, -33.6, 11, 3, 0, HONEY)
        it.curve(way("10 -26 22 -27 25 -10"), INDIGO, 4.4)
        it.blob(way("4 -46 12 -46 14 -38 13 -26 4 -26 3 -36"), PAPER, SAND)
        it.curve(way("10 -42 17 -36 23 -37"), "#E7D4A5", 3)
        head(it, 9, -51, 4.4, hat="helmet")
        it.curve(way("21 -25 32 -25 35 -9"), INK, 4.6)
        it.limb(way("34 -8 39 -8"), INK, 2)
        it.blob(way("16 -45 25 -46 28 -38 25 -25 15 -25 14 -36"), "#F6B71C", LANTERN)
        for y in (-40, -34, -28):
            it.line([(15, y), (26.4, y + 0.4)], INK, 1.9)
        it.curve(way("22 -42 30 -34 37 -37"), LANTERN, 3.2)
        it.disc(37.6, -37, 1.7, "#E3B48C")
        head(it, 22, -51.4, 4.6, hat="helmet")
        it.glow(42, -32, 13, HONEY, 0.7)
    return it


def alley_trike() -> Picture:
    """A cargo trike fits an alley where hanging plants leave room for no van."""
    it = Picture(34, "#F9DFA8", "#F3B873")
    globe(it, 92, 22, 12)
    city(it, 70, 26, "#EDBB80", start=56, end=130)
    for k, x in enumerate((64, 82, 100)):
        tube_house(it, x, 78, 17, (34, 42, 30)[k], (MINT, PAPER, SAND)[k], roof=ROOFS[k], kind=(3, 1, 0)[k], lit=0.2)
    it.shape(way("0 0 36 0 66 26 66 80 0 108"), "#2C7A62", "#14573F")
    it.shape(way("184 0 146 0 118 26 118 80 184 108"), "#D98850", "#A85B34")
    it.shape(way("66 78 118 78 184 108 0 108"), "#D9BE86", "#8A6238")
    for k in range(7):
        it.line([(66 + k * 8.6, 78), (k * 30, 108)], "#B99A62", 0.3)
    with it.inside(way("66 78 118 78 184 108 0 108")):
        for y in (81, 86, 94):
            it.line([(0, y), (184, y)], "#B99A62", 0.3)
    for left, top, right, foot in ((8, 30, 28, 62), (38, 34, 54, 60)):
        it.shape([(left, top), (right, top + 5), (right, foot - 2), (left, foot)], HONEY, LANTERN)
        it.line([((left + right) / 2, top + 2), ((left + right) / 2, foot - 1)], FOREST, 1)
        it.line([(left, (top + foot) / 2), (right, (top + foot) / 2 + 1)], FOREST, 1)
    it.shape(way("128 36 146 30 146 62 128 60"), "#1E4B57")
    it.shape(way("156 26 178 18 178 64 156 62"), "#1E4B57")
    for x, y, wide in ((4, 16, 52), (122, 20, 58), (130, 72, 40)):
        for k in range(int(wide / 4)):
            drop = it.dice.uniform(5, 15)
            px = x + k * 4
            it.curve([(px, y), (px + 1, y + drop * 0.6), (px - 0.6, y + drop)], LEAF, 0.6)
            for n in range(3):
                leaf(it, px, y + drop * (0.3 + 0.3 * n), 4, 30 + 110 * (n % 2), (LEAF, JADE, PINE)[n])
        it.card(x - 2, y - 3, wide + 4, 4, 2, CLAY)
    it.line(way("30 8 70 15 112 15 160 4"), INK, 0.4)
    for k, x in enumerate((52, 66, 82, 98, 114, 128)):
        it.shape([(x, 13), (x + 8, 13.4), (x + 7, 22), (x + 1, 21)], (BRICK, PAPER, RIVER, HONEY, MINT, CLAY)[k])
    awning(it, 126, 60, 40, 10, BRICK, stripes=6, flare=2)
    plant_pots(it, 10, 101, 3, gap=9, size=8)
    plant_pots(it, 158, 102, 3, gap=9, size=8)
    cargo_trike(it, 60, 101, 66, PINE)
    for x, y, goods in ((93, 79, (LANTERN, BRICK)), (108, 79, (JADE, HONEY)), (100, 70, (CLAY, LANTERN))):
        crate(it, x, y, 14, goods=goods)
    seated(it, 74, 93, 46, BRICK, trousers=INDIGO, hat="cone", right=(0.22, 0.17), left=(0.2, 0.19))
    return it


def on_call() -> Picture:
    """A round minibus stops where someone waves; the phone had called it."""
    it = Picture(35, "#F4A76B", "#FFE9C2")
    drum(it, 40, 40, 18, "#EFB57F")
    globe(it, 40, 40, 15, colour="#F08A24")
    it.ridge(66, 16, "#E3A56F", "#F0C592")
    it.ridge(76, 12, "#4E9B76", "#7ABB92", waves=2.2)
    for x in (4, 20, 156, 174):
        palm(it, x, 84, 34 if x % 3 else 44, lean=5 if x < 90 else -6)
    it.box(0, 82, WIDE, 26, "#6C7C74", "#36443F")
    it.box(0, 80, WIDE, 4, "#D8B97E")
    road_marks(it, -4, 102, 14, 9)
    bush(it, 60, 82, 16, PINE)
    bush(it, 92, 82, 12, LEAF)
    minibus(it, 14, 98, 84, LEAF, band=HONEY)
    it.card(48, 39, 24, 7, 2.4, INK)
    it.card(51, 41.4, 14, 2.2, 1, LANTERN)
    figure(it, 114, 98, 36, BRICK, trousers=INDIGO, left=(-0.2, -0.24), right=(0.08, 0.3))
    figure(it, 124, 98, 24, HONEY, child=True, left=(-0.04, 0.28))
    phone(it, 154, 52, 40, turn=7, screen="#D6EBDD")
    with it.placed(154, 52, 1, turn=7):
        screen_map(it, -18, -38, 36, 58)
        it.dots(way("-10 10 -4 0 2 2 6 -12"), BRICK, 0.9, 3)
        pin(it, 6, -12, 17)
        it.card(-14, 6, 10, 6, 2, LEAF)
        it.card(-12.6, 7, 5, 2, 0.6, PAPER)
        it.card(-15, 24, 30, 9, 4.5, LANTERN)
        it.card(-8, 27.4, 16, 2.4, 1.2, INK)
    return it


def quiet_ferry() -> Picture:
    """An electric ferry crosses the calm bay at sunrise, with gulls."""
    it = Picture(36, "#F2A285", "#FFE6BC")
    rays(it, 66, 58, "#FFF3D0", 0.16, count=11)
    drum(it, 66, 58, 20, "#F5B795")
    globe(it, 66, 56, 18, colour="#F28C28")
    it.ridge(62, 20, "#C98A86", "#E5B79A", waves=1.2)
    it.ridge(64, 11, "#7D7C8C", "#B596A0", waves=2.2)
    city(it, 64, 17, "#5E6E7E", lit=HONEY, chance=0.2, start=118, end=190, peak=0.7)
    it.box(0, 64, WIDE, 44, "#E9B99A", "#2E6E78")
    for k in range(16):
        y = 66 + k * k * 0.17
        it.card(
            it.dice.uniform(-10, 160),
            y,
            it.dice.uniform(20, 60),
            0.5 + 0.03 * k,
            0.3,
            mix("#FFE6BC", "#3D7F88", k / 18),
        )
    strips(it, 66, 65, 106, "#FFC773", wide=17)
    it.glow(108, 94, 66, NIGHT, 0.6, 6)
    ferry(it, 108, 90, 96, band=PINE)
    for k in range(3):
        it.curve(
            [(52 - k * 10, 94 + k * 2), (70 - k * 4, 92.6 + k * 2.4), (158 + k * 3, 95 + k * 3)],
            mix(PAPER, "#3D7F88", 0.2 + 0.2 * k),
            0.7,
        )
    it.card(72, 80, 12, 9, 2, LANTERN)
    it.shape(way("79 81 75 85.4 77.8 85.4 76.6 88.4 81 84 78.2 84"), INK)
    gull(it, 30, 24, 8)
    gull(it, 140, 22, 6, flip=True)
    gull(it, 158, 38, 4)
    birds(it, 82, 22, 2.4, "#8A5A5E", count=3)
    for x, high in ((8, 26), (18, 20)):
        it.box(x, 108 - high, 3, high, "#4A3426")
        it.oval(x + 1.5, 108 - high, 1.5, 0.6, SAND)
    gull(it, 9, 80, 3)
    return it


SCENES = {"p31": one_tap, "p32": station, "p33": bee_taxi, "p34": alley_trike, "p35": on_call, "p36": quiet_ferry}
