"""A screen of X11 that nobody sees, for the tests that need a real one: what is on it, and a hand that touches it."""

import os
import struct
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image


class Screen:
    """A screen that stands.

    Args:
        display: its name for programs, as ":7".
        file: where the server keeps its pixels.
    """

    def __init__(self, display: str, file: Path) -> None:
        self.display = display
        self._file = file

    def picture(self) -> Image.Image:
        """Return what is on it: an X window dump with 32 bits a pixel."""
        content = self._file.read_bytes()
        header, width, height, colours = (struct.unpack_from(">I", content, at)[0] for at in (0, 16, 20, 76))
        return Image.frombytes("RGB", (width, height), content[header + 12 * colours :], "raw", "BGRX")

    def drawn(self) -> float:
        """Return the part of it that is not of its most frequent colour, looking at every 64th pixel."""
        pixels = memoryview(self.picture().convert("RGBA").tobytes()).cast("I")[::64].tolist()
        return 1 - Counter(pixels).most_common(1)[0][1] / len(pixels)

    def hand(self, *words: str) -> None:
        """Move, press and type as xdotool is told to."""
        subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": self.display}, check=True)


@contextmanager
def running(*command: str | Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program that may use a screen, and end it."""
    variables = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    with subprocess.Popen(
        command, env={**variables, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def screen(folder: Path, size: str) -> Iterator[Screen]:
    """Have a screen of a size, as "1440x900"."""
    server = (
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        f"{size}x24",
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
        "-noreset",
    )
    with running(*server) as process:
        assert process.stdout is not None
        display = process.stdout.readline().strip()
        assert display, "Xvfb did not start"
        yield Screen(f":{display}", folder / "Xvfb_screen0")
