"""What a kiosk says of its life, and the screen that stands in for it when it has none."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtTest import QTest

from showcase.kiosk import pulse as pulse_module
from showcase.kiosk.lastgood import LastGood, last_good_file, recall
from showcase.kiosk.pulse import LIFE_S, Pulse, memory
from showcase.kiosk.safe import SafeScreen, paint
from showcase.printing.engine import load_font
from tests.fixtures_kiosk import SIZES, comes

GOOD = LastGood(
    {"vi": "Hội nghị Thượng đỉnh Đô thị Mẫu", "en": "Sample City Summit"},
    {"vi": "Hà Nội"},
    "https://sample.example/vi",
    "A1",
)


def _painted(good: LastGood, size: QSize) -> QImage:
    for weight in (500, 700):
        load_font(weight)
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, size, good)
    painter.end()
    return image


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080), QSize(600, 1024)])
def test_its_code_opens_the_pages_of_the_event(qapp, size: QSize, tmp_path: Path) -> None:
    file = tmp_path / "safe.png"
    assert _painted(GOOD, size).save(str(file))
    with Image.open(file) as picture:
        found = [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]
    assert found == ["https://sample.example/vi"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_on_a_screen_that_hangs_on_its_side_it_is_upright_and_heard(qapp, clock, turn: int, tmp_path: Path) -> None:
    load_font(700)
    screen = SafeScreen(replace(GOOD, turn=turn), clock)
    seen = QSize(600, 1024)
    screen.resize(seen.transposed() if turn % 180 else seen)
    screen.show()
    assert comes(screen.isExposed)
    image = QImage(screen.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setTransform(screen._turned())
    paint(painter, screen._seen(), GOOD)
    painter.end()
    assert screen._seen() == seen
    upright = image.transformed(QTransform().rotate(-turn))
    straight = _painted(GOOD, seen)
    alike = sum(upright.pixel(x, y) == straight.pixel(x, y) for x in range(0, 600, 7) for y in range(0, 1024, 7))
    assert alike > 0.9 * (600 // 7 + 1) * (1024 // 7 + 1)
    asked: list[bool] = []
    screen.again.connect(lambda: asked.append(True))
    corner = screen._turned().map(QPoint(seen.width() - 20, 20))
    for _ in range(5):
        QTest.mouseClick(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert asked == [True]
    screen.close()


def test_it_stands_with_nothing_known_and_with_names_that_do_not_end(qapp) -> None:
    size = QSize(540, 960)
    long = LastGood({"vi": "Hội nghị thượng đỉnh " * 200}, {"vi": "Hà Nội " * 200}, GOOD.address)
    pictures = [_painted(good, size) for good in (LastGood(), GOOD, long)]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_what_is_kept_of_the_event_comes_back_and_damage_is_nothing(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "good.json"
    assert recall(file) == LastGood()
    GOOD.keep(file)
    assert recall(file) == GOOD
    turned = replace(GOOD, pixels_per_mm=2.02, turn=90)
    turned.keep(file)
    assert recall(file) == turned
    for damaged in (
        "",
        "[1]",
        '{"turn": "up", "pixels_per_mm": true}',
        '{"name": ["a"], "address": 7}',
        "\x00",
        '{"name": {"vi": 3}}',
    ):
        file.write_text(damaged, encoding="utf-8")
        assert recall(file) == LastGood()


def test_a_kiosk_keeps_what_the_safe_screen_needs(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"], booth="A1")
    rest(running)
    kept = recall(last_good_file(summit, "A1"))
    assert (kept.name["vi"], kept.booth) == ("Hội nghị Thượng đỉnh Đô thị Mẫu", "A1")
    assert recall(last_good_file(summit, "B2")) == LastGood()


def _touch(screen: SafeScreen, x: int) -> None:
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, 20))


def test_five_touches_in_the_corner_try_the_kiosk_again(qapp, clock) -> None:
    screen = SafeScreen(GOOD, clock)
    screen.resize(540, 960)
    screen.show()
    asked: list[bool] = []
    screen.again.connect(lambda: asked.append(True))
    for _ in range(4):
        _touch(screen, 520)
    _touch(screen, 200)
    _touch(screen, 520)
    assert asked == [], "a touch elsewhere begins anew"
    clock.seconds += 10
    for _ in range(4):
        _touch(screen, 520)
    clock.seconds += 10
    _touch(screen, 520)
    assert asked == [], "they were too slow"
    for _ in range(4):
        _touch(screen, 520)
    assert asked == [True]
    screen.close()


class _Listener:
    """The other end of what a kiosk says."""

    def __init__(self) -> None:
        self.read, self.write = os.pipe()
        os.set_blocking(self.read, False)

    def lines(self) -> list[list[str]]:
        try:
            return [line.split() for line in os.read(self.read, 1 << 16).decode().splitlines()]
        except BlockingIOError:
            return []


def test_a_screen_on_which_nothing_moves_is_painted_for_each_beat(start, rest, summit: Path, clock) -> None:
    running = start(summit, SIZES["portrait"])
    rest(running)
    listener, left = _Listener(), []
    window = running.window
    pulse = Pulse(
        window, window.frameSwapped, lambda: left.append(True), lambda: False, clock=clock, out=listener.write
    )
    pulse.begin()
    numbers = [int(listener.lines()[0][1])]
    for _ in range(3):
        assert comes(lambda: pulse._painted > numbers[-1])
        pulse.beat()
        ((word, painted, due),) = listener.lines()
        assert (word, due) == ("beat", "1")
        numbers.append(int(painted))
    assert numbers == sorted(set(numbers))
    os.close(listener.read)
    pulse.beat()
    assert left == [True], "nobody listens any more"
    os.close(listener.write)
    pulse.close()


def test_it_is_renewed_when_it_is_old_or_large_and_nobody_is_there(qapp, clock, monkeypatch) -> None:
    screen, listener, calm = SafeScreen(GOOD), _Listener(), [False]
    pulse = Pulse(screen, screen.painted, lambda: None, lambda: calm[0], clock=clock, out=listener.write)
    asked: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", asked.append)
    clock.seconds = LIFE_S + 1
    pulse.beat()
    assert asked == [], "somebody is there"
    calm[0] = True
    pulse.beat()
    assert asked == [75]
    clock.seconds = 30
    monkeypatch.setattr(pulse_module, "MEMORY", 1)
    pulse.beat()
    assert asked == [75], "it has only just started, and would be as large again"
    clock.seconds = 3601
    pulse.beat()
    assert asked == [75, 75] if memory() else [75]
    pulse.close()
    os.close(listener.read)
    os.close(listener.write)
    screen.destroy()
