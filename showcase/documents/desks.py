"""Signs of the entrance: desks by letter, the address to scan, the wireless network, and the roll-up of the event."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sqlalchemy.orm import Session

from showcase.catalogue.queries import count_products, get_event
from showcase.documents.items import PrintItem, Value, badge_names
from showcase.documents.lockup import event_lines
from showcase.documents.parts import base_of, subject_of
from showcase.people.kinds import NameOrder
from showcase.people.queries import list_people
from showcase.people.records import PersonRecord
from showcase.qr.payload import check_base_url
from showcase.text import fold, pick

_PER_DESK: Final = 150
"""People that a desk serves before a queue forms, where nobody says how many desks there are."""
_MOST: Final = 8
_ESCAPED: Final = re.compile(r'([\\;,:"])')


def list_desk_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a sign for each desk with the letters it serves, so that each serves about as many people."""
    del base_url
    event = get_event(session)
    counts = Counter(letter_of(_called(person)) for person in list_people(session))
    people = sum(counts.values())
    desks = int(event.venue.get("desks", 0)) or min(_MOST, max(1, -(-people // _PER_DESK)))
    parts = shared_out(counts, desks) if people else []
    shared = dict(event_lines(event))
    items = []
    for number, letters in enumerate(parts, 1):
        values: dict[str, Value] = {
            **shared,
            "letters": f"{letters[0]}–{letters[-1]}" if letters[0] != letters[-1] else letters[0],
            "desk": {
                "vi": f"Quầy {number} trên {len(parts)}",
                "en": f"Desk {number} of {len(parts)}",
                "fr": f"Guichet {number} sur {len(parts)}",
            },
        }
        subject = subject_of(event, "desk", str(number))
        items.append(PrintItem(subject, "desk_sign", str(values["letters"]), values))
    return items


def _called(person: PersonRecord) -> str:
    """Return the name somebody is looked for by: of a Vietnamese name that is its last word."""
    given = badge_names(person.given_name, person.name)[0]
    if person.country == "VN" and person.name_order is NameOrder.FAMILY_FIRST:
        words = [word for word in given.split() if word[0].isalpha()]
        return words[-1] if words else given
    return given


def letter_of(name: str) -> str:
    """Return the letter under which a name is looked for: without accents, Đ with D; "Z" takes other alphabets."""
    first = fold(name)[:1].upper()
    return first if "A" <= first <= "Z" else "Z"


def shared_out(counts: Counter[str], desks: int) -> list[list[str]]:
    """Share the alphabet out among desks in runs, so that the busiest has as few people as can be.

    Every letter is somebody's, also one that nobody on the list begins with: people come unannounced.
    """
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    desks = min(desks, sum(1 for letter in letters if counts[letter]))
    least = max(counts.values())
    for most in range(least, sum(counts.values()) + 1):
        parts = _filled(letters, counts, most)
        if len(parts) <= desks:
            return parts
    return [letters]


def _filled(letters: Sequence[str], counts: Counter[str], most: int) -> list[list[str]]:
    """Fill one desk after the other up to so many people."""
    parts: list[list[str]] = [[]]
    load = 0
    for letter in letters:
        if parts[-1] and load + counts[letter] > most:
            parts.append([])
            load = 0
        parts[-1].append(letter)
        load += counts[letter]
    return parts


def list_scan_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return the sign that leads to all products; nothing where there are none.

    Raises:
        RefusedError: when there is no address to lead to.
        InputError: when the address cannot stand in a code.
    """
    event = get_event(session)
    url = check_base_url(base_of(event, base_url))
    n = count_products(session)
    if not n:
        return []
    values: dict[str, Value] = {
        **event_lines(event),
        "headline": {
            "vi": f"Quét để xem\n{n} sản phẩm",
            "en": f"Scan to see\n{n} product{'s' if n > 1 else ''}",
            "fr": f"Scannez pour voir\n{n} produit{'s' if n > 1 else ''}",
        },
        "url": url,
        "address": url.partition("://")[2].lower(),
    }
    return [PrintItem(subject_of(event, "scan"), "scan_sign", str(values["address"]), values)]


def list_wifi_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return the sign of the wireless network; nothing where the event has none."""
    del base_url
    event = get_event(session)
    wifi = event.venue.get("wifi", {})
    name, password = wifi.get("name", ""), wifi.get("password", "")
    if not name:
        return []
    values: dict[str, Value] = {
        **event_lines(event),
        "network": name,
        "password": password,
        "code": wifi_code(name, password),
    }
    return [PrintItem(subject_of(event, "wifi"), "wifi_sign", name, values)]


def wifi_code(name: str, password: str) -> str:
    """Return what a phone reads to join a network: its signs are told apart from the letters of name and password."""
    escaped = [_ESCAPED.sub(r"\\\1", text) for text in (name, password)]
    return f"WIFI:T:WPA;S:{escaped[0]};P:{escaped[1]};;" if password else f"WIFI:T:nopass;S:{escaped[0]};;"


def list_banner_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return the roll-up of the event, with its theme or else its name.

    Raises:
        RefusedError: when there is no address to lead to.
        InputError: when the address cannot stand in a code.
    """
    event = get_event(session)
    theme = event.theme if any(event.theme.values()) else event.name
    third = event.languages[2] if len(event.languages) > 2 else ""
    values: dict[str, Value] = {
        **event_lines(event),
        "theme": theme,
        "theme_third": theme.get(third, ""),
        "url": check_base_url(base_of(event, base_url)),
    }
    return [PrintItem(subject_of(event, "banner"), "banner", pick(theme, event.languages)[1], values)]
