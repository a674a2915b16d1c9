"""Walks through the kiosk as somebody does who hears it: reads each page over the accessibility bus, presses by name.

It runs in a D-Bus session of its own: `dbus-run-session -- python kiosk_reader.py STEPS OUT COMMAND…`. STEPS is JSON,
[[page, name to press], …]; a name counts for what begins with it. OUT gets {page: [[role, name], …]}.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from jeepney import DBusAddress
from jeepney.io.blocking import DBusConnection

from tests.end2end.screen_reader import ACTION, PATIENCE_S, ROOT, Told, _accessibility_bus, _call, _read

_PAUSE_S: Final = 0.15


def main() -> int:
    """Start the kiosk, walk through it, end it."""
    steps, out, *command = sys.argv[1:]
    bus = _accessibility_bus()
    program = subprocess.Popen(command, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    heard: dict[str, list[tuple[str, str]]] = {}
    told: list[Told] = []
    try:
        for page, name in json.loads(Path(steps).read_text(encoding="utf-8")):
            if name:
                _press(bus, told, name)
            told = _heard(bus, program, told)
            heard[page] = [(it.role, it.name) for it in told if it.shows]
    finally:
        program.terminate()
        program.wait(PATIENCE_S)
    Path(out).write_text(json.dumps(heard), encoding="utf-8")
    return 0


def _heard(bus: DBusConnection, program: subprocess.Popen[bytes], before: list[Told]) -> list[Told]:
    """Return what is told once it is other than before, and twice the same."""
    until = time.monotonic() + PATIENCE_S
    last: list[Told] = []
    while program.poll() is None and time.monotonic() < until:
        time.sleep(_PAUSE_S)
        try:
            told = list(_read(bus, ROOT, 0))
        except KeyError:  # what was about to be asked is gone
            continue
        if told == last and told != before and any(it.role == "push button" for it in told):
            return told
        last = told
    raise TimeoutError(f"nothing new is told; {len(last)} parts are there")


def _press(bus: DBusConnection, told: list[Told], name: str) -> None:
    found = next((it for it in told if it.shows and it.role != "label" and it.name.startswith(name)), None)
    if found is None:
        raise LookupError(f"{name} is not among {[(it.role, it.name) for it in told if it.shows]}")
    _call(bus, DBusAddress(found.place[1], found.place[0], ACTION), "DoAction", "i", (0,))


if __name__ == "__main__":
    sys.exit(main())
