"""The columns of an exhibitor's leads, and what each of them means: one list for sheets, the dictionary and tests."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from showcase.leads.kinds import Channel
from showcase.leads.records import Form, Lead, Question, StationInfo, Thing
from showcase.leads.telling import rating_words
from showcase.messages import message
from showcase.text import join, pick

Value = str | int | dt.datetime | None
"""What a cell may hold; a moment is local at the event and has no zone, as spreadsheets want it."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a pack is made of.

    Args:
        station: whose leads they are.
        form: what the exhibitor asks.
        products: the exhibitor's, in order.
        leads: in the order of the sheets, without who withdrew.
        language: of headings and words.
        made_at: when.
        practice: nothing of it counts, and everything that is made of it says so.
    """

    station: StationInfo
    form: Form
    products: tuple[Thing, ...]
    leads: tuple[Lead, ...]
    language: str
    made_at: dt.datetime
    practice: bool = False

    @property
    def languages(self) -> list[str]:
        """The languages texts are looked for in, in order."""
        return [self.language, *self.station.event.languages]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its heading, what it means, and what a lead has in it."""

    name: str
    heading: str
    meaning: str
    value: Callable[[Lead], Value]


def columns(content: Content) -> list[Column]:
    """Return the columns, the exhibitor's own questions among them."""
    values = _values(content)
    fixed = [
        Column(
            name,
            message(f"leads.column_{name}", content.language),
            message(f"leads.column_{name}_means", content.language, zone=content.station.event.time_zone),
            values[name],
        )
        for name in (("practice",) if content.practice else ()) + _ORDER
    ]
    asked = [_asked(question, number, content) for number, question in enumerate(content.form.questions, start=1)]
    place = next(at for at, column in enumerate(fixed) if column.name == "notes")
    return [*fixed[:place], *asked, *fixed[place:]]


_ORDER: Final = (
    "badge", "name", "family_name", "given_name", "job_title", "organisation", "place", "country", "role",
    "email", "phone", "languages", "first_at", "last_at", "scans", "rating", "rating_word", "products", "notes",
    "may_email", "may_phone", "may_partners", "staff",
)  # fmt: skip


def _values(content: Content) -> Mapping[str, Callable[[Lead], Value]]:
    languages, zone = content.languages, ZoneInfo(content.station.event.time_zone)
    words = rating_words(content.form, content.language)
    products = {product.id: pick(product.name, languages)[1] for product in content.products}

    def local(moment: dt.datetime) -> dt.datetime:
        return moment.astimezone(zone).replace(tzinfo=None, microsecond=0)

    def role(lead: Lead) -> str:
        if lead.role is None:
            return ""
        own = content.station.event.role_words.get(lead.role.value, {})
        return pick(own, [content.language])[1] or message(f"office.role_{lead.role}", content.language)

    return {
        "practice": lambda _lead: message("leads.practice_counts", content.language),
        "badge": lambda lead: lead.number,
        "name": lambda lead: lead.name,
        "family_name": lambda lead: lead.card.family_name if lead.card and "name" not in lead.details else "",
        "given_name": lambda lead: lead.card.given_name if lead.card and "name" not in lead.details else "",
        "job_title": lambda lead: lead.job_title(languages),
        "organisation": lambda lead: lead.organisation(languages),
        "place": lambda lead: pick(lead.card.place, languages)[1] if lead.card else "",
        "country": lambda lead: lead.card.country if lead.card else "",
        "role": role,
        "email": lambda lead: lead.email,
        "phone": lambda lead: lead.phone,
        "languages": lambda lead: ", ".join(lead.card.languages) if lead.card else "",
        "first_at": lambda lead: local(lead.first_at),
        "last_at": lambda lead: local(lead.last_at),
        "scans": lambda lead: lead.scans,
        "rating": lambda lead: lead.rating or None,
        "rating_word": lambda lead: words[lead.rating - 1][0] if lead.rating else "",
        "products": lambda lead: join((products.get(it, "") for it in lead.products), "; "),
        "notes": lambda lead: "\n".join(note.text for note in lead.notes),
        "may_email": lambda lead: _said(lead, Channel.EMAIL, content.language),
        "may_phone": lambda lead: _said(lead, Channel.PHONE, content.language),
        "may_partners": lambda lead: _said(lead, Channel.PARTNERS, content.language),
        "staff": lambda lead: ", ".join(lead.staff),
    }


def _said(lead: Lead, channel: Channel, language: str) -> str:
    """Return yes, no, or nothing where nobody asked."""
    given = lead.follow_up.get(channel)
    if given is None:
        return ""
    return message("leads.said_yes" if given else "leads.said_no", language)


def _asked(question: Question, number: int, content: Content) -> Column:
    words: Mapping[str, str] = {option.id: pick(option.text, content.languages)[1] for option in question.options}

    def value(lead: Lead) -> str:
        answer = lead.answers.get(question.id)
        if answer is None:
            return ""
        return answer.text or "; ".join(words.get(option, "") for option in answer.options)

    heading = pick(question.text, content.languages)[1]
    meaning = message(f"leads.question_{question.kind}", content.language, options="; ".join(words.values()))
    return Column(f"question_{number}", heading, meaning, value)
