"""Read the booths and halls of an exhibitor out of their cells."""

import re
from collections.abc import Iterable
from typing import Final

from showcase.errors import InputError

Place = tuple[str, str]
"""(code of the hall or "", code of the booth), both as written."""

_PARTS: Final = re.compile(r"[;,/\n]")
_AND: Final = re.compile(r"\s+(?:and|et|và|&|\+)\s+", re.IGNORECASE)
_LONGEST: Final = 64


def _parts(cell: str) -> list[str]:
    """Return the codes in a cell: "A1 and A2" are two, "Food and Drink Pavilion" is one, having no digits."""
    codes: list[str] = []
    for piece in _PARTS.split(cell):
        both = [part.strip() for part in _AND.split(piece)]
        numbered = all(any(c.isdigit() for c in part) for part in both)
        codes += both if numbered else [piece.strip()]
    return [code for code in codes if code]


def read_booths(booths: str, halls: str) -> tuple[Place, ...]:
    """Return the booths of an exhibitor in order, each once.

    As many halls as booths line up with them; a single hall serves all booths.

    Raises:
        InputError: when halls and booths do not line up, or a code is too long.
    """
    codes = _parts(booths)
    in_halls = _parts(halls)
    for code in (*codes, *in_halls):
        if len(code) > _LONGEST:
            raise InputError("exchange.code_too_long", value=code[:60] + "…", limit=_LONGEST)
    if not codes:
        return ()
    if len(in_halls) <= 1:
        in_halls = (in_halls or [""]) * len(codes)
    if len(in_halls) != len(codes):
        raise InputError("exchange.halls_uneven", booths=len(codes), halls=len(in_halls))
    return distinct(zip(in_halls, codes, strict=True))


def distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return each booth once, case aside; a booth without a hall is the one of the same code in a hall."""
    once: dict[Place, Place] = {}
    for hall, code in places:
        once.setdefault((hall.casefold(), code.casefold()), (hall, code))
    in_halls = {code for hall, code in once if hall}
    return tuple(place for (hall, code), place in once.items() if hall or code not in in_halls)
