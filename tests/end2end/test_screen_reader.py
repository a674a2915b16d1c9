"""What a screen reader on a desktop hears of the program: the accessibility bus of the system, with nothing between."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from showcase.app import create_file, open_app
from tests.end2end.test_on_a_screen import MAIN, PATIENCE_S
from tests.factories import make_organisation
from tests.screens import running

READER: Final = Path(__file__).with_name("screen_reader.py")
LAUNCHERS: Final = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
NEEDED: Final = shutil.which("Xvfb") and shutil.which("dbus-run-session") and any(map(Path.exists, LAUNCHERS))

pytestmark = pytest.mark.skipif(not NEEDED, reason="xvfb, dbus or at-spi2-core is not installed")


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "hội nghị.showcase"
    create_file(path, ("vi", "en"), {"name.en": "Sample City Summit"})
    app = open_app(path)
    with app.transaction() as session:
        make_organisation(session, "Công ty Đèn Sao Mai", [("A", "A1")], name_en="Morning Star Lamps")
        make_organisation(session, "Đại học Ngày Mới", name_en="New Day University", kind="university")
    app.close()
    return path


def _read(event: Path, entry: str, language: str) -> list[tuple[int, str, str]]:
    """Open the window on an event, give a command of its menus, and return what can be seen: (depth, role, name)."""
    out = event.with_suffix(".json")
    screen = ("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
    with running(*screen) as server:
        assert server.stdout is not None
        display = server.stdout.readline().strip()
        variables = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        done = subprocess.run(
            [
                "dbus-run-session",
                "--",
                sys.executable,
                READER,
                out,
                "Sample City",
                entry,
                sys.executable,
                MAIN,
                "window",
                event,
            ],
            env={**variables, "DISPLAY": f":{display}", "SHOWCASE_LANGUAGE": language},
            capture_output=True,
            encoding="utf-8",
            timeout=4 * PATIENCE_S,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    read: list[Any] = json.loads(out.read_text(encoding="utf-8"))
    return [tuple(told) for told in read]


@pytest.mark.parametrize(
    ("language", "entry", "side", "cells"),
    [
        ("en", "Organisations", {"Overview", "Products", "Settings"}, {"Morning Star Lamps", "University"}),
        ("vi", "Tổ chức", {"Tổng quan", "Sản phẩm", "Cài đặt"}, {"Công ty Đèn Sao Mai", "Đại học"}),
    ],
)
def test_the_bus_tells_the_window_its_side_list_and_its_table(event, language, entry, side, cells):
    told = _read(event, entry, language)
    roles = {role: {name for _depth, of, name in told if of == role} for _depth, role, _name in told}
    assert any("Sample City Summit" in name for name in roles["frame"])
    assert side <= roles["list item"]
    assert entry in roles["table"]
    assert cells <= roles["table cell" if "table cell" in roles else "cell"]
    assert len(roles["column header"]) > 5
    nameless = [
        role for _depth, role, name in told if role in {"push button", "check box", "text", "table"} and not name
    ]
    assert nameless == []
