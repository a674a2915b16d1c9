"""Files that are whole or not there: written beside their place, then moved into it."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def written_beside(path: Path, *, suffix: str | None = None, owner: str = "") -> Iterator[Path]:
    """Give an empty file to write beside `path`, which takes its place at the end; when anything is raised it vanishes.

    Args:
        path: the place.
        suffix: of the file while it is written, where programs look for files by their ending; by default the place's.
        owner: the name of who writes, where that may be killed and come again: `forget_beside` deletes what it left.

    Raises:
        OSError: as the system says, or because a device or a pipe is there, which a file must not take the place of;
            the caller knows the sentence.
    """
    if path.exists() and not path.is_file():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, name = tempfile.mkstemp(
        prefix=_prefix(path, owner), suffix=path.suffix if suffix is None else suffix, dir=path.parent
    )
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as opened:
            os.fsync(opened.fileno())
        _like_others(temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def folder_beside(path: Path, owner: str) -> Iterator[Path]:
    """Give a folder to write into beside `path`, which vanishes in the end; `owner` as in `written_beside`.

    Raises:
        OSError: it cannot be made.
    """
    folder = Path(tempfile.mkdtemp(prefix=_prefix(path, owner), dir=path.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def forget_beside(path: Path, owner: str) -> None:
    """Delete what an owner who was killed left beside `path`."""
    prefix = _prefix(path, owner)
    with suppress(OSError):
        for left in [it for it in path.parent.iterdir() if it.name.startswith(prefix)]:
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()


def _prefix(path: Path, owner: str) -> str:
    return f".{path.stem[:40]}-{owner}{'-' if owner else ''}"


def _like_others(file: Path) -> None:
    """Give the file the permissions of any new file; mkstemp makes it private."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)
