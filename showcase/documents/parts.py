"""What several kinds of printed things say: codes of booths, icons of topics, the address that codes lead to."""

import uuid
from collections.abc import Sequence
from functools import cache
from typing import Final

from showcase.catalogue.records import BoothRecord, EventRecord, TopicRecord
from showcase.errors import InputError, RefusedError
from showcase.paths import resource
from showcase.qr.payload import check_base_url

_SHOWN_BOOTHS: Final = 2
"""Booths of one exhibitor that a badge or card names; more are counted."""


def base_of(event: EventRecord, base_url: str | None) -> str:
    """Return where codes lead to.

    Raises:
        RefusedError: when there is no address.
    """
    base = base_url or event.base_url
    if not base:
        raise RefusedError("documents.base_url_missing")
    return base


def site_of(event: EventRecord, base_url: str | None = None) -> str:
    """Return the pages of the event as a code says them, "" where they have no address yet."""
    base = base_url or event.base_url
    try:
        return check_base_url(base) if base else ""
    except InputError:
        return ""


def codes_of(booths: Sequence[BoothRecord]) -> str:
    """Return the codes of an exhibitor's booths on one line."""
    codes = list(dict.fromkeys(booth.code for booth in booths))
    if len(codes) > _SHOWN_BOOTHS:
        return f"{codes[0]} +{len(codes) - 1}"
    return "; ".join(codes)


def icon_of(topic: TopicRecord) -> str:
    """Return the icon of a topic, or a leaf where it names one that the program does not have."""
    return topic.icon if _is_icon(topic.icon) else "leaf"


@cache
def _is_icon(name: str) -> bool:
    return name.replace("-", "").isalnum() and resource("icons", f"{name}.svg").is_file()


def subject_of(event: EventRecord, *parts: str) -> str:
    """Return the id of a thing that is no record of its own, such as an aisle or a day in a room: always the same."""
    return str(uuid.uuid5(event.id, "/".join(parts)))
