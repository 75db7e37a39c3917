"""Names end before verbs in small letters that segmentation joins to them; firms and branches in full."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.run.flow import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công ty Gốm Hà Lâm hứa với người dân lắp thêm lọc bụi.", ["Công ty Gốm Hà Lâm"]),
        ("Công ty Hứa Gia và Công ty Gốm Hứa Minh hứa với bà con.", ["Công ty Hứa Gia", "Công ty Gốm Hứa Minh"]),
        ("Đại diện Công ty TNHH Samsung Display Vina cam kết.", ["Công ty TNHH Samsung Display Vina"]),
        ("Hiệp hội Thương mại Hàn Quốc - Chi hội Busan ký kết.", ["Hiệp hội Thương mại Hàn Quốc - Chi hội Busan"]),
        ("Đồn Lũng Phúc giúp 4 mô hình nuôi lợn đen.", ["Đồn Lũng Phúc"]),
        ("Có tin đồn về vụ việc.", []),
    ],
)
def test_where_names_end(text: str, expected: list[str], kit: Kit) -> None:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    assert [name.place.of(analysis.text) for name in analysis.names] == expected
