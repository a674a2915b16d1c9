"""The sample summit: whole, in three languages, on a floor where everything fits, with badges that hold."""

import csv
import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from showcase.catalogue.edits import add_organisation
from showcase.catalogue.queries import (
    get_event,
    get_media_blob,
    list_booths,
    list_halls,
    list_organisations,
    list_products,
    list_rooms,
    list_sessions,
    list_topics,
)
from showcase.catalogue.records import BoothRecord
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
        assert len(organisations) == 12
        assert len(list_products(session)) == 24
        assert len(people) == 40
        assert len(list_topics(session)) == 11
        assert len(list_halls(session)) == 3
        assert len(list_booths(session)) >= 12
        assert len(list_sessions(session)) == 8
        assert len(list_rooms(session)) == 3
        assert {person.role for person in people} == set(Role)
        assert len({it.kind for it in organisations}) >= 6
        assert len({it.country for it in organisations}) >= 7
        assert all(it.logo and it.topics and it.booths for it in organisations)


def test_a_pavilion_is_shared_and_some_have_two_booths(sample: Database) -> None:
    with sample.reading() as session:
        pavilion = next(booth for booth in list_booths(session) if booth.code == "B10")
        assert len(pavilion.exhibitors) == 3
        assert max(len(it.booths) for it in list_organisations(session)) == 2


def test_every_text_is_there_in_three_languages(sample: Database) -> None:
    with sample.reading() as session:
        things = [
            get_event(session),
            *list_organisations(session),
            *list_products(session),
            *list_topics(session),
            *list_halls(session),
            *list_booths(session),
            *list_sessions(session),
            *list_rooms(session),
            *list_people(session),
        ]
        for thing in things:
            for name in getattr(type(thing), "__slots__", ()):
                value = getattr(thing, name)
                if isinstance(value, dict) and LANGUAGES & value.keys():
                    assert value.keys() == LANGUAGES, (name, value)
        for product in list_products(session):
            for text in (product.name, product.pitch, product.description):
                assert text.keys() == LANGUAGES
            assert len(product.facts) >= 2
            assert all(fact[part].keys() == LANGUAGES for fact in product.facts for part in ("value", "label"))


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
        assert len({product.cover.sha256 for product in products if product.cover}) == 24


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


def test_every_booth_is_inside_its_hall_and_none_overlap(sample: Database) -> None:
    with sample.reading() as session:
        halls = {hall.code: hall for hall in list_halls(session)}
        booths = list_booths(session)
    for booth in booths:
        left, top, right, bottom = _corners(booth)
        hall = halls[booth.hall]
        assert hall.width_m
        assert hall.depth_m
        assert left >= 0
        assert top >= 0
        assert right <= hall.width_m
        assert bottom <= hall.depth_m
    for one, other in combinations(booths, 2):
        if one.hall == other.hall:
            a, b = _corners(one), _corners(other)
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (one.code, other.code)


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
                assert set(filled.values()) <= {3}, row


def test_french_keeps_its_marks_with_their_word() -> None:
    for path in folder().glob("*.json"):
        text = path.read_text(encoding="utf-8")
        french = [line for line in text.splitlines() if line.strip().startswith('"fr"')]
        assert not any(mark in line.split('": ', 1)[1] for line in french for mark in (" :", " ;", " ?", " !", " %"))


def test_pictures_are_light_enough_to_keep() -> None:
    pictures = [*folder().glob("pictures/*.webp"), *folder().glob("logos/*.png")]
    assert sum(path.stat().st_size for path in pictures) < 2_500_000
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
