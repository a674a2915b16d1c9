"""Designs of the organisers: templates that are kept in the event, beside those of the program.

A design has one name for ever: when it is taken away and added again, its version goes on counting, so that what a
print job says about its design stays true.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.documents.entities import UserTemplate
from showcase.documents.kinds import KINDS
from showcase.documents.template import (
    Template,
    is_bundled,
    list_templates,
    load_template,
    parse_template,
    read_template,
    upgraded,
)
from showcase.errors import InputError, MissingFile, RefusedError, UserError
from showcase.paths import resource
from showcase.store.columns import now

_MOST: Final = 100
"""Designs of one event."""
_LONGEST_ID: Final = 40
_LONGEST_NAME: Final = 60
_COPIED: Final[Mapping[str, str]] = {"vi": "bản sao", "en": "copy", "fr": "copie"}


def list_designs(session: Session) -> list[Template]:
    """Return every template that can be used: of each kind those of the program, then those of the event.

    One of the event that this version of the program no longer understands is not among them; see `list_broken`.
    """
    own = [template for row in _rows(session) if (template := _understood(row)) is not None]
    order = tuple(KINDS)
    return sorted([*list_templates(), *own], key=lambda template: (order.index(template.kind), template.own))


def list_broken(session: Session) -> list[tuple[str, UserError]]:
    """Return the names of designs that can no longer be used, each with the reason: a value that is gone, say."""
    found = []
    for row in _rows(session):
        try:
            _parsed(row)
        except UserError as reason:
            found.append((row.name, reason))
    return found


def find_design(session: Session, name: str) -> Template:
    """Return a design by its name: of the event, of the program, or of a file.

    Raises:
        MissingFile: there is none.
        RefusedError: it was taken away.
        InputError: it cannot be used; what is wrong with it is said.
        NewerFile: a newer version of the program wrote it.
    """
    row = _row(session, name)
    if row is None:
        return load_template(name)
    if row.deleted_at is not None:
        raise RefusedError("templates.gone", template=name)
    return _parsed(row)


def add_design(session: Session, path: Path) -> Template:
    """Keep the template of a file in the event. One that was there before counts its version up, if it changed.

    Raises:
        MissingFile: there is no such file.
        InputError: it holds no template that can be used, or has the name of one of the program; what is wrong is said.
        NewerFile: a newer version of the program wrote it.
        RefusedError: the event has no room for more.
    """
    if not path.is_file():
        raise MissingFile("documents.template_missing", name=str(path))
    document, text = read_template(path)
    template = parse_template(document, path.name, text)
    return _keep(session, template.id, upgraded(document, path.name))


def copy_design(session: Session, name: str, new: str) -> Template:
    """Start a design of the event from another, which stays as it is.

    Raises:
        MissingFile, RefusedError, InputError, NewerFile: as in `find_design`; and InputError when the name is taken.
    """
    row = _row(session, new)
    if is_bundled(new) or (row is not None and row.deleted_at is None):
        raise InputError("templates.taken", template=new)
    document = {**design_document(session, name), "id": new}
    document["name"] = {language: _copied(called, language) for language, called in document["name"].items()}
    parse_template(document, new)
    return _keep(session, new, document)


def export_design(session: Session, name: str) -> str:
    """Return the JSON text of a design, an element on each line. One of the program has a name that is free for a copy.

    Raises:
        MissingFile, RefusedError, InputError, NewerFile: as in `find_design`.
    """
    document = design_document(session, name)
    if is_bundled(name):
        called = {language: _copied(words, language) for language, words in document["name"].items()}
        document = {**document, "id": free_name(session, name), "version": 1, "name": called}
    return spelt(document)


def free_name(session: Session, name: str) -> str:
    """Return a name for a copy of a design that no other has."""
    start = f"our-{name}"[: _LONGEST_ID - 3]
    return next(
        tried
        for number in count(1)
        if _row(session, tried := start if number == 1 else f"{start}-{number}") is None and not is_bundled(tried)
    )


def design_document(session: Session, name: str) -> dict[str, Any]:
    """Return the JSON document of a design."""
    row = _row(session, name)
    if row is not None:
        find_design(session, name)
        return {**upgraded(row.document, name), "version": row.version}
    if is_bundled(name):
        made: dict[str, Any] = json.loads(resource("templates", f"{name}.json").read_text(encoding="utf-8"))
        return made
    load_template(name)
    return dict(upgraded(read_template(Path(name))[0], name))


def remove_design(session: Session, name: str) -> None:
    """Take a design out of the event; what was printed with it stays in the history.

    Raises:
        MissingFile: the event has no such design.
    """
    row = _row(session, name)
    if row is None or row.deleted_at is not None:
        raise MissingFile("templates.not_own", template=name)
    row.deleted_at = now()


def restore_design(session: Session, name: str) -> Template:
    """Put a design back that was taken out, as it was.

    Raises:
        MissingFile: the event never had such a design.
        InputError, NewerFile: as in `find_design`.
    """
    row = _row(session, name)
    if row is None:
        raise MissingFile("templates.not_own", template=name)
    row.deleted_at = None
    return _parsed(row)


def spelt(document: Mapping[str, Any]) -> str:
    """Return a template as JSON that people can read and change: an element on each line."""
    lines = []
    for key, value in document.items():
        if key in {"elements", "back"}:
            each = ",\n".join(f"    {json.dumps(element, ensure_ascii=False)}" for element in value)
            lines.append(f'  "{key}": [\n{each}\n  ]')
        else:
            lines.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _keep(session: Session, name: str, document: Mapping[str, Any]) -> Template:
    if is_bundled(name):
        raise InputError("templates.taken", template=name)
    row = _row(session, name)
    body = {key: value for key, value in document.items() if key != "version"}
    if row is None:
        if (session.scalar(select(func.count()).select_from(UserTemplate)) or 0) >= _MOST:
            raise RefusedError("templates.enough", most=_MOST)
        row = UserTemplate(name=name, document=body, version=1)
        session.add(row)
    elif row.deleted_at is not None or row.document != body:
        row.document, row.version, row.deleted_at = body, row.version + 1, None
    session.flush()
    return _parsed(row)


def _row(session: Session, name: str) -> UserTemplate | None:
    return session.scalars(select(UserTemplate).where(UserTemplate.name == name)).one_or_none()


def _rows(session: Session) -> list[UserTemplate]:
    """Return the designs that were not taken away, by name."""
    statement = select(UserTemplate).where(UserTemplate.deleted_at.is_(None)).order_by(UserTemplate.name)
    return list(session.scalars(statement))


def _understood(row: UserTemplate) -> Template | None:
    try:
        return _parsed(row)
    except UserError:
        return None


def _parsed(row: UserTemplate) -> Template:
    return _kept_template(json.dumps({**row.document, "version": row.version}), row.name)


@lru_cache(maxsize=128)
def _kept_template(text: str, name: str) -> Template:
    """Return the same template for the same document: what is prepared for it is kept."""
    return parse_template(json.loads(text), name, own=True)


def _copied(called: str, language: str) -> str:
    return f"{called[:_LONGEST_NAME]} ({_COPIED[language]})" if language in _COPIED else called
