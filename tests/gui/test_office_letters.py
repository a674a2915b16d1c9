"""The page of letters: who lacks what, a letter that stays as it was edited, and the ways it leaves the program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from showcase.catalogue.edits import add_media, set_pictures, update_organisation, update_product
from showcase.catalogue.event import set_event
from showcase.catalogue.queries import list_organisations, list_products
from showcase.office.letterlist import COUNT, EDITED
from showcase.office.letters import LettersPage
from showcase.office.window import OfficeWindow
from showcase.reports import letters
from tests.factories import picture_bytes
from tests.gui.conftest import TODAY

Settle = Callable[[OfficeWindow], None]


class Mailer(QObject):
    """A mail program: keeps what it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(bytes(address.toEncoded().data()).decode())


@pytest.fixture
def mailer():
    made = Mailer()
    QDesktopServices.setUrlHandler("mailto", made, "open")  # type: ignore[arg-type]  # the stub says bytes
    yield made
    QDesktopServices.unsetUrlHandler("mailto")


@pytest.fixture
def page(window: OfficeWindow, settle: Settle) -> LettersPage:
    """Return the page on the event of the tests, of whose three exhibitors all lack something."""
    found: Any = window.page("letters")
    found.today = lambda: TODAY
    app = window.desk.app
    assert app is not None
    with app.transaction() as session:
        set_event(session, "print_deadline", "2025-12-13")
        first, second, _ = list_organisations(session)
        update_organisation(session, first.id, {"email": "lien-he@sao-mai.example"})
        update_organisation(session, second.id, {"country": "FR"})
    window.do("page:letters")
    settle(window)
    assert isinstance(found, LettersPage)
    return found


def names(page: LettersPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def visible(page: LettersPage) -> str:
    parts: list[Any] = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    return "\n".join(part.text() for part in parts if part.isVisible())


def test_everyone_who_lacks_something_is_listed_with_how_much(page):
    assert names(page) == ["Morning Star Lamps", "New Day University", "Quiet River Society"]
    counts = [page.list.item(row).data(COUNT) for row in range(3)]
    # Texts in three languages, logo, topic, seeks, and a contact where there is none; five things of each product.
    assert counts == ["12 things missing", "13 things missing", "9 things missing"]
    assert "3 exhibitors of whom something is missing" in visible(page)


def test_the_letter_is_in_the_language_of_the_country_and_can_be_in_another(page):
    assert page.language.currentData() == "vi"
    assert page.body.toPlainText().startswith("Kính gửi Công ty Đèn Sao Mai,")
    assert "ngày 13 tháng 12 năm 2025" in page.body.toPlainText()
    assert "lien-he@sao-mai.example" in visible(page)
    page.list.setCurrentRow(1)
    assert page.language.currentData() == "fr"
    assert "au plus tard le 13 décembre 2025" in page.body.toPlainText()
    assert "no e-mail address known" in visible(page)
    page.language.setCurrentIndex(page.language.findData("en"))
    assert page.subject.text() == "Sample City Summit: what we still need from New Day University"
    page.list.setCurrentRow(0)
    assert page.language.currentData() == "vi"
    page.list.setCurrentRow(1)
    assert page.language.currentData() == "en"


def test_what_is_typed_stays_with_its_exhibitor_until_it_is_written_anew(page, window, settle):
    written = page.body.toPlainText()
    page.body.moveCursor(page.body.textCursor().MoveOperation.Start)
    page.body.insertPlainText("Chào chị Lan, ")
    page.list.setCurrentRow(1)
    assert "Lan" not in page.body.toPlainText()
    page.list.setCurrentRow(0)
    window.do("language:fr")
    page.reload()
    settle(window)
    window.do("language:en")
    settle(window)
    assert page.body.toPlainText() == "Chào chị Lan, " + written
    assert page.list.item(0).data(EDITED) == "edited"
    assert page.letters()[0].body == page.body.toPlainText()
    assert not page._stale.isVisible()
    page.again.click()
    assert page.body.toPlainText() == written
    assert not page.again.isVisible()
    assert page.list.item(0).data(EDITED) == ""


def test_an_edited_letter_says_when_something_else_is_missing_now(page, window, settle):
    page.body.appendPlainText("P.S.")
    with window.desk.app.transaction() as session:
        first = list_organisations(session)[0]
        update_organisation(session, first.id, {"description": {"vi": "x", "en": "x", "fr": "x"}})
    settle(window)
    assert page.body.toPlainText().endswith("P.S.")
    assert "What is missing has changed" in visible(page)
    page.again.click()
    assert "giới thiệu đơn vị bằng" not in page.body.toPlainText()
    assert "What is missing has changed" not in visible(page)


def test_the_filter_finds_names_without_accents(page, qtbot):
    qtbot.keyClicks(page.filter, "quiet riv")
    assert names(page) == ["Quiet River Society"]
    assert page.body.toPlainText().startswith("Kính gửi Hiệp hội Sông Êm,")
    page.filter.setText("nobody at all")
    assert "No name like that." in visible(page)
    assert not page.body.isVisible()
    page.filter.clear()
    assert len(names(page)) == 3


def test_a_letter_is_copied(page, qtbot):
    page.copy.click()
    assert QGuiApplication.clipboard().text() == page.body.toPlainText()
    qtbot.waitUntil(lambda: page.messages.texts == ["The letter to Công ty Đèn Sao Mai is on the clipboard."])


def test_a_letter_is_opened_in_the_mail_program(page, mailer):
    page.subject.setText("A & B = 100 %")
    page.subject.textEdited.emit("A & B = 100 %")
    page.mail.click()
    (address,) = mailer.opened
    parts = urlsplit(address)
    assert parts.path == "lien-he@sao-mai.example"
    fields = parse_qs(parts.query)
    assert fields["subject"] == ["A & B = 100 %"]
    assert fields["body"][0].replace("\r\n", "\n") == page.body.toPlainText()
    assert page.messages.texts == []


def test_a_letter_too_long_for_the_mail_program_is_copied_too(page, mailer, qtbot):
    page.body.setPlainText("Ế" * letters.MAIL_LIMIT)
    page.mail.click()
    assert "body=" not in mailer.opened[0]
    assert QGuiApplication.clipboard().text() == page.body.toPlainText()
    qtbot.waitUntil(lambda: any("paste it there" in text for text in page.messages.texts))


def test_all_letters_are_saved_as_they_stand(page, window, settle, tmp_path):
    page.body.setPlainText("Chào chị Lan,")
    page.save_in(tmp_path)
    settle(window)
    folder = tmp_path / "Letters 2025-12-01"
    assert {file.name for file in folder.iterdir()} == {
        "Công ty Đèn Sao Mai.txt",
        "Đại học Ngày Mới.txt",
        "Hiệp hội Sông Êm.txt",
    }
    assert (folder / "Công ty Đèn Sao Mai.txt").read_text(encoding="utf-8").endswith("\n\nChào chị Lan,")
    assert page.messages.texts == ["3 letters were saved in “Letters 2025-12-01”."]
    assert not page.is_busy


def test_a_folder_that_cannot_be_written_is_a_sentence(page, window, settle, tmp_path):
    page.save_in(tmp_path / "gone")
    settle(window)
    assert len(page.messages.texts) == 1
    assert list(Path(tmp_path).glob("Letters*")) == []


def test_when_nothing_is_missing_the_page_says_so(page, window, settle):
    whole = {"vi": "x", "en": "x", "fr": "x"}
    with window.desk.app.transaction() as session:
        from showcase.catalogue.edits import add_topic

        add_topic(session, {"ref": "t", "name": whole})
        media = add_media(session, picture_bytes()).id
        for record in list_organisations(session):
            fields = {"logo_id": media, "topics": ["t"], "seeking": ["pilots"], "phone": "024"}
            update_organisation(session, record.id, {"name": whole, "description": whole, **fields})
        for product in list_products(session):
            update_product(session, product.id, {"name": whole, "pitch": whole})
            set_pictures(session, product.id, [{"media_id": media}])
        last = next(record for record in list_organisations(session) if record.kind == "association")
        update_organisation(session, last.id, {"exhibits": False})
    settle(window)
    assert "Nothing is missing of anybody" in visible(page)
    assert not page.save.isVisible()
    assert page.letters() == []


def test_an_event_without_exhibitors_says_what_to_do(empty_window, tmp_path, settle):
    empty_window.desk.create(tmp_path / "Trống.showcase")
    settle(empty_window)
    empty_window.do("page:letters")
    settle(empty_window)
    page: Any = empty_window.page("letters")
    assert "No exhibitors yet" in visible(page)
    wanted: list[str] = []
    empty_window.desk.wanted.connect(wanted.append)
    page._import.click()
    assert wanted == ["import"]


def test_tab_goes_through_the_page(page, window, qtbot):
    page.filter.setFocus()
    seen = set()
    for _ in range(14):
        seen.add(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert {page.filter, page.list, page.language, page.subject, page.body, page.mail, page.copy, page.save} <= seen
