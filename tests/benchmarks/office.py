"""The office on a large event: the first data, gaps in which the window does not answer, memory with 100,000 people.

Run as a module of its own, `office.py EVENT PAGE`, it opens the window on an event, shows a page, and prints when the
window was painted and when the data stood, the longest gap, and the most memory it held.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.racing import Bar, in_child, most_memory_mb

_ROUNDS = 5
_PATIENCE_S = 60


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of large events; quick has none."""
    if quick:
        return
    with tempfile.TemporaryDirectory() as home:
        environment = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"), home)
        products, people = Path(home) / "products.showcase", Path(home) / "people.showcase"
        _make_products(products)
        in_child("office", str(products), "overview", environment=environment)  # and so it was put away once
        best = {"empty": float("inf"), "data": float("inf"), "gap": float("inf")}
        for _ in range(_ROUNDS):
            started = time.monotonic()
            best["empty"] = min(best["empty"], in_child("first_paint", "empty", environment=environment) - started)
            started = time.monotonic()
            seen = in_child("office", str(products), "overview", environment=environment)
            best["data"] = min(best["data"], seen["data"] - started)
            best["gap"] = min(best["gap"], seen["gap_ms"])
        note = f"ours {1000 * best['data']:.0f} ms, empty {1000 * best['empty']:.0f} ms"
        yield Bar("office: data / empty window", best["data"] / best["empty"], 3.0, at_most=True, note=note)
        yield Bar("office: longest gap, ms", best["gap"], 50, at_most=True, note="10,000 products")
        _make_people(people)
        seen = in_child("office", str(people), "people", environment=environment)
        yield Bar("office: MB with 100,000 people", seen["mb"], 300, at_most=True)


def _make_products(path: Path) -> None:
    from showcase.store.opening import create_event
    from tests.benchmarks.searches import fill  # not at the top: the window is started from this module too

    database = create_event(path)
    fill(database, 10_000)
    database.close()


def _make_people(path: Path) -> None:
    from showcase.app import open_app
    from showcase.exchange.importing import import_list
    from tests.factories import FAMILY_NAMES, GIVEN_NAMES

    rows = (
        f"{FAMILY_NAMES[n % 8]},{GIVEN_NAMES[n // 8 % 8]} {n},P{n},delegate,VN,person{n}@example.org"
        for n in range(100_000)
    )
    listed = path.with_suffix(".csv")
    listed.write_text("Họ,Tên,Mã,Vai trò,Quốc gia,Email\n" + "\n".join(rows), "utf-8")
    app = open_app(path, create=True)
    import_list(app.database, listed, "people")
    app.close()


def _show(event: Path, page: str) -> None:
    """Open the window on an event as the program does, and print what was seen."""
    from PySide6.QtCore import QTimer

    from showcase.office.window import OfficeWindow
    from showcase.qt import theme

    app = theme.make_application()
    theme.choose(app, "light")
    window = OfficeWindow()
    window.wanted = event
    seen: dict[str, float] = {}
    last, gap = time.monotonic(), 0.0

    def tick() -> None:
        nonlocal last, gap
        moment = time.monotonic()
        gap, last = max(gap, moment - last), moment
        if "data" in seen:
            if window.desk.app and window.desk.tasks.running == 0:
                app.quit()
        elif _has_data(window, page):
            seen["data"] = moment

    def begin() -> None:
        nonlocal last
        last = time.monotonic()
        timer.start()

    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(tick)
    window.painted.connect(begin)
    QTimer.singleShot(_PATIENCE_S * 1000, app.quit)
    window.show()
    app.exec()
    print(json.dumps({"data": seen["data"], "gap_ms": 1000 * gap, "mb": most_memory_mb()}))
    window.close()


def _has_data(window: object, page: str) -> bool:
    """Tell whether the page shows what is in the event; other pages than the overview are gone to first."""
    from showcase.office.window import OfficeWindow

    assert isinstance(window, OfficeWindow)
    shown: Any = window.pages.currentWidget()
    if page == "overview":
        return bool(getattr(shown, "_found", None))
    if window.desk.app is None:
        return False
    if window._is_furnished and shown is not window.page(page):
        window.do(f"page:{page}")
    return window._is_furnished and bool(window.page(page).model.rowCount())


if __name__ == "__main__":
    _show(Path(sys.argv[1]), sys.argv[2])
