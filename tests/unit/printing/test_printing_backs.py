"""Both sides in a real file: each name stands behind itself, and the codes of the backs are read back too."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from showcase.documents.fields import sample_item
from showcase.documents.items import PrintItem
from showcase.documents.stocks import get_stock
from showcase.documents.template import load_template
from showcase.printing.job import print_items

NAMES = ("An", "Bảo", "Chi", "Dũng", "Yến")
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</word>')
_MM = 25.4 / 72


def badges() -> list[PrintItem]:
    sample = sample_item("badge")
    return [
        replace(
            sample,
            subject=f"00000000-0000-4000-8000-00000000000{at}",
            values={**sample.values, "given": name, "full": "", "token": f"{at}{'9081726354' * 22}"},
        )
        for at, name in enumerate(NAMES)
    ]


def middles(pdf: Path, page: int) -> dict[str, tuple[float, float]]:
    """Return where the middles of the names are on a page, in mm."""
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = {}
    for *box, word in _WORD.findall(told):
        if word in NAMES:
            left, top, right, bottom = (float(value) * _MM for value in box)
            found[word] = (left + right) / 2, (top + bottom) / 2
    return found


@pytest.mark.parametrize("duplex", ["long", "short"])
def test_every_name_is_behind_itself_and_the_last_sheet_is_filled_with_blanks(tmp_path: Path, duplex):
    pdf = tmp_path / "badges.pdf"
    report = print_items(
        badges(),
        load_template("badge-a6"),
        get_stock("a4-a6"),
        ("vi", "en"),
        pdf,
        blocked=frozenset({1}),
        duplex=duplex,
    )
    assert (report.items, report.pages, report.proven, report.problems) == (5, 4, 5, ())
    slots = [(0, 0), (0, 1), (1, 1)]  # column and row; the second slot is not used
    places = {name: slots[at] for at, name in enumerate(NAMES[:3])} | {"Dũng": (0, 0), "Yến": (1, 0)}
    for number, held in enumerate((NAMES[:3], NAMES[3:])):
        front, back = middles(pdf, 2 * number + 1), middles(pdf, 2 * number + 2)
        assert set(front) == set(back) == set(held)
        for name in held:
            column, row = places[name]
            assert (int(front[name][0] / 105), int(front[name][1] / 148.5)) == (column, row)
            behind = (1 - column, row) if duplex == "long" else (column, 1 - row)
            assert (int(back[name][0] / 105), int(back[name][1] / 148.5)) == behind


def test_one_side_prints_no_back(tmp_path: Path):
    pdf = tmp_path / "badges.pdf"
    report = print_items(badges(), load_template("badge-a6"), get_stock("a4-a6"), ("vi", "en"), pdf)
    assert report.pages == 2
    assert set(middles(pdf, 2)) == {"Yến"}
