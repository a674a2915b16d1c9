"""The scanner as somebody at a booth uses it: keys of a real token become a verdict, a lead, and what is added."""

import pytest
from PySide6.QtCore import Qt

from showcase.leads.kinds import Channel, Verdict
from showcase.leads.selftest import TEST_DIGITS
from showcase.messages import message
from showcase.scanner.work import CHANNELS
from showcase.text import bound
from tests.fixtures_kiosk import comes
from tests.fixtures_scanner import buttons, enter, hand, press, read, still, strike, touch, wedge, words
from tests.pausing import pause


def _leads(running):
    return running.scanner.desk.capture.leads()


def test_the_keys_of_a_badge_become_a_lead_and_its_verdict_stays(fair, scan) -> None:
    badge = fair.badge(family_name="Nguyễn", given_name="Thị Ánh Tuyết")
    running = scan(fair.station(booth="A12"))
    assert {"Ready to scan", "USB scanner: scan this test code"} <= words(running)
    read(running, badge)
    assert running.scanner.page == "verdict"
    assert {"Valid", "Lead number 1 today", "Nguyễn Thị Ánh Tuyết", "Delegate", "Done, scan on"} <= words(running)
    assert [lead.name for lead in _leads(running)] == ["Nguyễn Thị Ánh Tuyết"]
    enter(running)
    still(running)
    assert running.scanner.page == "ready"
    assert "Nguyễn Thị Ánh Tuyết" in words(running), "the last three name who was scanned"


def test_a_scan_without_enter_counts_a_little_later(fair, scan) -> None:
    badge = fair.badge()
    running = scan(fair.station(booth="A12"))
    wedge(running, badge.token, end="")
    assert comes(lambda: running.scanner.page == "verdict")
    still(running)
    assert "The scanner sends no Enter" in words(running)
    assert len(_leads(running)) == 1


def test_the_same_badge_held_to_the_scanner_counts_once_and_the_next_replaces_it(fair, scan) -> None:
    first, second = fair.badge(), fair.badge(family_name="Morita", given_name="Kenji")
    running = scan(fair.station(booth="A12"))
    read(running, first)
    wedge(running, first.token)
    still(running)
    assert _leads(running)[0].scans == 1
    read(running, second)
    assert "Morita Kenji" in words(running)


def test_a_visitor_is_qualified_in_four_touches(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    read(running, fair.badge())
    strike(running, "4")
    touch(running, "Flood Pulse")
    touch(running, "Trạm Nước")
    touch(running, "Ask for consent")
    running.scanner.work.askIn("en")
    touch(running, message(Channel.EMAIL.key, "en"))
    (lead,) = _leads(running)
    assert (lead.rating, set(lead.products)) == (4, {fair.products[0], fair.products[2]})
    assert dict(lead.follow_up) == {Channel.EMAIL: True}
    touch(running, "Done")
    assert "Contact: e-mail" in words(running)
    strike(running, "4")
    assert _leads(running)[0].rating == 0, "the rating it has already is taken away"


@pytest.mark.parametrize("spoken", ["vi", "fr"])
def test_all_that_a_visitor_is_asked_is_in_their_language(fair, scan, spoken) -> None:
    """The exhibitor's screen is English; what the visitor reads and ticks is not."""
    badge = fair.badge(languages=[spoken])
    running = scan(fair.station(booth="A12"))
    read(running, badge)
    touch(running, "Ask for consent")
    asked = ("scanner.consent_title", "scanner.forget", "scanner.done", *(it.key for it in CHANNELS))
    assert {bound(message(key, spoken), spoken) for key in asked} <= words(running)
    assert not {message(key, "en") for key in (*asked, "scanner.back_to_lead")} & words(running)
    running.scanner.work.askIn("en")
    assert comes(lambda: {message(key, "en") for key in asked} <= words(running))
    touch(running, message("leads.channel_phone", "en"))
    touch(running, "Done")
    assert "Contact: telephone" in words(running), "the exhibitor's own screen stays as it was"


def test_whoever_wants_nothing_kept_is_asked_nothing_more(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    read(running, fair.badge())
    strike(running, "n")
    hand(running, "Chim hoàng yến")
    running.window.activeFocusItem().setProperty("focus", False)
    touch(running, "Ask for consent")
    touch(running, "Keep nothing about me")
    assert "They want nothing kept here" in words(running)
    assert not {"Flood Pulse", "Ask for consent"} & set(buttons(running))
    assert _leads(running) == []
    strike(running, "4")
    still(running)
    assert any(line.startswith("The visitor wants nothing kept here") for line in words(running))
    strike(running, "u")
    still(running)
    (lead,) = _leads(running)
    assert (lead.rating, lead.withdrawn) == (0, False)


def test_a_note_is_saved_though_the_next_badge_is_scanned_into_its_field(fair, scan) -> None:
    first, second = fair.badge(), fair.badge(family_name="Morita", given_name="Kenji")
    running = scan(fair.station(booth="A12"))
    read(running, first)
    strike(running, "n")
    hand(running, "Gọi lại 15")
    assert running.window.activeFocusItem().property("text") == "Gọi lại 15"
    pause(125)
    read(running, second)
    notes = {lead.name: [note.text for note in lead.notes] for lead in _leads(running)}
    assert notes == {"Nguyễn Thị Bích Ngọc": ["Gọi lại 15"], "Morita Kenji": []}
    assert "Morita Kenji" in words(running)


def test_digits_of_a_code_never_rate_anybody(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    read(running, fair.badge())
    wedge(running, "44444444444444444444")
    still(running)
    assert _leads(running)[0].rating == 0
    assert running.scanner.panel_.word == "Not ours"


def test_a_scan_right_behind_a_key_that_somebody_pressed_is_read_whole(fair, scan) -> None:
    first, second = fair.badge(), fair.badge()
    running = scan(fair.station(booth="A12"))
    read(running, first)
    press(running, Qt.Key.Key_5, "5")
    pause(130)
    read(running, second)
    assert sorted(lead.rating for lead in _leads(running)) == [0, 5]


def test_undo_takes_back_the_last_and_then_the_scan_itself(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    read(running, fair.badge())
    strike(running, "5")
    touch(running, "Undo")
    assert _leads(running)[0].rating == 0
    assert "The rating was taken back" in words(running)
    strike(running, "u")
    assert _leads(running) == []
    assert running.scanner.page == "ready"
    press(running, Qt.Key.Key_Z, "\x1a", held=Qt.KeyboardModifier.ControlModifier)
    assert comes(lambda: "There is nothing to take back" in words(running))


def test_a_badge_that_was_replaced_says_what_to_do_and_names_nobody(fair, scan) -> None:
    old = fair.badge(family_name="Lê", given_name="Văn Phước")
    new = fair.replace(old)
    running = scan(fair.station(booth="A12"))
    read(running, old)
    shown = words(running)
    assert {"Replaced", "Ask for the newer badge", "The attempt is noted. No lead was made."} <= shown
    assert not any("Phước" in text for text in shown)
    read(running, new)
    assert "Lê Văn Phước" in words(running)


def test_a_test_code_proves_the_scanner_and_saves_nothing(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    read(running, TEST_DIGITS)
    assert {"Test code", "Nothing was saved."} <= words(running)
    assert _leads(running) == []
    assert running.scanner.check_.heard


def test_a_number_is_typed_with_keys_and_checked(fair, scan) -> None:
    badge = fair.badge()
    running = scan(fair.station(booth="A12"))
    press(running, Qt.Key.Key_F3)
    assert comes(lambda: "Check number" in buttons(running))
    hand(running, badge.number)
    enter(running)
    assert comes(lambda: running.scanner.page == "verdict")
    still(running)
    assert running.scanner.panel_._outcome.verdict is Verdict.VALID
    assert "Typed by hand: nobody has seen the badge’s signature" in words(running)
