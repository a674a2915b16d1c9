"""The pages of the sample summit: whole, valid, linked within, and at every address that a printed code names."""

import datetime as dt
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from showcase.app import App
from showcase.catalogue.queries import list_booths, list_organisations, list_products, list_topics
from showcase.documents.colours import luminance
from showcase.documents.queries import list_card_items, list_sign_items
from showcase.people.queries import list_people, list_speaker_names
from showcase.site.wording import Edition
from showcase.site.words import WORDS
from showcase.text import fold, pick
from tests.webpages import OUTWARD, WebPage, pages_of, style_links

LANGUAGES = ("vi", "en", "fr")
TEMPLATES = Path(__file__).resolve().parents[3] / "resources" / "site" / "templates"
ASSETS = TEMPLATES.parent / "assets"
NO_TEXT = {"meta", "link", "script", "style", "noscript"}
LIGHT_ON_DARK = [("paper", "forest"), ("mint", "forest"), ("lantern", "forest"), ("paper", "son"), ("night", "lantern")]
DARK_ON_LIGHT = [
    *(("ink", ground) for ground in ("paper", "rice")),
    *(("stone", "paper"), ("moss", "paper"), ("forest", "paper"), ("forest", "mint")),
]


@pytest.fixture(scope="module")
def pages(sample_site: Path) -> dict[str, WebPage]:
    return {page.path: page for page in pages_of(sample_site)}


def test_every_page_is_valid_html(pages):
    assert len(pages) > 200
    for page in pages.values():
        assert page.tree is not None, page.path


def test_every_link_leads_to_a_file_of_the_site(pages, sample_site):
    files = {file.resolve() for file in sample_site.rglob("*") if file.is_file()}
    missing = set()
    for page in pages.values():
        for tag, link in page.links():
            parts = urlsplit(link)
            if tag == "a" and parts.scheme in OUTWARD:
                continue
            assert not parts.scheme, f"{page.path}: {link}"
            assert not parts.netloc, f"{page.path}: {link}"
            assert not link.startswith("/"), f"{page.path}: {link}"
            if parts.path and page.file(link) not in files:
                missing.add(f"{page.path} -> {link}")
    assert missing == set()


def test_style_sheet_and_scripts_name_nothing_from_elsewhere(sample_site):
    style = sample_site / "assets" / "site.css"
    assert len(style_links(style)) == 4
    assert [file for file in style_links(style) if not file.is_file()] == []
    for file in (sample_site / "assets").glob("*.[cj]s*"):
        assert "//" not in re.sub(r"^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE), file.name


def test_every_page_can_be_reached(pages):
    found, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        page = pages[path]
        for tag, link in page.links():
            if tag in {"a", "link"} and not urlsplit(link).scheme and link.endswith(".html"):
                waiting.append(page.file(link).relative_to(page.site.resolve()).as_posix())
    # Codes lead to choosers; and a booth that nobody has is found by searching alone.
    unlinked = {
        path for path in pages if path not in found and path.count("/") == 2 and not path.endswith("index.html")
    }
    assert {path.split("/")[1] for path in unlinked} <= {"B"}
    assert {path for path in pages if path not in found and path.count("/") < 2} == set()


def test_every_sign_and_card_leads_to_its_page_in_every_language(pages, sample: App):
    with sample.reading() as session:
        items = [*list_sign_items(session), *list_card_items(session)]
    assert len(items) > 30
    for item in items:
        chooser = pages[f"{urlsplit(str(item.values['url'])).path.removeprefix('/')}/index.html"]
        names: Any = item.values["name"]
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in chooser.all("a")}
        assert tuple(links) == LANGUAGES
        for language, link in links.items():
            page = pages[chooser.file(link).relative_to(chooser.site.resolve()).as_posix()]
            assert page.tree.attrib["lang"] == language
            assert pick(names, (language, *LANGUAGES))[1] in [text.replace("\u00a0", " ") for text in page.text("h1")]


def test_everything_in_the_catalogue_has_its_page(pages, sample: App):
    with sample.reading() as session:
        numbers = [("P", record.number) for record in list_products(session)]
        numbers += [("E", record.number) for record in list_organisations(session, exhibits=True)]
        numbers += [("B", record.number) for record in list_booths(session)]
        topics = len(list_topics(session))
    for kind, number in numbers:
        assert f"{kind}/{number}/index.html" in pages
        assert {f"{language}/{kind}/{number}.html" for language in LANGUAGES} <= set(pages)
    for language in LANGUAGES:
        assert len([path for path in pages if path.startswith(f"{language}/topic-")]) == topics


def test_changing_the_language_keeps_the_page(pages):
    for path, page in pages.items():
        if path.split("/")[0] in LANGUAGES:
            links = [link for link in page.all("a") if "hreflang" in link.attrib]
            name = path.partition("/")[2]
            assert [page.file(link.attrib["href"]) for link in links] == [
                (page.site / language / name).resolve() for language in LANGUAGES
            ]
            assert [link.attrib["hreflang"] for link in links if "aria-current" in link.attrib] == [path.split("/")[0]]


def test_pages_are_made_for_everybody(pages):
    for page in pages.values():
        assert page.tree.attrib["lang"] in LANGUAGES
        assert all(page.text("title")), page.path
        assert len(page.all("h1")) == 1, page.path
        assert len(page.all("main")) == 1, page.path
        assert all("alt" in image.attrib for image in page.all("img")), page.path
        ids = [element.attrib["id"] for element in page.tree.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids)), page.path
        levels = [int(str(element.tag)[1]) for element in page.tree.iter() if element.tag in {"h1", "h2", "h3", "h4"}]
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.path
        labels = {label.attrib.get("for") for label in page.all("label")}
        assert all(field.attrib["id"] in labels for field in page.all("input")), page.path
        assert all("".join(link.itertext()).strip() for link in (*page.all("a"), *page.all("button"))), page.path


def test_nothing_is_inline_and_the_policy_allows_nothing_else(pages):
    for page in pages.values():
        (policy,) = (
            meta.attrib["content"]
            for meta in page.all("meta")
            if meta.attrib.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert page.all("style") == []
        for element in page.tree.iter():
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], page.path
            assert element.tag != "script" or ("src" in element.attrib and not element.text), page.path


def test_pages_and_shared_files_are_small(pages, sample_site):
    assert max(len(page.html.encode()) for page in pages.values()) < 100_000
    assert sum(file.stat().st_size for file in (sample_site / "assets").iterdir()) < 110_000
    assert max(file.stat().st_size for file in (sample_site / "art").iterdir()) < 100_000


def test_of_people_only_speakers_are_named(sample_site, sample: App):
    texts = "\n".join(
        file.read_text(encoding="utf-8") for file in sample_site.rglob("*") if file.suffix in {".html", ".js", ".json"}
    )
    with sample.reading() as session:
        people, speakers = list_people(session), list_speaker_names(session)
        organisations = list_organisations(session)
    spoken = {name for names in speakers.values() for name in names}
    public = {value for organisation in organisations for value in (organisation.email, organisation.phone)}
    assert spoken
    assert {name for name in spoken if name not in texts} == set()
    others = [person for person in people if person.name not in spoken]
    assert others
    assert [person.name for person in others if person.name in texts] == []
    contacts = {value for person in people for value in (person.email, person.phone) if value and value not in public}
    assert [value for value in contacts if value in texts] == []
    assert all(person.badge is None or person.badge.token not in texts for person in people)


def test_what_is_searched_is_folded_and_leads_to_pages(pages, sample_site, sample: App):
    with sample.reading() as session:
        products = list_products(session)
    for language in LANGUAGES:
        script = (sample_site / language / "search-index.js").read_text(encoding="utf-8")
        entries = json.loads(script.removeprefix("window.showcaseIndex=").removesuffix(";\n"))
        assert all(f"{language}/{page}" in pages for page, *_ in entries)
        assert all(words == fold(words) for *_, words in entries)
        found = {page: words for page, *_, words in entries}
        for product in products:
            words = found[f"P/{product.number}.html"]
            assert all(set(fold(name).split()) <= set(words.split()) for name in product.name.values())


def test_templates_use_every_word_and_no_other():
    source = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES.glob("*.html"))
    code = "".join(
        file.read_text(encoding="utf-8") for file in (TEMPLATES.parents[2] / "showcase" / "site").glob("*.py")
    )
    asked = set(re.findall(r"say\([\"'](\w+)", source + code))
    chosen = set(re.findall(r"\"(\w+)\"", "".join(re.findall(r"say\([^)]* if .*?\)", source))))
    listed = {"products", "exhibitors", "topics", "programme", "search"}
    assert (asked | chosen | listed) & set(WORDS) == set(WORDS)
    assert asked - set(WORDS) == set()


@pytest.mark.parametrize(("text", "ground"), [*LIGHT_ON_DARK, *DARK_ON_LIGHT])
def test_colours_of_text_can_be_read(text, ground):
    style = (ASSETS / "site.css").read_text(encoding="utf-8")
    light, dark = sorted(
        (luminance(re.search(rf"--{name}: (#[0-9A-F]{{6}})", style)[1]) for name in (text, ground)),  # type: ignore[index]
        reverse=True,
    )
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_days_are_said_in_words_by_the_clocks_of_the_event():
    late = dt.datetime(2027, 12, 21, 23, 30, tzinfo=dt.UTC)
    said = [Edition(language, LANGUAGES, "Asia/Ho_Chi_Minh") for language in LANGUAGES]
    assert [edition.day(edition.local(late).date()) for edition in said] == [
        "Thứ Tư, 22 tháng 12",
        "Wednesday 22 December",
        "mercredi 22 décembre",
    ]
