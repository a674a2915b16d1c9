"""The folder of a print job under way: a lock that says whether it still runs, and the parts that are proven.

The system lets go of the lock when the process ends, however it ends: so a job that says it paints and holds no lock
was interrupted. The parts of such a job stay until it is resumed or discarded.
"""

import contextlib
import os
import shutil
import sys
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from showcase.errors import LockedFile
from showcase.paths import print_jobs_folder

_LOCK: Final = "lock"


def job_folder(job_id: uuid.UUID) -> Path:
    """Return the folder of a job; it may not exist."""
    return print_jobs_folder() / job_id.hex


@contextmanager
def held(job_id: uuid.UUID) -> Iterator[Path]:
    """Give the folder of a job that runs now, readable by its owner alone, as badges carry names.

    It stays, with what is in it, until `clear` is called.

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
        yield folder
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


def clear(jobs: Collection[uuid.UUID]) -> None:
    """Delete the folders of jobs."""
    for job_id in jobs:
        shutil.rmtree(job_folder(job_id), ignore_errors=True)
    with contextlib.suppress(OSError):
        print_jobs_folder().rmdir()  # only where nothing else is in it


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
