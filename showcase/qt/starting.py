"""A program on the screen in two steps: its first picture, then all of it, made when that one stands."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_BUG: Final = 70
"""Exit code when the program itself is at fault (EX_SOFTWARE)."""


class FirstScreen(Protocol):
    """A window with its first picture."""

    def show(self, then: Callable[[], object]) -> None:
        """Show it, and call `then` when its first picture stands."""

    def close(self) -> None:
        """Take it away."""


class OnScreen(Protocol):
    """What runs on a screen."""

    def on_painted(self) -> None:
        """Begin what the first picture did not need."""

    def close(self) -> None:
        """Take it off the screen and put everything away."""


S = TypeVar("S", bound=FirstScreen)
R = TypeVar("R", bound=OnScreen)


class Start(Generic[S, R]):
    """Shows a first picture, and makes what runs when that one stands.

    Args:
        screen: has the first picture.
        make: returns what runs on that screen; it takes longer to import than the picture to show.

    Attributes:
        running: what was made, None until then.
    """

    def __init__(self, screen: S, make: Callable[[], R]) -> None:
        self.screen, self._make = screen, make
        self.running: R | None = None

    def show(self, made: Callable[[R], object]) -> None:
        """Show it; `made` hears of what runs before that begins."""

        def begin() -> None:
            with ExitStack() as failed:  # a picture that stands alone looks as if something ran
                failed.callback(QCoreApplication.exit, _BUG)
                self.running = self._make()
                made(self.running)
                self.running.on_painted()
                failed.pop_all()

        self.screen.show(begin)

    def close(self) -> None:
        """Put everything away."""
        if self.running is not None:
            self.running.close()
        else:
            self.screen.close()
