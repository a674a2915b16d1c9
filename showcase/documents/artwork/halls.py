"""The landscapes of folded badges, tents, posters and the large signs of a hall (looks, section 7)."""

import random
from typing import Final

from showcase.documents.artwork.field import Ground
from showcase.documents.artwork.scenes import Scene
from showcase.documents.artwork.shapes import Lantern
from showcase.documents.artwork.skyline import Bridge, Skyline, bump, towers, truss
from showcase.documents.artwork.terraces import Look
from showcase.documents.colours import FOREST, INK, LEAF, MINT, mix

_NIGHT: Final = mix(FOREST, INK, 0.5)
_TO_LEAF: Final = ((0.0, _NIGHT), (0.3, mix(FOREST, LEAF, 0.25)), (1.0, LEAF))
"""Of signs whose ground runs to the edge: it must not dissolve."""
_TO_MEADOW: Final = ((0.0, _NIGHT), (0.2, FOREST), (0.7, LEAF), (1.0, "#6DB896"))
_TO_MIST: Final = ((0.0, _NIGHT), (0.14, FOREST), (0.5, LEAF), (0.74, "#6DB896"), (1.0, "#C6EBD9"))

BADGE_A6_LANDSCAPE: Final = Scene(
    154,
    50.4,
    Ground(
        width=154,
        horizon=27,
        depth=20,
        terraces=13,
        seed=14,
        hills=(
            (10, 35, 26, 8, 0.32),
            (58, 38, 22, 5, 0.18),
            (112, 33, 26, 7, 0.34),
            (88, 31, 12, 3.4, 0.12),
            (150, 44, 26, 7, 0.2),
        ),
    ),
    Look(cell=4.6, grid=0.5, rim=0.12, dyke=0.10, reach=12, lit=0.07, draw=4),
    Lantern((128, 16), 7.4, 2.2, 30, 0.20),
    (16, 18, 4.9),
)
BADGE_4X3: Final = Scene(
    107.6,
    27.2,
    Ground(
        width=107.6,
        horizon=17.4,
        depth=8.4,
        terraces=10,
        seed=7,
        hills=((7, 21, 14, 4, 0.3), (46, 24, 14, 3.4, 0.2), (92, 19.5, 18, 4, 0.26), (70, 20, 9, 2.6, 0.14)),
    ),
    Look(cell=3.6, grid=0.35, rim=0.11, dyke=0.09, reach=12, lit=0.07, lit_until=6, draw=6, bare=3),
    Lantern((92, 10.4), 4.4, 1.5, 24, 0.16),
    (12.2, 10.6, 3.3),
)
BUTTERFLY: Final = Scene(
    88,
    40,
    Ground(
        width=88,
        horizon=21,
        depth=13.5,
        terraces=12,
        seed=8,
        hills=((6, 27, 13, 6, 0.32), (38, 29, 12, 4, 0.2), (74, 25, 16, 5, 0.3), (56, 24, 8, 3, 0.12)),
    ),
    Look(cell=3.6, grid=0.4, rim=0.11, dyke=0.09, reach=12, lit=0.07, lit_until=7, draw=5),
    Lantern((70, 12), 5.4, 1.7, 24, 0.18),
    (13, 14.6, 3.9),
)
TABLE_TENT: Final = Scene(
    216,
    59,  # no bleed at the top: there the two faces meet
    Ground(
        width=216,
        horizon=33,
        depth=21,
        terraces=13,
        seed=31,
        hills=((14, 47, 40, 12, 0.32), (110, 55, 30, 7, 0.2), (190, 43, 40, 10, 0.3), (150, 39, 20, 5, 0.12)),
    ),
    Look(cell=6.5, grid=0.7, rim=0.18, dyke=0.14, reach=18, lit=0.06, draw=8),
    Lantern((186, 18), 9.4, 3.0, 40, 0.25),
    (23, 17, 6.1),
)
_POSTER_HILL, _POSTER_EAST = bump(0.30, 0.17, 0.62), bump(0.93, 0.08, 0.30)
POSTER: Final = Scene(
    303,
    345,
    Ground(
        width=303,
        horizon=240,
        depth=80,
        terraces=17,
        seed=44,
        hills=(
            (20, 260, 52, 22, 0.34),
            (120, 278, 40, 14, 0.2),
            (250, 256, 50, 20, 0.36),
            (190, 248, 24, 9, 0.12),
            (300, 288, 50, 18, 0.2),
        ),
        roughness=0.75,
    ),
    Look(cell=10, grid=0.9, rim=0.28, dyke=0.22, reach=26, lit=0.06, lit_until=12, draw=3),
    Lantern((233, 176), 45, 7.0, 48, 0.40, 0.34),
    city=(
        *towers(
            Skyline(-4, 307, 246, 96, 0.30, lambda at: 0.30 + _POSTER_HILL(at) + _POSTER_EAST(at)),
            random.Random(12),  # noqa: S311 - artwork, not secrets
        ),
        *truss(Bridge(-30, 236, 92, 4, 24, 6, 0.5, 2.2)),
    ),
)
_ROLLUP_WEST, _ROLLUP_EAST = bump(0.2, 0.2, 0.25), bump(0.93, 0.13, 0.66)
ROLLUP: Final = Scene(
    860,
    2010,
    Ground(
        width=860,
        horizon=1180,
        depth=880,
        terraces=22,
        seed=71,
        hills=(
            (70, 1260, 150, 60, 0.10),
            (430, 1370, 150, 40, 0.07),
            (740, 1260, 170, 60, 0.13),
            (560, 1220, 70, 20, 0.03),
            (860, 1470, 190, 60, 0.10),
            (150, 1560, 190, 60, 0.11),
            (620, 1660, 220, 60, 0.10),
            (330, 1830, 200, 60, 0.09),
            (820, 1880, 200, 70, 0.10),
            (40, 1940, 160, 60, 0.08),
        ),
        steepening=0.80,
        roughness=0.45,
    ),
    Look(cell=40, grid=4, rim=0.9, dyke=0.7, reach=80, lit=0.05, lit_until=18, draw=6, stops=_TO_MIST, bare=1),
    Lantern((640, 900), 118, 17, 70, 1.0, 0.34),
    city=(
        *towers(
            Skyline(-6, 866, 1195, 330, 0.9, lambda at: 0.26 + _ROLLUP_WEST(at) + _ROLLUP_EAST(at), 0.03, 0.081),
            random.Random(19),  # noqa: S311 - artwork, not secrets
        ),
        *truss(Bridge(-90, 1172, 300, 4, 84, 20, 1.7, 7, mix(MINT, LEAF, 0.2))),
    ),
)
FASCIA: Final = Scene(
    3000,
    300,
    Ground(
        width=3000,
        horizon=240,
        depth=62,
        terraces=9,
        seed=9,
        hills=(
            (200, 270, 260, 40, 0.3),
            (900, 290, 300, 30, 0.25),
            (1700, 260, 260, 30, 0.35),
            (2500, 280, 330, 40, 0.3),
        ),
        roughness=0.6,
    ),
    Look(cell=34, grid=4, rim=0.9, dyke=0.8, reach=60, lit=0.07, lit_until=7, draw=5, stops=_TO_LEAF, bare=1),
    Lantern((2860, 150), 112, 19, 90, 1.3, 0.32),
)
ROOM: Final = Scene(
    303,
    139,
    Ground(
        width=303,
        horizon=83,
        depth=44,
        terraces=15,
        seed=28,
        hills=(
            (20, 101, 50, 16, 0.34),
            (130, 115, 40, 10, 0.2),
            (262, 97, 50, 14, 0.34),
            (200, 89, 22, 7, 0.12),
        ),
        roughness=0.7,
    ),
    Look(cell=9, grid=0.9, rim=0.25, dyke=0.20, reach=24, lit=0.06, draw=9),
    Lantern((258, 46), 20, 5.6, 60, 0.35, 0.34),
)
SIGN_A5: Final = Scene(
    154,
    86,
    Ground(
        width=154,
        horizon=60,
        depth=20,
        terraces=12,
        seed=19,
        hills=((12, 74, 28, 9, 0.34), (76, 82, 22, 6, 0.2), (134, 70, 28, 9, 0.3)),
    ),
    Look(cell=5.4, grid=0.6, rim=0.15, dyke=0.12, reach=16, lit=0.06, draw=7),
    Lantern((128, 30), 12, 3.6, 50, 0.25, 0.34),
)
DIRECTION: Final = Scene(
    610,
    1610,
    Ground(
        width=610,
        horizon=1310,
        depth=310,
        terraces=18,
        seed=23,
        hills=((60, 1360, 120, 50, 0.3), (330, 1400, 100, 34, 0.2), (520, 1350, 120, 44, 0.3)),
        roughness=0.75,
    ),
    Look(cell=24, grid=3, rim=0.7, dyke=0.55, reach=60, lit=0.05, lit_until=13, draw=8, stops=_TO_MEADOW, bare=1),
    Lantern((495, 122), 62, 13, 110, 0.8, 0.28),
)
AISLE: Final = Scene(
    1210,
    510,
    Ground(
        width=1210,
        horizon=424,
        depth=88,
        terraces=11,
        seed=17,
        hills=((120, 480, 160, 40, 0.3), (520, 500, 150, 30, 0.2), (980, 470, 190, 40, 0.3)),
        roughness=0.6,
    ),
    Look(cell=24, grid=2.8, rim=0.7, dyke=0.55, reach=50, lit=0.06, lit_until=8, draw=4, stops=_TO_LEAF, bare=1),
    Lantern((1170, 150), 120, 17, 90, 0.9, 0.30),
)
