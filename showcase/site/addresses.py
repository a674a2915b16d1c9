"""Where each page and file of the site is, from its root. Every link between pages is relative.

A code on a sign names a folder, such as E/12345678, in capitals. In it lies a page that leads on to the languages; in
the folder of a language the same page is E/12345678.html. Links name files, so that a stick works as a host does.
"""

import re
import uuid
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from showcase.catalogue.records import MediaRecord, TopicRecord
from showcase.qr.payload import SignKind
from showcase.text import fold

HOME: Final = "index.html"
PRODUCTS: Final = "products.html"
EXHIBITORS: Final = "exhibitors.html"
TOPICS: Final = "topics.html"
PROGRAMME: Final = "programme.html"
SEARCH: Final = "search.html"
INDEX: Final = "search-index.js"
_OTHERS: Final = re.compile(r"[^a-z0-9]+")
_HASH_LETTERS: Final = 24
"""Letters of a SHA-256 in the name of a picture: 96 bits."""
_SLUG_LETTERS: Final = 60


def sign_page(kind: SignKind, number: str) -> str:
    """Return the page of a product, exhibitor or booth, from the folder of a language."""
    return f"{kind}/{number}.html"


def code_page(kind: SignKind, number: str) -> str:
    """Return the page that a code names, from the root."""
    return f"{kind}/{number}/{HOME}"


def topic_pages(topics: Sequence[TopicRecord]) -> dict[uuid.UUID, str]:
    """Return the page of each topic, from the folder of a language; no two differ by case or accents alone."""
    pages: dict[uuid.UUID, str] = {}
    taken: set[str] = set()
    for topic in topics:
        slug = _OTHERS.sub("-", fold(topic.ref)).strip("-")[:_SLUG_LETTERS]
        page = f"topic-{slug}.html"
        # A number of its own where the words are not enough, such as those of a script without Latin letters.
        if not slug or page in taken:
            page = f"topic-{slug}--{len(taken) + 1}.html"
        taken.add(page)
        pages[topic.id] = page
    return pages


def numbered(page: str, number: int) -> str:
    """Return the name of a further page of a list: the first keeps the name."""
    return page if number == 1 else f"{page.removesuffix('.html')}-{number}.html"


def picture(media: MediaRecord, *, small: bool = False) -> str:
    """Return the file of a picture, from the root: full, or the thumbnail."""
    ending = "png" if media.mime == "image/png" else "jpg"
    return f"media/{media.sha256[:_HASH_LETTERS]}{'-small' if small else ''}.{ending}"


def to_root(path: str) -> str:
    """Return the way from a file of the site to its root, such as ../../ or nothing."""
    return "../" * (len(PurePosixPath(path).parts) - 1)
