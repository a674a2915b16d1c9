"""Read a row of a list of people."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from showcase.catalogue import checks
from showcase.errors import InputError
from showcase.exchange.names import Name, order_of, split_name
from showcase.exchange.records import Cells, Fields, Record, checked, key_of, line_of, require
from showcase.people.fields import PERSON
from showcase.people.kinds import NameOrder, Role
from showcase.text import full_name

_PLAIN: Final = ("job_title", "place", "email", "phone", "languages")
"""Fields that are taken as they stand."""
_ROLES: Final = ", ".join(Role)
_FRESH: Final[Mapping[Role, Mapping[str, Any]]] = {role: MappingProxyType({"role": role}) for role in Role}
"""What a new person of each role gets: shared, because a list may hold 100,000."""


def read_person(cells: Cells, line: int, organisations: Mapping[str, UUID | None], role: Role | None) -> Record:
    """Return what a row says of a person.

    Args:
        cells: of the row.
        line: of the row.
        organisations: folded name -> organisation, None where two have the name.
        role: of new people whose row names none; None: visitor.

    Raises:
        InputError: when the row cannot be taken as it is.
    """
    country = cells.country()
    name = _name(cells, country)
    title = full_name(name.family, name.given, family_first=name.order is NameOrder.FAMILY_FIRST)
    if len(title) > checks.NAME_LIMIT and checks.graphemes(title) > checks.NAME_LIMIT:
        raise InputError("exchange.name_too_long", count=checks.graphemes(title), limit=checks.NAME_LIMIT)
    fields: Fields = {"family_name": name.family, "given_name": name.given, "name_order": name.order}
    fields |= checked(cells, title, PERSON.checks, _PLAIN)
    chosen_role = cells.choice("role", "role", _ROLES)
    if chosen_role:
        fields["role"] = Role(chosen_role)
    if country:
        fields["country"] = country
    employer = cells.line("organisation")
    if employer:
        known = organisations.get(key_of(employer))
        fields["organisation_id"] = known
        fields["organisation_name"] = "" if known else line_of(employer, "organisation_name", title)
    folded = key_of(title)
    key = (folded, key_of(employer))
    email = fields.get("email")
    names = (key, (folded, "@" + key_of(email))) if email else (key,)
    return Record(line, title, cells.line("ref") or None, fields, _FRESH[role or Role.VISITOR], names=names)


def _name(cells: Cells, country: str | None) -> Name:
    family, given, whole = (cells.line(name) for name in ("family_name", "given_name", "full_name"))
    if family and given:
        return Name(family, given, order_of(family, given, country))
    text = whole or given or family
    require(text, "full_name")
    return split_name(text, country)
