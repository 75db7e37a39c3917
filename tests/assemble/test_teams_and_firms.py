"""Who teams up and does not sign, firms whose leaders do, ministers told by their field, signers on a side, who "this" is."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

SCHOOL, FIRM, BAMBOO = "Trường Cao đẳng Lam Kinh", "Tập đoàn Hải Vân", "Công ty Cổ phần Tre Vàng"
FARMERS, TRADE, PLUMS = "Hội Nông dân tỉnh Yên Bái", "Sở Công Thương Sơn La", "Hợp tác xã Mận Chiềng Khoa"
LAND = "Bộ Nông nghiệp và Môi trường"


def only(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(f"Tin trong tuần\n\nSáng 4/5/2022, {text}").agreements
    return agreement


def signers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    agreement = only(text, kit)
    names = {party.id: party.name for party in agreement.parties}
    return [(one.name, names.get(one.party or "")) for one in agreement.signatories]


def pledges(text: str, kit: Kit) -> list[tuple[str, list[str] | str]]:
    record = kit.extract(f"Tin trong tuần\n\nSáng 4/5/2022, {text}")
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [
        (one.text, one.actors if isinstance(one.actors, str) else [names.get(actor, actor) for actor in one.actors])
        for one in record.commitments
        if one.kind == "pledge"
    ]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        (f"\n\n{PLUMS} và {BAMBOO} ký hợp đồng tiêu thụ mận.", [[PLUMS, BAMBOO]]),
        ("", [[TRADE, FARMERS]]),
    ],
)
def test_who_holds_a_conference_together_does_not_sign_what_others_do(
    below: str, told: list[list[str]], kit: Kit
) -> None:
    lead = f"lễ ký kết hợp tác diễn ra tại hội nghị do {TRADE} hợp tác với {FARMERS} tổ chức."
    found = kit.extract(f"Kết nối tiêu thụ mận\n\nSáng 4/5/2022, {lead}{below}").agreements
    assert [[party.name for party in one.parties] for one in found] == told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Hiệu trưởng Lò Thị Én và lãnh đạo Petrosun", [("Lò Thị Én", SCHOOL)]),
        ("Lãnh đạo nhà trường và lãnh đạo Petrosun", []),
    ],
)  # fmt: skip
def test_a_firm_behind_its_leaders_is_no_person(told: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert signers(f"{SCHOOL} ký thỏa thuận hợp tác với Petrosun. {told} ký thỏa thuận.", kit) == expected


@pytest.mark.parametrize(
    ("bodies", "signed", "told"),
    [
        (
            f"{LAND}, {SCHOOL} và {FIRM} ký thỏa thuận hợp tác",
            "Thứ trưởng Nông nghiệp Đỗ Văn Khoa đã ký thỏa thuận.",
            [("Đỗ Văn Khoa", LAND)],
        ),
        (
            f"{SCHOOL}, {LAND} Lào và {FIRM} ký thỏa thuận hợp tác",
            "Thứ trưởng Nông nghiệp Đỗ Văn Khoa đã ký thỏa thuận.",
            [("Đỗ Văn Khoa", None)],
        ),
    ],
)
def test_a_minister_told_by_the_field_signs_for_the_ministry_of_home(
    bodies: str, signed: str, told: list[tuple[str, str | None]], kit: Kit
) -> None:
    assert signers(f"{bodies}.\n\n{signed}", kit) == told


def test_ministers_told_by_their_fields_tell_their_ministries(kit: Kit) -> None:
    text = (
        "tại Hà Nội, Bộ trưởng Giao thông Đỗ Văn Khoa và Bộ trưởng Công chính và Vận tải Lào Bounfeng Phoummalaysith ký bản ghi nhớ "
        "giữa Bộ Giao thông Vận tải và Bộ Công chính và Vận tải Lào."
    )
    assert signers(text, kit) == [
        ("Đỗ Văn Khoa", "Bộ Giao thông Vận tải"),
        ("Bounfeng Phoummalaysith", "Bộ Công chính và Vận tải Lào"),
    ]


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        (f"Ký thỏa thuận về phía nhà trường là bà Lò Thị Én, Hiệu trưởng {SCHOOL}.", [("Lò Thị Én", SCHOOL)]),
        (f"Ký kết văn bản về phía doanh nghiệp có ông Hà Văn Sơn, Tổng Giám đốc {FIRM}.", [("Hà Văn Sơn", FIRM)]),
        (f"Dự lễ về phía doanh nghiệp có ông Hà Văn Sơn, Tổng Giám đốc {FIRM}.", []),
    ],
)
def test_who_signs_on_a_side(telling: str, told: list[tuple[str, str]], kit: Kit) -> None:
    assert signers(f"{SCHOOL} và {FIRM} ký thỏa thuận hợp tác. {telling}", kit) == told


@pytest.mark.parametrize(
    ("body", "telling", "told"),
    [
        (FIRM, f"{FIRM} có 12 xưởng đóng tàu. Nhà sản xuất này sẽ nhận 300 thợ hàn.", [("nhận 300 thợ hàn", [FIRM])]),
        (
            "Quỹ Mầm Xanh",
            "Quỹ Mầm Xanh cho biết quỹ này sẽ tặng 300 bò giống.",
            [("tặng 300 bò giống", ["Quỹ Mầm Xanh"])],
        ),
    ],
)
def test_this_maker_and_this_fund_are_those_told_last(
    body: str, telling: str, told: list[tuple[str, list[str]]], kit: Kit
) -> None:
    assert pledges(f"{FARMERS} và {body} ký thỏa thuận hợp tác. {telling}", kit) == told


def test_a_firm_named_by_a_count_does_not_stand_for_all(kit: Kit) -> None:
    firm = "Công ty Thực phẩm Ba Cảng"
    text = f"{FARMERS} và {firm} ký thỏa thuận tiêu thụ quế. Theo đó, Ba Cảng sẽ thu mua 300 tấn quế; hai bên sẽ mở 12 lớp tập huấn."
    assert pledges(text, kit) == [("thu mua 300 tấn quế", [firm]), ("mở 12 lớp tập huấn", "all")]


def test_the_acronym_of_a_central_hospital_has_w_for_its_last_word(kit: Kit) -> None:
    named = "Bệnh viện Đa khoa Trung ương (BVĐKTW) Cần Thơ"
    text = f"{SCHOOL} ký thỏa thuận hợp tác với {named}.\n\nBVĐKTW Cần Thơ sẽ cử 20 bác sĩ."
    assert pledges(text, kit) == [("cử 20 bác sĩ", [named])]
