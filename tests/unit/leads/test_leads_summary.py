"""The PDF summary of a pack: every word is found, nothing leaves the page, nobody who withdrew is in it."""

import datetime as dt
import re
import uuid
from dataclasses import replace
from itertools import combinations

import pytest
from pypdf import PdfReader
from PySide6.QtPdf import QPdfDocument

from showcase.documents.flowing import Face, break_lines
from showcase.documents.leadsummary import lay_out_summary
from showcase.documents.page import Fill, TextLine
from showcase.leads.kinds import CardState, Channel
from showcase.leads.pack import gather, summarise, write_pack
from showcase.leads.records import Note
from showcase.messages import LANGUAGES, message
from showcase.printing.engine import ensure_gui
from showcase.printing.leadsummary import SummaryPainter
from showcase.printing.measure import FontMeasure
from showcase.text import pick
from tests.leadpacks import NASTY, NOTE, opened

LONG = "Trung tâm Nghiên cứu Ứng dụng Công nghệ Chiếu sáng Đô thị và Chuyển đổi số Liên vùng Đồng bằng sông Cửu Long"
FRENCH = "Établissement public d’aménagement et de développement durable des territoires franco-vietnamiens"


def squeezed(text):
    """Return a text without blanks: where lines are broken is for the layout to say."""
    return re.sub(r"\s+", "", text)


def texts(path):
    ensure_gui()
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    found = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return found


def many(content, count):
    """Return a content with as many leads, made of its first."""
    first = content.leads[0]
    leads = tuple(
        replace(
            first,
            subject=f"{n:032x}",
            subjects=(f"{n:032x}",),
            details={"name": f"Khách thứ {n} Ưỡn Ẹo", "organisation": LONG if n % 3 else FRENCH},
            rating=n % 6,
            first_at=first.first_at + dt.timedelta(days=n % 4, minutes=n),
            notes=tuple(Note(uuid.UUID(int=n * 9 + k), NOTE, first.first_at, "") for k in range(n % 3)),
            follow_up={channel: bool(n % 2) for channel in tuple(Channel)[: n % 4]},
        )
        for n in range(count)
    )
    return replace(content, leads=leads)


def pages_of(content):
    return lay_out_summary(summarise(content), FontMeasure())


def lines_of(page):
    return [item for item in page.items if isinstance(item, TextLine)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_in_the_summary_in_the_language_of_the_exhibitor(filled, tmp_path, language):
    content = gather(filled, language)
    SummaryPainter().paint(summarise(content), tmp_path / "s.pdf")
    reader = PdfReader(tmp_path / "s.pdf")
    assert reader.root_object["/Lang"] == language
    first, *others = texts(tmp_path / "s.pdf")
    whole = squeezed(" ".join(others))
    for words in (
        "Nguyễn Thị Ánh Tuyết",
        "tuyet@example.vn · +84 24 3999 1234",
        NOTE,
        NASTY,
        "Đặng Ướt",
        "=1+1 @SUM(A1)",
    ):
        assert squeezed(words) in whole, words
    said = {
        "en": "May be contacted by: e-mail",
        "vi": "Được liên hệ qua: email",
        "fr": "Peut être recontacté par : e-mail",
    }
    assert squeezed(said[language]) in whole
    assert squeezed(message("leadpdf.card_not_given", language)) in whole
    exhibitor = pick(content.station.exhibitor, [language, "vi"])[1]
    liked = next(iter(summarise(content).by_product))
    for words in (exhibitor, "A12", liked, message("leadpdf.by_day", language)):
        assert squeezed(words) in squeezed(first), words
    assert squeezed(message("leadpdf.page", language, page=1, pages=len(reader.pages))) in squeezed(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_practice_is_marked_on_every_page(filled, language):
    content = gather(filled, language)
    told = message("leadpdf.practice", language)
    assert not [page for page in pages_of(content) for line in lines_of(page) if told in line.text]
    for page in pages_of(replace(content, practice=True)):
        assert page.title.startswith(told)
        assert [line for line in lines_of(page) if line.text.startswith(told)]


def test_words_can_be_searched_with_their_spaces(filled, tmp_path):
    SummaryPainter().paint(summarise(gather(filled, "vi")), tmp_path / "s.pdf")
    assert "Nguyễn Thị Ánh Tuyết" in " ".join(texts(tmp_path / "s.pdf"))


def test_who_withdrew_is_in_no_file_of_the_pack(filled, tmp_path):
    write_pack(gather(filled, "vi"), tmp_path / "p.zip", painter=SummaryPainter())
    files = opened(tmp_path / "p.zip")
    assert list(files)[:2] == ["leads.xlsx", "summary.pdf"]
    (tmp_path / "s.pdf").write_bytes(files["summary.pdf"])
    told = squeezed(" ".join(texts(tmp_path / "s.pdf")))
    assert "ÁnhTuyết" in told
    for secret in ("Rút Lại", "Lại", "Chim hoàng yến"):
        assert squeezed(secret) not in told
    assert summarise(gather(filled, "vi")).leads == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 60])
@pytest.mark.parametrize("practice", [False, True])
def test_nothing_leaves_the_page_and_no_lines_meet(filled, language, count, practice):
    content = replace(many(gather(filled, language), count), practice=practice)
    exhibitor = {"vi": LONG, "fr": FRENCH, "en": "W" * 90}
    content = replace(content, station=replace(content.station, exhibitor=exhibitor, place="A12, A14, B07"))
    for page in pages_of(content):
        assert (page.width_mm, page.height_mm) == (210, 297)
        for item in page.items:
            if (
                isinstance(item, Fill) and item.width_mm < page.width_mm
            ):  # the band of a practice bleeds as its sky does
                assert item.x_mm >= 15
                assert item.x_mm + item.width_mm <= 195
        for line in lines_of(page):
            assert line.x_mm >= 15.5
            assert line.x_mm + line.width_mm <= 194.5, line.text
            assert 8 <= line.baseline_mm <= 290
        for one, other in combinations(lines_of(page), 2):
            apart = one.x_mm + one.width_mm <= other.x_mm or other.x_mm + other.width_mm <= one.x_mm
            lower = max(one, other, key=lambda line: line.baseline_mm)
            assert apart or abs(one.baseline_mm - other.baseline_mm) >= lower.pt * 0.3528 * 0.9, (one.text, other.text)


def test_four_hundred_leads_are_all_there_by_rating(filled, tmp_path):
    content = many(gather(filled, "vi"), 400)
    SummaryPainter().paint(summarise(content), tmp_path / "s.pdf")
    pages = texts(tmp_path / "s.pdf")
    whole = squeezed(" ".join(pages))
    places = [whole.index(squeezed(f"Khách thứ {n} Ưỡn Ẹo")) for n in range(400)]
    assert sorted(range(400), key=places.__getitem__) == sorted(
        range(400), key=lambda n: (-(n % 6), content.leads[n].first_at)
    )
    assert [f"Trang {n} / {len(pages)}" in page for n, page in enumerate(pages, start=1)] == [True] * len(pages)


def test_no_leads_are_one_page_that_says_what_to_do(summit, tmp_path):
    SummaryPainter().paint(summarise(gather(summit.booth(), "fr")), tmp_path / "s.pdf")
    (page,) = texts(tmp_path / "s.pdf")
    assert squeezed(message("leadpdf.nobody", "fr")) in squeezed(page)


def test_a_note_longer_than_a_page_goes_on_over_the_next(filled):
    content = gather(filled, "vi")
    words = " ".join(f"từ{n}" for n in range(3000))
    lead = replace(content.leads[0], notes=(Note(uuid.uuid4(), words, content.made_at, ""),))
    pages = pages_of(replace(content, leads=(lead,)))
    assert len(pages) > 3
    told = " ".join(line.text for page in pages for line in lines_of(page))
    assert re.findall(r"từ\d+", told) == words.split()


def test_what_may_be_done_is_said_for_each_way(filled):
    content = gather(filled, "en")
    lead = replace(
        content.leads[0],
        follow_up={Channel.PARTNERS: True, Channel.PHONE: False, Channel.EMAIL: True},
        details={},
    )
    others = [replace(lead, follow_up={}), replace(lead, follow_up={}, card=None, card_state=CardState.SEALED)]
    told = [{line.text for line in lines_of(pages_of(replace(content, leads=(it,)))[1])} for it in (lead, *others)]
    agreed = {"May be contacted by: e-mail", "Contact may be passed on to partners", "Said no to: telephone"}
    assert agreed <= told[0]
    assert "Was not asked about being contacted" in told[1]
    assert "Only the number was typed; scanning the badge opens the name" in told[2]


def test_lines_are_broken_at_words_and_what_is_too_long_is_cut():
    face, measure = Face(500, 10, "#000000"), FontMeasure()
    text = "Ngắn gọn.\n\n" + "rất-dài" * 40 + " xong"
    lines = break_lines(text, face, 60, measure)
    assert all(measure.width_em(line, 500) * face.em_mm <= 60 for line in lines)
    assert lines[0] == "Ngắn gọn."
    assert lines[-1].endswith("xong")
    assert "".join(lines).replace(" ", "") == squeezed(text)
