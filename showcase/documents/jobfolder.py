"""The folder of a print job under way: a lock that says whether it still runs, and the parts that are proven.

The system lets go of the lock when the process ends, however it ends: so a job that says it paints and holds no lock
was interrupted. The parts of such a job, and of one that was cancelled or found no room for its file, stay until it is
resumed or discarded, or nobody came back to it for a week.
"""

import contextlib
import os
import shutil
import sys
import time
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from showcase.errors import LockedFile
from showcase.paths import print_jobs_folder

_LOCK: Final = "lock"
PAINTED: Final = ".painted"
"""In the names of parts that are not proven."""
_KEPT_S: Final = 7 * 86_400
"""How long parts wait for somebody to go on with their job; afterwards they are painted anew."""


def job_folder(job_id: uuid.UUID) -> Path:
    """Return the folder of a job; it may not exist."""
    return print_jobs_folder() / job_id.hex


@contextmanager
def held(job_id: uuid.UUID) -> Iterator[Path]:
    """Give the folder of a job that runs now, readable by its owner alone, as badges carry names.

    It stays, with what is in it, until `clear` is called; parts that are not proven go.

    Raises:
        LockedFile: the job runs already, in this program or another.
        OSError: the folder cannot be made.
    """
    folder = job_folder(job_id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _lock(handle):
            raise LockedFile("prints.job_runs")
        os.utime(folder / _LOCK)
        _tidy(folder)
        try:
            yield folder
        finally:
            _tidy(folder)
    finally:
        os.close(handle)


def is_running(job_id: uuid.UUID) -> bool:
    """Tell whether a process of this machine holds a job."""
    try:
        handle = os.open(job_folder(job_id) / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _lock(handle)
    finally:
        os.close(handle)


def sweep() -> None:
    """Delete the folders of jobs that nobody came back to for a week."""
    with contextlib.suppress(OSError):
        for folder in list(print_jobs_folder().iterdir()):
            with contextlib.suppress(OSError, ValueError):
                job_id = uuid.UUID(hex=folder.name)
                if time.time() - (folder / _LOCK).stat().st_mtime > _KEPT_S and not is_running(job_id):
                    shutil.rmtree(folder, ignore_errors=True)


def clear(jobs: Collection[uuid.UUID]) -> None:
    """Delete the folders of jobs."""
    for job_id in jobs:
        shutil.rmtree(job_folder(job_id), ignore_errors=True)
    with contextlib.suppress(OSError):
        print_jobs_folder().rmdir()  # only where nothing else is in it


def _tidy(folder: Path) -> None:
    """Delete parts that are not proven."""
    for part in folder.glob(f"*{PAINTED}*"):
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                part.unlink()


def _lock(handle: int) -> bool:
    """Lock a file for as long as it is open; tell whether nobody had."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
