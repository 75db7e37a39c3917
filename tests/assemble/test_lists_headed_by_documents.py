"""Content that a document and a colon lead in, topics that were counted, new points, and limits behind a comma."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Ngày 3/4/2023, Sở Y tế tỉnh Long An và Công an tỉnh Long An ký Quy chế phối hợp.\n\n"


def told(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(SIGNED + text).commitments]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Quy chế nêu các ý tưởng: mở trại hè; ghép cặp học sinh làm dự án.", ["mở trại hè", "ghép cặp học sinh làm dự án"]),
        ("Rút kinh nghiệm, Quy chế mới gồm 4 chương, yêu cầu hai bên:\n\n- Trao đổi tin về pháo nổ;\n- Tuần tra chung trên đường mòn.",
         ["Trao đổi tin về pháo nổ", "Tuần tra chung trên đường mòn"]),
        ("Biên bản ghi:\n\n1/ Hai bên phối hợp tuần tra biên giới.\n\n2/ Tạo điều kiện cho cư dân qua lại.",
         ["phối hợp tuần tra biên giới", "Tạo điều kiện cho cư dân qua lại"]),
        ("Những điểm mới so với bản cũ: mở rộng phạm vi sang ba xã; thí điểm bán tín chỉ các-bon.",
         ["mở rộng phạm vi sang ba xã", "thí điểm bán tín chỉ các-bon"]),
        ("Hai bên bày tỏ ý định: tuyển chọn điều dưỡng; công nhận chứng chỉ chăm sóc người già.",
         ["tuyển chọn điều dưỡng", "công nhận chứng chỉ chăm sóc người già"]),
        ("Phạm vi của Quy chế trải trên hai nhóm.\n\nVề kinh tế số: hỗ trợ 500 hộ dùng hóa đơn điện tử.\n\nVề xã hội số: phổ cập kỹ năng số.",
         ["kinh tế số", "hỗ trợ 500 hộ dùng hóa đơn điện tử", "xã hội số", "phổ cập kỹ năng số"]),
    ],
)  # fmt: skip
def test_what_follows_is_content(text: str, items: list[str], kit: Kit) -> None:
    assert told(text, kit) == items


@pytest.mark.parametrize(
    "text",
    [
        "Phát biểu về Quy chế, ông Lê Văn Tám nói: xây dựng niềm tin mới là điều khó.",
        "Các quy chế đã ký trước đây: hợp tác đào tạo năm 2015, hợp tác y tế năm 2018.",
        "Hai dự án khác của sở: xây dựng nhà máy, mở đường.",
    ],
)
def test_a_colon_behind_speech_or_what_is_over_leads_in_nothing(text: str, kit: Kit) -> None:
    assert told(text, kit) == []


def test_limits_behind_a_comma_are_left_out(kit: Kit) -> None:
    text = (
        "Nội dung phối hợp gồm: trao đổi sinh viên, mỗi bên tối đa 12 em; qua lại bằng giấy thông hành, mỗi lần không quá 7 ngày; "
        "giao thẻ tận nhà người dân, không thu phí; cứu hộ ngư dân, không phân biệt tàu của địa phương nào."
    )
    assert told(text, kit) == ["trao đổi sinh viên", "qua lại bằng giấy thông hành", "giao thẻ tận nhà người dân", "cứu hộ ngư dân"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("ký Chương trình phối hợp số 66/CTPH giữa hai cơ quan về bảo vệ môi trường nông thôn.", ["bảo vệ môi trường nông thôn"]),
        ("ký Văn bản liên tịch về việc cho vay hộ nghèo, thay thế Văn bản số 55 ký năm 2008.", ["cho vay hộ nghèo"]),
        ("ký Biên bản ghi nhớ về tuyển dụng.", ["tuyển dụng"]),
    ],
)  # fmt: skip
def test_the_subject_behind_a_number_both_sides_or_alone(text: str, items: list[str], kit: Kit) -> None:
    whole = f"Ngày 14/8/2025, Sở Y tế Hà Nam và Hội Phụ nữ tỉnh đã {text}"
    assert [one.text for one in kit.extract(whole).commitments] == items


def test_a_review_and_then_a_signing_of_the_same_two(kit: Kit) -> None:
    text = (
        "Ngày 24/10/2016, Cục Hải quan tỉnh Thanh Hóa và Sở Y tế tỉnh đã tổng kết 05 năm thực hiện Quy chế phối hợp số "
        "742/QCPH-HQ-SYT, đồng thời ký Quy chế phối hợp thay thế."
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Cục Hải quan tỉnh Thanh Hóa", "Sở Y tế tỉnh"]
