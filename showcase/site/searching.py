"""What visitors search: one small list for each edition, folded as the program folds, read by the page as a script."""

import json
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from showcase.catalogue.records import BoothRecord
from showcase.documents.lockup import country_name
from showcase.site.addresses import sign_page, topic_pages
from showcase.site.reading import Catalogue
from showcase.site.wording import Edition, haystack, shortened
from showcase.text import Texts, join


class Entry(NamedTuple):
    """Something that can be found: `language` is that of its name where the page has another, `words` are searched."""

    page: str
    name: str
    language: str
    line: str
    booth: str
    words: str


_SHOWN_BOOTHS: Final = 2


def search_index(catalogue: Catalogue, edition: Edition) -> str:
    """Return the script that holds what can be found: exhibitors, products, topics, booths."""
    listed = json.dumps(list(_entries(catalogue, edition)), ensure_ascii=False, separators=(",", ":"))
    return f"window.showcaseIndex={listed};\n"


def _entries(catalogue: Catalogue, edition: Edition) -> Iterator[Entry]:
    def entry(page: str, name: Texts, line: str, booth: str, words: str) -> Entry:
        return Entry(page, edition.plain(name), edition.language_of(name), shortened(line), booth, words)

    for exhibitor in catalogue.exhibitors.values():
        line = join((edition.say("exhibitor_of"), edition.plain(country_name(exhibitor.country))))
        topics = [topic.name for topic in exhibitor.topics]
        words = haystack(exhibitor.name, exhibitor.short_name, _codes(exhibitor.booths), *topics, *exhibitor.tags)
        yield entry(
            sign_page("E", exhibitor.number), exhibitor.name, line, _codes(exhibitor.booths[:_SHOWN_BOOTHS]), words
        )
    for product in catalogue.products:
        maker = product.exhibitor
        line = join((edition.plain(maker.short_name) or edition.plain(maker.name), edition.plain(product.pitch)))
        topics = [topic.name for topic in product.topics]
        told = (product.name, product.pitch, maker.name, maker.short_name, _codes(product.booths))
        words = haystack(*told, *topics, *product.tags)
        yield entry(sign_page("P", product.number), product.name, line, _codes(product.booths[:_SHOWN_BOOTHS]), words)
    pages = topic_pages(catalogue.topics)
    for topic in catalogue.topics:
        yield entry(pages[topic.id], topic.name, edition.say("topics"), "", haystack(topic.name))
    for booth in catalogue.booths:
        name: Texts = booth.name or {edition.speaks: f"{edition.say('booth')} {booth.code}"}
        line = join(edition.plain(exhibitor.name) for exhibitor in booth.exhibitors)
        words = haystack(booth.code, booth.name, booth.hall_name)
        yield entry(sign_page("B", booth.number), name, line, booth.code, words)


def _codes(booths: Sequence[BoothRecord]) -> str:
    return join((booth.code for booth in booths), " ")
