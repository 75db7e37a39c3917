"""Sides told in other ways than "A ký với B": by role, by who signs, line by line, in items."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


@pytest.mark.parametrize(
    "text",
    [
        "Hợp đồng được ký ngày 4/7/2020, bên bán là Công ty Điện gió Hòa An, bên mua là Công ty Thép Nam Giang.",
        "Lễ ký hợp đồng diễn ra sáng 4/7/2020. Hai bên tham gia là Công ty Điện gió Hòa An và Công ty Thép Nam Giang.",
        "Lễ ký hợp đồng giữa 2 đơn vị: Công ty Điện gió Hòa An và Công ty Thép Nam Giang được tổ chức sáng 4/7/2020.",
        "Công ty Điện gió Hòa An (bên A) đã cùng Công ty Thép Nam Giang (bên B) chính thức ký hợp đồng sáng 4/7/2020.",
        "Công ty Điện gió Hòa An, đại diện là ông Lê Văn Tám, và Công ty Thép Nam Giang, đại diện là bà Trần Thị Chín, đã ký hợp đồng ngày 4/7/2020.",
        "Từ nay Công ty Điện gió Hòa An và Công ty Thép Nam Giang sẽ cùng đầu tư, theo hợp đồng hai bên ký sáng 4/7/2020.",
        "Lễ ký hợp đồng cung cấp điện\n\nBên A: Công ty Điện gió Hòa An\n\nBên B: Công ty Thép Nam Giang\n\nHợp đồng được ký ngày 4/7/2020.",
        "Lễ ký hợp đồng diễn ra sáng 4/7/2020.\n\nKý hợp đồng: ông Lê Văn Tám, Giám đốc Công ty Điện gió Hòa An; bà Trần Thị Chín, Giám đốc Công ty Thép Nam Giang.",
    ],
)
def test_the_sides_are_found(text: str, kit: Kit) -> None:
    (agreement,) = kit.extract(text).agreements
    assert {party.name for party in agreement.parties} == {"Công ty Điện gió Hòa An", "Công ty Thép Nam Giang"}


def test_offices_tell_the_bodies_that_the_document_names(kit: Kit) -> None:
    text = (
        "Đại sứ quán Na Uy và Viện Nghiên cứu Hải sản khởi động dự án Biển xanh.\n\n"
        "Thỏa thuận tài trợ do Đại sứ Grete Lund và Viện trưởng Nguyễn Khắc Tám ký ngày 17/5/2019."
    )
    (agreement,) = kit.extract(text).agreements
    assert {party.name for party in agreement.parties} == {"Đại sứ quán Na Uy", "Viện Nghiên cứu Hải sản"}
    assert [person.name for person in agreement.signatories] == ["Grete Lund", "Nguyễn Khắc Tám"]


def test_an_office_with_a_field_is_of_no_other_ministry(kit: Kit) -> None:
    text = (
        "Bộ Nông nghiệp họp sáng nay.\n\n"
        "Bộ trưởng Quốc phòng Lê Văn Tám và Bộ trưởng Quốc phòng Cuba Raul Perez ký kế hoạch hợp tác ngày 17/5/2019."
    )
    named = [party.name for one in kit.extract(text).agreements for party in one.parties]
    assert "Bộ Nông nghiệp" not in named


def test_a_signature_block_below_a_report_names_the_signers(kit: Kit) -> None:
    text = (
        "Sáng 3/4/2020, Hội Nông dân xã Ia Tul và UBND xã Ia Tul ký quy chế phối hợp.\n\n"
        "TM. HỘI NÔNG DÂN: Ksor Hương\n\nTM. UBND: Nguyễn Khắc Tám"
    )
    (agreement,) = kit.extract(text).agreements
    assert [person.name for person in agreement.signatories] == ["Ksor Hương", "Nguyễn Khắc Tám"]


def test_of_three_before_the_signing_the_first_only_witnesses(kit: Kit) -> None:
    text = (
        "Sở Du lịch Gia Lai và Bảo tàng Tơ Lửa hợp tác. Dưới sự chứng kiến của Bí thư Tỉnh ủy Lê Văn Tám, Giám đốc Sở Du lịch "
        "Gia Lai Trần Thị Chín và Giám đốc Bảo tàng Tơ Lửa Hồ Văn Năm đã ký bản ghi nhớ."
    )
    (agreement,) = kit.extract(text).agreements
    assert [person.name for person in agreement.signatories] == ["Trần Thị Chín", "Hồ Văn Năm"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Trường Cao đẳng Nông Lâm có thêm đối tác\n\nTrường Cao đẳng Nông Lâm hoàn tất hai văn bản với hai đơn vị.\n\nVăn bản thứ nhất là bản ghi nhớ với Công ty Chè Shan về thực tập.\n\n"
            "Văn bản thứ hai, hợp đồng với Bệnh viện Hoàn Mỹ An, nhằm khám sức khỏe cho sinh viên."
        ),
        "Sáng 5/6/2020, Trường Cao đẳng Nông Lâm đã ký: (1) bản ghi nhớ thực tập với Công ty Chè Shan; (2) hợp đồng khám sức khỏe với Bệnh viện Hoàn Mỹ An.",
        "Trường Cao đẳng Nông Lâm ký quy chế phối hợp với Công ty Chè Shan và Bệnh viện Hoàn Mỹ An, mỗi đơn vị một quy chế riêng.",
    ],
)
def test_each_document_has_its_partner(text: str, kit: Kit) -> None:
    found = [[party.name for party in one.parties] for one in kit.extract(text).agreements]
    assert found == [
        ["Trường Cao đẳng Nông Lâm", "Công ty Chè Shan"],
        ["Trường Cao đẳng Nông Lâm", "Bệnh viện Hoàn Mỹ An"],
    ]


def test_signers_go_to_the_document_of_their_office_and_kind(kit: Kit) -> None:
    text = (
        "Liên đoàn Điền kinh Hồng Châu có nhà tài trợ\n\nLiên đoàn Điền kinh Hồng Châu hoàn tất hai văn bản.\n\nVăn bản thứ nhất là hợp đồng tài trợ với Công ty Giày Hùng Mạnh.\n\n"
        "Văn bản thứ hai là bản ghi nhớ với Báo Sông Dinh.\n\n"
        "Tổng Thư ký Liên đoàn Lê Văn Tám và Phó Tổng Biên tập Trần Thị Chín ký bản ghi nhớ."
    )
    sponsor, paper = kit.extract(text).agreements
    assert [person.name for person in sponsor.signatories] == []
    assert [person.name for person in paper.signatories] == ["Lê Văn Tám", "Trần Thị Chín"]


@pytest.mark.parametrize(
    ("headline", "parties"),
    [
        (
            "HỘI NÔNG DÂN HUYỆN KIM BÔI KÝ KẾT CHƯƠNG TRÌNH PHỐI HỢP VỚI BƯU ĐIỆN HUYỆN KIM BÔI",
            ["HỘI NÔNG DÂN HUYỆN KIM BÔI", "BƯU ĐIỆN HUYỆN KIM BÔI"],
        ),
        (
            "NGÂN HÀNG ĐÔNG DƯƠNG VÀ CÔNG TY HƯNG THỊNH BẮT TAY TRONG 10 NĂM, KÝ HỢP ĐỒNG ĐỘC QUYỀN",
            ["NGÂN HÀNG ĐÔNG DƯƠNG", "CÔNG TY HƯNG THỊNH"],
        ),
    ],
)
def test_names_end_at_verbs_in_a_line_of_capitals(headline: str, parties: list[str], kit: Kit) -> None:
    (agreement,) = kit.extract(headline).agreements
    assert [party.name for party in agreement.parties] == parties
