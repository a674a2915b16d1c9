"""A scanner at a serial port, played by the other end of a pseudo-terminal: codes, pulled out and back, busy."""

import errno
import os
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial
from PySide6.QtCore import Qt
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from showcase.leads.kinds import Method, Verdict
from showcase.leads.selftest import TEST_DIGITS
from showcase.messages import LANGUAGES, message
from showcase.scanner import serialreader
from showcase.scanner.ports import Choice, Port, find_device, state_of
from showcase.text import bound
from tests.fixtures_kiosk import comes
from tests.fixtures_scanner import press, still, touch, words
from tests.pausing import pause


class Plug:
    """A scanner that is plugged in and pulled out; the cable has a name that stays."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ends: list[int] = []
        self.plug_in()

    def plug_in(self) -> None:
        own, other = os.openpty()
        tty.setraw(other)
        self.place.symlink_to(os.ttyname(other))
        self._ends = [own, other]

    def pull_out(self) -> None:
        self.place.unlink(missing_ok=True)
        for end in self._ends:
            os.close(end)
        self._ends = []

    def send(self, text: str) -> None:
        os.write(self._ends[0], text.encode())

    def pour(self, text: str) -> int:
        """Send as much as goes in, and return how much that was."""
        os.set_blocking(self._ends[0], False)
        try:
            return os.write(self._ends[0], text.encode())
        except BlockingIOError:
            return 0
        finally:
            os.set_blocking(self._ends[0], True)


@pytest.fixture
def plug(tmp_path: Path) -> Iterator[Plug]:
    plug = Plug(tmp_path / "scanner")
    yield plug
    plug.pull_out()


@pytest.fixture
def listening(fair, scan, plug, monkeypatch):
    """Return a scanner on the screen that reads the plug."""
    monkeypatch.setattr(serialreader, "_AGAIN_S", 0.1)

    def begin(**options):
        running = scan(fair.station(booth="A12"), **options)
        running.scanner.serial_.choose(str(plug.place))
        assert comes(lambda: running.scanner.serial_.reader.state == "open")
        still(running)
        return running

    return begin


def _sent(running, plug: Plug, text: str) -> None:
    """Send a code and wait for its verdict."""
    seen: list[int] = []
    running.scanner.panel_.changed.connect(lambda: seen.append(1))
    plug.send(text)
    assert comes(lambda: bool(seen)), "no verdict came"
    still(running)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", ""])
def test_a_badge_at_the_serial_port_becomes_a_lead(fair, listening, plug, end) -> None:
    badge = fair.badge(family_name="Lê", given_name="Văn Phước")
    running = listening()
    _sent(running, plug, badge.token + end)
    assert {"Valid", "Lê Văn Phước"} <= words(running)
    capture = running.scanner.desk.capture
    assert [lead.name for lead in capture.leads()] == ["Lê Văn Phước"]
    assert ("The scanner sends no Enter" in words(running)) is (end == "")
    with running.scanner.desk.station.reading() as session:
        from showcase.leads.facts import list_facts

        assert [fact.method for fact in list_facts(session)] == [Method.SERIAL]


def test_two_badges_in_one_breath_are_two_leads_and_one_held_counts_once(fair, listening, plug) -> None:
    first, second = fair.badge(), fair.badge()
    running = listening()
    plug.send(f"{first.token}\r\n{second.token}\r\n{second.token}\r\n")
    assert comes(lambda: len(running.scanner.desk.capture.leads()) == 2)
    still(running)
    assert [lead.scans for lead in running.scanner.desk.capture.leads()] == [1, 1]


def test_what_the_scanner_puts_around_a_code_is_set_up_once(fair, listening, plug) -> None:
    badge = fair.badge()
    running = listening()
    running.scanner.check_.typeAround("ID:", "#")
    still(running)
    pause(120)
    _sent(running, plug, f"ID:{badge.token}#")
    assert running.scanner.panel_._outcome.verdict is Verdict.VALID


def test_a_scanner_that_is_pulled_out_is_said_and_goes_on_by_itself(fair, listening, plug) -> None:
    first, second = fair.badge(), fair.badge()
    running = listening()
    _sent(running, plug, f"{first.token}\r")
    plug.send(second.token[:90])
    pause(60)
    plug.pull_out()
    assert comes(lambda: running.scanner.serial_.reader.state == "gone")
    running.scanner.home()
    assert comes(lambda: any("is unplugged" in text for text in words(running)))
    plug.plug_in()
    assert comes(lambda: running.scanner.serial_.reader.state == "open")
    assert comes(lambda: not any("is unplugged" in text for text in words(running)))
    _sent(running, plug, f"{second.token}\r")
    assert len(running.scanner.desk.capture.leads()) == 2, "half a code from before is not in front of it"


def test_the_port_is_remembered(fair, scan, listening, plug) -> None:
    badge = fair.badge()
    running = listening()
    running.scanner.serial_.close()
    again = scan(running.scanner.desk.station.path)
    assert comes(lambda: again.scanner.serial_.reader.state == "open")
    _sent(again, plug, f"{badge.token}\r")
    assert "Valid" in words(again)


def test_a_port_that_another_program_holds_is_said_and_opened_when_it_is_free(fair, scan, plug, monkeypatch) -> None:
    monkeypatch.setattr(serialreader, "_AGAIN_S", 0.1)
    badge = fair.badge()
    running = scan(fair.station(booth="A12"))
    with serial.Serial(str(plug.place), exclusive=True):
        running.scanner.serial_.choose(str(plug.place))
        assert comes(lambda: running.scanner.serial_.reader.state == "busy")
        assert comes(lambda: any("Another program uses" in text for text in words(running)))
    assert comes(lambda: running.scanner.serial_.reader.state == "open")
    _sent(running, plug, f"{badge.token}\r")
    assert "Valid" in words(running)


def test_what_is_no_port_is_refused_with_a_sentence(fair, scan, tmp_path) -> None:
    (tmp_path / "text").write_text("none")
    running = scan(fair.station(booth="A12"))
    running.scanner.serial_.choose(str(tmp_path / "text"))
    assert comes(lambda: running.scanner.serial_.reader.state == "failed")
    assert comes(lambda: any("it may be no scanner" in text for text in words(running)))


def test_a_port_that_pours_out_nonsense_is_read_one_line_after_the_other(fair, listening, plug) -> None:
    badge = fair.badge()
    running = listening()
    tasks = running.scanner.tasks
    most = poured = 0
    for turn in range(300):
        poured += plug.pour(
            "".join(f"$GPGGA,{turn:06d}{line:02d},3751.65,S,14507.36,E,1,08,0.9\r\n" for line in range(20))
        )
        pause(5)
        most = max(most, tasks.running)
    assert poured > 20_000
    assert most <= 6, "what comes faster than it can be noted waits in the port"
    assert running.scanner.panel_.word == "Not ours"
    running.scanner.serial_.choose(str(plug.place))
    assert running.scanner.serial_.reader.state == "off"
    still(running)
    plug.pull_out()
    plug.plug_in()
    running.scanner.serial_.choose(str(plug.place))
    assert comes(lambda: running.scanner.serial_.reader.state == "open")
    _sent(running, plug, f"{badge.token}\r")
    assert "Valid" in words(running)


def said(key: str, language: str, **params: object) -> str:
    """Return a text as the screen shows it."""
    return bound(message(key, language, **params), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_port_is_chosen_and_tried_on_the_test_page(fair, scan, plug, monkeypatch, language) -> None:
    known = ListPortInfo(str(plug.place))
    known.description = "Honeywell 1900"
    monkeypatch.setattr(list_ports, "comports", lambda: [known])
    name = f"Honeywell 1900 ({plug.place.name})"
    running = scan(fair.station(booth="A12"), language=language)
    press(running, Qt.Key.Key_F1)
    touch(running, said("serial.nothing_comes", language))
    assert comes(lambda: said("serial.off", language) in words(running))
    touch(running, name)
    assert comes(lambda: said("serial.open", language, port=name) in words(running))
    plug.send(f"{TEST_DIGITS}\r")
    assert comes(lambda: running.scanner.check_.codes[0]["passed"])
    assert running.scanner.page == "test", "a test code opens no verdict here"
    touch(running, said("serial.rate", language, rate=9600))
    assert comes(lambda: said("serial.rate", language, rate=19200) in words(running))
    assert comes(lambda: running.scanner.serial_.reader.state == "open")
    touch(running, name)
    assert running.scanner.serial_.reader.state == "off"
    assert comes(lambda: said("serial.off", language) in words(running))


def test_a_scanner_is_found_again_under_another_name() -> None:
    choice = Choice("/dev/ttyACM0", "0c2e:0901:77")
    scanner = Port("/dev/ttyACM1", "Scanner", "0c2e:0901:77")
    board = Port("/dev/ttyACM0", "Board", "2341:0043:1")
    assert find_device(choice, [board, scanner]) == "/dev/ttyACM1"
    assert find_device(choice, [board]) is None, "what has its old name is something else"
    twin = Port("/dev/ttyACM0", "Scanner", "0c2e:0901:77")
    assert find_device(choice, [scanner, twin]) == "/dev/ttyACM0"
    assert find_device(Choice("/nowhere/ttyS0"), [board]) is None


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (serial.SerialException(errno.EAGAIN, "Could not exclusively lock port"), "busy"),
        (serial.SerialException(errno.EBUSY, "Device or resource busy"), "busy"),
        (serial.SerialException(errno.EACCES, "Permission denied"), "denied"),
        (serial.SerialException(errno.ENOENT, "No such file"), "gone"),
        (
            serial.SerialException("could not open port 'COM3': PermissionError(13, 'Access is denied.', None, 5)"),
            "busy",
        ),
        (serial.SerialException("could not open port 'COM3': FileNotFoundError(2, 'no file', None, 2)"), "gone"),
        (serial.SerialException("device reports readiness to read but returned no data"), "gone"),
        (OSError(errno.EIO, "Input/output error"), "gone"),
        (serial.SerialException(errno.ENOTTY, "Inappropriate ioctl"), "failed"),
    ],
)
def test_each_failure_means_something(error, state) -> None:
    assert state_of(error) == state


@pytest.mark.parametrize("kept", [None, "COM3", {}, {"device": 3}, {"device": ""}, []])
def test_settings_that_make_no_sense_choose_no_port(kept) -> None:
    assert Choice.of(kept) is None


def test_a_choice_is_kept_whole() -> None:
    choice = Choice("COM3", "0c2e:0901:77", 115200)
    assert Choice.of(choice.kept()) == choice
    assert Choice.of({"device": "COM3", "rate": 1}) == Choice("COM3")
