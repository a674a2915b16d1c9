"""Functions that write fictional lists, sound and broken, as people send them."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]

TRILINGUAL: Path = Path(__file__).with_name("data") / "exhibitors.csv"
"""Five exhibitors in Vietnamese, English and French, with shared and double booths."""

EXHIBITORS: Rows = (
    ("Mã", "Tên đơn vị", "Organisation", "Organisation (FR)", "Gian hàng", "Sảnh", "Quốc gia", "Mô tả", "Gọi vốn"),
    (
        "E1",
        "Công ty Đèn Sao Mai",
        "Morning Star Lamps",
        "Lampes du Matin",
        "A1; A2",
        "A",
        "Việt Nam",
        "Đèn biết nghĩ",
        "",
    ),
    ("E2", "Đại học Ngày Mới", "New Day University", "Université du Jour", "B7", "B", "VN", "Nơi của ý tưởng", "có"),
    ("E3", "Hiệp hội Sông Êm", "Quiet River Society", "Société du Fleuve", "B7", "B", "Pháp", "", "không"),
)
PEOPLE: Rows = (
    ("Họ và tên", "Chức vụ", "Đơn vị", "Vai trò", "Quốc gia", "Email", "Điện thoại"),
    (
        "Nguyễn Thị Bích Ngọc",
        "Giám đốc",
        "cong ty den sao mai",
        "Diễn giả",
        "VN",
        "ngoc@sao-mai.example",
        "0912 000 001",
    ),
    ("Ðặng Văn Ế", "Kỹ sư", "Báo Ngày Mai", "phóng viên", "", "", "+84 24 0000 002"),
    ("Zoé MOREAU", "Urbaniste", "Université du Jour", "intervenante", "France", "zoe@jour.example", ""),
    ("Kim Min-jun", "CTO", "New Day University", "VIP", "Hàn Quốc", "", ""),
)
PRODUCTS: Rows = (
    ("Tên sản phẩm", "Name (EN)", "Đơn vị", "Loại", "Chủ đề", "Liên kết", "Tóm tắt"),
    (
        "Đèn đường biết nghĩ",
        "Thinking lamp",
        "Công ty Đèn Sao Mai",
        "sản phẩm",
        "Năng lượng; Đô thị xanh",
        "den.example",
        "Sáng",
    ),
    ("Tư vấn dòng sông", "River advice", "hiep hoi song em", "dịch vụ", "Đô thị xanh", "https://song.example/vi", "Êm"),
)


def csv_bytes(rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Return a list as the bytes of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def write_csv(path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write a list as CSV."""
    path.write_bytes(csv_bytes(rows, encoding, delimiter))
    return path


def write_xlsx(path: Path, rows: Rows, title: str = "Danh sách", others: Mapping[str, Rows] | None = None) -> Path:
    """Write a list as XLSX; `others` are further worksheets."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for name, cells in {title: rows, **(others or {})}.items():
        target = sheet if name == title else book.create_sheet(name)
        for row in cells:
            target.append(list(row))
    book.save(path)
    return path


def repack(path: Path, changes: Mapping[str, bytes]) -> Path:
    """Write an XLSX file again with some of its parts replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **changes}.items():
            archive.writestr(name, data)
    return path
