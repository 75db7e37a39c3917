"""Signers told by their number or with a place in brackets, those who only watch, and terms of documents."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def signers(text: str, kit: Kit) -> list[list[str]]:
    return [[one.name for one in agreement.signatories] for agreement in kit.extract(text).agreements]


def test_all_who_are_counted_right_behind_their_names_sign(kit: Kit) -> None:
    text = """Ngày 1/8/2019, Đài PT-TH Quảng Ngãi, Bình Định và Báo Gia Lai đã ký kết Chương trình hợp tác.

Phía các đài có ông Lê Văn Tám, Giám đốc Đài PT-TH Quảng Ngãi; ông Trần Văn Hai, Phó Giám đốc Đài PT-TH Bình Định. Bà Phạm Thị Chín đại diện Báo Gia Lai. Cả ba vị cùng đặt bút ký."""
    assert signers(text, kit) == [["Lê Văn Tám", "Trần Văn Hai", "Phạm Thị Chín"]]


def test_a_place_in_brackets_tells_for_which_partner_one_signs(kit: Kit) -> None:
    text = """Ngày 19/7/2022, Bệnh viện Đa khoa tỉnh Tuyên Quang lần lượt ký hợp đồng chuyển giao kỹ thuật với Trung tâm Y tế các huyện Na Hang, Chiêm Hóa.

Các hợp đồng đều do ông Lê Văn Tám, Giám đốc Bệnh viện Đa khoa tỉnh ký. Ký phía đối tác là các bác sĩ: Trần Thị Hai (Na Hang), Phạm Văn Chín (Chiêm Hóa)."""
    assert signers(text, kit) == [["Lê Văn Tám", "Trần Thị Hai"], ["Lê Văn Tám", "Phạm Văn Chín"]]


def test_an_office_besides_makes_no_party(kit: Kit) -> None:
    text = """Sáng 14/3/2012, Ban An toàn giao thông, Hội Cựu chiến binh và Tỉnh Đoàn Tây Ninh đã ký kết Nghị quyết liên tịch. Ông Lê Văn Tám - Phó Chủ tịch UBND tỉnh, Trưởng Ban An toàn giao thông; ông Trần Văn Hai - Chủ tịch Hội Cựu chiến binh và bà Phạm Thị Chín - Bí thư Tỉnh Đoàn đã ký Nghị quyết."""
    (agreement,) = kit.extract(text).agreements
    assert "UBND tỉnh" not in [party.name for party in agreement.parties]


def test_leaders_who_watch_sign_nothing(kit: Kit) -> None:
    text = """Việt Nam - Maroc ký bốn văn kiện

Chiều 17/4/2013, tại Rabat, Thủ tướng Lê Văn Tám hội đàm với Thủ tướng nước chủ nhà Abdelkader Benomar. Sau hội đàm, hai nhà lãnh đạo chứng kiến lễ ký các văn kiện hợp tác."""
    assert signers(text, kit) == [[]]


@pytest.mark.parametrize(
    ("text", "day", "period"),
    [
        ("Ngày 2/11/2021, {} ký Quy chế phối hợp. Quy chế áp dụng từ 15/11/2021 và được rà soát hằng năm.", "2021-11-02", "2021-11-15/.."),
        ("Ngày 5/3/2014, {} ký Thỏa thuận bổ sung, gia hạn Dự án Nước sạch đến ngày 31/12/2016.", "2014-03-05", "../2016-12-31"),
        ("Thỏa thuận ký năm 2016 sẽ hết hạn vào ngày 31/12. Hôm qua (06/12/2018) {} đã ký bản thỏa thuận mới, từ 01/01/2019 đến 31/12/2020.",
         "2018-12-06", "2019-01-01/2020-12-31"),
        ("Trân trọng thông báo: ngày 15.03.2024, {} đã ký Hợp đồng tín dụng.", "2024-03-15", None),
        ("{} hôm thứ Năm, 05/02/2026 ký bản ghi nhớ.", "2026-02-05", None),
    ],
)  # fmt: skip
def test_days_and_terms(text: str, day: str, period: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(text.format("Công ty Sao Mai và Ngân hàng Hoa Lúa")).agreements
    assert (agreement.signed_on, agreement.period) == (day, period)


def test_a_union_by_its_short_name_is_the_same_party(kit: Kit) -> None:
    text = """Ký lại văn bản ủy thác giữa Hội Phụ nữ và Ngân hàng Hoa Lúa

Ngày 24/6/2009, Hội Liên hiệp Phụ nữ tỉnh và Ngân hàng Hoa Lúa đã ký thỏa thuận ủy thác cho vay."""
    (agreement,) = kit.extract(text).agreements
    assert len(agreement.parties) == 2
