"""Read a row of an exhibitor list, such as the official lists of CES."""

import re
from typing import Final

from showcase.catalogue.fields import ORGANISATION
from showcase.catalogue.kinds import OrganisationKind, Seeking
from showcase.exchange.booth_codes import read_booths
from showcase.exchange.records import Cells, Record, checked, chosen, key_of, require
from showcase.exchange.words import find_word
from showcase.text import pick

_PLAIN: Final = ("name", "short_name", "region", "description", "website", "email", "phone", "offers", "seeks")
"""Fields that are taken as they stand."""
FEATURED: Final = "featured"
"""The tag of an exhibitor that the list puts in front."""
_THOUSANDS: Final = re.compile(r"(?<=\d);(?=\d{3}(?!\d))")
_KINDS: Final = ", ".join(OrganisationKind)
_SEEKING: Final = ", ".join(Seeking)


def read_exhibitor(cells: Cells, line: int) -> Record:
    """Return what a row says of an exhibitor.

    Raises:
        InputError: when it cannot be taken as it is.
    """
    names = cells.texts("name")
    require(names, "name")
    title = pick(names, cells.reader.languages)[1]
    fields = chosen(
        checked(cells, title, ORGANISATION.checks, _PLAIN),
        kind=cells.choice("kind", "organisation_kind", _KINDS),
        country=cells.country(),
        seeking=_seeking(cells),
        funding=_funding(cells),
        tags=_tags(cells),
        exhibits=True,
    )
    if "kind" in fields:
        fields["kind"] = OrganisationKind(fields["kind"])
    keys = tuple(dict.fromkeys((key_of(name),) for name in names.values()))
    return Record(
        line=line,
        title=title,
        ref=cells.line("ref") or None,
        fields=fields,
        booths=read_booths(cells.text("booths"), cells.text("hall")),
        topics=tuple(cells.words("topics")),
        names=keys,
    )


def seeking(cells: Cells) -> list[str]:
    """Return what the seeking column names, in the order of the choices."""
    found = set()
    for word in cells.words("seeking"):
        found.add(find_word("seeking", word))
    if None in found:
        cells.choice("seeking", "seeking", _SEEKING)  # one word is not known: this refuses, or takes the one that is
        found.discard(None)
    return [it.value for it in Seeking if it.value in found]


def _seeking(cells: Cells) -> list[str]:
    sought = seeking(cells)
    if cells.choice("seeking_funding", "flag", "yes, no") == "yes" and Seeking.INVESTMENT.value not in sought:
        return [Seeking.INVESTMENT.value, *sought]
    return sought


def _funding(cells: Cells) -> dict[str, str]:
    """Return amount, stage and revenue as text; lists of CES have semicolons between thousands, where commas belong."""
    found = {name: _THOUSANDS.sub(",", cells.line(name)) for name in ("amount", "stage", "revenue")}
    return {name: text for name, text in found.items() if text}


def _tags(cells: Cells) -> list[str]:
    tags = cells.words("tags")
    return [*tags, FEATURED] if cells.choice("featured", "flag", "yes, no") == "yes" else tags
