"""Work off the GUI thread, answered on it, in two lanes: one thread writes to the database, a few read and paint.

A task ends in exactly one way: done, failed (a sentence for the person), stopped, or broken (a bug, for the crash
dialog).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot

from showcase.errors import Cancelled, UserError
from showcase.progress import Progress

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")
Lane = Literal["write", "work"]
_THREADS: Final[dict[Lane, int]] = {"write": 1, "work": 2}
_TELL_EVERY_S: Final = 0.05
"""A progress bar needs no more than 20 answers a second."""


class Task(QObject, Generic[T]):
    """One piece of work under way.

    Signals:
        progressed: (done, total), on the GUI thread.
        failed: a UserError, on the GUI thread. Nobody connected: the tasks' own `failed` tells it.
        stopped: it was cancelled.
        ended: it ended, in whatever way.
    """

    progressed = Signal(int, int)
    stopped = Signal()
    ended = Signal()

    def __init__(self, answer: Callable[[T], object], failed: Callable[[UserError], object]) -> None:
        super().__init__()
        self.answer = answer
        self.failed = failed
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; an answer that comes all the same is dropped."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Tell whether the task was asked to stop."""
        return self._stop.is_set()


class Tasks(QObject):
    """The two lanes of a window.

    Signals:
        failed: a UserError of a task that nobody else hears.
        broken: an exception that is a bug.
        busy: the number of tasks under way.
    """

    failed = Signal(object)
    broken = Signal(object)
    busy = Signal(int)
    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._running: set[Task[object]] = set()
        self._quiet: set[Task[object]] = set()
        self._kept: set[Task[object]] = set()
        self._is_closed = False

    def run(
        self,
        work: Callable[[Progress], T],
        answer: Callable[[T], object],
        *,
        lane: Lane = "work",
        failed: Callable[[UserError], object] | None = None,
        quiet: bool = False,
        kept: bool = False,
    ) -> Task[T]:
        """Do `work` in a lane and give what it returns to `answer` on the GUI thread.

        After `close` nothing is begun any more: a window that goes asks for things as the focus leaves its fields.

        Args:
            work: called with a progress callback that raises Cancelled once the task is cancelled.
            answer: called on the GUI thread, unless the task was cancelled.
            lane: "write" for whatever writes to the database, else "work".
            failed: hears a UserError in place of the signal `failed`.
            kept: it is done even when the window is closed before its turn, as what somebody typed is.
            quiet: it is nobody's business that it runs, as what looks again and again whether something happened.
        """
        task: Task[T] = Task(answer, failed or self.failed.emit)
        if self._is_closed:
            return task
        self._running.add(task)  # type: ignore[arg-type]  # a set of tasks of any answer
        if kept:
            self._kept.add(task)  # type: ignore[arg-type]
        if quiet:
            self._quiet.add(task)  # type: ignore[arg-type]
        else:
            self.busy.emit(self.running)
        self._lane(lane).submit(self._work, task, work)
        return task

    @property
    def running(self) -> int:
        """The number of tasks under way, without the quiet ones."""
        return len(self._running) - len(self._quiet)

    @property
    def busy_at_all(self) -> bool:
        """Whether anything is under way, the quiet ones too."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel what runs and wait for its threads; what is being written is finished or taken back whole."""
        self._is_closed = True
        for task in self._running - self._kept:
            task.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True)  # a cancelled task ends where it begins, a kept one is done
        for tasks in (self._running, self._quiet, self._kept):
            tasks.clear()

    def _lane(self, name: Lane) -> ThreadPoolExecutor:
        """Return the threads of a lane; the first task starts them, as the first picture of a window needs none."""
        from concurrent.futures import ThreadPoolExecutor

        if not self._lanes:
            self._deliver.connect(self._on_deliver, QtCore.Qt.ConnectionType.QueuedConnection)
        if name not in self._lanes:
            self._lanes[name] = ThreadPoolExecutor(_THREADS[name], f"showcase-{name}")
        return self._lanes[name]

    def _work(self, task: Task[T], work: Callable[[Progress], T]) -> None:
        """Run in the lane's thread; the only broad except of the window."""
        try:
            if task.cancelled:
                raise Cancelled  # noqa: TRY301 - a task cancelled in the queue ends like any other
            result = work(self._progress(task))
        except Cancelled:
            self._deliver.emit(lambda: self._end(task, task.stopped.emit))
        except UserError as error:
            told = error
            self._deliver.emit(lambda: self._end(task, lambda: task.failed(told)))
        except Exception as error:  # noqa: BLE001 - whatever else comes is a bug and is shown as one
            bug = error
            self._deliver.emit(lambda: self._end(task, lambda: self.broken.emit(bug)))
        else:
            self._deliver.emit(lambda: self._end(task, lambda: task.answer(result)))

    def _progress(self, task: Task[T]) -> Progress:
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if task.cancelled:
                raise Cancelled
            now = time.monotonic()
            if done >= total or now - told >= _TELL_EVERY_S:
                told = now
                self._deliver.emit(lambda: task.progressed.emit(done, total))

        return progress

    def _end(self, task: Task[T], tell: Callable[[], object]) -> None:
        self._running.discard(task)
        self._quiet.discard(task)
        self._kept.discard(task)
        self.busy.emit(self.running)
        if task.cancelled:
            task.stopped.emit()
        else:
            tell()
        task.ended.emit()

    @Slot(object)
    def _on_deliver(self, call: Callable[[], None]) -> None:
        call()
