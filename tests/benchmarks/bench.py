"""Measures the program against its bars: `python tests/benchmarks/bench.py [--quick] [PART...]`.

A line for each bar: its name, the figure, the bar, "ok", "short" or "shown". Ratios are of runs side by side, so that
they hold on slow and busy machines. Without --quick the exit code is 1 when a bar is short.
"""

import argparse
import importlib
import os
import sys
import time
from pathlib import Path

PARTS = (
    "symbols",
    "badges",
    "proofs",
    "searches",
    "importing",
    "sites",
    "start",
    "office",
    "kiosk",
    "scans",
    "scanner",
    "camera",
    "growth",
)


def main() -> int:
    """Run the parts asked for and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less than a minute: few items, no large events")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    started = time.monotonic()
    short = 0
    for part in arguments.parts or PARTS:
        for bar in importlib.import_module(f"tests.benchmarks.{part}").bars(quick=arguments.quick):
            print(bar.line(), flush=True)
            short += bar.short
    print(f"{short} short; {time.monotonic() - started:.0f} s")
    return 1 if short and not arguments.quick else 0


if __name__ == "__main__":
    sys.exit(main())
