"""Leads past the document, years before subjects, delegations, third parties, and what is handed on, told by a standard or in the passive."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sở Y tế Lai Châu và Công ty Sao Khuê ký chương trình hợp tác."


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(f"{SIGNED} {text}").commitments]


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    "lead",
    [
        "Có 2 nội dung quan trọng trong Chương trình vừa được ký kết, đó là",
        "Ông Lê Văn Tám và bà Trần Thị Chín cùng ký, với hai nhóm việc:",
        "Nội dung phối hợp tập trung vào hai khâu:",
        "Những lĩnh vực được lưu ý tăng cường hợp tác là:",
        "Chương trình tập trung",
        "Chương trình này sẽ",
    ],
)
def test_content_is_led_in_past_the_document(lead: str, kit: Kit) -> None:
    assert items(f"{lead} khám sàng lọc cho trẻ em; tặng máy đo cho trạm y tế.", kit) == [
        "khám sàng lọc cho trẻ em",
        "tặng máy đo cho trạm y tế",
    ]


@pytest.mark.parametrize("when", ["Mỗi năm", "Hằng năm", "Mỗi năm,", "Từ năm 2026"])
def test_a_year_before_the_subject_is_no_five(when: str, kit: Kit) -> None:
    record = kit.extract(f"{SIGNED} {when} công ty sẽ tặng 200 thẻ bảo hiểm.")
    assert [(one.text, one.actors) for one in record.commitments] == [("tặng 200 thẻ bảo hiểm", ("p2",))]


@pytest.mark.parametrize(
    ("told", "parted"),
    [
        ("tổng hợp nhu cầu và gửi Công ty Sao Khuê trước tháng 5", ["tổng hợp nhu cầu và gửi Công ty Sao Khuê"]),
        ("thu phí của các hộ và nộp về quỹ chung", ["thu phí của các hộ và nộp về quỹ chung"]),
        ("tổng hợp nhu cầu; gửi cho Công ty Sao Khuê 20 hồ sơ", ["tổng hợp nhu cầu", "gửi cho Công ty Sao Khuê 20 hồ sơ"]),
        ("kiểm toán theo chuẩn mực quốc tế", ["kiểm toán theo chuẩn mực quốc tế"]),
    ],
)  # fmt: skip
def test_what_is_handed_on_or_done_by_a_standard_stays_whole(told: str, parted: list[str], kit: Kit) -> None:
    assert items(f"Sở Y tế cam kết {told}.", kit) == parted


def test_a_thousand_ends_no_passive(kit: Kit) -> None:
    assert items("Người dân sẽ được Công ty Sao Khuê tặng thêm 500.000 đồng.", kit) == ["tặng thêm 500.000 đồng"]


def test_the_time_of_signing_is_no_subject(kit: Kit) -> None:
    record = kit.extract("Bộ trưởng hai nước Chile và Lào đặt bút ký hiệp định vào cuối tuần qua.")
    assert (len(record.agreements), record.commitments) == (1, ())


def test_leaders_of_delegations_sign_for_the_bodies_that_these_are_of(kit: Kit) -> None:
    text = (
        "Ngày 12/5, tại Vientiane, đoàn đại biểu Bộ Giao thông vận tải Việt Nam do ông Lê Văn Tám, Phó Cục trưởng Cục Đường sắt"
        " làm trưởng đoàn và đoàn đại biểu Bộ Công chính Lào do ông Kham Say, Vụ trưởng Vụ Đường bộ dẫn đầu đã đàm phán."
        " Kết thúc đàm phán, hai trưởng đoàn đã ký bản ghi nhớ."
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Bộ Giao thông vận tải Việt Nam", "Bộ Công chính Lào"]
    assert [one.name for one in agreement.signatories] == ["Lê Văn Tám", "Kham Say"]
    assert agreement.signed_on == "XXXX-05-12"


def test_one_more_body_signs_the_same_document(kit: Kit) -> None:
    text = "Trường Đại học Hoa Lư và Công ty Sao Khuê ký thỏa thuận hợp tác. Công ty Hạt Mầm cũng ký vào văn bản với tư cách bên thứ ba."
    assert parties(text, kit) == [["Trường Đại học Hoa Lư", "Công ty Sao Khuê", "Công ty Hạt Mầm"]]


def test_who_acts_in_another_name_signs_for_that(kit: Kit) -> None:
    text = (
        "Bộ Y tế Việt Nam và Bộ Y tế Lào ký bản ghi nhớ về tiêm chủng.\n\nÔng Lê Văn Tám - Cục trưởng Cục Y tế dự phòng"
        " thay mặt Bộ Y tế Việt Nam ký kết với Bộ Y tế Lào."
    )
    assert parties(text, kit) == [["Bộ Y tế Việt Nam", "Bộ Y tế Lào"]]


def test_leaders_told_by_their_body_sign_beside_a_head_of_state(kit: Kit) -> None:
    told = parties(
        "Ngày 28/5, Tổng thống Chile Juan Soto và các nhà lãnh đạo ASEAN đã ký kết hiệp định thương mại.", kit
    )
    assert [sorted(one) for one in told] == [["ASEAN", "Chile"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CA tỉnh Lai Châu và Công ty TNHH Cơ khí chính xác Tân Việt Phát ký kế hoạch.",
         ["CA tỉnh Lai Châu", "Công ty TNHH Cơ khí chính xác Tân Việt Phát"]),
        ("Công an, Viện kiểm sát nhân dân, Tòa án nhân dân và Thi hành án dân sự tỉnh Lai Châu ký quy chế phối hợp.",
         ["Công an tỉnh Lai Châu", "Viện kiểm sát nhân dân tỉnh Lai Châu", "Tòa án nhân dân tỉnh Lai Châu",
          "Thi hành án dân sự tỉnh Lai Châu"]),
        ("Công ty Cổ phần Xây lắp Trường An và Công ty Sao Khuê ký hợp đồng.",
         ["Công ty Cổ phần Xây lắp Trường An", "Công ty Sao Khuê"]),
        ("Chile và Lào ký hiệp định về tuyến cáp Andes - Thái Bình Dương.", ["Chile", "Lào"]),
    ],
)  # fmt: skip
def test_names_of_bodies_and_oceans(text: str, told: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [told]
