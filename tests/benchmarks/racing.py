"""Measures by turns: every way of doing a thing runs in every round, in random order, and its best time counts.

On a machine that does other work too, the best of several rounds changes least, and the ratio of two that ran side by
side less still.
"""

import gc
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Bar:
    """A figure and what it has to be: at least the bar, or with `at_most` not above it; without a bar it is shown."""

    name: str
    value: float
    bar: float | None = None
    at_most: bool = False
    note: str = ""

    @property
    def short(self) -> bool:
        """Tell whether the bar is missed."""
        if self.bar is None:
            return False
        return self.value > self.bar if self.at_most else self.value < self.bar

    def line(self) -> str:
        """Return the name, the figure, the bar and "ok", "short" or "shown"."""
        bar = "-" if self.bar is None else f"{'<=' if self.at_most else '>='}{self.bar:g}"
        verdict = "shown" if self.bar is None else "short" if self.short else "ok"
        return f"{self.name:<44} {self.value:>9.2f} {bar:>8} {verdict:<6} {self.note}".rstrip()


def race(runs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the best time of each run in seconds."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        names = list(runs)
        random.shuffle(names)
        for name in names:
            gc.collect()
            started = time.perf_counter()
            runs[name]()
            best[name] = min(best[name], time.perf_counter() - started)
    return best


def in_child(module: str, *args: str, environment: Mapping[str, str] | None = None) -> Any:
    """Return what a module of the benchmarks prints as JSON when it runs in a process of its own."""
    here = Path(__file__).parent
    paths = os.pathsep.join((str(ROOT), str(here)))
    command: Sequence[str] = (sys.executable, str(here / f"{module}.py"), *args)
    settings = {**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", **(environment or {})}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def most_memory_mb(process: str = "self") -> float:
    """Return the most memory that a process has held; getrusage would count its parent's before the start too."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
