"""The values a template may show, with a sample of each: one registry for templates, the designer and the texts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from showcase.documents.colours import ROLE_WORDS
from showcase.documents.items import Kind, PrintItem, Value

_LOCKUP: Final[Mapping[str, Value]] = {
    "event_name": {
        "vi": "Hội nghị Đô thị thông minh\nViệt Nam – Châu Á 2025",
        "en": "Smart City Summit\nViet Nam – Asia 2025",
        "fr": "Sommet de la ville intelligente\nViêt Nam – Asie 2025",
    },
    "event_date": {"vi": "Hà Nội · 23.12.2025", "en": "Ha Noi · 23.12.2025", "fr": "Hanoï · 23.12.2025"},
}
_COMPANY: Final[Value] = {
    "vi": "Công ty Cổ phần Giải pháp Công nghệ Đô thị Xanh và Thông minh Bình Dương",
    "en": "Binh Duong Green and Smart Urban Technology Solutions JSC",
    "fr": "Binh Duong, solutions technologiques pour la ville verte et intelligente",
}
_WATER: Final[Value] = {"vi": "Nước và môi trường", "en": "Water and environment", "fr": "Eau et environnement"}

SAMPLES: Final[Mapping[Kind, Mapping[str, Value]]] = {
    "badge": {
        **_LOCKUP,
        "given": "Minh",
        "full": "Lê Quang Minh",
        "job": {"vi": "Giám đốc sản phẩm", "en": "Product director", "fr": "Directeur produit"},
        "org": _COMPANY,
        "org_short": {"vi": "Đô thị Xanh Bình Dương", "en": "Binh Duong Green"},
        "place": {"vi": "Việt Nam", "en": "Viet Nam", "fr": "Viêt Nam"},
        "booth": "A12",
        "role": "exhibitor",
        "role_word": ROLE_WORDS["exhibitor"],
        "token": "1234567890" * 22 + "1",
        "number": "4002 0588",
    },
    "booth_sign": {
        **_LOCKUP,
        "code": "A12",
        "name": _COMPANY,
        "name_short": {"vi": "Đô thị Xanh Bình Dương", "en": "Binh Duong Green"},
        "topics": (
            {"word": _WATER, "icon": "droplets"},
            {"word": {"vi": "AI và dữ liệu", "en": "AI and data", "fr": "IA et données"}, "icon": "cpu"},
        ),
        "url": "HTTPS://VASC.EXAMPLE/E/40020588",
    },
    "product_card": {
        **_LOCKUP,
        "picture": "",
        "picture_focus": (0.5, 0.5),
        "motif": "water",
        "topic": _WATER,
        "topic_icon": "droplets",
        "name": {
            "vi": "Bản sao số thoát nước đô thị",
            "en": "Urban drainage digital twin",
            "fr": "Jumeau numérique du drainage urbain",
        },
        "pitch": {
            "vi": "Biết trước điểm ngập 90 phút, điều khiển cống và bơm từ một bản đồ duy nhất.",
            "en": "Sees a flood 90 minutes ahead and runs gates and pumps from one single map.",
            "fr": "Prévoit une inondation 90 minutes à l’avance et pilote vannes et pompes sur une seule carte.",
        },
        "facts": (
            {
                "value": {"vi": "90 phút", "en": "90 min", "fr": "90 min"},
                "label": {
                    "vi": "báo trước\nđiểm ngập",
                    "en": "warning before\na street floods",
                    "fr": "d’alerte avant\nl’inondation",
                },
            },
            {
                "value": {"vi": "1.240", "en": "1,240", "fr": "1\u202f240"},
                "label": {"vi": "cảm biến\nđang vận hành", "en": "sensors\nin service", "fr": "capteurs\nen service"},
            },
            {
                "value": {"vi": "−38 %", "en": "−38 %", "fr": "−38 %"},
                "label": {
                    "vi": "thời gian ngập\nmùa mưa 2025",
                    "en": "flooded hours,\nrainy season 2025",
                    "fr": "d’heures inondées,\nmousson 2025",
                },
            },
        ),
        "seeks": {"vi": "Thí điểm · Nhà đầu tư", "en": "Pilots · Investors", "fr": "Sites pilotes · Investisseurs"},
        "booth": "A12",
        "org": _COMPANY,
        "org_short": {"vi": "Đô thị Xanh Bình Dương", "en": "Binh Duong Green"},
        "url": "HTTPS://VASC.EXAMPLE/P/40020588",
    },
    "hall_plan": {
        **_LOCKUP,
        "hall": "A",
        "hall_name": {"vi": "Sảnh Sông Hồng", "en": "Red River Hall", "fr": "Hall du Fleuve Rouge"},
        "here": {"vi": "Cửa chính", "en": "Main entrance", "fr": "Entrée principale"},
        "plan": (
            {"is": "sheet", "box": [0.0, 0.0, 30.0, 18.0]},
            {"is": "floor", "box": [0.0, 0.0, 30.0, 18.0]},
            {"is": "edge", "of": "booth", "box": [4.0, 4.0, 6.0, 4.0]},
            {"is": "booth", "box": [4.0, 4.0, 6.0, 4.0], "code": "A12", "name": _COMPANY},
            {"is": "stage", "box": [16.0, 3.0, 9.0, 5.0], "code": "A10", "name": {"vi": "Sân khấu", "en": "Stage"}},
            {"is": "service", "box": [22.0, 14.0, 8.0, 4.0], "code": "A40", "name": {"vi": "Cà phê", "en": "Café"}},
            {"is": "wall", "line": [0.0, 0.0, 30.0, 0.0]},
            {"is": "sign", "at": [28.0, 11.0], "icon": "toilet"},
            {"is": "here", "at": [15.0, 17.0]},
        ),
        "legend": ({"word": {"vi": "Nhà vệ sinh", "en": "Toilets", "fr": "Toilettes"}, "icon": "toilet"},),
        "legend_more": ({"word": {"vi": "Ăn uống", "en": "Food and drink", "fr": "Restauration"}, "icon": "coffee"},),
    },
}
"""Kind -> name -> sample. Rows (topics, facts, the legend of a plan) have names of their own."""

_ROWS: Final[Mapping[str, tuple[str, ...]]] = {
    "topics": ("word", "icon"),
    "facts": ("value", "label"),
    "legend": ("word", "icon"),
    "legend_more": ("word", "icon"),
}
_PLACEHOLDER: Final = re.compile(r"{([^{}]*)}")
_NAMES: Final = ("short", "each", "picture", "focus")
"""Properties of an element that name a value without braces."""


def sample_item(kind: Kind) -> PrintItem:
    """Return an invented item that fills every field of its kind."""
    values = SAMPLES[kind]
    title = values[{"booth_sign": "code", "badge": "full", "product_card": "booth", "hall_plan": "hall"}[kind]]
    return PrintItem("00000000-0000-4000-8000-000000000000", kind, str(title), values)


def unknown_fields(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return (element, field) for every value a template asks for that its kind does not have."""
    known = set(SAMPLES[document["kind"]])
    return [pair for element in document["elements"] for pair in _unknown(element, known)]


def _unknown(element: Mapping[str, Any], known: set[str]) -> Iterator[tuple[str, str]]:
    inner = known | set(_ROWS.get(element.get("each", ""), ()))
    for name in _asked(element):
        if name not in inner:
            yield element["id"], name
    for part in ("label", "icon"):
        if part in element:
            yield from _unknown({"id": element["id"], **element[part]}, inner)
    for child in element.get("elements", ()):
        yield from _unknown(child, inner)


def _asked(element: Mapping[str, Any]) -> Iterator[str]:
    """Give the names of the values one element asks for."""
    texts = [element.get("text", ""), element.get("variant", ""), element.get("name", "")]
    texts.append(element.get("tail", {}).get("text", ""))
    for text in texts:
        for spelt in text.values() if isinstance(text, Mapping) else (text,):
            yield from _PLACEHOLDER.findall(spelt)
    yield from (name.lstrip("!") for name in element.get("show", ()))
    yield from (element[name] for name in _NAMES if element.get(name))
