"""Tells each exhibitor what is missing: a letter ready to send, in the language of the exhibitor's country."""

import datetime as dt
import re
import shutil
import sys
import unicodedata
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy.orm import Session

from showcase.catalogue.queries import get_event, list_topics
from showcase.catalogue.records import EventRecord
from showcase.messages import LANGUAGES, message
from showcase.progress import Progress, no_progress
from showcase.reports.missing import list_missing
from showcase.reports.records import MissingField, MissingRecord
from showcase.reports.wording import language_name
from showcase.store.refusals import plain_os_failures
from showcase.text import Texts, fold, pick

MAIL_LIMIT: Final = 2_000 if sys.platform == "win32" else 16_000
"""Characters of a mailto: address; Windows takes 2,083 of any address, the others far more."""
_FRENCH: Final = frozenset(
    re.findall(
        "[A-Z]{2}",
        "BE BF BI BJ BL CD CF CG CI CM DJ DZ FR GA GF GN GP GQ KM LU MA MC MF MG ML MQ MR NC NE PF PM RE SN TD TF TG "
        "TN WF YT",
    )
)
"""Countries whose organisations are written to in French."""
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending."""
_NAME_BYTES: Final = 120
"""Bytes of a file name without its ending: the systems take 255, and a folder may be deep."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one exhibitor; `to` is an e-mail address or "" where none is known."""

    exhibitor: uuid.UUID
    name: str
    to: str
    language: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all letters of an event share: the event, the names of its topics, and the day they are written."""

    event: EventRecord
    topics: tuple[Texts, ...]
    today: dt.date


def read_missing(session: Session, today: dt.date, language: str) -> tuple[Occasion, list[MissingRecord]]:
    """Return what letters need: the occasion, and the exhibitors of whom something is missing, by name."""
    topics = tuple(topic.name for topic in list_topics(session) if topic.parent_id is None)
    return Occasion(get_event(session), topics, today), list_missing(session, language)


def language_of(country: str | None) -> str:
    """Return the language in which an organisation of a country is written to: vi, fr or en."""
    return "vi" if country == "VN" else "fr" if country in _FRENCH else "en"


def write_letter(occasion: Occasion, missing: MissingRecord, language: str = "") -> Letter:
    """Return the letter that says exactly what is missing, in a language or in that of the exhibitor's country."""
    language = language if language in LANGUAGES else language_of(missing.country)
    writer = _Writer(occasion, language)
    name = writer.local(missing.name)
    blocks = [
        writer.say("reports.letter_greeting", name=name),
        writer.say("reports.letter_opening", event=writer.event),
        *writer.lists(missing),
        writer.ending(),
        writer.say("reports.letter_closing", event=writer.event),
    ]
    subject = writer.say("reports.letter_subject", event=writer.event, name=name)
    return Letter(missing.id, name, missing.email, language, subject, "\n\n".join(blocks) + "\n")


class _Writer:
    """Writes in one language."""

    def __init__(self, occasion: Occasion, language: str) -> None:
        self._occasion, self._language = occasion, language
        self.event = self.local(occasion.event.name) or self.say("reports.letter_event")

    def say(self, key: str, /, **params: object) -> str:
        return message(key, self._language, **params)

    def local(self, texts: Texts) -> str:
        return pick(texts, (self._language, *self._occasion.event.languages))[1]

    def lists(self, missing: MissingRecord) -> Iterator[str]:
        """Give one block for the organisation and one for each product."""
        if missing.fields:
            yield self._block(self.say("reports.letter_organisation"), missing.fields, "organisation")
        for product in missing.products:
            head = self.say("reports.letter_product", name=self.local(product.name))
            yield self._block(head, product.fields, "product")

    def ending(self) -> str:
        """Say by when it is needed, unless that day is not set or has passed, and how to answer."""
        deadline = self._occasion.event.print_deadline
        if deadline is None or deadline < self._occasion.today:
            return self.say("reports.letter_soon")
        return self.say("reports.letter_by", date=self._date(deadline))

    def _block(self, head: str, fields: Sequence[MissingField], owner: str) -> str:
        return "\n".join([head, *(f"– {self._item(field, owner)}" for field in fields)])

    def _item(self, field: MissingField, owner: str) -> str:
        if field.field == "topic" and self._occasion.topics:
            return self.say("reports.item_topic_of", topics=", ".join(map(self.local, self._occasion.topics)))
        if field.languages:
            return self.say(f"reports.item_{owner}_{field.field}", languages=self._spoken(field.languages))
        return self.say(f"reports.item_{owner}_{field.field}")

    def _spoken(self, languages: Sequence[str]) -> str:
        names = [language_name(language, self._language) for language in languages]
        if len(names) == 1:
            return names[0]
        return self.say("reports.letter_and", first=", ".join(names[:-1]), last=names[-1])

    def _date(self, day: dt.date) -> str:
        month = self.say("reports.months").split()[day.month - 1]
        key = "reports.date_first" if day.day == 1 else "reports.date"
        return self.say(key, day=day.day, month=month, year=day.year)


def mail_address(letter: Letter, *, limit: int = MAIL_LIMIT) -> tuple[str, bool]:
    """Return (a mailto: address that opens the letter in a mail program, whether the text of the letter is in it).

    A longer address than the limit is cut off or refused by the systems, so the text is then left out whole.
    """
    head = f"mailto:{quote(letter.to, safe='@')}?subject={quote(letter.subject, safe='')}"
    body = quote(letter.body.replace("\n", "\r\n"), safe="")
    whole = f"{head}&body={body}"
    return (whole, True) if len(whole) <= limit else (head, False)


def save_letters(folder: Path, name: str, letters: Sequence[Letter], progress: Progress = no_progress) -> Path:
    """Write each letter as a text file (UTF-8) into a new folder, all of them or none, and return the new folder.

    Args:
        folder: where the new folder goes; nothing that is in it is touched.
        name: of the new folder; one that is taken gets a number.
        letters: what is written, a file for each exhibitor, named after it.
        progress: called with (letters done, letters).

    Raises:
        FileError: when they cannot be written; nothing is left behind.
        Cancelled: when progress says so; nothing is left behind.
    """
    aside = folder / f".{uuid.uuid4().hex}"
    with plain_os_failures(folder):
        aside.mkdir()
        try:
            for done, (file, letter) in enumerate(_named(letters)):
                progress(done, len(letters))
                (aside / file).write_text(_as_file(letter), encoding="utf-8")
            return _moved(aside, folder, safe_name(name))
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise


def _as_file(letter: Letter) -> str:
    to = message("reports.letter_to", letter.language, to=letter.to or "–")
    return f"{to}\n{message('reports.letter_about', letter.language, subject=letter.subject)}\n\n{letter.body}"


def safe_name(text: str) -> str:
    """Return a text as the name of a file on every system: no marks that one of them forbids, not too long."""
    kept = unicodedata.normalize("NFC", _UNSAFE.sub(" ", text))
    kept = "".join(c for c in kept if unicodedata.category(c) not in {"Cf", "Cc", "Cs"})
    kept = " ".join(kept.split()).encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .")
    return f"_{kept}" if not kept or _RESERVED.fullmatch(kept) else kept


def _named(letters: Sequence[Letter]) -> Iterator[tuple[str, Letter]]:
    """Give each letter a file name that no other has, be it in another case or without accents."""
    taken: set[str] = set()
    for letter in letters:
        name = base = safe_name(letter.name)
        number = 1
        while fold(name) in taken:
            number += 1
            name = f"{base} ({number})"
        taken.add(fold(name))
        yield f"{name}.txt", letter


def _moved(aside: Path, folder: Path, name: str) -> Path:
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{name} ({number})"
    return aside.rename(place)
