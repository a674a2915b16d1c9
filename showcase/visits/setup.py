"""What staff set up at a station: its name and booth, the screen in millimetres, its height, and when it dims.

It needs no database, so that the first picture of a kiosk can be of the right size; `stored.py` keeps it.
"""

import datetime as dt
import math
import re
from dataclasses import dataclass, replace
from typing import Final

from showcase.errors import InputError
from showcase.text import clean

CARD_WIDTH_MM: Final = 85.6
CARD_HEIGHT_MM: Final = 53.98
"""Of a bank card (ISO/IEC 7810, ID-1)."""
TURNS: Final = (0, 90, 180, 270)
_LEAST_PX, _MOST_PX = 0.3, 25.0
"""Pixels per millimetre: from a wall of lamps to a telephone."""
_HIGHEST_MM: Final = 2_000
_LONGEST: Final = 80
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
_HOUR: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Setup:
    """A station as staff set it up.

    Args:
        name: of the station, for the report.
        booth: code of the booth where it stands; "" for none.
        language: the screen begins in; "" for the one it was started with.
        turn: degrees, clockwise, by which the picture is turned on a screen that hangs on its side; one of TURNS.
        px_per_mm: of the screen, measured with a card; None until then.
        lower_edge_mm: how high the lower edge of the screen hangs above the floor; None where nobody measured.
        dim_from: hour on the station's clock from which the screen is dim, as 22:00; "" for never.
        dim_until: and until when.
    """

    name: str = ""
    booth: str = ""
    language: str = ""
    turn: int = 0
    px_per_mm: float | None = None
    lower_edge_mm: int | None = None
    dim_from: str = ""
    dim_until: str = ""

    def is_dim(self, clock: dt.time) -> bool:
        """Tell whether the screen is dim at a time of the day; the hours may span midnight."""
        if not self.dim_from or self.dim_from == self.dim_until:
            return False
        begin, end = dt.time.fromisoformat(self.dim_from), dt.time.fromisoformat(self.dim_until)
        return begin <= clock < end if begin < end else clock >= begin or clock < end


def px_per_mm_of_card(width_px: float) -> float:
    """Return the pixels per millimetre of a screen on which a bank card is as wide as so many pixels.

    Raises:
        InputError: when no screen has such pixels.
    """
    return checked(Setup(px_per_mm=width_px / CARD_WIDTH_MM)).px_per_mm or 0.0


def checked(setup: Setup) -> Setup:
    """Return a set-up as it is kept.

    Raises:
        InputError: when something in it cannot be.
    """
    if setup.turn not in TURNS:
        raise InputError("visits.setup_turn", values=", ".join(map(str, TURNS)))
    if setup.language and not _LANGUAGE.fullmatch(setup.language):
        raise InputError("visits.setup_language", value=setup.language)
    px = setup.px_per_mm
    if px is not None and not (math.isfinite(px) and _LEAST_PX <= px <= _MOST_PX):
        raise InputError("visits.setup_card")
    if setup.lower_edge_mm is not None and not 0 <= setup.lower_edge_mm <= _HIGHEST_MM:
        raise InputError("visits.setup_height", most=_HIGHEST_MM)
    hours = (setup.dim_from, setup.dim_until)
    if any(hours) and not all(_HOUR.fullmatch(hour) for hour in hours):
        raise InputError("visits.setup_hours")
    name, booth = clean(setup.name), clean(setup.booth)
    if max(len(name), len(booth)) > _LONGEST:
        raise InputError("visits.setup_long", most=_LONGEST)
    return replace(setup, name=name, booth=booth)
