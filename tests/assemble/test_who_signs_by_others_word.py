"""Signings that one of the signers announces, that only follow from an older one, or that are planned; whose state, whose signers."""

from __future__ import annotations

import pytest

from camket.records import AgreementStatus
from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ngày 29/5, Tập đoàn Sao Khuê cho biết vừa ký hiệp định hợp tác với Tập đoàn Hạt Mầm. Hai bên dự kiến ký hợp đồng vào cuối năm.",
         ["Tập đoàn Sao Khuê", "Tập đoàn Hạt Mầm"]),
        ("Ngày 27/3, Tập đoàn An Bình và Tập đoàn Bouygues – Pháp ký kết biên bản ghi nhớ về đường sắt.",
         ["Tập đoàn An Bình", "Tập đoàn Bouygues"]),
        ("Ngày 29/5, tập đoàn dầu mỏ Nga Rosneft ký hiệp định với công ty công nghệ sinh học Đức BioNTech.",
         ["tập đoàn dầu mỏ Nga Rosneft", "công ty công nghệ sinh học Đức BioNTech"]),
        ("GE và Tổng Công ty Phát điện 7 vừa ký thỏa thuận cung cấp thiết bị.", ["GE", "Tổng Công ty Phát điện 7"]),
        ("BQN Online - Sáng 22-1, Bộ tư lệnh Vùng 5 Hải quân tổ chức hội nghị tổng kết công tác phối hợp và ký chương trình năm sau với Ban Tuyên giáo Tỉnh ủy các tỉnh: Cà Mau, Kiên Giang.",
         ["Bộ tư lệnh Vùng 5 Hải quân", "Ban Tuyên giáo Tỉnh ủy Cà Mau", "Ban Tuyên giáo Tỉnh ủy Kiên Giang"]),
        ("Chiều 5/3, Trung tâm Anh ngữ Sao Mai tái ký kết hợp tác với Công ty An Bình.",
         ["Trung tâm Anh ngữ Sao Mai", "Công ty An Bình"]),
    ],
)  # fmt: skip
def test_who_signs(text: str, told: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [told]
    assert kit.extract(text).agreements[0].status is AgreementStatus.SIGNED


def test_what_is_done_by_a_document_is_no_signing(kit: Kit) -> None:
    text = (
        "Thực hiện ký kết chương trình phối hợp giữa Tập đoàn Dầu khí Sông Mơ và Bộ Tư lệnh Biên phòng, ngày 25/5, "
        "các công ty tổ chức truyền thông tại Cà Mau."
    )
    assert parties(text, kit) == []


def test_a_plan_to_hold_a_signing_is_one_to_come(kit: Kit) -> None:
    text = "UBND tỉnh Cà Mau vừa ban hành Kế hoạch tổ chức Lễ ký kết Thỏa thuận hợp tác giữa UBND tỉnh và Hãng hàng không Sếu Đỏ."
    (agreement,) = kit.extract(text).agreements
    assert agreement.status is AgreementStatus.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Ký vào văn bản có ông Trần Thuyết, Trưởng Hải quan cửa khẩu cảng Sông Mơ; bà Mai Thị Chi, Giám đốc Công ty Vận tải Á Đông.",
        "Ông Trần Thuyết, Trưởng Hải quan, và bà Mai Thị Chi, Giám đốc công ty, là hai người được phân công ký.",
    ],
)
def test_heads_of_customs_sign(text: str, kit: Kit) -> None:
    told = f"Sáng 5/3, Hải quan cửa khẩu cảng Sông Mơ ký thỏa thuận với Công ty Vận tải Á Đông.\n\n{text}"
    (agreement,) = kit.extract(told).agreements
    assert [party.name for party in agreement.parties] == ["Hải quan cửa khẩu cảng Sông Mơ", "Công ty Vận tải Á Đông"]
    assert [(one.name, one.party) for one in agreement.signatories] == [("Trần Thuyết", "p1"), ("Mai Thị Chi", "p2")]


@pytest.mark.parametrize(
    "name",
    [
        "Học viện Chính trị-Hành chính Khu vực 9",
        "Công ty Cổ phần Thép-Luyện kim Sông Đà",
        "Ủy ban Trung ương Mặt trận Lào xây dựng đất nước",
        "Thuế tỉnh Lâm Đồng",
    ],
)
def test_a_name_goes_on(name: str, kit: Kit) -> None:
    assert parties(f"Sáng 5/3, {name} ký thỏa thuận hợp tác với Trường Cao đẳng Sông Mơ.", kit) == [
        [name, "Trường Cao đẳng Sông Mơ"]
    ]


def test_leaders_sign_for_their_provinces_after_talks(kit: Kit) -> None:
    text = (
        "Chiều 5/1/2024, tại thành phố Sơn La, đồng chí Lò Văn Tám, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Sơn La hội đàm với đoàn "
        "đại biểu tỉnh Hủa Phăn do đồng chí Khăm-phăn Xỉ-thăm, Phó Tỉnh trưởng làm trưởng đoàn.\n\nKết thúc hội đàm, đồng chí "
        "Lò Văn Tám và đồng chí Khăm-phăn Xỉ-thăm đã ký Biên bản hợp tác giữa hai tỉnh năm 2024. Theo Biên bản, hai bên sẽ mở 2 lối mở."
    )
    record = kit.extract(text)
    assert [[party.name for party in one.parties] for one in record.agreements] == [
        ["UBND tỉnh Sơn La", "tỉnh Hủa Phăn"]
    ]
    assert [(one.text, one.actors) for one in record.commitments] == [("mở 2 lối mở", "all")]


def test_what_partners_are_listed_with_is_neither_planned_nor_there(kit: Kit) -> None:
    text = (
        "Sáng 29/8/2025, tại phường Quy Nhơn, UBND tỉnh Gia Lai ký biên bản ghi nhớ hợp tác đầu tư với 2 doanh nghiệp, gồm:\n\n"
        "- Tập đoàn Sao Khuê: khảo sát cụm điện gió Đề Gi, tổng vốn dự kiến 14.500 tỷ đồng;\n\n"
        "- Công ty Hạt Mầm: xây cảng cạn tại xã Tuy Phước, 180 triệu USD."
    )
    record = kit.extract(text)
    assert [(one.status, one.place) for one in record.agreements] == [(AgreementStatus.SIGNED, "phường Quy Nhơn")] * 2
    assert [(one.text, one.amount) for one in record.commitments] == [
        ("khảo sát cụm điện gió Đề Gi", "14.500 tỷ đồng"),
        ("xây cảng cạn tại xã Tuy Phước", "180 triệu USD"),
    ]


def test_levels_of_a_school_are_one_name(kit: Kit) -> None:
    school = "Trường Phổ thông Dân tộc nội trú THCS và THPT Mường Mơ"
    text = f"Ngày 5/9, Trung tâm Y tế huyện Quan Hóa và {school} ký quy chế phối hợp."
    assert parties(text, kit) == [["Trung tâm Y tế huyện Quan Hóa", school]]


def test_documents_signed_at_talks_have_a_paragraph_each(kit: Kit) -> None:
    text = (
        "Sáng 23-3, Tổng thống Chile Luis Vera và Chủ tịch nước Lê Văn Tám cùng chứng kiến lễ ký kết 2 văn kiện hợp tác.\n\n"
        "Biên bản ghi nhớ về phái cử lao động giữa Bộ Lao động Việt Nam và Bộ Việc làm Chile.\n\n"
        "Bản ghi nhớ giữa Bộ Giao thông Vận tải Việt Nam và Bộ Đất đai Chile về phát triển hạ tầng giao thông."
    )
    assert parties(text, kit) == [
        ["Bộ Lao động Việt Nam", "Bộ Việc làm Chile"],
        ["Bộ Giao thông Vận tải Việt Nam", "Bộ Đất đai Chile"],
    ]


def test_all_documents_of_a_list_are_signed(kit: Kit) -> None:
    text = (
        "Tại diễn đàn, 3 thỏa thuận giữa các doanh nghiệp đã được ký kết, gồm: biên bản ghi nhớ về khai thác mỏ giữa Tổng công ty An Bình "
        "và Công ty Tripath; thỏa thuận hợp tác trong dịch vụ hữu tuyến giữa Công ty Supernet và Công ty Sao Khuê; và biên bản thỏa thuận "
        "tăng cường hợp tác giữa Công ty Hạt Mầm và Samsung Electronics về công nghệ 5G."
    )
    assert parties(text, kit) == [
        ["Tổng công ty An Bình", "Công ty Tripath"],
        ["Công ty Supernet", "Công ty Sao Khuê"],
        ["Công ty Hạt Mầm", "Samsung Electronics"],
    ]
