"""What there is to print with, and the list for the stand builder: the parts of `showcase print` that print nothing."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from showcase.app import App
from showcase.cli.output import Output
from showcase.cli.places import event_path, opened
from showcase.cli.running import DONE
from showcase.documents import designs
from showcase.documents.kinds import KINDS
from showcase.documents.stocks import PAGE, Stock, list_stocks
from showcase.documents.template import Template, list_templates
from showcase.errors import InputError, UserError
from showcase.messages import message
from showcase.printing.files import written_beside
from showcase.reports.fascias import read_fascias, write_fascias
from showcase.text import pick


def list_designs(asked: Namespace, output: Output, *, templates: bool, sheets: bool) -> int:
    """Say every design, or every paper, or both; designs of the event are among them where there is an event."""
    found: dict[str, Any] = {}
    if templates:
        found |= _list_templates(asked, output)
    if sheets:
        found |= _list_sheets(output)
    output.result(found)
    return DONE


def _list_templates(asked: Namespace, output: Output) -> dict[str, Any]:
    templates, broken = _templates(asked, output)
    wide = max(len(template.id) for template in templates)
    for template in templates:
        size = f"{template.width_mm:g} × {template.height_mm:g} mm"
        what = KINDS[template.kind].what
        own = message("templates.own", output.language, version=template.version) if template.own else ""
        output.line(f"{template.id:<{wide}}  {what:<10}  {size:<18}  {_called(template.name, output)}{own}")
    for name, reason in broken:
        output.line(f"{name:<{wide}}  {output.explain(reason)}")
    listed = [{"id": name, "reason": output.explain(reason)} for name, reason in broken]
    return {"templates": [template_values(template) for template in templates], "broken": listed}


def _templates(asked: Namespace, output: Output) -> tuple[list[Template], list[tuple[str, UserError]]]:
    if not asked.event and not event_path(asked).is_file():
        return list_templates(), []
    with opened(asked, output) as app, app.reading() as session:
        return designs.list_designs(session), designs.list_broken(session)


def _list_sheets(output: Output) -> dict[str, Any]:
    stocks = [PAGE, *list_stocks()]
    wide = max(len(stock.id) for stock in stocks)
    for stock in stocks:
        size = f"{stock.width_mm:g} × {stock.height_mm:g} mm" if stock.slots else ""
        slots = message("signage.slots", output.language, n=len(stock.slots)) if stock.slots else ""
        output.line(f"{stock.id:<{wide}}  {size:<18}  {slots:<9}  {_called(stock.name, output)}".rstrip())
    return {"sheets": [_sheet(stock) for stock in stocks]}


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


def template_values(template: Template) -> dict[str, Any]:
    """Return what --json says about a design."""
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
        "own": template.own,
        "two_sided": bool(template.back),
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
