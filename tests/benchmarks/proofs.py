"""Proving: pages of badges read back from a finished PDF, on one core."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from showcase.documents.imposition import impose
from showcase.printing.proof import expected_codes, prove
from tests.benchmarks.badges import write_ours
from tests.benchmarks.racing import Bar, race
from tests.benchmarks.samples import badge_items, lay_out_badges


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bar of the proof."""
    pages = lay_out_badges(badge_items(50 if quick else 400))
    expected = [expected_codes(sheet) for sheet in impose(pages, None)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "badges.pdf"
        write_ours(file, pages)
        flaws = prove(file, expected, workers=1).flaws
        if flaws:
            raise RuntimeError(str(flaws[0]))
        best = race({"proof": lambda: prove(file, expected, workers=1)}, 3)
    yield Bar("proof: A6 pages a second and core", len(pages) / best["proof"], 120)
