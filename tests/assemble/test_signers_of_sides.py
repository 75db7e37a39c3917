"""For whom persons sign: by a noun for the side, a part of its name, a delegation, the nation of a name; titles and highland names."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SCHOOL = "Sáng 3/5/2023, Công ty May Trường Giang và Trường Cao đẳng Nghề Phú Mỹ ký kết thỏa thuận hợp tác. "
DEPARTMENT = "Sáng 3/5/2023, Sở Y tế Hà Nam và Bệnh viện Minh Đức ký kết quy chế phối hợp. "
STATES = "Sáng 3/5/2023, Việt Nam và Na Uy ký kết hiệp định hợp tác nghề cá. "


def signers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    (agreement,) = kit.extract(text).agreements
    names: dict[str | None, str] = {party.id: party.name for party in agreement.parties}
    return [(one.name, names.get(one.party)) for one in agreement.signatories]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            SCHOOL + "Người ký phía nhà trường: ông Lê Bảo Long, Hiệu trưởng. Người ký phía công ty: bà Đỗ Thu Trang.",
            [("Lê Bảo Long", "Trường Cao đẳng Nghề Phú Mỹ"), ("Đỗ Thu Trang", "Công ty May Trường Giang")],
        ),
        (
            DEPARTMENT + "Đại diện bệnh viện ký kết là bác sĩ Đỗ Thu Trang.",
            [("Đỗ Thu Trang", "Bệnh viện Minh Đức")],
        ),
    ],
)  # fmt: skip
def test_a_noun_tells_the_side(text: str, told: list[tuple[str, str | None]], kit: Kit) -> None:
    assert signers(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Sáng 3/5/2023, Vườn quốc gia Kon Ka Kinh, Hạt Kiểm lâm huyện Mang Yang và Đồn Biên phòng Ia Mơ ký kết quy chế phối hợp. "
                "Ông Lê Bảo Long, Giám đốc Vườn, ký quy chế."
            ),
            [("Lê Bảo Long", "Vườn quốc gia Kon Ka Kinh")],
        ),
        (
            (
                "Sáng 3/5/2023, Cảng Quy Nhơn, Vietinbank chi nhánh Phú Tài và Hiệp hội Gỗ Bình Định ký kết thỏa thuận hợp tác. "
                "Bà Đỗ Thu Trang, Giám đốc chi nhánh và ông Lê Bảo Long, Giám đốc Cảng ký thỏa thuận."
            ),
            [("Đỗ Thu Trang", "Vietinbank chi nhánh Phú Tài"), ("Lê Bảo Long", "Cảng Quy Nhơn")],
        ),
        (
            (
                "Sáng 3/5/2023, Sở Du lịch, Sở Y tế và Công an tỉnh Hà Nam ký kết quy chế. "
                "Phía Sở Du lịch do ông Lê Bảo Long ký, riêng Sở Y tế do bà Đỗ Thu Trang ký."
            ),
            [("Lê Bảo Long", "Sở Du lịch tỉnh Hà Nam"), ("Đỗ Thu Trang", "Sở Y tế tỉnh Hà Nam")],
        ),
    ],
)
def test_an_office_is_told_by_a_part_of_the_name(text: str, told: list[tuple[str, str | None]], kit: Kit) -> None:
    assert signers(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Sáng 3/5/2023, Bộ Nông nghiệp Việt Nam và Bộ Nông nghiệp Đan Mạch ký biên bản ghi nhớ. "
                "Ký biên bản có ông Lê Bảo Long và bà Karen Olsen."
            ),
            [("Lê Bảo Long", "Bộ Nông nghiệp Việt Nam"), ("Karen Olsen", "Bộ Nông nghiệp Đan Mạch")],
        ),
        (
            STATES + "Thứ trưởng Lê Bảo Long và Bộ trưởng Erik Hansen thay mặt Chính phủ hai nước ký hiệp định.",
            [("Lê Bảo Long", "Việt Nam"), ("Erik Hansen", "Na Uy")],
        ),
    ],
)  # fmt: skip
def test_the_nation_of_a_name_tells_the_side(text: str, told: list[tuple[str, str | None]], kit: Kit) -> None:
    assert signers(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Sáng 3/5/2023, Sở Y tế tỉnh Sơn La ký biên bản ghi nhớ với đoàn cán bộ Sở Y tế tỉnh Hủa Phăn, nước CHDCND Lào "
                "(gọi tắt là đoàn) do ông Khăm Phết làm trưởng đoàn. Ông Khăm Phết và bà Đỗ Thu Trang ký biên bản."
            ),
            [("Khăm Phết", "Sở Y tế tỉnh Hủa Phăn"), ("Đỗ Thu Trang", "Sở Y tế tỉnh Sơn La")],
        ),
        (
            (
                "Ngày 3/5/2023, huyện Sông Mã và huyện Xốp Bâu ký biên bản ghi nhớ, "
                "đoàn huyện Xốp Bâu, tỉnh Hủa Phăn, nước CHDCND Lào do ông Khăm Phết ký."
            ),
            [("Khăm Phết", "huyện Xốp Bâu")],
        ),
    ],
)  # fmt: skip
def test_a_delegation_is_told_with_where_it_comes_from(text: str, told: list[tuple[str, str | None]], kit: Kit) -> None:
    assert signers(text, kit) == told


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        (
            (
                "Ông Lê Bảo Long, Giám đốc Sở Y tế; bà Đỗ Thu Trang, Giám đốc Bệnh viện Minh Đức "
                "đã ký quy chế dưới sự chứng kiến của lãnh đạo tỉnh."
            ),
            ["Lê Bảo Long", "Đỗ Thu Trang"],
        ),
        (
            "Đại diện ký kết: ông Lê Bảo Long, Giám đốc Sở Y tế; bà Đỗ Thu Trang, Giám đốc Bệnh viện Minh Đức chứng kiến.",
            ["Lê Bảo Long"],
        ),
        (
            "TTƯT.BSCKII. Lê Bảo Long, Giám đốc Sở Y tế và TTND.BSCKII. Đỗ Thu Trang, Giám đốc Bệnh viện Minh Đức đã ký quy chế.",
            ["Lê Bảo Long", "Đỗ Thu Trang"],
        ),
    ],
)  # fmt: skip
def test_a_list_of_signers_has_each_of_them(telling: str, told: list[str], kit: Kit) -> None:
    assert [name for name, _ in signers(DEPARTMENT + telling, kit)] == told


@pytest.mark.parametrize(
    ("office", "body", "told"),
    [
        ("Chủ tịch Hội Nông dân huyện Chư Sê Rơ Mah Thuih", "Hội Nông dân huyện Chư Sê", "Rơ Mah Thuih"),
        ("Giám đốc Sở Y tế Cà Văn Xuân", "Sở Y tế", "Cà Văn Xuân"),
        ("Hiệu trưởng Trường THPT Sông Mã, Nhà giáo Lò Văn Mạnh", "Trường THPT Sông Mã", "Lò Văn Mạnh"),
    ],
)
def test_a_name_behind_an_office_is_that_of_a_person(office: str, body: str, told: str, kit: Kit) -> None:
    text = f"{office} và Giám đốc Công ty Mía đường An Khê Đỗ Thu Trang ký kết thỏa thuận hợp tác."
    assert signers(text, kit) == [(told, body), ("Đỗ Thu Trang", "Công ty Mía đường An Khê")]


def test_an_address_behind_a_body_parts_no_list_of_signers(kit: Kit) -> None:
    text = (
        "Sáng 3/5/2023, ông Lê Bảo Long, Chủ tịch Hội Nông dân xã Phúc Sen, huyện Quảng Hòa; "
        "bà Đỗ Thu Trang, Giám đốc Công ty Dược Tây Bắc ký kết thỏa thuận hợp tác."
    )
    assert signers(text, kit) == [
        ("Lê Bảo Long", "Hội Nông dân xã Phúc Sen"),
        ("Đỗ Thu Trang", "Công ty Dược Tây Bắc"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Trước sự chứng kiến của ông Trần Văn Bình, Giám đốc Sở Y tế Hà Nam, đại diện Bệnh viện Sao Mai và "
                "Trường Đại học Hồng Hà đã ký thỏa thuận hợp tác."
            ),
            ["Bệnh viện Sao Mai", "Trường Đại học Hồng Hà"],
        ),
        (
            (
                "Dưới sự chứng kiến của bà Đỗ Thu Trang, Phó Chủ tịch UBND huyện Sông Mã, đại diện Bệnh viện Minh Đức và "
                "Công ty Dược Tây Bắc đã ký hợp đồng cung ứng thuốc."
            ),
            ["Bệnh viện Minh Đức", "Công ty Dược Tây Bắc"],
        ),
    ],
)  # fmt: skip
def test_who_signs_begins_behind_the_office_of_a_witness(text: str, told: list[str], kit: Kit) -> None:
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == told
    assert agreement.signatories == ()


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        (
            "Tham gia ký kết, phía bệnh viện có bà Đỗ Thu Trang, Giám đốc; phía sở có ông Lê Bảo Long, Phó Giám đốc.",
            [("Đỗ Thu Trang", "Bệnh viện Minh Đức"), ("Lê Bảo Long", "Sở Y tế Hà Nam")],
        ),
        ("Người ký của bệnh viện là bà Đỗ Thu Trang.", [("Đỗ Thu Trang", "Bệnh viện Minh Đức")]),
        ("Người được ủy quyền ký kết của Sở Y tế Hà Nam là ông Lê Bảo Long.", [("Lê Bảo Long", "Sở Y tế Hà Nam")]),
        ("Ông Lê Bảo Long đã ký quy chế với bà Đỗ Thu Trang.", [("Lê Bảo Long", None), ("Đỗ Thu Trang", None)]),
    ],
)  # fmt: skip
def test_the_other_signer_and_the_side_of_one(telling: str, told: list[tuple[str, str]], kit: Kit) -> None:
    assert signers(DEPARTMENT + telling, kit) == told
