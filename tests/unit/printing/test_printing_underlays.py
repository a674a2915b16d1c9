"""What lies under a plan: as faint as was chosen on light and dark floors, turned, in the inks of a print."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from showcase.catalogue.edits import add_booth, add_hall, add_place, set_event
from showcase.catalogue.queries import get_media_blob
from showcase.catalogue.underlay import STRONGEST
from showcase.catalogue.underlaying import lay_drawing, place_drawing, read_drawing
from showcase.catalogue.vectors import MIME, read_svg
from showcase.documents.items import PrintItem
from showcase.documents.page import Underlay
from showcase.documents.plans import list_plan_items
from showcase.documents.stocks import PAGE
from showcase.documents.template import load_template
from showcase.errors import InputError
from showcase.printing.engine import ensure_gui
from showcase.printing.job import print_items
from showcase.printing.profiles import Output, Profile
from showcase.printing.rasters import Rasters
from showcase.printing.underlays import (
    Drawn,
    faint_picture,
    faint_svg,
    parts,
    read_picture,
    reduced,
    render,
    small_png,
    svg_picture,
)
from showcase.qt import inks
from tests.drawings import HEAD, hall_png, hall_svg, saved

FLOOR = QColor("#FFF8EC")
NIGHT = QColor("#101713")


@pytest.fixture(autouse=True)
def engine() -> None:
    """Have what paints texts."""
    ensure_gui()


def svg(inside: str) -> bytes:
    return read_svg(f"{HEAD}{inside}</svg>".encode()).data


def painted(drawn: Drawn, floor: QColor = FLOOR, size: tuple[int, int] = (200, 120), turn: int = 0) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(floor)
    painter = QPainter(image)
    drawn.paint(painter, QRectF(image.rect()), turn)
    painter.end()
    return image


def parts_of(colour: QColor) -> list[int]:
    return [colour.red(), colour.green(), colour.blue()]


@pytest.mark.parametrize("floor", [FLOOR, NIGHT], ids=["light", "dark"])
def test_white_is_the_floor_and_black_as_strong_as_was_chosen(floor):
    drawing = svg('<rect width="100" height="60" fill="white"/><rect width="50" height="60"/>')
    for data, mime in ((drawing, MIME), (small_png(drawing, 100), "image/png")):
        image = painted(Drawn(data, mime, 0.5, floor), floor)
        assert image.pixelColor(150, 60) == floor
        ink = QColor("white" if floor is NIGHT else "black")
        middle = [(a + b) // 2 for a, b in zip(parts_of(floor), parts_of(ink), strict=True)]
        assert parts_of(image.pixelColor(50, 60)) == pytest.approx(middle, abs=2)


def test_lines_that_cross_are_no_darker_where_they_do():
    drawing = svg('<path d="M0 30H100M50 0V60" stroke="#000" stroke-width="10" stroke-opacity=".5"/>')
    image = painted(Drawn(drawing, MIME, 0.4, FLOOR))
    assert b"opacity" not in faint_svg(drawing, 0.4, FLOOR)
    assert image.pixelColor(100, 60) == image.pixelColor(10, 60) != FLOOR


@pytest.mark.parametrize("mime", [MIME, "image/png"])
def test_a_quarter_turns_it_clockwise_and_stays_in_its_box(mime):
    drawing = svg('<rect width="50" height="30"/><rect x="-50" y="-50" width="40" height="200"/>')
    data = drawing if mime == MIME else small_png(drawing, 200)
    corners = []
    for turn in range(4):
        size = (120, 200) if turn % 2 else (200, 120)
        image = painted(Drawn(data, mime, STRONGEST, FLOOR), size=size, turn=turn)
        at = ((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8))
        dark = [image.pixelColor(int(x * size[0]), int(y * size[1])).lightness() < 200 for x, y in at]
        corners.append(dark.index(True))
        assert sum(dark) == 1
    assert corners == [0, 1, 2, 3]


def test_what_shows_through_a_picture_is_the_floor():
    image = QImage.fromData(QByteArray(hall_png(mode="RGBA")))
    assert image.hasAlphaChannel()
    faint = faint_picture(image, 0.5, FLOOR)
    assert not faint.hasAlphaChannel()
    assert faint.pixelColor(50, 100) == FLOOR
    assert faint.pixelColor(7, 7).lightness() < 150


def test_a_way_keeps_its_contrast():
    strongest = painted(Drawn(svg('<rect width="100" height="60"/>'), MIME, STRONGEST, FLOOR)).pixelColor(9, 9)
    assert _contrast(strongest, QColor(inks.FOREST)) >= 3, "the edge of a way"
    assert _contrast(strongest, QColor(inks.PAPER)) >= 2, "it is still seen"


def _contrast(one: QColor, other: QColor) -> float:
    lights = sorted(_light(it) + 0.05 for it in (one, other))
    return lights[1] / lights[0]


def _light(colour: QColor) -> float:
    parts = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in (it / 255 for it in parts_of(colour)))
    return sum(part * share for part, share in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def test_pictures_are_read_within_a_bound_and_damaged_ones_refused():
    assert read_picture(hall_png((2000, 1200)), 60_000).size().toTuple() == (316, 189)
    assert read_picture(hall_png()).size().toTuple() == (500, 300)
    for bad in (b"", b"GIF89a", hall_png()[:60], hall_svg()):
        with pytest.raises(InputError, match="picture_damaged"):
            read_picture(bad)
    with pytest.raises(InputError, match="svg_entities"):
        Drawn(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', MIME, 0.3, FLOOR)


def test_a_picture_is_made_smaller_before_thin_lines_come_and_go():
    image = read_picture(hall_png())
    assert reduced(image, QRectF(0, 0, 100, 60).size()).width() == 100
    assert reduced(image, QRectF(0, 0, 400, 240).size()) is image
    assert svg_picture(svg('<rect width="1" height="1"/>'), 50).size().toTuple() == (50, 30)


def test_a_drawing_of_many_shapes_is_drawn_in_parts_and_looks_the_same():
    lines = "".join(f'<path d="M{n / 20} 0V60" stroke="#{n % 4096:03x}" stroke-width=".3"/>' for n in range(2000))
    drawing = svg(f"{lines}<text x='9' y='30' font-size='9'>Cửa\n2</text>")
    some = parts(drawing)
    assert len(some) > 2
    assert sum(part.count(b"<path") for part in some) == 2000
    one, other = (QImage(200, 120, QImage.Format.Format_RGB32) for _ in range(2))
    for image, pieces in ((one, some), (other, [drawing])):
        image.fill(FLOOR)
        painter = QPainter(image)
        render(pieces, painter, QRectF(image.rect()))
        painter.end()
    assert one == other


@pytest.fixture
def plans(database, tmp_path):
    """Return what gives the plans of a hall with a drawing from a file, and the pictures they show."""

    def make(name: str, data: bytes):
        drawing = read_drawing(saved(tmp_path, name, data), small_png)
        with database.transaction() as session:
            set_event(session, "name.vi", "Hội nghị Mẫu")
            hall = add_hall(session, {"code": "A", "name": {"vi": "Sảnh A"}, "width_m": 50, "depth_m": 30})
            add_booth(session, "A", {"code": "A1", "x_m": 5, "y_m": 5, "width_m": 6, "depth_m": 4})
            add_place(session, {"hall_id": hall, "kind": "entrance", "x_m": 50, "y_m": 15})
            laid = lay_drawing(session, hall, drawing)
            place_drawing(session, hall, laid.at(-1, -1, 52), laid)
        with database.reading() as session:
            items = list_plan_items(session)

        def pictures(sha256: str) -> bytes | None:
            with database.reading() as session:
                return get_media_blob(session, sha256)

        return items, pictures

    return make


def printed(tmp_path: Path, plans, output: Output, template: str = "hall-plan-a3") -> Path:
    items, pictures = plans
    pdf = tmp_path / f"{output.profile}.pdf"
    report = print_items(items, load_template(template), PAGE, ("vi",), pdf, output=output, pictures=pictures)
    assert report.proven == 1
    return pdf


def unpacked(pdf: Path) -> str:
    words = ["qpdf", "--qdf", "--object-streams=disable", "--stream-data=uncompress", str(pdf), "-"]
    return subprocess.run(words, capture_output=True, check=True).stdout.decode("latin-1")


def images(pdf: Path) -> list[list[str]]:
    told = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True, check=True).stdout
    return [line.split() for line in told.splitlines()[2:]]


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("name", ["sảnh.svg", "sảnh.png"])
def test_a_plan_prints_its_drawing_in_the_inks_of_the_profile(tmp_path, plans, profile, name):
    made = plans(name, hall_svg() if name.endswith("svg") else hall_png((2000, 1200)))
    pdf = printed(tmp_path, made, Output(profile))
    used = set(re.findall(r"/(CSp\w*) (?:cs|CS)\s+[\d.][\d. ]*\s(?:scn|SCN)", unpacked(pdf)))
    assert used <= (
        {"CSpcmyk"} if profile is Profile.PRESS else {"CSp"} if profile is Profile.ARCHIVE else {"CSp", "CSpcmyk"}
    )
    assert not re.search(r"/SMask \d|/ca 0|/CA 0", unpacked(pdf))
    found = [row for row in images(pdf) if int(row[3]) > 900]
    assert [row[5] for row in found] == (
        [] if name.endswith("svg") else ["cmyk" if profile is Profile.PRESS else "rgb"]
    )
    page = tmp_path / "page"
    subprocess.run(["pdftoppm", "-r", "40", "-png", "-singlefile", pdf, page], check=True)
    plain = printed(tmp_path, ([bare(it) for it in made[0]], made[1]), Output(profile))
    subprocess.run(["pdftoppm", "-r", "40", "-png", "-singlefile", plain, tmp_path / "plain"], check=True)
    with Image.open(tmp_path / "page.png") as one, Image.open(tmp_path / "plain.png") as other:
        assert ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is not None


def bare(item: PrintItem) -> PrintItem:
    """Return a plan without its drawing."""
    rows = cast("tuple[Mapping[str, Any], ...]", item.values["plan"])
    kept = tuple(row for row in rows if row["is"] != "underlay")
    assert len(kept) == len(rows) - 1
    return replace(item, values={**item.values, "plan": kept})


def test_the_drawing_turns_with_the_plan_and_is_seen_on_the_floor_alone(plans):
    (item,), _pictures = plans("sảnh.svg", hall_svg())
    (row,) = (row for row in item.values["plan"] if row["is"] == "underlay")
    assert row["box"] == [0, 0, 30, 50], "who comes in from the right has the hall turned"
    assert row["quarters"] == 1
    assert row["lies"][2] < row["lies"][3]
    assert row["lies"][:2] == pytest.approx([-0.2, -1], abs=0.7)


def test_a_plan_is_printed_without_what_cannot_be_read(tmp_path, plans):
    items, _pictures = plans("sảnh.svg", hall_svg())
    for pictures in (lambda _sha256: None, lambda _sha256: b"<svg>"):
        assert printed(tmp_path, (items, pictures), Output()).stat().st_size > 1000


def test_pictures_are_no_finer_than_paper_shows_and_few_are_kept():
    asked = []

    def pictures(sha256: str) -> bytes:
        asked.append(sha256)
        return hall_png((2000, 1200))

    rasters = Rasters(pictures, limit_dpi=100)
    one = Underlay(0, 0, 50, 30, (0, 0, 50, 30), "a", "image/png", "#FFF8EC", 0.3)
    drawn = rasters.underlay(one)
    assert drawn is not None
    assert drawn.picture.width() == 197
    assert rasters.underlay(one) is drawn
    for name in "bcd":
        rasters.underlay(Underlay(0, 0, 50, 30, (0, 0, 50, 30), name, "image/png", "#FFF8EC", 0.3))
    rasters.underlay(one)
    assert asked == ["a", "b", "c", "d", "a"]
