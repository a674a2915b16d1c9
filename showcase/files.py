"""Files that are whole or not there: written beside their place, then moved into it."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_beside(path: Path, *, suffix: str | None = None) -> Iterator[Path]:
    """Give an empty file to write beside `path`, which takes its place at the end; when anything is raised it vanishes.

    Args:
        path: the place.
        suffix: of the file while it is written, where programs look for files by their ending; by default the place's.

    Raises:
        OSError: as the system says, or because a device or a pipe is there, which a file must not take the place of;
            the caller knows the sentence.
    """
    if path.exists() and not path.is_file():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, name = tempfile.mkstemp(
        prefix=f".{path.stem[:40]}-", suffix=path.suffix if suffix is None else suffix, dir=path.parent
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


def _like_others(file: Path) -> None:
    """Give the file the permissions of any new file; mkstemp makes it private."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)
