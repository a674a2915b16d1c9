"""Reading the visitor pages as a browser would: strictly, and where every link leads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

OUTWARD = {"http", "https", "mailto"}
_STYLE_URL = re.compile(r"url\(\"([^\"]+)\"\)")


@dataclass(frozen=True)
class WebPage:
    """A page of a site; `path` is from the root."""

    site: Path
    path: str

    @cached_property
    def html(self) -> str:
        """The bytes as text."""
        return (self.site / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> Element:
        """The document; html5lib raises what the standard calls a parse error."""
        document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(self.html)
        return document

    def all(self, tag: str) -> list[Element]:
        """Return all elements of a kind in their order."""
        return list(self.tree.iter(tag))

    def text(self, tag: str) -> list[str]:
        """Return the texts of all elements of a kind."""
        return [" ".join("".join(element.itertext()).split()) for element in self.all(tag)]

    def links(self) -> Iterator[tuple[str, str]]:
        """Give what the page refers to: the kind of element, and the address as it stands."""
        for element in self.tree.iter():
            for name in ("href", "src", "action", "data-finder"):
                if name in element.attrib:
                    yield str(element.tag), element.attrib[name]
            for part in filter(None, element.attrib.get("srcset", "").split(", ")):
                yield "img", part.split()[0]

    def file(self, link: str) -> Path:
        """Return the file that a relative link names."""
        return (self.site / self.path).parent.joinpath(unquote(urlsplit(link).path)).resolve()


def pages_of(site: Path) -> list[WebPage]:
    """Return all pages of a site."""
    return [WebPage(site, file.relative_to(site).as_posix()) for file in sorted(site.rglob("*.html"))]


def style_links(style: Path) -> list[Path]:
    """Return the files that a style sheet names."""
    return [(style.parent / link).resolve() for link in _STYLE_URL.findall(style.read_text(encoding="utf-8"))]
