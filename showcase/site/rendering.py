"""Pages as HTML: the templates of resources/site, with everything escaped that does not say it is HTML."""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Final
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from showcase.catalogue.records import EventRecord, PictureRecord, TopicRecord
from showcase.documents.lockup import SEEKING, country_name, span
from showcase.messages import LANGUAGES, message
from showcase.paths import resource
from showcase.site import addresses
from showcase.site.pages import Page
from showcase.site.reading import Catalogue
from showcase.site.wording import Edition, endonym, spoken
from showcase.text import Texts

_CSP: Final = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:; "
    "form-action 'self' file:; base-uri 'none'"
)
"""Nothing from elsewhere, nothing inline. On a stick browsers do not agree that a file is 'self', so it is named."""
_MOTIFS: Final = frozenset({"planning", "data", "government", "mobility", "energy", "water", "bamboo"})
_DRAWN: Final = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_THUMB_SIDE: Final = 320
"""Longest side of a thumbnail, as `catalogue.media` makes them."""
_FOCUS_STEPS: Final = 10
"""In how many steps the point of a picture that stays in view is told to the style sheet."""


class Renderer:
    """Draws the pages of one event."""

    def __init__(self, catalogue: Catalogue, editions: Mapping[str, Edition]) -> None:
        self._catalogue = catalogue
        self._editions = editions
        self._environment = Environment(
            loader=FileSystemLoader(resource("site", "templates")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            addresses=addresses,
            catalogue=catalogue,
            country_name=country_name,
            csp=_CSP,
            endonym=endonym,
            event=catalogue.event,
            event_full=catalogue.event.name or nameless(),
            event_name=name_of(catalogue.event),
            focus=_focus,
            host=_host,
            mailto=_mailto,
            icon=_icon,
            media=catalogue.media.get,
            motif=_motif_file,
            outward=outward,
            seeking=SEEKING,
            span=span,
            thumb_width=_thumb_width,
            topic_pages=addresses.topic_pages(catalogue.topics),
        )

    def page(self, page: Page, edition: Edition) -> str:
        """Return a page of an edition."""
        root = addresses.to_root(f"{edition.language}/{page.name}")
        here = f"{root}{edition.language}/"
        return self._draw(page.template, root, edition, page=page, here=here, name=page.name, **page.values)

    def chooser(self, path: str, name: str, title: Texts) -> str:
        """Return the page that a code names: it leads on to the same page in the language of the visitor.

        Args:
            path: where it will be, from the root.
            name: of the page it leads to, from the folder of each language.
            title: what the page is about.
        """
        root = addresses.to_root(path)
        return self._draw("chooser", root, next(iter(self._editions.values())), title=title, name=name)

    def _draw(self, template: str, root: str, edition: Edition, **values: Any) -> str:
        drawing = self._environment.get_template(f"{template}.html")
        return drawing.render(
            edition=edition,
            editions=self._others,
            root=root,
            say=edition.say,
            t=edition.text,
            plain=edition.plain,
            excerpt=edition.excerpt,
            paragraphs=edition.paragraphs,
            language_of=edition.language_of,
            **values,
        )

    @cached_property
    def _others(self) -> list[tuple[str, str, str, Edition]]:
        """The languages: code, name in itself, the language that code is read in, edition."""
        return [(code, endonym(code), spoken(code), edition) for code, edition in self._editions.items()]


def name_of(event: EventRecord) -> Texts:
    """Return the short name of the event on one line, its name where it has none."""
    short = {language: " ".join(text.split()) for language, text in event.lockup.items()}
    return {**event.name, **short} or nameless()


def nameless() -> Texts:
    """Return what an event is called that has no name yet."""
    return {language: message("site.nameless", language) for language in LANGUAGES}


def outward(url: str) -> str:
    """Return an address that a page may lead to: http, https or mailto; nothing for any other."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https", "mailto"} else ""


def _mailto(email: str) -> str:
    """Return the address that writes to somebody; nothing in it adds a subject or another reader."""
    return f"mailto:{quote(email, safe='@+')}"


def _host(url: str) -> str:
    """Return the host of an address as people know it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


@cache
def _icon(name: str) -> Markup:
    """Return an icon of resources/icons, a leaf where there is none of this name."""
    file = resource("icons", f"{name}.svg")
    known = name.replace("-", "").isalnum() and file.is_file()
    drawn = _DRAWN.search((file if known else resource("icons", "leaf.svg")).read_text(encoding="utf-8"))
    assert drawn
    inside = " ".join(drawn[1].split()).replace(" />", "/>").replace("> <", "><")
    return Markup(f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{inside}</svg>')  # noqa: S704 - our own file


def motif_of(topic: TopicRecord | None) -> str:
    """Return the artwork of a topic, bamboo where it has none that we know."""
    return f"motif-{topic.motif if topic and topic.motif in _MOTIFS else 'bamboo'}"


def _motif_file(topic: TopicRecord | None) -> str:
    return f"art/{motif_of(topic)}.svg"


def _thumb_width(width: int, height: int) -> int:
    return max(1, round(width * min(1.0, _THUMB_SIDE / max(width, height))))


def _focus(picture: PictureRecord) -> str:
    """Return the classes that keep the focal point of a picture in view."""
    across, down = (round(min(max(at, 0.0), 1.0) * _FOCUS_STEPS) for at in (picture.focus_x, picture.focus_y))
    return f"x{across} y{down}"
