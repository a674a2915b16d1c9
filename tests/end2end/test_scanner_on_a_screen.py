"""The real scanner on a real screen: keys through the X server, and a station's file that keeps the lead."""

import shutil
import signal
import sys
from contextlib import closing
from pathlib import Path

import pytest
import zxingcpp

from showcase.cli import main
from showcase.cli.opening_scanner import _find
from showcase.cli.parser import make_parser
from showcase.leads.capture import Capture
from showcase.leads.selftest import TEST_DIGITS
from showcase.leads.station import open_station
from tests.fixtures_kiosk import comes
from tests.screens import running, screen

NEEDED = shutil.which("Xvfb") and shutil.which("xdotool")
PATIENCE_S = 30


@pytest.mark.skipif(not NEEDED, reason="xvfb or xdotool is not installed")
@pytest.mark.parametrize("end", ["sigterm", "closed"])
def test_keys_of_the_x_server_become_a_lead_on_disk(fair, tmp_path: Path, end: str) -> None:
    badge = fair.badge(family_name="Lê", given_name="Văn Phước")
    station = fair.station(booth="A12")
    command = (
        sys.executable,
        "-m",
        "showcase",
        "scanner",
        "--file",
        station,
        "--language",
        "en",
        "--silent",
        "--still",
    )
    environment = {"QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
    with screen(tmp_path, "1366x768") as shown, running(*command, DISPLAY=shown.display, **environment) as process:

        def codes() -> list[str]:
            return [code.text for code in zxingcpp.read_barcodes(shown.picture().convert("L"))]

        assert comes(lambda: codes() == [TEST_DIGITS]), "it is ready, and its test code can be read off the screen"
        shown.hand("mousemove", "1000", "150", "type", "--delay", "2", badge.token)
        shown.hand("key", "Return")
        assert comes(lambda: codes() == []), "the verdict is on the screen"
        shown.hand("sleep", "0.5", "key", "4", "sleep", "0.5")
        if end == "closed":
            shown.hand("key", "ctrl+q")
        else:
            process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_S) == 0
        assert process.communicate() == ("", "")
    with closing(open_station(station)) as opened:
        (lead,) = Capture(opened).leads()
    assert (lead.name, lead.rating) == ("Lê Văn Phước", 4)


def test_a_station_is_found_by_its_booth_or_door_and_said_when_it_is_not(fair, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "nowhere"))
    assert main(["scanner"]) == 1
    assert "There is no station’s file" in capsys.readouterr().err
    fair.station(booth="A12")
    fair.station(door="Sảnh 1")
    assert main(["scanner", "--booth", "C99"]) == 1
    assert "C99" in capsys.readouterr().err
    assert main(["scanner"]) == 1
    said = capsys.readouterr().err
    assert "A12" in said
    assert "Sảnh 1" in said
    parser = make_parser("en")
    found = [_find(parser.parse_args(["scanner", *words])) for words in (["--booth", "a12"], ["--door", "sanh 1"])]
    assert [path.name for path in found] == ["station 0.station", "station 1.station"]
