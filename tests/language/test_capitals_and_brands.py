"""Names in capitals, brands with a province, a region or a branch before a comma, bodies of several fields, ranks."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit


def names(text: str, kind: NameKind, kit: Kit) -> list[str]:
    document = ingest.from_text(text)
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [name.place.of(document.text) for name in found.names if name.kind is kind]


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        (
            "TRƯỜNG CAO ĐẲNG LAM SƠN KÝ KẾT HỢP TÁC VỚI CÔNG TY TRE VÀNG",
            ["TRƯỜNG CAO ĐẲNG LAM SƠN", "CÔNG TY TRE VÀNG"],
        ),
        (
            "CÔNG TY TRE NÂNG VÀ TRƯỜNG CAO ĐẲNG LAM KINH KÝ KẾT HỢP TÁC",
            ["CÔNG TY TRE NÂNG", "TRƯỜNG CAO ĐẲNG LAM KINH"],
        ),
        (
            "KÝ KẾT HỢP TÁC GIỮA CÔNG TY TRE VÀNG VÀ TRƯỜNG CAO ĐẲNG LAM SƠN",
            ["CÔNG TY TRE VÀNG", "TRƯỜNG CAO ĐẲNG LAM SƠN"],
        ),
        ("SỞ Y TẾ HÀ NAM NÂNG CAO TAY NGHỀ BÁC SĨ", ["SỞ Y TẾ HÀ NAM"]),
    ],
)
def test_a_name_in_capitals_may_end_with_what_could_be_a_verb(headline: str, told: list[str], kit: Kit) -> None:
    assert names(f"{headline}\n\nSáng 4/5/2022, lễ ký diễn ra.", NameKind.ORGANISATION, kit) == told


@pytest.mark.parametrize(
    "told",
    [
        ["Agribank tỉnh Kon Tum", "Hội Nông dân tỉnh"],
        ["Vietinbank tỉnh Lào Cai", "Mobifone tỉnh Sơn La"],
        ["VNPT khu vực V", "Sở Nội vụ"],
        ["Vietcombank chi nhánh Yên Bái", "Cảng Quy Nhơn", "Hội Nông dân tỉnh"],
        ["BIDV chi nhánh Sơn La", "Trường Cao đẳng Lam Kinh", "Sở Nội vụ"],
        ["Trung tâm Y tế thị xã Nghĩa Lộ", "Bệnh viện Đa khoa Nghĩa Lộ", "Bảo hiểm xã hội thị xã"],
        ["Bộ Nông, lâm nghiệp Lào", "Trường Đại học Nông, lâm, ngư nghiệp Bắc Trung"],
    ],
)
def test_each_body_of_a_list_has_its_whole_name(told: list[str], kit: Kit) -> None:
    text = f"Sáng 4/5/2022, {', '.join(told[:-1])} và {told[-1]} ký thỏa thuận hợp tác."
    assert names(text, NameKind.ORGANISATION, kit) == told


@pytest.mark.parametrize("rank", ["Thượng úy", "trung úy", "trung sĩ", "võ sư", "Nghệ nhân", "kiện tướng"])
def test_a_name_of_the_highlands_begins_behind_its_rank(rank: str, kit: Kit) -> None:
    text = f"Tin\n\nSáng 4/5/2022, {rank} Ngúi Kha Lử dự lễ ký kết."
    assert names(text, NameKind.PERSON, kit) == ["Ngúi Kha Lử"]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Tiểu đoàn trưởng Tiểu đoàn 7", "Tiểu đoàn 7"),
        ("Phó Trạm trưởng Trạm Kiểm lâm Nậm Búng", "Trạm Kiểm lâm Nậm Búng"),
    ],
)
def test_heads_of_units_hold_offices(office: str, body: str, kit: Kit) -> None:
    document = ingest.from_text(f"Tin\n\nSáng 4/5/2022, ông Đỗ Văn Khoa, {office}, dự lễ ký kết.")
    found = language.analyse(document, kit.lexicon, kit.grammar)
    (person,) = [name for name in found.names if name.kind is NameKind.PERSON]
    assert person.title is not None
    assert person.title.of(document.text) == office
    assert [name.place.of(document.text) for name in found.names if name.kind is NameKind.ORGANISATION] == [body]
