"""The sample summit: whole, in three languages, on a floor where everything fits, with badges that hold."""

import csv
import json
import uuid
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from showcase.catalogue.edits import add_organisation
from showcase.catalogue.kinds import BoothKind, OrganisationKind, PlaceKind
from showcase.catalogue.queries import (
    get_event,
    get_media_blob,
    list_booths,
    list_halls,
    list_organisations,
    list_places,
    list_products,
    list_rooms,
    list_sessions,
    list_topics,
)
from showcase.catalogue.records import BoothRecord, HallRecord
from showcase.catalogue.ways import Routes, site_of
from showcase.errors import Cancelled, RefusedError
from showcase.exchange.importing import Verdict, plan
from showcase.exchange.sample import LISTS, SAMPLE_PASSPHRASE, folder, make_sample
from showcase.exchange.sheets import read_table
from showcase.paths import resource
from showcase.people.edits import unlock_signer
from showcase.people.kinds import NameOrder, Role
from showcase.people.queries import list_badges, list_people, list_public_keys, list_speakers
from showcase.qr.judging import Verdict as Read
from showcase.qr.judging import judge
from showcase.store.database import Database
from showcase.store.opening import open_event
from showcase.text import full_name

LANGUAGES = {"vi", "en", "fr"}
WITHOUT_FRENCH = {"o31", "o37", "p30", "p35", "p65", "p90"}
"""Two exhibitors have yet to send French descriptions of themselves and of what they show; the office marks them."""
AISLE_M = 3


@pytest.fixture(scope="module")
def sample_path(blank_event: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "summit.showcase"
    path.write_bytes(blank_event.read_bytes())
    database = open_event(path)
    make_sample(database)
    database.close()
    return path


@pytest.fixture
def sample(sample_path: Path) -> Any:
    opened = open_event(sample_path, read_only=True)
    yield opened
    opened.close()


def test_it_holds_a_whole_summit(sample: Database) -> None:
    with sample.reading() as session:
        organisations = list_organisations(session)
        people = list_people(session)
        assert len(organisations) == 44
        assert len(list_products(session)) == 96
        assert len(people) == 240
        assert len(list_topics(session)) == 12
        assert len(list_halls(session)) == 3
        assert len(list_sessions(session)) == 24
        assert len(list_rooms(session)) == 5
    assert all(it.logo and it.topics and it.booths for it in organisations)
    kinds = Counter(it.kind for it in organisations)
    assert kinds.keys() == set(OrganisationKind)
    assert min(kinds.values()) >= 2
    countries = Counter(it.country for it in organisations)
    assert countries["VN"] == 22
    assert len(countries) >= 10
    assert countries["NC"] + countries["FR"] == 2
    roles = Counter(it.role for it in people)
    assert roles.keys() == set(Role)
    assert min(roles.values()) >= 8


def test_every_topic_is_shown_by_as_many(sample: Database) -> None:
    with sample.reading() as session:
        shown = Counter(product.topics[0].ref for product in list_products(session))
        assert shown.keys() == {topic.ref for topic in list_topics(session)}
    assert min(shown.values()) >= 6


def test_names_fit_their_signs_and_name_boards(sample: Database) -> None:
    with sample.reading() as session:
        for it in list_organisations(session):
            assert max(map(len, it.name.values())) <= 48
            assert max(map(len, it.short_name.values())) <= 24
            assert it.email.endswith(".example")
            assert it.website.endswith(".example")
        assert all(person.email.endswith(".example") for person in list_people(session))


def test_the_floor_has_sixty_places_for_exhibitors_and_some_are_free(sample: Database) -> None:
    with sample.reading() as session:
        booths = list_booths(session)
    kinds = Counter(booth.kind for booth in booths)
    assert kinds[BoothKind.BOOTH] + kinds[BoothKind.PAVILION] == 60
    assert kinds[BoothKind.STAGE] == 1
    assert kinds[BoothKind.SERVICE] == 6
    pavilions = {booth.code: len(booth.exhibitors) for booth in booths if booth.kind is BoothKind.PAVILION}
    assert pavilions == {"A30": 3, "B10": 4}
    assert all(len(booth.exhibitors) <= 1 for booth in booths if booth.kind is BoothKind.BOOTH)
    assert sum(booth.kind is BoothKind.BOOTH and not booth.exhibitors for booth in booths) == 10
    assert all(not booth.exhibitors for booth in booths if booth.kind in {BoothKind.STAGE, BoothKind.SERVICE})


def test_every_text_is_there_in_three_languages_but_six_french_ones(sample: Database) -> None:
    lacking = set()
    with sample.reading() as session:
        things: list[Any] = [
            get_event(session),
            *list_organisations(session),
            *list_products(session),
            *list_topics(session),
            *list_halls(session),
            *list_booths(session),
            *list_places(session),
            *list_sessions(session),
            *list_rooms(session),
            *list_people(session),
        ]
        for thing in things:
            for name in getattr(type(thing), "__slots__", ()):
                value = getattr(thing, name)
                if isinstance(value, dict) and LANGUAGES & value.keys() and value.keys() != LANGUAGES:
                    assert (name, set(value)) == ("description", {"vi", "en"})
                    lacking.add(thing.ref)
        for product in list_products(session):
            for text in (product.name, product.pitch):
                assert text.keys() == LANGUAGES
            assert 2 <= len(product.facts) <= 4
            assert all(fact[part].keys() == LANGUAGES for fact in product.facts for part in ("value", "label"))
        for entry in list_sessions(session):
            assert entry.title.keys() == entry.abstract.keys() == LANGUAGES
    assert lacking == WITHOUT_FRENCH


def test_every_product_has_a_cover_for_print_and_a_topic(sample: Database) -> None:
    with sample.reading() as session:
        products = list_products(session)
        for product in products:
            cover = product.cover
            assert cover
            assert product.topics
            assert cover.alt.keys() == LANGUAGES
            assert min(cover.width / 154, cover.height / 90) * 25.4 >= 300  # dpi over the picture of a card
            assert get_media_blob(session, cover.sha256)
        assert len({product.cover.sha256 for product in products if product.cover}) == 96


def test_every_topic_has_an_icon_of_the_program(sample: Database) -> None:
    with sample.reading() as session:
        for topic in list_topics(session):
            assert resource("icons", f"{topic.icon}.svg").is_file()


def _corners(booth: BoothRecord) -> tuple[float, float, float, float]:
    assert booth.x_m is not None
    assert booth.y_m is not None
    assert booth.width_m
    assert booth.depth_m
    return booth.x_m, booth.y_m, booth.x_m + booth.width_m, booth.y_m + booth.depth_m


def _gaps(one: BoothRecord, other: BoothRecord) -> tuple[float, float]:
    """Return how far two places are apart, across and along; below zero where they share it."""
    a, b = _corners(one), _corners(other)
    return max(a[0], b[0]) - min(a[2], b[2]), max(a[1], b[1]) - min(a[3], b[3])


def test_every_place_is_in_its_hall_and_none_overlap(sample: Database) -> None:
    with sample.reading() as session:
        halls = {hall.code: hall for hall in list_halls(session)}
        booths = list_booths(session)
    for booth in booths:
        left, top, right, bottom = _corners(booth)
        hall = halls[booth.hall]
        assert hall.width_m
        assert hall.depth_m
        for room in (left, top, hall.width_m - right, hall.depth_m - bottom):
            assert room == 0 or room >= AISLE_M, booth.code
    for one, other in combinations(booths, 2):
        if one.hall == other.hall:
            assert max(_gaps(one, other)) >= 0, (one.code, other.code)


def test_places_share_a_wall_or_leave_an_aisle(sample: Database) -> None:
    with sample.reading() as session:
        booths = list_booths(session)
    for one, other in combinations(booths, 2):
        if one.hall == other.hall:
            apart = max(_gaps(one, other))
            assert apart == 0 or apart >= AISLE_M, (one.code, other.code)


def test_every_place_can_be_walked_up_to(sample: Database) -> None:
    """Each has a side whose middle opens on an aisle, not on a neighbour or a wall of the hall."""
    with sample.reading() as session:
        halls = {hall.code: hall for hall in list_halls(session)}
        booths = list_booths(session)
    for booth in booths:
        assert any(_is_open(booth, side, halls[booth.hall], booths) for side in range(4)), booth.code


def test_what_visitors_look_for_is_there_and_in_nobody_s_way(sample: Database) -> None:
    with sample.reading() as session:
        site = site_of(session)
        places = list_places(session)
    kinds = Counter(place.kind for place in places)
    assert kinds[PlaceKind.ENTRANCE] == kinds[PlaceKind.TOILETS] == len(site.halls) == 3
    assert kinds.keys() >= {PlaceKind.DESK, PlaceKind.STAGE, PlaceKind.FIRST_AID, PlaceKind.FOOD, PlaceKind.KIOSK}
    assert all(place.name.keys() == LANGUAGES for place in places)
    assert len(site.places) == len(places)
    halls = {hall.id: hall for hall in site.halls}
    for place in site.places:
        hall = halls[place.hall_id]
        assert 0 <= place.x <= hall.width_m
        assert 0 <= place.y <= hall.depth_m
        assert not [
            booth.code
            for booth in site.booths
            if booth.hall_id == place.hall_id
            and booth.rect
            and booth.rect.x <= place.x <= booth.rect.right
            and booth.rect.y <= place.y <= booth.rect.bottom
        ], place.name


def test_everything_can_be_reached_from_every_entrance_in_few_steps(sample: Database) -> None:
    with sample.reading() as session:
        site = site_of(session)
    routes = Routes(site)
    for entrance in site.places:
        if entrance.kind is not PlaceKind.ENTRANCE:
            continue
        goals: dict[uuid.UUID, uuid.UUID] = {it.id: it.hall_id for it in site.booths} | {
            it.id: it.hall_id for it in site.places
        }
        for goal, hall in goals.items():
            way = routes.way(entrance.id, goal, step_free=True)
            assert way is not None, goal
            assert len(way.turns) <= (6 if hall == entrance.hall_id else 10), way


def _is_open(booth: BoothRecord, side: int, hall: HallRecord, booths: Sequence[BoothRecord]) -> bool:
    left, top, right, bottom = _corners(booth)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    x, y = ((left - 1, middle_y), (middle_x, top - 1), (right + 1, middle_y), (middle_x, bottom + 1))[side]
    assert hall.width_m
    assert hall.depth_m
    if not (0 <= x <= hall.width_m and 0 <= y <= hall.depth_m):
        return False
    return not any(
        it.hall == booth.hall and _corners(it)[0] < x < _corners(it)[2] and _corners(it)[1] < y < _corners(it)[3]
        for it in booths
    )


def test_no_room_and_nobody_is_in_two_sessions_at_once(sample: Database) -> None:
    with sample.reading() as session:
        event = get_event(session)
        entries = list_sessions(session)
        speakers = {entry.id: {person.id for person, _part in list_speakers(session, entry.id)} for entry in entries}
        parts = {part for entry in entries for _person, part in list_speakers(session, entry.id)}
    assert parts == {"speaker", "moderator"}
    assert event.starts_on
    assert event.ends_on
    for entry in entries:
        assert entry.starts_at < entry.ends_at
        assert event.starts_on <= entry.starts_at.date() <= event.ends_on
    for one, other in combinations(entries, 2):
        if one.starts_at < other.ends_at and other.starts_at < one.ends_at:
            assert one.room != other.room, (one.ref, other.ref)
            assert not speakers[one.id] & speakers[other.id], (one.ref, other.ref)


def test_every_speaker_speaks_and_every_language_is_spoken(sample: Database) -> None:
    with sample.reading() as session:
        entries = list_sessions(session)
        on_stage = {person.id for entry in entries for person, _part in list_speakers(session, entry.id)}
        assert {it.id for it in list_people(session) if it.role is Role.SPEAKER} <= on_stage
    assert {entry.language for entry in entries} == LANGUAGES
    assert all(entry.topics for entry in entries)


def test_badges_of_everybody_verify(sample: Database) -> None:
    with sample.reading() as session:
        keys = list_public_keys(session)
        event = get_event(session).token_number
        for person in list_people(session):
            (badge,) = list_badges(session, person.id)
            assert judge(badge.token, keys, event) is Read.BADGE
        unlock_signer(session, SAMPLE_PASSPHRASE)


def test_every_session_has_speakers_and_names_keep_their_order(sample: Database) -> None:
    with sample.reading() as session:
        assert all(list_speakers(session, entry.id) for entry in list_sessions(session))
        names = {
            full_name(it.family_name, it.given_name, family_first=it.name_order is NameOrder.FAMILY_FIRST)
            for it in list_people(session)
        }
        orders = {it.country: it.name_order for it in list_people(session)}
    assert len(names) == 240
    assert {country for country, order in orders.items() if order is NameOrder.FAMILY_FIRST} == {"VN", "JP", "KR"}
    assert {"Công Tằng Tôn Nữ Bảo Khánh Huyền", "Nur Aisyah binti Ismail", "Sutrisno"} <= names
    assert {"Nguyễn Thị Minh Anh", "Kim Seo-yeon", "Jean-Christophe Delaunay", "Lakshmi Krishnamurthy"} <= names


def test_lists_go_through_the_importer_without_a_refusal(sample: Database) -> None:
    with sample.reading() as session:
        for kind in LISTS:
            planned = plan(session, read_table(folder() / f"{kind}.csv"), kind)
            assert planned.count(Verdict.REJECTED) == 0
            assert planned.count(Verdict.UNCHANGED) == len(planned.rows)
            assert not planned.columns.unused


def test_no_cell_of_the_lists_is_translated_in_part() -> None:
    for kind in LISTS:
        with (folder() / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                filled = Counter(
                    heading[:-3] for heading, cell in row.items() if heading[-3:] in {" VI", " EN", " FR"} and cell
                )
                if row["ID"] in WITHOUT_FRENCH:
                    assert filled.pop("Description") == 2
                assert set(filled.values()) <= {3}, row


def test_french_keeps_its_marks_with_their_word() -> None:
    marks = (" :", " ;", " ?", " !", " %", "« ", " »")
    french = []
    for path in folder().glob("*.json"):
        lines = path.read_text(encoding="utf-8").splitlines()
        french += [line.split('": ', 1)[1] for line in lines if line.strip().startswith('"fr"')]
    for kind in LISTS:
        with (folder() / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as rows:
            french += [cell for row in csv.DictReader(rows) for heading, cell in row.items() if heading.endswith(" FR")]
    assert len(french) > 1_500
    for text in french:
        assert not any(mark in text for mark in marks), text
        assert "'" not in text


def test_pictures_are_light_enough_to_keep() -> None:
    pictures = [*folder().glob("pictures/*.webp"), *folder().glob("logos/*.png")]
    assert sum(path.stat().st_size for path in pictures) < 8_000_000
    for path in pictures:
        with Image.open(path) as picture:
            picture.verify()


def test_an_event_that_holds_something_is_left_alone(database: Database) -> None:
    with database.transaction() as session:
        add_organisation(session, {"name": "Sông Xanh"})
    with pytest.raises(RefusedError, match="sample_not_empty"):
        make_sample(database)
    with database.reading() as session:
        assert len(list_organisations(session)) == 1
        assert not list_topics(session)


def test_a_stop_leaves_the_event_empty_and_the_sample_can_be_made_again(database: Database) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_sample(database, stop)
    with database.reading() as session:
        assert not list_organisations(session)
        assert not list_halls(session)
    seen.clear()
    make_sample(database, lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert seen[-1][0] == seen[-1][1]


def test_json_names_every_product() -> None:
    with (folder() / "products.csv").open(encoding="utf-8-sig", newline="") as lines:
        refs = {row["ID"] for row in csv.DictReader(lines)}
    for name in ("facts", "pictures"):
        assert json.loads((folder() / f"{name}.json").read_text(encoding="utf-8")).keys() == refs
