"""The settings of this machine, each declared once; what belongs to the event is in the event file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from showcase.errors import ReadOnly
from showcase.files import written_beside
from showcase.paths import settings_file


class Settings(NamedTuple):
    """What this machine remembers. The language "" is the system's."""

    last_event: str = ""
    recent: tuple[str, ...] = ()
    language: str = ""
    theme: str = "system"
    window_state: str = ""
    hidden_columns: tuple[str, ...] = ()
    """Columns of tables that were put away, as "table.column"."""
    shown_columns: tuple[str, ...] = ()
    """Columns that are put away unless somebody asks for them, and somebody did."""


_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "language": ("", "vi", "en", "fr"),
    "theme": ("system", "light", "dark"),
}
"""What a setting may be, when that is a choice."""


def load(path: Path | None = None) -> Settings:
    """Return the settings; what is missing or damaged has its default, so that no file stops the program."""
    try:
        stored = json.loads((path or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return Settings(**_valid(stored)) if isinstance(stored, dict) else Settings()


def _valid(stored: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, default in Settings()._asdict().items():
        value = stored.get(name)
        if isinstance(default, tuple):
            if isinstance(value, list):
                values[name] = tuple(entry for entry in value if isinstance(entry, str))
        elif isinstance(value, str) and value in _CHOICES.get(name, (value,)):
            values[name] = value
    return values


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings in one step.

    Raises:
        ReadOnly: when the folder of settings cannot be written to.
    """
    target = path or settings_file()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with written_beside(target) as temporary:
            temporary.write_text(json.dumps(settings._asdict(), ensure_ascii=False, indent=2), encoding="utf-8")
    except OSError as reason:
        raise ReadOnly("app.settings_unwritable", file=str(target)) from reason
