"""A page that is being made."""

from collections.abc import Callable
from dataclasses import dataclass, field

from showcase.documents.colours import RoleStyle
from showcase.documents.page import Item, Notice
from showcase.documents.wording import Values


@dataclass(slots=True)
class Draft:
    """What was placed so far, what there is to say, and where plates ended (element id -> right edge in mm)."""

    values: Values
    style: RoleStyle
    items: list[Item] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    right_mm: dict[str, float] = field(default_factory=dict)


Placer = Callable[[Draft], None]
"""Adds the items of one element to a page."""
