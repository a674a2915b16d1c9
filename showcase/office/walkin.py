"""Somebody comes unannounced: a form for the keyboard alone; Enter adds them, issues the badge and prints it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from showcase.catalogue.change import Change
from showcase.errors import UserError
from showcase.office import deskjobs
from showcase.office.desk import Desk
from showcase.office.deskjobs import WalkIn
from showcase.office.inspecting.fields import ChoiceField, Field, LineField
from showcase.office.inspecting.recordform import scrolling
from showcase.office.labels import empty, local, make_label
from showcase.office.listings import countries, country_name, spaced, word
from showcase.office.organisationfield import OrganisationField
from showcase.office.rolemarks import RolePlate
from showcase.people.kinds import Purpose, Role
from showcase.qt.translate import explain, say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.people.records import PersonRecord

_PAUSE_MS: Final = 120
"""Between the last key and the look for the same person."""
_SHOWN: Final = 3
_SHOWN_AS: Final = {"organisation_name": "organisation_id"}
"""Field of a person -> the field of the form that fills it."""


class _Choice(ChoiceField):
    """A choice that is kept when its words are said again, as in another language."""

    def settle(self, change: Change) -> None:
        """Take what was chosen for what is there."""
        self._was = change.value


class WalkInForm(QWidget):
    """The form.

    Signals:
        wanted: (a `WalkIn`, whether there may be another of the same name).
        used: the record of somebody who is there already and is meant.
        left: nobody is added after all.
    """

    wanted = Signal(object, bool)
    used = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._same: list[PersonRecord] = []
        self._warned = False
        self._title, self._told = make_label("", "title"), make_label("", "sub")
        self._plate, self._given, self._full = RolePlate(), make_label("", "hero"), make_label("", "lead")
        self.organisation = OrganisationField(desk)
        self.fields: dict[str, Field] = {
            "family_name": LineField("family_name"),
            "given_name": LineField("given_name"),
            "role": _Choice("role", lambda: [(role.value, word("role", role)) for role in Role]),
            "organisation_id": self.organisation,
            "email": LineField("email"),
            "country": _Choice("country", _countries, typed=True),
        }
        self._consent_head = make_label("", "label")
        self.consents = {purpose.value: QCheckBox() for purpose in Purpose}
        self.same_panel, self._same_told = QFrame(), make_label("", "strong")
        self._same_rows = QVBoxLayout()
        self.use_buttons: list[QPushButton] = []
        self._reason = make_label("", "wrong")
        self._wrong: UserError | None = None
        self.add_button, self.leave_button = QPushButton(), QPushButton()
        self.add_button.setProperty("kind", "primary")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look_again)
        self._lay_out()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Start with empty fields; the role stays the one of the last person, as they come in groups."""
        role = self.fields["role"].value() or Role.VISITOR.value
        for name, field in self.fields.items():
            field.show_value(role if name == "role" else None)
            field.show_wrong(None)
        for box in self.consents.values():
            box.setChecked(False)
        self.show_wrong(None)
        self._show_same([])
        self.retranslate()

    def show_name(self, typed: str) -> None:
        """Start with a name that was searched for and not found."""
        from showcase.exchange.names import split_name

        name = split_name(typed)
        for field, text in (("family_name", name.family), ("given_name", name.given)):
            self.line(field).setText(text)
        self._on_typed()

    def line(self, name: str) -> QLineEdit:
        """Return the line of a field."""
        field = self.fields[name]
        assert isinstance(field, LineField)
        return field.line

    def take_focus(self) -> None:
        """Put the cursor into the first field that is empty."""
        lines = (self.fields["family_name"], self.fields["given_name"])
        next((field for field in lines if not field.value()), self.organisation).take_focus()

    def show_wrong(self, error: UserError | None) -> None:
        """Say why somebody cannot be added, at the field that it is about; everything stays as it was typed."""
        named = error.params.get("field") if error else None
        name = named.key.partition("field_")[2] if isinstance(named, UserError) else ""
        name = _SHOWN_AS.get(name, name)
        for field in self.fields.values():
            field.show_wrong(error if field.name == name else None)
        self._wrong = None if name in self.fields else error
        self._reason.setText(explain(self._wrong) if self._wrong else "")
        self._reason.setVisible(self._wrong is not None)
        if name in self.fields:
            self.fields[name].take_focus()

    def set_busy(self, *, busy: bool) -> None:
        """Switch the button off while somebody is added."""
        self.add_button.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Add the person; when somebody has the same name or e-mail, say so once before."""
        if self.add_button.isEnabled():
            self._look(lambda: self._add(self._value()))

    def look_again(self) -> None:
        """Show who has the same name: somebody who came to be there in the very moment."""
        self._look(lambda: None)

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("desk.walkin"))
        self._told.setText(say("desk.walkin_told"))
        self._consent_head.setText(say("desk.consent_ask"))
        for field in self.fields.values():
            field.retranslate()
        for purpose, box in self.consents.items():
            box.setText(say(f"desk.consent_{purpose}"))
        self._say_same()
        self.leave_button.setText(say("desk.walkin_leave"))
        self._reason.setText(explain(self._wrong) if self._wrong else "")
        self._show_face()

    def _value(self) -> WalkIn:
        return WalkIn(
            self.fields["family_name"].value(),
            self.fields["given_name"].value(),
            self.fields["role"].value(),
            self.organisation.value(),
            self.organisation.organisation(),
            self.fields["email"].value(),
            self.fields["country"].value(),
            tuple(purpose for purpose, box in self.consents.items() if box.isChecked()),
        )

    def _on_typed(self) -> None:
        self._warned = False
        self._show_face()
        self._timer.start()

    def _add(self, it: WalkIn) -> None:
        if self._same and not self._warned:
            self._warned = True
            self._say_same()
            self.use_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.wanted.emit(it, self._warned)

    def _look(self, then: Callable[[], object]) -> None:
        """Look for the same person, and go on."""
        self._timer.stop()
        self._asked += 1
        asked, it = self._asked, self._value()

        def show(same: list[PersonRecord]) -> None:
            if asked == self._asked:
                self._show_same(same)
                then()

        if self._desk.app is not None:
            self._desk.run(
                lambda app, _progress: deskjobs.list_namesakes(app, it.family_name, it.given_name, it.email), show
            )

    def _show_same(self, same: list[PersonRecord]) -> None:
        self._same = same
        self._warned = self._warned and bool(same)
        empty(self._same_rows)
        self.use_buttons = []
        for person in same[:_SHOWN]:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(make_label(_who(person)), 1)
            button = QPushButton()
            button.clicked.connect(lambda _on, person=person: self.used.emit(person))
            line.addWidget(button)
            self._same_rows.addWidget(row)
            self.use_buttons.append(button)
        self.same_panel.setVisible(bool(same))
        self._say_same()
        QWidget.setTabOrder(self.consents[Purpose.PHOTOS.value], self.add_button)
        for button in self.use_buttons:
            QWidget.setTabOrder(self.consents[Purpose.PHOTOS.value], button)
            QWidget.setTabOrder(button, self.add_button)

    def _say_same(self) -> None:
        self._same_told.setText(say("desk.same_warned") if self._warned else say("desk.same_told"))
        for button in self.use_buttons:
            button.setText(say("desk.same_use"))
        self.add_button.setText(say("desk.walkin_add_same") if self._warned else say("desk.walkin_add"))

    def _show_face(self) -> None:
        """Show the role and the names as the badge will have them."""
        from showcase.exchange.names import order_of
        from showcase.people.kinds import NameOrder
        from showcase.text import full_name

        family, given = self.fields["family_name"].value(), self.fields["given_name"].value()
        order = order_of(family, given, self.fields["country"].value())
        full = full_name(family, given, family_first=order is NameOrder.FAMILY_FIRST)
        event = self._desk.record
        self._plate.show_role(self.fields["role"].value(), event.role_words if event else {})
        self._given.setText(given or full or say("desk.walkin_name"))
        self._full.setText(full if given and given != full else " ")

    def _connect(self) -> None:
        for name in ("family_name", "given_name", "email"):
            self.line(name).textEdited.connect(self._on_typed)
        for field in self.fields.values():
            field.entered.connect(self.add)
            field.edited.connect(field.settle)
            field.edited.connect(self._show_face)
        role, country = self.fields["role"], self.fields["country"]
        assert isinstance(role, ChoiceField)
        assert isinstance(country, ChoiceField)
        for box in (*self.consents.values(), role.box, *country.findChildren(QWidget)):
            box.installEventFilter(self)
        self.add_button.clicked.connect(self.add)
        self.leave_button.clicked.connect(self.left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Take Enter in boxes too."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.add()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("deskcard")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for half in (0, 1):
            grid.setColumnStretch(half, 1)
        self.same_panel.setProperty("msg", "warn")
        inside = QVBoxLayout(self.same_panel)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.addWidget(self._same_told)
        inside.addLayout(self._same_rows)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch()
        face = QHBoxLayout()
        face.setSpacing(14)
        face.addWidget(self._given)
        face.addWidget(self._full, 1, Qt.AlignmentFlag.AlignBottom)
        self._full.setContentsMargins(0, 0, 0, 4)
        self._given.setWordWrap(False)
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(6)
        for part in (self._title, self._told, self._plate):
            column.addWidget(part)
        column.addLayout(face)
        column.addLayout(grid)
        column.addWidget(self._consent_head)
        for box in self.consents.values():
            column.addWidget(box)
        column.addStretch()
        area = scrolling(body)
        area.setObjectName("deskarea")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # texts may be set twice as large
        foot = QFrame()
        foot.setObjectName("foot")
        under = QVBoxLayout(foot)
        under.setContentsMargins(20, 10, 20, 10)
        under.setSpacing(8)
        under.addWidget(self.same_panel)
        under.addWidget(self._reason)
        under.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(foot)


def _countries() -> Sequence[tuple[Any, str]]:
    return [(None, "–"), *((code, country_name(code)) for code in countries())]


def _who(person: PersonRecord) -> str:
    badge = spaced(person.badge.number) if person.badge else say("desk.state_none")
    return join((person.name, local(person.organisation), word("role", person.role), badge))
