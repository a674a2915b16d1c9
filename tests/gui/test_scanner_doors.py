"""The scanner as somebody at a door uses it: in, out, inside already, full, not for this door."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from showcase.people.kinds import Role
from showcase.scanner.running import Running
from tests.fixtures_kiosk import comes
from tests.fixtures_scanner import Hands, enter, press, read, still, strike, touch, words
from tests.pausing import pause

AGAIN_MS = 2200
"""So long after a scan the same badge counts once more."""


@pytest.fixture
def hands() -> Hands:
    return Hands(dt.datetime.now(dt.UTC).replace(microsecond=0))


def _inside(running: Running) -> int:
    capture = running.scanner.desk.capture
    assert capture is not None
    door = capture.standing().door
    assert door is not None
    return door.inside


def test_somebody_goes_in_and_out_and_is_counted(fair, scan, hands) -> None:
    running = scan(fair.station(door="Hall 1", capacity=600), ticker=hands)
    first, second = fair.badge(), fair.badge(family_name="Phạm", given_name="Minh Khôi")
    fair.update(running.scanner.desk.station.path)
    read(running, first)
    assert {"Valid", "Entry noted", "Welcome, go in"} <= words(running)
    read(running, second)
    assert _inside(running) == 2
    press(running, Qt.Key.Key_F6)
    pause(AGAIN_MS)
    read(running, second)
    assert {"Exit noted", "Goodbye"} <= words(running)
    assert _inside(running) == 1
    enter(running)
    assert comes(lambda: {"Ready to scan", "room for 600 · 2 in, 1 out"} <= words(running))


def test_who_is_inside_already_is_shown_with_time_door_and_three_answers(fair, scan, hands) -> None:
    badge = fair.badge(family_name="Phạm", given_name="Minh Khôi")
    running = scan(fair.station(door="Hall 1", name="Door A1"), ticker=hands)
    came = running.scanner.local(hands.now())
    read(running, badge)
    hands.pass_time(hours=1, minutes=28)
    pause(AGAIN_MS)
    read(running, badge)
    shown = words(running)
    again = running.scanner.local(hands.now())
    assert {"Inside", "Phạm Minh Khôi", "1 h 28 min", "Again, Door A1", f"{again:%H:%M}", f"{came:%H:%M}"} <= shown
    assert _inside(running) == 1
    strike(running, "1")
    assert {"Valid", "Welcome, go in"} <= words(running)
    assert running.scanner.desk.capture.standing().door.entries == 2
    assert _inside(running) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Still inside", "Noted. Do not let them in."),
        ("Not this person’s badge", "Noted. Keep the badge, call the desk."),
    ],
)
def test_the_other_answers_let_nobody_in(fair, scan, hands, answer, said) -> None:
    badge = fair.badge()
    running = scan(fair.station(door="Hall 1"), ticker=hands)
    read(running, badge)
    pause(AGAIN_MS)
    read(running, badge)
    touch(running, answer)
    assert said in words(running)
    assert running.scanner.desk.capture.standing().door.entries == 1


def test_a_full_hall_lets_in_whom_a_person_lets_in(fair, scan, hands) -> None:
    first, second = fair.badge(), fair.badge()
    running = scan(fair.station(door="Hall 1", capacity=1), ticker=hands)
    read(running, first)
    read(running, second)
    assert {"Full", "Let them in", "Turn away"} <= words(running)
    assert _inside(running) == 1
    strike(running, "1")
    assert _inside(running) == 2
    running.scanner.home()
    still(running)
    assert "The hall is full." in words(running)


def test_a_badge_of_another_role_is_shown_the_way(fair, scan, hands) -> None:
    badge = fair.badge(role="press")
    running = scan(fair.station(door="Hall 1", roles=(Role.DELEGATE,)), ticker=hands)
    read(running, badge)
    assert {"Other door", "Show the way to another one.", "Press"} <= words(running)
    strike(running, "2")
    assert (_inside(running), running.scanner.page) == (0, "ready")


def test_a_revoked_badge_is_not_let_in_and_undo_takes_an_entry_back(fair, scan, hands) -> None:
    good, gone = fair.badge(), fair.badge()
    fair.revoke(gone)
    running = scan(fair.station(door="Hall 1"), ticker=hands)
    read(running, gone)
    assert {"Revoked", "The attempt is noted. It counts as no entry."} <= words(running)
    read(running, good)
    touch(running, "Undo")
    assert _inside(running) == 0
    assert running.scanner.page == "ready"
