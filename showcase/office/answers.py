"""What is answered about a new event, and what is still wrong with it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from showcase.errors import FileError, InputError, UserError
from showcase.office.desk import SUFFIX
from showcase.paths import documents_folder

_UNFIT: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What the names of files cannot have, on one system or another."""
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, by language where they are texts; `languages` holds codes, the fallback first."""

    languages: tuple[str, ...] = ()
    name: Mapping[str, str] = field(default_factory=dict)
    starts_on: str = ""
    ends_on: str = ""
    place: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    base_url: str = ""

    @property
    def path(self) -> Path:
        """The file of the event; its name ends as those of events do."""
        path = Path(self.file).expanduser()
        return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)

    def values(self) -> dict[str, str]:
        """Return the answers by the keys of `showcase.catalogue.event.set_event`."""
        texts = {f"name.{language}": text for language, text in self.name.items() if text}
        texts |= {f"place.{language}": text for language, text in self.place.items() if text}
        plain = {"starts_on": self.starts_on, "ends_on": self.ends_on, "base_url": self.base_url}
        return texts | {key: value for key, value in plain.items() if value}


def suggest_file(name: str) -> str:
    """Return where an event of this name would lie."""
    stem = _UNFIT.sub(" ", name)[:_LONGEST].strip(" .")
    return str(documents_folder() / f"{' '.join(stem.split())}{SUFFIX}") if stem else ""


def find_problems(answers: Answers) -> dict[str, UserError]:
    """Return what is wrong, by question: languages, name, dates, place, file and address."""
    return dict(_problems(answers))


def _problems(answers: Answers) -> Iterator[tuple[str, UserError]]:
    from showcase.catalogue.event import check_event

    values = answers.values()
    languages = answers.languages or ("en",)
    if not answers.languages:
        yield "languages", InputError("shell.new_languages_missing")
    elif problem := _refusal(lambda: check_event(languages, {})):
        yield "languages", problem
        return
    if not any(answers.name.values()):
        yield "name", InputError("shell.new_name_missing")
    for question, keys in (
        ("name", ("name",)),
        ("dates", ("starts_on", "ends_on")),
        ("place", ("place",)),
        ("address", ("base_url",)),
    ):
        mine = {key: value for key, value in values.items() if key.partition(".")[0] in keys}
        if mine and (problem := _refusal(lambda mine=mine: check_event(languages, mine))):  # type: ignore[misc]  # mypy knows no type for a default of a lambda
            yield question, problem
    if answers.ends_on and not answers.starts_on:
        yield "dates", InputError("shell.new_start_missing")
    if problem := _refusal(lambda: _check_file(answers)):
        yield "file", problem


def _refusal(check: Callable[[], None]) -> UserError | None:
    try:
        check()
    except UserError as error:
        return error
    return None


def _check_file(answers: Answers) -> None:
    if not answers.file:
        raise InputError("shell.new_file_missing")
    path = answers.path
    if not path.is_absolute():
        raise InputError("shell.new_file_relative", folder=str(documents_folder()))
    if path.exists():
        raise FileError("shell.new_file_exists", file=path.name)
    folder = next(parent for parent in path.parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise FileError("shell.new_folder_locked", folder=str(folder))
