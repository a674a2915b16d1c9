"""The calibrations of an event: one for each printer and tray, kept in its file."""

import datetime as dt
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from showcase.catalogue.views import record_of
from showcase.documents.calibration import Placing
from showcase.documents.entities import Calibration
from showcase.errors import InputError
from showcase.store.columns import now

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class CalibrationRecord:
    """How far off a printer and tray put things."""

    id: uuid.UUID
    printer: str
    tray: str
    offset_x_mm: float
    offset_y_mm: float
    scale_x: float
    scale_y: float
    skew_mrad: float
    measured_at: dt.datetime

    @property
    def placing(self) -> Placing:
        """Return where it puts what is sent to a point."""
        turn = self.skew_mrad / 1000
        return Placing(self.offset_x_mm, self.offset_y_mm, self.scale_x, self.scale_y, turn)


def list_calibrations(session: Session) -> list[CalibrationRecord]:
    """Return the calibrations, by printer and tray."""
    table = Calibration
    rows = session.execute(select(table.__table__).order_by(table.printer, table.tray)).mappings()
    return [record_of(CalibrationRecord, row) for row in rows]


def find_calibration(session: Session, printer: str, tray: str = "") -> CalibrationRecord | None:
    """Return the calibration of a printer and tray, None where there is none of just these."""
    wanted = (printer.casefold(), tray.casefold())
    every = list_calibrations(session)
    return next((it for it in every if (it.printer.casefold(), it.tray.casefold()) == wanted), None)


def get_calibration(session: Session, printer: str, tray: str = "") -> CalibrationRecord:
    """Return the calibration of a printer and tray.

    Raises:
        InputError: there is none; those that there are, are named.
    """
    found = find_calibration(session, printer, tray)
    if found is not None:
        return found
    known = list_calibrations(session)
    names = ", ".join(f"{it.printer} ({it.tray})" if it.tray else it.printer for it in known)
    raise InputError("calibration.unknown" if known else "calibration.none", printer=printer, names=names)


def calibration_for(session: Session, named: tuple[str, str], sent: tuple[str, str]) -> CalibrationRecord | None:
    """Return the calibration of the printer and tray that are named, else of those that are sent to, if any.

    Raises:
        InputError: what is named is not calibrated.
    """
    if named[0]:
        return get_calibration(session, *named)
    return find_calibration(session, *sent) if sent[0] else None


def save_calibration(session: Session, printer: str, placing: Placing, tray: str = "") -> None:
    """Keep how far off a printer and tray put things, in the place of what was measured before.

    Raises:
        InputError: the printer has no name, or one that is too long.
    """
    printer, tray = printer.strip(), tray.strip()
    if not printer or max(len(printer), len(tray)) > _LONGEST:
        raise InputError("calibration.name", most=_LONGEST)
    found = next((it for it in list_calibrations(session) if (it.printer, it.tray) == (printer, tray)), None)
    row = session.get_one(Calibration, found.id) if found else Calibration(printer=printer, tray=tray, stock="")
    row.offset_x_mm, row.offset_y_mm = placing.offset_x_mm, placing.offset_y_mm
    row.scale_x, row.scale_y, row.skew_mrad = placing.scale_x, placing.scale_y, placing.turn * 1000
    row.measured_at = now()
    session.add(row)


def delete_calibration(session: Session, printer: str, tray: str = "") -> None:
    """Forget the calibration of a printer and tray.

    Raises:
        InputError: there is none.
    """
    session.delete(session.get_one(Calibration, get_calibration(session, printer, tray).id))
