"""Skies for the pictures of the sample: the drum's rings, clouds, moon, stars, rain, birds."""

import math

from picture_kit import HIGH, HONEY, LANTERN, NIGHT, PAPER, WIDE, Picture, around, mix


def drum(it: Picture, x: float, y: float, r: float, colour: str, *, bands: int = 5) -> None:
    """Lay the rings of a bronze drum around a point: lines, dots, teeth and herons in turn."""
    for band in range(bands):
        away = r + 3 + 7.2 * band
        it.ring(x, y, away - 1.8, away - 1.8, colour, 0.2)
        count = round(away * (2.2, 1.5, 1.1, 0.34, 1.9)[band % 5])
        for k in range(count):
            turn = 360 * k / count
            with it.placed(x, y, turn=turn):
                if band % 5 == 0:
                    it.line([(away - 0.9, -0.8), (away + 1.1, 0.8)], colour, 0.26)
                elif band % 5 == 1:
                    it.shape([(away - 1, -0.9), (away + 1.5, 0), (away - 1, 0.9)], colour)
                elif band % 5 == 2:
                    it.ring(away, 0, 1.35, 1.35, colour, 0.22)
                    it.disc(away, 0, 0.42, colour)
                elif band % 5 == 3:
                    _heron(it, away + 0.6, colour)
                else:
                    it.disc(away, 0, 0.4, colour)
        it.ring(x, y, away + 2.6, away + 2.6, colour, 0.2)


def _heron(it: Picture, away: float, colour: str) -> None:
    """Let a heron of the drum fly across a ring."""
    with it.placed(away, 0, turn=90):
        it.shape([(-4.6, 0.1), (-1.6, -0.5), (1.6, -0.4), (1.6, 0.5), (-1.6, 0.6)], colour)
        it.shape([(-1.2, -0.3), (-2.4, -3.2), (1.2, -0.4)], colour)
        it.line([(1.4, 0), (3.2, -0.5), (5.4, 0.1)], colour, 0.36)


def globe(it: Picture, x: float, y: float, r: float, *, colour: str = LANTERN, light: float = 0.5) -> None:
    """Hang the sun as a paper lantern with its ribs."""
    it.glow(x, y, r * 4.4, mix(colour, HONEY, 0.6), light)
    it.disc(x, y, r, colour)
    rib = mix(colour, "#9A5B00", 0.32)
    it.disc(x - r * 0.12, y - r * 0.12, r * 0.84, mix(colour, HONEY, 0.35))
    for share in (0.34, 0.7):
        it.ring(x, y, r * share, r, rib, 0.22)
    it.line([(x, y - r), (x, y + r)], rib, 0.22)
    for share in (-0.62, -0.22, 0.22, 0.62):
        half = r * math.sqrt(1 - share**2)
        it.line([(x - half, y + r * share), (x + half, y + r * share)], rib, 0.22)


def moon(it: Picture, x: float, y: float, r: float, *, full: bool = False) -> None:
    """Hang a crescent or a full moon."""
    it.glow(x, y, r * 4, "#F7ECC8", 0.35)
    if full:
        it.disc(x, y, r, "#F7ECC8")
        for dx, dy, share in ((-0.3, -0.2, 0.22), (0.25, 0.3, 0.3), (0.3, -0.4, 0.14)):
            it.disc(x + dx * r, y + dy * r, r * share, "#E6D6A6")
        return
    with it.placed(x, y, r, turn=-25):
        outer, inner = around(0, 0, 1, 1, 60, 300), around(0.62, 0, 0.95, 0.95, 246, 114)
        it.shape([*outer, *inner], "#F7ECC8")


def stars(it: Picture, low: float, *, count: int = 70, colour: str = PAPER) -> None:
    """Scatter stars above a line."""
    for k in range(count):
        x, y = it.dice.uniform(0, WIDE), it.dice.uniform(0, low)
        if k % 9 == 0:
            it.shape([(x - 0.9, y), (x, y - 0.22), (x + 0.9, y), (x, y + 0.22)], colour)
            it.shape([(x - 0.22, y), (x, y - 0.9), (x + 0.22, y), (x, y + 0.9)], colour)
        else:
            it.disc(x, y, it.dice.uniform(0.1, 0.24), colour)


def cloud(it: Picture, x: float, y: float, wide: float, colour: str, *, shade: str = "") -> None:
    """Float a flat-footed cloud of round parts."""
    with it.placed(x, y, wide / 20):
        for layer, tone in ((0.0, shade or mix(colour, NIGHT, 0.08)), (-0.7, colour)):
            it.card(-10, -2.4 + layer, 20, 3.4, 1.7, tone)
            for dx, r in ((-5, 2.8), (-0.6, 4.2), (4.4, 3.1)):
                it.disc(dx, -2 + layer, r, tone)


def rain(it: Picture, colour: str, *, count: int = 130, low: float = HIGH) -> None:
    """Let rain fall across the picture."""
    for _ in range(count):
        x, y, deep = it.dice.uniform(0, WIDE + 8), it.dice.uniform(-4, low), it.dice.uniform(0.6, 1.3)
        it.line([(x, y), (x + -1.4 * deep, y + 5 * deep)], colour, 0.13 * deep)


def birds(it: Picture, x: float, y: float, size: float, colour: str, *, count: int = 5) -> None:
    """Let a few birds cross the sky, one behind the other."""
    for k in range(count):
        px = x + size * (k * 2.6 + it.dice.uniform(-0.6, 0.6))
        py = y - size * (k % 3) * it.dice.uniform(0.7, 1.3)
        with it.placed(px, py, size * it.dice.uniform(0.75, 1.1)):
            it.curve([(-1.2, -0.5), (-0.5, -0.45), (0, 0.1), (0.5, -0.45), (1.2, -0.5)], colour, 0.17)


def gull(it: Picture, x: float, y: float, size: float, *, flip: bool = False, colour: str = PAPER) -> None:
    """Let a gull sail by, near."""
    with it.placed(x, y, size, flip=flip):
        it.blob([(-1, 0.1), (0, -0.2), (0.8, -0.1), (1.1, 0.1), (0.6, 0.3), (-0.5, 0.3)], colour)
        it.shape([(0, 0), (-0.6, -1.1), (-1.8, -1.6), (-0.7, -0.7), (0.5, 0.1)], mix(colour, NIGHT, 0.12))
        it.shape([(0.2, 0), (0.9, -1.2), (2, -1.5), (1.2, -0.5), (0.6, 0.1)], colour)
        it.shape([(1.05, 0.02), (1.4, 0.14), (1.05, 0.2)], LANTERN)


def rays(
    it: Picture,
    x: float,
    y: float,
    colour: str,
    strength: float,
    *,
    count: int = 12,
    start: float = 180,
    end: float = 360,
) -> None:
    """Fan beams of light out from a point."""
    step = (end - start) / (2 * count)
    for k in range(count):
        turn = start + step * 2 * k
        it.veil([(x, y), *around(x, y, 230, 230, turn, turn + step)], colour, strength)


def waves(
    it: Picture,
    y: float,
    colour: str,
    *,
    height: float = 1.2,
    long: float = 14,
    shift: float = 0.0,
    low: float = HIGH,
    foot: str = "",
) -> None:
    """Lay a sheet of water whose upper edge rolls."""
    crest = [(x * 1.0, y + height * math.sin((x + shift) * 2 * math.pi / long)) for x in range(-2, 188, 2)]
    it.shape([*crest, (188, low), (-2, low)], colour, foot or colour)


def strips(it: Picture, x: float, y: float, low: float, colour: str, *, wide: float = 16, gap: float = 2.3) -> None:
    """Lay the reflection of a light on water, in flat strips as in a print."""
    at = y + 1
    while at < low:
        share = (at - y) / (low - y)
        half = wide * (0.45 + 0.6 * math.sin(math.pi * min(1, 0.25 + share))) * it.dice.uniform(0.55, 1)
        shift = it.dice.uniform(-0.2, 0.2) * wide
        it.card(x + shift - half, at, 2 * half, 0.55 + 0.5 * share, 0.4, colour)
        at += gap * (0.75 + 0.6 * share)
