"""What somebody hears who cannot see the kiosk: each control of each page has a name in the language of the visit."""

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from showcase.app import open_app
from showcase.catalogue.edits import add_room, add_session
from showcase.catalogue.queries import get_event
from showcase.kiosk.keeping import NAME
from showcase.messages import LANGUAGES, catalogue, message
from showcase.qt.words import name_of
from showcase.visits.guarding import set_pin
from showcase.visits.station import open_station, station_file
from tests.end2end.test_on_a_screen import MAIN, PATIENCE_S
from tests.end2end.test_screen_reader import NEEDED
from tests.screens import screen
from tests.torture.stage import PIN

READER: Final = Path(__file__).with_name("kiosk_reader.py")
TOPIC: Final = {"vi": "Chủ đề a", "en": "Topic a", "fr": "Chủ đề a"}
PRODUCT: Final = {"vi": "Đèn số 00", "en": "Lamp number 00", "fr": "Đèn số 00"}
MAKER: Final = {"vi": "Công ty Đèn", "en": "Morning Star", "fr": "Công ty Đèn"}

pytestmark = pytest.mark.skipif(not NEEDED, reason="xvfb, dbus or at-spi2-core is not installed")


@pytest.fixture
def event(summit: Path) -> Path:
    app = open_app(summit)
    with app.transaction() as session:
        room = add_room(session, {"code": "H1", "name": {"vi": "Hội trường", "en": "Main hall", "fr": "Grande salle"}})
        start = dt.datetime.now(dt.UTC)
        title = {"vi": "Phiên một", "en": "First session", "fr": "Première session"}
        end = start + dt.timedelta(hours=1)
        add_session(session, {"title": title, "room_id": room, "starts_at": start, "ends_at": end})
        number = get_event(session).id
    app.close()
    station = open_station(station_file(number, NAME))  # one that nobody set up asks staff first
    set_pin(station, PIN)
    station.close()
    return summit


def _steps() -> Iterator[tuple[str, str]]:
    """Yield each page and what is pressed to come to it."""
    yield "en attract", ""
    yield "en woken", name_of("en")
    for language in ("vi", "fr", "en"):
        yield f"{language} home", name_of(language)
        for section in ("search", "programme", "plan", "list", "home"):
            yield f"{language} {section}", message(f"kiosk.go_{section}", language)
        yield f"{language} browse", TOPIC[language]
        yield f"{language} product", PRODUCT[language]
        yield f"{language} organisation", MAKER[language]
        yield f"{language} home again", message("kiosk.go_home", language)


def _read(event: Path, folder: Path) -> dict[str, list[list[str]]]:
    steps, out = folder / "steps.json", folder / "heard.json"
    steps.write_text(json.dumps(list(_steps())), encoding="utf-8")
    kiosk = [sys.executable, str(MAIN), "kiosk", "--event", str(event), "--language", "en", "--still"]
    with screen(folder, "540x960") as shown:
        done = subprocess.run(
            ["dbus-run-session", "--", sys.executable, READER, steps, out, *kiosk, "--part", "screen"],
            env={
                **os.environ,
                "DISPLAY": shown.display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_QUICK_BACKEND": "software",
                "PYTHONPATH": str(MAIN.parent),
            },
            capture_output=True,
            encoding="utf-8",
            timeout=4 * PATIENCE_S,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    heard: dict[str, list[list[str]]] = json.loads(out.read_text(encoding="utf-8"))
    return heard


def _foreign(language: str) -> set[str]:
    """Return the texts of the kiosk in the other languages, without those that this one has too."""
    own = [texts for key, texts in catalogue().items() if key.startswith("kiosk")]
    here = {texts[language] for texts in own}
    there = {texts[other] for texts in own for other in LANGUAGES if other != language}
    return {text for text in there - here if "{" not in text and len(text) > 1}


def test_everything_has_a_name_in_the_language_of_the_visit(event: Path, tmp_path: Path) -> None:
    heard = _read(event, tmp_path)
    nameless = {page: [role for role, name in told if role not in _SILENT and not name] for page, told in heard.items()}
    assert {page: roles for page, roles in nameless.items() if roles} == {}
    for page, told in heard.items():
        language = page[:2]
        names = {name for _role, name in told}
        assert names & _foreign(language) == set(), page
        if "attract" not in page:
            assert {message(f"kiosk.go_{name}", language) for name in ("home", "search", "list")} <= names, page
            assert "heading" in {role for role, _name in told}, page
        assert {name_of(code) for code in LANGUAGES} <= names, page
        assert sum(role == "push button" for role, _name in told) >= 3, page


_SILENT: Final = {"application", "frame", "filler", "panel", "window", "unknown", "desktop frame"}
"""Roles of what only holds other things."""
