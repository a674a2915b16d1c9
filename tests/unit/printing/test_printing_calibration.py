"""A printer that is off is measured from a photo of its test page, and what is printed then lies on the labels."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from showcase.documents.calibration import (
    Placing,
    fit,
    from_margins,
    make_test_sheet,
    moved,
    solve,
    target_of,
    target_text,
    targets,
)
from showcase.documents.imposition import impose
from showcase.documents.page import Page
from showcase.documents.stocks import get_stock
from showcase.errors import InputError, MissingFile
from showcase.messages import message
from showcase.printing.measure import FontMeasure
from showcase.printing.outputs import write_pngs
from showcase.printing.scanned import read_test_page

PX_PER_MM = 300 / 25.4
OFF = Placing(0.9, -1.4, 1.003, 0.998, 0.0024)
NEAR_MM = 0.12


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """Return the test page as a printer without any fault prints it, at 300 dpi."""
    sheet = make_test_sheet(210, 297, lambda key: message(key, "vi"), FontMeasure())
    (file,) = write_pngs(tmp_path_factory.mktemp("page") / "page.png", [sheet])
    with Image.open(file) as image:
        return image.convert("L")


def seen(page: Image.Image, off: Placing, corners: list[tuple[float, float]], size: tuple[int, int]) -> Image.Image:
    """Return a picture of a sheet printed by a printer that is off, its corners where a camera sees them."""
    sheet = page.width / PX_PER_MM, page.height / PX_PER_MM
    paper = ((0.0, 0.0), (sheet[0], 0.0), sheet, (0.0, sheet[1]))
    rows: list[list[float]] = []
    right: list[float] = []
    for (x, y), (u, v) in zip(corners, paper, strict=True):  # from the picture to the paper, in mm
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    found = solve(rows, right)
    assert found is not None
    a, b, c, d, e, f, g, h = found
    # Then from the paper to what was sent: the inverse of where the printer puts things.
    (zero_x, zero_y), (one_x, one_y), (two_x, two_y) = (off.sent(*at) for at in ((0, 0), (1, 0), (0, 1)))
    p, q, r, s = one_x - zero_x, two_x - zero_x, one_y - zero_y, two_y - zero_y
    k = PX_PER_MM
    to_sent = (
        k * (p * a + q * d + zero_x * g),
        k * (p * b + q * e + zero_x * h),
        k * (p * c + q * f + zero_x),
        k * (r * a + s * d + zero_y * g),
        k * (r * b + s * e + zero_y * h),
        k * (r * c + s * f + zero_y),
        g,
        h,
    )
    ink = page.transform(size, Image.Transform.PERSPECTIVE, to_sent, Image.Resampling.BICUBIC, fillcolor=255)
    whole = Image.new("L", page.size, 255)
    shape = (k * a, k * b, k * c, k * d, k * e, k * f, g, h)
    lit = whole.transform(size, Image.Transform.PERSPECTIVE, shape, Image.Resampling.BICUBIC, fillcolor=0)
    ground = Image.new("L", size, 52)
    return Image.composite(ink.point(lambda grey: 30 + round(grey * 0.82)), ground, lit).filter(
        ImageFilter.GaussianBlur(1.1)
    )


def near(found: Placing, off: Placing) -> float:
    """Return by how many mm two placings differ, at worst, over an A4 sheet."""
    return max(math.dist(found.lands(x, y), off.lands(x, y)) for x in (10, 105, 200) for y in (10, 148, 287))


SCAN = [(140.0, 120.0), (140 + 210 * 9, 132.0), (128 + 210 * 9, 132 + 297 * 9), (128.0, 120 + 297 * 9)]
PHOTO = [(410.0, 260.0), (2190.0, 330.0), (2330.0, 2890.0), (300.0, 2810.0)]


@pytest.mark.parametrize(
    ("corners", "size", "turn"),
    [(SCAN, (2200, 2960), 0), (PHOTO, (2600, 3100), 0), (SCAN, (2200, 2960), 180), (PHOTO, (2600, 3100), 90)],
    ids=["scan", "photo", "scan upside down", "photo on its side"],
)
def test_a_picture_of_the_test_page_tells_how_far_off_the_printer_is(tmp_path, printed, corners, size, turn) -> None:
    picture = seen(printed, OFF, corners, size).rotate(turn, expand=True)
    file = tmp_path / "scan.png"
    picture.save(file)
    assert near(read_test_page(file), OFF) < NEAR_MM


def test_a_printer_that_is_right_is_left_alone(tmp_path, printed) -> None:
    seen(printed, Placing(), SCAN, (2200, 2960)).save(tmp_path / "scan.png")
    assert near(read_test_page(tmp_path / "scan.png"), Placing()) < NEAR_MM


def test_what_a_picture_lacks_is_said(tmp_path, printed) -> None:
    file = tmp_path / "scan.jpg"
    with pytest.raises(MissingFile, match="file_missing"):
        read_test_page(file)
    file.write_bytes(b"no picture")
    with pytest.raises(InputError, match="unreadable"):
        read_test_page(file)
    printed.crop((0, 0, printed.width, printed.height // 2)).save(file)
    with pytest.raises(InputError, match=r"calibration\.codes") as caught:
        read_test_page(file)
    assert caught.value.params["n"] < 5
    printed.save(file)  # nothing but paper: no edge is seen
    with pytest.raises(InputError, match="edges"):
        read_test_page(file)
    seen(printed, Placing(0, 0, 0.96, 0.96), SCAN, (2200, 2960)).save(file)
    with pytest.raises(InputError, match="scaled"):
        read_test_page(file)


places = st.builds(
    Placing,
    st.floats(-5, 5),
    st.floats(-5, 5),
    st.floats(0.99, 1.01),
    st.floats(0.99, 1.01),
    st.floats(-0.01, 0.01),
)


@given(places)
def test_a_placing_is_found_from_its_points_and_undone(placing: Placing) -> None:
    points = targets(210, 297)
    found = fit([(point, placing.lands(*point)) for point in points])
    assert near(found, placing) < 1e-6
    for point in points:
        assert placing.lands(*placing.sent(*point)) == pytest.approx(point, abs=1e-9)


@given(places)
def test_pages_land_in_the_middle_of_their_labels(placing: Placing) -> None:
    stock = get_stock("herma-4412")
    pages = [Page(str(n), str(n), 80, 50, 2, ()) for n in range(10)]
    (straight,) = impose(pages, stock)
    (sheet,) = moved([straight], placing)
    for placed, slot in zip(sheet.placements, stock.slots, strict=True):
        landed = placing.lands(placed.x_mm + 40, placed.y_mm + 25)
        assert landed == pytest.approx((slot.x_mm + 40, slot.y_mm + 25), abs=1e-6)
    assert list(moved([straight], None)) == [straight]


def test_margins_measured_by_hand_tell_offset_and_size() -> None:
    found = from_margins(210, 297, (15.5, 14.0, 14.5, 16.0))
    assert found.lands(15, 15) == pytest.approx((15.5, 14.0))
    assert found.lands(195, 282) == pytest.approx((195.5, 281.0))
    with pytest.raises(InputError, match="scaled"):
        from_margins(210, 297, (20, 20, 20, 20))
    with pytest.raises(InputError, match="far_off"):
        from_margins(210, 297, (25, 15, 5, 15))


def test_points_on_a_line_tell_nothing() -> None:
    with pytest.raises(InputError, match="too_few"):
        fit([((10, 10), (10, 10))])


def test_codes_of_the_test_page_are_told_from_others() -> None:
    assert target_of(target_text(215.9, 279.4, 4)) == (215.9, 279.4, 4)
    for text in ("", "HTTPS://EXAMPLE.ORG", "SHOWCASE CALIBRATION 210X297 6", "SHOWCASE CALIBRATION 0X0 1", "9" * 221):
        assert target_of(text) is None
