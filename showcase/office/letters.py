"""The page of letters: who has something missing at the left, and the letter that asks for it at the right."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from showcase.messages import LANGUAGES
from showcase.office.bars import Messages, ProgressPanel
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.labels import language_name, local, make_label
from showcase.office.letterlist import COUNT, EDITED, LetterDelegate
from showcase.office.overview import today
from showcase.paths import documents_folder
from showcase.qt.images import icon
from showcase.qt.tasks import Task
from showcase.qt.translate import interface, say
from showcase.text import fold

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.progress import Progress
    from showcase.reports.letters import Letter, Occasion
    from showcase.reports.records import MissingRecord

_LIST: Final = 320
_ID: Final = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Edited:
    """A letter that somebody changed, and what was missing then."""

    letter: Letter
    asked: MissingRecord


def _read(app: App, day: dt.date, language: str) -> tuple[Occasion, list[MissingRecord], int]:
    from showcase.catalogue.queries import count_organisations
    from showcase.reports.letters import read_missing

    with app.reading() as session:
        return *read_missing(session, day, language), count_organisations(session, exhibits=True)


class LettersPage(QWidget):
    """The page. What is typed into a letter stays with its exhibitor until it is written anew."""

    tables = frozenset(
        {"event", "organisations", "organisation_topics", "topics", "products", "product_media", "booth_assignments"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.today: Callable[[], dt.date] = today
        self._occasion: Occasion | None = None
        self._missing: dict[uuid.UUID, MissingRecord] = {}
        self._edited: dict[uuid.UUID, Edited] = {}
        self._languages: dict[uuid.UUID, str] = {}
        self._exhibitors = 0
        self._is_stale, self._is_filling = True, False
        self._reading: Task[Any] | None = None
        self.messages = Messages()
        self.progress = ProgressPanel()
        self._title, self._count = QLabel(), QLabel()
        self.filter, self.list = QLineEdit(), QListWidget()
        self._search = QAction(self)
        self._name, self._to = make_label(role="lead"), make_label(role="sub")
        self.language = QComboBox()
        self._stale = QLabel()
        self.subject, self.body = QLineEdit(), QPlainTextEdit()
        self._labels = {name: QLabel() for name in ("in", "subject", "body")}
        self.copy = SayingButton("reports.letters_copy", self._copy)
        self.mail = SayingButton("reports.letters_mail", self._mail, primary=True)
        self.again = SayingButton("reports.letters_again", self._write_again)
        self.save = SayingButton("reports.letters_save", self.ask_save)
        self._import = SayingButton("reports.letters_import", lambda: desk.wanted.emit("import"), primary=True)
        self._nothing = EmptyState(self._import)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Tell whether letters are being saved."""
        return not self.progress.isHidden()

    def clear(self) -> None:
        """Forget the letters of another event."""
        self._occasion, self._missing = None, {}
        self._edited.clear()
        self._languages.clear()
        self.list.clear()
        self._stack.setCurrentIndex(0)

    def reload(self) -> None:
        """Look again what is missing, at once when the page is looked at, else when it is."""
        self._is_stale = True
        if self._desk.app is None or not self.isVisible():
            return
        self._is_stale = False
        if self._reading:
            self._reading.cancel()
        day, language = self.today(), interface.language
        self._reading = self._desk.run(lambda app, _progress: _read(app, day, language), self._on_read)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - as Qt declares it
        """Look at what changed while the page was not looked at."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def retranslate(self) -> None:
        """Say every text of the page again; letters stay in their language."""
        self.setAccessibleName(say("office.page_letters"))
        self._title.setText(say("office.page_letters"))
        self.filter.setPlaceholderText(say("reports.letters_filter"))
        self.filter.setAccessibleName(say("reports.letters_filter"))
        self.list.setAccessibleName(say("reports.letters_list"))
        self._search.setIcon(icon("search", "sub", 16))
        self._search.setText(say("reports.letters_filter"))
        for name, label in self._labels.items():
            label.setText(say(f"reports.letters_{name}"))
        self.language.setAccessibleName(say("reports.letters_in"))
        self.subject.setAccessibleName(say("reports.letters_subject"))
        self.body.setAccessibleName(say("reports.letters_body"))
        self._stale.setText(say("reports.letters_changed"))
        for button in (self.copy, self.mail, self.again, self.save, self._import):
            button.retranslate()
        for name, button in (("copy", self.copy), ("mail", self.mail), ("folder-down", self.save)):
            button.setIcon(icon(name, "acct" if button is self.mail else "text", 15, 5))
            button.setIconSize(QSize(20, 15))
        self._say_counts()
        self._fill_list()
        self._show_letter()

    def letter(self, exhibitor: uuid.UUID) -> Letter:
        """Return the letter to an exhibitor as it stands: as it was edited, else as it is written."""
        from showcase.reports.letters import write_letter

        edited = self._edited.get(exhibitor)
        if edited:
            return edited.letter
        assert self._occasion is not None
        return write_letter(self._occasion, self._missing[exhibitor], self._languages.get(exhibitor, ""))

    def letters(self) -> list[Letter]:
        """Return all letters, in the order of the list."""
        return [self.letter(exhibitor) for exhibitor in self._missing]

    def ask_save(self) -> None:
        """Ask for a folder, and save every letter in a new one in it."""
        folder = QFileDialog.getExistingDirectory(self, say("reports.letters_ask"), str(documents_folder()))
        if folder:
            self.save_in(Path(folder))

    def save_in(self, folder: Path) -> None:
        """Save every letter as a text file in a new folder in a folder."""
        letters, name = self.letters(), say("reports.letters_folder", day=self.today().isoformat())

        def work(_app: App, progress: Progress) -> Path:
            from showcase.reports.letters import save_letters

            return save_letters(folder, name, letters, progress)

        task = self._desk.run(work, lambda made: self._on_saved(made, len(letters)), failed=self.messages.show_error)
        self.progress.follow(task, lambda: say("reports.letters_doing"))

    def _on_saved(self, folder: Path, count: int) -> None:
        self.messages.show_text(
            "good",
            lambda: say("reports.letters_saved", n=count, folder=folder.name),
            ("reports.letters_open", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))),
        )

    def _on_read(self, answer: tuple[Occasion, list[MissingRecord], int]) -> None:
        self._reading = None
        self._occasion, records, self._exhibitors = answer
        self._missing = {record.id: record for record in records}
        self._edited = {key: edited for key, edited in self._edited.items() if key in self._missing}
        self._say_counts()
        self._fill_list()
        self._show_letter()

    def _say_counts(self) -> None:
        count = len(self._missing)
        self._count.setText(say("reports.letters_count", n=count) if count else "")
        why = "empty" if self._exhibitors else "no_exhibitors"
        self._nothing.set_texts(lambda: say(f"reports.letters_{why}"), lambda: say(f"reports.letters_{why}_text"))
        self._import.setVisible(not self._exhibitors)
        self.save.setVisible(bool(count))
        if self._occasion is not None:
            self._stack.setCurrentIndex(1 if count else 2)

    def _fill_list(self) -> None:
        """Fill the list with who matches the filter, and stay on whose letter is shown."""
        current, wanted = self._current(), fold(self.filter.text())
        self._is_filling = True
        self.list.clear()
        for record in self._missing.values():
            name = local(record.name)
            if wanted and wanted not in fold(name):
                continue
            item = QListWidgetItem(name)
            item.setData(_ID, record.id)
            item.setData(COUNT, say("reports.letters_things", n=record.count))
            item.setData(EDITED, say("reports.letters_edited") if record.id in self._edited else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {item.data(COUNT)}")
            item.setToolTip(name)
            self.list.addItem(item)
            if record.id == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._is_filling = False

    def _current(self) -> uuid.UUID | None:
        chosen: uuid.UUID | None = self.list.currentIndex().data(_ID)
        return chosen

    def _show_letter(self) -> None:
        """Show the letter to the current exhibitor."""
        current = self._current()
        there = current is not None and self._occasion is not None
        self._letter.setVisible(there)
        self._nobody.setVisible(not there)
        self._nobody.setText(say("reports.letters_nobody") if self._missing else "")
        if current is None or not there:
            return
        record, letter = self._missing[current], self.letter(current)
        self._name.setText(local(record.name))
        self._to.setText(f"{say('reports.letters_to')}  {letter.to or say('reports.letters_no_address')}")
        self._is_filling = True
        self._fill_languages(record, letter.language)
        if self.subject.text() != letter.subject:
            self.subject.setText(letter.subject)
            self.subject.setCursorPosition(0)
        if self.body.toPlainText() != letter.body:
            self.body.setPlainText(letter.body)
        self._is_filling = False
        self._show_state(current)

    def _show_state(self, current: uuid.UUID) -> None:
        edited = self._edited.get(current)
        self.again.setVisible(edited is not None)
        self._stale.setVisible(edited is not None and edited.asked != self._missing[current])

    def _fill_languages(self, record: MissingRecord, chosen: str) -> None:
        from showcase.reports.letters import language_of

        own = language_of(record.country)
        self.language.clear()
        for code in LANGUAGES:
            name = language_name(code)
            self.language.addItem(say("reports.letters_in_own", language=name) if code == own else name, code)
        self.language.setCurrentIndex(LANGUAGES.index(chosen))

    def _on_chosen(self) -> None:
        if not self._is_filling:
            self._show_letter()

    def _on_language(self, _place: int) -> None:
        """Write the letter in another language; what was typed was in the former one, so it goes."""
        current = self._current()
        if current is not None and not self._is_filling:
            self._languages[current] = str(self.language.currentData())
            self._write_again()

    def _on_typed(self) -> None:
        """Keep what was typed with the exhibitor."""
        current = self._current()
        if self._is_filling or current is None:
            return
        before = self._edited.get(current)
        letter = replace(self.letter(current), subject=self.subject.text(), body=self.body.toPlainText())
        self._edited[current] = Edited(letter, before.asked if before else self._missing[current])
        self.list.currentItem().setData(EDITED, say("reports.letters_edited"))
        self._show_state(current)

    def _write_again(self) -> None:
        current = self._current()
        if current is not None:
            self._edited.pop(current, None)
            self.list.currentItem().setData(EDITED, "")
            self._show_letter()

    def _copy(self) -> None:
        letter = self._copied()
        if letter:
            self.messages.show_text("good", lambda: say("reports.letters_copied", name=letter.name))

    def _copied(self) -> Letter | None:
        """Put the letter that is shown on the clipboard."""
        current = self._current()
        if current is None:
            return None
        letter = self.letter(current)
        QGuiApplication.clipboard().setText(letter.body)
        return letter

    def _mail(self) -> None:
        """Open the letter in the mail program; what it cannot be handed waits on the clipboard."""
        from showcase.reports.letters import mail_address

        current = self._current()
        if current is None:
            return
        letter = self.letter(current)
        address, is_whole = mail_address(letter)
        self.messages.clear()
        if not is_whole:
            self._copied()
            self.messages.show_text("warn", lambda: say("reports.letters_long", name=letter.name))
        if not QDesktopServices.openUrl(QUrl.fromEncoded(QByteArray(address.encode()))):
            self._copied()
            self.messages.show_text("warn", lambda: say("reports.letters_no_mail", name=letter.name))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.list.currentItemChanged.connect(lambda *_: self._on_chosen())
        self.language.currentIndexChanged.connect(self._on_language)
        self.subject.textEdited.connect(self._on_typed)
        self.body.textChanged.connect(self._on_typed)

    def _on_filter(self) -> None:
        self._fill_list()
        self._show_letter()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "sub")
        self._count.setContentsMargins(0, 0, 0, 2)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.save)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._make_list())
        split.addWidget(self._make_letter())
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST, 800])
        self._stack = QStackedWidget()
        for part in (QWidget(), split, self._nothing):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)

    def _make_list(self) -> QWidget:
        side = QFrame()
        side.setObjectName("letterside")
        side.setMinimumWidth(220)
        self.filter.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.list.setObjectName("letters")
        self.list.setItemDelegate(LetterDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(12, 10, 12, 10)
        line.addWidget(self.filter)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        return side

    def _make_letter(self) -> QWidget:
        self._stale.setProperty("role", "warn")
        self._stale.setWordWrap(True)
        self._nobody = QLabel()
        self._nobody.setProperty("role", "sub")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for name, label in self._labels.items():
            label.setProperty("role", "label")
            label.setBuddy({"in": self.language, "subject": self.subject, "body": self.body}[name])
        self.body.setTabChangesFocus(True)
        self._letter = QWidget()
        choice = QVBoxLayout()
        choice.setSpacing(2)
        choice.addWidget(self._labels["in"])
        choice.addWidget(self.language)
        who = QVBoxLayout()
        who.setSpacing(2)
        who.addWidget(self._name)
        who.addWidget(self._to)
        top = QHBoxLayout()
        top.addLayout(who, 1)
        top.addLayout(choice)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.mail)
        foot.addWidget(self.copy)
        foot.addStretch()
        foot.addWidget(self._stale)
        foot.addWidget(self.again)
        column = QVBoxLayout(self._letter)
        column.setContentsMargins(20, 10, 20, 14)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._labels["subject"])
        column.addWidget(self.subject)
        column.addWidget(self._labels["body"])
        column.addWidget(self.body, 1)
        column.addSpacing(8)
        column.addLayout(foot)
        outer = QWidget()
        both = QVBoxLayout(outer)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._letter, 1)
        both.addWidget(self._nobody, 1)
        return outer
