"""Whose duty it is and where an item ends: headings of duties, states and nouns that act, own deadlines, tails and prices."""

from __future__ import annotations

import pytest

from camket.records import CommitmentKind
from camket.run.flow import Kit

TREE, CLUB = "Công ty Cổ phần Tre Vàng", "Tỉnh đoàn Lai Châu"
FIRMS = f"Ngày 4/5/2023, {CLUB} và {TREE} ký thỏa thuận hợp tác."
POLICE = "Ngày 4/5/2023, Công an huyện Sìn Hồ và Trường THPT Núi Hồng ký kết quy chế phối hợp."
STATES = "Ngày 4/5/2023, Lào và Nhật Bản ký hiệp định thương mại."


def told_in(
    text: str, kit: Kit, kind: CommitmentKind = CommitmentKind.PLEDGE
) -> list[tuple[str, str | None, list[str]]]:
    """The text, deadline and actors of what is undertaken; the actors by name."""
    record = kit.extract(f"Chung sức vì bản nghèo\n\n{text}")
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [
        (one.text, one.due, ["all"] if one.actors == "all" else [names.get(actor, actor) for actor in one.actors])
        for one in record.commitments
        if one.kind is kind
    ]


def who_does_what(text: str, kit: Kit) -> list[tuple[str, list[str]]]:
    return [(said, actors) for said, _, actors in told_in(text, kit)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                f"{POLICE}\n\n1. Trách nhiệm của Công an huyện Sìn Hồ\n\n- Tuyên truyền luật giao thông cho học sinh.\n\n"
                "2. Trách nhiệm của Trường THPT Núi Hồng\n\n- Thông báo kịp thời các vụ việc."
            ),
            [
                ("Tuyên truyền luật giao thông cho học sinh", ["Công an huyện Sìn Hồ"]),
                ("Thông báo kịp thời các vụ việc", ["Trường THPT Núi Hồng"]),
            ],
        ),
        (
            f"{POLICE}\n\nĐối với nhà trường: bố trí phòng họp cho lớp tập huấn.",
            [("bố trí phòng họp cho lớp tập huấn", ["Trường THPT Núi Hồng"])],
        ),
    ],
)
def test_a_heading_tells_whose_duties_follow(text: str, told: list[tuple[str, list[str]]], kit: Kit) -> None:
    assert who_does_what(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Ngày 4/5/2023, Bộ Nông nghiệp Lào và Bộ Nông nghiệp Nhật Bản ký biên bản ghi nhớ. "
                "Nhật Bản sẽ cử chuyên gia trồng lúa."
            ),
            ("cử chuyên gia trồng lúa", ["Bộ Nông nghiệp Nhật Bản"]),
        ),
        (
            (
                f"Ngày 4/5/2023, Ngân hàng TMCP Kim Thành và {TREE} ký thỏa thuận hợp tác. "
                f"Theo thỏa thuận với {TREE}, ngân hàng này sẽ mở 20 điểm giao dịch."
            ),
            ("mở 20 điểm giao dịch", ["Ngân hàng TMCP Kim Thành"]),
        ),
        (
            f"{FIRMS} Với mong muốn giúp học trò vùng cao, {TREE} sẽ tặng 200 bộ bàn ghế.",
            ("tặng 200 bộ bàn ghế", [TREE]),
        ),
        (
            f"{STATES} Tại cuộc hội đàm trước đó, hai bên nhất trí mở đường bay thẳng.",
            ("mở đường bay thẳng", ["all"]),
        ),
        (
            "Tại lễ phát động, Hợp tác xã Rau Tam Đường cam kết toàn bộ 45 ha rau đạt chuẩn VietGAP.",
            ("toàn bộ 45 ha rau đạt chuẩn VietGAP", ["Hợp tác xã Rau Tam Đường"]),
        ),
    ],
)
def test_states_nouns_wishes_and_talks_tell_who_undertakes(text: str, told: tuple[str, list[str]], kit: Kit) -> None:
    assert who_does_what(text, kit) == [told]


@pytest.mark.parametrize(
    ("text", "said", "actors"),
    [
        (f"{FIRMS} Thời gian tới, hai bên tiếp tục chuyển giao máy sấy chè.", "chuyển giao máy sấy chè", ["all"]),
        (f"{FIRMS} Giai đoạn tới, {TREE} tiếp tục cử kỹ sư lên bản.", "cử kỹ sư lên bản", [TREE]),
    ],
)
def test_what_goes_on_in_time_to_come_is_undertaken(text: str, said: str, actors: list[str], kit: Kit) -> None:
    ((told, told_actors),) = who_does_what(text, kit)
    assert told.endswith(said)
    assert told_actors == actors


def test_since_when_states_have_relations_is_no_act_to_come(kit: Kit) -> None:
    text = (
        f"{STATES} Theo hiệp định, Nhật Bản sẽ mở 3 trung tâm dạy nghề. Hai nước thiết lập quan hệ ngoại giao năm 1955."
    )
    assert who_does_what(text, kit) == [("mở 3 trung tâm dạy nghề", ["Nhật Bản"])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{FIRMS} Cụ thể: trao đổi chuyên gia, đào tạo kỹ sư và tổ chức hội thảo.",
            ["trao đổi chuyên gia", "đào tạo kỹ sư", "tổ chức hội thảo"],
        ),
        (
            (
                "Ngày 4/5/2023, Nhật Bản và Úc ký bản ghi nhớ. "
                "Văn kiện bao gồm các nội dung nghiên cứu chung về tàu ngầm, huấn luyện thủy thủ."
            ),
            ["nghiên cứu chung về tàu ngầm", "huấn luyện thủy thủ"],
        ),
    ],
)
def test_what_is_told_in_detail_is_the_content(text: str, told: list[str], kit: Kit) -> None:
    assert [said for said, _, _ in told_in(text, kit, CommitmentKind.AREA)] == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "cung cấp xuồng máy, tập huấn đội cứu hộ và lắp 20 biển báo trước năm 2025",
            [("cung cấp xuồng máy", None), ("tập huấn đội cứu hộ", None), ("lắp 20 biển báo", "2025")],
        ),
        (
            "cung cấp xuồng máy trong năm 2024, lắp 20 biển báo trước năm 2026",
            [("cung cấp xuồng máy", "2024"), ("lắp 20 biển báo", "2026")],
        ),
        (
            "cung cấp xuồng máy trong năm 2024, lắp 20 biển báo trên sông",
            [("cung cấp xuồng máy", "2024"), ("lắp 20 biển báo trên sông", None)],
        ),
    ],
)
def test_a_deadline_is_that_of_its_own_item(said: str, told: list[tuple[str, str | None]], kit: Kit) -> None:
    assert [(text, due) for text, due, _ in told_in(f"{FIRMS} {TREE} sẽ {said}.", kit)] == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f"cho {CLUB} vay 300 tỷ đồng, tập trung vào các dự án điện mặt trời", [f"cho {CLUB} vay 300 tỷ đồng"]),
        ("đào tạo 200 kỹ sư trẻ, tập trung vào nghề hàn", ["đào tạo 200 kỹ sư trẻ"]),
        ("cho 30 hộ vay vốn nuôi dê, không tính lãi", ["cho 30 hộ vay vốn nuôi dê"]),
        ("cho 40 hộ vay vốn, ân hạn 2 năm", ["cho 40 hộ vay vốn"]),
        ("cung cấp 3 xe chở theo lương thực cho vùng lũ", ["cung cấp 3 xe chở theo lương thực cho vùng lũ"]),
        ("điều kỹ sư lên bản và tăng số chuyến xe", ["điều kỹ sư lên bản", "tăng số chuyến xe"]),
    ],
)
def test_an_item_ends_before_its_tail_or_price(said: str, told: list[str], kit: Kit) -> None:
    assert who_does_what(f"{FIRMS} {TREE} sẽ {said}.", kit) == [(one, [TREE]) for one in told]


@pytest.mark.parametrize("contrast", [", trong khi", " trong khi đó", ", còn"])
def test_an_item_ends_before_what_another_does(contrast: str, kit: Kit) -> None:
    text = f"{FIRMS} {TREE} sẽ cung cấp xuồng máy{contrast} {CLUB} sẽ tập huấn cho đội cứu hộ."
    assert who_does_what(text, kit) == [("cung cấp xuồng máy", [TREE]), ("tập huấn cho đội cứu hộ", [CLUB])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{FIRMS} {TREE} sẽ tặng 300 cặp sách. Đồng thời, tổ chức tập huấn cho giáo viên.",
            [("tặng 300 cặp sách", [TREE]), ("tổ chức tập huấn cho giáo viên", [TREE])],
        ),
        (
            (
                f"{TREE} cam kết tặng 500 cuốn sách cho Trường THPT Núi Hồng. "
                f"Bên cạnh việc tặng sách, {TREE} sẽ xây thư viện."
            ),
            [("tặng 500 cuốn sách cho Trường THPT Núi Hồng", [TREE]), ("xây thư viện", [TREE])],
        ),
    ],
)
def test_who_acts_goes_on_to_act(text: str, told: list[tuple[str, list[str]]], kit: Kit) -> None:
    assert who_does_what(text, kit) == told
