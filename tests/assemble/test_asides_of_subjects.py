"""Asides behind the body that undertakes, clauses of others, visits and comparisons at the end of what is undertaken."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Hải Âu hợp tác\n\nNgày 5/1/2019, Công ty Hải Âu và Sở Du lịch tỉnh Hoa Lư ký thỏa thuận hợp tác. "


def pledges(text: str, kit: Kit) -> list[tuple[object, str]]:
    record = kit.extract(text)
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [
        (one.actors if one.actors == "all" else [names.get(actor, actor) for actor in one.actors], one.text)
        for one in record.commitments
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "Công ty Hải Âu – ứng dụng tiện ích gia đình hàng đầu Đông Nam Á",
        "Công ty Hải Âu – thành viên của Tập đoàn Biển Đông –",
        "Công ty Hải Âu - đơn vị vận tải lớn nhất tỉnh",
        "Công ty Hải Âu (thành viên của Tập đoàn Biển Đông)",
    ],
)
def test_what_is_said_of_a_body_right_behind_it_acts_not(subject: str, kit: Kit) -> None:
    assert pledges(f"{SIGNED}Theo thỏa thuận, {subject} sẽ cấp 20 xe.", kit) == [(["Công ty Hải Âu"], "cấp 20 xe")]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "cung cấp sản phẩm tại 215 chi nhánh và phòng giao dịch trên toàn quốc",
            ["cung cấp sản phẩm tại 215 chi nhánh và phòng giao dịch trên toàn quốc"],
        ),
        ("trao đổi giảng viên, nghiên cứu viên", ["trao đổi giảng viên, nghiên cứu viên"]),
        ("tăng lượng khách thêm 50% so với năm 2018", ["tăng lượng khách thêm 50%"]),
        ("áp dụng ưu đãi phí cất, hạ cánh cho các hãng", ["áp dụng ưu đãi phí cất, hạ cánh cho các hãng"]),
        (
            "hỗ trợ các nhà đầu tư, chúng tôi hết sức vinh dự nhận được sự giúp đỡ này",
            ["hỗ trợ các nhà đầu tư"],
        ),
    ],
)
def test_where_items_end(said: str, told: list[str], kit: Kit) -> None:
    assert [text for _, text in pledges(f"{SIGNED}Theo thỏa thuận, Công ty Hải Âu sẽ {said}.", kit)] == told


def test_visits_are_no_undertaking(kit: Kit) -> None:
    assert pledges("Tổng thống Pháp Jean Martin tuyên bố sẽ thăm Việt Nam vào tháng 5.", kit) == []
    told = "Tổng thống Pháp Jean Martin cam kết đưa 20 kỹ sư sang Lào khi đến Bắc Kinh dự hội nghị."
    assert [text for _, text in pledges(told, kit)] == ["đưa 20 kỹ sư sang Lào"]


def test_acts_that_a_general_one_is_made_of_are_items_of_their_own(kit: Kit) -> None:
    told = (
        "Việt Nam và Úc nhất trí tiếp tục đẩy mạnh quan hệ trên ba trụ cột, bao gồm: tăng cường hợp tác kinh tế; "
        "khuyến khích đổi mới."
    )
    assert [text for _, text in pledges(told, kit)] == [
        "tiếp tục đẩy mạnh quan hệ trên ba trụ cột",
        "tăng cường hợp tác kinh tế",
        "khuyến khích đổi mới",
    ]
