"""The printers of this computer, and sending a proven PDF to one: by CUPS where it is, by Qt elsewhere."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from showcase.documents.backs import Duplex
from showcase.errors import InputError, RefusedError

MOST_COPIES: Final = 99


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer, by the name the system knows it by.

    Attributes:
        name: as it is typed and kept.
        is_default: the one that people print on when they say nothing.
        is_paused: it takes jobs and prints none of them.
        refuses: it takes no jobs.
        why: what the system says about that, in its own words; "" where it says nothing.
    """

    name: str
    is_default: bool = False
    is_paused: bool = False
    refuses: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a file is sent: a printer, one of its trays ("" for whichever it takes), and how often it is printed."""

    printer: str
    tray: str = ""
    copies: int = 1

    def check(self) -> "Destination":
        """Return it when it can be meant.

        Raises:
            InputError: no copies, or far too many.
        """
        if not 1 <= self.copies <= MOST_COPIES:
            raise InputError("printers.copies", most=MOST_COPIES)
        return self


@dataclass(frozen=True, slots=True)
class Paper:
    """What a file is printed on: the size of its sheets in mm, and over which edge they are turned."""

    width_mm: float
    height_mm: float
    duplex: Duplex = ""


def list_printers() -> list[Printer]:
    """Return the printers of this computer, that of the system first; none where nothing can print or nothing answers.

    It asks the system, which may take seconds: never on the thread of a window.
    """
    found: Sequence[Printer] = _system().list_printers()
    return sorted(found, key=lambda it: (not it.is_default, it.name.casefold()))


def list_trays(printer: str) -> list[str]:
    """Return the trays of a printer by the names its driver has for them; none where it has or tells none."""
    found: list[str] = _system().list_trays(printer)
    return found


def knows_paper(printer: str, paper: Paper) -> bool:
    """Tell whether a printer takes a paper, as far as its driver tells; others it would print on its usual one."""
    known: bool = _system().knows_paper(printer, paper)
    return known


def check_destination(to: Destination) -> None:
    """See before any work whether there is such a printer; whether it prints is seen when it is sent something.

    Raises:
        InputError: there is none of this name; those that there are, are named.
    """
    to.check()
    printers = list_printers()
    if printers and to.printer not in {it.name for it in printers}:
        raise InputError("printers.unknown", printer=to.printer, names=", ".join(it.name for it in printers))


def send(file: Path, to: Destination, paper: Paper, title: str) -> str:
    """Give a proven PDF to a printer as it is, at its real size, and return its number in the queue.

    Where there is no queue with numbers it is "".

    Raises:
        RefusedError: the printer is not there, is paused or does not take it, or the system does not answer.
        InputError: the printer has other trays.
    """
    printer = next((it for it in list_printers() if it.name == to.printer), None)
    if printer is not None and (printer.is_paused or printer.refuses):
        raise _stopped(printer)
    request: str = _system().send(file, to, paper, title)
    return request


def _stopped(printer: Printer) -> RefusedError:
    if printer.refuses:
        key = "printers.refuses_why" if printer.why else "printers.refuses"
    else:
        key = "printers.paused_why" if printer.why else "printers.paused"
    return RefusedError(key, printer=printer.name, why=printer.why)


def matched(trays: Sequence[str], tray: str) -> str:
    """Return the name of the driver for a tray as people write it: "tray 2" is "Tray2"."""
    return next((it for it in trays if _plain(it) == _plain(tray)), "")


def _plain(tray: str) -> str:
    return "".join(letter for letter in tray.casefold() if letter.isalnum())


def _system() -> ModuleType | Any:
    """Return what prints here."""
    if sys.platform == "win32":
        from showcase.printing import qtprinters

        return qtprinters
    from showcase.printing import cups

    return cups
