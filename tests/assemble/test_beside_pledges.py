"""What others undertake beside a pledge: gifts, tasks that are taken on, and the sides of talks."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def pledged(text: str, kit: Kit) -> list[tuple[str, str]]:
    found = kit.extract(f"Tin trong tỉnh\n\n{text}").commitments
    return [(one.actors if one.actors == "all" else ", ".join(one.actors), one.text) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công ty TNHH Sao Mai cam kết ủng hộ 4 tỷ đồng; Ngân hàng Hoa Lúa đảm nhận lắp điện cho toàn bộ số nhà.",
         [("Công ty TNHH Sao Mai", "ủng hộ 4 tỷ đồng"), ("Ngân hàng Hoa Lúa", "lắp điện cho toàn bộ số nhà")]),
        ("Công ty TNHH Sao Mai cam kết ủng hộ 4 tỷ đồng. HTX Nông nghiệp Bưng Sen góp 20 con bò giống.",
         [("Công ty TNHH Sao Mai", "ủng hộ 4 tỷ đồng"), ("HTX Nông nghiệp Bưng Sen", "góp 20 con bò giống")]),
        ("Hội Khách sạn Hoa Biển cam kết giữ nguyên giá phòng.\n\nRiêng Công ty Sóng Mơ dành 100 đêm nghỉ miễn phí tặng y, bác sĩ.",
         [("Hội Khách sạn Hoa Biển", "giữ nguyên giá phòng"), ("Công ty Sóng Mơ", "dành 100 đêm nghỉ miễn phí tặng y, bác sĩ")]),
        ("Công ty Tư vấn Lộ Vàng nhận sẽ công bố ảnh chụp công trường hằng tuần.",
         [("Công ty Tư vấn Lộ Vàng", "công bố ảnh chụp công trường")]),
        ("Hai bên nhất trí mở đường bay thẳng. Phía Trung Quốc sẽ xây cầu qua sông. Phía Lạng Sơn sẽ mở bãi kiểm hóa.",
         [("all", "mở đường bay thẳng"), ("Trung Quốc", "xây cầu qua sông"), ("Lạng Sơn", "mở bãi kiểm hóa")]),
        ("Phía Sùng Tả đồng ý mở thêm làn xe.", [("Sùng Tả", "mở thêm làn xe")]),
    ],
)  # fmt: skip
def test_what_is_undertaken_beside_a_pledge(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert pledged(text, kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "HTX Nông nghiệp Bưng Sen góp 20 con bò giống cho phong trào.",
        "Ngân hàng Hoa Lúa đảm nhận lắp điện cho nhiều công trình.",
        "Năm ngoái Trung Quốc sẽ không xây cầu nếu thiếu vốn.",
        "Ông Lê Văn Tám nhìn nhận sau khi xem xét.",
    ],
)
def test_without_a_pledge_beside_it_nothing_is_undertaken(text: str, kit: Kit) -> None:
    assert pledged(text, kit) == []
