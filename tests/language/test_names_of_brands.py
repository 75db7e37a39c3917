"""Bodies by brand, abbreviation and field: regions and branches of firms, health centres, unions of communes, goods in small letters."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit

SIGNED = "Sáng 3/5/2023, {} và Hội Nông dân xã Quảng Trực ký kết thỏa thuận hợp tác."


def bodies(text: str, kit: Kit) -> list[str]:
    document = ingest.from_text(text)
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [name.place.of(document.text) for name in found.names if name.kind is NameKind.ORGANISATION]


def forms(text: str, kit: Kit) -> list[list[str]]:
    (agreement,) = kit.extract(text).agreements
    return [[party.name, *party.aliases] for party in agreement.parties]


@pytest.mark.parametrize(
    "told",
    [
        "VNPT khu vực Tân Phú",
        "Trung tâm nghiên cứu rau quả cận nhiệt đới",
        "Viện Kỹ thuật nhiệt đới",
        "Công ty Thực phẩm sạch Hà Thành",
    ],
)
def test_a_body_has_its_whole_name(told: str, kit: Kit) -> None:
    assert bodies(SIGNED.format(told), kit) == [told, "Hội Nông dân xã Quảng Trực"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sáng 3/5/2023, Trạm Y tế, Công an và Đoàn phường ký kết chương trình phối hợp.", ["Trạm Y tế", "Công an", "Đoàn phường"]),
        ("Đoàn xã sẽ tổ chức 5 lớp tập huấn.", ["Đoàn xã"]),
        (
            "Sáng 3/5/2023, Công an, TTYT và Hội Nông dân huyện Kim Bảng ký kết quy chế phối hợp.",
            ["Công an", "TTYT", "Hội Nông dân huyện Kim Bảng"],
        ),
        (
            (
                "HỘI NGHỊ KÝ KẾT QUY CHẾ PHỐI HỢP GIỮA SỞ Y TẾ HÀ NAM VÀ BỆNH VIỆN MINH ĐỨC\n\n"
                "Sở Y tế Hà Nam và Bệnh viện Minh Đức ký kết quy chế phối hợp."
            ),
            ["SỞ Y TẾ HÀ NAM", "BỆNH VIỆN MINH ĐỨC", "Sở Y tế Hà Nam", "Bệnh viện Minh Đức"],
        ),
    ],
)  # fmt: skip
def test_which_words_are_bodies(text: str, told: list[str], kit: Kit) -> None:
    assert bodies(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sáng 3/5/2023, Sacombank Bình Thuận và Cảng Phan Thiết ký kết thỏa thuận hợp tác. Theo đó, Sacombank sẽ mở 20 điểm giao dịch.",
            ["Sacombank Bình Thuận", "Sacombank"],
        ),
        (
            "Sáng 3/5/2023, BIDV chi nhánh Phú Tài và Cảng Phan Thiết ký kết thỏa thuận hợp tác. BIDV sẽ cho vay 20 tỷ đồng.",
            ["BIDV chi nhánh Phú Tài", "BIDV"],
        ),
        (
            "Sáng 3/5/2023, Trung tâm Y tế huyện Sông Mã và Cảng Phan Thiết ký kết thỏa thuận hợp tác. TTYT huyện Sông Mã sẽ cử 5 bác sĩ.",
            ["Trung tâm Y tế huyện Sông Mã", "TTYT huyện Sông Mã"],
        ),
        (
            "Sáng 3/5/2023, Bệnh viện Đa khoa tỉnh Sơn La và Cảng Phan Thiết ký kết thỏa thuận hợp tác. BVĐK tỉnh sẽ hỗ trợ máy thở.",
            ["Bệnh viện Đa khoa tỉnh Sơn La", "BVĐK tỉnh"],
        ),
        (
            (
                "Tập đoàn Tây Đô và Cảng Phan Thiết ký kết thỏa thuận hợp tác. "
                "Theo Ban Truyền thông Tây Đô, tàu sẽ cập cảng từ tháng 6. Tây Đô sẽ xây cầu cảng."
            ),
            ["Tập đoàn Tây Đô", "Tây Đô"],
        ),
        (
            (
                "Công ty Vận tải Biển Xanh (BXT): Ký hợp đồng với Cảng Phan Thiết\n\n"
                "Sáng 3/5/2023, BXT và Cảng Phan Thiết ký hợp đồng thuê tàu."
            ),
            ["Công ty Vận tải Biển Xanh (BXT)", "Công ty Vận tải Biển Xanh", "BXT"],
        ),
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_shorter_forms(text: str, told: list[str], kit: Kit) -> None:
    assert sorted(forms(text, kit)) == sorted([told, ["Cảng Phan Thiết"]])


def test_health_centres_in_a_list_are_of_their_type(kit: Kit) -> None:
    (agreement,) = kit.extract("Sở Y tế Hà Nam, BVĐK Lý Nhân và TTYT Bình Lục ký kết quy chế phối hợp.").agreements
    assert [(party.name, party.type) for party in agreement.parties] == [
        ("Sở Y tế Hà Nam", "government"),
        ("BVĐK Lý Nhân", "hospital"),
        ("TTYT Bình Lục", "hospital"),
    ]


def test_a_brand_may_begin_with_a_small_letter(kit: Kit) -> None:
    text = (
        "Sáng 3/5/2023, Công ty TNHH vLogix và Cảng Phan Thiết ký kết thỏa thuận hợp tác. "
        "Công ty TNHH vLogix sẽ hỗ trợ lắp đặt điện mặt trời 30 kWh."
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Công ty TNHH vLogix", "Cảng Phan Thiết"]
