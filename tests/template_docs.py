"""Writes the values that templates may show into their documentation, from the registry of what is printed.

.venv/bin/python tests/template_docs.py
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from showcase.documents.fields import SAMPLES, meaning, row_names
from showcase.documents.kinds import KINDS
from showcase.messages import message
from showcase.text import pick

PAGE: Final = Path(__file__).resolve().parent.parent / "docs" / "templates.md"
_MARK: Final = "<!-- values -->\n"
_LONGEST: Final = 56


def written() -> str:
    """Return the page as it should be."""
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(_MARK)
    return f"{before}{_MARK}{''.join(_sections())}"


def _sections() -> Iterator[str]:
    for kind in KINDS.values():
        yield f"\n### {kind.id}: {message(f'signage.what_{kind.what}', 'en')}\n\n"
        yield "| Value | Meaning | Sample |\n|---|---|---|\n"
        for name, sample in SAMPLES[kind.id].items():
            rows = row_names(kind.id, name)
            shown = "rows" if rows or name == "plan" else _spelt(sample)
            yield f"| `{{{name}}}` | {meaning(kind.id, name, 'en')} | {shown} |\n"
            for row in rows:
                values: Any = sample
                example = next((each[row] for each in values if each[row]), "")
                yield f"| `{name}` · `{{{row}}}` | {meaning(kind.id, name, 'en', row)} | {_spelt(example)} |\n"


def _spelt(sample: Any) -> str:
    """Return a sample as it stands in a table, in English where it has languages."""
    text = pick(sample, ("en",))[1] if isinstance(sample, dict) else sample
    text = text if isinstance(text, str) else json.dumps(text)
    text = text.replace("\n", " ⏎ ").replace("|", "\\|")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


if __name__ == "__main__":
    sys.path.insert(0, str(PAGE.parent.parent))
    PAGE.write_text(written(), encoding="utf-8")
