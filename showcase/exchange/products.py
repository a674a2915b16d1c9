"""Read a row of a list of products and services."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from showcase.catalogue import checks
from showcase.catalogue.fields import PRODUCT
from showcase.catalogue.kinds import ProductKind
from showcase.errors import InputError
from showcase.exchange.exhibitors import seeking
from showcase.exchange.records import Cells, Record, checked, chosen, key_of, require
from showcase.text import pick

_PLAIN: Final = ("name", "pitch", "description", "stage", "policy")
"""Fields that are taken as they stand."""
_KINDS: Final = ", ".join(ProductKind)


def read_product(
    cells: Cells, line: int, organisations: Mapping[str, UUID | None], by_ref: Mapping[str, UUID]
) -> Record:
    """Return what a row says of a product.

    Args:
        cells: of the row.
        line: of the row.
        organisations: folded name -> organisation, None where two have the name.
        by_ref: ref -> organisation.

    Raises:
        InputError: when the row cannot be taken as it is; above all when its organisation is not in the event.
    """
    names = cells.texts("name")
    require(names, "name")
    title = pick(names, cells.reader.languages)[1]
    owner = _owner(cells, organisations, by_ref)
    kind = cells.choice("kind", "product_kind", _KINDS)
    link = cells.line("link")
    fields = chosen(
        checked(cells, title, PRODUCT.checks, _PLAIN),
        organisation_id=owner,
        kind=ProductKind(kind) if kind else None,
        seeking=seeking(cells),
        tags=cells.words("tags"),
        links=[{"url": checks.website(link, checks.Place("links", title, ())), "label": {}}] if link else None,
    )
    keys = tuple(dict.fromkeys((key_of(name), owner.hex) for name in names.values()))
    return Record(
        line=line,
        title=title,
        ref=cells.line("ref") or None,
        fields=fields,
        topics=tuple(cells.words("topics")),
        names=keys,
    )


def _owner(cells: Cells, organisations: Mapping[str, UUID | None], by_ref: Mapping[str, UUID]) -> UUID:
    ref, name = cells.line("organisation_ref"), cells.line("organisation")
    if ref in by_ref:
        return by_ref[ref]
    require(ref or name, "organisation")
    folded = key_of(name)
    owner = organisations.get(folded)
    if owner is None:
        key = "exchange.organisation_ambiguous" if name and folded in organisations else "exchange.organisation_unknown"
        raise InputError(key, value=(name or ref)[:60])
    return owner
