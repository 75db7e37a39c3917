"""Duties told as the subject of a sentence, or as what the document asks of a party; heads of lists of them."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sáng 12/5/2023, Trường Cao đẳng Lam Giang và Công ty TNHH Sao Bắc đã ký hợp đồng đào tạo nghề.\n\n"
SCHOOL, FIRM = ["Trường Cao đẳng Lam Giang"], ["Công ty TNHH Sao Bắc"]


def told(text: str, kit: Kit) -> list[tuple[str, list[str] | str]]:
    record = kit.extract(SIGNED + text)
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    found = [(one.text, one.actors if isinstance(one.actors, str) else [names.get(who, who) for who in one.actors])
             for one in record.commitments]  # fmt: skip
    return [one for one in found if one[0] != "đào tạo nghề"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Nghĩa vụ của doanh nghiệp gồm: tiếp nhận sinh viên thực tập; tặng một máy phay. Nhà trường phải dạy tiếng Hàn.",
         [("tiếp nhận sinh viên thực tập", FIRM), ("tặng một máy phay", FIRM), ("dạy tiếng Hàn", SCHOOL)]),
        ("Trách nhiệm của nhà trường là viết lại 6 mô-đun; dạy tiếng Hàn.",
         [("viết lại 6 mô-đun", SCHOOL), ("dạy tiếng Hàn", SCHOOL)]),
        ("Hợp đồng nêu rõ trách nhiệm của nhà trường là viết lại 6 mô-đun.", [("viết lại 6 mô-đun", SCHOOL)]),
        ("Hợp đồng ràng buộc nhà trường phải bố trí 4 xưởng, không thu thêm tiền.",
         [("bố trí 4 xưởng", SCHOOL), ("không thu thêm tiền", SCHOOL)]),
        ("Hợp đồng này yêu cầu Công ty Sao Bắc bảo hành máy 24 tháng.", [("bảo hành máy 24 tháng", FIRM)]),
        ("Nhiệm vụ chung:\n+ Mở 24 lớp học nghề;\n+ Xây dựng 75 câu lạc bộ.",
         [("Mở 24 lớp học nghề", "all"), ("Xây dựng 75 câu lạc bộ", "all")]),
        ("Hợp đồng gồm các chỉ tiêu:\n\n1- Giải quyết đúng hạn hồ sơ;\n\n2- Số hóa toàn bộ giáo trình.",
         [("Giải quyết đúng hạn hồ sơ", "all"), ("Số hóa toàn bộ giáo trình", "all")]),
        ("Giám đốc yêu cầu nhà trường bố trí 4 xưởng.", []),
        ("Hợp đồng yêu cầu cao về tay nghề.", []),
        ("Trách nhiệm của phụ huynh là đưa đón con.", []),
    ],
)  # fmt: skip
def test_what_a_party_is_obliged_to_do(said: str, expected: list[tuple[str, list[str] | str]], kit: Kit) -> None:
    assert told(said, kit) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Nhà trường sẽ được Công ty Sao Bắc trang bị 40 máy tính và miễn phí phần mềm trong 2 năm.",
         [("trang bị 40 máy tính", FIRM), ("miễn phí phần mềm", FIRM)]),
        ("Theo hợp đồng, nhà trường được Công ty Sao Bắc tài trợ 2 tỷ đồng.", [("tài trợ 2 tỷ đồng", FIRM)]),
        ("Theo hợp đồng, các lớp học sẽ được hai bên tổ chức hằng quý.", [("các lớp học", "all")]),
        ("Nhà trường được thành lập năm 1975.", []),
    ],
)  # fmt: skip
def test_what_a_party_gets_from_the_other_is_the_others_pledge(
    said: str, expected: list[tuple[str, list[str] | str]], kit: Kit
) -> None:
    assert told(said, kit) == expected
