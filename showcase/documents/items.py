"""What is printed: one badge, sign, card or plan, as the values its template may show.

The makers hold the rules that need no database: which name is the large one, what is not said twice.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from showcase.documents.page import Notice
from showcase.text import Texts

Value = str | Texts | Sequence[Mapping[str, Any]] | tuple[float, float]
"""A text, a text in several languages, rows of values (topics, facts), or a focal point."""
Kind = str
"""The name of an entry of `showcase.documents.kinds`."""


@dataclass(frozen=True, slots=True)
class PrintItem:
    """One thing to print. `subject` is the id of what it is about; `values` fill the placeholders.

    `notices` are what is known to be wrong with it, or worth a look, before it is laid out. `aside` are values that few
    designs show: a change of them makes no print stale.
    """

    subject: str
    kind: Kind
    title: str
    values: Mapping[str, Value] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    aside: Mapping[str, Value] = field(default_factory=dict)

    @property
    def data_hash(self) -> str:
        """Return a hash of all values: it changes when the printed thing would say something else."""
        spelt = json.dumps(self.values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(spelt.encode()).hexdigest()


def number_in_groups(number: str) -> str:
    """Return the number of a badge in two groups of four, as it is read aloud."""
    return f"{number[:4]} {number[4:]}" if len(number) == 8 else number


def badge_names(given: str, full: str) -> tuple[str, str]:
    """Return the large and the second name: the full name stands large alone when no given name is known."""
    if not given or given == full:
        return full, ""
    return given, full
