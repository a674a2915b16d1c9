"""What a process holds: memory that is its own, and objects."""

import ctypes
import gc
from pathlib import Path

from PySide6.QtCore import QObject


def memory_mb(libc: ctypes.CDLL) -> float:
    """Return the memory that is the process's own and in use, without what the allocator has ready."""
    gc.collect()
    libc.malloc_trim(0)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("RssAnon:")[2].split()[0]) / 1024


def objects(root: QObject) -> int:
    """Return how many objects there are: Python's, and what it only has the address of."""
    gc.collect()
    return len(gc.get_objects()) + len(root.findChildren(QObject))
