"""What was last known of the event, in a small file: for the screen that stands in when the event cannot be shown."""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from showcase.errors import InputError
from showcase.paths import cache_folder
from showcase.visits.setup import Setup, checked


@dataclass(frozen=True, slots=True)
class LastGood:
    """The event in a few facts, and how the screen stands.

    Args:
        name: of the event, by language.
        place: where it is, by language.
        address: of its pages, "" for none.
        booth: where this screen stands, "" for anywhere.
        pixels_per_mm: of the screen, 0 where nobody measured it.
        turn: degrees by which the picture is turned.
    """

    name: Mapping[str, str] = field(default_factory=dict)
    place: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    booth: str = ""
    pixels_per_mm: float = 0.0
    turn: int = 0

    def keep(self, file: Path) -> None:
        """Write it down; where that cannot be, the former stays."""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(suffix=".json", dir=file.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(asdict(self), stream, ensure_ascii=False)
            Path(temporary).replace(file)
        except OSError:
            return


def last_good_file(path: Path, booth: str) -> Path:
    """Return the file for an event and a place; it may not exist yet."""
    mark = hashlib.sha256(f"{path.absolute()}\n{booth}".encode()).hexdigest()[:16]
    return cache_folder() / "kiosk" / f"lastgood-{mark}.json"


def recall(file: Path) -> LastGood:
    """Return what was written down; what is missing or damaged is empty, so that the screen stands."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return LastGood()
    empty = LastGood()
    if not isinstance(stored, Mapping):
        return empty
    return LastGood(**{one.name: _of_kind(stored.get(one.name), getattr(empty, one.name)) for one in fields(LastGood)})


def remembered(path: Path | None, booth: str) -> Setup:
    """Return how the screen of an event stood last time: the first picture has the right size before its file is open.

    What makes no sense is as nobody set it up.
    """
    good = recall(last_good_file(path, booth)) if path is not None else LastGood()
    try:
        return checked(Setup(px_per_mm=good.pixels_per_mm or None, turn=good.turn))
    except InputError:
        return Setup()


def _of_kind(value: Any, empty: Any) -> Any:
    if isinstance(empty, str | float | int):
        return value if type(value) is type(empty) else empty
    found = value.items() if isinstance(value, Mapping) else ()
    return {key: text for key, text in found if isinstance(text, str)}
