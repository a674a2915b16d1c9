"""The parts of the poster fit it: laid over the one without a train they are the poster."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from showcase.kiosk.moving import MovingProvider, places
from showcase.qt.scenes import paint


def _part(name: str, size: tuple[int, int]) -> QImage:
    return MovingProvider().made(f"{name}?of={size[0]}x{size[1]}", QSize())


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (1088, 1928)])
def test_parts_where_they_begin_are_the_poster(qapp, size: tuple[int, int]) -> None:
    poster, made = paint("dusk", *size), paint("evening", *size)
    where = places(*size)
    painter = QPainter(made)
    painter.drawImage(where["lantern"].topLeft(), _part("lantern/0", size))
    painter.drawImage(where["train"].topLeft(), _part("train", size))
    painter.drawImage(0, int(where["train"].y()), _part("roofs", size))
    painter.end()
    assert _unlike(poster, made) < 0.004
    assert _unlike(poster, paint("evening", *size)) > _unlike(poster, made), "the train was missing"


@pytest.mark.parametrize("size", [(540, 960), (960, 540)])
def test_the_lantern_turns_from_picture_to_picture_and_its_edge_stays(qapp, size: tuple[int, int]) -> None:
    first, later = _part("lantern/0", size), _part("lantern/12", size)
    assert first.size() == later.size() == places(*size)["lantern"].size()
    assert 0.005 < _unlike(first, later) < 0.3
    corners = [(0, 0), (first.width() - 1, 0)]
    assert [first.pixel(*at) for at in corners] == [later.pixel(*at) for at in corners]


def _unlike(one: QImage, other: QImage) -> float:
    """Return the share of pixels that are not alike."""
    pixels = zip(memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I"), strict=True)
    away = sum(any(abs((a >> s & 255) - (b >> s & 255)) > 40 for s in (0, 8, 16)) for a, b in pixels if a != b)
    return away / one.width() / one.height()
