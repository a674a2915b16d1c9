"""A file is whole or not there."""

import resource
import signal
import sys

import pytest
from PIL import Image

from showcase.documents.page import Fill, Page, Placement, Sheet, TextLine
from showcase.errors import Cancelled, DiskFull, FileError, MissingFile
from showcase.messages import message, sentence
from showcase.printing.files import written_beside
from showcase.printing.outputs import preview, write_pdf, write_pngs


def sheets(count):
    for number in range(count):
        items = (Fill(0, 0, 105, 60, "#0F6A44"), TextLine(8, 80, f"Nguyễn {number}", 800, 30, "#10201A", 80))
        yield Sheet(105, 148, 3, (Placement(Page("s", "s", 105, 148, 3, items), 0, 0),))


def test_a_cancelled_job_leaves_the_old_file(tmp_path):
    path = tmp_path / "badges.pdf"
    path.write_bytes(b"old")

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(path, sheets(9), title="t", language="en", progress=stop)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit of file size")
def test_a_full_disk_is_said_and_leaves_nothing(tmp_path):
    path = tmp_path / "badges.pdf"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(DiskFull) as caught:
            write_pdf(path, sheets(200), title="t", language="en")
        with pytest.raises(DiskFull):
            write_pngs(tmp_path / "a.png", sheets(1), dpi=1200, total=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(tmp_path.iterdir()) == []
    assert "badges.pdf" in sentence(caught.value, "vi")


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(MissingFile) as caught:
        write_pdf(tmp_path / "no" / "badges.pdf", sheets(1), title="t", language="en")
    assert str(tmp_path / "no") in sentence(caught.value, "fr")


def test_a_folder_in_the_way_is_said(tmp_path):
    (tmp_path / "badges.pdf").mkdir()
    with pytest.raises(FileError):
        write_pdf(tmp_path / "badges.pdf", sheets(1), title="t", language="en")
    assert [file.name for file in tmp_path.iterdir()] == ["badges.pdf"]


def test_new_files_can_be_read_by_others(tmp_path):
    path = tmp_path / "a.pdf"
    with written_beside(path) as temporary:
        temporary.write_bytes(b"x")
    other = tmp_path / "b"
    other.write_bytes(b"x")
    assert path.stat().st_mode == other.stat().st_mode


def test_png_is_small_exact_and_says_its_resolution(tmp_path):
    (file,) = write_pngs(tmp_path / "badge.png", sheets(1), total=1)
    assert file.name == "badge.png"
    with Image.open(file) as image:
        assert image.size == (round(111 / 25.4 * 300), round(154 / 25.4 * 300))
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        plain = tmp_path / "plain.png"
        image.convert("RGB").save(plain)
        middle = image.convert("RGB").getpixel((600, 400))
    assert middle == (0x0F, 0x6A, 0x44)
    assert file.stat().st_size <= plain.stat().st_size * 0.6


def test_preview_has_the_asked_size():
    image = preview(next(sheets(1)), 700)
    assert image.height() == 700
    assert image.width() == pytest.approx(700 * 111 / 154, abs=1)


def test_every_sentence_has_three_languages():
    for key in ("code_marred", "quiet_zone_broken", "code_unreadable", "code_says_other", "code_displaced"):
        assert {len({message(f"printing.{key}", language, page=3) for language in ("vi", "en", "fr")})} == {3}
