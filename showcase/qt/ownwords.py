"""Qt's own words, such as those of its file dialog, in the language of the interface where Qt has them."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME: Final = "qtbase"


def use(language: str) -> None:
    """Have Qt speak a language; English where it has no words in it, as in Vietnamese."""
    app = QCoreApplication.instance()
    if app is None:
        return
    former = app.findChild(QTranslator, _NAME)
    if former is not None:
        app.removeTranslator(former)
        former.setParent(None)
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    else:
        translator.setParent(None)
