"""What there is to print with, and the list for the stand builder: the parts of `showcase print` that print nothing."""

from pathlib import Path
from typing import Any

from showcase.app import App
from showcase.cli.output import Output
from showcase.cli.running import DONE
from showcase.documents.kinds import KINDS
from showcase.documents.stocks import PAGE, Stock, list_stocks
from showcase.documents.template import Template, list_templates
from showcase.errors import InputError
from showcase.messages import message
from showcase.printing.files import written_beside
from showcase.reports.fascias import read_fascias, write_fascias
from showcase.text import pick


def list_designs(output: Output, *, templates: bool, sheets: bool) -> int:
    """Say every design, or every paper, or both."""
    found: dict[str, Any] = {}
    if templates:
        designs = list_templates()
        found["templates"] = [_template(template) for template in designs]
        wide = max(len(template.id) for template in designs)
        for template in designs:
            size = f"{template.width_mm:g} × {template.height_mm:g} mm"
            what = KINDS[template.kind].what
            output.line(f"{template.id:<{wide}}  {what:<10}  {size:<18}  {_called(template.name, output)}")
    if sheets:
        stocks = [PAGE, *list_stocks()]
        found["sheets"] = [_sheet(stock) for stock in stocks]
        wide = max(len(stock.id) for stock in stocks)
        for stock in stocks:
            size = f"{stock.width_mm:g} × {stock.height_mm:g} mm" if stock.slots else ""
            slots = message("signage.slots", output.language, n=len(stock.slots)) if stock.slots else ""
            output.line(f"{stock.id:<{wide}}  {size:<18}  {slots:<9}  {_called(stock.name, output)}".rstrip())
    output.result(found)
    return DONE


def write_list(app: App, out: Path, output: Output) -> dict[str, Any]:
    """Write the list of fascia boards for the stand builder, and say what is to be looked at.

    Raises:
        InputError: the file is no workbook.
        DiskFull, ReadOnly, MissingFile: it cannot be written.
    """
    if out.suffix.lower() != ".xlsx":
        raise InputError("signage.list_format", name=out.name)
    with app.reading() as session:
        rows = read_fascias(session)
    with written_beside(out) as temporary:
        write_fascias(rows, temporary, output.language)
    problems = []
    for row in rows:
        for notice in row.notices:
            reason = output.explain(InputError(notice.key, **notice.params))
            problems.append({"booth": row.code, "text": row.text, "reason": reason})
            output.line(f"{row.code}: {reason}")
    look = sum(bool(row.notices) for row in rows)
    output.line(message("signage.list_written", output.language, file=str(out), n=len(rows), look=look))
    return {"file": str(out.absolute()), "fascias": len(rows), "look": look, "problems": problems}


def _called(name: Any, output: Output) -> str:
    return pick(name, (output.language, "en"))[1]


def _template(template: Template) -> dict[str, Any]:
    kind = KINDS[template.kind]
    return {
        "id": template.id,
        "what": kind.what,
        "kind": kind.id,
        "group": kind.group,
        "usual": template.id == kind.template,
        "name": dict(template.name),
        "width_mm": template.width_mm,
        "height_mm": template.height_mm,
        "bleed_mm": template.bleed_mm,
        "reading_m": template.reading_m,
        "version": template.version,
    }


def _sheet(stock: Stock) -> dict[str, Any]:
    slot = stock.slots[0] if stock.slots else None
    return {
        "id": stock.id,
        "name": dict(stock.name),
        "kind": stock.kind,
        "width_mm": stock.width_mm or None,
        "height_mm": stock.height_mm or None,
        "confidence": stock.confidence,
        "dpi": stock.dpi or None,
        "slots": len(stock.slots) or 1,
        "slot_width_mm": slot.width_mm if slot else None,
        "slot_height_mm": slot.height_mm if slot else None,
    }
