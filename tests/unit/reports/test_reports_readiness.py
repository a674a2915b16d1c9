"""What is complete and missing, counted by the database, is what a reader of every record would count."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from showcase.catalogue import edits as catalogue
from showcase.catalogue.edits import add_media, add_topic, set_event, set_pictures
from showcase.catalogue.lacking import lacks
from showcase.catalogue.queries import (
    count_organisations,
    count_products,
    get_event,
    list_booths,
    list_organisations,
    list_products,
    list_sessions,
)
from showcase.people.edits import delete_person, issue_badges, make_signing_key, record_printed, revoke_badge
from showcase.people.entities import Badge, BadgeEvent, Person
from showcase.people.kinds import BadgeEventKind, Role
from showcase.people.queries import list_people
from showcase.reports.missing import list_missing
from showcase.reports.readiness import read_readiness
from showcase.reports.records import FIELDS, Readiness, Share, Tally
from showcase.store.columns import now
from tests.factories import event_session, make_organisation, make_person, make_product, picture_bytes

LANGUAGES = ("vi", "en", "fr")
WHOLE = dict.fromkeys(LANGUAGES, "x")


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


def organisation(session: Session, name: Any, booths: Any = (), **fields: Any) -> uuid.UUID:
    made = catalogue.add_organisation(session, {"name": name, **fields})
    catalogue.assign_booths(session, made, booths)
    return made


def product(session: Session, owner: uuid.UUID, name: Any, **fields: Any) -> uuid.UUID:
    return catalogue.add_product(session, {"name": name, "organisation_id": owner, **fields})


def fill(session: Session) -> None:
    """Make an event whose numbers can be told by hand."""
    add_topic(session, {"ref": "water", "name": WHOLE})
    logo = add_media(session, picture_bytes(), name="logo.png").id
    whole = organisation(
        session,
        WHOLE,
        [("A", "A1"), ("A", "A2")],
        description=WHOLE,
        logo_id=logo,
        topics=["water"],
        seeking=["pilots"],
        email="a@mau.example",
    )
    half = make_organisation(
        session, "Còn Thiếu", kind="city", country="FR", description={"vi": "x"}, seeks={"en": "y"}
    )
    make_organisation(session, "Không Trưng Bày", exhibits=False)
    gone = make_organisation(session, "Đã Xóa", [("A", "A3")])
    catalogue.add_booth(session, "A", {"code": "S1", "kind": "stage"})
    shown = product(session, whole, WHOLE, pitch=WHOLE)
    set_pictures(session, shown, [{"media_id": logo}])
    pictured = make_product(session, half, "Chỉ có ảnh")
    set_pictures(session, pictured, [{"media_id": logo}])
    product(session, half, WHOLE, pitch=WHOLE, description={"fr": "x"})
    catalogue.delete_organisation(session, gone)
    times = {"starts_at": "2026-05-14T08:00+07:00", "ends_at": "2026-05-14T09:00+07:00"}
    catalogue.add_session(session, {"title": {"vi": "x", "en": "x"}, "abstract": {"vi": "x"}, **times})
    people = [make_person(session, given_name=str(n)) for n in range(4)]
    speakers = [make_person(session, role="speaker", job_title={"vi": "x"}), make_person(session, role="speaker")]
    badges = issue_badges(session, [*people, *speakers], make_signing_key(session, "một cụm mật khẩu dài"))
    record_printed(session, [badge.id for badge in badges[:3]])
    revoke_badge(session, badges[0].id)
    delete_person(session, people[1])


def test_numbers_are_those_counted_by_hand(session):
    fill(session)
    set_event(session, "base_url", "https://mau.example")

    found = read_readiness(session)

    assert found.organisations == 3
    assert found.placed == Share(1, 2)
    assert found.exhibitors == Share(1, 2)
    assert found.products == Share(1, 3)
    assert found.products_pictured == Share(2, 3)
    assert found.badges == Share(4, 5)  # one revoked; one with a badge was deleted
    assert found.printed == Share(1, 4)
    assert found.booths == Share(2, 3)  # the booth of who was deleted is free, and nobody waits for the stage
    assert found.has_address
    assert not found.is_empty
    texts = {row.kind: row.languages for row in found.texts}
    assert texts["organisations"] == {"vi": Tally(2, 1, 0), "en": Tally(2, 1, 0), "fr": Tally(1, 0, 2)}
    assert texts["products"] == {"vi": Tally(2, 1, 0), "en": Tally(2, 1, 0), "fr": Tally(2, 0, 1)}
    assert texts["sessions"] == {"vi": Tally(1, 0, 0), "en": Tally(0, 1, 0), "fr": Tally(0, 0, 1)}
    assert texts["speakers"] == {"vi": Tally(1, 0, 1), "en": Tally(0, 0, 2), "fr": Tally(0, 0, 2)}
    assert found.texts_complete == Share(2 + 2 + 1 + 2 + 2 + 2 + 1 + 0 + 0 + 1 + 0 + 0, 9 * 3)
    company, city = found.kinds
    assert (company.kind, company.count, set(company.filled.values())) == ("company", 1, {1})
    assert (city.kind, city.count) == ("city", 1)
    assert city.filled == {"name": 0, "booth": 0, "text": 0, "picture": 0, "topic": 0, "seeks": 1, "contact": 0}
    # whole: 6 texts and 5 fields; half: vi and en of the name, vi of the description, seeks; products: 7 + 3 + 6;
    # sessions: 2; speakers: 1; badges: 4
    assert found.required == Share(11 + 4 + 16 + 2 + 1 + 4, 2 * 11 + 3 * 7 + 3 + 2 * 3 + 5)


def test_an_empty_event_has_nothing_to_count(session):
    found = read_readiness(session)

    assert found.is_empty
    assert found.texts == ()
    assert found.kinds == ()
    assert found.required == Share(0, 0)
    assert list_missing(session) == []


def test_what_is_missing_is_named_for_each_exhibitor(session):
    fill(session)

    (record,) = list_missing(session)

    assert (record.name["vi"], record.country, record.email) == ("Còn Thiếu", "FR", "")
    assert [(field.field, field.languages) for field in record.fields] == [
        ("name", ("fr",)),
        ("description", ("en", "fr")),
        ("seeks_text", ("vi", "fr")),
        ("picture", ()),
        ("topic", ()),
        ("contact", ()),
    ]
    assert [
        (missing.name["vi"], [(field.field, field.languages) for field in missing.fields])
        for missing in record.products
    ] == [
        ("Chỉ có ảnh", [("name", ("fr",)), ("pitch", ("vi", "en", "fr"))]),
        ("x", [("description", ("vi", "en")), ("picture", ())]),
    ]
    assert record.count == 1 + 2 + 2 + 3 + (1 + 3) + (2 + 1)


def test_an_exhibitor_without_products_is_asked_for_them(session):
    organisation(session, WHOLE)

    (record,) = list_missing(session)

    assert "product" in {field.field for field in record.fields}


def test_the_numbers_of_statements_do_not_grow(session):
    def count(work: Any) -> int:
        told: list[str] = []
        engine = session.get_bind()
        listen = lambda *call: told.append(call[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", listen)
        work(session)
        event.remove(engine, "before_cursor_execute", listen)
        return len(told)

    fill(session)
    session.expire_all()
    few = [count(read_readiness), count(list_missing)]
    for number in range(20):
        make_product(session, make_organisation(session, f"Thêm {number}", kind="agency"))
    session.flush()

    assert [count(read_readiness), count(list_missing)] == few
    assert few[0] < 15
    assert few[1] < 4


def test_what_is_counted_is_what_the_lists_show(session):
    fill(session)

    found = read_readiness(session)

    languages = get_event(session).languages
    for row in found.texts:
        if row.kind in {"organisations", "products"}:
            counts = count_organisations if row.kind == "organisations" else count_products
            for language in languages:
                assert counts(session, lacking=f"text:{language}") == row.languages[language].incomplete
    assert count_products(session, lacking="ready") == found.products.left
    assert count_products(session, lacking="picture") == found.products_pictured.left
    for field, word in FIELDS.items():
        lacking = sum(row.count - row.filled[field] for row in found.kinds)
        assert count_organisations(session, exhibits=True, lacking=word) == lacking, field
    speakers = session.query(Person).where(Person.role == Role.SPEAKER, lacks(Person, "job_title:fr", languages))
    assert speakers.count() == 2


# What the database counts, told from the records by hand

TEXTS = st.dictionaries(st.sampled_from(LANGUAGES), st.just("x"), max_size=3)
NAMES = st.dictionaries(st.sampled_from(LANGUAGES), st.just("x"), min_size=1, max_size=3)
PRODUCT = st.fixed_dictionaries({"name": NAMES, "pitch": TEXTS, "description": TEXTS, "pictured": st.booleans()})
ORGANISATION = st.fixed_dictionaries(
    {
        "name": NAMES,
        "description": TEXTS,
        "offers": TEXTS,
        "seeks": TEXTS,
        "kind": st.sampled_from(("company", "city", "agency")),
        "seeking": st.sampled_from(([], ["pilots"])),
        "email": st.sampled_from(("", "a@mau.example")),
        "phone": st.sampled_from(("", "0123")),
        "exhibits": st.booleans(),
        "placed": st.booleans(),
        "pictured": st.booleans(),
        "filed": st.booleans(),
        "gone": st.booleans(),
        "products": st.lists(PRODUCT, max_size=2),
    }
)
PERSON = st.fixed_dictionaries(
    {
        "role": st.sampled_from(("speaker", "visitor")),
        "job_title": TEXTS,
        "badge": st.sampled_from(("none", "live", "printed", "revoked")),
    }
)


def build(session: Session, organisations: Any, people: Any) -> None:
    add_topic(session, {"ref": "t", "name": {"vi": "x"}})
    media = add_media(session, picture_bytes(), name="a.png").id
    for place, fields in enumerate(organisations):
        more = {word: fields[word] for word in ("description", "offers", "seeks", "kind", "seeking", "email", "phone")}
        booths = [("A", f"A{place}")] if fields["placed"] else []
        more |= {"exhibits": fields["exhibits"], "topics": ["t"] if fields["filed"] else []}
        more |= {"logo_id": media} if fields["pictured"] else {}
        owner = organisation(session, fields["name"], booths, **more)
        for asked in fields["products"]:
            made = product(session, owner, asked["name"], pitch=asked["pitch"], description=asked["description"])
            if asked["pictured"]:
                set_pictures(session, made, [{"media_id": media}])
        if fields["gone"]:
            for record in list_products(session, organisation_id=owner):
                catalogue.delete_product(session, record.id)
            catalogue.delete_organisation(session, owner)
    for number, fields in enumerate(people):
        person = make_person(session, role=fields["role"], job_title=fields["job_title"])
        if fields["badge"] != "none":
            give_badge(session, person, number, fields["badge"])


def give_badge(session: Session, person: uuid.UUID, number: int, state: str) -> None:
    """Add the facts of a badge; to make and unlock a signing key for each example would take its time."""
    moment = now()
    badge = Badge(
        person_id=person,
        role=Role.VISITOR,
        number=f"{number:08}",
        token="1" * 221,
        key_id=1,
        issued_at=moment,
        expires_at=moment,
    )
    session.add(badge)
    session.flush()
    kinds = {"live": "issued", "printed": "issued printed", "revoked": "issued printed revoked"}[state]
    session.add_all(BadgeEvent(badge_id=badge.id, kind=BadgeEventKind(kind), at=moment) for kind in kinds.split())
    session.flush()


def tally(records: Any, language: str) -> Tally:
    full = part = none = 0
    for texts in records:
        asked = [text for text in texts if any(text.values())]
        there = [text for text in asked if text.get(language)]
        if not there:
            none += 1
        elif len(there) == len(asked):
            full += 1
        else:
            part += 1
    return Tally(full, part, none)


def whole(text: Any) -> bool:
    return all(text.get(language) for language in LANGUAGES)


def fold_exhibitor(record: Any) -> dict[str, bool]:
    return {
        "name": whole(record.name),
        "booth": bool(record.booths),
        "text": whole(record.description),
        "picture": record.logo is not None,
        "topic": bool(record.topics),
        "seeks": bool(record.seeking or record.seeks),
        "contact": bool(record.email or record.phone),
    }


def is_ready(record: Any) -> bool:
    texts = (record.name, record.pitch, *([record.description] if record.description else []))
    return bool(record.pictures) and all(map(whole, texts))


def naive(session: Session) -> dict[str, Any]:
    """Count what `read_readiness` counts, record by record."""
    organisations, products = list_organisations(session), list_products(session)
    people, sessions = list_people(session), list_sessions(session)
    exhibitors = [record for record in organisations if record.exhibits]
    fields = [(record.kind, fold_exhibitor(record)) for record in exhibitors]
    speakers = [person for person in people if person.role is Role.SPEAKER]
    texts = {
        "organisations": [(record.name, record.description, record.offers, record.seeks) for record in organisations],
        "products": [(record.name, record.pitch, record.description) for record in products],
        "sessions": [(record.title, record.abstract) for record in sessions],
        "speakers": [(person.job_title,) for person in speakers],
    }
    spoken = [*(r.name for r in exhibitors), *(r.description for r in exhibitors), *(p.name for p in products)]
    spoken += [*(p.pitch for p in products), *(s.title for s in sessions), *(p.job_title for p in speakers)]
    plain = [there for _, by in fields for word, there in by.items() if word not in {"name", "text"}]
    plain += [bool(it.pictures) for it in products] + [person.badge is not None for person in people]
    filled = sum(bool(text.get(language)) for text in spoken for language in LANGUAGES) + sum(plain)
    return {
        "texts": {
            kind: {language: tally(records, language) for language in LANGUAGES}
            for kind, records in texts.items()
            if records
        },
        "kinds": {
            kind: {word: sum(by[word] for other, by in fields if other == kind) for word in FIELDS}
            for kind in {kind for kind, _ in fields}
        },
        "products": Share(sum(map(is_ready, products)), len(products)),
        "badges": Share(sum(person.badge is not None for person in people), len(people)),
        "printed": sum(person.badge is not None and person.badge.printed_at is not None for person in people),
        "placed": Share(sum(by["booth"] for _, by in fields), len(exhibitors)),
        "booths": sum(bool(booth.exhibitors) for booth in list_booths(session)),
        "required": Share(filled, len(spoken) * 3 + len(plain)),
    }


def told(found: Readiness) -> dict[str, Any]:
    return {
        "texts": {row.kind: dict(row.languages) for row in found.texts},
        "kinds": {row.kind: dict(row.filled) for row in found.kinds},
        "products": found.products,
        "badges": found.badges,
        "printed": found.printed.done,
        "placed": found.placed,
        "booths": found.booths.done,
        "required": found.required,
    }


@settings(max_examples=20)
@given(st.lists(ORGANISATION, max_size=4), st.lists(PERSON, max_size=4))
def test_the_database_counts_what_a_reader_of_every_record_would(organisations, people):
    with event_session() as session:
        build(session, organisations, people)

        found = read_readiness(session)

        assert told(found) == naive(session)
        assert found.exhibitors.left == len(list_missing(session))
