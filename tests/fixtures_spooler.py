"""A stand-in for the commands of CUPS: lp, lpstat and lpoptions that answer what a test tells them to.

They are not our code: the program runs them as it runs those of the system, found on the path.
"""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

_LPSTAT = """#!/bin/sh
if [ "$1" = -e ]; then cat "{folder}/names"; else cat "{folder}/told"; fi
"""
_LP = """#!/bin/sh
if [ -f "{folder}/hangs" ]; then exec sleep 30; fi
if [ -s "{folder}/refusal" ]; then cat "{folder}/refusal" >&2; exit 1; fi
for word in "$@"; do printf '%s\\n' "$word"; done > "{folder}/words"
for file in "$@"; do :; done
cat "$file" > "{folder}/taken"
printf 'x' >> "{folder}/times"
echo "request id is $2-7 (1 file(s))"
"""
_LPOPTIONS = """#!/bin/sh
cat "{folder}/options"
"""


class Spooler:
    """What the stand-in answers, and what it was given.

    Args:
        folder: where its commands and its answers lie.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in (("lpstat", _LPSTAT), ("lp", _LP), ("lpoptions", _LPOPTIONS)):
            file = folder / name
            file.write_text(text.format(folder=folder), encoding="utf-8")
            file.chmod(file.stat().st_mode | stat.S_IXUSR)
        self.has([])
        self._write("options", "")

    def has(self, printers: Sequence[str], told: str = "", default: str = "") -> None:
        """Have printers, and say of them what lpstat -p -a -d says."""
        self._write("names", "".join(f"{name}\n" for name in printers))
        last = f"system default destination: {default}\n" if default else "no system default destination\n"
        self._write("told", told + last)

    def pauses(self, printer: str, why: str = "") -> None:
        """Have a printer that is paused."""
        told = f"printer {printer} disabled since Fri Nov 27 17:42:00 2026 -\n\t{why or 'reason unknown'}\n"
        self.has([printer], told + f"{printer} accepting requests since Fri Nov 27 17:42:00 2026\n")

    def refuses(self, said: str) -> None:
        """Have lp refuse what it is given; "" takes it."""
        self._write("refusal", f"lp: {said}\n" if said else "")

    def hangs(self) -> None:
        """Have lp not answer."""
        self._write("hangs", "")

    def trays(self, *names: str) -> None:
        """Have trays."""
        self._write("options", f"PageSize/Media Size: *A4\nInputSlot/Media Source: {' '.join(names)}\n")

    def papers(self, names: str) -> None:
        """Have papers, as lpoptions tells them."""
        self._write("options", f"PageSize/Media Size: {names}\n" if names else "")

    @property
    def words(self) -> list[str]:
        """What lp was called with last; nothing when it took nothing."""
        file = self.folder / "words"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    @property
    def taken(self) -> bytes:
        """The bytes of the file that it took last."""
        return (self.folder / "taken").read_bytes()

    @property
    def times(self) -> int:
        """How many files it took."""
        file = self.folder / "times"
        return len(file.read_text(encoding="utf-8")) if file.exists() else 0

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def spooler(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Spooler:
    """Return the stand-in, first on the path; it has no printers yet."""
    if sys.platform == "win32":
        pytest.skip("CUPS is not on Windows")
    folder = tmp_path_factory.mktemp("spooler")
    made = Spooler(folder)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return made
