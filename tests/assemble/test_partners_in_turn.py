"""A host that signs with several: their full names, documents, signers and content told one by one; guests are no hosts."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

HOST = "Trường Đại học Nậm Rốm"
PARTNERS = ["Công ty TNHH Dae Woon Việt Nam", "Công ty Cổ phần Aoki Engineering", "Công ty Cổ phần Công nghệ AgriDee"]
LEAD = f"{HOST} ký kết hợp tác với ba doanh nghiệp\n\nSáng 3/3/2024, tại Lai Châu, {HOST} đã ký biên bản ghi nhớ hợp tác với {PARTNERS[0]} (Hàn Quốc), {PARTNERS[1]} (Nhật Bản) và {PARTNERS[2]}."
SIGNERS = (
    "Ký các biên bản, về phía nhà trường là TS Lò Văn Tám - Hiệu trưởng; về phía doanh nghiệp lần lượt là ông Kim Woo Jin, "
    "ông Aoki Ren và chị Hà Thu Nụ."
)
CONTENT = (
    "Theo biên bản ký với Dae Woon Việt Nam, công ty sẽ tiếp nhận 80 sinh viên.\n\nVới Aoki Engineering, hai bên thống nhất mở lớp "
    "tiếng Nhật và đưa kỹ sư sang làm việc tại Osaka.\n\nNội dung hợp tác với AgriDee tập trung vào nghiên cứu cảm biến đo độ mặn."
)


def by_partner(text: str, kit: Kit) -> dict[str, Agreement]:
    return {one.parties[-1].name: one for one in kit.extract(text).agreements}


def test_each_partner_has_the_document_that_the_lead_tells_of_and_a_signer_in_turn(kit: Kit) -> None:
    found = by_partner(f"{LEAD}\n\n{SIGNERS}\n\n{CONTENT}", kit)
    assert {name: one.kind.value for name, one in found.items()} == dict.fromkeys(PARTNERS, "memorandum")
    assert {name: one.place for name, one in found.items()} == dict.fromkeys(PARTNERS, "Lai Châu")
    signers = {name: [person.name for person in one.signatories] for name, one in found.items()}
    assert signers == {
        PARTNERS[0]: ["Lò Văn Tám", "Kim Woo Jin"],
        PARTNERS[1]: ["Lò Văn Tám", "Aoki Ren"],
        PARTNERS[2]: ["Lò Văn Tám", "Hà Thu Nụ"],
    }


def test_content_is_of_the_partner_that_it_names(kit: Kit) -> None:
    record = kit.extract(f"{LEAD}\n\n{CONTENT}")
    partner = {one.id: one.parties[-1].name for one in record.agreements}
    assert [(partner[one.agreement or ""], one.text) for one in record.commitments] == [
        (PARTNERS[0], "tiếp nhận 80 sinh viên"),
        (PARTNERS[1], "mở lớp tiếng Nhật"),
        (PARTNERS[1], "đưa kỹ sư sang làm việc tại Osaka"),
        (PARTNERS[2], "nghiên cứu cảm biến đo độ mặn"),
    ]


def test_bodies_that_share_a_head_sign_in_turn_by_their_full_names(kit: Kit) -> None:
    text = (
        "Ngày 7/11/2025, Báo Lai Châu đã lần lượt ký kết Chương trình phối hợp với Đảng ủy phường Nậm Loỏng, Đảng ủy các xã Khun Há "
        "và Bản Bo.\n\nKý kết các chương trình có đồng chí Lò Văn Tám - Phó Tổng Biên tập Báo Lai Châu; đồng chí Hà Thị Nụ - Phó Bí "
        "thư Đảng ủy phường Nậm Loỏng; đồng chí Vàng A Sáu - Bí thư Đảng ủy xã Khun Há; đồng chí Tẩn Văn Bảy - Bí thư Đảng ủy xã Bản Bo."
    )
    found = by_partner(text, kit)
    assert {name: [one.name for one in told.signatories] for name, told in found.items()} == {
        "Đảng ủy phường Nậm Loỏng": ["Lò Văn Tám", "Hà Thị Nụ"],
        "Đảng ủy xã Khun Há": ["Lò Văn Tám", "Vàng A Sáu"],
        "Đảng ủy xã Bản Bo": ["Lò Văn Tám", "Tẩn Văn Bảy"],
    }


GUESTS = (
    "Ngày 22/7/2023 tại Tuy Hòa, Công ty Cổ phần Cảng Vũng Bầu (VBP) đã tổ chức lễ ký kết các văn bản hợp tác với các đối tác. Tới dự "
    "có ông Lê Văn Tám – Phó Giám đốc Sở GTVT tỉnh Phú Yên.\n\nMở đầu buổi lễ, VBP và Hãng tàu Seabird Line (Đài Loan) ký Thỏa thuận "
    "hợp tác khai thác tuyến container.\n\nTiếp theo, VBP và Ngân hàng TMCP Ven Sông (VSB) – Chi nhánh Phú Yên đã ký Hợp đồng tín "
    "dụng. Sở GTVT đồng hành cùng doanh nghiệp.\n\nBà Hà Thị Nụ, Giám đốc VSB Phú Yên và ông Trần Văn Chín, Tổng Giám đốc VBP ký hợp "
    "đồng tín dụng"
)


def test_the_office_of_a_guest_is_no_host_of_those_who_sign_one_by_one(kit: Kit) -> None:
    found = [[party.name for party in one.parties] for one in kit.extract(GUESTS).agreements]
    assert found == [
        ["Công ty Cổ phần Cảng Vũng Bầu (VBP)", "Hãng tàu Seabird Line"],
        ["Công ty Cổ phần Cảng Vũng Bầu (VBP)", "Ngân hàng TMCP Ven Sông (VSB) – Chi nhánh Phú Yên"],
    ]


def test_an_acronym_with_the_place_of_a_branch_is_that_branch(kit: Kit) -> None:
    signers = [(one.name, one.party) for one in kit.extract(GUESTS).agreements[1].signatories]
    assert signers == [("Hà Thị Nụ", "p3"), ("Trần Văn Chín", "p1")]


@pytest.mark.parametrize("form", ["- CTCP", "- Công ty cổ phần"])
def test_a_legal_form_behind_a_dash_hides_no_company(form: str, kit: Kit) -> None:
    text = (
        f"{HOST} ký kết hợp tác với Tập đoàn Hòa Thắng\n\nSáng 5/3/2024, {HOST} và Tổng Công ty Xây dựng Hòa Thắng {form} ký thỏa "
        "thuận hợp tác. Theo đó, Hòa Thắng sẽ cấp 20 suất học bổng."
    )
    record = kit.extract(text)
    assert [len(one.parties) for one in record.agreements] == [2]
    assert [one.actors for one in record.commitments] == [(record.agreements[0].parties[1].id,)]


def test_the_locality_lent_to_a_body_is_none_of_its_own_words(kit: Kit) -> None:
    text = "Sở Nông nghiệp và Liên minh Hợp tác xã tỉnh Tây Ninh ký kết Chương trình phối hợp."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == [
        "Sở Nông nghiệp tỉnh Tây Ninh", "Liên minh Hợp tác xã tỉnh Tây Ninh",
    ]  # fmt: skip


def test_what_is_done_with_each_partner_opens_with_its_name_and_tells_no_document_anew(kit: Kit) -> None:
    record = kit.extract(
        f"{HOST} ký với hai doanh nghiệp\n\nSáng 3/3/2024, {HOST} ký biên bản ghi nhớ với hai doanh nghiệp.\n\n"
        f"Với {PARTNERS[1]}, trường đào tạo 50 thợ hàn.\n\nVới {PARTNERS[2]}, trường mở lớp may ban đêm."
    )
    assert [(one.kind.value, one.parties[-1].name) for one in record.agreements] == [
        ("memorandum", PARTNERS[1]),
        ("memorandum", PARTNERS[2]),
    ]
    assert [(one.agreement, one.text) for one in record.commitments] == [
        (record.agreements[0].id, "đào tạo 50 thợ hàn"),
        (record.agreements[1].id, "mở lớp may ban đêm"),
    ]
