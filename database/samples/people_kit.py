"""People and hands for the pictures of the sample."""

import math

from picture_kit import BRICK, HONEY, INK, LANTERN, NIGHT, PAPER, SAND, Picture, Point, around, mix, way

SKINS = ("#E3B48C", "#C98F65", "#F0C7A0", "#A9714B")
"""A few skins; who stands in a picture gets one of them."""


def _elbow(shoulder: Point, hand: Point, bend: float) -> Point:
    (x, y), (x2, y2) = shoulder, hand
    away = math.hypot(x2 - x, y2 - y) or 1
    return (x + x2) / 2 + bend * (y2 - y) / away, (y + y2) / 2 - bend * (x2 - x) / away


def _arm(it: Picture, side: float, hand: Point, shirt: str, skin: str, y: float = -0.775) -> None:
    """Draw an arm from a shoulder to a hand; the hand is given from the shoulder."""
    shoulder = (side * 0.105, y)
    end = (shoulder[0] + hand[0], y + hand[1])
    it.curve([shoulder, _elbow(shoulder, end, -0.035 if hand[0] > 0 else 0.035), end], shirt, 0.062)
    it.disc(*end, 0.034, skin)


def head(it: Picture, x: float, y: float, r: float, *, hair: str = INK, skin: str = SKINS[0], hat: str = "") -> None:
    """Draw a head with its hair, and a hat: cone, helmet, cap, scarf or bun."""
    if hat == "long":
        it.card(x - r * 1.12, y - r * 0.9, r * 2.24, r * 2.5, r, hair)
    it.disc(x, y, r, skin)
    it.veil(around(x, y + r * 0.1, r * 0.95, r * 0.92, 20, 160), mix(skin, BRICK, 0.5), 0.16)
    if hat == "cone":
        it.shape([(x - r * 2.3, y - r * 0.15), (x, y - r * 1.95), (x + r * 2.3, y - r * 0.15)], "#F7E7BE", "#D9BE83")
        it.veil([(x, y - r * 1.95), (x + r * 2.3, y - r * 0.15), (x + r * 0.3, y - r * 0.15)], "#8A6238", 0.22)
        return
    it.shape(around(x, y - r * 0.18, r * 1.07, r * 0.96, 176, 364), hair)
    if hat in {"helmet", "cap"}:
        colour = LANTERN if hat == "helmet" else BRICK
        it.shape(around(x, y - r * 0.1, r * 1.22, r * 1.2, 180, 360), colour)
        it.card(
            x - r * 1.2, y - r * 0.3, r * (2.4 if hat == "helmet" else 2.9), r * 0.34, r * 0.16, mix(colour, INK, 0.25)
        )
    elif hat == "scarf":
        it.shape(around(x, y - r * 0.1, r * 1.2, r * 1.24, 175, 365), BRICK)
        it.line(around(x, y - r * 0.12, r * 1.1, r * 0.5, 190, 350), HONEY, r * 0.16)
    elif hat == "bun":
        it.disc(x, y - r * 1.25, r * 0.5, hair)


def figure(
    it: Picture, x: float, y: float, tall: float, shirt: str, *, trousers: str = "", dress: str = "",
    skin: str = SKINS[0], hair: str = INK, hat: str = "", left: Point = (-0.05, 0.33), right: Point = (0.05, 0.33),
    stride: float = 0.05, child: bool = False, flip: bool = False,
) -> None:  # fmt: skip
    """Stand a person with the feet on a point; hands are given from their shoulders, in shares of the height."""
    legs = trousers or mix(shirt, INK, 0.68)
    it.glow(x, y, tall * 0.34, NIGHT, 0.7, tall * 0.055)
    with it.placed(x, y, tall, flip=flip):
        for side in (-1, 1):
            foot = side * stride
            it.shape(
                [
                    (side * 0.012 - 0.05, -0.5),
                    (side * 0.012 + 0.05, -0.5),
                    (foot + 0.034, -0.02),
                    (foot - 0.034, -0.02),
                ],
                legs,
            )
            it.card(foot - 0.038, -0.03, 0.088, 0.034, 0.016, mix(legs, INK, 0.6))
        if dress:
            it.shape([(-0.09, -0.56), (0.09, -0.56), (0.14, -0.2), (-0.14, -0.2)], dress, mix(dress, INK, 0.25))
        _arm(it, -1, left, mix(shirt, INK, 0.16), skin)
        it.box(-0.028, -0.87, 0.056, 0.09, mix(skin, BRICK, 0.22))
        it.blob(
            way("-.1 -.81 0 -.825 .1 -.81 .125 -.76 .1 -.6 .1 -.46 0 -.45 -.1 -.46 -.1 -.6 -.125 -.76"),
            mix(shirt, PAPER, 0.1), mix(shirt, INK, 0.16),
        )  # fmt: skip
        it.veil([(0.03, -0.82), (0.12, -0.78), (0.1, -0.46), (0.05, -0.46)], INK, 0.12)
        _arm(it, 1, right, shirt, skin)
        head(it, 0, -0.915 if not child else -0.9, 0.078 if not child else 0.108, hair=hair, skin=skin, hat=hat)


def seated(
    it: Picture, x: float, y: float, tall: float, shirt: str, *, trousers: str = "", skin: str = SKINS[0],
    hair: str = INK, hat: str = "", left: Point = (0.12, 0.2), right: Point = (0.17, 0.18),
    flip: bool = False, child: bool = False,
) -> None:  # fmt: skip
    """Seat a person who looks to the right; (x, y) is the floor under the seat, which is 0.28 of the height up."""
    legs = trousers or mix(shirt, INK, 0.68)
    with it.placed(x, y, tall, flip=flip):
        it.curve([(0, -0.3), (0.2, -0.3), (0.22, -0.03)], mix(legs, INK, 0.25), 0.085)
        it.limb([(0.23, -0.015), (0.28, -0.015)], mix(legs, INK, 0.6), 0.04)
        it.curve([(-0.01, -0.3), (0.17, -0.31), (0.18, -0.03)], legs, 0.09)
        it.limb([(0.19, -0.015), (0.25, -0.015)], mix(legs, INK, 0.6), 0.04)
        with it.placed(0, 0.2):
            _arm(it, -0.4, left, mix(shirt, INK, 0.16), skin)
            it.box(-0.02, -0.87, 0.05, 0.09, mix(skin, BRICK, 0.22))
            it.blob(
                way("-0.08 -0.81 0.02 -0.825 0.09 -0.79 0.09 -0.62 0.09 -0.46 -0.1 -0.46 -0.11 -0.64"),
                mix(shirt, PAPER, 0.1), mix(shirt, INK, 0.16),
            )  # fmt: skip
            _arm(it, 0.1, right, shirt, skin)
            head(it, 0.015, -0.915, 0.1 if child else 0.078, hair=hair, skin=skin, hat=hat)


def wheelchair(it: Picture, x: float, y: float, tall: float, shirt: str, *, flip: bool = False, hat: str = "") -> None:
    """Let a person in a wheelchair roll to the right."""
    it.glow(x, y, tall * 0.4, NIGHT, 0.7, tall * 0.06)
    with it.placed(x, y, tall, flip=flip):
        it.limb([(-0.18, -0.62), (-0.13, -0.62), (-0.11, -0.26), (0.2, -0.26)], INK, 0.03)
        it.limb([(0.2, -0.26), (0.26, -0.05), (0.34, -0.05)], INK, 0.025)
        it.disc(0.24, -0.05, 0.05, INK)
        it.disc(0.24, -0.05, 0.02, PAPER)
    seated(it, x, y - tall * 0.02, tall, shirt, flip=flip, hat=hat, right=(0.08, 0.26), left=(0.16, 0.22))
    with it.placed(x, y, tall, flip=flip):
        it.ring(-0.03, -0.19, 0.19, 0.19, INK, 0.034)
        it.ring(-0.03, -0.19, 0.15, 0.15, "#8FA79B", 0.012)
        it.disc(-0.03, -0.19, 0.03, LANTERN)


def bust(
    it: Picture, x: float, y: float, wide: float, shirt: str, *, skin: str = SKINS[0], hair: str = INK, hat: str = "",
    face: bool = False,
) -> None:  # fmt: skip
    """Draw the head and shoulders of someone, as behind a table or a window."""
    with it.placed(x, y, wide):
        it.shape(around(0, 0.0, 0.5, 0.62, 180, 360), mix(shirt, PAPER, 0.1), mix(shirt, INK, 0.18))
        it.box(-0.1, -0.72, 0.2, 0.2, mix(skin, BRICK, 0.22))
        head(it, 0, -0.86, 0.27, hair=hair, skin=skin, hat=hat)
        if face:
            for side in (-1, 1):
                it.disc(side * 0.1, -0.83, 0.025, INK)
                it.disc(side * 0.15, -0.76, 0.04, mix(skin, BRICK, 0.3))
            it.arc(0, -0.79, 0.09, 25, 155, mix(skin, BRICK, 0.75), 0.025)


def pram(it: Picture, x: float, y: float, tall: float, colour: str) -> None:
    """Push a pram to the right."""
    with it.placed(x, y, tall):
        it.limb([(-0.34, -0.62), (-0.2, -0.5), (0, -0.2)], INK, 0.03)
        it.shape(around(0, -0.34, 0.24, 0.2, 0, 180), colour, mix(colour, INK, 0.3))
        it.shape([(0, -0.34), *around(0, -0.34, 0.24, 0.26, 270, 360)], mix(colour, PAPER, 0.25))
        it.disc(-0.06, -0.38, 0.07, SKINS[2])
        for wheel in (-0.15, 0.15):
            it.ring(wheel, -0.07, 0.075, 0.075, INK, 0.026)


def hand(
    it: Picture,
    x: float,
    y: float,
    size: float,
    turn: float,
    sleeve: str,
    *,
    skin: str = SKINS[0],
    flip: bool = False,
    grip: bool = False,
) -> None:
    """Reach in with a large hand: the fingertips lie at the point, the arm goes down from them before it is turned."""
    dark = mix(skin, BRICK, 0.28)
    with it.placed(x, y, size, turn=turn, flip=flip):
        it.shape([(-0.3, 1.1), (0.3, 1.1), (0.5, 3.6), (-0.5, 3.6)], skin, dark)
        it.shape(
            [(-0.42, 1.45), (0.42, 1.45), (1.15, 11), (-1.15, 11)], mix(sleeve, PAPER, 0.08), mix(sleeve, INK, 0.25)
        )
        it.card(-0.46, 1.35, 0.92, 0.26, 0.1, mix(sleeve, PAPER, 0.3))
        for k, (dx, tip) in enumerate(((-0.27, 0.24), (-0.09, 0.06), (0.09, 0.0), (0.27, 0.18))):
            end = 0.5 if grip and k else tip
            it.limb([(dx, 0.75), (dx * 0.95, end + 0.09)], mix(skin, dark, 0.35 if k % 2 else 0.1), 0.19)
        it.card(-0.38, 0.55, 0.76, 0.7, 0.24, skin)
        it.curve([(-0.26, 1.1), (-0.5, 0.8), (-0.46, 0.5)], mix(skin, dark, 0.25), 0.2)
        it.veil(around(0.12, 0.95, 0.2, 0.3), dark, 0.25)


def reader(it: Picture, x: float, y: float, tall: float, shirt: str, *, hat: str = "", skin: str = SKINS[0]) -> None:
    """Stand a person who looks at the phone in the hand."""
    figure(it, x, y, tall, shirt, hat=hat, skin=skin, right=(0.06, 0.14), left=(-0.03, 0.34))
    with it.placed(x, y, tall):
        it.card(0.145, -0.7, 0.06, 0.11, 0.012, INK)
        it.card(0.151, -0.692, 0.048, 0.092, 0.006, SAND)
