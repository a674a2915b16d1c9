"""Rows below each other: the sessions of a day, the directions of a sign; as far apart as the box allows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from showcase.documents.artwork import VECTOR, draw, moved
from showcase.documents.colours import resolve
from showcase.documents.draft import Draft, Placer
from showcase.documents.page import Artwork, Fill, Icon, Item, Notice
from showcase.documents.repeats import Setters, prepare_linked
from showcase.documents.template import (
    ArtworkElement,
    Box,
    Element,
    FillElement,
    IconElement,
    RowsElement,
    TextElement,
)
from showcase.documents.wording import prepare_show, prepare_wording

Cell = tuple[Mapping[str, Any], float, float]
"""The values of a row, and where its top left is."""
_Part = Callable[[Draft, Sequence[Cell]], tuple[list[Item], list[Notice]]]


def prepare_rows(element: RowsElement, setters: Setters) -> Placer:
    """Return a function that sets the rows of a value; what finds no room is counted and said."""
    parts = [_shown(child, setters) for child in element.elements]

    def place(draft: Draft) -> None:
        rows: list[Mapping[str, Any]] = list(draft.values.get(element.each, ()))
        cells = _cells(element, rows)
        if len(cells) < len(rows):
            notice = Notice("stop", "signage.rows_too_many", {"n": len(rows) - len(cells)}, element.id)
            draft.notices.append(notice)
        for part in parts:
            items, notices = part(draft, cells)
            draft.items += items
            draft.notices += notices

    return place


def _cells(element: RowsElement, rows: Sequence[Mapping[str, Any]]) -> list[Cell]:
    """Return where the rows stand: in their designed distance, else closer, else only those that find room."""
    x, y, _, height = element.box
    shown = list(rows[: element.most])
    low = sum(bool(row.get("low")) for row in shown)
    full = len(shown) - low
    pitch = min(element.pitch, (height - low * element.low) / full) if full else element.pitch
    pitch = max(pitch, element.least or element.pitch)
    tight = "1" if pitch < element.pitch - 0.01 else ""
    cells: list[Cell] = []
    top = y
    for row in shown:
        takes = element.low if row.get("low") else pitch
        if top + takes > y + height + 0.01:
            break
        cells.append(({**row, "tight": tight}, x, top))
        top += takes
    return cells


def _shown(child: Element, setters: Setters) -> _Part:
    """Return what sets one element of every row that shows it."""
    part = _part(child, setters)
    condition = prepare_show(child.show)
    if condition is None:
        return part
    return lambda draft, cells: part(draft, [cell for cell in cells if condition(cell[0])])


def _part(child: Element, setters: Setters) -> _Part:
    if isinstance(child, TextElement):
        return _text_part(child, setters)
    assert isinstance(child, FillElement | IconElement | ArtworkElement)
    make = _fill(child) if isinstance(child, FillElement) else _drawing(child, setters)

    def make_all(draft: Draft, cells: Sequence[Cell]) -> tuple[list[Item], list[Notice]]:
        return [item for cell in cells for item in make(draft, cell)], []

    return make_all


_Make = Callable[[Draft, Cell], Iterator[Item]]


def _fill(child: FillElement) -> _Make:
    x, y, width, height = child.box

    def make(draft: Draft, cell: Cell) -> Iterator[Item]:
        _, left, top = cell
        yield Fill(left + x, top + y, width, height, resolve(child.colour, draft.style), child.radius)

    return make


def _drawing(child: IconElement | ArtworkElement, setters: Setters) -> _Make:
    """Draw an icon, or artwork that says which it is by a value of the row."""
    name = prepare_wording(child.name, "first", setters.languages)
    variant = prepare_wording(getattr(child, "variant", ""), "first", setters.languages)
    x, y, width, height = child.box

    def make(draft: Draft, cell: Cell) -> Iterator[Item]:
        row, left, top = cell
        what = name(row)
        if isinstance(child, IconElement):
            yield Icon(left + x, top + y, width, what, resolve(child.colour, draft.style))
        elif what in VECTOR:
            drawing = draw(what, variant(row))
            yield from (moved(item, left + x, top + y, width / drawing.width_mm) for item in drawing.items)
        else:
            yield Artwork(left + x, top + y, width, height, what, variant(row))

    return make


def _text_part(child: TextElement, setters: Setters) -> _Part:
    """Set a text of every row, all at the size of the smallest."""
    words, short = setters.words(child)
    set_linked = prepare_linked(child, setters)
    x, y, width, height = child.box

    def make(draft: Draft, cells: Sequence[Cell]) -> tuple[list[Item], list[Notice]]:
        jobs: list[tuple[str, str, Box]] = [
            (text, short(row), (left + x, top + y, width, height)) for row, left, top in cells if (text := words(row))
        ]
        return set_linked(jobs, resolve(child.colour, draft.style))

    return make
