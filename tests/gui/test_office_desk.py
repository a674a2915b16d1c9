"""The badge desk as people use it: by keyboard, by mouse, with a scanner; two windows; what goes wrong."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from showcase.catalogue.queries import list_organisations
from showcase.office.walkin import WalkInForm
from showcase.people.edits import delete_person, issue_badges, revoke_badge
from showcase.people.keys import get_signer
from showcase.people.kinds import BadgeState
from showcase.people.queries import get_person, list_badge_events, list_badges, list_consents, list_people
from showcase.printing.verifying import verify_file
from tests.factories import make_person
from tests.gui.conftest import PASSPHRASE


class _Viewer(QObject):
    """Takes the files that would be opened in a viewer."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        """Keep a file."""
        self.files.append(Path(url.toLocalFile()))


@pytest.fixture
def viewer(qapp):
    """Return what opens files in place of the system."""
    made = _Viewer()
    QDesktopServices.setUrlHandler("file", made, "show")  # type: ignore[arg-type]  # the stubs ask for bytes, Qt for text
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(window, settle, viewer):
    """Return the desk, ready for the first person."""
    window.do("page:desk")
    settle(window)
    return window.page("desk")


def _type(widget, text: str) -> None:
    """Type into the widget that has the cursor; QTest knows the keys of ASCII alone."""
    assert widget.isVisible()
    for letter in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def _find(window, page, settle, typed: str) -> None:
    page.search.setText(typed)
    settle(window)


def _people(window):
    with window.desk.app.reading() as session:
        return list_people(session)


def _with_badge(window):
    return next(person for person in _people(window) if person.badge)


def _told(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _give_passphrase(window, page, settle, passphrase: str = PASSPHRASE) -> None:
    assert page.passphrase.isVisible()
    page.passphrase.line.setText(passphrase)
    page.passphrase.button.click()
    settle(window)


def test_somebody_is_found_without_accents_by_number_and_by_scan(window, page, settle):
    person = _with_badge(window)
    number = person.badge.number
    for typed in (person.name.lower(), number, f"{number[:4]} {number[4:]}", person.badge.token):
        _find(window, page, settle, "")
        assert not page.card.isVisible()
        _find(window, page, settle, typed)
        assert page.card.isVisible()
        shown: Any = page.card.card
        assert shown.person.id == person.id
        assert f"Badge {number[:4]} {number[4:]} is good and not printed yet" in _told(page.card)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1" * 221, "of another event"),
        ("12345678", "wrong digit"),
        ("HTTPS://SAMPLE.EXAMPLE/E/12345674", "booth sign or product"),
    ],
)
def test_a_code_that_leads_to_nobody_says_why(window, page, settle, typed, said):
    _find(window, page, settle, typed)
    assert page.people.count() == 0
    assert said in _told(page._empty)
    assert not page._add_button.isVisible()


def test_the_keyboard_walks_through_who_was_found_and_prints(window, page, settle, qtbot, viewer):
    _type(page.search, "nguyen")
    settle(window)
    first = page.people.current()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    settle(window)
    chosen = page.people.current()
    assert chosen.id != first.id
    assert page.card.card.person.id == chosen.id
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.card.buttons["print"].hasFocus()
    qtbot.keyClick(page.card.buttons["print"], Qt.Key.Key_Return)
    settle(window)
    (file,) = viewer.files
    assert file.name == f"{chosen.badge.number}.pdf"
    assert [code.text for code in verify_file(file)] == [chosen.badge.token]
    assert len(PdfReader(file).pages) == 1
    assert "its code read back" in page.messages.texts[0]
    assert page.search.hasFocus(), "ready for the next person"
    assert page.card.buttons["print"].text() == "Print again"
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_a_badge_is_printed_as_the_last_one_was(window, page, settle, viewer):
    page.card.opens_box.setChecked(False)
    _find(window, page, settle, _with_badge(window).badge.number)
    page.card.template_box.setCurrentIndex(page.card.template_box.findData("badge-cr80"))
    page.card.stock_box.setCurrentIndex(page.card.stock_box.findData("a4-cr80"))
    page.card.buttons["print"].click()
    settle(window)
    assert viewer.files == []
    page.clear()
    page.reload()
    settle(window)
    assert page.card.design == ("badge-cr80", "a4-cr80")


def test_a_lost_badge_takes_two_clicks(window, page, settle, viewer):
    person = _with_badge(window)
    _find(window, page, settle, person.badge.number)
    page.card.buttons["lost"].click()
    assert page.card.question.isVisible()
    assert page.card.question.keep_button.hasFocus(), "Enter does nothing that cannot be undone"
    page.card.question.do_button.click()
    settle(window)
    _give_passphrase(window, page, settle)
    with window.desk.app.reading() as session:
        new, old = list_badges(session, person.id)
        events = list_badge_events(session, old.id)
    assert (old.id, old.state, new.state) == (person.badge.id, BadgeState.REPLACED, BadgeState.ISSUED)
    assert (events[-1].reason, events[-1].replaced_by) == ("lost", new.id)
    assert new.printed_at is not None
    assert [code.text for code in verify_file(viewer.files[0])] == [new.token]
    assert any("Replaced by" in line and "Lost" in line for line in page.card.history.lines)

    page.card.buttons["lost"].click()
    page.card.question.do_button.click()
    settle(window)
    assert not page.passphrase.isVisible(), "it is asked for once"
    assert len(viewer.files) == 2


def test_a_wrong_passphrase_is_a_sentence_and_another_try(window, page, settle):
    person = _with_badge(window)
    _find(window, page, settle, person.badge.number)
    page.card.buttons["lost"].click()
    page.card.question.do_button.click()
    settle(window)
    _give_passphrase(window, page, settle, "không phải")
    assert page.passphrase.isVisible()
    assert "wrong" in _told(page.passphrase)
    assert _with_badge(window).badge == person.badge
    page.passphrase.leave_button.click()
    assert not page.passphrase.isVisible()
    assert page.passphrase.line.text() == ""


def test_revoking_asks_for_a_reason_and_esc_leaves_the_badge_alone(window, page, settle, qtbot):
    person = _with_badge(window)
    _find(window, page, settle, person.badge.number)
    question = page.card.question
    page.card.buttons["revoke"].click()
    assert question.line.hasFocus()
    qtbot.keyClick(question.line, Qt.Key.Key_Return)
    settle(window)
    assert _with_badge(window).badge == person.badge, "Enter is never the dangerous one"
    qtbot.keyClick(question.line, Qt.Key.Key_Escape)
    assert not question.isVisible()
    page.card.buttons["revoke"].click()
    question.reason_buttons[1][0].click()
    assert question.line.text() == "Stolen"
    question.do_button.click()
    settle(window)
    with window.desk.app.reading() as session:
        (badge,) = list_badges(session, person.id)
        assert list_badge_events(session, badge.id)[-1].reason == "stolen"
    assert badge.state is BadgeState.REVOKED
    assert page.card.buttons["issue_print"].isVisible()
    assert any("Stolen" in line for line in page.card.history.lines)


def test_a_badge_that_another_window_revoked_is_a_sentence(window, page, settle):
    person = _with_badge(window)
    _find(window, page, settle, person.badge.number)
    page.card.buttons["lost"].click()
    with window.desk.app.transaction() as session:
        get_signer(session, PASSPHRASE)
        revoke_badge(session, person.badge.id, reason="elsewhere")
    page.work.revoke(person.badge, "late")
    settle(window)
    assert "has been revoked" in page.messages.texts[0]
    assert page.card.buttons["issue_print"].isVisible()
    with window.desk.app.reading() as session:
        (badge,) = list_badges(session, person.id)
        assert [event.reason for event in list_badge_events(session, badge.id)] == ["", "elsewhere"]


def test_somebody_who_was_deleted_meanwhile_gets_no_badge(window, page, settle):
    person = next(person for person in _people(window) if not person.badge)
    _find(window, page, settle, person.name)
    with window.desk.app.transaction() as session:
        delete_person(session, person.id)
    page.work.issue(person, prints=True)
    settle(window)
    _give_passphrase(window, page, settle)
    assert "put into the bin" in page.messages.texts[0]
    assert page.card.buttons["restore"].isVisible()
    page.card.buttons["restore"].click()
    settle(window)
    assert page.card.buttons["issue_print"].isVisible()


def test_a_place_that_cannot_be_written_leaves_the_badge_issued(window, page, settle, home):
    (home / "Documents").mkdir(exist_ok=True)
    (home / "Documents" / "Showcase").write_text("in the way")
    person = next(person for person in _people(window) if not person.badge)
    _find(window, page, settle, person.name)
    page.card.buttons["issue_print"].click()
    settle(window)
    _give_passphrase(window, page, settle)
    assert "could not be printed" in page.messages.texts[0]
    assert page.card.card.person.badge is not None
    assert page.card.buttons["print"].isVisible()


def test_everyone_without_a_badge_gets_one_or_nobody_does(window, page, settle):
    with window.desk.app.transaction() as session:
        for n in range(120):
            make_person(session, "Lâm", f"Người {n}")
    settle(window)
    assert page.issue_all_button.text() == "Issue 122 missing badges"
    page.issue_all_button.click()
    settle(window)
    page.passphrase.line.setText(PASSPHRASE)
    page.passphrase.button.click()
    page.progress.cancel_button.click()
    settle(window)
    assert page.messages.texts == ["Stopped as you asked. Nothing was changed."]
    assert sum(person.badge is None for person in _people(window)) == 122
    page.passphrase.button.click()
    settle(window)
    assert page.messages.texts == ["122 badges were issued."]
    assert not page.issue_all_button.isVisible()


def test_consent_is_a_fact_each_time(window, page, settle):
    person = _with_badge(window)
    _find(window, page, settle, person.badge.number)
    box = page.card.consents["contact"]
    assert not box.isChecked()
    for given, word in ((True, "given"), (False, "withdrawn")):
        box.click()
        settle(window)
        with window.desk.app.reading() as session:
            (consent,) = list_consents(session, person.id)
        assert (consent.purpose, consent.given, consent.source, consent.language) == ("contact", given, "desk", "en")
        assert word in _told(page.card)


def test_nobody_of_one_event_is_shown_in_another(window, page, settle, tmp_path):
    _find(window, page, settle, "nguyen")
    assert page.people.count() > 0
    window.desk.create(tmp_path / "other.showcase")
    settle(window)
    assert page.people.count() == 0
    assert page.card.card is None
    window.do("page:desk")
    settle(window)
    assert page.people.count() == 0
    assert "0 people" in _told(page)


# -- somebody comes unannounced


@pytest.fixture
def form(window, page, settle, qtbot) -> WalkInForm:
    """Return the form, opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    assert page.walk_in.isVisible()
    return page.walk_in  # type: ignore[no-any-return]


def _tab(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def _fill(form, qtbot, family: str, given: str) -> None:
    assert form.line("family_name").hasFocus()
    _type(QApplication.focusWidget(), family)
    _tab(qtbot)
    assert form.line("given_name").hasFocus()
    _type(QApplication.focusWidget(), given)


def test_a_walk_in_by_keyboard_alone_is_added_and_has_a_proven_badge(window, page, form, settle, qtbot, viewer):
    assert not any(box.isChecked() for box in form.consents.values()), "silence is no consent"
    _fill(form, qtbot, "Trịnh", "Quốc Khánh")
    assert "Trịnh Quốc Khánh" in _told(form)
    _tab(qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_P)
    assert form.fields["role"].value() == "press"
    _tab(qtbot)
    _type(form.organisation.line, "sao mai")
    settle(window)
    qtbot.keyClick(form.organisation.line, Qt.Key.Key_Down)
    qtbot.keyClick(form.organisation.line, Qt.Key.Key_Return)
    assert form.organisation.value() == "Morning Star Lamps"
    assert form.isVisible(), "Enter took the organisation, no more"
    _tab(qtbot)
    _type(QApplication.focusWidget(), "khanh@bao.example")
    _tab(qtbot)
    _tab(qtbot)
    assert form.consents["contact"].hasFocus()
    qtbot.keyClick(form.consents["contact"], Qt.Key.Key_Space)
    qtbot.keyClick(form.consents["contact"], Qt.Key.Key_Return)
    settle(window)
    assert page.passphrase.line.hasFocus()
    _type(page.passphrase.line, PASSPHRASE)
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    settle(window)
    (person,) = [person for person in _people(window) if person.family_name == "Trịnh"]
    with window.desk.app.reading() as session:
        (lamps,) = list_organisations(session, "sao mai")
        assert [(it.purpose, it.given) for it in list_consents(session, person.id)] == [("contact", True)]
    assert (person.role, person.organisation_id, person.email) == ("press", lamps.id, "khanh@bao.example")
    assert person.badge.printed_at is not None
    assert [code.text for code in verify_file(viewer.files[0])] == [person.badge.token]
    assert page.card.card.person.id == person.id
    assert form.line("family_name").text() == "", "ready for the next"
    assert page.search.hasFocus()


def test_an_organisation_may_be_any_text_and_one_of_the_same_name_is_meant(window, page, form, settle, qtbot):
    for given, typed in (("Một", "Báo Ngày Mới"), ("Hai", "hiep hoi song em")):
        page.open_walk_in()
        _fill(form, qtbot, "Kiều", given)
        form.organisation.take_focus()
        _type(form.organisation.line, typed)
        settle(window)
        qtbot.keyClick(form.organisation.line, Qt.Key.Key_Return)
        settle(window)
        if given == "Một":
            _give_passphrase(window, page, settle)
    first, second = sorted(
        (it for it in _people(window) if it.family_name == "Kiều"), key=lambda it: it.given_name, reverse=True
    )
    assert (first.organisation_id, first.organisation) == (None, {"": "Báo Ngày Mới"})
    assert second.organisation["en"] == "Quiet River Society"


def test_the_same_person_is_shown_while_typing_and_can_be_used(window, page, form, settle, qtbot):
    with window.desk.app.transaction() as session:
        there = make_person(session, "Phan", "Thị Ánh Tuyết")
    _fill(form, qtbot, "phan", "thi anh tuyet")
    settle(window)
    qtbot.waitUntil(form.same_panel.isVisible)
    qtbot.keyClick(form.line("given_name"), Qt.Key.Key_Return)
    settle(window)
    assert form.use_buttons[0].hasFocus(), "the first Enter asks"
    qtbot.keyClick(form.use_buttons[0], Qt.Key.Key_Return)
    settle(window)
    assert page.card.card.person.id == there
    assert page.card.buttons["issue_print"].hasFocus()
    assert sum(person.family_name.lower() == "phan" for person in _people(window)) == 1


def test_another_of_the_same_name_can_be_added_all_the_same(window, page, form, settle, qtbot):
    with window.desk.app.transaction() as session:
        make_person(session, "Phan", "Thị Ánh Tuyết")
    _fill(form, qtbot, "Phan", "Thị Ánh Tuyết")
    qtbot.keyClick(form.line("given_name"), Qt.Key.Key_Return)  # sooner than anybody was looked for
    settle(window)
    assert form.same_panel.isVisible()
    assert form.line("given_name").text() == "Thị Ánh Tuyết", "nothing is lost"
    assert form.add_button.text() == "Add all the same"
    form.add_button.click()
    settle(window)
    _give_passphrase(window, page, settle)
    assert sum(person.family_name == "Phan" for person in _people(window)) == 2


@pytest.mark.parametrize(("field", "typed"), [("email", "không phải địa chỉ"), ("family_name", "x" * 300)])
def test_what_cannot_be_taken_is_said_at_its_field_and_stays(window, page, form, settle, qtbot, field, typed):
    _fill(form, qtbot, "Lương", "Bảo An")
    form.line(field).setText(typed)
    form.add()
    settle(window)
    _give_passphrase(window, page, settle)
    assert form.fields[field]._reason.isVisible()
    assert form.line(field).text() == typed
    assert form.line("given_name").text() == "Bảo An"
    assert not any(person.given_name == "Bảo An" for person in _people(window))


def test_a_name_that_nobody_has_stands_in_the_form_at_once(window, page, settle, qtbot):
    _type(page.search, "Đoàn Gia Linh")
    settle(window)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settle(window)
    form = page.walk_in
    assert form.isVisible()
    assert (form.line("family_name").text(), form.line("given_name").text()) == ("Đoàn Gia", "Linh")
    qtbot.keyClick(form.line("given_name"), Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_the_first_badge_of_an_event_asks_twice_for_a_new_passphrase(empty_window, settle, tmp_path, viewer, qtbot):
    window = empty_window
    window.desk.create(tmp_path / "new.showcase")
    settle(window)
    window.do("page:desk")
    page = window.page("desk")
    page.open_walk_in()
    _fill(page.walk_in, qtbot, "Hồ", "Sen")
    page.walk_in.add()
    settle(window)
    panel = page.passphrase
    assert panel.again.isVisible()
    for again in ("something else", PASSPHRASE):
        panel.line.setText(PASSPHRASE)
        panel.again.setText(again)
        panel.button.click()
        settle(window)
    (person,) = _people(window)
    assert person.badge.printed_at is not None
    with window.desk.app.transaction() as session:
        assert issue_badges(session, [make_person(session)], get_signer(session, PASSPHRASE))
        assert get_person(session, person.id).badge is not None
