"""Places on the floor are kept, edited, undone and refused as everything else in the catalogue is."""

import uuid
from collections.abc import Mapping
from typing import Any

import pytest

from showcase.catalogue import editing, edits, queries
from showcase.catalogue.change import Change
from showcase.catalogue.history import redo, undo
from showcase.catalogue.kinds import PlaceKind
from showcase.errors import InputError, RefusedError
from showcase.messages import LANGUAGES, sentence
from showcase.store import journal
from showcase.store.database import Database


@pytest.fixture
def halls(database: Database) -> Mapping[str, uuid.UUID]:
    """Two halls, and no history."""
    with database.transaction() as session:
        made = {code: edits.add_hall(session, {"code": code, "position": n}) for n, code in enumerate("AB")}
        journal.forget(session)
    return made


def _add(database: Database, **fields: Any) -> uuid.UUID:
    with database.transaction() as session:
        return editing.add(session, "places", fields)


def _history(database: Database, language: str) -> list[str]:
    with database.reading() as session:
        return [sentence(entry.label.message(), language) for entry in journal.list_entries(session)]


def test_a_place_comes_back_as_it_was_given(database, halls):
    there = _add(database, hall_id=halls["B"], kind="door", x_m=0, y_m=7)
    here = _add(
        database, hall_id=halls["A"], kind="door", name={"vi": "Cửa sang B"}, x_m=20, y_m="7.5", leads_to_id=there
    )

    with database.reading() as session:
        first, second = queries.list_places(session)
    assert (first.id, second.id) == (here, there)
    assert (first.hall, first.kind, first.name) == ("A", PlaceKind.DOOR, {"vi": "Cửa sang B"})
    assert (first.x_m, first.y_m, first.leads_to_id) == (20.0, 7.5, there)
    assert (second.x_m, second.hall_id) == (0.0, halls["B"])


def test_a_place_is_changed_deleted_restored_and_undone(database, halls):
    place = _add(database, hall_id=halls["A"], kind="toilets", x_m=1, y_m=2)
    with database.transaction() as session:
        assert editing.change(session, "places", place, [Change("x_m", 4.0, was=1.0)])
    with database.transaction() as session:
        editing.delete(session, "places", [place])
    with database.reading() as session:
        assert queries.list_places(session) == []
        assert [it.id for it in queries.list_places(session, deleted=True)] == [place]
    with database.transaction() as session:
        editing.restore(session, "places", [place])

    for _ in range(4):
        with database.transaction() as session:
            undo(session)
    with database.reading() as session:
        assert queries.list_places(session) == queries.list_places(session, deleted=True) == []
    for _ in range(2):
        with database.transaction() as session:
            redo(session)
    with database.reading() as session:
        assert [it.x_m for it in queries.list_places(session)] == [4.0]


def test_the_history_calls_a_place_without_a_name_by_its_kind(database, halls):
    place = _add(database, hall_id=halls["A"], kind="toilets")
    _add(database, hall_id=halls["A"], kind="toilets", name={"vi": "Vệ sinh tầng 2"})
    with database.transaction() as session:
        editing.delete(session, "places", [place])

    assert _history(database, "fr") == ["Supprimer toilettes", "Ajouter Vệ sinh tầng 2", "Ajouter toilettes"]
    assert _history(database, "vi")[0] == "Xóa nhà vệ sinh"
    with database.transaction() as session, pytest.raises(RefusedError) as caught:
        editing.change(session, "places", place, [Change("kind", "food", was="desk")])
    assert all(sentence(caught.value, language) for language in LANGUAGES)
    assert "toilets" in sentence(caught.value, "en")


@pytest.mark.parametrize(
    ("here", "there", "hall", "key"),
    [
        ("door", "toilets", "B", "catalogue.passage_kind"),
        ("toilets", "door", "B", "catalogue.passage_kind"),
        ("stairs", "stairs", "A", "catalogue.passage_hall"),
    ],
)
def test_only_passages_lead_on_and_only_to_another_hall(database, halls, here, there, hall, key):
    other = _add(database, hall_id=halls[hall], kind=there)
    with pytest.raises(InputError) as caught:
        _add(database, hall_id=halls["A"], kind=here, leads_to_id=other)
    assert caught.value.key == key

    place = _add(database, hall_id=halls["A"], kind=here)
    with database.transaction() as session, pytest.raises(InputError, match=key):
        editing.change(session, "places", place, [Change("leads_to_id", other)])
    with database.reading() as session:
        assert {it.leads_to_id for it in queries.list_places(session)} == {None}


def test_a_place_that_leads_on_stays_a_passage(database, halls):
    there = _add(database, hall_id=halls["B"], kind="lift")
    here = _add(database, hall_id=halls["A"], kind="lift", leads_to_id=there)
    for change in (Change("kind", "food"), Change("hall_id", halls["B"])):
        with database.transaction() as session, pytest.raises(InputError, match=r"catalogue\.passage"):
            editing.change(session, "places", here, [change])


@pytest.mark.parametrize(
    "fields", [{"kind": "door"}, {"kind": "pond"}, {"kind": None}, {"kind": "door", "x_m": "wide"}, {"x_m": 1}]
)
def test_a_place_that_cannot_be_taken_is_refused(database, halls, fields):
    hall = {} if fields == {"kind": "door"} else {"hall_id": halls["A"]}
    with pytest.raises(InputError) as caught:
        _add(database, **hall, **fields)
    assert all(sentence(caught.value, language) for language in LANGUAGES)
    with database.reading() as session:
        assert queries.list_places(session) == []


def test_a_hall_with_a_place_is_not_deleted_and_a_place_needs_its_hall(database, halls):
    place = _add(database, hall_id=halls["A"], kind="kiosk")
    with database.transaction() as session, pytest.raises(RefusedError, match=r"catalogue\.in_use"):
        editing.delete(session, "halls", [halls["A"]])

    with database.transaction() as session:
        editing.delete(session, "places", [place])
        editing.delete(session, "halls", [halls["A"]])
    with database.transaction() as session, pytest.raises(InputError, match=r"catalogue\.place_without_hall"):
        editing.restore(session, "places", [place])


def test_a_copy_of_a_place_leads_nowhere(database, halls):
    there = _add(database, hall_id=halls["B"], kind="door")
    here = _add(database, hall_id=halls["A"], kind="door", name={"vi": "Cửa"}, leads_to_id=there)
    with database.transaction() as session:
        copy = editing.duplicate(session, "places", here)
    with database.reading() as session:
        (record,) = queries.list_places(session, ids=[copy])
    assert (record.name, record.kind, record.leads_to_id) == ({"vi": "Cửa (2)"}, PlaceKind.DOOR, None)
