"""With a screen the window opens on it: the real platform plugin of X11, on a screen that nobody sees."""

import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from tests.screens import running, screen

MAIN: Final = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE_S: Final = 60.0

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="xvfb is not installed")


def test_the_window_opens_on_a_screen(tmp_path: Path) -> None:
    with (
        screen(tmp_path, "1440x900") as shown,
        running(sys.executable, MAIN, "window", DISPLAY=shown.display) as program,
    ):
        until = time.monotonic() + PATIENCE_S
        while program.poll() is None and shown.drawn() < 0.02 and time.monotonic() < until:
            time.sleep(0.1)
        assert program.poll() is None, program.stderr.read() if program.stderr else ""
        assert shown.drawn() >= 0.02
        program.send_signal(signal.SIGTERM)
        said = program.communicate(timeout=PATIENCE_S)
    assert (program.returncode, *said) == (0, "", "")
