"""The settings of this machine, each declared once; what belongs to the event is in the event file."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple, get_type_hints

from showcase.errors import InputError, ReadOnly
from showcase.files import written_beside
from showcase.messages import LANGUAGES
from showcase.paths import settings_file

Value = str | int | bool | tuple[str, ...]
_SWITCHES: Final = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}


class Choice(NamedTuple):
    """A setting that is one of some words, shown in a group of the page of settings."""

    group: str
    values: tuple[str, ...]


class Range(NamedTuple):
    """A setting that is a whole number; `unit` stands behind it."""

    group: str
    least: int
    most: int
    step: int = 1
    unit: str = ""


class Switch(NamedTuple):
    """A setting that is on or off."""

    group: str


Rule = Choice | Range | Switch


class Settings(NamedTuple):
    """What this machine remembers. What has a rule is shown to people, with the texts `shell.set_NAME`.

    The language "" is the system's.
    """

    last_event: str = ""
    recent: tuple[str, ...] = ()
    language: Annotated[str, Choice("look", ("", *LANGUAGES))] = ""
    theme: Annotated[str, Choice("look", ("system", "light", "dark"))] = "system"
    text_size: Annotated[int, Range("look", 100, 200, step=10, unit=" %")] = 100
    """Percent of the size of texts in the window."""
    reopen: Annotated[bool, Switch("start")] = True
    """Whether the window opens the last event."""
    backups: Annotated[int, Range("safety", 5, 200)] = 12
    """How many of the newest copies of an event always stay."""
    window_state: str = ""
    hidden_columns: tuple[str, ...] = ()
    """Columns of tables that were put away, as "table.column"."""
    printer: str = ""
    """Where the print page printed last: a printer, or "" for a PDF."""
    shown_columns: tuple[str, ...] = ()
    """Columns that are put away unless somebody asks for them, and somebody did."""


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rule of each setting that people choose, in the order of the page."""
    hints = get_type_hints(Settings, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items() if hasattr(hint, "__metadata__")}


def default(name: str) -> Any:
    """Return what a setting is until somebody chooses."""
    return Settings._field_defaults[name]


def load(path: Path | None = None) -> Settings:
    """Return the settings; what is missing or damaged has its default, so that no file stops the program."""
    try:
        stored = json.loads((path or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return Settings(**_valid(stored)) if isinstance(stored, dict) else Settings()


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


def parse(name: str, text: str) -> Any:
    """Return the value of a setting from text; an empty text is the default.

    Raises:
        InputError: for a setting that does not exist or a value that cannot be taken.
    """
    rule = rule_of(name)
    typed = text.strip()
    if not typed:
        return default(name)
    match rule:
        case Choice() if typed in rule.values:
            return typed
        case Choice():
            raise InputError("shell.set_choice", name=name, value=typed, values=", ".join(filter(None, rule.values)))
        case Switch() if typed.casefold() in _SWITCHES:
            return _SWITCHES[typed.casefold()]
        case Switch():
            raise InputError("shell.set_switch", name=name, value=typed)
        case Range():
            number = typed.removesuffix(rule.unit.strip() or " ").strip()
            if number.isascii() and number.isdigit() and len(number) < 10 and _fits(rule, int(number)):
                return int(number)
            raise InputError("shell.set_range", name=name, value=typed, least=rule.least, most=rule.most)


def rule_of(name: str) -> Rule:
    """Return the rule of a setting.

    Raises:
        InputError: when there is no such setting.
    """
    if name not in rules():
        raise InputError("shell.set_unknown", name=name, names=", ".join(rules()))
    return rules()[name]


def spelt(value: Value) -> str:
    """Return a value as `parse` takes it."""
    return ("off", "on")[value] if isinstance(value, bool) else str(value)


def _valid(stored: Mapping[str, Any]) -> dict[str, Any]:
    return {name: kept for name, value in stored.items() if (kept := _kept(name, value)) is not None}


def _kept(name: str, value: Any) -> Any:
    """Return a stored value that can be taken, else None."""
    if name not in Settings._field_defaults:
        return None
    rule = rules().get(name)
    if rule is None:
        return _remembered(value, default(name))
    return value if type(value) is type(default(name)) and _fits(rule, value) else None


def _remembered(value: Any, usual: Value) -> Any:
    if isinstance(usual, tuple):
        return tuple(entry for entry in value if isinstance(entry, str)) if isinstance(value, list) else None
    return value if isinstance(value, str) else None


def _fits(rule: Rule, value: Any) -> bool:
    match rule:
        case Choice():
            return value in rule.values
        case Range():
            return bool(rule.least <= value <= rule.most)
        case Switch():
            return True
