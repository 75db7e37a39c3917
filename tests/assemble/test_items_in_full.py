"""Where items begin and end: times before acts, rows of kinds, verbs with one object, headings, roles and copies."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sở Y tế Lai Châu và Quỹ Nậm Rốm ký thỏa thuận."


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(f"{SIGNED} {text}").commitments]


@pytest.mark.parametrize(
    ("time", "due"),
    [
        ("trong năm 2027 sẽ", "2027"),
        ("trong năm 2027, mỗi đơn vị", "2027"),
        ("trong thời gian tới", None),
        ("từ nay đến cuối năm", None),
        ("trước mắt", None),
    ],
)
def test_an_act_is_told_behind_its_time(time: str, due: str | None, kit: Kit) -> None:
    found = kit.extract(
        f"{SIGNED} Hai bên thống nhất {time} tổ chức 5 hội thi; xây dựng dữ liệu dùng chung."
    ).commitments
    assert [(one.text, one.due) for one in found] == [("tổ chức 5 hội thi", due), ("xây dựng dữ liệu dùng chung", None)]


@pytest.mark.parametrize(
    ("told", "parted"),
    [
        (
            "bố trí 9 tỷ đồng vốn đối ứng, chăm sóc và bảo vệ 1.200 ha rừng",
            ["bố trí 9 tỷ đồng vốn đối ứng", "chăm sóc và bảo vệ 1.200 ha rừng"],
        ),
        ("bố trí phòng học, phòng trực cho sinh viên", ["bố trí phòng học, phòng trực cho sinh viên"]),
        ("hỗ trợ đăng ký nhãn hiệu, sáng chế cho dự án", ["hỗ trợ đăng ký nhãn hiệu, sáng chế cho dự án"]),
        (
            "tổ chức các hoạt động văn hóa, hướng nghiệp cho sinh viên",
            ["tổ chức các hoạt động văn hóa, hướng nghiệp cho sinh viên"],
        ),
        (
            "mở chuyên mục trên sóng phát thanh, truyền hình; tặng quà",
            ["mở chuyên mục trên sóng phát thanh, truyền hình", "tặng quà"],
        ),
        ("mở lớp tiếng Hàn cho sinh viên năm nhất từ tháng 9/2026", ["mở lớp tiếng Hàn cho sinh viên năm nhất"]),
        ("họp rà soát tiến độ, Tỉnh đoàn là cơ quan thường trực", ["họp rà soát tiến độ"]),
        ("tuần tra chung, luân phiên tại mỗi nước; lập đường dây nóng", ["tuần tra chung", "lập đường dây nóng"]),
        ("họp giao ban luân phiên tại các buôn", ["họp giao ban luân phiên tại các buôn"]),
        ("tuần tra mỗi quý 2 đợt trên đoạn biên giới phía nam", ["tuần tra mỗi quý 2 đợt trên đoạn biên giới phía nam"]),
        ("phổ biến Luật Hợp tác xã năm 2023; tặng quà", ["phổ biến Luật Hợp tác xã năm 2023", "tặng quà"]),
        (
            "chuyển giao cho Sở 06 gói kỹ thuật gồm: phẫu thuật nội soi, gây mê hồi sức",
            ["chuyển giao cho Sở 06 gói kỹ thuật"],
        ),
        ("không ép khách hàng vay vốn, ghi âm quá trình tư vấn", ["không ép khách hàng vay vốn", "ghi âm quá trình tư vấn"]),
        ("nâng cao chất lượng; tổ chức Diễn đàn doanh nghiệp", ["nâng cao chất lượng", "tổ chức Diễn đàn doanh nghiệp"]),
    ],
)  # fmt: skip
def test_an_item_is_whole_and_alone(told: str, parted: list[str], kit: Kit) -> None:
    assert items(f"Theo đó, hai bên sẽ {told}.", kit) == parted


def test_the_year_of_a_law_is_no_deadline(kit: Kit) -> None:
    (one,) = kit.extract(f"{SIGNED} Theo đó, hai bên sẽ phổ biến Luật Hợp tác xã năm 2023.").commitments
    assert one.due is None


LIST = "Theo thỏa thuận, hai đơn vị hợp tác các nội dung sau:\n\n{items}"
NURSES = "Bệnh viện Hoa Lư và Trường Đại học Bản Bo ký biên bản ghi nhớ. "


def test_a_heading_of_one_act_is_a_field_and_what_follows_has_its_own_doer(kit: Kit) -> None:
    listed = "* Tuyển dụng: Bệnh viện ưu tiên sinh viên giỏi.\n\n* Chuyển giao kỹ thuật: Trường hỗ trợ Bệnh viện triển khai kỹ thuật mới."
    record = kit.extract(NURSES + LIST.format(items=listed))
    assert [(one.text, one.actors) for one in record.commitments] == [
        ("Tuyển dụng", "all"),
        ("ưu tiên sinh viên giỏi", ("p1",)),
        ("Chuyển giao kỹ thuật", "all"),
        ("hỗ trợ Bệnh viện triển khai kỹ thuật mới", ("p2",)),
    ]


@pytest.mark.parametrize(
    "frame", ["quy định khuôn khổ hợp tác trong các lĩnh vực", "tạo cơ sở cho hợp tác trên các lĩnh vực"]
)
def test_the_fields_of_a_frame_of_cooperation(frame: str, kit: Kit) -> None:
    assert items(f"Thỏa thuận gồm 5 điều, {frame} y tế, giáo dục và môi trường.", kit) == [
        "y tế",
        "giáo dục",
        "môi trường",
    ]


def test_all_levels_of_a_body_act_as_it_does(kit: Kit) -> None:
    text = "Hội Phụ nữ tỉnh và Ngân hàng Nậm Rốm ký thỏa thuận. Theo thỏa thuận, Hội Phụ nữ các cấp thành lập các tổ vay vốn."
    assert [(one.text, one.actors) for one in kit.extract(text).commitments] == [("thành lập các tổ vay vốn", ("p1",))]


@pytest.mark.parametrize(
    "told",
    [
        "Thỏa thuận được lập thành 2 bản, mỗi bên giữ 1 bản.",
        "Nhân dịp này, hai đơn vị tổ chức giao lưu bóng chuyền.",
        "Dịp này, Quỹ Nậm Rốm tặng Sở 20 thùng nước.",
    ],
)
def test_what_is_done_with_the_document_or_on_the_occasion_is_no_item(told: str, kit: Kit) -> None:
    assert items(f"Theo đó, Quỹ Nậm Rốm sẽ tặng sách.\n\n{told}", kit) == ["tặng sách"]


def test_a_noun_with_a_demonstrative_is_no_act(kit: Kit) -> None:
    text = "Liên đoàn Lao động tỉnh và Sở Y tế ký quy chế phối hợp.\n\nTrong khi đó, ba ngành mỗi nơi một số liệu, đoàn thanh tra này vừa đi thì đoàn khác lại đến."
    assert kit.extract(text).commitments == ()


def test_gifts_told_in_a_row_of_pledges_are_pledges(kit: Kit) -> None:
    text = (
        "Tại buổi lễ, Ngân hàng Nậm Rốm cam kết ủng hộ 6 tỷ đồng. Công ty Bảo hiểm Bản Bo sẽ tặng 1.000 thẻ bảo hiểm."
    )
    assert [one.text for one in kit.extract(text).commitments] == ["ủng hộ 6 tỷ đồng", "tặng 1.000 thẻ bảo hiểm"]


def test_a_gift_to_come_alone_is_no_pledge(kit: Kit) -> None:
    text = "Tại buổi lễ, nhiều em nhỏ được khám bệnh. Công ty Bảo hiểm Bản Bo sẽ tặng 1.000 thẻ bảo hiểm."
    assert kit.extract(text).commitments == ()
