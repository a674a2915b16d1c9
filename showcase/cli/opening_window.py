"""`showcase` and `showcase window`: open the window on an event, the last one, or the start page."""

import sys
from argparse import Namespace

from showcase.cli.output import Output
from showcase.cli.screen import require_screen


def run(asked: Namespace, output: Output) -> int:
    """Open the window and stay until it is closed."""
    del output
    require_screen()
    path = getattr(asked, "file", None) or asked.event
    from showcase.office.window import run as run_window

    sys.argv = sys.argv[:1]
    return run_window(path)
