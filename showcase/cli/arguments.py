"""What argparse says, in the language of the person: mistakes in what was typed, and the frame of the help."""

import argparse
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn

from showcase.messages import message

_QUOTED: Final = r"(?P<quote>['\"])(?P<value>.*)(?P=quote)"
_SAID: Final[Mapping[str, re.Pattern[str]]] = {
    key: re.compile(pattern, re.DOTALL)
    for key, pattern in (
        ("usage.required", r"the following arguments are required: (?P<names>.*)"),
        ("usage.one_of", r"one of the arguments (?P<names>.*) is required"),
        ("usage.unknown", r"unrecognized arguments: (?P<value>.*)"),
        ("usage.ambiguous", r"ambiguous option: (?P<value>.*) could match (?P<names>.*)"),
        ("usage.needs_value", r"argument (?P<name>.*?): expected one argument"),
        ("usage.not_with", r"argument (?P<name>.*?): not allowed with argument (?P<other>.*)"),
        ("usage.takes_none", rf"argument (?P<name>.*?): ignored explicit argument {_QUOTED}"),
        ("usage.no_choice", rf"argument (?P<name>.*?): invalid choice: {_QUOTED} \(choose from (?P<names>.*)\)"),
        ("usage.no_number", rf"argument (?P<name>.*?): invalid int value: {_QUOTED}"),
        ("usage.empty", r"argument (?P<name>.*?): invalid filled value: .*"),
    )
}
"""Key of our sentence -> what argparse says in English; it has no other way to tell one mistake from another."""


class Parser(argparse.ArgumentParser):
    """A parser in the language of the person, which says how to go on when what was typed cannot be taken; exit 2."""

    language = "en"

    def __init__(self, *, add_help: bool = True, **rest: Any) -> None:
        super().__init__(add_help=False, formatter_class=_formatter(self.language), **rest)
        self._positionals.title = message("usage.positionals", self.language)
        self._optionals.title = message("usage.options", self.language)
        if add_help:
            words = message("usage.help", self.language)
            self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=words)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is."""
        self.exit(2, f"{self.prog}: {explain(message, self.language)}\n{_hint(self.prog, self.language)}\n")


def filled(typed: str) -> str:
    """Take a value that may be anything but empty, as a variable of a script is that nobody set."""
    if not typed.strip():
        raise ValueError
    return typed


def explain(said: str, language: str) -> str:
    """Return in a language what argparse says in English; what is not known stays as it is."""
    for key, pattern in _SAID.items():
        found = pattern.fullmatch(said)
        if found is not None:
            params = {name: text for name, text in found.groupdict().items() if name != "quote"}
            if "names" in params:
                params["names"] = ", ".join(re.split(r"[, ]+", params["names"].replace("'", "")))
            return message(key, language, **params)
    return said


def _hint(command: str, language: str) -> str:
    return message("cli.usage_hint", language, command=command)


def _formatter(language: str) -> Callable[..., argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, message("usage.usage", language) if prefix is None else prefix)

    return Formatter
