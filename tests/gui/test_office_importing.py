"""The import page: a list is looked at first, and written only when asked."""

import pytest
from PySide6.QtWidgets import QLabel

from showcase.catalogue.queries import count_organisations
from tests import lists


def _told(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _count(window) -> int:
    with window.desk.app.reading() as session:
        return count_organisations(session)


@pytest.fixture
def page(window, settle):
    """Return the import page."""
    window.do("page:import")
    settle(window)
    return window.page("import")


@pytest.fixture
def looked_at(window, page, settle, tmp_path):
    """Return the page after it looked at a list of exhibitors with one row that cannot be taken."""
    new = ("E4", "Viện Mưa Nhẹ", "Light Rain Institute", "", "C2", "C", "VN", "Mưa", "")
    rows = (lists.EXHIBITORS[0], new, *lists.EXHIBITORS[1:], ("E5", "", "", "", "C1", "C", "VN", "không tên", ""))
    page.look_at(lists.write_xlsx(tmp_path / "Danh sách.xlsx", rows))
    settle(window)
    return page


def test_without_a_list_the_page_says_what_it_takes(page) -> None:
    assert "Drop a list here" in _told(page)
    assert not page._foot.isVisible()


def test_looking_writes_nothing_and_tells_each_row(window, looked_at) -> None:
    assert _count(window) == 3
    assert looked_at.model.rowCount() == 5
    assert looked_at.kind_box.currentData() == "exhibitors"
    assert [looked_at.tabs.tabText(tab).split()[-1] for tab in range(5)] == ["5", "1", "3", "0", "1"]
    assert looked_at.import_button.text() == "Import 4 rows"
    looked_at.tabs.setCurrentIndex(4)
    assert looked_at.model.rowCount() == 1
    assert "is empty" in looked_at.model.index(0, 3).data()


def test_a_row_shows_what_will_be_stored_and_columns_say_what_they_are(looked_at) -> None:
    looked_at.table.selectRow(0)
    told = _told(looked_at.panel)
    assert "Row 2 · New" in told
    assert "Light Rain Institute" in told
    assert "What the columns were taken for" in told
    looked_at.table.selectRow(1)
    assert "Row 3 · Changed" in _told(looked_at.panel)


def test_importing_writes_and_says_where_the_copy_is(window, looked_at, settle) -> None:
    looked_at.import_button.click()
    assert looked_at.is_busy
    settle(window)
    assert _count(window) == 4
    (told,) = looked_at.messages.texts
    assert told.startswith("Imported: 1 new, 3 changed. One row was not taken. To take it back, open the copy ")
    assert window.page("organisations")._all == 4, "the tables follow"


def test_the_same_list_again_changes_nothing(window, looked_at, settle, tmp_path) -> None:
    looked_at.import_button.click()
    settle(window)
    looked_at.look_at(tmp_path / "Danh sách.xlsx")
    settle(window)
    assert looked_at.import_button.text() == "Nothing to import"
    assert not looked_at.import_button.isEnabled()


def test_a_cancelled_import_changes_nothing(window, looked_at, settle) -> None:
    looked_at.bring_in()
    looked_at.progress.cancel_button.click()
    settle(window)
    assert _count(window) == 3
    assert looked_at.import_button.isEnabled()


def test_what_the_list_holds_is_found_and_can_be_said(window, page, settle, tmp_path) -> None:
    page.look_at(lists.write_csv(tmp_path / "người.csv", lists.PEOPLE))
    settle(window)
    assert page.kind_box.currentData() == "people"
    assert page.role_box.isVisible()
    page.kind_box.setCurrentIndex(page.kind_box.findData("products"))
    page.kind_box.activated.emit(page.kind_box.currentIndex())
    settle(window)
    assert page.messages.texts, "people are no products: a sentence says so"
    assert page.kind_box.currentData() == "products"


@pytest.mark.parametrize(("name", "content"), [("a.csv", b""), ("b.xlsx", b"PK no workbook"), ("c.csv", b"1,2\n3,4\n")])
def test_a_file_that_is_no_list_is_a_sentence(window, page, settle, tmp_path, name, content) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page.look_at(path)
    settle(window)
    assert name in page.messages.texts[0]
    assert not page._foot.isVisible()


def test_putting_a_list_aside_brings_the_empty_page_back(page, looked_at) -> None:
    looked_at.drop_button.click()
    assert looked_at.model.rowCount() == 0 or not looked_at.table.isVisible()
    assert "Drop a list here" in _told(page)
