"""Pledges in reports: what is taken on, by whom others say so, in the passive, on a condition, for a phase; no threats, topics of works or visits of the past."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sáng 5/3, Hội Nông dân tỉnh Cao Sơn và Ngân hàng Sông Gâm ký thỏa thuận hợp tác."
FARMERS, BANK = ("p1",), ("p2",)


def pledges(text: str, kit: Kit) -> list[tuple[str, object]]:
    return [(one.text, one.actors) for one in kit.extract(text).commitments]


def items(text: str, kit: Kit) -> list[tuple[str, object]]:
    return pledges(f"{SIGNED} {text}", kit)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Hội Phụ nữ tỉnh Cao Sơn nhận đỡ đầu 6 cháu mồ côi.",
            [("đỡ đầu 6 cháu mồ côi", ("Hội Phụ nữ tỉnh Cao Sơn",))],
        ),
        (
            "Trường Nội trú Lũng Vân xin nhận dạy miễn phí 3 cháu.",
            [("dạy miễn phí 3 cháu", ("Trường Nội trú Lũng Vân",))],
        ),
        ("Công ty Lũng Vân đăng ký nhận nuôi 15 cháu.", [("nhận nuôi 15 cháu", ("Công ty Lũng Vân",))]),
        (
            "Hội Phụ nữ tỉnh Cao Sơn đăng ký đỡ đầu 6 cháu, Hội Phụ nữ xã Tà Lài đỡ đầu 2 cháu mồ côi.",
            [("đỡ đầu 6 cháu", ("Hội Phụ nữ tỉnh Cao Sơn",)), ("đỡ đầu 2 cháu mồ côi", ("Hội Phụ nữ xã Tà Lài",))],
        ),
        ("Công ty Lũng Vân nhận tài trợ 15 tỷ đồng từ quỹ.", []),
    ],
)
def test_what_is_taken_on_is_a_pledge(text: str, told: list[tuple[str, object]], kit: Kit) -> None:
    assert pledges(f"Chiều 11/4, tỉnh Cao Sơn phát động chương trình vì trẻ mồ côi. {text}", kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Công ty Sữa Ba Khe vừa khánh thành trại bò. Ông Lê Tám, giám đốc công ty, khẳng định công ty sẽ xây 2 trạm thu mua sữa.",
            [("xây 2 trạm thu mua sữa", ("Công ty Sữa Ba Khe",))],
        ),
        (
            "Bà Đỗ Ba, phó giám đốc Công ty Sữa Ba Khe, hứa công ty sẽ mua hết sữa cho dân.",
            [("mua hết sữa cho dân", ("Công ty Sữa Ba Khe",))],
        ),
        (
            "Quỹ Suối Reo cam kết xây 4 cầu. Ông Lê Tám, Giám đốc Sở Giao thông tỉnh Cao Sơn, cho biết Sở sẽ cấp biển báo.",
            [("xây 4 cầu", ("Quỹ Suối Reo",)), ("cấp biển báo", ("Sở Giao thông tỉnh Cao Sơn",))],
        ),
        (
            "Quỹ Suối Reo cam kết xây 4 cầu. Ông Lê Tám, Giám đốc Sở Giao thông Cao Sơn, cho biết thành phố sẽ cấp biển báo.",
            [("xây 4 cầu", ("Quỹ Suối Reo",))],
        ),
    ],
)
def test_a_noun_for_who_undertakes_may_stand_between(text: str, told: list[tuple[str, object]], kit: Kit) -> None:
    assert pledges(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ông Lê Tám cho biết những máy gặt đầu tiên sẽ được Ngân hàng Sông Gâm bàn giao cho hội viên.",
            [("những máy gặt đầu tiên sẽ được Ngân hàng Sông Gâm bàn giao cho hội viên", BANK)],
        ),
        (
            "Theo đó, các bài học về thời vụ sẽ do Hội Nông dân tỉnh Cao Sơn phụ trách.",
            [("các bài học về thời vụ sẽ do Hội Nông dân tỉnh Cao Sơn phụ trách", FARMERS)],
        ),
        ("Theo đó, ba lớp chăn nuôi sẽ được hai bên tổ chức.", [("ba lớp chăn nuôi", "all")]),
    ],
)
def test_a_passive_keeps_its_verb_unless_it_only_holds(text: str, told: list[tuple[str, object]], kit: Kit) -> None:
    assert items(text, kit) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("tặng 3 máy tính nếu xã đạt chuẩn, hoàn tiền nếu máy hỏng", ["tặng 3 máy tính", "hoàn tiền nếu máy hỏng"]),
        ("tài trợ 6 tỷ đồng cho giai đoạn khảo sát ban đầu", ["tài trợ 6 tỷ đồng cho giai đoạn khảo sát ban đầu"]),
        ("tài trợ 6 tỷ đồng trong giai đoạn 2025 - 2027", ["tài trợ 6 tỷ đồng"]),
        ("đối chiếu dư nợ, tránh để hội viên vay chồng chéo", ["đối chiếu dư nợ"]),
        ("hướng dẫn các cơ quan, tổ chức, cá nhân", ["hướng dẫn các cơ quan, tổ chức, cá nhân"]),
        ("chống buôn lậu, gian lận thương mại và hàng giả", ["chống buôn lậu, gian lận thương mại và hàng giả"]),
        ("góp phần giúp hội viên thoát nghèo", ["góp phần giúp hội viên thoát nghèo"]),
        ("củng cố 512 tổ tiết kiệm và vay vốn", ["củng cố 512 tổ tiết kiệm và vay vốn"]),
        ("đẩy mạnh cho vay, bao gồm việc mở điểm giao dịch tại xã và cấp thẻ cho hội viên",
         ["đẩy mạnh cho vay", "mở điểm giao dịch tại xã", "cấp thẻ cho hội viên"]),
    ],
)  # fmt: skip
def test_where_an_item_ends(said: str, told: list[str], kit: Kit) -> None:
    assert [text for text, _ in items(f"Ngân hàng Sông Gâm sẽ {said}.", kit)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Việc ký kết giữa Hội Nông dân tỉnh Cao Sơn, Hội Làm vườn và Ngân hàng Sông Gâm sẽ thu hút thêm các nhà tài trợ.",
        "Trong chuyến thăm vào tháng 3 vừa qua của Thống đốc, hai bên cam kết mở thêm 5 phòng giao dịch.",
        "Mỗi đơn vị ký một thỏa thuận riêng, phù hợp với hội viên.",
        "Bà Đỗ Ba nói: “Chúng tôi tin tưởng Ngân hàng Sông Gâm là đối tác phù hợp để ký hợp tác chiến lược về lĩnh vực công nghệ”.",
        "Dịp này, hội phát động cuộc thi viết. Tác phẩm dự thi viết về các nội dung sau:\n\n- Bảo vệ làng nghề;\n\n- Phản ánh đời sống nhà nông.",
        "Kho dữ liệu dự kiến sẽ bao gồm các đầu mục nội dung chính sau:\n\n- Biểu phí của ngân hàng;\n\n- Quy tắc vay vốn.",
    ],
)
def test_effects_topics_and_the_past_are_no_pledges(text: str, kit: Kit) -> None:
    assert items(text, kit) == []


@pytest.mark.parametrize(
    "lead",
    [
        "Trong đó, một số nội dung hoạt động được hai bên nhất trí bao gồm",
        "Nét chính của thỏa thuận này là",
        "Nội dung gồm",
    ],
)
def test_more_words_lead_in_the_content(lead: str, kit: Kit) -> None:
    told = [text for text, _ in items(f"{lead} mở 3 lớp chăn nuôi; cấp thẻ cho hội viên.", kit)]
    assert told == ["mở 3 lớp chăn nuôi", "cấp thẻ cho hội viên"]


def test_the_other_state_and_the_branch_have_their_nouns(kit: Kit) -> None:
    museum = "Chiều 11/4, Bảo tàng tỉnh Sơn La và Bảo tàng Dệt Lanna (Thái Lan) ký biên bản ghi nhớ."
    assert pledges(f"{museum} Phía bạn sẽ tiếp nhận 4 cán bộ sang học nghề.", kit) == [
        ("tiếp nhận 4 cán bộ sang học nghề", ("p2",))
    ]
    bank = "Chiều 5/3, UBND xã Mường Mơ ký quy chế phối hợp với Agribank chi nhánh Pa Háng."
    assert pledges(f"{bank} Theo đó, chi nhánh mở tài khoản miễn phí cho hộ nghèo.", kit) == [
        ("mở tài khoản miễn phí cho hộ nghèo", ("p2",))
    ]


def test_states_sign_documents_in_a_row(kit: Kit) -> None:
    text = (
        "Đại diện Chile và Mông Cổ đã ký Hiệp định về hợp tác trong lĩnh vực hàng không, Hiệp định về tương trợ tư pháp, "
        "Nghị định thư về kiểm dịch thịt cừu và thịt ngựa xuất khẩu, cùng Chương trình hợp tác văn hóa."
    )
    assert [told for told, _ in pledges(text, kit)] == [
        "hàng không", "tương trợ tư pháp", "kiểm dịch thịt cừu và thịt ngựa xuất khẩu", "văn hóa",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thủ tướng Chile Ana Rojas cho biết hai nước sẽ tập trận chung và mở đường bay thẳng.",
         [("tập trận chung", "all"), ("mở đường bay thẳng", "all")]),
        ("Bộ Ngoại giao Chile thông báo sẽ mở tổng lãnh sự quán, đồng thời đã báo tin cho các gia đình.",
         [("mở tổng lãnh sự quán", ("Bộ Ngoại giao Chile",))]),
        ("Chile tuyên bố sẽ không mua gạo nếu giá tăng.", [("không mua gạo nếu giá tăng", ("Chile",))]),
    ],
)  # fmt: skip
def test_what_is_said_at_talks(text: str, told: list[tuple[str, object]], kit: Kit) -> None:
    assert pledges(f"Chile và Lào hội đàm tại Viêng Chăn.\n\n{text}", kit) == told


def test_the_noun_of_a_body_that_is_no_party_is_that_of_who_speaks(kit: Kit) -> None:
    text = "Bà Lê Oanh, Giám đốc Bệnh viện Hồng Lam, khẳng định bệnh viện sẽ bố trí phiên dịch tiếng Khmer."
    assert items(text, kit) == [("bố trí phiên dịch tiếng Khmer", ("Bệnh viện Hồng Lam",))]


def test_a_second_language_is_not_told_again(kit: Kit) -> None:
    text = "Nội dung gồm:\n\n(a) Trao đổi giảng viên và sinh viên;\n\n- Exchange of lecturers and students;\n\n(b) Mở lớp dạy tiếng."
    assert [told for told, _ in items(text, kit)] == ["Trao đổi giảng viên và sinh viên", "Mở lớp dạy tiếng"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hai bên sẽ mở 3 lớp chăn nuôi. Ở lĩnh vực trồng trọt sẽ xây vườn giống. Đến năm 2030 sẽ nhân rộng mô hình.",
         ["mở 3 lớp chăn nuôi", "xây vườn giống", "nhân rộng mô hình"]),
        ("Theo đó, Ngân hàng Sông Gâm sẽ cấp 5 tỷ đồng. Bên cạnh đó, dự án cũng xây vườn giống tại xã Tân Lập.",
         ["cấp 5 tỷ đồng", "xây vườn giống tại xã Tân Lập"]),
        ("Ngân hàng cam kết sẽ quan tâm lãnh đạo, chỉ đạo các phòng giao dịch.",
         ["quan tâm lãnh đạo, chỉ đạo các phòng giao dịch"]),
        ("Hai bên sẽ cùng đầu tư nguồn lực để xây vườn giống.", ["đầu tư nguồn lực để xây vườn giống"]),
        ("Một số hợp đồng đã được các bên trao đổi và ký kết trong và sau sự kiện này.", []),
        ("Hợp tác hai bên sẽ giúp ngân hàng giảm chi phí, mở rộng mạng lưới.", []),
        ("Ông Lê Tám, Giám đốc Sở Nông nghiệp, cho biết nội dung thỏa thuận có 2 điểm chính gồm mở 3 lớp chăn nuôi; xây vườn giống.",
         ["mở 3 lớp chăn nuôi", "xây vườn giống"]),
    ],
)  # fmt: skip
def test_content_goes_on_without_a_subject(text: str, told: list[str], kit: Kit) -> None:
    assert [one for one, _ in items(text, kit)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lữ đoàn 575 và Công an xã Trà Liên ký chương trình phối hợp công tác dân vận.", ["dân vận"]),
        ("Hội Nông dân xã Trà Liên và Công an xã Trà Liên ký chương trình phối hợp công tác bảo vệ rừng.", ["bảo vệ rừng"]),
        ("Hội Nông dân xã Trà Liên và Công an xã Trà Liên ký chương trình phối hợp công tác năm 2024.", []),
    ],
)  # fmt: skip
def test_what_kind_of_work_a_programme_is_of(text: str, told: list[str], kit: Kit) -> None:
    assert [one for one, _ in pledges(text, kit)] == told


@pytest.mark.parametrize(
    "said",
    [
        "Khi có yêu cầu, hai bên có trách nhiệm cử cán bộ tham gia.",
        "Khi một bên có yêu cầu, bên kia có trách nhiệm cử cán bộ tham gia.",
    ],
)
def test_a_request_is_no_hope_where_one_may_have_it(said: str, kit: Kit) -> None:
    assert items(said, kit) == [("cử cán bộ tham gia", "all")]


@pytest.mark.parametrize(
    "lead",
    ["ký thỏa thuận về các vấn đề chính, như", "ký thỏa thuận về các nội dung sau", "hợp tác về các lĩnh vực như"],
)
def test_what_leads_in_a_list_is_no_subject(lead: str, kit: Kit) -> None:
    assert [text for text, _ in items(f"Hai bên {lead}: Xây dựng gói vay mới; Khai thác kho giống của hội.", kit)] == [
        "Xây dựng gói vay mới",
        "Khai thác kho giống của hội",
    ]


def test_what_is_known_besides_is_the_past(kit: Kit) -> None:
    known = "Được biết, vào tháng 8/2017, Hội Nông dân tỉnh Cao Sơn đã ký kết thỏa thuận hợp tác với Công ty Lũng Vân."
    assert len(kit.extract(f"{SIGNED} {known}").agreements) == 1


def test_what_the_cooperation_will_do_goes_on_no_list(kit: Kit) -> None:
    effect = "Hợp tác hai bên sẽ giúp hội tối ưu hóa chi phí, mở rộng mạng lưới thu mua cho hội viên."
    assert items(f"Ngân hàng Sông Gâm sẽ tặng 3 máy tính.\n\n{effect}", kit) == [("tặng 3 máy tính", BANK)]


def test_the_wrongs_of_trade_are_one_matter(kit: Kit) -> None:
    text = "Sáng 5/3, Cục Kiểm lâm và Hội Nông dân tỉnh Cao Sơn ký quy chế phối hợp phòng, chống buôn lậu, gian lận thương mại và hàng giả."
    assert [text for text, _ in pledges(text, kit)] == ["phòng, chống buôn lậu, gian lận thương mại và hàng giả"]
