"""How verdicts sound: short tones, made here, one pattern for each tone so that no two are taken for each other."""

from __future__ import annotations

import io
import logging
import math
import struct
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl

from showcase import __version__
from showcase.errors import FileError
from showcase.files import written_beside
from showcase.paths import cache_folder
from showcase.qt.capture import load_multimedia

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

RATE: Final = 44_100
_HIGH, _SOFT, _MIDDLE, _LOW = 1318.5, 880.0, 659.3, 220.0
_GAP: Final = (0.0, 0.07)
TONES: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "good": ((_HIGH, 0.13),),
    "again": ((_HIGH, 0.09), _GAP, (_HIGH, 0.09)),
    "hold": ((_MIDDLE, 0.14), _GAP, (_MIDDLE, 0.14)),
    "other_door": ((_MIDDLE, 0.14), _GAP, (_LOW, 0.2)),
    "refused": ((_LOW, 0.2), _GAP, (_LOW, 0.2)),
    "unknown": ((_LOW, 0.22),),
    "neutral": ((_SOFT, 0.07),),
    "unsaved": ((_LOW, 0.3), _GAP, (_LOW, 0.3), _GAP, (_LOW, 0.6)),
}
"""Tone -> hertz and seconds, one after the other; 0 hertz is a pause."""
_log = logging.getLogger(__name__)


def wav(tone: str) -> bytes:
    """Return a tone as a WAV file: a sine with two overtones that swells and fades, so that nothing clicks."""
    samples = [value for hertz, seconds in TONES[tone] for value in _note(hertz, seconds)]
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()


def _note(hertz: float, seconds: float) -> list[int]:
    count = round(seconds * RATE)
    edge = 0.012 * RATE
    turn = 2 * math.pi * hertz / RATE

    def value(at: int) -> int:
        swell = min(1.0, at / edge, (count - at) / edge)
        # A low note needs its overtones: the loudspeaker of a laptop has no bass.
        wave_ = math.sin(turn * at) + 0.5 * math.sin(2 * turn * at) + 0.35 * math.sin(3 * turn * at)
        return round(32767 * 0.5 * swell * wave_ / 1.85)

    return [value(at) for at in range(count)] if hertz else [0] * count


class Sounds(QObject):
    """Plays them, where there is something to play them on.

    QtMultimedia is loaded by `begin`, when the window stands.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._effects: dict[str, QSoundEffect] = {}

    def begin(self) -> None:
        """Make the sounds ready; a machine that cannot play them stays silent."""
        media = load_multimedia()
        if media is None or not media.QMediaDevices.audioOutputs():
            return
        try:
            files = write_sounds(cache_folder() / "scanner" / __version__)
        except (OSError, FileError) as reason:
            _log.warning("no sound: %s", reason)
            return
        for tone, file in files.items():
            effect = media.QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(file)))
            self._effects[tone] = effect

    def play(self, tone: str) -> None:
        """Sound a verdict; what still sounds of the one before ends."""
        for effect in self._effects.values():
            effect.stop()
        if self.on and tone in self._effects:
            self._effects[tone].play()

    def close(self) -> None:
        """Let go of the loudspeaker."""
        for effect in self._effects.values():
            effect.stop()
            effect.deleteLater()
        self._effects = {}


def write_sounds(folder: Path) -> dict[str, Path]:
    """Write every tone that is not there yet, and return where each is."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {tone: folder / f"{tone}.wav" for tone in TONES}
    for tone, file in files.items():
        if not file.is_file():
            with written_beside(file) as temporary:
                temporary.write_bytes(wav(tone))
    return files
