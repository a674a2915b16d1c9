"""The process that speaks: an engine may hang or crash, and must not take the kiosk along.

`python -m showcase.kiosk.speaking [ENGINE]` talks in lines of JSON. It says once which languages it has voices for,
{"engine": NAME, "languages": [CODE, ...]}, and {"done": N} when it is silent again. It hears {"say": N, "parts":
[[CODE, TEXT], ...]} and {"hush": N}, and ends with its input. Where no engine answers it ends at once, and where one
answers but cannot be heard, as without a sound card, when it is to speak.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

_STRANGERS: Final = frozenset({"mock"})
"""Engines that only pretend to speak: they are used when somebody names them."""
_PATIENCE_MS: Final = 3000
"""How long an engine may take to be ready, and to begin to speak."""


class Speaker(QObject):
    """Tries engines until one has voices, then does as it is told.

    Args:
        engines: names of them, the best first.

    Signals:
        heard: a line came in.
        ended: no more will come.
    """

    heard = Signal(str)
    ended = Signal()

    def __init__(self, engines: list[str]) -> None:
        super().__init__()
        self._engines = engines
        self._speech: QTextToSpeech | None = None
        self._locales: dict[str, QLocale] = {}
        self._parts: list[tuple[str, str]] = []
        self._number = 0
        self._is_busy = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._try_next)
        self._mute = QTimer(self)
        self._mute.setSingleShot(True)
        self._mute.timeout.connect(self._on_mute)
        self.heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def begin(self) -> None:
        """Look for an engine."""
        self._try_next()

    @Slot()
    def _try_next(self) -> None:
        if self._speech is not None:
            self._speech.stateChanged.disconnect(self._on_state)
            self._speech = None
        if not self._engines:
            _say(engine="", languages=[])
            QCoreApplication.exit(0)
            return
        self._speech = QTextToSpeech(self._engines.pop(0), self)
        self._speech.stateChanged.connect(self._on_state)
        self._patience.start(_PATIENCE_MS)
        self._on_state()

    @Slot()
    def _on_state(self) -> None:
        speech = self._speech
        if speech is None:
            return
        state = speech.state()
        if not self._locales:
            if state == QTextToSpeech.State.Ready:
                self._introduce(speech)
        elif state == QTextToSpeech.State.Speaking:
            self._mute.stop()
        elif self._is_busy and state in {QTextToSpeech.State.Ready, QTextToSpeech.State.Error}:
            if state == QTextToSpeech.State.Error:
                self._parts = []
            self._is_busy = False
            self._mute.stop()
            QTimer.singleShot(0, self._go_on)

    def _introduce(self, speech: QTextToSpeech) -> None:
        """Say which languages there are, the locale that is usual for each chosen."""
        locales = [speech.locale(), *speech.availableLocales()]
        for locale in locales:
            code = QLocale.languageToCode(locale.language())
            if code not in {"", "C"} and locale in locales[1:]:
                usual = QLocale(code).territory() == locale.territory()
                self._locales[code] = locale if usual else self._locales.get(code, locale)
        if not self._locales:
            self._try_next()
            return
        self._patience.stop()
        _say(engine=speech.engine(), languages=sorted(self._locales))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line)
        self.ended.emit()

    @Slot(str)
    def _on_heard(self, line: str) -> None:
        told: dict[str, Any] = json.loads(line)
        self._number = told.get("say", told.get("hush", 0))
        self._parts = [(code, text) for code, text in told.get("parts", ())]
        if self._is_busy and self._speech is not None:
            self._speech.stop()
        else:
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Speak the next part that there is a voice for, or say that nothing is left."""
        if self._is_busy or self._speech is None:
            return
        while self._parts:
            code, text = self._parts.pop(0)
            if code in self._locales:
                self._speech.setLocale(self._locales[code])
                self._is_busy = True
                self._mute.start(_PATIENCE_MS)
                self._speech.say(text)
                return
        _say(done=self._number)

    @Slot()
    def _on_mute(self) -> None:
        QCoreApplication.exit(1)

    @Slot()
    def _on_ended(self) -> None:
        if self._speech is not None:
            self._speech.stop()
        QCoreApplication.exit(0)


def _say(**told: Any) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def run(named: str) -> int:
    """Speak with an engine, or with the first that answers, until the input ends."""
    app = QCoreApplication([])
    engines = [named] if named else [name for name in QTextToSpeech.availableEngines() if name not in _STRANGERS]
    speaker = Speaker(engines)
    QTimer.singleShot(0, speaker.begin)
    return app.exec()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1] if len(sys.argv) > 1 else ""))
