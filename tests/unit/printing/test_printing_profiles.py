"""What a PDF is made for: its inks, its pictures, what it says of itself. Read by readers that are not ours."""

import io
import re
import struct
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from showcase.documents.colours import FOREST, LEAF, MINT, WHITE, mix
from showcase.documents.fields import SAMPLES
from showcase.documents.items import Kind, PrintItem
from showcase.documents.stocks import PAGE
from showcase.documents.template import load_template
from showcase.errors import InputError, MissingFile
from showcase.printing.job import print_items
from showcase.printing.profiles import Output, Profile, parted, press_ink, read_output

_PHOTO = "a" * 64


def press_profile() -> bytes:
    """Return a small ICC profile of a press (ICC.1:2001-04): two points a side, ideal inks."""
    identity = bytes(range(256))
    matrix = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x10000)

    def lut(inputs: int, outputs: int, table: bytes) -> bytes:
        head = b"mft1" + bytes(4) + bytes([inputs, outputs, 2, 0]) + matrix
        return head + identity * inputs + table + identity * outputs

    lab = bytearray()
    for number in range(16):  # white less what the inks take; a* and b* stay neutral at 128
        inks = [number >> bit & 1 for bit in (3, 2, 1, 0)]
        light = max(0.0, 1 - 0.3 * sum(inks[:3])) * (1 - inks[3])
        lab += bytes([round(255 * light), 128, 128])
    back = b"".join(bytes([0, 0, 0, 255 if number < 4 else 0]) for number in range(8))
    text = b"text" + bytes(4) + b"public domain\0"
    name = b"A test press"
    description = b"desc" + bytes(4) + struct.pack(">I", len(name) + 1) + name + b"\0" + bytes(78)
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)
    tags = [
        (b"desc", description),
        (b"cprt", text),
        (b"wtpt", white),
        (b"A2B0", lut(4, 3, bytes(lab))),
        (b"B2A0", lut(3, 4, back)),
    ]
    body, table = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for signature, data in tags:
        table += signature + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = bytearray(128)
    head[0:4] = struct.pack(">I", start + len(body))
    head[8:12], head[12:16], head[16:20], head[20:24] = bytes.fromhex("02400000"), b"prtr", b"CMYK", b"Lab "
    head[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head[36:40] = b"acsp"
    head[68:80] = struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)
    return bytes(head) + struct.pack(">I", len(tags)) + table + body


def photo() -> bytes:
    picture = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(picture, "PNG")
    return picture.getvalue()


def written(tmp_path: Path, output: Output, kind: Kind = "badge", template: str = "badge-a6", **values: str) -> Path:
    token = f"{7:05d}{'9081726354' * 22}"[:221]
    items = [PrintItem("1", kind, "One", {**SAMPLES[kind], "token": token, **values})]
    pdf = tmp_path / f"{output.profile}.pdf"
    report = print_items(
        items, load_template(template), PAGE, ("vi",), pdf, output=output, pictures=lambda _sha256: photo()
    )
    assert report.proven == 1
    return pdf


def text_of(pdf: Path) -> str:
    """Return the PDF with every stream that holds drawing unpacked."""
    words = ["qpdf", "--qdf", "--object-streams=disable", "--stream-data=uncompress", str(pdf), "-"]
    return subprocess.run(words, capture_output=True, check=True).stdout.decode("latin-1")


def images_of(pdf: Path) -> set[str]:
    told = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True, check=True).stdout
    return {line.split()[5] for line in told.splitlines()[2:]}


def colours_used(pdf: Path) -> set[str]:
    """Return in which colour spaces drawing sets a colour, by the names that the page gives them."""
    return set(re.findall(r"/(CSp\w*) (?:cs|CS)\s+[\d.][\d. ]*\s(?:scn|SCN)", text_of(pdf)))


def test_a_print_shop_gets_inks_and_nothing_else(tmp_path) -> None:
    pdf = written(tmp_path, Output(Profile.PRESS))
    assert images_of(pdf) == {"cmyk"}
    assert colours_used(pdf) == {"CSpcmyk"}
    assert "OutputIntent" not in text_of(pdf), "no press is guessed"
    told = subprocess.run(["pdfinfo", "-box", pdf], capture_output=True, text=True, check=True).stdout
    assert re.search(r"TrimBox: +8\.50 +\S+ +306\.14", told)
    subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)


def test_photographs_are_parted_too(tmp_path) -> None:
    pdf = written(tmp_path, Output(Profile.PRESS), "product_card", "product-card-a5", picture=_PHOTO)
    assert images_of(pdf) == {"cmyk"}
    assert colours_used(pdf) == {"CSpcmyk"}, "icons as well"


def test_the_profile_of_the_press_is_the_output_intent(tmp_path) -> None:
    file = tmp_path / "press.icc"
    file.write_bytes(press_profile())
    pdf = written(tmp_path, read_output("press", file))
    text = text_of(pdf)
    assert "PDF/X-4" in text
    assert "A test press" in text
    assert "/GTS_PDFX" in text
    assert colours_used(pdf) == {"CSpcmyk"}
    assert images_of(pdf) == {"cmyk"}


def test_an_archive_holds_one_kind_of_colour_and_says_what_it_is(tmp_path) -> None:
    pdf = written(tmp_path, Output(Profile.ARCHIVE))
    text = text_of(pdf)
    assert re.search(r'pdfaid:part="1"', text)
    assert re.search(r'pdfaid:conformance="B"', text)
    assert "/GTS_PDFA1" in text
    assert colours_used(pdf) == {"CSp"}
    assert images_of(pdf) == {"rgb"}
    assert not re.search(r"/SMask \d|/ca 0|/CA 0|/Encrypt", text)
    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all(re.search(r"yes +(yes|no) +yes", line) for line in fonts), "embedded, and their text can be searched"


def test_an_office_printer_gets_what_it_got_before(tmp_path) -> None:
    pdf = written(tmp_path, Output())
    assert images_of(pdf) == {"rgb"}
    assert "OutputIntent" not in text_of(pdf)


def inks(colour: str) -> tuple[float, float, float, float]:
    made = press_ink(colour)
    return made.cyanF(), made.magentaF(), made.yellowF(), made.blackF()


def test_the_colours_of_print_are_those_of_the_table() -> None:
    assert inks("#0b3d2e") == pytest.approx((0.9, 0.45, 0.8, 0.5), abs=1e-4)
    for black in ("#10201A", "#000000"):
        assert inks(black) == pytest.approx((0, 0, 0, 1), abs=1e-4)
    assert inks("#FF0000") == pytest.approx((0, 1, 1, 0), abs=1e-4)
    assert inks("#808080") == pytest.approx((0, 0, 0, 0.5), abs=0.01)


def test_what_lies_between_two_colours_of_print_takes_inks_between_theirs() -> None:
    for first, second in ((FOREST, LEAF), (LEAF, WHITE), (LEAF, MINT)):
        for share in (0.2, 0.5, 0.8):
            wanted = [a + (b - a) * share for a, b in zip(inks(first), inks(second), strict=True)]
            assert inks(mix(first, second, share)) == pytest.approx(wanted, abs=0.17)
    assert inks("#7F7F7F")[:3] == pytest.approx((0, 0, 0), abs=0.02), "grey is black alone"


@pytest.mark.parametrize("icc", [b"", press_profile()], ids=["parted", "by the press"])
def test_a_picture_is_parted_as_its_colours_are(icc) -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor(FOREST))
    held = parted(image, icc)
    made = bytes(held.constBits())[:4]
    assert icc or [value / 255 for value in made] == pytest.approx(inks(FOREST), abs=0.1)
    assert max(made) > 60


@pytest.mark.parametrize("icc", [b"", press_profile()], ids=["parted", "by the press"])
def test_a_white_picture_takes_no_ink_and_a_black_one_the_black(icc) -> None:
    for colour, wanted in (("#ffffff", (0, 0, 0, 0)), ("#000000", (0, 0, 0, 255))):
        image = QImage(3, 2, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        made = parted(image, icc)
        assert made.format() == QImage.Format.Format_CMYK8888
        assert tuple(bytes(made.constBits())[:4]) == pytest.approx(wanted, abs=2)


def test_a_wrong_profile_of_a_press_is_refused(tmp_path) -> None:
    file = tmp_path / "press.icc"
    with pytest.raises(MissingFile, match="icc_missing"):
        read_output("press", file)
    for content in (b"", b"no profile", bytes(9_000_000)):
        file.write_bytes(content)
        with pytest.raises(InputError, match="icc_wrong"):
            read_output("press", file)
    from PIL import ImageCms

    file.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    with pytest.raises(InputError, match="icc_wrong"):
        read_output("press", file)
    with pytest.raises(InputError, match="icc_press"):
        read_output("office", file)
