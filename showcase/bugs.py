"""When the program itself is at fault: a file that tells what happened, for whoever mends it."""

import sys
from pathlib import Path

from showcase import __version__
from showcase.paths import cache_folder


def write_report(error: BaseException) -> Path | None:
    """Write a file about a bug and return its path, or None where nothing can be written."""
    import datetime as dt
    import traceback

    now = dt.datetime.now(dt.UTC)
    lines = [f"Showcase {__version__}, Python {sys.version}, {sys.platform}, {now.isoformat()}", ""]
    lines += traceback.format_exception(error)
    file = cache_folder() / "bugs" / f"{now:%Y%m%d-%H%M%S}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        return None
    return file
