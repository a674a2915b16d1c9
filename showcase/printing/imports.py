"""Keeps PySide6 from reading the source text of every module that is imported after it."""

import importlib
from types import ModuleType


def spare_imports() -> None:
    """Have PySide6 know by its name which module uses it, in place of searching its text for the word.

    PySide6 looks into each module for `from __feature__ import …`, which this program does not use: a fifth of the
    time that it takes to load what opens an event, in which windows do not answer (PYSIDE-2029).
    """
    importlib.import_module("PySide6")
    looks = vars(importlib.import_module("shibokensupport.feature"))
    if "_mod_uses_pyside" in looks:
        looks["_mod_uses_pyside"] = _uses_pyside


def _uses_pyside(module: ModuleType) -> bool:
    return module.__name__.partition(".")[0] in {"showcase", "PySide6", "tests", "__main__"}
