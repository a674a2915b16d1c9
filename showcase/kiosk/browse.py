"""Lists to look through: what belongs to a topic, a kind of organisation or a place, or seeks the same."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.catalogue.kinds import OrganisationKind, Seeking
from showcase.kiosk.cards import card, country
from showcase.kiosk.pages import PageModel
from showcase.qt.art import scene_for

if TYPE_CHECKING:
    from showcase.catalogue.browsing import Wanted
    from showcase.catalogue.records import OrganisationRecord, ProductRecord, TopicRecord
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_ROWS: Final = 7


class _Found(NamedTuple):
    """A part of a list, and what the list is about."""

    topic: TopicRecord | None
    owner: OrganisationRecord | None
    counts: Mapping[str, int]
    records: list[ProductRecord | OrganisationRecord]


@QmlElement
class Browse(PageModel):
    """A list of "topic:ID", "organisation:ID", "kind:company", "country:VN", "region:NAME" or "seeking:pilots".

    With "" it is of everything.
    """

    changed = Signal()

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._about, _, self._which = subject.partition(":")
        self._topic: TopicRecord | None = None
        self._owner: OrganisationRecord | None = None
        self._counts: Mapping[str, int] = {}
        self._records: list[ProductRecord | OrganisationRecord] = []
        self._is_read = False
        self._shown = ""
        self._first = 0
        self._rows = _ROWS

    @Slot()
    def load(self) -> None:
        """Read the part of the list that is shown."""
        language = self.words.interface()
        part = {"shown": self._shown, "offset": self._first, "limit": self._rows, "language": language}
        about, which = self._about, self._which
        self.read(lambda session: _read(session, about, which, part), self._on_read)

    @Slot(str)
    def show(self, kind: str) -> None:
        """Show only products, services or organisations, or all with ""."""
        if kind != self._shown:
            self._shown, self._first = kind, 0
            self.load()

    @Slot(int)
    def fit(self, rows: int) -> None:
        """Hear how many cards there is room for."""
        if rows > 0 and rows != self._rows:
            self._rows = rows
            self._first -= self._first % rows
            self.load()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Go on or back by a number of screens."""
        self._first = max(0, self._first + by * self._rows)
        self.load()

    def _on_read(self, found: _Found) -> None:
        self._topic, self._owner, self._counts, self._records = found
        self._is_read = True
        if self._first and not self._records:  # the event changed, and the list is shorter now
            self._first = 0
            self.load()
            return
        self.changed.emit()

    def _get_title(self) -> str:
        match self._about:
            case "topic" | "organisation":
                named = self._topic or self._owner
                return self.words.pick(named.name) if named else ""
            case "kind":
                return self.words.say(f"kiosk.kinds_{self._which}")
            case "country":
                return country(self.words, self._which)
            case "region":
                return self._which
            case "seeking":
                return self.words.say(f"kiosk.seeking_{self._which}")
        return self.words.say("kiosk.everything")

    def _get_chips(self) -> list[dict[str, Any]]:
        chips = [{"key": "", "label": self.words.say("kiosk.chip_all", n=sum(self._counts.values()))}]
        chips += [
            {"key": name, "label": self.words.say(f"kiosk.chip_{name}", n=number)}
            for name, number in self._counts.items()
        ]
        return chips if len(chips) > 2 else []

    def _get_rows(self) -> list[dict[str, Any]]:
        return [card(self.words, record) for record in self._records]

    def _number(self) -> int:
        return self._counts.get(self._shown, 0) if self._shown else sum(self._counts.values())

    title = Property(str, _get_title, notify=changed)
    scene = Property(str, lambda self: scene_for(self._topic) if self._topic else "terrace", notify=changed)
    chips = Property(list, _get_chips, notify=changed)
    shown = Property(str, lambda self: self._shown, notify=changed)
    rows = Property(list, _get_rows, notify=changed)
    first = Property(int, lambda self: self._first, notify=changed)
    number = Property(int, _number, notify=changed)
    last = Property(int, lambda self: self._first + len(self._records), notify=changed)
    empty = Property(bool, lambda self: self._is_read and not self._records, notify=changed)


@QmlElement
class Ways(PageModel):
    """All ways into the lists: topics, kinds of organisations, countries, regions, each with its number."""

    changed = Signal()

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._topics: list[TopicRecord] = []
        self._kinds: Mapping[str, int] = {}
        self._countries: Mapping[str, int] = {}
        self._regions: Mapping[str, int] = {}
        self._is_read = False

    @Slot()
    def load(self) -> None:
        """Read and count them."""
        self.read(_read_ways, self._on_read)

    def _on_read(
        self, found: tuple[list[TopicRecord], Mapping[str, int], Mapping[str, int], Mapping[str, int]]
    ) -> None:
        self._topics, self._kinds, self._countries, self._regions = found
        self._is_read = True
        self.changed.emit()

    def _get_kinds(self) -> list[dict[str, Any]]:
        return [
            _way(f"kind:{kind}", self.words.say(f"kiosk.kinds_{kind}"), self._kinds[kind])
            for kind in OrganisationKind
            if self._kinds.get(kind)
        ]

    def _get_countries(self) -> list[dict[str, Any]]:
        return [_way(f"country:{code}", country(self.words, code), number) for code, number in self._countries.items()]

    def _get_regions(self) -> list[dict[str, Any]]:
        return [_way(f"region:{name}", name, number) for name, number in self._regions.items()]

    kinds = Property(list, _get_kinds, notify=changed)
    countries = Property(list, _get_countries, notify=changed)
    regions = Property(list, _get_regions, notify=changed)
    empty = Property(bool, lambda self: self._is_read and not (self._topics or self._kinds), notify=changed)
    topics = Property(
        list,
        lambda self: [
            _way(f"topic:{topic.id}", self.words.set_large(topic.name), topic.products)
            | {"icon": topic.icon, "scene": scene_for(topic), "seed": topic.id.int & 0xFFFF}
            for topic in self._topics
        ],
        notify=changed,
    )


def _way(subject: str, label: str, number: int) -> dict[str, Any]:
    return {"subject": subject, "label": label, "count": number}


def _wanted(about: str, which: str) -> Wanted:
    from showcase.catalogue.browsing import Wanted

    match about:
        case "topic" | "organisation":
            number = uuid.UUID(which)
            return Wanted(topic_id=number) if about == "topic" else Wanted(organisation_id=number)
        case "kind":
            return Wanted(kind=OrganisationKind(which))
        case "country":
            return Wanted(country=which)
        case "region":
            return Wanted(region=which)
        case "seeking":
            return Wanted(seeking=Seeking(which))
    return Wanted()


def _read(session: Any, about: str, which: str, part: Mapping[str, Any]) -> _Found:
    from showcase.catalogue.browsing import count_wanted, list_wanted
    from showcase.catalogue.queries import list_organisations, list_topics

    wanted = _wanted(about, which)
    topics = list_topics(session, ids=[wanted.topic_id]) if wanted.topic_id else []
    owners = list_organisations(session, ids=[wanted.organisation_id]) if wanted.organisation_id else []
    records = list_wanted(session, wanted, **part)
    return _Found(next(iter(topics), None), next(iter(owners), None), count_wanted(session, wanted), records)


def _read_ways(
    session: Any,
) -> tuple[list[TopicRecord], Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
    from showcase.catalogue.browsing import count_kinds, count_places
    from showcase.catalogue.queries import list_topics

    topics = [topic for topic in list_topics(session) if topic.parent_id is None and topic.products]
    return topics, count_kinds(session), *count_places(session)
