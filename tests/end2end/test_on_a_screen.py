"""With a screen the window opens on it: the real platform plugin of X11, on a screen that nobody sees."""

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

MAIN: Final = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE_S: Final = 60.0

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="xvfb is not installed")


@contextmanager
def running(*command: str | Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program, and end it."""
    variables = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    with subprocess.Popen(
        command, env={**variables, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _pixels(screen: Path) -> memoryview:
    """Return the pixels of a screen as Xvfb keeps them: an X window dump with 32 bits a pixel."""
    content = screen.read_bytes()
    header, colours = struct.unpack_from(">I", content)[0], struct.unpack_from(">I", content, 76)[0]
    return memoryview(content)[header + 12 * colours :].cast("I")


def _drawn(screen: Path) -> float:
    """Return the part of the screen that is not of its most frequent colour, looking at every 64th pixel."""
    pixels = _pixels(screen)[::64].tolist()
    return 1 - Counter(pixels).most_common(1)[0][1] / len(pixels)


def test_the_window_opens_on_a_screen(tmp_path: Path) -> None:
    xvfb = ("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-fbdir", str(tmp_path), "-nolisten", "tcp")
    with running(*xvfb) as server:
        assert server.stdout is not None
        display = server.stdout.readline().strip()
        assert display, "Xvfb did not start"
        screen = tmp_path / "Xvfb_screen0"
        with running(sys.executable, MAIN, "window", DISPLAY=f":{display}") as program:
            until = time.monotonic() + PATIENCE_S
            while program.poll() is None and _drawn(screen) < 0.02 and time.monotonic() < until:
                time.sleep(0.1)
            assert program.poll() is None, program.stderr.read() if program.stderr else ""
            assert _drawn(screen) >= 0.02
            program.send_signal(signal.SIGTERM)
            said = program.communicate(timeout=PATIENCE_S)
    assert (program.returncode, *said) == (0, "", "")
