"""All badges a person ever had, the newest first, each with its number, what it is worth, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from showcase.office.labels import clock, day, empty, local_time, make_label
from showcase.office.listings import spaced, word
from showcase.people.kinds import BadgeState
from showcase.qt.images import pixmap
from showcase.qt.theme import tokens
from showcase.qt.translate import say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.office.deskjobs import Story

REASONS: Final = ("lost", "stolen", "wrong", "absent")
"""Reasons that the desk knows by a word of their own, in every language."""
_STATES: Final = {
    BadgeState.ISSUED: ("badge-check", "ok"),
    BadgeState.REVOKED: ("badge-x", "err"),
    BadgeState.REPLACED: ("refresh-cw", "sub"),
}
_SHOWN: Final = 6
"""Prints of one badge that are listed; of more, the first and the last."""


def reason_words(reason: str) -> str:
    """Return a reason in the language of the interface, or as it was typed."""
    return say(f"desk.reason_{reason}") if reason in REASONS else reason


def reason_code(typed: str) -> str:
    """Return a reason as it is kept: the ones that the desk knows are the same in every language."""
    return next((reason for reason in REASONS if say(f"desk.reason_{reason}") == typed), typed)


class BadgeHistory(QWidget):
    """The list."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._none = make_label("", "sub")
        self.lines: list[str] = []
        """What is told, line by line."""

    def show_stories(self, stories: Sequence[Story]) -> None:
        """Show badges and what happened to them."""
        empty(self._column)
        self.lines = []
        numbers = {story.badge.id: story.badge.number for story in stories}
        for story in stories:
            self._column.addWidget(self._badge(story, numbers))
        if not stories:
            self._column.addWidget(make_label(say("desk.no_badges"), "sub"))

    def _badge(self, story: Story, numbers: Mapping[Any, str]) -> QWidget:
        badge, widget = story.badge, QWidget()
        name, ink = _STATES[badge.state]
        head = QHBoxLayout()
        head.setSpacing(8)
        number = make_label(spaced(badge.number), "plate" if badge.state is BadgeState.ISSUED else "strong")
        mark = QLabel()
        mark.setPixmap(pixmap(name, tokens()[ink], 15, self.devicePixelRatioF()))
        state = join((say(f"desk.badge_{badge.state.value}"), word("role", badge.role)))
        for part in (number, mark, make_label(state)):
            part.setWordWrap(False)
            head.addWidget(part)
        head.addStretch()
        grid = QGridLayout()
        grid.setContentsMargins(2, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (when, what) in enumerate(_told(story, numbers)):
            self.lines.append(what)
            time = make_label(when, "small")
            time.setWordWrap(False)
            grid.addWidget(time, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(make_label(what, "small"), row, 1)
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(grid)
        return widget


def _told(story: Story, numbers: Mapping[Any, str]) -> list[tuple[str, str]]:
    """Return when and what happened, the newest first; of many prints only the newest."""
    events = list(reversed(story.events))
    if len(events) > _SHOWN:
        events = [*events[: _SHOWN - 1], events[-1]]
    told = []
    for event in events:
        at = local_time(event.at)
        number = spaced(numbers.get(event.replaced_by, "")).strip()
        what = say(f"desk.event_{event.kind.value}", number=number)
        told.append(
            (f"{day(at.date(), short=True)} {clock(at)}", join((what, reason_words(event.reason), event.station)))
        )
    return told
