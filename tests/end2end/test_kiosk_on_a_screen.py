"""The real kiosk on a real screen, with nobody to help it: killed, hung, dying again and again, and left by staff."""

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Final

import pytest
import zxingcpp

from showcase.app import open_app
from showcase.catalogue.edits import set_event
from showcase.catalogue.queries import get_event
from showcase.kiosk.supervising import command
from showcase.visits.guarding import set_pin
from showcase.visits.station import open_station, station_file
from tests.screens import Screen, running, screen
from tests.supervised import PATIENCE_S, children, comes, lives, supervised

PIN: Final = "482915"
SIZE: Final = "720x1280"
ADDRESS: Final = "https://sample.example"
NEEDED: Final = shutil.which("Xvfb") and shutil.which("xdotool") and Path("/proc/self/task").exists()

pytestmark = pytest.mark.skipif(not NEEDED, reason="xvfb or xdotool is not installed")


@pytest.fixture
def event(summit: Path) -> Path:
    """Return the event, whose station at A1 has a PIN and whose pages have an address."""
    app = open_app(summit)
    with app.transaction() as session:
        set_event(session, "base_url", ADDRESS)
        number = get_event(session).id
    app.close()
    station = open_station(station_file(number, "A1"))
    set_pin(station, PIN)
    station.close()
    return summit


def _words(event: Path) -> list[str]:
    return ["kiosk", "--event", str(event), "--booth", "A1", "--still"]


def _parts(event: Path) -> tuple[list[str], list[str]]:
    """Return the commands of the kiosk and of the safe screen, as `showcase kiosk` has them."""
    return command([*_words(event), "--part", "screen"]), command([*_words(event), "--part", "safe"])


def _on(shown: Screen) -> dict[str, str]:
    return {"DISPLAY": shown.display, "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}


def _stands(shown: Screen, pid: int, *former: int) -> bool:
    """Tell whether another kiosk than the former ones comes to the screen."""
    return comes(lambda: any(one not in former for one in children(pid))) and comes(lambda: shown.drawn() > 0.1)


def _codes(shown: Screen) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(shown.picture().convert("L"))]


def test_killed_and_hung_it_comes_back(event: Path, tmp_path: Path) -> None:
    with screen(tmp_path, SIZE) as shown, supervised(*_parts(event), "beat_s=8.0", **_on(shown)) as process:
        assert _stands(shown, process.pid)
        (first,) = children(process.pid)
        os.kill(first, signal.SIGKILL)
        assert _stands(shown, process.pid, first)
        (second,) = children(process.pid)
        kept = Path(os.environ["XDG_CACHE_HOME"]) / "showcase" / "kiosk"
        assert comes(lambda: any(kept.glob("lastgood-*.json"))), "it has read the event"
        os.kill(second, signal.SIGSTOP)
        assert _stands(shown, process.pid, first, second)
        (third,) = children(process.pid)
        process.terminate()
        assert process.wait(PATIENCE_S) == 0
        said = process.stderr.read() if process.stderr else ""
    assert not any(lives(pid) for pid in (first, second, third))
    assert "ended with -9" in said
    assert "is silent" in said


def test_dying_again_and_again_it_gives_way_to_the_safe_screen_and_comes_back_later(
    event: Path, tmp_path: Path
) -> None:
    rules = "most_restarts=1, retry_s=4.0"
    with screen(tmp_path, SIZE) as shown, supervised(*_parts(event), rules, **_on(shown)) as process:
        kept = Path(os.environ["XDG_CACHE_HOME"]) / "showcase" / "kiosk"
        dead: list[int] = []
        for _ in range(2):
            assert _stands(shown, process.pid, *dead)
            assert comes(lambda: any(kept.glob("lastgood-*.json"))), "it has read the event"
            dead += children(process.pid)
            os.kill(dead[-1], signal.SIGKILL)
        assert comes(lambda: _codes(shown) == [ADDRESS]), "the safe screen says where else to look"
        dead += children(process.pid)
        assert _stands(shown, process.pid, *dead)
        assert comes(lambda: _codes(shown) == []), "the kiosk is there again"
        dead += children(process.pid)
    assert not any(lives(pid) for pid in dead)


def test_staff_end_all_of_it(event: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "showcase", *_words(event)]
    with screen(tmp_path, SIZE) as shown, running(*words, **_on(shown)) as process:
        assert _stands(shown, process.pid)
        pids = children(process.pid)
        for _ in range(3):  # what is typed before the pad stands is no try of the PIN
            touch = ("click", "1")
            shown.hand("mousemove", "700", "20", *touch * 4, "mousedown", "1", "sleep", "1.3", "mouseup", "1")
            shown.hand("sleep", "1.5", "key", "--delay", "60", *PIN, "Return")
            shown.hand("sleep", "3", "mousemove", "120", "1232", *touch, "sleep", "4")  # "Leave the kiosk"
            if process.poll() is not None:
                break
        assert process.wait(PATIENCE_S) == 0
        assert process.communicate() == ("", "")
    assert not any(lives(pid) for pid in pids)
