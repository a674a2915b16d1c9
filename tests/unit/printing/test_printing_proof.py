"""The proof finds what is wrong, and nothing else."""

from dataclasses import replace

import pytest

from showcase.documents.page import Fill, Item, Page, Placement, Sheet, Symbol, TextLine
from showcase.errors import Cancelled, DamagedFile
from showcase.printing.outputs import write_pdf, write_pngs
from showcase.printing.proof import expected_codes, prove, prove_pictures
from showcase.progress import no_progress

TOKEN = "9081726354" * 22 + "1"
CODE = Symbol(60, 105, 0.66, TOKEN)


def badge(number: int = 0, *items: Item) -> Sheet:
    token = f"{number:04d}{TOKEN[4:]}"
    page = Page(f"s{number}", f"Badge {number}", 105, 148, 3, (replace(CODE, text=token), *items))
    return Sheet(105, 148, 3, (Placement(page, 0, 0),))


def proof_of(tmp_path, sheets, expected=None, *, workers=None, progress=no_progress):
    path = tmp_path / "batch.pdf"
    write_pdf(path, sheets, title="t", language="en")
    return prove(path, expected or [expected_codes(sheet) for sheet in sheets], workers=workers, progress=progress)


def test_good_codes_are_proven(tmp_path):
    report = proof_of(tmp_path, [badge(n) for n in range(12)])
    assert (report.pages, report.codes, report.flaws) == (12, 12, ())


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (Fill(75, 120, 1.2, 1.2, "#FFFFFF"), "printing.code_marred"),
        (Fill(60, 105, 32, 16, "#FFFFFF"), "printing.code_unreadable"),
        (TextLine(61, 107, "A", 800, 8, "#10201A", 3), "printing.quiet_zone_broken"),
        (Fill(60, 105, 32.34, 2, "#0F6A44"), "printing.quiet_zone_broken"),
    ],
)
def test_a_damaged_code_fails(tmp_path, item, key):
    report = proof_of(tmp_path, [badge(0), badge(1, item), badge(2)])
    assert [(flaw.subject, flaw.page, flaw.key) for flaw in report.flaws] == [("s1", 1, key)]
    assert report.failed == {"s1"}


def test_a_code_that_says_something_else_fails(tmp_path):
    sheets = [badge(0), badge(1)]
    expected = [expected_codes(sheets[0]), (replace(expected_codes(sheets[1])[0], text="5" * 221),)]
    report = proof_of(tmp_path, sheets, expected)
    assert [flaw.key for flaw in report.flaws] == ["printing.code_says_other"]


@pytest.mark.parametrize("change", [{"x_mm": 64.0}, {"y_mm": 107.0}, {"module_mm": 0.69}])
def test_a_code_in_another_place_or_size_fails(tmp_path, change):
    sheet = badge(0)
    report = proof_of(tmp_path, [sheet], [(replace(expected_codes(sheet)[0], **change),)])
    assert [flaw.key for flaw in report.flaws] == ["printing.code_displaced"]


def test_many_pages_are_proven_by_worker_processes(tmp_path):
    sheets = [badge(n) for n in range(60)]
    sheets[47] = badge(47, Fill(75, 120, 1.2, 1.2, "#FFFFFF"))
    seen = []
    report = proof_of(tmp_path, sheets, workers=2, progress=lambda done, total: seen.append((done, total)))
    assert [(flaw.subject, flaw.page) for flaw in report.flaws] == [("s47", 47)]
    assert seen[-1] == (60, 60)


def test_several_codes_on_a_sheet(tmp_path):
    pages = [badge(n).placements[0].page for n in range(4)]
    places = tuple(Placement(page, 105 * (n % 2), 148 * (n // 2), n) for n, page in enumerate(pages))
    report = proof_of(tmp_path, [Sheet(210, 297, 0, places)])
    assert (report.codes, report.flaws) == (4, ())


def test_a_file_with_other_pages_or_none_is_refused(tmp_path):
    sheets = [badge(0), badge(1)]
    with pytest.raises(DamagedFile):
        proof_of(tmp_path, sheets, [expected_codes(sheets[0])])
    broken = tmp_path / "broken.pdf"
    broken.write_bytes((tmp_path / "batch.pdf").read_bytes()[:900])
    with pytest.raises(DamagedFile):
        prove(broken, [expected_codes(sheets[0])])


def test_the_proof_can_be_cancelled(tmp_path):
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        proof_of(tmp_path, [badge(n) for n in range(45)], workers=2, progress=stop)


def test_pictures_are_proven_too(tmp_path):
    sheets = [badge(0), badge(1, Fill(75, 120, 1.2, 1.2, "#FFFFFF"))]
    files = write_pngs(tmp_path / "badge.png", sheets)
    assert [file.name for file in files] == ["badge-001.png", "badge-002.png"]
    report = prove_pictures(files, [expected_codes(sheet) for sheet in sheets])
    assert [(flaw.subject, flaw.key) for flaw in report.flaws] == [("s1", "printing.code_marred")]
