"""The artwork of print as SVG files: the lantern and the terraces of signs, the motifs of topics, the mark."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import Final

from showcase.documents.artwork import draw
from showcase.documents.artwork.drawing import Drawing, Part
from showcase.documents.artwork.field import Ground
from showcase.documents.artwork.shapes import Lantern, echoes
from showcase.documents.artwork.terraces import DISSOLVING, Look, terraces
from showcase.documents.colours import FOREST, SIGN
from showcase.documents.page import Shape

PAPER: Final = "#FFF8EC"
_STEPS: Final = 10
"""Steps to a millimetre: coordinates are whole numbers, which keeps the files small."""
_SMALL_STEPS: Final = 100
_GROUND: Final = Ground(
    width=360,
    horizon=9,
    depth=29,
    terraces=13,
    seed=10,
    hills=(
        (16, 28, 44, 16, 0.26),
        (150, 44, 40, 12, 0.22),
        (250, 26, 34, 12, 0.2),
        (344, 18, 34, 12, 0.3),
        (205, 15, 22, 8, 0.12),
    ),
    roughness=0.5,
)
_LOOK: Final = Look(
    cell=9, grid=1.2, rim=0.25, dyke=0.20, reach=24, lit=0.06, draw=9, stops=(*DISSOLVING[:-1], (1.0, PAPER))
)
_BOTTOM_MM: Final = 40.0
_SKY_MM: Final = 504.0
_LANTERN: Final = Lantern((_SKY_MM / 2, _SKY_MM / 2), 38, 5.6, 20, 0.35, 0.34)


@cache
def artwork(motif: str) -> str:
    """Return one of the drawings that every site has, or a motif, as SVG: ground, lantern, mark, icon, motif-NAME."""
    if motif == "ground":
        return to_svg(Drawing(_GROUND.width, _BOTTOM_MM, tuple(terraces(_GROUND, _LOOK, _BOTTOM_MM))))
    if motif == "lantern":
        return to_svg(Drawing(_SKY_MM, _SKY_MM, tuple(echoes(_LANTERN, SIGN))))
    if motif in {"mark", "icon"}:
        return to_svg(draw("mark", PAPER if motif == "mark" else FOREST), _SMALL_STEPS)
    return to_svg(draw("motif", motif.removeprefix("motif-")))


def to_svg(drawing: Drawing, steps: int = _STEPS) -> str:
    """Return a drawing as SVG, in `steps` to a millimetre."""
    width, height = round(drawing.width_mm * steps), round(drawing.height_mm * steps)
    parts = "".join(_parts(drawing, steps))
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="none">{parts}</svg>\n'


def _parts(drawing: Drawing, steps: int) -> Iterator[str]:
    """Give paths. Lines in a row that are drawn alike share one; areas do not, as two that overlap might cancel out."""
    for look, alike in groupby(drawing.items, lambda item: _look(item, steps)):
        outlines = [_outline(item, steps) for item in alike]
        if look.startswith("stroke"):
            outlines = ["".join(outlines)]
        yield from (f'<path {look} d="{outline}"/>' for outline in outlines)


def _look(item: Part, steps: int) -> str:
    if isinstance(item, Shape):
        return f'fill="{item.colour}"'
    return f'stroke="{item.colour}" stroke-width="{item.width_mm * steps:.3g}"'


def _outline(item: Part, steps: int) -> str:
    """Return where an outline begins, then the way from each point to the next."""
    spots = [(round(x * steps), round(y * steps)) for x, y in item.points]
    ways = (f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(spots))
    end = "z" if isinstance(item, Shape) or item.closed else ""
    return f"M{spots[0][0]} {spots[0][1]}l{' '.join(ways)}{end}".replace(" -", "-")
