"""Agreements as documents: wards before provinces, roles told in brackets, units counted, acronyms within names."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"

FARMERS, SCHOOL, CLINIC = "Hội Nông dân xã Nậm Búng", "Trường THCS Nậm Búng", "Trạm Y tế xã Nậm Búng"
CINNAMON = "Hợp tác xã Quế Suối Bu"
CONTENT = "Điều 1. Nội dung hợp tác\n1. Trồng 20 ha quế.\n2. Mở 03 lớp nghề.\n"
GENERAL = "Điều 9. Điều khoản chung\n1. Các bên giữ kín thông tin.\n"
BLOCKS = f"chúng tôi gồm:\nBÊN A: {FARMERS}\nBÊN B: {SCHOOL}"


def document(opening: str, articles: str = CONTENT) -> str:
    return f"{MOTTO}THỎA THUẬN HỢP TÁC\n\n{opening}\n\n{articles}{GENERAL}"


def only(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(text).agreements
    return agreement


def pledges(text: str, kit: Kit) -> list[tuple[str, object]]:
    return [(one.text, one.actors) for one in kit.extract(text).commitments if one.kind == "pledge"]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("phường Nam Cường, tỉnh Lào Cai", "phường Nam Cường"),
        ("phường Nam Cường, thành phố Lào Cai, tỉnh Lào Cai", "thành phố Lào Cai"),
    ],
)
def test_a_ward_is_the_place_where_only_its_province_is_told(told: str, place: str, kit: Kit) -> None:
    assert only(document(f"Hôm nay, ngày 12/02/2026, tại {told}, {BLOCKS}"), kit).place == place


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" (cơ sở đào tạo)", " (doanh nghiệp tiếp nhận học sinh)"),
        (" (Bên giao giống)", " (Bên nhận trồng)"),
    ],
)
def test_a_role_has_told_behind_it_in_brackets_what_it_stands_for(one: str, other: str, kit: Kit) -> None:
    text = document(
        f"Hôm nay, ngày 12/02/2022, tại xã Nậm Búng, chúng tôi gồm:\nBÊN A{one}: {SCHOOL}\nĐại diện: Bà Lò Thị Én - Hiệu trưởng\n"
        f"BÊN B{other}: {CINNAMON}\nĐại diện: Ông Đỗ Văn Khoa - Giám đốc",
        "Điều 1. Trách nhiệm của Bên A\n1. Cử 20 học sinh.\nĐiều 2. Trách nhiệm của Bên B\n1. Tặng 30 vạn cây giống.\n",
    )
    assert [party.name for party in only(text, kit).parties] == [SCHOOL, CINNAMON]
    assert pledges(text, kit) == [("Cử 20 học sinh", ("p1",)), ("Tặng 30 vạn cây giống", ("p2",))]


@pytest.mark.parametrize(
    ("count", "told"),
    [
        ("ba đơn vị", [FARMERS, SCHOOL, CLINIC]),
        ("bốn bên", [FARMERS, SCHOOL, CLINIC, CINNAMON]),
    ],
)
def test_units_that_are_counted_are_listed_below(count: str, told: list[str], kit: Kit) -> None:
    listed = "\n".join(f"{number}. {name}" for number, name in enumerate(told, 1))
    text = document(f"Hôm nay, ngày 12/02/2022, tại xã Nậm Búng, {count} gồm:\n{listed}")
    assert [party.name for party in only(text, kit).parties] == told


@pytest.mark.parametrize(
    ("one", "called", "other", "named"),
    [
        (
            "Liên đoàn Lao động (LĐLĐ) huyện Văn Chấn",
            "LĐLĐ huyện Văn Chấn",
            "Hội Cựu chiến binh (CCB) huyện Văn Chấn",
            "Hội Cựu chiến binh huyện Văn Chấn",
        ),
        (
            "Mặt trận Tổ quốc (MTTQ) thị xã Nghĩa Lộ",
            "Mặt trận Tổ quốc thị xã Nghĩa Lộ",
            "Bảo hiểm xã hội (BHXH) khu vực Nghĩa Lộ",
            "BHXH khu vực Nghĩa Lộ",
        ),
    ],
)
def test_a_name_goes_on_behind_the_acronym_within_it(one: str, called: str, other: str, named: str, kit: Kit) -> None:
    text = document(
        f"Hôm nay, ngày 12/02/2022, tại xã Nậm Búng, chúng tôi gồm:\nBÊN A: {one}\nBÊN B: {other}",
        f"Điều 1. Trách nhiệm\n1. {called} cử 50 đoàn viên.\n2. {named} mở 03 lớp nghề.\n",
    )
    assert [party.name for party in only(text, kit).parties] == [one, other]
    assert pledges(text, kit) == [("cử 50 đoàn viên", ("p1",)), ("mở 03 lớp nghề", ("p2",))]
