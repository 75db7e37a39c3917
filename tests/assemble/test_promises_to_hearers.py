"""Promises told with whom they are made to, in a speaker's own words, by those who are counted, and among others."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Trường Cao đẳng Nghề Lộc Sơn và Công ty TNHH Minh Sáng ký thỏa thuận hợp tác."


def pledged(text: str, kit: Kit) -> list[tuple[str, str]]:
    found = kit.extract(f"Tin trong tỉnh\n\n{text}").commitments
    return [(one.actors if one.actors == "all" else ", ".join(one.actors), one.text) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND huyện Sơn Khê cam kết với cử tri: xây lại cầu Bến Đò trước ngày 30/6, bố trí 2 tỷ đồng sửa trường.",
         [("UBND huyện Sơn Khê", "xây lại cầu Bến Đò"), ("UBND huyện Sơn Khê", "bố trí 2 tỷ đồng sửa trường")]),
        ("UBND huyện Sơn Khê đã hứa với bà con rằng trong năm 2024 sẽ xây lại cầu Bến Đò.",
         [("UBND huyện Sơn Khê", "xây lại cầu Bến Đò")]),
        ("Công ty Gạch Lộc Sơn hứa với người dân: lắp thêm lọc bụi, tưới đường ngày hai lần.",
         [("Công ty Gạch Lộc Sơn", "lắp thêm lọc bụi"), ("Công ty Gạch Lộc Sơn", "tưới đường ngày hai lần")]),
        ("UBND huyện Sơn Khê cam kết với Công ty An Lạc: bàn giao mặt bằng sạch.",
         [("UBND huyện Sơn Khê", "bàn giao mặt bằng sạch")]),
        ('Ông Lê Văn Tám, Giám đốc Công ty Gạch Lộc Sơn, hứa: "Công ty sẽ lắp thêm lọc bụi và tưới đường ngày hai lần".',
         [("Công ty Gạch Lộc Sơn", "lắp thêm lọc bụi"), ("Công ty Gạch Lộc Sơn", "tưới đường ngày hai lần")]),
        ("Báo Lộc Sơn và Báo Sơn Khê ký chương trình phối hợp. Hai ban biên tập cũng hứa với nhau: cử phóng viên tác nghiệp chung.",
         [("all", "cử phóng viên tác nghiệp chung")]),
        (f"{SIGNED} Có mặt tại buổi ký, đại diện Công ty TNHH Kwang Jin Vina hứa nhận 20 học viên lớp hàn.",
         [("Công ty TNHH Kwang Jin Vina", "nhận 20 học viên lớp hàn")]),
    ],
)  # fmt: skip
def test_what_is_promised_to_someone(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert pledged(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hơn 200 hộ dân thôn Bến Đò đã ký cam kết không đốt rơm rạ, phân loại rác tại nguồn.",
         [("Hơn 200 hộ dân thôn Bến Đò", "không đốt rơm rạ"), ("Hơn 200 hộ dân thôn Bến Đò", "phân loại rác tại nguồn")]),
        ("12 doanh nghiệp vận tải trên địa bàn tỉnh Hà Nam ký cam kết không chở quá tải.",
         [("12 doanh nghiệp vận tải trên địa bàn tỉnh Hà Nam", "không chở quá tải")]),
        ("Hiện có 152 thôn bản ở Sơn Khê ký cam kết không tàng trữ vũ khí.", []),
        ("12 doanh nghiệp được cấp phép phải cam kết không chở quá tải.", []),
        ("Tối qua, 68/71 hộ kinh doanh dọc tuyến Chợ Gạo đã ký bản cam kết. Theo nội dung bản cam kết, các hộ kinh doanh không bày hàng quá vạch sơn; tự trang bị bình chữa cháy.",
         [("68/71 hộ kinh doanh dọc tuyến Chợ Gạo", "không bày hàng quá vạch sơn"), ("68/71 hộ kinh doanh dọc tuyến Chợ Gạo", "tự trang bị bình chữa cháy")]),
        ("Theo bản cam kết, các hộ kinh doanh không bày hàng quá vạch sơn.", []),
        ("Hai hộ dân đã đồng ý mua lại bò với giá 14 triệu đồng.", []),
    ],
)  # fmt: skip
def test_those_who_are_counted_vow_something(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert pledged(text, kit) == expected


def test_what_one_will_do_among_the_vows_of_others_is_a_vow(kit: Kit) -> None:
    told = (
        "Công ty Giấy Lộc Sơn cam kết giảm 20% lượng nước sử dụng. Công ty Dệt Hoa Sen sẽ đầu tư 15 tỷ đồng nâng cấp hệ thống khử màu. "
        "Công ty Thủy sản Sơn Khê hứa không xả thẳng nước ra cống."
    )
    assert ("Công ty Dệt Hoa Sen", "đầu tư 15 tỷ đồng nâng cấp hệ thống khử màu") in pledged(told, kit)
    alone = "Công ty Dệt Hoa Sen sẽ đầu tư 15 tỷ đồng nâng cấp hệ thống khử màu. Công ty Giấy Lộc Sơn cam kết giảm 20% lượng nước."
    assert ("Công ty Dệt Hoa Sen", "đầu tư 15 tỷ đồng nâng cấp hệ thống khử màu") not in pledged(alone, kit)


def test_a_body_that_vows_in_short_is_told_in_full(kit: Kit) -> None:
    told = (
        "Ngân hàng TMCP Sao Việt (SaoVietBank) vừa công bố chương trình từ thiện, theo đó ngân hàng sẽ tài trợ 25 tỷ đồng cho trẻ em mắc "
        "bệnh tim. Cụ thể, SaoVietBank cam kết chi trả viện phí cho 450 ca phẫu thuật."
    )
    assert pledged(told, kit) == [
        ("Ngân hàng TMCP Sao Việt", "tài trợ 25 tỷ đồng cho trẻ em mắc bệnh tim"),
        ("Ngân hàng TMCP Sao Việt", "chi trả viện phí cho 450 ca phẫu thuật"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SIGNED} Thông qua thỏa thuận, Công ty TNHH Minh Sáng không chỉ tiếp nhận sinh viên thực tập mà còn cử kỹ sư hướng dẫn.",
         ["tiếp nhận sinh viên thực tập", "cử kỹ sư hướng dẫn"]),
        ("Việt Nam và Peru ký Nghị định thư. Theo Nghị định thư, mỗi bên cử chuyên gia kiểm tra thực địa.",
         ["cử chuyên gia kiểm tra thực địa"]),
        (f"{SIGNED}\n\nHai việc được ghi vào văn bản:\n- Mở lớp tiếng Anh;\n- Bồi dưỡng giáo viên.", ["Mở lớp tiếng Anh", "Bồi dưỡng giáo viên"]),
        (f"{SIGNED}\n\nĐến dự có gần 40 hiệu trưởng trường THPT, trường nội trú.", []),
        ("Sở Y tế Hà Nam, Sở Tư pháp Hà Nam và Sở Nội vụ Hà Nam ký chương trình phối hợp. Ba bên thỏa thuận mở lớp tập huấn kỹ năng.",
         ["mở lớp tập huấn kỹ năng"]),
    ],
)  # fmt: skip
def test_what_is_done_by_the_agreement(text: str, expected: list[str], kit: Kit) -> None:
    assert [said for _, said in pledged(text, kit)] == expected


def test_the_numbered_topics_of_one_body_s_vow_are_no_items(kit: Kit) -> None:
    told = (
        "Công ty Mía đường Sơn Khê cam kết thực hiện các nội dung sau:\n\n1. Về bảo vệ môi trường\n- Lắp đặt thiết bị lọc bụi cho 2 lò hơi.\n"
        "- Che phủ bạt toàn bộ xe chở mía.\n\n2. Về thu mua mía\n- Mua hết mía của các hộ đã ký hợp đồng.\n"
    )
    assert [said for _, said in pledged(told, kit)] == [
        "Lắp đặt thiết bị lọc bụi cho 2 lò hơi",
        "Che phủ bạt toàn bộ xe chở mía",
        "Mua hết mía của các hộ đã ký hợp đồng",
    ]
