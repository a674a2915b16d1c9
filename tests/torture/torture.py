"""Tries what people, time and machines do to the program: `python tests/torture/torture.py [--quick] [TRIAL...]`.

A line for each bar: its name, the figure, the bar, and "ok" or "short". Each trial is a module with
`bars(*, quick)`, which gives them: to add one, write it and name it below. The exit code is 1 when a bar is short.
"""

import argparse
import importlib
import os
import sys
import time
from pathlib import Path

TRIALS = (
    "faults",
    "forging",
    "killing",
    "monkey",
    "names",
    "power",
    "soak",
    "spreadsheets",
)


def main() -> int:
    """Run the trials asked for and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="some minutes in place of hours: the same with fewer turns"
    )
    parser.add_argument("trials", nargs="*", metavar="TRIAL", help=", ".join(TRIALS))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    started = time.monotonic()
    short = 0
    for trial in arguments.trials or TRIALS:
        for bar in importlib.import_module(f"tests.torture.{trial}").bars(quick=arguments.quick):
            print(bar.line(), flush=True)
            short += bar.short
    print(f"{short} short; {time.monotonic() - started:.0f} s")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
