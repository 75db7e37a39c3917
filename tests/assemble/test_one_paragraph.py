"""Agreements as documents: parties and who represents them in one paragraph, days, boards, columns, parts of items."""

from __future__ import annotations

import pytest

from camket.records import Agreement, CommitmentKind
from camket.run.flow import Kit

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"

ITEMS = ["Trồng 20 ha quế", "Mở 03 lớp nghề"]
GENERAL = "Điều 9. Điều khoản chung\n1. Hai bên giữ kín thông tin.\n"
CONTENT = f"Điều 1. Nội dung hợp tác\n1. {ITEMS[0]}.\n2. {ITEMS[1]}.\n{GENERAL}"
SCHOOL, FIRM = "Trường Trung cấp nghề Mường La", "Công ty TNHH Dệt Thao Giang"
BLOCKS = "BÊN A: Hội Nông dân xã Nậm Búng\nBÊN B: Trường THCS Nậm Búng"
AGREED = "Hội Nông dân huyện Văn Chấn và Hạt Kiểm lâm huyện Văn Chấn thống nhất ký kế hoạch phối hợp như sau:"


def document(opening: str, articles: str = CONTENT, *, signed: str = "") -> str:
    return f"{MOTTO}THỎA THUẬN HỢP TÁC\n\n{opening}\n\n{articles}\n{signed}"


def only(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(text).agreements
    return agreement


def parties(text: str, kit: Kit) -> list[str]:
    return [party.name for party in only(text, kit).parties]


def signers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    return [(one.name, one.party) for one in only(text, kit).signatories]


def areas(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(text).commitments if one.kind is CommitmentKind.AREA]


def pledges(text: str, kit: Kit) -> list[tuple[str, object]]:
    return [(one.text, one.actors) for one in kit.extract(text).commitments if one.kind is CommitmentKind.PLEDGE]


@pytest.mark.parametrize(
    ("paragraph", "calls"),
    [
        (
            (
                f"Thỏa thuận này được ký ngày 12/4/2021 giữa {SCHOOL} (sau đây gọi tắt là Nhà trường) và {FIRM} (dưới đây gọi là "
                "Doanh nghiệp), trước sự chứng kiến của Sở Nội vụ tỉnh Sơn La, gồm các điều khoản sau:"
            ),
            ("Nhà trường", "Doanh nghiệp"),
        ),
        (
            (
                f"Hôm nay, hai bên gồm {SCHOOL} (gọi tắt là Trường), địa chỉ tại thị trấn Ít Ong, và {FIRM} (gọi tắt là Công ty), "
                "địa chỉ tại xã Mường Bú, cùng thỏa thuận:"
            ),
            ("Trường", "Công ty"),
        ),
    ],
)
def test_bodies_of_one_paragraph_are_called_by_their_asides(paragraph: str, calls: tuple[str, str], kit: Kit) -> None:
    one, other = calls
    duties = f"Điều 1. Trách nhiệm\n1. {one} cử 20 học viên.\n2. {other} tặng 30 máy may.\n{GENERAL}"
    text = document(paragraph, duties)
    assert parties(text, kit) == [SCHOOL, FIRM]
    assert pledges(text, kit) == [("cử 20 học viên", ("p1",)), ("tặng 30 máy may", ("p2",))]


@pytest.mark.parametrize(
    "paragraph",
    [
        (
            "{} (sau đây gọi là Bên A), do bà Lò Thị Én - Hiệu trưởng làm đại diện và {} (sau đây gọi là Bên B), "
            "do ông Đỗ Văn Khoa - Giám đốc làm đại diện, cùng thỏa thuận như sau:"
        ),
        (
            "{} (sau đây gọi là Bên A), người đại diện: bà Lò Thị Én, Hiệu trưởng; {} (sau đây gọi là Bên B), "
            "người đại diện: ông Đỗ Văn Khoa, Giám đốc."
        ),
    ],
)
def test_each_party_of_one_paragraph_has_its_own_representative(paragraph: str, kit: Kit) -> None:
    signed = "ĐẠI DIỆN CÁC BÊN\n\nĐỗ Văn Khoa\n\nLò Thị Én\n"
    text = document(f"Chúng tôi gồm:\n\n{paragraph.format(SCHOOL, FIRM)}", signed=signed)
    assert parties(text, kit) == [SCHOOL, FIRM]
    assert signers(text, kit) == [("Đỗ Văn Khoa", "p2"), ("Lò Thị Én", "p1")]


def test_bodies_that_face_each_other_stay_in_their_order(kit: Kit) -> None:
    opening = f"Giữa\n\nTrường Cao đẳng Lam Kinh\n\nVà\n\n{SCHOOL}\n\n{SCHOOL}, gọi tắt là Trường Mường La, cần bồi dưỡng giáo viên."
    assert parties(document(opening), kit) == ["Trường Cao đẳng Lam Kinh", SCHOOL]


def test_how_the_parties_agree_is_no_more_of_a_name(kit: Kit) -> None:
    bodies = ["Hội Nông dân huyện Văn Chấn", "Hạt Kiểm lâm huyện Văn Chấn"]
    opening = (
        f"Đại diện hai bên gồm:\nBÊN A: {bodies[0]}\nBÊN B: {bodies[1]}, cùng thống nhất ký kế hoạch phối hợp như sau:"
    )
    assert parties(document(opening), kit) == bodies


@pytest.mark.parametrize(
    ("board", "body"),
    [
        ("Ban Thường vụ Tỉnh đoàn Yên Bái", "Tỉnh đoàn"),
        ("Ban Chấp hành Hội Cựu chiến binh tỉnh Yên Bái", "Hội Cựu chiến binh tỉnh"),
        ("Đảng ủy Công an huyện Văn Chấn", "Công an huyện"),
    ],
)
def test_a_board_stands_for_the_body_that_it_acts_for(board: str, body: str, kit: Kit) -> None:
    duties = f"II. TRÁCH NHIỆM\n1. {body} cử 50 tình nguyện viên.\n2. Sở Nội vụ cấp 900 bộ sách.\n"
    text = document(
        f"{board} và Sở Nội vụ tỉnh Yên Bái thống nhất ban hành kế hoạch phối hợp như sau:",
        f"I. NỘI DUNG PHỐI HỢP\n1. {ITEMS[0]}.\n{duties}",
    )
    assert pledges(text, kit) == [("cử 50 tình nguyện viên", ("p1",)), ("cấp 900 bộ sách", ("p2",))]


@pytest.mark.parametrize(
    "before",
    [
        "Chúng tôi gặp nhau sáng hôm nay, ngày 9/10/2018",
        "Căn cứ Nghị quyết ngày 3/2/2018, hôm nay ngày 9 tháng 10 năm 2018",
        "Được sự nhất trí của Đảng ủy xã, ngày hôm nay 9/10/2018",
    ],
)
def test_today_stands_within_the_sentence_and_its_day(before: str, kit: Kit) -> None:
    agreement = only(document(f"{before}, tại xã Nậm Búng, chúng tôi gồm:\n{BLOCKS}"), kit)
    assert (agreement.signed_on, agreement.place) == ("2018-10-09", "xã Nậm Búng")


@pytest.mark.parametrize(
    ("grounds", "end", "told"),
    [
        (
            "Căn cứ Bản ghi nhớ ký tại Hà Nội ngày 4/6/2015;",
            "Làm tại Nậm Búng, ngày 9/10/2018",
            ("2018-10-09", "Nậm Búng"),
        ),
        ("Trên cơ sở Bản ghi nhớ ký tại Hà Nội ngày 4/6/2015 giữa Bộ Nội vụ và Bộ Y tế;", "", (None, None)),
    ],
)
def test_the_day_and_place_of_the_grounds_are_not_its_own(
    grounds: str, end: str, told: tuple[str | None, str | None], kit: Kit
) -> None:
    agreement = only(document(f"{grounds}\n{BLOCKS}", signed=f"{end}\n"), kit)
    assert (agreement.signed_on, agreement.place) == told


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        (
            "ĐẠI DIỆN BÊN A\nChủ tịch: Lò Văn Ún (đã ký)\n\nĐẠI DIỆN BÊN B\nHiệu trưởng: Đỗ Thị Mây (đã ký)\n",
            ["Lò Văn Ún", "Đỗ Thị Mây"],
        ),
        (
            "ĐẠI DIỆN BÊN A          ĐẠI DIỆN BÊN B\nChủ tịch: Lò Văn Ún     Hiệu trưởng: Đỗ Thị Mây\n",
            ["Lò Văn Ún", "Đỗ Thị Mây"],
        ),
        (
            "ĐẠI DIỆN BÊN A          ĐẠI DIỆN BÊN B\n(đã ký)                 (đã ký)\n\nY'Bhem Ksơr             H'Loan Mlô\n",
            ["Y'Bhem Ksơr", "H'Loan Mlô"],
        ),
        (
            "ĐẠI DIỆN BÊN A\n(đã ký)\n\nH’Duyên Adrơng\n\nĐẠI DIỆN BÊN B\n(đã ký)\n\nĐỗ Thị Mây\n",
            ["H’Duyên Adrơng", "Đỗ Thị Mây"],
        ),
    ],
)
def test_names_sign_behind_their_offices_and_as_highlanders_write_them(signed: str, told: list[str], kit: Kit) -> None:
    assert signers(document(BLOCKS, signed=signed), kit) == list(zip(told, ("p1", "p2"), strict=True))


def test_the_command_of_a_district_has_a_commander_at_its_head(kit: Kit) -> None:
    bodies = "Ban Chỉ huy Quân sự huyện Văn Chấn, Trường THPT Sơn Thịnh và Hạt Kiểm lâm Văn Chấn"
    heads, persons = ("HẠT TRƯỞNG", "CHỈ HUY TRƯỞNG", "HIỆU TRƯỞNG"), ("Đỗ Thị Mây", "Lò Văn Ún", "Hà Văn Sơn")
    signed = "\n\n".join("".join(f"{cell:26}" for cell in line).rstrip() for line in (heads, persons))
    text = document(f"{bodies} thống nhất ký kế hoạch phối hợp như sau:", signed=f"{signed}\n")
    assert signers(text, kit) == list(zip(persons, ("p3", "p1", "p2"), strict=True))


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("NỘI DUNG, HÌNH THỨC PHỐI HỢP", ITEMS),
        ("NỘI DUNG VÀ PHƯƠNG THỨC PHỐI HỢP", ITEMS),
        ("KINH PHÍ, HÌNH THỨC THANH TOÁN", []),
    ],
)
def test_forms_told_beside_the_content_leave_it_the_content(heading: str, told: list[str], kit: Kit) -> None:
    general = "II. ĐIỀU KHOẢN CHUNG\n1. Hằng năm hai bên sơ kết một lần.\n"
    text = document(AGREED, f"I. {heading}\n1. {ITEMS[0]}.\n2. {ITEMS[1]}.\n{general}")
    assert areas(text, kit) == told


@pytest.mark.parametrize(
    ("label", "own", "told"),
    [
        ("1. {}: ", "Vận động 200 hộ. Mở 03 lớp nghề", ["Vận động 200 hộ", "Mở 03 lớp nghề"]),
        ("1. Trách nhiệm của {}: ", "Vận động 200 hộ", ["Vận động 200 hộ"]),
        ("- Phần việc {}: ", "Vận động 200 hộ", ["Vận động 200 hộ"]),
    ],
)
def test_the_part_of_a_party_behind_its_name_has_sentences_and_a_label(
    label: str, own: str, told: list[str], kit: Kit
) -> None:
    parts = f"{label.format('Hội Nông dân huyện')}{own}.\n{label.format('Hạt Kiểm lâm huyện')}Cấp 5 vạn cây giống.\n"
    text = document(AGREED, f"I. NỘI DUNG PHỐI HỢP\n1. {ITEMS[0]}.\nII. TỔ CHỨC THỰC HIỆN\n{parts}")
    assert pledges(text, kit) == [*((one, ("p1",)) for one in told), ("Cấp 5 vạn cây giống", ("p2",))]


@pytest.mark.parametrize(
    ("number", "below", "next_number"),
    [("1.1.", ("-", "-"), "1.2."), ("1.", ("1.1.", "1.2."), "2."), ("-", ("+", "+"), "-")],
)
def test_items_go_on_behind_those_of_which_a_sum_consists(
    number: str, below: tuple[str, str], next_number: str, kit: Kit
) -> None:
    articles = (
        f"Điều 1. Trách nhiệm\n{number} Hội Nông dân huyện góp 50 triệu đồng, trong đó:\n"
        f"{below[0]} Mua cây giống: 30 triệu đồng;\n{below[1]} Mua phân bón: 20 triệu đồng.\n"
        f"{next_number} Hội Nông dân huyện mở 03 lớp nghề.\n{GENERAL}"
    )
    assert pledges(document(AGREED, articles), kit) == [("góp 50 triệu đồng", ("p1",)), ("mở 03 lớp nghề", ("p1",))]
