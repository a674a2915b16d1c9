"""Reads what is complete, partial and missing: a fixed number of statements, counted by the database itself.

What a record lacks is said by `showcase.catalogue.lacking`, as for the filters of lists: a number that is counted here
and the list that a click on it leads to hold the same records.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Text, case, cast, exists, func, or_, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from showcase.catalogue.entities import Booth, BoothAssignment, Organisation, Product, ProgrammeSession
from showcase.catalogue.kinds import BoothKind, OrganisationKind, Role
from showcase.catalogue.lacking import REQUIRED, TEXTS, lacks
from showcase.catalogue.queries import get_event
from showcase.people.entities import Badge, BadgeEvent, Person
from showcase.people.kinds import BadgeEventKind
from showcase.reports.records import KindRow, Readiness, Share, Tally, TextRow

FIELDS: Final = ("name", "booth", "text", "picture", "topic", "seeks", "contact")
"""What every exhibitor should have, in the order in which it is shown."""
GIVEN: Final = (BoothKind.BOOTH, BoothKind.PAVILION, BoothKind.SUITE)
"""Places that are given to exhibitors; nobody waits for a stage or a cloakroom."""
_ASKED: Final = ("picture", "topic", "seeks", "contact", "product")
"""What an exhibitor is asked for besides texts; the booth is given by the organisers."""


def field_word(field: str, languages: Sequence[str]) -> str:
    """Return what `lacks` calls a field of exhibitors, and so the filter of the list that shows who lacks it."""
    spelt = ",".join(languages)
    return {"name": f"name:{spelt}", "text": f"description:{spelt}"}.get(field, field)


def read_readiness(session: Session) -> Readiness:
    """Return what is complete, partial and missing in the event."""
    event = get_event(session)
    languages = event.languages
    texts = _texts(session, languages)
    counts = {row.kind: row.count for row in texts}
    kinds, required, complete = _exhibitors(session, languages)
    exhibitors = sum(row.count for row in kinds)
    products = _count(session, Product, _product_words(languages))
    people, badges, printed = _badges(session)
    required += [Share(products.total - lacking, products.total) for word, lacking in products.lacking.items() if word != _ready(languages)]
    required += [Share(counts["sessions"] - n, counts["sessions"]) for n in _titles(session, languages)]
    required += [Share(tally.full, row.count) for row in texts if row.kind == "speakers" for tally in row.languages.values()]
    required += [Share(badges, people)]
    return Readiness(
        languages=languages,
        texts=tuple(row for row in texts if row.count),
        kinds=kinds,
        organisations=counts["organisations"],
        exhibitors=exhibitors,
        people=people,
        sessions=counts["sessions"],
        products=products.share(_ready(languages)),
        products_pictured=products.share("picture"),
        badges=Share(badges, people),
        printed=Share(printed, badges),
        booths=_booths(session),
        placed=Share(sum(row.filled["booth"] for row in kinds), exhibitors),
        exhibitors_complete=Share(complete, exhibitors),
        required=Share(sum(share.done for share in required), sum(share.total for share in required)),
        has_address=bool(event.base_url),
    )
