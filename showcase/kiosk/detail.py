"""One thing in full: a product, an organisation or a session, told the same way to the same page."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.errors import InputError
from showcase.kiosk.pages import PageModel
from showcase.kiosk.plansteps import away
from showcase.kiosk.telling import Told, tell_organisation, tell_product, tell_session

if TYPE_CHECKING:
    from showcase.catalogue.ways import Way
    from showcase.kiosk.guide import Grounds
    from showcase.kiosk.kiosk import Kiosk

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_NOTHING: Final = Told()
_CARDS: Final = 24
"""Products of an exhibitor that stand on its page; a list of all is one touch away."""


@QmlElement
class Detail(PageModel):
    """A subject, its parts and what goes with it. `told` holds all texts, in the language of the screen."""

    changed = Signal()
    part_ = Signal()

    kind = ""
    """What it is on the short list: "product", "organisation" or "session"."""

    def __init__(self, kiosk: Kiosk, subject: str) -> None:
        super().__init__(kiosk, subject)
        self._found: Any = None
        self._is_gone = False
        self._leads = False
        self._way: Way | None = None
        self._part = ""
        self._picture = 0
        kiosk.guide.ready.connect(self.load)

    @Slot()
    def load(self) -> None:
        """Read the subject and what goes with it."""
        try:
            subject = uuid.UUID(self.subject)
        except ValueError:
            self._on_read(None)
        else:
            read, guide = self.reading(subject), self.kiosk.guide
            self.read(lambda session: _led(read(session), guide.grounds), self._on_led)

    def close(self) -> None:
        """Hear nothing of ways any more."""
        self.kiosk.guide.ready.disconnect(self.load)
        super().close()

    def reading(self, subject: uuid.UUID) -> Callable[[Any], Any]:
        """Return what reads everything with a session; it gives None where there is no such thing any more."""
        raise NotImplementedError

    def tell(self, found: Any) -> Told:
        """Say what was read in the language of the screen."""
        raise NotImplementedError

    @Slot(str)
    def choose(self, part: str) -> None:
        """Show a part: "" is the overview."""
        if part != self._part:
            self._part = part
            if part == "phone":
                self.kiosk.keeping.note("qr_shown", language=self.words.spoken)
            self.part_.emit()

    def aloud(self) -> list[tuple[str, str]]:
        """Return what is read to somebody who does not see it."""
        return [(str(code), str(text)) for code, text in self._get_told()["aloud"]]

    @Slot(int)
    def turn(self, by: int) -> None:
        """Show another picture; after the last comes the first."""
        pictures = self._get_told()["pictures"]
        if pictures:
            self._picture = (self._picture + by) % len(pictures)
            self.part_.emit()

    def _on_led(self, led: tuple[Any, bool, Way | None]) -> None:
        found, self._leads, self._way = led
        self._on_read(found)

    def _on_read(self, found: Any) -> None:
        self._found, self._is_gone = found, found is None
        self.changed.emit()
        self.part_.emit()

    def _get_told(self) -> dict[str, Any]:
        told = self.tell(self._found) if self._found is not None else _NOTHING
        # QML takes a list for one, and a tuple for nothing that it knows.
        plain = {name: list(value) if isinstance(value, tuple) else value for name, value in told._asdict().items()}
        return plain | {
            "entry": f"{self.kind}:{self.subject}" if self._found is not None else "",
            "leads": self._leads,
            "away": away(self.words, self._way) if self._way else "",
        }

    def _get_part(self) -> str:
        known = {part["key"] for part in self._get_told()["parts"]}
        return self._part if self._part in known or self._part == "phone" else ""

    told = Property("QVariantMap", _get_told, notify=changed)  # type: ignore[arg-type]  # Qt takes names of types too
    gone = Property(bool, lambda self: self._is_gone, notify=changed)
    ready = Property(bool, lambda self: self._found is not None, notify=changed)
    part = Property(str, _get_part, notify=part_)
    picture = Property(int, lambda self: self._picture, notify=part_)


class Product(Detail):
    """A product or a service."""

    kind = "product"

    def reading(self, subject: uuid.UUID) -> Callable[[Any], Any]:
        """Return what reads a product, those like it and the sessions about it."""
        return lambda session: _read_product(session, subject)

    def tell(self, found: Any) -> Told:
        """Say what a product is."""
        product, alike, sessions = found
        return tell_product(self.kiosk, product, alike, sessions)


class Organisation(Detail):
    """An exhibitor."""

    kind = "organisation"

    def reading(self, subject: uuid.UUID) -> Callable[[Any], Any]:
        """Return what reads an organisation and its products."""
        return lambda session: _read_organisation(session, subject)

    def tell(self, found: Any) -> Told:
        """Say who an organisation is."""
        organisation, products, number = found
        return tell_organisation(self.kiosk, organisation, products, number)


class Talk(Detail):
    """A session of the programme."""

    kind = "session"

    def reading(self, subject: uuid.UUID) -> Callable[[Any], Any]:
        """Return what reads a session, its speakers and the products it treats."""
        return lambda session: _read_session(session, subject)

    def tell(self, found: Any) -> Told:
        """Say what a session is."""
        talk, speakers, products = found
        return tell_session(self.kiosk, talk, speakers, products)


def _led(found: Any, grounds: Grounds | None) -> tuple[Any, bool, Way | None]:
    """Return what was found with its nearest booth first, whether the plan can show where it is, and the way there."""
    if found is None:
        return None, False, None
    record, *others = found
    if hasattr(record, "room_id"):
        spot = grounds.rooms.get(record.room_id) if grounds else None
        return found, record.room_id is not None, grounds.way(spot) if grounds and spot else None
    near = grounds.nearest([booth.id for booth in record.booths]) if grounds else None
    if near is None:
        return found, bool(record.booths), None
    booths = sorted(record.booths, key=lambda booth: booth.id != near[0])
    return (replace(record, booths=tuple(booths)), *others), True, near[1]


def _read_product(session: Any, subject: uuid.UUID) -> tuple[Any, Sequence[Any], Sequence[Any]] | None:
    from showcase.catalogue.queries import get_product
    from showcase.catalogue.relating import list_alike, list_treating

    product = _there(get_product, session, subject)
    if product is None:
        return None
    return product, list_alike(session, product), list_treating(session, [topic.id for topic in product.topics])


def _read_organisation(session: Any, subject: uuid.UUID) -> tuple[Any, Sequence[Any], int] | None:
    from showcase.catalogue.queries import count_products, get_organisation, list_products

    organisation = _there(get_organisation, session, subject)
    if organisation is None:
        return None
    products = list_products(session, organisation_id=subject, limit=_CARDS)
    return organisation, products, count_products(session, organisation_id=subject)


def _read_session(session: Any, subject: uuid.UUID) -> tuple[Any, Sequence[str], Sequence[Any]] | None:
    from showcase.catalogue.queries import list_products, list_sessions
    from showcase.people.queries import list_speaker_names

    found = list_sessions(session, ids=[subject])
    if not found:
        return None
    (talk,) = found
    products = [record for topic in talk.topics[:1] for record in list_products(session, topic_id=topic.id, limit=12)]
    return talk, list_speaker_names(session).get(subject, ()), products


def _there(get: Callable[[Any, uuid.UUID], Any], session: Any, subject: uuid.UUID) -> Any | None:
    """Return a record, None where it was deleted meanwhile."""
    try:
        record = get(session, subject)
    except InputError:
        return None
    return record if record.deleted_at is None else None
