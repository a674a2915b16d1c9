"""The tables of the window: what is in them, filtering, sorting, choosing, the inspector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from showcase.office.listings import LISTINGS
from showcase.office.pages import NAMES
from tests.factories import make_organisation


def _names(page) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def _shown_texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(("name", "count"), [("organisations", 3), ("booths", 2), ("products", 2), ("people", 12)])
def test_every_table_shows_its_records(window, name, count, settle) -> None:
    window.do(f"page:{name}")
    settle(window)
    page = window.page(name)
    assert window.pages.currentWidget() is page
    assert page.model.rowCount() == count
    assert f"{count} shown of {count}" in _shown_texts(page)
    assert all(_names(page))


@pytest.mark.parametrize("typed", ["dai hoc", "học Ngày", "DAI HOC NGAY", "new day"])
def test_typing_in_the_table_filters_with_or_without_accents(window, qtbot, settle, typed) -> None:
    window.do("page:organisations")
    settle(window)
    page = window.page("organisations")
    page.table.setFocus()
    qtbot.keyClicks(page.table, typed[0])
    assert page.filter.hasFocus()
    page.filter.insert(typed[1:])
    settle(window)
    assert _names(page) == ["New Day University"]
    assert "1 shown of 3" in _shown_texts(page)


def test_escape_clears_the_filter_and_down_goes_into_the_table(window, qtbot, settle) -> None:
    window.do("find")
    page = window.page("organisations")
    qtbot.keyClicks(page.filter, "sao mai")
    settle(window)
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert page.current() is not None
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    settle(window)
    assert page.filter.text() == ""
    assert page.model.rowCount() == 3


def test_a_filter_that_finds_nothing_says_where_the_rest_is(window, qtbot, settle) -> None:
    window.do("page:people")
    settle(window)
    page = window.page("people")
    page.filter.setText("không có ai tên này")
    settle(window)
    assert "Nothing matches “không có ai tên này”" in _shown_texts(page)
    assert "There are 12 entries without the filter" in _shown_texts(page)


def test_a_heading_sorts_and_a_second_click_turns_round(window, settle) -> None:
    window.do("page:organisations")
    settle(window)
    page = window.page("organisations")
    head = page.table.horizontalHeader()
    head.sectionClicked.emit(0)
    settle(window)
    names = _names(page)
    head.sectionClicked.emit(0)
    settle(window)
    assert _names(page) == names[::-1]
    assert len(set(names)) == 3


def test_choosing_a_row_shows_it_in_the_inspector_in_every_language(window, settle) -> None:
    window.do("page:organisations")
    settle(window)
    page = window.page("organisations")
    page.table.selectRow(_names(page).index("Morning Star Lamps"))
    settle(window)
    told = _shown_texts(window.inspector)
    names = window.inspector.form.fields["name"].rows
    assert [row.text() for row in names.values()] == ["Công ty Đèn Sao Mai", "Morning Star Lamps", ""]
    assert "Missing; " in told, "there is no French name"
    assert "A1" in told


def test_a_person_has_their_badge_number_in_the_inspector(window, settle) -> None:
    window.do("page:people")
    settle(window)
    page = window.page("people")
    row = next(row for row in range(12) if page.model.record(row).badge)
    page.table.selectRow(row)
    settle(window)
    number = page.model.record(row).badge.number
    assert f"{number[:4]} {number[4:]}" in _shown_texts(window.inspector)


def test_the_inspector_can_be_put_aside_and_is_only_beside_tables(window, settle) -> None:
    window.do("page:booths")
    settle(window)
    assert window.inspector.isVisible()
    window.actions_.by_name["inspector"].trigger()
    assert not window.inspector.isVisible()
    window.actions_.by_name["inspector"].trigger()
    window.do("page:printing")
    settle(window)
    assert not window.inspector.isVisible()


def test_pages_are_reached_by_keys_alone(window, qtbot, settle) -> None:
    for place, name in enumerate(NAMES[:9], 1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.ControlModifier)
        assert window.pages.currentWidget() is window.page(name)
        if name in LISTINGS and window.page(name).model.rowCount():
            assert window.page(name).table.hasFocus()
    window.do("page:people")
    settle(window)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page("people").filter.hasFocus()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["France", "Germany", "Japan"]),
        ("vi", ["Đức", "Nhật Bản", "Pháp"]),
        ("fr", ["Allemagne", "France", "Japon"]),
    ],
)
def test_countries_are_sorted_by_the_name_that_is_shown(window, settle, language, names) -> None:
    with window.desk.app.transaction() as session:
        for place, code in enumerate(("DE", "FR", "JP")):
            make_organisation(session, f"Gian hàng {place}", country=code)
    window.do("page:organisations")
    settle(window)
    page = window.page("organisations")
    settle(window)
    window.do(f"language:{language}")
    page.table.horizontalHeader().sectionClicked.emit(2)
    settle(window)
    shown = [page.model.index(row, 2).data() for row in range(page.model.rowCount())]
    assert [name for name in shown if name in names] == names
    window.do("language:en")
    settle(window)
    if language == "vi":  # the same heading, other names
        shown = [page.model.index(row, 2).data() for row in range(page.model.rowCount())]
        assert [name for name in shown if name in {"France", "Germany", "Japan"}] == ["France", "Germany", "Japan"]
