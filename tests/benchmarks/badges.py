"""Badges to PDF: against reportlab with its own QR widget, and painting alone against reportlab, fpdf2 and typst."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

from showcase.documents.imposition import impose
from showcase.documents.items import PrintItem
from showcase.documents.page import Page
from showcase.printing.outputs import write_pdf
from showcase.printing.proof import expected_codes, prove
from showcase.qr.symbol import Matrix, encode
from tests.benchmarks.drawing import artwork_files, ready_symbols
from tests.benchmarks.peer_fpdf2 import FpdfBadges
from tests.benchmarks.peer_reportlab import ReportlabBadges
from tests.benchmarks.peer_typst import TypstBadges
from tests.benchmarks.racing import Bar, race
from tests.benchmarks.samples import badge_items, lay_out_badges


def write_ours(file: Path, pages: Sequence[Page]) -> None:
    """Write pages as the program does, with the mend and without the proof."""
    write_pdf(file, impose(pages, None), title="badges", language="vi", total=len(pages))


def _whole(file: Path, items: Sequence[PrintItem]) -> None:
    encode.cache_clear()
    write_ours(file, lay_out_badges(items))


def _paint(file: Path, pages: Sequence[Page], symbols: Mapping[str, Matrix]) -> None:
    """Write pages with symbols that were made before, so that painting alone is measured."""
    with patch("showcase.printing.painter.encode", lambda text, *_: symbols[text]):
        write_ours(file, pages)


def _check(files: Mapping[str, Path], pages: Sequence[Page]) -> None:
    """Stop when anybody's file lacks a page or a badge whose code reads as it should."""
    (sheet,) = impose(pages[:1], None)
    expected = [expected_codes(sheet), *([()] * (len(pages) - 1))]
    for name, file in files.items():
        report = prove(file, expected, workers=1)
        if report.flaws:
            raise RuntimeError(f"{name}: {report.flaws}")


def _peers(folder: Path, items: Sequence[PrintItem]) -> Iterator[Bar]:
    pages = lay_out_badges(items)
    images = artwork_files(pages, folder)
    own = ReportlabBadges(images, None)
    files = {name: folder / f"{name}.pdf" for name in ("ours", "reportlab")}
    runs = {"ours": lambda: _whole(files["ours"], items), "reportlab": lambda: own.write(files["reportlab"], pages)}
    best = race(runs, 2)
    _check(files, pages)
    each = 1000 / len(pages)
    note = f"{len(pages)} badges; ours {best['ours'] * each:.2f} ms, reportlab {best['reportlab'] * each:.2f} ms"
    yield Bar("badges: reportlab, own QR / ours", best["reportlab"] / best["ours"], 12, note=note)


def _painting(folder: Path, items: Sequence[PrintItem], rounds: int) -> Iterator[Bar]:
    pages = lay_out_badges(items)
    images, symbols = artwork_files(pages, folder), ready_symbols(pages)
    reportlab, fpdf = ReportlabBadges(images, symbols), FpdfBadges(images, symbols)
    # typst remembers what it set before, also in an earlier document: each round gets badges it has not seen.
    unseen = [pages, *(lay_out_badges(badge_items(len(items), seed)) for seed in range(2, rounds + 1))]
    typst = iter([TypstBadges(images, ready_symbols(others), others) for others in reversed(unseen)])
    files = {name: folder / f"{name}-ready.pdf" for name in ("ours", "reportlab", "fpdf2", "typst")}
    best = race(
        {
            "ours": lambda: _paint(files["ours"], pages, symbols),
            "reportlab": lambda: reportlab.write(files["reportlab"], pages),
            "fpdf2": lambda: fpdf.write(files["fpdf2"], pages),
            "typst": lambda: next(typst).write(files["typst"]),
        },
        rounds,
    )
    _check(files, pages)
    each = 1000 / len(pages)
    ours = best["ours"]
    yield Bar("painting: reportlab / ours", best["reportlab"] / ours, 1, note=f"ours {ours * each:.2f} ms a badge")
    yield Bar("painting: fpdf2 / ours", best["fpdf2"] / ours, 1)
    typst_note = f"typst {best['typst'] * each:.2f} ms"
    yield Bar("painting: ours / typst", ours / best["typst"], 1.5, at_most=True, note=typst_note)


def bars(*, quick: bool) -> Iterator[Bar]:
    """Give the bars of badges."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        items = badge_items(300 if quick else 1000)
        yield from _peers(folder, items[:50] if quick else items)
        # Painters without QR codes to make are quick enough for more, so that what each does once weighs little.
        yield from _painting(folder, items, 3)
