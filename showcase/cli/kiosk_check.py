"""`showcase kiosk check`: what of this machine is locked for a kiosk, what is open, and what somebody has to see."""

import argparse
from typing import Final

from showcase.catalogue.queries import get_event
from showcase.cli.output import Output
from showcase.cli.places import event_path, opened
from showcase.cli.running import DONE, USERS_PROBLEM
from showcase.kiosk.keeping import NAME
from showcase.kiosk.locks.checking import check, level, pin_finding
from showcase.kiosk.locks.finding import Finding, State
from showcase.kiosk.locks.machine import ThisMachine
from showcase.kiosk.voice import probe
from showcase.messages import message
from showcase.qt.words import name_of
from showcase.visits.guarding import has_pin
from showcase.visits.station import read_station, station_file

_MARKS: Final = {State.LOCKED: "✓", State.OPEN: "✗", State.UNKNOWN: "?"}


def run(asked: argparse.Namespace, output: Output) -> int:
    """Say each lock with what was found; code 1 when one is open."""
    found = check(ThisMachine())
    if asked.event or event_path(asked).exists():
        found.append(_pin(asked, output))
    verdict = level(found)
    output.line(message(f"kiosklock.level_{verdict}", output.language))
    for finding in found:
        words = f"{finding.title(output.language)}: {finding.sentence(output.language)}"
        output.line(f"{_MARKS[finding.state]} {words}")
    voices = probe()
    names = ", ".join(map(name_of, voices))
    output.line(output.text("kiosk_voices", languages=names) if voices else output.text("kiosk_voices_none"))
    lines = [
        {"name": one.name, "state": one.state, "reason": one.reason, "words": one.sentence(output.language)}
        for one in found
    ]
    output.result({"level": verdict, "findings": lines, "voices": voices})
    return USERS_PROBLEM if any(finding.state is State.OPEN for finding in found) else DONE


def _pin(asked: argparse.Namespace, output: Output) -> Finding:
    """See whether the station of an event has a PIN; nothing is made for it."""
    with opened(asked, output, read_only=True) as app, app.reading() as session:
        event = get_event(session)
    file = station_file(event.id, asked.booth or NAME)
    is_set = False
    if file.is_file():
        station = read_station(file)
        try:
            with station.reading() as session:
                is_set = has_pin(session)
        finally:
            station.close()
    return pin_finding(is_set=is_set)
