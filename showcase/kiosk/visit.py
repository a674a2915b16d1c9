"""One visit: everything a visitor chose, typed and looked at. To forget somebody is to make another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from showcase.kiosk.pages import PAGES, SECTIONS, Page, PageModel

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_STEPS: Final = 3
_MOST_PAGES: Final = 40
"""Pages one can go back through; the oldest are let go, so that no visit grows for ever."""
MOST_KEPT: Final = 20
"""Entries of the short list: as many as one QR code carries well."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A page that was opened."""

    page: Page
    model: PageModel


def _close(pages: list[_Open]) -> None:
    for page in pages:
        page.model.close()


@QmlElement
class Visit(QObject):
    """What one visitor does.

    Signals:
        pageChanged: another page is shown.
        readingChanged: text size, contrast or reach.
        keptChanged: the short list.
        typedChanged: what is typed into the search field.
    """

    pageChanged = Signal()
    readingChanged = Signal()
    keptChanged = Signal()
    typedChanged = Signal()

    def __init__(self, make: Callable[[Page, str], PageModel], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._pages: list[_Open] = []
        self._direction = 0
        self._text_step = 0
        self._contrast = False
        self._reach = False
        self._kept: list[str] = []
        self._typed = ""

    @Slot(str)
    @Slot(str, str)
    def open(self, name: str, subject: str = "") -> None:
        """Show a page on a subject; the one before stays behind it, as it was left."""
        self._show(PAGES[name], subject, direction=1)

    @Slot(str)
    def go(self, section: str) -> None:
        """Show the page of an entry of the plinth; only home stays behind it."""
        dropped = self._drop(1 if self._pages and self._pages[0].page.name == "home" else 0)
        if section == "home" and self._pages:
            self._direction = 0
            self.pageChanged.emit()
        else:
            self._show(PAGES[section], "", direction=0)
        _close(dropped)

    @Slot()
    def back(self) -> None:
        """Show the page before this one."""
        if len(self._pages) > 1:
            dropped = self._drop(len(self._pages) - 1)
            self._direction = -1
            self.pageChanged.emit()
            _close(dropped)

    @Slot(str)
    def keep(self, entry: str) -> None:
        """Put something on the short list, as "product:ID", or take it off again."""
        if entry in self._kept:
            self._kept.remove(entry)
        elif len(self._kept) < MOST_KEPT:
            self._kept.append(entry)
        self.keptChanged.emit()

    def typed_text(self) -> str:
        """Return what is typed into the search field."""
        return self._typed

    def type(self, text: str) -> None:
        """Keep what is typed, for as long as the visit lasts."""
        self._set_typed(text)

    def entries(self) -> list[str]:
        """Return what is on the short list, in the order it was put there."""
        return list(self._kept)

    @Slot()
    def grow(self) -> None:
        """Make the text one step larger; after the largest comes the usual one."""
        self._text_step = (self._text_step + 1) % TEXT_STEPS
        self.readingChanged.emit()

    @Slot()
    def contrasted(self) -> None:
        """Turn the contrast theme on or off."""
        self._contrast = not self._contrast
        self.readingChanged.emit()

    @Slot()
    def lower(self) -> None:
        """Bring the controls into reach of somebody who sits, or back."""
        self._reach = not self._reach
        self.readingChanged.emit()

    def close(self) -> None:
        """Forget everything; nothing of the visit is left but this empty object."""
        _close(self._drop(0))
        self._kept.clear()
        self._typed = ""
        self.deleteLater()

    @property
    def place(self) -> tuple[str, str]:
        """The page that is shown, and its subject."""
        return (self._pages[-1].page.name, self._pages[-1].model.subject) if self._pages else ("", "")

    @property
    def shown(self) -> PageModel | None:
        """The view model of the page that is shown."""
        return self._pages[-1].model if self._pages else None

    @property
    def tier(self) -> str:
        """How long the page may stand untouched."""
        return self._pages[-1].page.tier if self._pages else "browse"

    def _show(self, page: Page, subject: str, *, direction: int) -> None:
        model = self._make(page, subject)
        self._pages.append(_Open(page, model))
        self._direction = direction
        if len(self._pages) > _MOST_PAGES:
            self._pages.pop(1).model.close()
        model.load()
        self.pageChanged.emit()

    def _drop(self, depth: int) -> list[_Open]:
        """Take pages off and return them: they are closed when the screen shows them no more."""
        dropped = self._pages[depth:]
        del self._pages[depth:]
        return dropped

    def _get_page(self) -> str:
        return self._pages[-1].page.name if self._pages else ""

    def _get_file(self) -> str:
        return self._pages[-1].page.file if self._pages else ""

    def _get_model(self) -> QObject | None:
        return self._pages[-1].model if self._pages else None

    def _get_section(self) -> str:
        return self._pages[-1].page.section if self._pages else ""

    def _get_text_step(self) -> int:
        return self._text_step

    def _get_typed(self) -> str:
        return self._typed

    def _set_typed(self, text: str) -> None:
        if text != self._typed:
            self._typed = text
            self.typedChanged.emit()

    page = Property(str, _get_page, notify=pageChanged)
    file = Property(str, _get_file, notify=pageChanged)
    model = Property(QObject, _get_model, notify=pageChanged)
    section = Property(str, _get_section, notify=pageChanged)
    depth = Property(int, lambda self: len(self._pages), notify=pageChanged)
    direction = Property(int, lambda self: self._direction, notify=pageChanged)
    sections = Property(list, lambda _self: [name for name in SECTIONS if name in PAGES], constant=True)
    textStep = Property(int, _get_text_step, notify=readingChanged)
    contrast = Property(bool, lambda self: self._contrast, notify=readingChanged)
    reach = Property(bool, lambda self: self._reach, notify=readingChanged)
    kept = Property(list, lambda self: list(self._kept), notify=keptChanged)
    typed = Property(str, _get_typed, _set_typed, notify=typedChanged)
