"""A thousand badges and ten thousand: time for each badge, and memory, each in a process of its own.

Painted into one file, and as a whole job: in parts, proven by other processes, joined.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Final, Self

from showcase.documents.items import PrintItem
from showcase.documents.template import load_template
from showcase.printing.job import print_items
from tests.benchmarks.badges import write_ours
from tests.benchmarks.racing import Bar, in_child, most_memory_mb
from tests.benchmarks.samples import LANGUAGES, badge_items, lay_out_badges

_ROUNDS = 2


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of growth; quick has none."""
    if quick:
        return
    yield from _grown("growth", "painted", _ROUNDS)
    yield from _grown("growth of a job", "job", 1)


def _grown(name: str, what: str, rounds: int) -> Iterator[Bar]:
    small, large = [], []
    for _ in range(rounds):
        small.append(in_child("growth", what, "1000"))
        large.append(in_child("growth", what, "10000"))
    each = [min(run["ms"] for run in runs) for runs in (small, large)]
    memory = [min(run["mb"] for run in runs) for runs in (small, large)]
    provers = [min(run["provers_mb"] for run in runs) for runs in (small, large)]
    yield Bar(f"{name}: time a badge, 10,000 / 1,000", each[1] / each[0], 1.15, at_most=True, note=f"{each[1]:.2f} ms")
    note = f"{memory[0]:.0f} MB for 1,000"
    yield Bar(f"{name}: MB more for 10,000", memory[1] - memory[0], 60, at_most=True, note=note)
    if provers[0]:
        note = f"{provers[0]:.0f} MB for 1,000"
        yield Bar(f"{name}: MB more in a prover", provers[1] - provers[0], 10, at_most=True, note=note)


class _Watch:
    """Looks now and then at the most memory that each process which proves has held."""

    def __init__(self) -> None:
        self.most: list[float] = []
        self._done = Event()
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(0.2):
            for child in active_children():
                with suppress(OSError, IndexError):
                    self.most.append(most_memory_mb(str(child.pid)))


def _paint(items: Sequence[PrintItem], file: Path) -> None:
    write_ours(file, lay_out_badges(items))


def _do(items: Sequence[PrintItem], file: Path) -> None:
    print_items(items, load_template("badge-a6"), None, LANGUAGES, file)


_WAYS: Final[dict[str, Callable[[Sequence[PrintItem], Path], None]]] = {"painted": _paint, "job": _do}


def _measure(what: str, count: int) -> None:
    """Print what badges take: from their values to the mended file, or to the proven one."""
    lay_out_badges(badge_items(1, seed=9))
    with tempfile.TemporaryDirectory() as folder:
        items = badge_items(count)
        started = time.perf_counter()
        with _Watch() as watch:
            _WAYS[what](items, Path(folder) / "badges.pdf")
        seconds = time.perf_counter() - started
    print(json.dumps({"ms": 1000 * seconds / count, "mb": most_memory_mb(), "provers_mb": max(watch.most, default=0)}))


if __name__ == "__main__":
    _measure(sys.argv[1], int(sys.argv[2]))
