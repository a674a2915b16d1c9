"""What can be typed behind `showcase station`, `showcase scanner` and `showcase erase`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from showcase.cli.arguments import filled
from showcase.messages import message

Maker = Callable[[str], argparse.ArgumentParser]
Words = Callable[[str], str]


def fill_station(add: Maker, words: Words) -> None:
    """Add the actions.

    Args:
        add: makes the parser of an action by its name.
        words: returns the help on something by its name.
    """
    make = add("make")
    place = make.add_mutually_exclusive_group(required=True)
    place.add_argument("--booth", metavar="CODE", type=filled, help=words("booth"))
    place.add_argument("--door", metavar="NAME", type=filled, help=words("door"))
    make.add_argument("--exhibitor", metavar="NAME", default="", help=words("exhibitor"))
    make.add_argument("--name", metavar="NAME", default="", help=words("name"))
    make.add_argument("--capacity", metavar="N", type=int, help=words("capacity"))
    make.add_argument("--roles", metavar="ROLES", default="", help=words("roles"))
    make.add_argument("out", type=Path, metavar="OUT", help=words("out"))
    update = add("update")
    update.add_argument("file", type=Path, metavar="FILE", help=words("file"))
    update.add_argument("--from", dest="source", type=Path, metavar="OTHER", help=words("from"))
    for parser in (make, update):
        parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=words("passphrase_file"))
    merge = add("merge")
    merge.add_argument("files", type=Path, nargs="+", metavar="FILE", help=words("files"))
    add("list")
    pack = add("pack")
    pack.add_argument("file", type=Path, metavar="FILE", help=words("file"))
    pack.add_argument("out", type=Path, metavar="OUT", help=words("pack_out"))
    pack.add_argument("--language", metavar="LANGUAGE", default="", help=words("pack_language"))


def fill_scanner(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what opens a scanner; its texts are with those of its screens."""

    def words(name: str) -> str:
        return message(f"scanner.help_{name}", language)

    place = parser.add_mutually_exclusive_group()
    place.add_argument("--booth", metavar="CODE", type=filled, help=words("booth"))
    place.add_argument("--door", metavar="NAME", type=filled, help=words("door"))
    place.add_argument("--file", type=Path, metavar="STATION", help=words("file"))
    parser.add_argument("--language", metavar="LANGUAGE", default="", help=words("language"))
    for name in ("windowed", "practice", "still", "silent"):
        parser.add_argument(f"--{name}", action="store_true", help=words(name))


def fill_erase(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what erases people."""

    def words(name: str) -> str:
        return message(f"erasure.help_{name}", language)

    parser.add_argument("who", metavar="WHO", nargs="?", default="", help=words("who"))
    parser.add_argument("--past", action="store_true", help=words("past"))
    parser.add_argument("--yes", action="store_true", help=words("yes"))
    parser.add_argument("--station", type=Path, metavar="FILE", action="append", default=[], help=words("station"))
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=words("passphrase_file"))
