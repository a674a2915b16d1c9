import datetime as dt
import time
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from showcase.catalogue import edits as catalogue
from showcase.catalogue.search import search
from showcase.errors import InputError, PassphraseError, RefusedError, UserError
from showcase.messages import LANGUAGES, sentence
from showcase.people import edits, queries
from showcase.people.keys import get_signer
from showcase.people.kinds import BadgeEventKind, BadgeState
from showcase.qr.payload import valid_number
from tests.factories import event_session, make_organisation, make_people, make_person


@pytest.fixture
def session() -> Iterator[Session]:
    with event_session() as session:
        yield session


PASSPHRASE = "mùa xuân trên sông"


@pytest.fixture
def signer(session):
    return edits.make_signing_key(session, PASSPHRASE)


def test_the_key_is_made_once_and_unlocked_with_its_passphrase(session):
    assert not queries.has_signing_key(session)
    with pytest.raises(PassphraseError):
        edits.unlock_signer(session, PASSPHRASE)
    with pytest.raises(PassphraseError) as caught:
        edits.make_signing_key(session, "short")
    assert sentence(caught.value, "vi")
    edits.make_signing_key(session, PASSPHRASE)
    assert queries.has_signing_key(session)
    with pytest.raises(RefusedError):
        edits.make_signing_key(session, PASSPHRASE)
    edits.unlock_signer(session, PASSPHRASE)
    get_signer(session, PASSPHRASE)
    with pytest.raises(PassphraseError):
        edits.unlock_signer(session, PASSPHRASE + "?")
    assert len(queries.list_public_keys(session)) == 1


def test_everybody_gets_one_badge(session, signer):
    people = make_people(session, 20)
    badges = edits.issue_badges(session, people, signer)
    assert [badge.person_id for badge in badges] == people
    assert len({badge.token for badge in badges}) == len({badge.number for badge in badges}) == 20
    assert all(valid_number(badge.number) and badge.token.isdigit() and len(badge.token) == 221 for badge in badges)
    assert edits.issue_badges(session, people, signer) == []
    assert queries.count_badges(session) == 20
    shown = {person.id: person.badge for person in queries.list_people(session)}
    assert shown == {badge.person_id: badge for badge in badges}
    assert [hit.id for hit in search(session, badges[3].number)] == [people[3]]


def test_whoever_was_deleted_gets_none(session, signer):
    person = make_person(session)
    edits.delete_person(session, person)
    assert edits.issue_badges(session, [person], signer) == []
    edits.restore_person(session, person)
    assert len(edits.issue_badges(session, [person, person], signer)) == 1


def test_a_revoked_badge_is_dead_and_can_be_followed_by_another(session, signer):
    person = make_person(session)
    (badge,) = edits.issue_badges(session, [person], signer)
    edits.revoke_badge(session, badge.id, reason="stolen", station="desk 1")
    assert queries.get_badge(session, badge.id).state is BadgeState.REVOKED
    assert queries.get_person(session, person).badge is None
    assert queries.count_people(session, badge="none") == 1
    for attempt in (
        lambda: edits.revoke_badge(session, badge.id),
        lambda: edits.reissue_badge(session, badge.id, signer),
    ):
        with pytest.raises(RefusedError) as caught:
            attempt()
        assert all(badge.number in sentence(caught.value, language) for language in LANGUAGES)
    (second,) = edits.issue_badges(session, [person], signer)
    assert queries.get_person(session, person).badge == second


def test_a_reissued_badge_replaces_the_old_one(session, signer):
    person = make_person(session)
    (old,) = edits.issue_badges(session, [person], signer)
    edits.update_person(session, person, {"role": "vip"})
    new = edits.reissue_badge(session, old.id, signer, reason="lost")
    assert new.id != old.id
    assert new.number != old.number
    assert new.token != old.token
    assert new.role == "vip"
    assert queries.get_badge(session, old.id).state is BadgeState.REPLACED
    events = queries.list_badge_events(session, old.id)
    assert [event.kind for event in events] == [BadgeEventKind.ISSUED, BadgeEventKind.REPLACED]
    assert events[1].replaced_by == new.id
    assert [badge.id for badge in queries.list_badges(session, person)] == [new.id, old.id]
    with pytest.raises(RefusedError):
        edits.revoke_badge(session, old.id)


def test_a_badge_is_found_by_its_number_and_its_code_live_or_not(session, signer):
    person = make_person(session)
    (old,) = edits.issue_badges(session, [person], signer)
    new = edits.reissue_badge(session, old.id, signer, reason="lost")
    for badge in (old, new):
        for text in (badge.number, f" {badge.number[:4]} {badge.number[4:]}", badge.token):
            found = queries.find_badge(session, text)
            assert found is not None
            assert found.id == badge.id
    forged = new.token[:-1] + ("0" if new.token[-1] != "0" else "1")
    for text in ("", "Nguyễn", "12345674", forged, "1" * 221):
        assert queries.find_badge(session, text) is None
    assert queries.list_holders(session, [old.id, new.id]) == [person]


def test_the_same_name_is_known_without_accents_and_in_any_order(session):
    there = make_person(session, "Nguyễn", "Thị Bích Ngọc", email="ngoc@sample.example")
    make_person(session, "Nguyễn", "Thị Bích Ngọc Anh")

    def same(*typed: str) -> list[object]:
        return [person.id for person in queries.list_namesakes(session, *typed)]

    assert same("nguyen", "thi bich ngoc") == same("Thị Bích Ngọc", "Nguyễn") == [there]
    assert same("Nguyễn", "Thị Bích") == same("Nguyễn", "") == same("", "") == []
    assert same("Ai", "Khác", "NGOC@sample.example ") == [there]
    edits.delete_person(session, there)
    assert same("nguyen", "thi bich ngoc", "ngoc@sample.example") == []


def test_printing_is_recorded_each_time(session, signer):
    person = make_person(session)
    (badge,) = edits.issue_badges(session, [person], signer)
    assert badge.printed_at is None
    edits.record_printed(session, [badge.id])
    first = queries.get_badge(session, badge.id).printed_at
    edits.record_printed(session, [badge.id], station="desk 2")
    again = queries.get_person(session, person).badge
    assert again is not None
    assert first is not None
    assert again.printed_at is not None
    assert again.printed_at >= first
    assert again.state is BadgeState.ISSUED


def test_a_badge_is_good_until_the_day_after_the_event(session, signer):
    end = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30)
    catalogue.set_event(session, "ends_on", end.isoformat())
    (badge,) = edits.issue_badges(session, [make_person(session)], signer)
    assert badge.expires_at == dt.datetime.combine(
        end + dt.timedelta(days=1), dt.time(17), dt.UTC
    )  # midnight in Hà Nội


def test_a_badge_of_an_event_without_dates_is_good_for_a_year(session, signer):
    (badge,) = edits.issue_badges(session, [make_person(session)], signer)
    assert badge.expires_at - badge.issued_at > dt.timedelta(days=364)


def test_a_badge_that_has_expired_is_not_issued(session, signer):
    with pytest.raises(InputError) as caught:
        edits.issue_badges(session, [make_person(session)], signer, dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert "2020" in sentence(caught.value, "fr")


def test_a_thousand_badges_take_few_statements(session, signer):
    people = make_people(session, 1_000)
    started = time.process_time()
    assert len(edits.issue_badges(session, people, signer)) == 1_000
    assert time.process_time() - started < 30  # a guard against one statement a row, not a measure


def test_people_are_sorted_by_given_name_where_the_family_name_stands_first(session):
    for family, given in (("Trần", "Thị Bích Ngọc"), ("Đặng", "Văn Ánh"), ("Lê", "Minh Ánh")):
        make_person(session, family, given)
    make_person(session, "Moreau", "Zoé", name_order="given_first", country="FR")
    names = [person.name for person in queries.list_people(session)]
    assert names == ["Đặng Văn Ánh", "Lê Minh Ánh", "Zoé Moreau", "Trần Thị Bích Ngọc"]


def test_a_person_shows_the_organisation_they_belong_to(session):
    row = make_organisation(session, "Sao Mai", name_en="Dawn")
    person = make_person(session, organisation_id=row, photo_id=None, languages="vi, fr")
    free = make_person(session, "Lê", "Minh", organisation_name="Báo Ngày Mới")
    assert queries.get_person(session, person).organisation == {"vi": "Sao Mai", "en": "Dawn"}
    assert queries.get_person(session, person).languages == ("vi", "fr")
    assert queries.get_person(session, free).organisation == {"": "Báo Ngày Mới"}
    assert [one.id for one in queries.list_people(session, "nguyen dawn")] == [person]


@pytest.mark.parametrize("typed", ["vi, en, zh-Hant", "vi; en;zh-Hant", "vi/en / zh-Hant/", ["vi", "en", "zh-Hant"]])
def test_languages_are_parted_as_people_part_them(session, typed):
    person = make_person(session, languages=typed)
    assert queries.get_person(session, person).languages == ("vi", "en", "zh-Hant")


@pytest.mark.parametrize(
    "fields",
    [
        {"family_name": "", "given_name": " "},
        {"email": "nguyễn@"},
        {"role": "king"},
        {"languages": "Vietnamese"},
        {"given_name": "a" * 201},
        {"organisation_id": "0192f0a0-0000-7000-8000-000000000000"},
    ],
)
def test_what_cannot_be_taken_of_a_person_is_refused(session, fields):
    person = make_person(session)
    before = queries.get_person(session, person)
    for attempt in (lambda: make_person(session, **fields), lambda: edits.update_person(session, person, fields)):
        with pytest.raises(UserError) as caught:
            attempt()
        assert [sentence(caught.value, language) for language in LANGUAGES]
    assert queries.list_people(session) == [before]


def test_the_last_word_on_consent_counts(session):
    person = make_person(session)
    for given in (True, False):
        edits.record_consent(session, person, "contact", given=given, language="vi", source="desk")
    edits.record_consent(session, person, "photos", given=True)
    assert [(one.purpose, one.given) for one in queries.list_consents(session, person)] == [
        ("contact", False),
        ("photos", True),
    ]


def test_speakers_of_a_session(session):
    times = {"starts_at": "2026-05-14T09:00+07:00", "ends_at": "2026-05-14T10:00+07:00"}
    row = catalogue.add_session(session, {"title": {"en": "Opening"}, **times})
    first, second = make_person(session), make_person(session, "Lê", "Minh")
    edits.set_speakers(session, row, [(second, "moderator"), (first, "speaker")])
    assert [(who.id, part) for who, part in queries.list_speakers(session, row)] == [
        (second, "moderator"),
        (first, "speaker"),
    ]
