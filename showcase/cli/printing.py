"""`showcase print WHAT --out FILE`: print, prove, and record what was printed; or list what it can be printed on."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from showcase.app import App
from showcase.cli import printers, printjobs
from showcase.cli.output import Output
from showcase.cli.places import opened, passphrase, remember_passphrase, require_keyring
from showcase.cli.running import DONE, USERS_PROBLEM, refuse
from showcase.cli.signage import list_designs, write_list
from showcase.documents.history import find_print_job, list_print_jobs
from showcase.documents.kinds import BY_WHAT
from showcase.documents.records import PrintJobRecord
from showcase.errors import InputError, RefusedError
from showcase.printing.batch import Choice, check_sheet, choice_again, issue_missing, list_badgeless, prepare, take_back
from showcase.printing.files import check_place
from showcase.printing.job import PrintReport, Problem
from showcase.printing.profiles import read_output
from showcase.printing.runs import print_batch
from showcase.printing.sending import new_file

_SHOWN: Final = 20
"""Problems that are said; the object of --json has them all."""
_NAMED: Final = 3
"""Items that are named where many share a problem."""
_DIGITS: Final = 6
_LONGEST: Final = 40
"""Letters of what was typed that are said again."""
_NOTHING: Final = PrintReport(0, 0, 0, 0, (), ())
"""All was printed before and nothing changed: that is what was asked for, so no failure."""


class Slots(NamedTuple):
    """The slots of the first sheet: the first that is free, and those that are not, counted from 0."""

    start: int
    blocked: frozenset[int]


_ALL_FREE: Final = Slots(0, frozenset())


def run(asked: Namespace, output: Output) -> int:
    """Print what was asked for."""
    if asked.list_templates or asked.list_sheets:
        return list_designs(asked, output, templates=asked.list_templates, sheets=asked.list_sheets)
    if asked.list_printers or asked.send:
        return printers.list_all(output) if asked.list_printers else printers.send_again(asked, output)
    if asked.history or asked.discard:
        return printjobs.list_history(asked, output) if asked.history else printjobs.discard(asked, output)
    if asked.resume:
        return _run_resume(asked, output)
    if asked.out is None and asked.to:
        asked.out = new_file(asked.what or "prints")
    return _run_list(asked, output) if asked.out is None else _run_print(asked, output)


def _run_list(asked: Namespace, output: Output) -> int:
    _check_list(asked)
    with opened(asked, output) as app:
        output.result({"list": write_list(app, asked.list, output)})
    return DONE


def _check_list(asked: Namespace) -> None:
    if asked.list is not None and asked.what != "fascias":
        raise InputError("signage.list_needs_fascias")


def _run_print(asked: Namespace, output: Output) -> int:
    _check_list(asked)
    if asked.job and (asked.what or asked.template or asked.language):
        raise InputError("prints.job_alone")
    check_place(asked.out)
    slots = _slots(asked)
    with opened(asked, output) as app:
        choice = _choice_of_job(app, asked) if asked.job else _choice(asked)
        listed = {"list": write_list(app, asked.list, output)} if asked.list is not None else {}
        try:
            with _issued(asked, app, choice, output):
                report = print_choice(app, choice, asked.out, output, slots, allow_failed=asked.allow_failed)
        except RefusedError as error:
            return _refuse(error, output)
    output.result({**values([report], output), **listed})
    return USERS_PROBLEM if report.unsent else DONE


def _choice(asked: Namespace) -> Choice:
    languages = tuple(word.strip().lower() for word in asked.language.split(",") if word.strip())
    return Choice(
        asked.what,
        asked.template,
        asked.sheet,
        languages,
        asked.base_url,
        which=asked.which,
        printer=(asked.printer, asked.tray),
        output=read_output(asked.profile, asked.icc),
        duplex=asked.duplex,
        to=printers.destination(asked),
    )


def _choice_of_job(app: App, asked: Namespace) -> Choice:
    """Return what an earlier job held, from one of its items on, printed as it was."""
    with app.reading() as session:
        job = find_print_job(session, asked.job)
    if not 1 <= asked.from_item <= job.item_count:
        raise InputError("prints.item_unknown", item=asked.from_item, n=job.item_count)
    return replace(choice_again(job, asked.which, asked.from_item - 1), to=printers.destination(asked))


def _run_resume(asked: Namespace, output: Output) -> int:
    with opened(asked, output) as app:
        try:
            report = printjobs.resume(app, asked.resume, output)
        except RefusedError as error:
            return _refuse(error, output)
    _say_report(report, output)
    output.result(values([report], output))
    return USERS_PROBLEM if report.unsent else DONE


def _refuse(error: RefusedError, output: Output) -> int:
    problems: Sequence[Problem] = error.params.get("problems", ())
    say_problems(problems, output)
    return refuse(output, error, **_refused(problems, error.params.get("items", 0), output))


def print_choice(
    app: App, choice: Choice, out: Path, output: Output, slots: Slots = _ALL_FREE, *, allow_failed: bool = False
) -> PrintReport:
    """Print a choice into a file and say what came of it."""
    progress = output.progress("printing", file=out.name)
    try:
        batch = prepare(app, choice)
    except RefusedError as error:
        if error.key == "documents.base_url_missing":
            raise RefusedError("cli.base_url_missing") from error
        raise
    if not batch.items and batch.counts.total and choice.which != "all":
        output.say(f"none_{choice.which}", total=batch.counts.total)
        return _NOTHING
    if not batch.items:
        raise RefusedError(f"signage.nothing_{BY_WHAT[choice.what].lacks}")
    for notice in batch.notices[:_SHOWN]:
        output.line(output.explain(RefusedError(notice.key, **notice.params)))
    if len(batch.notices) > _SHOWN:
        output.say("more_problems", n=len(batch.notices) - _SHOWN)
    report = print_batch(
        app, batch, out, start_slot=slots.start, blocked=slots.blocked, allow_failed=allow_failed, progress=progress
    )
    _say_report(report, output)
    return report


def _say_report(report: PrintReport, output: Output) -> None:
    say_problems(report.problems, output)
    for notice in report.notices:
        output.line(output.explain(RefusedError(notice.key, **notice.params)))
    output.say("printed", file=str(report.files[0]), n=report.items, pages=report.pages, proven=report.proven)
    if report.failed:
        output.say("left_out", n=report.failed)
    printers.say_sent(report, output)


def say_problems(problems: Sequence[Problem], output: Output) -> None:
    """Say what is the matter with which items, once for all that share it."""
    titles: dict[tuple[str, str], dict[int, str]] = {}
    for problem in problems:
        titles.setdefault((problem.severity, _reason(problem, output)), {})[problem.item] = problem.title
    for (severity, reason), shared in sorted(titles.items(), key=_stops_first)[:_SHOWN]:
        named = "; ".join([*shared.values()][:_NAMED])
        more = output.text("and_more", n=len(shared) - _NAMED) if len(shared) > _NAMED else ""
        output.say(f"problem_{severity}", titles=f"{named}{more}", reason=reason)
    if len(titles) > _SHOWN:
        output.say("more_problems", n=len(titles) - _SHOWN)


def _stops_first(entry: tuple[tuple[str, str], object]) -> bool:
    (severity, _), _ = entry
    return severity != "stop"


def _reason(problem: Problem, output: Output) -> str:
    return output.explain(RefusedError(problem.key, **problem.params))


def values(reports: Sequence[PrintReport], output: Output) -> dict[str, Any]:
    """Return the object of --json for one or more jobs."""
    return {
        "items": sum(report.items for report in reports),
        "pages": sum(report.pages for report in reports),
        "proven": sum(report.proven for report in reports),
        "failed": sum(report.failed for report in reports),
        "files": [str(file.absolute()) for report in reports for file in report.files],
        "problems": [_problem(problem, output) for report in reports for problem in report.problems],
        **printers.values(reports, output),
    }


def _refused(problems: Sequence[Problem], items: int, output: Output) -> dict[str, Any]:
    """Return the object for a batch that was not written: nothing of it counts as proven."""
    listed = [_problem(problem, output) for problem in problems]
    return {"items": items, "pages": 0, "proven": 0, "failed": items, "files": [], "problems": listed}


def _problem(problem: Problem, output: Output) -> dict[str, Any]:
    page = None if problem.page is None else problem.page + 1
    place = {"page": page, "element": problem.element}
    return {
        "subject": problem.subject,
        "title": problem.title,
        "severity": problem.severity,
        "place": place,
        "reason": _reason(problem, output),
    }


def _slots(asked: Namespace) -> Slots:
    """Return the slots that were named.

    Raises:
        InputError: a slot is no number.
    """
    (start,) = _numbers("--start-slot", asked.start_slot or "1") or (1,)
    return Slots(start - 1, frozenset(slot - 1 for slot in _numbers("--skip-slots", asked.skip_slots)))


def _numbers(option: str, words: str) -> tuple[int, ...]:
    named = [word.strip() for word in words.split(",") if word.strip()]
    if not all(word.isascii() and word.lstrip("-").isdigit() and len(word) <= _DIGITS for word in named):
        raise InputError("templates.slot_number", option=option, words=words[:_LONGEST])
    return tuple(map(int, named))


@contextmanager
def _issued(asked: Namespace, app: App, choice: Choice, output: Output) -> Iterator[None]:
    """Issue a badge to everyone who has none; only then is the passphrase needed.

    When printing fails they go, unless the job can be resumed: its pages hold them. What changed since it was printed
    was issued before.
    """
    people = list_badgeless(app) if asked.what == "badges" and choice.which != "changed" else []
    if not people:
        yield
        return
    check_sheet(prepare(app, choice), *_slots(asked))  # before anybody is asked for a passphrase
    if asked.remember_passphrase:
        require_keyring()
    found = passphrase(asked, app, output, needed="cli.passphrase_needed")
    badges, before = issue_missing(app, people, found), _last_job(app)
    try:
        if asked.remember_passphrase:
            remember_passphrase(app, found)
        yield
    except BaseException:
        job = _last_job(app)
        if job is None or not job.can_go_on or (before and before.id == job.id):
            take_back(app, badges)
        raise
    output.say("issued", n=len(badges))


def _last_job(app: App) -> PrintJobRecord | None:
    with app.reading() as session:
        return next(iter(list_print_jobs(session, limit=1, kind="badge")), None)
