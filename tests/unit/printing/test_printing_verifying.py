"""Codes of files of any origin are found and named; files that cannot be read are said to be so."""

import shutil
import struct
import subprocess
import zlib

import pytest
from PIL import Image

from showcase.documents.page import Fill, Page, Placement, Sheet, Symbol
from showcase.errors import DamagedFile, InputError, MissingFile
from showcase.messages import sentence
from showcase.printing.outputs import write_pdf, write_pngs
from showcase.printing.verifying import verify_file
from showcase.qr.judging import Verdict
from showcase.qr.payload import number_with_check, sign_url

URL = sign_url("https://example.vn", "E", number_with_check("0000042"))
SIDE = 33 * 0.8
"""The symbol is of version 2: 25 modules and the quiet zone."""


def sheets():
    for text in (URL, "https://elsewhere.example/?q=1"):
        items = (Fill(0, 0, 105, 40, "#0F6A44"), Symbol(20, 60, 0.8, text))
        yield Sheet(105, 148, 3, (Placement(Page("s", "s", 105, 148, 3, items), 0, 0),))


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "signs.pdf"
    write_pdf(path, sheets(), title="t", language="en")
    return path


def test_codes_of_a_pdf_are_named_with_their_place(pdf):
    sign, other = verify_file(pdf)
    assert (sign.text, sign.verdict, sign.page) == (URL, Verdict.SIGN, 1)
    assert (sign.x_mm, sign.y_mm) == pytest.approx((23 + 4 * 0.8, 63 + 4 * 0.8), abs=0.4)
    assert (other.verdict, other.page) == (Verdict.NOT_OURS, 2)


def test_codes_of_pictures_are_found_at_their_size(tmp_path):
    first = write_pngs(tmp_path / "sign.png", sheets(), total=2)[0]
    (code,) = verify_file(first)
    assert (code.verdict, code.page) == (Verdict.SIGN, 1)
    assert code.width_mm == pytest.approx(SIDE - 8 * 0.8, abs=0.4)
    with Image.open(first) as image:
        image.convert("RGB").save(tmp_path / "sign.jpg", quality=80)
    assert [found.verdict for found in verify_file(tmp_path / "sign.jpg")] == [Verdict.SIGN]


def test_what_is_transparent_is_paper(tmp_path):
    first = write_pngs(tmp_path / "sign.png", sheets(), total=2)[0]
    with Image.open(first) as image:
        grey = image.convert("L")
    clear = Image.merge("LA", (Image.new("L", grey.size), grey.point(lambda value: 255 - value)))
    clear.save(tmp_path / "clear.png", dpi=(300, 300))
    assert [found.text for found in verify_file(tmp_path / "clear.png")] == [URL]


def test_a_file_without_codes_has_none(tmp_path):
    Image.new("L", (300, 300), 255).save(tmp_path / "white.png")
    assert verify_file(tmp_path / "white.png") == []


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MissingFile) as caught:
        verify_file(tmp_path / "no.pdf")
    assert "no.pdf" in sentence(caught.value, "vi")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_picture_is_refused(tmp_path, share):
    whole = write_pngs(tmp_path / "sign.png", sheets(), total=2)[0].read_bytes()
    cut = tmp_path / "cut.png"
    cut.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(InputError) as caught:
        verify_file(cut)
    assert caught.value.key == "printing.picture_damaged"


@pytest.mark.parametrize("content", [b"", b"name,company\n", b"\x89PNG\r\n\x1a\n", b"BM" + bytes(40), b"II*\0" * 30])
def test_what_is_no_picture_is_refused(tmp_path, content):
    file = tmp_path / "list.png"
    file.write_bytes(content)
    with pytest.raises(InputError):
        verify_file(file)


@pytest.mark.parametrize("side", [9_400, 12_000, 60_000])
def test_a_picture_bomb_is_refused_unread(tmp_path, side):
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""))
    with pytest.raises(InputError) as caught:
        verify_file(bomb)
    assert caught.value.key == "printing.picture_large"
    assert "60" in sentence(caught.value, "fr")


@pytest.mark.parametrize("keep", [20, 400])
def test_a_truncated_pdf_is_refused(pdf, keep):
    pdf.write_bytes(pdf.read_bytes()[:keep])
    with pytest.raises(DamagedFile) as caught:
        verify_file(pdf)
    assert "signs.pdf" in sentence(caught.value, "en")


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_a_protected_pdf_is_refused(pdf, tmp_path):
    closed = tmp_path / "closed.pdf"
    subprocess.run(["qpdf", "--encrypt", "word", "owner", "256", "--", pdf, closed], check=True)
    with pytest.raises(InputError) as caught:
        verify_file(closed)
    assert caught.value.key == "printing.pdf_protected"
