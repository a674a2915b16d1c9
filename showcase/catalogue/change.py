"""A change of one field, as windows make it and `showcase.catalogue.editing` carries it out. No database here."""

from typing import Any, Final, NamedTuple

UNSEEN: Final = object()
"""What a change takes for the old value when nobody looked at it."""


class Change(NamedTuple):
    """One field and what it is to hold.

    Attributes:
        field: its name, as in `showcase.catalogue.fields`.
        value: the new value; of a text in several languages the text of `language`.
        language: which text of the field, "" for the whole field.
        was: what the person saw there.
    """

    field: str
    value: Any
    language: str = ""
    was: Any = UNSEEN
