"""Preflight stops what could not be read or would be cut, before anything is painted."""

from dataclasses import replace

import pytest

from showcase.documents.page import Fill, Item, Notice, Page, Symbol, TextLine
from showcase.documents.preflight import check

CODE = Symbol(60, 100, 0.66, "1234567890" * 22 + "1", "M", 6, "badge")


def page(*items: Item, subject: str = "a", notices: tuple[Notice, ...] = ()) -> Page:
    return Page(subject, f"title of {subject}", 105, 148, 3, items, notices)


def keys(*pages: Page) -> list[list[str]]:
    return [[notice.key for notice in notices] for notices in check(pages)]


def test_a_good_page_passes_and_the_notices_of_its_layout_stay():
    said = Notice("look", "documents.text_small", {"text": "x", "pt": 8.0})
    assert keys(page(CODE), page(notices=(said,))) == [[], ["documents.text_small"]]


@pytest.mark.parametrize(
    ("items", "key"),
    [
        ((replace(CODE, module_mm=0.49),), "documents.symbol_small"),
        ((replace(CODE, x_mm=80.0),), "documents.symbol_outside"),
        ((CODE, TextLine(62, 103, "A", 500, 10, "#000000", 4)), "documents.symbol_covered"),
        ((CODE, Fill(50, 90, 12, 12, "#FFFFFF")), "documents.symbol_covered"),
        ((TextLine(90, 20, "Too long", 500, 10, "#000000", 20),), "documents.text_outside"),
        ((TextLine(10, 160, "Too low", 500, 10, "#000000", 20),), "documents.text_outside"),
    ],
)
def test_what_cannot_be_printed_is_stopped(items, key):
    (notices,) = check([page(*items)])
    assert [(notice.severity, notice.key) for notice in notices] == [("stop", key)]


def test_a_plate_under_a_code_is_fine():
    assert keys(page(Fill(50, 90, 50, 50, "#FFFFFF"), CODE)) == [[]]


def test_two_people_with_one_code_are_stopped_and_one_person_twice_is_not():
    notices = check([page(CODE), page(CODE, subject="b"), page(replace(CODE, text="9" * 221), subject="c")])
    assert [[(n.key, n.params["other"]) for n in found] for found in notices] == [
        [("documents.code_shared", "title of b")],
        [("documents.code_shared", "title of a")],
        [],
    ]
    assert keys(page(CODE), page(CODE)) == [[], []]
