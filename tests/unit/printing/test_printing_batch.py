"""What a choice holds: by state, by an earlier job, a few badges out of many."""

import uuid

import pytest

from showcase.app import App
from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.edits import set_event
from showcase.catalogue.queries import list_booths
from showcase.documents import edits
from showcase.documents.history import list_print_jobs
from showcase.errors import Cancelled
from showcase.people.edits import issue_badges
from showcase.people.keys import get_signer
from showcase.people.queries import count_people
from showcase.printing.batch import Choice, Counts, issue_missing, list_badgeless, prepare, prepare_badges
from showcase.settings import Settings
from tests.factories import make_organisation, make_people, record_print

PASSPHRASE = "a long passphrase for tests"


@pytest.fixture
def app(database):
    """Return an event with an exhibitor in one booth and another in two."""
    with database.transaction() as session:
        set_event(session, "base_url", "https://sample.example")
        make_organisation(session, "Một", [("A", "A1")], name_en="One")
        make_organisation(session, "Hai", [("A", "A2"), ("A", "A3")], name_en="Two")
    return App(database, Settings())


def _codes(batch) -> list[str]:
    return [str(item.values["code"]) for item in batch.items]


def _record(app, batch) -> uuid.UUID:
    with app.transaction() as session:
        run = edits.PrintRun(batch.template, batch.items, "page", ("vi",))
        return record_print(session, run)


def _recode(app, old: str, new: str) -> None:
    with app.transaction() as session:
        (booth,) = [booth for booth in list_booths(session) if booth.code == old]
        editing.change(session, "booths", booth.id, [Change("code", new)])


def test_a_choice_counts_what_waits_and_holds_it(app) -> None:
    first = prepare(app, Choice("signs"))
    assert (first.counts, len(first.items)) == (Counts(3, 3, 0), 3)
    _record(app, first)
    _recode(app, "A3", "Z9")
    changed = prepare(app, Choice("signs", which="changed"))
    assert (changed.counts, _codes(changed)) == (Counts(3, 0, 1), ["Z9"])
    assert prepare(app, Choice("signs", which="unprinted")).items == ()


def test_a_job_is_its_own_signs_again_and_of_these_what_changed(app) -> None:
    signs = prepare(app, Choice("signs"))
    subject = next(item.subject for item in signs.items if item.values["code"] == "A2")
    alone = [item for item in signs.items if item.values["code"] == "A2"]
    with app.transaction() as session:
        job = record_print(session, edits.PrintRun(signs.template, alone, "page", ("vi",)))
    assert _codes(prepare(app, Choice("signs", job=job))) == ["A2"], "the other booth of the exhibitor was not in it"
    assert prepare(app, Choice("signs", job=job, which="changed")).items == ()
    whole = _record(app, signs)
    _recode(app, "A1", "Z9")
    assert _codes(prepare(app, Choice("signs", job=whole, which="changed"))) == ["Z9"]
    assert len(prepare(app, Choice("signs", only=frozenset({subject}))).items) == 2


def test_badges_are_issued_to_all_or_to_nobody(app) -> None:
    with app.transaction() as session:
        make_people(session, 120)

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        issue_missing(app, list_badgeless(app), PASSPHRASE, stop)
    assert len(list_badgeless(app)) == 120
    told: list[tuple[int, int]] = []
    assert len(issue_missing(app, list_badgeless(app), PASSPHRASE, lambda *far: told.append(far))) == 120
    assert told == [(0, 120), (50, 120), (100, 120), (120, 120)]


def test_one_badge_is_read_without_the_others(app) -> None:
    with app.transaction() as session:
        badge, _other = issue_badges(session, make_people(session, 2), get_signer(session, PASSPHRASE))
        assert count_people(session) == 2
    (item,) = prepare_badges(app, Choice("badges"), [badge.id]).items
    assert item.subject == str(badge.id)
    with app.reading() as session:
        assert list_print_jobs(session) == []
