"""The panel beside an import: what becomes of the chosen row, and what the columns of the list were taken for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from showcase.errors import UserError
from showcase.office.labels import language_name, make_label, spelt
from showcase.office.listings import country_name, word
from showcase.qt.translate import explain, number, say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.exchange.columns import Match
    from showcase.exchange.importing import Plan, RowVerdict
    from showcase.exchange.records import Record

VERDICTS: Final = {
    "added": ("plus", "inf"),
    "changed": ("pencil", "leaf"),
    "unchanged": ("equal", "sub"),
    "rejected": ("circle-x", "err"),
}
"""Verdict -> icon and colour."""
WIDTH: Final = 320


def why(row: RowVerdict) -> str:
    """Return in one line why a row has its verdict."""
    if row.same_as is not None:
        return say("exchange.row_same", line=row.same_as)
    if row.reason:
        return explain(row.reason)
    return join((field_text(name) for name in row.after), ", ")


def field_text(name: str) -> str:
    """Return the name of a field in the language of the interface."""
    return explain(UserError(f"exchange.field_{name}"))


def head_text(name: str) -> str:
    """Return the name of a field as it heads its value."""
    text = field_text(name)
    return text[:1].upper() + text[1:]


def value_text(kind: str, name: str, value: Any) -> str:
    """Return a value of a list of `kind` as people read it: choices in their words, countries by name."""
    if isinstance(value, bool):
        return say("office.yes") if value else say("office.no")
    spell = _SPELT.get(name)
    return spell(kind, value) if spell else spelt(value)


_SPELT: Final[dict[str, Callable[[str, Any], str]]] = {
    "country": lambda _kind, value: country_name(value),
    "kind": lambda kind, value: word("product" if kind == "products" else "kind", value),
    "role": lambda _kind, value: word("role", value),
    "name_order": lambda _kind, value: word("order", value),
    "seeking": lambda _kind, value: join((word("seeks", entry) for entry in value), ", "),
    "booths": lambda _kind, value: join((join(place, " ") for place in value), ", "),
    "languages": lambda _kind, value: join(map(language_name, value), ", "),
}


class RowPanel(QScrollArea):
    """The panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rowpanel")
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._plan: Plan | None = None
        self._row: RowVerdict | None = None
        self._new: dict[int, Record] = {}

    def show_plan(self, plan: Plan) -> None:
        """Show the columns of a list."""
        self._plan, self._row = plan, None
        self._new = {record.line: record for record in plan.new}
        self.retranslate()

    def show_row(self, row: RowVerdict | None) -> None:
        """Show a row."""
        self._row = row
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        body = QWidget()
        body.setObjectName("rowpanel")
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 14, 16)
        column.setSpacing(4)
        if self._row:
            self._fill_row(column, self._row)
        if self._plan:
            self._fill_columns(column, self._plan)
        column.addStretch()
        self.setWidget(body)

    def _new_values(self, row: RowVerdict) -> list[tuple[str, str]]:
        """Return what will be stored of a new row, by field."""
        record = self._new.get(row.line)
        if record is None:
            return []
        values = {**record.fields, "booths": record.booths, "topics": record.topics, "ref": record.ref}
        kind = str(self._plan.kind) if self._plan else ""
        shown = {name: value_text(kind, name, value) for name, value in values.items() if not name.endswith("_id")}
        return [(name, text) for name, text in shown.items() if text]

    def _fill_row(self, column: QVBoxLayout, row: RowVerdict) -> None:
        head = say("office.import_row_of", line=number(row.line))
        column.addWidget(make_label(f"{head} · {say(f'exchange.verdict_{row.verdict}')}", "strong"))
        column.addWidget(make_label(row.title, "sub"))
        if row.reason or row.same_as is not None:
            frame = QFrame()
            frame.setProperty("msg", "error" if row.verdict == "rejected" else "warn")
            inner = QVBoxLayout(frame)
            inner.setContentsMargins(10, 8, 10, 8)
            inner.addWidget(make_label(why(row)))
            column.addWidget(frame)
        kind = str(self._plan.kind) if self._plan else ""
        for name, after in row.after.items():
            column.addWidget(make_label(head_text(name), "head"))
            before = row.before.get(name)
            if before_text := value_text(kind, name, before) if before else "":
                column.addWidget(make_label(before_text, "before"))
            column.addWidget(make_label(value_text(kind, name, after), "after"))
        for name, value in self._new_values(row):
            column.addWidget(make_label(head_text(name), "head"))
            column.addWidget(make_label(value))
        column.addSpacing(14)

    @staticmethod
    def _fill_columns(column: QVBoxLayout, plan: Plan) -> None:
        column.addWidget(make_label(say("office.import_columns"), "strong"))
        sheet = plan.table.sheet
        if sheet and plan.table.other_sheets:
            others = ", ".join(plan.table.other_sheets)
            column.addWidget(make_label(say("office.import_sheets", sheet=sheet, others=others), "sub"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for line, match in enumerate(plan.columns.matches):
            grid.addWidget(make_label(match.heading), line, 0, top)
            field = make_label(_becomes(match), "good")
            field.setToolTip(say(f"exchange.why_{match.why}"))
            grid.addWidget(field, line, 1, top)
        column.addLayout(grid)
        if plan.columns.unused:
            column.addWidget(make_label(say("office.import_unused"), "head"))
        for unused in plan.columns.unused:
            column.addWidget(make_label(unused.heading))
            column.addWidget(make_label(say(f"exchange.why_{unused.why}"), "small"))


def _becomes(match: Match) -> str:
    return join((field_text(match.field), language_name(match.language) if match.language else ""), ", ")
