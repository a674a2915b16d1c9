"""What is predicted of a symbol before it is printed."""

import pytest

from showcase.qr.grade import predict, symbol_contrast


def test_black_on_white_at_half_a_millimetre_is_the_best():
    best = predict(0.5)
    assert (best.module, best.contrast, best.quiet_zone, best.overall) == ("A", "A", "A", "A")


@pytest.mark.parametrize(
    ("module_mm", "distance_m", "grade"),
    [(0.5, 0.15, "A"), (0.45, 0.15, "B"), (0.4, 0.15, "C"), (0.35, 0.15, "D"), (0.2, 0.15, "F"), (2.7, 1.0, "A")],
)
def test_small_modules_lower_the_grade(module_mm, distance_m, grade):
    assert predict(module_mm, distance_m=distance_m).overall == grade


@pytest.mark.parametrize(("modules", "grade"), [(4, "A"), (3, "B"), (2, "C"), (1, "D"), (0, "F")])
def test_a_narrow_quiet_zone_lowers_the_grade(modules, grade):
    prediction = predict(1, quiet_modules=modules)
    assert prediction.quiet_zone == prediction.overall == grade


@pytest.mark.parametrize(
    ("dark", "light", "grade"),
    [
        ((0, 0, 0), (255, 255, 255), "A"),
        ((0, 0, 0), (210, 210, 210), "B"),
        ((255, 0, 0), (255, 255, 255), "F"),  # a red code is white to a red light
        ((0, 60, 160), (255, 255, 255), "A"),
        ((255, 255, 255), (0, 0, 0), "F"),
        ((90, 90, 90), (200, 200, 200), "C"),
    ],
)
def test_weak_colours_lower_the_grade(dark, light, grade):
    assert predict(0.5, dark=dark, light=light).contrast == grade


def test_contrast_is_a_percentage():
    assert symbol_contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(100)
    assert symbol_contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(-100)
    assert symbol_contrast((80, 80, 80), (80, 80, 80)) == pytest.approx(0)
