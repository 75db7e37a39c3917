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
        ("Ủy ban Trung ương MTTQ Việt Nam", "Mặt trận Tổ quốc Việt Nam"),
        ("Trung ương Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("Thành đoàn TP.HCM", "Đoàn TNCS Hồ Chí Minh Thành phố Hồ Chí Minh"),
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


@pytest.mark.parametrize(
    ("name", "last", "before", "after"),
    [
        ("Petrovietnam", "2025-04-08", "Tập đoàn Dầu khí Việt Nam", "Tập đoàn Công nghiệp - Năng lượng Quốc gia Việt Nam"),
        ("VCCI", "2022-11-29", "Phòng Thương mại và Công nghiệp Việt Nam", "Liên đoàn Thương mại và Công nghiệp Việt Nam"),
        ("HaUI", "2025-11-19", "Trường Đại học Công nghiệp Hà Nội", "Đại học Công nghiệp Hà Nội"),
    ],
)  # fmt: skip
def test_a_name_ends_on_the_day_before_the_decision(
    names: Names, name: str, last: str, before: str, after: str
) -> None:
    assert identity(names, name, last).name == before
    assert identity(names, name, f"{last[:-2]}{int(last[-2:]) + 1:02}").name == after


@pytest.mark.parametrize(
    ("name", "successor"),
    [
        ("Habubank", "Ngân hàng TMCP Sài Gòn - Hà Nội"),
        ("MDB", "Ngân hàng TMCP Hàng Hải Việt Nam"),
        ("Ngân hàng Phát triển nhà ĐBSCL", "BIDV"),
    ],
)
def test_a_body_that_went_into_another_says_so(names: Names, name: str, successor: str) -> None:
    assert identity(names, name, "2010-01-01").successor == identity(names, successor, "2016-01-01").name


@pytest.mark.parametrize(
    ("name", "day", "province", "whole"),
    [
        ("UBND thành phố Huế", "2018-01-01", "Thừa Thiên Huế", False),
        ("UBND thành phố Huế", "2025-01-01", "Huế", True),
        ("UBND thành phố Bắc Ninh", "2026-09-19", "Bắc Ninh", False),
        ("UBND thành phố Bắc Ninh", "2026-09-20", "Bắc Ninh", True),
        ("UBND thành phố Cần Thơ", "2003-12-31", "Cần Thơ", False),
        ("UBND thành phố Cần Thơ", "2004-01-01", "Cần Thơ", True),
        ("UBND thành phố Đồng Nai", "2026-05-01", "Đồng Nai", True),
    ],
)
def test_a_city_is_the_province_from_its_day_on(names: Names, name: str, day: str, province: str, whole: bool) -> None:  # noqa: FBT001
    body = identity(names, name, day)
    assert body.province == province
    assert (body.core == ("ủy", "ban", "nhân", "dân")) is whole


@pytest.mark.parametrize("province", ["Quảng Nam - Đà Nẵng", "Gia Lai - Kon Tum", "Vũng Tàu - Côn Đảo"])
def test_a_province_of_old_is_not_taken_for_the_one_that_its_name_ends_with(names: Names, province: str) -> None:
    body = identity(names, f"Sở Y tế tỉnh {province}", "1990-01-01")
    assert (body.core, body.province) == (("sở", "y", "tế"), province)


@pytest.mark.parametrize(
    ("province", "day", "today"),
    [
        ("Bến Tre", "2014-02-25", ("Vĩnh Long",)),
        ("Hà Tây", "2007-05-17", ("Hà Nội",)),
        ("Hà Bắc", "1995-01-01", ("Bắc Ninh",)),
        ("Hà Nam Ninh", "1990-01-01", ("Ninh Bình",)),
        ("Đồng Nai", "1990-01-01", ("Hồ Chí Minh", "Đồng Nai")),
        ("Đồng Nai", "2000-01-01", ("Đồng Nai",)),
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


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo"),
        ("Ban Dân tộc tỉnh Lạng Sơn", "Sở Dân tộc và Tôn giáo tỉnh Lạng Sơn"),
    ],
)
def test_a_department_may_become_one_of_another_kind(names: Names, old: str, new: str) -> None:
    assert likeness(identity(names, old, "2020-01-01"), identity(names, new, "2025-05-01")) >= SAME
    assert likeness(identity(names, old, "2020-01-01"), identity(names, new, "2020-01-01")) < SAME


def test_a_later_teller_may_call_a_body_by_what_it_became(names: Names) -> None:
    old = identity(names, "Sở Thông tin và Truyền thông tỉnh Bến Tre", "2018-03-04")
    assert likeness(old, identity(names, "Sở Khoa học và Công nghệ tỉnh Vĩnh Long", "2025-11-01")) >= SAME
    assert likeness(old, identity(names, "Sở Khoa học và Công nghệ tỉnh Bến Tre", "2018-03-04")) < SAME
    assert likeness(old, identity(names, "Sở Thông tin và Truyền thông tỉnh Vĩnh Long", "2018-03-04")) < SAME


def test_a_name_that_ends_with_that_of_a_province_may_be_of_none(names: Names) -> None:
    assert identity(names, "Đoàn TNCS Hồ Chí Minh").province is None
    assert identity(names, "Học viện Chính trị quốc gia Hồ Chí Minh").province is None


def test_what_leaves_its_province_out_is_told(names: Names) -> None:
    assert identity(names, "Hội Nông dân tỉnh").elided
    assert identity(names, "UBND huyện Châu Thành").elided
    assert identity(names, "Sở Y tế").elided
    assert not identity(names, "Bộ Y tế").elided
    assert not identity(names, "Hội Nông dân Việt Nam").elided
    assert not identity(names, "Công ty Cổ phần Cấp nước Sao Băng", kind="company").elided
