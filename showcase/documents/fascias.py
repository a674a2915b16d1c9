"""Fascia boards over booths: what stands on each, and what a cutter of letters would send back."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from showcase.catalogue.ordering import code_order
from showcase.catalogue.queries import get_event, list_organisations
from showcase.catalogue.records import BoothRecord, EventRecord, OrganisationRecord
from showcase.documents.items import PrintItem, Value
from showcase.documents.lockup import event_lines
from showcase.documents.page import Notice
from showcase.text import Texts, join, pick

MOST_LETTERS: Final = 40
"""Characters that stand builders put on a board, blanks included."""
_SCRIPTS: Final = (
    "LATIN",
    "CYRILLIC",
    "GREEK",
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "THAI",
    "LAO",
    "KHMER",
    "ARABIC",
)
_CUT: Final = frozenset("&+-–'’.,()/")
"""Signs that are cut like letters."""


@dataclass(frozen=True, slots=True)
class FasciaRow:
    """A line of the list for the stand builder."""

    hall: str
    code: str
    text: str
    letters: int
    name: Texts
    size: str
    notices: tuple[Notice, ...]


def list_fascia_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a board for each exhibitor and booth, by hall and code."""
    del base_url
    event = get_event(session)
    shared = dict(event_lines(event))
    return [_item(booth, exhibitor, event, shared) for booth, exhibitor in _places(session)]


def list_fascias(session: Session) -> list[FasciaRow]:
    """Return the list for the stand builder: what stands on which board, with what is wrong with it."""
    event = get_event(session)
    rows = []
    for booth, exhibitor in _places(session):
        text = fascia_text(exhibitor, event)
        size = f"{booth.width_m:g} × {booth.depth_m:g}" if booth.width_m and booth.depth_m else ""
        rows.append(FasciaRow(booth.hall, booth.code, text, len(text), exhibitor.name, size, tuple(lint(text))))
    return rows


def fascia_text(exhibitor: OrganisationRecord, event: EventRecord) -> str:
    """Return what stands on the board: the short name where there is one, in the first language of the event."""
    short = pick(exhibitor.short_name, event.languages)[1]
    return unicodedata.normalize("NFC", short or pick(exhibitor.name, event.languages)[1])


def lint(text: str) -> Iterator[Notice]:
    """Give what a stand builder would ask about: too long, two scripts, what is no letter."""
    if len(text) > MOST_LETTERS:
        yield Notice("look", "signage.fascia_long", {"text": text, "n": len(text), "most": MOST_LETTERS}, "name")
    if len(scripts := _scripts(text)) > 1:
        yield Notice("look", "signage.fascia_scripts", {"text": text, "scripts": ", ".join(scripts)}, "name")
    odd = sorted({letter for letter in text if not _is_cut(letter)})
    if odd:
        yield Notice("look", "signage.fascia_signs", {"text": text, "signs": " ".join(odd)}, "name")


def _scripts(text: str) -> list[str]:
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha())
    return sorted({name.title() for name in names if name in _SCRIPTS})


def _is_cut(letter: str) -> bool:
    return letter.isalnum() or letter == " " or letter in _CUT or unicodedata.category(letter).startswith("M")


def _places(session: Session) -> list[tuple[BoothRecord, OrganisationRecord]]:
    exhibitors = list_organisations(session, exhibits=True)
    places = [(booth, exhibitor) for exhibitor in exhibitors for booth in exhibitor.booths]
    return sorted(places, key=lambda place: code_order(place[0].hall, place[0].code))


def _item(
    booth: BoothRecord, exhibitor: OrganisationRecord, event: EventRecord, shared: Mapping[str, Value]
) -> PrintItem:
    text = fascia_text(exhibitor, event)
    title = join((join((booth.hall, booth.code), " "), pick(exhibitor.name, ())[1]))
    return PrintItem(
        str(exhibitor.id), "fascia", title, {**shared, "code": booth.code, "name": text}, notices=tuple(lint(text))
    )
