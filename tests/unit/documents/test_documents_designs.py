"""Designs of the organisers: added, changed, copied, saved and taken away, and never a surprise in the history."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from showcase.documents.designs import (
    add_design,
    copy_design,
    export_design,
    find_design,
    list_broken,
    list_designs,
    remove_design,
)
from showcase.documents.edits import PrintRun
from showcase.documents.entities import UserTemplate
from showcase.documents.fields import sample_item
from showcase.documents.history import list_print_jobs
from showcase.documents.kinds import KINDS
from showcase.documents.template import list_templates, load_template
from showcase.errors import InputError, MissingFile, NewerFile, RefusedError, UserError
from showcase.messages import LANGUAGES, sentence
from showcase.paths import resource
from showcase.store.database import Database
from tests.factories import record_print


def written(folder: Path, name: str = "badge-a6", **changes: Any) -> Path:
    """Write a design like one of the program into a file."""
    document = json.loads(resource("templates", f"{name}.json").read_text(encoding="utf-8"))
    path = folder / "ours.json"
    path.write_text(json.dumps({**document, "id": "our-badge", **changes}), encoding="utf-8")
    return path


def test_a_design_is_added_found_and_listed_as_own(database: Database, tmp_path):
    with database.transaction() as session:
        added = add_design(session, written(tmp_path))
        assert (added.id, added.version, added.own) == ("our-badge", 1, True)
    with database.reading() as session:
        found = find_design(session, "our-badge")
        listed = list_designs(session)
    assert found.elements == load_template("badge-a6").elements
    assert [template.id for template in listed if template.own] == ["our-badge"]
    assert [template.id for template in listed if not template.own] == [it.id for it in list_templates()]
    badges = [template.own for template in listed if template.kind == "badge"]
    assert badges == sorted(badges), "those of the program come first"


def test_the_version_counts_changes_and_nothing_else(database: Database, tmp_path):
    with database.transaction() as session:
        assert add_design(session, written(tmp_path)).version == 1
        assert add_design(session, written(tmp_path, version=9)).version == 1
        assert add_design(session, written(tmp_path, bleed_mm=2)).version == 2
        assert add_design(session, written(tmp_path, bleed_mm=2)).version == 2
        remove_design(session, "our-badge")
        assert add_design(session, written(tmp_path, bleed_mm=2)).version == 3


def test_what_was_printed_stays_true_when_a_design_goes(database: Database, tmp_path):
    with database.transaction() as session:
        template = add_design(session, written(tmp_path))
        record_print(session, PrintRun(template, [sample_item("badge")], "page", ("vi",)))
        remove_design(session, "our-badge")
    with database.reading() as session:
        (job,) = list_print_jobs(session)
        assert (job.template, job.template_version) == ("our-badge", 1)
        assert not any(template.own for template in list_designs(session))
        with pytest.raises(RefusedError, match="gone"):
            find_design(session, "our-badge")
    with database.transaction() as session, pytest.raises(MissingFile):
        remove_design(session, "our-badge")


def test_the_designs_of_the_program_stay_as_they_are(database: Database, tmp_path):
    with database.transaction() as session:
        with pytest.raises(InputError, match="taken"):
            add_design(session, written(tmp_path, id="badge-a6"))
        with pytest.raises(MissingFile):
            remove_design(session, "badge-a6")
        with pytest.raises(InputError, match="taken"):
            copy_design(session, "badge-a6", "badge-cr80")
        for name in ("../../etc/passwd", "", "Our Badge", "a" * 41):
            with pytest.raises(InputError):
                copy_design(session, "badge-a6", name)
    with database.reading() as session:
        assert list_designs(session) == list_templates()


@pytest.mark.parametrize("name", [kind.template for kind in KINDS.values()])
def test_a_copy_is_the_same_design_under_a_name_of_its_own(database: Database, tmp_path, name):
    with database.transaction() as session:
        copied = copy_design(session, name, "our-copy")
        assert copied.elements == load_template(name).elements
        assert copied.back == load_template(name).back
        assert copied.name["en"] == f"{load_template(name).name['en']} (copy)"
        again = tmp_path / "again.json"
        again.write_text(export_design(session, "our-copy"), encoding="utf-8")
        assert add_design(session, again).version == 1, "what was saved is what was kept"
        with pytest.raises(InputError, match="taken"):
            copy_design(session, name, "our-copy")


def test_a_design_of_the_program_is_saved_under_a_free_name(database: Database, tmp_path):
    path = tmp_path / "copy.json"
    with database.transaction() as session:
        path.write_text(export_design(session, "badge-a6"), encoding="utf-8")
        assert add_design(session, path).id == "our-badge-a6"
        assert json.loads(export_design(session, "badge-a6"))["id"] == "our-badge-a6-2"
        assert json.loads(export_design(session, "our-badge-a6"))["id"] == "our-badge-a6"
    text = path.read_text(encoding="utf-8")
    assert '\n    {"id": "given", ' in text, "an element on each line"


def test_a_file_with_mistakes_changes_nothing(database: Database, tmp_path):
    path = written(tmp_path)
    with database.transaction() as session:
        add_design(session, path)
    path.write_text(path.read_text(encoding="utf-8").replace("{token}", "{salary}"), encoding="utf-8")
    with pytest.raises(InputError), database.transaction() as session:
        add_design(session, path)
    with database.reading() as session:
        assert find_design(session, "our-badge").version == 1
    with database.transaction() as session, pytest.raises(MissingFile):
        add_design(session, tmp_path / "none.json")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_design_that_shows_a_value_that_is_gone_says_so(database: Database, tmp_path, language):
    with database.transaction() as session:
        add_design(session, written(tmp_path))
        document = session.scalars(select(UserTemplate.document)).one()
        elements = [{**document["elements"][0], "variant": "{salary}"}, *document["elements"][1:]]
        session.execute(update(UserTemplate).values(document={**document, "elements": elements}))
    with database.reading() as session:
        assert not any(template.own for template in list_designs(session))
        ((name, reason),) = list_broken(session)
        with pytest.raises(InputError) as caught:
            find_design(session, "our-badge")
    assert name == "our-badge"
    for error in (reason, caught.value):
        assert all(part in sentence(error, language) for part in ("our-badge", "{salary}", "art"))


def test_a_design_of_a_newer_program_is_kept_and_said(database: Database, tmp_path):
    with database.transaction() as session:
        add_design(session, written(tmp_path))
        document = session.scalars(select(UserTemplate.document)).one()
        session.execute(update(UserTemplate).values(document={**document, "schema_version": 3}))
        with pytest.raises(NewerFile):
            find_design(session, "our-badge")
        with pytest.raises(UserError):
            export_design(session, "our-badge")


def test_a_design_of_the_first_form_is_kept_in_the_form_of_today(database: Database, tmp_path):
    with database.transaction() as session:
        add_design(session, written(tmp_path, schema_version=1))
        assert session.scalars(select(UserTemplate.document)).one()["schema_version"] == 2


def test_an_event_takes_so_many_designs(database: Database, tmp_path):
    with database.transaction() as session:
        session.add_all(UserTemplate(name=f"n{n}", document={}, version=1) for n in range(100))
        session.flush()
        with pytest.raises(RefusedError, match="enough"):
            add_design(session, written(tmp_path))
        assert len(list_broken(session)) == 100
