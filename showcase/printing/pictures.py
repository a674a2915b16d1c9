"""Paints the pictures of a job some at a time, proves and keeps them: one that is resumed paints what is missing."""

import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from showcase.documents.jobfolder import PAINTED
from showcase.documents.page import Sheet
from showcase.files import folder_beside
from showcase.printing.parts import Part, ProvenPart, Shelf, sum_of
from showcase.printing.proof import Flaw, prove_pictures
from showcase.progress import Progress

PICTURES: Final = 16
"""Of a part: they are painted in some seconds, and one fact is written for all."""
_SUFFIX: Final = ".png"

Paint = Callable[[Sequence[Path], Sequence[Sheet], Progress], object]
"""Paints sheets into as many files."""


class PictureParts:
    """The parts of a job whose pages are pictures.

    Args:
        shelf: where they lie.
        kind: what else decides how sheets are painted: the version of the program.
        paint: paints them.
        progress: told pictures painted and pictures proven together, of twice their number.
    """

    def __init__(self, shelf: Shelf, kind: str, paint: Paint, progress: Progress) -> None:
        self._shelf = shelf
        self._kind = kind
        self._paint = paint
        self._progress = progress

    def prove(self, parts: Sequence[Part]) -> tuple[list[Path], list[Flaw]]:
        """Paint and prove; return the files, and what is wrong.

        Raises:
            OSError: a picture cannot be written.
            Cancelled: from the progress.
        """
        total = sum(len(part.sheets) for part in parts)
        files: list[Path] = []
        flaws: list[Flaw] = []
        first = 0
        for part in parts:
            name, count = part.name(self._kind), len(part.sheets)
            place = self._shelf.folder / name
            kept = [place / f"{number:03d}{_SUFFIX}" for number in range(count)]
            if not self._shelf.find(name, kept):
                found = self._painted(part, place, partial(self._tell, 2 * first, 2 * total))
                flaws += [Flaw(it.subject, first + it.page, it.x_mm, it.y_mm, it.key) for it in found]
            first += count
            if not flaws:
                self._shelf.told(ProvenPart(name, sum_of(kept), part.items))
            self._progress(2 * first, 2 * total)
            files += kept
        return files, flaws

    def _tell(self, before: int, total: int, n: int) -> None:
        self._progress(before + n, total)

    def _painted(self, part: Part, place: Path, tell: Callable[[int], None]) -> Sequence[Flaw]:
        """Paint and prove a part, and put it in its place, on the disk, when it is good."""
        folder = place.with_name(place.name + PAINTED)
        folder.mkdir()
        count = len(part.sheets)
        made = [folder / f"{number:03d}{_SUFFIX}" for number in range(count)]
        self._paint(made, part.sheets, lambda n, _of: tell(n))
        flaws = prove_pictures(made, part.expected, progress=lambda n, _of: tell(count + n)).flaws
        if not flaws:
            for file in made:
                _keep(file)
            shutil.rmtree(place, ignore_errors=True)  # what changed since it was proven
            folder.replace(place)
        return flaws


def put_in_place(files: Sequence[Path], places: Sequence[Path], owner: str, tell: Callable[[], None]) -> None:
    """Copy pictures to where they shall be: all are there in whole before the first takes the place of an older one.

    Args:
        files: the pictures.
        places: where they shall be, all in one folder.
        owner: as in `showcase.files.folder_beside`.
        tell: is called before each is copied, and may raise.

    Raises:
        OSError: there is no room for them, or they cannot be written; then those that were there are as they were.
    """
    with folder_beside(places[0], owner) as folder:
        for file, place in zip(files, places, strict=True):
            tell()
            shutil.copyfile(file, folder / place.name)
            _keep(folder / place.name)
        for place in places:
            (folder / place.name).replace(place)


def _keep(file: Path) -> None:
    """Have a file on the disk, whatever happens to the machine."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
