"""The pages beside scanning: the list of leads, the pack, failed scans, the self-test, questions, languages, faults."""

import sqlite3
import zipfile
from contextlib import closing

import pytest
from PySide6.QtCore import QRectF, QSize, Qt

from showcase.leads.kinds import Fault, QuestionKind
from showcase.leads.layouts import typed_under
from showcase.leads.selftest import TEST_DIGITS, TEST_TEXT
from showcase.scanner.poster import scale
from tests.fixtures_kiosk import comes
from tests.fixtures_scanner import buttons, enter, hand, press, read, still, strike, touch, wedge, words
from tests.pausing import pause


def test_leads_are_searched_sorted_and_opened_again(fair, scan) -> None:
    names = (("Lê", "Văn Phước"), ("Morita", "Kenji"), ("Phạm", "Minh Khôi"))
    badges = [fair.badge(family_name=family, given_name=given) for family, given in names]
    running = scan(fair.station(booth="A12"))
    for badge in badges:
        read(running, badge)
    strike(running, "5")
    press(running, Qt.Key.Key_F2)
    assert comes(lambda: {"3 leads", "Lê Văn Phước", "Morita Kenji", "Phạm Minh Khôi"} <= words(running))
    hand(running, "phuoc")
    assert comes(lambda: "1 of 3 leads" in words(running))
    assert "Morita Kenji" not in words(running)
    enter(running)
    assert comes(lambda: running.scanner.page == "lead")
    still(running)
    assert {"Lead", "Lê Văn Phước", "Done"} <= words(running)
    strike(running, "3")
    touch(running, "Done")
    assert running.scanner.page == "leads"
    assert {lead.name: lead.rating for lead in running.scanner.desk.capture.leads()} == {
        "Lê Văn Phước": 3,
        "Morita Kenji": 0,
        "Phạm Minh Khôi": 5,
    }
    touch(running, "4 or better")
    assert comes(lambda: "Lê Văn Phước" not in words(running))


def test_what_a_visitor_says_of_themselves_is_written_down(fair, scan) -> None:
    badge = fair.badge(consents=())
    running = scan(fair.station(booth="A12"))
    read(running, badge)
    assert any("does not share a name" in text for text in words(running))
    strike(running, "t")
    assert comes(lambda: running.window.activeFocusItem().inherits("QQuickTextInput"))
    hand(running, "Lan")
    touch(running, "Back to the visitor")
    assert [lead.name for lead in running.scanner.desk.capture.leads()] == ["Lan"]
    assert "Lan" in words(running)


def test_the_pack_is_one_touch_and_says_where_it_is(fair, scan, tmp_path) -> None:
    badge = fair.badge(family_name="Lê", given_name="Văn Phước")
    running = scan(fair.station(booth="A12"))
    running.scanner.leads_._folder = tmp_path / "Tài liệu"
    read(running, badge)
    press(running, Qt.Key.Key_F2)
    touch(running, "Export")
    assert comes(lambda: bool(list((tmp_path / "Tài liệu").glob("leads-a12-*.zip"))))
    still(running)
    (pack,) = (tmp_path / "Tài liệu").glob("*.zip")
    assert any(str(pack) in text for text in words(running))
    with zipfile.ZipFile(pack) as archive:
        assert archive.read("summary.pdf").startswith(b"%PDF")
        assert "Lê Văn Phước" in archive.read("leads.csv").decode("utf-8-sig")
    touch(running, "Done")
    assert not any(str(pack) in text for text in words(running))


def test_scans_that_came_to_nothing_are_kept_with_what_was_read(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    read(running, "HTTPS://EXAMPLE.ORG/PAGE")
    running.scanner.open("failed")
    assert comes(lambda: {"Not ours", "HTTPS://EXAMPLE.ORG/PAGE"} <= words(running))


def test_the_self_test_passes_a_scanner_and_names_a_wrong_layout(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    press(running, Qt.Key.Key_F1)
    assert comes(lambda: "Scan the first code" in words(running))
    wedge(running, typed_under(Fault.AZERTY, TEST_TEXT))
    assert comes(lambda: {"Something needs setting", "AZERTY keyboard"} <= words(running))
    assert not any("input method" in text for text in words(running))
    touch(running, "Again")
    wedge(running, TEST_DIGITS)
    assert comes(lambda: "Good. Now the other code" in words(running))
    wedge(running, TEST_TEXT)
    assert comes(lambda: "The scanner is in perfect order" in words(running))
    assert running.scanner.page == "test"


def test_an_exhibitor_writes_questions_and_words_of_their_own(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    press(running, Qt.Key.Key_F4)
    touch(running, "Add a question")
    form = running.scanner.form_
    (question,) = form.questions
    form.typeQuestion(question["id"], "When?")
    for option, word in zip(question["options"], ("Now", "Next year"), strict=True):
        form.typeOption(question["id"], option["id"], word)
    form.typeWord(5, "Signs today")
    touch(running, "Save")
    assert comes(lambda: running.scanner.page == "ready")
    read(running, fair.badge())
    assert {"When?", "Now", "Next year", "Signs today"} <= words(running)
    touch(running, "Next year")
    touch(running, "Now")
    (lead,) = running.scanner.desk.capture.leads()
    (asked,) = running.scanner.desk.capture.form().questions
    assert asked.kind is QuestionKind.ONE
    assert lead.answers[asked.id].options == (asked.options[0].id,)


def test_who_scans_is_noted_and_handed_over_with_a_key(fair, scan) -> None:
    first, second = fair.badge(), fair.badge()
    station = fair.station(booth="A12")
    running = scan(station)
    press(running, Qt.Key.Key_F5)
    assert comes(lambda: running.scanner.page == "form"), "nobody said who scans: it asks"
    running.scanner.form_.typeStaff("Lan,  Minh ")
    running.scanner.home()
    still(running)
    read(running, first)
    press(running, Qt.Key.Key_F5)
    still(running)
    read(running, second)
    strike(running, "4")
    leads = {lead.subject: (lead.staff, lead.rating) for lead in running.scanner.desk.capture.leads()}
    assert sorted(leads.values()) == [(("Lan",), 0), (("Minh",), 4)]
    assert scan(station).scanner.staff == "Minh", "it is kept with the station"


def test_what_a_scanner_puts_around_a_code_is_set_up(fair, scan) -> None:
    badge = fair.badge()
    running = scan(fair.station(booth="A12"))
    running.scanner.check_.typeAround("<<", ">>")
    still(running)
    running.scanner.open("test")
    wedge(running, f"<<{TEST_TEXT}>>", end="")
    assert comes(lambda: "Good. Now the other code" in words(running))
    running.scanner.home()
    wedge(running, f"<<{badge.token}>>", end="")
    assert comes(lambda: running.scanner.page == "verdict")
    still(running)
    assert "Valid" in words(running)


def test_a_question_without_words_is_refused_with_a_sentence(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    press(running, Qt.Key.Key_F4)
    touch(running, "Add a question")
    touch(running, "Save")
    assert comes(lambda: "A question needs words." in words(running))
    assert running.scanner.page == "form"


def test_all_texts_change_with_the_language_where_one_is(fair, scan) -> None:
    station = fair.station(booth="A12")
    running = scan(station)
    read(running, fair.badge())
    seen = {}
    for language, word in (("vi", "Hợp lệ"), ("fr", "Valide"), ("en", "Valid")):
        running.scanner.speak(language)
        still(running)
        assert word in words(running)
        seen[language] = words(running)
    assert len(seen["vi"] & seen["en"] & seen["fr"] - {"Nguyễn Thị\nBích Ngọc"}) < 25
    running.scanner.speak("fr")
    still(running)
    again = scan(station, language="")
    assert "Prêt à scanner" in words(again), "it speaks what it spoke last"


def test_a_scan_that_cannot_be_written_fills_the_screen_and_the_next_one_works(fair, scan) -> None:
    first, second = fair.badge(), fair.badge(family_name="Morita", given_name="Kenji")
    station = fair.station(booth="A12")
    running = scan(station)
    with closing(sqlite3.connect(station, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        wedge(running, first.token)
        assert comes(lambda: running.scanner.trouble != "")
        still(running)
        shown = words(running)
        other.execute("ROLLBACK")
    assert {"Not saved", "This scan was not saved."} <= shown
    read(running, second)
    assert {"Valid", "Morita Kenji"} <= words(running)
    assert running.scanner.trouble == ""
    read(running, first)
    assert len(running.scanner.desk.capture.leads()) == 2


def test_an_edit_that_cannot_be_written_is_said_above_everything(fair, scan) -> None:
    station = fair.station(booth="A12")
    running = scan(station)
    read(running, fair.badge())
    with closing(sqlite3.connect(station, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        strike(running, "4")
        assert comes(lambda: any(text.startswith("The last change was not saved.") for text in words(running)))
        other.execute("ROLLBACK")
    strike(running, "4")
    assert not any(text.startswith("The last change was not saved.") for text in words(running))
    assert running.scanner.desk.capture.leads()[0].rating == 4


def test_a_file_that_is_no_station_is_said_and_can_be_tried_again(fair, scan, tmp_path) -> None:
    path = tmp_path / "other.station"
    running = scan(path)
    assert "Not ready" in words(running)
    assert any("There is no station file" in text for text in words(running))
    fair.station(booth="A12").rename(path)
    touch(running, "Try again")
    assert comes(lambda: "Ready to scan" in words(running))


def test_practice_is_marked_on_every_page_and_leaves_the_station_alone(fair, scan) -> None:
    station = fair.station(booth="A12")
    badge = fair.badge()
    running = scan(station, practice=True)
    assert "Practice: nothing counts" in words(running)
    read(running, badge)
    assert {"Practice: nothing counts", "Valid"} <= words(running)
    plain = scan(station)
    assert plain.scanner.desk.capture.leads() == []
    assert "Practice: nothing counts" not in words(plain)


SIZES = [(1366, 768), (1024, 768), (1920, 1080), (2560, 1440), (800, 1280), (768, 1024), (1080, 1920)]


@pytest.mark.parametrize("size", [QSize(*it) for it in SIZES], ids=str)
def test_nothing_that_can_be_touched_is_small_or_outside(fair, scan, size) -> None:
    running = scan(fair.station(booth="A12"), size=size)
    read(running, fair.badge())
    pixel = scale(size, 1.5)
    seen: list[QRectF] = []
    for name, item in buttons(running).items():
        place = item.mapRectToScene(item.boundingRect())
        assert place.height() >= 43 * pixel, name
        assert -1 <= place.x() <= place.right() <= size.width() + 1, name
        assert -1 <= place.y() <= place.bottom() <= size.height() + 1, name
        assert not [it for it in seen if it.intersects(place.adjusted(2, 2, -2, -2))], f"{name} lies over another"
        seen.append(place)


def test_every_action_is_reached_with_tab_and_shows_its_focus(fair, scan) -> None:
    running = scan(fair.station(booth="A12"))
    read(running, fair.badge())
    reached = set()
    for _ in range(40):
        press(running, Qt.Key.Key_Tab, "\t")
        pause(130)
        item = running.window.activeFocusItem()
        reached.add(str(item.property("text")))
    assert {"Ask for consent", "Keen", "Flood Pulse", "Undo", "Done, scan on"} <= reached
