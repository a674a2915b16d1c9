"""`showcase kiosk [--booth CODE] pin`: sets the PIN with which staff leave; the recovery code is said once."""

import argparse
import getpass
import sys

from showcase.catalogue.queries import get_event
from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE
from showcase.errors import InputError
from showcase.kiosk.keeping import NAME
from showcase.visits.guarding import set_pin
from showcase.visits.station import open_station, station_file


def run(asked: argparse.Namespace, output: Output) -> int:
    """Ask for a PIN twice, or read it from the standard input when that is no terminal."""
    with opened(asked, output, read_only=True) as app, app.reading() as session:
        event = get_event(session)
    station = open_station(station_file(event.id, asked.booth or NAME))
    try:
        code = set_pin(station, _asked_for(output))
    finally:
        station.close()
    output.say("kiosk_pin_set")
    output.say("kiosk_recovery", code=code)
    output.result({"recovery": code})
    return DONE


def _asked_for(output: Output) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    typed = getpass.getpass(f"{output.text('kiosk_pin_ask')} ")
    if getpass.getpass(f"{output.text('kiosk_pin_again')} ") != typed:
        raise InputError("cli.kiosk_pin_differs")
    return typed
