"""What locks the system under a kiosk can be read by that system, and starts commands that are ours."""

import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from showcase.cli.parser import make_parser
from showcase.paths import resource

LINUX, WINDOWS = resource("kiosk", "linux"), resource("kiosk", "windows")
ROOT = Path(__file__).resolve().parents[3]
GUIDE = ROOT / "docs" / "locking-the-kiosk.md"
UNITS = sorted([*LINUX.glob("*.service"), LINUX / "gnome-kiosk.conf"])
SPACE = {"shell": "http://schemas.microsoft.com/ShellLauncher/2018/Configuration"}


def _section(unit: Path) -> configparser.SectionProxy:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(unit.read_text(encoding="utf-8"))
    return read["Service"]


def _settings() -> dict[str, str]:
    lines = (LINUX / "kiosk.conf").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def _commands() -> Iterator[tuple[str, list[str]]]:
    """Yield where a command of ours stands, and its words."""
    for unit in UNITS:
        line = _section(unit)["ExecStart"]
        for name, value in _settings().items():
            line = line.replace(f"${name}", value)
        yield unit.name, line.partition("/bin/showcase ")[2].split()
    shell = ET.parse(WINDOWS / "shell-launcher.xml").find(".//shell:Shell", SPACE)
    assert shell is not None
    yield "shell-launcher.xml", shell.attrib["Shell"].partition("showcase.exe ")[2].split()
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        for words in re.findall(r"showcase(?:\.exe)? (kiosk[^`*|\n]*)", line):
            yield GUIDE.name, words.strip(" .").split()


def test_every_command_is_one_of_ours():
    parser = make_parser("en")
    commands = list(_commands())
    assert len(commands) >= len(UNITS) + 5
    for place, words in commands:
        assert words, place
        asked = parser.parse_args(words)
        assert asked.command == "kiosk", f"{place}: {words}"


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_lets_systemd_hear_the_kiosk_and_lets_staff_end_it(unit):
    service = _section(unit)
    assert service["Type"] == "notify"
    assert service["NotifyAccess"] == "all", "in cage it is not the first process that speaks"
    assert int(service["WatchdogSec"]) >= 20
    assert service["Restart"] == "on-failure", "staff leave with code 0"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_unit(unit, tmp_path, monkeypatch):
    name = unit.name.replace("@", "@tty1")
    text = re.sub(r"/usr/bin/cage|/opt/showcase/bin/showcase", "/bin/true", unit.read_text(encoding="utf-8"))
    if unit.suffix == ".conf":
        name = "org.gnome.Kiosk.Script.service"
        (tmp_path / name).write_text("[Service]\nExecStart=/bin/false\nRestart=always\n")
        (tmp_path / f"{name}.d").mkdir()
        (tmp_path / f"{name}.d" / "showcase.conf").write_text(text)
    else:
        (tmp_path / name).write_text(text)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    whose = () if "@" in name else ("--user",)
    command = ["systemd-analyze", "verify", "--man=no", *whose, str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_windows_starts_it_again_unless_staff_left_it():
    tree = ET.parse(WINDOWS / "shell-launcher.xml")
    profile, used = tree.find(".//shell:Profile[@Id]", SPACE), tree.find(".//shell:Config/shell:Profile", SPACE)
    assert profile is not None
    assert used is not None
    assert profile.attrib["Id"] == used.attrib["Id"]
    actions = {
        one.attrib["ReturnCode"]: one.attrib["Action"] for one in tree.iterfind(".//shell:ReturnCodeAction", SPACE)
    }
    assert actions == {"0": "DoNothing"}
    default = tree.find(".//shell:DefaultAction", SPACE)
    assert default is not None
    assert default.attrib["Action"] == "RestartShell"


def test_the_guide_names_every_file_and_no_other():
    said = GUIDE.read_text(encoding="utf-8")
    files = {file.name for folder in (LINUX, WINDOWS) for file in folder.iterdir()}
    assert [name for name in sorted(files) if name not in said] == []
    named = set(re.findall(r"resources/kiosk/linux/([\w.@-]+)", said)) | set(
        re.findall(r"`([\w-]+\.ps1|[\w-]+\.xml)", said)
    )
    assert named <= files
    assert "locking-the-kiosk.md" in (ROOT / "README.md").read_text(encoding="utf-8")
