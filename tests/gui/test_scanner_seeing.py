"""Badges before the camera of the real window, in picture files and in the clipboard."""

import random

import pytest
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from showcase.leads.kinds import Method, Verdict
from showcase.qt.pictures import symbol
from tests.fixtures_kiosk import comes
from tests.fixtures_scanner import still, words
from tests.frames import Look, as_image, paint_frame

LOOKS = {
    "straight": Look(px=4),
    "turned": Look(px=4, turn=33),
    "tilted": Look(px=5, turn=12, tilt=35),
    "blurred": Look(px=4, blur=1.2),
    "dim": Look(px=4, light=0.25, noise=4),
}


def _show(running, *looks) -> None:
    """Hold badges before the camera."""
    running.scanner.seeing_.camera.feed(as_image(paint_frame(looks, random.Random(5))))


@pytest.mark.parametrize("look", LOOKS)
def test_a_badge_before_the_camera_becomes_a_lead(fair, scan, look) -> None:
    badge = fair.badge(family_name="Lê", given_name="Văn Phước")
    running = scan(fair.station(booth="A12"), blind=False)
    _show(running, (badge.token, LOOKS[look]))
    assert comes(lambda: running.scanner.page == "verdict")
    still(running)
    assert {"Valid", "Lê Văn Phước"} <= words(running)
    assert len(running.scanner.desk.capture.leads()) == 1


def test_the_window_shows_the_camera_while_it_runs(fair, scan) -> None:
    running = scan(fair.station(booth="A12"), blind=False)
    assert "USB scanner: scan this test code" in words(running)
    _show(running, ("no badge", Look(px=5)))
    assert comes(lambda: running.scanner.page == "verdict")
    assert running.scanner.panel_.word == "Not ours"
    running.scanner.home()
    assert comes(lambda: {"Hold the badge’s QR code in the frame", "is on"} <= words(running))


def test_a_badge_that_stays_in_view_counts_once(fair, scan) -> None:
    badge = fair.badge()
    running = scan(fair.station(booth="A12"), blind=False)
    for _ in range(3):
        _show(running, (badge.token, LOOKS["straight"]))
        still(running)
    assert comes(lambda: running.scanner.page == "verdict")
    assert running.scanner.desk.capture.leads()[0].scans == 1


def test_a_picture_file_that_is_dropped_is_read(fair, scan, tmp_path) -> None:
    badge = fair.badge(family_name="Lê", given_name="Văn Phước")
    running = scan(fair.station(booth="A12"))
    picture = tmp_path / "thẻ.png"
    symbol(badge.token, 400).save(str(picture))
    running.scanner.drop([QUrl.fromLocalFile(str(picture))])
    assert comes(lambda: "Lê Văn Phước" in words(running))
    empty = tmp_path / "empty.png"
    Image.new("RGB", (200, 200), "white").save(empty)
    running.scanner.drop([QUrl.fromLocalFile(str(empty))])
    assert comes(lambda: any("No QR code was found" in text for text in words(running)))
    empty.write_bytes(b"no picture")
    running.scanner.drop([QUrl.fromLocalFile(str(empty))])
    assert comes(lambda: any("empty.png cannot be read" in text for text in words(running)))


def test_what_is_in_the_clipboard_is_read(fair, scan) -> None:
    first, second = fair.badge(), fair.badge()
    running = scan(fair.station(booth="A12"))
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(symbol(first.token, 400))
    running.scanner.paste()
    assert comes(lambda: running.scanner.page == "verdict")
    still(running)
    clipboard.setText(second.token)
    running.scanner.paste()
    assert comes(lambda: len(running.scanner.desk.capture.leads()) == 2)
    clipboard.clear()
    running.scanner.paste()
    assert comes(lambda: any("clipboard holds no picture" in text for text in words(running)))
    still(running)


def test_the_code_on_the_ready_screen_is_the_test_code_and_can_be_scanned(fair, scan) -> None:
    from showcase.qt.decoding import decode_picture

    running = scan(fair.station(booth="A12"))
    assert comes(lambda: bool(decode_picture(running.window.grabWindow())))
    codes = decode_picture(running.window.grabWindow())
    assert [code.decode() for code in codes] == [running.scanner.ready_.testCode]
    outcome = running.scanner.desk.capture.read(codes[0], Method.CAMERA)
    assert outcome.verdict is Verdict.TEST
