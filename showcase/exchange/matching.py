"""Compare what a list says with what the event holds: which rows are new, change something, or are the same."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from showcase.errors import InputError
from showcase.exchange.booth_codes import distinct
from showcase.exchange.columns import TEXT_FIELDS, Kind, field_name
from showcase.exchange.records import Fields, Record
from showcase.exchange.stored import Holdings, Stored
from showcase.people.kinds import NameOrder
from showcase.text import fold, full_name

_NAME: Final = ("family_name", "given_name", "name_order")
_UNITED: Final = frozenset({"tags", "seeking", "languages", "links"})
"""Fields that hold several: a list adds to them and takes nothing out."""
_MERGED: Final = TEXT_FIELDS | {"funding"}
"""Fields that hold a text for each of several keys."""
BOOTHS: Final = "booths"
TOPICS: Final = "topics"


def join_rows(
    kind: Kind, records: Sequence[Record]
) -> tuple[list[Record], dict[int, Record], list[tuple[Record, InputError]]]:
    """Make one record of the rows that speak of the same thing.

    Rows are the same by their ref, else by their name; people without a ref only when their rows say the same
    throughout, because two people may share a name and an employer.

    Returns:
        The records; the line of each further row -> the record it is part of; the rows that contradict an earlier one.
    """
    kept: list[Record] = []
    joined: dict[int, Record] = {}
    refused: list[tuple[Record, InputError]] = []
    seen: dict[object, Record] = {}
    for record in records:
        keys = _keys(kind, record)
        others = [seen[key] for key in keys if key in seen]
        earlier = next((other for other in others if not _differ(record.ref, other.ref)), None)
        if earlier is None:
            kept.append(record)
        elif problem := _contradiction(record, earlier):
            refused.append((record, problem))
            continue
        else:
            _join(record, earlier)
            joined[record.line] = earlier
        for key in keys:
            seen.setdefault(key, earlier or record)
    return kept, joined, refused


def _keys(kind: Kind, record: Record) -> list[object]:
    """Return what rows are the same by, the most certain first."""
    by_ref: list[object] = [record.ref] if record.ref else []
    if kind is not Kind.PEOPLE:
        return [*by_ref, *record.names]
    return by_ref or [(record.names, repr(sorted(record.fields.items(), key=itemgetter(0))))]


def _differ(ref: str | None, other: str | None) -> bool:
    return bool(ref and other and ref != other)


def _contradiction(record: Record, earlier: Record) -> InputError | None:
    """Return why two rows cannot be the same thing: they fill a field differently."""
    for name, value in record.fields.items():
        other = earlier.fields.get(name)
        if other is None or name in _UNITED:
            continue
        differs = (
            any(other.get(part, text) != text for part, text in value.items()) if name in _MERGED else other != value
        )
        if differs:
            return InputError("exchange.row_conflict", line=earlier.line, column=field_name(name))
    return None


def _join(record: Record, earlier: Record) -> None:
    earlier.fields = merged(earlier.fields, record.fields)
    earlier.booths = distinct((*earlier.booths, *record.booths))
    earlier.topics = tuple(dict.fromkeys((*earlier.topics, *record.topics)))
    earlier.names = tuple(dict.fromkeys((*earlier.names, *record.names)))
    earlier.ref = earlier.ref or record.ref


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> Fields:
    """Return the fields with what is new put in: texts by language, several beside those that were there."""
    fields = dict(old)
    for name, value in new.items():
        before = fields.get(name)
        if before and name in _MERGED:
            fields[name] = {**before, **value}
        elif before and name in _UNITED:
            fields[name] = [*before, *(part for part in value if part not in before)]
        else:
            fields[name] = value
    return fields


def changes(record: Record, stored: Stored) -> Fields:
    """Return what a record changes: attribute -> new value, with `booths` and `topics` where they differ."""
    now = stored.fields
    found = {name: value for name, value in merged(now, record.fields).items() if value != now[name]}
    # Somebody may have parted the name better than the list does: it stands as long as it reads the same.
    if set(_NAME) & found.keys() and _full(now) == _full({**now, **found}):
        found = {name: value for name, value in found.items() if name not in _NAME}
    if record.ref and record.ref != stored.ref:
        found["ref"] = record.ref
    if record.booths and not _same_booths(record.booths, stored.booths):
        found[BOOTHS] = record.booths
    if not _topic_names(record) <= stored.topics:
        found[TOPICS] = record.topics
    return found


def _full(fields: Mapping[str, Any]) -> str:
    first = fields["name_order"] is NameOrder.FAMILY_FIRST
    return full_name(fields["family_name"], fields["given_name"], family_first=first)


def _topic_names(record: Record) -> set[str]:
    return {fold(name) for name in record.topics}


def _same_booths(listed: Sequence[tuple[str, str]], held: Sequence[tuple[str, str]]) -> bool:
    """Tell whether these are the same booths; a list that names no hall means any."""
    codes = {code.casefold() for _, code in held}
    places = {(hall.casefold(), code.casefold()) for hall, code in held}
    return len(listed) == len(held) and all(
        (hall.casefold(), code.casefold()) in places or (not hall and code.casefold() in codes) for hall, code in listed
    )


def find_same(kind: Kind, records: Sequence[Record], holdings: Holdings) -> dict[int, Stored]:
    """Return, by line, the people whose rows say exactly what the event holds, and claim them for these rows.

    It comes first, so that of two people with one name each row finds its own.
    """
    same: dict[int, Stored] = {}
    if kind is not Kind.PEOPLE:
        return same
    for record in records:
        for stored in _candidates(record, holdings) if not record.ref else ():
            if not changes(record, stored):
                stored.claimed = True
                same[record.line] = stored
                break
    return same


def find(kind: Kind, record: Record, holdings: Holdings) -> Stored | None:
    """Return what the event holds of a record, and claim it: by ref, else by name. None: it is new.

    Raises:
        InputError: when it was deleted in the event, when several could be meant, or when another row is it already.
    """
    stored = holdings.by_ref.get(record.ref) if record.ref else None
    if stored is None:
        if record.ref in holdings.deleted_refs:
            raise InputError("exchange.was_deleted")
        candidates = [it for it in _candidates(record, holdings) if kind is not Kind.PEOPLE or _may_be(record, it)]
        if len(candidates) > 1:
            raise InputError("exchange.several_match", count=len(candidates))
        stored = candidates[0] if candidates else None
    elif stored.claimed:
        raise InputError("exchange.already_matched")
    if stored is not None:
        stored.claimed = True
    return stored


def _candidates(record: Record, holdings: Holdings) -> list[Stored]:
    """Return what has one of the record's names, is not claimed yet, and has no other ref."""
    found = {id(it): it for key in record.names for it in holdings.by_key.get(key, ())}
    return [it for it in found.values() if not it.claimed and not (record.ref and it.ref)]


def _may_be(record: Record, stored: Stored) -> bool:
    """Tell whether a person of the same name may be the one of the row: neither e-mail address nor telephone differ."""
    return all(
        not record.fields.get(name) or not stored.fields[name] or record.fields[name] == stored.fields[name]
        for name in ("email", "phone")
    )
