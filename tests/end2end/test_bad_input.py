"""What goes wrong at the command line: one sentence, code 1, and nothing changed on disk."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from showcase.cli import main
from showcase.messages import LANGUAGES

LISTS = {
    "exhibitors": "Name,Country,Booth\nSao Mai Giả Tưởng,VN,A1\nSans stand,FR,\n",
    "people": "Họ,Tên,Vai trò\nLý,Sen,visitor\nTrần,Bình,speaker\n",
}
PASSPHRASE = "một câu thật dài"


def tree(folder):
    """Return every file of a folder by its hash."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in folder.rglob("*")
    }


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in an empty folder, without a terminal and with a passphrase."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHOWCASE_PASSPHRASE", PASSPHRASE)
    return tmp_path


@pytest.fixture
def filled(folder, capsys):
    """Fill an event with two exhibitors and two people who have no badge yet."""
    for kind, rows in LISTS.items():
        (folder / f"{kind}.csv").write_text(rows, encoding="utf-8")
        assert main(["import", f"{kind}.csv", "--as", kind, "--event", "event.showcase"]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def refused(capsys):
    """Type a command that has to fail with one sentence and change nothing; return the sentence."""

    def typed(*words):
        before = tree(Path())
        code = main([*words])
        said = capsys.readouterr()
        assert code == 1, said
        assert "Traceback" not in said.err
        assert len(said.err.splitlines()) == 1
        assert tree(Path()) == before
        return said.err.strip()

    return typed


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "words",
    [
        ("--out", "no/o.pdf"),
        ("--out", "o.docx"),
        ("--out", "o.pdf", "--template", "nope"),
        ("--out", "o.pdf", "--template", "booth-sign-a4"),
        ("--out", "o.pdf", "--sheet", "a9"),
        ("--out", "o.pdf", "--sheet", "a4-cr80"),
        ("--out", "o.pdf", "--sheet", "a4-a6", "--start-slot", "0"),
        ("--out", "o.pdf", "--start-slot", "2"),
        ("--out", "o.pdf", "--language", "de"),
    ],
)
def test_what_is_typed_is_looked_at_before_badges_are_issued(refused, words):
    assert refused("print", "badges", *words)


@pytest.mark.usefixtures("filled")
def test_a_folder_and_a_long_name_are_no_file(refused):
    Path("taken.pdf").mkdir()
    url = ("--base-url", "https://example.org")

    assert "is a folder" in refused("print", "signs", "--out", "taken.pdf", *url)
    assert "too long" in refused("print", "signs", "--out", f"{'a' * 300}.pdf", *url)


@pytest.mark.usefixtures("filled")
def test_no_machine_has_port_99999(refused):
    assert "99999" in refused("event", "set", "base_url", "https://example.org:99999")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_print_says_which_list_to_import(filled, refused, monkeypatch, language):
    monkeypatch.setenv("SHOWCASE_LANGUAGE", language)

    said = refused("print", "cards", "--out", str(filled / "o.pdf"), "--base-url", "https://example.org")

    assert "showcase import LIST --as products" in said


@pytest.mark.parametrize("options", [(), ("--all-or-nothing",)])
def test_a_list_of_which_nothing_is_taken_makes_no_event(folder, capsys, options):
    taken = "Alpha,VN\n" if options else ""
    Path("wrong.csv").write_text(f"Name,Country\n{taken}Beta,Atlantis\n", encoding="utf-8")

    code = main(["import", "wrong.csv", "--as", "exhibitors", "--event", "new.showcase", *options])

    assert code == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert [file.name for file in folder.iterdir()] == ["wrong.csv"]


def test_a_trial_names_no_file_that_is_gone(folder, capsys):
    Path("list.csv").write_text(LISTS["exhibitors"], encoding="utf-8")

    assert main(["import", "list.csv", "--as", "exhibitors", "--event", "new.showcase", "--dry-run"]) == 0

    assert ".showcase" not in capsys.readouterr().out
    assert [file.name for file in folder.iterdir()] == ["list.csv"]


@pytest.mark.usefixtures("filled")
def test_an_event_that_was_named_has_to_be_there(refused, capsys):
    Path("a.pdf").write_bytes(b"")

    assert "nope.showcase" in refused("verify", "a.pdf", "--event", "nope.showcase")
    assert main(["doctor", "--event", "nope.showcase"]) == 1
    assert "✗" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
def test_a_passphrase_file_may_begin_with_a_mark_of_order(capsys):
    assert main(["print", "badges", "--out", "first.pdf"]) == 0
    Path("more.csv").write_text("Họ,Tên,Vai trò\nPhạm,Mai,press\n", encoding="utf-8")
    assert main(["import", "more.csv", "--as", "people"]) == 0
    Path("passphrase").write_bytes(b"\xef\xbb\xbf" + f"{PASSPHRASE}\r\n".encode())

    assert main(["print", "badges", "--out", "second.pdf", "--passphrase-file", "passphrase"]) == 0

    assert "One new badge" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
def test_badges_of_a_job_that_fails_are_taken_back(capsys):
    Path("people.csv").write_text(f"Họ,Tên,Vai trò\n{'W' * 95},{'W' * 95},visitor\n", encoding="utf-8")
    assert main(["import", "people.csv", "--as", "people"]) == 0
    capsys.readouterr()

    assert main(["print", "badges", "--out", "o.pdf", "--json"]) == 1

    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert said["error"]["key"] == "printing.items_refused"
    assert not Path("o.pdf").exists()
    assert main(["print", "badges", "--out", "o.pdf", "--passphrase-file", os.devnull]) == 1
    assert "at least 8 characters" in capsys.readouterr().err, "the key went with its badges"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_template_is_explained_in_the_language_of_the_person(refused, monkeypatch, language):
    monkeypatch.setenv("SHOWCASE_LANGUAGE", language)
    Path("my.json").write_text("[]", encoding="utf-8")

    said = refused("print", "badges", "--out", "o.pdf", "--template", "my.json")

    assert "my.json" in said
    assert "is not of type" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("streams", [">/dev/full", ">&- 2>&-", ">/dev/full 2>&-"])
def test_nobody_to_speak_to_is_no_mistake_of_the_program(filled, streams):
    command = f'"{sys.executable}" -m showcase event show --event event.showcase {streams}'

    done = subprocess.run(["sh", "-c", command], cwd=filled, check=False, capture_output=True, text=True)

    assert done.returncode in {0, 1}
    assert "Traceback" not in done.stderr
