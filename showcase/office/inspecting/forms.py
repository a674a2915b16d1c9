"""Which fields each kind of record is edited by, in which tabs, and what a new one must have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from showcase.catalogue.kinds import BoothKind, OrganisationKind, ProductKind, Role, Seeking, SessionStatus
from showcase.messages import LANGUAGES
from showcase.office.desk import Desk
from showcase.office.inspecting import finding
from showcase.office.inspecting.fields import (
    ChecksField,
    ChoiceField,
    Field,
    FlagField,
    LineField,
    MetresField,
    MomentField,
    WordsField,
)
from showcase.office.inspecting.links import Link, LinksField, RelatedField
from showcase.office.inspecting.pictures import PicturesField
from showcase.office.inspecting.texts import FactsField, TextsField
from showcase.office.labels import language_name, local
from showcase.office.listings import countries, country_name, word
from showcase.people.kinds import NameOrder

if TYPE_CHECKING:
    from enum import StrEnum

FASCIA: Final = 40
"""Characters that fit on a fascia board."""
Make = Callable[[Desk, str], Field]


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a form.

    Attributes:
        name: of the field, as edits call it.
        make: makes its widget from the desk and the name.
        read: what a record holds of it; by default the attribute of its name.
        new: asked for when a record is added.
        bulk: can be set for many at once.
        edited: it is edited here at all; others are only read.
    """

    name: str
    make: Make
    read: Callable[[Any], Any] | None = None
    new: bool = False
    bulk: bool = False
    edited: bool = True

    def of(self, record: Any) -> Any:
        """Return what a record holds."""
        return self.read(record) if self.read else getattr(record, self.name)


Tab = tuple[str, tuple[Part, ...]]


def _texts(name: str, *, prose: bool = False, limit: int = 0, new: bool = False, bulk: bool = False) -> Part:
    make: Make = lambda _desk, it: TextsField(it, prose=prose, limit=limit)  # noqa: E731
    return Part(name, make, new=new, bulk=bulk)


def _line(name: str, *, new: bool = False, bulk: bool = False) -> Part:
    return Part(name, lambda _desk, it: LineField(it), new=new, bulk=bulk)


def _words(group: str, kind: type[StrEnum]) -> Callable[[], Sequence[tuple[Any, str]]]:
    return lambda: [(member.value, word(group, member.value)) for member in kind]


def _choice(name: str, group: str, kind: type[StrEnum], *, new: bool = False, bulk: bool = True) -> Part:
    make: Make = lambda _desk, it: ChoiceField(it, _words(group, kind))  # noqa: E731
    return Part(name, make, lambda record: getattr(record, name).value, new=new, bulk=bulk)


def _country(*, new: bool = False) -> Part:
    def choices() -> Sequence[tuple[Any, str]]:
        return [(None, "–"), *((code, country_name(code)) for code in countries())]

    return Part("country", lambda _desk, it: ChoiceField(it, choices, typed=True), new=new, bulk=True)


def _language(name: str) -> Part:
    def choices() -> Sequence[tuple[Any, str]]:
        return [("", "–"), *((code, language_name(code)) for code in (*LANGUAGES, "ja", "ko", "zh", "th", "id"))]

    return Part(name, lambda _desk, it: ChoiceField(it, choices), bulk=True)


_SEEKING: Final = Part("seeking", lambda _desk, it: ChecksField(it, _words("seeks", Seeking)), bulk=True)
_TAGS: Final = Part("tags", lambda _desk, it: WordsField(it), bulk=True)
_TOPICS: Final = Part(
    "topics",
    lambda desk, it: LinksField(it, desk, finding.find_topics),
    lambda record: [finding.link_topic(topic) for topic in record.topics],
    bulk=True,
)


def _organisation(*, needed: bool) -> Part:
    def read(record: Any) -> Any:
        exhibitor = getattr(record, "exhibitor", None)
        if exhibitor is not None:
            return [finding.link_organisation(exhibitor)]
        if not record.organisation_id:
            return []
        target = f"organisations?id={record.organisation_id}"
        return [Link(record.organisation_id, local(record.organisation), target)]

    def make(desk: Desk, name: str) -> Field:
        return LinksField(name, desk, finding.find_organisations, single=True, needed=needed)

    return Part("organisation_id", make, read, new=True, bulk=True)


def _hall(record: Any) -> Any:
    return [Link(record.hall_id, local(record.hall_name) or record.hall)] if record.hall_id else []


def _room(record: Any) -> Any:
    return [Link(record.room_id, local(record.room_name) or record.room)] if record.room_id else []


def _related(name: str, find: Callable[[Any, Any], Sequence[Link]]) -> Part:
    return Part(name, lambda desk, it: RelatedField(it, desk, find), lambda record: record, edited=False)


def _speakers(desk: Desk, name: str) -> Field:
    return _SpeakersField(name, desk, finding.find_speakers)


class _SpeakersField(LinksField):
    """The speakers of a session: they are read when the session is shown, as a list of sessions does not hold them."""

    def show_value(self, value: Any) -> None:
        """Find the speakers of a session, and show them."""
        if value is None or self._desk.app is None:
            super().show_value(())
            return
        self._session = value.id
        self._desk.run(
            lambda app, _progress: finding.speakers_of(app, value.id),
            lambda links: super(_SpeakersField, self).show_value(links) if value.id == self._session else None,
        )


FORMS: Final[dict[str, tuple[Tab, ...]]] = {
    "organisations": (
        (
            "text",
            (
                _texts("name", new=True),
                _texts("short_name", limit=FASCIA),
                _texts("description", prose=True),
                _choice("kind", "kind", OrganisationKind, new=True),
                _country(new=True),
                _line("website"),
                Part("logo_id", lambda d, it: PicturesField(it, d, "organisations", single=True), lambda r: r),
            ),
        ),
        (
            "place",
            (
                Part(
                    "booths",
                    lambda desk, it: LinksField(it, desk, finding.find_booths),
                    lambda record: [finding.link_booth(booth) for booth in record.booths],
                    new=True,
                ),
                _TOPICS,
                Part("exhibits", lambda _desk, it: FlagField(it), bulk=True),
                _related("products", finding.products_of),
                _related("people", finding.people_of),
            ),
        ),
        ("offers", (_texts("offers", prose=True), _texts("seeks", prose=True), _SEEKING, _TAGS)),
        ("contact", (_line("email"), _line("phone"), _line("region", bulk=True), _line("ref"))),
    ),
    "products": (
        (
            "text",
            (
                _texts("name", new=True),
                _organisation(needed=True),
                _texts("pitch"),
                _texts("description", prose=True),
            ),
        ),
        ("pictures", (Part("pictures", lambda desk, it: PicturesField(it, desk, "products"), lambda r: r),)),
        (
            "details",
            (
                _TOPICS,
                _choice("kind", "product", ProductKind),
                _line("stage", bulk=True),
                _SEEKING,
                Part("facts", lambda _desk, it: FactsField(it, ("value", "label"))),
                _texts("policy", prose=True, bulk=True),
                Part("links", lambda _desk, it: FactsField(it, ("url", "label"), plain_first=True)),
                _TAGS,
                _line("ref"),
            ),
        ),
    ),
    "booths": (
        (
            "place",
            (
                _line("code", new=True),
                Part(
                    "hall_id",
                    lambda desk, it: LinksField(it, desk, finding.find_halls, single=True),
                    _hall,
                    new=True,
                    bulk=True,
                ),
                Part(
                    "exhibitors",
                    lambda desk, it: LinksField(it, desk, finding.find_organisations),
                    lambda record: [finding.link_organisation(it) for it in record.exhibitors],
                ),
                _choice("kind", "booth", BoothKind, new=True),
                Part("width_m", lambda _desk, it: MetresField(it), bulk=True),
                Part("depth_m", lambda _desk, it: MetresField(it), bulk=True),
                _texts("name"),
            ),
        ),
    ),
    "topics": (
        (
            "text",
            (
                _texts("name", new=True),
                Part(
                    "parent_id",
                    lambda desk, it: LinksField(it, desk, finding.find_parents, single=True),
                    lambda record: (
                        [Link(record.parent_id, "↑", f"topics?id={record.parent_id}")] if record.parent_id else []
                    ),
                ),
                _line("ref"),
                _related("products", finding.products_of),
            ),
        ),
    ),
    "sessions": (
        (
            "text",
            (
                _texts("title", new=True),
                Part("starts_at", lambda _desk, it: MomentField(it), new=True),
                Part("ends_at", lambda _desk, it: MomentField(it), new=True),
                Part(
                    "room_id",
                    lambda desk, it: LinksField(it, desk, finding.find_rooms, single=True),
                    _room,
                    new=True,
                    bulk=True,
                ),
                _texts("abstract", prose=True),
            ),
        ),
        ("people", (Part("speakers", _speakers, lambda record: record), _TOPICS)),
        (
            "details",
            (
                _line("kind", bulk=True),
                _language("language"),
                _choice("status", "status", SessionStatus),
                _line("ref"),
            ),
        ),
    ),
    "media": (
        (
            "text",
            (
                _texts("alt"),
                _line("original_name"),
                _related("used_by", finding.users_of),
            ),
        ),
    ),
    "people": (
        (
            "person",
            (
                _line("family_name", new=True),
                _line("given_name", new=True),
                _choice("name_order", "order", NameOrder),
                _choice("role", "role", Role, new=True),
                _organisation(needed=False),
                _line("organisation_name", new=True),
                _texts("job_title"),
                Part("photo_id", lambda d, it: PicturesField(it, d, "people", single=True), lambda r: r),
            ),
        ),
        (
            "contact",
            (
                _line("email", new=True),
                _line("phone"),
                _country(new=True),
                _texts("place"),
                Part("languages", lambda _desk, it: WordsField(it)),
                _line("ref"),
            ),
        ),
    ),
}
"""Table -> its tabs, each with the key of its name and its fields."""


def parts_of(table: str) -> Sequence[Part]:
    """Return all fields of a table, in order."""
    return [part for _tab, parts in FORMS[table] for part in parts]


def first_values(table: str) -> dict[str, Any]:
    """Return what a new record holds before anybody says anything."""
    soon = dt.datetime.now(dt.UTC).replace(minute=0, second=0, microsecond=0)
    values: dict[str, dict[str, Any]] = {
        "organisations": {"kind": OrganisationKind.COMPANY.value},
        "booths": {"kind": BoothKind.BOOTH.value},
        "people": {"role": Role.VISITOR.value},
        "sessions": {"starts_at": soon, "ends_at": soon + dt.timedelta(hours=1)},
    }
    return values.get(table, {})
