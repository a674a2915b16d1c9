"""`showcase station make|update|merge|list|pack`: the files of scanners, out to the hall and back."""

import argparse
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from showcase.app import App
from showcase.catalogue.queries import list_halls
from showcase.catalogue.records import HallRecord
from showcase.cli.output import Output
from showcase.cli.places import opened, passphrase
from showcase.cli.running import DONE, USERS_PROBLEM
from showcase.cli.screen import screen_language
from showcase.errors import FileError, InputError, PassphraseError, RefusedError
from showcase.leads.kinds import StationKind
from showcase.leads.merging import Merged
from showcase.leads.office import (
    Wanted,
    acknowledge,
    check_wanted,
    list_registered,
    merge_station,
    prepare_station,
    require_registered,
    take_from,
    update_station,
)
from showcase.leads.pack import export_pack
from showcase.leads.qualifying import Qualifying
from showcase.leads.station import Station, make_station, open_station
from showcase.messages import message
from showcase.people.keys import unlock_signer
from showcase.people.kinds import Role
from showcase.people.queries import has_signing_key
from showcase.qr.signing import Signer
from showcase.text import fold, pick


def run(asked: argparse.Namespace, output: Output) -> int:
    """Do what was asked for."""
    return _ACTIONS[asked.action](asked, output)


def _make(asked: argparse.Namespace, output: Output) -> int:
    wanted = Wanted(
        asked.booth or "", asked.door or "", asked.exhibitor, asked.name, asked.capacity, _roles(asked.roles)
    )
    check_wanted(wanted)
    with opened(asked, output) as app:
        signer = _signer(asked, app, output)
        if asked.out.exists():
            raise FileError("leads.station_exists", path=str(asked.out))
        try:
            with app.transaction() as session:
                prepared = prepare_station(session, signer, wanted, _progress(output))
                make_station(asked.out, prepared.id, prepared.name, prepared.signed)
                halls = list_halls(session) if prepared.area else []
        except FileError:
            raise
        except BaseException:
            asked.out.unlink(missing_ok=True)  # a station that the event does not know is of no use
            raise
    manifest, about = prepared.signed.manifest, prepared.signed.parts.about
    key = "leads.cli_made_booth" if about.kind is StationKind.BOOTH else "leads.cli_made_door"
    _say(output, key, file=str(asked.out), place=about.place, n=len(prepared.signed.parts.holders))
    if prepared.area:
        names = ", ".join(_hall(it, output.language) for it in halls)
        _say(output, "leads.cli_area", place=about.place, halls=names or "–")
    _say(output, "leads.cli_list", number=manifest.number, ended=len(prepared.signed.parts.ended))
    output.result({"station": prepared.id, "file": str(asked.out), "list": manifest.number, "area": prepared.area})
    return DONE


def _hall(hall: HallRecord, language: str) -> str:
    """Return how a hall can be named: its code, and what it is called where that is something else."""
    name = pick(hall.name, [language])[1]
    return f"{hall.code} ({name})" if name not in {"", hall.code} else hall.code


def _update(asked: argparse.Namespace, output: Output) -> int:
    if asked.source is not None:
        return _update_from(asked, output)
    with closing(open_station(asked.file)) as station, opened(asked, output) as app:
        with app.reading() as session:
            require_registered(session, station)  # before anybody is asked for a passphrase
        signer = _signer(asked, app, output)
        with app.transaction() as session:
            manifest = update_station(session, signer, station, _progress(output))
    _say(output, "leads.cli_updated", file=str(asked.file), number=manifest.number)
    output.result({"file": str(asked.file), "list": manifest.number})
    return DONE


def _update_from(asked: argparse.Namespace, output: Output) -> int:
    """Take what another file of the station brings; no event is needed for that."""
    with closing(open_station(asked.file)) as station, closing(open_station(asked.source)) as other:
        merged, newer = take_from(station, other)
    _say(output, "leads.cli_list_newer" if newer else "leads.cli_list_same", file=str(asked.source))
    _say_merged(merged, other, output)
    output.result({"file": str(asked.file), "newer": newer, **_values(merged, None)})
    return DONE


def _merge(asked: argparse.Namespace, output: Output) -> int:
    results, failed = [], False
    with opened(asked, output) as app:
        for file in asked.files:
            try:
                results.append(_merge_one(app, file, output))
            except FileError as error:
                if len(asked.files) == 1:
                    raise
                output.complain(output.explain(error))  # one stick that cannot be read holds back no other
                failed = True
    output.result({"stations": results})
    return USERS_PROBLEM if failed else DONE


def _merge_one(app: App, file: Path, output: Output) -> Mapping[str, Any]:
    with closing(open_station(file)) as station:
        with app.transaction() as session:
            merged = merge_station(session, station, output.progress("merging", file=file.name))
        _acknowledge(station, merged, output)
        _say_merged(merged, station, output)
        return {"file": str(file), **_values(merged, station)}


def _acknowledge(station: Station, merged: Merged, output: Output) -> None:
    """Tell the station; a stick that is locked cannot be told, and its facts are here all the same."""
    try:
        acknowledge(station, merged)
    except FileError:
        _say(output, "leads.cli_not_told", file=str(station.path))


def _list(asked: argparse.Namespace, output: Output) -> int:
    with opened(asked, output, read_only=True) as app, app.reading() as session:
        stations = list_registered(session)
    if not stations:
        _say(output, "leads.cli_none")
    for it in stations:
        merged = f"{it.merged_at.astimezone():%Y-%m-%d %H:%M}" if it.merged_at else "–"
        line = {"place": it.place, "name": it.name, "facts": it.facts, "number": it.list_number, "merged": merged}
        _say(output, "leads.cli_station", **line)
        if it.missing:
            _say(output, "leads.cli_missing", name=it.name, n=it.missing)
        if it.doubled:
            _say(output, "leads.cli_doubled", name=it.name, n=it.doubled)
    output.result({"stations": [{name: getattr(it, name) for name in it.__slots__} for it in stations]})
    return DONE


def _pack(asked: argparse.Namespace, output: Output) -> int:
    language = screen_language(asked.language) or output.language
    from showcase.printing.leadsummary import SummaryPainter  # Qt is loaded by what paints alone

    with closing(open_station(asked.file)) as station:
        if station.info.kind is StationKind.DOOR:
            raise RefusedError("leads.door_gathers_none", path=str(asked.file))
        practice = station.practice
        report = export_pack(Qualifying(station), asked.out, language, painter=SummaryPainter())
    _say(output, "leads.cli_packed", file=str(report.path), n=report.leads, cards=report.cards)
    if practice:
        _say(output, "leads.practice_pack")
    output.result(
        {
            "file": str(report.path),
            "practice": practice,
            "leads": report.leads,
            "cards": report.cards,
            "files": report.files,
        }
    )
    return DONE


def _signer(asked: argparse.Namespace, app: App, output: Output) -> Signer:
    with app.reading() as session:
        if not has_signing_key(session):
            raise PassphraseError("leads.no_key")
    words = passphrase(asked, app, output, needed="leads.passphrase_needed")
    with app.reading() as session:
        return unlock_signer(session, words)


def _roles(typed: str) -> tuple[Role, ...]:
    words = [fold(word) for word in typed.split(",") if word.strip()]
    if not set(words) <= set(Role):
        raise InputError("leads.roles_wrong", roles=", ".join(Role))
    return tuple(Role(word) for word in words)


def _progress(output: Output) -> Any:
    return output.progress("sealing")


def _say_merged(merged: Merged, station: Station, output: Output) -> None:
    _say(output, "leads.cli_merged", file=str(station.path), new=merged.new, known=merged.known)
    for reason, number in merged.aside.items():
        _say(output, "leads.cli_aside", n=number, reason=message(reason.key, output.language))
    if doubled := merged.doubled.get(station.info.id, 0):
        _say(output, "leads.cli_doubled", name=station.info.name, n=doubled)


def _values(merged: Merged, station: Station | None) -> Mapping[str, Any]:
    missing, doubled = (
        sum(found.values()) if station is None else found.get(station.info.id, 0)
        for found in (merged.missing, merged.doubled)
    )
    counts = {"missing": missing, "doubled": doubled}
    return {"new": merged.new, "known": merged.known, "aside": dict(merged.aside), **counts}


def _say(output: Output, key: str, /, **params: Any) -> None:
    output.line(message(key, output.language, **params))


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Output], int]]] = {
    "make": _make,
    "update": _update,
    "merge": _merge,
    "list": _list,
    "pack": _pack,
}
