"""Pictures that QML asks for: made off the GUI thread, and never at the price of a screen that stands still."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from showcase.paths import resource

MANY = """
import sys
from PySide6.QtCore import QEventLoop, QSize, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from showcase.qt.providing import PictureProvider, add_providers

class Plain(PictureProvider):
    def made(self, name, wanted):
        asked.append(name)
        return QImage(8, 8, QImage.Format.Format_RGB32)

SOURCE = b'''import QtQuick
Item {
    id: all
    property int many: 0
    property int round: 0
    Repeater {
        model: all.many
        Image { required property int index; asynchronous: true; source: "image://plain/" + all.round + "/" + index }
    }
}'''

asked = []
app = QGuiApplication([])
for turn in range(20):
    asked.clear()
    engine = QQmlEngine()
    add_providers(engine, {"plain": Plain()})
    component = QQmlComponent(engine)
    component.setData(SOURCE, QUrl())
    item = component.create()
    item.setProperty("round", turn)
    item.setProperty("many", 40)  # this holds the interpreter while the pictures are asked for
    while len(set(asked)) < 40:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    item.deleteLater()
    engine.deleteLater()
    app.processEvents()
print("came", len(set(asked)))
"""


def test_many_first_pictures_at_once_never_lock_the_screen() -> None:
    told = subprocess.run([sys.executable, "-c", MANY], capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout == "came 40\n"
    assert told.stderr == ""


@pytest.mark.parametrize("file", sorted(resource("qml").rglob("*.qml")), ids=lambda file: file.stem)
def test_each_picture_says_on_which_thread_it_is_made(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for found in re.finditer(r"^( *)(?:component \w+: )?Image \{\n(.*?)^\1\}", text, re.MULTILINE | re.DOTALL):
        assert re.search(r"^ *asynchronous: (true|false)$", found[2], re.MULTILINE), found[0]
