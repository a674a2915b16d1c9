"""The first picture of the office window, against an empty PySide6 window: from the start of the process."""

import tempfile
import time
from collections.abc import Iterator

from tests.benchmarks.racing import Bar, in_child


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bar of the first picture."""
    best = {"empty": float("inf"), "office": float("inf")}
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_CACHE_HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_STATE_HOME": home,
            "XDG_RUNTIME_DIR": home,
            "SHOWCASE_LANGUAGE": "vi",
        }
        for _ in range(4 if quick else 9):
            for name, fastest in best.items():
                started = time.monotonic()
                painted = in_child("first_paint", name, environment=environment)
                best[name] = min(fastest, painted - started)
    note = f"ours {1000 * best['office']:.0f} ms, empty {1000 * best['empty']:.0f} ms"
    yield Bar("start: office / empty window", best["office"] / best["empty"], 1.5, at_most=True, note=note)
