"""The marks of the sample's organisations: one flat shape each, on a round ground."""

import math
from collections.abc import Callable, Iterator

from picture_kit import BRICK, FOREST, HONEY, INDIGO, INK, LANTERN, LEAF, MINT, PAPER, PINE, RIVER, Point, smooth, way
from PIL import Image, ImageDraw

_SIDE = 512
_FINER = 4
Pen = ImageDraw.ImageDraw
Mark = Callable[[Pen], None]


def _p(*points: tuple[float, float]) -> list[tuple[float, float]]:
    """Return points of a square of 100 in pixels of the large drawing."""
    return [(x * _SIDE * _FINER / 100, y * _SIDE * _FINER / 100) for x, y in points]


def _wide(width: float) -> int:
    return round(width * _SIDE * _FINER / 100)


def _river(pen: Pen) -> None:
    for step, colour in enumerate((PAPER, MINT, HONEY)):
        curve = [(16 + x, 36 + 14 * step + 6 * math.sin(x / 11)) for x in range(69)]
        pen.line(_p(*curve), colour, _wide(6), joint="curve")


def _harbour(pen: Pen) -> None:
    pen.polygon(_p((46, 18), (46, 60), (22, 60)), PAPER)
    pen.polygon(_p((51, 28), (51, 60), (74, 60)), HONEY)
    pen.polygon(_p((18, 65), (82, 65), (70, 80), (30, 80)), PAPER)


def _terraces(pen: Pen) -> None:
    for step, colour in enumerate((MINT, HONEY, PAPER)):
        r = 34 - 11 * step
        pen.pieslice(_p((50 - r, 68 - r), (50 + r, 68 + r)), 180, 360, colour)


def _gate(pen: Pen) -> None:
    pen.rectangle(_p((24, 26), (76, 35)), HONEY)
    for x in (28, 45.5, 63):
        pen.rectangle(_p((x, 40), (x + 9, 78)), PAPER)


def _open_book(pen: Pen) -> None:
    pen.polygon(_p((50, 36), (18, 26), (18, 68), (50, 78)), PAPER)
    pen.polygon(_p((50, 36), (82, 26), (82, 68), (50, 78)), MINT)
    pen.ellipse(_p((43, 14), (57, 28)), HONEY)


def _links(pen: Pen) -> None:
    around = [(50 + 28 * math.cos(k * math.pi / 3), 50 + 28 * math.sin(k * math.pi / 3)) for k in range(6)]
    pen.line(_p(*around, around[0]), MINT, _wide(3))
    for k, (x, y) in enumerate(around):
        pen.ellipse(_p((x - 8, y - 8), (x + 8, y + 8)), HONEY if k % 2 else PAPER)


def _flower(pen: Pen) -> None:
    for k in range(5):
        x, y = 50 + 19 * math.sin(k * 1.2566), 50 - 19 * math.cos(k * 1.2566)
        pen.ellipse(_p((x - 15, y - 15), (x + 15, y + 15)), PAPER)
    pen.ellipse(_p((40, 40), (60, 60)), LANTERN)


def _waves(pen: Pen) -> None:
    pen.ellipse(_p((42, 42), (58, 58)), HONEY)
    for r in (20, 31):
        for start in (-50, 130):
            pen.arc(_p((50 - r, 50 - r), (50 + r, 50 + r)), start, start + 100, PAPER, _wide(5))


def _sunrise(pen: Pen) -> None:
    pen.pieslice(_p((28, 36), (72, 80)), 180, 360, PAPER)
    for k in range(7):
        turn = math.pi * k / 6
        inner, outer = ((50 + r * math.cos(turn), 58 - r * math.sin(turn)) for r in (27, 37))
        pen.line(_p(inner, outer), PAPER, _wide(4))
    pen.rectangle(_p((20, 63), (80, 68)), PAPER)


def _prism(pen: Pen) -> None:
    pen.polygon(_p((50, 18), (80, 34), (50, 50), (20, 34)), PAPER)
    pen.polygon(_p((20, 39), (47, 54), (47, 82), (20, 67)), MINT)
    pen.polygon(_p((80, 39), (53, 54), (53, 82), (80, 67)), HONEY)


def _dial(pen: Pen) -> None:
    pen.ellipse(_p((20, 20), (80, 80)), None, PAPER, _wide(6))
    pen.line(_p((50, 50), (50, 28)), HONEY, _wide(6))
    pen.line(_p((50, 50), (66, 60)), PAPER, _wide(6))


def _pulse(pen: Pen) -> None:
    beat = ((16, 54), (34, 54), (42, 34), (53, 74), (61, 46), (66, 54), (84, 54))
    pen.line(_p(*beat), PAPER, _wide(6), joint="curve")
    pen.ellipse(_p((70, 20), (82, 32)), HONEY)


def _ring(pen: Pen, r: float, colour: str, width: float, *, x: float = 50, y: float = 50) -> None:
    pen.ellipse(_p((x - r, y - r), (x + r, y + r)), None, colour, _wide(width))


def _dot(pen: Pen, x: float, y: float, r: float, colour: str) -> None:
    pen.ellipse(_p((x - r, y - r), (x + r, y + r)), colour)


def _star(x: float, y: float, outer: float, inner: float, points: int) -> list[Point]:
    reach = [(inner if k % 2 else outer, k * math.pi / points) for k in range(2 * points)]
    return [(x + r * math.sin(turn), y - r * math.cos(turn)) for r, turn in reach]


def _leaf(pen: Pen, x: float, y: float, long: float, turn: float, colour: str, *, wide: float = 0.34) -> None:
    upper, lower = (smooth(way(f"0 0 0.3 {side * wide} 0.7 {side * wide * 0.8} 1 0")) for side in (-1, 1))
    cos, sin = long * math.cos(math.radians(turn)), long * math.sin(math.radians(turn))
    pen.polygon(_p(*((x + a * cos - b * sin, y + a * sin + b * cos) for a, b in [*upper, *reversed(lower)])), colour)


def _curve(pen: Pen, text: str, colour: str, width: float) -> None:
    points = smooth(way(text))
    pen.line(_p(*points), colour, _wide(width), joint="curve")
    for x, y in (points[0], points[-1]):
        _dot(pen, x, y, width / 2, colour)


def _gate_tower(pen: Pen) -> None:
    pen.polygon(_p(*way("22 34 34 30 50 18 66 30 78 34 74 38 26 38")), HONEY)
    for x in (30, 46, 62):
        pen.rectangle(_p((x, 41), (x + 8, 58)), PAPER)
    pen.rectangle(_p((26, 58), (74, 63)), PAPER)
    _curve(pen, "18 76 34 70 50 76 66 82 82 75", MINT, 5)


def _waves_and_ear(pen: Pen) -> None:
    for k, colour in enumerate((PAPER, MINT, PAPER)):
        y = 56 + k * 10
        _curve(pen, f"18 {y} 34 {y - 5} 50 {y} 66 {y + 5} 82 {y}", colour, 4.4)
    _curve(pen, "50 50 51 38 58 22", HONEY, 3)
    for x, up, turn in ((51, 42, -150), (53, 36, -10), (53, 33, -145), (56, 27, -5), (58, 24, -95), (55, 28, -140)):
        _leaf(pen, x, up, 12, turn, HONEY)


def _ridges(pen: Pen) -> None:
    pen.polygon(_p(*way("14 74 40 26 66 74")), MINT)
    pen.polygon(_p(*way("36 74 62 38 88 74")), PAPER)
    pen.polygon(_p(*way("40 26 47 39 40 44 33 39")), HONEY)
    for x, r in ((58, 6), (67, 8), (77, 6)):
        _dot(pen, x, 26, r, HONEY)
    pen.rounded_rectangle(_p((52, 24), (83, 32)), _wide(4), HONEY)


def _dune(pen: Pen) -> None:
    pen.polygon(_p(*smooth(way("14 76 30 60 48 54 64 60 88 76"))), HONEY)
    pen.polygon(_p(*smooth(way("48 54 56 62 58 76 14 76"))), LANTERN)
    pen.polygon(_p((56, 18), (56, 52), (36, 52)), PAPER)
    pen.polygon(_p((60, 26), (60, 52), (74, 52)), MINT)


def _tunnels(pen: Pen) -> None:
    _ring(pen, 37, HONEY, 5)
    for x in (39, 61):
        for r, colour in ((11, PAPER), (5.6, INDIGO)):
            pen.pieslice(_p((x - r, 46 - r), (x + r, 46 + r)), 180, 360, colour)
            pen.rectangle(_p((x - r, 46), (x + r, 62)), colour)
    pen.rectangle(_p((24, 63), (76, 68)), MINT)


def _lighthouse(pen: Pen) -> None:
    pen.polygon(_p(*way("43 34 57 34 62 78 38 78")), PAPER)
    for y in (44, 60):
        pen.rectangle(_p((40, y), (60, y + 7)), BRICK)
    pen.rectangle(_p((44, 25), (56, 34)), HONEY)
    pen.polygon(_p((41, 25), (50, 17), (59, 25)), PAPER)
    for r in (18, 27):
        for start in (-32, 148):
            pen.arc(_p((50 - r, 30 - r), (50 + r, 30 + r)), start, start + 64, HONEY, _wide(4))


def _book_beat(pen: Pen) -> None:
    pen.polygon(_p(*way("50 44 18 36 18 70 50 78")), PAPER)
    pen.polygon(_p(*way("50 44 82 36 82 70 50 78")), MINT)
    beat = way("14 28 34 28 40 18 48 38 54 24 58 28 86 28")
    pen.line(_p(*beat), HONEY, _wide(4.4), joint="curve")


def _city_leaf(pen: Pen) -> None:
    for x, top, wide in ((22, 54, 14), (64, 50, 14), (38, 62, 24)):
        pen.rectangle(_p((x, top), (x + wide, 80)), PAPER if x != 38 else MINT)
    pen.line(_p((50, 64), (50, 34)), HONEY, _wide(4))
    _leaf(pen, 50, 48, 30, -50, HONEY)
    _leaf(pen, 50, 54, 27, -132, LANTERN)


def _hexagon(pen: Pen) -> None:
    turns = [k * math.pi / 3 + math.pi / 6 for k in range(6)]
    around = [(50 + 34 * math.cos(turn), 50 + 34 * math.sin(turn)) for turn in turns]
    pen.line(_p(*around, around[0], around[1]), PAPER, _wide(5), joint="curve")
    _curve(pen, "50 70 51 58 50 48", MINT, 4.6)
    _leaf(pen, 50, 52, 21, -36, MINT, wide=0.4)
    _leaf(pen, 50, 52, 21, -144, HONEY, wide=0.4)


def _awning(pen: Pen) -> None:
    for k in range(5):
        colour = PAPER if k % 2 == 0 else HONEY
        left, low = 25 + k * 10, 18 + k * 12.8
        pen.polygon(_p((left, 28), (left + 10, 28), (low + 12.8, 50), (low, 50)), colour)
        pen.pieslice(_p((low, 44), (low + 12.8, 57)), 0, 180, colour)
    for x in (23, 73):
        pen.rectangle(_p((x, 58), (x + 4, 78)), PAPER)
    pen.rectangle(_p((18, 70), (82, 75)), MINT)


def _lungs(pen: Pen) -> None:
    pen.line(_p((50, 20), (50, 44)), PAPER, _wide(5))
    for side, colour in ((-1, MINT), (1, PAPER)):
        outer = [(50 + side * x, y) for x, y in way("5 44 16 34 30 42 34 62 28 76 14 72 5 62")]
        pen.polygon(_p(*smooth(outer, closed=True)), colour)
        vein = [(50 + side * x, y) for x, y in way("5 50 15 56 24 66")]
        pen.line(_p(*vein), FOREST, _wide(2.4), joint="curve")


def _grain(pen: Pen) -> None:
    for row in range(5):
        for column in range(5):
            found = (row, column) == (1, 3)
            _dot(pen, 22 + column * 14, 22 + row * 14, 7.4 if found else 3.6, LANTERN if found else "#8FA0D8")


def _bee(pen: Pen) -> None:
    for x in (30, 70):
        _ring(pen, 13, PAPER, 5, x=x, y=64)
    pen.rounded_rectangle(_p((28, 38), (72, 58)), _wide(10), INK)
    for x in (38, 50, 62):
        pen.rectangle(_p((x - 3, 38), (x + 2, 58)), HONEY)
    _leaf(pen, 50, 40, 22, -64, PAPER, wide=0.4)
    _leaf(pen, 46, 40, 20, -112, MINT, wide=0.4)


def _full_circle(pen: Pen) -> None:
    pen.arc(_p((20, 20), (80, 80)), -30, 265, PAPER, _wide(9))
    _leaf(pen, 78, 38, 34, -152, HONEY, wide=0.36)
    _dot(pen, 50, 50, 9, MINT)


def _bronze(pen: Pen) -> None:
    pen.polygon(_p(*way("50 14 80 24 80 50 70 70 50 86 30 70 20 50 20 24")), "#C98A3A")
    pen.polygon(_p(*way("50 20 75 29 75 49 66 66 50 79 34 66 25 49 25 29")), "#3A241C")
    rays = _star(50, 46, 17, 7, 12)
    pen.polygon(_p(*rays), HONEY)
    _dot(pen, 50, 46, 4, BRICK)


def _bamboo(pen: Pen) -> None:
    pen.line(_p(*way("18 46 50 18 82 46")), HONEY, _wide(6), joint="curve")
    for x, top in ((32, 46), (50, 32), (68, 46)):
        pen.rounded_rectangle(_p((x - 4.4, top), (x + 4.4, 80)), _wide(2), MINT)
        for y in range(top + 10, 78, 12):
            pen.rectangle(_p((x - 5.6, y), (x + 5.6, y + 2.2)), PINE)


def _coin(pen: Pen) -> None:
    _dot(pen, 50, 60, 22, HONEY)
    _ring(pen, 17, LANTERN, 3, y=60)
    _curve(pen, "50 62 51 46 50 34", LEAF, 4.4)
    _leaf(pen, 50, 38, 22, -38, PAPER, wide=0.4)
    _leaf(pen, 50, 38, 20, -142, MINT, wide=0.4)


def _anchor(pen: Pen) -> None:
    _ring(pen, 7.4, PAPER, 4.4, y=24)
    pen.line(_p((50, 31), (50, 78)), PAPER, _wide(5.4))
    pen.line(_p((36, 40), (64, 40)), PAPER, _wide(5))
    pen.arc(_p((24, 34), (76, 80)), 15, 165, PAPER, _wide(5.4))
    for k in range(5):
        _leaf(pen, 72, 28, 12, 72 * k - 90, "#F3B7C0", wide=0.5)
    _dot(pen, 72, 28, 2.6, LANTERN)


def _pinwheel(pen: Pen) -> None:
    for k, colour in enumerate((PAPER, HONEY, MINT, LANTERN)):
        turn = k * math.pi / 2
        cos, sin = math.cos(turn), math.sin(turn)
        blade = [(50 + a * cos - b * sin, 50 + a * sin + b * cos) for a, b in way("0 0 0 -34 26 -26 18 -10")]
        pen.polygon(_p(*blade), colour)
    _dot(pen, 50, 50, 5, INK)


def _dawn(pen: Pen) -> None:
    pen.pieslice(_p((26, 26), (74, 74)), 180, 360, HONEY)
    for k in range(5):
        turn = math.pi * (k + 0.5) / 5
        inner, outer = ((50 + r * math.cos(turn), 50 - r * math.sin(turn)) for r in (29, 36))
        pen.line(_p(inner, outer), HONEY, _wide(4))
    for y in (58, 69):
        _curve(pen, f"16 {y} 34 {y - 3} 50 {y + 4} 66 {y - 3} 84 {y}", PAPER, 5)


def _star_roofs(pen: Pen) -> None:
    for x, y, colour in ((32, 54, MINT), (68, 54, MINT), (50, 62, PAPER)):
        pen.polygon(_p((x - 19, y + 13), (x, y - 6), (x + 19, y + 13)), colour)
        pen.rectangle(_p((x - 12, y + 13), (x + 12, 82)), colour)
    corners = _star(50, 29, 13, 5.2, 5)
    pen.polygon(_p(*corners), HONEY)


def _strait(pen: Pen) -> None:
    pen.polygon(_p(*smooth(way("47 16 30 42 24 58 32 76 47 82 40 62 42 44"), closed=True)), PAPER)
    pen.polygon(_p(*smooth(way("53 16 70 42 76 58 68 76 53 82 60 62 58 44"), closed=True)), MINT)


def _gable(pen: Pen) -> None:
    for k, colour in enumerate((PAPER, HONEY, PAPER)):
        half, top = 32 - k * 9, 20 + k * 10
        eaves = top + half * 0.92
        pen.line(_p((50 - half, eaves), (50, top), (50 + half, eaves)), colour, _wide(5), joint="curve")
    _leaf(pen, 50, 22, 12, -90, HONEY)
    for y, start, end in ((64, 18, 82), (74, 26, 74)):
        _curve(pen, f"{start} {y} 38 {y - 3} 62 {y + 3} {end} {y}", MINT, 4.4)


def _orchid(pen: Pen) -> None:
    for turn, colour in ((-90, PAPER), (-18, PAPER), (198, PAPER), (48, "#F3B7C0"), (132, "#F3B7C0")):
        _leaf(pen, 50, 42, 27, turn, colour, wide=0.42)
    _dot(pen, 50, 44, 6.4, LANTERN)
    _curve(pen, "16 78 34 72 50 78 66 84 84 77", MINT, 5)


def _angkot(pen: Pen) -> None:
    pen.rounded_rectangle(_p((22, 24), (78, 72)), _wide(17), PAPER)
    pen.rounded_rectangle(_p((29, 32), (71, 51)), _wide(8), "#1F5A7A")
    pen.line(_p((50, 32), (50, 51)), PAPER, _wide(3))
    for x in (32, 68):
        _dot(pen, x, 61, 5, LANTERN)
        pen.rounded_rectangle(_p((x - 6, 70), (x + 6, 80)), _wide(3), INK)
    pen.rounded_rectangle(_p((43, 58), (57, 64)), _wide(3), BRICK)


def _roots(pen: Pen) -> None:
    for x, r in ((34, 13), (66, 13), (50, 17)):
        _dot(pen, x, 32, r, MINT)
    for side in (-1, 1):
        for reach in (8, 20, 32):
            text = f"50 46 {50 + side * reach * 0.7} 56 {50 + side * reach} 78"
            _curve(pen, text, PAPER, 4)
    _curve(pen, "20 84 40 80 60 84 80 80", HONEY, 3.4)


def _carried(pen: Pen) -> None:
    pen.polygon(_p((20, 44), (50, 18), (80, 44)), HONEY)
    pen.rectangle(_p((28, 44), (72, 62)), PAPER)
    pen.rectangle(_p((44, 48), (56, 62)), BRICK)
    pen.rectangle(_p((18, 62), (82, 66)), HONEY)
    for x in (24, 41, 59, 76):
        pen.line(_p((x, 66), (x + 3, 76), (x - 1, 84)), PAPER, _wide(4.6), joint="curve")


def _gum_leaf(pen: Pen) -> None:
    pen.polygon(_p(*smooth(way("74 16 80 40 66 66 36 84 26 82 24 66 36 36 56 20"), closed=True)), MINT)
    pen.polygon(_p(*way("57 26 38 54 49 54 42 76 63 46 52 46")), LANTERN)


def _banksia(pen: Pen) -> None:
    for row in range(8):
        half = 17 * math.sin(math.pi * (row + 1.4) / 9.6)
        for place in (-3, -2, -1, 0, 1, 2, 3):
            x, y = 50 + half * place / 3, 66 - row * 5.4
            colour = LANTERN if (row + place) % 2 else HONEY
            pen.line(_p((x, y), (x + place * 0.9, y - 5.4)), colour, _wide(3))
    for turn in (20, 60, 120, 160):
        _leaf(pen, 50, 68, 25, turn, MINT, wide=0.2)
    pen.line(_p((50, 66), (50, 84)), PAPER, _wide(4))


def _threshold(pen: Pen) -> None:
    pen.rectangle(_p((28, 20), (72, 72)), PAPER)
    pen.rectangle(_p((36, 28), (64, 72)), BRICK)
    pen.polygon(_p(*way("36 28 54 34 54 78 36 72")), HONEY)
    _dot(pen, 49.6, 54, 2.2, BRICK)
    pen.rectangle(_p((16, 72), (84, 77)), HONEY)
    pen.rectangle(_p((16, 80), (84, 82)), PAPER)


def _kowhai(pen: Pen) -> None:
    _curve(pen, "22 26 44 18 66 22 82 32", MINT, 4)
    for k, (x, y) in enumerate(((32, 24), (50, 21), (68, 25))):
        _leaf(pen, x, y, 15, -70 + k * 20, MINT, wide=0.4)
    for turn, long, colour in ((112, 46, LANTERN), (90, 54, HONEY), (68, 46, LANTERN)):
        _leaf(pen, 50, 26, long, turn, colour, wide=0.24)
    _curve(pen, "50 74 50 80 49 86", PAPER, 2.4)


def _atoll(pen: Pen) -> None:
    pen.arc(_p((18, 18), (82, 82)), 20, 330, HONEY, _wide(8))
    pen.arc(_p((28, 28), (72, 72)), 40, 310, MINT, _wide(3.4))
    pen.polygon(_p(*smooth(way("36 50 46 41 58 43 64 50 58 57 46 59"), closed=True)), PAPER)
    pen.polygon(_p((40, 50), (29, 42), (31, 50), (29, 58)), PAPER)
    _dot(pen, 57, 48, 1.8, INK)


_MARKS: tuple[tuple[str, Mark], ...] = (
    (PINE, _river), (INDIGO, _harbour), (LEAF, _terraces), (BRICK, _gate), (FOREST, _open_book), ("#5B3A73", _links),
    ("#B4486A", _flower), ("#1F5A7A", _waves), ("#D98200", _sunrise), ("#176B6B", _prism), (INK, _dial),
    (RIVER, _pulse), ("#7A1820", _gate_tower), ("#176B6B", _waves_and_ear), (PINE, _ridges), ("#2F7CA8", _dune),
    (INDIGO, _tunnels), ("#14406A", _lighthouse), ("#A83A4A", _book_beat), (LEAF, _city_leaf), ("#0F5A40", _hexagon),
    (BRICK, _awning), (LEAF, _lungs), ("#22306E", _grain), ("#D98200", _bee), ("#14573F", _full_circle),
    ("#5E1119", _bronze), ("#6E7F2A", _bamboo), ("#0B3D2E", _coin), ("#24407E", _anchor), ("#C2453A", _pinwheel),
    ("#3A3F8E", _dawn), ("#4B3A73", _star_roofs), ("#1F7CA0", _strait), ("#8A4A1E", _gable), ("#7A3A78", _orchid),
    ("#2A8A5E", _angkot), ("#1B5C8E", _roots), ("#1F6F6A", _carried), ("#2B4A3A", _gum_leaf), ("#5B2A1E", _banksia),
    ("#4A5A64", _threshold), ("#1D5A46", _kowhai), ("#0F5A73", _atoll),
)  # fmt: skip


def draw_all() -> Iterator[tuple[str, Image.Image]]:
    """Give the ref of each organisation and its logo, transparent around the ground."""
    for number, (ground, mark) in enumerate(_MARKS, start=1):
        image = Image.new("RGBA", (_SIDE * _FINER, _SIDE * _FINER))
        pen = ImageDraw.Draw(image)
        pen.rounded_rectangle(_p((2, 2), (98, 98)), _wide(24), fill=ground)
        mark(pen)
        yield f"o{number:02}", image.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).quantize(64)
