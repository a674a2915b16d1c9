"""The colours of print: tokens, the roles, and how opaque inks are mixed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

FOREST: Final = "#0B3D2E"
LEAF: Final = "#1F8A5B"
MOSS: Final = "#17734B"
MINT: Final = "#CFEFE0"
LANTERN: Final = "#F2A900"
INK: Final = "#10201A"
STONE: Final = "#4C5F56"
WHITE: Final = "#FFFFFF"

TOKENS: Final[Mapping[str, str]] = {
    "forest": FOREST,
    "leaf": LEAF,
    "moss": MOSS,
    "mint": MINT,
    "lantern": LANTERN,
    "ink": INK,
    "stone": STONE,
    "white": WHITE,
}


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How a role looks: colour of the sky, of the text on it and of the lantern, and the shape of the lantern."""

    sky: str
    on_sky: str
    lantern: str
    shape: str


ROLES: Final[Mapping[str, RoleStyle]] = {
    "organiser": RoleStyle("#10201A", WHITE, LANTERN, "hexagon"),
    "speaker": RoleStyle("#2B2F77", WHITE, LANTERN, "diamond"),
    "exhibitor": RoleStyle("#8E1F28", WHITE, LANTERN, "square"),
    "delegate": RoleStyle("#0F6A44", WHITE, LANTERN, "circle"),
    "press": RoleStyle("#4C9DD2", INK, INK, "triangle"),
    "vip": RoleStyle("#F2A900", INK, FOREST, "star"),
    "visitor": RoleStyle("#E6D09F", INK, FOREST, "half"),
    "crew": RoleStyle("#D3EFE2", INK, FOREST, "cross"),
}

SIGN: Final = RoleStyle(FOREST, WHITE, LANTERN, "circle")
"""What signs and cards look like: they belong to no role."""

ROLE_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "organiser": {"vi": "BAN TỔ CHỨC", "en": "Organiser", "fr": "Organisateur"},
    "speaker": {"vi": "DIỄN GIẢ", "en": "Speaker", "fr": "Intervenant"},
    "exhibitor": {"vi": "NHÀ TRIỂN LÃM", "en": "Exhibitor", "fr": "Exposant"},
    "delegate": {"vi": "ĐẠI BIỂU", "en": "Delegate", "fr": "Délégué"},
    "press": {"vi": "BÁO CHÍ", "en": "Press", "fr": "Presse"},
    "vip": {"vi": "VIP", "en": "Guest of honour", "fr": "Invité d’honneur"},
    "visitor": {"vi": "KHÁCH THAM QUAN", "en": "Visitor", "fr": "Visiteur"},
    "crew": {"vi": "HỖ TRỢ", "en": "Crew", "fr": "Équipe"},
}
"""The words an event starts with; it may have its own."""


def style_of(role: str) -> RoleStyle:
    """Return the look of a role; anything without a role looks like a sign."""
    return ROLES.get(role, SIGN)


def resolve(name: str, style: RoleStyle) -> str:
    """Return the colour a template means: sky, on-sky and lantern are those of the role."""
    if name == "sky":
        return style.sky
    if name == "on-sky":
        return style.on_sky
    if name == "lantern":
        return style.lantern
    return TOKENS.get(name, name)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """Blend two opaque colours; `share` is that of the second. Never alpha: PDF/A drops it."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def ramp(stops: Sequence[tuple[float, str]], count: int) -> tuple[str, ...]:
    """Return `count` colours evenly along (position 0..1, colour) stops."""
    colours = []
    for index in range(count):
        at = index / max(count - 1, 1)
        for (start, first), (end, second) in pairwise(stops):
            if at <= end + 1e-9:
                colours.append(mix(first, second, (at - start) / (end - start)))
                break
    return tuple(colours)


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG): 0 black to 1 white."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
