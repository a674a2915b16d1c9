"""The interface language of this process: chosen once, changed at run time, asked by everything that shows a text."""

from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from showcase.errors import UserError
from showcase.messages import LANGUAGES, message, sentence, system_language


class Interface(QObject):
    """The language people read the interface in.

    Signals:
        changed: the language is another one; whoever shows texts says them again.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language = system_language()

    def use(self, language: str) -> None:
        """Switch to a language; "" is the system's."""
        language = language if language in LANGUAGES else system_language()
        if language != self.language:
            self.language = language
            self.changed.emit()


interface = Interface()
"""The one interface of the process, as there is one application."""


class _Grouped(int):
    """A number that is written as the language groups it."""

    def __format__(self, spec: str) -> str:
        return number(self)


def say(key: str, /, **params: Any) -> str:
    """Return the text of `key` in the language of the interface, numbers grouped as it does."""
    grouped = {name: _Grouped(value) if isinstance(value, int) else value for name, value in params.items()}
    return message(key, interface.language, **grouped)


def explain(error: UserError) -> str:
    """Return what an error says, in the language of the interface."""
    return sentence(error, interface.language)


def number(value: int) -> str:
    """Return a number as the language groups it: 1,284 or 1.284."""
    return QLocale(interface.language).toString(int(value))
