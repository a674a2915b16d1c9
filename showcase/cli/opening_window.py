"""`showcase` and `showcase window`: open the window on an event, the last one, or the start page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from showcase.cli.output import Output
from showcase.cli.screen import require_screen

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace


def run(asked: Namespace | SimpleNamespace, output: Output) -> int:
    """Open the window and stay until it is closed."""
    del output
    require_screen()
    path = getattr(asked, "file", None) or asked.event
    from showcase.office.window import run as run_window

    sys.argv = sys.argv[:1]
    return run_window(path)
