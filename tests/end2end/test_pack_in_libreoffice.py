"""The sheets of a pack in LibreOffice, in the short form of the trial; where it is not installed, the trial says so."""

import shutil

import pytest

from tests.torture import spreadsheets


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_every_cell_as_it_was_written() -> None:
    figures = list(spreadsheets.bars(quick=True))
    assert len(figures) == 3
    assert [figure.line() for figure in figures if figure.short] == []


def test_what_cannot_be_tried_says_that_it_was_skipped(monkeypatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    figures = list(spreadsheets.bars(quick=True))
    assert [figure.short for figure in figures] == [False, False]
    assert all("skipped" in figure.line() for figure in figures)
