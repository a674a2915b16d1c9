"""The lock self-test: each lock with what was found, and in one word who holds the screen."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from showcase.kiosk.locks import linux, windows
from showcase.kiosk.locks.finding import Finding, Machine, State

_HOLDING: Final = ("session", "shortcuts")
"""Without these two there is a way to something else than the kiosk."""
_WAYS: Final = (*_HOLDING, "terminals", "sticky", "edges")
"""Each that is open is such a way."""


class Level(StrEnum):
    """Who holds the screen."""

    SYSTEM = "system"
    """The system shows nothing but the kiosk."""
    APP = "app"
    """Only the program does: there is a way past it."""
    UNKNOWN = "unknown"


def check(machine: Machine, platform: str = sys.platform) -> list[Finding]:
    """Return what was found about each lock of this machine, and what nobody but a person can see."""
    if platform == "linux":
        found = linux.findings(machine)
    elif platform == "win32":
        found = windows.findings(machine)
    else:
        found = [Finding(name, State.UNKNOWN, f"{name}_unknown") for name in _elsewhere()]
    return [*found, Finding("sockets", State.UNKNOWN, "sockets_unknown")]


def pin_finding(*, is_set: bool) -> Finding:
    """Return the line about the PIN of a station."""
    return Finding("pin", State.LOCKED, "pin_set") if is_set else Finding("pin", State.OPEN, "pin_none")


def _elsewhere() -> Sequence[str]:
    """Return the locks that matter on any system; on others than the two none can be found out."""
    return ("session", "shortcuts", "keyboard", "blanking", "notifications", "account", "login")


def level(found: Sequence[Finding]) -> Level:
    """Return who holds the screen."""
    states = {finding.name: finding.state for finding in found}
    if any(states.get(name) is State.OPEN for name in _WAYS):
        return Level.APP
    holds = all(states.get(name) is State.LOCKED for name in _HOLDING)
    return Level.SYSTEM if holds else Level.UNKNOWN
