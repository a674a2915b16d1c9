"""What a card says about a product or an organisation, in the language of the screen; every list is made of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from showcase.kiosk.pictures import picture_url
from showcase.qt.art import scene_for, scene_of
from showcase.qt.words import weave

if TYPE_CHECKING:
    from showcase.catalogue.records import (
        BoothRecord,
        OrganisationRecord,
        ProductRecord,
        SessionRecord,
        TopicRecord,
    )
    from showcase.kiosk.kiosk import Kiosk
    from showcase.qt.words import Words


def card(words: Words, record: ProductRecord | OrganisationRecord) -> dict[str, Any]:
    """Return the card of a record."""
    from showcase.catalogue.records import ProductRecord

    return product_card(words, record) if isinstance(record, ProductRecord) else organisation_card(words, record)


def product_card(words: Words, record: ProductRecord) -> dict[str, Any]:
    """Return the card of a product."""
    owner = words.pick(record.exhibitor.short_name) or words.pick(record.exhibitor.name)
    return {
        "page": "product",
        "subject": str(record.id),
        "title": words.set_large(record.name),
        "titleNote": words.note(record.name),
        "line": owner,
        "kind": _with_wishes(words, f"kiosk.kind_{record.kind}", record.seeking),
        "code": _code(record.booths),
        "picture": picture_url(record.cover) if record.cover else "",
        "scene": scene_of(record.topics),
        "seed": record.id.int & 0xFFFF,
    }


def organisation_card(words: Words, record: OrganisationRecord) -> dict[str, Any]:
    """Return the card of an organisation."""
    return {
        "page": "organisation",
        "subject": str(record.id),
        "title": words.set_large(record.name),
        "titleNote": words.note(record.name),
        "line": weave((record.region, country(words, record.country))),
        "kind": _with_wishes(words, f"kiosk.kind_{record.kind}", record.seeking),
        "code": _code(record.booths),
        "picture": "",
        "logo": f"image://media/{record.logo}" if record.logo else "",
        "scene": scene_of(record.topics),
        "seed": record.id.int & 0xFFFF,
    }


def topic_card(words: Words, record: TopicRecord) -> dict[str, Any]:
    """Return the card of a topic: its list is what it opens."""
    return {
        "page": "browse",
        "subject": f"topic:{record.id}",
        "title": words.pick(record.name),
        "titleNote": words.note(record.name),
        "line": words.say("kiosksearch.topic_products", n=record.products),
        "kind": words.say("kiosksearch.topic"),
        "code": "",
        "picture": "",
        "scene": scene_for(record),
        "seed": record.id.int & 0xFFFF,
    }


def session_card(kiosk: Kiosk, talk: SessionRecord) -> dict[str, Any]:
    """Return the card of a session: its time stands where others have their booth."""
    words = kiosk.words_
    start, end = kiosk.local(talk.starts_at), kiosk.local(talk.ends_at)
    room = words.pick(talk.room_name) or talk.room
    hours = words.say("kioskpages.time", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
    changed = {"moved": words.say("kioskpages.moved"), "cancelled": words.say("kioskpages.cancelled")}.get(
        talk.status, ""
    )
    return {
        "page": "talk",
        "subject": str(talk.id),
        "title": words.set_large(talk.title),
        "titleNote": words.note(talk.title),
        "line": weave((hours, room)),
        "changed": changed,
        "kind": weave((changed, words.pick(talk.topics[0].name) if talk.topics else "")),
        "code": f"{start:%H:%M}",
        "picture": "",
        "scene": scene_of(talk.topics),
        "seed": talk.id.int & 0xFFFF,
        "when": f"{hours}, {words.date(start)}",
        "room": room,
        "day": start.date().isoformat(),
    }


def country(words: Words, code: str | None) -> str:
    """Return the name of a country."""
    from showcase.documents.lockup import country_name

    return words.pick(country_name(code))


def _code(booths: tuple[BoothRecord, ...]) -> str:
    return booths[0].code if booths else ""


def _with_wishes(words: Words, kind: str, seeking: tuple[str, ...]) -> str:
    """Return a kind, and what is sought there."""
    wishes = ", ".join(words.say(f"kiosk.seeks_{name}") for name in seeking)
    return f"{words.say(kind)}, {wishes}" if wishes else words.say(kind)
