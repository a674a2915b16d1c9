"""How long work says how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, total). It may raise `showcase.errors.Cancelled`; the work then leaves nothing half done."""


def no_progress(done: int, total: int) -> None:
    """Tell nobody."""
    del done, total
