"""What there is to print in an event, and what is kept of a print job."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from showcase.catalogue.checks import COUNTRIES
from showcase.catalogue.edits import set_event
from showcase.documents import edits, history, queries
from showcase.documents.entities import ItemState, JobState
from showcase.documents.items import PrintItem, badge_names, number_in_groups
from showcase.documents.layout import lay_out
from showcase.documents.lockup import country_name, span
from showcase.documents.preflight import check
from showcase.documents.template import load_template
from showcase.errors import InputError, RefusedError
from showcase.people.edits import get_signer, issue_badges, revoke_badge
from showcase.printing.measure import FontMeasure
from showcase.store.database import Database
from tests.factories import make_organisation, make_people, make_person, make_product, record_print

BASE = "HTTPS://EXAMPLE.ORG"
PASSPHRASE = "a long passphrase for tests"


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        yield session


def test_a_badge_says_who_where_and_as_what(session):
    set_event(session, "place.vi", "Hà Nội")
    set_event(session, "starts_on", "2026-05-14")
    set_event(session, "ends_on", "2026-05-16")
    set_event(session, "lockup.vi", "Hội nghị|Mẫu 2026")
    set_event(session, "role_words.exhibitor.en", "Showing")
    employer = make_organisation(session, booths=[("A", "A12"), ("A", "A14")], short_name={"vi": "Sao Mai"})
    person = make_person(session, role="exhibitor", organisation_id=employer)
    (badge,) = issue_badges(session, [person], get_signer(session, PASSPHRASE))
    (item,) = queries.list_badge_items(session)
    said = item.values
    assert (item.subject, item.kind, item.title) == (str(badge.id), "badge", "Nguyễn Thị Bích Ngọc")
    assert (said["given"], said["full"]) == ("Thị Bích Ngọc", "Nguyễn Thị Bích Ngọc")
    assert said["event_name"] == {
        "vi": "Hội nghị\nMẫu 2026",
        "en": "Sample City Summit",
        "fr": "Sommet des villes modèles",
    }
    assert said["event_date"] == dict.fromkeys(("vi", "en", "fr"), "Hà Nội · 14–16.05.2026")
    assert said["booth"] == "A12; A14"
    assert said["org_short"] == {"vi": "Sao Mai"}
    assert said["place"] == country_name("VN")
    assert said["role_word"] == {"vi": "NHÀ TRIỂN LÃM", "en": "Showing", "fr": "Exposant"}
    assert (said["token"], said["number"]) == (badge.token, number_in_groups(badge.number))


def test_only_exhibitors_carry_their_booth(session):
    employer = make_organisation(session, booths=[("A", "A12")])
    make_person(session, role="speaker", organisation_id=employer)
    (item,) = queries.list_badge_items(session)
    assert item.values["booth"] == ""


@pytest.mark.parametrize("revoked", [False, True])
def test_someone_without_a_live_badge_is_stopped_with_a_sentence(session, revoked):
    person = make_person(session)
    if revoked:
        (badge,) = issue_badges(session, [person], get_signer(session, PASSPHRASE))
        revoke_badge(session, badge.id)
    (item,) = queries.list_badge_items(session)
    assert item.subject == str(person)
    page = lay_out(load_template("badge-a6"), item, FontMeasure(), ("vi", "en"))
    assert ("stop", "documents.badge_missing") in {(n.severity, n.key) for n in check([page])[0]}


def test_there_is_a_sign_for_each_exhibitor_and_booth_in_the_order_of_the_hall(session):
    first = make_organisation(session, "Một", booths=[("A", "A10"), ("A", "A2")])
    second = make_organisation(session, "Hai", booths=[("A", "A2"), ("", "Westgate Hospitality Suites")])
    make_organisation(session, "Ba", exhibits=True)
    items = queries.list_sign_items(session, BASE)
    assert [(item.values["code"], item.subject) for item in items] == [
        ("Westgate Hospitality Suites", str(second)),
        ("A2", str(second)),
        ("A2", str(first)),
        ("A10", str(first)),
    ]
    assert len({item.values["url"] for item in items}) == 2
    assert all(str(item.values["url"]).startswith(f"{BASE}/E/") for item in items)


def test_exhibitors_without_a_booth_are_said(session):
    make_organisation(session, "Ba", exhibits=True)
    make_organisation(session, "Có gian", booths=[("A", "A1")])
    (notice,) = queries.list_boothless(session)
    assert (notice.key, notice.params) == ("documents.booth_missing", {"name": "Ba"})


@pytest.mark.parametrize("read", [queries.list_sign_items, queries.list_card_items])
def test_codes_need_an_address(session, read):
    organisation = make_organisation(session, booths=[("A", "A1")])
    make_product(session, organisation)
    with pytest.raises(RefusedError, match="base_url_missing"):
        read(session)
    with pytest.raises(InputError):
        read(session, "not an address")
    set_event(session, "base_url", "https://other.example")
    assert "HTTPS://OTHER.EXAMPLE/" in str(read(session)[0].values["url"])
    assert BASE in str(read(session, BASE)[0].values["url"])


def test_a_card_says_what_it_is_and_where(session):
    organisation = make_organisation(session, booths=[("A", "A1"), ("A", "A2"), ("B", "B3")])
    facts = [{"value": {"vi": "90 phút"}, "label": {"vi": "báo trước"}}, {"label": {"vi": "không có số"}}]
    make_product(session, organisation, seeking=["talent", "pilots"], facts=facts, pitch={"vi": "Sáng hơn"})
    (item,) = queries.list_card_items(session, BASE)
    said = item.values
    assert (said["booth"], said["picture"], said["motif"], said["topic_icon"]) == ("A1 +2", "", "", "")
    assert said["seeks"] == {
        "vi": "Thí điểm · Nhân lực",
        "en": "Pilots · Talent",
        "fr": "Sites pilotes · Talents",
    }
    assert said["facts"] == ({"value": {"vi": "90 phút"}, "label": {"vi": "báo trước"}},)
    template = load_template("product-card-a5")
    for languages in template.language_sets(("vi", "en", "fr")):
        assert check([lay_out(template, item, FontMeasure(), languages)]) == [[]]


def test_many_records_take_as_many_statements_as_few(session):
    counts = []
    for number in (2, 30):
        for n in range(number):
            organisation = make_organisation(session, f"Công ty {number}-{n}", booths=[("A", f"A{number}-{n}")])
            make_product(session, organisation, f"Sản phẩm {number}-{n}")
        issue_badges(
            session,
            make_people(session, number) if number == 2 else [make_person(session)],
            get_signer(session, PASSPHRASE),
        )
        statements: list[str] = []

        def note(_connection, _cursor, statement, *_rest, kept=statements) -> None:
            kept.append(statement)

        event.listen(session.get_bind(), "before_cursor_execute", note)
        queries.list_badge_items(session)
        queries.list_sign_items(session, BASE)
        queries.list_card_items(session, BASE)
        event.remove(session.get_bind(), "before_cursor_execute", note)
        counts.append(len(statements))
    assert counts[0] == counts[1]


def run_of(items: list[PrintItem], **more) -> edits.PrintRun:
    return edits.PrintRun(load_template("booth-sign-a4"), items, "page", ("vi", "en"), **more)


def test_a_print_job_is_kept_with_the_fate_of_each_item(session):
    items = [PrintItem(str(uuid.uuid4()), "booth_sign", f"A{n} · Ế", {"code": f"A{n}"}) for n in range(3)]
    refused = {1: {"key": "documents.text_refused", "params": {"text": "x", "pt": 8}}}
    job = record_print(session, run_of(items, target="signs.pdf", station="desk 2"), refused)
    (kept,) = history.list_print_jobs(session)
    assert (kept.id, kept.state, kept.item_count) == (job, JobState.DONE, 3)
    assert (kept.template, kept.template_version, kept.stock) == ("booth-sign-a4", 1, "page")
    assert (kept.languages, kept.target, kept.station) == (("vi", "en"), "signs.pdf", "desk 2")
    assert kept.created_at.tzinfo is dt.UTC
    fates = history.list_printed_items(session, job)
    assert [fate.state for fate in fates] == [ItemState.PROVEN, ItemState.REFUSED, ItemState.PROVEN]
    assert [fate.data_hash for fate in fates] == [item.data_hash for item in items]
    assert fates[1].reason == refused[1]
    assert fates[1].printed_at is None


def test_jobs_of_one_kind_are_listed_with_how_many_items_they_left_out(session):
    items = [PrintItem(str(uuid.uuid4()), "booth_sign", f"A{n}", {"code": f"A{n}"}) for n in range(3)]
    record_print(session, run_of(items))
    record_print(session, run_of(items), {0: {"key": "documents.badge_missing", "params": {}}})
    assert [job.refused for job in history.list_print_jobs(session)] == [1, 0], "the newest first"
    assert len(history.list_print_jobs(session, limit=1, kind="booth_sign")) == 1
    assert history.list_print_jobs(session, kind="badge") == []


def test_some_badges_are_read_without_the_others(session):
    people = make_people(session, 3)
    first, second, _third = issue_badges(session, people, get_signer(session, PASSPHRASE))
    found = queries.list_badge_items(session, [first.id, second.id])
    assert {item.subject for item in found} == {str(first.id), str(second.id)}
    assert queries.list_badge_items(session, []) == []


def test_a_full_name_stands_alone_without_a_given_name():
    assert badge_names("", "Vũ Ly") == ("Vũ Ly", "")
    assert badge_names("Ý", "Ý") == ("Ý", "")
    assert badge_names("Ly", "Vũ Ly") == ("Ly", "Vũ Ly")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, ""),
        ((2025, 12, 23), None, "23.12.2025"),
        ((2025, 12, 23), (2025, 12, 23), "23.12.2025"),
        ((2025, 12, 23), (2025, 12, 25), "23–25.12.2025"),
        ((2025, 11, 30), (2025, 12, 2), "30.11–02.12.2025"),
        ((2025, 12, 30), (2026, 1, 2), "30.12.2025–02.01.2026"),
    ],
)
def test_days_are_written_as_short_as_they_can_be(start, end, said):
    assert span(start and dt.date(*start), end and dt.date(*end)) == said


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_every_country_has_a_name_of_its_own(language):
    names = [country_name(code).get(language) for code in COUNTRIES]
    assert all(names)
    assert len(set(names)) == len(COUNTRIES)
