"""What is said of an event at once is what is read of it later; of anything else nothing is said."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from showcase.app import open_app
from showcase.catalogue.browsing import count_shown
from showcase.catalogue.edits import set_event
from showcase.catalogue.glance import glance
from showcase.catalogue.queries import get_event
from tests.factories import make_organisation, make_product


@pytest.fixture
def summit(tmp_path: Path) -> Path:
    path = tmp_path / "Hội nghị số 1%.showcase"
    app = open_app(path, create=True)
    with app.transaction() as session:
        set_event(session, "name.vi", "Hội nghị Mẫu")
        set_event(session, "theme.en", "Green and smart cities")
        set_event(session, "starts_on", "2027-12-22")
        company = make_organisation(session, "Anh", kind="company")
        make_organisation(session, "Chi", kind="company", exhibits=False, country="FR")
        make_organisation(session, "Bình", kind="city", country="JP")
        for number in range(3):
            make_product(session, company, f"Đèn {number}")
    app.close()
    return path


def test_it_is_what_is_read_later(summit: Path) -> None:
    seen = glance(summit)
    app = open_app(summit, read_only=True)
    with app.reading() as session:
        event, counts = get_event(session), count_shown(session)
    app.close()
    assert seen is not None
    assert seen.event == event
    assert seen.counts == counts
    assert counts["products"] == 3


@pytest.mark.parametrize("statement", ["PRAGMA application_id=1", "PRAGMA user_version=99", "DELETE FROM events"])
def test_another_file_says_nothing(summit: Path, statement: str) -> None:
    with closing(sqlite3.connect(summit)) as connection:
        connection.execute(statement)
        connection.commit()
    assert glance(summit) is None


def test_what_cannot_be_read_says_nothing(tmp_path: Path, summit: Path) -> None:
    assert glance(tmp_path / "none.showcase") is None
    assert not (tmp_path / "none.showcase").exists()
    assert glance(tmp_path) is None
    broken = tmp_path / "broken.showcase"
    broken.write_bytes(summit.read_bytes()[:5000])
    assert glance(broken) is None


def test_it_needs_no_sqlalchemy() -> None:
    code = "import sys, showcase.catalogue.glance; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
