"""Invented values that fill every placeholder of a kind: what designers, documents and tests see."""

from collections.abc import Mapping
from typing import Final

from showcase.documents.colours import ROLE_WORDS
from showcase.documents.items import Value

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


def _session(start: str, vi: str, en: str, fr: str) -> Mapping[str, Value]:
    return {"day": "", "start": start, "title": {"vi": vi, "en": en, "fr": fr}, "room": "", "low": ""}


BADGE: Final[Mapping[str, Value]] = {
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
    "language": "vi",
    "photo": "",
    "token": "1234567890" * 22 + "1",
    "number": "4002 0588",
    "site": "HTTPS://VASC.EXAMPLE",
    "wifi": "SmartCity-Guest",
    "programme": (
        {
            "day": {"vi": "Thứ Ba 23.12.2025", "en": "Tuesday 23 December", "fr": "Mardi 23 décembre"},
            "start": "",
            "title": "",
            "room": "",
            "low": "1",
        },
        _session("08:30", "Lễ khai mạc", "Opening", "Ouverture"),
        _session(
            "10:00",
            "Đô thị xanh: từ cam kết đến vận hành",
            "Green cities: from pledge to operation",
            "Villes vertes : de l’engagement à l’action",
        ),
        _session("12:00", "Nghỉ trưa", "Lunch", "Déjeuner"),
        _session(
            "13:30",
            "Bàn tròn thị trưởng: giao thông không phát thải",
            "Mayors’ round table: zero-emission mobility",
            "Table ronde des maires : mobilité sans émissions",
        ),
        _session("15:30", "Bế mạc và bàn giao cam kết", "Closing and pledges", "Clôture et engagements"),
    ),
}
BOOTH_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "code": "A12",
    "name": _COMPANY,
    "name_short": {"vi": "Đô thị Xanh Bình Dương", "en": "Binh Duong Green"},
    "topics": (
        {"word": _WATER, "icon": "droplets"},
        {"word": {"vi": "AI và dữ liệu", "en": "AI and data", "fr": "IA et données"}, "icon": "cpu"},
    ),
    "url": "HTTPS://VASC.EXAMPLE/E/40020588",
}
PRODUCT_CARD: Final[Mapping[str, Value]] = {
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
}
HALL_PLAN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "hall": "A",
    "hall_name": {"vi": "Sảnh Sông Hồng", "en": "Red River Hall", "fr": "Hall du Fleuve Rouge"},
    "here": {"vi": "Cửa chính", "en": "Main entrance", "fr": "Entrée principale"},
    "plan": (
        {"is": "sheet", "box": [0.0, 0.0, 30.0, 18.0]},
        {"is": "floor", "box": [0.0, 0.0, 30.0, 18.0]},
        {"is": "edge", "of": "booth", "box": [2.0, 3.0, 12.0, 4.0]},
        {"is": "edge", "of": "booth", "box": [2.0, 10.0, 18.0, 4.0]},
        {"is": "booth", "box": [2.0, 3.0, 3.0, 4.0], "code": "A10", "name": {"": "Sao Mai"}},
        {"is": "booth", "box": [5.0, 3.0, 6.0, 4.0], "code": "A12", "name": _COMPANY},
        {"is": "booth", "box": [11.0, 3.0, 3.0, 4.0], "code": "A14", "name": {"": "Sông Êm"}},
        *(
            {"is": "booth", "box": [2.0 + 3.0 * at, 10.0, 3.0, 4.0], "code": f"A{at + 1:02}", "name": {"": name}}
            for at, name in enumerate(("Cửu Long", "An Phú", "Nắng Mới", "Đất Việt", "Mây Trắng", "Tre Xanh"))
        ),
        {"is": "stage", "box": [16.0, 3.0, 9.0, 5.0], "code": "A30", "name": {"vi": "Sân khấu", "en": "Stage"}},
        {"is": "service", "box": [22.0, 14.0, 8.0, 4.0], "code": "A40", "name": {"vi": "Cà phê", "en": "Café"}},
        {"is": "wall", "line": [0.0, 0.0, 30.0, 0.0]},
        {"is": "sign", "at": [28.0, 11.0], "icon": "toilet"},
        {"is": "here", "at": [15.0, 17.0]},
    ),
    "legend": ({"word": {"vi": "Nhà vệ sinh", "en": "Toilets", "fr": "Toilettes"}, "icon": "toilet"},),
    "legend_more": ({"word": {"vi": "Ăn uống", "en": "Food and drink", "fr": "Restauration"}, "icon": "coffee"},),
}

_SHORT: Final[Value] = {"vi": "Đô thị Xanh Bình Dương", "en": "Binh Duong Green"}
_PERSON: Final = ("given", "full", "job", "org", "org_short", "place", "role", "role_word", "language")
TENT: Final[Mapping[str, Value]] = {**_LOCKUP, **{name: BADGE[name] for name in _PERSON}}
FASCIA: Final[Mapping[str, Value]] = {**_LOCKUP, "code": "A12", "name": "Đô thị Xanh và Thông minh Bình Dương"}
_HEADLINE: Final[Value] = {
    "vi": "Biết trước trận ngập",
    "en": "Ninety minutes ahead of the flood",
    "fr": "L’inondation, 90 minutes avant",
}
POSTER: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "headline": _HEADLINE,
    "pitch": PRODUCT_CARD["pitch"],
    "facts": PRODUCT_CARD["facts"],
    "picture": "",
    "picture_focus": (0.5, 0.5),
    "booth": "A12",
    "org": _COMPANY,
    "org_short": _SHORT,
    "place": BADGE["place"],
    "url": "HTTPS://VASC.EXAMPLE/E/40020588",
}
ROLLUP: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    **{name: POSTER[name] for name in ("headline", "booth", "org", "org_short", "url")},
}
TOPIC_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "topic": _WATER,
    "motif": "water",
    "icon": "droplets",
    "place": HALL_PLAN["hall_name"],
    "groups": (
        {
            "arrow": "left",
            "codes": "A01, A08, A12",
            "word": {"vi": "Bên trái", "en": "On the left", "fr": "À gauche"},
        },
        {"arrow": "ahead", "codes": "A30", "word": {"vi": "Phía trước", "en": "Straight ahead", "fr": "Tout droit"}},
        {"arrow": "right", "codes": "A05, A17", "word": {"vi": "Bên phải", "en": "On the right", "fr": "À droite"}},
    ),
}
AISLE_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "letter": "A",
    "range": "A01–A24",
    "topic": _WATER,
    "left": "A01–12",
    "right": "A13–24",
}
DIRECTION_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "hall": "A",
    "place": HALL_PLAN["hall_name"],
    "ways": (
        {"arrow": "ahead", "icon": "presentation", "word": {"vi": "Sân khấu", "en": "Stage", "fr": "Scène"}},
        {"arrow": "", "icon": "store", "word": {"vi": "Sảnh B", "en": "Hall B", "fr": "Hall B"}},
        {"arrow": "left", "icon": "toilet", "word": {"vi": "Nhà vệ sinh", "en": "Toilets", "fr": "Toilettes"}},
        {"arrow": "right", "icon": "coffee", "word": {"vi": "Ăn uống", "en": "Food and drink", "fr": "Restauration"}},
    ),
}
ROOM_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "room": {"vi": "Phòng Sen", "en": "Lotus Room", "fr": "Salle du Lotus"},
    "date": {"vi": "Thứ Ba 23.12.2025", "en": "Tuesday 23 December", "fr": "Mardi 23 décembre"},
    "sessions": (
        {
            "start": "08:30",
            "end": "– 10:00",
            "title": {
                "vi": "Đô thị xanh: từ cam kết đến vận hành",
                "en": "Green cities: from pledge to operation",
                "fr": "Villes vertes : de l’engagement à l’action",
            },
            "speakers": "Phạm Thu Hà · Aroha Ngata · Kim Min-seo",
            "icon": "landmark",
            "gone": "",
            "low": "",
        },
        {
            "start": "12:00",
            "end": "– 13:30",
            "title": {"vi": "Nghỉ trưa", "en": "Lunch", "fr": "Déjeuner"},
            "speakers": "",
            "icon": "",
            "gone": "",
            "low": "1",
        },
        {
            "start": "13:30",
            "end": "– 15:00",
            "title": {
                "vi": "Bàn tròn thị trưởng: giao thông không phát thải",
                "en": "Mayors’ round table: zero-emission mobility",
                "fr": "Table ronde des maires : mobilité sans émissions",
            },
            "speakers": "Takahashi Ayumi · Nguyễn Hoàng Phương Thảo Vy",
            "icon": "tram-front",
            "gone": {"vi": "Đã huỷ", "en": "Cancelled", "fr": "Annulé"},
            "low": "",
        },
    ),
    "url": "HTTPS://VASC.EXAMPLE",
}
BANNER: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "theme": {
        "vi": "Đô thị xanh và thông minh được thúc đẩy bởi AI",
        "en": "Green and smart cities powered by AI",
        "fr": "Villes vertes et intelligentes propulsées par l’IA",
    },
    "theme_third": "Villes vertes et intelligentes propulsées par l’IA",
    "url": "HTTPS://VASC.EXAMPLE",
}
SCAN_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "headline": {
        "vi": "Quét để xem\n214 sản phẩm",
        "en": "Scan to see\n214 products",
        "fr": "Scannez pour voir\n214 produits",
    },
    "url": "HTTPS://VASC.EXAMPLE",
    "address": "vasc.example",
}
WIFI_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "network": "SmartCity-Guest",
    "password": "senvang2025",
    "code": "WIFI:T:WPA;S:SmartCity-Guest;P:senvang2025;;",
}
DESK_SIGN: Final[Mapping[str, Value]] = {
    **_LOCKUP,
    "letters": "A–C",
    "desk": {"vi": "Quầy 1 trên 4", "en": "Desk 1 of 4", "fr": "Guichet 1 sur 4"},
}
