"""Rows of a value: topics that follow each other on a line, facts that stand in columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from showcase.documents.colours import resolve
from showcase.documents.draft import Draft, Placer
from showcase.documents.measure import Measure
from showcase.documents.page import Fill, Icon, Item, Notice
from showcase.documents.template import Box, ColumnsElement, Element, FillElement, FlowElement, TextElement
from showcase.documents.typesetting import Set, Setter, prepare_setter
from showcase.documents.wording import Wording, prepare_wording


class Setters:
    """Makes what text elements need, for one font engine and one choice of languages."""

    def __init__(self, measure: Measure, languages: Sequence[str]) -> None:
        self.measure = measure
        self.languages = tuple(languages)

    def setter(self, element: TextElement) -> Setter:
        """Return the function that sets texts of this element."""
        return prepare_setter(element, self.measure)

    def words(self, element: TextElement) -> tuple[Wording, Wording]:
        """Return what gives the words of an element, and its short words."""
        short_text = f"{{{element.short}}}" if element.short else ""
        words, short = (
            prepare_wording(text, element.language, self.languages, element.fit.lines)
            for text in (element.text, short_text)
        )
        return words, short

    def sizer(self, element: TextElement) -> Callable[[float], Setter]:
        """Return a function that gives the setter of an element at most as large as a size, as those linked with it."""
        shared: dict[float, Setter] = {}

        def at_size(size: float) -> Setter:
            pt = round(size, 2)
            if pt not in shared:
                fit = replace(element.fit, min_pt=min(pt, element.fit.min_pt))
                shared[pt] = self.setter(replace(element, pt=pt, fit=fit))
            return shared[pt]

        return at_size


def prepare_flow(element: FlowElement, setters: Setters) -> Placer:
    """Return a function that sets icon and word, icon and word on one line; what finds no room is left out and said."""
    icon, label = element.icon, element.label
    assert icon is not None
    assert label is not None
    words, _ = setters.words(label)
    set_text = setters.setter(label)
    left, _, width, height = element.box
    icon_name = prepare_wording(icon.name, "first", setters.languages)

    def place(draft: Draft) -> None:
        rows = list(draft.values.get(element.each, ()))
        x, left_out = left, max(len(rows) - element.most, 0)
        for row in rows[: element.most]:
            text = words(row)
            start = x + label.box[0]
            made = set_text(text, "", (start, label.box[1], width, height), resolve(label.colour, draft.style))
            if start + made.width_mm > left + width:
                left_out += 1
                continue
            size = icon.box[2]
            draft.items.append(Icon(x, icon.box[1], size, icon_name(row), resolve(icon.colour, draft.style)))
            draft.items += made.lines
            draft.notices += made.notices
            x = start + made.width_mm + element.gap
        if left_out:
            draft.notices.append(Notice("look", "documents.rows_left_out", {"n": left_out}, element.id))

    return place


def prepare_columns(element: ColumnsElement, setters: Setters) -> Placer:
    """Return a function that sets rows in columns as wide as their number allows; texts of a kind share their size."""
    parts = [_part(child, setters) for child in element.elements]

    def place(draft: Draft) -> None:
        rows = list(draft.values.get(element.each, ()))
        if len(rows) > element.most:
            left_out = len(rows) - element.most
            draft.notices.append(Notice("look", "documents.rows_left_out", {"n": left_out}, element.id))
        rows = rows[: element.most]
        if not rows:
            return
        x, _, width, _ = element.box
        step = (width + element.gap) / len(rows)
        for part in parts:
            items, notices = part(draft, rows, x, step)
            draft.items += items
            draft.notices += notices

    return place


_Part = Callable[[Draft, list[Mapping[str, Any]], float, float], tuple[list[Item], list[Notice]]]


def _part(child: Element, setters: Setters) -> _Part:
    """Return what sets one element of every column."""
    if isinstance(child, FillElement):
        return _fill_part(child)
    assert isinstance(child, TextElement)
    return _text_part(child, setters)


def _fill_part(child: FillElement) -> _Part:
    x, y, width, height = child.box

    def make(draft: Draft, rows: list[Mapping[str, Any]], left: float, step: float) -> tuple[list[Item], list[Notice]]:
        colour = resolve(child.colour, draft.style)
        return [Fill(left + at * step + x, y, width, height, colour, child.radius) for at in range(len(rows))], []

    return make


def _text_part(child: TextElement, setters: Setters) -> _Part:
    """Set a text of every row, all at the size of the smallest."""
    words, _ = setters.words(child)
    set_linked = prepare_linked(child, setters)
    x, y, less, height = child.box

    def make(draft: Draft, rows: list[Mapping[str, Any]], left: float, step: float) -> tuple[list[Item], list[Notice]]:
        jobs: list[tuple[str, str, Box]] = [
            (text, "", (left + at * step + x, y, step - less, height))
            for at, row in enumerate(rows)
            if (text := words(row))
        ]
        return set_linked(jobs, resolve(child.colour, draft.style))

    return make


Linked = Callable[[Sequence[tuple[str, str, Box]], str], tuple[list[Item], list[Notice]]]
"""(text, short text and box of each, colour) -> what was set."""


def prepare_linked(child: TextElement, setters: Setters) -> Linked:
    """Return a function that sets texts of one kind, then all again at the size of the smallest."""
    set_text, at_size = setters.setter(child), setters.sizer(child)

    def set_linked(jobs: Sequence[tuple[str, str, Box]], colour: str) -> tuple[list[Item], list[Notice]]:
        made: list[Set] = [set_text(text, short, box, colour) for text, short, box in jobs]
        left_out: list[Notice] = []
        if child.optional:
            left_out = [_left_out(child, job[0]) for job, one in zip(jobs, made, strict=True) if is_refused(one)]
            jobs = [job for job, one in zip(jobs, made, strict=True) if not is_refused(one)]
            made = [one for one in made if not is_refused(one)]
        smallest = min((one.pt for one in made), default=child.pt)
        if smallest < child.pt:
            setter = at_size(smallest)
            made = [setter(text, short, box, colour) for text, short, box in jobs]
        notices = [notice for one in made for notice in one.notices]
        return [line for one in made for line in one.lines], [*left_out, *notices]

    return set_linked


def is_refused(made: Set) -> bool:
    """Tell whether a text fits nowhere in its box."""
    return any(notice.severity == "stop" for notice in made.notices)


def _left_out(child: TextElement, text: str) -> Notice:
    return Notice("look", "documents.text_left_out", {"text": text}, child.id)
