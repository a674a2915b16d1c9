"""A screen is asked for in a language it can speak; another one is refused, and nothing opens."""

import argparse
from contextlib import closing

import pytest

from showcase.catalogue.event import set_event
from showcase.cli import main, opening_kiosk
from showcase.messages import message
from showcase.store.opening import open_event


@pytest.fixture(autouse=True)
def _screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_a_scanner_is_not_opened_in_a_language_it_has_not(tmp_path, capsys):
    assert main(["scanner", "--language", "de", "--file", str(tmp_path / "none.station")]) == 1
    assert message("leads.language_wrong", "en", languages="vi, en, fr") in capsys.readouterr().err


def test_a_kiosk_speaks_what_its_event_does(event_path, capsys):
    with closing(open_event(event_path)) as database, database.transaction() as session:
        set_event(session, "languages", "vi, en, fr, ja")
    assert main(["kiosk", "--language", "de", "--event", str(event_path)]) == 1
    assert message("leads.language_wrong", "en", languages="vi, en, fr, ja") in capsys.readouterr().err
    for language in ("", "fr", "ja"):
        asked = argparse.Namespace(part="", language=language)
        assert opening_kiosk._language(asked, event_path) == language


def test_a_kiosk_whose_event_cannot_be_read_now_opens_all_the_same(tmp_path):
    (tmp_path / "e.showcase").write_bytes(b"none" * 2000)
    asked = argparse.Namespace(part="", language="ja")
    assert opening_kiosk._language(asked, tmp_path / "e.showcase") == "ja"
