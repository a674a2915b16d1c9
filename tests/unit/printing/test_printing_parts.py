"""Large jobs: painted in parts, proven by processes, joined; a process that is ended from outside is made up for."""

import os
import signal
import sys
from collections.abc import Iterable, Sequence
from multiprocessing import active_children
from pathlib import Path

import pytest
from pypdf import PdfReader

from showcase.documents.imposition import impose
from showcase.documents.page import Page, Sheet, Symbol, TextLine
from showcase.printing.joining import join
from showcase.printing.outputs import Painting, paint_pdf
from showcase.printing.parts import Part, Parts, ProvenPart, Shelf
from showcase.printing.pictures import PictureParts
from showcase.printing.profiles import Output, Profile
from showcase.printing.proof import expected_codes
from showcase.printing.provers import Provers
from showcase.progress import no_progress


def _sheets(numbers: Iterable[int]) -> list[Sheet]:
    pages = []
    for n in numbers:
        line = TextLine(10, 20, f"Nguyễn Ế {n}", 800, 20, "#10201A", 60)
        pages.append(Page(str(n), str(n), 105, 148, 3, (line, Symbol(20, 60, 0.6, f"{n:0221}"))))
    return list(impose(pages, None))


def _part(numbers: Iterable[int], items: int = 0) -> Part:
    sheets = _sheets(numbers)
    return Part(sheets, [expected_codes(sheet) for sheet in sheets], items)


def _unmarked(file: Path) -> None:
    assert file.is_file()


def _written(made: Parts, parts: Sequence[Part], out: Path) -> None:
    files, flaws = made.prove(parts)
    assert flaws == []
    assert made.join(parts, files, out) == ()


@pytest.mark.parametrize("profile", Profile)
def test_the_whole_is_what_one_file_would_be(tmp_path, profile) -> None:
    output = Output(profile)
    files = [tmp_path / f"{n}.pdf" for n in range(3)]
    for n, file in enumerate(files):
        paint_pdf(file, _sheets(range(5 * n, 5 * n + 5)), title="Thẻ", language="vi", output=output)
    plain, whole = tmp_path / "plain.pdf", tmp_path / "whole.pdf"
    paint_pdf(plain, _sheets(range(15)), title="Thẻ", language="vi", output=output)
    assert join(files, whole) == 15
    one, many = PdfReader(plain), PdfReader(whole)
    assert [page.extract_text() for page in many.pages] == [page.extract_text() for page in one.pages]
    for box in ("mediabox", "trimbox", "bleedbox"):
        assert [getattr(page, box) for page in many.pages] == [getattr(page, box) for page in one.pages]
    assert many.metadata is not None
    assert many.metadata.title == "Thẻ"
    for name in ("/Lang", "/ViewerPreferences", "/Metadata", "/OutputIntents"):
        assert (name in many.root_object) == (name in one.root_object), name


def test_parts_that_were_proven_are_not_painted_again(tmp_path) -> None:
    painted: list[int] = []
    kept: dict[str, str] = {}

    def paint(file, sheets, progress) -> None:
        painted.append(len(sheets))
        paint_pdf(file, sheets, title="t", language="en", progress=progress)

    def told(part: ProvenPart) -> None:
        kept[part.name] = part.sha256

    parts = [_part(range(4), 4), _part(range(4, 7), 7)]
    _written(Parts(Shelf(tmp_path, {}, told), "k", paint, _unmarked, no_progress), parts, tmp_path / "whole.pdf")
    first, _second = kept
    (tmp_path / f"{first}.pdf").write_bytes(b"another")
    _written(Parts(Shelf(tmp_path, dict(kept)), "k", paint, _unmarked, no_progress), parts, tmp_path / "whole.pdf")
    assert painted == [4, 3, 4], "the damaged part alone is painted anew"
    assert len(PdfReader(tmp_path / "whole.pdf").pages) == 7


def test_a_page_that_says_something_else_is_no_part_of_a_whole(tmp_path) -> None:
    right, wrong = _part(range(3), 3), _part(range(3, 6), 6)
    wrong = Part(wrong.sheets, _part((3, 9, 5)).expected, 6)

    def paint(file, sheets, progress) -> None:
        paint_pdf(file, sheets, title="t", language="en", progress=progress)

    kept: list[ProvenPart] = []
    _, flaws = Parts(Shelf(tmp_path, {}, kept.append), "k", paint, _unmarked, no_progress).prove([right, wrong])
    assert [(flaw.page, flaw.key) for flaw in flaws] == [(4, "printing.code_says_other")]
    assert [part.items for part in kept] == [3]


def test_of_pictures_the_good_are_kept_and_those_that_say_something_else_are_not(tmp_path) -> None:
    right, wrong, last = _part(range(2), 2), _part(range(2, 4), 4), _part(range(4, 6), 6)
    wrong = Part(wrong.sheets, _part((2, 9)).expected, 4)
    painting = Painting(dpi=100)
    painted: list[Path] = []
    kept: list[ProvenPart] = []

    def paint(files, sheets, progress) -> None:
        for file, sheet in zip(files, sheets, strict=True):
            painting.paint(file, sheet)
            painted.append(file)
        progress(len(files), len(files))

    known: dict[str, str] = {}
    made = PictureParts(Shelf(tmp_path, known, kept.append), "k", paint, no_progress)
    _, flaws = made.prove([right, wrong, last])
    assert [(flaw.page, flaw.subject, flaw.key) for flaw in flaws] == [(3, "9", "printing.code_says_other")]
    assert [part.items for part in kept] == [2]
    known.update({part.name: part.sha256 for part in kept})
    painted.clear()
    files, flaws = made.prove([right, last])
    assert (len(files), flaws, len(painted)) == (4, [], 2)
    files[1].write_bytes(b"another")
    painted.clear()
    assert made.prove([right])[1] == []
    assert len(painted) == 2, "a part with a damaged picture is painted anew"


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill")
def test_a_process_that_is_ended_from_outside_is_made_up_for(tmp_path) -> None:
    part, file = _part(range(3)), tmp_path / "a.pdf"
    paint_pdf(file, part.sheets, title="t", language="en")
    with Provers(1) as provers:
        assert provers.end(provers.begin(file, part.expected), no_progress) == ()
        for child in active_children():
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)
            child.join()
        wrong = [*part.expected[:2], _part((9,)).expected[0]]
        (flaw,) = provers.end(provers.begin(file, wrong), no_progress)
        assert (flaw.page, provers.lost) == (2, True)
