"""`showcase kiosk airtime [--csv FILE]`: how long the loop showed each exhibitor, on all kiosks of this machine."""

import argparse
from contextlib import ExitStack
from typing import Final

from showcase.catalogue.queries import get_event, list_organisations
from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE
from showcase.errors import MissingFile
from showcase.files import written_beside
from showcase.paths import stations_folder
from showcase.store.refusals import plain_os_failures
from showcase.text import pick
from showcase.visits.airtime import as_csv, ledger_of
from showcase.visits.station import read_station, station_files

_SHOWN: Final = 20
"""Lines on a terminal; the file has all."""


def run(asked: argparse.Namespace, output: Output) -> int:
    """Say the ledger, and write it to a file when one is given."""
    with opened(asked, output, read_only=True) as app, app.reading() as session, ExitStack() as stack:
        event = get_event(session)
        files = station_files(event.id)
        if not files:
            raise MissingFile("cli.kiosk_no_stations", folder=str(stations_folder()))
        stations = [read_station(file) for file in files]
        for station in stations:
            stack.callback(station.close)
        ledger = ledger_of([stack.enter_context(station.reading()) for station in stations])
        names = {
            one.id: pick(one.name, (output.language, *event.languages))[1]
            for one in list_organisations(session, ids=[share.organisation_id for share in ledger])
        }
    if asked.csv:
        with plain_os_failures(asked.csv), written_beside(asked.csv) as temporary:
            temporary.write_text(as_csv(ledger, names), encoding="utf-8-sig", newline="")
        output.say("kiosk_airtime_written", file=str(asked.csv))
    if ledger:
        slides = [share.slides for share in ledger]
        output.say("kiosk_airtime_fair", n=len(ledger), least=min(slides), most=max(slides))
    for share in ledger[:_SHOWN]:
        name = names.get(share.organisation_id, str(share.organisation_id))
        output.line(f"  {share.slides:>6}  {share.shown_ms / 1000:>8.0f} s  {name}")
    lines = [
        {
            "organisation": str(share.organisation_id),
            "name": names.get(share.organisation_id, ""),
            "slides": share.slides,
            "seconds": share.shown_ms / 1000,
        }
        for share in ledger
    ]
    output.result({"stations": len(files), "airtime": lines})
    return DONE
