"""Words in cells that stand for a fixed choice: roles, kinds, countries, what is sought, yes and no."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from showcase.catalogue.checks import COUNTRIES
from showcase.catalogue.kinds import OrganisationKind, ProductKind, Seeking
from showcase.exchange.columns import plain
from showcase.people.kinds import Role

ROLES: Final[Mapping[Role, str]] = {
    Role.DELEGATE: "delegate|đại biểu|délégué|déléguée|participant",
    Role.SPEAKER: "speaker|expert|panelist|panellist|moderator|diễn giả|chuyên gia|báo cáo viên|điều phối|intervenant"
    "|intervenante"
    "|conférencier|conférencière|orateur|oratrice|experte",
    Role.EXHIBITOR: "exhibitor|nhà trưng bày|đơn vị trưng bày|trưng bày|gian hàng|nhà triển lãm|exposant|exposante",
    Role.VISITOR: "visitor|guest|attendee|khách|khách tham quan|khách mời|visiteur|visiteuse|invité|invitée",
    Role.PRESS: "press|media|journalist|báo chí|phóng viên|nhà báo|truyền thông|presse|journaliste|média|médias",
    Role.VIP: "vip|v i p|khách quý|khách vip|khách đặc biệt|invité d honneur|invitée d honneur",
    Role.ORGANISER: "organiser|organizer|organisation|host|ban tổ chức|btc|organisateur|organisatrice",
    Role.CREW: "crew|staff|volunteer|technician|nhân viên|kỹ thuật|tình nguyện viên|hậu cần|lễ tân|équipe|bénévole"
    "|technicien"
    "|technicienne|personnel",
}
ORGANISATION_KINDS: Final[Mapping[OrganisationKind, str]] = {
    OrganisationKind.COMPANY: "company|business|startup|start up|enterprise|công ty|doanh nghiệp|khởi nghiệp"
    "|entreprise|société",
    OrganisationKind.PROVINCE: "province|region|tỉnh|région",
    OrganisationKind.CITY: "city|municipality|thành phố|đô thị|ville|commune|municipalité",
    OrganisationKind.AGENCY: "agency|government|ministry|department|cơ quan|cơ quan nhà nước|bộ|sở|agence|ministère"
    "|administration",
    OrganisationKind.UNIVERSITY: "university|school|institute|research|đại học|trường đại học|trường|học viện|viện"
    "|viện nghiên cứu"
    "|université|école|institut",
    OrganisationKind.ASSOCIATION: "association|ngo|non profit|federation|hiệp hội|hội|liên đoàn|fédération|ong",
    OrganisationKind.OTHER: "other|khác|autre",
}
PRODUCT_KINDS: Final[Mapping[ProductKind, str]] = {
    ProductKind.PRODUCT: "product|hardware|software|sản phẩm|giải pháp|solution|produit",
    ProductKind.SERVICE: "service|dịch vụ|consulting|tư vấn|prestation",
}
SEEKING: Final[Mapping[Seeking, str]] = {
    Seeking.INVESTMENT: "investment|investor|investors|funding|đầu tư|vốn|gọi vốn|nhà đầu tư|investissement"
    "|investisseurs|financement",
    Seeking.PILOTS: "pilot|pilots|pilot projects|thí điểm|dự án thí điểm|thử nghiệm|pilote|pilotes|projets pilotes",
    Seeking.PARTNERS: "partner|partners|partnership|distributors|đối tác|hợp tác|partenaire|partenaires|partenariat",
    Seeking.TALENT: "talent|talents|hiring|nhân tài|nhân lực|tuyển dụng|recrutement",
}
_YES: Final = "yes|y|true|1|x|có|oui|vrai|đúng|✓|✔"
_NO: Final = "no|n|false|0|không|ko|non|faux|sai"

_COUNTRIES: Final[Mapping[str, str]] = {
    "AE": "united arab emirates|uae|các tiểu vương quốc ả rập thống nhất|émirats arabes unis",
    "AR": "argentina|argentine",
    "AT": "austria|áo|autriche",
    "AU": "australia|úc|ôxtrâylia|australie",
    "BD": "bangladesh",
    "BE": "belgium|bỉ|belgique",
    "BG": "bulgaria|bungari|bulgarie",
    "BN": "brunei|brunei darussalam",
    "BR": "brazil|brasil|bra xin|brésil",
    "CA": "canada|ca na đa",
    "CH": "switzerland|thụy sĩ|suisse",
    "CL": "chile|chi lê|chili",
    "CN": "china|trung quốc|pr china|people s republic of china|chine",
    "CO": "colombia|colombie",
    "CZ": "czechia|czech republic|séc|cộng hòa séc|tchéquie|république tchèque",
    "DE": "germany|đức|allemagne|deutschland",
    "DK": "denmark|đan mạch|danemark",
    "EE": "estonia|estonie",
    "EG": "egypt|ai cập|égypte",
    "ES": "spain|tây ban nha|espagne",
    "FI": "finland|phần lan|finlande",
    "FR": "france|pháp",
    "GB": "united kingdom|uk|great britain|england|scotland|wales|anh|vương quốc anh|royaume uni|angleterre",
    "GR": "greece|hy lạp|grèce",
    "HK": "hong kong|hồng kông|hồng công",
    "HU": "hungary|hungari|hongrie",
    "ID": "indonesia|indonésie",
    "IE": "ireland|ai len|irlande",
    "IL": "israel|israël",
    "IN": "india|ấn độ|inde",
    "IT": "italy|ý|italia|italie",
    "JP": "japan|nhật bản|nhật|japon",
    "KH": "cambodia|campuchia|cambodge",
    "KR": "south korea|korea|republic of korea|korea republic of|hàn quốc|corée du sud|corée|république de corée",
    "KZ": "kazakhstan",
    "LA": "laos|lào|lao pdr",
    "LK": "sri lanka|xri lan ca",
    "LT": "lithuania|lituanie",
    "LU": "luxembourg|lúc xăm bua",
    "MA": "morocco|ma rốc|maroc",
    "MM": "myanmar|mi an ma|birmanie",
    "MN": "mongolia|mông cổ|mongolie",
    "MO": "macau|macao|ma cao",
    "MX": "mexico|mê hi cô|mexique",
    "MY": "malaysia|malaixia|malaisie",
    "NL": "netherlands|the netherlands|holland|hà lan|pays bas",
    "NO": "norway|na uy|norvège",
    "NP": "nepal|népal",
    "NZ": "new zealand|niu di lân|nouvelle zélande",
    "PH": "philippines|phi líp pin",
    "PK": "pakistan",
    "PL": "poland|ba lan|pologne",
    "PT": "portugal|bồ đào nha",
    "QA": "qatar|ca ta",
    "RO": "romania|rumani|roumanie",
    "RU": "russia|russian federation|nga|liên bang nga|russie",
    "SA": "saudi arabia|ả rập xê út|arabie saoudite",
    "SE": "sweden|thụy điển|suède",
    "SG": "singapore|xin ga po|singapour",
    "SK": "slovakia|slovaquie",
    "TH": "thailand|thái lan|thaïlande",
    "TL": "timor leste|đông ti mo",
    "TN": "tunisia|tunisie",
    "TR": "türkiye|turkey|thổ nhĩ kỳ|turquie",
    "TW": "taiwan|đài loan|taïwan",
    "UA": "ukraine|u crai na",
    "US": "united states|united states of america|usa|u s a|mỹ|hoa kỳ|états unis|états unis d amérique",
    "UZ": "uzbekistan|ouzbékistan",
    "VN": "vietnam|viet nam|việt nam|vnm|việt nam vn",
    "ZA": "south africa|nam phi|afrique du sud",
}
_PARTS: Final = re.compile(r"[;,/|\n]")


def _index(words: Mapping[str, str]) -> dict[str, str]:
    """Return folded word -> choice, the choice's own name included."""
    index = {plain(word): choice for choice, listed in words.items() for word in listed.split("|")}
    return {plain(choice): choice for choice in words} | index


@cache
def _indexes() -> Mapping[str, Mapping[str, str]]:
    return {
        "role": _index({role.value: words for role, words in ROLES.items()}),
        "organisation_kind": _index({kind.value: words for kind, words in ORGANISATION_KINDS.items()}),
        "product_kind": _index({kind.value: words for kind, words in PRODUCT_KINDS.items()}),
        "seeking": _index({seeking.value: words for seeking, words in SEEKING.items()}),
        "flag": _index({"yes": _YES, "no": _NO}),
        "country": {code.casefold(): code for code in COUNTRIES} | _index(_COUNTRIES),
    }


@lru_cache(maxsize=4_096)
def find_word(choice: str, text: str) -> str | None:
    """Return what a word stands for among the words of one choice, or None.

    Args:
        choice: "role", "organisation_kind", "product_kind", "seeking", "flag" (yes, no), "country" (ISO 3166-1).
        text: the cell; its accents, case and marks do not matter.
    """
    index = _indexes()[choice]
    word = plain(text)
    if choice == "country" and text.isascii() and word.upper() in COUNTRIES:
        return word.upper()  # MY is Malaysia, though Mỹ is America; AO and Áo, BI and Bỉ are as far apart
    return index.get(word) or next((index[part] for part in map(plain, _PARTS.split(text)) if part in index), None)


def split_list(text: str) -> list[str]:
    """Return the parts of a cell that holds several, parted by semicolons, commas, bars or line breaks."""
    return [part for part in (piece.strip() for piece in re.split(r"[;,|\n]", text)) if part]
