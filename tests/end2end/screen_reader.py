"""Reads the windows of a program as a screen reader does, over the accessibility bus, and writes what it was told.

It runs in a D-Bus session of its own: `dbus-run-session -- python screen_reader.py OUT TITLE ENTRY COMMAND…` starts the
command, waits until the bus knows a window whose title has TITLE, gives the command ENTRY of its menus, and writes a
JSON list of what can be seen then into OUT: [depth, role, name]. jeepney speaks D-Bus; on Linux keyring brings it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
ROOT: Final = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACTION: Final = "org.a11y.atspi.Action"
SHOWING: Final = 25
"""Number of the state "can be seen" (atspi-constants.h)."""
WINDOW: Final = 2
"""Depth of windows: under the registry stand programs, under them their windows."""
PATIENCE_S: Final = 60.0
DEPTH: Final = 9
CHILDREN: Final = 60


class Told(NamedTuple):
    """What the bus tells of one part."""

    depth: int
    role: str
    name: str
    shows: bool
    place: tuple[str, str]


def main() -> int:
    """Start the program, read it, end it."""
    out, title, entry, *command = sys.argv[1:]
    bus = _accessibility_bus()
    program = subprocess.Popen(command, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        before = _wait(bus, program, title)
        _press(bus, before, entry)
        told = _wait(bus, program, title)
    finally:
        program.terminate()
        program.wait(PATIENCE_S)
    Path(out).write_text(json.dumps([(it.depth, it.role, it.name) for it in told if it.shows]), encoding="utf-8")
    return 0 if told else 1


def _accessibility_bus() -> DBusConnection:
    with open_dbus_connection("SESSION") as session:
        reply = session.send_and_get_reply(
            new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        )
    return open_dbus_connection(reply.body[0])


def _wait(bus: DBusConnection, program: subprocess.Popen[bytes], title: str) -> list[Told]:
    """Return what is told of the windows once one has the title and all is told as a moment before."""
    until = time.monotonic() + PATIENCE_S
    before: list[Told] = []
    while program.poll() is None and time.monotonic() < until:
        time.sleep(1)
        told = list(_read(bus, ROOT, 0))
        if told == before and any(title in it.name for it in told if it.depth == WINDOW):
            return told
        before = told
    return []


def _press(bus: DBusConnection, told: list[Told], entry: str) -> None:
    """Give a command of the menus, as a screen reader does."""
    found = next(it for it in told if it.role == "menu item" and it.name == entry)
    _call(bus, DBusAddress(found.place[1], found.place[0], ACTION), "DoAction", "i", (0,))


def _read(bus: DBusConnection, place: tuple[str, str], depth: int, *, shows: bool = True) -> Iterator[Told]:
    service, path = place
    at = DBusAddress(path, service, ACCESSIBLE)
    if depth:
        states = _call(bus, at, "GetState")
        shows = shows and (bool(states[0] >> SHOWING & 1) or depth < WINDOW)
        yield Told(depth, _call(bus, at, "GetRoleName"), _property(bus, at, "Name"), shows, place)
    if depth < DEPTH:
        for child in _call(bus, at, "GetChildren")[:CHILDREN]:
            yield from _read(bus, tuple(child), depth + 1, shows=shows)


def _call(bus: DBusConnection, at: DBusAddress, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
    reply = bus.send_and_get_reply(new_method_call(at, method, signature or None, body))
    return reply.body[0]


def _property(bus: DBusConnection, at: DBusAddress, name: str) -> str:
    reply = bus.send_and_get_reply(Properties(at).get(name))
    return str(reply.body[0][1])


if __name__ == "__main__":
    sys.exit(main())
