"""A walk through the office on a real screen, by keyboard or mouse; test_office_walks.py runs it as a process.

It starts with an empty event and ends with proven badges and signs, everything undone and done again. What it finds it
writes as JSON, for the test to judge.
"""

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from showcase.office.inspecting.links import LinksField
from showcase.office.inspecting.texts import TextsField
from showcase.office.pages import NAMES
from showcase.office.window import OfficeWindow
from showcase.qt import theme
from showcase.qt.translate import interface
from showcase.store.journal import TABLES
from tests.factories import FAMILY_NAMES, GIVEN_NAMES, picture_bytes
from tests.pausing import pause

PATIENCE_S: Final = 120.0
PASSPHRASE: Final = "một cụm mật khẩu dài"
EXHIBITORS: Final = ("Sông Xanh", "Đèn Sao Mai", "Ruộng Bậc Thang", "Cầu Long Biên Mới", "Ánh Dương")
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class Walk:
    """The window, a hand on the keyboard, and one on the mouse where `by_mouse` says so."""

    def __init__(self, event: Path, *, by_mouse: bool) -> None:
        self.by_mouse = by_mouse
        app = theme.make_application()
        theme.choose(app, "light")
        interface.use("en")
        self.window = OfficeWindow()
        self.broken: list[str] = []
        self.window.desk.tasks.broken.connect(lambda error: self.broken.append(repr(error)))
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.furnish()
        self.window.desk.create(event)
        self.settle()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        until = time.monotonic() + PATIENCE_S
        quiet = 0
        while quiet < 3 and time.monotonic() < until:
            pause(4)
            quiet = quiet + 1 if self.window.desk.tasks.running == 0 else 0

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key on whatever has the cursor."""
        pressed = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            pressed |= modifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, pressed)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text on whatever has the cursor; QTest knows the keys of ASCII alone."""
        target = QApplication.focusWidget() or self.window
        for letter in text:
            QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def go(self, page: str) -> None:
        """Go to a page, by its key or by a click into the side list."""
        if self.by_mouse or NAMES.index(page) > 8:
            side = self.window.side
            box = side.visualItemRect(side._entries[page])
            QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        else:
            QTest.keyClick(self.window, Qt.Key(Qt.Key.Key_1 + NAMES.index(page)), _CONTROL)
        self.settle()

    def command(self, name: str, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Give a command by its key or, where it has one, by its button."""
        action = self.window.actions_.by_name[name]
        button = self.window.actions_.tools.widgetForAction(action)
        if self.by_mouse and button is not None:
            self.click(button)
        else:
            self.key(key, *modifiers)

    def field(self, name: str) -> Any:
        """Return a field of the new record."""
        draft = self.window.inspector.draft
        assert draft is not None, "no new record is being made"
        return draft.fields[name]

    def fill(self, name: str, text: str) -> None:
        """Type into a field of the new record; a link is chosen from what is found."""
        field = self.field(name)
        control = field.rows["vi"].edit if isinstance(field, TextsField) else field.line
        if self.by_mouse:
            self.click(control)
        else:
            for _stop in range(100):
                if QApplication.focusWidget() is control:
                    break
                QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is control, f"Tab does not come to {name}"
        self.type(text)
        if isinstance(field, LinksField):
            field._search(text)
            self.settle()
            assert field.found.count(), f"nothing found for {text}"
            self.key(Qt.Key.Key_Return)

    def add(self, table: str, **fields: str) -> None:
        """Add a record: each field in turn, then Add."""
        if self.window.inspector.draft is None:
            self.command("new", Qt.Key.Key_N, _CONTROL)
        for name, text in fields.items():
            self.fill(name, text)
        draft = self.window.inspector.draft
        assert draft is not None
        if self.by_mouse:
            self.click(draft.add_button)
        else:
            self.key(Qt.Key.Key_Return, _CONTROL)
        self.settle()
        assert self.window.page(table).model.rowCount(), f"no {table} after adding {fields}"

    def drop(self, paths: list[Path]) -> None:
        """Drag files onto the window and let go."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        spot, buttons = QPoint(400, 300), Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(spot, Qt.DropAction.CopyAction, mime, buttons, none)
        QApplication.sendEvent(self.window, enter)
        drop = QDropEvent(QPointF(spot), Qt.DropAction.CopyAction, mime, buttons, none)
        QApplication.sendEvent(self.window, drop)
        self.settle()


def content(path: Path) -> dict[str, list[str]]:
    """Return every journalled row; how often it was written is not what it says."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as plain:
        plain.row_factory = sqlite3.Row
        return {
            table: sorted(
                json.dumps({name: row[name] for name in row.keys() if name != "version"}, sort_keys=True)  # noqa: SIM118
                for row in plain.execute(f"SELECT * FROM {table}")
            )
            for table in TABLES
        }


def fill_catalogue(walk: Walk, folder: Path) -> None:
    """Add five exhibitors in booths, ten products with a picture each, twelve people."""
    walk.go("organisations")
    for place, name in enumerate(EXHIBITORS):
        walk.add("organisations", name=name, booths=f"A{place + 1}")
    walk.go("products")
    for place in range(10):
        owner = EXHIBITORS[place % 5]
        walk.add("products", name=f"Giải pháp {place}", organisation_id=owner)
        if walk.window.inspector.draft is not None:
            walk.click(walk.window.inspector.draft.drop_button)
        table = walk.window.page("products")
        table.table.selectRow(next(r for r in range(table.model.rowCount()) if _name(table, r) == f"Giải pháp {place}"))
        walk.settle()
        picture = folder / f"hình {place}.png"
        picture.write_bytes(picture_bytes(colour=f"#{place:x}0{place:x}F80"))
        walk.drop([picture])
    walk.go("people")
    for place in range(12):
        walk.add("people", family_name=FAMILY_NAMES[place % 8], given_name=f"{GIVEN_NAMES[place % 8]} {place}")


def _name(table: Any, row: int) -> str:
    return str(table.model.record(row).name["vi"])


def print_all(walk: Walk, folder: Path) -> None:
    """Issue the badges, give the address of the codes, print badges and signs."""
    page = walk.window.page("printing")
    walk.go("printing")
    for line in (page.form.issue_panel.line, page.form.issue_panel.again):
        if line.isVisible():
            line.setFocus()
            walk.type(PASSPHRASE)
    walk.click(page.form.issue_panel.button)
    page.print_to(folder / "badges.pdf")
    walk.settle()
    page.show_query("signs")
    walk.settle()
    page.form.url.setFocus()
    walk.type("https://summit.example")
    walk.click(page.form.url_panel.button)
    page.print_to(folder / "signs.pdf")
    walk.settle()


def lose_a_badge(walk: Walk) -> tuple[str, list[str]]:
    """Reissue the badge of somebody who lost it: two clicks. Return its old number, and the states of all they had."""
    from showcase.people.queries import list_badges

    walk.go("desk")
    desk: Any = walk.window.page("desk")
    desk.search.setFocus()
    walk.type(FAMILY_NAMES[0].lower().replace("ễ", "e"))
    walk.settle()
    walk.key(Qt.Key.Key_Return)
    person = desk.card.card.person
    assert person.badge is not None
    walk.click(desk.card.buttons["lost"])
    walk.click(desk.card.question.do_button)
    walk.settle()
    if desk.passphrase.isVisible():
        desk.passphrase.line.setFocus()
        walk.type(PASSPHRASE)
        walk.click(desk.passphrase.button)
    walk.settle()
    app = walk.window.desk.app
    assert app is not None
    with app.reading() as session:
        return person.badge.number, [badge.state.value for badge in list_badges(session, person.id)]


def change_fifty(walk: Walk, folder: Path) -> int:
    """Bring in people until there are fifty, and give all of them another country."""
    rows = "\n".join(f"Người,Thứ {n},N{n}" for n in range(38))
    path = folder / "khách.csv"
    path.write_text(f"Họ,Tên,Mã\n{rows}\n", "utf-8-sig")
    walk.drop([path])
    walk.settle()
    walk.click(walk.window.page("import").import_button)
    walk.go("people")
    table = walk.window.page("people")
    table.table.setFocus()
    walk.key(Qt.Key.Key_A, _CONTROL)
    bulk = walk.window.inspector.bulk
    assert bulk is not None, "no form for many records"
    names = [part.name for part in bulk.parts]
    bulk.box.setCurrentIndex(names.index("role"))
    role: Any = bulk.fields[names.index("role")]
    role.box.setCurrentIndex(role.box.findData("press"))
    role.box.activated.emit(role.box.currentIndex())
    walk.click(bulk.apply_button)
    return len(table.selected())


def turn(walk: Walk, name: str, step: Callable[[], None]) -> int:
    """Undo or redo until there is nothing left, and return how often."""
    done = 0
    while walk.window.actions_.by_name[name].isEnabled():
        step()
        done += 1
        assert done < 500, f"{name} never ends"
    return done


def main(event: Path, folder: Path, how: str, shot: Path) -> None:
    """Walk, and say what came of it."""
    walk = Walk(event, by_mouse=how == "mouse")
    start = content(event)
    fill_catalogue(walk, folder)
    print_all(walk, folder)
    lost, states = lose_a_badge(walk)
    changed = change_fifty(walk, folder)
    walk.window.grab().save(str(shot))
    end = content(event)
    walk.go("people")
    undone = turn(walk, "undo", lambda: walk.command("undo", Qt.Key.Key_Z, _CONTROL))
    back = content(event)
    redone = turn(walk, "redo", lambda: walk.command("redo", Qt.Key.Key_Z, _CONTROL, _SHIFT))
    said = {
        "counts": {table: len(rows) for table, rows in end.items()},
        "changed": changed,
        "lost": lost,
        "states_of_lost": states,
        "undone": undone,
        "redone": redone,
        "left_after_undo": {table: len(rows) for table, rows in back.items() if rows != start[table]},
        "alive_after_undo": {
            table: sum('"deleted_at": null' in row for row in back[table]) for table in ("organisations", "people")
        },
        "redo_is_equal": content(event) == end,
        "broken": walk.broken,
        "messages": walk.window.page("printing").messages.texts,
    }
    walk.window.close()
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
