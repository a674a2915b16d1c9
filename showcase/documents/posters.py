"""Posters and roll-ups of exhibitors: the product that says most, who shows it, and where."""

import uuid
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from showcase.catalogue.ordering import code_order
from showcase.catalogue.queries import get_event, list_organisations, list_products
from showcase.catalogue.records import OrganisationRecord, ProductRecord
from showcase.documents.items import PrintItem, Value
from showcase.documents.lockup import country_name, event_lines
from showcase.documents.parts import base_of, codes_of
from showcase.qr.payload import sign_url
from showcase.text import join, pick


def list_poster_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a poster of each exhibitor with a booth, by hall and code.

    Raises:
        RefusedError: when there is no address to lead to.
        InputError: when the address cannot stand in a code.
    """
    return [
        PrintItem(str(exhibitor.id), "poster", _title(exhibitor), {**values, **_shown(lead)})
        for exhibitor, lead, values in _exhibitors(session, base_url)
    ]


def list_rollup_items(session: Session, base_url: str | None = None) -> list[PrintItem]:
    """Return a roll-up of each exhibitor with a booth; the rest is as with posters."""
    return [
        PrintItem(str(exhibitor.id), "rollup", _title(exhibitor), values)
        for exhibitor, _, values in _exhibitors(session, base_url)
    ]


_Exhibitor = tuple[OrganisationRecord, ProductRecord | None, dict[str, Value]]


def _exhibitors(session: Session, base_url: str | None) -> list[_Exhibitor]:
    event = get_event(session)
    base = base_of(event, base_url)
    shared: Mapping[str, Value] = dict(event_lines(event))
    leads = _leads(list_products(session))
    exhibitors = [exhibitor for exhibitor in list_organisations(session, exhibits=True) if exhibitor.booths]
    exhibitors.sort(key=lambda one: code_order(one.booths[0].hall, one.booths[0].code))
    found: list[_Exhibitor] = []
    for exhibitor in exhibitors:
        lead = leads.get(exhibitor.id)
        values: dict[str, Value] = {
            **shared,
            "headline": lead.name if lead else exhibitor.short_name or exhibitor.name,
            "booth": codes_of(exhibitor.booths),
            "org": exhibitor.name,
            "org_short": exhibitor.short_name,
            "url": sign_url(base, "E", exhibitor.number),
            "place": country_name(exhibitor.country),
            "pitch": lead.pitch if lead else exhibitor.description,
        }
        found.append((exhibitor, lead, values))
    return found


def _leads(products: Sequence[ProductRecord]) -> dict[uuid.UUID, ProductRecord]:
    """Return exhibitor -> the product with the most to show: with a picture, with figures, else the first."""
    best: dict[uuid.UUID, ProductRecord] = {}
    for product in products:
        known = best.get(product.exhibitor.id)
        if known is None or _weight(product) > _weight(known):
            best[product.exhibitor.id] = product
    return best


def _weight(product: ProductRecord) -> tuple[bool, int]:
    return product.cover is not None, len(product.facts)


def _shown(lead: ProductRecord | None) -> dict[str, Value]:
    """Return what a poster shows of the product beside its name."""
    cover = lead.cover if lead else None
    return {
        "facts": tuple(fact for fact in lead.facts if fact.get("value")) if lead else (),
        "picture": cover.sha256 if cover else "",
        "picture_focus": (cover.focus_x, cover.focus_y) if cover else (0.5, 0.5),
    }


def _title(exhibitor: OrganisationRecord) -> str:
    return join((codes_of(exhibitor.booths), pick(exhibitor.name, ())[1]))
