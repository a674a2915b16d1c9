"""Whether there is a screen to open a window on, and what it may speak."""

import ctypes.util
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from showcase.errors import InputError, RefusedError
from showcase.messages import LANGUAGES


def has_screen() -> bool:
    """Tell whether a window can open here: Qt stops the whole program when it finds no display."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal", "vnc"}:
        return True
    if sys.platform != "linux":
        return True
    if os.environ.get("WAYLAND_DISPLAY") and _wayland_answers(os.environ["WAYLAND_DISPLAY"]):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_answers()


def _wayland_answers(display: str) -> bool:
    """Tell whether the Wayland server answers: its socket is a path, or a name in the folder of the session."""
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / display))
        except OSError:
            return False
    return True


def _x_answers() -> bool:
    """Tell whether the X server of DISPLAY answers and the library that Qt needs for it is there."""
    if not ctypes.util.find_library("xcb-cursor"):
        return False
    name = ctypes.util.find_library("xcb")
    if not name:
        return False
    xcb = ctypes.CDLL(name)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def require_screen() -> None:
    """Raise when no window can open.

    Raises:
        RefusedError: there is no screen.
    """
    if not has_screen():
        raise RefusedError("cli.no_screen")


def screen_language(typed: str, languages: Sequence[str] = LANGUAGES) -> str:
    """Return the language that was asked for, "" where none was.

    Raises:
        InputError: it is none of those there are.
    """
    if typed and typed not in languages:
        raise InputError("leads.language_wrong", languages=", ".join(languages))
    return typed
