"""Laying out: a template and the values of one item become a page with every position settled.

A template is prepared once for its languages: each element becomes a function that adds its items to the page. What
was fitted before is taken from a cache.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Literal, cast

from showcase.documents import template as t
from showcase.documents.artwork import VECTOR, draw, moved
from showcase.documents.colours import resolve, style_of
from showcase.documents.draft import Draft, Placer
from showcase.documents.items import PrintItem
from showcase.documents.linking import prepare_links
from showcase.documents.measure import Measure
from showcase.documents.page import Artwork, Fill, Icon, Item, Notice, Page, Picture, Symbol
from showcase.documents.planning import prepare_plan
from showcase.documents.repeats import Setters, is_refused, prepare_columns, prepare_flow
from showcase.documents.rows import prepare_rows
from showcase.documents.symbols import QUIET_MODULES, symbol_modules, symbol_version
from showcase.documents.turning import placed, turned
from showcase.documents.typesetting import Set, set_with_tail
from showcase.documents.wording import prepare_show, prepare_wording

_MODULES_AWAY: Final = 375
"""A module is read from as far as this many times its size (looks, section 4)."""
_PLATE_EDGE: Final = 0.06
"""Share of a plate's height that its text keeps free above and below."""


def lay_out(template: t.Template, item: PrintItem, measure: Measure, languages: Sequence[str], dpi: int = 0) -> Page:
    """Return the page of one item: text fitted, symbols sized, and what there is to say about it.

    Args:
        template: the design; it must be of the item's kind.
        item: what is printed.
        measure: the font engine.
        languages: what is printed, most important first; a template shows at most two on a page.
        dpi: of a label printer: the modules of symbols are whole dots of it; 0 for all others.
    """
    assert template.kind == item.kind, f"{template.id} is no design for a {item.kind}"
    front, back = _prepared(template, measure, tuple(languages), dpi)
    values = {**item.values, **item.aside} if item.aside else item.values
    style = style_of(str(item.values.get("role", "")))
    draft, behind = Draft(values, style), Draft(values, style)
    for place in front:
        place(draft)
    for place in back:
        place(behind)
    size = template.width_mm, template.height_mm, template.bleed_mm
    return Page(
        item.subject,
        item.title,
        *size,
        tuple(draft.items),
        (*item.notices, *draft.notices, *behind.notices),
        Page(item.subject, item.title, *size, tuple(behind.items)) if back else None,
    )


@lru_cache(maxsize=32)
def _prepared(
    template: t.Template, measure: Measure, languages: tuple[str, ...], dpi: int
) -> tuple[list[Placer], list[Placer]]:
    """Return what places the elements of the front, and those of the back."""
    front, back = (_Preparing(measure, languages, template, dpi) for _ in range(2))
    return front.elements(template.elements), back.elements(template.back)


def _leaders(elements: Sequence[t.Element]) -> Iterator[str]:
    """Give the names of the elements to whose right others stand."""
    for element in elements:
        yield element.after
        if isinstance(element, t.FaceElement):
            yield from _leaders(element.elements)


class _Preparing:
    """Turns elements into functions, for one font engine, one choice of languages, and a distance of reading."""

    def __init__(self, measure: Measure, languages: tuple[str, ...], template: t.Template, dpi: int) -> None:
        self.template = template
        self.dpi = dpi
        self.module_mm = template.reading_m * 1000 / _MODULES_AWAY
        self.dot_mm = 25.4 / dpi if dpi else 0.0
        self.leaders = frozenset(_leaders((*template.elements, *template.back)))
        self.linked: Mapping[str, Callable[[Draft], float]] = {}
        self.setters = Setters(measure, languages)
        self.measure = measure
        self.languages = languages

    def elements(self, elements: Sequence[t.Element]) -> list[Placer]:
        """Return the functions that place the elements of one side or face."""
        self.linked = prepare_links(elements, self.setters)
        return [self.element(element) for element in elements]

    def element(self, element: t.Element) -> Placer:
        """Return the function that places an element, with its condition."""
        place = _MAKERS[type(element)](self, element)
        shown = prepare_show(element.show)
        if shown is None:
            return place

        def place_when_shown(draft: Draft) -> None:
            if shown(draft.values):
                place(draft)

        return place_when_shown

    def text(self, element: t.TextElement) -> Placer:
        """Place a text; when it stands right of a plate, its box begins there."""
        words, short = self.setters.words(element)
        set_text, at_size = self.setters.setter(element), self.setters.sizer(element)
        linked = self.linked.get(element.link)
        tail = element.tail and prepare_wording(element.tail.text, element.tail.language, self.languages)
        x, y, width, height = element.box
        leads = element.id in self.leaders

        def place(draft: Draft) -> None:
            text = words(draft.values)
            if not text:
                if element.required:
                    draft.notices.append(Notice("stop", "documents.value_missing", {}, element.id))
                return
            box = element.box
            if element.after in draft.right_mm:
                left = draft.right_mm[element.after] + element.gap
                box = (left, y, max(x + width - left, 0.0), height)
            colour = resolve(element.colour, draft.style)
            if tail:
                made = set_with_tail(element, (text, tail(draft.values)), box, colour, self.measure)
            else:
                made = set_text(text, short(draft.values), box, colour)
            if linked and (size := linked(draft)) < made.pt:
                made = at_size(size)(text, short(draft.values), box, colour)
            if element.optional and is_refused(made):
                draft.notices += _left_out(element, text)
                return
            if leads:
                draft.right_mm[element.id] = max((line.x_mm + line.width_mm for line in made.lines), default=x)
            _add(draft, made)

        return place

    def plate(self, element: t.PlateElement) -> Placer:
        """Place a plate as wide as its text asks for, then the text."""
        label = element.label
        assert label is not None
        words, short = self.setters.words(label)
        set_text = self.setters.setter(label)
        x, y, least, height = element.box
        inset = element.inset or 0.0
        room = (element.max_width or 1000.0) - element.pad
        top, inner = y + height * _PLATE_EDGE, height * (1 - 2 * _PLATE_EDGE)

        def place(draft: Draft) -> None:
            text = words(draft.values)
            if not text:
                return
            colour = resolve(label.colour, draft.style)
            made = set_text(text, short(draft.values), (0.0, top, room, inner), colour)
            if is_refused(made):
                draft.notices += _left_out(label, text) if label.optional else made.notices
                return
            width = max(least, made.width_mm + element.pad)
            left = x + inset if element.inset is not None else x + (width - made.width_mm) / 2
            made = set_text(text, short(draft.values), (left, top, made.width_mm, inner), colour)
            draft.items.append(Fill(x, y, width, height, resolve(element.colour, draft.style), element.radius))
            draft.right_mm[element.id] = x + width
            _add(draft, made)

        return place

    def fill(self, element: t.FillElement) -> Placer:
        """Place a rectangle; one object for each colour it can have."""
        fills: dict[tuple[t.Box, str], Fill] = {}

        def place(draft: Draft) -> None:
            key = _moved(element, draft), resolve(element.colour, draft.style)
            if key not in fills:
                fills[key] = Fill(*key[0], key[1], element.radius)
            draft.items.append(fills[key])

        return place

    def artwork(self, element: t.ArtworkElement) -> Placer:
        """Place artwork; the same objects for the same name and variant."""
        name = prepare_wording(element.name, "first", self.languages)
        variant = prepare_wording(element.variant, "first", self.languages)
        drawn: dict[tuple[t.Box, str, str], tuple[Item, ...]] = {}

        def place(draft: Draft) -> None:
            box, values = _moved(element, draft), draft.values
            key = box, name(values), resolve(element.colour, draft.style) if element.colour else variant(values)
            if key not in drawn:
                drawn[key] = _outlines(*key) if key[1] in VECTOR else (Artwork(*box, *key[1:]),)
            draft.items += drawn[key]

        return place

    def symbol(self, element: t.SymbolElement) -> Placer:
        """Place a QR symbol whose modules fill the box with their quiet zone."""
        words = prepare_wording(element.text, "first", self.languages)
        x, y, size, _ = element.box
        level = cast("Literal['L', 'M', 'Q', 'H']", element.level)
        absent = "documents.badge_missing" if element.purpose == "badge" else "documents.value_missing"

        def place(draft: Draft) -> None:
            text = words(draft.values)
            version = symbol_version(text, level, element.version)
            if not text or not version:
                draft.notices.append(Notice("stop", "documents.symbol_too_long" if text else absent, {}, element.id))
                return
            modules = symbol_modules(version) + 2 * QUIET_MODULES
            module = round(size / modules, 4)
            left, top = x, y
            if self.dot_mm:
                module = max(1, int(module / self.dot_mm + 1e-6)) * self.dot_mm
                left, top = (
                    round((edge + (size - module * modules) / 2) / self.dot_mm) * self.dot_mm for edge in (x, y)
                )
            if module < self.module_mm:
                params: dict[str, object] = {"module": round(module, 2), "least": round(self.module_mm, 2)}
                draft.notices.append(Notice("look", "documents.symbol_fine", params, element.id))
            draft.items.append(Symbol(left, top, module, text, level, version, element.purpose))

        return place

    def picture(self, element: t.PictureElement) -> Placer:
        """Place a stored picture around its focal point."""
        mode = cast("Literal['cover', 'contain']", element.mode)

        def place(draft: Draft) -> None:
            picture = draft.values.get(element.picture)
            if picture:
                focus = draft.values.get(element.focus) or (0.5, 0.5)
                draft.items.append(Picture(*element.box, str(picture), mode, (focus[0], focus[1])))

        return place

    def icon(self, element: t.IconElement) -> Placer:
        """Place a line icon."""
        name = prepare_wording(element.name, "first", self.languages)

        def place(draft: Draft) -> None:
            x, y, size, _ = _moved(element, draft)
            draft.items.append(Icon(x, y, size, name(draft.values), resolve(element.colour, draft.style)))

        return place

    def flow(self, element: t.FlowElement) -> Placer:
        """Place rows on one line."""
        return prepare_flow(element, self.setters)

    def columns(self, element: t.ColumnsElement) -> Placer:
        """Place rows beside each other."""
        return prepare_columns(element, self.setters)

    def rows(self, element: t.RowsElement) -> Placer:
        """Place rows below each other."""
        return prepare_rows(element, self.setters)

    def face(self, element: t.FaceElement) -> Placer:
        """Place a part of the paper with elements of its own, upright or on its head."""
        first, *rest = self.languages
        languages = (rest[0], first, *rest[1:]) if element.second and rest else self.languages
        inner = _Preparing(self.measure, languages, self.template, self.dpi)
        placers = inner.elements(element.elements)
        x, y, width, height = element.box

        def place(draft: Draft) -> None:
            within = Draft(draft.values, draft.style)
            for place_child in placers:
                place_child(within)
            if element.turned:
                draft.items += (turned(item, x + width, y + height) for item in within.items)
            else:
                draft.items += (placed(item, x, y) for item in within.items)
            draft.notices += within.notices

        return place

    def plan(self, element: t.PlanElement) -> Placer:
        """Place a floor plan."""
        return prepare_plan(element, self.setters)


def _moved(element: t.Element, draft: Draft) -> t.Box:
    """Return the box of an element; one that stands to the right of another begins there."""
    if element.after not in draft.right_mm:
        return element.box
    _, y, width, height = element.box
    return draft.right_mm[element.after] + element.gap, y, width, height


def _outlines(box: t.Box, name: str, variant: str) -> tuple[Item, ...]:
    """Return the outlines of a drawing that is not opaque, in its box; its height follows its width."""
    drawing = draw(name, variant)
    return tuple(moved(item, box[0], box[1], box[2] / drawing.width_mm) for item in drawing.items)


def _left_out(element: t.TextElement, text: str) -> tuple[Notice, ...]:
    return (Notice("look", "documents.text_left_out", {"text": text}, element.id),)


def _add(draft: Draft, made: Set) -> None:
    draft.items += made.lines
    if made.notices:
        draft.notices += made.notices


_MAKERS: Final[Mapping[type[t.Element], Callable[[_Preparing, Any], Placer]]] = {
    t.TextElement: _Preparing.text,
    t.FillElement: _Preparing.fill,
    t.PlateElement: _Preparing.plate,
    t.SymbolElement: _Preparing.symbol,
    t.PictureElement: _Preparing.picture,
    t.ArtworkElement: _Preparing.artwork,
    t.IconElement: _Preparing.icon,
    t.FlowElement: _Preparing.flow,
    t.ColumnsElement: _Preparing.columns,
    t.RowsElement: _Preparing.rows,
    t.FaceElement: _Preparing.face,
    t.PlanElement: _Preparing.plan,
}
