"""What is promised at fundraisers, ceremonies and in contracts of help: what is registered, told by contrast or only said."""

from __future__ import annotations

import pytest

from camket.records import CommitmentKind
from camket.run.flow import Kit

SIGNED = "Ngày 5/8/2021, Công ty Cổ phần Tre Vàng và Bệnh viện Tâm An ký biên bản ghi nhớ."
GUARDS = "Ngày 5/8/2021, Hạt Kiểm lâm huyện Sìn Hồ và Hội Nông dân xã Pa Tần ký kết quy chế phối hợp giữ rừng."
CONTRACT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHỢP ĐỒNG HỖ TRỢ\n\n"
    "Hôm nay, ngày 05/3/2021, chúng tôi gồm:\nBÊN A: CÔNG TY CỔ PHẦN TRE VÀNG\nBÊN B: TRƯỜNG MẦM NON HOA MẬN\n\n"
)


def pledges(text: str, kit: Kit) -> list[tuple[str, str | tuple[str, ...]]]:
    return [(one.text, one.actors) for one in kit.extract(text).commitments if one.kind is CommitmentKind.PLEDGE]


def promised(text: str, kit: Kit, title: str = "Chung tay vì bản nghèo") -> list[tuple[str, str | tuple[str, ...]]]:
    return pledges(f"{title}\n\n{text}", kit)


@pytest.mark.parametrize(
    ("actor", "said", "told"),
    [
        (
            "Công ty Cổ phần Tre Vàng",
            "Tại chương trình phát động, {} đăng ký ủng hộ 200 triệu đồng xây nhà cho hộ nghèo.",
            "ủng hộ 200 triệu đồng xây nhà cho hộ nghèo",
        ),
        (
            "Ngân hàng TMCP Đông Hải",
            "Tại lễ phát động, {} đã đăng ký đóng góp 5 tỷ đồng vào Quỹ Khuyến học tỉnh Gia Lai.",
            "đóng góp 5 tỷ đồng vào Quỹ Khuyến học tỉnh Gia Lai",
        ),
        ("Hội Phụ nữ xã Xá Nhè", "{} đăng ký nhận đỡ đầu 12 em mồ côi đến năm 2030.", "nhận đỡ đầu 12 em mồ côi"),
        ("Đoàn Thanh niên xã Xá Nhè", "{} đăng ký trồng 2.000 cây xanh.", "trồng 2.000 cây xanh"),
    ],
)
def test_what_a_body_registers_to_give_is_its_pledge(actor: str, said: str, told: str, kit: Kit) -> None:
    assert promised(said.format(actor), kit) == [(told, (actor,))]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Cổ phần Tre Vàng đăng ký kinh doanh tại tỉnh Gia Lai.",
        "Phòng Tư pháp huyện Mai Sơn đăng ký kết hôn cho 20 đôi bạn trẻ.",
        "Công an xã Xá Nhè đăng ký xe cho 30 hộ.",
        "Trường Đại học Tây Sơn đăng ký tham gia hội chợ.",
    ],
)
def test_what_else_is_registered_is_no_pledge(text: str, kit: Kit) -> None:
    assert promised(text, kit) == []


def test_what_is_registered_has_its_term_and_amount(kit: Kit) -> None:
    text = "Chung tay vì trẻ mồ côi\n\nHội Phụ nữ xã Xá Nhè đăng ký nhận đỡ đầu 12 em mồ côi đến năm 2030."
    assert [(one.due, one.amount) for one in kit.extract(text).commitments] == [("2030", "12 em mồ côi")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tập đoàn Hải Âu không góp tiền mà hứa cấp 5 tấn gạo cho bản Nậm Lùng.",
            [("cấp 5 tấn gạo cho bản Nậm Lùng", ("Tập đoàn Hải Âu",))],
        ),
        (
            "Tập đoàn Hải Âu không tặng quà mà cam kết xây 2 cây cầu.",
            [("xây 2 cây cầu", ("Tập đoàn Hải Âu",))],
        ),
        ("Tập đoàn Hải Âu không cam kết cấp 5 tấn gạo cho bản Nậm Lùng.", []),
    ],
)
def test_what_is_promised_instead_of_what_is_not(
    text: str, told: list[tuple[str, str | tuple[str, ...]]], kit: Kit
) -> None:
    assert promised(text, kit) == told


@pytest.mark.parametrize(
    "before",
    ["Trong phần kêu gọi ủng hộ", "Sau lời kêu gọi của ban tổ chức", "Hưởng ứng thư kêu gọi"],
)
def test_a_call_told_as_a_noun_does_not_make_a_hope_of_the_promise(before: str, kit: Kit) -> None:
    text = f"{before}, Tập đoàn Hải Âu cam kết tặng 400 bộ sách."
    assert promised(text, kit) == [("tặng 400 bộ sách", ("Tập đoàn Hải Âu",))]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("tài trợ 6 tỷ đồng chia làm 3 đợt", "tài trợ 6 tỷ đồng"),
        ("tài trợ 6 tỷ đồng, chia làm hai đợt", "tài trợ 6 tỷ đồng"),
        ("cho vay 90 tỷ đồng, chia thành hai đợt", "cho vay 90 tỷ đồng"),
        ("hiến 800 đơn vị máu, chia làm nhiều đợt", "hiến 800 đơn vị máu"),
    ],
)
def test_in_how_many_parts_it_is_given_is_left_out(said: str, told: str, kit: Kit) -> None:
    assert promised(f"Ngân hàng TMCP Đông Hải cam kết {said}.", kit) == [(told, ("Ngân hàng TMCP Đông Hải",))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo biên bản, Bệnh viện Tâm An chia sẻ, người dân vùng cao còn ít được khám bệnh.", []),
        (
            "Theo biên bản, Bệnh viện Tâm An chia sẻ, tập huấn kỹ thuật siêu âm.",
            [("chia sẻ, tập huấn kỹ thuật siêu âm", ("p2",))],
        ),
        (
            "Theo đó, Công ty Cổ phần Tre Vàng sẽ tặng 2 xe cứu thương, thay mặt hai bên làm thủ tục hải quan.",
            [("tặng 2 xe cứu thương", ("p1",))],
        ),
        ("Hai giám đốc sẽ thay mặt hai bên ký văn bản.", []),
    ],
)
def test_what_is_only_said_or_done_for_all_is_no_pledge(
    text: str, told: list[tuple[str, str | tuple[str, ...]]], kit: Kit
) -> None:
    assert promised(f"{SIGNED}\n\n{text}", kit) == told


@pytest.mark.parametrize("actor", ["Hội Nông dân xã", "Hội Nông dân xã Pa Tần"])
@pytest.mark.parametrize("event", ["lễ ký", "lễ ký kết"])
def test_what_a_body_promises_at_the_ceremony_is_its_own_pledge(event: str, actor: str, kit: Kit) -> None:
    record = kit.extract(
        f"Trồng cây ven sông\n\n{GUARDS} Tại {event}, {actor} cam kết trồng 3.000 cây tre dọc bờ suối."
    )
    assert [(one.kind, one.text, one.actors) for one in record.commitments] == [
        (CommitmentKind.AREA, "giữ rừng", "all"),
        (CommitmentKind.PLEDGE, "trồng 3.000 cây tre dọc bờ suối", ("p2",)),
    ]


def test_what_both_sign_as_a_promise_is_what_they_agree_on(kit: Kit) -> None:
    text = "Ngày 5/8/2021, Hạt Kiểm lâm huyện Sìn Hồ và Hội Nông dân xã Pa Tần ký cam kết giữ rừng đầu nguồn."
    record = kit.extract(f"Giữ rừng đầu nguồn\n\n{text}")
    assert [(one.kind, one.text) for one in record.commitments] == [(CommitmentKind.AREA, "giữ rừng đầu nguồn")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I. PHẦN GIÚP ĐỠ CỦA BÊN A", "II. PHẦN THỰC HIỆN CỦA BÊN B"),
        ("Điều 1. Phần hỗ trợ của Bên A", "Điều 2. Phần đóng góp của Bên B"),
        ("Điều 1. Phần của Bên A", "Điều 2. Phần của Bên B"),
    ],
)
def test_the_help_of_a_side_is_told_under_its_heading(one: str, other: str, kit: Kit) -> None:
    text = f"{CONTRACT}{one}\n1. Tặng 30 bộ bàn ghế.\n2. Lợp lại mái bếp ăn.\n{other}\n1. Chuẩn bị mặt bằng.\n"
    assert pledges(text, kit) == [
        ("Tặng 30 bộ bàn ghế", ("p1",)),
        ("Lợp lại mái bếp ăn", ("p1",)),
        ("Chuẩn bị mặt bằng", ("p2",)),
    ]
