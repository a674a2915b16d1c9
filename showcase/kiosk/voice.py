"""Reading aloud, where the system has a voice: what the kiosk knows of the process that speaks.

The kiosk loads no engine itself. Where none answers in time, or the process dies again and again, there is no voice.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Property, QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

_ANSWER_MS: Final = 15_000
"""How long the process may take to say which voices there are."""
_HUSH_MS: Final = 2_000
"""How long it may take to be silent, before it is ended."""
_STARTS: Final = 3
"""How often it is started, with those that were killed or died."""
_LETTERS_S: Final = 10
"""Letters that are read in a second, at the slowest."""

Parts = Sequence[tuple[str, str]]
"""What is read, each with the code of its language."""


def _command(engine: str) -> list[str]:
    return ["-m", "showcase.kiosk.speaking", *filter(None, [engine])]


def probe(engine: str = "") -> list[str]:
    """Return the languages this system has voices for; none where no engine answers in time."""
    import subprocess

    from showcase.kiosk.supervising import environment

    try:
        told = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *_command(engine)],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_ANSWER_MS / 1000,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    return next((list(said["languages"]) for line in told.splitlines() if "languages" in (said := _told(line))), [])


@QmlElement
class Voice(QObject):
    """The voice of the kiosk.

    Args:
        engine: by its name, "" for whichever the system has, None for no voice.

    Signals:
        changed: it has voices now or none any more, or began to speak or ended.
        ended: it is silent again.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, engine: str | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._process: QProcess | None = None
        self._languages: list[str] = []
        self._is_known = engine is None
        self._is_speaking = False
        self._number = 0
        self._starts = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.begin)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self.kill)

    def begin_in(self, milliseconds: int) -> None:
        """Begin when what is more urgent stands."""
        if self._engine is not None:
            self._soon.start(milliseconds)

    @Slot()
    def begin(self) -> None:
        """Find out which voices there are; nothing waits for it."""
        if self._engine is None or self._process is not None or self._starts >= _STARTS:
            return
        self._starts += 1
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._on_told)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(sys.executable, _command(self._engine))
        self._limit.start(_ANSWER_MS)

    @property
    def is_speaking(self) -> bool:
        """Whether it reads something aloud."""
        return self._is_speaking

    @property
    def is_known(self) -> bool:
        """Whether it is known which voices there are."""
        return self._is_known

    def say(self, parts: Parts) -> float:
        """Read something aloud instead of what is being read; return how many seconds that takes at most."""
        heard = [part for part in parts if part[0] in self._languages]
        if self._process is None or not heard:
            return 0.0
        self._number += 1
        self._limit.stop()
        self._write({"say": self._number, "parts": heard})
        self._set_speaking(True)
        return 5 + sum(len(text) for _, text in heard) / _LETTERS_S

    def hush(self) -> None:
        """Be silent."""
        if self._is_speaking:
            self._number += 1
            self._write({"hush": self._number})
            self._limit.start(_HUSH_MS)
            self._set_speaking(False)

    def close(self) -> None:
        """End the process."""
        self._soon.stop()
        self._limit.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            process.closeWriteChannel()
            if not process.waitForFinished(_HUSH_MS):
                process.kill()
                process.waitForFinished(_HUSH_MS)
            process.deleteLater()

    def _write(self, told: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(told).encode() + b"\n")

    def _set_speaking(self, is_speaking: bool) -> None:
        if is_speaking != self._is_speaking:
            self._is_speaking = is_speaking
            self.changed.emit()
            if not is_speaking:
                self.ended.emit()

    @Slot()
    def _on_told(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            told = _told(bytes(process.readLine().data()))
            if "languages" in told:
                self._limit.stop()
                self._is_known, self._languages = True, list(told["languages"])
                self.changed.emit()
            elif told.get("done") == self._number:
                self._limit.stop()
                self._set_speaking(False)

    @Slot()
    def kill(self) -> None:
        """End a process that does not answer."""
        if self._process is not None:
            self._process.kill()

    @Slot()
    def _on_error(self) -> None:
        """It could not be started; what ends in another way says so itself."""
        if self._process is not None and self._process.error() == QProcess.ProcessError.FailedToStart:
            self._starts = _STARTS
            self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        """It has no voice, or died: one that had a voice is started again, another time or two."""
        process, self._process = self._process, None
        had_voices, self._languages = bool(self._languages), []
        self._is_known = True
        self._limit.stop()
        if process is not None:
            process.deleteLater()
        self._set_speaking(False)
        self.changed.emit()
        if had_voices:
            self.begin()

    def spoken(self) -> list[str]:
        """Return the codes of the languages it has voices for."""
        return list(self._languages)

    languages = Property(list, lambda self: self._languages, notify=changed)
    """Codes of the languages it has voices for."""
    speaking = Property(bool, lambda self: self._is_speaking, notify=changed)


def _told(line: bytes) -> dict[str, Any]:
    """Return what the process says in a line; what an engine prints there is nothing."""
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _environment() -> QProcessEnvironment:
    from showcase.kiosk.supervising import environment

    found = QProcessEnvironment()
    for name, value in environment().items():
        found.insert(name, value)
    return found
