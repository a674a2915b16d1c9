"""`showcase print --history | --resume [JOB] | --discard JOB`: what print jobs there are, and going on with one."""

from argparse import Namespace
from typing import Any

from showcase.app import App
from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE
from showcase.documents.history import find_print_job, list_print_jobs, short_name
from showcase.documents.kinds import KINDS
from showcase.documents.records import PrintJobRecord, error_of
from showcase.errors import RefusedError
from showcase.messages import message
from showcase.printing.job import PrintReport
from showcase.printing.runs import discard_job, resume_job


def list_history(asked: Namespace, output: Output) -> int:
    """Say every print job, the newest first."""
    with opened(asked, output) as app, app.reading() as session:
        jobs = list_print_jobs(session)
    for job in jobs:
        output.line(_line(job, output))
    if not jobs:
        output.line(message("prints.no_jobs", output.language))
    output.result({"jobs": [_values(job) for job in jobs]})
    return DONE


def resume(app: App, typed: str | bool, output: Output) -> PrintReport:
    """Go on with the job that is meant, by default the last that can be, and say what is new in it.

    Raises:
        RefusedError: no job can be resumed, or not this one.
        InputError: there is no such job.
    """
    with app.reading() as session:
        if isinstance(typed, str):
            job = find_print_job(session, typed)
        else:
            found = next((it for it in list_print_jobs(session) if it.can_go_on), None)
            if found is None:
                raise RefusedError("prints.none_interrupted")
            job = found
    output.line(_line(job, output))
    done = resume_job(app, job.id, output.progress("printing", file=job.target))
    for key, titles in (("changed", done.changed), ("gone", done.gone)):
        if titles:
            output.line(message(f"prints.resumed_{key}", output.language, n=len(titles), titles="; ".join(titles[:3])))
    return done.report


def discard(asked: Namespace, output: Output) -> int:
    """Give up a job that might go on."""
    with opened(asked, output) as app:
        with app.reading() as session:
            job = find_print_job(session, asked.discard)
        discard_job(app, job.id)
    output.line(message("prints.discarded", output.language, job=short_name(job.id)))
    output.result({"discarded": job.id.hex})
    return DONE


def state_of(job: PrintJobRecord) -> str:
    """Return the word of a job's state: "interrupted" where its process went before it was done."""
    return "interrupted" if job.is_interrupted else job.state.value


def _line(job: PrintJobRecord, output: Output) -> str:
    told = message(f"prints.state_{state_of(job)}", output.language)
    why = f": {output.explain(error_of(job.reason))}" if job.reason else ""
    what = message(f"signage.what_{KINDS[job.kind].what}", output.language)
    values = {"job": short_name(job.id), "at": f"{job.created_at.astimezone():%Y-%m-%d %H:%M}", "what": what}
    return message("prints.line", output.language, **values, n=job.good, of=job.item_count, state=f"{told}{why}")


def _values(job: PrintJobRecord) -> dict[str, Any]:
    return {
        "job": job.id.hex,
        "what": KINDS[job.kind].what,
        "template": job.template,
        "sheet": job.stock,
        "state": state_of(job),
        "can_resume": job.can_go_on,
        "items": job.item_count,
        "refused": job.refused,
        "proven": job.good,
        "file": job.target,
        "at": job.created_at,
        "by": job.station,
    }
