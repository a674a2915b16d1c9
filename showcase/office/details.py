"""What the inspector says of a record: its texts in every language under each other, then its facts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from showcase.office.labels import language_name, local
from showcase.office.listings import country_name, spaced, word
from showcase.qt.translate import say
from showcase.text import Texts, join


@dataclass(frozen=True, slots=True)
class TextPart:
    """A text in all its languages."""

    label: str
    texts: Texts


@dataclass(frozen=True, slots=True)
class FactPart:
    """A fact: one line, the same in every language."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of one record. `plate` is its booth or badge, `picture` the SHA-256 of its picture."""

    title: str
    plate: str
    picture: str | None
    parts: tuple[TextPart | FactPart, ...]


def _texts(*pairs: tuple[str, Texts]) -> list[TextPart | FactPart]:
    return [TextPart(label, texts) for label, texts in pairs if label == "name" or any(texts.values())]


def _facts(*pairs: tuple[str, str]) -> list[TextPart | FactPart]:
    return [FactPart(label, value) for label, value in pairs if value]


def _words(group: str, values: Any) -> str:
    return join((word(group, value) for value in values), ", ")


def _booths(record: Any) -> str:
    return ", ".join(join((booth.hall, booth.code), " ") for booth in record.booths)


def of_organisation(record: Any) -> Details:
    """Return what is known of an organisation."""
    texts = _texts(
        ("name", record.name),
        ("short_name", record.short_name),
        ("description", record.description),
        ("offers", record.offers),
        ("seeks", record.seeks),
    )
    facts = _facts(
        ("kind", word("kind", record.kind)),
        ("country", join((country_name(record.country), record.region))),
        ("booth", _booths(record)),
        ("seeking", _words("seeks", record.seeking)),
        ("topics", ", ".join(local(topic.name) for topic in record.topics)),
        ("website", record.website),
        ("email", record.email),
        ("phone", record.phone),
        ("tags", ", ".join(record.tags)),
        ("number", spaced(record.number)),
        ("ref", record.ref or ""),
    )
    return Details(local(record.name), ", ".join(b.code for b in record.booths), record.logo, (*texts, *facts))


def of_product(record: Any) -> Details:
    """Return what is known of a product."""
    texts = _texts(
        ("name", record.name), ("pitch", record.pitch), ("description", record.description), ("policy", record.policy)
    )
    numbers = (join((local(fact.get("value", {})), local(fact.get("label", {}))), " ") for fact in record.facts)
    facts = _facts(
        ("organisation", local(record.exhibitor.name)),
        ("booth", _booths(record)),
        ("topics", ", ".join(local(topic.name) for topic in record.topics)),
        ("stage", record.stage),
        ("seeking", _words("seeks", record.seeking)),
        ("facts", join(numbers)),
        ("links", join(str(link.get("url", "")) for link in record.links)),
        ("tags", ", ".join(record.tags)),
        ("number", spaced(record.number)),
        ("ref", record.ref or ""),
    )
    picture = record.cover.sha256 if record.cover else None
    return Details(local(record.name), ", ".join(b.code for b in record.booths), picture, (*texts, *facts))


def of_booth(record: Any) -> Details:
    """Return what is known of a booth."""
    texts = _texts(("booth_name", record.name))
    facts = _facts(
        ("hall", local(record.hall_name) or record.hall),
        ("kind", word("booth", record.kind)),
        ("exhibitors", "\n".join(local(exhibitor.name) for exhibitor in record.exhibitors)),
        ("number", spaced(record.number)),
    )
    return Details(say("office.booth_title", code=record.code), "", None, (*texts, *facts))


def of_person(record: Any) -> Details:
    """Return what is known of a person."""
    badge = record.badge
    facts = _facts(
        ("person", record.name),
        ("role", word("role", record.role)),
        ("organisation", local(record.organisation)),
        ("country", country_name(record.country)),
        ("place", local(record.place)),
        ("email", record.email),
        ("phone", record.phone),
        ("languages", join(map(language_name, record.languages), ", ")),
        ("badge", spaced(badge.number) if badge else say("office.badge_none")),
        ("ref", record.ref or ""),
    )
    plate = spaced(badge.number) if badge else ""
    return Details(record.name, plate, record.photo, (*facts[:2], *_texts(("job_title", record.job_title)), *facts[2:]))


DETAILS: Final[dict[str, Callable[[Any], Details]]] = {
    "organisations": of_organisation,
    "products": of_product,
    "booths": of_booth,
    "people": of_person,
}
