"""Functions that put fictional records into an event."""

import io
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from PIL import Image
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from showcase.catalogue import edits as catalogue
from showcase.documents.edits import NOTHING, PrintRun, Reason, finish_print_job, plan_print_job
from showcase.people import edits as people
from showcase.people.kinds import NameOrder
from showcase.store.base import Base

INDEX = """
CREATE VIRTUAL TABLE search_index
USING fts5(folded, kind UNINDEXED, subject_id UNINDEXED, title UNINDEXED, prefix='1 2 3')
"""

FAMILY_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Đỗ", "Vũ", "Bùi")
GIVEN_NAMES = ("Thị Bích Ngọc", "Văn Đức", "Minh Ánh", "Hoàng Yến", "Quốc Việt", "Thùy Dương", "Gia Huy", "Ế")


@contextmanager
def event_session() -> Iterator[Session]:
    """Open a session on a new event in memory."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.connection().exec_driver_sql(INDEX)
        make_event(session)
        yield session
    engine.dispose()


def make_event(session: Session, name: str = "Hội nghị Thượng đỉnh Đô thị Mẫu", **values: str) -> None:
    """Start the event and set values by key, dots written as two underscores."""
    catalogue.start_event(session, {"vi": name, "en": "Sample City Summit", "fr": "Sommet des villes modèles"})
    for key, value in values.items():
        catalogue.set_event(session, key.replace("__", "."), value)


def make_organisation(
    session: Session, name: str = "Công ty Sao Mai Giả Tưởng", booths: Sequence[tuple[str, str]] = (), **fields: Any
) -> uuid.UUID:
    """Add an organisation with its booths: (hall, code)."""
    names = {"vi": name, "en": fields.pop("name_en", "Morning Star Imaginary")}
    organisation = catalogue.add_organisation(session, {"name": names, "country": "VN", **fields})
    catalogue.assign_booths(session, organisation, booths)
    return organisation


def make_product(
    session: Session, organisation: uuid.UUID, name: str = "Đèn đường biết nghĩ", **fields: Any
) -> uuid.UUID:
    """Add a product."""
    names = {"vi": name, "en": fields.pop("name_en", "Thinking street lamp")}
    return catalogue.add_product(session, {"name": names, "organisation_id": organisation, **fields})


def make_person(
    session: Session, family_name: str = "Nguyễn", given_name: str = "Thị Bích Ngọc", **fields: Any
) -> uuid.UUID:
    """Add a person; a Vietnamese name stands family name first."""
    names = {"family_name": family_name, "given_name": given_name, "name_order": NameOrder.FAMILY_FIRST}
    return people.add_person(session, {**names, "country": "VN", "role": "delegate", **fields})


def make_people(session: Session, count: int) -> list[uuid.UUID]:
    """Add people whose names differ by their number as well."""
    return [
        make_person(
            session, FAMILY_NAMES[n % len(FAMILY_NAMES)], f"{GIVEN_NAMES[n // 8 % len(GIVEN_NAMES)]} {n}", ref=f"P{n}"
        )
        for n in range(count)
    ]


def picture_bytes(
    size: tuple[int, int] = (640, 400), kind: str = "PNG", mode: str = "RGB", colour: Any = "#0B5FA5", **options: Any
) -> bytes:
    """Return the bytes of a picture file."""
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, kind, **options)
    return out.getvalue()


def record_print(session: Session, run: PrintRun, refused: Mapping[int, Reason] = NOTHING) -> uuid.UUID:
    """Add a print job that is done, with the fate of each of its items."""
    job = plan_print_job(session, run)
    items = {place: item for place, item in enumerate(run.items) if place not in refused}
    finish_print_job(session, job, items, refused)
    return job
