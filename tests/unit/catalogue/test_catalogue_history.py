"""Every edit can be undone and done again, whoever made it, and the history says what it was."""

import datetime as dt
import json
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import showcase.people.editing
import showcase.people.indexing  # noqa: F401  # people are edited and found as in the program
from showcase.catalogue import editing, queries
from showcase.catalogue.change import Change
from showcase.catalogue.history import redo, undo, undo_to
from showcase.catalogue.search import reindex_all, search
from showcase.errors import RefusedError, UserError
from showcase.exchange.importing import import_list
from showcase.messages import LANGUAGES, sentence
from showcase.people.edits import issue_badges, make_signing_key
from showcase.people.queries import get_person, list_people
from showcase.store import journal
from showcase.store.database import Database
from showcase.store.opening import open_event
from tests.factories import make_organisation, make_person, make_product

_NOT_COMPARED = {"version"}


def content(path: Path) -> dict[str, list[str]]:
    """Return every row of the journalled tables as text; how often a row was written is not what it says."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as plain:
        plain.row_factory = sqlite3.Row
        return {
            table: sorted(
                json.dumps({name: row[name] for name in row.keys() if name not in _NOT_COMPARED}, sort_keys=True)  # noqa: SIM118
                for row in plain.execute(f"SELECT * FROM {table}")
            )
            for table in journal.TABLES
        }


def index(path: Path) -> list[Any]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as plain:
        return sorted(plain.execute("SELECT rowid, kind, subject_id, title, folded FROM search_index"))


@pytest.fixture
def filled(database: Database) -> Database:
    """Return an event with an organisation in a booth, a product and a person, and no history."""
    with database.transaction() as session:
        organisation = make_organisation(session, "Sông Xanh", [("A", "A1")])
        make_product(session, organisation)
        make_person(session, organisation_id=organisation)
        journal.forget(session)
    return database


def _organisation(database: Database) -> Any:
    with database.reading() as session:
        return queries.list_organisations(session)[0]


def _change(database: Database, table: str, row_id: Any, *changes: Change) -> bool:
    with database.transaction() as session:
        return editing.change(session, table, row_id, changes)


def test_an_edit_is_undone_and_done_again(filled):
    before = content(filled.path)
    organisation = _organisation(filled)
    assert _change(filled, "organisations", organisation.id, Change("name", "Suối Vàng", "vi", "Sông Xanh"))
    after = content(filled.path)

    with filled.transaction() as session:
        entry = undo(session)
    assert content(filled.path) == before
    assert sentence(entry.label.message(), "en") == "Change name: Sông Xanh"
    with filled.reading() as session:
        assert next(hit.title for hit in search(session, "song xanh")) == "Sông Xanh"
        assert search(session, "suoi vang") == []

    with filled.transaction() as session:
        redo(session)
    assert content(filled.path) == after
    with filled.reading() as session:
        assert search(session, "suoi vang")


def test_history_survives_a_restart_and_is_readable_in_every_language(filled):
    organisation = _organisation(filled)
    _change(filled, "organisations", organisation.id, Change("country", "JP"))
    with filled.transaction() as session:
        editing.delete(session, "products", [product.id for product in queries.list_products(session)])
    filled.close()

    with closing(open_event(filled.path)) as again:
        with again.reading() as session:
            entries = journal.list_entries(session)
            for language in LANGUAGES:
                assert all(sentence(entry.label.message(), language) for entry in entries)
            assert [sentence(entry.label.message(), "en") for entry in entries] == [
                "Delete Đèn đường biết nghĩ",
                "Change country: Sông Xanh",
            ]
            (change,) = journal.list_changes(session, entries[1].id)
            assert change.fields["country"] == ("VN", "JP")
        with again.transaction() as session:
            undo_to(session, entries[1].id)
        with again.reading() as session:
            assert queries.get_organisation(session, organisation.id).country == "VN"
            assert len(queries.list_products(session)) == 1
        with again.transaction() as session:
            undo_to(session, entries[0].id)
        with again.reading() as session:
            assert queries.list_products(session) == []


def test_a_new_edit_ends_what_could_be_done_again(filled):
    organisation = _organisation(filled)
    _change(filled, "organisations", organisation.id, Change("country", "JP"))
    with filled.transaction() as session:
        undo(session)
    _change(filled, "organisations", organisation.id, Change("country", "KR"))
    with pytest.raises(RefusedError) as nothing, filled.transaction() as session:
        redo(session)
    assert nothing.value.key == "store.nothing_to_redo"


def test_an_import_is_one_edit(filled, tmp_path):
    before = content(filled.path)
    path = tmp_path / "exhibitors.csv"
    path.write_text("Tên đơn vị,Gian hàng,Chủ đề\n" + "\n".join(f"Đơn vị {n},B{n},Nước" for n in range(30)), "utf-8")
    assert import_list(filled, path, "exhibitors").added == 30
    with filled.reading() as session:
        (entry,) = journal.list_entries(session)
        assert sentence(entry.label.message(), "en") == "Import exhibitors.csv: 30 rows"
    with filled.transaction() as session:
        undo(session)
    assert content(filled.path) == before
    with filled.transaction() as session:
        redo(session)
    with filled.reading() as session:
        assert queries.count_organisations(session) == 31
        assert queries.count_organisations(session, "don vi") == 30


def test_what_nobody_else_may_see_lost_is_refused(filled):
    organisation = _organisation(filled)
    _change(filled, "organisations", organisation.id, Change("region", "Huế", was=""))
    with pytest.raises(RefusedError) as refused:
        _change(filled, "organisations", organisation.id, Change("region", "Hội An", was=""))
    assert "Huế" in sentence(refused.value, "en")
    # Another field, and another language of the same field, are nobody's business.
    assert _change(filled, "organisations", organisation.id, Change("country", "JP", was="VN"))
    assert _change(filled, "organisations", organisation.id, Change("name", "Rivière verte", "fr", ""))
    found = _organisation(filled)
    assert found.region == "Huế"
    assert found.name["vi"] == "Sông Xanh"
    # Who wrote the same is not troubled.
    assert not _change(filled, "organisations", organisation.id, Change("region", "Huế", was=""))


def test_what_was_changed_past_the_journal_is_not_undone(filled):
    organisation = _organisation(filled)
    _change(filled, "organisations", organisation.id, Change("region", "Huế"))
    with closing(sqlite3.connect(filled.path)) as plain:
        plain.execute("UPDATE organisations SET region = 'Vinh'")
        plain.commit()
    before = content(filled.path)
    with pytest.raises(RefusedError) as refused, filled.transaction() as session:
        undo(session)
    assert refused.value.key == "store.undo_changed"
    assert content(filled.path) == before


def test_who_has_a_badge_cannot_vanish(filled):
    with filled.transaction() as session:
        person = editing.add(session, "people", {"family_name": "Lê", "given_name": "Minh"})
    with filled.transaction() as session:
        issue_badges(session, [person], make_signing_key(session, "một cụm mật khẩu dài"))
    with filled.transaction() as session:
        undo(session)
    with filled.reading() as session:
        assert get_person(session, person).deleted_at is not None
        assert person not in {one.id for one in list_people(session)}
    with filled.transaction() as session:
        redo(session)
    with filled.reading() as session:
        assert get_person(session, person).badge is not None
        assert get_person(session, person).deleted_at is None


def test_facts_alone_are_no_history(filled):
    with filled.transaction() as session:
        people = [person.id for person in list_people(session)]
        issue_badges(session, people, make_signing_key(session, "một cụm mật khẩu dài"))
    with filled.reading() as session:
        assert journal.count_entries(session) == 0


def test_an_edit_of_nothing_is_no_history(filled):
    organisation = _organisation(filled)
    assert not _change(filled, "organisations", organisation.id, Change("country", "VN"))
    with filled.reading() as session:
        assert journal.count_entries(session) == 0


def test_old_history_goes(filled, monkeypatch):
    monkeypatch.setattr(journal, "_KEPT_ENTRIES", 5)
    organisation = _organisation(filled)
    for n in range(12):
        _change(filled, "organisations", organisation.id, Change("region", f"Vùng {n}"))
    with filled.reading() as session:
        assert journal.count_entries(session) == 6


def test_copies_have_names_of_their_own(filled):
    organisation = _organisation(filled)
    with filled.transaction() as session:
        twice = editing.duplicate(
            session, "organisations", editing.duplicate(session, "organisations", organisation.id)
        )
        booth = editing.duplicate(session, "booths", organisation.booths[0].id)
    with filled.reading() as session:
        assert queries.get_organisation(session, twice).name["vi"] == "Sông Xanh (3)"
        assert queries.get_organisation(session, twice).booths == ()
        assert queries.get_booth(session, booth).code == "A2"
        assert queries.get_booth(session, booth).hall == "A"


def test_every_table_that_people_edit_is_journalled(database):
    with closing(sqlite3.connect(database.path)) as plain:
        names = {row[0] for row in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        keys = {
            table: tuple(row[1] for row in plain.execute(f"PRAGMA table_info({table})") if row[5]) for table in names
        }
        edited = {
            table
            for table in names
            if any(row[1] == "deleted_at" for row in plain.execute(f"PRAGMA table_info({table})"))
        }
    assert {table: keys[table] for table in journal.TABLES} == dict(journal.TABLES)
    assert edited - {"user_templates"} <= journal.TABLES.keys()


_TEXT = st.text(alphabet="aăâđe ôơếĐ'\"", min_size=1, max_size=8).map(lambda text: f"Tên {text}")
_PLACE = st.tuples(st.sampled_from(["", "A", "B"]), st.sampled_from(["1", "2", "3"]))


class Editing(RuleBasedStateMachine):
    """A person edits, imports, undoes and redoes, and the program is killed now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.past: list[dict[str, list[str]]] = []
        self.future: list[dict[str, list[str]]] = []

    @initialize()
    def start(self) -> None:
        self.path = Path(self.folder.name) / "event.showcase"
        shutil.copy(BLANK[0], self.path)
        self.database = open_event(self.path)
        with self.database.transaction() as session:
            first = make_organisation(session, "Sông Xanh", [("A", "1")])
            make_product(session, first)
            make_person(session, organisation_id=first)
            editing.add(session, "topics", {"name": {"vi": "Nước"}})
            journal.forget(session)

    def _ids(self, table: str, *, deleted: bool = False) -> list[Any]:
        listing: Any = {
            "organisations": queries.list_organisations,
            "products": queries.list_products,
            "people": list_people,
            "booths": queries.list_booths,
            "topics": queries.list_topics,
            "sessions": queries.list_sessions,
        }[table]
        with self.database.reading() as session:
            return [record.id for record in listing(session, deleted=deleted)]

    def _do(self, work: Any) -> None:
        """Edit in one transaction; what is refused changes nothing."""
        before = content(self.path)
        with suppress(UserError), self.database.transaction() as session:
            work(session)
        if content(self.path) != before:
            self.past.append(before)
            self.future.clear()

    @rule(name=_TEXT, places=st.lists(_PLACE, max_size=2))
    def add_organisation(self, name, places):
        self._do(
            lambda s: editing.add(s, "organisations", {"name": {"vi": name}, "booths": places, "topics": ["nuoc"]})
        )

    @rule(name=_TEXT, data=st.data())
    def add_product(self, name, data):
        owners = self._ids("organisations")
        if owners:
            owner = data.draw(st.sampled_from(owners))
            self._do(lambda s: editing.add(s, "products", {"name": {"vi": name}, "organisation_id": owner}))

    @rule(family=_TEXT, given=_TEXT)
    def add_person(self, family, given):
        self._do(lambda s: editing.add(s, "people", {"family_name": family, "given_name": given}))

    @rule(title=_TEXT)
    def add_session(self, title):
        times = {
            "starts_at": dt.datetime(2025, 12, 23, 2, tzinfo=dt.UTC),
            "ends_at": dt.datetime(2025, 12, 23, 3, tzinfo=dt.UTC),
        }
        self._do(lambda s: editing.add(s, "sessions", {"title": {"vi": title}, **times}))

    @rule(
        table=st.sampled_from(["organisations", "products", "topics"]),
        language=st.sampled_from(["vi", "en", "fr"]),
        text=st.just("") | _TEXT,
        data=st.data(),
    )
    def rename(self, table, language, text, data):
        if ids := self._ids(table):
            it = data.draw(st.sampled_from(ids))
            self._do(lambda s: editing.change(s, table, it, [Change("name", text, language)]))

    @rule(code=st.sampled_from(["1", "2", "9"]), data=st.data())
    def renumber_booth(self, code, data):
        if ids := self._ids("booths"):
            it = data.draw(st.sampled_from(ids))
            self._do(lambda s: editing.change(s, "booths", it, [Change("code", code)]))

    @rule(places=st.lists(_PLACE, max_size=3), data=st.data())
    def assign(self, places, data):
        if ids := self._ids("organisations"):
            it = data.draw(st.sampled_from(ids))
            self._do(lambda s: editing.change(s, "organisations", it, [Change("booths", places)]))

    @rule(country=st.sampled_from(["VN", "JP", None]))
    def change_all(self, country):
        ids = self._ids("organisations")
        self._do(lambda s: editing.change_many(s, "organisations", ids, Change("country", country)))

    @rule(
        table=st.sampled_from(["organisations", "products", "people", "booths", "topics", "sessions"]), data=st.data()
    )
    def delete(self, table, data):
        if ids := self._ids(table):
            some = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
            self._do(lambda s: editing.delete(s, table, some))

    @rule(
        table=st.sampled_from(["organisations", "products", "people", "booths", "topics", "sessions"]), data=st.data()
    )
    def restore(self, table, data):
        if ids := self._ids(table, deleted=True):
            it = data.draw(st.sampled_from(ids))
            self._do(lambda s: editing.restore(s, table, [it]))

    @rule(table=st.sampled_from(["organisations", "products", "people", "booths"]), data=st.data())
    def duplicate(self, table, data):
        if ids := self._ids(table):
            it = data.draw(st.sampled_from(ids))
            self._do(lambda s: editing.duplicate(s, table, it))

    @rule(rows=st.lists(st.tuples(_TEXT, st.sampled_from(["", "A 1", "B 2; B 3"])), min_size=1, max_size=4))
    def bring_in(self, rows):
        path = Path(self.folder.name) / "list.csv"
        path.write_text("Tên đơn vị,Gian hàng\n" + "\n".join(f'"{a}","{b}"' for a, b in rows), "utf-8")
        before = content(self.path)
        with suppress(UserError):
            import_list(self.database, path, "exhibitors")
        if content(self.path) != before:
            self.past.append(before)
            self.future.clear()

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        self.future.append(content(self.path))
        with self.database.transaction() as session:
            undo(session)
        assert content(self.path) == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        self.past.append(content(self.path))
        with self.database.transaction() as session:
            redo(session)
        assert content(self.path) == self.future.pop()

    @precondition(lambda self: self.past)
    @rule()
    def undo_everything_and_come_back(self):
        now = content(self.path)
        steps = len(self.past)
        for turn in (undo, redo):
            for _ in range(steps):
                with self.database.transaction() as session:
                    turn(session)
            if turn is undo:
                assert content(self.path) == self.past[0]
        assert content(self.path) == now

    @rule()
    def crash_and_reopen(self):
        """Die in the middle of an edit: the file is copied as it lies there, and opened again."""
        before = content(self.path)
        copied = self.path.with_name("crashed.showcase")
        with suppress(KeyError), self.database.transaction() as session:
            make_organisation(session, "Chưa kịp lưu", [("A", "8")])
            session.flush()
            for tail in ("", "-journal", "-wal", "-shm"):
                source = self.path.with_name(self.path.name + tail)
                target = copied.with_name(copied.name + tail)
                target.unlink(missing_ok=True)
                if source.exists():
                    shutil.copy(source, target)
            raise KeyError
        self.database.close()
        for tail in ("", "-journal", "-wal", "-shm"):
            source = copied.with_name(copied.name + tail)
            if source.exists():
                shutil.move(source, self.path.with_name(self.path.name + tail))
        self.database = open_event(self.path)
        with self.database.reading() as session:
            queries.list_organisations(session)
        assert content(self.path) == before

    @invariant()
    def the_index_says_what_the_rows_say(self):
        if not hasattr(self, "database"):
            return
        found = index(self.path)
        with suppress(KeyError), self.database.transaction() as session:
            reindex_all(session)
            connection = session.connection().exec_driver_sql
            anew = sorted(
                tuple(row) for row in connection("SELECT rowid, kind, subject_id, title, folded FROM search_index")
            )
            assert [row[:4] for row in found] == [row[:4] for row in anew]
            assert [sorted(row[4].split()) for row in found] == [sorted(row[4].split()) for row in anew]
            raise KeyError  # nothing is kept

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
        self.folder.cleanup()


BLANK: list[Path] = []


@pytest.fixture(autouse=True)
def _blank(blank_event: Path) -> None:
    BLANK[:] = [blank_event]


TestEditing = Editing.TestCase
TestEditing.settings = settings(stateful_step_count=20, max_examples=settings().max_examples // 2, deadline=None)
