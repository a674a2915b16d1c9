"""The height field under the terraces: 0 on the horizon, one more at every terrace below it."""

import math
import random
from dataclasses import dataclass, field
from typing import Final

Hill = tuple[float, float, float, float, float]
"""Centre x and y, width and height in mm, how much it lifts the ground (share of the depth)."""
_WAVES: Final = (1, 2, 3, 5)
_WAVE_HEIGHT: Final = 0.06
_FAR: Final = 4.5
"""Heights of a hill above and below which it lifts the ground by less than a thousandth of a hair."""


@dataclass(frozen=True, slots=True)
class Ground:
    """How a landscape is made; lengths in mm. `steepening` < 1 draws the terraces together at the horizon."""

    width: float
    horizon: float
    depth: float
    terraces: int
    seed: int
    hills: tuple[Hill, ...]
    steepening: float = 0.82
    roughness: float = 0.55


@dataclass(frozen=True, slots=True)
class Field:
    """f(x, y) of a ground: hills push it up, four waves make it alive."""

    ground: Ground
    _waves: list[tuple[float, float, float, float]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        ground, chance = self.ground, random.Random(self.ground.seed)  # noqa: S311 - artwork, not secrets
        for k in _WAVES:
            across = chance.uniform(0.8, 1.6) * math.tau / ground.width * k
            down = chance.uniform(0.2, 1.0) * math.tau / ground.depth * 0.6 * k
            phase = chance.uniform(0, math.tau)
            self._waves.append((across, down, phase, ground.roughness * _WAVE_HEIGHT / k))

    def raw(self, x: float, y: float) -> float:
        """Return the height before it is parted into terraces: 0 at the horizon, about 1 at the full depth."""
        ground = self.ground
        u = (y - ground.horizon) / ground.depth
        for cx, cy, sx, sy, lift in ground.hills:
            down = (y - cy) / sy
            if -_FAR < down < _FAR:
                u += lift * math.exp(-(((x - cx) / sx) ** 2) - down * down)
        for across, down, phase, height in self._waves:
            u += height * math.sin(across * x + down * y + phase)
        return u

    def __call__(self, x: float, y: float) -> float:
        """Return the height in terraces."""
        u = self.raw(x, y)
        return math.copysign(self.ground.terraces * abs(u) ** self.ground.steepening, u)

    def slope(self, x: float, y: float, step: float = 0.05) -> tuple[float, float]:
        """Return the gradient."""
        across = self(x + step, y) - self(x - step, y)
        down = self(x, y + step) - self(x, y - step)
        return across / (2 * step), down / (2 * step)
