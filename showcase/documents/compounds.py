"""Words that stay together when a line is broken: two-syllable words of Vietnamese and a few names of places."""

import re
from functools import lru_cache
from typing import Final

HARD_SPACE: Final = "\u00a0"

_COMPOUNDS: Final = """
an ninh|an toàn|ánh sáng|bán dẫn|bản đồ|bản sao|báo cáo|bảo tồn|bảo tàng|bảo vệ|bảo hiểm|bất động sản|bền vững
bệnh viện|bình minh|bộ trưởng|bưu điện|cảm biến|cảng biển|cấp nước|chất lượng|chế tạo|chiến lược|chiếu sáng|chính phủ
chính quyền|chính sách|chứng nhận|chủ tịch|chuyên gia|chuyên viên|chuyển đổi|chương trình|cơ khí|cơ sở|công dân
công nghệ|công nghiệp|công nhân|công ty|công viên|cổ phần|cộng đồng|cộng hòa|dân cư|dân số|dịch vụ|du lịch|dữ liệu
doanh nghiệp|đa dạng|đại học|đại diện|đại sứ|đầu tư|đất nước|điện lực|điện tử|điện toán|điều hành|điều khiển
điều phối|đoàn kết|đô thị|đổi mới|đồng bằng|động cơ|động lực|đối tác|đường bộ|đường sắt|giao thông|giao tiếp|giám đốc
giám sát|giáo dục|giải pháp|gia đình|hạ tầng|hàng hải|hàng không|hành chính|hành khách|hệ thống|hiệp hội|hiệu quả
hoạt động|học viện|hội đồng|hội nghị|hội thảo|hội trường|hợp tác|huyện đảo|hữu hạn|kết nối|khách hàng|khách sạn
khí hậu|khí tượng|khoa học|khoáng sản|không gian|khu vực|kiểm soát|kiến trúc|kinh doanh|kinh tế|kỹ sư|kỹ thuật
lao động|lãnh đạo|liên doanh|liên hiệp|liên kết|liên minh|logistics xanh|lưu trữ|mạng lưới|máy bay|máy móc|máy tính
môi trường|mưa lũ|mùa mưa|năng lượng|ngân hàng|nghiên cứu|nghiệp vụ|ngoại giao|ngoại ngữ|ngư nghiệp|người dân
nhà đầu tư|nhà máy|nhân tạo|nhân lực|nhân dân|nông nghiệp|nông thôn|nước mưa|nước sạch|ô nhiễm|ô tô|pháp luật
phân tích|phát triển|phát thanh|phần mềm|phó chủ tịch|phó giám đốc|phó trưởng|phòng ban|phóng viên|phương tiện
quản lý|quản trị|quan hệ|quan trắc|quốc gia|quốc hội|quốc tế|quy hoạch|rác thải|sản phẩm|sản xuất|sáng kiến
sáng tạo|sân bay|sinh hoạt|sinh thái|sinh viên|số hóa|sở hữu|tài chính|tài nguyên|tạp chí|tập đoàn|tham quan
thành phố|thành viên|thí điểm|thị trấn|thị trường|thị trưởng|thị xã|thiên nhiên|thiết bị|thiết kế|thiếu nhi
thông minh|thông tin|thời gian|thời tiết|thủ đô|thủ tướng|thương hiệu|thương mại|tiên tiến|tiếp thị|tiết kiệm
tìm kiếm|toàn cầu|toàn quốc|tòa nhà|toà nhà|tổ chức|tổng cục|tổng công ty|tổng giám đốc|trách nhiệm|trạm sạc
trí tuệ|triển lãm|trung tâm|trung ương|truyền hình|truyền thông|trường học|trưởng ban|trưởng phòng|tự động|tư nhân
tư vấn|tương lai|ủy ban|uỷ ban|vận hành|vận tải|vật liệu|văn hóa|văn hoá|văn phòng|văn minh|vi mạch|viễn thông
xã hội|xây dựng|xe buýt|xe điện|xuất khẩu|y tế|nền tảng|minh bạch|phiên họp|bản sao số|ngày mai|phường xã
Việt Nam|Hà Nội|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Bình Dương|Quảng Ninh|Châu Á|Châu Âu|Thừa Thiên|Khánh Hòa
Lâm Đồng|Đồng Nai|Bắc Ninh|Nghệ An|Thanh Hóa|Quảng Nam|Hàn Quốc|Nhật Bản|Trung Quốc|Thái Lan|Hoa Kỳ|Đài Loan
Smart City|New Zealand|Hong Kong|Viet Nam|Sri Lanka|Saudi Arabia|South Korea|United Kingdom|United States
"""

_PATTERN: Final = re.compile(
    r"\b(?:" + "|".join(sorted(re.split(r"[|\n]", _COMPOUNDS.strip()), key=len, reverse=True)) + r")\b", re.IGNORECASE
)


@lru_cache(maxsize=16384)
def hold_together(text: str) -> str:
    """Return the text with hard spaces inside compounds and before dashes and percent signs."""
    held = _PATTERN.sub(lambda found: found.group().replace(" ", HARD_SPACE), text)
    for mark in ("–", "—", "%"):
        held = held.replace(f" {mark}", HARD_SPACE + mark)
    return held
