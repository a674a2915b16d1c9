"""What the event file keeps about its own progress: how much of what is required was there on each day."""

import datetime as dt

from sqlalchemy import Date
from sqlalchemy.orm import Mapped, mapped_column

from showcase.store.base import Base


class ReadinessDay(Base):
    """How many of the required fields were filled when the overview was first read on a day."""

    __tablename__ = "readiness_days"

    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    filled: Mapped[int]
    asked: Mapped[int]
