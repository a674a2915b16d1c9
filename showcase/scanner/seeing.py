"""What is seen and not typed: a camera, picture files, the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QMimeData, QObject, QPointF, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPolygonF
from PySide6.QtQml import QmlElement

from showcase.errors import InputError
from showcase.leads.kinds import Method
from showcase.qt.providing import PictureProvider
from showcase.scanner.model import Model

if TYPE_CHECKING:
    from showcase.qt.camera import CodeCamera
    from showcase.scanner.scanner import Scanner

QML_IMPORT_NAME = "Showcase"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Seeing(Model):
    """The camera, when there is one, and what is in view.

    Signals:
        changed: the camera is in another state.
        seenChanged: the codes in view moved.
        framesChanged: there is another picture, for who watches.
    """

    changed = Signal()
    seenChanged = Signal()
    framesChanged = Signal()

    def __init__(self, scanner: Scanner) -> None:
        super().__init__(scanner)
        self.camera: CodeCamera | None = None
        self.picture = QImage()
        self._seen: list[QPolygonF] = []
        self._frames = 0
        self._is_watched = False

    def begin(self) -> None:
        """Look for a camera, now that the window stands; QtMultimedia is loaded with the first."""
        if self.camera is None:
            from showcase.qt.camera import CodeCamera

            self.camera = CodeCamera(parent=self)
            self.camera.read.connect(self._on_read)
            self.camera.seen.connect(self._on_seen)
            self.camera.state_changed.connect(self.changed)
            self.camera.cameras_changed.connect(self.changed)
        self.camera.choose(str(self.desk.settings.get("camera", "")))
        self.camera.start()
        self.changed.emit()

    def stop(self) -> None:
        """Turn the camera off for good."""
        if self.camera is not None:
            self.camera.close()
            self.camera = None
            self.changed.emit()

    @Slot(QObject)
    def showIn(self, output: QObject) -> None:  # noqa: N802 - QML calls it
        """Show the camera's picture in a VideoOutput."""
        if self.camera is not None:
            self.camera.video_output(output)

    @Slot()
    def watch(self) -> None:
        """Have a small picture made of what the camera sees, again and again."""
        if self.camera is not None and not self._is_watched:
            self._is_watched = True
            self.camera.frame.connect(self._on_frame)

    @Slot()
    def unwatch(self) -> None:
        """Need no pictures any more."""
        if self.camera is not None and self._is_watched:
            self.camera.frame.disconnect(self._on_frame)
        self._is_watched, self._frames, self.picture = False, 0, QImage()

    @Slot()
    def nextCamera(self) -> None:  # noqa: N802 - QML calls it
        """Use the next camera of those that are plugged in."""
        if self.camera is None:
            return
        known = [identifier for identifier, _name in self.camera.cameras()]
        if known:
            now = self.desk.settings.get("camera")
            chosen = known[(known.index(now) + 1) % len(known) if now in known else 1 % len(known)]
            self.camera.choose(chosen)
            self.desk.remember(camera=chosen)

    def look_at_files(self, paths: Sequence[Path]) -> None:
        """Read the codes in picture files."""
        self._decode(lambda: [code for path in paths for code in _codes_of(path)], Method.PICTURE)

    def look_at_clipboard(self) -> None:
        """Read the codes of a picture in the clipboard, else its text."""
        clipboard = QGuiApplication.clipboard()
        found: QMimeData | None = clipboard.mimeData()  # there is none in an empty clipboard
        paths = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()] if found is not None else []
        image, text = clipboard.image(), clipboard.text().strip()
        if paths:
            self.look_at_files(paths)
        elif not image.isNull():
            self._decode(lambda: _codes_in(image), Method.CLIPBOARD)
        elif text:
            self.scanner.read(text, Method.CLIPBOARD)
        else:
            self.desk.wrong.emit(InputError("scanner.clipboard_empty"))

    def _decode(self, work: Callable[[], list[bytes]], method: Method) -> None:
        def answer(codes: list[bytes]) -> None:
            if not codes:
                self.desk.wrong.emit(InputError("scanner.picture_without_code"))
            for code in dict.fromkeys(codes):
                self.scanner.read(code, method)

        self.scanner.tasks.run(lambda _progress: work(), answer, failed=self.desk.wrong.emit)

    @Slot(list)
    def _on_read(self, codes: list[bytes]) -> None:
        for code in codes:
            self.scanner.read(code, Method.CAMERA)

    @Slot(QImage)
    def _on_frame(self, picture: QImage) -> None:
        self.picture = picture
        self._frames += 1
        self.framesChanged.emit()

    @Slot(object)
    def _on_seen(self, outlines: list[QPolygonF]) -> None:
        self._seen = outlines
        self.seenChanged.emit()

    def _get_state(self) -> str:
        return str(self.camera.state) if self.camera is not None else "none"

    def _get_seen(self) -> list[list[QPointF]]:
        return [[outline.at(at) for at in range(outline.size())] for outline in self._seen]

    def _get_name(self) -> str:
        cameras: list[tuple[str, Any]] = self.camera.cameras() if self.camera is not None else []
        now = self.desk.settings.get("camera")
        return next((name for identifier, name in cameras if identifier == now), cameras[0][1] if cameras else "")

    state = Property(str, _get_state, notify=changed)
    seen = Property(list, _get_seen, notify=seenChanged)
    """The corners of each code in view, in 0 to 1 of the picture."""
    frames = Property(int, lambda self: self._frames, notify=framesChanged)
    """Counts the pictures, so that each has an address of its own."""
    name = Property(str, _get_name, notify=changed)
    several = Property(bool, lambda self: self.camera is not None and len(self.camera.cameras()) > 1, notify=changed)


class CameraProvider(PictureProvider):
    """`image://camera/N`: what the camera sees now."""

    def __init__(self, seeing: Seeing) -> None:
        super().__init__()
        self._seeing = seeing

    def made(self, name: str, wanted: QSize) -> QImage:  # noqa: ARG002 - there is one picture, of one size
        """Return the last picture."""
        return self._seeing.picture


def _codes_of(path: Path) -> list[bytes]:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise InputError("scanner.picture_unreadable", file=path.name)
    return _codes_in(image)


def _codes_in(image: QImage) -> list[bytes]:
    from showcase.qt.decoding import decode_picture

    return decode_picture(image)
