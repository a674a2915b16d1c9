"""`showcase print badges|signs|cards --out FILE`: print, prove, and record what was printed."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from showcase.app import App
from showcase.cli.output import Output
from showcase.cli.places import opened, passphrase
from showcase.cli.running import DONE, refuse
from showcase.errors import RefusedError
from showcase.printing.batch import Choice, issue_missing, list_badgeless, prepare, print_batch
from showcase.printing.job import PrintReport, Problem

_SHOWN: Final = 20
"""Problems that are said one by one; the object of --json has them all."""


def run(asked: Namespace, output: Output) -> int:
    """Print what was asked for."""
    languages = tuple(word.strip().lower() for word in asked.language.split(",") if word.strip())
    choice = Choice(asked.what, asked.template, asked.sheet, languages, asked.base_url)
    with opened(asked, output) as app:
        if asked.what == "badges":
            _issue(asked, app, output)
        try:
            report = print_choice(app, choice, asked.out, output, asked.start_slot - 1, allow_failed=asked.allow_failed)
        except RefusedError as error:
            problems: Sequence[Problem] = error.params.get("problems", ())
            say_problems(problems, output)
            return refuse(output, error, **_refused(problems, error.params.get("items", 0), output))
    output.result(values([report], output))
    return DONE


def print_choice(
    app: App, choice: Choice, out: Path, output: Output, start_slot: int = 0, *, allow_failed: bool = False
) -> PrintReport:
    """Print a choice into a file and say what came of it."""
    progress = output.progress("printing", file=out.name)
    batch = prepare(app, choice)
    report = print_batch(app, batch, out, start_slot=start_slot, allow_failed=allow_failed, progress=progress)
    say_problems(report.problems, output)
    output.say("printed", file=str(report.files[0]), n=report.items, pages=report.pages, proven=report.proven)
    if report.failed:
        output.say("left_out", n=report.failed)
    return report


def say_problems(problems: Sequence[Problem], output: Output) -> None:
    """Say what is the matter with which item."""
    for problem in problems[:_SHOWN]:
        output.line(sentence(problem, output))
    if len(problems) > _SHOWN:
        output.say("more_problems", n=len(problems) - _SHOWN)


def sentence(problem: Problem, output: Output) -> str:
    """Return what is the matter with one item."""
    reason = output.explain(RefusedError(problem.key, **problem.params))
    return output.text(f"problem_{problem.severity}", title=problem.title, reason=reason)


def values(reports: Sequence[PrintReport], output: Output) -> dict[str, Any]:
    """Return the object of --json for one or more jobs."""
    return {
        "items": sum(report.items for report in reports),
        "pages": sum(report.pages for report in reports),
        "proven": sum(report.proven for report in reports),
        "failed": sum(report.failed for report in reports),
        "files": [str(file.absolute()) for report in reports for file in report.files],
        "problems": [_problem(problem, output) for report in reports for problem in report.problems],
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
        "reason": output.explain(RefusedError(problem.key, **problem.params)),
    }


def _issue(asked: Namespace, app: App, output: Output) -> None:
    """Issue a badge to everyone who has none; only then is the passphrase needed."""
    people = list_badgeless(app)
    if people:
        issued = issue_missing(app, people, passphrase(asked, app, output))
        output.say("issued", n=issued)
