from __future__ import annotations

import pytest

from camket.lexicon import Lexicon
from camket.registry.authority import Authority
from camket.registry.canonical import SAME, Identity, Names, likeness
from camket.rulefiles import rules_dir


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(Authority.open(rules_dir(), Lexicon.open(rules_dir())))


def identity(
    names: Names, name: str, day: str | None = "2018-03-04", kind: str = "government", *aliases: str
) -> Identity:
    return names.identity({"name": name, "aliases": list(aliases), "canonical": name, "type": kind}, day)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở TT&TT tỉnh Bến Tre", "Sở Thông tin và Truyền thông Bến Tre"),
        ("UBND tỉnh Kon Tum", "Ủy ban nhân dân tỉnh Kon Tum"),
        ("Tỉnh đoàn Bắc Kạn", "Đoàn TNCS Hồ Chí Minh tỉnh Bắc Kạn"),
        ("Vietcombank", "Ngân hàng TMCP Ngoại thương Việt Nam"),
        ("Asian Development Bank", "Ngân hàng Phát triển châu Á (ADB)"),
        ("Công ty CP Dệt Sông Lam", "Công ty Cổ phần Dệt Sông Lam"),
        ("ĐHQG Hà Nội", "Đại học Quốc gia Hà Nội"),
        ("Hội Chữ thập đỏ Việt Nam", "Trung ương Hội Chữ thập đỏ Việt Nam"),
        ("Hội VHNT tỉnh Phú Thọ", "Hội Văn học nghệ thuật tỉnh Phú Thọ"),
        ("SỞ GIAO DỤC VÀ ĐÀO TẠO TỈNH LAI CHÂU", "Sở Giáo dục và Đào tạo tỉnh Lai Châu"),
        ("tỉnh Hà Nam", "UBND tỉnh Hà Nam"),
        ("Sở Du lịch Huế", "Sở Du lịch tỉnh Thừa Thiên Huế"),
    ],
)
def test_one_body_under_two_names_is_one(names: Names, one: str, other: str) -> None:
    assert likeness(identity(names, one), identity(names, other)) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế tỉnh An Giang", "Sở Y tế tỉnh Đồng Tháp"),
        ("Sở Y tế An Giang", "Sở Tư pháp An Giang"),
        ("UBND thành phố Kon Tum", "UBND tỉnh Kon Tum"),
        ("UBND huyện Châu Thành", "UBND xã Châu Thành"),
        ("Vietcombank", "VietinBank"),
        ("Trường Đại học FPT", "Công ty Cổ phần FPT"),
        ("Trường THCS Số 1 Bình An", "Trường THCS Số 2 Bình An"),
        ("Bệnh viện Phục hồi chức năng Bảy Núi", "Bệnh viện Phục hồi chức năng Sông Hậu"),
    ],
)
def test_look_alikes_are_two(names: Names, one: str, other: str) -> None:
    assert likeness(identity(names, one), identity(names, other)) < SAME


def test_an_unknown_body_stays_its_own(names: Names) -> None:
    body = identity(names, "Ngân hàng TMCP Ngoại thương Sao Băng", kind="company")
    assert body.known is None
    assert likeness(body, identity(names, "Vietcombank", kind="company")) < SAME


def test_a_part_or_namesake_of_a_known_body_is_not_that_body(names: Names) -> None:
    assert identity(names, "FPT Software", kind="company").known is None
    assert identity(names, "Trường Đại học FPT", "2018-03-04", "school", "FPT").known is None
    branch = identity(names, "Agribank chi nhánh tỉnh Hà Giang", kind="company")
    assert (branch.known, branch.province) == ("agribank", "Hà Giang")


def test_a_known_body_has_the_name_of_the_day(names: Names) -> None:
    assert identity(names, "Vietcombank", "2005-01-01").name == "Ngân hàng Ngoại thương Việt Nam"
    assert identity(names, "Vietcombank", "2015-01-01").name == "Ngân hàng TMCP Ngoại thương Việt Nam"


def test_a_body_that_went_into_another_says_so(names: Names) -> None:
    assert identity(names, "Habubank", "2010-01-01").successor == "Ngân hàng TMCP Sài Gòn - Hà Nội"


@pytest.mark.parametrize(
    ("province", "day", "today"),
    [
        ("Bến Tre", "2014-02-25", ("Vĩnh Long",)),
        ("Hà Tây", "2007-05-17", ("Hà Nội",)),
        ("Hà Bắc", "1995-01-01", ("Bắc Ninh",)),
        ("Hậu Giang", "1990-01-01", ("Cần Thơ",)),
        ("Nghệ Tĩnh", "1985-01-01", ("Hà Tĩnh", "Nghệ An")),
        ("Lai Châu", "2002-01-01", ("Lai Châu", "Điện Biên")),
        ("Lai Châu", "2010-01-01", ("Lai Châu",)),
    ],
)
def test_a_province_has_that_of_today_beside_it(names: Names, province: str, day: str, today: tuple[str, ...]) -> None:
    body = identity(names, f"Sở Y tế tỉnh {province}", day)
    assert (body.province, body.today) == (province, today)


def test_a_department_is_resolved_by_the_day_of_its_document(names: Names) -> None:
    old = identity(names, "Sở Thông tin và Truyền thông tỉnh Bến Tre", "2018-03-04")
    assert old.became is not None
    assert old.became.name == "Sở Khoa học và Công nghệ"
    assert identity(names, "Sở Khoa học và Công nghệ tỉnh Bến Tre", "2018-03-04").became is None
    oldest = identity(names, "Sở Bưu chính, Viễn thông Bến Tre", "2006-01-01")
    assert oldest.became is not None
    assert oldest.became.name == "Sở Khoa học và Công nghệ"


def test_a_later_teller_may_call_a_body_by_what_it_became(names: Names) -> None:
    old = identity(names, "Sở Thông tin và Truyền thông tỉnh Bến Tre", "2018-03-04")
    assert likeness(old, identity(names, "Sở Khoa học và Công nghệ tỉnh Vĩnh Long", "2025-11-01")) >= SAME
    assert likeness(old, identity(names, "Sở Khoa học và Công nghệ tỉnh Bến Tre", "2018-03-04")) < SAME
    assert likeness(old, identity(names, "Sở Thông tin và Truyền thông tỉnh Vĩnh Long", "2018-03-04")) < SAME


def test_what_leaves_its_province_out_is_told(names: Names) -> None:
    assert identity(names, "Hội Nông dân tỉnh").elided
    assert identity(names, "UBND huyện Châu Thành").elided
    assert identity(names, "Sở Y tế").elided
    assert not identity(names, "Bộ Y tế").elided
    assert not identity(names, "Hội Nông dân Việt Nam").elided
    assert not identity(names, "Công ty Cổ phần Cấp nước Sao Băng", kind="company").elided
