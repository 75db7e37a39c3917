"""Visits and leaders: what is signed after talks, for which states, by whom and where; who only watches or hands over."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit


def told(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(text).agreements
    return agreement


def names(agreement: Agreement) -> set[str]:
    return {party.name for party in agreement.parties}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Chủ tịch nước Lê Văn Tám thăm Peru\n\nChủ tịch nước Lê Văn Tám hôm qua hội đàm với Tổng thống Peru Juan Rojas tại Lima. "
            "Hai bên đánh giá quan hệ Việt Nam - Peru phát triển tốt.\n\nHai bên trao đổi về nghề cá.\n\n"
            "Sau hội đàm, hai nhà lãnh đạo đã chứng kiến lễ ký kết một số hiệp định và bản ghi nhớ."
        ),
        (
            "Tổng thống Peru Juan Rojas thăm Việt Nam\n\nSáng nay, Chủ tịch nước Lê Văn Tám đón Tổng thống Peru Juan Rojas. Theo lịch, hai bên hội đàm.\n\n"
            "Sau đó hai nhà lãnh đạo sẽ chứng kiến lễ ký kết các văn kiện hợp tác."
        ),
    ],
)
def test_what_two_leaders_watch_is_signed_by_their_states(text: str, kit: Kit) -> None:
    agreement = told(text, kit)
    assert {name.split()[0] for name in names(agreement)} == {"Việt", "Peru"}
    assert not agreement.signatories


def test_what_is_signed_besides_is_told_though_the_headline_only_wishes(kit: Kit) -> None:
    text = (
        "Thủ tướng Peru muốn sớm ký hiệp định thương mại với Việt Nam\n\nThủ tướng Peru Juan Rojas mong hai nước sớm ký hiệp định thương mại.\n\n"
        "Sau hội đàm, hai Thủ tướng chứng kiến lễ ký bản ghi nhớ về thú y giữa Bộ Nông nghiệp Việt Nam và Bộ Nông nghiệp Peru."
    )
    assert names(told(text, kit)) == {"Bộ Nông nghiệp Việt Nam", "Bộ Nông nghiệp Peru"}


def test_a_peer_who_is_not_named_has_no_office_of_another(kit: Kit) -> None:
    text = "Chào đón người đồng cấp Peru, Chủ tịch nước Lê Văn Tám nói: hai nước sẽ ký tuyên bố chung."
    record = kit.extract(text)
    assert "Peru" not in {person.title or "" for one in record.agreements for person in one.signatories}


def test_capitals_stand_for_their_states_and_offices_tell_persons(kit: Kit) -> None:
    text = (
        "Ottawa và Port Moresby ký thỏa thuận nghề cá\n\nThỏa thuận được Ato Bakiri, Bộ trưởng Thủy sản Papua New Guinea, ký với Ngoại trưởng "
        "Canada Jean Roy sáng 4/7."
    )
    agreement = told(text, kit)
    assert len(agreement.parties) == 2
    assert [person.name for person in agreement.signatories] == ["Ato Bakiri", "Jean Roy"]


def test_a_minister_and_an_ambassador_sign_for_their_governments(kit: Kit) -> None:
    text = (
        "Ngày 22/10, Đại sứ quán Na Uy tại Việt Nam và Bộ Giáo dục tổ chức lễ ký thỏa thuận bổ sung giữa Chính phủ Việt Nam và Chính phủ Na Uy.\n\n"
        "Thứ trưởng Bộ Giáo dục Lê Văn Tám và bà Grete Lund, Đại sứ Na Uy tại Việt Nam ký kết thỏa thuận."
    )
    agreement = told(text, kit)
    assert names(agreement) == {"Chính phủ Việt Nam", "Chính phủ Na Uy"}
    assert {person.name for person in agreement.signatories} == {"Lê Văn Tám", "Grete Lund"}


@pytest.mark.parametrize(
    ("verb", "signers"),
    [("trao bản ghi nhớ", []), ("ký bản ghi nhớ", ["Lê Văn Tám", "Trần Thị Chín"])],
)
def test_who_only_hands_over_signs_nothing(verb: str, signers: list[str], kit: Kit) -> None:
    text = (
        "Ngày 4/7, Công ty Điện gió Hòa An và Công ty Thép Nam Giang ký kết hợp tác.\n\n"
        f"Ông Lê Văn Tám, Giám đốc Công ty Điện gió Hòa An và bà Trần Thị Chín, Giám đốc Công ty Thép Nam Giang {verb}."
    )
    assert [person.name for person in told(text, kit).signatories] == signers


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hợp đồng về việc mua 10 tàu giữa Công ty Thép Nam Giang và Tập đoàn Nordsee đã được ký kết tại Na Uy sáng 4/7.", "Na Uy"),
        (
            "Bộ Y tế và Viện Hải dương Na Uy ký bản ghi nhớ chiều 4/7.\n\nCũng trong chuyến công tác tại Na Uy từ ngày 2 đến 5/7, đoàn đã dự hội thảo.",
            "Na Uy",
        ),
        ("Trong chuyến thăm châu Âu, Bộ Y tế và Viện Hải dương Na Uy ký bản ghi nhớ chiều 4/7.", None),
    ],
)  # fmt: skip
def test_where_a_visit_went_is_where_it_was_signed(text: str, place: str | None, kit: Kit) -> None:
    assert told(text, kit).place == place


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            (
                "Quỹ Hạt Mầm ký kết hợp tác đào tạo với hai trường sáng 4/7.\n\nHai đơn vị ký kết hợp tác đào tạo với Quỹ Hạt Mầm là: "
                "Trường Đại học Hồng Châu, Trường Đại học Lam Giang."
            ),
            {"Quỹ Hạt Mầm", "Trường Đại học Hồng Châu", "Trường Đại học Lam Giang"},
        ),
        (
            "Báo, Phát thanh và Truyền hình Lam Giang và Sở Y tế Lam Giang ký kế hoạch phối hợp sáng 4/7.",
            {"Báo, Phát thanh và Truyền hình Lam Giang", "Sở Y tế Lam Giang"},
        ),
    ],
)
def test_parties_are_told_in_lists_and_by_long_heads(text: str, parties: set[str], kit: Kit) -> None:
    assert names(told(text, kit)) == parties


def test_what_was_signed_in_the_year_since_which_a_bond_holds_is_past(kit: Kit) -> None:
    text = (
        "Ngày 23/10/2025, Trường Đại học Lam Giang và UBND tỉnh Cao Sơn ký chương trình hợp tác.\n\nQuan hệ được đặt nền móng từ năm 2012, khi UBND "
        "tỉnh Tà Lài và Nhà trường ký bản ghi nhớ về nghiên cứu cây ăn trái."
    )
    assert names(told(text, kit)) == {"Trường Đại học Lam Giang", "UBND tỉnh Cao Sơn"}
