"""Hosts with several partners, each an item of a list; brokers; and the one document of many that a headline is about."""

from __future__ import annotations

from camket.run.flow import Kit


def signed(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


def told(text: str, kit: Kit) -> list[tuple[str, str | None, str]]:
    return [(one.kind.value, one.agreement, one.text) for one in kit.extract(text).commitments]


LISTED = """Ngày hội việc làm

Sáng 20/5/2023, TS. Lê Văn Tám, Phó Hiệu trưởng Trường Đại học Hoa Lan, lần lượt ký biên bản ghi nhớ với hai doanh nghiệp.

✔ Công ty TNHH Thủy sản Vịnh Biếc (ông Trần Văn Hai, Giám đốc nhà máy, ký): nghiên cứu tận dụng phụ phẩm cá; công ty tiếp nhận 50 sinh viên thực tập.

✔ Công ty CP Khách sạn Sóng Trầm: xây dựng phòng thực hành buồng phòng; trao đổi chuyên gia thỉnh giảng."""


def test_items_that_begin_with_a_partner_tell_of_one_agreement_each(kit: Kit) -> None:
    host = "Trường Đại học Hoa Lan"
    assert signed(LISTED, kit) == [
        [host, "Công ty TNHH Thủy sản Vịnh Biếc"],
        [host, "Công ty CP Khách sạn Sóng Trầm"],
    ]


def test_what_an_item_tells_behind_its_partner_is_content_up_to_what_a_party_does(kit: Kit) -> None:
    assert told(LISTED, kit) == [
        ("area", "a1", "nghiên cứu tận dụng phụ phẩm cá"),
        ("pledge", "a1", "tiếp nhận 50 sinh viên thực tập"),
        ("area", "a2", "xây dựng phòng thực hành buồng phòng"),
        ("area", "a2", "trao đổi chuyên gia thỉnh giảng"),
    ]


def test_items_that_name_two_parties_have_their_content_behind_the_colon(kit: Kit) -> None:
    text = """Hội nghị kết nối cung cầu

Tâm điểm ngày 12/12/2025 là lễ ký kết các văn kiện:

- Bản ghi nhớ giữa Sở Nội vụ tỉnh Bắc Ninh với Sở Nội vụ tỉnh Sơn La: giới thiệu lao động vùng cao.

- Hợp đồng nguyên tắc giữa Công ty TNHH Kho vận Sao Mai với Hợp tác xã Vải thiều Hoa Đồi: vận chuyển nông sản sang cửa khẩu."""
    assert told(text, kit) == [
        ("area", "a1", "giới thiệu lao động vùng cao"),
        ("area", "a2", "vận chuyển nông sản sang cửa khẩu"),
    ]


def test_who_brings_the_sides_together_is_no_party(kit: Kit) -> None:
    text = """Chiều 16/8/2014, HTX Nông nghiệp Sao Mai cùng lúc ký ba hợp đồng tiêu thụ với ba khách hàng, do Liên minh HTX tỉnh đứng ra kết nối.

Hợp đồng thứ nhất ký với Công ty TNHH Siêu thị Phúc Gia, thời hạn đến hết tháng 12/2015.

Hợp đồng thứ hai dành cho Công ty CP Suất ăn Cầu Mây, thời hạn một năm.

Với Chuỗi cửa hàng Xanh Nhà, hai bên ký hợp đồng thử nghiệm ba tháng."""
    host = "HTX Nông nghiệp Sao Mai"
    assert signed(text, kit) == [
        [host, "Công ty TNHH Siêu thị Phúc Gia"],
        [host, "Công ty CP Suất ăn Cầu Mây"],
        [host, "Chuỗi cửa hàng Xanh Nhà"],
    ]


MANY = """{}

Hai nước ngày 20/11 ký tổng cộng 29 thỏa thuận, trong đó có thỏa thuận khai thác cá ngừ trên biển, văn kiện đáng chú ý nhất của chuyến thăm."""


def test_the_one_of_many_documents_that_the_headline_is_about_is_an_agreement_of_its_own(kit: Kit) -> None:
    headline = "Philippines và Indonesia ký thỏa thuận khai thác cá ngừ"
    assert signed(MANY.format(headline), kit) == [["Philippines", "Indonesia"], ["Philippines", "Indonesia"]]


def test_where_the_headline_tells_of_all_of_them_they_are_one(kit: Kit) -> None:
    assert signed(MANY.format("Philippines và Indonesia ký 29 thỏa thuận"), kit) == [["Philippines", "Indonesia"]]


def test_a_body_told_with_where_it_comes_from_is_a_party(kit: Kit) -> None:
    text = "Ngày 3/4/2020, Công ty Sao Mai và tập đoàn đến từ Hàn Quốc là Naver Cloud đã ký kết hợp đồng thuê máy chủ."
    assert signed(text, kit) == [["Công ty Sao Mai", "Naver Cloud"]]


def test_a_wish_ends_where_it_is_told_when_they_sign(kit: Kit) -> None:
    text = (
        "Đưa kỹ thuật về huyện\n\nKhông phải chuyển tuyến là điều mà Bệnh viện Đa khoa Sông Nhạn hướng tới khi ký hợp đồng "
        "chuyển giao kỹ thuật với Bệnh viện Nhi Hoa Phượng sáng 8/7/2022."
    )
    assert signed(text, kit) == [["Bệnh viện Đa khoa Sông Nhạn", "Bệnh viện Nhi Hoa Phượng"]]
    wished = "Bệnh viện Đa khoa Sông Nhạn mong muốn sớm ký hợp đồng chuyển giao kỹ thuật với Bệnh viện Nhi Hoa Phượng."
    assert signed(wished, kit) == []


def test_airlines_deny_nothing(kit: Kit) -> None:
    text = "Hãng hàng không Sao Biển vừa ký hợp đồng mua mười máy bay với Tập đoàn Airbus."
    assert signed(text, kit) == [["Hãng hàng không Sao Biển", "Tập đoàn Airbus"]]


def test_paragraphs_that_open_with_a_pair_tell_of_its_document(kit: Kit) -> None:
    text = """Đầu ra cho mận hậu

Ngày 18-4-2021, tại thị trấn Mộc Châu, tổng cộng 21 biên bản, hợp đồng đã được trao đổi tại hội nghị xúc tiến.

HTX Nông nghiệp Sao Khuê - Siêu thị Bốn Mùa: hợp đồng cung ứng 600 tấn mận hậu. Siêu thị Bốn Mùa hỗ trợ 200.000 túi bao trái.

Liên hiệp HTX Hoa Xoài - Công ty TNHH Chế biến Nà Sơn: thỏa thuận hợp tác xây dựng vùng nguyên liệu xoài tròn."""
    assert signed(text, kit) == [
        ["HTX Nông nghiệp Sao Khuê", "Siêu thị Bốn Mùa"],
        ["Liên hiệp HTX Hoa Xoài", "Công ty TNHH Chế biến Nà Sơn"],
    ]
    assert signed(text.replace("đã được trao đổi", "còn thiếu chữ ký"), kit) == []
