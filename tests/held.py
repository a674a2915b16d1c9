"""A printed badge held before a camera: bent around a cylinder, tilted, out of focus and in poor light.

Where the numbers come from:

- The camera is that of a laptop: 1280 by 720 pixels, and 65 degrees from side to side. HP gives 65 for a webcam of its
  own; Logitech gives 78 degrees from corner to corner for its C920, which are 70 from side to side at 16 to 9.
- A badge is held 20 to 30 cm away. By the focal length that follows, 1005 pixels, a module of 0.66 mm (badge A6) then
  has 3.3 to 2.2 pixels: the lower half of the 2 to 6 that the camera is measured with (`tests/frames.py`).
- A badge that lies on a chest takes its curve. A chest of 96 cm, the middle of size M in EN 13402-3, is a cylinder of
  153 mm radius. A hand bends a card further: at 80 mm the edges of an A6 badge stand 16 mm behind its middle, as
  R (1 - cos(w / 2R)) has it.
- Such a camera has no autofocus. With a lens of 3 mm at f/2.2, set to 60 cm, a point at a distance d becomes a disc of
  A (1/d - 1/0.6 m) as an angle, where A = 3 mm / 2.2 = 1.4 mm: 4.6 pixels at 20 cm, 2.3 at 30 cm. A quarter of that is
  the sigma of a bell about as wide.
- "Dim" is two stops less light than the camera has set itself to: a quarter. Noise is then larger, as it is amplified.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize

from showcase.printing.proof import open_pdf
from showcase.printing.reading import flattened, grey
from tests.frames import HEIGHT, WIDTH, Look, paint_stand, through_lens

SIDE_DEGREES = 65.0
FOCAL_PX = WIDTH / 2 / math.tan(math.radians(SIDE_DEGREES / 2))
CHEST_MM, HAND_MM = 153.0, 80.0
_FOCUS_MM, _APERTURE_MM = 600.0, 1.4
_PX_PER_MM = 300 / 25.4
_FINE = 3
"""A frame is made this many times larger and averaged, as the pixels of a sensor average what falls on them."""
_CELL = 16
"""Pixels of the frame from one ray to the next: between them a bent card is flat to a tenth of a pixel."""


@dataclass(frozen=True)
class Held:
    """How a badge is held.

    Args:
        away_mm: from the camera.
        radius_mm: of the cylinder it is bent around, upright; infinite for a flat one. Its middle is nearest.
        turn: degrees in the plane of the picture.
        tilt: degrees around the upright axis.
        nod: degrees around the level axis.
        light: 1 is bright.
        focused: by a camera with autofocus.
    """

    away_mm: float = 250
    radius_mm: float = math.inf
    turn: float = 0
    tilt: float = 0
    nod: float = 0
    light: float = 1
    focused: bool = False

    @property
    def blur_px(self) -> float:
        """Sigma of the blur."""
        angle = _APERTURE_MM * abs(1 / self.away_mm - 1 / _FOCUS_MM)
        return 0.4 if self.focused else max(0.4, angle * FOCAL_PX / 4)


@dataclass(frozen=True)
class Sheet:
    """A printed page as pixels, grey."""

    image: Image.Image
    width_mm: float
    height_mm: float


def rendered(pdf: Path) -> list[Sheet]:
    """Return the pages of a PDF as they come out of a printer."""
    document = open_pdf(pdf)
    sheets = []
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        width, height = size.width() / 72 * 25.4, size.height() / 72 * 25.4
        pixels = QSize(round(width * _PX_PER_MM), round(height * _PX_PER_MM))
        sheets.append(Sheet(grey(flattened(document.render(page, pixels))), width, height))
    document.close()
    return sheets


def frames(sheet: Sheet, held: Held, chance: random.Random, about_mm: tuple[float, float]) -> Iterator[Image.Image]:
    """Give frame after frame of a page in a hand that is never quite still.

    Args:
        sheet: the page.
        held: how.
        chance: of the stand behind it, the noise and the hand.
        about_mm: the place of the page that the hand holds before the middle of the camera, from its top left.
    """
    behind = paint_stand(chance)
    look = Look(blur=held.blur_px, light=held.light, shade=0.2, noise=2 if held.light > 0.5 else 4)
    while True:
        moved = replace(
            held,
            turn=held.turn + chance.uniform(-1, 1),
            tilt=held.tilt + chance.uniform(-1, 1),
            away_mm=held.away_mm + chance.uniform(-4, 4),
        )
        yield through_lens(_before(behind, sheet, moved, about_mm), look, chance)


def _before(behind: Image.Image, sheet: Sheet, held: Held, about_mm: tuple[float, float]) -> Image.Image:
    """Return the sharp picture of a page before what stands behind it."""
    mesh = list(_mesh(held, about_mm))
    whole = Image.new("L", sheet.image.size, 255)
    seen, place = (
        image.transform((WIDTH * _FINE, HEIGHT * _FINE), Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)
        for image in (sheet.image, whole)
    )
    return Image.composite(seen.reduce(_FINE), behind, place.reduce(_FINE))


def _mesh(held: Held, about_mm: tuple[float, float]) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
    """Give each cell of the frame with the four places of the page that are seen at its corners."""
    axes = _axes(held)
    seen = {
        (x, y): _hit(held, axes, (x - WIDTH / 2, y - HEIGHT / 2))
        for x in range(0, WIDTH + 1, _CELL)
        for y in range(0, HEIGHT + 1, _CELL)
    }
    for x in range(0, WIDTH, _CELL):
        for y in range(0, HEIGHT, _CELL):
            corners = ((x, y), (x, y + _CELL), (x + _CELL, y + _CELL), (x + _CELL, y))
            hits = [hit for corner in corners if (hit := seen[corner]) is not None]
            if len(hits) == 4:
                places = [(at + about) * _PX_PER_MM for hit in hits for at, about in zip(hit, about_mm, strict=True)]
                yield (x * _FINE, y * _FINE, (x + _CELL) * _FINE, (y + _CELL) * _FINE), tuple(places)


Vector = tuple[float, float, float]


def _axes(held: Held) -> tuple[Vector, Vector, Vector]:
    """Return the axes of the card (right, down, away) as the camera has them: turned, then nodded, then tilted."""
    a, b, c = (math.radians(angle) for angle in (held.turn, held.nod, held.tilt))

    def seen(x: float, y: float, z: float) -> Vector:
        x, z = x * math.cos(c) + z * math.sin(c), z * math.cos(c) - x * math.sin(c)
        y, z = y * math.cos(b) - z * math.sin(b), z * math.cos(b) + y * math.sin(b)
        return x * math.cos(a) - y * math.sin(a), y * math.cos(a) + x * math.sin(a), z

    return seen(1, 0, 0), seen(0, 1, 0), seen(0, 0, 1)


def _hit(held: Held, axes: tuple[Vector, Vector, Vector], pixel: tuple[float, float]) -> tuple[float, float] | None:
    """Return the place of the card that a pixel shows, in mm from its middle; None where the ray misses it."""
    ray = (pixel[0] / FOCAL_PX, pixel[1] / FOCAL_PX, 1.0)
    eye = (0.0, 0.0, -held.away_mm)
    (ox, oy, oz), (dx, dy, dz) = (
        tuple(sum(one * other for one, other in zip(axis, vector, strict=True)) for axis in axes)
        for vector in (eye, ray)
    )
    if math.isinf(held.radius_mm):
        return (ox - dx * oz / dz, oy - dy * oz / dz) if dz > 0 else None
    # x = R sin(u / R) and z = R (1 - cos(u / R)) lie on x² + (z - R)² = R²; the nearer of two crossings is seen.
    r = held.radius_mm
    a, b, c = dx * dx + dz * dz, ox * dx + (oz - r) * dz, ox * ox + (oz - r) ** 2 - r * r
    root = b * b - a * c
    if root < 0:
        return None
    t = (-b - math.sqrt(root)) / a
    return r * math.atan2(ox + t * dx, r - (oz + t * dz)), oy + t * dy
