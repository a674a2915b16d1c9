"""A print job gives a proven file and an honest report, or nothing."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from showcase.documents.fields import SAMPLES
from showcase.documents.items import PrintItem
from showcase.documents.stocks import PAGE, get_stock
from showcase.documents.template import load_template
from showcase.errors import Cancelled, InputError, RefusedError
from showcase.messages import sentence
from showcase.printing import painter
from showcase.printing.job import print_items
from showcase.qr.symbol import encode

BADGE = load_template("badge-a6")
ROOT = Path(__file__).parents[3]


def badge(number: int, **values: str) -> PrintItem:
    token = f"{number:05d}{'9081726354' * 22}"[:221]
    return PrintItem(f"s{number}", "badge", f"Badge {number}", {**SAMPLES["badge"], "token": token, **values})


def batch(count: int) -> list[PrintItem]:
    return [badge(number) for number in range(count)]


def job(out, items, stock=PAGE, **options):
    return print_items(items, BADGE, stock, ("vi", "en"), out, **options)


def test_a_good_batch_is_written_and_proven(tmp_path):
    out = tmp_path / "badges.pdf"
    steps = []
    report = job(out, batch(5), progress=lambda done, total: steps.append((done, total)))
    assert (report.items, report.pages, report.proven, report.failed, report.files) == (5, 5, 5, 0, (out,))
    assert len(PdfReader(out).pages) == 5
    assert steps == sorted(steps)
    assert steps[-1] == (15, 15)
    assert list(tmp_path.iterdir()) == [out]


def test_sheets_of_four_are_proven_from_a_used_sheet_on(tmp_path):
    report = job(tmp_path / "a4.pdf", batch(6), get_stock("a4-a6"), start_slot=1, blocked=frozenset({2}))
    assert (report.pages, report.proven) == (2, 6)


def test_pictures_are_written_and_proven(tmp_path):
    report = job(tmp_path / "badge.png", batch(2))
    assert [file.name for file in report.files] == ["badge-001.png", "badge-002.png"]
    assert sorted(tmp_path.iterdir()) == sorted(report.files)


def test_an_item_that_fails_keeps_the_batch_unwritten(tmp_path):
    out = tmp_path / "badges.pdf"
    with pytest.raises(RefusedError) as caught:
        job(out, [badge(0), badge(1, token=""), badge(2)])
    assert "Badge 1" in sentence(caught.value, "en")
    (problem,) = [one for one in caught.value.params["problems"] if one.severity == "stop"]
    assert (problem.item, problem.title) == (1, "Badge 1")
    assert list(tmp_path.iterdir()) == []


def test_the_good_ones_are_printed_when_that_is_allowed(tmp_path):
    report = job(tmp_path / "badges.pdf", [badge(0), badge(1, token=""), badge(2)], allow_failed=True)
    assert (report.pages, report.proven, report.failed) == (2, 2, 1)
    assert {problem.item for problem in report.problems if problem.severity == "stop"} == {1}


def test_nothing_good_is_nothing_written(tmp_path):
    with pytest.raises(RefusedError):
        job(tmp_path / "badges.pdf", [badge(1, token="")], allow_failed=True)
    with pytest.raises(RefusedError):
        job(tmp_path / "badges.pdf", [])
    assert list(tmp_path.iterdir()) == []


def test_two_badges_with_one_code_are_refused(tmp_path):
    items = [badge(0), replace(badge(0), subject="other", title="Other")]
    with pytest.raises(RefusedError) as caught:
        job(tmp_path / "badges.pdf", items)
    assert {problem.item for problem in caught.value.params["problems"]} == {0, 1}


def test_a_wrongly_painted_symbol_is_refused_by_name(tmp_path, monkeypatch):
    """The painter, not the data, is wrong here: one symbol says what another should."""
    items = batch(3)
    texts = [str(item.values["token"]) for item in items]

    def swapped(text, level="M", version=None):
        return encode(texts[0] if text == texts[2] else text, level, version)

    monkeypatch.setattr(painter, "encode", swapped)
    with pytest.raises(RefusedError) as caught:
        job(tmp_path / "badges.pdf", items)
    (problem,) = [one for one in caught.value.params["problems"] if one.severity == "stop"]
    assert (problem.item, problem.page, problem.key) == (2, 2, "printing.code_says_other")
    assert list(tmp_path.iterdir()) == []
    report = job(tmp_path / "badges.pdf", items, allow_failed=True)
    assert (report.pages, report.proven, report.failed) == (2, 2, 1)


@pytest.mark.parametrize("suffix", [".pdf", ".png"])
@pytest.mark.parametrize("stop", [1, 6, 11, 15])
def test_a_job_is_cancelled_at_any_moment(tmp_path, stop, suffix):
    old = tmp_path / f"badges{suffix}"
    old.write_bytes(b"old")

    def tell(done: int, _total: int) -> None:
        if done >= stop:
            raise Cancelled

    with pytest.raises(Cancelled):
        job(old, batch(5), progress=tell)
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


def test_only_pdf_and_png_are_written(tmp_path):
    with pytest.raises(InputError):
        job(tmp_path / "badges.docx", batch(1))


def test_fonts_of_a_large_batch_stay_small(tmp_path):
    out = tmp_path / "badges.pdf"
    family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Võ"]
    given = ["Ánh", "Bình", "Dũng", "Giang", "Hạnh", "Khánh", "Phượng", "Quỳnh", "Sơn", "Thảo", "Yến", "Ỷ", "Ẫm"]
    names = [(one, other) for one in given for other in family] * 3
    job(out, [badge(n, given=g.upper(), full=f"{f} Thị {g}") for n, (g, f) in enumerate(names[:500])])
    files = {}
    for page in PdfReader(out).pages:
        resources: Any = page["/Resources"].get_object()
        for font in resources["/Font"].values():
            reference = font.get_object()["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]
            files[id(reference)] = len(reference._data)
    assert 0 < sum(files.values()) < 60_000


SCRIPT = """
import signal
import sys
from pathlib import Path
from typing import Any
sys.path[:0] = [{root!r}]
from tests.unit.printing.test_printing_job import batch, job
def tell(done, total):
    if done > 2 * total // 3:
        print("proving", flush=True)
        sys.stdin.readline()  # the job does not get ahead of the signal
if __name__ == "__main__":
    # A shell that runs tests in the background ignores it, and its children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    job(Path(sys.argv[1]), batch(400), progress=tell)
"""


def _children(pid: int) -> set[int]:
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            found.add(int(folder.name))
    return found


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux" or (os.cpu_count() or 1) < 2, reason="looks at processes in /proc")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL])
def test_proving_processes_end_with_their_parent(tmp_path, kind):
    script = tmp_path / "work" / "showcase"
    script.parent.mkdir()
    script.write_text(SCRIPT.format(root=str(ROOT)), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    with subprocess.Popen(
        [sys.executable, script, out / "badges.pdf"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "proving\n"
        children = _children(process.pid)
        assert len(children) >= 2
        if kind == signal.SIGINT:
            # As a terminal does: to the whole group.
            os.killpg(process.pid, kind)
        else:
            process.kill()
        process.stdout.read()
        told = process.stderr.read()
    patience = time.monotonic() + 10
    while time.monotonic() < patience and any(map(_runs, children)):
        time.sleep(0.05)
    assert not any(map(_runs, children))
    if kind == signal.SIGINT:
        assert list(out.iterdir()) == []
        assert "KeyboardInterrupt" in told
