"""The visitor pages in a real browser, from a web server and a folder: search, languages, phones, printed codes."""

import functools
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import pytest
import zxingcpp
from PIL import Image
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from showcase.app import App, open_app
from showcase.catalogue.queries import list_booths, list_products, list_topics
from showcase.cli import main
from showcase.documents.queries import list_sign_items
from showcase.site.writing import write_site
from tests.factories import make_organisation, make_product

CHROMIUM: Final = shutil.which("chromium")
DRIVER: Final = shutil.which("chromedriver")
PATIENCE_S: Final = 20
FLAGS: Final = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
)
PHONE: Final = (360, 740)
DESKTOP: Final = (1440, 900)

# What `.ci/run` installs has to be there; at a desk the tests of the other kinds do without a browser.
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER) and "CI" not in os.environ, reason="chromium and chromium-driver are not installed"
)


class _Quiet(SimpleHTTPRequestHandler):
    """A web server as plain as any, which tells nobody what it does."""

    timeout = 1.0  # a browser opens connections that it may never use; no thread waits for them

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as the library calls it
        pass


@pytest.fixture(scope="module")
def served(sample_site: Path) -> Iterator[str]:
    """Return the address of a web server that has the pages at its root."""
    handler = functools.partial(_Quiet, directory=str(sample_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def start_browser() -> Iterator[Callable[[str], Chrome]]:
    """Return what starts a browser that speaks some languages, with a profile of its own."""
    started: dict[str, Chrome] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profiles, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SE_OFFLINE", "true")
        patch.setenv("SE_AVOID_STATS", "true")

        def start(languages: str) -> Chrome:
            if languages not in started:
                options = ChromeOptions()
                options.binary_location = CHROMIUM or ""
                for flag in (*FLAGS, f"--user-data-dir={profiles}/{len(started)}", f"--accept-lang={languages}"):
                    options.add_argument(flag)
                options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
                started[languages] = Chrome(options=options, service=Service(DRIVER))
            return started[languages]

        yield start
        for browser in started.values():
            browser.quit()


@pytest.fixture(scope="module")
def browsers(start_browser: Callable[[str], Chrome], served: str, sample_site: Path) -> Callable[[str], Chrome]:
    """Start all browsers before any test, so that none is found left behind by one."""
    for languages in ("en", "fr-CA,fr", "ja"):
        start_browser(languages)
    return start_browser


@pytest.fixture(params=["http", "file"])
def base(request, served, sample_site) -> str:
    """Return where the pages are: on a web server, and in a folder such as on a stick."""
    return served if request.param == "http" else f"{sample_site.as_uri()}/"


@pytest.fixture
def browser(browsers, base) -> Iterator[Chrome]:
    """Return a browser on a phone that speaks English and chose nothing yet; it may complain of nothing."""
    chrome = browsers("en")
    resize(chrome, PHONE)
    chrome.get(f"{base}vi/index.html")
    chrome.execute_script("localStorage.clear()")
    yield chrome
    assert [entry["message"] for entry in chrome.get_log("browser")] == []


def resize(chrome: Chrome, size: tuple[int, int]) -> None:
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def wait(chrome: Chrome, condition: Callable[[Chrome], Any]) -> Any:
    return WebDriverWait(chrome, PATIENCE_S, poll_frequency=0.05).until(condition)


def arrive(chrome: Chrome, end: str) -> None:
    wait(chrome, lambda chrome: chrome.current_url.split("?")[0].endswith(end))
    wait(chrome, lambda chrome: chrome.execute_script("return document.readyState") == "complete")


def search(chrome: Chrome, text: str) -> list[str]:
    """Type into the search and return the names of what is found."""
    field = chrome.find_element(By.ID, "find")
    field.clear()
    field.send_keys(text)
    wait(chrome, lambda chrome: chrome.execute_script("return Boolean(window.showcaseIndex)"))
    return [found.text for found in chrome.find_elements(By.CSS_SELECTOR, ".found strong")]


def test_search_finds_without_accents_as_one_types(browser, base, sample: App):
    with sample.reading() as session:
        product = next(product for product in list_products(session) if "đô thị" in product.name["vi"])
        booth = next(booth for booth in list_booths(session) if booth.exhibitors)
    browser.get(f"{base}vi/search.html")
    assert product.name["vi"] in search(browser, "do thi")
    assert search(browser, "ĐÔ THỊ") == search(browser, "do   thi")
    assert product.name["vi"] in search(browser, product.name["en"].upper())
    assert any(booth.exhibitors[0].name["vi"] == name for name in search(browser, booth.code.lower()))
    assert search(browser, "zzzz") == []
    assert "Không tìm thấy gì" in browser.find_element(By.CSS_SELECTOR, "[role=status]").text

    search(browser, product.name["vi"])
    browser.find_element(By.CSS_SELECTOR, ".found a").click()
    arrive(browser, f"/vi/P/{product.number}.html")
    assert browser.find_element(By.TAG_NAME, "h1").text == product.name["vi"]


def test_search_reads_what_a_link_asks_and_folds_as_the_program_does(browser, base):
    browser.get(f"{base}en/search.html?q=%C4%90%C3%B4%20th%E1%BB%8B")
    wait(browser, lambda chrome: chrome.find_elements(By.CSS_SELECTOR, ".found a"))
    assert browser.find_element(By.ID, "find").get_attribute("value") == "Đô thị"


def test_search_is_worked_with_the_keyboard(browser, base):
    browser.get(f"{base}en/index.html")
    search(browser, "green")
    results = browser.find_elements(By.CSS_SELECTOR, ".found a")
    assert len(results) > 1
    keys = browser.switch_to.active_element
    keys.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element == results[0]
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element == results[1]
    browser.switch_to.active_element.send_keys(Keys.ARROW_UP)
    browser.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert browser.switch_to.active_element == browser.find_element(By.ID, "find")
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert browser.find_elements(By.CSS_SELECTOR, ".found a") == []


def test_the_first_key_leads_past_the_menu(browser, base):
    browser.get(f"{base}en/products.html")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    skip = browser.switch_to.active_element
    assert skip.text == "Skip to the content"
    assert skip.rect["y"] >= 0
    skip.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.tag_name == "main"
    browser.switch_to.active_element.send_keys(Keys.TAB)
    first = browser.switch_to.active_element
    assert first.tag_name == "a"
    assert browser.execute_script("return arguments[0].closest('.card') !== null", first)


def test_a_language_is_changed_on_the_page_and_remembered(browser, base, sample: App):
    with sample.reading() as session:
        product = list_products(session)[0]
    browser.get(f"{base}P/{product.number}/index.html")
    arrive(browser, f"/en/P/{product.number}.html")
    assert browser.find_element(By.TAG_NAME, "h1").text == product.name["en"]

    browser.find_element(By.CSS_SELECTOR, ".languages a[hreflang=fr]").click()
    arrive(browser, f"/fr/P/{product.number}.html")
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "fr"

    browser.get(f"{base}index.html")
    arrive(browser, "/fr/index.html")


@pytest.mark.parametrize(("spoken", "language"), [("fr-CA,fr", "fr"), ("ja", "en")])
def test_a_code_opens_in_the_language_of_the_visitor(browsers, base, sample: App, spoken, language):
    with sample.reading() as session:
        booth = next(booth for booth in list_booths(session) if booth.exhibitors)
    chrome = browsers(spoken)
    chrome.get(f"{base}B/{booth.number}/index.html")
    arrive(chrome, f"/{language}/B/{booth.number}.html")
    assert booth.code in chrome.find_element(By.TAG_NAME, "h1").text


def test_without_scripts_a_code_shows_the_languages_as_links(browser, base, sample: App):
    with sample.reading() as session:
        product = list_products(session)[0]
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(f"{base}P/{product.number}/index.html")
        links = browser.find_elements(By.CSS_SELECTOR, "main a")
        assert [link.get_attribute("hreflang") for link in links] == ["vi", "en", "fr"]
        assert product.name["fr"] in links[2].text.replace("\u00a0", " ")
        links[2].click()
        arrive(browser, f"/fr/P/{product.number}.html")
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def places(sample: App) -> list[str]:
    """Return a page of each kind."""
    with sample.reading() as session:
        product, sign = list_products(session)[0], list_sign_items(session)[0]
        booth = next(booth for booth in list_booths(session) if booth.exhibitors)
        topic = list_topics(session)[0]
    exhibitor = str(sign.values["url"])[-8:]
    listed = ["index", "products", "exhibitors", "topics", "programme", "search", f"topic-{topic.ref}"]
    return [*listed, f"P/{product.number}", f"E/{exhibitor}", f"B/{booth.number}"]


@pytest.mark.parametrize("size", [PHONE, (768, 1024), DESKTOP], ids=["phone", "tablet", "desktop"])
def test_no_page_is_wider_than_the_screen_and_all_is_loaded(browser, base, sample: App, size):
    resize(browser, size)
    for place in places(sample):
        for language in ("vi", "en", "fr"):
            browser.get(f"{base}{language}/{place}.html")
            wide = browser.execute_script("return document.documentElement.scrollWidth")
            assert wide <= size[0], f"{language}/{place}"
            loaded = browser.execute_script(
                "document.querySelectorAll('img').forEach((image) => { image.loading = 'eager'; });"
                "return Promise.all([...document.images].map((image) => image.decode()))"
                ".then(() => document.fonts.ready).then(() => [...document.fonts].filter("
                "(font) => font.status === 'loaded').map((font) => font.weight).sort())"
            )
            assert loaded == ["500", "800"], f"{language}/{place}"


def test_what_is_touched_on_a_phone_is_large_enough(browser, base, sample: App):
    """24 by 24 CSS pixels at least (WCAG 2.2, 2.5.8); links within a sentence are exempt."""
    for place in places(sample):
        browser.get(f"{base}en/{place}.html")
        small = browser.execute_script(
            "return [...document.querySelectorAll('a, button, input')].filter((one) => {"
            "  if (one.closest('p, dd, h1, h2, h3, .skip')) return false;"
            "  const box = one.getBoundingClientRect();"
            "  return box.width && (box.width < 24 || box.height < 24);"
            "}).map((one) => one.outerHTML)"
        )
        assert small == [], place


def test_nothing_is_asked_from_elsewhere_and_nothing_is_kept_but_the_language(browser, base, sample: App):
    browser.get_log("performance")
    for place in places(sample):
        browser.get(f"{base}vi/{place}.html")
    search_page = f"{base}vi/search.html"
    browser.get(search_page)
    search(browser, "do")
    log = [entry["message"] for entry in browser.get_log("performance")]
    asked = {
        part.split('"')[0] for line in log if "Network.requestWillBeSent" in line for part in line.split('"url":"')[1:]
    }
    assert len(asked) > 20
    assert {address for address in asked if not address.startswith(base)} == set()
    assert browser.get_cookies() == []
    browser.find_element(By.CSS_SELECTOR, ".languages a[hreflang=en]").click()
    arrive(browser, "/en/search.html")
    assert browser.execute_script("return Object.entries(localStorage)") == [["showcase-language", "en"]]


def test_hostile_texts_do_nothing(browsers, database, tmp_path):
    hostile = "</script><img src=x onerror=\"document.title='hit'\"><b>Đèn</b>"
    with database.transaction() as session:
        make_product(
            session,
            make_organisation(session, hostile, name_en=hostile),
            hostile,
            name_en=hostile,
            pitch={"vi": hostile},
        )
    with database.reading() as session:
        write_site(session, tmp_path / "pages")
    chrome = browsers("en")
    for page in ("en/index.html", "vi/products.html", "en/search.html"):
        chrome.get((tmp_path / "pages" / page).as_uri())
        assert "hit" not in chrome.title
    assert search(chrome, "den") == [hostile, hostile]
    assert "hit" not in chrome.title
    assert [entry["message"] for entry in chrome.get_log("browser")] == []


@pytest.mark.skipif(
    shutil.which("pdftoppm") is None and "CI" not in os.environ, reason="poppler-utils is not installed"
)
def test_the_code_of_a_printed_sign_opens_the_page_of_its_exhibitor(
    browsers, sample_event, sample: App, served, tmp_path, capsys
):
    event = shutil.copy(sample_event, tmp_path / "summit.showcase")
    words = ["--out", str(tmp_path / "signs.pdf"), "--base-url", served, "--event", str(event)]
    assert main(["print", "signs", *words]) == 0, capsys.readouterr().err
    assert main(["print", "cards", *words[:1], str(tmp_path / "cards.pdf"), *words[2:]]) == 0, capsys.readouterr().err
    with sample.reading() as session:
        exhibitors = [str(item.values["code"]) for item in list_sign_items(session)]
        products = [product.name for product in list_products(session)]
    chrome = browsers("fr-CA,fr")
    for number in (1, len(exhibitors)):
        chrome.get(decoded(tmp_path / "signs.pdf", number))
        wait(chrome, lambda chrome: "/fr/E/" in chrome.current_url)
        assert exhibitors[number - 1] in chrome.find_element(By.CSS_SELECTOR, ".codes").text
    chrome.get(decoded(tmp_path / "cards.pdf", 1))
    wait(chrome, lambda chrome: "/fr/P/" in chrome.current_url)
    assert chrome.find_element(By.TAG_NAME, "h1").text.replace("\u00a0", " ") == products[0]["fr"]


def decoded(pdf: Path, page: int) -> str:
    """Return what the one code on a page says, read from a picture of it."""
    picture = pdf.with_suffix("")
    pages = ["-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", *pages, pdf, picture], check=True, timeout=60)
    with Image.open(picture.with_suffix(".png")) as image:
        (code,) = zxingcpp.read_barcodes(image)
    return code.text


def test_the_command_writes_what_the_window_writes(sample_event, sample_site, tmp_path, capsys):
    assert main(["site", str(tmp_path / "pages"), "--event", str(sample_event), "--json"]) == 0
    assert '"languages": ["vi", "en", "fr"]' in capsys.readouterr().out
    written = {file.relative_to(tmp_path / "pages") for file in (tmp_path / "pages").rglob("*")}
    assert written == {file.relative_to(sample_site) for file in sample_site.rglob("*")}


def test_the_command_says_what_is_in_the_way(sample_event, tmp_path, capsys):
    (tmp_path / "thesis.txt").write_text("x", encoding="utf-8")
    assert main(["site", str(tmp_path), "--event", str(sample_event)]) == 1
    assert "Nothing was written." in capsys.readouterr().err
    app = open_app(tmp_path / "new.showcase", create=True)
    app.close()
    assert main(["site", str(tmp_path / "pages"), "--event", str(tmp_path / "new.showcase")]) == 0
    assert "no address for its codes yet" in capsys.readouterr().out
