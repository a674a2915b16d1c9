"""Reading aloud: with the engine that Qt has for trials, in the process that speaks; and where no engine answers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from showcase.app import open_app
from showcase.catalogue.queries import list_products
from showcase.kiosk.voice import Voice, probe
from tests.factories import make_organisation, make_product
from tests.fixtures_kiosk import Clock, comes, shows, tap, targets, texts, visit_of, wake

MOCK = "mock"


@pytest.fixture
def lamp(summit: Path) -> str:
    """Return a product with a name in two languages."""
    app = open_app(summit, read_only=True)
    with app.reading() as session:
        (first, *_) = (str(product.id) for product in list_products(session) if product.name.get("en"))
    app.close()
    return first


def _reads(running, lamp: str) -> None:
    running.kiosk.voice_.begin()
    wake(running)
    assert comes(lambda: bool(running.kiosk.voice_.spoken()))
    visit_of(running).open("product", lamp)
    tap(running, "Listen")
    assert comes(lambda: running.kiosk.voice_.is_speaking)


def test_a_page_is_read_and_silent_again(start, rest, summit: Path, size: QSize, lamp: str) -> None:
    running = start(summit, size, voice=MOCK)
    _reads(running, lamp)
    assert shows(running, "Stop")
    tap(running, "Stop")
    assert not running.kiosk.voice_.is_speaking
    tap(running, "Listen")
    assert running.kiosk.voice_.is_speaking
    assert comes(lambda: not running.kiosk.voice_.is_speaking), "a few words come to their end by themselves"
    assert shows(running, "Listen")


def test_within_reach_it_is_read_too(start, rest, summit: Path, lamp: str) -> None:
    running = start(summit, QSize(540, 960), voice=MOCK)
    running.kiosk.voice_.begin()
    wake(running)
    rest(running)
    visit_of(running).lower()
    _reads(running, lamp)


def test_a_language_without_a_voice_has_no_button(start, rest, summit: Path, lamp: str) -> None:
    running = start(summit, QSize(540, 960), voice=MOCK)
    _reads(running, lamp)
    tap(running, "Tiếng Việt")
    rest(running)
    assert not running.kiosk.voice_.is_speaking, "another language is not read on in the old one"
    assert shows(running, "Quay lại")
    assert "Nghe" not in targets(running)


@pytest.mark.parametrize("how", ["left", "silent", "ended"])
def test_nobody_hears_what_another_asked_for(start, rest, summit: Path, clock: Clock, how: str) -> None:
    app = open_app(summit)
    with app.transaction() as session:
        story = make_product(session, make_organisation(session), description={"en": "On and on. " * 90})
    app.close()
    running = start(summit, QSize(540, 960), voice=MOCK)
    _reads(running, str(story))
    if how == "left":
        tap(running, "Back")
    elif how == "silent":
        clock.seconds += 111
        running.kiosk.tick()
        assert not running.kiosk.warns, "a long text is listened to"
        clock.seconds += 35
        running.kiosk.tick()
        assert running.kiosk.warns
    else:
        running.kiosk.end()
    assert not running.kiosk.voice_.is_speaking


def test_who_listens_is_waited_for(start, rest, summit: Path, clock: Clock, lamp: str) -> None:
    running = start(summit, QSize(540, 960), voice=MOCK)
    _reads(running, lamp)
    assert comes(lambda: not running.kiosk.voice_.is_speaking)
    clock.seconds += 89
    running.kiosk.tick()
    assert not running.kiosk.warns, "the patience of a page begins when all was said"
    clock.seconds += 2
    running.kiosk.tick()
    assert running.kiosk.warns


def test_staff_read_which_voices_there_are(start, rest, summit: Path) -> None:
    running = start(summit, QSize(540, 960), voice=MOCK)
    assert running.kiosk.setting_.voices == ""
    running.kiosk.voice_.begin()
    assert comes(lambda: running.kiosk.setting_.voices == "It can read aloud in: English.")
    silent = start(summit, QSize(540, 960))
    assert silent.kiosk.setting_.voices == "This system has no voice, so nothing is read aloud."


@pytest.mark.parametrize("engine", ["nobody-has-this", "speechd"])
def test_where_no_engine_answers_nothing_is_offered(start, rest, summit: Path, lamp: str, engine: str) -> None:
    if probe(engine):
        pytest.skip("this system has a voice")
    running = start(summit, QSize(540, 960), voice=engine)
    running.kiosk.voice_.begin()
    assert comes(lambda: running.kiosk.voice_.is_known)
    wake(running)
    visit_of(running).open("product", lamp)
    assert shows(running, "Back")
    rest(running)
    assert {"Listen", "Stop"} & texts(running) == set()


def test_a_voice_that_dies_is_back_and_one_that_always_dies_is_not(qtbot) -> None:
    voice = Voice(MOCK)
    voice.begin()
    for _ in range(3):
        qtbot.waitUntil(lambda: bool(voice.spoken()), timeout=15_000)
        assert voice.say([("en", "one two three four five six seven eight nine ten " * 20)]) > 0
        with qtbot.waitSignal(voice.ended, timeout=15_000):
            voice.kill()
        assert not voice.is_speaking
    qtbot.wait(300)
    assert voice.spoken() == []
    assert voice.say([("en", "anybody there")]) == 0
    voice.close()


def test_the_process_tells_its_voices_and_ends_with_its_input() -> None:
    command = [sys.executable, "-m", "showcase.kiosk.speaking", MOCK]
    said = subprocess.run(
        command,
        input='{"say": 7, "parts": [["xx", "nobody speaks this"], ["en", "hello"]]}\n',
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    ).stdout.splitlines()
    assert "en" in json.loads(said[0])["languages"]
    assert probe(MOCK) == json.loads(said[0])["languages"]
    assert probe("nobody-has-this") == []
