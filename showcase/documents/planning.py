"""Setting a floor plan on a page: floors, walls, booths with codes and names, signs, and where one is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import cos, pi
from typing import Any, Final

from showcase.documents.artwork.shapes import regular
from showcase.documents.colours import FOREST, INK, LANTERN, LEAF, WHITE
from showcase.documents.draft import Draft, Placer
from showcase.documents.fitting import Fit
from showcase.documents.page import Fill, Icon, Item, Shape, Stroke, Underlay
from showcase.documents.repeats import Setters
from showcase.documents.template import Box, PlanElement, TextElement
from showcase.documents.typesetting import Set
from showcase.documents.wording import prepare_wording

_FLOOR: Final = "#FFF8EC"
_SHADE: Final = "#B7D9C4"
_JADE: Final = "#9BD3B6"
_SPROUT: Final = "#63B98D"
_STRAW: Final = "#E3CFA2"
_STRAW_EDGE: Final = "#C9B27C"
_HERE: Final = {"vi": "Bạn ở đây", "en": "You are here", "fr": "Vous êtes ici"}
_BLOCKS: Final = frozenset({"booth", "service", "stage"})
_CODE_SHARE: Final = 0.42
"""Of the height of a booth that its code takes where a name stands below."""
_GORES: Final = (LANTERN, LANTERN, "#F6B417", "#FABF2C", "#FFC847")


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where metres of the sheet are on the page, the size of what does not grow with them, and what to leave free."""

    x: float
    y: float
    mm: float
    unit: float
    room: Box
    blocks: tuple[Box, ...] = ()

    def box(self, row: Mapping[str, Any]) -> Box:
        x, y, width, depth = row["box"]
        return self.x + x * self.mm, self.y + y * self.mm, width * self.mm, depth * self.mm

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.mm, self.y + y * self.mm


def prepare_plan(element: PlanElement, setters: Setters) -> Placer:
    """Return a function that sets a plan into the box of an element, as large as it fits."""
    setting = _Setting(element, setters)

    def place(draft: Draft) -> None:
        rows = draft.values.get(element.each, ())
        whole = next((row["box"] for row in rows if row["is"] == "sheet"), None)
        if whole is None:
            return
        x, y, width, height = element.box
        mm = min(width / whole[2], height / whole[3])
        at = x + (width - whole[2] * mm) / 2, y + (height - whole[3] * mm) / 2
        scale = _Scale(*at, mm, element.unit, element.box)
        scale = replace(scale, blocks=tuple(scale.box(row) for row in rows if row["is"] in _BLOCKS))
        for kind, set_row in _SETTERS.items():
            for row in rows:
                if row["is"] == kind:
                    draft.items += set_row(setting, row, scale)

    return place


class _Setting:
    """Sets one row after the other; texts that do not fit are left out, as the code or the shape says enough."""

    def __init__(self, element: PlanElement, setters: Setters) -> None:
        self._name = prepare_wording("{name}", "first", setters.languages)
        self._here = prepare_wording(_HERE, "both", setters.languages)({})
        self._code = setters.setter(_label(element.pt, 0.5 * element.pt, 1, 800))
        self._small = setters.setter(_label(element.pt * 0.56, element.least_pt, 3, 500))
        self._large = setters.setter(_label(element.pt * 0.75, element.least_pt, 3, 800))

    def floor(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set the floor of a hall over its shade."""
        x, y, width, height = scale.box(row)
        shift = 1.2 * scale.unit
        return [Fill(x + shift, y + shift, width, height, _SHADE), Fill(x, y, width, height, _FLOOR)]

    def underlay(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set the drawing that lies on the floor of a hall."""
        left, top, width, height = (length * scale.mm for length in row["lies"])
        lies, quarters = (left, top, width, height), row["quarters"]
        made = Underlay(*scale.box(row), lies, row["sha256"], row["mime"], _FLOOR, row["strength"], quarters)
        return [made]

    def edge(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set the hard edge below and to the right of a block."""
        x, y, width, height = scale.box(row)
        right, bottom, deep = x + width, y + height, 0.9 * scale.unit
        corner = (right + deep, bottom + deep)
        points = ((x, bottom), (x + deep, bottom + deep), corner, (right + deep, y + deep), (right, y))
        return [Shape(LEAF if row["of"] == "booth" else _STRAW_EDGE, points)]

    def booth(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set a booth: its code, and who has it where there is room."""
        x, y, width, height = scale.box(row)
        gap = 0.2 * scale.unit
        items: list[Item] = [Fill(x, y, width, height, _SPROUT)]
        items.append(Fill(x + gap, y + gap, width - 2 * gap, height - 2 * gap, _JADE))
        inner = (x + 1.5 * gap, y + 1.5 * gap, width - 3 * gap, height - 3 * gap)
        name = self._name(row)
        head = inner[3] * _CODE_SHARE
        below = (inner[0] + gap, inner[1] + head, inner[2] - 2 * gap, inner[3] - head - gap)
        said = _fitting(self._small(name, "", below, FOREST)) if name else []
        air = 0.06 * inner[2]
        box = (inner[0] + air, inner[1], inner[2] - 2 * air, head if said else inner[3])
        return [*items, *_fitting(self._code(row["code"], "", box, FOREST)), *said]

    def service(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set a counter or a room: its name, else its code."""
        return [Fill(*scale.box(row), _STRAW), *self._called(row, scale.box(row), INK)]

    def stage(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set a stage."""
        return [Fill(*scale.box(row), FOREST), *self._called(row, scale.box(row), WHITE)]

    def wall(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set a piece of a wall."""
        x1, y1, x2, y2 = row["line"]
        return [Stroke(FOREST, 0.7 * scale.unit, (scale.point(x1, y1), scale.point(x2, y2)))]

    def sign(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set the sign of a place."""
        x, y = scale.point(*row["at"])
        side = 4.2 * scale.unit
        ground = Fill(x - side / 2, y - side / 2, side, side, FOREST)
        return [ground, Icon(x - side * 0.36, y - side * 0.36, side * 0.72, row["icon"], WHITE)]

    def here(self, row: Mapping[str, Any], scale: _Scale) -> list[Item]:
        """Set the lantern where the plan hangs, and the words beside it, on the side with more room."""
        x, y = scale.point(*row["at"])
        radius = 3.2 * scale.unit
        items: list[Item] = [
            Shape(FOREST, regular(96, x, y, radius * 1.35)),
            Shape(WHITE, regular(96, x, y, radius * 1.15)),
        ]
        for place, ink in enumerate(_GORES):
            across = radius * cos(pi / 2 * place / len(_GORES))
            items.append(
                Shape(ink, tuple((x + (px - x) * across / radius, py) for px, py in regular(96, x, y, radius)))
            )
        return [*items, *self._said_here(x, y, radius, scale)]

    def _said_here(self, x: float, y: float, radius: float, scale: _Scale) -> list[Item]:
        """Set the words beside, below or above the lantern: where they cover the least."""
        high = 7.0 * scale.unit
        width = self._large(self._here, "", (0.0, 0.0, 80 * scale.unit, high), WHITE).width_mm + 3 * scale.unit
        away = radius * 1.7
        places = (
            (x + away, y - high / 2),
            (x - away - width, y - high / 2),
            (x - width / 2, y + away),
            (x - width / 2, y - away - high),
        )
        left, top = min(places, key=lambda place: _covered((*place, width, high), scale))
        box = (left, top, width, high)
        return [Fill(*box, FOREST), *_fitting(self._large(self._here, "", box, WHITE))]

    def _called(self, row: Mapping[str, Any], box: Box, ink: str) -> list[Item]:
        margin = 0.04 * min(box[2], box[3])
        inner = (box[0] + margin, box[1] + margin, box[2] - 2 * margin, box[3] - 2 * margin)
        name = self._name(row)
        return (_fitting(self._large(name, "", inner, ink)) if name else []) or _fitting(
            self._code(row["code"], "", inner, ink)
        )


def _covered(box: Box, scale: _Scale) -> float:
    """Return how much of what stands on the plan a box covers; beyond the room of the plan counts most."""
    outside = box[2] * box[3] - _shared(box, scale.room)
    return 10 * outside + sum(_shared(box, block) for block in scale.blocks)


def _shared(one: Box, other: Box) -> float:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(down, 0.0)


def _label(pt: float, least: float, lines: int, weight: int) -> TextElement:
    fit = Fit(lines=lines, min_pt=max(least, 4.0))
    return TextElement("plan", (0, 0, 0, 0), weight=weight, pt=pt, align="center", valign="middle", fit=fit)


def _fitting(made: Set) -> list[Item]:
    """Return the lines of a text that fits; a text that does not is left out."""
    return [] if any(notice.severity == "stop" for notice in made.notices) else list(made.lines)


_SETTERS: Final[Mapping[str, Callable[[_Setting, Mapping[str, Any], _Scale], list[Item]]]] = {
    "floor": _Setting.floor,
    "underlay": _Setting.underlay,
    "edge": _Setting.edge,
    "booth": _Setting.booth,
    "service": _Setting.service,
    "stage": _Setting.stage,
    "wall": _Setting.wall,
    "sign": _Setting.sign,
    "here": _Setting.here,
}
"""What a row is -> how it is set; what stands first here lies below."""
