"""Sides told by the state of a party, who signs as well, whom an office stands for, and what parties only say."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

HOSTS = "Hai đơn vị ký kết\n\nNgày 3/5/2023, Sở Du lịch Hà Nam và Sở Công Thương Hà Nam ký kết quy chế phối hợp"


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [sorted(party.name for party in one.parties) for one in kit.extract(text).agreements]


def pledges(text: str, kit: Kit) -> list[tuple[str, str]]:
    """Who undertakes, by name, and what."""
    found = kit.extract(text)
    names = {party.id: party.name for one in found.agreements for party in one.parties}
    told = [one for one in found.commitments if one.kind == "pledge"]
    return [("all" if one.actors == "all" else names.get(one.actors[0], one.actors[0]), one.text) for one in told]


@pytest.mark.parametrize(
    ("content", "who", "what"),
    [
        ("phía Nhật Bản sẽ chuyển giao dây chuyền ép phun", "Tập đoàn Morikawa", "chuyển giao dây chuyền ép phun"),
        ("phía Việt Nam sẽ xây kho lạnh rộng 2 ha", "Công ty Cổ phần Nhựa Lạc Hồng", "xây kho lạnh rộng 2 ha"),
    ],
)
def test_a_side_is_the_party_with_that_state_in_brackets(content: str, who: str, what: str, kit: Kit) -> None:
    text = (
        "Ngày 6/6/2023, Công ty Cổ phần Nhựa Lạc Hồng và Tập đoàn Morikawa (Nhật Bản) ký hợp đồng cung cấp hạt nhựa. "
        f"Theo hợp đồng, {content}."
    )
    assert pledges(text, kit) == [(who, what)]


@pytest.mark.parametrize(
    "more",
    [
        " Cùng tham gia ký kết còn có đại diện Hội Chữ thập đỏ tỉnh Hà Nam và Sở Nội vụ Hà Nam.",
        "\n\nTham gia ký kết với hai bên còn có Sở Nội vụ Hà Nam, Hội Chữ thập đỏ tỉnh Hà Nam.",
    ],
)
def test_who_signs_as_well_signs_the_same_document(more: str, kit: Kit) -> None:
    text = f"Ngày 6/6/2023, Sở Y tế Hà Nam và Bệnh viện Nhi Hà Nam ký quy chế phối hợp.{more}"
    assert parties(text, kit) == [
        ["Bệnh viện Nhi Hà Nam", "Hội Chữ thập đỏ tỉnh Hà Nam", "Sở Nội vụ Hà Nam", "Sở Y tế Hà Nam"]
    ]


@pytest.mark.parametrize(
    ("partner", "head", "who"),
    [
        ("Trường Cao đẳng Nghề Ý Yên", "TS Vũ Quang Đạo, hiệu trưởng nhà trường", "Trường Cao đẳng Nghề Ý Yên"),
        ("Trường Cao đẳng Nghề Ý Yên", "Ông Vũ Quang Đạo, Giám đốc công ty", "Công ty Cổ phần Nhựa Lạc Hồng"),
        ("Bệnh viện Đa khoa Sơn Ca", "BS Lò Văn Thắng, giám đốc bệnh viện", "Bệnh viện Đa khoa Sơn Ca"),
    ],
)
def test_the_noun_that_ends_an_office_stands_for_the_one_party(partner: str, head: str, who: str, kit: Kit) -> None:
    text = (
        f"Ngày 6/6/2023, Công ty Cổ phần Nhựa Lạc Hồng và {partner} ký thỏa thuận. {head}, cam kết mở hai lớp sơ cứu."
    )
    assert pledges(text, kit) == [(who, "mở hai lớp sơ cứu")]


@pytest.mark.parametrize(
    "before",
    [
        "Trước Tập đoàn Hoa Ban, Công ty Nhựa Lạc Hồng, Trường Đại học Vinh Sơn",
        "Trước Tập đoàn Hoa Ban, nhà trường",
    ],
)
def test_what_was_signed_before_others_is_no_news(before: str, kit: Kit) -> None:
    text = (
        "Ngày 6/6/2023, Trường Đại học Vinh Sơn ký thỏa thuận với Tập đoàn Hoa Ban. "
        f"{before} đã ký kết thỏa thuận với Công ty Dược Sông Châu."
    )
    assert parties(text, kit) == [["Trường Đại học Vinh Sơn", "Tập đoàn Hoa Ban"]]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (". Hai bên sẽ ký thêm phụ lục về giá phòng.", []),
        (" và kế hoạch quảng bá. Hai bản sẽ giúp làng nghề bán hàng.", []),
        (". Hai bên có trách nhiệm nhưng kiểm tra giá phòng còn lỏng.", []),
        (". Hai bên có trách nhiệm kiểm tra giá phòng.", [("all", "kiểm tra giá phòng")]),
        (
            ". Sở Du lịch cam kết niêm yết giá phòng, vui mừng đón khách quốc tế.",
            [("Sở Du lịch Hà Nam", "niêm yết giá phòng")],
        ),
    ],
)
def test_what_parties_undertake_and_what_they_only_say(content: str, told: list[tuple[str, str]], kit: Kit) -> None:
    assert pledges(f"{HOSTS}{content}", kit) == told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "Bản quy chế thể hiện quyết tâm của hai bên trong việc giữ giá phòng, mở tuyến xe đêm.",
            ["giữ giá phòng", "mở tuyến xe đêm"],
        ),
        (
            "Đây là quyết tâm chung của hai ngành trong việc xóa bỏ nạn chèo kéo du khách.",
            ["xóa bỏ nạn chèo kéo du khách"],
        ),
    ],
)
def test_what_parties_are_determined_to_do_is_the_content(content: str, told: list[str], kit: Kit) -> None:
    assert [one.text for one in kit.extract(f"{HOSTS}. {content}").commitments] == told


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("Trao đổi về tình hình quốc tế, hai nhà lãnh đạo chia sẻ nhiều quan điểm tương đồng.", []),
        (
            "Trao đổi thường niên các đoàn nghệ thuật của hai nước.",
            ["Trao đổi thường niên các đoàn nghệ thuật của hai nước"],
        ),
    ],
)
def test_talks_with_a_subject_of_their_own_are_no_item_of_a_list(last: str, told: list[str], kit: Kit) -> None:
    text = f"Việt Nam - Lào hội đàm\n\nHai bên nhất trí tăng cường hợp tác biên giới; mở thêm hai cửa khẩu.\n\n{last}"
    assert [one.text for one in kit.extract(text).commitments] == [
        "tăng cường hợp tác biên giới",
        "mở thêm hai cửa khẩu",
        *told,
    ]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Đại sứ quán Anh", True),
        ("Bộ Công Thương Nhật", True),
        ("Bộ Y tế Bun-ga-ri", True),
        ("BỆNH VIỆN ĐỨC", True),
        ("Bệnh viện Minh Đức", False),
        ("Trường THPT Tuấn Anh", False),
        ("Công ty Như Ý", False),
        ("Viện Tư pháp", False),
    ],
)
def test_given_names_that_end_alike_are_no_states(name: str, state: bool, kit: Kit) -> None:  # noqa: FBT001
    assert kit.lexicon.names_state(name) is state


def test_a_body_with_a_given_name_like_a_state_is_at_home(kit: Kit) -> None:
    text = (
        "Sáng 3/5/2023, Sở Y tế Hà Nam và Bệnh viện Minh Đức ký kết quy chế phối hợp. "
        "Ông Lê Bảo Long và bà Đỗ Thu Trang đã ký quy chế."
    )
    (agreement,) = kit.extract(text).agreements
    assert [(one.name, one.party) for one in agreement.signatories] == [("Lê Bảo Long", None), ("Đỗ Thu Trang", None)]


def test_a_state_told_with_hyphens_is_known_in_the_names_of_its_bodies(kit: Kit) -> None:
    text = (
        "Ngày 3/5/2009, tại Bộ Nông nghiệp Bun-ga-ri, Chính phủ Việt Nam và Chính phủ Bun-ga-ri ký kết hiệp định "
        "về bảo vệ thực vật."
    )
    assert parties(text, kit) == [["Chính phủ Bun-ga-ri", "Chính phủ Việt Nam"]]
