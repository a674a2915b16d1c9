"""The summary of an exhibitor's leads as a PDF, painted as everything that is printed: searchable, fonts embedded."""

from pathlib import Path

from showcase.documents.leadsummary import lay_out_summary
from showcase.documents.page import Placement, Sheet
from showcase.leads.pack import Summary
from showcase.printing.engine import ensure_gui
from showcase.printing.measure import FontMeasure
from showcase.printing.outputs import write_pdf


class SummaryPainter:
    """The painter that `showcase.leads.pack.write_pack` asks for."""

    def paint(self, summary: Summary, path: Path) -> None:
        """Write a PDF in the language of the summary's content.

        Raises:
            FileError: it cannot be written.
        """
        ensure_gui()
        pages = lay_out_summary(summary, FontMeasure())
        sheets = (Sheet(page.width_mm, page.height_mm, 0, (Placement(page, 0, 0),)) for page in pages)
        write_pdf(path, sheets, title=pages[0].title, language=summary.content.language, total=len(pages))
