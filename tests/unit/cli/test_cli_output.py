import io
import json
import sys

from showcase.cli.output import Output


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_with_json_standard_output_holds_the_object_alone(capsys):
    output = Output("en", as_json=True)

    output.say("codes_found", n=2)
    output.result({"codes": ["Đ"]})

    said = capsys.readouterr()
    assert json.loads(said.out) == {"codes": ["Đ"]}
    assert "2 QR codes read." in said.err


def test_without_json_sentences_are_all_there_is(capsys):
    output = Output("en", as_json=False)

    output.say("codes_found", n=1)
    output.result({"codes": []})

    assert capsys.readouterr().out == "One QR code read.\n"


def test_progress_in_a_log_is_a_line_now_and_then(monkeypatch, capsys):
    monkeypatch.setattr("showcase.cli.output._SILENT_S", 0.0)
    tell = Output("en", as_json=False).progress("printing", file="a.pdf")

    for done in range(1001):
        tell(done, 1000)

    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Printing a.pdf 0 %"
    assert lines[-1] == "Printing a.pdf 100 %"
    assert len(lines) == 11


def test_progress_on_a_terminal_is_one_line_that_goes_before_the_next_sentence(monkeypatch, capsys):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    output = Output("en", as_json=False)

    output.progress("printing", file="a.pdf")(50, 100)
    output.say("codes_found", n=1)

    assert "50%" in terminal.getvalue()
    assert "\n" not in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert capsys.readouterr().out == "One QR code read.\n"


def test_what_is_over_in_a_moment_has_no_line_in_a_log(capsys):
    tell = Output("en", as_json=False).progress("printing", file="a.pdf")

    tell(0, 2)
    tell(2, 2)

    assert not capsys.readouterr().err


def test_progress_of_nothing_is_done(monkeypatch, capsys):
    monkeypatch.setattr("showcase.cli.output._SILENT_S", 0.0)
    Output("en", as_json=False).progress("printing", file="a.pdf")(0, 0)

    assert "100 %" in capsys.readouterr().err
