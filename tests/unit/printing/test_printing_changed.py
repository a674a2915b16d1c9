"""A booth has another number: what is printed again is just what shows it, whatever kind of thing it is."""

import pytest
from pypdf import PdfReader
from sqlalchemy.orm import Session

from showcase.app import App
from showcase.catalogue import editing
from showcase.catalogue.change import Change
from showcase.catalogue.edits import add_place, add_topic, set_event, update_booth, update_hall
from showcase.catalogue.queries import list_booths, list_halls
from showcase.people.edits import issue_badges
from showcase.people.keys import get_signer
from showcase.printing.batch import Choice, prepare
from showcase.printing.runs import print_batch
from showcase.settings import Settings
from tests.factories import make_organisation, make_person, make_product

OLD, NEW, NEAR = "Q17", "Z94", "Q94"
KINDS = {
    "badges": ("badge-86x54",),
    "cards": ("",),
    "rollups": ("",),
    "scans": ("",),
    "plans": ("hall-plan-a3", "hall-plan-a1"),
    "topics": ("topic-sign-a3",),
}
"""Kind -> its designs; "" is the one by default."""
CASES = [(what, template) for what, templates in KINDS.items() for template in templates]


@pytest.fixture
def app(database):
    """Return an event with exhibitors, their products and people, and two halls that are drawn."""
    with database.transaction() as session:
        for key, value in {
            "base_url": "https://sample.example",
            "wifi.name": "Hall",
            "wifi.password": "hall2027",
        }.items():
            set_event(session, key, value)
        for topic in ("water", "energy"):
            add_topic(session, {"ref": topic, "name": {"vi": topic.title(), "en": topic.title()}, "icon": "droplets"})
        people = []
        for number, code in enumerate((OLD, "R2", "")):
            owner = make_organisation(
                session,
                f"Công ty {number}",
                [("A", code)] if code else [],
                name_en=f"Maker {number}",
                topics=[("water", "energy")[number % 2]],
            )
            make_product(session, owner, f"Đèn {number}", name_en=f"Lamp {number}")
            people.append(make_person(session, organisation_id=owner, role="exhibitor", ref=f"E{number}"))
        make_organisation(session, "Công ty ở xa", [("A", "Q18"), ("B", "S1")], name_en="Far", topics=["water"])
        _draw(session)
        people.append(make_person(session, ref="D1"))
        issue_badges(session, people, get_signer(session, "a long passphrase for tests"))
    return App(database, Settings())


def _draw(session: Session) -> None:
    """Give every booth a place, and each hall an entrance; in the first hall hangs a plan at a desk as well."""
    for number, hall in enumerate(list_halls(session)):
        update_hall(session, hall.id, {"width_m": 40, "depth_m": 30})
        spots = ("entrance", "desk")[: 2 - number]
        for kind, x in zip(spots, (20, 5), strict=False):
            add_place(session, {"hall_id": hall.id, "kind": kind, "x_m": x, "y_m": 30, "name": {}})
    for place, booth in enumerate(list_booths(session)):
        where = {"x_m": 2 + 32 * (place % 2), "y_m": 4 + 3 * place, "width_m": 4, "depth_m": 3}
        update_booth(session, booth.id, where)


def _renumber(app: App, code: str) -> None:
    with app.transaction() as session:
        (booth,) = [booth for booth in list_booths(session) if booth.code == OLD]
        editing.change(session, "booths", booth.id, [Change("code", code)])


def _shown(app: App, what: str, template: str, tmp_path, which="all") -> dict[tuple[str, int], str]:
    """Print, and return what stands on the page of each thing: things of one subject are told apart by their order."""
    batch = prepare(app, Choice(what, template, languages=("vi",), which=which))
    if not batch.items:
        return {}
    out = tmp_path / f"{what}-{which}.pdf"
    print_batch(app, batch, out)
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert len(pages) == len(batch.items)
    return {(item.subject, place): text for place, (item, text) in enumerate(zip(batch.items, pages, strict=True))}


@pytest.mark.parametrize(("what", "template"), CASES)
def test_what_shows_the_number_is_printed_again_and_nothing_else(app, what, template, tmp_path) -> None:
    before = _shown(app, what, template, tmp_path)
    assert before
    _renumber(app, NEW)
    again = _shown(app, what, template, tmp_path, "changed")
    assert {subject for subject, _ in again} == {subject for (subject, _), text in before.items() if OLD in text}
    assert all(NEW in text and OLD not in text for text in again.values())
    assert _shown(app, what, template, tmp_path, "changed") == {}


def test_of_the_plans_only_those_of_its_hall_are_printed_again(app, tmp_path) -> None:
    before = _shown(app, "plans", "", tmp_path)
    assert sum(OLD in text for text in before.values()) == 2
    assert len(before) == 3
    _renumber(app, NEW)
    assert len(_shown(app, "plans", "", tmp_path, "changed")) == 2


def test_of_the_topics_only_its_own_is_printed_again_and_not_in_the_other_hall(app, tmp_path) -> None:
    before = _shown(app, "topics", "", tmp_path)
    assert [OLD in text for text in before.values()] == [True, False, False]
    _renumber(app, NEW)
    ((text),) = _shown(app, "topics", "", tmp_path, "changed").values()
    assert "Water" in text.title()


def test_both_sides_of_the_sign_of_its_aisle_are_printed_again(app, tmp_path) -> None:
    before = _shown(app, "aisles", "", tmp_path)
    assert len(before) == 6
    _renumber(app, NEAR)
    again = _shown(app, "aisles", "", tmp_path, "changed")
    assert {subject for subject, _ in again} == {subject for (subject, _), text in before.items() if OLD in text}
    assert len(again) == 2
    assert all(NEAR in text and OLD not in text for text in again.values())


def test_in_another_aisle_it_has_a_new_sign_and_the_old_aisle_loses_it(app, tmp_path) -> None:
    before = _shown(app, "aisles", "", tmp_path)
    _renumber(app, NEW)
    left = _shown(app, "aisles", "", tmp_path, "changed")
    assert {subject for subject, _ in left} == {subject for (subject, _), text in before.items() if OLD in text}
    assert all("Q18" in text and OLD not in text and NEW not in text for text in left.values())
    new = _shown(app, "aisles", "", tmp_path, "unprinted")
    assert len(new) == 2
    assert all(NEW in text for text in new.values())
    assert _shown(app, "aisles", "", tmp_path, "changed") == {}
