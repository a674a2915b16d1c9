"""`showcase print --list-printers | --to PRINTER | --send JOB --to PRINTER`: printers, and what they were sent."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE
from showcase.documents.history import find_print_job, short_name
from showcase.errors import InputError, RefusedError
from showcase.messages import message
from showcase.printing.job import PrintReport
from showcase.printing.printers import Destination, Printer, list_printers
from showcase.printing.sending import send_job


def list_all(output: Output) -> int:
    """Say which printers there are, and what is the matter with them."""
    found = list_printers()
    for printer in found:
        output.line(_line(printer, output))
    if not found:
        output.line(message("printers.none", output.language))
    output.result({"printers": [_values(printer) for printer in found]})
    return DONE


def destination(asked: Namespace) -> Destination | None:
    """Return where the file is to be sent, None when it is to be a file alone.

    Raises:
        InputError: so many copies are never meant, or there is no printer to make them.
    """
    if not asked.to:
        if asked.copies != 1:
            raise InputError("printers.copies_to")
        return None
    return Destination(asked.to.strip(), asked.tray.strip(), asked.copies).check()


def send_again(asked: Namespace, output: Output) -> int:
    """Send what a job proved to a printer, without painting it again."""
    to = destination(asked)
    if to is None:
        raise InputError("printers.send_where")
    with opened(asked, output) as app:
        with app.reading() as session:
            job = find_print_job(session, asked.send)
        done = send_job(app, job.id, to)
    _say_taken(to, done.request, output)
    for notice in done.notices:
        output.line(output.explain(RefusedError(notice.key, **notice.params)))
    output.result({"job": job.id.hex, "file": job.target, "sent": _sent(to, done.request)})
    return DONE


def say_sent(report: PrintReport, output: Output) -> None:
    """Say that the printer took a file; or why it did not, where the file is kept and how it is sent again."""
    if report.sent:
        _say_taken(report.sent, report.request, output)
    if report.unsent and report.job:
        output.complain(output.explain(report.unsent))
        told = {"file": str(report.files[0]), "job": short_name(report.job)}
        output.complain(message("printers.kept", output.language, **told))


def values(reports: Sequence[PrintReport], output: Output) -> dict[str, Any]:
    """Return what --json says of printers; nothing where none was asked for."""
    told: dict[str, Any] = {}
    for report in reports:
        if report.job:
            told["job"] = report.job.hex
        if report.sent:
            told["sent"] = _sent(report.sent, report.request)
        if report.unsent:
            told["error"] = {"key": report.unsent.key, "sentence": output.explain(report.unsent)}
    return told


def _say_taken(to: Destination, request: str, output: Output) -> None:
    key = "sent_number" if request else "sent"
    output.line(message(f"printers.{key}", output.language, printer=to.printer, n=to.copies, request=request))


def _sent(to: Destination, request: str) -> dict[str, Any]:
    return {"printer": to.printer, "tray": to.tray, "copies": to.copies, "request": request}


def _line(printer: Printer, output: Output) -> str:
    state = "refuses" if printer.refuses else "paused" if printer.is_paused else "ready"
    words = [message(f"printers.state_{state}", output.language), printer.why]
    if printer.is_default:
        words.append(message("printers.default", output.language))
    return f"{printer.name}: {', '.join(word for word in words if word)}"


def _values(printer: Printer) -> dict[str, Any]:
    return {
        "name": printer.name,
        "default": printer.is_default,
        "paused": printer.is_paused,
        "accepts": not printer.refuses,
        "reason": printer.why,
    }
