"""The signs of the printed set: what each says, whichever way the arrows point, and what never may happen on them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from showcase.catalogue import editing, edits
from showcase.catalogue.change import Change
from showcase.catalogue.kinds import PlaceKind
from showcase.catalogue.queries import list_booths, list_halls, list_rooms
from showcase.documents.bearings import View, entrance_view, runs, view_of
from showcase.documents.colours import ROLE_WORDS
from showcase.documents.desks import letter_of, shared_out, wifi_code
from showcase.documents.edits import PrintRun
from showcase.documents.fascias import lint, list_fascias
from showcase.documents.fields import SAMPLES, sample_item
from showcase.documents.items import PrintItem
from showcase.documents.kinds import BY_WHAT, GROUPS, KINDS
from showcase.documents.layout import lay_out
from showcase.documents.lockup import day_in_words
from showcase.documents.page import Fill, Page, Shape, TextLine
from showcase.documents.preflight import check
from showcase.documents.staleness import staleness
from showcase.documents.template import list_templates, load_template
from showcase.errors import RefusedError
from showcase.people.edits import get_signer, issue_badges
from showcase.printing.measure import FontMeasure
from showcase.store.database import Database
from tests.factories import make_organisation, make_people, make_person, make_product, record_print
from tests.floors import drawn, known

MEASURE = FontMeasure()
MM = 25.4 / 72
TEMPLATES = [template.id for template in list_templates()]
BADGES = [name for name in TEMPLATES if name.startswith("badge") and not name.startswith(("badge-label", "badge-tape"))]
LONG = "Trung tâm Điều hành Đô thị thông minh và Chuyển đổi số tỉnh Tây Nguyên Xanh"
ACCENTS = "NGUYỄN PHƯỚC HẬU ẪẾỘ"
FAR_BASE = "HTTPS://SHOWCASE.THANHPHOTHONGMINH.EXAMPLE/2027"


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        edits.set_event(session, "base_url", "https://sample.example")
        yield session


def page(design: str, *languages: str, **values: object) -> Page:
    template = load_template(design)
    item = sample_item(template.kind)
    item = replace(item, values={**item.values, **values})  # type: ignore[dict-item]
    return lay_out(template, item, MEASURE, template.language_sets(languages or ("vi", "en"))[0])


def lines(made: Page) -> list[TextLine]:
    return [item for item in made.items if isinstance(item, TextLine)]


def said(item: PrintItem, name: str) -> Any:
    """Return a value of an item: rows or words, as it may be."""
    return item.values[name]


def ink(line: TextLine) -> tuple[float, float]:
    """Return how far up and down the ink of a line reaches on the page."""
    above, below = (part * line.pt * MM for part in MEASURE.ink_em(line.text, line.weight))
    if line.turned:
        return line.baseline_mm - below, line.baseline_mm + above
    return line.baseline_mm - above, line.baseline_mm + below


# The registry


def test_each_kind_has_its_word_its_group_and_a_design_of_its_own():
    assert len(BY_WHAT) == len(KINDS) == 16
    assert {kind.group for kind in KINDS.values()} == set(GROUPS)
    for kind in KINDS.values():
        assert load_template(kind.template).kind == kind.id
        assert sample_item(kind.id).title


def test_every_kind_reads_an_empty_event(session):
    for kind in KINDS.values():
        assert kind.items(session) == [] or kind.id == "banner"


def test_only_what_leads_somewhere_needs_an_address(session):
    edits.set_event(session, "base_url", "")
    for kind in KINDS.values():
        if kind.has_address:
            with pytest.raises(RefusedError):
                kind.items(session)
        else:
            kind.items(session)


# On every design


@pytest.mark.parametrize("name", TEMPLATES)
def test_codes_are_large_enough_for_their_distance_with_a_long_address_too(name):
    template = load_template(name)
    for url in (None, f"{FAR_BASE}/E/40020588"):
        values = {} if url is None else {key: url for key in ("url", "site") if key in SAMPLES[template.kind]}
        made = page(name, **values)
        for symbol in made.symbols:
            least = 0.5 if symbol.purpose == "site" and template.kind == "badge" else template.reading_m * 1000 / 375
            assert symbol.module_mm >= max(0.5, least if url is None else 0.6 * least) - 0.001
        finer = any(notice.key == "documents.symbol_fine" for notice in made.notices)
        assert url is not None or not finer


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_sample_fits_in_every_language(name):
    made = [page(name, *languages) for languages in (("vi", "en"), ("en", "fr"), ("fr", "vi"), ("fr",))]
    assert [notice for notices in check(made) for notice in notices if notice.severity == "stop"] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_long_names_fit_or_are_reported(name):
    kind = load_template(name).kind
    asked = ("given", "full", "name", "org", "headline", "topic", "place", "room", "theme", "hall_name", "network")
    values = {key: LONG for key in asked if key in SAMPLES[kind]}
    made = page(name, **values)
    (notices,) = check([made])
    refused = {notice.element for notice in notices if notice.severity == "stop"}
    assert not refused & {"org", "name", "topic", "headline", "head", "given-alone", "place"}
    for line in lines(made):
        top, bottom = ink(line)
        outside = line.turned is False and (line.x_mm < -0.01 or line.x_mm + line.width_mm > made.width_mm + 0.01)
        assert refused or not outside
        assert refused or (top > -0.5 and bottom < made.height_mm + 0.5)


@pytest.mark.parametrize("name", TEMPLATES)
def test_lines_of_one_text_never_meet_under_stacked_accents(name):
    kind = load_template(name).kind
    asked = ("given", "full", "name", "org", "headline", "topic", "theme")
    values = {key: f"{ACCENTS} {ACCENTS}" for key in asked if key in SAMPLES[kind]}
    for upper, lower in pairwise(lines(page(name, "vi", **values))):
        same = (upper.pt, upper.weight, upper.turned) == (lower.pt, lower.weight, lower.turned)
        if same and {*upper.text.split()} <= {*ACCENTS.split()} >= {*lower.text.split()}:
            first, second = (lower, upper) if upper.turned else (upper, lower)
            assert ink(first)[1] < ink(second)[0]


def across(line: TextLine) -> tuple[float, float]:
    """Return from where to where a line runs."""
    left = line.x_mm - line.width_mm if line.turned else line.x_mm
    return left, left + line.width_mm


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("languages", [("vi", "en"), ("fr", "vi")])
def test_no_text_lies_over_another_however_long_they_are(name, languages):
    kind = load_template(name).kind
    asked = ("given", "full", "name", "org", "headline", "topic", "place", "room", "theme", "hall_name", "job", "pitch")
    long = {key: dict.fromkeys(languages, LONG) for key in asked if key in SAMPLES[kind]}
    for values in ({}, long):
        for one, two in combinations(lines(page(name, *languages, **values)), 2):
            (left, right), (start, end) = across(one), across(two)
            (top, bottom), (above, below) = ink(one), ink(two)
            touch = 0.05 * min(one.pt, two.pt) * MM
            over = min(right, end) - max(left, start) > 0.1 and min(bottom, below) - max(top, above) > touch
            assert not over, (one.text, two.text)


@pytest.mark.parametrize("name", BADGES)
@pytest.mark.parametrize("role", ROLE_WORDS)
def test_a_role_is_told_by_colour_shape_and_word_on_every_badge(name, role):
    made = page(name, role=role, role_word=ROLE_WORDS[role])
    (plain,) = (page(name, role="", role_word=ROLE_WORDS[role]),)
    word = next(line for line in lines(made) if line.text == ROLE_WORDS[role]["vi"])
    band = next(item for item in made.items if isinstance(item, Fill) and item.x_mm == -3)
    assert band.colour != next(item for item in plain.items if isinstance(item, Fill) and item.x_mm == -3).colour
    assert {item.points for item in made.items if isinstance(item, Shape)}
    top, bottom = ink(word)
    assert top >= band.y_mm + 0.8, "the topmost mark stays inside the band"
    assert bottom <= band.y_mm + band.height_mm


CODES = ("A21; C05", "C3-108", "2001A; 2002", "Westgate Hospitality Suites")


@pytest.mark.parametrize("name", [name for name in TEMPLATES if "booth" in SAMPLES[load_template(name).kind]])
@pytest.mark.parametrize("code", CODES)
def test_a_long_booth_code_keeps_away_from_the_code_beside_it(name, code):
    (notices,) = check([page(name, booth=code)])
    assert [notice for notice in notices if notice.severity == "stop"] == []


def test_a_plate_that_reaches_into_a_code_is_found_before_it_is_printed():
    made = page("badge-4x3")
    (code,) = made.symbols
    over = Fill(code.x_mm - 10, code.y_mm, 10.3, 5, "#8E1F28")
    assert [notice.key for notice in check([replace(made, items=(over, *made.items))])[0] if "covered" in notice.key]
    white = replace(over, colour="#FFFFFF", width_mm=60.0)
    assert not [n for n in check([replace(made, items=(white, *made.items))])[0] if n.key == "documents.symbol_covered"]


@pytest.mark.parametrize("name", ["rollup-850", "banner-850"])
def test_the_dead_zones_of_a_roll_up_stay_free(name):
    made = page(name, **{key: LONG for key in ("headline", "theme", "org") if key in SAMPLES[load_template(name).kind]})
    for line in lines(made):
        assert ink(line)[0] > 25
        assert ink(line)[1] < 1800
        assert line.x_mm >= 50
        assert line.x_mm + line.width_mm <= 800
    (code,) = made.symbols
    assert code.y_mm + 33 * code.module_mm / 2 == pytest.approx(2000 - 1100, abs=8), "within reach of a wheelchair"


def test_the_name_on_a_fascia_leaves_the_lantern_free_and_stands_right_of_its_code():
    for code in ("B07", "P3-014"):
        made = page("fascia-3000", code=code, name="Réseaux urbains du Grand Littoral Sud")
        first, *rest = lines(made)
        assert first.text == code
        assert all(line.x_mm >= first.x_mm + first.width_mm + 60 for line in rest)
        assert all(line.x_mm + line.width_mm <= 2703 for line in rest)


# One record, one number


def test_a_matched_set_says_one_booth_and_a_new_number_makes_all_of_it_stale(session):
    stand = make_organisation(session, "Mạch Nước", [("A", "A12")], short_name={"vi": "Mạch Nước"})
    make_product(session, stand, facts=[{"value": {"vi": "90"}, "label": {"vi": "phút"}}])
    person = make_person(session, role="exhibitor", organisation_id=stand)
    issue_badges(session, [person], get_signer(session, "a long passphrase for tests"))
    shown = ("badge", "booth_sign", "fascia", "product_card", "poster", "rollup")
    for kind in shown:
        (item,) = KINDS[kind].items(session)
        assert {item.values.get("booth"), item.values.get("code")} - {None} == {"A12"}, kind
        for template in (template for template in list_templates() if template.kind == kind):
            made = lay_out(template, item, MEASURE, ("vi",))
            assert [line.text for line in lines(made) if line.text == "A12"] == ["A12"], template.id
        record_print(session, PrintRun(load_template(KINDS[kind].template), [item], "page", ("vi",)))
    assert all(staleness(session, kind).changed == () for kind in shown)

    (booth,) = list_booths(session)
    editing.change(session, "booths", booth.id, [Change("code", "B07")])
    for kind in shown:
        (item,) = staleness(session, kind).changed
        assert {item.values.get("booth"), item.values.get("code")} - {None} == {"B07"}


def test_wifi_and_address_on_the_back_of_a_badge_make_no_badge_stale(session):
    person = make_person(session)
    issue_badges(session, [person], get_signer(session, "a long passphrase for tests"))
    (before,) = KINDS["badge"].items(session)
    edits.set_event(session, "wifi.name", "Guests")
    (after,) = KINDS["badge"].items(session)
    assert after.aside["wifi"] == "Guests"
    assert before.data_hash == after.data_hash


# Fascias


def test_a_fascia_is_linted():
    assert [notice.key for notice in lint("Đô thị Xanh và Thông minh Bình Dương")] == []
    assert [notice.key for notice in lint("x" * 41)] == ["signage.fascia_long"]
    assert [notice.key for notice in lint("Sao Mai 日本")] == ["signage.fascia_scripts"]
    assert [notice.key for notice in lint("Sao Mai ★!")] == ["signage.fascia_signs"]


def test_the_list_has_a_row_for_each_booth_in_the_order_of_the_hall(session):
    make_organisation(session, LONG, [("A", "A10"), ("A", "A2")])
    rows = list_fascias(session)
    assert [(row.code, row.letters) for row in rows] == [("A2", len(LONG)), ("A10", len(LONG))]
    assert all(notice.key == "signage.fascia_long" for row in rows for notice in row.notices)
    assert [item.notices for item in KINDS["fascia"].items(session)] == [row.notices for row in rows]


# Arrows


@pytest.mark.parametrize(
    ("point", "side"),
    [((10, 0), "ahead"), ((12, 2), "ahead"), ((0, 9), "left"), ((20, 9), "right"), ((10, 19), "back")],
)
def test_arrows_point_as_one_looks(point, side):
    assert View((10, 10), (0, -1)).side(*point) == side


@given(st.floats(-50, 50), st.floats(-50, 50), st.sampled_from([(0, 1), (1, 0), (0, -1), (-1, 0)]))
def test_who_turns_around_finds_left_on_the_right(x, y, facing):
    one, other = View((0, 0), facing), View((0, 0), (-facing[0], -facing[1]))
    swapped = {"left": "right", "right": "left", "ahead": "back", "back": "ahead"}
    sides = one.side(x, y), other.side(x, y)
    assert sides[1] == swapped[sides[0]] or "back" in sides or "ahead" in sides
    assert one.offset(x, y) == tuple(-part for part in other.offset(x, y))


def test_one_comes_in_by_an_entrance_and_reads_a_kiosk_at_its_wall():
    rows = {"A": " ".join(["." * 20] * 14)}
    places = [("in", "A", PlaceKind.ENTRANCE, (10.0, 14.0), None), ("kiosk", "A", PlaceKind.KIOSK, (0.0, 7.0), None)]
    site = drawn(rows, places)
    hall = site.halls[0]
    view = entrance_view(site, hall)
    assert view is not None
    assert view.facing == (0.0, -1.0)
    kiosk = next(place for place in site.places if place.id == known("kiosk"))
    seen = view_of(hall, kiosk)
    assert seen is not None
    assert seen.facing == (-1.0, 0.0)
    assert view_of(hall, replace(kiosk, x=10.0, y=7.0)) is None, "nobody knows from where one looks at it"


def test_codes_that_follow_each_other_are_one_run():
    codes = ["A01", "A02", "A03", "A05", "A08", "A11"]
    assert runs(codes, [True, True, True, False, False, True]) == "A01–03, A11"
    assert runs(codes, [False] * 6) == ""
    assert runs(["101", "102"], [True, True]) == "101–102"


@pytest.fixture
def hall(session: Session) -> Session:
    """Return a hall that is entered from below: A1 and A2 on the left, A3 and A4 on the right, the stage ahead."""
    edits.add_topic(session, {"ref": "water", "name": {"vi": "Nước", "en": "Water"}, "icon": "droplets"})
    for code in ("A1", "A2", "A3", "A4"):
        make_organisation(session, f"Đơn vị {code}", [("A", code)], name_en=code, topics=["water"])
    (hall,) = list_halls(session)
    edits.update_hall(session, hall.id, {"width_m": 40, "depth_m": 30, "name": {"vi": "Sảnh Sông Hồng"}})
    for booth, (x, y) in zip(list_booths(session), ((2, 14), (2, 20), (34, 14), (34, 20)), strict=True):
        edits.update_booth(session, booth.id, {"x_m": x, "y_m": y, "width_m": 4, "depth_m": 4})
    for kind, x, y in (("entrance", 20, 30), ("stage", 20, 2), ("toilets", 1, 27), ("desk", 39, 28)):
        edits.add_place(session, {"hall_id": hall.id, "kind": kind, "x_m": x, "y_m": y, "name": {}})
    return session


def test_signs_of_directions_name_the_nearest_ahead_first(hall):
    entrance, desk = KINDS["direction_sign"].items(hall)
    rows = [(row["arrow"], row["word"]["en"]) for row in said(entrance, "ways")]
    assert rows == [("ahead", "Stage"), ("left", "Toilets"), ("right", "Information")]
    assert desk.subject != entrance.subject


def test_signs_of_aisles_have_two_sides_that_swap_their_arrows(hall):
    front, back = KINDS["aisle_sign"].items(hall)
    assert (front.values["range"], front.values["left"], front.values["right"]) == ("A1–A4", "A1–2", "A3–4")
    assert (back.values["left"], back.values["right"]) == ("A3–4", "A1–2")
    assert front.values["topic"] == {"vi": "Nước", "en": "Water"}


def test_signs_of_topics_say_which_booths_are_which_way(hall):
    (item,) = KINDS["topic_sign"].items(hall)
    groups = [(row["arrow"], row["codes"]) for row in said(item, "groups")]
    assert groups == [("left", "A1, A2"), ("right", "A3, A4")]


def test_where_the_entrance_is_not_known_no_arrow_lies(session):
    for code in ("A1", "A2"):
        make_organisation(session, f"Đơn vị {code}", [("A", code)])
    front, _ = KINDS["aisle_sign"].items(session)
    assert (front.values["range"], front.values["left"], front.values["right"]) == ("A1–A2", "", "")
    assert KINDS["direction_sign"].items(session) == []


# Rooms


def fill_room(session: Session, count: int, **fields: object) -> None:
    room = edits.add_room(session, {"code": "SEN", "name": {"vi": "Phòng Sen", "en": "Lotus"}})
    for number in range(count):
        starts = dt.datetime(2027, 12, 22, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=40 * number)
        talk = {"room_id": room, "starts_at": starts, "ends_at": starts + dt.timedelta(minutes=30)}
        edits.add_session(session, {**talk, "title": {"vi": f"Phiên {number}"}, **fields})
    assert list_rooms(session)


def test_a_day_in_a_room_is_a_sheet_in_the_time_of_the_place(session):
    fill_room(session, 3)
    (item,) = KINDS["room_sign"].items(session)
    assert item.values["date"] == {
        "vi": "Thứ Tư 22.12.2027",
        "en": "Wednesday 22 December",
        "fr": "Mercredi 22 décembre",
    }
    starts = [row["start"] for row in said(item, "sessions")]
    assert starts == ["08:00", "08:40", "09:20"]
    assert item.values["url"] == "HTTPS://SAMPLE.EXAMPLE"


def test_a_long_day_goes_on_to_a_second_sheet_and_every_session_is_printed(session):
    fill_room(session, 15)
    items = KINDS["room_sign"].items(session)
    made = [lay_out(load_template("room-sign-a3"), item, MEASURE, ("vi", "en")) for item in items]
    texts = [line.text for one in made for line in lines(one)]
    assert [len(said(item, "sessions")) for item in items] == [8, 7]
    assert all(f"Phiên {number}" in texts for number in range(15))
    assert [notice for notices in check(made) for notice in notices if notice.severity == "stop"] == []
    assert len({item.subject for item in items}) == 2


def test_a_cancelled_session_keeps_its_row_struck_with_the_word(session):
    fill_room(session, 1, status="cancelled")
    (item,) = KINDS["room_sign"].items(session)
    made = lay_out(load_template("room-sign-a3"), item, MEASURE, ("vi",))
    assert {"Phiên 0", "Đã huỷ"} <= {line.text for line in lines(made)}
    strike = [one for one in made.items if isinstance(one, Fill) and one.height_mm == 0.7]
    assert len(strike) == 1


def test_more_rows_than_a_sheet_takes_are_no_print():
    item = sample_item("room_sign")
    rows = tuple({**said(item, "sessions")[0], "start": f"{n:02}:00"} for n in range(12))
    made = page("room-sign-a3", sessions=rows)
    assert [(notice.severity, notice.key) for notice in made.notices if "rows" in notice.key] == [
        ("stop", "signage.rows_too_many")
    ]


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)))
def test_a_day_is_said_with_its_name(day):
    words = day_in_words(day)
    assert f"{day.day}" in words["en"]
    assert f"{day:%d.%m.%Y}" in words["vi"]
    assert words["fr"].startswith(("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"))


# Desks, codes


@given(st.dictionaries(st.sampled_from("ABCDĐEGHKLMNOPQRSTUVXYZ"), st.integers(1, 400), min_size=1), st.integers(1, 26))
def test_letters_are_shared_out_whole_and_fairly(counts, desks):
    folded: Counter[str] = Counter()
    for letter, count in counts.items():
        folded[letter_of(letter)] += count
    parts = shared_out(folded, desks)
    assert [letter for part in parts for letter in part] == [chr(code) for code in range(65, 91)]
    loads = [sum(folded[letter] for letter in part) for part in parts]
    assert len(parts) <= desks
    assert max(loads) <= max(*folded.values(), -(-sum(loads) // min(desks, len(folded))) + max(folded.values()))


def test_desks_follow_the_people_and_the_number_that_was_set(session):
    make_people(session, 40)
    assert [item.values["letters"] for item in KINDS["desk_sign"].items(session)] == ["A–Z"]
    edits.set_event(session, "desks", "3")
    items = KINDS["desk_sign"].items(session)
    assert len(items) == 3
    assert str(items[0].values["letters"]).startswith("A–")
    assert str(items[-1].values["letters"]).endswith("Z")


def test_a_vietnamese_name_is_looked_for_by_its_last_word(session):
    make_person(session, "Nguyễn", "Thị Minh Anh")
    make_person(session, "Đặng", "Đức")
    make_person(session, "Kim", "Zo-hee", country="KR")
    edits.set_event(session, "desks", "3")
    assert [item.values["letters"] for item in KINDS["desk_sign"].items(session)] == ["A–C", "D–Y", "Z"]


def test_a_phone_joins_a_network_whatever_its_name(session):
    assert wifi_code("Guests", "senvang2027") == "WIFI:T:WPA;S:Guests;P:senvang2027;;"
    assert wifi_code('a;b,"c"', "x\\y:z123") == 'WIFI:T:WPA;S:a\\;b\\,\\"c\\";P:x\\\\y\\:z123;;'
    assert wifi_code("Open", "") == "WIFI:T:nopass;S:Open;;"
    assert KINDS["wifi_sign"].items(session) == []
    edits.set_event(session, "wifi.name", "Guests")
    (item,) = KINDS["wifi_sign"].items(session)
    assert (item.title, item.values["code"]) == ("Guests", "WIFI:T:nopass;S:Guests;;")


def test_the_scan_sign_counts_and_the_roll_up_says_the_theme(session):
    assert KINDS["scan_sign"].items(session) == []
    make_product(session, make_organisation(session))
    (scan,) = KINDS["scan_sign"].items(session)
    assert said(scan, "headline")["en"] == "Scan to see\n1 product"
    assert scan.values["address"] == "sample.example"
    edits.set_event(session, "theme.vi", "Đô thị xanh")
    (banner,) = KINDS["banner"].items(session)
    assert banner.title == "Đô thị xanh"


def test_who_sits_at_a_table_has_a_tent(session):
    for role in ("speaker", "delegate", "vip", "organiser", "crew"):
        make_person(session, given_name=role, role=role)
    items: list[PrintItem] = KINDS["tent"].items(session)
    assert sorted(str(item.values["role"]) for item in items) == ["organiser", "speaker", "vip"]
