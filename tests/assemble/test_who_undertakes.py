"""Who is bound by what is said: persons with an office, "chúng tôi", bodies beside the parties; and where it ends."""

from __future__ import annotations

import pytest

from camket.records import Record
from camket.run.flow import Kit

SIGNING = (
    "Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ\n\n"
    "Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải đã ký biên bản ghi nhớ hợp tác.\n"
)


def told(record: Record) -> list[tuple[object, str]]:
    """The actors, by name, and the words of the pledges."""
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [
        (one.actors if one.actors == "all" else [names.get(actor, actor) for actor in one.actors], one.text)
        for one in record.commitments
        if one.kind.value == "pledge"
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Ông Lê Văn Ba, Giám đốc Công ty An Phú cam kết sẽ trồng lại 500 cây xanh.",
            [(["Công ty An Phú"], "trồng lại 500 cây xanh")],
        ),
        ("Hôm qua, bà Ngọc hứa sẽ sửa lại con đường.", []),
        (
            "Bà Trần Thị Ngọc, Chủ tịch UBND xã Tân Lập, thăm bà con. Bà Ngọc hứa sẽ sửa lại con đường.",
            [(["UBND xã Tân Lập"], "sửa lại con đường")],
        ),
        (
            'Ông Lê Văn Ba, Giám đốc Công ty An Phú, nói: "Chúng tôi cam kết trồng lại 500 cây xanh".',
            [(["Công ty An Phú"], "trồng lại 500 cây xanh")],
        ),
        (
            "Công ty An Phú cam kết trồng lại 500 cây xanh, đồng thời mong bà con thông cảm, cung cấp thông tin.",
            [(["Công ty An Phú"], "trồng lại 500 cây xanh")],
        ),
        ("Công ty An Phú được đồng ý mở thêm 2 lò nung.", []),
        ("UBND tỉnh Tân Lập thống nhất kết luận mở thêm 2 lò nung là sai.", []),
        ("Công ty An Phú hai năm trước tuyên bố sẽ mở thêm 2 lò nung.", []),
        ("Dù Công ty An Phú cam kết mở thêm 2 lò nung, người dân vẫn lo.", []),
        ("Công ty An Phú nhiều lần cam kết mở thêm 2 lò nung.", []),
        ("Ông Ba khẳng định Công ty An Phú sẽ mất 2 lò nung.", []),
        ("Ông Ba khẳng định Công ty An Phú sẽ phải xây dựng 2 lò nung.", []),
    ],
)
def test_outside_an_agreement_bodies_are_bound_by_their_own_word(
    said: str, expected: list[tuple[list[str], str]], kit: Kit
) -> None:
    assert told(kit.extract(said + "\n")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            'Tổng giám đốc Ngân hàng Đông Hải Lê Văn Ba cho biết: "Chúng tôi sẽ mở 4 quầy giao dịch tại xưởng".',
            [(["Ngân hàng Đông Hải"], "mở 4 quầy giao dịch tại xưởng")],
        ),
        (
            '"Chúng tôi sẽ mở 4 quầy giao dịch tại xưởng", Tổng giám đốc Ngân hàng Đông Hải Lê Văn Ba cho biết.',
            [(["Ngân hàng Đông Hải"], "mở 4 quầy giao dịch tại xưởng")],
        ),
        ('Tổng giám đốc Ngân hàng Đông Hải Lê Văn Ba cho biết: "Chúng tôi sẽ tăng cường đổi mới".', []),
        (
            "Quỹ Bảo lãnh Hòa Sơn sẽ góp 15 tỷ đồng vốn đối ứng.",
            [(["Quỹ Bảo lãnh Hòa Sơn"], "góp 15 tỷ đồng vốn đối ứng")],
        ),
        (
            "Trung tâm Dạy nghề Phú Mỹ trực thuộc Sở Công Thương Hòa Sơn sẽ đào tạo 40 thợ.",
            [(["Trung tâm Dạy nghề Phú Mỹ"], "đào tạo 40 thợ")],
        ),
        (
            "Ngân hàng Đông Hải dự kiến tặng 200 suất học bổng.",
            [(["Ngân hàng Đông Hải"], "tặng 200 suất học bổng")],
        ),
        (
            "Ngân hàng Đông Hải sẽ cho công nhân vay vốn mua nhà.",
            [(["Ngân hàng Đông Hải"], "cho công nhân vay vốn mua nhà")],
        ),
        (
            "Ngân hàng Đông Hải sẽ khuyến khích công nhân gửi tiết kiệm, trả nợ đúng hạn.",
            [(["Ngân hàng Đông Hải"], "khuyến khích công nhân gửi tiết kiệm, trả nợ đúng hạn")],
        ),
        (
            "Ngân hàng Đông Hải sẽ dành mức lãi đặc biệt cho công nhân.",
            [(["Ngân hàng Đông Hải"], "dành mức lãi đặc biệt cho công nhân")],
        ),
        ("Theo đó, Ngân hàng Đông Hải cũng đã mở 4 quầy giao dịch.", []),
    ],
)
def test_beside_an_agreement_more_is_undertaken(said: str, expected: list[tuple[list[str], str]], kit: Kit) -> None:
    assert told(kit.extract(SIGNING + said + "\n")) == expected


def test_two_villages_are_all() -> None:
    record = Kit.open().extract(
        "Thôn Bản Cát và thôn Nà Lùng ký thỏa thuận kết nghĩa tại Bản Cát ngày 5/6/2018. "
        "Hai thôn cũng thống nhất tuần tra 2 lần mỗi tháng.\n"
    )
    assert ("all", "tuần tra 2 lần") in told(record)


SEVERAL = (
    "Ngày 3/4/2019, Hội Nông dân tỉnh Hà Nam lần lượt ký thỏa thuận với Công ty Sao Khuê và Công ty An Phú.\n\n"
    "Theo đó, {}"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "các doanh nghiệp sẽ giảm giá phân bón cho hội viên.",
            [(["Công ty Sao Khuê", "Công ty An Phú"], "giảm giá phân bón cho hội viên")],
        ),
        ("cho các doanh nghiệp sẽ có ngày.", []),
        (
            "hai bên thực hiện. Trách nhiệm của Hội Nông dân tỉnh Hà Nam là tuyên truyền thỏa thuận đến hội viên.",
            [(["Hội Nông dân tỉnh Hà Nam"], "tuyên truyền thỏa thuận đến hội viên")],
        ),
    ],
)
def test_several_partners_and_duties(said: str, expected: list[object], kit: Kit) -> None:
    assert told(kit.extract(SEVERAL.format(said))) == expected


def test_the_state_in_a_bracket_is_not_who_acts(kit: Kit) -> None:
    record = kit.extract("Ngày 3/4/2019, Quỹ Ánh Dương (Hoa Kỳ) cam kết tặng 20 máy thở.")
    assert told(record) == [(["Quỹ Ánh Dương"], "tặng 20 máy thở")]
