"""What is said about a product, an organisation or a session, in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from showcase.kiosk.cards import country, product_card, session_card
from showcase.kiosk.pictures import picture_url
from showcase.kiosk.taking import take_organisation, take_product, take_session
from showcase.qt.art import scene_of
from showcase.qt.words import weave

if TYPE_CHECKING:
    from showcase.catalogue.records import BoothRecord, OrganisationRecord, ProductRecord, SessionRecord
    from showcase.kiosk.kiosk import Kiosk
    from showcase.qt.words import Words

_FACTS = 3
"""Facts stand side by side; a fourth would make them small."""


class Told(NamedTuple):
    """All texts of a page, which DetailPage.qml sets. Rows are {label, value}, cards what `cards` makes."""

    title: str = ""
    title_note: str = ""
    kind: str = ""
    topic: str = ""
    pitch: str = ""
    owner: dict[str, Any] | None = None
    facts: tuple[dict[str, str], ...] = ()
    rows: tuple[dict[str, str], ...] = ()
    about: str = ""
    about_note: str = ""
    code: str = ""
    where: str = ""
    hall: str = ""
    booth: str = ""
    logo: str = ""
    pictures: tuple[str, ...] = ()
    scene: str = ""
    seed: int = 0
    alike: tuple[dict[str, Any], ...] = ()
    sessions: tuple[dict[str, Any], ...] = ()
    products: tuple[dict[str, Any], ...] = ()
    all_products: str = ""
    parts: tuple[dict[str, str], ...] = ()
    take: str = ""
    take_opens: bool = False
    aloud: tuple[tuple[str, str], ...] = ()


def tell_product(
    kiosk: Kiosk, product: ProductRecord, alike: Sequence[ProductRecord], sessions: Sequence[SessionRecord]
) -> Told:
    """Say what a product is, who makes it and where it stands."""
    words = kiosk.words_
    maker = product.exhibitor
    take, opens = take_product(kiosk, product)
    told = Told(
        title=words.set_large(product.name),
        title_note=_note(words, product.name, product.pitch),
        kind=words.say(f"kiosk.kind_{product.kind}"),
        topic=words.pick(product.topics[0].name) if product.topics else "",
        pitch=words.set_large(product.pitch),
        owner={
            "title": words.pick(maker.name),
            "line": weave((words.say(f"kiosk.kind_{maker.kind}"), country(words, maker.country))),
            "logo": f"image://media/{maker.logo}" if maker.logo else "",
            "subject": str(maker.id),
        },
        facts=tuple(_fact(words, fact) for fact in product.facts[:_FACTS]),
        rows=_rows(
            (words.say("kioskpages.seeks"), _wishes(words, product.seeking)),
            _row(words, "serves", product.policy),
        ),
        about=words.pick(product.description),
        about_note=_note(words, product.description),
        pictures=tuple(picture_url(picture) for picture in product.pictures),
        scene=scene_of(product.topics),
        seed=product.id.int & 0xFFFF,
        alike=tuple(product_card(words, record) for record in alike),
        sessions=tuple(session_card(kiosk, talk) for talk in sessions),
        take=take,
        take_opens=opens,
        aloud=_aloud(words, product.name, maker.name, product.pitch, product.description),
        **_standing(words, product.booths),
    )
    return _with_parts(words, told)


def tell_organisation(
    kiosk: Kiosk, organisation: OrganisationRecord, products: Sequence[ProductRecord], number: int
) -> Told:
    """Say who an organisation is, what it shows and where; of a large number of products only the first are given."""
    words = kiosk.words_
    take, opens = take_organisation(kiosk, organisation)
    topics = ", ".join(words.pick(topic.name) for topic in organisation.topics)
    told = Told(
        title=words.set_large(organisation.name),
        title_note=_note(words, organisation.name),
        kind=words.say(f"kiosk.kind_{organisation.kind}"),
        topic=weave((organisation.region, country(words, organisation.country))),
        rows=_rows(
            (words.say("kioskpages.works_on"), topics),
            (words.say("kioskpages.seeks"), _wishes(words, organisation.seeking)),
            _row(words, "offers", organisation.offers),
            _row(words, "wishes", organisation.seeks),
            (words.say("kioskpages.website"), organisation.website.partition("://")[2].rstrip("/")),
        ),
        about=words.pick(organisation.description),
        about_note=_note(words, organisation.description),
        logo=f"image://media/{organisation.logo}" if organisation.logo else "",
        scene=scene_of(organisation.topics),
        seed=organisation.id.int & 0xFFFF,
        products=tuple(product_card(words, record) for record in products),
        all_products=words.say("kioskpages.all_products", n=number) if number > len(products) else "",
        take=take,
        take_opens=opens,
        aloud=_aloud(words, organisation.name, organisation.description),
        **_standing(words, organisation.booths),
    )
    return _with_parts(words, told, products=number)


def tell_session(kiosk: Kiosk, talk: SessionRecord, speakers: Sequence[str], products: Sequence[ProductRecord]) -> Told:
    """Say what a session is about, when and where it takes place, and who speaks."""
    words = kiosk.words_
    card = session_card(kiosk, talk)
    told = Told(
        title=words.set_large(talk.title),
        title_note=_note(words, talk.title),
        kind=words.say("kioskpages.session"),
        topic=words.pick(talk.topics[0].name) if talk.topics else "",
        pitch=card["when"],
        rows=_rows(
            (words.say("kioskpages.speakers"), ", ".join(speakers)),
            (words.say("kioskpages.room"), card["room"]),
            (words.say("kioskpages.language"), _spoken(talk.language)),
        ),
        about=words.pick(talk.abstract),
        about_note=_note(words, talk.abstract),
        code=card["code"],
        where=card["room"],
        scene=scene_of(talk.topics),
        seed=talk.id.int & 0xFFFF,
        products=tuple(product_card(words, record) for record in products),
        take=take_session(kiosk, talk, card["when"]),
        aloud=(
            *_aloud(words, talk.title),
            (words.spoken, weave((card["when"], card["room"]))),
            *_aloud(words, talk.abstract),
        ),
    )
    return _with_parts(words, told)


def _with_parts(words: Words, told: Told, **numbers: int) -> Told:
    """Name the parts that there are, the overview first; `numbers` has how many there are where not all are given."""
    parts = [("", words.say("kioskpages.about"))]
    if told.about:
        parts.append(("more", words.say("kioskpages.more")))
    parts += [
        (
            name,
            words.say(
                "kioskpages.count", label=words.say(f"kioskpages.{name}"), n=numbers.get(name, len(getattr(told, name)))
            ),
        )
        for name in ("products", "alike", "sessions")
        if getattr(told, name)
    ]
    return told._replace(parts=tuple({"key": key, "label": label} for key, label in parts))


def _standing(words: Words, booths: Sequence[BoothRecord]) -> dict[str, Any]:
    if not booths:
        return {}
    first = booths[0]
    letter = words.say("kioskpages.hall", code=first.hall) if first.hall else ""
    hall = words.pick(first.hall_name) or letter
    return {
        "code": first.code,
        "hall": letter,
        "where": weave((hall, ", ".join(booth.code for booth in booths[1:])), " + "),
        "booth": str(first.id),
    }


def _rows(*rows: tuple[str, str]) -> tuple[dict[str, str], ...]:
    return tuple({"label": label, "value": value} for label, value in rows if value)


def _row(words: Words, name: Literal["serves", "offers", "wishes"], texts: Mapping[str, str]) -> tuple[str, str]:
    """Return a label and its text; where that is in another language the label says in which."""
    language = words.note(texts)
    label = words.say(f"kioskpages.{name}")
    return (f"{label} ({language})" if language else label), words.pick(texts)


def _wishes(words: Words, seeking: Sequence[str]) -> str:
    said = ", ".join(words.say(f"kiosk.seek_{name}") for name in seeking)
    return said[:1].upper() + said[1:]


def _fact(words: Words, fact: Mapping[str, Any]) -> dict[str, str]:
    return {"value": words.pick(fact.get("value", {})), "label": words.pick(fact.get("label", {}))}


def _note(words: Words, *texts: Mapping[str, str]) -> str:
    """Return in which other languages something is written, "" where all of it is in the one of the screen."""
    languages = ", ".join(dict.fromkeys(note for note in map(words.note, texts) if note))
    return words.say("kioskpages.in_language", language=languages) if languages else ""


def _aloud(words: Words, *texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what is read to somebody who does not see it: the code of its language, and the text."""
    return tuple(part for part in map(words.picked, texts) if part[1])


def _spoken(code: str) -> str:
    from showcase.qt.words import name_of

    return name_of(code) if code else ""
