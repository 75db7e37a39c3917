"""Days and places of what is signed: told by the notice of an event, by the dateline of a visit, and not by what is agreed."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

PAIR = "Sở Y tế Lai Châu và Quỹ Nậm Rốm"


def only(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(text).agreements
    return agreement


def test_the_sentences_of_a_notice_tell_when_and_where(kit: Kit) -> None:
    text = (
        f"{PAIR} dự kiến tổ chức Lễ ký kết Chương trình hợp tác giai đoạn 2026 - 2030. Thời gian: 14 giờ 00, ngày 11/11/2025 (thứ "
        "Ba). Địa điểm: Hội trường Sở Y tế, phường Tân Phong, tỉnh Lai Châu."
    )
    told = only(text, kit)
    assert (told.status.value, told.signed_on, told.place) == ("planned", "2025-11-11", "phường Tân Phong")


def test_a_day_that_is_expected_counts_where_a_signer_is_only_named(kit: Kit) -> None:
    text = (
        "Ngày 03/9/2025, HĐQT Công ty Nậm Rốm ban hành Nghị quyết thông qua việc ký kết Hợp đồng mua bán khí giữa Công ty Nậm Rốm và "
        "Công ty Aoki Gas. Giao Tổng Giám đốc Lò Văn Tám đại diện ký hợp đồng. Lễ ký dự kiến diễn ra ngày 18/9/2025."
    )
    assert only(text, kit).signed_on == "2025-09-18"


VISIT = (
    "Lai Châu, ngày 22 tháng 4 năm 2026 - Trường Cao đẳng Nậm Rốm đón tiếp đoàn công tác của Trường Đại học Daewoon (Hàn Quốc).\n\n"
    "Tại buổi làm việc, hai bên nhìn lại 3 năm hợp tác. {act}Hiệu trưởng Trường Cao đẳng Nậm Rốm Lò Văn Tám và GS Kim Woo Jin, Phó "
    "Hiệu trưởng Trường Đại học Daewoon đã ký Bản ghi nhớ hợp tác."
)


@pytest.mark.parametrize("act", ["", "Trên cơ sở đó, "])
def test_the_dateline_of_a_visit_tells_the_day_of_what_is_signed_during_it(act: str, kit: Kit) -> None:
    assert only(VISIT.format(act=act), kit).signed_on == "2026-04-22"


@pytest.mark.parametrize(
    "content",
    [
        "Hai bên thống nhất tổ chức Diễn đàn doanh nghiệp tại Huế.",
        "Theo thỏa thuận, hai bên sẽ tổ chức hội thi tại Huế.",
        "Nội dung hợp tác gồm: tổ chức diễn đàn tại Huế; tặng quà.",
        "Sở Y tế Lai Châu sẽ tổ chức 5 hội thi tại Huế.",
    ],
)
def test_where_something_is_to_be_done_is_no_place_of_signing(content: str, kit: Kit) -> None:
    assert only(f"{PAIR} ký thỏa thuận. {content}", kit).place is None


def test_where_the_ceremony_is_to_be_held_is_the_place(kit: Kit) -> None:
    text = f"{PAIR} sẽ ký thỏa thuận hợp tác. Lễ ký sẽ diễn ra tại Huế."
    assert only(text, kit).place == "Huế"


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("Thời hạn của thỏa thuận là 3 năm, tự động gia hạn.", "P3Y"),
        ("Theo thỏa thuận, từ tháng 4/2023 đến tháng 12/2024, Quỹ Nậm Rốm sẽ tặng sách.", "2023-04/2024-12"),
    ],
)
def test_how_long_it_holds(told: str, period: str, kit: Kit) -> None:
    assert only(f"{PAIR} ký thỏa thuận. {told}", kit).period == period


def test_a_contract_of_today_is_news(kit: Kit) -> None:
    text = (
        "Bảo hiểm mười lăm năm\n\nTHÔNG CÁO BÁO CHÍ\n\nHuế, ngày 08/4/2024 – Hôm nay, Ngân hàng TMCP Nậm Rốm và Công ty TNHH Bảo hiểm "
        "Bản Bo chính thức ký kết hợp đồng phân phối bảo hiểm có thời hạn 15 năm."
    )
    told = only(text, kit)
    assert (told.signed_on, told.period, told.place) == ("2024-04-08", "P15Y", "Huế")


@pytest.mark.parametrize("sides", ["hai bên", "Trung tá Lò Văn Tám và Thiếu tá Vàng A Sáu"])
def test_minutes_of_two_that_meet_are_news(sides: str, kit: Kit) -> None:
    text = (
        "Đồn Biên phòng Keng Xá hội đàm với Đại đội Biên phòng 418 (Lào)\n\nTrong 2 ngày 9 và 10-6-2026, tại xã Keng Xá, tỉnh Nghệ An, "
        "Đồn Biên phòng Keng Xá tổ chức hội đàm với Đại đội Biên phòng 418 (Lào). Trung tá Lò Văn Tám, Đồn trưởng và Thiếu tá Vàng A "
        "Sáu, Đại đội trưởng làm trưởng đoàn hai bên.\n\nTại hội đàm, hai bên thông báo tình hình an ninh.\n\nKết thúc hội đàm chiều "
        f"10-6, {sides} đã ký biên bản hội đàm."
    )
    told = only(text, kit)
    assert (told.kind.value, told.signed_on) == ("minutes", "2026-06-10")
    assert [party.name for party in told.parties] == ["Đồn Biên phòng Keng Xá", "Đại đội Biên phòng 418"]
