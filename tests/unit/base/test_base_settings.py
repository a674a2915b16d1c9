import json

import pytest

from showcase.errors import ReadOnly
from showcase.settings import Settings, load, save


def test_what_was_kept_comes_back(tmp_path):
    file = tmp_path / "new folder" / "settings.json"
    kept = Settings()._replace(last_event="/a/Hội nghị.showcase", recent=("/a", "/b"), language="fr", theme="dark")

    save(kept, file)

    assert load(file) == kept
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'"text"'])
def test_a_damaged_file_gives_the_defaults(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)

    assert load(file) == Settings()


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert load(tmp_path / "settings.json") == Settings()


def test_values_out_of_range_and_unknown_settings_are_left_out(tmp_path):
    file = tmp_path / "settings.json"
    stored = {"language": "xx", "theme": 3, "recent": ["/a", 5], "last_event": "/e", "from_a_newer_version": True}
    file.write_text(json.dumps(stored))

    assert load(file) == Settings(last_event="/e", recent=("/a",))


def test_settings_that_cannot_be_kept_are_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(ReadOnly) as refused:
        save(Settings(), tmp_path / "file" / "settings.json")

    assert refused.value.key == "app.settings_unwritable"
