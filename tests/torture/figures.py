"""What a trial counts, and what that has to be."""

from dataclasses import dataclass
from typing import Final

SEED: Final = 20251223
"""Of the chance in every trial: the same is tried each time."""


@dataclass(frozen=True)
class Figure:
    """A count and what it has to be: nought, or for a control anything but nought."""

    name: str
    count: int
    of: int
    control: bool = False

    @property
    def short(self) -> bool:
        """Tell whether the bar is missed."""
        return (self.count > 0) != self.control

    def line(self) -> str:
        """Return the name, the figure, the bar and "ok" or "short"."""
        bar = ">0" if self.control else "0"
        return f"{self.name:<58} {self.count:>9} {bar:>4} {'short' if self.short else 'ok':<6} of {self.of:,}"


@dataclass(frozen=True)
class Skipped:
    """A figure that this machine cannot give."""

    name: str
    why: str
    short: bool = False

    def line(self) -> str:
        """Return the name, that it was skipped, and why."""
        return f"{self.name:<58} {'-':>9} {'0':>4} skipped {self.why}"
