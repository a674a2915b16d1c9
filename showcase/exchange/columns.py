"""Find out what the columns of a list mean, from the headings people wrote above them, and say why."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from showcase.errors import InputError, UserError
from showcase.exchange.headings import EXHIBITORS, LANGUAGE_WORDS, PEOPLE, PRODUCTS, Words
from showcase.exchange.table import Row, Table
from showcase.text import fold


class Kind(StrEnum):
    """What a list holds."""

    EXHIBITORS = "exhibitors"
    PEOPLE = "people"
    PRODUCTS = "products"


class Why(StrEnum):
    """Why a column was taken for a field, or was not used."""

    NAME = "name"
    """The heading is a known name of the field."""
    LANGUAGE = "language"
    """The heading is a known name of the field and names a language."""
    PART = "part"
    """A part of the heading is a known name of the field."""
    UNKNOWN = "unknown"
    """The heading is not known."""
    TWICE = "twice"
    """Another column already is this field."""
    NOT_CONTENT = "not_content"
    """The event has no content in the language that the heading names."""


@dataclass(frozen=True, slots=True)
class Match:
    """A column (counted from 0) that is used: as which field, in which language ("" where that means nothing), why."""

    column: int
    heading: str
    field: str
    language: str
    why: Why

    @property
    def target(self) -> str:
        """The field with its language, such as name.vi."""
        return f"{self.field}.{self.language}" if self.language else self.field


@dataclass(frozen=True, slots=True)
class Unused:
    """A column that is not used, and why."""

    column: int
    heading: str
    why: Why


@dataclass(frozen=True, slots=True)
class Columns:
    """What a list's columns mean: the row of headings, what is used and what is not.

    `language` is the one that texts are filed under when their column names none.
    """

    heading_row: Row
    matches: tuple[Match, ...]
    unused: tuple[Unused, ...]
    language: str


FIELDS: Final[Mapping[Kind, Words]] = {Kind.EXHIBITORS: EXHIBITORS, Kind.PEOPLE: PEOPLE, Kind.PRODUCTS: PRODUCTS}
TEXT_FIELDS: Final = frozenset(
    {"short_name", "description", "offers", "seeks", "job_title", "place", "pitch", "policy"} | {"name"}
)
"""Fields with a text in each language."""
_REQUIRED: Final[Mapping[Kind, tuple[tuple[str, ...], ...]]] = {
    Kind.EXHIBITORS: (("name",),),
    Kind.PEOPLE: (("full_name", "given_name", "family_name"),),
    Kind.PRODUCTS: (("name",), ("organisation", "organisation_ref")),
}
"""Of each group one column must be there."""
_LOOKED_AT: Final = 10
"""Rows in which the headings are sought: many lists open with a title."""
_MARKS: Final = re.compile(r"[^\w°]+|_+")
_PARTS: Final = re.compile(r"[/|()\[\]\n–—,;:]| - ")


def plain(heading: str) -> str:
    """Return a heading as it is compared: folded, without marks."""
    return _MARKS.sub(" ", fold(heading)).strip()


@cache
def _known(kind: Kind) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Return heading -> (field, the languages it is a word of)."""
    known: dict[str, tuple[str, frozenset[str]]] = {}
    for field, by_language in FIELDS[kind].items():
        for language, headings in by_language.items():
            own = [plain(field)] if language == "en" else []
            for heading in (*map(plain, headings.split("|")), *own):
                before = known.get(heading, (field, frozenset()))
                if before[0] == field:
                    known[heading] = (field, before[1] | {language})
    return known


@cache
def _language_words() -> Mapping[str, str]:
    return {plain(word): language for language, words in LANGUAGE_WORDS.items() for word in words.split("|")}


def _readings(heading: str, languages: Sequence[str]) -> Iterator[tuple[str, str, Why]]:
    """Give (name, language or "", why) for each way to read a heading, the most certain first."""
    whole = plain(heading)
    yield whole, "", Why.NAME
    names = {**{plain(code): code for code in languages}, **_language_words()}
    words = whole.split()
    for count in (2, 1):
        language = names.get(" ".join(words[-count:])) if len(words) > count else None
        if language:
            yield " ".join(words[:-count]), language, Why.LANGUAGE
    parts = [plain(part) for part in _PARTS.split(heading)]
    if len(parts) > 1:
        for part in parts:
            yield part, "", Why.PART


def _match(column: int, heading: str, kind: Kind, languages: Sequence[str]) -> tuple[Match, frozenset[str]] | None:
    """Return what a heading means and the languages it is written in."""
    for name, language, why in _readings(heading, languages):
        found = _known(kind).get(name)
        if found and (not language or found[0] in TEXT_FIELDS):
            return Match(column, heading, found[0], language, why), found[1]
    return None


def map_columns(table: Table, kind: Kind, languages: Sequence[str], language: str | None = None) -> Columns:
    """Return what the columns of a list mean.

    Args:
        table: the list.
        kind: what it holds.
        languages: of the event's content, the fallback first.
        language: of the texts whose heading names none; None: the language of most headings.

    Raises:
        InputError: when there is no row of headings, or a column without which nothing can be done is missing.
    """
    candidates = [(row, _row_matches(row, kind, languages)) for row in table.rows[:_LOOKED_AT]]
    heading_row, found = max(candidates, key=lambda candidate: len({match.field for match, _ in candidate[1]}))
    if not found:
        raise _no_headings(table, kind)
    chosen = language or _main_language([spoken for _, spoken in found], languages)
    found = [(_settle(match, kind, {other.field for other, _ in found}), spoken) for match, spoken in found]
    matches, unused = _share_out(found, chosen, languages)
    used = {match.field for match in matches}
    for group in _REQUIRED[kind]:
        if not used.intersection(group):
            raise InputError(
                "exchange.missing_column",
                file=table.path.name,
                column=field_name(group[0]),
                found=", ".join(heading for heading in heading_row.cells if heading)[:300],
            )
    known = {match.column for match, _ in found}
    strange = [
        Unused(column, heading, Why.UNKNOWN)
        for column, heading in enumerate(heading_row.cells)
        if heading and column not in known
    ]
    return Columns(heading_row, tuple(matches), tuple(sorted(unused + strange, key=lambda it: it.column)), chosen)


def field_name(field: str) -> UserError:
    """Return the name of a field as a message, so that it is told in the language of the person."""
    return UserError(f"exchange.field_{field}")


def _row_matches(row: Row, kind: Kind, languages: Sequence[str]) -> list[tuple[Match, frozenset[str]]]:
    matches = [_match(column, heading, kind, languages) for column, heading in enumerate(row.cells) if heading]
    return [match for match in matches if match]


def _settle(match: Match, kind: Kind, fields: set[str]) -> Match:
    """Decide "Tên" beside "Họ" (the given name) and "Nom" beside "Prénom" (the family name)."""
    name = plain(match.heading)
    if kind is Kind.PEOPLE and match.field == "full_name":
        if name in {"ten", "name"} and "family_name" in fields:
            return Match(match.column, match.heading, "given_name", "", match.why)
        if name in {"nom", "name"} and "given_name" in fields:
            return Match(match.column, match.heading, "family_name", "", match.why)
    return match


def _main_language(spoken: list[frozenset[str]], languages: Sequence[str]) -> str:
    counts = Counter(language for words in spoken for language in words if language in languages)
    return max(languages, key=lambda language: counts[language])


def _share_out(
    found: list[tuple[Match, frozenset[str]]], chosen: str, languages: Sequence[str]
) -> tuple[list[Match], list[Unused]]:
    """Give each text column its language; the second column of a field is a translation or is not used.

    A field with one column is in the language of the list, whatever its heading is; of several columns each is in the
    language of its heading.
    """
    columns = Counter(match.field for match, _ in found)
    taken: set[tuple[str, str]] = {(match.field, match.language) for match, _ in found if match.language}
    kept: dict[tuple[str, str], Match] = {}
    unused: list[Unused] = []
    for match, spoken in found:
        if match.field not in TEXT_FIELDS:
            choices = [""]
        elif match.language:
            choices = [match.language]
        else:
            own = sorted((it for it in languages if it in spoken), key=lambda it: it != chosen)
            order = (*own, chosen) if columns[match.field] > 1 else (chosen, *own)
            choices = [it for it in order if (match.field, it) not in taken]
        free = [it for it in choices if (match.field, it) not in kept]
        if match.language and match.language not in languages:
            unused.append(Unused(match.column, match.heading, Why.NOT_CONTENT))
        elif free:
            kept[match.field, free[0]] = Match(match.column, match.heading, match.field, free[0], match.why)
        else:
            unused.append(Unused(match.column, match.heading, Why.TWICE))
    return list(kept.values()), unused


_DATA: Final = re.compile(r"@|\d{3}|https?:|^\d+$|^[+-]?\d")


def _no_headings(table: Table, kind: Kind) -> InputError:
    """Say that the first row is data already, or that its headings are not known."""
    first = table.rows[0]
    shown = ", ".join(cell for cell in first.cells if cell)[:200]
    key = "exchange.no_headings" if any(map(_DATA.search, first.cells)) else "exchange.headings_unknown"
    example = ", ".join(_EXAMPLES[kind])
    return InputError(key, file=table.path.name, line=first.line, found=shown, example=example)


_EXAMPLES: Final = {
    Kind.EXHIBITORS: ("name", "booths", "hall"),
    Kind.PEOPLE: ("name", "organisation", "role"),
    Kind.PRODUCTS: ("name", "organisation", "description"),
}
