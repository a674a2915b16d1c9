"""`showcase verify FILE`: read every QR code of a PDF or picture and say what each is."""

from argparse import Namespace
from collections import Counter
from dataclasses import asdict
from typing import Final

from showcase.catalogue.queries import get_event
from showcase.cli.output import Output
from showcase.cli.places import event_path, opened
from showcase.cli.running import DONE, refuse
from showcase.errors import InputError
from showcase.messages import message
from showcase.people.queries import list_public_keys
from showcase.printing.stamping import read_stamp
from showcase.printing.verifying import FoundCode, verify_file

_SHOWN: Final = 60
"""Characters of a code's text in a sentence; a token is a long number that nobody reads."""

_LISTED: Final = 20
"""Codes that are said one by one; the object of --json has them all."""


def run(asked: Namespace, output: Output) -> int:
    """Say what is in a file; with an event, also whether it signed its badges."""
    keys, event = _event(asked, output)
    codes = verify_file(asked.file, keys, event)
    if not codes:
        return refuse(output, InputError("cli.no_codes", file=asked.file.name), codes=[])
    for code in codes[:_LISTED]:
        text = code.text if len(code.text) <= _SHOWN else f"{code.text[:_SHOWN]}…"
        verdict = message(code.verdict.key, output.language)
        output.say("code_found", page=code.page, x=round(code.x_mm), y=round(code.y_mm), verdict=verdict, text=text)
    if len(codes) > _LISTED:
        output.say("more_codes", n=len(codes) - _LISTED)
    output.say("codes_found", n=len(codes))
    for verdict, n in Counter(code.verdict for code in codes).most_common():
        output.line(f"  {n} × {message(verdict.key, output.language)}")
    stamp = read_stamp(asked.file)
    if stamp is not None and stamp.job:
        values = {"job": stamp.short, "template": stamp.template, "version": stamp.version}
        output.line(message("prints.made_by", output.language, **values))
    output.result({"codes": [_values(code) for code in codes], "print_job": asdict(stamp) if stamp else None})
    return DONE


def _event(asked: Namespace, output: Output) -> tuple[dict[int, bytes] | None, int | None]:
    """Return the keys and the number of the event, where there is one to check badges with."""
    if not asked.event and not event_path(asked).exists():
        return None, None
    with opened(asked, output, read_only=True) as app, app.reading() as session:
        return list_public_keys(session), get_event(session).token_number


def _values(code: FoundCode) -> dict[str, object]:
    place = {
        "page": code.page,
        "x_mm": code.x_mm,
        "y_mm": code.y_mm,
        "width_mm": code.width_mm,
        "height_mm": code.height_mm,
    }
    return {"text": code.text, "verdict": code.verdict, "place": place}
