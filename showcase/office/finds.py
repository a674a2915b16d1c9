"""What the palette finds: records, pages and commands, as entries that know how they are opened."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from showcase.catalogue.kinds import TABLES, Subject
from showcase.office.pages import PAGES
from showcase.qt.translate import say
from showcase.text import fold

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.catalogue.search import Hit

_OF_A_KIND: Final = 5
"""Records of one kind that are shown; who wants others types on."""
_LOOKED_AT: Final = 60
"""Records among which those are sought that are called what was typed; others only speak of it."""
_COMMANDS: Final = 6
_ICONS: Final = {page.name: page.icon for page in PAGES}


@dataclass(frozen=True, slots=True)
class Find:
    """One entry of the list.

    Attributes:
        group: heading under which it stands, as a key of texts.
        icon: its drawing.
        text: what it is called.
        kind: the word at the right: what it is, or its key.
        target: the page it leads to, "" for a command.
        act: the command.
        subject: the record, None for anything else.
    """

    group: str
    icon: str
    text: str
    kind: str = ""
    target: str = ""
    act: Callable[[], object] | None = None
    subject: tuple[Subject, uuid.UUID] | None = None


def read_records(app: App, typed: str, seen: Sequence[tuple[Subject, uuid.UUID]]) -> list[Hit]:
    """Return the records found by what was typed, kind by kind; those of late when nothing was typed."""
    from showcase.catalogue.recent import list_recent
    from showcase.catalogue.search import search

    with app.reading() as session:
        if not typed.strip():
            return list_recent(session, seen)
        return [
            hit
            for subject in Subject
            for hit in sorted(
                search(session, typed, [subject], _LOOKED_AT), key=lambda hit: not has_words(hit.title, typed)
            )[:_OF_A_KIND]
        ]


def records(hits: Iterable[Hit], *, recent: bool) -> Iterator[Find]:
    """Yield the entries of records."""
    for hit in hits:
        page = TABLES[hit.kind]
        yield Find(
            group="shell.find_recent" if recent else f"office.page_{page}",
            icon=_ICONS[page],
            text=hit.title or say("shell.find_unnamed"),
            kind=say(f"shell.kind_{hit.kind.value}"),
            target=f"{page}?id={hit.id}",
            subject=(hit.kind, hit.id),
        )


def pages(typed: str) -> Iterator[Find]:
    """Yield the pages whose name has every word that was typed."""
    for place, page in enumerate(PAGES, start=1):
        text = say(f"office.page_{page.name}")
        if has_words(text, typed):
            keys = QKeySequence(f"Ctrl+{place}").toString(QKeySequence.SequenceFormat.NativeText) if place < 10 else ""
            yield Find("shell.find_pages", page.icon, text, keys, target=page.name)


def commands(actions: Iterable[QAction], typed: str) -> Iterator[Find]:
    """Yield the commands that can be given now and whose words have every word that was typed."""
    shown = 0
    for action in actions:
        text = _spelt(action)
        if action.isEnabled() and action.isVisible() and text and has_words(text, typed) and shown < _COMMANDS:
            shown += 1
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Find("shell.find_commands", "command", text, keys, act=action.trigger)


def _spelt(action: QAction) -> str:
    """Return what a command is called; one of a menu inside a menu begins with the menu's name."""
    text, menu = _plain(action.text()), action.parent()
    return f"{_plain(menu.title())}: {text}" if text and isinstance(menu, QMenu) else text


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def has_words(text: str, typed: str) -> bool:
    """Tell whether a text has words that begin with each word typed, with or without accents."""
    words = fold(text).replace(":", " ").split()
    return all(any(word.startswith(part) for word in words) for part in fold(typed).split())
