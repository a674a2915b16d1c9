"""`showcase event set KEY VALUE` and `showcase event show`: the values of the event itself."""

import dataclasses
from argparse import Namespace
from typing import Any, Final

from showcase.catalogue.event import set_event
from showcase.catalogue.queries import get_event
from showcase.catalogue.records import EventRecord
from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE

_HIDDEN: Final = {"id", "token_number", "updated_at"}


def run(asked: Namespace, output: Output) -> int:
    """Set one value, or show all."""
    if asked.action == "show":
        with opened(asked, output, read_only=True) as app, app.reading() as session:
            event = get_event(session)
        for key, value in _values(event).items():
            output.line(f"{key} = {value}")
    else:
        with opened(asked, output, create=True) as app, app.transaction() as session:
            event = set_event(session, asked.key, asked.value)
        output.say("event_set", key=asked.key, value=asked.value)
    output.result({"event": _values(event)})
    return DONE


def _values(event: EventRecord) -> dict[str, Any]:
    """Return the values as keys that can be set: maps become KEY.PART."""
    values: dict[str, Any] = {}
    for field in dataclasses.fields(event):
        value = getattr(event, field.name)
        if field.name not in _HIDDEN:
            _spread(field.name, value, values)
    return values


def _spread(key: str, value: Any, values: dict[str, Any]) -> None:
    if isinstance(value, dict):
        for part, inner in value.items():
            _spread(f"{key}.{part}", inner, values)
    elif isinstance(value, tuple):
        values[key] = ",".join(value)
    else:
        values[key] = "" if value is None else str(value)
