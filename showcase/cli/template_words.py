"""What can be typed behind `showcase templates`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from showcase.documents.kinds import BY_WHAT
from showcase.messages import message

_ACTIONS = ("list", "add", "copy", "export", "remove", "values")


def fill_templates(parser: argparse.ArgumentParser, common: argparse.ArgumentParser, language: str) -> None:
    """Add the actions.

    Args:
        parser: of the command.
        common: what every command takes.
        language: of the help.
    """
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=type(parser))

    def words(name: str) -> str:
        return message(f"templates.help_{name}", language)

    made = {
        name: actions.add_parser(name, help=words(name), description=words(name), parents=[common]) for name in _ACTIONS
    }
    made["add"].add_argument("file", type=Path, metavar="FILE", help=words("file"))
    for name in ("copy", "export", "remove"):
        made[name].add_argument("template", metavar="T", help=words("template"))
    made["copy"].add_argument("new", metavar="NEW", help=words("new"))
    made["copy"].add_argument("--out", type=Path, metavar="FILE", help=words("out"))
    made["export"].add_argument("--out", type=Path, required=True, metavar="FILE", help=words("out"))
    made["values"].add_argument("what", choices=tuple(BY_WHAT), metavar="WHAT", help=_things(words))


def _things(words: Callable[[str], str]) -> str:
    return f"{words('what')}: {', '.join(BY_WHAT)}"
