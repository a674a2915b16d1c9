"""The words that people write above the columns of their lists, in Vietnamese, English and French."""

from collections.abc import Mapping
from typing import Final

Words = Mapping[str, Mapping[str, str]]
"""Field -> language -> headings, parted by "|", as `showcase.exchange.columns.plain` has them."""

_COMMON: Final[Words] = {
    "country": {"vi": "quốc gia|nước|quốc tịch", "en": "country|country code|nationality", "fr": "pays|nationalité"},
    "email": {
        "vi": "thư điện tử|email liên hệ|địa chỉ email",
        "en": "email|e mail|mail|email address|contact email",
        "fr": "email|courriel|e mail|mail|adresse électronique|adresse e mail",
    },
    "phone": {
        "vi": "điện thoại|số điện thoại|sđt|đt|di động|số di động|điện thoại liên hệ|điện thoại di động",
        "en": "phone|phone number|telephone|tel|mobile|mobile phone|cell",
        "fr": "téléphone|tél|portable|mobile|numéro de téléphone",
    },
    "tags": {"vi": "nhãn|thẻ|từ khóa", "en": "tags|keywords", "fr": "étiquettes|mots clés"},
    "topics": {"vi": "chủ đề|lĩnh vực", "en": "topic|topics|field|fields", "fr": "thème|thèmes|domaine|domaines"},
    "seeking": {"vi": "nhu cầu", "en": "seeking", "fr": "recherche|besoins"},
    "description": {
        "vi": "mô tả|giới thiệu|mô tả chi tiết|thông tin giới thiệu",
        "en": "description|about|profile|company description|product description",
        "fr": "description|présentation",
    },
}

EXHIBITORS: Final[Words] = {
    **{field: _COMMON[field] for field in ("country", "email", "phone", "tags", "topics", "seeking", "description")},
    "ref": {
        "vi": "mã|mã số|mã đơn vị|mã công ty|mã doanh nghiệp",
        "en": "id|ref|reference|exhibitor id|company id|organisation id|organization id|external id",
        "fr": "réf|référence|identifiant|id exposant|numéro exposant",
    },
    "name": {
        "vi": "tên công ty|tên đơn vị|tên doanh nghiệp|tên tổ chức|tên gian hàng|tên đơn vị trưng bày|tên cơ quan|tên"
        "|công ty|đơn vị"
        "|doanh nghiệp|tổ chức|cơ quan|đơn vị trưng bày|nhà triển lãm",
        "en": "name|company|company name|exhibitor|exhibitor name|organisation|organization|organisation name"
        "|organization name",
        "fr": "nom|exposant|nom de l exposant|entreprise|nom de l entreprise|société|raison sociale|organisme"
        "|organisation"
        "|nom de l organisation|nom de la société",
    },
    "short_name": {"vi": "tên viết tắt|tên ngắn|tên tắt", "en": "short name|acronym", "fr": "nom court|sigle"},
    "kind": {
        "vi": "loại|loại hình|loại hình đơn vị",
        "en": "kind|type|organisation type|organization type",
        "fr": "type|nature",
    },
    "region": {
        "vi": "tỉnh thành|tỉnh thành phố|tỉnh|thành phố|địa phương|khu vực",
        "en": "region|province|city|state",
        "fr": "région|province|ville",
    },
    "website": {"vi": "trang web|trang mạng", "en": "website|web site|web|url", "fr": "site web|site|site internet"},
    "offers": {"vi": "cung cấp|giải pháp", "en": "offers|offer|offering", "fr": "propose|offre"},
    "seeks": {"vi": "tìm kiếm|cần tìm", "en": "seeks|looking for", "fr": "cherche"},
    "booths": {
        "vi": "gian hàng|gian|số gian hàng|mã gian hàng|vị trí gian hàng|gian số",
        "en": "booth|booths|booth number|booth no|booth code|stand|stands|stand number|stand no",
        "fr": "stand|stands|numéro de stand|n° de stand|emplacement",
    },
    "hall": {
        "vi": "sảnh|nhà triển lãm số|hội trường|khu|nhà|khu trưng bày",
        "en": "hall|halls|pavilion hall",
        "fr": "hall|halls|pavillon",
    },
    "seeking_funding": {"vi": "gọi vốn|kêu gọi vốn", "en": "seeking funding|funding", "fr": "cherche un financement"},
    "amount": {
        "vi": "số vốn|số vốn kêu gọi",
        "en": "funding amount|amount sought",
        "fr": "montant|montant recherché",
    },
    "stage": {"vi": "vòng gọi vốn|giai đoạn", "en": "investment stage|funding stage", "fr": "stade|tour de table"},
    "revenue": {"vi": "doanh thu", "en": "revenue|turnover", "fr": "chiffre d affaires"},
    "featured": {"vi": "nổi bật", "en": "featured", "fr": "mis en avant|à la une"},
}

PEOPLE: Final[Words] = {
    **{field: _COMMON[field] for field in ("country", "email", "phone")},
    "ref": {
        "vi": "mã|mã số|mã đại biểu|mã đăng ký|số đăng ký",
        "en": "id|ref|reference|person id|registration id|registration number|attendee id|order code|external id",
        "fr": "réf|référence|identifiant|numéro d inscription",
    },
    "full_name": {
        "vi": "họ và tên|họ tên|tên đầy đủ|họ và tên đại biểu|tên đại biểu|đại biểu|họ và tên khách|tên",
        "en": "name|full name|attendee|attendee name|person|delegate|participant|participant name|guest",
        "fr": "nom complet|nom et prénom|nom prénom|prénom et nom|participant|nom",
    },
    "family_name": {
        "vi": "họ|họ đệm|họ và đệm|họ và tên đệm|họ lót",
        "en": "family name|last name|surname|lastname",
        "fr": "nom de famille",
    },
    "given_name": {"vi": "tên gọi|tên riêng", "en": "given name|first name|firstname|forename", "fr": "prénom|prénoms"},
    "job_title": {
        "vi": "chức vụ|chức danh|vị trí|vị trí công tác|nghề nghiệp",
        "en": "job title|title|position|job|function",
        "fr": "fonction|poste|titre|titre du poste",
    },
    "organisation": {
        "vi": "đơn vị|đơn vị công tác|cơ quan|công ty|tổ chức|tên đơn vị|tên công ty|cơ quan đơn vị|nơi công tác"
        "|doanh nghiệp",
        "en": "organisation|organization|company|company name|affiliation|employer|institution|organisation name"
        "|organization name",
        "fr": "organisation|organisme|entreprise|société|employeur|institution",
    },
    "place": {
        "vi": "nơi đến|địa phương|tỉnh thành|tỉnh thành phố|thành phố|nơi ở",
        "en": "place|city|town|location",
        "fr": "lieu|ville",
    },
    "role": {
        "vi": "vai trò|loại thẻ|loại đại biểu|thành phần|loại khách",
        "en": "role|badge type|type|category|ticket|ticket type",
        "fr": "rôle|catégorie|type de badge|qualité",
    },
    "languages": {"vi": "ngôn ngữ", "en": "languages|language", "fr": "langues|langue"},
}

PRODUCTS: Final[Words] = {
    **{field: _COMMON[field] for field in ("tags", "topics", "seeking", "description")},
    "ref": {
        "vi": "mã|mã số|mã sản phẩm",
        "en": "id|ref|reference|product id|sku|product code|external id",
        "fr": "réf|référence|identifiant|référence produit",
    },
    "name": {
        "vi": "tên sản phẩm|tên sản phẩm dịch vụ|tên giải pháp|tên dịch vụ|sản phẩm|giải pháp|dịch vụ|tên",
        "en": "name|product|product name|service|service name|solution|title",
        "fr": "nom|produit|nom du produit|service|nom du service|solution|titre",
    },
    "organisation": {
        "vi": "đơn vị|công ty|tên công ty|tên đơn vị|doanh nghiệp|tổ chức|cơ quan|đơn vị trưng bày|đơn vị cung cấp"
        "|nhà cung cấp",
        "en": "organisation|organization|company|company name|exhibitor|exhibitor name|vendor|organisation name"
        "|organization name",
        "fr": "organisation|organisme|entreprise|société|exposant|fournisseur",
    },
    "organisation_ref": {
        "vi": "mã đơn vị|mã công ty|mã doanh nghiệp",
        "en": "organisation ref|organization ref|organisation id|organization id|exhibitor id|company id|exhibitor ref",
        "fr": "réf exposant|id exposant|référence exposant",
    },
    "kind": {"vi": "loại|loại hình|sản phẩm hay dịch vụ", "en": "kind|type|product or service", "fr": "type|nature"},
    "pitch": {
        "vi": "tóm tắt|giới thiệu ngắn|mô tả ngắn|khẩu hiệu",
        "en": "pitch|summary|tagline|short description",
        "fr": "accroche|résumé|description courte",
    },
    "stage": {
        "vi": "giai đoạn|mức độ sẵn sàng|tình trạng",
        "en": "stage|maturity|status",
        "fr": "stade|maturité|état",
    },
    "policy": {"vi": "chính sách|nghị quyết", "en": "policy", "fr": "politique publique|politique"},
    "link": {"vi": "liên kết|trang web|đường dẫn", "en": "link|url|website|web", "fr": "lien|site web|site"},
}

LANGUAGE_WORDS: Final = {
    "vi": "vi|vn|vie|viet|vietnamese|tiếng việt|việt|vietnamien|en vietnamien",
    "en": "en|eng|english|tiếng anh|anh|anglais|en anglais",
    "fr": "fr|fra|fre|french|tiếng pháp|pháp|français|en français",
}
"""Language -> how a heading says that its column is in this language."""
