"""`showcase calibrate page|read|set|list|remove`: how far off a printer is, so that labels are met."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Any, Final

from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE
from showcase.documents.calibration import Placing, from_margins
from showcase.documents.calibrations import (
    CalibrationRecord,
    delete_calibration,
    list_calibrations,
    save_calibration,
)
from showcase.documents.stocks import get_stock
from showcase.errors import InputError
from showcase.messages import message
from showcase.printing.files import check_place
from showcase.printing.scanned import read_test_page
from showcase.printing.testpage import PAPERS, write_test_page


def run(asked: Namespace, output: Output) -> int:
    """Do what was asked for."""
    return _ACTIONS[asked.action](asked, output)


def _page(asked: Namespace, output: Output) -> int:
    check_place(asked.out)
    write_test_page(asked.out, *_size(asked.paper), output.language)
    _say(output, "page_made", file=str(asked.out))
    output.result({"file": str(asked.out.absolute())})
    return DONE


def _size(name: str) -> tuple[float, float]:
    if name.lower() in PAPERS:
        return PAPERS[name.lower()]
    stock = get_stock(name)
    if not stock.slots:
        raise InputError("documents.stock_unknown", name=name, names=", ".join(PAPERS))
    return stock.width_mm, stock.height_mm


def _read(asked: Namespace, output: Output) -> int:
    return _keep(asked, output, read_test_page(asked.picture))


def _set(asked: Namespace, output: Output) -> int:
    try:
        margins = [float(word) for word in asked.margins.replace(";", ",").split(",")]
    except ValueError as reason:
        raise InputError("calibration.margins") from reason
    if len(margins) != 4 or not all(0 <= margin < 1000 for margin in margins):
        raise InputError("calibration.margins")
    return _keep(asked, output, from_margins(*_size(asked.paper), margins))


def _keep(asked: Namespace, output: Output, placing: Placing) -> int:
    with opened(asked, output) as app, app.transaction() as session:
        save_calibration(session, asked.printer, placing, asked.tray)
        (kept,) = [it for it in list_calibrations(session) if (it.printer, it.tray) == _names(asked)]
    _say(output, "saved", turn=f"{kept.skew_mrad:.1f}", **_words(kept))
    output.result(_values(kept))
    return DONE


def _names(asked: Namespace) -> tuple[str, str]:
    return asked.printer.strip(), asked.tray.strip()


def _list(asked: Namespace, output: Output) -> int:
    with opened(asked, output) as app, app.reading() as session:
        found = list_calibrations(session)
    for each in found:
        _say(output, "listed", day=f"{each.measured_at:%Y-%m-%d}", **_words(each))
    if not found:
        _say(output, "none")
    output.result({"calibrations": [_values(each) for each in found]})
    return DONE


def _remove(asked: Namespace, output: Output) -> int:
    with opened(asked, output) as app, app.transaction() as session:
        delete_calibration(session, *_names(asked))
    _say(output, "removed", printer=asked.printer)
    output.result({"removed": asked.printer})
    return DONE


def _say(output: Output, key: str, **values: object) -> None:
    output.line(message(f"calibration.{key}", output.language).format(**values))


def _words(kept: CalibrationRecord) -> dict[str, str]:
    name = f"{kept.printer} ({kept.tray})" if kept.tray else kept.printer
    return {
        "printer": name,
        "x": f"{kept.offset_x_mm:+.2f}",
        "y": f"{kept.offset_y_mm:+.2f}",
        "sx": f"{100 * kept.scale_x:.2f}",
        "sy": f"{100 * kept.scale_y:.2f}",
    }


def _values(kept: CalibrationRecord) -> dict[str, Any]:
    return {
        "printer": kept.printer,
        "tray": kept.tray,
        "offset_mm": [round(kept.offset_x_mm, 3), round(kept.offset_y_mm, 3)],
        "scale": [round(kept.scale_x, 5), round(kept.scale_y, 5)],
        "turn_mrad": round(kept.skew_mrad, 3),
        "measured_at": kept.measured_at.isoformat(),
    }


_ACTIONS: Final[Mapping[str, Callable[[Namespace, Output], int]]] = {
    "page": _page,
    "read": _read,
    "set": _set,
    "list": _list,
    "remove": _remove,
}
