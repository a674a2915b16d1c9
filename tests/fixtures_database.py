"""A real event file for each test, copied from one that was made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from showcase.catalogue.event import start_event
from showcase.store.database import Database
from showcase.store.opening import create_event, open_event


@pytest.fixture(scope="session")
def blank_event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an event file of this version with an empty event in it; copy it, never change it."""
    path = tmp_path_factory.mktemp("blank") / "blank.showcase"
    database = create_event(path)
    with database.transaction() as session:
        start_event(session, {"vi": "Hội nghị Mẫu", "en": "Sample City Summit", "fr": "Sommet des villes modèles"})
    database.close()
    return path


@pytest.fixture
def event_path(blank_event: Path, tmp_path: Path) -> Path:
    """Return an empty event's file of this test."""
    return Path(shutil.copy(blank_event, tmp_path / "hội nghị.showcase"))


@pytest.fixture
def database(event_path: Path) -> Iterator[Database]:
    """Return an open, empty event, closed after the test."""
    opened = open_event(event_path)
    yield opened
    opened.close()
