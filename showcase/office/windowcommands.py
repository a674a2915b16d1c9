"""The commands of the menus that concern the window and its event as a whole."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from showcase.office.asking import ask_copy, ask_open, tell_about
from showcase.office.bars import works
from showcase.office.desk import SUFFIX
from showcase.paths import documents_folder
from showcase.qt.translate import say

if TYPE_CHECKING:
    from showcase.office.canvas import Canvas
    from showcase.office.window import OfficeWindow


def commands_of(window: OfficeWindow) -> dict[str, Callable[[], object]]:
    """Return name -> what it does in a window."""
    return {
        "create": lambda: _create(window),
        "open": lambda: _open(window),
        "sample": lambda: _make_sample(window),
        "import": lambda: window.desk.wanted.emit("import?ask"),
        "paste": lambda: _paste(window),
        "print": lambda: window.side.choose("printing"),
        "copy": lambda: _ask_copy(window),
        "close": window.desk.close_event,
        "quit": window.close,
        "find": lambda: _find(window),
        "undo": window.desk.edits.undo,
        "redo": window.desk.edits.redo,
        "palette": lambda: window.palette_.open(),  # noqa: PLW0108 - it is made later
        "settings": lambda: window.side.choose("settings"),
        "history": lambda: window.side.choose("history"),
        "inspector": window.toggle_inspector,
        "next_panel": window.focusNextChild,
        "whole_page": lambda: _canvas(window).show_whole(),
        "zoom_in": lambda: _canvas(window).zoom_in(),
        "zoom_out": lambda: _canvas(window).zoom_out(),
        "about": lambda: tell_about(window),
    }


def _canvas(window: OfficeWindow) -> Canvas:
    canvas: Canvas = window.page("printing").canvas
    return canvas


def _find(window: OfficeWindow) -> None:
    if window.table_shown() is None:
        window.side.choose("organisations")
    page = window.table_shown()
    if page is not None:
        page.focus_filter()


def _paste(window: OfficeWindow) -> None:
    """Look at a list that was copied elsewhere, as at one from a file; nothing is written yet."""
    text = QGuiApplication.clipboard().text()
    if "\n" not in text.strip():
        page = window.pages.currentWidget()
        messages = getattr(page, "messages", None)
        if messages is not None:
            messages.show_text("warn", lambda: say("office.paste_nothing"))
        return
    folder = Path(tempfile.mkdtemp(prefix="showcase-"))
    path = folder / f"{say('office.paste_name')}.tsv"
    path.write_text(text, encoding="utf-8")
    window.take(path)


def _open(window: OfficeWindow) -> None:
    path = ask_open(window)
    if path:
        window.open(path)


def _ask_copy(window: OfficeWindow) -> None:
    event = window.desk.path
    path = ask_copy(window, event) if event else None
    if path:
        save_copy(window, path)


def save_copy(window: OfficeWindow, path: Path) -> None:
    """Write the event into another file as well, told where the person is when it is done."""
    page: Any = window.pages.currentWidget()
    messages = page.messages

    def on_saved(_none: None) -> None:
        text = lambda: say("office.copy_saved", path=str(path))  # noqa: E731 - said again in another language
        messages.show_text("good", text, ("office.copy_open", lambda: window.open(path)))

    task = window.desk.run(
        lambda app, progress: app.database.save_copy(path, progress), on_saved, failed=messages.show_error
    )
    works.begun.emit(task, lambda: say("office.doing_copy"))


def _create(window: OfficeWindow) -> None:
    """Ask the five questions of a new event, in place of the page that is shown."""
    from showcase.office.newevent import NewEventPage

    before = window.pages.currentWidget()
    asking = NewEventPage(window.desk)
    window.pages.addWidget(asking)
    window.pages.setCurrentWidget(asking)

    def leave() -> None:
        if window.pages.currentWidget() is asking and before is not None:
            window.pages.setCurrentWidget(before)
        window.pages.removeWidget(asking)
        asking.deleteLater()

    asking.cancelled.connect(leave)
    asking.done.connect(leave)
    asking.begin()


def _make_sample(window: OfficeWindow) -> None:
    path = documents_folder() / "Showcase" / f"sample{SUFFIX}"
    window.follow(window.desk.create_sample(path), "office.doing_sample")
