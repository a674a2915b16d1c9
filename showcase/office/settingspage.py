"""The page of settings: those of this machine and those of the event, found by their words, kept at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from showcase import settings
from showcase.errors import UserError
from showcase.office.bars import Messages
from showcase.office.controls import ChoiceControl, Control, NumberControl, SwitchControl
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.eventrows import event_rows, event_values, set_values
from showcase.office.labels import empty
from showcase.office.settingrows import RowSpec, SettingRow
from showcase.qt.images import icon
from showcase.qt.translate import say
from showcase.settings import Choice, Range, Rule, Switch

_WIDTH: Final = 900
_EVENT: Final = "event"


class SettingsPage(QWidget):
    """The page."""

    tables = frozenset({"event"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.messages = Messages()
        self.filter = QLineEdit()
        self.rows: dict[str, SettingRow] = {}
        self.sections: dict[str, Section] = {}
        self._languages: Sequence[str] = ()
        self._title, self._shown = QLabel(), QLabel()
        self._nothing = EmptyState(SayingButton("office.clear_filter", self.filter.clear), drawing=False)
        self._lay_out()
        for name, rule in settings.rules().items():
            self._add(rule.group, _spec(name, rule))
        self.filter.textChanged.connect(lambda _text: self._narrow())
        desk.configured.connect(lambda _name: self._show_machine())
        desk.opening.connect(lambda _path: self.flush())
        desk.leaving.connect(self.flush)
        desk.closed.connect(self.reload)
        self.reload()
        self.retranslate()

    def reload(self) -> None:
        """Show what is kept now."""
        self._show_machine()
        event = self._desk.record
        if event is not None and not self.isVisible():
            return  # its thirty rows are made when somebody looks
        languages = event.languages if event else ()
        if languages != self._languages:
            self._languages = languages
            self._remake(event_rows(event) if event else [])
        if event is not None:
            values = event_values(event)
            for row in self._of_event():
                row.show_values(values)

    def flush(self) -> None:
        """Keep what was typed and not left yet, as before the window closes or another event is opened."""
        for row in self.rows.values():
            row.flush()

    def show_query(self, query: str) -> None:
        """Show the settings that have these words."""
        self.filter.setText(query)

    def clear(self) -> None:
        """Show all settings, as for another event."""
        self.filter.clear()
        self._languages = ()
        self._remake(())

    def retranslate(self) -> None:
        """Say every text again, in the colours of the theme."""
        self._title.setText(say("shell.settings"))
        self.filter.setPlaceholderText(say("shell.settings_filter"))
        self.filter.setAccessibleName(say("shell.settings_filter"))
        self._magnifier.setIcon(icon("search", "sub", 16))
        self._magnifier.setText(say("shell.settings_filter"))
        clear = self.filter.findChild(QAction, "_q_qlineeditclearaction")
        if clear:  # Qt's own picture of it is dark in every theme
            clear.setIcon(icon("x", "sub", 16))
            clear.setText(say("office.clear_filter"))
        self._nothing.set_texts(
            lambda: say("shell.settings_nothing", typed=self.filter.text().strip()),
            lambda: say("shell.settings_nothing_do"),
        )
        self._narrow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - as Qt declares it
        """Show what is kept now."""
        super().showEvent(event)
        self.reload()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._shown.setProperty("role", "sub")
        self._shown.setContentsMargins(0, 0, 0, 3)
        self._magnifier = self.filter.addAction(icon("search", "sub", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(420)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._shown, 1, Qt.AlignmentFlag.AlignBottom)
        search = QHBoxLayout()
        search.setContentsMargins(16, 8, 16, 10)
        search.addWidget(self.filter, 1)
        search.addStretch()
        body = QWidget()
        body.setMaximumWidth(_WIDTH + 32)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(16, 4, 16, 24)
        self._column.setSpacing(6)
        self._column.addStretch()
        self._area = QScrollArea()
        self._area.setObjectName("settings")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(body)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(self.messages)
        column.addWidget(self._area, 1)
        column.addWidget(self._nothing, 1)
        self._nothing.hide()

    def _add(self, group: str, spec: RowSpec) -> SettingRow:
        if group not in self.sections:
            self.sections[group] = Section(group)
            self._column.insertWidget(self._column.count() - 1, self.sections[group])
        row = SettingRow(spec)
        self.rows[spec.name] = row
        self.sections[group].add(row)
        keep = self._keep_event if group == _EVENT else self._keep_machine
        row.changed.connect(lambda values: keep(row, values))
        return row

    def _remake(self, specs: Sequence[RowSpec]) -> None:
        """Make the rows of the event anew, in its languages."""
        for row in self._of_event():
            del self.rows[row.spec.name]
        if _EVENT in self.sections:
            self.sections[_EVENT].clear()
        for spec in specs:
            self._add(_EVENT, spec)
        self._narrow()

    def _of_event(self) -> list[SettingRow]:
        return list(self.sections[_EVENT].rows) if _EVENT in self.sections else []

    def _show_machine(self) -> None:
        for name in settings.rules():
            self.rows[name].show_values({name: settings.spelt(getattr(self._desk.settings, name))})

    def _keep_machine(self, row: SettingRow, values: Mapping[str, str]) -> None:
        for name, text in values.items():
            try:
                value = settings.parse(name, text)
            except UserError as error:
                row.show_wrong(error, name)
            else:
                row.show_saved(values)
                self._desk.configure(name, value)

    def _keep_event(self, row: SettingRow, values: Mapping[str, str]) -> None:
        if self._desk.app is None:  # the event went while a field had the focus
            return
        first = next(iter(values))

        def saved(_none: None) -> None:
            if isValid(row):  # other languages of the event make the rows anew
                row.show_saved(values)

        def refused(error: UserError) -> None:
            if isValid(row):
                row.show_wrong(error, first)
            else:
                self.messages.show_error(error)

        self._desk.run(
            lambda app, _progress: set_values(app, values),
            saved,
            lane="write",
            failed=refused,
            kept=True,
        )

    def _narrow(self) -> None:
        """Show the settings that have what was typed."""
        typed = self.filter.text()
        shown = 0
        for section in self.sections.values():
            shown += section.narrow(typed)
        self._shown.setText(say("shell.settings_shown", shown=shown, n=len(self.rows)))
        self._area.setVisible(shown > 0)
        self._nothing.setVisible(shown == 0)
        self._nothing.retranslate()


class Section(QWidget):
    """The settings of one group, in a box under its name."""

    def __init__(self, group: str) -> None:
        super().__init__()
        self._group = group
        self.rows: list[SettingRow] = []
        self._head, self._sub = QLabel(), QLabel()
        self._head.setProperty("role", "lead")
        self._sub.setProperty("role", "sub")
        self._sub.setWordWrap(True)
        self._box = QFrame()
        self._box.setProperty("role", "box")
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 8)
        outer.setSpacing(2)
        outer.addWidget(self._head)
        outer.addWidget(self._sub)
        outer.addSpacing(6)
        outer.addWidget(self._box)
        self.retranslate()

    def add(self, row: SettingRow) -> None:
        """Add a setting at the end."""
        self.rows.append(row)
        self._column.addWidget(row)

    def clear(self) -> None:
        """Take every setting away."""
        self.rows.clear()
        empty(self._column)

    def narrow(self, typed: str) -> int:
        """Show the settings that have what was typed, and return how many."""
        shown = [row for row in self.rows if row.matches(typed)]
        for row in self.rows:
            row.setVisible(row in shown)
            row.setProperty("last", bool(shown) and row is shown[-1])
            row.style().unpolish(row)
            row.style().polish(row)
        self.setVisible(bool(shown))
        return len(shown)

    def retranslate(self) -> None:
        """Say its name again."""
        self._head.setText(say(f"shell.group_{self._group}"))
        self._sub.setText(say(f"shell.group_{self._group}_sub"))


def _spec(name: str, rule: Rule) -> RowSpec:
    return RowSpec(
        name,
        lambda: say(f"shell.set_{name}"),
        lambda: say(f"shell.set_{name}_help"),
        {name: lambda: _control(name, rule)},
        usual={name: settings.spelt(settings.default(name))},
    )


def _control(name: str, rule: Rule) -> Control:
    match rule:
        case Choice():
            return ChoiceControl(lambda: [(value, say(f"office.{name}_{value or 'system'}")) for value in rule.values])
        case Range():
            return NumberControl(rule.least, rule.most, rule.step, rule.unit)
        case Switch():
            return SwitchControl()
