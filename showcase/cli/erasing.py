"""`showcase erase WHO`: somebody is erased for good; `--past` erases everybody when the day for it is over."""

from argparse import Namespace
from typing import Any

from showcase.cli.output import Output
from showcase.cli.places import opened, passphrase
from showcase.cli.running import DONE, USERS_PROBLEM
from showcase.erasure.copies import finish
from showcase.erasure.doing import erase_past, erase_person, foresee
from showcase.erasure.finding import find_one
from showcase.erasure.reach import list_erasures
from showcase.erasure.records import ErasureRecord
from showcase.erasure.telling import tell_done, tell_left, tell_one, tell_preview, tell_until
from showcase.errors import InputError
from showcase.messages import message
from showcase.people.edits import unlock_signer


def run(asked: Namespace, output: Output) -> int:
    """Do what was asked for."""

    def say(key: str, **params: Any) -> str:
        return message(key, output.language, **params)

    if asked.past:
        return _past(asked, output, say)
    if not asked.who:
        return _list(asked, output, say)
    return _one(asked, output, say)


def _one(asked: Namespace, output: Output, say: Any) -> int:
    with opened(asked, output) as app:
        with app.reading() as session:
            person = find_one(session, asked.who)
        if not asked.yes:
            seen = foresee(app.database, person.id)
            for line in tell_preview(seen, say):
                output.line(line)
            output.line(say("erasure.add_yes"))
            output.result({"person": person.id, "left": [it.stored() for it in seen.left], "done": False})
            return DONE
        signer = None
        if asked.station:
            words = passphrase(asked, app, output, needed="leads.passphrase_needed")
            with app.reading() as session:
                signer = unlock_signer(session, words)
        progress = output.progress("erasing")
        done = erase_person(app.database, person.id, stations=asked.station, signer=signer, progress=progress)
    return _tell(done, output, say)


def _past(asked: Namespace, output: Output, say: Any) -> int:
    with opened(asked, output) as app:
        if not asked.yes:
            raise InputError("erasure.past_yes")
        done = erase_past(app.database, output.progress("erasing"))
    return _tell(done, output, say)


def _list(asked: Namespace, output: Output, say: Any) -> int:
    """Say what was erased, until when the rest may be kept, and bring to an end what was cut short."""
    from showcase.catalogue.queries import get_event

    with opened(asked, output) as app:
        with app.reading() as session:
            until, erasures = get_event(session).kept_until, list_erasures(session)
        if any(it.finished_at is None for it in erasures):
            finish(app.database, output.progress("erasing"))
            with app.reading() as session:
                erasures = list_erasures(session)
    output.line(tell_until(until, say))
    for it in erasures:
        output.line(say("erasure.listed", at=f"{it.at.astimezone():%Y-%m-%d %H:%M}", user=it.user, n=it.people))
        for line in tell_left(it.left, say):
            output.line(line)
    output.result({"kept_until": until, "erasures": [_values(it, say) for it in erasures]})
    return DONE


def _tell(done: ErasureRecord, output: Output, say: Any) -> int:
    for line in tell_done(done, say):
        output.line(line)
    output.result(_values(done, say))
    return DONE if done.finished_at else USERS_PROBLEM


def _values(it: ErasureRecord, say: Any) -> dict[str, Any]:
    left = [{**one.stored(), "sentence": tell_one(one, say)} for one in it.left]
    kept = {"at": it.at, "reason": it.reason.value, "people": it.people, "gone": dict(it.gone)}
    return {"erasure": it.id, **kept, "finished": it.finished_at is not None, "left": left}
