"""The one catalogue of interface texts: resources/i18n/DOMAIN.json holds each in Vietnamese, English and French."""

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from showcase.errors import UserError
from showcase.paths import resource

LANGUAGES: Final = ("vi", "en", "fr")
"""Languages of the interface. Content may be in any set of languages the event declares."""


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return key -> language -> text. A key is DOMAIN.NAME, where DOMAIN is the name of its file."""
    domains = sorted(file.stem for file in resource("i18n").glob("*.json"))
    return {f"{domain}.{name}": texts for domain in domains for name, texts in _texts(domain).items()}


@cache
def _texts(domain: str) -> Mapping[str, Mapping[str, str]]:
    """Return name -> language -> text of one file; the start of the program reads only those it needs."""
    texts: dict[str, dict[str, str]] = json.loads(resource("i18n", f"{domain}.json").read_text(encoding="utf-8"))
    return texts


def message(key: str, language: str, /, **params: Any) -> str:
    """Return the text of `key` in an interface language, with its {placeholders} filled.

    A text may hold two forms, "one page|{n} pages": the first serves n = 1, the second every other n.

    Raises:
        KeyError: when no such text exists, which is a bug (a test holds every key used against the catalogue).
    """
    domain, _, name = key.partition(".")
    text = _texts(domain)[name][language]
    if "|" in text:
        one, other = text.split("|")
        text = one if params.get("n") == 1 else other
    return text.format_map(params) if params else text


def sentence(error: UserError, language: str) -> str:
    """Return what an error says to the person, in their language. Errors among the parameters are translated too."""
    params = {
        name: sentence(value, language) if isinstance(value, UserError) else value
        for name, value in error.params.items()
    }
    return message(error.key, language, **params)


def system_language() -> str:
    """Return the interface language to start with: SHOWCASE_LANGUAGE, then the locale's, then English."""
    for name in ("SHOWCASE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"
