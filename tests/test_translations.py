"""The one catalogue of texts: every text that is used is there in all languages, and none is there that is not used.

A text is used by its key, DOMAIN.NAME. Most keys stand in the code as they are. Some are put together from a beginning
and a value, f"office.page_{page}", in QML "kiosk.go_" + name; the command line leaves out its domain,
output.say("codes_found").
"""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final, NamedTuple

import pytest

from showcase import errors
from showcase.messages import LANGUAGES, catalogue
from showcase.paths import resource

PACKAGE: Final = Path(__file__).resolve().parent.parent / "showcase"
DOMAINS: Final = sorted(file.stem for file in resource("i18n").glob("*.json"))
KEY: Final = re.compile(rf"({'|'.join(DOMAINS)})\.[a-z0-9_]+")
SHORT: Final = {"say", "text", "progress"}
"""Methods and functions of the command line whose first argument is a key without its domain."""
FILLED: Final = {"say", "message", "label", *(name for name, kind in vars(errors).items() if isinstance(kind, type))}
"""What fills a text from the keyword arguments beside the key."""

QML: Final = Path(__file__).resolve().parent.parent / "resources" / "qml"
IN_QML: Final = re.compile(r'"([a-z]+\.[a-z0-9_]+)"')


class Use(NamedTuple):
    """A key that stands in the code, and where."""

    key: str
    place: str


class Pattern(NamedTuple):
    """A key that is put together: its regular expression, with the values as groups, and where it stands."""

    key: re.Pattern[str]
    place: str
    package: str


def _package(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0]


@cache
def _nodes() -> list[tuple[Path, ast.AST]]:
    return [
        (module, node)
        for module in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    ]


def _place(module: Path, node: ast.expr) -> str:
    return f"{module.relative_to(PACKAGE.parent)}:{node.lineno}"


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _constant(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@cache
def _words() -> dict[str, set[str]]:
    """Return package -> every string in its code: what the values of patterns may be."""
    words: dict[str, set[str]] = {}
    for module, node in _nodes():
        if text := _constant(node):
            words.setdefault(_package(module), set()).add(text)
    return words


@cache
def _uses() -> list[Use]:
    uses = []
    others = _other_texts()
    for module, node in _nodes():
        if isinstance(node, ast.Constant) and id(node) not in others and KEY.fullmatch(text := _constant(node)):
            uses.append(Use(text, _place(module, node)))
        if isinstance(node, ast.Call) and (key := _short_key(module, node)):
            uses.append(Use(key, _place(module, node)))
    return uses


@cache
def _uses_in_qml() -> list[Use]:
    """Return every key that stands in QML; one that ends in "_" is a beginning."""
    return [
        Use(key, f"{file.name}")
        for file in sorted(QML.rglob("*.qml"))
        for key in IN_QML.findall(file.read_text(encoding="utf-8"))
        if key.partition(".")[0] in DOMAINS
    ]


def _other_texts() -> set[int]:
    """Return which strings look like keys and are none: pieces of longer ones, columns of tables, names of files."""
    found: set[int] = set()
    for _, node in _nodes():
        if isinstance(node, ast.JoinedStr):
            found |= {id(part) for part in node.values}
        elif isinstance(node, ast.Call) and _called(node) in {"ForeignKey", "resource"}:
            found |= {id(part) for part in node.args}
    return found


def _short_key(module: Path, call: ast.Call) -> str:
    """Return the key of a call of the command line, or nothing."""
    name = _constant(call.args[0]) if call.args else ""
    return f"cli.{name}" if name and _package(module) == "cli" and _called(call) in SHORT and "." not in name else ""


@cache
def _patterns() -> list[Pattern]:
    found = []
    for module, node in _nodes():
        if isinstance(node, ast.JoinedStr):
            found.append(_pattern(module, node, ""))
        elif _package(module) == "cli" and isinstance(node, ast.Call) and _called(node) in SHORT and node.args:
            key = node.args[0]
            found += [_pattern(module, key, "cli.")] if isinstance(key, ast.JoinedStr) else []
    return [pattern for pattern in found if any(pattern.key.pattern.startswith(f"{domain}\\.") for domain in DOMAINS)]


def _pattern(module: Path, text: ast.JoinedStr, start: str) -> Pattern:
    parts = (re.escape(_constant(part)) or "([a-z0-9_-]+)" for part in text.values)
    return Pattern(re.compile(re.escape(start) + "".join(parts)), _place(module, text), _package(module))


def _is_used(key: str) -> bool:
    domain, name = key.split(".")
    if key in {use.key for use in (*_uses(), *_uses_in_qml())}:
        return True
    if any(key.startswith(use.key) for use in _uses_in_qml() if use.key.endswith("_")):
        return True
    if domain == "cli" and name in _words().get("cli", ()):
        return True
    return any(_makes(pattern, key) for pattern in _patterns())


def _makes(pattern: Pattern, key: str) -> bool:
    """Tell whether a pattern makes a key. One that begins with a value makes only what its package has a word for."""
    found = pattern.key.fullmatch(key)
    if found is None or found.start(1) > key.index(".") + 1:
        return found is not None
    name = key.split(".")[1]
    words = _words().get(pattern.package, set())
    several = pattern.key.groups > 1
    return name in words or (several and any(name.startswith(f"{word}_") for word in words if word.isidentifier()))


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text.replace("|", " ")) if name is not None}


def _needed(key: str) -> set[str]:
    """Return the values a text needs: its placeholders, and the number that chooses between two forms."""
    text = catalogue()[key]["en"]
    return _placeholders(text) | ({"n"} if "|" in text else set())


def _calls() -> Iterator[tuple[str, str, set[str]]]:
    """Yield key, place and names of the values of every call that fills a text from keyword arguments it names."""
    for module, node in _nodes():
        if not isinstance(node, ast.Call) or not node.args:
            continue
        key = _constant(node.args[0])
        if not (key in catalogue() and _called(node) in FILLED):
            key = _short_key(module, node)
        names = {keyword.arg for keyword in node.keywords if keyword.arg}
        if key in catalogue() and len(names) == len(node.keywords):
            yield key, _place(module, node), names


@pytest.mark.parametrize("domain", DOMAINS)
def test_each_key_is_written_once(domain: str) -> None:
    repeated: list[str] = []

    def look(pairs: list[tuple[str, object]]) -> None:
        names = Counter(name for name, _ in pairs)
        repeated.extend(name for name, times in names.items() if times > 1)

    json.loads(resource("i18n", f"{domain}.json").read_text(encoding="utf-8"), object_pairs_hook=look)
    assert repeated == []


def test_every_key_in_the_code_has_a_text() -> None:
    assert [use for use in (*_uses(), *_uses_in_qml()) if not _is_there(use.key)] == []


def _is_there(key: str) -> bool:
    return key in catalogue() or (key.endswith("_") and any(known.startswith(key) for known in catalogue()))


def test_every_key_that_is_put_together_can_have_a_text() -> None:
    assert [pattern for pattern in _patterns() if not any(pattern.key.fullmatch(key) for key in catalogue())] == []


def test_no_text_is_unused() -> None:
    assert [key for key in catalogue() if not _is_used(key)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_texts_are_the_same_in_all_languages(domain: str) -> None:
    for key, texts in catalogue().items():
        if key.startswith(f"{domain}."):
            assert set(texts) == set(LANGUAGES), key
            assert all(text.strip() for text in texts.values()), f"{key}: empty"
            assert len({frozenset(_placeholders(text)) for text in texts.values()}) == 1, f"{key}: other placeholders"


@pytest.mark.parametrize("domain", DOMAINS)
def test_texts_have_the_forms_of_their_language(domain: str) -> None:
    for key, texts in catalogue().items():
        if key.startswith(f"{domain}."):
            assert texts["vi"].count("|") == 0, f"{key}: Vietnamese has one form"
            assert all(text.count("|") <= 1 for text in texts.values()), f"{key}: one page|{{n}} pages"
            assert texts["en"].count("|") == texts["fr"].count("|"), f"{key}: English and French both have two forms"


def test_every_placeholder_is_filled() -> None:
    calls = [(key, place, _needed(key) - names) for key, place, names in _calls()]
    assert [call for call in calls if call[2]] == []
