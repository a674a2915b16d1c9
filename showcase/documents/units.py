"""Millimetres and points."""

from typing import Final

MM_PER_PT: Final = 25.4 / 72


def mm_from_pt(pt: float) -> float:
    """Return a size in points as millimetres."""
    return pt * MM_PER_PT


def pt_from_mm(mm: float) -> float:
    """Return a length in millimetres as points."""
    return mm / MM_PER_PT
