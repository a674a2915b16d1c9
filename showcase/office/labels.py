"""Labels and words that several pages show the same way."""

from collections.abc import Mapping
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QLayout

from showcase.messages import LANGUAGES
from showcase.qt.translate import interface, say
from showcase.text import Texts, pick


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
