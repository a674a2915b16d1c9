"""The badge desk: find somebody by a few letters or a scan, see their card, and issue, print, replace or revoke."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from showcase.errors import UserError
from showcase.office import deskjobs, jobs
from showcase.office.badgecard import BadgeCard
from showcase.office.badgehistory import REASONS, reason_code
from showcase.office.badgework import BadgeWork
from showcase.office.bars import Messages, ProgressPanel
from showcase.office.desk import Desk
from showcase.office.deskjobs import LOST, Card, Design, Found, Printed
from showcase.office.empty import EmptyState
from showcase.office.erasework import EraseWork
from showcase.office.labels import make_label
from showcase.office.listings import spaced
from showcase.office.passphrase import PassphrasePanel
from showcase.office.peoplelist import PeopleList
from showcase.office.walkin import WalkInForm
from showcase.qt.images import GAP, icon
from showcase.qt.tasks import Task
from showcase.qt.theme import px
from showcase.qt.translate import explain, interface, say

if TYPE_CHECKING:
    from showcase.people.records import BadgeRecord, PersonRecord

WALK_IN_KEYS: Final = "Ctrl+Shift+W"
_LIST: Final = 344
_WIDEST: Final = 400


class BadgeDesk(QWidget):
    """The page."""

    tables: Final = frozenset(
        {"people", "badges", "badge_events", "consents", "organisations", "events", "event", "print_items"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._design: Design | None = None
        self._reading: Task[Any] | None = None
        self._painting: Task[Any] | None = None
        self._badgeless = 0
        self._wish: uuid.UUID | None = None
        self._leaves_form = ""
        """The next card is shown in place of the form; "act": with the cursor on what is done most."""
        self._found = Found((), 0)
        self._searched = ""
        self.messages, self.progress = Messages(), ProgressPanel()
        self.search = QLineEdit()
        self._glass = self.search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.people = PeopleList()
        self.card, self.walk_in = BadgeCard(), WalkInForm(desk)
        self.passphrase = PassphrasePanel(str, str, can_leave=True)
        self.work = BadgeWork(desk, self.messages, self.progress, self.passphrase, lambda: self.card.design)
        self.erasing = EraseWork(desk, self.card.question, self.messages, self.progress, self.work.erase_with_stations)
        self.walk_in_button, self.issue_all_button = QPushButton(), QPushButton()
        self._add_button = QPushButton()
        self._empty = EmptyState(self._add_button)
        self._title, self._count = make_label("", "title"), make_label("", "sub")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Tell whether a badge is being printed or badges are being issued."""
        return self.work.is_busy

    def reload(self) -> None:
        """Read again who is there."""
        if self._desk.app is not None and self.isVisibleTo(self.window()):
            self._search(again=True)

    def clear(self) -> None:
        """Put away what belongs to another event."""
        self._design = None
        self._asked += 1  # what is still on its way was asked of the other event
        self._found, self._searched, self._badgeless = Found((), 0), "", 0
        self.work.drop()
        self.messages.clear()
        self.search.clear()
        self.people.show_people((), choose_first=False, wish=None)
        self.walk_in.begin()
        self._show_nobody()

    def show_query(self, query: str) -> None:
        """Open the form for a walk-in, or search for what was asked for."""
        if query == "walkin":
            self.open_walk_in()
        else:
            self.search.setText(query)
            self._search()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - as Qt declares it
        """Be ready for a scan at once."""
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def open_walk_in(self) -> None:
        """Open the form for somebody who is not there yet; a name that was searched for stands in it."""
        typed = self.search.text().strip()
        if self._stack.currentWidget() is not self.walk_in:
            self._stack.setCurrentWidget(self.walk_in)
            if typed and not self._found.people and self._found.note is None:
                self.walk_in.show_name(typed)
        self.walk_in.retranslate()
        self.walk_in.take_focus()

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("office.page_desk"))
        self._glass.setIcon(icon("search", "sub", 18))
        self._glass.setText(say("desk.search"))
        self.search.setPlaceholderText(say("desk.search"))
        self.search.setAccessibleName(say("desk.search"))
        self.people.setAccessibleName(say("desk.found"))
        self.walk_in_button.setText(say("desk.walkin_open"))
        self.walk_in_button.setIcon(icon("user-plus", "acct", 15, GAP))
        self.walk_in_button.setToolTip(f"{say('desk.walkin_open')} ({WALK_IN_KEYS})")
        self.issue_all_button.setText(say("desk.issue_all", n=self._badgeless))
        self.issue_all_button.setVisible(self._badgeless > 0)
        self._add_button.setText(say("desk.walkin_open"))
        self._count.setText(say("desk.found_n", n=self._found.total) if self._desk.app else "")
        for button in (self.walk_in_button, self.issue_all_button):
            button.setIconSize(QSize(15 + GAP, 15))
        self.people.setFixedWidth(px(_LIST, _WIDEST))
        self.people.retranslate()
        self._empty.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Walk through who was found while the cursor stays in the search; Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            rows = step.get(Qt.Key(event.key()))
            if rows is not None:
                self.people.step(rows)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _search(self, *, again: bool = False) -> None:
        self._asked += 1
        asked, typed = self._asked, self.search.text()
        language = interface.language
        if self._desk.app is None:
            return
        self._desk.run(
            lambda app, _progress: (deskjobs.find(app, typed, language), jobs.count_badgeless(app)),
            lambda found: self._on_found(*found, typed, again=again) if asked == self._asked else None,
        )
        if self._design is None:
            self._desk.run(lambda app, _progress: (jobs.supplies(app), deskjobs.last_design(app)), self._on_supplies)

    def _on_supplies(self, found: tuple[jobs.Supplies, Design]) -> None:
        self.card.show_supplies(*found)
        self._design = self.card.design

    def _on_found(self, found: Found, badgeless: int, typed: str, *, again: bool) -> None:
        self._found, self._badgeless, self._searched = found, badgeless, typed
        if typed.strip() and not again and self._stack.currentWidget() is self.walk_in:
            self._stack.setCurrentWidget(self._empty)
        before = self.people.current()
        kept = before.id if before and (again or typed.strip()) else None
        self.people.show_people(found.people, choose_first=bool(typed.strip()), wish=self._wish or kept)
        self._wish = None
        self.retranslate()

    def _on_enter(self) -> None:
        """Go on with who was found; a name that nobody has is that of somebody new."""
        if self._stack.currentWidget() is self.card:
            self.card.focus_action()
        elif not self._add_button.isHidden():
            self.open_walk_in()

    def _on_chosen(self, person: PersonRecord | None) -> None:
        if person is not None:
            self._read(person.id)
        elif self._stack.currentWidget() is not self.walk_in:
            self._show_nobody()

    def _show_nobody(self) -> None:
        typed, note = self._searched.strip(), self._found.note
        if not typed or self._found.people:
            self._empty.set_texts(lambda: say("desk.empty"), lambda: say("desk.empty_do"))
        elif note is not None:
            self._empty.set_texts(lambda: say("desk.nobody_code"), lambda: explain(note))
        else:
            self._empty.set_texts(lambda: say("desk.nobody", typed=typed), lambda: say("desk.nobody_do"))
        self._add_button.setVisible(bool(typed) and note is None and not self._found.people)
        self.card.card = None
        self._stack.setCurrentWidget(self._empty)

    def _read(self, person_id: uuid.UUID) -> None:
        if self._reading:
            self._reading.cancel()
        self._reading = self._desk.run(lambda app, _progress: deskjobs.read_card(app, person_id), self._on_card)

    def _on_card(self, card: Card) -> None:
        self._reading = None
        event = self._desk.record
        if event is None:
            return
        self.card.show_card(card, event)
        if self._leaves_form or self._stack.currentWidget() is not self.walk_in:
            self._stack.setCurrentWidget(self.card)
        if self._leaves_form == "act":
            self.card.focus_action()
        self._leaves_form = ""
        self._paint()

    def _paint(self) -> None:
        card, design = self.card.card, self.card.design
        badge = card.person.badge if card and not card.person.deleted_at else None
        if badge is None or self.work.is_busy or self._design is None:
            return
        if self._painting:
            self._painting.cancel()
        px = self.card.picture_px()
        self._painting = self._desk.run(
            lambda app, _progress: deskjobs.picture_badge(app, badge.id, design[0], px), self.card.show_picture
        )

    def _on_wanted(self, action: str) -> None:
        card = self.card.card
        if card is None:
            return
        person, badge = card.person, card.person.badge
        match action:
            case "issue_print" | "issue":
                self.work.issue(person, prints=action == "issue_print")
            case "print" if badge is not None:
                self.work.print_badge(badge)
            case "lost" if badge is not None:
                self._ask_lost(person, badge)
            case "revoke" if badge is not None:
                self._ask_revoke(person, badge)
            case "restore":
                self._desk.edits.restore("people", [person.id], lambda _none: self._read(person.id))
            case "edit":
                self._desk.wanted.emit(f"people?id={person.id}")
            case "erase":
                self.erasing.ask(person)

    def _ask_lost(self, person: PersonRecord, badge: BadgeRecord) -> None:
        self.card.question.ask(
            (
                lambda: say("desk.lost_title", name=person.name),
                lambda: say("desk.lost_text"),
                lambda: f"{spaced(badge.number)}   {person.name}",
                lambda: say("desk.lost_do"),
                lambda: say("desk.keep"),
            ),
            lambda _reason: self.work.reissue(person, badge, LOST),
            self.card.focus_action,
        )

    def _ask_revoke(self, person: PersonRecord, badge: BadgeRecord) -> None:
        self.card.question.ask(
            (
                lambda: say("desk.revoke_title", number=spaced(badge.number)),
                lambda: say("desk.revoke_text"),
                lambda: f"{spaced(badge.number)}   {person.name}",
                lambda: say("desk.revoke_do"),
                lambda: say("desk.keep"),
            ),
            lambda reason: self.work.revoke(badge, reason_code(reason)),
            self.card.focus_action,
            danger=True,
            hint=lambda: say("desk.reason"),
            reasons=[partial(say, f"desk.reason_{reason}") for reason in REASONS],
        )

    def _on_consent(self, purpose: str, given: bool) -> None:
        card, language = self.card.card, interface.language
        if card is None:
            return
        person = card.person.id
        self._desk.run(
            lambda app, _progress: deskjobs.record_consent(app, person, purpose, language, given=given),
            lambda _none: self._read(person),
            lane="write",
            failed=self.messages.show_error,
            kept=True,
        )

    def _on_touched(self, person_id: uuid.UUID, show: bool) -> None:
        self._leaves_form = "show" if show else self._leaves_form
        self._read(person_id)

    def _on_walked_in(self, badge: BadgeRecord) -> None:
        self.walk_in.begin()
        self.search.setText(badge.number)

    def _on_walk_in_refused(self, error: UserError) -> None:
        if error.key == "desk.same_person":
            self.walk_in.look_again()
        self.walk_in.show_wrong(error)

    def _on_printed(self, printed: Printed) -> None:
        if self.card.opens_box.isChecked():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(printed.file)))

    def _on_erased(self) -> None:
        """Show nobody: whoever was shown is no more."""
        self.search.clear()
        self._show_nobody()
        self._ready()

    def _on_busy(self, busy: bool) -> None:
        self.card.set_busy(busy=busy)
        self.walk_in.set_busy(busy=busy)
        self.issue_all_button.setEnabled(not busy)
        self._paint()

    def _ready(self) -> None:
        """Be ready for the next person."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    def _leave_walk_in(self) -> None:
        self._stack.setCurrentWidget(self.card if self.card.card is not None else self._empty)
        self._ready()

    def _use(self, person: PersonRecord) -> None:
        """Go on with somebody who is there already, in place of the one who was being typed."""
        self.walk_in.begin()
        self._wish = person.id
        self.search.setText(person.badge.number if person.badge else person.name)
        self._leaves_form = "act"
        self._read(person.id)

    def _on_design(self) -> None:
        if self._design is not None:
            self._design = self.card.design
            self._paint()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._search())
        self.search.textEdited.connect(lambda _text: self.messages.clear())
        self.search.returnPressed.connect(self._on_enter)
        self.search.installEventFilter(self)
        self.people.chosen.connect(self._on_chosen)
        self.people.taken.connect(self._on_enter)
        self.card.wanted.connect(self._on_wanted)
        self.card.consent_wanted.connect(self._on_consent)
        self.card.design_changed.connect(self._on_design)
        self.card.left.connect(self._ready)
        self.walk_in.wanted.connect(lambda it, same: self.work.add_walk_in(it, same_allowed=same))
        self.walk_in.used.connect(self._use)
        self.walk_in.left.connect(self._leave_walk_in)
        self.work.busy.connect(self._on_busy)
        self.work.touched.connect(self._on_touched)
        self.work.walked_in.connect(self._on_walked_in)
        self.work.walk_in_refused.connect(self._on_walk_in_refused)
        self.work.printed.connect(self._on_printed)
        self.work.done.connect(self._ready)
        self.erasing.done.connect(self._on_erased)
        self.erasing.left.connect(self.card.focus_action)
        self.walk_in_button.clicked.connect(self.open_walk_in)
        self._add_button.clicked.connect(self.open_walk_in)
        self.issue_all_button.clicked.connect(lambda: self.work.issue_all(self._badgeless))
        window = self._desk.parent()
        shortcut = QShortcut(QKeySequence(WALK_IN_KEYS), window if isinstance(window, QWidget) else self)
        shortcut.activated.connect(self._on_shortcut)

    def _on_shortcut(self) -> None:
        if self._desk.app is not None:
            self._desk.wanted.emit("desk?walkin")

    def _lay_out(self) -> None:
        self.walk_in_button.setProperty("kind", "primary")
        self._add_button.setProperty("kind", "primary")
        self.search.setObjectName("desksearch")
        self.search.setClearButtonEnabled(True)
        self._count.setContentsMargins(0, 0, 0, 3)
        self.passphrase.hide()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.issue_all_button)
        head.addWidget(self.walk_in_button)
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 12)
        line.addWidget(self.search)
        for page in (self._empty, self.card, self.walk_in):
            self._stack.addWidget(page)
        asking = QVBoxLayout()
        asking.setContentsMargins(16, 0, 16, 0)
        asking.addWidget(self.passphrase)
        self.passphrase.setObjectName("deskpassphrase")
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.people)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(line)
        column.addLayout(asking)
        column.addWidget(self.messages)
        column.addLayout(body, 1)
        column.addWidget(self.progress)
