"""What helps most, now: the deeds that complete the most records and pages, the greatest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showcase.documents.kinds import KINDS
from showcase.reports.records import PrintState, Readiness


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do.

    Attributes:
        name: what; it names the texts that tell of it.
        count: how many records or pages it completes.
        where: the page that does it, with its filter.
        language: of the texts that are to be written, if it is about texts.
        free: booths nobody has, if it is about booths.
    """

    name: str
    count: int
    where: str
    language: str = ""
    free: int = 0


def what_helps(found: Readiness, states: Sequence[PrintState] = ()) -> list[Deed]:
    """Return what there is to do, what completes the most records or pages first; nothing twice.

    Args:
        found: what is complete and missing.
        states: what is printed, where that is known.
    """
    deeds = [*_texts(found), *_records(found), *_printing(found, states)]
    return sorted((deed for deed in deeds if deed.count), key=lambda deed: -deed.count)


def _texts(found: Readiness) -> Iterator[Deed]:
    """Give the worst language of each kind of record: who writes it looks at the next one after that."""
    for row in found.texts:
        language = max(row.languages, key=lambda it: row.languages[it].incomplete)
        yield Deed(f"texts_{row.kind}", row.languages[language].incomplete, text_page(row.kind, language), language)


def text_page(kind: str, language: str) -> str:
    """Return the page that shows the records of a kind which lack a text in a language."""
    return f"people?job_title:{language}&role=speaker" if kind == "speakers" else f"{kind}?text:{language}"


def _records(found: Readiness) -> Iterator[Deed]:
    yield Deed("pictures", found.products_pictured.left, "products?picture")
    yield Deed("booths", found.placed.left, "organisations?booth", free=found.booths.left)
    yield Deed("letters", found.exhibitors.left, "letters")
    if not found.has_address:
        yield Deed("address", found.products.total + found.placed.done, "printing?signs")


def _printing(found: Readiness, states: Sequence[PrintState]) -> Iterator[Deed]:
    yield Deed("issue", found.badges.left, "printing?badges")
    yield Deed("print_badges", found.printed.left, "printing?badges")
    for state in states:
        what = KINDS[state.kind].what
        yield Deed(f"changed_{what}", state.changed, f"printing?{what}")
    known = {state.kind: state for state in states}
    if "hall_plan" in known:
        yield Deed("print_plans", known["hall_plan"].unprinted, "printing?plans")
    if found.has_address:
        signs, cards = known.get("booth_sign"), known.get("product_card")
        yield Deed("print_signs", signs.unprinted if signs else found.placed.done, "printing?signs")
        yield Deed("print_cards", cards.unprinted if cards else found.products.done, "printing?cards")
