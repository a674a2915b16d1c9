"""What every view model of the scanner begins with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from showcase.documents.colours import ROLE_WORDS
from showcase.leads.telling import clock_time
from showcase.text import Texts, pick

if TYPE_CHECKING:
    from showcase.leads.records import Card, DoorCount, Lead
    from showcase.people.kinds import Role
    from showcase.scanner.scanner import Scanner


class Model(QObject):
    """A part of the screen. A subclass declares `changed = Signal()`, which is also said when the language changes."""

    changed: SignalInstance

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self.scanner = scanner
        self.words = scanner.words_
        self.desk = scanner.desk
        scanner.words_.changed.connect(self.changed)
        scanner.stationChanged.connect(self.changed)

    def pick(self, texts: Texts) -> str:
        """Return a text of the event in the language of the screen, else in one that it has."""
        return pick(texts, self.scanner.languages())[1]

    def time(self, moment: dt.datetime) -> str:
        """Return a moment as people at the event say it."""
        info = self.desk.info
        return clock_time(moment, self.scanner.now(), info.event.time_zone) if info else ""

    def role_word(self, role: Role | None) -> str:
        """Return the word of a role, as the event has it."""
        info = self.desk.info
        if role is None or info is None:
            return ""
        word = self.pick({**ROLE_WORDS[role], **info.event.role_words.get(role, {})})
        return word.capitalize() if word.isupper() else word

    def named(self, lead: Lead) -> str:
        """Return what a lead is called: a name, else the number of the badge."""
        number = self.words.say("scanner.badge_number", number=spaced(lead.number)) if lead.number else ""
        return lead.name or number or self.words.say("scanner.no_name")

    def gone_through(self, door: DoorCount) -> str:
        """Return how many went in, and out."""
        return ", ".join(
            (self.words.say("scanner.entries", n=door.entries), self.words.say("scanner.exits", n=door.exits))
        )

    def about(self, card: Card | None) -> tuple[str, str]:
        """Return what somebody does, and where."""
        return (self.pick(card.job_title), self.pick(card.organisation)) if card else ("", "")


def spaced(number: str) -> str:
    """Return the number of a badge as it is printed: in two groups."""
    return f"{number[:4]}\N{NO-BREAK SPACE}{number[4:]}" if len(number) == 8 else number
