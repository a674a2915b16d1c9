"""The words of the command line about print jobs: history, resume, discard, an earlier job again."""

import argparse
from collections.abc import Sequence
from typing import Any

from showcase.messages import message


class Instead(argparse.Action):
    """An option that is something to do by itself: with it, others need not be given."""

    def __init__(self, *, frees: Sequence[argparse.Action], **rest: Any) -> None:
        super().__init__(**rest)
        self._frees = frees

    def __call__(self, parser: object, asked: argparse.Namespace, value: Any, option: str | None = None) -> None:
        """Take the option, and let the others go."""
        del parser, option
        setattr(asked, self.dest, value or True)
        for action in self._frees:
            action.required = False


def fill_print_jobs(
    parser: argparse.ArgumentParser, language: str, what: argparse.Action, out: argparse.Action
) -> None:
    """Add what can be asked of jobs to `print`; with most of it nothing else need be said."""
    both = (what, out)
    parser.add_argument(
        "--history", nargs=0, action=Instead, frees=both, default=False, help=message("prints.help_history", language)
    )
    parser.add_argument(
        "--resume", nargs="?", metavar="JOB", action=Instead, frees=both, help=message("prints.help_resume", language)
    )
    parser.add_argument(
        "--discard", metavar="JOB", action=Instead, frees=both, help=message("prints.help_discard", language)
    )
    parser.add_argument(
        "--list-printers",
        nargs=0,
        action=Instead,
        frees=both,
        default=False,
        help=message("printers.help_list", language),
    )
    parser.add_argument(
        "--send", metavar="JOB", action=Instead, frees=both, help=message("printers.help_send", language)
    )
    parser.add_argument(
        "--to", metavar="PRINTER", action=Instead, frees=(out,), help=message("printers.help_to", language)
    )
    parser.add_argument("--copies", type=int, metavar="N", default=1, help=message("printers.help_copies", language))
    parser.add_argument(
        "--job", metavar="JOB", action=Instead, frees=(what,), help=message("prints.help_job", language)
    )
    parser.add_argument(
        "--from-item", type=int, metavar="N", default=1, help=message("prints.help_from_item", language)
    )
