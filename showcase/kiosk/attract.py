"""What the screen shows while nobody is there: slides that invite, each exhibitor as often as any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:  # what makes pictures is imported when a slide needs it, after the first picture
    import uuid

    from showcase.catalogue.glance import Glance
    from showcase.catalogue.records import EventRecord, ProductRecord, SessionRecord
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

SLIDE_MS: Final = 10_000
"""How long a slide stands; AttractScene.qml keeps the pace."""
SHOWN: Final = 3
"""Products in one round of slides."""
_SOON: Final = dt.timedelta(hours=3)
_SESSIONS: Final = 3
_LIGHTS: Final = 12
"""How many lights make a picture; fewer would say that there is little to see."""


class Shown:
    """How often each product was on the screen; the least shown comes next."""

    def __init__(self) -> None:
        self._times: dict[uuid.UUID, int] = {}
        self._by_owner: dict[uuid.UUID, int] = {}

    def next(self, products: Sequence[tuple[uuid.UUID, uuid.UUID]], count: int) -> list[uuid.UUID]:
        """Return the products of the exhibitors that were shown least, one of each, as (product, exhibitor) are given.

        Args:
            products: (product, exhibitor).
            count: the most to return.
        """
        chosen: list[uuid.UUID] = []
        owners: set[uuid.UUID] = set()
        for product, owner in sorted(products, key=self._rank):
            if owner not in owners:
                owners.add(owner)
                chosen.append(product)
            if len(chosen) == count:
                break
        return chosen

    def go_on(self, shown: Mapping[uuid.UUID, int]) -> None:
        """Count what each exhibitor was shown before."""
        for owner, times in shown.items():
            self._by_owner[owner] = self._by_owner.get(owner, 0) + times

    def note(self, product: uuid.UUID, owner: uuid.UUID) -> None:
        """Count that a product was shown for the whole of its time."""
        self._times[product] = self._times.get(product, 0) + 1
        self._by_owner[owner] = self._by_owner.get(owner, 0) + 1

    def _rank(self, pair: tuple[uuid.UUID, uuid.UUID]) -> tuple[int, int, int]:
        product, owner = pair
        # The last bits of an id are random: who comes first among equals has nothing to do with names.
        return self._by_owner.get(owner, 0), self._times.get(product, 0), product.int & 0xFFFFFFFF


@QmlElement
class Attract(QObject):
    """The slides. A round begins with the theme; each round speaks the next language.

    Signals:
        changed: other slides, or the same in another language.
        moved: another slide is on the screen.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._shown = Shown()
        self._counts: Mapping[str, int] = {}
        self._products: list[ProductRecord] = []
        self._sessions: list[SessionRecord] = []
        self._at = 0
        self._slides: list[dict[str, Any]] = [{"kind": "welcome"}]
        self._is_whole = False
        kiosk.content.glanced.connect(self._on_glanced)
        kiosk.content.ready.connect(self.load)
        kiosk.keeping.ready.connect(self._on_kept)
        kiosk.words_.changed.connect(self._tell)

    @Slot()
    def load(self) -> None:
        """Read what a round shows."""
        soon = self._kiosk.now()
        self._kiosk.content.read(lambda session: _read(session, self._shown, soon), self._on_read)

    @Slot()
    def next(self) -> None:
        """Go on to the next slide; the one before was seen for the whole of its time."""
        slide = self._slides[self._at]
        if slide["kind"] == "product":
            product = self._products[slide["index"]]
            self._shown.note(product.id, product.exhibitor.id)
            self._kiosk.keeping.aired(product.exhibitor.id, SLIDE_MS)
        self._kiosk.keeping.note("attract_start")
        if self._at + 1 < len(self._slides):
            self._at += 1
            self.moved.emit()
        else:
            self._at = 0
            self._speak_next()
            self.moved.emit()
            self.load()

    @Slot(object)
    def _on_kept(self, shown: Mapping[uuid.UUID, int]) -> None:
        """Go on with the fair share of before this start."""
        self._shown.go_on(shown)

    @Slot(float, float, result=dict)
    def places(self, width: float, height: float) -> dict[str, Any]:
        """Return where the parts that move are on a poster of so many pixels."""
        from showcase.kiosk.moving import places

        return places(width, height)

    def restart(self) -> None:
        """Begin with the first slide again."""
        self._at = 0
        self.moved.emit()
        self.load()

    def _speak_next(self) -> None:
        words = self._kiosk.words_
        codes = words.codes()
        at = codes.index(words.spoken) if words.spoken in codes else -1
        words.use(codes[(at + 1) % len(codes)])

    @Slot(object)
    def _on_glanced(self, seen: Glance) -> None:
        """Say what the event is and how much there is to see, before there is a product to show."""
        self._counts = seen.counts
        self._tell()

    def _on_read(self, found: tuple[Mapping[str, int], list[ProductRecord], list[SessionRecord]]) -> None:
        self._counts, self._products, self._sessions = found
        self._is_whole = True
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Make the slides of what was read, in the language of the screen."""
        event = self._kiosk.content.record
        if event is None:
            return
        slides: list[dict[str, Any]] = [{"kind": "theme"}]
        slides += self._facts(event)
        if self._sessions:
            slides.append({"kind": "sessions", "rows": [self._session(record) for record in self._sessions]})
        slides += [self._product(index) for index in range(len(self._products))]
        self._slides = slides
        self._at = min(self._at, len(slides) - 1)
        self.changed.emit()
        self.moved.emit()

    def _facts(self, event: EventRecord) -> list[dict[str, Any]]:
        """Return what the event says in figures, and how much there is to see in the hall."""
        words = self._kiosk.words_
        facts = [event.facts[place] for place in sorted(event.facts)]
        slides = [self._fact(fact) for fact in facts if fact.get("number") and words.pick(fact.get("words", {}))]
        if self._counts.get("products", 0) >= _LIGHTS:
            slides.append(
                {
                    "kind": "fact",
                    "number": self._counts["products"],
                    "shown": words.number(self._counts["products"]),
                    "words": words.say("kiosk.one_light_each", n=self._counts["products"]),
                    "figure": words.number(self._counts["exhibitors"]),
                    "beside": words.say("kiosk.exhibitors_from", n=self._counts["exhibitors"])
                    + "\n"
                    + words.say("kiosk.countries_shown", n=self._counts["countries"]),
                    "source": "",
                }
            )
        return slides

    def _fact(self, fact: Mapping[str, Any]) -> dict[str, Any]:
        words = self._kiosk.words_
        figure, _, beside = words.pick(fact.get("beside", {})).partition("\n")
        return {
            "kind": "fact",
            "number": fact["number"],
            "shown": words.number(fact["number"]),
            "words": words.pick(fact["words"]),
            "figure": figure,
            "beside": beside,
            "source": words.pick(fact.get("source", {})),
        }

    def _session(self, record: SessionRecord) -> dict[str, Any]:
        words = self._kiosk.words_
        return {
            "time": self._kiosk.local(record.starts_at).strftime("%H:%M"),
            "title": words.pick(record.title),
            "room": words.pick(record.room_name) or record.room,
        }

    def _product(self, index: int) -> dict[str, Any]:
        from showcase.kiosk.pictures import picture_url
        from showcase.qt.art import scene_of

        words, record = self._kiosk.words_, self._products[index]
        return {
            "kind": "product",
            "index": index,
            "title": words.pick(record.name),
            "titleNote": words.note(record.name),
            "pitch": words.pick(record.pitch),
            "owner": words.pick(record.exhibitor.short_name) or words.pick(record.exhibitor.name),
            "booth": record.booths[0].code if record.booths else "",
            "picture": picture_url(record.cover) if record.cover else "",
            "scene": scene_of(record.topics),
            "seed": record.id.int & 0xFFFF,
        }

    def _get_headline(self) -> dict[str, Any]:
        from showcase.kiosk.headline import compose

        event = self._kiosk.content.record
        theme = self._kiosk.words_.pick(event.theme or event.name) if event else ""
        composed = compose(theme or self._kiosk.words_.say("kiosk.welcome"), 119.0)
        return {"text": "\n".join(composed.lines), "size": composed.size, "under": composed.under}

    def _get_about(self) -> dict[str, str]:
        event, words = self._kiosk.content.record, self._kiosk.words_
        if event is None:
            return {"name": "", "place": "", "days": ""}
        lockup = words.pick(event.lockup) or words.pick(event.name)
        return {"name": lockup, "place": words.pick(event.place), "days": _days(event.starts_on, event.ends_on)}

    whole = Property(bool, lambda self: self._is_whole, notify=changed)
    """The event was read, not only glanced at."""
    slides = Property(list, lambda self: self._slides, notify=changed)
    at = Property(int, lambda self: self._at, notify=moved)
    slide = Property(dict, lambda self: self._slides[self._at], notify=moved)
    counts = Property(dict, lambda self: dict(self._counts), notify=changed)
    headline = Property(dict, _get_headline, notify=changed)
    pace = Property(int, lambda _self: SLIDE_MS, constant=True)
    about = Property(dict, _get_about, notify=changed)


def _days(first: dt.date | None, last: dt.date | None) -> str:
    """Return the days of an event, as 22.–23.12.2027."""
    if first is None:
        return ""
    if last is None or last == first:
        return f"{first:%d.%m.%Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%d}–{last:%d.%m.%Y}"
    return f"{first:%d.%m}–{last:%d.%m.%Y}" if first.year == last.year else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"


def _read(
    session: Any, shown: Shown, now: dt.datetime
) -> tuple[Mapping[str, int], list[ProductRecord], list[SessionRecord]]:
    from showcase.catalogue.browsing import count_shown, list_owners
    from showcase.catalogue.queries import list_products, list_sessions

    chosen = shown.next(list_owners(session), SHOWN)
    by_id = {record.id: record for record in list_products(session, ids=chosen)}
    sessions = [it for it in list_sessions(session) if now <= it.starts_at <= now + _SOON and it.status != "cancelled"]
    return count_shown(session), [by_id[it] for it in chosen if it in by_id], sessions[:_SESSIONS]
