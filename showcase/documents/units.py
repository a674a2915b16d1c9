"""Millimetres and points."""

from typing import Final

MM_PER_PT: Final = 25.4 / 72
