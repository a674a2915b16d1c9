"""What pages show of records nobody expected: hostile, endless, in other languages, or missing."""

import datetime as dt
import json
import uuid
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import pytest
from sqlalchemy import update

from showcase.catalogue import edits
from showcase.catalogue.entities import Organisation, Product
from showcase.catalogue.records import TopicRecord
from showcase.people.edits import set_speakers
from showcase.site.addresses import topic_pages
from showcase.site.drawing import artwork
from showcase.site.rendering import outward
from showcase.site.wording import haystack, shortened
from showcase.site.writing import write_site
from showcase.text import bound
from tests.factories import make_organisation, make_person, make_product, picture_bytes
from tests.webpages import OUTWARD, WebPage, pages_of

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"' & {{ 7 * 7 }} ${1}"
ENDLESS = 'Đô thị <b>"thông minh"</b> & xanh ' * 140


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "pages"


def write(database, out, **options):
    with database.reading() as session:
        return write_site(session, out, **options)


def page(out: Path, beginning: str, title: str) -> WebPage:
    (found,) = (one for one in pages_of(out) if one.path.startswith(beginning) and title in " ".join(one.text("h1")))
    return found


def marked(shown: WebPage) -> set[tuple[str, str]]:
    """Return the texts of a page that are marked as of another language."""
    return {(span.attrib["lang"], "".join(span.itertext())) for span in shown.all("span") if "dir" in span.attrib}


def test_hostile_texts_are_texts(database, out):
    with database.transaction() as session:
        edits.set_event(session, "name.vi", HOSTILE)
        edits.add_topic(session, {"ref": "../../x", "name": {"vi": HOSTILE}, "icon": "../../../etc/passwd"})
        organisation = make_organisation(
            session, HOSTILE, [(HOSTILE[:20], "<b>1</b>")], description={"vi": HOSTILE}, topics=["../../x"]
        )
        product = make_product(session, organisation, HOSTILE, pitch={"vi": HOSTILE}, topics=["../../x"])
        links = [{"url": "javascript:alert(1)", "label": {"vi": HOSTILE}}, {"url": "data:text/html,x", "label": {}}]
        # What no edit would take, from a file that somebody else wrote.
        session.execute(update(Product).where(Product.id == product).values(links=links))
        session.execute(
            update(Organisation).values(website="javascript:alert(1)", email="x@y.example?cc=all@z.example&body=<b>")
        )
    write(database, out)

    pages = pages_of(out)
    for one in pages:
        assert {script.attrib["src"].split("/")[-1] for script in one.all("script")} <= {"site.js", "choose.js"}
        assert not [name for element in one.tree.iter() for name in element.attrib if name.startswith("on")]
        assert {image.attrib["src"].split("/")[-2] for image in one.all("img")} <= {"art", "media"}
        assert {urlsplit(link).scheme for _, link in one.links()} <= {"", *OUTWARD}
        assert "javascript:" not in one.html
    shown = page(out, "vi/P/", "alert(1)")
    assert shown.text("h1") == [HOSTILE]
    mails = {link for one in pages for _, link in one.links() if link.startswith("mailto:")}
    assert mails == {"mailto:x@y.example%3Fcc%3Dall@z.example%26body%3D%3Cb%3E"}
    assert {file.parent for file in out.rglob("topic-*")} == {out / "vi", out / "en", out / "fr"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "file:///etc/passwd",
        "",
        "http://[x",
    ],
)
def test_an_address_that_is_none_is_not_linked(address):
    assert not outward(address)


def test_an_endless_text_is_whole_on_its_page_and_short_in_lists(database, out):
    with database.transaction() as session:
        organisation = make_organisation(session, "Sao Mai " * 20, [("A", "A1")], description={"vi": ENDLESS})
        for number in range(120):
            pitch = {"vi": "Lời giới thiệu & hứa hẹn " * 8}
            make_product(session, organisation, f"{number} {'dài ' * 40}", pitch=pitch, description={"vi": ENDLESS})
        room = edits.add_room(session, {"code": "R", "name": {"vi": "Phòng"}})
        starts = dt.datetime(2027, 12, 22, 2, tzinfo=dt.UTC)
        times = {"starts_at": starts, "ends_at": starts + dt.timedelta(hours=1)}
        for number in range(30):
            edits.add_session(
                session, {"title": {"vi": f"Phiên {number}"}, "abstract": {"vi": ENDLESS}, "room_id": room, **times}
            )
    report = write(database, out)

    assert report.largest_page < 100_000
    assert "".join(page(out, "vi/P/", "119 dài").text("section")).count("xanh") == 140
    assert [file.name for file in sorted(out.glob("en/products*.html"))] == [
        *("products-2.html", "products-3.html", "products.html")
    ]
    assert len(list(out.glob("fr/E/*.html"))) == 3
    assert len(list(out.glob("vi/programme*.html"))) >= 10
    listed = [title for one in pages_of(out) if one.path.startswith("vi/products") for title in one.text("h2")]
    assert len(listed) == len(set(listed)) == 120
    sessions = [title for one in pages_of(out) if one.path.startswith("en/programme") for title in one.text("h3")]
    assert sorted(sessions) == sorted(f"Phiên {number}" for number in range(30))


def test_a_text_in_another_language_says_so(database, out):
    with database.transaction() as session:
        edits.set_event(session, "languages", "vi,en,ja,ar")
        organisation = make_organisation(session, "Sao Mai")
        make_product(
            session,
            organisation,
            "Đèn",
            pitch={"vi": "Chỉ tiếng Việt", "ja": "日本語だけ"},
            description={"ar": "مدينة ذكية"},
        )
    report = write(database, out)

    assert report.languages == ("vi", "en", "ja", "ar")
    assert marked(page(out, "vi/P/", "")) == {("ar", "مدينة ذكية")}
    assert marked(page(out, "en/P/", "")) >= {("ar", "مدينة ذكية"), ("vi", "Chỉ tiếng Việt")}
    # The interface has no Japanese: the page is English, and what is Japanese or Vietnamese says so.
    japanese = page(out, "ja/P/", "")
    assert japanese.tree.attrib["lang"] == "en"
    assert marked(japanese) >= {("ja", "日本語だけ"), ("vi", "Đèn"), ("ar", "مدينة ذكية")}
    names = {"".join(link.itertext()) for link in page(out, "ar/P/", "").all("a") if "hreflang" in link.attrib}
    assert {"AR العربية", "JA 日本語"} <= names


def test_an_empty_event_has_pages_that_say_so(database, out):
    report = write(database, out)

    assert report.address == ""
    assert "The catalogue is being prepared. Please come back soon." in page(out, "en/index", "").text("p")
    assert "Le programme sera bientôt publié." in page(out, "fr/programme", "").text("p")
    assert "Chưa có đơn vị nào trong danh sách." in page(out, "vi/exhibitors", "").text("p")


def test_an_event_without_a_name_has_a_title(database, out):
    with database.transaction() as session:
        for language in ("vi", "en", "fr"):
            edits.set_event(session, f"name.{language}", "")
    write(database, out)

    assert page(out, "fr/index", "").text("title") == ["Exposition"]
    assert all(all(one.text("h1")) for one in pages_of(out))


def test_what_was_deleted_has_no_page(database, out):
    with database.transaction() as session:
        organisation = make_organisation(session, "Sao Mai", [("A", "A1")])
        product = make_product(session, organisation, "Đèn cũ")
        make_product(session, organisation, "Đèn mới")
        edits.delete_product(session, product)
    write(database, out)

    assert len(list(out.glob("vi/P/*.html"))) == 1
    assert all("Đèn cũ" not in file.read_text(encoding="utf-8") for file in out.rglob("*.[hj][ts]*"))


def test_who_only_takes_part_is_not_among_the_exhibitors(database, out):
    with database.transaction() as session:
        make_organisation(session, "Khách mời", exhibits=False)
        owner = make_organisation(session, "Chủ sản phẩm", exhibits=False)
        make_product(session, owner)
    write(database, out)

    assert page(out, "vi/exhibitors", "").text("h2") == ["Chủ sản phẩm"]


def test_a_session_names_its_speakers_and_what_became_of_it(database, out):
    with database.transaction() as session:
        edits.set_event(session, "time_zone", "Asia/Ho_Chi_Minh")
        starts = dt.datetime(2027, 12, 22, 2, tzinfo=dt.UTC)
        fields = {"title": {"vi": "Mở cửa"}, "starts_at": starts, "ends_at": starts + dt.timedelta(hours=1)}
        talk = edits.add_session(session, {**fields, "kind": "panel", "status": "cancelled"})
        people = [make_person(session, "Đặng", "Ướt Át"), make_person(session, "Trần", "Yến", email="yen@x.example")]
        set_speakers(session, talk, [(person, "speaker") for person in people])
    write(database, out)

    shown = page(out, "vi/programme", "")
    assert shown.text("time")[:2] == ["09:00", "10:00"]
    assert "Diễn giả: Đặng Ướt Át, Trần Yến" in shown.text("p")
    assert "Đã huỷ" in shown.text("p")
    assert "yen@x.example" not in shown.html


def test_pictures_are_written_once_and_keep_their_point(database, out):
    with database.transaction() as session:
        organisation = make_organisation(session, "Sao Mai")
        shared = edits.add_media(session, picture_bytes((800, 400)), alt={"vi": "Một bức tranh"})
        for name in ("Một", "Hai"):
            product = make_product(session, organisation, name)
            edits.set_pictures(session, product, [{"media_id": shared.id, "focus_x": 0.1, "focus_y": 1}])
        edits.add_media(session, picture_bytes((300, 300), colour="#AA0000"), name="unused.png")
    report = write(database, out)

    assert report.pictures == len(list((out / "media").iterdir())) == 2
    image = page(out, "vi/P/", "Một").all("img")[1]
    assert image.attrib["class"].split() == ["x1", "y10"]
    assert image.attrib["alt"] == "Một bức tranh"
    assert [part.split()[1] for part in image.attrib["srcset"].split(", ")] == ["320w", "800w"]


def test_lists_are_sorted_as_readers_of_their_language_expect(database, out):
    with database.transaction() as session:
        for name in ("Ân", "Bình", "An", "Áo"):
            make_organisation(session, name, name_en=name)
    write(database, out)

    assert page(out, "vi/exhibitors", "").text("h2") == ["An", "Áo", "Ân", "Bình"]
    assert page(out, "en/exhibitors", "").text("h2") == ["An", "Ân", "Áo", "Bình"]


def test_topics_never_share_a_page():
    refs = ["Nước", "nuoc", "NUOC!", "日本", "数据", "con/../x", "a" * 300]
    topics = [TopicRecord(uuid.uuid4(), ref, None, {}, "", "", 0) for ref in refs]
    pages = list(topic_pages(topics).values())
    assert len({name.casefold() for name in pages}) == len(refs)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") and len(name) < 80 for name in pages)


@pytest.mark.parametrize("name", ["ground", "lantern", "mark", "icon", "motif-water", "motif-mobility"])
def test_artwork_is_svg(name):
    root = fromstring(artwork(name))
    _, _, width, height = map(int, root.attrib["viewBox"].split())
    assert width > 0
    assert height > 0
    assert len(root) >= 3
    assert all(part.attrib["d"].startswith("M") for part in root)


def test_french_punctuation_stays_with_its_word():
    assert bound("Où ? « Ici » : 31 %", "fr") == "Où\u00a0? «\u00a0Ici\u00a0»\u00a0: 31\u00a0%"
    assert bound("What ?", "en") == "What ?"


def test_texts_are_shortened_between_words():
    assert shortened("ngắn\ngọn") == "ngắn gọn"
    assert shortened("từ " * 100) == f"{'từ ' * 52}từ…"
    assert shortened("x" * 500) == "x" * 160 + "…"


def test_words_to_search_are_folded_and_said_once():
    assert haystack({"vi": "Đô thị", "en": "City"}, "A01 a01", {"fr": "Ville, Đô"}) == "do thi city a01 ville,"


def test_the_index_is_a_script_whatever_stands_in_it(database, out):
    with database.transaction() as session:
        make_organisation(session, f"{HOSTILE}\u2028")
    write(database, out)

    script = (out / "vi" / "search-index.js").read_text(encoding="utf-8")
    assert script.count("\n") == 1
    assert json.loads(script.removeprefix("window.showcaseIndex=").removesuffix(";\n"))[0][1].startswith("</script>")
