"""Take a person's full name apart into family and given name, in the order of their culture."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from showcase.exchange.encodings import is_vietnamese_syllable
from showcase.people.kinds import NameOrder
from showcase.text import fold


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SURNAMES: Final = _words(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly an au bach banh be ca cam cao cat "
    "chau chu chung co cu cung dam dan dao dau diep dieu dinh doan dong du ha han hau hoa hua huu khong khuat "
    "khuc kieu kim la lac lai lam lang lieu lo loc loi lu luc luong luu ma mac mai man mau moc mong nghiem ngan "
    "ngac ngon nhan nham nhu ninh nong on ong phi pho phu phung phuong quach quan quang quyen sai sam son su ta "
    "tang tao tat thach thai than thang thanh thao thi thieu thinh tho tiet tieu to ton tong tra trac trang trieu "
    "trinh truong tu tuong uat ung uong van vi vien vinh vuong xa y yen"
)
"""Folded Vietnamese family names; the first sixteen are those of nine people in ten."""
_HONORIFICS: Final = _words(
    "ong ba anh chi ts ths gs pgs gs.ts pgs.ts gs.ts. pgs.ts. ts. ths. gs. pgs. mr mr. mrs mrs. ms ms. dr dr. "
    "prof prof. m. mme mme. mlle"
)
_PARTICLES: Final = _words("de da di du des del della der den la le van von al el bin ibn ben ter zu dos st saint")
_FAMILY_FIRST: Final = frozenset({"VN", "CN", "TW", "HK", "MO", "KR", "KP", "JP", "KH", "HU"})
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in two parts; joined in its order it is the full name as it was written."""

    family: str
    given: str
    order: NameOrder


def split_name(full: str, country: str | None = None) -> Name:
    """Return the parts of a full name.

    A Vietnamese name is known by its family name in front and by being made of Vietnamese syllables: the last word is
    the given name, all before it is the family name with the middle names. Elsewhere the family name is what is written
    in capitals, or stands before a comma, or comes last.
    """
    before, comma, after = (part.strip() for part in full.partition(","))
    if comma and before and after:
        return Name(before, after, order_of(before, after, country))
    words = _BLANKS.split(full.strip())
    if len(words) == 1:
        return Name("", words[0], NameOrder.FAMILY_FIRST)
    if _is_vietnamese(words, country):
        return Name(" ".join(words[:-1]), words[-1], NameOrder.FAMILY_FIRST)
    return _by_capitals(words) or _elsewhere(words, country)


_folded: Final = lru_cache(maxsize=8_192)(fold)


def _is_vietnamese(words: list[str], country: str | None) -> bool:
    """Tell whether the words, titles in front left aside, are a name in Vietnamese order.

    Without accents it could be a name from anywhere, so the country may not speak against it.
    """
    if country not in {None, "VN"} and all(word.isascii() for word in words):
        return False
    start = 0
    while start < len(words) - 2 and _folded(words[start]) in _HONORIFICS:
        start += 1
    bare = words[start:]
    return len(bare) > 1 and _folded(bare[0]) in _SURNAMES and all(map(is_vietnamese_syllable, bare))


def _by_capitals(words: list[str]) -> Name | None:
    """Return the name when its family name is set off in capitals, in front or at the end."""
    capitals = [len(word) > 1 and word.isupper() and "." not in word for word in words]
    front = next((index for index, high in enumerate(capitals) if not high), len(words))
    back = next((index for index, high in enumerate(reversed(capitals)) if not high), len(words))
    if front == len(words) or front + back != sum(capitals) or bool(front) == bool(back):
        return None
    if front:
        return Name(" ".join(words[:front]), " ".join(words[front:]), NameOrder.FAMILY_FIRST)
    return Name(" ".join(words[-back:]), " ".join(words[:-back]), NameOrder.GIVEN_FIRST)


def _elsewhere(words: list[str], country: str | None) -> Name:
    if country in _FAMILY_FIRST:
        return Name(words[0], " ".join(words[1:]), NameOrder.FAMILY_FIRST)
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES:
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), NameOrder.GIVEN_FIRST)


def order_of(family: str, given: str, country: str | None) -> NameOrder:
    """Return the order for a name that came in two columns."""
    if country in _FAMILY_FIRST or _is_vietnamese([*family.split(), *given.split()], country):
        return NameOrder.FAMILY_FIRST
    return NameOrder.GIVEN_FIRST
