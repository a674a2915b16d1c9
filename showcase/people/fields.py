"""Which fields of a person can be written, and what may stand in each."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.orm import Session

from showcase.catalogue import checks
from showcase.catalogue.entities import Media, Organisation
from showcase.catalogue.kinds import Subject
from showcase.catalogue.ordering import text_orders
from showcase.catalogue.writing import Kept
from showcase.people.entities import Person
from showcase.people.kinds import NameOrder, Role


def person_order(_session: Session, person: Any) -> Mapping[str, str]:
    """Return the sort keys: by given name where the family name stands first (as in Vietnam), else by family name.

    Of a Vietnamese given name the last syllable counts first: Trần Thị Bích Ngọc stands under N.
    """
    if person.name_order == NameOrder.GIVEN_FIRST:
        return text_orders(f"{person.family_name} {person.given_name}".strip())
    *middle, last = person.given_name.split() or [""]
    return text_orders(" ".join((last, person.family_name, *middle)).strip())


PERSON: Final = Kept(
    table=Person,
    subject=Subject.PERSON,
    checks={
        "ref": checks.optional_line,
        "family_name": checks.line,
        "given_name": checks.line,
        "name_order": checks.choice(NameOrder),
        "job_title": checks.names,
        "organisation_id": checks.identity,
        "organisation_name": checks.line,
        "country": checks.country,
        "place": checks.names,
        "role": checks.choice(Role),
        "email": checks.email,
        "phone": checks.phone,
        "languages": checks.language_list,
        "photo_id": checks.identity,
    },
    required=(),
    title=("family_name", "given_name"),
    order=person_order,
    points={"organisation_id": Organisation, "photo_id": Media},
)
