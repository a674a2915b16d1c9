"""Sending the proven file of a print job to a printer, at once or again later, and what the history says of it."""

import datetime as dt
import mmap
import re
import uuid
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final, NamedTuple

from showcase.app import App
from showcase.documents import edits
from showcase.documents.history import get_print_job, list_job_events, short_name
from showcase.documents.kinds import KINDS
from showcase.documents.page import Notice
from showcase.documents.records import PrintJobRecord
from showcase.errors import DamagedFile, MissingFile, RefusedError, UserError
from showcase.paths import prints_folder
from showcase.people.edits import record_printed
from showcase.printing.files import plain_errors
from showcase.printing.printers import Destination, Paper, knows_paper, send
from showcase.store.journal import user_name

_TRIM: Final = re.compile(rb"/TrimBox \[(\S+) (\S+) (\S+) (\S+)\]")
_MM: Final = 25.4 / 72
_MOST: Final = 1000
"""Files of one kind in one second, which no hand makes."""


def new_file(what: str) -> Path:
    """Return a file for something that goes to a printer, in the folder where these are kept, which is made.

    Raises:
        ReadOnly, DiskFull: the folder cannot be made.
    """
    folder = prints_folder()
    name = f"{what}-{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    with plain_errors(folder / name):
        folder.mkdir(parents=True, exist_ok=True)
    names = (name, *(f"{name}-{again}" for again in range(2, _MOST)))
    return next(file for file in (folder / f"{it}.pdf" for it in names) if not file.exists())


class Sent(NamedTuple):
    """A file that a printer took: its number in the queue, "" where there is none, and what is worth a look."""

    request: str
    notices: tuple[Notice, ...] = ()


def send_job(app: App, job_id: uuid.UUID, to: Destination) -> Sent:
    """Send the file of a job to a printer, without painting anything, and record that it took it.

    Raises:
        RefusedError: the job has no proven PDF, its file is not the one that was proven, or the printer does not
            take it: the history then says so, and the file stays where it is.
        MissingFile: its file is not there any more.
        InputError: the printer has other trays, or so many copies are never meant.
    """
    to.check()
    with app.reading() as session:
        job, events = get_print_job(session, job_id), list_job_events(session, job_id)
    proven = next((it.detail.get("file_sha256", "") for it in reversed(events) if "file_sha256" in it.detail), "")
    try:
        file = _checked(job, proven)
        paper = _paper(file, job)
        request = send(file, to, paper, f"Showcase {short_name(job.id)}")
    except UserError as error:
        with suppress(UserError), app.transaction() as session:
            edits.fail_sending(session, job_id, error)
        raise
    detail: dict[str, Any] = {"printer": to.printer, "tray": to.tray, "copies": to.copies, "request": request}
    with app.transaction() as session:
        printed = edits.record_sent(session, job_id, {name: value for name, value in detail.items() if value})
        if KINDS[job.kind].what == "badges":
            record_printed(session, printed, station=user_name())
    if knows_paper(to.printer, paper):
        return Sent(request)
    told: dict[str, object] = {"printer": to.printer, "width": f"{paper.width_mm:g}", "height": f"{paper.height_mm:g}"}
    return Sent(request, (Notice("look", "printers.paper_unknown", told),))


def sum_of(file: Path) -> str:
    """Return what the bytes of a file add up to."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _checked(job: PrintJobRecord, proven: str) -> Path:
    """Return the file of a job when it is the one that was proven."""
    file = Path(job.target)
    if not job.has_file or file.suffix.lower() != ".pdf":
        raise RefusedError("printers.no_file", job=short_name(job.id))
    if not file.is_file():
        raise MissingFile("printers.file_gone", file=job.target)
    if not proven or sum_of(file) != proven:
        raise RefusedError("printers.file_other", file=job.target)
    return file


def _paper(file: Path, job: PrintJobRecord) -> Paper:
    """Return what a file is printed on: the trim of its pages, as all of a job have the same."""
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = _TRIM.search(data, max(0, data.rfind(b"/TrimBox [")))
        if found is None:
            raise DamagedFile("printing.pdf_damaged", name=file.name)
        left, bottom, right, top = (float(number) for number in found.groups())
    return Paper(round((right - left) * _MM, 2), round((top - bottom) * _MM, 2), job.settings.get("duplex", ""))
