"""Where printed files go: tried before the work, written beside their place, refused with a sentence."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from showcase import files
from showcase.errors import DiskFull, FileError, InputError, MissingFile, ReadOnly, UserError

_SHOWN: Final = 60
"""Characters of a name that is too long."""


def check_place(out: Path) -> None:
    """See before any work that a PDF or pictures can be written into a place.

    Raises:
        InputError: it does not end in .pdf or .png.
        MissingFile, ReadOnly, DiskFull: as `written_beside` says.
    """
    if out.suffix.lower() not in {".pdf", ".png"}:
        raise InputError("printing.unknown_format", name=str(out))
    with suppress(_TriedError), written_beside(out):
        raise _TriedError


class _TriedError(Exception):
    """Leaves the writing of a file that was only tried."""


@contextmanager
def written_beside(path: Path, owner: str = "") -> Iterator[Path]:
    """Give an empty file to write beside `path`, as `showcase.files.written_beside` does, with sentences for people.

    Raises:
        MissingFile: the folder does not exist.
        ReadOnly: the folder or file cannot be written to.
        FileError, InputError: a folder has this name, or the name is too long.
        DiskFull: there is no room left.
    """
    with plain_errors(path):
        if path.is_dir():
            raise FileError("printing.is_folder", name=str(path))
        with files.written_beside(path, owner=owner) as temporary:
            yield temporary


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Say in a sentence why a file cannot be written."""
    try:
        yield
    except OSError as error:
        raise _file_error(path, error.errno) from error


def _file_error(path: Path, code: int | None) -> UserError:
    """Return the error for an operating system's error number."""
    if code in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull("printing.disk_full", name=path.name)
    if code in {errno.ENOENT, errno.ENOTDIR}:
        return MissingFile("printing.folder_missing", folder=str(path.parent))
    if code == errno.ENAMETOOLONG:
        return InputError("printing.name_long", name=path.name[:_SHOWN])
    return ReadOnly("printing.read_only", name=str(path))
