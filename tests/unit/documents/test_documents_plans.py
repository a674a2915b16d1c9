"""Floor plans as items and on the page: which hang where, what is on them, and when they are no longer true."""

import uuid
from itertools import combinations

import pytest

from showcase.app import App
from showcase.catalogue import edits
from showcase.catalogue.queries import list_booths, list_halls
from showcase.documents.layout import lay_out
from showcase.documents.page import Fill, Icon, Page, TextLine
from showcase.documents.plans import list_plan_items
from showcase.documents.preflight import check
from showcase.documents.template import load_template
from showcase.printing.batch import Choice, prepare
from showcase.printing.measure import FontMeasure
from showcase.printing.runs import print_batch
from showcase.reports.helping import what_helps
from showcase.reports.printed import read_print_states
from showcase.reports.readiness import read_readiness
from showcase.settings import Settings
from tests.factories import make_organisation

MEASURE = FontMeasure()
TEMPLATES = ("hall-plan-a3", "hall-plan-a1")
LONG = "Trung tâm Nghiên cứu và Ứng dụng Khoa học Kỹ thuật Đô thị Thông minh Nguyễn Thượng Hiền"


@pytest.fixture
def app(database):
    """Return an event: hall A is drawn and has two entrances and toilets, hall B has no places, hall C is not drawn."""
    with database.transaction() as session:
        for code in ("A1", "A2", "A12", "B1", "C1"):
            make_organisation(session, LONG if code == "A2" else f"Đơn vị {code}", [(code[0], code)], name_en=code)
        halls = {hall.code: hall.id for hall in list_halls(session)}
        edits.update_hall(session, halls["A"], {"width_m": 40, "depth_m": 30, "name": {"vi": "Sảnh Sông Hồng"}})
        for place, booth in enumerate(list_booths(session)):
            if booth.hall != "C":
                where = {"x_m": 4 + 6 * place, "y_m": 4, "width_m": 6, "depth_m": 5}
                edits.update_booth(session, booth.id, where)
        for kind, x, y in (("entrance", 20, 30), ("entrance", 40, 15), ("toilets", 2, 20)):
            edits.add_place(session, {"hall_id": halls["A"], "kind": kind, "x_m": x, "y_m": y, "name": {}})
    return App(database, Settings())


def _items(app):
    with app.reading() as session:
        return list_plan_items(session)


def _pages(app, template: str, *languages: str) -> list[Page]:
    design = load_template(template)
    return [lay_out(design, item, MEASURE, languages or ("vi", "en")) for item in _items(app)]


def test_there_is_a_plan_for_each_entrance_and_for_each_drawn_hall(app) -> None:
    items = _items(app)
    assert [item.values["hall"] for item in items] == ["A", "A", "B"]
    assert len({item.subject for item in items}) == 3
    assert all(uuid.UUID(item.subject) for item in items)


def test_what_is_ahead_of_an_entrance_is_up(app) -> None:
    from_below, from_the_right = (
        [row for row in item.values["plan"] if row["is"] == "here"] for item in _items(app)[:2]
    )
    sizes = [next(row["box"] for row in item.values["plan"] if row["is"] == "sheet") for item in _items(app)[:2]]
    assert from_below[0]["at"] == [20, 30]
    assert sizes == [[0, 0, 40, 30], [0, 0, 30, 40]], "who comes from the right has the hall turned"
    assert from_the_right[0]["at"] == [15, 40], "and stands at its lower edge too"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("languages", [("vi", "en"), ("fr", "en"), ("en",)])
def test_every_booth_is_on_its_page_with_its_code(app, template: str, languages: tuple[str, ...]) -> None:
    for made, item in zip(_pages(app, template, *languages), _items(app), strict=True):
        codes = [row["code"] for row in item.values["plan"] if row["is"] == "booth"]
        said = [one.text for one in made.items if isinstance(one, TextLine)]
        assert set(codes) <= set(said)
        assert check([made]) == [[]]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_text_lies_on_another(app, template: str) -> None:
    for made in _pages(app, template):
        lines = [one for one in made.items if isinstance(one, TextLine)]
        for one, other in combinations(lines, 2):
            across = min(one.x_mm + one.width_mm, other.x_mm + other.width_mm) - max(one.x_mm, other.x_mm)
            em, other_em = one.pt * 25.4 / 72, other.pt * 25.4 / 72
            top, low = one.baseline_mm - 0.7 * em, one.baseline_mm
            down = min(low, other.baseline_mm) - max(top, other.baseline_mm - 0.7 * other_em)
            assert across <= 0.01 or down <= 0.01, (one.text, other.text)


def test_the_words_where_one_is_cover_no_booth(app) -> None:
    made = _pages(app, "hall-plan-a3")[0]
    (words,) = [one for one in made.items if isinstance(one, TextLine) and one.text == "Bạn ở đây · You are here"]
    booths = [one for one in made.items if isinstance(one, Fill) and one.colour == "#9BD3B6"]
    assert len(booths) == 3
    for booth in booths:
        apart = words.x_mm + words.width_mm <= booth.x_mm or booth.x_mm + booth.width_mm <= words.x_mm
        assert apart or words.baseline_mm < booth.y_mm or booth.y_mm + booth.height_mm < words.baseline_mm - 3


def test_signs_are_explained(app) -> None:
    made = _pages(app, "hall-plan-a3")[0]
    icons = {one.name for one in made.items if isinstance(one, Icon)}
    assert {"toilet", "log-in"} <= icons
    assert "Nhà vệ sinh · Toilets" in {one.text for one in made.items if isinstance(one, TextLine)}


def test_a_plan_is_no_longer_true_when_a_booth_has_moved(app) -> None:
    before = {item.subject: item.data_hash for item in _items(app)}
    with app.transaction() as session:
        booth = next(booth for booth in list_booths(session) if booth.code == "A1")
        edits.update_booth(session, booth.id, {"y_m": 12})
    changed = [item.values["hall"] for item in _items(app) if item.data_hash != before[item.subject]]
    assert changed == ["A", "A"]


def test_plans_are_printed_without_an_address_and_remembered(app, tmp_path) -> None:
    batch = prepare(app, Choice("plans"))
    assert batch.template.id == "hall-plan-a3"
    report = print_batch(app, batch, tmp_path / "plans.pdf")
    assert (report.items, report.pages, report.failed) == (3, 3, 0)
    assert prepare(app, Choice("plans", which="unprinted")).items == ()
    with app.transaction() as session:
        booth = next(booth for booth in list_booths(session) if booth.code == "A1")
        edits.update_booth(session, booth.id, {"y_m": 12})
    with app.reading() as session:
        (state,) = read_print_states(session)
        deeds = {deed.name: deed.count for deed in what_helps(read_readiness(session), [state])}
    assert (state.kind, state.total, state.unprinted, state.changed) == ("hall_plan", 3, 0, 2)
    assert deeds["changed_plans"] == 2
