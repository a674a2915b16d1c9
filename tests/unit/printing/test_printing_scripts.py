"""Names in scripts that are not bundled: printed with the font of the computer, or said, and found in the text."""

import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from showcase.documents.fields import sample_item
from showcase.documents.layout import lay_out
from showcase.documents.page import TextLine
from showcase.documents.scripts import FONTS, script_of
from showcase.documents.template import load_template
from showcase.errors import InputError
from showcase.messages import LANGUAGES, sentence
from showcase.paths import resource
from showcase.printing.measure import FontMeasure
from showcase.printing.mend import _spaces
from tests.tiny_fonts import make_font

NAMES = {
    "han": "王小明",
    "japanese": "山田はなこ",
    "korean": "김민서",
    "thai": "สมชาย",
    "lao": "ສົມສັກ",
    "khmer": "សុខា",
    "devanagari": "अमित",
    "arabic": "محمد",
    "hebrew": "דוד",
}


class Bare(FontMeasure):
    """Measures as a computer does that has no font but those of the program."""

    def missing(self, text: str, weight: int) -> str:
        """Return what is beyond Latin."""
        del weight
        return "".join(dict.fromkeys(letter for letter in text if script_of(letter)))


@pytest.mark.parametrize("script", FONTS)
def test_a_name_that_no_font_has_stops_and_says_what_to_install(script):
    item = sample_item("badge")
    item = replace(item, values={**item.values, "given": NAMES[script], "full": f"Lê {NAMES[script]}"})
    made = lay_out(load_template("badge-cr80"), item, Bare(), ("vi", "en"))
    assert {(notice.severity, notice.element) for notice in made.notices} == {("stop", "given"), ("stop", "full")}
    for language in LANGUAGES:
        said = sentence(InputError(made.notices[0].key, **made.notices[0].params), language)
        assert FONTS[script][0] in said
        assert NAMES[script] in said


def test_what_may_go_is_left_out_instead_of_printed_as_boxes():
    item = sample_item("badge")
    item = replace(item, values={**item.values, "job": "工程师 (Engineer)"})
    made = lay_out(load_template("badge-a6"), item, Bare(), ("vi", "en"))
    assert [(notice.severity, notice.element) for notice in made.notices] == [("look", "job")]
    assert not any("Engineer" in line.text for line in made.items if isinstance(line, TextLine))


def test_scripts_are_told_apart():
    assert {script: script_of(name) for script, name in NAMES.items()} == {script: script for script in NAMES}
    assert script_of("Nguyễn Thị Ánh – “№” Иван Γιώργος ☂ 😀") == ""


PRINT = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtGui import QFontDatabase
from showcase.documents.fields import sample_item
from showcase.documents.stocks import PAGE
from showcase.documents.template import load_template
from showcase.printing.engine import ensure_gui, fallbacks
from showcase.printing.job import print_items

folder, name = Path(sys.argv[1]), sys.argv[2]
ensure_gui()
for font in sorted(folder.glob("*.ttf")):
    assert QFontDatabase.addApplicationFont(str(font)) >= 0
item = sample_item("badge")
item = replace(item, values={**item.values, "given": name, "full": name + " Lê"})
report = print_items([item], load_template("badge-cr80"), PAGE, ("vi", "en"), folder / "badge.pdf")
print(report.proven, [problem.key for problem in report.problems], fallbacks()[0])
"""


@pytest.mark.parametrize("script", ["han", "korean", "japanese"])
def test_the_font_of_the_computer_is_used_embedded_and_found_in_the_text(tmp_path: Path, script):
    name, family = NAMES[script], FONTS[script][0]
    (bundled,) = resource("fonts").glob("*_500*.ttf")
    letters = dict(zip(dict.fromkeys(name), "abcdefghijklm", strict=False))
    (tmp_path / "tiny.ttf").write_bytes(make_font(bundled, family, letters))
    command = [sys.executable, "-c", PRINT, str(tmp_path), name]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, cwd=Path.cwd())
    assert told.stdout.startswith("1 []")
    pdf = tmp_path / "badge.pdf"
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert f"{name} Lê" in text
    fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True).stdout
    (line,) = (line for line in fonts.splitlines() if family.replace(" ", "") in line.replace(" ", ""))
    assert line.split()[-5] == "yes", "embedded"


def test_letters_are_named_and_not_the_forms_they_take_within_a_word():
    targets = "<0001> <0001> <FEE3>\n<0002> <0002> <FEA4>\n<0003> <0003> <FEFB>\n<FB01> <FB01> <0041>\n"
    stream = f"7 0 obj\n<< /Length 9 >>\nstream\n{targets}\nendstream\n".encode()
    mended = _spaces(stream).decode()
    for form, plain in (("FEE3", "0645"), ("FEA4", "062D"), ("FEFB", "06440627")):
        assert unicodedata.normalize("NFKC", chr(int(form, 16))).encode("utf-16-be").hex().upper() == plain
        assert f"<{plain}>" in mended
    assert "<FB01> <FB01> <0041>" in mended, "the number of a glyph is no letter"
