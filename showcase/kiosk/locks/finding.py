"""What was found out about one lock, and what of a machine is asked to find it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from showcase.messages import message


class State(StrEnum):
    """How a lock stands."""

    LOCKED = "locked"
    OPEN = "open"
    UNKNOWN = "unknown"
    """No program can tell here: somebody has to look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check.

    Args:
        name: of the lock.
        state: how it stands.
        reason: key of the sentence that says why, without its domain.
        values: what the sentence names.
    """

    name: str
    state: State
    reason: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """Return what the lock is called."""
        return message(f"kiosklock.title_{self.name}", language)

    def sentence(self, language: str) -> str:
        """Return what was found and why it matters."""
        return message(f"kiosklock.{self.reason}", language, **self.values)


class Machine(Protocol):
    """What of the machine is asked. Nothing of it raises: what cannot be read is None or empty."""

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables of this process."""

    def read(self, path: str) -> str | None:
        """Return a text file; None where it cannot be read."""

    def files(self, folder: str) -> list[str]:
        """Return the paths of the files in a folder."""

    def ask(self, *command: str) -> str | None:
        """Return what a command of the system says; None where it is missing, refuses or takes too long."""

    def parents(self) -> list[list[str]]:
        """Return the command line of each process this one descends from, the nearest first."""

    def account(self) -> str:
        """Return the name of the account this program runs under."""

    def groups(self) -> list[str] | None:
        """Return the groups of the account, "root" for the administrator; None where the system has no such thing."""

    def window_manager(self) -> str | None:
        """Return the name of X11's window manager, "" for none; None where there is no X11 to ask."""

    def blanks_after(self) -> int | None:
        """Return the seconds after which X11 blanks the screen, 0 for never; None where there is no X11 to ask."""

    def registry(self, root: str, path: str, name: str) -> str | None:
        """Return a value of the registry of Windows; None elsewhere and where it is missing."""

    def has_taskbar(self) -> bool | None:
        """Tell whether the desktop of Windows is there; None elsewhere."""
