"""Files that are whole or not there: written beside their place, then moved into it."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from showcase.errors import DiskFull, FileError, MissingFile, ReadOnly


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """Give an empty file to write beside `path`, which takes its place at the end; when anything is raised it vanishes.

    Raises:
        MissingFile: the folder does not exist.
        ReadOnly: the folder or file cannot be written to.
        DiskFull: there is no room left.
    """
    with plain_errors(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    temporary = Path(name)
    try:
        with plain_errors(path):
            yield temporary
            _settle(temporary)
            _like_others(temporary)
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Say in a sentence why a file cannot be written."""
    try:
        yield
    except OSError as error:
        raise _file_error(path, error.errno) from error


def _file_error(path: Path, code: int | None) -> FileError:
    """Return the error for an operating system's error number."""
    if code in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull("printing.disk_full", name=path.name)
    if code in {errno.ENOENT, errno.ENOTDIR}:
        return MissingFile("printing.folder_missing", folder=str(path.parent))
    return ReadOnly("printing.read_only", name=str(path))


def _settle(file: Path) -> None:
    """Wait until the file is on the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _like_others(file: Path) -> None:
    """Give the file the permissions of any new file; mkstemp makes it private."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)
