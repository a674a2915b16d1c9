"""What a full-screen program in QML starts with and how it ends: fonts, providers of pictures, its window."""

import os
from collections.abc import Mapping
from typing import Any, Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from showcase.paths import resource
from showcase.printing.engine import load_font
from showcase.qt.art import ArtProvider
from showcase.qt.picturecache import PictureCache
from showcase.qt.pictures import IconProvider, QrProvider
from showcase.qt.providing import PictureProvider, add_providers

WEIGHTS: Final = (500, 700)


def application() -> QGuiApplication:
    """Return the application, made when there is none."""
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    app = QGuiApplication.instance() or QGuiApplication(["showcase"])
    QGuiApplication.setApplicationDisplayName("Showcase")
    return cast("QGuiApplication", app)


def make_engine(
    pictures: PictureCache, providers: Mapping[str, PictureProvider] | None = None
) -> QQmlApplicationEngine:
    """Return an engine that knows the fonts, our modules and where pictures come from.

    Args:
        pictures: where scenes are kept.
        providers: more providers of pictures, by name.
    """
    for weight in WEIGHTS:
        load_font(weight)
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(resource("qml")))
    ours = {"art": ArtProvider(pictures), "qr": QrProvider(), "icon": IconProvider()}
    add_providers(engine, {**ours, **(providers or {})})
    return engine


def load_window(engine: QQmlApplicationEngine, module: str, properties: Mapping[str, Any]) -> QQuickWindow:
    """Return the window of a module, with its first properties."""
    engine.setInitialProperties(dict(properties))
    engine.loadFromModule(module, "Main")
    if not engine.rootObjects():
        raise RuntimeError(f"the screen of {module} could not be made")
    return cast("QQuickWindow", engine.rootObjects()[0])


def end_engine(engine: QQmlApplicationEngine) -> None:
    """Let an engine go. The thread that loads pictures ends with it, and may wait for Python: events let it have it."""
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(engine, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
