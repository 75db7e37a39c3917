"""Hosts whose partners are counted first and told below, pairs told in the sentence before, and documents told in a row."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def signed(text: str, kit: Kit) -> list[tuple[str, list[str]]]:
    return [(one.kind.value, [party.name for party in one.parties]) for one in kit.extract(text).agreements]


HOST = "Công ty CP Xanh Mart"


@pytest.mark.parametrize(
    ("text", "kind", "partners"),
    [
        (
            ("Ngày 5/6/2022, {} ký hợp đồng phân phối với ba đại lý. Mỗi đại lý một hợp đồng.\n\n"
            "Công ty DKV Land bán 140 căn. Công ty TNHH Miền Trung Home nhận 96 nền. Với Sàn giao dịch Lao Bảo là 210 căn hộ."),
            "contract",
            ["Công ty DKV Land", "Công ty TNHH Miền Trung Home", "Sàn giao dịch Lao Bảo"],
        ),
        (
            ("Ngày 5/6/2022, {} ký ba thỏa thuận.\n\nThỏa thuận thứ nhất dành cho Công ty AquaSense: góp vốn.\n\n"
            "Với Công ty TNHH EduMoss, hai bên làm phần mềm.\n\nThỏa thuận thứ ba không có tiền: Trường Đại học Hải Châu mở xưởng."),
            "agreement",
            ["Công ty AquaSense", "Công ty TNHH EduMoss", "Trường Đại học Hải Châu"],
        ),
        (
            ("Ngày 5/6/2022, {} ký kết với ba đơn vị, mỗi đơn vị một văn bản.\n\nVới Sở Y tế Hà Nam, hai bên ký Chương trình phối hợp.\n\n"
            "Với Ngân hàng Sa Huỳnh là thỏa thuận cho vay.\n\nBản ghi nhớ với Công ty CP Quế Trà nhằm tiêu thụ quế."),
            None,
            ["Sở Y tế Hà Nam", "Ngân hàng Sa Huỳnh", "Công ty CP Quế Trà"],
        ),
    ],
)  # fmt: skip
def test_each_counted_partner_has_an_agreement(text: str, kind: str | None, partners: list[str], kit: Kit) -> None:
    found = signed(text.format(HOST), kit)
    assert [parties for _, parties in found] == [[HOST, partner] for partner in partners]
    assert kind is None or {told for told, _ in found} == {kind}


def test_fewer_told_than_counted_are_no_partners(kit: Kit) -> None:
    text = f"Ngày 5/6/2022, {HOST} ký hợp đồng với bốn đại lý.\n\nCông ty DKV Land bán căn hộ. Công ty Miền Trung Home bán nền."
    assert signed(text, kit) == [("contract", [HOST])]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Công ty Sao Bắc và Công ty CP Hoài Đức đã chốt hợp đồng cung cấp nước. Hợp đồng được ký hôm 2/6/2021.",
         ["Công ty Sao Bắc", "Công ty CP Hoài Đức"]),
        ("Trong tháng 4/2023, Công ty Điện lực Long An đã làm việc với 112 khách hàng. Kết quả là thỏa thuận ký với Công ty Dệt Tân Phú.",
         ["Công ty Điện lực Long An", "Công ty Dệt Tân Phú"]),
        (("Công đoàn Dệt may Hưng Yên vừa thống nhất với Công ty CP Bán lẻ Bình Minh về phúc lợi. "
         "Thỏa thuận hợp tác giữa hai đơn vị được ký hôm 28/6/2024."),
         ["Công đoàn Dệt may Hưng Yên", "Công ty CP Bán lẻ Bình Minh"]),
        ("Ngày 8/12/2023, Công ty Sao Bắc đã ký hợp đồng tiêu thụ với từng hợp tác xã chứ không ký gộp. Hợp đồng ký với HTX Chè Khe Cốc dài một năm.",
         ["Công ty Sao Bắc", "HTX Chè Khe Cốc"]),
    ],
)  # fmt: skip
def test_a_party_told_in_the_sentence_before_signs(text: str, parties: list[str], kit: Kit) -> None:
    assert [told for _, told in signed(text, kit)] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Sao Bắc và Công ty CP Hoài Đức đã chốt giá nước.",
        "Công ty Sao Bắc làm việc với khách hàng. Ngành điện mong có thỏa thuận với Công ty Dệt Tân Phú.",
    ],
)
def test_what_is_settled_without_a_document_is_none(text: str, kit: Kit) -> None:
    assert signed(text, kit) == []


def test_documents_told_in_a_row_have_each_its_own_kind_and_parties(kit: Kit) -> None:
    text = (
        "Việt Nam và Lào ký hai văn kiện\n\nCùng được ký ngày 5/6/2022 là Bản ghi nhớ giữa Bộ Y tế Việt Nam và Bộ Y tế Lào về thuốc, "
        "Thỏa thuận giữa Thông tấn xã Việt Nam và Hãng thông tấn KPL về trao đổi tin."
    )
    found = kit.extract(text).agreements
    assert [(one.kind.value, one.title) for one in found][-2:] == [
        ("memorandum", "Bản ghi nhớ"),
        ("agreement", "Thỏa thuận"),
    ]
    assert [party.name for party in found[-1].parties] == ["Thông tấn xã Việt Nam", "Hãng thông tấn KPL"]


def test_so_many_of_a_province_are_no_body(kit: Kit) -> None:
    text = "Ba hợp tác xã Thái Nguyên ký hợp đồng\n\nNgày 5/6/2022, HTX Chè Khe Cốc và Công ty Sao Bắc ký hợp đồng tiêu thụ chè."
    assert [told for _, told in signed(text, kit)] == [["HTX Chè Khe Cốc", "Công ty Sao Bắc"]]


def test_each_of_a_head_told_one_by_one_has_an_agreement(kit: Kit) -> None:
    text = (
        "Ngày 5/6/2022, Công ty Sao Bắc ký hợp đồng tiêu thụ với từng hợp tác xã (HTX) một.\n\nHTX Rau Đồng Bẩm cung ứng rau.\n\n"
        "Hợp đồng ký với HTX Chè Khe Cốc dài một năm.\n\nĐối với HTX Ong Võ Nhai, hợp đồng dừng ở 500 lít."
    )
    partners = ["HTX Chè Khe Cốc", "HTX Ong Võ Nhai", "HTX Rau Đồng Bẩm"]
    found = [sorted(parties) for _, parties in signed(text, kit)]
    assert sorted(found) == [sorted(["Công ty Sao Bắc", partner]) for partner in partners]


def test_a_common_noun_behind_between_stands_for_the_body_told_before(kit: Kit) -> None:
    text = "Bệnh viện Đa khoa Phước Hưng khám bảo hiểm\n\nHợp đồng khám bệnh giữa BHXH tỉnh Vĩnh Long và bệnh viện được ký ngày 24/3/2023."
    assert [told for _, told in signed(text, kit)] == [["BHXH tỉnh Vĩnh Long", "Bệnh viện Đa khoa Phước Hưng"]]


def test_one_document_of_all_is_one_agreement(kit: Kit) -> None:
    text = (
        "Ngày 28/4/2022, Liên đoàn Lao động tỉnh Hải Dương tổ chức lễ phát động và ký một bản thỏa thuận {} về phúc lợi với ba đối tác "
        "là Siêu thị Thành Đông Mart, Công ty CP Dược Hồng Châu và Phòng khám đa khoa Sao Đỏ."
    )
    assert [len(parties) for _, parties in signed(text.format("chung"), kit)] == [4]
    assert [len(parties) for _, parties in signed(text.replace("một bản ", "").format("hợp tác"), kit)] == [2, 2, 2]
