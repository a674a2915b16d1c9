"""The visitor pages of a hundred products and of a thousand: time for each page, and the largest page."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from showcase.app import App, open_app
from showcase.catalogue.edits import add_topic
from showcase.site.writing import SiteReport, write_site
from tests.benchmarks.racing import Bar, race
from tests.factories import make_organisation, make_product

_SMALL, _LARGE = 100, 1_000
_TOPICS = ("water", "energy", "mobility", "data", "government")
_OF_EACH = 10
"""Products of one exhibitor."""
_LIMIT_KB = 100
_TEXT = "Hệ thống cảnh báo ngập cho từng con phố, chạy trên cảm biến tự làm. " * 6


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of the site; quick has half as many products."""
    share = 2 if quick else 1
    small, large = _SMALL // share, _LARGE // share
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        apps = {str(count): _event(folder / f"{count}.showcase", count) for count in (small, large)}
        # The first site draws the artwork, which is then remembered.
        reports = {name: _write(app, folder / name) for name, app in apps.items()}
        runs = {name: partial(_write, app, folder / name) for name, app in apps.items()}
        best = race(runs, 1 if quick else 3)
        for app in apps.values():
            app.close()
    each = [best[name] / reports[name].pages for name in apps]
    note = f"{best[str(large)]:.1f} s for {large} products, {reports[str(large)].pages} pages"
    yield Bar("site: time a page, 1,000 / 100 products", each[1] / each[0], 1.15, at_most=True, note=note)
    largest = max(report.largest_page for report in reports.values()) / 1000
    yield Bar("site: largest page, KB", largest, _LIMIT_KB, at_most=True)


def _event(path: Path, count: int) -> App:
    """Return an event with so many products, and an exhibitor for every ten."""
    app = open_app(path, create=True)
    with app.transaction() as session:
        for position, topic in enumerate(_TOPICS):
            add_topic(session, {"ref": topic, "name": {"vi": topic}, "motif": topic, "position": position})
        owners = [
            make_organisation(session, f"Công ty {number}", [("A", f"A{number}")])
            for number in range(count // _OF_EACH)
        ]
        for number in range(count):
            make_product(
                session,
                owners[number // _OF_EACH],
                f"Sản phẩm {number}",
                pitch={"vi": _TEXT[:120], "en": _TEXT[:120]},
                description={"vi": _TEXT, "en": _TEXT},
                topics=[_TOPICS[number % len(_TOPICS)]],
            )
    return app


def _write(app: App, out: Path) -> SiteReport:
    with app.reading() as session:
        return write_site(session, out)
