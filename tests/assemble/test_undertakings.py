"""What parties undertake: by which words, and what is only said, hoped or told of the past."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNING = (
    "Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ\n\n"
    "Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải đã ký biên bản ghi nhớ hợp tác.\n"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Theo biên bản ghi nhớ, hai đơn vị thiết lập đường dây nóng, lập tổ kỹ thuật chung.",
            ["thiết lập đường dây nóng", "lập tổ kỹ thuật chung"],
        ),
        (
            "Cụ thể, Sao Khuê và Ngân hàng Đông Hải sẽ hợp tác về bảo lãnh, dịch vụ thẻ và thanh toán.",
            ["bảo lãnh", "dịch vụ thẻ", "thanh toán"],
        ),
        (
            "Ngược lại, Ngân hàng Đông Hải cho biết, sẽ dành hạn mức 200 tỷ đồng cho Sao Khuê.",
            ["dành hạn mức 200 tỷ đồng cho Sao Khuê"],
        ),
        (
            "Hai bên đánh giá cao việc hợp tác, thống nhất mở thêm 4 quầy giao dịch.",
            ["mở thêm 4 quầy giao dịch"],
        ),
        (
            "Theo đó, Ngân hàng Đông Hải không giảm lãi suất mà tặng 300 suất học bổng cho con công nhân.",
            ["tặng 300 suất học bổng cho con công nhân"],
        ),
        (
            "Ngân hàng Đông Hải đã đồng ý để Sao Khuê hoãn trả nợ gốc trong quý II.",
            ["Sao Khuê hoãn trả nợ gốc trong quý II"],
        ),
    ],
)
def test_what_is_undertaken_is_told_in_many_ways(said: str, expected: list[str], kit: Kit) -> None:
    assert [one.text for one in kit.extract(SIGNING + said).commitments] == expected


@pytest.mark.parametrize(
    "said",
    [
        "Theo đó, ông Lê Văn Tám, Giám đốc Công ty Sao Khuê chia sẻ: “Chúng tôi mong Ngân hàng Đông Hải tư vấn thêm”.",
        "Theo đó, Ngân hàng Đông Hải nhận định: “Vùng cao có thể là điểm đến của khách hàng trẻ”.",
        "Theo đó, nếu trễ hạn, Công ty công khai xin lỗi khách hàng.",
        "Theo đó, Công ty Sao Khuê không ngừng mở rộng mạng lưới.",
        "Trước đó, tháng 2/2018, Công ty Hoa Ban đã gặp một quỹ ở Lyon. Mục tiêu của kế hoạch này là đào tạo thợ hàn.",
    ],
)
def test_what_is_said_hoped_or_past_is_no_commitment(said: str, kit: Kit) -> None:
    assert not kit.extract(SIGNING + said).commitments
