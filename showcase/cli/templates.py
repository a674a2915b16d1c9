"""`showcase templates list|add|copy|export|remove|values`: the designs of the event, and what a design may show."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from showcase.cli.output import Output
from showcase.cli.places import opened
from showcase.cli.running import DONE, refuse
from showcase.cli.signage import list_designs, template_values
from showcase.documents import designs
from showcase.documents.fields import SAMPLES, meaning, row_names
from showcase.documents.kinds import BY_WHAT
from showcase.documents.template import Template
from showcase.errors import InputError
from showcase.messages import message
from showcase.printing.files import written_beside
from showcase.text import pick

_LONGEST: Final = 48
"""Letters of a sample on a line."""


def run(asked: Namespace, output: Output) -> int:
    """Do what was asked for."""
    try:
        return _ACTIONS[asked.action](asked, output)
    except InputError as error:
        mistakes = error.params.get("mistakes", ())
        sentences = [output.explain(mistake) for mistake in mistakes]
        for sentence in sentences:
            output.complain(sentence)
        return refuse(output, error, mistakes=sentences or [output.explain(error)])


def _list(asked: Namespace, output: Output) -> int:
    return list_designs(asked, output, templates=True, sheets=False)


def _add(asked: Namespace, output: Output) -> int:
    with opened(asked, output) as app, app.transaction() as session:
        template = designs.add_design(session, asked.file)
    return _kept(template, output)


def _copy(asked: Namespace, output: Output) -> int:
    with opened(asked, output) as app, app.transaction() as session:
        template = designs.copy_design(session, asked.template, asked.new)
        if asked.out is not None:
            _write(asked.out, designs.export_design(session, template.id))
    return _kept(template, output)


def _kept(template: Template, output: Output) -> int:
    output.line(message("templates.added", output.language, template=template.id, version=template.version))
    output.result({"template": template_values(template)})
    return DONE


def _export(asked: Namespace, output: Output) -> int:
    with opened(asked, output) as app, app.reading() as session:
        text = designs.export_design(session, asked.template)
    _write(asked.out, text)
    output.line(message("templates.saved", output.language, file=str(asked.out), template=json.loads(text)["id"]))
    output.result({"file": str(asked.out.absolute()), "template": json.loads(text)["id"]})
    return DONE


def _write(out: Path, text: str) -> None:
    with written_beside(out) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _remove(asked: Namespace, output: Output) -> int:
    with opened(asked, output) as app, app.transaction() as session:
        designs.remove_design(session, asked.template)
    output.line(message("templates.removed", output.language, template=asked.template))
    output.result({"removed": asked.template})
    return DONE


def _values(asked: Namespace, output: Output) -> int:
    """Say what designs of a kind may show, each with its meaning and a sample."""
    listed = list(_of_kind(BY_WHAT[asked.what].id, output.language))
    wide = max(len(entry["value"]) for entry in listed)
    for entry in listed:
        sample = f" ({entry['sample']})" if entry["sample"] else ""
        output.line(f"{entry['value']:<{wide}}  {entry['meaning']}{sample}")
    output.result({"values": listed})
    return DONE


def _of_kind(kind: str, language: str) -> Iterator[dict[str, Any]]:
    for name, sample in SAMPLES[kind].items():
        yield {"value": name, "meaning": meaning(kind, name, language), "sample": _spelt(sample, language)}
        for row in row_names(kind, name):
            rows: Any = sample
            example = next((each[row] for each in rows if each[row]), "")
            said = meaning(kind, name, language, row)
            yield {"value": f"{name}.{row}", "meaning": said, "sample": _spelt(example, language)}


def _spelt(sample: Any, language: str) -> str:
    """Return a sample on a line; rows and points say nothing by themselves."""
    text = pick(sample, (language, "en"))[1] if isinstance(sample, Mapping) else sample
    text = text.replace("\n", " ") if isinstance(text, str) else ""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_ACTIONS: Final[Mapping[str, Callable[[Namespace, Output], int]]] = {
    "list": _list,
    "add": _add,
    "copy": _copy,
    "export": _export,
    "remove": _remove,
    "values": _values,
}
