"""Covers of what guards data, money and faces."""

from object_kit import key, lock, rows, sensor, shield, signal, star, tick
from people_kit import bust, figure, hand, seated
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
from sky_kit import drum, moon, stars
from town_kit import city, houses


def night_drill() -> Picture:
    """One floor of the tower is lit at night: the drill runs, under a shield and a clock."""
    it = Picture(91, "#0B1440", "#2F3F7A")
    stars(it, 60)
    moon(it, 26, 22, 9)
    drum(it, 92, 60, 44, "#18235A", bands=4)
    city(it, 108, 44, "#141E52", lit=HONEY, chance=0.05)
    it.glow(88, 56, 60, "#5F8CE0", 0.35)
    it.shape(way("58 12 106 4 106 108 58 108"), "#26357F", "#141E52")
    it.shape(way("106 4 126 14 126 108 106 108"), "#18235A", "#0B1440")
    for floor in range(11):
        y = 14.0 + floor * 9
        lit = floor == 4
        if lit:
            it.glow(82, y + 3.4, 46, LANTERN, 0.9, 22)
            it.box(58, y - 1, 48, 9, "#F6C35A")
        for bay in range(6):
            x = 61.0 + bay * 7.5
            tone = HONEY if lit else mix("#34459A", NIGHT, it.dice.uniform(0, 0.5))
            it.box(x, y, 5.8, 6.4, mix(tone, PAPER, 0.3 if lit else 0), tone)
        for bay in range(3):
            it.box(108.6 + bay * 5.8, y + 2.4, 4, 6, HONEY if lit else "#1E2B6A")
        if lit:
            for k in range(5):
                bust(it, 64 + k * 9, y + 7.2, 5.4, (BRICK, PINE, INDIGO, CLAY, LEAF)[k])
                it.card(66.4 + k * 9, y + 4.6, 3.4, 2.4, 0.4, INK)
    it.line(way("84 8 84 -2"), "#26357F", 1)
    it.glow(150, 56, 30, "#5FE0B0", 0.5)
    shield(it, 150, 56, 46, LEAF)
    lock(it, 150, 54, 15, LANTERN, shackle=PAPER)
    it.glow(30, 72, 24, HONEY, 0.4)
    it.disc(30, 72, 16, PAPER)
    it.disc(30, 72, 14, "#18235A")
    for k in range(12):
        (x, y), (x2, y2) = around(30, 72, 12.6, 12.6, 30 * k, 30 * k)[0], around(30, 72, 10.8, 10.8, 30 * k, 30 * k)[0]
        it.line([(x, y), (x2, y2)], PAPER, 0.7)
    it.limb(way("30 72 30 62"), HONEY, 1.2)
    it.limb(way("30 72 24 69"), HONEY, 1.5)
    it.shape([(30, 72), *around(30, 72, 10, 10, 270, 326)], BRICK)
    it.disc(30, 72, 1.6, LANTERN)
    for x, y in ((116, 18), (172, 16), (174, 94), (120, 92)):
        it.card(x, y, 9, 6, 1.4, BRICK)
        for n in range(2):
            it.card(x + 2, y + 1.6 + n * 1.8, 5 - n, 0.8, 0.4, PAPER)
        away = [(x + 4.5, y + 3), (150 + (x - 150) * 0.6, 56 + (y - 56) * 0.6)]
        it.dots(away, "#E4707A", 0.5, 2)
    return it


def sensor_locks() -> Picture:
    """A grid of sensors, each with a padlock; a key closes one more."""
    it = Picture(92, "#0F5A50", "#0A3330")
    for k in range(9):
        it.line([(0, 6 + k * 13), (184, 6 + k * 13)], "#14695C", 0.3)
        it.line([(10 + k * 21, 0), (10 + k * 21, 108)], "#14695C", 0.3)
    it.glow(94, 54, 60, LANTERN, 0.45)
    for row in range(4):
        for column in range(7):
            x, y = 16 + column * 25.4, 14 + row * 27
            middle = row == 2 and column == 3
            if column < 6 and not middle:
                it.line([(x + 7, y), (x + 18, y)], "#2E8B74", 0.8)
            if middle:
                continue
            done = (row, column) not in {(0, 5), (1, 6), (3, 1), (2, 6)}
            it.glow(x + 1, y + 3, 12, NIGHT, 0.6)
            sensor(it, x, y, 17, colour=MINT if done else "#B9C6C2", light="#43D98C" if done else "#E4483A")
            lock(it, x + 6, y + 7, 6.2, LANTERN if done else "#8FA3A0", opened=not done)
    it.glow(94, 62, 34, HONEY, 0.8)
    sensor(it, 90, 58, 38, colour=PAPER, light=LANTERN)
    lock(it, 104, 72, 22, LANTERN)
    key(it, 106, 78, 30, 200, HONEY)
    hand(it, 127, 85, 11, -66, BRICK, grip=True)
    signal(it, 89, 36, 6, HONEY, count=3, width=0.9)
    return it


def scam_guard() -> Picture:
    """Grandmother reads her phone in peace: the umbrella stops the hooks that rain down."""
    it = Picture(93, "#2F4A6A", "#8FA9C4")
    for x, y, r in ((40, 0, 60), (110, -4, 70), (170, 4, 50)):
        it.glow(x, y, r, "#16243A", 0.8, r * 0.4)
    houses(it, 90, 34, ("#6F8AA6", "#5F7A99", "#7F98B0"), lit=0.25, roofs=("#3A4F6E", "#2F4260"))
    it.box(0, 90, WIDE, 18, "#5F738A", "#2B3A50")
    for k, (x, low) in enumerate(((18, 50), (42, 34), (68, 24), (116, 20), (146, 32), (168, 56))):
        it.line([(x, -2), (x, low - 12)], "#DDE6EE", 0.4)
        it.card(x - 5, low - 14, 10, 7, 1, PAPER if k % 2 else "#F3D9D4")
        it.line([(x - 5, low - 14), (x, low - 10), (x + 5, low - 14)], BRICK, 0.5)
        it.curve(
            [(x, low - 7), (x, low - 1), (x + 2.4, low + 2.6), (x + 5.4, low + 0.4), (x + 5, low - 2.4)], "#E4483A", 1
        )
        it.shape([(x + 3.8, low - 1.4), (x + 5, low - 4), (x + 6.4, low - 1.6)], "#E4483A")
    it.glow(92, 70, 58, HONEY, 0.75)
    it.shape([*around(92, 60, 62, 38, 180, 360)], "#2A9767", PINE)
    for k in range(6):
        left = 30 + k * 20.67
        it.shape(around(left + 10.33, 60, 10.33, 5, 180, 360), "#12302C")
        if k % 2:
            it.shape([(left, 60), (92, 22), (left + 20.67, 60), *around(left + 10.33, 60, 10.33, 5, 0, -180)], LEAF)
        else:
            it.shape([(left, 60), (92, 22), (left + 20.67, 60), *around(left + 10.33, 60, 10.33, 5, 0, -180)], HONEY)
    it.line(way("92 22 92 17"), INK, 1.6)
    it.line(way("112 58 112 92"), "#5B3A22", 1.4)
    it.curve(way("112 92 112 97 117 97 117 93"), "#5B3A22", 1.4)
    it.card(56, 84, 66, 5, 2, CLAY)
    for x in (60, 114):
        it.box(x, 88, 4, 14, "#6E3A24")
    it.glow(92, 102, 40, NIGHT, 0.6, 4)
    seated(
        it, 80, 104, 66, "#8C4A7A", trousers="#3A3F5A", hair="#E9E9E2", hat="bun", right=(0.2, 0.06), left=(0.16, 0.1)
    )
    it.card(98, 61, 7.4, 13, 1.2, INK)
    it.card(99, 62.4, 5.4, 10, 0.8, MINT)
    shield(it, 101.6, 67, 7, LEAF)
    with it.placed(136, 102):
        it.blob(way("-8 0 -9 -7 -4 -10 4 -9 8 -5 8 0"), "#E8A85A", "#B9763A")
        it.disc(8, -10, 4.4, "#E8A85A")
        it.shape(way("4.6 -12 5 -16.6 8 -13.6 11 -16.6 11.6 -12"), "#E8A85A")
        it.curve(way("-8 -2 -14 -4 -13 -9"), "#E8A85A", 1.8)
    return it


def forgetting_camera() -> Picture:
    """The camera over the street sees soft coloured dots, never a face."""
    it = Picture(94, "#F6CF9C", "#FFF2D6")
    houses(it, 76, 46, lit=0.15, wide=17)
    it.box(0, 76, WIDE, 32, "#9DAFA6", "#5B6E66")
    for k in range(7):
        it.shape(way(f"{70 + k * 17} 80 {79 + k * 17} 80 {72 + k * 20} 108 {60 + k * 20} 108"), PAPER, "#E3E8E0")
    it.veil(way("36 30 190 56 190 112 24 112"), "#0F5A50", 0.14)
    it.cone([(42, 26), (50, 20), (196, 84), (52, 112)], "#BFF4DC", 0.6)
    tones = (BRICK, LANTERN, INDIGO, LEAF, CLAY, RIVER, "#B4486A", PINE)
    crowd = way("88 82 112 80 134 83 158 81 174 86 100 92 126 95 152 94 80 98 112 105 140 106 168 103")
    for k, (x, y) in enumerate(crowd):
        tall, tone = 12 + (y - 80) * 0.46, tones[k % 8]
        it.glow(x, y, tall * 0.5, NIGHT, 0.5, tall * 0.1)
        it.glow(x, y - tall * 0.6, tall * 0.8, tone, 0.6)
        with it.placed(x, y, tall):
            it.blob(
                way("-.17 -.58 0 -.66 .17 -.58 .15 -.3 .1 0 -.1 0 -.15 -.3"),
                mix(tone, PAPER, 0.45),
                mix(tone, PAPER, 0.15),
            )
            it.disc(0, -0.84, 0.2, tone)
            it.ring(0, -0.84, 0.3, 0.3, mix(tone, PAPER, 0.6), 0.03)
    it.box(12, 6, 4.4, 102, FOREST)
    it.line(way("14 16 30 20"), FOREST, 2.6)
    with it.placed(38, 24, 1.2, turn=24):
        it.glow(4, 4, 30, NIGHT, 0.5)
        it.card(-20, -10, 42, 20, 4, PAPER)
        it.shape(way("-22 -13 28 -13 24 -7 -22 -7"), SAGE)
        it.box(-20, 4, 42, 3, LANTERN)
        it.card(18, -8, 9, 16, 3, INK)
        it.disc(24, 0, 6, INK)
        it.disc(24.6, 0, 4, "#1E6A72")
        it.disc(25.6, -1.4, 1.4, "#BFF4DC")
        it.disc(-14, -2, 1.6, "#43D98C")
    it.glow(148, 30, 34, NIGHT, 0.5)
    it.card(118, 8, 60, 42, 4, INK)
    it.card(121, 11, 54, 36, 2, "#103F3A")
    for k in range(6):
        x, y = 127 + k * 8.6, 32 + (k * 7) % 12 - 4
        it.disc(x, y, 2.7, tones[k])
        it.ring(x, y, 3.9, 3.9, mix(tones[k], PAPER, 0.5), 0.4)
    it.card(124, 14, 20, 2.4, 1.2, MINT)
    with it.placed(166, 17.6):
        it.curve(way("-5 0 0 -3.6 5 0 0 3.6 -5 0"), PAPER, 0.7)
        it.line(way("-4 4 4 -4"), "#E4483A", 1)
    it.card(124, 41, 30, 2, 1, JADE)
    return it


def true_seal() -> Picture:
    """A red and golden seal shines on its notice; the grey copy is struck out."""
    it = Picture(95, "#F3E3BF", "#DDBF85")
    drum(it, 70, 52, 44, "#E3CB94")
    it.glow(70, 50, 80, PAPER, 0.7)
    it.glow(142, 64, 40, NIGHT, 0.35)
    with it.placed(146, 60, 1, turn=7):
        it.veil(way("-22 -34 28 -34 28 40 -22 40"), NIGHT, 0.25)
        it.shape(way("-25 -37 25 -37 25 37 -25 37"), "#CFCFC8", "#AEB0AA")
        it.card(-18, -30, 30, 3.6, 1.8, "#7F827C")
        rows(it, -18, -22, 36, 6, gap=5, thick=2, colour="#94978F")
        it.disc(8, 22, 12, "#9A9D96")
        it.ring(8, 22, 12, 12, "#7A7D76", 1.2)
        it.ring(8, 22, 9, 9, "#7A7D76", 0.6)
        it.shape(star(8, 22, 6), "#7A7D76")
        it.limb(way("-6 8 22 36"), "#E4483A", 3)
        it.limb(way("22 8 -6 36"), "#E4483A", 3)
    with it.placed(66, 54, 1, turn=-4):
        it.veil(way("-30 -44 38 -44 38 50 -30 50"), NIGHT, 0.3)
        it.shape(way("-34 -48 34 -48 34 46 -34 46"), "#FFFDF6", "#F6EBCF")
        for inset, width in ((2.4, 0.9), (4.2, 0.35)):
            it.line(
                [
                    (-34 + inset, -48 + inset),
                    (34 - inset, -48 + inset),
                    (34 - inset, 46 - inset),
                    (-34 + inset, 46 - inset),
                    (-34 + inset, -48 + inset),
                ],
                LANTERN,
                width,
            )
        it.card(-18, -40, 36, 4, 2, BRICK)
        it.card(-12, -33, 24, 2.4, 1.2, PINE)
        rows(it, -26, -25, 52, 6, gap=5, thick=2, colour=SAGE)
    it.shape(way("56 84 66 80 62 108 54 102 48 106"), "#7A1820")
    it.shape(way("76 82 88 82 96 106 88 102 80 108"), BRICK)
    it.glow(74, 72, 36, LANTERN, 0.8)
    edge = star(74, 72, 24, points=20, inner=0.9)
    it.shape([(x + 0.8, y + 1.4) for x, y in edge], "#5E1119")
    it.shape(edge, "#D43A44", BRICK)
    it.disc(74, 72, 18.4, LANTERN)
    it.disc(74, 72, 17, BRICK)
    for k in range(28):
        x, y = around(74, 72, 14.4, 14.4, k * 360 / 28, k * 360 / 28)[0]
        it.disc(x, y, 0.7, HONEY)
    it.ring(74, 72, 12, 12, HONEY, 0.6)
    it.shape(star(74, 72.6, 9.6), HONEY)
    it.arc(74, 72, 21, 200, 260, "#F08A8A", 1.2)
    for x, y, r in ((102, 50, 3.4), (48, 54, 2.6), (104, 88, 2.4)):
        it.shape(star(x, y, r, points=4, inner=0.22), PAPER)
    tick(it, 98, 26, 9)
    return it


def data_cupboard() -> Picture:
    """A wooden cupboard with many drawers and keys; one drawer is half open."""
    it = Picture(96, "#2C7A62", "#155040")
    for k in range(12):
        for n in range(9):
            x, y = 8.0 + k * 16 + (n % 2) * 8, 4.0 + n * 11
            it.ring(x, y, 2.6, 2.6, "#347F69", 0.3)
            it.disc(x, y, 0.8, "#347F69")
    it.box(0, 92, WIDE, 16, "#8A5A32", "#4B2E1E")
    it.box(0, 91, WIDE, 2, "#B57B45")
    it.glow(92, 40, 84, HONEY, 0.5)
    it.glow(92, 98, 76, NIGHT, 0.75, 6)
    it.card(28, 8, 128, 8, 2, "#A8702E")
    it.box(32, 14, 120, 84, "#9A6430", "#6E4420")
    for x in (36, 142):
        it.box(x, 96, 6, 8, "#4B2E1E")
    for row in range(4):
        for column in range(5):
            x, y = 35 + column * 23.2, 18 + row * 19.6
            if (row, column) == (1, 1):
                continue
            it.card(x, y, 21.4, 17.4, 1.4, "#5B3818")
            it.box(
                x + 0.8,
                y + 0.6,
                19.8,
                15.4,
                mix("#D9A35C", (BRICK, LANTERN, JADE, SAND)[(row * 3 + column) % 4], 0.16),
                "#B57B3E",
            )
            it.line([(x + 2, y + 13.6), (x + 19.4, y + 13.6)], "#A8702E", 0.3)
            it.card(x + 5, y + 2.4, 11.4, 4.4, 0.8, PAPER)
            it.card(x + 6.4, y + 4, 6 + (row + column) % 3, 1.1, 0.5, PINE)
            it.disc(x + 10.7, y + 10.6, 2.1, "#E2B54A")
            it.disc(x + 10.7, y + 10.2, 0.7, INK)
            it.box(x + 10.4, y + 10.2, 0.6, 1.8, INK)
            if (row * 5 + column) % 4 == 0:
                key(it, x + 11, y + 11, 9, -90, HONEY)
    x, y = 35 + 23.2, 18 + 19.6
    it.box(x, y, 21.4, 17.4, "#2A1808")
    it.glow(x + 10.7, y + 6, 22, HONEY, 0.9)
    for k, tone in enumerate((PAPER, MINT, "#F3D9A0", PAPER)):
        it.card(x - 1 + k * 4.6, y - 9 + (k % 2) * 2.6, 11, 22, 1, tone)
        rows(it, x + 0.8 + k * 4.6, y - 6 + (k % 2) * 2.6, 7, 2, gap=2.6, thick=1, colour=SAGE)
    it.veil([(x - 3, y + 28), (x + 26, y + 28), (x + 23, y + 36), (x, y + 36)], NIGHT, 0.3)
    it.shape([(x, y + 12), (x + 21.4, y + 12), (x + 25, y + 15), (x - 3.6, y + 15)], "#7A4E22")
    it.box(x - 3.6, y + 14, 28.6, 19, "#E2B06A", "#C08540")
    it.card(x + 3, y + 17, 15.6, 5.4, 1, PAPER)
    it.card(x + 5, y + 19, 9, 1.4, 0.7, BRICK)
    it.disc(x + 10.7, y + 27.4, 2.6, "#E2B54A")
    it.disc(x + 10.7, y + 27, 0.9, INK)
    figure(it, 24, 106, 62, INDIGO, right=(0.28, -0.02), left=(-0.02, 0.32))
    it.curve(way("46 60 48 64 52 66"), HONEY, 0.6)
    key(it, 57, 66, 10, 8, HONEY)
    it.card(160, 80, 14, 14, 3, CLAY)
    for turn in (-140, -110, -90, -70, -40):
        with it.placed(167, 82, 1, turn=turn):
            it.blob(way("0 0 8 -2.6 17 0 8 2.6"), LEAF, PINE)
    lock(it, 168, 24, 14, LANTERN)
    return it


SCENES = {
    "p91": night_drill,
    "p92": sensor_locks,
    "p93": scam_guard,
    "p94": forgetting_camera,
    "p95": true_seal,
    "p96": data_cupboard,
}
