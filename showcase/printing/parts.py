"""Paints a PDF part by part: each is proven by other processes while the next is painted, then all are joined."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, file_digest, sha256
from pathlib import Path
from typing import Final, NamedTuple

from showcase.documents.jobfolder import PAINTED
from showcase.documents.page import Sheet
from showcase.printing.joining import join
from showcase.printing.proof import ExpectedCode, Flaw, prove_pages
from showcase.printing.provers import Provers, Proving
from showcase.progress import Progress

PAGES: Final = 250
"""Pages of a part: the fonts that each part has again weigh a hundredth of it, and it is proven in a second or two."""
_AHEAD: Final = 3
"""Parts that are painted and not yet proven at most."""

Codes = tuple[ExpectedCode, ...]


class ProvenPart(NamedTuple):
    """A part that is proven: its name, what its bytes add up to, and how many items end in it or before it."""

    name: str
    sha256: str
    items: int


def _tell_nobody(part: ProvenPart) -> None:
    del part


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the parts of a job lie.

    Args:
        folder: for this job alone.
        known: name of a part -> what its bytes added up to when it was proven.
        told: hears of each part that is proven, in order.
    """

    folder: Path
    known: Mapping[str, str] = field(default_factory=dict)
    told: Callable[[ProvenPart], None] = _tell_nobody

    def find(self, name: str, files: Sequence[Path]) -> bool:
        """Tell whether a part was proven before and has not changed since: its files are those of then."""
        return name in self.known and all(file.is_file() for file in files) and sum_of(files) == self.known[name]


@dataclass(frozen=True, slots=True)
class Part:
    """Sheets that are painted into one file, their codes, and how many items end in them or before."""

    sheets: Sequence[Sheet]
    expected: Sequence[Codes]
    items: int

    def name(self, kind: str) -> str:
        """Return a name for just what is painted: other sheets or another kind of file have another one."""
        digest = blake2b(kind.encode(), digest_size=16)
        for sheet in self.sheets:
            digest.update(repr((sheet.width_mm, sheet.height_mm, sheet.bleed_mm, sheet.marks)).encode())
            for it in sheet.placements:
                page = (it.page.width_mm, it.page.height_mm, it.page.bleed_mm, it.page.items)
                digest.update(repr((it.x_mm, it.y_mm, it.slot, it.bleed_x_mm, it.bleed_y_mm, page)).encode())
        return digest.hexdigest()


class _Waiting(NamedTuple):
    """A part in its file; one that was proven before is not being proven."""

    part: Part
    name: str
    file: Path
    proving: Proving | None


Paint = Callable[[Path, Sequence[Sheet], Progress], object]
"""Paints sheets into a file, and mends it."""


class Parts:
    """The parts of one job.

    Args:
        shelf: where they lie.
        kind: what else decides how sheets are painted: the profile, the title, the version of the program.
        paint: paints them.
        mark: is given the whole before it is looked at.
        progress: told pages painted and pages proven together, of twice their number.
    """

    def __init__(self, shelf: Shelf, kind: str, paint: Paint, mark: Callable[[Path], None], progress: Progress) -> None:
        self._shelf = shelf
        self._kind = kind
        self._paint = paint
        self._mark = mark
        self._progress = progress
        self._painted = self._proven = self._pages = 0
        self.lost = False
        """Whether a process that proves was ended from outside."""

    def prove(self, parts: Sequence[Part]) -> tuple[list[Path], list[Flaw]]:
        """Paint and prove; return the file of each part, and what is wrong.

        Raises:
            OSError: a part cannot be written.
            Cancelled: from the progress.
        """
        self._pages = sum(len(part.sheets) for part in parts)
        self._painted = self._proven = 0
        files: list[Path] = []
        flaws: list[Flaw] = []
        with Provers(os.cpu_count() or 1) as provers:
            for waiting, first in self._in_order(parts, provers):
                found = () if waiting.proving is None else provers.end(waiting.proving, self._told_from(first))
                flaws += [Flaw(it.subject, first + it.page, it.x_mm, it.y_mm, it.key) for it in found]
                self._proven = first + len(waiting.part.sheets)
                if not flaws:
                    files.append(self._kept(waiting))
            self.lost = provers.lost
        return files, flaws

    def _in_order(self, parts: Sequence[Part], provers: Provers) -> Iterator[tuple[_Waiting, int]]:
        """Paint ahead of the proof, and give each part with the number of its first page when its turn has come."""
        waiting: deque[_Waiting] = deque()
        first = 0

        def next_one() -> tuple[_Waiting, int]:
            nonlocal first
            one, at = waiting.popleft(), first
            first += len(one.part.sheets)
            return one, at

        for part in parts:
            waiting.append(self._begun(part, provers))
            while waiting and (len(waiting) > _AHEAD or waiting[0].proving is None):
                yield next_one()
        while waiting:
            yield next_one()

    def _begun(self, part: Part, provers: Provers) -> _Waiting:
        name = part.name(self._kind)
        file = self._place(name)
        proving: Proving | None = None
        start = self._painted
        if not self._shelf.find(name, [file]):
            file = self._shelf.folder / f"{name}{PAINTED}.pdf"
            self._paint(file, part.sheets, lambda n, _of: self._tell(painted=start + n))
            proving = provers.begin(file, part.expected)
        self._painted += len(part.sheets)
        self._tell()
        return _Waiting(part, name, file, proving)

    def _told_from(self, first: int) -> Progress:
        return lambda n, _of: self._tell(proven=first + n)

    def _tell(self, painted: int | None = None, proven: int | None = None) -> None:
        far = (self._painted if painted is None else painted) + (self._proven if proven is None else proven)
        self._progress(far, 2 * self._pages)

    def _kept(self, waiting: _Waiting) -> Path:
        """Put a part that is proven in its place, on the disk, and say so."""
        place = self._place(waiting.name)
        if waiting.file != place:
            with waiting.file.open("rb+") as opened:
                os.fsync(opened.fileno())
            waiting.file.replace(place)
        self._shelf.told(ProvenPart(waiting.name, sum_of([place]), waiting.part.items))
        self._tell()
        return place

    def _place(self, name: str) -> Path:
        return self._shelf.folder / f"{name}.pdf"

    def join(self, parts: Sequence[Part], files: Sequence[Path], out: Path) -> tuple[Flaw, ...]:
        """Join the files of parts, and read the codes of the first page of each back from the whole.

        Raises:
            OSError: the file cannot be written.
            Cancelled: from the progress.
        """
        pages = join(files, out, self._tell)
        self._mark(out)
        flaws: list[Flaw] = []
        first = 0
        for part in parts:
            flaws += prove_pages(out, part.expected[:1], first=first, pages=pages)
            first += len(part.sheets)
        return tuple(flaws)


def sum_of(files: Sequence[Path]) -> str:
    """Return what the bytes of the files of a part add up to."""
    sums = []
    for file in files:
        with file.open("rb") as opened:
            sums.append(file_digest(opened, "sha256").hexdigest())
    return sums[0] if len(sums) == 1 else sha256("".join(sums).encode()).hexdigest()
