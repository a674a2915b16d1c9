"""Somebody is erased at the badge desk: it is said first what goes, and stations at hand are erased too."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QLabel

from showcase.leads.capture import Capture
from showcase.leads.kinds import Method
from showcase.leads.office import Wanted, prepare_station
from showcase.leads.station import make_station, open_station
from showcase.people.edits import issue_badges, record_consent
from showcase.people.keys import get_signer
from showcase.people.queries import get_person, list_consents, list_people
from tests.factories import make_organisation, make_person
from tests.gui.conftest import PASSPHRASE


@pytest.fixture
def page(window, settle):
    """Return the desk, ready for the first person."""
    window.do("page:desk")
    settle(window)
    return window.page("desk")


def _people(window):
    with window.desk.app.reading() as session:
        return list_people(session)


def test_somebody_is_erased_for_good_after_it_was_said_what_goes(window, page, settle):
    before = len(_people(window))
    with window.desk.app.transaction() as session:
        person = make_person(session, "Phạm", "Kim Oanh", email="oanh@example.vn")
    settle(window)
    page.search.setText("kim oanh")
    settle(window)

    page.card.buttons["erase"].click()
    settle(window)
    question = page.card.question
    texts = "\n".join(label.text() for label in question.findChildren(QLabel) if not label.isHidden())
    assert "Erase the personal data of Phạm Kim Oanh for good?" in texts
    assert "What stays, without a name" in texts
    assert question.keep_button.hasFocus()
    question.keep_button.click()
    assert len(_people(window)) == before + 1

    page.card.buttons["erase"].click()
    settle(window)
    question.do_button.click()
    settle(window)

    assert "Erased for good: 1 person." in "\n".join(page.messages.texts)
    assert len(_people(window)) == before
    assert page.card.card is None
    with window.desk.app.reading() as session:
        assert list_consents(session, person) == []
    assert b"oanh@example.vn" not in window.desk.app.database.path.read_bytes()


def test_a_station_at_hand_is_erased_with_the_passphrase_and_a_wrong_one_erases_nobody(window, page, settle):
    app = window.desk.app
    with app.transaction() as session:
        make_organisation(session, "Mạch Nước", [("H9", "Z12")])
        person = make_person(session, "Phạm", "Kim Oanh", email="oanh@example.vn")
        record_consent(session, person, "exhibitors", given=True)
        signer = get_signer(session, PASSPHRASE)
        (badge,) = issue_badges(session, [person], signer)
        prepared = prepare_station(session, signer, Wanted(booth="Z12"))
    path = app.database.path.parent / "booth.station"
    make_station(path, prepared.id, prepared.name, prepared.signed)
    with closing(open_station(path)) as station:
        capture = Capture(station)
        subject = capture.read(badge.token, Method.WEDGE).subject
        assert subject is not None
        capture.note(subject, "Bà Oanh hỏi giá")
    assert "Bà Oanh".encode() in path.read_bytes()

    settle(window)
    page.search.setText("kim oanh")
    settle(window)
    page.card.buttons["erase"].click()
    settle(window)
    texts = "\n".join(label.text() for label in page.card.question.findChildren(QLabel) if not label.isHidden())
    assert "are erased and updated too: booth.station" in texts
    assert "Station Z12" not in texts, "what is at hand is not out of reach"
    page.card.question.do_button.click()
    settle(window)
    panel = page.passphrase
    panel.line.setText("wrong")
    panel.button.click()
    settle(window)
    with app.reading() as session:
        assert get_person(session, person).name == "Phạm Kim Oanh"

    panel.line.setText(PASSPHRASE)
    panel.button.click()
    settle(window)

    assert "Erased for good: 1 person." in "\n".join(page.messages.texts)
    assert "Bà Oanh".encode() not in path.read_bytes()
    assert b"oanh@example.vn" not in app.database.path.read_bytes()
