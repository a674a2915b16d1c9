"""What the station counted, for staff the morning after: what was not found, searched and opened; none under five."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from showcase.kiosk.kiosk import Kiosk
    from showcase.text import Texts
    from showcase.visits.report import Report

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_Day = Literal["today", "yesterday", "all"]
_List = Literal["not_found", "searched", "opens"]
_DAYS: Final[tuple[_Day, ...]] = ("today", "yesterday", "all")
_LISTS: Final[tuple[_List, ...]] = ("not_found", "searched", "opens")
"""The most useful to organisers first."""


@QmlElement
class CountsPage(QObject):
    """The counts in the language of the screen.

    Signals:
        changed: they were read, or the language is another one.
    """

    changed = Signal()

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._words = kiosk.words_
        self._day: str = _DAYS[0]
        self._report: Report | None = None
        self._titles: Mapping[str, Texts] = {}
        self._is_read = False
        kiosk.words_.changed.connect(self.changed)

    @Slot(str)
    def look(self, day: str) -> None:
        """Read what was counted on one of the days."""
        kiosk, self._day, self._is_read = self._kiosk, day, False
        today = kiosk.local(kiosk.now()).date()
        which = {"today": today, "yesterday": today - dt.timedelta(days=1)}.get(day)
        zone = kiosk.content.record.time_zone if kiosk.content.record else "Asia/Ho_Chi_Minh"
        self.changed.emit()
        kiosk.keeping.count(zone, which, lambda report: self._on_counted(day, report))

    def _on_counted(self, day: str, report: Report | None) -> None:
        if day != self._day:
            return
        self._report, self._titles, self._is_read = report, {}, True
        if report is not None and report.opens:
            self._kiosk.content.read(lambda session: _titles(session, report), self._on_titles)
        self.changed.emit()

    def _on_titles(self, titles: Mapping[str, Texts]) -> None:
        self._titles = titles
        self.changed.emit()

    def _get_days(self) -> list[dict[str, str]]:
        return [{"key": day, "label": self._words.say(f"kioskstaff.counts_{day}")} for day in _DAYS]

    def _get_says(self) -> str:
        """Say how many came, or why nothing can be told."""
        say = self._words.say
        if not self._is_read:
            return say("kioskstaff.judging")
        if self._report is None:
            return say("kioskstaff.not_kept")
        visits = self._report.wakes
        return say("kioskstaff.counts_few") if visits is None else say("kioskstaff.counts_visits", n=visits)

    def _get_lists(self) -> list[dict[str, Any]]:
        return [self._list(name) for name in _LISTS] if self._is_read and self._report else []

    def _list(self, name: _List) -> dict[str, Any]:
        """Return a list as {title, rows, more, none}; what is held back is only counted."""
        say = self._words.say
        numbers: Mapping[str, int | None] = getattr(self._report, name)
        told = {key: number for key, number in numbers.items() if number is not None}
        titles = {key: self._words.pick(texts) for key, texts in self._titles.items()}
        names = titles if name == "opens" else {key: key for key in told}
        held = len(numbers) - len(told)
        return {
            "title": say(f"kioskstaff.counts_{name}"),
            "rows": [
                {"number": self._words.number(number), "name": names[key]}
                for key, number in told.items()
                if key in names
            ],
            "more": say("kioskstaff.counts_more", n=held) if held else "",
            "none": "" if numbers else say("kioskstaff.counts_none"),
        }

    days = Property(list, _get_days, notify=changed)
    """The days to choose from, each as {key, label}."""
    day = Property(str, lambda self: self._day, notify=changed)
    says = Property(str, _get_says, notify=changed)
    lists = Property(list, _get_lists, notify=changed)


def _titles(session: Any, report: Report) -> Mapping[str, Texts]:
    """Return the titles of what was opened and can be told, in all their languages."""
    from showcase.catalogue.queries import list_organisations, list_products, list_sessions

    ids: dict[str, dict[uuid.UUID, str]] = {}
    for key, number in report.opens.items():
        if number is not None:
            kind, _, which = key.partition(":")
            ids.setdefault(kind, {})[uuid.UUID(which)] = key
    found: dict[str, Texts] = {}
    if products := ids.get("product"):
        found |= {products[it.id]: it.name for it in list_products(session, ids=list(products))}
    if organisations := ids.get("organisation"):
        found |= {organisations[it.id]: it.name for it in list_organisations(session, ids=list(organisations))}
    if talks := ids.get("session"):
        found |= {talks[it.id]: it.title for it in list_sessions(session, ids=list(talks))}
    return found
