"""`showcase kiosk report [--csv FILE] [--day DAY]`: what the kiosks of this machine counted."""

import argparse
import datetime as dt
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final

from showcase.catalogue.queries import get_event
from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE
from showcase.errors import InputError, MissingFile
from showcase.files import written_beside
from showcase.paths import stations_folder
from showcase.store.refusals import plain_os_failures
from showcase.visits.report import Report, as_csv, as_values, make_report, titles_of
from showcase.visits.station import read_station, station_files

_SHOWN: Final = 20
"""Lines of a list on a terminal; the files have all."""


def run(asked: argparse.Namespace, output: Output) -> int:
    """Say what was counted, and write it to a file when one is given."""
    day = _day(asked.day)
    with opened(asked, output, read_only=True) as app, app.reading() as session, ExitStack() as stack:
        event = get_event(session)
        files = station_files(event.id)
        if not files:
            raise MissingFile("cli.kiosk_no_stations", folder=str(stations_folder()))
        stations = [read_station(file) for file in files]
        for station in stations:
            stack.callback(station.close)
        readings = [stack.enter_context(station.reading()) for station in stations]
        report = make_report(readings, event.time_zone, day)
        titles = titles_of(session, report)
    if asked.csv:
        with plain_os_failures(asked.csv), written_beside(asked.csv) as temporary:
            temporary.write_text(as_csv(report, titles), encoding="utf-8-sig", newline="")
        output.say("kiosk_report_written", file=str(asked.csv))
    _say(report, titles, output)
    output.result({"stations": len(files), "report": as_values(report, titles)})
    return DONE


def _day(typed: str | None) -> dt.date | None:
    if typed is None:
        return None
    try:
        return dt.date.fromisoformat(typed)
    except ValueError as reason:
        raise InputError("cli.kiosk_day", value=typed) from reason


def _say(report: Report, titles: Mapping[str, str], output: Output) -> None:
    """Say the report in lines; a number that is held back is "< 5"."""
    for name, value in (
        ("impressions", report.impressions),
        ("wakes", report.wakes),
        ("wake_rate", None if report.wake_rate is None else f"{report.wake_rate:.1%}"),
        ("dwell_s", report.dwell_s),
    ):
        output.line(f"{output.text(f'kiosk_{name}')}: {_number(value)}")
    for name in ("wakes_by_day", "wakes_by_hour", "opens", "qr_shown", "languages", "left", "searched", "not_found"):
        numbers = getattr(report, name)
        if numbers:
            output.line(f"{output.text(f'kiosk_{name}')}:")
        for key, number in list(numbers.items())[:_SHOWN]:
            output.line(f"  {_number(number):>6}  {titles.get(key, key)}")


def _number(value: float | str | None) -> str:
    return "< 5" if value is None else str(value)
