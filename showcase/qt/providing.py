"""Where QML gets its pictures from: one way to provide them, and one to give them to an engine."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickImageProvider


class PictureProvider(QQuickImageProvider):
    """Makes the picture that an address names. An `Image` with `asynchronous: true` has it made off the GUI thread.

    Raises:
        NotImplementedError: when a picture is asked of a provider that makes none.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: N802 - Qt's name
        """Return the picture, and its size in `size`; no name is a question whether we are there."""
        image = self.made(name, wanted) if name else QImage(1, 1, QImage.Format.Format_RGB32)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def made(self, name: str, wanted: QSize) -> QImage:
        """Return the picture of a name in the size that is wanted; an empty size leaves it to us."""
        raise NotImplementedError


def add_providers(engine: QQmlEngine, providers: Mapping[str, PictureProvider]) -> None:
    """Give an engine its providers, by name, and have each of them asked once on this thread.

    Qt's loading thread asks a provider for its type while it holds the lock of all pictures. The first time this has
    to look into Python and waits for the interpreter; a GUI thread that holds the interpreter and wants a picture
    then waits for the lock, and neither ever goes on. What was asked once is known without the interpreter.
    """
    for name, provider in providers.items():
        engine.addImageProvider(name, provider)
    images = " ".join(f"Image {{ asynchronous: false; cache: false; source: 'image://{name}/' }}" for name in providers)
    component = QQmlComponent(engine)
    component.setData(f"import QtQuick; Item {{ {images} }}".encode(), QUrl())
    asked = component.create()
    if asked is None:
        raise RuntimeError(component.errorString())
    asked.deleteLater()
