"""The parts of the scanner that need no window: tones, the line of a door, the test page, shapes."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import subprocess
import sys
import wave
from array import array
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from showcase.leads.kinds import Tone, Verdict
from showcase.leads.selftest import TEST_CODES
from showcase.messages import LANGUAGES
from showcase.qt.scenes import paint
from showcase.qt.scenes.verdicts import SHAPES
from showcase.scanner.panel import FIGURES
from showcase.scanner.sounds import RATE, TONES, wav, write_sounds
from showcase.scanner.testpage import write_test_page
from showcase.scanner.timeline import timeline

MORNING = dt.datetime(2027, 12, 22, 9, 14, tzinfo=dt.UTC)


def _samples(tone: str) -> array[int]:
    with wave.open(io.BytesIO(wav(tone))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def _beats(samples: array[int]) -> list[tuple[float, int]]:
    """Return length in seconds and crossings of zero a second for each note between two pauses."""
    window = RATE // 100
    loud = [max(map(abs, samples[at : at + window]), default=0) > 300 for at in range(0, len(samples), window)]
    found = []
    for is_loud, group in itertools.groupby(enumerate(loud), key=lambda pair: pair[1]):
        at = [place for place, _loud in group]
        if is_loud and len(at) > 2:
            part = samples[at[0] * window : (at[-1] + 1) * window]
            ups = sum(1 for one, two in itertools.pairwise(part) if one < 0 <= two)
            found.append((len(part) / RATE, round(ups * RATE / len(part))))
    return found


def test_every_tone_of_a_verdict_sounds_and_no_two_sound_alike() -> None:
    assert {str(tone) for tone in Tone} <= set(TONES)
    beats = {tone: _beats(_samples(tone)) for tone in TONES}
    assert [len(beats[tone]) for tone in ("good", "again", "hold", "refused", "unknown", "unsaved")] == [
        1,
        2,
        2,
        2,
        1,
        3,
    ]
    assert beats["good"][0][1] > 2 * beats["hold"][0][1] > 2 * beats["refused"][0][1]
    heard = [tuple((round(seconds, 1), round(pitch, -2)) for seconds, pitch in beats[tone]) for tone in TONES]
    assert len(set(heard)) == len(heard)
    assert all(sum(seconds for _hertz, seconds in TONES[tone]) < 0.5 for tone in TONES if tone != "unsaved")


def test_sounds_neither_click_nor_clip() -> None:
    for tone in TONES:
        samples = _samples(tone)
        assert max(map(abs, samples)) < 32767
        assert abs(samples[0]) < 200
        assert abs(samples[-1]) < 2000


def test_sounds_are_written_once(tmp_path: Path) -> None:
    files = write_sounds(tmp_path / "sounds")
    before = {file: file.stat().st_mtime_ns for file in files.values()}
    assert write_sounds(tmp_path / "sounds") == files
    assert {file: file.stat().st_mtime_ns for file in files.values()} == before


@pytest.mark.parametrize(
    ("lasted", "marks"),
    [
        (dt.timedelta(0), ["9:10", "9:15"]),
        (dt.timedelta(minutes=1), ["9:10", "9:15"]),
        (dt.timedelta(hours=1, minutes=28), ["9:00", "9:30", "10:00", "10:30", "11:00"]),
        (dt.timedelta(hours=7), ["9:00", "12:00", "15:00", "18:00"]),
        (dt.timedelta(days=2), ["22/12", "23/12", "24/12", "25/12"]),
    ],
)
def test_the_line_of_a_door_has_a_few_even_marks(lasted: dt.timedelta, marks: list[str]) -> None:
    line = timeline(MORNING, MORNING + lasted)
    assert [mark["text"] for mark in line["marks"]] == marks
    places = [mark["x"] for mark in line["marks"]]
    assert 2 <= len(places) <= 5
    assert places[0] == 0
    assert places[-1] == 1
    assert 0 <= line["from"] <= line["to"] <= 1


def test_a_clock_that_went_back_makes_no_line_that_runs_backwards() -> None:
    line = timeline(MORNING, MORNING - dt.timedelta(hours=1))
    assert line["from"] == line["to"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_test_page_holds_every_test_code(tmp_path: Path, language: str) -> None:
    path = tmp_path / "new folder" / "test.pdf"
    write_test_page(path, language)
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    assert document.pageCount() == 1
    page = document.render(0, QSize(1240, 1754))
    grey = _on_white(page)
    found = {code.text for code in zxingcpp.read_barcodes(grey)}
    assert found == {code.text for code in TEST_CODES}
    document.close()


def _on_white(page: QImage) -> memoryview:
    white = QImage(page.size(), QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(0, 0, page)
    painter.end()
    grey = white.convertToFormat(QImage.Format.Format_Grayscale8)
    return memoryview(bytes(grey.constBits())).cast("B", (grey.height(), grey.bytesPerLine()))


def test_no_two_shapes_of_verdicts_are_alike_in_grey() -> None:
    pictures = {}
    for name in SHAPES:
        image = paint(name, 100, 100).convertToFormat(QImage.Format.Format_Alpha8)
        signed = paint(name, 100, 100).convertToFormat(QImage.Format.Format_Grayscale8)
        assert image.pixelColor(1, 1).alpha() == 0, "a shape stands on nothing"
        pictures[name] = bytes(image.constBits()) + bytes(signed.constBits())
    assert len(set(pictures.values())) == len(pictures)
    assert {f"shape-{figure}" for figure in FIGURES.values()} <= set(SHAPES)
    assert set(Verdict) - set(FIGURES) == {
        verdict for verdict in Verdict if verdict.tone in {Tone.REFUSED, Tone.UNKNOWN}
    }


def test_the_first_picture_waits_for_nothing_else() -> None:
    names = ("sqlalchemy", "PIL", "zoneinfo", "PySide6.QtMultimedia", "showcase.scanner.scanner", "showcase.qt.scenes")
    code = "import sys, showcase.cli.opening_scanner, showcase.scanner.running;"
    code += f"print([name for name in {names} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
