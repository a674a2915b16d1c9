"""A booth has another number: what is printed again is just what shows it, whatever kind of thing it is."""

import pytest
from pypdf import PdfReader

from showcase.app import App
from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.edits import set_event
from showcase.catalogue.queries import list_booths
from showcase.people.edits import issue_badges
from showcase.people.keys import get_signer
from showcase.printing.batch import Choice, prepare
from showcase.printing.runs import print_batch
from showcase.settings import Settings
from tests.factories import make_organisation, make_person, make_product

OLD, NEW = "Q17", "Z94"
TEMPLATES = {"badges": "badge-86x54"}
KINDS = ("badges", "cards", "rollups", "scans")


@pytest.fixture
def app(database):
    """Return an event with three exhibitors, their products and people."""
    with database.transaction() as session:
        for key, value in {
            "base_url": "https://sample.example",
            "wifi.name": "Hall",
            "wifi.password": "hall2027",
        }.items():
            set_event(session, key, value)
        people = []
        for number, code in enumerate((OLD, "R2", "")):
            owner = make_organisation(
                session, f"Công ty {number}", [("A", code)] if code else [], name_en=f"Maker {number}"
            )
            make_product(session, owner, f"Đèn {number}", name_en=f"Lamp {number}")
            people.append(make_person(session, organisation_id=owner, role="exhibitor", ref=f"E{number}"))
        people.append(make_person(session, ref="D1"))
        issue_badges(session, people, get_signer(session, "a long passphrase for tests"))
    return App(database, Settings())


def _shown(app: App, what: str, tmp_path, which="all") -> dict[tuple[str, int], str]:
    """Print, and return what stands on the page of each thing: things of one subject are told apart by their order."""
    batch = prepare(app, Choice(what, TEMPLATES.get(what, ""), languages=("vi",), which=which))
    if not batch.items:
        return {}
    out = tmp_path / f"{what}-{which}.pdf"
    print_batch(app, batch, out)
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert len(pages) == len(batch.items)
    return {(item.subject, place): text for place, (item, text) in enumerate(zip(batch.items, pages, strict=True))}


@pytest.mark.parametrize("what", KINDS)
def test_what_shows_the_number_is_printed_again_and_nothing_else(app, what, tmp_path) -> None:
    before = _shown(app, what, tmp_path)
    assert before
    with app.transaction() as session:
        (booth,) = [booth for booth in list_booths(session) if booth.code == OLD]
        editing.change(session, "booths", booth.id, [Change("code", NEW)])
    again = _shown(app, what, tmp_path, "changed")
    assert {subject for subject, _ in again} == {subject for (subject, _), text in before.items() if OLD in text}
    assert all(NEW in text and OLD not in text for text in again.values())
    assert _shown(app, what, tmp_path, "changed") == {}
