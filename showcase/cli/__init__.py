"""The command line: a command parses, calls one use case and says what came of it."""

from showcase.cli.running import main

__all__ = ["main"]
