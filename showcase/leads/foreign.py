"""Reading the facts of a file that somebody else had: nothing in it is believed before it was looked at."""

import datetime as dt
import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from showcase.leads import asking
from showcase.leads.facts import MOST_WORDS
from showcase.leads.kinds import Channel, Direction, FactKind, Method, Verdict
from showcase.leads.records import DETAIL_FIELDS, Fact
from showcase.store.database import connect
from showcase.store.failures import plain_failures

_SELECT: Final = "SELECT lead_facts.*, words FROM lead_facts LEFT JOIN lead_words ON fact_id = id ORDER BY seq"
_LONGEST: Final = 255
_MOST_BODY: Final = 20_000
_MOST_INT: Final = 2**53


def read_facts(path: Path) -> Iterator[Fact | None]:
    """Yield the facts of a scanner's file; None for each row that makes no sense.

    Raises:
        FileError: the file cannot be read.
    """
    with plain_failures(path, lambda _path: None), closing(connect(path, "rw")) as connection:
        connection.row_factory = sqlite3.Row
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for row in connection.execute(_SELECT):
            yield _fact(row)


def _fact(row: Mapping[str, Any]) -> Fact | None:
    try:
        fact = Fact(
            id=uuid.UUID(row["id"]),
            scope=uuid.UUID(row["scope"]),
            station=uuid.UUID(row["station"]),
            seq=_whole(row["seq"]),
            tick=_whole(row["tick"]),
            kind=FactKind(row["kind"]),
            subject=_subject(row["subject"]),
            badge_id=None if row["badge_id"] is None else uuid.UUID(row["badge_id"]),
            verdict=None if row["verdict"] is None else Verdict(row["verdict"]),
            product_id=None if row["product_id"] is None else uuid.UUID(row["product_id"]),
            at=dt.datetime.fromisoformat(row["at"]).replace(tzinfo=dt.UTC),
            offset_min=_whole(row["offset_min"]),
            monotonic_ms=_whole(row["monotonic_ms"]),
            run=_line(row["run"]),
            version=_line(row["version"]),
            method=None if row["method"] is None else Method(row["method"]),
            place=_line(row["place"]),
            staff=_line(row["staff"]),
            body=_body(row["body"]),
            words=None if row["words"] is None else bytes(row["words"])[:MOST_WORDS],
        )
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    check = _CHECKS.get(fact.kind)
    try:
        return fact if fact.seq > 0 and (check is None or check(fact)) else None
    except (ValueError, TypeError, AttributeError, KeyError):
        return None


def _whole(value: Any) -> int:
    if type(value) is not int or abs(value) > _MOST_INT:
        raise ValueError(value)
    return value


def _line(value: Any) -> str:
    if type(value) is not str or len(value) > _LONGEST:
        raise ValueError(value)
    return value


def _subject(value: Any) -> str:
    if value and (len(value) != 32 or bytes.fromhex(value).hex() != value):
        raise ValueError(value)
    return str(value)


def _body(value: Any) -> Mapping[str, Any]:
    if len(value) > _MOST_BODY:
        raise ValueError(value)
    body = json.loads(value)
    if not isinstance(body, dict):
        raise TypeError(body)
    return body


def _is_scan(fact: Fact) -> bool:
    return fact.verdict is not None and fact.body.get("move", Direction.IN.value) in set(Direction)


def _is_form(fact: Fact) -> bool:
    return asking.is_sound(fact.body)


def _is_note(fact: Fact) -> bool:
    replaced = fact.body.get("replaces")
    return replaced is None or bool(uuid.UUID(replaced))


_CHECKS: Final[Mapping[FactKind, Callable[[Fact], bool]]] = {
    FactKind.SCAN: _is_scan,
    FactKind.MOVE: lambda fact: fact.body["move"] in set(Direction),
    FactKind.NOTE: _is_note,
    FactKind.RATING: lambda fact: fact.body["rating"] in range(asking.RATINGS + 1),
    FactKind.ANSWER: lambda fact: (
        isinstance(fact.body["question"], str) and isinstance(fact.body.get("options", []), list)
    ),
    FactKind.INTEREST: lambda fact: fact.product_id is not None,
    FactKind.CONSENT: lambda fact: fact.body["channel"] in set(Channel),
    FactKind.DETAIL: lambda fact: fact.body["field"] in DETAIL_FIELDS,
    FactKind.EXPORT: lambda fact: (
        isinstance(fact.body["file"], str) and all(type(fact.body[it]) is int for it in ("leads", "named"))
    ),
    FactKind.UNDO: lambda fact: bool(uuid.UUID(fact.body["target"])),
    FactKind.FORM: _is_form,
}
