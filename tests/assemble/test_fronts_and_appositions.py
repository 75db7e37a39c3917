"""Who signs: behind a front that names other bodies, beside an apposition, with partners of its own each, and told further on."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def told_of(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(f"Chung tay vì bản làng\n\n{text}").agreements]


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [sorted(names) for names in told_of(text, kit)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Thực hiện chỉ đạo của Công an tỉnh Lai Châu, Công an huyện Sìn Hồ và Hội Nông dân huyện Sìn Hồ ký kết quy chế phối hợp.",
            ["Công an huyện Sìn Hồ", "Hội Nông dân huyện Sìn Hồ"],
        ),
        (
            "Sau 4 năm thực hiện quy chế phối hợp, Sở Tư pháp Lai Châu và Hội Luật gia tỉnh Lai Châu ký kết quy chế phối hợp mới.",
            ["Hội Luật gia tỉnh Lai Châu", "Sở Tư pháp Lai Châu"],
        ),
        (
            (
                "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Sở Khoa học và Công nghệ Lai Châu "
                "và Trường Đại học Tây Sơn ký kết chương trình phối hợp."
            ),
            ["Sở Khoa học và Công nghệ Lai Châu", "Trường Đại học Tây Sơn"],
        ),
        (
            (
                "Sáng 8/12/2022, nhân kỷ niệm ngày truyền thống của Hội Cựu chiến binh Việt Nam, Hội Cựu chiến binh tỉnh Lai Châu "
                "và Tỉnh đoàn Lai Châu ký kết chương trình phối hợp."
            ),
            ["Hội Cựu chiến binh tỉnh Lai Châu", "Tỉnh đoàn Lai Châu"],
        ),
        (
            (
                "Nhờ sự giúp đỡ của Sở Công Thương Lai Châu, Hợp tác xã Chè Tam Đường, Tổ hợp tác Pa Tần "
                "và Công ty Cổ phần Tre Vàng ký hợp đồng tiêu thụ."
            ),
            ["Công ty Cổ phần Tre Vàng", "Hợp tác xã Chè Tam Đường", "Tổ hợp tác Pa Tần"],
        ),
        (
            "Sơ kết việc thực hiện quy chế phối hợp, đồng thời ký kết quy chế mới giữa Cục Thuế Lai Châu và Kho bạc Nhà nước Lai Châu.",
            ["Cục Thuế Lai Châu", "Kho bạc Nhà nước Lai Châu"],
        ),
    ],
)
def test_a_front_ends_before_those_who_sign(text: str, told: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Công ty Cổ phần Điện gió Hòn Trống, công ty con của Tập đoàn Minh Khai, và Công ty Cổ phần Tre Vàng đã ký hợp đồng mua bán điện.",
            ["Công ty Cổ phần Tre Vàng", "Công ty Cổ phần Điện gió Hòn Trống"],
        ),
        (
            "Công ty Cổ phần Tre Vàng - đơn vị thành viên của Tập đoàn Minh Khai và Trường Đại học Tây Sơn ký biên bản ghi nhớ.",
            ["Công ty Cổ phần Tre Vàng", "Trường Đại học Tây Sơn"],
        ),
        (
            (
                "Công ty Cổ phần Tre Vàng, một trong những doanh nghiệp thuộc Tập đoàn Minh Khai, "
                "đã ký biên bản ghi nhớ với Trường Đại học Tây Sơn."
            ),
            ["Công ty Cổ phần Tre Vàng", "Trường Đại học Tây Sơn"],
        ),
    ],
)
def test_an_apposition_between_commas_or_behind_a_dash_names_no_party(text: str, told: list[str], kit: Kit) -> None:
    assert parties(f"Ngày 4/7/2022, {text}", kit) == [told]


def test_who_tells_of_a_contract_does_not_sign_it(kit: Kit) -> None:
    text = (
        "Công ty Cổ phần Tre Vàng vừa ký hợp đồng mua ba tàu của Tập đoàn Minh Khai, "
        "báo Sóng Biển dẫn thông cáo của Công ty Điện gió Hòn Trống."
    )
    assert parties(text, kit) == [["Công ty Cổ phần Tre Vàng", "Tập đoàn Minh Khai"]]


@pytest.mark.parametrize(
    ("partners", "below", "told"),
    [
        (
            "Công ty Cổ phần Tre Vàng và Tập đoàn Minh Khai",
            (
                "\n\nVới Công ty Cổ phần Tre Vàng: hai bên tổ chức thực tập cho sinh viên."
                "\n\nVới Tập đoàn Minh Khai: hai bên mở phòng thí nghiệm chung."
            ),
            [
                ["Trường Đại học Tây Sơn", "Công ty Cổ phần Tre Vàng"],
                ["Trường Đại học Tây Sơn", "Tập đoàn Minh Khai"],
            ],
        ),
        ("Công ty Cổ phần Tre Vàng", "", [["Trường Đại học Tây Sơn", "Công ty Cổ phần Tre Vàng"]]),
    ],
)
def test_a_noun_between_is_the_host_that_each_partner_signs_with(
    partners: str, below: str, told: list[list[str]], kit: Kit
) -> None:
    text = (
        "Sáng 4/7/2022, Trường Đại học Tây Sơn tổ chức hội nghị doanh nghiệp. "
        f"Tại hội nghị đã diễn ra lễ ký kết bản ghi nhớ giữa Nhà trường với {partners}.{below}"
    )
    assert told_of(text, kit) == told


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (
            "các hợp đồng",
            [
                ["Công ty Cổ phần Tre Vàng", "Hợp tác xã Lúa Mường Than"],
                ["Công ty Cổ phần Tre Vàng", "Hợp tác xã Nếp Tan Pỏm"],
            ],
        ),
        ("thỏa thuận", [["Công ty Cổ phần Tre Vàng", "Hợp tác xã Lúa Mường Than", "Hợp tác xã Nếp Tan Pỏm"]]),
    ],
)
def test_partners_only_counted_are_those_told_further_on(document: str, told: list[list[str]], kit: Kit) -> None:
    text = (
        f"Ngày 4/7/2022, Công ty Cổ phần Tre Vàng đã ký {document} bao tiêu với 2 hợp tác xã.\n\n"
        "Hợp tác xã Lúa Mường Than giao 300 tấn lúa mỗi vụ. Hợp tác xã Nếp Tan Pỏm giao 120 tấn nếp mỗi vụ."
    )
    assert told_of(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Công an phường Ngọc Hà và các Trường THCS Hoa Mận, Núi Hồng và Tây Sơn ký kết quy chế phối hợp.",
            ["Công an phường Ngọc Hà", "Trường THCS Hoa Mận", "Trường THCS Núi Hồng", "Trường THCS Tây Sơn"],
        ),
        (
            "Bệnh viện Nội tiết Trung ương và Sở Y tế Lai Châu ký kết chương trình phối hợp.",
            ["Bệnh viện Nội tiết Trung ương", "Sở Y tế Lai Châu"],
        ),
        (
            "Sở Du lịch Lai Châu ký kết kế hoạch xây dựng sản phẩm du lịch cộng đồng và quảng bá điểm đến với huyện Sìn Hồ.",
            ["Sở Du lịch Lai Châu", "huyện Sìn Hồ"],
        ),
        (
            "Trường THPT Núi Hồng, phường Xuân Hương - Đà Lạt và Công ty Cổ phần Tre Vàng ký kết thỏa thuận hợp tác.",
            ["Trường THPT Núi Hồng", "Công ty Cổ phần Tre Vàng"],
        ),
    ],
)
def test_heads_and_places_are_shared_only_where_they_are_told_so(text: str, told: list[str], kit: Kit) -> None:
    assert told_of(f"Sáng 4/9/2025, {text}", kit) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Tỉnh đoàn Lai Châu chủ trì, phối hợp với Sở Y tế Lai Châu tổ chức lễ ký kết "
                "chương trình phối hợp chăm sóc sức khỏe học đường."
            ),
            ["Tỉnh đoàn Lai Châu", "Sở Y tế Lai Châu"],
        ),
        (
            "Sở Du lịch tỉnh phối hợp với Trường Đại học Tây Sơn tiến hành ký kết chương trình phối hợp.",
            ["Sở Du lịch tỉnh", "Trường Đại học Tây Sơn"],
        ),
    ],
)
def test_a_host_that_leads_with_others_signs_with_them(text: str, told: list[str], kit: Kit) -> None:
    assert told_of(f"Sáng 4/9/2022, {text}", kit) == [told]


def test_the_head_of_a_delegation_signs_for_it(kit: Kit) -> None:
    text = (
        "Thăm và làm việc\n\nNgày 4/9/2022, đoàn công tác Sở Du lịch Lai Châu do bà Lò Thị Xuân, Giám đốc, làm trưởng đoàn "
        "đã làm việc với Công ty Cổ phần Tre Vàng và ký kết bản ghi nhớ."
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Sở Du lịch Lai Châu", "Công ty Cổ phần Tre Vàng"]


def test_who_signs_with_leaders_of_others_stands_for_a_party(kit: Kit) -> None:
    text = (
        "Ký kết\n\nBà Lò Thị Xuân, Giám đốc Sở Y tế Lai Châu, đã cùng lãnh đạo Công ty Cổ phần Tre Vàng "
        "và Tập đoàn Minh Khai ký bản ghi nhớ."
    )
    (agreement,) = kit.extract(text).agreements
    names = {party.id: party.name for party in agreement.parties}
    assert set(names.values()) == {"Sở Y tế Lai Châu", "Công ty Cổ phần Tre Vàng", "Tập đoàn Minh Khai"}
    assert [(one.name, names.get(one.party or "")) for one in agreement.signatories] == [
        ("Lò Thị Xuân", "Sở Y tế Lai Châu")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "đoàn đại biểu tỉnh Lai Châu đến thăm và làm việc với tỉnh Phông Sa Lỳ. Kết thúc buổi làm việc,",
            ["tỉnh Lai Châu", "tỉnh Phông Sa Lỳ"],
        ),
        ("Petrosun đến làm việc với Trường Đại học Tây Sơn. Sau khi trao đổi,", ["Petrosun", "Trường Đại học Tây Sơn"]),
    ],
)
def test_two_sides_that_sign_are_the_two_places_or_the_brand_and_its_host(text: str, told: list[str], kit: Kit) -> None:
    assert told_of(f"Ngày 4/9/2022, {text} hai bên đã ký biên bản ghi nhớ hợp tác.", kit) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lễ ký kết tại Viêng Chăn có nhiều khách dự.", ()),
        ("Dịp này, Viêng Chăn và Tokyo nhất trí mở đường bay thẳng.", ("Viêng Chăn",)),
    ],
)
def test_a_capital_where_something_is_only_held_is_no_form_of_its_state(
    text: str, told: tuple[str, ...], kit: Kit
) -> None:
    (agreement,) = kit.extract(f"Tin vắn\n\nNgày 4/5/2023, Lào và Nhật Bản ký hiệp định thương mại. {text}").agreements
    assert [party.aliases for party in agreement.parties if party.name == "Lào"] == [told]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            (
                "Ngày 11/06/2022, Trường Đại học Hoa Lư cùng với AquaEasy, một liên doanh thuộc grow – trung tâm ươm mầm của Tập đoàn Bosko, "
                "đã ký kết biên bản ghi nhớ."
            ),
            ["Trường Đại học Hoa Lư", "AquaEasy"],
        ),
        (
            "Ngày 20/11/2019, Tập đoàn Sao Bắc và Đại học Nanfang ký thỏa thuận tài trợ học bổng toàn phần cho tài năng Việt Nam.",
            ["Tập đoàn Sao Bắc", "Đại học Nanfang"],
        ),
        (
            "Ngày 20/11/2019, Tập đoàn Sao Bắc ký thỏa thuận tài trợ vắc xin cho Lào.",
            ["Tập đoàn Sao Bắc", "Lào"],
        ),
    ],
)
def test_what_a_party_is_and_whose_people_get_something_is_no_party(text: str, parties: list[str], kit: Kit) -> None:
    [agreement] = kit.extract(f"Tin hợp tác\n\n{text}").agreements
    assert [party.name for party in agreement.parties] == parties


def test_an_intent_to_sign_is_no_signing(kit: Kit) -> None:
    text = "Anh bày tỏ ý định với Philippines\n\nBộ trưởng Quốc phòng Anh truyền đạt ý định của Anh về việc ký kết một thỏa thuận với Philippines."
    assert kit.extract(text).agreements == ()
