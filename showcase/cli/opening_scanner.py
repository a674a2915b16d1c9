"""`showcase scanner`: reads badges at a booth or a door, on a station's file."""

from argparse import Namespace
from pathlib import Path

from showcase.cli.output import Output
from showcase.cli.screen import require_screen, screen_language
from showcase.errors import MissingFile
from showcase.leads.glance import find_station, list_stations
from showcase.leads.kinds import StationKind
from showcase.paths import documents_folder


def run(asked: Namespace, output: Output) -> int:
    """Show the scanner and stay until it is closed."""
    del output
    language = screen_language(asked.language)
    require_screen()
    path = asked.file or _find(asked)
    from showcase.scanner.options import Options
    from showcase.scanner.running import run as run_scanner

    options = Options(
        windowed=asked.windowed,
        language=language,
        practice=asked.practice,
        still=asked.still,
        silent=asked.silent,
    )
    return run_scanner(path, options)


def _find(asked: Namespace) -> Path:
    """Return the station's file for a booth or a door, else the only one there is.

    Raises:
        MissingFile: there is none, or there are several and nobody said which.
    """
    folders = list(dict.fromkeys((Path.cwd(), documents_folder(), documents_folder() / "Showcase")))
    place = asked.booth or asked.door
    if place:
        found = find_station(place, StationKind.BOOTH if asked.booth else StationKind.DOOR, folders)
        if found is None:
            raise MissingFile("scanner.not_found", place=place, folder=str(Path.cwd()))
        return found
    known = list_stations(folders)
    if not known:
        raise MissingFile("scanner.none", folder=str(Path.cwd()))
    if len(known) > 1:
        raise MissingFile("scanner.several", places=", ".join(it.info.place for it in known))
    return known[0].path
