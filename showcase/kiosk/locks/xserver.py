"""What an X11 server says of itself, asked through Xlib: its window manager, and when the screen goes dark."""

import ctypes
import ctypes.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")


def window_manager() -> str | None:
    """Return the name of the window manager as it tells it (_NET_SUPPORTING_WM_CHECK), "?" for one without a name.

    "" means that there is none, None that no server answers.
    """
    return _asked(_window_manager)


def blanks_after() -> int | None:
    """Return the seconds after which the server blanks the screen, 0 for never; None when no server answers."""
    return _asked(_blanks_after)


def _asked(question: Callable[[Any, ctypes.c_void_p], T]) -> T | None:
    with _server() as found:
        return None if found is None else question(*found)


@contextmanager
def _server() -> Iterator[tuple[Any, ctypes.c_void_p] | None]:
    name = ctypes.util.find_library("X11")
    library: Any = ctypes.CDLL(name) if name else None
    if library is None:
        yield None
        return
    library.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(library.XOpenDisplay(None))
    if display.value is None:
        yield None
        return
    # A window may go while we ask for it, and Xlib would end the whole program for that.
    library.XSetErrorHandler.restype = ctypes.c_void_p
    former = ctypes.c_void_p(library.XSetErrorHandler(_passing))
    try:
        yield library, display
    finally:
        library.XCloseDisplay(display)
        library.XSetErrorHandler(former)


_passing = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)


def _window_manager(library: Any, display: ctypes.c_void_p) -> str:
    library.XDefaultRootWindow.restype = ctypes.c_ulong
    root = library.XDefaultRootWindow(display)
    held = _property(library, display, root, b"_NET_SUPPORTING_WM_CHECK")
    if not held:
        return ""
    window = int.from_bytes(held[: ctypes.sizeof(ctypes.c_ulong)], "little")
    name = _property(library, display, window, b"_NET_WM_NAME")
    return name.decode("utf-8", "replace") or "?"


def _property(library: Any, display: ctypes.c_void_p, window: int, name: bytes) -> bytes:
    """Return a property of a window, empty where it has none."""
    library.XInternAtom.restype = ctypes.c_ulong
    atom = library.XInternAtom(display, name, 1)
    if not atom:
        return b""
    kind, size = ctypes.c_ulong(), ctypes.c_int()
    number, left = ctypes.c_ulong(), ctypes.c_ulong()
    content = ctypes.c_void_p()
    given = (ctypes.c_ulong(window), ctypes.c_ulong(atom), ctypes.c_long(0), ctypes.c_long(64), 0, ctypes.c_ulong(0))
    taken = [ctypes.byref(value) for value in (kind, size, number, left, content)]
    library.XGetWindowProperty(display, *given, *taken)
    if content.value is None:
        return b""
    # Xlib gives numbers of 32 bits as long ones of this machine.
    wide = ctypes.sizeof(ctypes.c_long) if size.value == 32 else size.value // 8
    found = ctypes.string_at(content.value, number.value * wide)
    library.XFree(content)
    return found


def _blanks_after(library: Any, display: ctypes.c_void_p) -> int:
    timeout, interval, blanking, exposures = (ctypes.c_int() for _ in range(4))
    taken = [ctypes.byref(value) for value in (timeout, interval, blanking, exposures)]
    library.XGetScreenSaver(display, *taken)
    return min((after for after in (timeout.value, *_off_after(display)) if after > 0), default=0)


def _off_after(display: ctypes.c_void_p) -> list[int]:
    """Return after how many seconds the screen goes to standby, to sleep and off (DPMS); empty where it does not."""
    name = ctypes.util.find_library("Xext")
    library: Any = ctypes.CDLL(name) if name else None
    first, error = ctypes.c_int(), ctypes.c_int()
    if library is None or not library.DPMSQueryExtension(display, ctypes.byref(first), ctypes.byref(error)):
        return []
    power, is_on = ctypes.c_uint16(), ctypes.c_ubyte()
    if not library.DPMSInfo(display, ctypes.byref(power), ctypes.byref(is_on)) or not is_on.value:
        return []
    after = [ctypes.c_uint16() for _ in range(3)]
    library.DPMSGetTimeouts(display, *map(ctypes.byref, after))
    return [one.value for one in after]
