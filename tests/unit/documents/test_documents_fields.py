"""The registry of values: each has a meaning in every language, and the documentation names them all."""

import json

from showcase.documents.fields import SAMPLES, meaning, row_names
from showcase.documents.kinds import KINDS
from showcase.messages import LANGUAGES
from showcase.paths import resource
from tests.template_docs import PAGE, written


def test_every_value_has_a_meaning_in_every_language():
    meant = set()
    for kind, samples in SAMPLES.items():
        for name in samples:
            for language in LANGUAGES:
                meant.add(meaning(kind, name, language))
                meant |= {meaning(kind, name, language, row) for row in row_names(kind, name)}
    texts = json.loads(resource("i18n", "placeholders.json").read_text(encoding="utf-8"))
    unused = [name for name, each in texts.items() if not meant.issuperset(each.values())]
    assert unused == []


def test_the_documentation_names_every_value_as_it_is():
    assert PAGE.read_text(encoding="utf-8") == written(), "run tests/template_docs.py"


def test_the_schema_knows_every_kind():
    schema = json.loads(resource("templates", "schema.json").read_text(encoding="utf-8"))
    assert sorted(schema["properties"]["kind"]["enum"]) == sorted(KINDS)
