"""A thousand badges and ten thousand: time for each badge, and memory, each in a process of its own."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.badges import write_ours
from tests.benchmarks.racing import Bar, in_child, most_memory_mb
from tests.benchmarks.samples import badge_items, lay_out_badges

_ROUNDS = 2


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of growth; quick has none."""
    if quick:
        return
    small, large = [], []
    for _ in range(_ROUNDS):
        small.append(in_child("growth", "1000"))
        large.append(in_child("growth", "10000"))
    each = [min(run["ms"] for run in runs) for runs in (small, large)]
    memory = [min(run["mb"] for run in runs) for runs in (small, large)]
    yield Bar("growth: time a badge, 10,000 / 1,000", each[1] / each[0], 1.15, at_most=True, note=f"{each[1]:.2f} ms")
    note = f"{memory[0]:.0f} MB for 1,000"
    yield Bar("growth: MB more for 10,000", memory[1] - memory[0], 60, at_most=True, note=note)


def _measure(count: int) -> None:
    """Print what a job takes: from the values of the badges to the mended file."""
    lay_out_badges(badge_items(1, seed=9))
    with tempfile.TemporaryDirectory() as folder:
        items = badge_items(count)
        started = time.perf_counter()
        write_ours(Path(folder) / "badges.pdf", lay_out_badges(items))
        seconds = time.perf_counter() - started
    print(json.dumps({"ms": 1000 * seconds / count, "mb": most_memory_mb()}))


if __name__ == "__main__":
    _measure(int(sys.argv[1]))
