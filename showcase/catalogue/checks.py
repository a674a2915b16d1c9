"""What may be stored in a field: a check takes a value as typed or imported and returns it as kept, or refuses it."""

import datetime as dt
import re
import unicodedata
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlsplit

from showcase.catalogue.underlay import FAINTEST, LEAST_M, STRENGTH, STRONGEST
from showcase.errors import InputError, UserError
from showcase.text import clean

NAME_LIMIT: Final = 200
"""Graphemes in a name or another single line."""
TEXT_LIMIT: Final = 5_000
"""Graphemes in a description."""
LIST_LIMIT: Final = 50
"""Tags, facts or links of one thing."""

COUNTRIES: Final = frozenset(
    re.findall(
        r"[A-Z]{2}",
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW "
        "BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI "
        "FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN "
        "IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME "
        "MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF "
        "PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
        "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE "
        "YT ZA ZM ZW XK ",
    )
)
"""ISO 3166-1 alpha-2, and XK, which is in wide use for Kosovo."""

_EMAIL: Final = re.compile(r"[^@\s<>(),;:\"]+@[^@\s<>(),;:\".]+(\.[^@\s<>(),;:\".]+)+")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_LANGUAGE_MARKS: Final = re.compile(r"[,;/]")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is going: which field, of what, in an event with which languages (the fallback first)."""

    field: str
    where: str | UserError
    languages: Sequence[str]

    def refuse(self, name: str, **params: Any) -> InputError:
        """Return the refusal `catalogue.NAME`, which tells the field and whose it is."""
        return InputError(f"catalogue.{name}", field=field_name(self.field), where=self.where, **params)


Check = Callable[[Any, Place], Any]


def field_name(field: str) -> UserError:
    """Return the name of a field as a message, so that it is told in the language of the person."""
    return UserError(f"catalogue.field_{field}")


def graphemes(text: str) -> int:
    """Count characters as people do, near enough for a cap: marks and joined parts belong to what stands before."""
    joined = 2 * text.count("\u200d")
    return sum(1 for c in text if not unicodedata.category(c).startswith("M")) - min(joined, len(text))


def _capped(value: Any, at: Place, limit: int) -> str:
    if not isinstance(value, str):
        raise at.refuse("not_text", value=shown(value))
    if len(value) > 20 * limit:  # do not even look at a novel
        raise at.refuse("too_long", count=len(value), limit=limit)
    text = clean(value)
    if len(text) > limit and (count := graphemes(text)) > limit:  # there are never more than characters
        raise at.refuse("too_long", count=count, limit=limit)
    return text


def shown(value: Any) -> str:
    """Return a value short enough to stand in a sentence."""
    text = clean(str(value)[:200]).replace("\n", " ")
    return text if len(text) <= 60 else text[:59] + "…"


def line(value: Any, at: Place) -> str:
    """A single line of text; None is empty."""
    return _capped("" if value is None else value, at, NAME_LIMIT).replace("\n", " ")


def optional_line(value: Any, at: Place) -> str | None:
    """A single line of text or None."""
    return line(value, at) or None


def code(value: Any, at: Place) -> str:
    """A short code that may not be empty, such as that of a booth: at most 64 characters."""
    text = line(value, at)
    if not text:
        raise at.refuse("missing")
    if len(text) > 64:
        raise at.refuse("too_long", count=len(text), limit=64)
    return text


def _text_map(limit: int, *, lines: bool, required: bool) -> Check:
    def check(value: Any, at: Place) -> dict[str, str]:
        given = {at.languages[0]: value} if isinstance(value, str) else value or {}
        if not isinstance(given, Mapping):
            raise at.refuse("not_text", value=shown(value))
        texts: dict[str, str] = {}
        for language, text in given.items():
            if language not in at.languages:
                raise at.refuse("language_unknown", code=shown(language), languages=", ".join(at.languages))
            kept = _capped("" if text is None else text, at, limit)
            if kept:
                texts[language] = kept if lines else kept.replace("\n", " ")
        if required and not texts:
            raise at.refuse("missing")
        return texts

    return check


name: Final = _text_map(NAME_LIMIT, lines=False, required=True)
"""A name in one language at least; a plain text is taken for the event's first language."""
names: Final = _text_map(NAME_LIMIT, lines=False, required=False)
"""Short texts by language, or none."""
two_lines: Final = _text_map(NAME_LIMIT, lines=True, required=False)
"""Short texts by language that may break their line."""
texts: Final = _text_map(TEXT_LIMIT, lines=True, required=False)
"""Long texts by language, or none."""


def country(value: Any, at: Place) -> str | None:
    """An ISO 3166-1 code of two letters, in any case, or none."""
    text = line(value, at)
    if not text:
        return None
    if text.upper() not in COUNTRIES:
        raise at.refuse("country", value=shown(text))
    return text.upper()


def email(value: Any, at: Place) -> str:
    """An e-mail address by its shape, or none."""
    text = line(value, at)
    if text and (len(text) > 254 or not _EMAIL.fullmatch(text)):
        raise at.refuse("email", value=shown(text))
    return text


def phone(value: Any, at: Place) -> str:
    """A telephone number: anything short with a digit in it, or none."""
    text = line(value, at)
    if text and (len(text) > 60 or not any(c.isdigit() for c in text)):
        raise at.refuse("phone", value=shown(text))
    return text


def website(value: Any, at: Place) -> str:
    """An http or https address, or none; one typed without a scheme gets https."""
    text = _capped("" if value is None else value, at, 2_000)
    if not text:
        return ""
    address = text if _SCHEME.match(text) else "https://" + text
    try:
        parts = urlsplit(address)
        fits = (
            parts.scheme.lower() in {"http", "https"}
            and "." in (parts.hostname or "").strip(".")
            and " " not in address
        )
    except ValueError:
        fits = False
    if not fits or "\n" in address:
        raise at.refuse("website", value=shown(text))
    return address


def language(value: Any, at: Place) -> str:
    """One language code such as vi, fr or zh-Hant, or none."""
    text = line(value, at)
    if text and not _LANGUAGE.fullmatch(text):
        raise at.refuse("language_code", value=shown(text))
    return text


def language_list(value: Any, at: Place) -> list[str]:
    """Language codes such as vi, fr or zh-Hant, as a list or parted by commas, semicolons or slashes."""
    parts = _LANGUAGE_MARKS.split(value) if isinstance(value, str) else _parts(value, at)
    codes = list(dict.fromkeys(language(part, at) for part in parts))
    return [code for code in codes if code]


def words(value: Any, at: Place) -> list[str]:
    """Short words without repetition, as a list or parted by commas."""
    kept = [word for word in dict.fromkeys(line(part, at) for part in _parts(value, at)) if word]
    if len(kept) > LIST_LIMIT:
        raise at.refuse("too_many", count=len(kept), limit=LIST_LIMIT)
    return kept


def _parts(value: Any, at: Place) -> list[Any]:
    if isinstance(value, str):
        return value.split(",")
    if value is None:
        return []
    if not isinstance(value, Sequence | set | frozenset):
        raise at.refuse("not_text", value=shown(value))
    return list(value)


def choice(kind: type[StrEnum]) -> Check:
    """One of the members of a StrEnum, by its value."""

    def check(value: Any, at: Place) -> StrEnum:
        try:
            return kind(value)
        except ValueError:
            raise at.refuse("choice", value=shown(value), choices=", ".join(kind)) from None

    return check


def choices(kind: type[StrEnum]) -> Check:
    """Members of a StrEnum, in the order of the enum."""
    one = choice(kind)

    def check(value: Any, at: Place) -> list[str]:
        chosen = {one(part.strip() if isinstance(part, str) else part, at) for part in _parts(value, at) if part}
        return [member.value for member in kind if member in chosen]

    return check


def keyed(*allowed: str) -> Check:
    """A map with some of the allowed keys, each to a short text."""

    def check(value: Any, at: Place) -> dict[str, str]:
        given = value or {}
        if not isinstance(given, Mapping):
            raise at.refuse("not_text", value=shown(value))
        for key in given:
            if key not in allowed:
                raise at.refuse("choice", value=shown(key), choices=", ".join(allowed))
        return {key: text for key in allowed if (text := line(given.get(key), at))}

    return check


def listing(**parts: Check) -> Check:
    """A list of maps whose parts are checked one by one; a part that is left out is empty."""

    def check(value: Any, at: Place) -> list[dict[str, Any]]:
        rows = list(value or ())
        if len(rows) > LIST_LIMIT:
            raise at.refuse("too_many", count=len(rows), limit=LIST_LIMIT)
        if not all(isinstance(row, Mapping) and set(row) <= set(parts) for row in rows):
            raise at.refuse("not_text", value=shown(value))
        return [{part: one(row.get(part), at) for part, one in parts.items()} for row in rows]

    return check


def metres(value: Any, at: Place) -> float | None:
    """A length or position in metres, up to 10 km, or None."""
    if value is None or value == "":
        return None
    try:
        length = float(value)
    except (TypeError, ValueError):
        length = -1.0
    if not 0 <= length <= 10_000:
        raise at.refuse("metres", value=shown(value))
    return length


def offset(value: Any, at: Place) -> float | None:
    """Metres from a corner in either direction, up to 10 km, or None."""
    return _between(value, at, (-10_000, 10_000), "offset")


def breadth(value: Any, at: Place) -> float | None:
    """A width in metres that something can have, up to 10 km, or None."""
    return _between(value, at, (LEAST_M, 10_000), "breadth")


def strength(value: Any, at: Place) -> float:
    """How much of the ink of a drawing is seen under a plan."""
    found = _between(value, at, (FAINTEST, STRONGEST), "strength")
    return STRENGTH if found is None else found


def quarters(value: Any, at: Place) -> int:
    """Quarters of a turn: 0 to 3."""
    found = _between(value, at, (0, 3), "quarters") or 0.0
    if found != int(found):
        raise at.refuse("quarters", value=shown(value))
    return int(found)


def _between(value: Any, at: Place, limits: tuple[float, float], refusal: str) -> float | None:
    """Return a number within limits; None for none."""
    if value is None or value == "":
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = float("nan")
    if not limits[0] <= number <= limits[1]:  # nor is what is no number
        raise at.refuse(refusal, value=shown(value))
    return round(number, 3)


def count(value: Any, at: Place) -> int:
    """A whole number between -1,000 and 1,000,000."""
    try:
        number = int(value)
    except (TypeError, ValueError):
        number = -1_001
    if not -1_000 <= number <= 1_000_000:
        raise at.refuse("count", value=shown(value))
    return number


def moment(value: Any, at: Place) -> dt.datetime | None:
    """A moment with its time zone, as a datetime or ISO 8601 text, or None."""
    if value is None or value == "":
        return None
    try:
        when = value if isinstance(value, dt.datetime) else dt.datetime.fromisoformat(str(value))
    except ValueError:
        raise at.refuse("moment", value=shown(value)) from None
    if when.tzinfo is None:
        raise at.refuse("moment", value=shown(value))
    return when


def flag(value: Any, at: Place) -> bool:
    """Yes or no."""
    del at
    return bool(value)


def identity(value: Any, at: Place) -> uuid.UUID | None:
    """The id of another row, or None; whether the row exists is the edit's question."""
    if value is None or isinstance(value, uuid.UUID):
        return value
    try:
        return uuid.UUID(str(value))
    except ValueError:
        raise at.refuse("not_found", value=shown(value)) from None
