"""What erasing will do, did, and could not do, in sentences: the same on the command line and in a window."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from showcase.erasure.records import CopyKind, ErasureRecord, Left, Preview

Say = Callable[..., str]
"""Returns the text of a key, filled."""


def tell_preview(seen: Preview, say: Say) -> Iterator[str]:
    """Say what will go and what stays, before anything is done."""
    yield say("erasure.will_go", name=seen.name)
    yield say(
        "erasure.will_go_counts",
        badges=seen.badges,
        sessions=seen.sessions,
        notes=seen.notes,
        edits=seen.edits,
        backups=seen.backups,
    )
    yield say("erasure.will_stay")
    if seen.mentions:
        yield say("erasure.mentions", names=", ".join(seen.mentions))
    if seen.stations:
        yield say("erasure.at_hand", files=", ".join(it.name for it in seen.stations))
    yield from tell_left(seen.left, say)


def tell_done(done: ErasureRecord, say: Say) -> Iterator[str]:
    """Say what was done, and what is left to see to."""
    yield say("erasure.done", n=done.people)
    if done.finished_at is None:
        yield say("erasure.unfinished")
    yield from tell_left(done.left, say)
    yield say("erasure.unknown_copies")


def tell_left(left: Sequence[Left], say: Say) -> Iterator[str]:
    """Say which copies are out of reach."""
    if left:
        yield say("erasure.left", n=len(left))
    for it in left:
        yield f"  {tell_one(it, say)}"


def tell_one(it: Left, say: Say) -> str:
    """Say what and where a copy is, since when, and what becomes of it."""
    moment = f"{it.at.astimezone():%Y-%m-%d %H:%M}"
    key = "erasure.left_paper" if it.kind is CopyKind.PRINT and not it.where else it.kind.key
    name, place = (it.by, it.where) if it.kind is CopyKind.STATION else (it.where, it.by)
    return say(key, file=it.where, by=it.by, name=name, place=place, at=moment)


def tell_until(day: dt.date | None, say: Say) -> str:
    """Say until when what is personal may be kept."""
    return say("erasure.until", day=day.isoformat()) if day else say("erasure.no_day")
