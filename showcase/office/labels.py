"""Labels and words that several pages show the same way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QLabel, QLayout

from showcase.messages import LANGUAGES
from showcase.qt.translate import interface, say
from showcase.text import Texts, pick

if TYPE_CHECKING:
    import datetime as dt


def make_label(text: str = "", role: str = "") -> QLabel:
    """Return a label that breaks its lines and whose text can be copied."""
    label = QLabel(text)
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def local(texts: Texts) -> str:
    """Return a text in the language of the interface, or in the first that has it."""
    return pick(texts, (interface.language, "en", "vi"))[1]


def language_name(code: str) -> str:
    """Return the name of a language of the event, which may be one that the interface does not speak."""
    if code in LANGUAGES:
        return say(f"office.language_{code}")
    return QLocale(code).nativeLanguageName() or code


_zone: list[dt.tzinfo | None] = [None]


def use_zone(zone: dt.tzinfo | None) -> None:
    """Tell moments in this time zone from now on: that of the event; None is that of the machine."""
    _zone[0] = zone


def local_time(moment: dt.datetime) -> dt.datetime:
    """Return a moment in the time zone of the event."""
    return moment.astimezone(_zone[0])


def day(date: dt.date, *, short: bool = False) -> str:
    """Return a date as the language writes it; `short` without the year."""
    locale = QLocale(interface.language)
    if short:
        return f"{date.month}/{date.day}" if interface.language == "en" else f"{date:%d/%m}"
    return locale.toString(QDate(date.year, date.month, date.day), QLocale.FormatType.LongFormat)


def clock(moment: dt.datetime) -> str:
    """Return the time of day, as programmes print it in all three languages."""
    return f"{moment:%H:%M}"


def spelt(value: Any) -> str:
    """Return a value of a record as people read it: texts with their language, lists with commas."""
    if isinstance(value, Mapping):
        return "\n".join(f"{language}: {text}" if language else str(text) for language, text in value.items() if text)
    if isinstance(value, tuple | list | set | frozenset):
        return ", ".join(" ".join(entry) if isinstance(entry, tuple) else str(entry) for entry in value)
    return "" if value is None else str(value)


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while found := layout.takeAt(0):
        widget = found.widget()
        if widget:
            widget.hide()
            widget.deleteLater()
