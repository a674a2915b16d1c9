"""Leads as business cards that telephones and mail programs take: vCard 3.0 (RFC 2426), which all of them read."""

from collections.abc import Iterable
from typing import Final
from zoneinfo import ZoneInfo

from showcase.leads.fields import Content
from showcase.leads.records import Lead
from showcase.leads.telling import rating_words
from showcase.messages import message
from showcase.text import pick

_LINE: Final = 75
"""Octets of a line, its end not counted (RFC 2426, 2.6)."""
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def as_vcards(content: Content) -> str:
    """Return a card of each lead whose name is known. A card without a name is of no use in a telephone."""
    return "".join(_card(lead, content) for lead in content.leads if lead.name)


def _card(lead: Lead, content: Content) -> str:
    languages = content.languages
    card = None if "name" in lead.details else lead.card
    event = pick(content.station.event.name, languages)[1]
    # A telephone shows the name alone: what was practised must not pass for somebody who was met.
    practice = message("leads.practice_word", content.language) if content.practice else ""
    name = (card.family_name, card.given_name) if card else ("", lead.name)
    lines = [
        ("BEGIN", "VCARD"),
        ("VERSION", "3.0"),
        ("FN", _text(f"{lead.name} ({practice})" if practice else lead.name)),
        ("N", ";".join(_text(part) for part in (*name, "", "", ""))),
        ("ORG", _text(lead.organisation(languages))),
        ("TITLE", _text(lead.job_title(languages))),
        ("EMAIL;TYPE=INTERNET", _text(lead.email)),
        ("TEL;TYPE=WORK", _text(lead.phone)),
        ("NOTE", _text(_note(lead, content))),
        ("CATEGORIES", ",".join(_text(it) for it in (practice, event) if it)),
        ("REV", f"{lead.last_at:%Y-%m-%dT%H:%M:%SZ}"),
        ("UID", f"urn:showcase:{content.station.event.id}:{lead.subject}"),
        ("END", "VCARD"),
    ]
    return "".join(_folded(f"{name}:{value}") for name, value in lines if value)


def _note(lead: Lead, content: Content) -> str:
    """Return where and when the visitor was met, and what was noted."""
    zone = ZoneInfo(content.station.event.time_zone)
    met = message(
        "leads.card_met",
        content.language,
        event=pick(content.station.event.name, content.languages)[1],
        place=content.station.place,
        time=f"{lead.first_at.astimezone(zone):%d/%m/%Y %H:%M}",
    )
    rated = rating_words(content.form, content.language)[lead.rating - 1][0] if lead.rating else ""
    products = {product.id: pick(product.name, content.languages)[1] for product in content.products}
    liked = ", ".join(products[it] for it in lead.products if it in products)
    counts_not = message("leads.practice_pack", content.language) if content.practice else ""
    parts: Iterable[str] = (counts_not, met, rated, liked, *(note.text for note in lead.notes))
    return "\n".join(part for part in parts if part)


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPES)


def _folded(line: str) -> str:
    """Fold a line at 75 octets without cutting a character in two."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts) + "\r\n"
