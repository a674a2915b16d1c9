"""The set-up of a station in the station's own file."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.errors import InputError
from showcase.visits.kept import keep, recall
from showcase.visits.setup import Setup, checked

_SETUP: Final = "setup"
_ASKED: Final = "setup_asked"


def has_setup(session: Session) -> bool:
    """Tell whether somebody has set the station up."""
    return recall(session, _SETUP) is not None


def ask_once(session: Session) -> bool:
    """Tell whether the station was never asked to be set up, and note that it is now."""
    was_asked = recall(session, _ASKED) is not None
    keep(session, _ASKED, True)
    return not was_asked


def save_setup(session: Session, setup: Setup) -> Setup:
    """Keep a set-up in a station's transaction and return it as kept.

    Raises:
        InputError: when something in it cannot be.
    """
    kept = checked(setup)
    keep(session, _SETUP, asdict(kept))
    return kept


def load_setup(session: Session) -> Setup:
    """Return the set-up; what is missing or cannot be taken has its default, so that the kiosk starts."""
    stored = recall(session, _SETUP)
    setup = Setup()
    for field in fields(Setup) if isinstance(stored, Mapping) else ():
        if field.name in stored:
            setup = _with(setup, field.name, stored[field.name])
    hours = {name: stored.get(name) for name in ("dim_from", "dim_until")} if isinstance(stored, Mapping) else {}
    return _with_hours(setup, hours)


def _with(setup: Setup, name: str, value: Any) -> Setup:
    """Return the set-up with one value, or as it is when that cannot be taken. Hours come as a pair."""
    if name in {"dim_from", "dim_until"}:
        return setup
    try:
        return checked(replace(setup, **{name: value}))
    except (InputError, TypeError, AttributeError):
        return setup


def _with_hours(setup: Setup, hours: Mapping[str, Any]) -> Setup:
    try:
        return checked(replace(setup, **hours))
    except (InputError, TypeError, AttributeError):
        return setup
