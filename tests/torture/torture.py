"""Tries what people, time and machines do to the program: `python tests/torture/torture.py [--quick] [TRIAL...]`.

A line for each bar: its name, the figure, the bar, and "ok" or "short". Each trial is a module with
`bars(*, quick)`, which gives them: to add one, write it and name it below. The exit code is 1 when a bar is short.
Every trial runs in a process of its own, as many at a time as there are cores (`--jobs N`).
"""

import argparse
import importlib
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TRIALS = (
    "monkey",
    "erasing",
    "soak_scanner",
    "soak",
    "power",
    "names",
    "printing",
    "spreadsheets",
    "faults",
    "killing",
    "forging",
)
"""Those that take longest come first, so that none is left alone at the end."""


def main() -> int:
    """Run the trials asked for and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="some minutes in place of hours: the same with fewer turns"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="trials at a time")
    parser.add_argument("trials", nargs="*", metavar="TRIAL", help=", ".join(TRIALS))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    trials = arguments.trials or TRIALS
    if len(trials) == 1:
        return _try(trials[0], quick=arguments.quick)
    started = time.monotonic()
    with ThreadPoolExecutor(arguments.jobs) as pool:
        short = sum(pool.map(lambda trial: _in_process(trial, quick=arguments.quick), trials))
    print(f"{short} of {len(trials)} trials short; {time.monotonic() - started:.0f} s")
    return 1 if short else 0


def _try(trial: str, *, quick: bool) -> int:
    """Run a trial here, say its lines, and return 1 when a bar is short."""
    short = 0
    for bar in importlib.import_module(f"tests.torture.{trial}").bars(quick=quick):
        print(bar.line(), flush=True)
        short += bar.short
    return 1 if short else 0


_saying = threading.Lock()


def _in_process(trial: str, *, quick: bool) -> int:
    """Run a trial in a process of its own, say its lines as they come, and return 1 when it came short or broke."""
    command = [sys.executable, str(Path(__file__)), *(["--quick"] if quick else []), trial]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
        assert child.stdout is not None
        for line in child.stdout:
            with _saying:
                print(line, end="", flush=True)
    if child.returncode not in {0, 1}:
        print(f"{trial} broke off with {child.returncode}", flush=True)
    return 1 if child.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
