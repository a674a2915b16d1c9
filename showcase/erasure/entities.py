"""What the event file keeps about erasing: that it was done, never who it was."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from showcase.store.base import Base
from showcase.store.columns import Id, Moment, UtcDateTime


class Erasure(Base):
    """A fact: people were erased. Their ids say nothing to anybody; they tie what is left of their facts together."""

    __tablename__ = "erasures"

    id: Mapped[Id]
    at: Mapped[Moment]
    user: Mapped[str] = mapped_column(String(64), default="")
    """The login name of who did it."""
    reason: Mapped[str] = mapped_column(String(24))
    people: Mapped[Sequence[str]] = mapped_column(JSON, default=list)
    gone: Mapped[Mapping[str, int]] = mapped_column(JSON, default=dict)
    """Of what -> how many."""
    lists: Mapped[int] = mapped_column(default=0)
    """Number of the last list that stations were given before."""
    left: Mapped[Sequence[Mapping[str, Any]]] = mapped_column(JSON, default=list)
    """Copies that could not be reached."""
    finished_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime())
    """When the file and its backups had been written anew; None while that is still to be done."""
