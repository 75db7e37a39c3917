"""Where names end before verbs, fields and documents, and what belongs to them: states, reserves, rare family names."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.run.flow import Kit


def names(text: str, kit: Kit) -> list[tuple[str, str]]:
    document = ingest.from_text(f"Tin trong tỉnh\n\n{text}")
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [(name.kind.value, name.place.of(document.text)) for name in found.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bệnh viện Trường Tiền cử bác sĩ trực.", [("organisation", "Bệnh viện Trường Tiền")]),
        ("Phía Trường điều chỉnh chương trình đào tạo.", []),
        ("Trường đào tạo 120 kỹ sư cho nhà máy.", []),
        ("Công ty Sao Mai và nhà đầu tư ký.", [("organisation", "Công ty Sao Mai")]),
        ("Sở Giáo dục và đào tạo Hà Nam ký.", [("organisation", "Sở Giáo dục và đào tạo Hà Nam")]),
        ("Trường Đại học Hoa Lan Chương trình phối hợp bồi dưỡng kỹ năng số.", [("organisation", "Trường Đại học Hoa Lan")]),
        ("Trường Cao đẳng Công nghệ Việt - Hàn Bắc Giang ký.", [("organisation", "Trường Cao đẳng Công nghệ Việt - Hàn Bắc Giang")]),
        ("Ban Quản lý Khu bảo tồn biển Cù Lao Câu ký.", [("organisation", "Ban Quản lý Khu bảo tồn biển Cù Lao Câu")]),
        ("Cơ quan cảnh sát điều tra Bộ Công an ký.", [("organisation", "Cơ quan cảnh sát điều tra Bộ Công an")]),
        ("Ngân hàng Hoa Lúa (Cập nhật: 25/06/2009) ký.", [("organisation", "Ngân hàng Hoa Lúa")]),
        ("General Electric (GE) ký.", [("organisation", "General Electric (GE)")]),
        ("Phía Sùng Tả đồng ý.", [("place", "Sùng Tả")]),
        ("Phó Chủ tịch UBND tỉnh Bá Thị Mộng Thu ký.", [("person", "Bá Thị Mộng Thu"), ("organisation", "UBND tỉnh")]),
        ("Thủ tướng nước chủ nhà Ấn Độ Manmohan Singh ký.", [("person", "Manmohan Singh"), ("state", "Ấn Độ")]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert names(text, kit) == expected
