"""Putting a site into its folder: made beside it, then swapped, and never over files that are somebody else's."""

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from showcase.errors import DiskFull, FileError, ForeignFile, MissingFile, ReadOnly, RefusedError, UserError

MARKER: Final = "showcase-site.json"
"""Lies in every site and lists its files: a folder without it is not replaced, nor one that holds other files."""
_WHAT: Final = "visitor pages"
_DROPPINGS: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in a folder that was looked at."""


@contextmanager
def written_beside(out: Path) -> Iterator[Path]:
    """Give an empty folder to write a site into, which takes the place of `out` at the end.

    When anything is raised the folder vanishes, and `out` is as it was.

    Raises:
        RefusedError: `out` holds files that are not of a site.
        MissingFile: the folder around it does not exist.
        FileError, ReadOnly, DiskFull: it is a file, cannot be written, or there is no room left.
    """
    place = out.resolve()
    with _plain_errors(out):
        check_place(place)
        temporary = Path(tempfile.mkdtemp(prefix=f".{place.name[:40]}-", dir=place.parent))
        try:
            _like_others(temporary)
            yield temporary
            files = _files(temporary)
            marker = json.dumps({"showcase": _WHAT, "files": sorted(files)}, indent=0)
            (temporary / MARKER).write_text(marker, encoding="utf-8")
            _swap(temporary, place)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def check_place(out: Path) -> None:
    """See that a site may be written into a folder: it is not there, empty, or an earlier site and nothing else.

    Raises:
        FileError: it is a file.
        ForeignFile: it holds something else.
        RefusedError: it holds an earlier site, and files that are not of it.
    """
    if not out.exists():
        return
    if not out.is_dir():
        raise FileError("site.not_a_folder", folder=str(out))
    found = _files(out)
    if not found:
        return
    listed = _listed(out / MARKER)
    if listed is None:
        raise ForeignFile("site.not_ours", folder=str(out))
    others = sorted(found - listed - {MARKER})
    if others:
        raise RefusedError("site.foreign_file", folder=str(out), name=others[0])


def _files(folder: Path) -> set[str]:
    """Return the files of a folder and its folders, by their way from there."""
    found = (Path(place, name) for place, _, names in os.walk(folder) for name in names if name not in _DROPPINGS)
    return {file.relative_to(folder).as_posix() for file in found}


def _listed(marker: Path) -> set[str] | None:
    """Return the files a marker lists, or None when it is missing or none of ours."""
    try:
        content: Any = json.loads(marker.read_text(encoding="utf-8"))
        return set(content["files"]) if content["showcase"] == _WHAT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _swap(new: Path, place: Path) -> None:
    """Put a folder into a place; what was there goes when the new one stands."""
    if not place.exists():
        new.rename(place)
        return
    old = new.with_name(f"{new.name}-old")
    place.rename(old)
    try:
        new.rename(place)
    except BaseException:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _like_others(folder: Path) -> None:
    """Give the folder the permissions of any new one; mkdtemp makes it private, and a web host could not read it."""
    mask = os.umask(0)
    os.umask(mask)
    folder.chmod(0o777 & ~mask)


@contextmanager
def _plain_errors(out: Path) -> Iterator[None]:
    """Say in a sentence why a folder cannot be written."""
    try:
        yield
    except OSError as error:
        raise _of_system(out, error.errno) from error


def _of_system(out: Path, code: int | None) -> UserError:
    if code in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull("site.disk_full", folder=str(out))
    if code in {errno.ENOENT, errno.ENOTDIR}:
        return MissingFile("site.parent_missing", folder=str(out.resolve().parent))
    return ReadOnly("site.unwritable", folder=str(out))
