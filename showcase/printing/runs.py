"""Print jobs as facts: planned, painted and proven part by part, done; or failed, cancelled, interrupted, resumed."""

import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from showcase.app import App
from showcase.documents import edits, jobfolder
from showcase.documents.calibration import Placing
from showcase.documents.edits import PrintRun, Reason, reason_of
from showcase.documents.history import get_print_job, list_job_events, list_printed_items, short_name
from showcase.documents.items import PrintItem
from showcase.documents.records import PrintJobRecord
from showcase.errors import Cancelled, FileError, InputError, RefusedError, UserError
from showcase.files import forget_beside
from showcase.people.edits import record_printed
from showcase.printing.batch import Batch, Choice, choice_again, pictures, prepare
from showcase.printing.files import check_place, plain_errors
from showcase.printing.job import PrintReport, Problem, print_items
from showcase.printing.parts import ProvenPart, Shelf
from showcase.printing.printers import Destination, check_destination
from showcase.printing.profiles import Profile
from showcase.printing.sending import send_job, sum_of
from showcase.progress import Progress, no_progress
from showcase.store.journal import user_name


@dataclass(frozen=True, slots=True)
class Resumed:
    """A job that was resumed: what came of it, and the titles of what changed or went since it was planned.

    `to` is the printer it is for, None where it is a file alone.
    """

    job: PrintJobRecord
    report: PrintReport
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    to: Destination | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """A job that is about to run.

    `places` are the places in the plan of the items of the batch, `left_out` the others and why. `known` are the parts
    that were proven before, by what their bytes added up to.
    """

    job_id: uuid.UUID
    batch: Batch
    out: Path
    places: Sequence[int]
    start_slot: int = 0
    blocked: frozenset[int] = frozenset()
    allow_failed: bool = False
    left_out: Mapping[int, Reason] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    begun: Mapping[str, Any] = field(default_factory=dict)


def print_batch(
    app: App,
    batch: Batch,
    out: Path,
    *,
    start_slot: int = 0,
    blocked: frozenset[int] = frozenset(),
    allow_failed: bool = False,
    sends: bool = True,
    progress: Progress = no_progress,
) -> PrintReport:
    """Print a batch into a file; the job is recorded before anything is done, and with all that becomes of it.

    What is for a printer is then sent there, unless the caller does so by `send_printed`.

    See `showcase.printing.job.print_items` for what is raised; the job is then recorded as failed or cancelled.
    """
    check_place(out)
    if not batch.items:
        raise RefusedError("printing.nothing_to_print")
    if batch.choice.to is not None:
        if out.suffix.lower() != ".pdf":
            raise InputError("printers.pdf_alone")
        check_destination(batch.choice.to)
    plan = PrintRun(
        batch.template,
        batch.items,
        batch.stock.id,
        batch.choice.languages,
        target=str(out.absolute()),
        station=user_name(),
        settings=_settings(batch, start_slot, blocked, allow_failed=allow_failed),
    )
    with app.transaction() as session:
        job_id = edits.plan_print_job(session, plan)
    run = _Run(job_id, batch, out, range(len(batch.items)), start_slot, blocked, allow_failed)
    report = _run(app, run, progress)
    return send_printed(app, report, batch.choice.to) if sends else report


def resume_job(app: App, job_id: uuid.UUID, progress: Progress = no_progress, *, sends: bool = True) -> Resumed:
    """Go on with a job that has no end: parts that are proven stay, the rest is painted, all is one file.

    Its process went, somebody cancelled it, or there was no room for what it wrote.

    What changed since the job was planned is painted as it is now, what is no longer there is left out; both are said.

    Raises:
        RefusedError: the job is done, failed for another reason, or was given up.
        LockedFile: it runs.
        UserError: as `print_batch`.
    """
    with app.reading() as session:
        job, events = get_print_job(session, job_id), list_job_events(session, job_id)
        planned = list_printed_items(session, job_id)
    _check_open(job)
    batch = prepare(app, choice_again(job))
    placing = job.settings.get("placing")
    batch = replace(batch, placing=Placing(*placing) if placing else None)
    now = dict(zip(batch.places, batch.items, strict=True))
    changed = tuple(it.title for it in planned if it.position in now and now[it.position].data_hash != it.data_hash)
    gone = {it.position: {"key": "prints.item_gone", "params": {}} for it in planned if it.position not in now}
    run = _Run(
        job_id,
        batch,
        Path(job.target),
        batch.places,
        job.settings.get("start_slot", 0),
        frozenset(job.settings.get("blocked", ())),
        job.settings.get("allow_failed", False),
        left_out=gone,
        known={event.detail["part"]: event.detail["sha256"] for event in events if "part" in event.detail},
        begun={"resumed": True, "changed": len(changed), "gone": len(gone)},
    )
    report = _run(app, run, progress)
    if sends:
        report = send_printed(app, report, batch.choice.to)
    return Resumed(job, report, changed, tuple(it.title for it in planned if it.position in gone), batch.choice.to)


def send_printed(app: App, report: PrintReport, to: Destination | None) -> PrintReport:
    """Send what was printed to the printer it is for; that this did not take it undoes nothing, and is said."""
    if to is None or report.job is None:
        return report
    try:
        done = send_job(app, report.job, to)
        return replace(report, sent=to, request=done.request, notices=(*report.notices, *done.notices))
    except UserError as error:
        return replace(report, unsent=error)


def discard_job(app: App, job_id: uuid.UUID) -> None:
    """Give up a job that might go on: it counts as cancelled, and its parts are deleted.

    Raises:
        RefusedError: it runs, or might not.
    """
    with app.transaction() as session:
        job = get_print_job(session, job_id)
        _check_open(job)
        edits.cancel_print_job(session, job_id, given_up=True)
    forget_beside(Path(job.target), str(job_id))
    jobfolder.clear([job_id])


def _check_open(job: PrintJobRecord) -> None:
    if not job.can_go_on:
        raise RefusedError("prints.job_runs" if job.is_running else "prints.job_ended", job=short_name(job.id))


def _settings(batch: Batch, start_slot: int, blocked: frozenset[int], *, allow_failed: bool) -> dict[str, Any]:
    """Return what else repeats a run: `showcase.printing.batch.choice_again` reads it."""
    choice, placing = batch.choice, batch.placing
    output = choice.output
    every = {
        "start_slot": start_slot,
        "blocked": sorted(blocked),
        "allow_failed": allow_failed,
        "base_url": choice.base_url,
        "duplex": choice.duplex,
        "to": [choice.to.printer, choice.to.tray, choice.to.copies] if choice.to else [],
        "printer": list(choice.printer) if choice.printer[0] else [],
        "placing": [*_numbers(placing)] if placing else [],
        "profile": "" if output.profile is Profile.OFFICE else output.profile.value,
        "icc": output.icc_file,
        "icc_sha256": sha256(output.icc).hexdigest() if output.icc else "",
        **_origin(choice),
    }
    return {name: value for name, value in every.items() if value}


def _origin(choice: Choice) -> dict[str, Any]:
    return {"again": choice.job.hex, "from": choice.first} if choice.job else {}


def _numbers(placing: Placing) -> tuple[float, ...]:
    return placing.offset_x_mm, placing.offset_y_mm, placing.scale_x, placing.scale_y, placing.turn


def _run(app: App, run: _Run, progress: Progress) -> PrintReport:
    """Do a job, and record what becomes of it."""
    ended = False
    jobfolder.sweep()
    try:
        with plain_errors(run.out), jobfolder.held(run.job_id) as folder:
            forget_beside(run.out, str(run.job_id))
            try:
                report = _print(app, run, folder, progress)
            except BaseException as error:
                ended = _ended(app, run, error)
                raise
            _finish(app, run, report)
            ended = True
    finally:
        if ended:  # else it can be resumed
            jobfolder.clear([run.job_id])
    return replace(report, job=run.job_id)


def _print(app: App, run: _Run, folder: Path, progress: Progress) -> PrintReport:
    batch, job_id = run.batch, run.job_id
    if not batch.items:
        raise RefusedError("printing.nothing_to_print")

    def painting() -> None:
        with app.transaction() as session:
            edits.record_painting(session, job_id, run.begun)

    def told(part: ProvenPart) -> None:
        proven = run.places[part.items] if part.items < len(run.places) else run.places[-1] + 1
        detail = {"proven": proven, "part": part.name, "sha256": part.sha256}
        with app.transaction() as session:
            edits.record_painting(session, job_id, detail)

    return print_items(
        batch.items,
        batch.template,
        batch.stock,
        batch.choice.languages,
        run.out,
        pictures=pictures(app),
        start_slot=run.start_slot,
        blocked=run.blocked,
        placing=batch.placing,
        duplex=batch.choice.duplex,
        output=batch.choice.output,
        allow_failed=run.allow_failed,
        job_id=job_id,
        shelf=Shelf(folder, run.known, told),
        painting=painting,
        progress=progress,
    )


def _finish(app: App, run: _Run, report: PrintReport) -> None:
    """Record that the file is in its place, and with it what was printed."""
    refused = _refused(run, report.problems)
    items: dict[int, PrintItem] = {
        place: item for place, item in zip(run.places, run.batch.items, strict=True) if place not in refused
    }
    with app.transaction() as session:
        edits.finish_print_job(
            session,
            run.job_id,
            items,
            {**run.left_out, **refused},
            file_sha256=sum_of(run.out) if run.out.suffix.lower() == ".pdf" else "",
            is_to_be_sent=run.batch.choice.to is not None,
        )
        if run.batch.choice.what == "badges" and run.batch.choice.to is None:
            badges = [uuid.UUID(item.subject) for item in items.values()]
            record_printed(session, badges, station=user_name())


def _ended(app: App, run: _Run, error: BaseException) -> bool:
    """Record why a job came to no good end; return whether it cannot go on from there.

    It can when it was cancelled, or the system did not take its file. Where there is no room to record even that, the
    history says that it was interrupted.
    """
    with suppress(UserError), app.transaction() as session:
        if isinstance(error, Cancelled | KeyboardInterrupt):
            edits.cancel_print_job(session, run.job_id)
        elif isinstance(error, FileError):
            edits.fail_print_job(session, run.job_id, error, {}, can_go_on=True)
        else:
            told = error if isinstance(error, UserError) else RefusedError("prints.failed_bug")
            refused = _refused(run, told.params.get("problems", ()))
            edits.fail_print_job(session, run.job_id, told, {**run.left_out, **refused})
            return True
    return False


def _refused(run: _Run, problems: Sequence[Problem]) -> dict[int, Reason]:
    """Return place in the plan -> why that was left out."""
    stops = (problem for problem in problems if problem.severity == "stop")
    return {run.places[it.item]: reason_of(RefusedError(it.key, **it.params)) for it in stops}
