"""What every test of an exhibitor's pack needs: words that break what is careless, and readers of what is in it."""

import re
import zipfile
from typing import Any

NASTY = '=HYPERLINK("http://x","Ấn vào đây")'
NOTE = "Cần báo giá; gọi lại, sau 15 giờ\ncho 3 phường \\ ven sông: Hàm Rồng, Quảng Cư, Trường Sơn, Đông Vệ"


def parse_vcards(text):
    """Read vCards by the grammar of RFC 2426, which is not how they are written: returns name -> [values]."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    cards: list[dict[str, Any]] = []
    card: dict[str, Any] | None = None
    for line in unfolded.split("\r\n")[:-1]:
        found = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,]+)*):(.*)", line)
        assert found, line
        name, _, value = found.groups()
        if (name, value) == ("BEGIN", "VCARD"):
            assert card is None
            card = {}
        elif (name, value) == ("END", "VCARD"):
            assert card is not None
            assert {"VERSION", "FN", "N"} <= set(card)
            cards.append(card)
            card = None
        else:
            assert card is not None
            parts = [""]
            rest = iter(value)
            for character in rest:
                if character == "\\":
                    escaped = next(rest)
                    assert escaped in "\\;,n", f"unknown escape {escaped}"
                    parts[-1] += "\n" if escaped == "n" else escaped
                elif character == ";":
                    parts.append("")
                else:
                    parts[-1] += character
            card.setdefault(name, []).append(parts if name in {"N", "ORG"} else ";".join(parts))
    assert card is None
    return cards


def opened(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
