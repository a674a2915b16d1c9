"""Reads a test page back from a scan or a photo: where its codes lie on the paper, whose edges are seen too."""

import math
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Final

from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from showcase.documents.calibration import Placing, Point, fit, solve, target_of, targets
from showcase.errors import InputError, MissingFile
from showcase.printing.reading import Corners, read_codes

_LARGEST_PX: Final = 150_000_000
_COARSE_PX: Final = 500
"""The longer side of the small picture in which the paper is looked for."""
_SAMPLES: Final = 80
"""Places along an edge of the paper where it is looked for."""
_SPARED: Final = 0.06
"""Share of an edge at its ends that is not looked at: corners are bent and shaded."""
_REACH: Final = 0.02
"""Share of the picture on both sides of where the edge should be that is looked at."""
_CONTRAST: Final = 25
"""Least difference of grey values between paper and ground."""


def read_test_page(path: Path) -> Placing:
    """Return how far off the printer was that printed the test page in a picture.

    Raises:
        MissingFile: there is no such picture.
        InputError: it is no picture, not all codes are seen, or the edges of the paper are not.
    """
    image = _load(path)
    found = _codes(image, path.name)
    sheets = {sheet for sheet, _, _ in found}
    if len(sheets) != 1:
        raise InputError("calibration.mixed", file=path.name)
    (width, height) = next(iter(sheets))
    aims = targets(width, height)
    to_image = _homography([(aims[number], middle) for _, number, middle in found if number != 2])
    paper = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    corners = _paper(image, [_mapped(to_image, corner) for corner in paper], path.name)
    to_paper = _homography(list(zip(corners, paper, strict=True)))
    return fit([(aims[number], _mapped(to_paper, middle)) for _, number, middle in found]).check()


def _load(path: Path) -> Image.Image:
    if not path.is_file():
        raise MissingFile("calibration.file_missing", file=str(path))
    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > _LARGEST_PX:
                raise InputError("calibration.unreadable", file=path.name)
            return ImageOps.exif_transpose(opened).convert("L")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as reason:
        raise InputError("calibration.unreadable", file=path.name) from reason


def _codes(image: Image.Image, file: str) -> list[tuple[tuple[float, float], int, Point]]:
    """Return (sheet, number, middle in pixels) of the codes of the test page; all five are needed."""
    found: dict[int, tuple[tuple[float, float], int, Point]] = {}
    for text, corners in read_codes(image):
        target = target_of(text)
        if target:
            width, height, number = target
            found[number] = ((width, height), number, _middle(corners))
    if len(found) < len(targets(1, 1)):
        raise InputError("calibration.codes", file=file, n=len(found))
    return [found[number] for number in sorted(found)]


def _middle(corners: Corners) -> Point:
    """Return where the diagonals cross: the middle of a square, also when it is seen from the side."""
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = corners
    crossing = solve([[x3 - x1, x2 - x4], [y3 - y1, y2 - y4]], [x2 - x1, y2 - y1])
    share = crossing[0] if crossing else 0.5
    return x1 + share * (x3 - x1), y1 + share * (y3 - y1)


def _homography(pairs: Sequence[tuple[Point, Point]]) -> list[float]:
    """Return the eight numbers that map four points to four others as a camera does."""
    matrix: list[list[float]] = []
    right: list[float] = []
    for (x, y), (u, v) in pairs:
        matrix += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    found = solve(matrix, right)
    if found is None:
        raise InputError("calibration.too_few")
    return found


def _mapped(by: Sequence[float], point: Point) -> Point:
    x, y = point
    depth = by[6] * x + by[7] * y + 1
    return (by[0] * x + by[1] * y + by[2]) / depth, (by[3] * x + by[4] * y + by[5]) / depth


def _paper(image: Image.Image, rough: Sequence[Point], file: str) -> list[Point]:
    """Return the corners of the paper, clockwise from the top left, to a fraction of a pixel.

    Args:
        image: the picture.
        rough: where the corners would be if the printer were not off at all.
        file: its name, for sentences.
    """
    seen = _light_quadrangle(image, rough)
    edges = [_edge(image, one, other, file) for one, other in pairwise([*seen, seen[0]])]
    return [_crossing(edges[at - 1], edges[at]) for at in range(4)]


def _light_quadrangle(image: Image.Image, rough: Sequence[Point]) -> list[Point]:
    """Return the corners of the light area around the middle of the paper, to a few pixels."""
    scale = min(1.0, _COARSE_PX / max(image.size))
    small = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    small = small.filter(ImageFilter.MaxFilter(3))  # the lines of the frame part the paper no longer
    width, height = small.size
    values = small.tobytes()
    limit = _otsu(small)
    middle = [sum(axis) / 4 * scale for axis in zip(*rough, strict=True)]
    start = _light_near(values, width, height, (round(middle[0]), round(middle[1])), limit)
    reached = bytearray(width * height)
    reached[start] = 1
    waiting = deque([start])
    best = [(-math.inf, start)] * 4
    while waiting:
        at = waiting.popleft()
        y, x = divmod(at, width)
        for corner, score in enumerate((-x - y, x - y, x + y, y - x)):
            if score > best[corner][0]:
                best[corner] = (score, at)
        for ahead in (
            at - 1 if x else at,
            at + 1 if x + 1 < width else at,
            at - width if y else at,
            at + width if y + 1 < height else at,
        ):
            if not reached[ahead] and values[ahead] > limit:
                reached[ahead] = 1
                waiting.append(ahead)
    points = [((at % width + 0.5) / scale, (at // width + 0.5) / scale) for _, at in best]
    # The first corner is the one that the codes say is the top left, however the picture is turned.
    first = min(range(4), key=lambda turn: sum(math.dist(points[(turn + k) % 4], rough[k]) for k in range(4)))
    return [points[(first + k) % 4] for k in range(4)]


def _light_near(values: bytes, width: int, height: int, start: tuple[int, int], limit: int) -> int:
    """Return a place on the paper: the middle may be ink."""
    for reach in range(max(width, height)):
        x, y = min(max(start[0] + reach, 0), width - 1), min(max(start[1], 0), height - 1)
        if values[y * width + x] > limit:
            return y * width + x
    return 0


def _otsu(image: Image.Image) -> int:
    """Return the grey value that parts dark from light best (Otsu 1979)."""
    counts = image.histogram()
    total, weighted = sum(counts), sum(value * count for value, count in enumerate(counts))
    below, sum_below, best, found = 0, 0.0, -1.0, 127
    for value, count in enumerate(counts):
        below += count
        if not below or below == total:
            continue
        sum_below += value * count
        apart = sum_below / below - (weighted - sum_below) / (total - below)
        between = below * (total - below) * apart * apart
        if between > best:
            best, found = between, value
    return found


Line = tuple[float, float, float]
"""a, b, c of a x + b y = c, with a unit normal."""


def _edge(image: Image.Image, one: Point, other: Point, file: str) -> Line:
    """Return the line along which the paper ends between two corners."""
    length = math.dist(one, other)
    along = ((other[0] - one[0]) / length, (other[1] - one[1]) / length)
    outward = (along[1], -along[0])  # corners go clockwise on a picture whose y grows downwards
    reach = max(6, round(_REACH * max(image.size)))
    found: list[Point] = []
    for sample in range(_SAMPLES):
        share = _SPARED + (1 - 2 * _SPARED) * sample / (_SAMPLES - 1)
        x, y = one[0] + share * length * along[0], one[1] + share * length * along[1]
        profile = [_grey(image, x + step * outward[0], y + step * outward[1]) for step in range(-reach, reach + 1)]
        at = _fall(profile)
        if at is not None:
            step = at - reach
            found.append((x + step * outward[0], y + step * outward[1]))
    if len(found) < _SAMPLES // 2:
        raise InputError("calibration.edges", file=file)
    return _line(found)


def _grey(image: Image.Image, x: float, y: float) -> float:
    """Return the grey value between four pixels; outside the picture it is that of its edge."""
    x, y = min(max(x - 0.5, 0.0), image.width - 1.001), min(max(y - 0.5, 0.0), image.height - 1.001)
    left, top = int(x), int(y)
    right, down = x - left, y - top
    values = [float(image.getpixel((left + dx, top + dy))) for dy in (0, 1) for dx in (0, 1)]  # type: ignore[arg-type]
    upper = values[0] * (1 - right) + values[1] * right
    lower = values[2] * (1 - right) + values[3] * right
    return upper * (1 - down) + lower * down


def _fall(profile: Sequence[float]) -> float | None:
    """Return where a profile from paper to ground passes the middle between both; None where there is no such step."""
    share = max(2, len(profile) // 6)
    inside, outside = median(profile[:share]), median(profile[-share:])
    if inside - outside < _CONTRAST:
        return None
    half = (inside + outside) / 2
    for at, (before, after) in enumerate(pairwise(profile)):
        if before >= half > after:
            return at + (before - half) / (before - after)
    return None


def _line(points: Sequence[Point]) -> Line:
    """Return the line through most points: fitted, then fitted again without those that lie off it."""
    kept = list(points)
    for _ in range(3):
        line = _fitted(kept)
        away = [abs(line[0] * x + line[1] * y - line[2]) for x, y in kept]
        limit = max(0.3, 2.5 * median(away))
        kept = [point for point, off in zip(kept, away, strict=True) if off <= limit]
    return _fitted(kept)


def _fitted(points: Sequence[Point]) -> Line:
    n = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    xx = sum((x - mean_x) ** 2 for x, _ in points)
    yy = sum((y - mean_y) ** 2 for _, y in points)
    xy = sum((x - mean_x) * (y - mean_y) for x, y in points)
    angle = math.atan2(2 * xy, xx - yy) / 2
    a, b = -math.sin(angle), math.cos(angle)
    return a, b, a * mean_x + b * mean_y


def _crossing(one: Line, other: Line) -> Point:
    found = solve([one[:2], other[:2]], [one[2], other[2]])
    if found is None:
        raise InputError("calibration.too_few")
    return found[0], found[1]
