"""The programme: what is on now, what is next, and every session by day and topic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.kiosk.cards import session_card
from showcase.kiosk.pages import PageModel

if TYPE_CHECKING:
    from showcase.catalogue.records import SessionRecord
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_ROWS: Final = 6


@QmlElement
class Programme(PageModel):
    """The sessions of one day; it opens on today, or on the first day while the event has not begun."""

    changed = Signal()

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._talks: Sequence[SessionRecord] = ()
        self._day: dt.date | None = None
        self._topic = ""
        self._first = 0
        self._rows = _ROWS
        self._is_read = False
        kiosk.clockChanged.connect(self.changed)

    @Slot()
    def load(self) -> None:
        """Read the sessions."""
        self.read(_read, self._on_read)

    def close(self) -> None:
        """Hear nothing of the time any more."""
        self.kiosk.clockChanged.disconnect(self.changed)
        super().close()

    @Slot(str)
    def choose(self, day: str) -> None:
        """Show another day, as 2025-12-23."""
        self._day, self._first = dt.date.fromisoformat(day), 0
        self.changed.emit()

    @Slot(str)
    def narrow(self, topic: str) -> None:
        """Show only the sessions about a topic; "" is all of them."""
        self._topic, self._first = topic, 0
        self.changed.emit()

    @Slot(int)
    def fit(self, rows: int) -> None:
        """Hear how many cards there is room for."""
        if rows > 0 and rows != self._rows:
            self._rows = rows
            self._first -= self._first % rows
            self.changed.emit()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Go on or back by a number of screens."""
        self._first = max(0, self._first + by * self._rows)
        self.changed.emit()

    def _on_read(self, talks: Sequence[SessionRecord]) -> None:
        self._talks, self._is_read = talks, True
        days = self._days()
        if self._day not in days:
            today = self.kiosk.local(self.kiosk.now()).date()
            self._day = today if today in days else days[0] if days else None
            self._first = self._first_to_come()
        self.changed.emit()

    def _first_to_come(self) -> int:
        """Return the screen that holds what is on now or comes next, so that nobody begins with what is over."""
        now = self.kiosk.now()
        place = next((place for place, talk in enumerate(self._shown()) if talk.ends_at > now), 0)
        return place - place % self._rows

    def _days(self) -> list[dt.date]:
        return sorted({self.kiosk.local(talk.starts_at).date() for talk in self._talks})

    def _on_day(self) -> list[SessionRecord]:
        return [talk for talk in self._talks if self.kiosk.local(talk.starts_at).date() == self._day]

    def _shown(self) -> list[SessionRecord]:
        return [
            talk
            for talk in self._on_day()
            if not self._topic or any(str(topic.id) == self._topic for topic in talk.topics)
        ]

    def _card(self, talk: SessionRecord, following: dt.datetime | None) -> dict[str, Any]:
        now = self.kiosk.now()
        state = "later"
        if talk.ends_at <= now:
            state = "over"
        elif talk.starts_at <= now:
            state = "now"
        elif talk.starts_at == following:
            state = "next"
        said = self.words.say(f"kioskpages.{state}") if state != "later" else ""
        return session_card(self.kiosk, talk) | {"state": state, "said": said}

    def _get_rows(self) -> list[dict[str, Any]]:
        shown, now = self._shown(), self.kiosk.now()
        following = min((talk.starts_at for talk in self._talks if talk.starts_at > now), default=None)
        return [self._card(talk, following) for talk in shown[self._first : self._first + self._rows]]

    def _get_days(self) -> list[dict[str, str]]:
        days = [{"key": day.isoformat(), "label": self.words.date(day, short=True)} for day in self._days()]
        return days if len(days) > 1 else []

    def _get_topics(self) -> list[dict[str, str]]:
        topics = {str(topic.id): topic for talk in self._on_day() for topic in talk.topics}
        chips = [{"key": "", "label": self.words.say("kioskpages.whole_day")}]
        chips += [{"key": key, "label": self.words.pick(topic.name)} for key, topic in topics.items()]
        return chips if len(chips) > 1 else []

    days = Property(list, _get_days, notify=changed)
    day = Property(str, lambda self: self._day.isoformat() if self._day else "", notify=changed)
    date = Property(
        str,
        lambda self: self.words.date(self._day) if self._day else "",
        notify=changed,
    )
    topics = Property(list, _get_topics, notify=changed)
    topic = Property(str, lambda self: self._topic, notify=changed)
    rows = Property(list, _get_rows, notify=changed)
    first = Property(int, lambda self: self._first, notify=changed)
    number = Property(int, lambda self: len(self._shown()), notify=changed)
    last = Property(int, lambda self: min(len(self._shown()), self._first + self._rows), notify=changed)
    empty = Property(bool, lambda self: self._is_read and not self._talks, notify=changed)


def _read(session: Any) -> list[SessionRecord]:
    from showcase.catalogue.queries import list_sessions

    return list_sessions(session)
