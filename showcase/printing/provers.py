"""Processes that prove the pages of PDFs while something else is done."""

import logging
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Final, Self

from PySide6.QtPdf import QPdfDocument

from showcase.printing.engine import ensure_gui
from showcase.printing.proof import ExpectedCode, Flaw, open_pdf, prove_pages
from showcase.progress import Progress, no_progress

_SHARE: Final = 40
"""Pages that a process proves at once."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Proving:
    """A PDF that is being proven: its shares, each with the number of its pages."""

    pdf: Path
    expected: Sequence[Sequence[ExpectedCode]]
    shares: dict[Future[list[Flaw]], int]


class Provers:
    """A few processes that prove. One that is ended from outside is said, and what it had is proven here.

    Args:
        count: of processes.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None
        self.lost = False
        """Whether a process was ended from outside, by a system short of memory for one."""

    def __enter__(self) -> Self:
        """Start the processes: they load Qt while the first pages are painted."""
        self._pool = ProcessPoolExecutor(self._count, mp_context=get_context("spawn"), initializer=_start_worker)
        try:
            with _without_interrupts():
                for _ in range(self._count):
                    self._pool.submit(_nothing)
        except BrokenProcessPool:
            self._lose()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; what they have not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, pdf: Path, expected: Sequence[Sequence[ExpectedCode]]) -> Proving:
        """Give a finished file to the processes."""
        shares: dict[Future[list[Flaw]], int] = {}
        if self._pool is not None and not self.lost:
            try:
                with _without_interrupts():
                    for first in range(0, len(expected), _SHARE):
                        share = expected[first : first + _SHARE]
                        shares[self._pool.submit(_prove_share, str(pdf), len(expected), first, share)] = len(share)
            except BrokenProcessPool:
                self._lose()
        return Proving(pdf, expected, shares)

    def end(self, proving: Proving, progress: Progress) -> tuple[Flaw, ...]:
        """Wait until a file is proven and return its flaws.

        Raises:
            DamagedFile: the file cannot be read back, or has another number of pages.
            Cancelled: from the progress.
        """
        flaws: list[Flaw] = []
        done = 0
        if not self.lost:
            try:
                for future in as_completed(proving.shares):
                    flaws += future.result()
                    done += proving.shares[future]
                    progress(done, len(proving.expected))
            except BrokenProcessPool:
                self._lose()
        if self.lost:
            flaws = list(prove_pages(proving.pdf, proving.expected, progress))
        return tuple(sorted(flaws, key=lambda flaw: flaw.page))

    @staticmethod
    def is_ready(proving: Proving) -> bool:
        """Tell whether `end` need not wait."""
        return all(future.done() for future in proving.shares)

    def _lose(self) -> None:
        if not self.lost:
            _log.info("a process that proves pages was ended from outside; they are proven here")
        self.lost = True


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let processes start that never hear Ctrl+C: before they can ignore it, it would end them with a report."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_open: list[tuple[str, QPdfDocument]] = []


def _nothing() -> None:
    """Be there."""


def _start_worker() -> None:
    """Get a worker process ready, which ends with its parent and leaves Ctrl+C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ensure_gui()


def _end_with_parent() -> None:
    """Wait for the end of the parent: whoever waits for work would never hear of it, and stay for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _prove_share(pdf: str, pages: int, first: int, share: Sequence[Sequence[ExpectedCode]]) -> list[Flaw]:
    """Prove some pages of a file, which stays open for its next ones."""
    if not _open or _open[0][0] != pdf:
        _open[:] = [(pdf, open_pdf(Path(pdf)))]
    return list(prove_pages(Path(pdf), share, no_progress, document=_open[0][1], first=first, pages=pages))
