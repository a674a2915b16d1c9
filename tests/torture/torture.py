"""Tries to lose, forge and break what must not be: `python tests/torture/torture.py [--quick] [--seed N] [PART...]`.

A line for each figure: its name, the figure, the bar, "ok" or "short". Each figure has a control, which does the same
wrong on purpose and must be found out: a control that passes is short. Method and seed are in docs/reliability.md.
"""

import argparse
import importlib
import os
import sys
import time
from pathlib import Path

PARTS = ("forging", "killing", "power", "faults")


def main() -> int:
    """Run the parts asked for and return 1 when a figure is short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the same on small numbers, within 50 seconds")
    parser.add_argument("--seed", type=int, default=20251223, help="of the chance in it")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    started = time.monotonic()
    short = 0
    for part in arguments.parts or PARTS:
        for figure in importlib.import_module(f"tests.torture.{part}").figures(arguments.seed, quick=arguments.quick):
            print(figure.line(), flush=True)
            short += figure.short
    print(f"{short} short; seed {arguments.seed}; {time.monotonic() - started:.0f} s")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
