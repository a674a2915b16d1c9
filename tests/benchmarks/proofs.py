"""Proving: pages of badges read back from a finished PDF on one core, and painted and proven at the same time."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from showcase.documents.imposition import impose
from showcase.documents.template import load_template
from showcase.printing.job import print_items
from showcase.printing.proof import expected_codes, prove
from tests.benchmarks.badges import write_ours
from tests.benchmarks.racing import Bar, race
from tests.benchmarks.samples import LANGUAGES, badge_items, lay_out_badges


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of the proof."""
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
        yield from _together(Path(folder), 600 if quick else 3000, 1 if quick else 3)


def _together(folder: Path, count: int, rounds: int) -> Iterator[Bar]:
    """Give the bars of a whole job, from items to the file in its place, against the proof of that file alone.

    With as many processes as there are cores the proof leaves no core to paint on: that ratio is shown, and counts
    what painting costs.
    """
    items = badge_items(count)
    template = load_template("badge-a6")
    whole, plain = folder / "whole.pdf", folder / "plain.pdf"
    pages = lay_out_badges(items)
    write_ours(plain, pages)
    expected = [expected_codes(sheet) for sheet in impose(pages, None)]
    del pages
    best = race(
        {
            "both": lambda: print_items(items, template, None, LANGUAGES, whole),
            "one": lambda: prove(plain, expected, workers=1),
            "all": lambda: prove(plain, expected),
        },
        rounds,
    )
    note = f"{count} badges; {1000 * best['both'] / count:.1f} ms each, {os.cpu_count()} cores"
    ratio = best["both"] / best["one"]
    yield Bar("job, painted and proven / proof in a process", ratio, 1.3, at_most=True, note=note)
    yield Bar("job, painted and proven / proof on all cores", best["both"] / best["all"])
    yield Bar("bytes: joined / in one", whole.stat().st_size / plain.stat().st_size, 1.05, at_most=True)
