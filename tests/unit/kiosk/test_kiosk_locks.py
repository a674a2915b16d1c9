"""The lock self-test says what is so: each way in which a machine can answer, and a real X server."""

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from showcase.cli.running import main
from showcase.kiosk.locks.checking import Level, check, level
from showcase.kiosk.locks.finding import State
from showcase.kiosk.locks.machine import ThisMachine
from showcase.messages import LANGUAGES
from tests.screens import running, screen

KEYBOARD = 'N: Name="Desk Keyboard"\nH: Handlers=sysrq kbd leds event3\nB: EV=120013\n\n'
BUTTON = 'N: Name="Power Button"\nH: Handlers=kbd event0\nB: EV=3\n\n'


@dataclass
class Made:
    """A machine that answers as one could."""

    environment: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    above: list[list[str]] = field(default_factory=list)
    name: str = "kiosk"
    member: list[str] | None = field(default_factory=list)
    manager: str | None = None
    blanks: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    taskbar: bool | None = None

    def read(self, path: str) -> str | None:
        return self.texts.get(path)

    def files(self, folder: str) -> list[str]:
        return [path for path in self.texts if path.startswith(folder)]

    def ask(self, *command: str) -> str | None:
        return self.answers.get(" ".join(command))

    def parents(self) -> list[list[str]]:
        return self.above

    def account(self) -> str:
        return self.name

    def groups(self) -> list[str] | None:
        return self.member

    def window_manager(self) -> str | None:
        return self.manager

    def blanks_after(self) -> int | None:
        return self.blanks

    def registry(self, root: str, path: str, name: str) -> str | None:
        assert root in {"machine", "user"}
        assert "\\" in path
        return self.values.get(name)

    def has_taskbar(self) -> bool | None:
        return self.taskbar


def found(machine: Made, platform: str = "linux") -> dict[str, str]:
    """Return the reason of each line; every one has its words in every language."""
    findings = check(machine, platform)
    for finding in findings:
        for language in LANGUAGES:
            assert finding.title(language)
            assert "{" not in finding.sentence(language)
    return {finding.name: finding.reason for finding in findings}


CAGE = Made(
    environment={"WAYLAND_DISPLAY": "wayland-0"},
    texts={"/proc/bus/input/devices": BUTTON},
    above=[["/usr/bin/python3", "-m", "showcase", "kiosk"], ["/usr/bin/cage", "-d", "--", "showcase", "kiosk", "-s"]],
    answers={
        "busctl --user --no-legend list": "org.freedesktop.systemd1 1 systemd",
        "systemctl is-enabled showcase-kiosk@tty1.service": "enabled\n",
    },
)
DESKTOP = Made(
    environment={"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"},
    texts={"/proc/bus/input/devices": BUTTON + KEYBOARD, "/etc/gdm3/custom.conf": "#AutomaticLogin=kiosk\n"},
    answers={
        "busctl --user --no-legend list": "org.freedesktop.Notifications 2 gnome-shell",
        "gsettings get org.gnome.desktop.session idle-delay": "uint32 300\n",
        "gsettings get org.gnome.desktop.notifications show-banners": "true\n",
    },
    member=["kiosk", "sudo"],
)


def test_cage_with_a_unit_is_locked_but_for_what_nobody_can_see():
    assert found(CAGE) == {
        "session": "session_kiosk",
        "shortcuts": "shortcuts_none",
        "terminals": "terminals_off",
        "keyboard": "keyboard_none",
        "blanking": "blanking_off",
        "notifications": "notifications_none",
        "account": "account_plain",
        "login": "login_on",
        "sockets": "sockets_unknown",
    }
    assert level(check(CAGE, "linux")) is Level.SYSTEM


def test_a_desktop_is_open_and_each_line_says_why():
    assert found(DESKTOP) == {
        "session": "session_desktop",
        "shortcuts": "shortcuts_left",
        "terminals": "terminals_unknown",
        "keyboard": "keyboard_there",
        "blanking": "blanking_on",
        "notifications": "notifications_shown",
        "account": "account_mighty",
        "login": "login_off",
        "sockets": "sockets_unknown",
    }
    findings = {finding.name: finding for finding in check(DESKTOP, "linux")}
    assert findings["keyboard"].sentence("en") == "A keyboard is attached: Desk Keyboard. Take it away."
    assert findings["blanking"].sentence("en") == "The screen goes dark after 5 minutes without a touch."
    assert level(list(findings.values())) is Level.APP


def test_cage_that_lets_consoles_be_reached_is_open():
    asked = Made(environment=CAGE.environment, above=[["cage", "-s", "--", "showcase", "kiosk"]])
    assert found(asked)["terminals"] == "terminals_cage"
    assert level(check(asked, "linux")) is Level.APP


@pytest.mark.parametrize(
    ("settings", "reason"),
    [({}, "terminals_on"), ({"/etc/X11/xorg.conf.d/9.conf": ' Option "DontVTSwitch" "on"\n'}, "terminals_off")],
)
def test_x11_without_a_window_manager_hides_nothing_behind_the_kiosk(settings, reason):
    bare = Made(manager="", blanks=0, texts=settings)
    assert found(bare) | {"session": "session_bare", "blanking": "blanking_off", "terminals": reason} == found(bare)
    managed = Made(manager="Openbox", blanks=600, texts=settings)
    assert found(managed)["session"] == "session_desktop"


def test_gnome_kiosk_is_known_by_its_name():
    machine = Made(
        environment={"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "GNOME-Kiosk:GNOME"},
        answers={"gsettings get org.gnome.desktop.session idle-delay": "uint32 0\n"},
        texts={"/etc/gdm/custom.conf": "[daemon]\nAutomaticLogin=kiosk\n"},
    )
    reasons = found(machine)
    assert (reasons["session"], reasons["blanking"], reasons["login"]) == ("session_kiosk", "blanking_off", "login_on")
    assert level(check(machine, "linux")) is Level.SYSTEM, "consoles are for somebody to try"


def test_what_cannot_be_found_out_is_said_to_be_so():
    reasons = found(Made(member=None))
    assert {reason.rpartition("_")[2] for reason in reasons.values()} == {"unknown"}
    assert level(check(Made(), "linux")) is Level.UNKNOWN
    elsewhere = check(Made(), "darwin")
    assert {finding.state for finding in elsewhere} == {State.UNKNOWN}
    assert found(Made(), "darwin").keys() == {finding.name for finding in elsewhere}


def test_windows_is_locked_by_a_shell_of_its_own_and_the_keyboard_filter():
    locked = Made(
        taskbar=False,
        answers={"sc query MsKeyboardFilter": "STATE : 4  RUNNING"},
        values={
            "Flags": "506",
            "AllowEdgeSwipe": "0",
            "ToastEnabled": "0",
            "AutoAdminLogon": "1",
            "DefaultUserName": "Kiosk",
        },
    )
    assert found(locked, "win32") == {
        "session": "session_bare",
        "shortcuts": "shortcuts_filter",
        "sticky": "sticky_off",
        "edges": "edges_off",
        "keyboard": "keyboard_unknown",
        "blanking": "blanking_unknown",
        "notifications": "notifications_off",
        "account": "account_plain",
        "login": "login_on",
        "sockets": "sockets_unknown",
    }
    assert level(check(locked, "win32")) is Level.SYSTEM


def test_windows_as_it_comes_is_open():
    values = {"Flags": "510", "ScreenSaveActive": "1", "SCRNSAVE.EXE": "a.scr", "ScreenSaveTimeOut": "300"}
    machine = Made(taskbar=True, member=["administrators"], values=values)
    assert {finding.reason for finding in check(machine, "win32") if finding.state is State.OPEN} == {
        "session_desktop",
        "shortcuts_left",
        "sticky_on",
        "edges_on",
        "blanking_on",
        "notifications_shown",
        "account_mighty",
        "login_off",
    }
    stopped = Made(taskbar=False, answers={"sc query MsKeyboardFilter": "STATE : 1  STOPPED"})
    assert found(stopped, "win32")["shortcuts"] == "shortcuts_filter_off"
    assert found(stopped, "win32")["edges"] == "edges_unknown"
    assert level(check(stopped, "win32")) is Level.APP


def test_this_machine_can_be_asked_and_refuses_with_nothing():
    machine = ThisMachine()
    assert machine.read("/nothing/here") is None
    assert machine.files("/nothing/here") == []
    assert machine.ask("no-such-command-at-all") is None
    assert machine.account()
    if sys.platform == "linux":
        assert machine.parents()
        assert machine.registry("user", "a", "b") is None
        assert machine.has_taskbar() is None


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="xvfb is not installed")
def test_a_real_x_server_says_who_manages_windows_and_when_it_goes_dark(tmp_path: Path, monkeypatch):
    machine = ThisMachine()
    monkeypatch.setenv("DISPLAY", ":no-such-screen")
    assert (machine.window_manager(), machine.blanks_after()) == (None, None)
    with screen(tmp_path, "320x240") as shown:
        monkeypatch.setenv("DISPLAY", shown.display)
        assert machine.window_manager() == ""
        assert machine.blanks_after() == 600, "as a server starts"


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xprop")), reason="xvfb or xprop is not installed")
def test_a_window_manager_is_known_by_its_name_and_one_that_has_gone_ends_nothing(tmp_path: Path, monkeypatch):
    machine = ThisMachine()
    with screen(tmp_path, "320x240") as shown:
        monkeypatch.setenv("DISPLAY", shown.display)

        def say(*words: str) -> None:
            with running("xprop", "-root", *words, DISPLAY=shown.display) as program:
                assert program.wait(30) == 0

        say("-f", "_NET_SUPPORTING_WM_CHECK", "32x", "-set", "_NET_SUPPORTING_WM_CHECK", "0x7fffff01")
        assert machine.window_manager() == "?", "its window is not there"


def test_the_command_says_each_lock_and_gives_them_as_json(summit: Path, capsys, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    assert main(["kiosk", "--event", str(summit), "check", "--json"]) == 1, "there is no PIN"
    said = capsys.readouterr()
    result = json.loads(said.out)
    states = {line["name"]: line["state"] for line in result["findings"]}
    assert states["pin"] == "open"
    assert states["sockets"] == "unknown"
    assert result["level"] in set(Level)
    assert all(line["words"] in said.err for line in result["findings"])
