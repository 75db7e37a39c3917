"""Days and terms: of the event at which it is signed, the year of an anniversary, quarters, older documents, what it is about."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

SCHOOL, FIRM = "Trường Cao đẳng Lam Kinh", "Tập đoàn Hải Vân"
BOTH = f"{SCHOOL} và {FIRM}"


def only(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(f"Chuyện dạy nghề\n\n{text}").agreements
    return agreement


@pytest.mark.parametrize(
    ("lead", "at_event", "day"),
    [
        (
            "Hội chợ thợ giỏi Thanh Hóa khai mạc tối 4/5/2022 bên bờ sông. Gần hai trăm gian hàng được dựng quanh quảng trường.",
            "Tại hội chợ",
            "2022-05-04",
        ),
        (
            "Ngày 6/7/2022, hơn 300 thanh niên dự Diễn đàn khởi nghiệp. Nhiều đồ tre được giới thiệu. Các nhóm trẻ kể cách gọi vốn.",
            "Trong khuôn khổ diễn đàn",
            "2022-07-06",
        ),
        (
            f"{SCHOOL} được thành lập ngày 4/5/1962. Gần hai trăm gian hàng được dựng quanh quảng trường.",
            "Dịp này",
            None,
        ),
    ],
)
def test_the_day_of_the_event_is_that_of_what_is_signed_there(
    lead: str, at_event: str, day: str | None, kit: Kit
) -> None:
    assert only(f"{lead}\n\n{at_event}, {BOTH} đã ký bản ghi nhớ về dạy nghề hàn.", kit).signed_on == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (
            "Hướng tới kỷ niệm 40 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2022), sáng 15/11",
            "2022-11-15",
        ),
        ("Chào mừng kỷ niệm 63 năm ngày thành lập trường (3/3/1959 - 3/3/2022), ngày 25/2", "2022-02-25"),
        (
            "Hướng tới kỷ niệm 40 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2022), sáng 15/8",
            "XXXX-08-15",
        ),
    ],
)
def test_the_year_of_an_anniversary_is_that_of_a_day_near_it(told: str, day: str, kit: Kit) -> None:
    assert only(f"{told}, {BOTH} ký thỏa thuận hợp tác.", kit).signed_on == day


@pytest.mark.parametrize(
    ("told", "month"),
    [
        ("Theo kế hoạch, quý II/2022", None),
        ("Dự kiến trong quý I/2023", None),
        ("Theo kế hoạch, trong tháng 6/2022", "2022-06"),
    ],
)
def test_a_quarter_is_no_month(told: str, month: str | None, kit: Kit) -> None:
    agreement = only(f"{told}, {BOTH} sẽ ký thỏa thuận hợp tác về dạy nghề hàn.", kit)
    assert (agreement.status, agreement.signed_on) == ("planned", month)


@pytest.mark.parametrize(
    ("signed", "day"),
    [
        ("ký phụ lục gia hạn Thỏa thuận hợp tác số 07/TTHT ngày 12/3/2017.", None),
        (
            "ký phụ lục bổ sung Thỏa thuận hợp tác số 07/TTHT ngày 12/3/2017. Lễ ký diễn ra sáng 9/6/2022.",
            "2022-06-09",
        ),
        ("ký Thỏa thuận hợp tác số 07/TTHT ngày 12/3/2022.", "2022-03-12"),
    ],
)
def test_the_day_behind_the_number_of_an_older_document_is_its_own(signed: str, day: str | None, kit: Kit) -> None:
    assert only(f"{BOTH} {signed}", kit).signed_on == day


@pytest.mark.parametrize(
    ("signed", "period"),
    [
        ("thỏa thuận hợp tác đào tạo 4 năm", "P4Y"),
        ("hợp đồng thuê đất 20 năm", "P20Y"),
        ("hợp đồng cung cấp thợ hàn cho xưởng đóng tàu 20 năm tuổi", None),
    ],
)
def test_the_term_behind_what_a_document_is_about_is_its_period(signed: str, period: str | None, kit: Kit) -> None:
    assert only(f"Sáng 4/5/2022, {BOTH} ký {signed}.", kit).period == period
