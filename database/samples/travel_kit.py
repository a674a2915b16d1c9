"""Vehicles, boats and robots for the pictures of the sample."""

from people_kit import bust
from picture_kit import (
    BRICK,
    CLAY,
    HONEY,
    INDIGO,
    INK,
    JADE,
    LANTERN,
    LEAF,
    MINT,
    NIGHT,
    PAPER,
    PINE,
    RIVER,
    SAGE,
    SAND,
    Picture,
    around,
    mix,
    smooth,
)

GLASS = "#1E4B57"


def wheel(it: Picture, x: float, y: float, r: float, *, hub: str = SAGE, thin: bool = False) -> None:
    """Set a wheel: a tyre, or a thin one with spokes."""
    if thin:
        it.ring(x, y, r, r, INK, r * 0.14)
        for k in range(6):
            it.line(
                [
                    (px, py)
                    for px, py in (
                        around(x, y, r * 0.9, r * 0.9, 30 * k, 30 * k)[0],
                        around(x, y, r * 0.9, r * 0.9, 30 * k + 180, 30 * k + 180)[0],
                    )
                ],
                mix(hub, INK, 0.3),
                r * 0.03,
            )
        it.disc(x, y, r * 0.13, INK)
        return
    it.disc(x, y, r, INK)
    it.disc(x, y, r * 0.58, hub)
    it.disc(x, y, r * 0.18, INK)


def bus(
    it: Picture,
    x: float,
    y: float,
    long: float,
    colour: str,
    *,
    band: str = LANTERN,
    high: float = 0.42,
    flip: bool = False,
) -> None:
    """Drive a bus to the right; (x, y) is the road under its left end."""
    with it.placed(x + (long if flip else 0), y, long, flip=flip):
        it.glow(0.5, 0, 0.6, NIGHT, 0.8, 0.05)
        top = -high - 0.04
        it.card(0, top, 1, high, 0.055, colour)
        it.box(0, top + high * 0.58, 1, high * 0.3, mix(colour, INK, 0.22), mix(colour, INK, 0.34))
        it.box(0, top + high * 0.55, 1, high * 0.05, band)
        step = 0.8 / 5
        for k in range(5):
            left = 0.045 + step * k
            it.card(left, top + high * 0.14, step * 0.88, high * 0.36, 0.014, GLASS)
            with it.inside(
                [
                    (left, top),
                    (left + step * 0.88, top),
                    (left + step * 0.88, top + high * 0.5),
                    (left, top + high * 0.5),
                ]
            ):
                bust(
                    it,
                    left + step * 0.46,
                    top + high * 0.52,
                    step * 0.6,
                    (BRICK, HONEY, INDIGO, PAPER, CLAY)[k % 5],
                )
            it.veil(
                [
                    (left, top + high * 0.14),
                    (left + step * 0.4, top + high * 0.14),
                    (left + step * 0.1, top + high * 0.5),
                    (left, top + high * 0.5),
                ],
                PAPER,
                0.25,
            )
        it.card(0.87, top + high * 0.14, 0.12, high * 0.5, 0.02, GLASS)
        it.veil(
            [(0.88, top + high * 0.14), (0.94, top + high * 0.14), (0.9, top + high * 0.6), (0.88, top + high * 0.6)],
            PAPER,
            0.3,
        )
        it.disc(0.975, -0.1, 0.02, HONEY)
        for px in (0.2, 0.8):
            it.shape(around(px, -0.055, 0.08, 0.08, 180, 360), mix(colour, INK, 0.6))
            wheel(it, px, -0.06, 0.062)


def minibus(
    it: Picture,
    x: float,
    y: float,
    long: float,
    colour: str,
    *,
    band: str = PAPER,
    flip: bool = False,
) -> None:
    """Drive a small round minibus to the right."""
    with it.placed(x + (long if flip else 0), y, long, flip=flip):
        it.glow(0.5, 0, 0.6, NIGHT, 0.8, 0.06)
        body = [
            (0.02, -0.12),
            (0.01, -0.46),
            (0.06, -0.6),
            (0.4, -0.63),
            (0.7, -0.61),
            (0.86, -0.5),
            (0.95, -0.32),
            (0.99, -0.26),
            (0.99, -0.12),
        ]
        it.shape([*smooth(body), (0.99, -0.08), (0.02, -0.08)], mix(colour, PAPER, 0.12), colour)
        it.box(0.015, -0.26, 0.975, 0.16, mix(colour, INK, 0.18))
        it.box(0.012, -0.29, 0.97, 0.035, band)
        for k in range(3):
            left = 0.06 + 0.22 * k
            it.card(left, -0.54, 0.195, 0.21, 0.03, GLASS)
            with it.inside([(left, -0.6), (left + 0.195, -0.6), (left + 0.195, -0.33), (left, -0.33)]):
                bust(it, left + 0.1, -0.32, 0.13, (HONEY, BRICK, INDIGO)[k])
            it.veil(
                [(left + 0.01, -0.54), (left + 0.08, -0.54), (left + 0.02, -0.33), (left + 0.01, -0.33)], PAPER, 0.3
            )
        it.shape([(0.73, -0.54), (0.8, -0.52), (0.92, -0.33), (0.73, -0.33)], GLASS)
        it.veil([(0.74, -0.53), (0.78, -0.52), (0.8, -0.33), (0.74, -0.33)], PAPER, 0.3)
        it.disc(0.95, -0.2, 0.032, HONEY)
        for px in (0.22, 0.78):
            it.shape(around(px, -0.1, 0.11, 0.11, 180, 360), mix(colour, INK, 0.6))
            wheel(it, px, -0.085, 0.085)


def scooter(it: Picture, x: float, y: float, long: float, colour: str, *, flip: bool = False) -> None:
    """Stand a motor scooter that looks to the right; (x, y) is under its back wheel."""
    with it.placed(x, y, long, flip=flip):
        it.glow(0.36, 0, 0.6, NIGHT, 0.7, 0.06)
        for px in (0, 0.74):
            wheel(it, px, -0.14, 0.14)
        it.limb([(0.74, -0.14), (0.63, -0.58), (0.55, -0.64)], INK, 0.035)
        it.blob(
            [
                (-0.16, -0.3),
                (-0.04, -0.4),
                (0.22, -0.4),
                (0.3, -0.24),
                (0.46, -0.22),
                (0.54, -0.5),
                (0.64, -0.56),
                (0.68, -0.4),
                (0.6, -0.13),
                (0.3, -0.12),
                (0.14, -0.18),
                (-0.06, -0.24),
            ],
            mix(colour, PAPER, 0.15),
            mix(colour, INK, 0.12),
        )
        it.card(-0.16, -0.46, 0.42, 0.07, 0.035, INK)
        it.box(0.08, -0.3, 0.16, 0.035, INK)
        it.shape(around(0.74, -0.15, 0.17, 0.17, 200, 340), INK)
        it.disc(0.67, -0.55, 0.045, HONEY)


def bicycle(it: Picture, x: float, y: float, long: float, colour: str, *, flip: bool = False) -> None:
    """Stand a bicycle that looks to the right; (x, y) is under its back wheel."""
    with it.placed(x, y, long, flip=flip):
        for px in (0, 0.66):
            wheel(it, px, -0.24, 0.24, thin=True)
        it.line([(0, -0.24), (0.2, -0.52), (0.52, -0.52), (0.3, -0.24), (0, -0.24)], colour, 0.035)
        it.line([(0.3, -0.24), (0.18, -0.58)], colour, 0.035)
        it.line([(0.66, -0.24), (0.52, -0.54), (0.5, -0.66), (0.58, -0.68)], colour, 0.035)
        it.limb([(0.1, -0.6), (0.24, -0.6)], INK, 0.045)
        it.disc(0.3, -0.24, 0.05, INK)


def truck(it: Picture, x: float, y: float, long: float, colour: str, *, load: str = "", flip: bool = False) -> None:
    """Drive a small lorry to the right."""
    with it.placed(x + (long if flip else 0), y, long, flip=flip):
        it.glow(0.5, 0, 0.6, NIGHT, 0.8, 0.05)
        it.box(0, -0.14, 0.96, 0.06, INK)
        it.card(0, -0.54, 0.64, 0.42, 0.03, load or mix(colour, PAPER, 0.5))
        it.box(0, -0.24, 0.64, 0.05, mix(colour, INK, 0.1))
        it.shape(
            [(0.67, -0.12), (0.67, -0.46), (0.86, -0.46), (0.96, -0.28), (0.99, -0.24), (0.99, -0.12)],
            mix(colour, PAPER, 0.12),
            colour,
        )
        it.shape([(0.72, -0.41), (0.84, -0.41), (0.92, -0.27), (0.72, -0.27)], GLASS)
        it.disc(0.96, -0.19, 0.022, HONEY)
        for px in (0.16, 0.8):
            wheel(it, px, -0.075, 0.078)


def sampan(it: Picture, x: float, y: float, long: float, wood: str = "#7A4A2A", *, flip: bool = False) -> None:
    """Float a slim wooden boat; (x, y) is the middle of its waterline."""
    with it.placed(x, y, long, flip=flip):
        it.glow(0, 0.03, 0.55, NIGHT, 0.6, 0.05)
        it.blob(
            [
                (-0.52, -0.13),
                (-0.3, -0.06),
                (0, -0.05),
                (0.3, -0.06),
                (0.54, -0.15),
                (0.36, 0.04),
                (0, 0.06),
                (-0.36, 0.04),
            ],
            mix(wood, PAPER, 0.12),
            mix(wood, INK, 0.3),
        )
        it.curve(
            [(-0.52, -0.13), (-0.3, -0.06), (0, -0.045), (0.3, -0.06), (0.54, -0.15)], mix(wood, HONEY, 0.35), 0.014
        )


def fishing_boat(it: Picture, x: float, y: float, long: float, colour: str = RIVER, *, flip: bool = False) -> None:
    """Float a fishing boat with a wheelhouse and painted eyes."""
    with it.placed(x, y, long, flip=flip):
        it.line([(-0.1, -0.3), (-0.1, -0.74)], INK, 0.014)
        it.line([(-0.1, -0.72), (0.45, -0.2)], INK, 0.008)
        it.shape([(-0.1, -0.74), (0.06, -0.69), (-0.1, -0.64)], BRICK)
        it.box(-0.36, -0.36, 0.26, 0.24, PAPER, SAND)
        it.box(-0.39, -0.4, 0.32, 0.05, BRICK)
        for px in (-0.32, -0.21):
            it.card(px, -0.31, 0.08, 0.09, 0.012, GLASS)
        it.shape(
            [*smooth([(-0.5, -0.16), (-0.1, -0.11), (0.25, -0.14), (0.56, -0.29)]), (0.42, 0.05), (-0.42, 0.05)],
            mix(colour, PAPER, 0.1),
            mix(colour, INK, 0.3),
        )
        it.line(smooth([(-0.5, -0.16), (-0.1, -0.11), (0.25, -0.14), (0.56, -0.29)]), LANTERN, 0.026)
        it.oval(0.38, -0.12, 0.05, 0.032, PAPER)
        it.disc(0.39, -0.12, 0.018, INK)


def ferry(it: Picture, x: float, y: float, long: float, colour: str = PAPER, *, band: str = LEAF) -> None:
    """Float a ferry that sails to the right."""
    with it.placed(x, y, long):
        it.shape([(-0.5, -0.13), (0.55, -0.13), (0.46, 0.04), (-0.45, 0.04)], band, mix(band, INK, 0.35))
        it.box(-0.5, -0.15, 1.04, 0.03, LANTERN)
        it.card(-0.44, -0.29, 0.86, 0.15, 0.03, colour)
        it.card(-0.36, -0.4, 0.62, 0.13, 0.03, mix(colour, SAGE, 0.2))
        for k in range(9):
            it.card(-0.4 + 0.088 * k, -0.255, 0.066, 0.07, 0.012, GLASS)
        for k in range(6):
            it.card(-0.32 + 0.088 * k, -0.37, 0.066, 0.06, 0.012, GLASS)
        it.shape([(0.2, -0.4), (0.32, -0.4), (0.26, -0.5), (0.1, -0.5), (0.1, -0.4)], mix(colour, SAGE, 0.4))
        it.shape([(-0.32, -0.46), (0.02, -0.46), (0.06, -0.4), (-0.34, -0.4)], INDIGO)
        for k in range(1, 5):
            it.line([(-0.32 + 0.068 * k, -0.46), (-0.34 + 0.08 * k, -0.4)], RIVER, 0.006)
        it.line([(0.14, -0.5), (0.14, -0.64)], INK, 0.01)
        it.shape([(0.14, -0.64), (0.06, -0.61), (0.14, -0.58)], BRICK)


def train(it: Picture, x: float, y: float, long: float, colour: str, *, cars: int = 3, band: str = LANTERN) -> None:
    """Run a metro train; (x, y) is the rail under its left end."""
    for k in range(cars):
        with it.placed(x + k * long * 1.015, y, long):
            last = k == cars - 1
            it.card(0, -0.34, 1, 0.31, 0.05, colour)
            if last:
                it.shape([(0.84, -0.34), (0.93, -0.33), (1.06, -0.14), (1.06, -0.03), (0.84, -0.03)], colour)
                it.shape([(0.93, -0.28), (0.97, -0.26), (1.04, -0.15), (0.93, -0.15)], GLASS)
            it.box(0, -0.13, 1.05 if last else 1, 0.035, band)
            for pane in range(5):
                it.card(
                    0.05 + pane * 0.18, -0.28, 0.13, 0.12, 0.02, GLASS if pane not in {1, 3} else mix(colour, INK, 0.35)
                )
            it.box(0.04, -0.03, 0.9, 0.03, INK)


def rover(it: Picture, x: float, y: float, long: float, colour: str = LANTERN, *, flip: bool = False) -> None:
    """Roll a six-wheeled robot to the right."""
    with it.placed(x, y, long, flip=flip):
        it.glow(0.5, 0, 0.62, NIGHT, 0.8, 0.07)
        it.card(0.02, -0.52, 0.9, 0.36, 0.11, mix(colour, PAPER, 0.1))
        it.shape(
            [(0.06, -0.3), (0.9, -0.3), (0.88, -0.2), (0.82, -0.16), (0.12, -0.16), (0.06, -0.2)],
            mix(colour, INK, 0.25),
        )
        it.card(0.7, -0.45, 0.2, 0.14, 0.05, INK)
        for px in (0.76, 0.84):
            it.disc(px, -0.38, 0.028, MINT)
        it.box(0.12, -0.62, 0.36, 0.1, PAPER, SAGE)
        it.line([(0.2, -0.5), (0.2, -0.98)], INK, 0.018)
        it.shape([(0.2, -0.98), (0.36, -0.93), (0.2, -0.87)], BRICK)
        it.card(0.13, -0.42, 0.44, 0.055, 0.02, PAPER)
        for px in (0.16, 0.48, 0.8):
            wheel(it, px, -0.13, 0.13, hub=JADE)


def crate(it: Picture, x: float, y: float, wide: float, *, wood: str = "#B57B45", goods: tuple[str, ...] = ()) -> None:
    """Stand a slatted crate, heaped if goods are given; (x, y) is its lower left corner."""
    high = wide * 0.56
    for k in range(5 if goods else 0):
        it.disc(x + wide * (0.14 + 0.18 * k), y - high * 1.02, wide * 0.12, goods[k % len(goods)])
    it.box(x, y - high, wide, high, mix(wood, INK, 0.42))
    for row in range(3):
        it.box(x, y - high + high * 0.35 * row, wide, high * 0.26, wood, mix(wood, INK, 0.15))
    for px in (0.04, 0.86):
        it.box(x + wide * px, y - high, wide * 0.1, high, mix(wood, INK, 0.22))


def road_marks(
    it: Picture, x: float, y: float, wide: float, count: int, *, colour: str = PAPER, gap: float = 1.9
) -> None:
    """Paint the broken line of a road."""
    for k in range(count):
        left = x + wide * gap * k
        it.shape(
            [(left, y), (left + wide, y), (left + wide * 0.9, y + wide * 0.12), (left - wide * 0.1, y + wide * 0.12)],
            colour,
        )


def cargo_trike(it: Picture, x: float, y: float, long: float, colour: str = PINE) -> None:
    """Stand a cargo tricycle with its box in front, looking to the right."""
    with it.placed(x, y, long):
        it.glow(0.45, 0, 0.6, NIGHT, 0.7, 0.05)
        wheel(it, 0.1, -0.16, 0.16, thin=True)
        it.line([(0.1, -0.16), (0.24, -0.4), (0.44, -0.36), (0.3, -0.14), (0.1, -0.16)], colour, 0.028)
        it.line([(0.44, -0.36), (0.42, -0.5), (0.36, -0.52)], INK, 0.024)
        it.limb([(0.18, -0.46), (0.28, -0.46)], INK, 0.04)
        it.line([(0.3, -0.14), (0.56, -0.14)], colour, 0.028)
        it.card(0.48, -0.36, 0.5, 0.24, 0.02, colour)
        it.box(0.48, -0.3, 0.5, 0.03, LANTERN)
        wheel(it, 0.74, -0.13, 0.13, thin=True)
        it.disc(0.3, -0.14, 0.035, INK)
