"""What a full-screen program in QML starts with and how it ends: fonts, providers of pictures, its window."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from showcase.paths import resource

if TYPE_CHECKING:  # a window with one picture needs neither fonts nor painters, and does not wait for them
    from showcase.qt.picturecache import PictureCache
    from showcase.qt.providing import PictureProvider

WEIGHTS: Final = (500, 700)


def application() -> QGuiApplication:
    """Return the application, made when there is none."""
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    app = QGuiApplication.instance() or QGuiApplication(["showcase"])
    QGuiApplication.setApplicationDisplayName("Showcase")
    return cast("QGuiApplication", app)


def make_engine() -> QQmlApplicationEngine:
    """Return an engine that knows where our modules are, and nothing else.

    Letters are drawn from small pictures of them: the other way, from fields of distances, costs a quarter more a frame
    where no graphics card draws, and looks other than what is painted without OpenGL.
    """
    QQuickWindow.setTextRenderType(QQuickWindow.TextRenderType.NativeTextRendering)
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(resource("qml")))
    return engine


def furnish(
    engine: QQmlApplicationEngine, pictures: PictureCache, providers: Mapping[str, PictureProvider] | None = None
) -> None:
    """Give an engine the fonts and what pictures come from; before a screen asks for one.

    Args:
        engine: that is to have them.
        pictures: where scenes are kept.
        providers: more providers of pictures, by name.
    """
    from showcase.printing.engine import load_font
    from showcase.qt.art import ArtProvider
    from showcase.qt.pictures import IconProvider, QrProvider
    from showcase.qt.providing import add_providers

    for weight in WEIGHTS:
        load_font(weight)
    ours = {"art": ArtProvider(pictures), "qr": QrProvider(), "icon": IconProvider()}
    add_providers(engine, {**ours, **(providers or {})})


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
