from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

import showcase.people.entities
from showcase.store.base import Base
from tests.factories import make_event

INDEX = "CREATE VIRTUAL TABLE search_index USING fts5(folded, kind UNINDEXED, subject_id UNINDEXED, title UNINDEXED, prefix='1 2 3')"


@pytest.fixture
def session() -> Iterator[Session]:
    """A session on a new event."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.connection().exec_driver_sql(INDEX)
        make_event(session)
        yield session
    engine.dispose()
