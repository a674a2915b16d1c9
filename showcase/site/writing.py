"""Writing the site: every page of every language, the pages that codes name, pictures, artwork, style and scripts."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from showcase.catalogue.kinds import Variant
from showcase.catalogue.queries import get_media_blob
from showcase.catalogue.records import MediaRecord
from showcase.paths import resource
from showcase.progress import Progress, no_progress
from showcase.qr.payload import SignKind, check_base_url
from showcase.site import addresses
from showcase.site.drawing import artwork
from showcase.site.pages import pages
from showcase.site.placing import written_beside
from showcase.site.reading import Catalogue, read_catalogue
from showcase.site.rendering import Renderer, motif_of, name_of
from showcase.site.searching import search_index
from showcase.site.wording import Edition
from showcase.text import Texts

_ARTWORK: Final = ("ground", "lantern", "mark", "icon")


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was written.

    Args:
        folder: where.
        languages: of the pages, the first language of the event first.
        pages: in all languages, with those that codes name.
        largest_page: bytes of the largest of them.
        pictures: files of pictures.
        address: where the codes of signs and cards lead, so where the folder has to be put; "" when none is known.
    """

    folder: Path
    languages: tuple[str, ...]
    pages: int
    largest_page: int
    pictures: int
    address: str


def write_site(
    session: Session, out: Path, *, base_url: str | None = None, progress: Progress = no_progress
) -> SiteReport:
    """Write the visitor pages of an event into a folder, all of them or nothing.

    A site that was written there before is replaced; until then it stays as it is.

    Args:
        session: the event; it is only read.
        out: the folder, new, empty, or an earlier site.
        base_url: where the codes lead; without one, that of the event.
        progress: called with (files done, files).

    Raises:
        InputError: the address cannot stand in a code.
        RefusedError, FileError: the folder holds something else or cannot be written; see `placing.written_beside`.
        Cancelled: when progress says so.
    """
    catalogue = read_catalogue(session)
    event = catalogue.event
    address = check_base_url(base_url or event.base_url or "") if base_url or event.base_url else ""
    editions = {
        language: Edition(language, event.languages, event.time_zone) for language in dict.fromkeys(event.languages)
    }
    renderer = Renderer(catalogue, editions)
    listed = [(edition, page) for edition in editions.values() for page in pages(catalogue, edition)]
    choosers = list(_choosers(catalogue))
    pictures = list(_pictures(catalogue))
    drawings = [*_ARTWORK, *sorted({motif_of(topic) for topic in (*catalogue.topics, None)})]
    total = len(listed) + len(choosers) + len(pictures) + len(drawings)
    with written_beside(out) as folder:
        writer = _Writer(folder, progress, total)
        for edition, page in listed:
            writer.page(f"{edition.language}/{page.name}", renderer.page(page, edition))
        for path, name, title in choosers:
            writer.page(path, renderer.chooser(path, name, title))
        for media, small in pictures:
            blob = get_media_blob(session, media.sha256, Variant.THUMB if small else Variant.FULL)
            writer.file(addresses.picture(media, small=small), blob or b"")
        for name in drawings:
            writer.file(f"art/{name}.svg", artwork(name).encode())
        for edition in editions.values():
            index = search_index(catalogue, edition)
            (folder / edition.language / addresses.INDEX).write_text(index, encoding="utf-8", newline="\n")
        shutil.copytree(resource("site", "assets"), folder / "assets", copy_function=shutil.copyfile)
    return SiteReport(
        folder=out,
        languages=tuple(editions),
        pages=len(listed) + len(choosers),
        largest_page=writer.largest_page,
        pictures=len(pictures),
        address=address,
    )


class _Writer:
    """Writes files into a folder and tells how far it is."""

    def __init__(self, folder: Path, progress: Progress, total: int) -> None:
        self._folder = folder
        self._progress = progress
        self._total = total
        self._done = 0
        self._made: set[Path] = set()
        self.largest_page = 0

    def page(self, path: str, html: str) -> None:
        """Write a page."""
        content = html.encode()
        self.largest_page = max(self.largest_page, len(content))
        self.file(path, content)

    def file(self, path: str, content: bytes) -> None:
        """Write a file, in a folder that may have to be made."""
        self._progress(self._done, self._total)
        file = self._folder / path
        if file.parent not in self._made:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(file.parent)
        file.write_bytes(content)
        self._done += 1
        if self._done == self._total:
            self._progress(self._done, self._total)


def _choosers(catalogue: Catalogue) -> Iterator[tuple[str, str, Texts]]:
    """Give the pages that codes name, and the start: where each is, which page it leads to, what that is about."""
    yield addresses.HOME, addresses.HOME, name_of(catalogue.event)
    signs: list[tuple[SignKind, str, Texts]] = [
        *(("P", product.number, product.name) for product in catalogue.products),
        *(("E", exhibitor.number, exhibitor.name) for exhibitor in catalogue.exhibitors.values()),
        *(("B", booth.number, booth.name or {"": booth.code}) for booth in catalogue.booths),
    ]
    for kind, number, title in signs:
        yield addresses.code_page(kind, number), addresses.sign_page(kind, number), title


def _pictures(catalogue: Catalogue) -> Iterator[tuple[MediaRecord, bool]]:
    """Give the pictures that pages show, each once: picture, and whether it is the thumbnail."""
    shown = [picture.sha256 for product in catalogue.products for picture in product.pictures]
    logos = [exhibitor.logo for exhibitor in catalogue.exhibitors.values() if exhibitor.logo]
    logos += [product.exhibitor.logo for product in catalogue.products if product.exhibitor.logo]
    for sha256 in dict.fromkeys((*shown, *logos)):
        yield catalogue.media[sha256], True
    for sha256 in dict.fromkeys(shown):
        yield catalogue.media[sha256], False
