"""What a command says: sentences on standard output, progress on standard error, with --json one object at the end."""

import json
import shutil
import sys
import time
from collections.abc import Mapping
from typing import Any, Final, TextIO

from showcase.errors import UserError
from showcase.messages import message, sentence
from showcase.progress import Progress

_PAUSE_S: Final = 0.1
"""Between two pictures of the progress on a terminal."""
_STEP_PERCENT: Final = 10
"""Between two lines of progress in a log."""
_SILENT_S: Final = 1.0
"""What is done sooner has no line in a log."""


class UnsaidError(Exception):
    """Nobody takes what is said: the reader has gone, or the file it goes to is full."""


def _say(line: str, stream: TextIO) -> None:
    try:
        print(line, file=stream, flush=True)
    except OSError as reason:
        raise UnsaidError from reason


class Output:
    """Says things in the language of the person.

    Args:
        language: of the interface.
        as_json: sentences go to standard error, so that standard output holds the object alone.
    """

    def __init__(self, language: str, *, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json
        self._drawn = False

    def text(self, key: str, /, **params: Any) -> str:
        """Return a text of the command line in the person's language."""
        return message(f"cli.{key}", self.language, **params)

    def say(self, key: str, /, **params: Any) -> None:
        """Say a sentence."""
        self.line(self.text(key, **params))

    def line(self, line: str) -> None:
        """Say a line that has its words already."""
        self.wipe()
        _say(line, sys.stderr if self.as_json else sys.stdout)

    def explain(self, error: UserError) -> str:
        """Return what an error says."""
        return sentence(error, self.language)

    def complain(self, line: str) -> None:
        """Say on standard error what went wrong."""
        self.wipe()
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - this is the command line

    def result(self, values: Mapping[str, Any]) -> None:
        """Give the object of --json."""
        if self.as_json:
            self.wipe()
            _say(json.dumps(values, ensure_ascii=False, default=str), sys.stdout)

    def progress(self, key: str, /, **params: Any) -> Progress:
        """Return a progress that shows how far the work is: a bar on a terminal, a line now and then in a log."""
        words = self.text(key, **params)
        return self._bar(words) if sys.stderr.isatty() else self._log(words)

    def wipe(self) -> None:
        """Take the bar off the terminal."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False

    def _bar(self, words: str) -> Progress:
        shown_at = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal shown_at
            now = time.monotonic()
            if done < total and now - shown_at < _PAUSE_S:
                return
            shown_at = now
            width = max(10, min(30, shutil.get_terminal_size().columns - len(words) - 12))
            part = min(done / total, 1.0) if total else 1.0
            filled = round(part * width)
            sys.stderr.write(f"\r\x1b[K{words} {'━' * filled}{'╌' * (width - filled)} {part:4.0%}")
            sys.stderr.flush()
            self._drawn = True

        return tell

    def _log(self, words: str) -> Progress:
        told, told_at = -1, time.monotonic()

        def tell(done: int, total: int) -> None:
            nonlocal told, told_at
            percent = 100 * done // total if total else 100
            step = percent // _STEP_PERCENT
            if step != told and time.monotonic() - told_at >= _SILENT_S:
                told, told_at = step, time.monotonic()
                sys.stderr.write(f"{words} {percent} %\n")
                sys.stderr.flush()

        return tell
