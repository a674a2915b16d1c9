"""Pictures of a record: dragged in or chosen, put in order, with the point that stays in view when they are cropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from showcase.office.desk import PICTURES, Desk
from showcase.office.inspecting.fields import Field
from showcase.office.labels import empty
from showcase.paths import documents_folder
from showcase.qt.images import icon
from showcase.qt.theme import colour
from showcase.qt.translate import say

if TYPE_CHECKING:
    from showcase.app import App

_TALL: Final = 150
_LARGEST: Final = 800
"""Pixels of the longer side that are kept for the panel."""
_STEP: Final = 0.05


def dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """Return the picture files that are dragged."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in PICTURES]


def ask_pictures(parent: QWidget, *, many: bool) -> list[Path]:
    """Ask for picture files; none when the person chose none."""
    kinds = f"{say('office.picture_files')} (*{' *'.join(PICTURES)})"
    title, folder = say("office.ask_pictures"), str(documents_folder())
    if many:
        names, _ = QFileDialog.getOpenFileNames(parent, title, folder, kinds)
    else:
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
        names = [name] if name else []
    return [Path(name) for name in names]


class Preview(QWidget):
    """One picture, whole; where it has a focal point, a click or the arrows move it.

    Signals:
        focused: (x, y) of the focal point, 0..1 from the top left.
    """

    focused = Signal(float, float)

    def __init__(self, desk: Desk, sha256: str, focus: tuple[float, float] | None) -> None:
        super().__init__()
        self._desk, self._sha256, self._focus = desk, sha256, focus
        self._picture = QPixmap()
        self.setFixedHeight(_TALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if focus is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.setProperty("named", True)
            self.setAccessibleName(say("office.focal_point"))
            self.setToolTip(say("office.focal_point"))
        if desk.app is not None:
            desk.run(lambda app, _progress: _image(app, sha256), self._on_read)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Draw the picture and its focal point."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), colour("canvas"))
        box = self._box()
        if not self._picture.isNull():
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
        if self._focus is not None and not self._picture.isNull():
            spot = QPointF(box.left() + self._focus[0] * box.width(), box.top() + self._focus[1] * box.height())
            for ink, width in (("#10201A", 4), ("#F2A900", 2)):
                painter.setPen(QPen(QColor(ink), width))
                painter.drawEllipse(spot, 9, 9)
                painter.drawPoint(spot)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Put the focal point where the mouse is."""
        box = self._box()
        if self._focus is not None and box.width() and box.height():
            spot = event.position()
            self._set((spot.x() - box.left()) / box.width(), (spot.y() - box.top()) / box.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Move the focal point with the arrows."""
        steps = {
            Qt.Key.Key_Left: (-_STEP, 0.0),
            Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -_STEP),
            Qt.Key.Key_Down: (0.0, _STEP),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._focus is None:
            super().keyPressEvent(event)
        else:
            self._set(self._focus[0] + step[0], self._focus[1] + step[1])

    def _set(self, x: float, y: float) -> None:
        self._focus = (round(min(1.0, max(0.0, x)), 3), round(min(1.0, max(0.0, y)), 3))
        self.update()
        self.focused.emit(*self._focus)

    def _box(self) -> QRectF:
        """Return where the picture stands, as large as fits."""
        room = QRectF(self.rect())
        if self._picture.isNull():
            return room
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (room.width() - size.width()) / 2, (room.height() - size.height()) / 2, size.width(), size.height()
        )

    def _on_read(self, image: QImage) -> None:
        self._picture = QPixmap.fromImage(image)
        self.update()


class PicturesField(Field):
    """The pictures of a product in their order, the first is its cover; or the one logo or photograph of something.

    Args:
        name: of the field.
        desk: the open event.
        table: of what has the pictures.
        single: there is one, and no focal point.
    """

    def __init__(self, name: str, desk: Desk, table: str, *, single: bool = False) -> None:
        self._desk, self._table, self._single = desk, table, single
        self._record: Any = None
        self._shown: list[dict[str, Any]] = []
        super().__init__(name)
        self.setAcceptDrops(True)

    def build(self) -> None:
        """Make the place of the pictures and the button that adds one."""
        self._plates = QVBoxLayout()
        self._plates.setSpacing(8)
        self.button = QPushButton()
        self.button.setProperty("named", True)
        self.button.clicked.connect(self._ask)
        self.column.addLayout(self._plates)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: Any) -> None:
        """Show the pictures of a record."""
        self._record = value
        if self._single:
            sha256 = getattr(value, "logo", None) or getattr(value, "photo", None)
            pictures: list[dict[str, Any]] = [{"sha256": sha256}] if sha256 else []
        else:
            pictures = [
                {
                    "media_id": it.media_id,
                    "caption": dict(it.caption),
                    "focus_x": it.focus_x,
                    "focus_y": it.focus_y,
                    "sha256": it.sha256,
                }
                for it in value.pictures
            ]
        if pictures != self._shown:
            self._shown = pictures
            self._show()
        self.show_wrong(None)

    def value(self) -> Any:
        """Return the pictures as edits take them."""
        return _kept(self._shown)

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.button.setText(say("office.choose_picture" if self._single else "office.add_pictures"))
        self._show()

    def take(self, paths: Sequence[Path]) -> None:
        """Keep picture files and show them here."""
        if not paths or self._record is None:
            return
        self.show_wrong(None)
        answer: Callable[[int], object] = lambda _count: None  # noqa: E731 - the change shows itself
        if self._single:
            self._desk.edits.set_picture(
                self._table, self._record.id, self.name, paths[0], answer=answer, failed=self.show_wrong
            )
        else:
            self._desk.edits.add_pictures(self._record.id, paths, answer, self.show_wrong)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - as Qt declares it
        """Take pictures."""
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - as Qt declares it
        """Keep the pictures."""
        event.acceptProposedAction()
        self.take(dropped(event))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - as Qt declares it
        """Draw in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            self.update()

    def _ask(self) -> None:
        self.take(ask_pictures(self, many=not self._single))

    def _show(self) -> None:
        empty(self._plates)
        for place, picture in enumerate(self._shown):
            self._plates.addWidget(self._plate(place, picture))

    def _plate(self, place: int, picture: dict[str, Any]) -> QWidget:
        plate = QWidget()
        column = QVBoxLayout(plate)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        focus = None if self._single else (picture["focus_x"], picture["focus_y"])
        preview = Preview(self._desk, picture["sha256"], focus)
        preview.focused.connect(lambda x, y: self._change(place, focus_x=x, focus_y=y))
        column.addWidget(preview)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addStretch()
        if place:
            row.addWidget(self._tool("chevron-left", "office.picture_sooner", lambda: self._move(place)))
        row.addWidget(self._tool("x", "office.picture_away", lambda: self._drop(place)))
        column.addLayout(row)
        return plate

    @staticmethod
    def _tool(drawing: str, key: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(drawing, "text", 14))
        button.setIconSize(QSize(14, 14))
        button.setToolTip(say(key))
        button.setProperty("named", True)
        button.setAccessibleName(say(key))
        button.clicked.connect(act)
        return button

    def _change(self, place: int, **fields: Any) -> None:
        was = _kept(self._shown)
        self._shown[place] |= fields
        self.say(_kept(self._shown), was)

    def _move(self, place: int) -> None:
        was = _kept(self._shown)
        self._shown[place - 1 : place + 1] = reversed(self._shown[place - 1 : place + 1])
        self._show()
        self.say(_kept(self._shown), was)

    def _drop(self, place: int) -> None:
        if self._single:
            self._shown = []
            self._show()
            self.edited.emit(_no_picture(self.name))
            return
        was = _kept(self._shown)
        del self._shown[place]
        self._show()
        self.say(_kept(self._shown), was)


def _kept(pictures: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in picture.items() if name != "sha256"} for picture in pictures]


def _no_picture(name: str) -> Any:
    from showcase.catalogue.change import Change

    return Change(name, None)


def _image(app: App, sha256: str) -> QImage:
    """Return a picture, no larger than it is shown; decoding takes longer than the window may wait."""
    from showcase.catalogue.queries import get_media_blob

    with app.reading() as session:
        data = get_media_blob(session, sha256, "full")
    image = QImage.fromData(QByteArray(data)) if data else QImage()
    limit = QSize(_LARGEST, _LARGEST)
    if image.width() > _LARGEST or image.height() > _LARGEST:
        image = image.scaled(limit, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image
