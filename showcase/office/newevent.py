"""A new event by five questions, checked while they are answered; nothing is made until all is well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from showcase.errors import UserError
from showcase.office.answers import Answers, find_problems, suggest_file
from showcase.office.bars import Messages, ProgressPanel
from showcase.office.controls import DayControl, LineControl
from showcase.office.desk import SUFFIX, Desk
from showcase.office.empty import SayingButton
from showcase.office.questions import LanguagesAnswer, Question, TextsAnswer, preferred
from showcase.qt.tasks import Task
from showcase.qt.translate import say

_WIDTH: Final = 960
_QUESTIONS: Final = ("languages", "name", "dates", "place", "file")


class NewEventPage(QWidget):
    """The page.

    Signals:
        done: the event is made and being opened.
        cancelled: somebody went back; nothing was made.
    """

    done = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.messages, self.progress = Messages(), ProgressPanel()
        self.questions = {name: Question(name, place) for place, name in enumerate(_QUESTIONS, start=1)}
        self.languages = LanguagesAnswer()
        self.name, self.place = TextsAnswer("shell.new_name"), TextsAnswer("shell.new_place")
        self.starts_on, self.ends_on = DayControl(), DayControl()
        self.file, self.base_url = LineControl(), LineControl()
        self.browse = SayingButton("shell.new_browse", self._ask_file)
        self.create_button = SayingButton("shell.new_create", self.make, primary=True)
        self.cancel_button = SayingButton("shell.new_cancel", self._cancel)
        self._title, self._lead, self._missing = QLabel(), QLabel(), QLabel()
        self._labels: list[tuple[QLabel, QWidget, str]] = []
        self._problems: Mapping[str, UserError] = {}
        self._checking: Task[Any] | None = None
        self._making: Task[Any] | None = None
        self._suggested = ""
        self._answer_questions()
        self._lay_out()
        self._connect()
        self.begin()

    @property
    def is_busy(self) -> bool:
        """Tell whether the event is being made."""
        return self._making is not None

    def begin(self) -> None:
        """Ask anew, with nothing answered but the languages."""
        self.messages.clear()
        self.languages.show_value(preferred())
        for texts in (self.name, self.place):
            texts.show_value({})
        for line in (self.starts_on, self.ends_on, self.file, self.base_url):
            line.show_value("")
        self._suggested = ""
        for question in self.questions.values():
            question.untouch()
        self.retranslate()
        self._on_languages()
        self._area.verticalScrollBar().setValue(0)
        next(iter(self.name.lines.values())).setFocus()

    def answers(self) -> Answers:
        """Return what is answered so far."""
        return Answers(
            self.languages.value(),
            self.name.value(),
            self.starts_on.value(),
            self.ends_on.value(),
            self.place.value(),
            self.file.value(),
            self.base_url.value(),
        )

    def make(self) -> None:
        """Make the event and open it; when an answer is wrong, say which."""
        for question in self.questions.values():
            question.touch()
        self._check(self._create_checked)

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("shell.new_title"))
        self._lead.setText(say("shell.new_lead"))
        for question in self.questions.values():
            question.retranslate()
        for answer in (self.languages, self.name, self.place, self.starts_on, self.ends_on):
            answer.retranslate()
        for label, control, key in self._labels:
            label.setText(say(key))
            control.setAccessibleName(say(key))
        self.base_url.setPlaceholderText("https://")
        self._say_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.is_busy:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _answer_questions(self) -> None:
        """Put the controls under their questions."""
        self.questions["languages"].body.addWidget(self.languages)
        self.questions["name"].body.addWidget(self.name)
        self.questions["place"].body.addWidget(self.place)
        days = QHBoxLayout()
        days.setSpacing(12)
        for control, key in ((self.starts_on, "shell.new_starts_on"), (self.ends_on, "shell.new_ends_on")):
            days.addLayout(self._labelled(control, key), 1)
        self.questions["dates"].body.addLayout(days)
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addLayout(self._labelled(self.file, "shell.new_file_path"), 1)
        file.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignBottom)
        self.questions["file"].body.addLayout(file)
        self.questions["file"].body.addLayout(self._labelled(self.base_url, "shell.new_address"))

    def _labelled(self, control: QWidget, key: str) -> QVBoxLayout:
        label = QLabel()
        label.setProperty("role", "sub")
        self._labels.append((label, control, key))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(control)
        return column

    def _lay_out(self) -> None:
        self._title.setProperty("role", "hero")
        self._lead.setProperty("role", "sub")
        self._lead.setWordWrap(True)
        box = QFrame()
        box.setProperty("role", "box")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for question in self.questions.values():
            inner.addWidget(question)
        body = QWidget()
        body.setMaximumWidth(_WIDTH + 32)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 20, 16, 20)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(10)
        column.addWidget(box)
        column.addStretch()
        around = QWidget()
        middle = QHBoxLayout(around)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(body, 100)
        middle.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(around)
        foot = QFrame()
        foot.setObjectName("foot")
        self._missing.setProperty("role", "sub")
        self._missing.setWordWrap(True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self._missing, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.create_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part in (self.messages, self._area, self.progress, foot):
            outer.addWidget(part, 1 if part is self._area else 0)

    def _connect(self) -> None:
        self.languages.changed.connect(self._on_languages)
        self.name.changed.connect(self._on_name)
        self.place.changed.connect(self._check)
        for line in (self.starts_on, self.ends_on, self.file, self.base_url):
            line.textEdited.connect(lambda _text: self._check())
        touching: dict[str, tuple[Any, ...]] = {
            "languages": (self.languages,),
            "name": (self.name,),
            "dates": (self.starts_on, self.ends_on),
            "place": (self.place,),
            "file": (self.file, self.base_url),
        }
        for name, controls in touching.items():
            for control in controls:
                control.left.connect(lambda name=name: self._touch(name))

    def _touch(self, name: str) -> None:
        self.questions[name].touch()
        self._check()

    def _on_languages(self) -> None:
        languages = self.languages.value()
        for texts in (self.name, self.place):
            texts.set_languages(languages)
        self._on_name()

    def _on_name(self) -> None:
        """Have the file called like the event, until somebody calls it otherwise."""
        if self.file.value() == self._suggested:
            self._suggested = suggest_file(next(filter(None, self.name.value().values()), ""))
            self.file.show_value(self._suggested)
        self._check()

    def _check(self, then: Any = None) -> None:
        """Look what is wrong with the answers, then do something more; older looks are dropped."""
        answers = self.answers()
        if self._checking:
            self._checking.cancel()

        def checked(problems: Mapping[str, UserError]) -> None:
            if not isValid(self):  # somebody went back as the last line was left
                return
            self._problems = problems
            self._say_state()
            if then is not None:
                then(answers)

        self._checking = self._desk.tasks.run(lambda _progress: find_problems(answers), checked)

    def _say_state(self) -> None:
        """Say at each question what is wrong, and at the foot what is missing."""
        notes = {"dates": self._say_days(), "file": self._say_file()}
        for name, question in self.questions.items():
            problem = self._problems.get(name)
            if name == "file" and problem is None:
                problem = self._problems.get("address")
            question.show_state(problem, notes.get(name, ""))
        wrong = [
            name for name in _QUESTIONS if name in self._problems or (name == "file" and "address" in self._problems)
        ]
        key = "shell.new_missing" if wrong else "shell.new_ready"
        self._missing.setText(say(key, what=", ".join(str(_QUESTIONS.index(name) + 1) for name in wrong), n=len(wrong)))

    def _say_days(self) -> str:
        try:
            first, last = (dt.date.fromisoformat(line.value()) for line in (self.starts_on, self.ends_on))
        except ValueError:
            return ""
        return say("shell.new_days", n=(last - first).days + 1)

    def _say_file(self) -> str:
        folder = self.answers().path.parent if self.file.value() else None
        return say("shell.new_folder", folder=str(folder)) if folder and not folder.exists() else ""

    def _create_checked(self, answers: Answers) -> None:
        if self._problems:
            name = next(name for name in _QUESTIONS if name in self._problems or name == "file")
            self._area.ensureWidgetVisible(self.questions[name], 0, 24)
            return
        if self._making:
            return
        self._making = self._desk.tasks.run(
            lambda _progress: _create(answers),
            self._on_created,
            lane="write",
            failed=self.messages.show_error,
        )
        self._making.ended.connect(self._on_ended)
        self.create_button.setEnabled(False)
        self.progress.follow(self._making, lambda: say("office.doing_create"))

    def _on_created(self, path: Path) -> None:
        self._desk.open(path)
        self.done.emit()

    def _on_ended(self) -> None:
        self._making = None
        self.create_button.setEnabled(True)

    def _cancel(self) -> None:
        self.cancelled.emit()

    def _ask_file(self) -> None:
        kinds = f"{say('office.event_files')} (*{SUFFIX})"
        start = self.file.value() or suggest_file(say("office.new_name"))
        name, _ = QFileDialog.getSaveFileName(self, say("office.ask_create"), start, kinds)
        if name:
            self.file.show_value(name)
            self._touch("file")


def _create(answers: Answers) -> Path:
    from showcase.app import create_file

    create_file(answers.path, answers.languages, answers.values())
    return answers.path
