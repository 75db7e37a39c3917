"""Hosts and whom they sign with: bodies by their acronym, delegations, conferences, counted partners, holders, halls and terms."""

from __future__ import annotations

import pytest

from camket.records import Agreement, CommitmentKind
from camket.run.flow import Kit


def news(text: str, title: str = "Tin trong tỉnh") -> str:
    return f"{title}\n\n{text}"


def only(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(text).agreements
    return agreement


def names(agreement: Agreement) -> list[str]:
    return [party.name for party in agreement.parties]


def signers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    agreement = only(text, kit)
    held = {party.id: party.name for party in agreement.parties}
    return [(one.name, held.get(one.party or "")) for one in agreement.signatories]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Ban Quản lý (BQL) Di tích Cổ Loa vừa tổng kết mùa lễ hội.\n\n"
                "Ngày 4/3/2024, BQL đã ký kết chương trình phối hợp với Công an huyện Đông Anh."
            ),
            ["Ban Quản lý (BQL) Di tích Cổ Loa", "Công an huyện Đông Anh"],
        ),
        (
            (
                "Ban Quản lý (BQL) Khu kinh tế Vân Phong khai trương cổng thông tin. "
                "Tại đây, BQL và Trường Đại học Tây Sơn ký bản ghi nhớ."
            ),
            ["Ban Quản lý (BQL) Khu kinh tế Vân Phong", "Trường Đại học Tây Sơn"],
        ),
        (
            "Đoàn Thanh niên xã Pa Tần ra quân làm đường. Dịp này, Đoàn xã và Công an xã Pa Tần ký kết kế hoạch phối hợp.",
            ["Đoàn Thanh niên xã Pa Tần", "Công an xã Pa Tần"],
        ),
        (
            "Đoàn Thanh niên phường Ngọc Hà dọn kênh. Ngày 5/6/2019, Đoàn phường và Công an phường Ngọc Hà ký kết kế hoạch phối hợp.",
            ["Đoàn Thanh niên phường Ngọc Hà", "Công an phường Ngọc Hà"],
        ),
    ],
)
def test_a_body_told_by_its_acronym_or_its_place_alone_is_the_one_told_in_full(
    text: str, told: list[str], kit: Kit
) -> None:
    assert names(only(news(text), kit)) == told


def test_an_acronym_that_two_bodies_share_tells_neither(kit: Kit) -> None:
    text = (
        "Ban Quản lý (BQL) Di tích Cổ Loa và Ban Quản lý (BQL) Vịnh Hạ Long vừa tròn 20 tuổi. "
        "Ngày 5/8/2021, BQL ký thỏa thuận hợp tác với Công ty Cổ phần Tre Vàng."
    )
    told = [name for one in kit.extract(news(text)).agreements for name in names(one)]
    assert "Ban Quản lý (BQL) Di tích Cổ Loa" not in told
    assert "Ban Quản lý (BQL) Vịnh Hạ Long" not in told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "huyện Mai Sơn tổ chức lễ ký kết bản ghi nhớ về giữ gìn rừng đầu nguồn, chống khai thác gỗ trái phép với huyện Viêng Xay.",
            "memorandum",
            ["huyện Mai Sơn", "huyện Viêng Xay"],
        ),
        (
            (
                "thành phố Lai Châu tổ chức hội nghị ký kết thỏa thuận hợp tác về phát triển chợ phiên, du lịch cộng đồng và nông sản "
                "sạch với Tập đoàn Hải Âu."
            ),
            "agreement",
            ["thành phố Lai Châu", "Tập đoàn Hải Âu"],
        ),
    ],
)
def test_who_holds_a_conference_that_signs_a_document_is_a_party(
    text: str, kind: str, told: list[str], kit: Kit
) -> None:
    agreement = only(news(f"Ngày 4/3/2022, {text}"), kit)
    assert (agreement.kind, names(agreement), agreement.signed_on) == (kind, told, "2022-03-04")


def test_who_holds_a_conference_that_signs_nothing_agrees_on_nothing(kit: Kit) -> None:
    text = "Ngày 4/3/2022, thành phố Lai Châu tổ chức hội nghị về phát triển chợ phiên với Tập đoàn Hải Âu."
    assert kit.extract(news(text)).agreements == ()


def test_the_delegation_of_a_body_signs_for_it(kit: Kit) -> None:
    text = (
        "Sáng 12/4/2024, Đoàn Công an tỉnh Kon Tum do Đại tá Lê Văn Hùng dẫn đầu đã ký kết "
        "biên bản ghi nhớ với Công an tỉnh Attapeu (Lào)."
    )
    assert names(only(news(text), kit)) == ["Công an tỉnh Kon Tum", "Công an tỉnh Attapeu"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ông Bun Thăn, Ty trưởng Ty An ninh tỉnh Hủa Phăn và ông Lê Bá Tùng, Giám đốc Công an tỉnh Sơn La ký biên bản ghi nhớ.",
            [("Bun Thăn", "Ty An ninh tỉnh Hủa Phăn"), ("Lê Bá Tùng", "Công an tỉnh Sơn La")],
        ),
        (
            (
                "Tập đoàn Silver Wind Energy và Sở Công Thương Lai Châu ký bản ghi nhớ.\n\nKý bản ghi nhớ có Giám đốc "
                "Silver Wind Energy Peter Hansen và Giám đốc Sở Công Thương Lai Châu Lê Bá Tùng."
            ),
            [("Peter Hansen", "Tập đoàn Silver Wind Energy"), ("Lê Bá Tùng", "Sở Công Thương Lai Châu")],
        ),
        (
            (
                "Công ty Golden Coral Marine Lines và Cảng Nghi Sơn ký hợp đồng.\n\nPhó Chủ tịch "
                "Golden Coral Marine Lines Takeshi Mori và Giám đốc Cảng Nghi Sơn Lê Bá Tùng ký hợp đồng."
            ),
            [("Takeshi Mori", "Công ty Golden Coral Marine Lines"), ("Lê Bá Tùng", "Cảng Nghi Sơn")],
        ),
    ],
)
def test_the_holder_of_an_office_is_told_behind_the_whole_name_of_the_body(
    text: str, told: list[tuple[str, str | None]], kit: Kit
) -> None:
    assert signers(news(f"Ngày 2/7/2019, {text}"), kit) == told


@pytest.mark.parametrize(
    ("bodies", "document", "kind"),
    [
        ("Trường THPT Pa Tần và Trường THPT Nậm Tăm", "chương trình kết nghĩa giai đoạn 2019 - 2022", "programme"),
        ("Trường Đại học Tây Sơn và Công ty Cổ phần Tre Vàng", "chương trình đối tác về đào tạo nhân lực", "programme"),
    ],
)
def test_programmes_of_friends_and_partners(bodies: str, document: str, kind: str, kit: Kit) -> None:
    assert only(news(f"Ngày 5/6/2019, {bodies} ký kết {document}."), kit).kind == kind


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Công an hai tỉnh hợp tác đấu tranh chống tội phạm",
            "Ngày 5/6/2019, Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn ký biên bản ghi nhớ. ",
        ),
        (
            "Nhộn nhịp đường biên",
            "Ngày 5/6/2019, Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn ký biên bản ghi nhớ về phối hợp ngăn chặn buôn lậu. ",
        ),
    ],
)
def test_cases_are_the_work_of_bodies_that_fight_crime_together(title: str, text: str, kit: Kit) -> None:
    text = news(f"{text}Năm qua, hai bên triệt phá 4 đường dây, khởi tố 5 bị can.", title)
    assert names(only(text, kit)) == ["Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn"]


def test_a_lead_that_tells_of_a_case_reports_no_agreement(kit: Kit) -> None:
    text = "Ngày 5/6/2019, Sở Công Thương Sơn La và Tập đoàn Hải Âu ký bản ghi nhớ. Năm qua, dân biểu tình, khiếu nại."
    assert kit.extract(news(text, "Chuyện ở khu tái định cư")).agreements == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phòng giao dịch Ea Kar", ["phòng giao dịch Ea Kar", "Hội Nông dân huyện Ea Kar"]),
        ("Agribank Phòng giao dịch (PGD) Ea Kar", ["Agribank Phòng giao dịch (PGD) Ea Kar", "Hội Nông dân huyện Ea Kar"]),
    ],
)  # fmt: skip
def test_the_office_of_a_bank_signs(text: str, told: list[str], kit: Kit) -> None:
    assert names(only(news(f"Ngày 5/8/2021, {text} ký hợp đồng với Hội Nông dân huyện Ea Kar."), kit)) == told


@pytest.mark.parametrize(
    "hall",
    ["sân Trường THPT Nậm Tăm", "cửa khẩu Hải quan Cha Lo", "quảng trường Nhà máy Thủy điện Sơn La", "rạp Công ty Cổ phần Tre Vàng"],
)  # fmt: skip
def test_the_body_behind_a_hall_is_no_party(hall: str, kit: Kit) -> None:
    text = f"Sáng 3/9/2023, tại {hall}, Công an huyện Mường La và Huyện đoàn Mường La ký kế hoạch phối hợp."
    assert names(only(news(text), kit)) == ["Công an huyện Mường La", "Huyện đoàn Mường La"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phường Hải Dương Tây và phường Vinh Nam ký", ["phường Hải Dương Tây", "phường Vinh Nam"]),
        ("Công ty Cổ phần Tre Vàng và UBND phường Hà Tĩnh Nam ký", ["Công ty Cổ phần Tre Vàng", "UBND phường Hà Tĩnh Nam"]),
    ],
)  # fmt: skip
def test_wards_with_a_direction_are_parties_by_their_whole_name(text: str, told: list[str], kit: Kit) -> None:
    assert names(only(news(f"Ngày 2/7/2025, {text} kết quy chế phối hợp."), kit)) == told


def test_a_ward_with_a_direction_is_the_place_by_its_whole_name(kit: Kit) -> None:
    text = "Ngày 2/7/2025, tại phường Pleiku Nam, Trường Đại học Tây Sơn và Công ty Cổ phần Tre Vàng ký bản ghi nhớ."
    assert only(news(text), kit).place == "phường Pleiku Nam"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "ký kết hợp tác với ba đơn vị.\n\nCông ty Cổ phần Tre Vàng ký hợp đồng tài trợ 50 suất học bổng.\n\n"
                "Viện Cà phê Ea Kmat ký biên bản ghi nhớ về nghiên cứu giống mới.\n\n"
                "Bệnh viện Tâm An ký thỏa thuận nhận sinh viên thực tập."
            ),
            [
                ("contract", "Công ty Cổ phần Tre Vàng", ["tài trợ 50 suất học bổng"]),
                ("memorandum", "Viện Cà phê Ea Kmat", ["nghiên cứu giống mới"]),
                ("agreement", "Bệnh viện Tâm An", ["nhận sinh viên thực tập"]),
            ],
        ),
        (
            (
                "ký kết hợp tác với 2 đối tác nước ngoài.\n\n"
                "Trong đó, Trường Đại học Busan (Hàn Quốc) ký biên bản ghi nhớ về trao đổi sinh viên.\n\n"
                "Tập đoàn Kanto (Nhật Bản) ký hợp đồng tiếp nhận thực tập sinh."
            ),
            [
                ("memorandum", "Trường Đại học Busan", ["trao đổi sinh viên"]),
                ("contract", "Tập đoàn Kanto", ["tiếp nhận thực tập sinh"]),
            ],
        ),
    ],
)
def test_counted_partners_each_told_below_have_a_document_of_their_own(
    text: str, told: list[tuple[str, str, list[str]]], kit: Kit
) -> None:
    record = kit.extract(news(f"Ngày 2/7/2019, Trường Đại học Tây Sơn đã {text}"))
    areas = [one for one in record.commitments if one.kind is CommitmentKind.AREA]
    assert [names(one)[0] for one in record.agreements] == ["Trường Đại học Tây Sơn"] * len(told)
    assert [(one.kind, names(one)[1], [area.text for area in areas if area.agreement == one.id])
            for one in record.agreements] == told  # fmt: skip


def test_counted_partners_that_only_come_have_no_document(kit: Kit) -> None:
    text = (
        "Ngày 2/7/2019, Trường Đại học Tây Sơn ký thỏa thuận hợp tác với hai bệnh viện.\n\n"
        "Bệnh viện Tâm An, Bệnh viện Bình Minh và Công ty Cổ phần Tre Vàng dự lễ."
    )
    assert names(only(news(text), kit)) == ["Trường Đại học Tây Sơn"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Theo hợp đồng, trong 18 tháng, Bệnh viện Tâm An sẽ đào tạo 12 bác sĩ.", "P18M"),
        ("Với hợp đồng này, trong hai năm, hai bên tổ chức 6 lớp tập huấn.", "P2Y"),
        ("Theo hợp đồng, trong 10 ngày, Bệnh viện Tâm An sẽ cử 2 bác sĩ.", None),
        ("Theo bác sĩ Lò Văn Hặc, trong 5 năm, bản Nậm Lùng thiếu thuốc.", None),
    ],
)
def test_a_term_that_begins_what_a_contract_says_is_its_period(text: str, period: str | None, kit: Kit) -> None:
    signed = "Ngày 5/8/2021, Bệnh viện Tâm An và Trung tâm Y tế huyện Sìn Hồ ký hợp đồng chuyển giao kỹ thuật."
    assert only(news(f"{signed}\n\n{text}"), kit).period == period
