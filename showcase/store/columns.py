"""The column vocabulary of the entities: ids, times, enums and texts in several languages."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, String, Uuid
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator
from uuid6 import uuid7


def new_id() -> uuid.UUID:
    """Return a UUIDv7: ids made on one machine sort by time."""
    return uuid.UUID(int=uuid7().int)


def now() -> dt.datetime:
    """Return this moment in UTC."""
    return dt.datetime.now(dt.UTC)


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment, stored in UTC; a datetime without a time zone is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Store UTC without the offset."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"a moment needs a time zone: {value!r}"
            raise ValueError(msg)
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Give the moment its UTC offset back."""
        del dialect
        return None if value is None else value.replace(tzinfo=dt.UTC)


def enum_column(kind: type[StrEnum]) -> Enum:
    """Return a column type that stores the value of a StrEnum in 24 characters; the program checks it."""
    return Enum(
        kind,
        native_enum=False,
        length=24,
        values_callable=lambda members: [member.value for member in members],
        create_constraint=False,
    )


Id = Annotated[uuid.UUID, mapped_column(Uuid(), primary_key=True, default=new_id)]
Moment = Annotated[dt.datetime, mapped_column(UtcDateTime())]
Created = Annotated[dt.datetime, mapped_column(UtcDateTime(), default=now)]
TextMap = Annotated[Mapping[str, str], mapped_column(JSON, default=dict)]
"""Language -> text. Replace the map, never change it in place."""
Words = Annotated[Sequence[str], mapped_column(JSON, default=list)]
Facts = Annotated[Sequence[Mapping[str, Any]], mapped_column(JSON, default=list)]
Code = Annotated[str, mapped_column(String(64))]
Line = Annotated[str, mapped_column(String(255), default="")]
