"""What a visitor takes along in a QR code: the address of a page, or plain text and cards that need no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from showcase.catalogue.records import BoothRecord, OrganisationRecord, ProductRecord, SessionRecord
    from showcase.kiosk.kiosk import Kiosk

LIST_BYTES: Final = 251
"""Of a list: what version 11 holds at level M (ISO/IEC 18004, table 7); larger ones get modules too small to read."""
TEXT_BYTES: Final = 180
"""Of one thing: version 9 at level M."""
_NAME: Final = 34
"""Letters of a name in a list."""


def take_product(kiosk: Kiosk, product: ProductRecord) -> tuple[str, bool]:
    """Return what the code of a product says, and whether it opens a page."""
    address = _address(kiosk, "P", product.number)
    if address:
        return address, True
    words = kiosk.words_
    maker = words.pick(product.exhibitor.name)
    return _lines(words.pick(product.name), maker, _stand(kiosk, product.booths)), False


def take_organisation(kiosk: Kiosk, organisation: OrganisationRecord) -> tuple[str, bool]:
    """Return what the code of an organisation says: its page, or a vCard 3.0 (RFC 2426) of what it publishes."""
    address = _address(kiosk, "E", organisation.number)
    if address:
        return address, True
    name = _escaped(kiosk.words_.pick(organisation.name))
    fields = {
        "N": f"{name};;;;",
        "FN": name,
        "ORG": name,
        "TEL": _escaped(organisation.phone),
        "EMAIL": _escaped(organisation.email),
        "URL": _escaped(organisation.website),
        "NOTE": _escaped(_stand(kiosk, organisation.booths)),
    }
    lines = [f"{field}:{value}" for field, value in fields.items() if value.strip(";")]
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD")), False


def take_session(kiosk: Kiosk, talk: SessionRecord, when: str) -> str:
    """Return what the code of a session says."""
    words = kiosk.words_
    return _lines(words.pick(talk.title), when, words.pick(talk.room_name) or talk.room)


def take_list(title: str, entries: Sequence[tuple[str, str]]) -> tuple[str, int]:
    """Return a list as plain text, and how many of its entries it holds.

    Args:
        title: the first line.
        entries: (booth or time, name), in the order of the walk.
    """
    text, held = title, 0
    for place, name in entries:
        line = f"{place} {_cut(name, _NAME)}".strip()
        if len(f"{text}\n{line}".encode()) > LIST_BYTES:
            break
        text, held = f"{text}\n{line}", held + 1
    return text, held


def take_steps(title: str, hall: str, steps: Sequence[Mapping[str, Any]]) -> str:
    """Return a way as plain text: what it leads to, then its steps, as many as a code carries well."""
    text = "\n".join(line for line in (title, hall) if line)
    for place, step in enumerate(steps, 1):
        line = f"{place}. {step['text']} {step['metres']}".strip()
        if len(f"{text}\n{line}".encode()) > LIST_BYTES:
            break
        text = f"{text}\n{line}"
    return text


def _address(kiosk: Kiosk, kind: str, number: str) -> str:
    from showcase.qr.payload import sign_url

    event = kiosk.content.record
    base = event.base_url if event else None
    return sign_url(base, "P" if kind == "P" else "E", number) if base else ""


def _stand(kiosk: Kiosk, booths: Sequence[BoothRecord]) -> str:
    return f"{kiosk.words_.say('kioskpages.stands_at')} {', '.join(booth.code for booth in booths)}" if booths else ""


def _lines(*lines: str) -> str:
    text = "\n".join(line for line in lines if line)
    while len(text.encode()) > TEXT_BYTES:
        text = _cut(text, len(text) - 2)
    return text


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
