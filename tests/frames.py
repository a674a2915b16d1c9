"""Pictures as a camera sees them: badges held up before a crowded stand, turned, tilted, blurred, dim and noisy."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from showcase.qr.symbol import encode
from showcase.qt.capture import load_multimedia

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

WIDTH, HEIGHT = 1280, 720
_FINE = 2
"""A frame is painted this many times larger and averaged, as the pixels of a sensor average what falls on them."""
_QUIET = 4


@dataclass(frozen=True)
class Look:
    """How a code is held and seen.

    Args:
        px: pixels a module, where it is not tilted.
        turn: degrees in the plane of the picture.
        tilt: degrees out of it, around an axis that is itself at `turn` degrees.
        blur: sigma of the lens and of the hand, in pixels.
        light: 1 is a bright hall, 0.2 a dark one.
        shade: how much darker one side of the picture is than the other, 0 to 1.
        noise: sigma of a pixel, in grey values.
    """

    px: float = 4
    turn: float = 0
    tilt: float = 0
    blur: float = 0
    light: float = 1
    shade: float = 0
    noise: float = 2


def digits(chance: random.Random, count: int = 221) -> str:
    """Return what stands in a badge's code: digits alone, version 6 at level M."""
    return "".join(chance.choices("0123456789", k=count))


def paint_frame(looks: Sequence[tuple[str, Look]], chance: random.Random) -> Image.Image:
    """Return a grey frame that shows a card with a code for each text, the first one's light and lens over all."""
    image = QImage(WIDTH * _FINE, HEIGHT * _FINE, QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINE, _FINE)
    _paint_stand(painter, chance)
    for number, (text, look) in enumerate(looks):
        _paint_card(painter, text, look, chance, QRectF(number * WIDTH / len(looks), 0, WIDTH / len(looks), HEIGHT))
    painter.end()
    return _seen(image, looks[0][1] if looks else any_look(chance), chance)


def _paint_stand(painter: QPainter, chance: random.Random) -> None:
    """Paint what stands behind a visitor: walls, screens, people, print of all sizes."""
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor.fromHsv(0, 0, chance.randint(60, 200)))
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(30):
        painter.setBrush(QColor.fromHsv(0, 0, chance.randint(20, 240), chance.randint(60, 255)))
        box = QRectF(
            chance.uniform(-80, WIDTH), chance.uniform(-80, HEIGHT), chance.uniform(20, 400), chance.uniform(20, 300)
        )
        (painter.drawEllipse if chance.random() < 0.5 else painter.drawRect)(box)
    for _ in range(12):
        _paint_print(painter, chance)


def _paint_print(painter: QPainter, chance: random.Random) -> None:
    """Paint lines of print, in strokes: every machine has other fonts."""
    painter.save()
    painter.translate(chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT))
    painter.rotate(chance.uniform(-20, 20))
    painter.setBrush(QColor.fromHsv(0, 0, chance.choice((10, 30, 230))))
    size = chance.uniform(3, 14)
    for line in range(chance.randint(1, 6)):
        for place in range(chance.randint(5, 30)):
            painter.drawRect(QRectF(place * size * 0.7, line * size * 1.8, size * 0.2, size))
            painter.drawRect(
                QRectF(
                    place * size * 0.7, line * size * 1.8 + chance.choice((0, 0.4, 0.8)) * size, size * 0.5, size * 0.2
                )
            )
    painter.restore()


def _paint_card(painter: QPainter, text: str, look: Look, chance: random.Random, room: QRectF) -> None:
    matrix = encode(text)
    side = matrix.size + 2 * _QUIET
    reach = side * look.px * 0.75
    x = chance.uniform(room.left() + reach, room.right() - reach) if room.width() > 2 * reach else room.center().x()
    y = chance.uniform(room.top() + reach, room.bottom() - reach) if room.height() > 2 * reach else room.center().y()
    painter.save()
    painter.setTransform(_held(look, QPointF(x, y)), True)
    painter.translate(-side / 2, -side / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(-8, -24, side + 16, side + 32), QColor(245, 245, 245))
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for row, line in enumerate(
        matrix.lines()[start : start + matrix.size]
        for start in range(0, matrix.size * (matrix.size + 1), matrix.size + 1)
    ):
        for column, module in enumerate(line):
            if module == "1":
                path.addRect(QRectF(column + _QUIET, row + _QUIET, 1, 1))
    painter.fillPath(path, QColor(25, 25, 25))
    painter.restore()


def _held(look: Look, at: QPointF) -> QTransform:
    """Return how modules come to lie in the frame: a card seen from about 50 times its module's size away."""
    held = QTransform()
    held.translate(at.x(), at.y())
    held.rotate(look.turn)
    held.rotate(look.tilt, Qt.Axis.YAxis, 700)
    held.scale(look.px, look.px)
    return held


def _seen(image: QImage, look: Look, chance: random.Random) -> Image.Image:
    fine = Image.frombuffer(
        "L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine(), 1
    )
    return through_lens(fine.reduce(_FINE), look, chance)


def paint_stand(chance: random.Random) -> Image.Image:
    """Return what stands behind a visitor, without one."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_stand(painter, chance)
    painter.end()
    return Image.frombuffer("L", (WIDTH, HEIGHT), bytes(image.constBits()), "raw", "L", image.bytesPerLine(), 1)


def through_lens(seen: Image.Image, look: Look, chance: random.Random) -> Image.Image:
    """Return what lens and sensor make of a sharp, bright picture: blur, shade, light and noise of the look."""
    if look.blur:
        seen = seen.filter(ImageFilter.GaussianBlur(look.blur))
    if look.shade:
        # A card is seen from all sides, so the dark side may be any.
        bright = Image.linear_gradient("L").point([round(255 - value * look.shade) for value in range(256)])
        bright = bright.rotate(90 * round(look.turn / 90)).resize(seen.size)
        seen = ImageChops.multiply(seen, bright)
    seen = seen.point([round(12 + (value - 12) * look.light) if value > 12 else value for value in range(256)])
    if look.noise:
        seen = ImageChops.add(seen, _noise(seen.size, look.noise, chance), 1, -128)
    return seen


def _noise(size: tuple[int, int], sigma: float, chance: random.Random) -> Image.Image:
    """Return grey values around 128: means of two even chances, near enough to a bell."""
    one, other = (Image.frombytes("L", size, chance.randbytes(size[0] * size[1])) for _ in range(2))
    spread = sigma / (255 / math.sqrt(24))
    return ImageChops.add(one, other, 2).point([round(128 + (value - 127.5) * spread) for value in range(256)])


def any_look(chance: random.Random) -> Look:
    """Return one of the ways in which badges are held up, 2 to 6 pixels a module."""
    px = chance.uniform(2, 6)
    kind = chance.choice(("plain", "turned", "tilted", "blurred", "dim", "all"))
    whole = kind == "all"
    return Look(
        px,
        turn=chance.uniform(0, 360) if whole or kind == "turned" else chance.uniform(-8, 8),
        tilt=chance.uniform(15, 40) * chance.choice((-1, 1)) if whole or kind == "tilted" else 0,
        blur=px * chance.uniform(0.15, 0.4) if whole or kind == "blurred" else 0.4,
        light=chance.uniform(0.15, 0.35) if whole or kind == "dim" else chance.uniform(0.6, 1),
        shade=chance.uniform(0, 0.7),
        noise=chance.uniform(2, 5) if whole or kind == "dim" else 2,
    )


def as_image(picture: Image.Image) -> QImage:
    """Return a grey picture as Qt has it."""
    width, height = picture.size
    return QImage(picture.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def video_frame(picture: Image.Image, kind: str = "NV12") -> "QVideoFrame":
    """Return a grey picture as a camera delivers it, in one of the formats of `QVideoFrameFormat`."""
    media = load_multimedia()
    assert media is not None
    pixels = media.QVideoFrameFormat.PixelFormat[f"Format_{kind}"]
    frame: QVideoFrame = media.QVideoFrame(media.QVideoFrameFormat(QSize(*picture.size), pixels))
    assert frame.map(media.QVideoFrame.MapMode.WriteOnly)
    for number in range(frame.planeCount()):
        data = memoryview(frame.bits(number))
        stride = frame.bytesPerLine(number)
        data[:] = b"\x80" * len(data)
        for row in range(picture.height if number == 0 else 0):
            line = _packed(picture.crop((0, row, picture.width, row + 1)), kind)
            data[row * stride : row * stride + len(line)] = line
        del data
    frame.unmap()
    return frame


def _packed(line: Image.Image, kind: str) -> bytes:
    """Return the bytes of a row: colours in the middle, where grey has them."""
    grey = line.tobytes()
    if kind in {"YUYV", "UYVY", "P010", "P016", "Y16"}:
        packed = bytearray(b"\x80" * 2 * len(grey))
        packed[0 if kind == "YUYV" else 1 :: 2] = grey
        return bytes(packed)
    if kind.endswith("8888") or kind == "AYUV":
        packed = bytearray(b"\xff" * 4 * len(grey))
        first = 1 if kind[0] in "AX" else 0
        for place in range(first, first + 3):
            packed[place::4] = grey if kind != "AYUV" or place == 1 else b"\x80" * len(grey)
        return bytes(packed)
    return grey
