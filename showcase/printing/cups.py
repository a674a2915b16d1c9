"""Printing by CUPS, the printing system of Linux and macOS, through its own commands: lp, lpstat and lpoptions."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from showcase.errors import InputError, RefusedError
from showcase.printing.printers import Destination, Paper, Printer, matched

_ASKED_S: Final = 15
"""Seconds for an answer about printers: those of the network are looked for meanwhile."""
_TAKEN_S: Final = 120
"""Seconds in which a file is taken: a hundred megabytes to a print server in the next room."""
_NAMES: Final = ("a0", "a1", "a2", "a3", "a4", "a5", "a6", "letter", "legal", "tabloid")
_SIZES: Final = (
    (841, 1189), (594, 841), (420, 594), (297, 420), (210, 297), (148, 210), (105, 148),
    (215.9, 279.4), (215.9, 355.6), (279.4, 431.8),
)  # fmt: skip
_OFF_MM: Final = 0.5
_SIDES: Final = {"": "one-sided", "long": "two-sided-long-edge", "short": "two-sided-short-edge"}
_STATE: Final = re.compile(r"printer (\S+) (?:is|now|disabled)\b")
_ACCEPTS: Final = re.compile(r"(\S+) (not accepting|accepting) requests\b")
_POINTS: Final = re.compile(r"^w(\d+)h(\d+)")
_MEASURED: Final = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)")
_NEAR_MM: Final = 1.5
"""Whole points and whole millimetres of drivers are rounded."""
_REQUEST: Final = re.compile(r"request id is (\S+)")
_SAID: Final = 200
"""Letters of what the system says that are said again."""


def list_printers() -> list[Printer]:
    """Return the printers and what is the matter with each."""
    names = (_asked("lpstat", "-e") or "").split("\n")
    names = [name.strip() for name in names if name.strip()]
    if not names:
        return []
    told = _asked("lpstat", "-p", "-a", "-d") or ""
    paused, refusing = _states(told)
    default = (
        told.rpartition("system default destination: ")[2].split("\n")[0].strip() if "destination: " in told else ""
    )
    return [
        Printer(
            name,
            is_default=name == default,
            is_paused=name in paused,
            refuses=name in refusing,
            why=refusing.get(name) or paused.get(name, ""),
        )
        for name in dict.fromkeys(names)
    ]


def _states(told: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return printer -> why it is paused, and printer -> why it takes nothing; reasons stand on indented lines."""
    paused: dict[str, str] = {}
    refusing: dict[str, str] = {}
    current: tuple[dict[str, str], str] | None = None
    for line in told.splitlines():
        if line[:1].isspace():
            if current is not None:
                places, name = current
                why = line.strip().rstrip(".")
                places[name] = "" if why.casefold() in {"reason unknown", "paused"} else why[:_SAID]
            current = None
            continue
        state, accepts = _STATE.match(line), _ACCEPTS.match(line)
        current = None
        if state and "disabled" in line.split(" ", 3)[2]:
            current = paused, state[1]
        elif accepts and accepts[2] == "not accepting":
            current = refusing, accepts[1]
        if current is not None:
            current[0][current[1]] = ""
    return paused, refusing


def list_trays(printer: str) -> list[str]:
    """Return what the driver of a printer calls its trays."""
    return _choices(printer, "InputSlot")


def knows_paper(printer: str, paper: Paper) -> bool:
    """Tell whether a printer takes a paper; on one that its driver has not, it prints as on its usual one.

    A driver that tells of no papers may have them all.
    """
    papers = _choices(printer, "PageSize")
    return not papers or any(it.startswith("Custom.") or _is_size(it, paper) for it in papers)


def _is_size(name: str, paper: Paper) -> bool:
    """Tell whether a paper of a driver, such as "A4", "w162h288" (points) or "62x100mm", is of a size."""
    plain = name.partition(".")[0] if name.count(".") == 1 and not name[-1].isdigit() else name
    if plain.casefold() == media(paper).casefold():
        return True
    found = _POINTS.search(name) or _MEASURED.search(name)
    if found is None:
        return False
    scale = 25.4 / 72 if found.re is _POINTS else 25.4 if found[3] == "in" else 1.0
    sides = sorted((float(found[1]) * scale, float(found[2]) * scale))
    wanted = sorted((paper.width_mm, paper.height_mm))
    return all(abs(one - other) <= _NEAR_MM for one, other in zip(sides, wanted, strict=True))


def _choices(printer: str, wanted: str) -> list[str]:
    """Return what can be chosen for an option of a printer, by the names of its driver."""
    for line in (_asked("lpoptions", "-p", printer, "-l") or "").splitlines():
        option, _, choices = line.partition(":")
        if option.partition("/")[0] == wanted:
            return [choice.lstrip("*") for choice in choices.split()]
    return []


def send(file: Path, to: Destination, paper: Paper, title: str, seconds: float = _TAKEN_S) -> str:
    """Give a file to a printer and return its number in the queue.

    Raises:
        RefusedError: it does not take it, or CUPS is not there or does not answer.
        InputError: the printer has other trays.
    """
    lp = shutil.which("lp")
    if lp is None:
        raise RefusedError("printers.no_system")
    try:
        done = _run([lp, *options(to, paper), "-t", title, "--", str(file)], seconds)
    except subprocess.TimeoutExpired as error:
        raise RefusedError("printers.silent", printer=to.printer, n=round(seconds)) from error
    except OSError as error:
        raise RefusedError("printers.no_system") from error
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or [f"lp {done.returncode}"]
        raise RefusedError("printers.not_taken", printer=to.printer, said=said[0].removeprefix("lp: ")[:_SAID])
    request = _REQUEST.search(done.stdout)
    return request[1] if request else ""


def options(to: Destination, paper: Paper) -> list[str]:
    """Return the options of lp: the printer, how often, and that nothing is scaled.

    Raises:
        InputError: the printer has other trays.
    """
    asked = ["print-scaling=none", f"media={media(paper)}", f"sides={_SIDES[paper.duplex]}", *_tray(to)]
    return ["-d", to.printer, "-n", str(to.copies), *(word for option in asked for word in ("-o", option))]


def media(paper: Paper) -> str:
    """Return the name of a paper, whichever way it lies; a size of its own stays as it is, as rolls run one way."""
    width, height = sorted((paper.width_mm, paper.height_mm))
    for name, (narrow, wide) in zip(_NAMES, _SIZES, strict=True):
        if abs(width - narrow) <= _OFF_MM and abs(height - wide) <= _OFF_MM:
            return name.capitalize()
    return f"Custom.{paper.width_mm:.6g}x{paper.height_mm:.6g}mm"


def _tray(to: Destination) -> Sequence[str]:
    """Return the option that takes the paper from a tray; a printer that tells of none may have it all the same."""
    trays = list_trays(to.printer) if to.tray else []
    if not trays:
        return ()
    found = matched(trays, to.tray)
    if not found:
        raise InputError("printers.no_tray", printer=to.printer, tray=to.tray, names=", ".join(trays))
    return (f"InputSlot={found}",)


def _asked(*words: str) -> str | None:
    """Return what a command answers; None when it is not there, fails or does not answer in time."""
    program = shutil.which(words[0])
    try:
        done = _run([program, *words[1:]], _ASKED_S) if program else None
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done else None


def _run(words: Sequence[str], seconds: float) -> subprocess.CompletedProcess[str]:
    """Run a command without a shell, with nothing to read from, in the language that is understood here."""
    return subprocess.run(  # noqa: S603 - a program found on the path, and no shell
        words,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=seconds,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
        check=False,
    )
