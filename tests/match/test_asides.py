"""Who signs, of all who are told beside a signing, and what: the first document, not what fronts or describes."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit
from tests.match.test_patterns import matches

PAIR = "Ngày 12/5/2023, Sở Du lịch Gia Lai và Công ty Cổ phần Hòa Sơn "
STATES = "Ngày 12/5/2023, Peru và Chile "


def parties_of(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PAIR + "đã ký thỏa thuận và bản ghi nhớ về hội hoa.", "agreement"),
        (PAIR + "đã ký hợp đồng thuê đất và biên bản ghi nhớ về hội hoa.", "contract"),
        (PAIR + "đã ký bản ghi nhớ và hợp đồng thuê đất.", "memorandum"),
        (PAIR + "đã ký biên bản ghi nhớ và thỏa thuận khung.", "memorandum"),
        (STATES + "đã ký 17 thỏa thuận. Trong số đó có bản ghi nhớ về đánh bắt cá.", "agreement"),
        (STATES + "đã ký thỏa thuận. Bản ghi nhớ có hiệu lực trong 3 năm.", "memorandum"),
        (PAIR + "đã ký biên bản hợp tác. Theo bản ghi nhớ, hai bên sẽ dựng 20 biển chỉ đường.", "memorandum"),
        (PAIR + "đã ký biên bản hợp tác. Theo biên bản, hai bên sẽ dựng 20 biển chỉ đường.", "minutes"),
    ],
)
def test_the_kind_is_that_of_the_document_signed_first(text: str, kind: str, kit: Kit) -> None:
    (agreement,) = kit.extract(text).agreements
    assert agreement.kind.value == kind


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Đoàn doanh nghiệp tháp tùng Thủ tướng Mateo Ríos ký thỏa thuận với Công ty Cổ phần Hòa Sơn.", False),
        ("Đoàn cùng Thủ tướng Mateo Ríos ký thỏa thuận với Công ty Cổ phần Hòa Sơn.", True),
        ("Trong lần tiếp Bộ trưởng Mateo Ríos này, các nhà vườn ký thỏa thuận trồng hoa.", False),
        ("Nhân dịp đón ông Mateo Ríos, các bên đã ký bản ghi nhớ.", False),
        ("Sáng qua, ông Mateo Ríos ký bản ghi nhớ.", True),
        (PAIR + "ký bản ghi nhớ do ông Lê Văn Tám đưa ra.", False),
        (PAIR + "ký bản ghi nhớ do bà Trần Thị Chín soạn.", False),
        ("Bản ghi nhớ do bà Trần Thị Chín và ông Lê Văn Tám ký.", True),
        ("Tổng thống Mateo Ríos ký bản ghi nhớ yêu cầu Bộ Thủy sản rà soát giấy phép.", False),
        ("Tổng thống Mateo Ríos và Tổng thống Diego Soto ký bản ghi nhớ hợp tác nghề cá.", True),
    ],
)
def test_who_is_attended_fronted_author_or_gives_an_order_does_not_sign(text: str, signs: bool, kit: Kit) -> None:  # noqa: FBT001
    assert ("signing.persons" in {one.rule for one in matches(text, kit)}) is signs


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Công ty Cổ phần Hòa Sơn ký hợp đồng với các hộ khi chưa được Sở Xây dựng Gia Lai cấp phép.", []),
        ("Công ty Cổ phần Hòa Sơn ký hợp đồng với các hộ dân và Sở Xây dựng Gia Lai.", ["Sở Xây dựng Gia Lai"]),
        ("Công ty Cổ phần Hòa Sơn ký hợp đồng với hãng tàu khổng lồ của Pháp, Rivière Fret.", ["Rivière Fret"]),
        (
            "Công ty Cổ phần Hòa Sơn ký hợp đồng với Bộ Giao thông Pháp, Tập đoàn Rivière Fret.",
            ["Bộ Giao thông Pháp", "Tập đoàn Rivière Fret"],
        ),
    ],
)
def test_behind_with_a_clause_or_a_description_names_no_party(text: str, parties: list[str], kit: Kit) -> None:
    assert parties_of(text, kit) == [["Công ty Cổ phần Hòa Sơn", *parties]]


@pytest.mark.parametrize(
    ("subject", "parties"),
    [
        ("Trung tâm Giống cây Sông Ba thuộc Viện Lâm nghiệp Cao Sơn", ["Trung tâm Giống cây Sông Ba"]),
        ("Trung tâm Giống cây Sông Ba và Viện Lâm nghiệp Cao Sơn", ["Trung tâm Giống cây Sông Ba", "Viện Lâm nghiệp Cao Sơn"]),
        ("một kỹ sư người Nhật Bản", []),
        ("Nhật Bản", ["Nhật Bản"]),
        ("Tập đoàn Andina tại Việt Nam - đơn vị cấp giống cà phê -", ["Tập đoàn Andina"]),
        ("Quỹ Hạt Mầm và Tập đoàn Andina - nhà cung cấp phân bón, dịch vụ hàng đầu Nam Mỹ", ["Quỹ Hạt Mầm", "Tập đoàn Andina"]),
    ],
)  # fmt: skip
def test_whose_a_body_is_and_what_describes_it_names_no_party(subject: str, parties: list[str], kit: Kit) -> None:
    text = f"Ngày 12/5/2023, {subject} ký thỏa thuận với Công ty Cổ phần Hòa Sơn."
    assert parties_of(text, kit) == ([[*parties, "Công ty Cổ phần Hòa Sơn"]] if parties else [])


@pytest.mark.parametrize(
    ("front", "parties"),
    [
        ("Qua Quỹ Hạt Mầm", ["Công ty Cổ phần Hòa Sơn"]),
        ("Nhờ Quỹ Hạt Mầm", ["Công ty Cổ phần Hòa Sơn"]),
        ("Quỹ Hạt Mầm", ["Quỹ Hạt Mầm", "Công ty Cổ phần Hòa Sơn"]),
    ],
)
def test_a_body_that_ends_what_fronts_the_sentence_does_not_sign(front: str, parties: list[str], kit: Kit) -> None:
    assert parties_of(f"{front}, Công ty Cổ phần Hòa Sơn ký thỏa thuận.", kit) == [parties]


@pytest.mark.parametrize(
    ("sides", "both"),
    [("2 bên", True), ("2 đơn vị", True), ("20 bên", False), ("hai thứ trưởng", True), ("hai cháu", False)],
)
def test_sides_and_leaders_are_counted_in_digits_and_words(sides: str, both: bool, kit: Kit) -> None:  # noqa: FBT001
    text = f"Sở Du lịch Gia Lai gặp Công ty Cổ phần Hòa Sơn, {sides} đã ký bản ghi nhớ."
    assert ("signing.both" in {one.rule for one in matches(text, kit)}) is both


def test_partners_whom_a_noun_leads_are_told_behind_what_they_do(kit: Kit) -> None:
    text = "Ngày 12/5/2023, Công ty Cổ phần Hòa Sơn ký thỏa thuận với các đơn vị hợp tác Tập đoàn Andina, Quỹ Hạt Mầm."
    hosted = [["Công ty Cổ phần Hòa Sơn", "Tập đoàn Andina"], ["Công ty Cổ phần Hòa Sơn", "Quỹ Hạt Mầm"]]
    assert parties_of(text, kit) == hosted
