"""Partners that a host counts and a next sentence names; what is signed where a subject would stand; owners told by what they are."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    ("counted", "named", "told"),
    [
        (
            "với hai doanh nghiệp",
            "Đó là Công ty TNHH Chè Mộc Sơn và Công ty Cổ phần Sữa Thảo Nguyên.",
            ["Công ty TNHH Chè Mộc Sơn", "Công ty Cổ phần Sữa Thảo Nguyên"],
        ),
        (
            "với 3 trường",
            "Trong đó có Trường Đại học Vinh Sơn và Trường Đại học Lam Hồng.",
            ["Trường Đại học Vinh Sơn", "Trường Đại học Lam Hồng"],
        ),
        (
            "với ba hiệp hội",
            "Họ tới dự tuần lễ biển. Ba hiệp hội này lần lượt là Hiệp hội Du lịch Đà Lạt, Hiệp hội Lữ hành Huế và Hiệp hội Lặn Nha Trang.",
            ["Hiệp hội Du lịch Đà Lạt", "Hiệp hội Lữ hành Huế", "Hiệp hội Lặn Nha Trang"],
        ),
        (
            "với 3 nhà đầu tư",
            "Những nhà đầu tư đó gồm: Quỹ Khí hậu Bắc Âu, Tập đoàn Lam Hồng và Công ty TNHH Nước Xanh.",
            ["Quỹ Khí hậu Bắc Âu", "Tập đoàn Lam Hồng", "Công ty TNHH Nước Xanh"],
        ),
        ("với 3 doanh nghiệp", "Đó là tin vui với Sở Công Thương Phú Yên và UBND huyện Sông Hinh.", []),
        ("với hai doanh nghiệp", "Khách mời là Công ty TNHH Giống Đồng Xanh và Công ty Cổ phần Phân bón Lam Sơn.", []),
    ],
)  # fmt: skip
def test_counted_partners_are_named_in_a_next_sentence(counted: str, named: str, told: list[str], kit: Kit) -> None:
    text = f"Sở Du lịch Phú Yên ký kết\n\nChiều 9/8/2023, Sở Du lịch Phú Yên ký thỏa thuận hợp tác {counted}. {named}"
    assert parties(text, kit) == [["Sở Du lịch Phú Yên", *told]]


def test_the_banks_of_a_loan_are_named_in_a_next_sentence(kit: Kit) -> None:
    text = (
        "Ngày 12/6/2024, Công ty Cổ phần Thủy điện Sông Mã ký hợp đồng tín dụng với nhóm ngân hàng để xây đập tràn. "
        "Ba ngân hàng này gồm có Hải Đăng Bank, Phú Xuân Bank và Lam Sơn Bank."
    )
    assert parties(text, kit) == [
        ["Công ty Cổ phần Thủy điện Sông Mã", "Hải Đăng Bank", "Phú Xuân Bank", "Lam Sơn Bank"]
    ]


def test_a_body_for_which_a_contract_is_signed_does_not_sign_it(kit: Kit) -> None:
    text = (
        "Ngày 5/6/2023, hợp đồng tín dụng cho Bệnh viện Đa khoa Hưng Thịnh vừa được ký kết tại Hải Phòng. "
        "Công ty Cổ phần Y tế Hưng Phúc ký với Ngân hàng TMCP Hải Đăng."
    )
    (agreement,) = kit.extract(text).agreements
    told = (str(agreement.kind), [party.name for party in agreement.parties])
    assert told == ("contract", ["Công ty Cổ phần Y tế Hưng Phúc", "Ngân hàng TMCP Hải Đăng"])


@pytest.mark.parametrize(
    ("partner", "told"),
    [
        ("doanh nghiệp Nhật Bản", []),
        ("chủ đầu tư là Nguyễn Văn Quý", []),
        ("chủ đầu tư", ["Công ty Cổ phần Xây lắp Trường An"]),
    ],
)
def test_a_noun_whose_owner_is_told_stands_for_no_body_told_before(partner: str, told: list[str], kit: Kit) -> None:
    before = "Công ty Cổ phần Xây lắp Trường An vừa khánh thành trụ sở."
    text = f"{before}\n\nNgày 12/6/2024, Sở Công Thương Nghệ An ký bản ghi nhớ cùng {partner}."
    assert parties(text, kit) == [["Sở Công Thương Nghệ An", *told]]
