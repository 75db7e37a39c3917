"""Agreements as documents of many offices: who agrees and signs, when and where, and what lists and articles hold."""

from __future__ import annotations

import pytest

from camket.records import Agreement, CommitmentKind
from camket.run.flow import Kit

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"

AREAS = ["Tuần tra rừng giáp ranh", "Tập huấn chữa cháy rừng"]
GENERAL = "II. ĐIỀU KHOẢN CHUNG\n1. Hằng năm hai bên sơ kết một lần.\n"
CONTENT = f"I. NỘI DUNG PHỐI HỢP\n1. {AREAS[0]}.\n2. {AREAS[1]}.\n{GENERAL}"
AGREED = "Hạt Kiểm lâm huyện Tủa Chùa và Huyện đoàn Tủa Chùa thống nhất ký kế hoạch phối hợp như sau:"
SIDES = ["HẠT KIỂM LÂM HUYỆN TỦA CHÙA", "HUYỆN ĐOÀN TỦA CHÙA"]
BLOCKS = f"chúng tôi gồm:\nBÊN A: {SIDES[0]}\nBÊN B: {SIDES[1]}"
LAST = "Điều 2. Điều khoản chung\n1. Hằng năm hai bên sơ kết một lần.\nĐiều 3. Điều khoản thi hành\nKế hoạch được lập thành 02 bản.\n"
HELD = ("Hạt Kiểm lâm huyện", "Huyện đoàn")


def document(
    opening: str = AGREED, articles: str = CONTENT, *, title: str = "KẾ HOẠCH PHỐI HỢP", signed: str = ""
) -> str:
    return f"{MOTTO}{title}\n\n{opening}\n\n{articles}\n{signed}"


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
    ("bodies", "told"),
    [
        (
            "Thực hiện Biên bản giữa Huyện ủy Tủa Chùa và Huyện ủy Mường Chà ngày 03/4/2024, UBND huyện Tủa Chùa và UBND huyện Mường Chà",
            ["UBND huyện Tủa Chùa", "UBND huyện Mường Chà"],
        ),
        (
            "Các đơn vị thuộc Cụm thi đua số 3 gồm: Hội Phụ nữ xã Xá Nhè, Công an xã Xá Nhè và Trạm Y tế xã Xá Nhè",
            ["Hội Phụ nữ xã Xá Nhè", "Công an xã Xá Nhè", "Trạm Y tế xã Xá Nhè"],
        ),
        (
            "Cụm văn hóa số 4 bao gồm các đơn vị: Trường THCS Pa Tần, Trường Mầm non Hoa Mận và UBND xã Pa Tần",
            ["Trường THCS Pa Tần", "Trường Mầm non Hoa Mận", "UBND xã Pa Tần"],
        ),
        ("Hiệu trưởng Trường THCS Pa Tần và Chủ tịch UBND xã Pa Tần", ["Trường THCS Pa Tần", "UBND xã Pa Tần"]),
        ("Theo Nghị quyết 15; Trung đoàn 754 và Hạt Kiểm lâm Tủa Chùa", ["Trung đoàn 754", "Hạt Kiểm lâm Tủa Chùa"]),
        (
            "Thực hiện chỉ đạo của Tỉnh ủy; Đồn Biên phòng 317 Pa Tần, Lữ đoàn 82 (Quân khu 2) và Công an huyện Sìn Hồ",
            ["Đồn Biên phòng 317 Pa Tần", "Lữ đoàn 82", "Công an huyện Sìn Hồ"],
        ),
    ],
)
def test_who_agrees(bodies: str, told: list[str], kit: Kit) -> None:
    assert parties(document(f"{bodies} thống nhất ban hành kế hoạch phối hợp như sau:"), kit) == told


@pytest.mark.parametrize(
    "agreeing",
    [
        "thống nhất quy chế phối hợp",
        "xây dựng kế hoạch liên tịch",
        "ban hành quy chế phối hợp",
        "cùng nhau ký kết bản kế hoạch",
        "ký kết giao ước thi đua",
        "tiến hành ký kết kế hoạch",
        "tổ chức ký kết kế hoạch phối hợp",
    ],
)
def test_words_by_which_bodies_agree_lead_the_document_in(agreeing: str, kit: Kit) -> None:
    text = document(f"Để giữ yên bản, Hội Nông dân huyện Mai Sơn và Công an huyện Mai Sơn {agreeing} như sau:")
    assert (parties(text, kit), areas(text, kit)) == (["Hội Nông dân huyện Mai Sơn", "Công an huyện Mai Sơn"], AREAS)


def test_who_agrees_in_the_sentence_that_leads_the_only_list_in_signs_below_it(kit: Kit) -> None:
    text = document(
        "Hội Phụ nữ xã Xá Nhè và Công an xã Xá Nhè cùng ký giao ước thi đua với các nội dung sau:",
        "1- Nhận đỡ đầu 12 em mồ côi.\n2- Lắp 30 bóng đèn ngõ xóm.\n",
        title="GIAO ƯỚC THI ĐUA",
        signed="ĐẠI DIỆN HỘI PHỤ NỮ XÃ\nLê Thị Nụ\n\nĐẠI DIỆN CÔNG AN XÃ\nTrần Văn Sáu\n",
    )
    assert parties(text, kit) == ["Hội Phụ nữ xã Xá Nhè", "Công an xã Xá Nhè"]
    assert signers(text, kit) == [("Lê Thị Nụ", "p1"), ("Trần Văn Sáu", "p2")]
    assert areas(text, kit) == ["Nhận đỡ đầu 12 em mồ côi", "Lắp 30 bóng đèn ngõ xóm"]


@pytest.mark.parametrize(
    ("facing", "below", "told"),
    [
        (
            "Giữa\n\nTrường Đại học Tân Trào, Việt Nam\n\nVà\n\nTrường Đại học Busan, Hàn Quốc",
            "Căn cứ nhu cầu;\nTrường Đại học Tân Trào và Trường Đại học Busan, do Sở Nội vụ (gọi tắt là Sở) giới thiệu, thỏa thuận:",
            ["Trường Đại học Tân Trào", "Trường Đại học Busan"],
        ),
        ("GIỮA\nCÔNG AN SÌN HỒ\nVÀ\nSỞ NỘI VỤ LAI CHÂU", "", ["CÔNG AN SÌN HỒ", "SỞ NỘI VỤ LAI CHÂU"]),
        ("giữa\nTập đoàn Hải Âu\nvới\nTỉnh đoàn Lai Châu", "", ["Tập đoàn Hải Âu", "Tỉnh đoàn Lai Châu"]),
    ],
)
def test_bodies_between_giua_and_va_are_the_parties(facing: str, below: str, told: list[str], kit: Kit) -> None:
    assert parties(document(f"{facing}\n\n{below}", title="THỎA THUẬN HỢP TÁC"), kit) == told


@pytest.mark.parametrize(("one", "other"), [("Bên A", "Bên B"), ("Trường Tân Trào", "Trường Busan")])
def test_calls_given_below_the_facing_bodies_stand_for_them(one: str, other: str, kit: Kit) -> None:
    text = document(
        "Giữa\n\nTrường Đại học Tân Trào\n\nVà\n\nTrường Đại học Busan\n\n"
        f"Để mở rộng quan hệ, Trường Đại học Tân Trào (sau đây gọi tắt là {one}) và "
        f"Trường Đại học Busan (sau đây gọi tắt là {other}) thỏa thuận như sau:",
        f"Điều 1. Nội dung hợp tác\n1. Trao đổi sinh viên.\nĐiều 2. Trách nhiệm\n"
        f"1. {one} bố trí chỗ ở cho giảng viên.\n2. {other} mở 02 lớp tiếng Hàn.\n",
        title="BẢN GHI NHỚ",
    )
    assert pledges(text, kit) == [("bố trí chỗ ở cho giảng viên", ("p1",)), ("mở 02 lớp tiếng Hàn", ("p2",))]


def test_the_name_of_a_party_stands_below_its_role(kit: Kit) -> None:
    text = document(
        "Hôm nay, ngày 05/3/2021, chúng tôi gồm:\n\nCƠ SỞ ĐÀO TẠO (BÊN A)\nTên đơn vị: TRƯỜNG CAO ĐẲNG Y TẾ LAI CHÂU\n"
        "Đại diện: Bà Lê Thị Nụ\n\nCƠ SỞ THỰC TẬP (BÊN B)\nTên đơn vị: TRUNG TÂM Y TẾ HUYỆN SÌN HỒ\nĐại diện: Ông Trần Văn Sáu",
        "Điều 1. Trách nhiệm của Bên A\n1. Cử 02 giảng viên.\nĐiều 2. Trách nhiệm của Bên B\n1. Bố trí chỗ ở cho sinh viên.\n",
        title="HỢP ĐỒNG ĐÀO TẠO",
    )
    assert parties(text, kit) == ["TRƯỜNG CAO ĐẲNG Y TẾ LAI CHÂU", "TRUNG TÂM Y TẾ HUYỆN SÌN HỒ"]
    assert pledges(text, kit) == [("Cử 02 giảng viên", ("p1",)), ("Bố trí chỗ ở cho sinh viên", ("p2",))]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ("bản Nậm Lùng, xã Pa Tần, huyện Sìn Hồ và bản Na Cô, xã Nà Hỳ, huyện Nậm Pồ", ["bản Nậm Lùng", "bản Na Cô"]),
        ("thị xã Sa Pa, tỉnh Lào Cai và thị xã Mường Lay, tỉnh Điện Biên", ["thị xã Sa Pa", "thị xã Mường Lay"]),
        ("thị xã Sa Pa, thị xã Nghĩa Lộ và thị xã Mường Lay", ["thị xã Sa Pa", "thị xã Nghĩa Lộ", "thị xã Mường Lay"]),
    ],
)
def test_where_places_that_become_friends_lie_is_no_party(places: str, told: list[str], kit: Kit) -> None:
    assert parties(document(title=f"BIÊN BẢN THỎA THUẬN\nVề kết nghĩa giữa {places}", opening=""), kit) == told


@pytest.mark.parametrize(
    ("bodies", "heads", "told"),
    [
        ("Công ty Cổ phần Chè Tam Đường và Trường THPT Nậm Tăm", ("HIỆU TRƯỞNG", "GIÁM ĐỐC"), ["p2", "p1"]),
        ("Bộ Chỉ huy Quân sự tỉnh Sơn La và Sở Nội vụ Sơn La", ("PHÓ GIÁM ĐỐC", "CHỈ HUY TRƯỞNG"), ["p2", "p1"]),
        ("Trường THPT Pa Tần và Trường THPT Nậm Tăm", ("HIỆU TRƯỞNG", "HIỆU TRƯỞNG"), ["p1", "p2"]),
        (
            "Đồn Biên phòng Pa Tần, Trường THPT Nậm Tăm và Hạt Kiểm lâm Sìn Hồ",
            ("HIỆU TRƯỞNG", "HẠT TRƯỞNG", "ĐỒN TRƯỞNG"),
            ["p2", "p3", "p1"],
        ),
    ],
)
def test_an_office_signs_for_the_body_that_has_it_at_its_head(
    bodies: str, heads: tuple[str, ...], told: list[str], kit: Kit
) -> None:
    persons = ("Lê Thị Nụ", "Trần Văn Sáu", "Hoàng Văn Tám")[: len(heads)]
    signed = "\n".join("".join(f"{cell:28}" for cell in line).rstrip() for line in (heads, persons))
    text = document(f"{bodies} thống nhất ký kết kế hoạch phối hợp như sau:", signed=signed)
    assert signers(text, kit) == list(zip(persons, told, strict=True))


@pytest.mark.parametrize(
    "opening",
    [
        "BÊN A: {}\nBÊN B: {}\nBên A do bà Lê Thị Nụ làm đại diện.\nBên B do ông Trần Văn Sáu làm đại diện.",
        "Được lập giữa:\n{} (gọi tắt là HKL)\n{} (gọi tắt là HĐTC)\nHKL do bà Lê Thị Nụ làm đại diện, thỏa thuận như sau:",
    ],
)
def test_who_represents_a_party_is_told_in_one_paragraph_with_its_short_name(opening: str, kit: Kit) -> None:
    signed = "ĐẠI DIỆN CÁC BÊN\n\nLê Thị Nụ\n\nTrần Văn Sáu\n"
    text = document(opening.format(*SIDES), title="THỎA THUẬN HỢP TÁC", signed=signed)
    assert signers(text, kit) == [("Lê Thị Nụ", "p1"), ("Trần Văn Sáu", "p2")]


@pytest.mark.parametrize("office", ["Phó Bí thư, được ông Lý A Bảy ủy quyền", "Bí thư; người liên hệ: bà Tô Thị Bảy"])
def test_who_else_the_line_of_an_office_names_represents_nobody(office: str, kit: Kit) -> None:
    opening = (
        f"Chúng tôi gồm:\nBÊN A: {SIDES[0]}\nĐại diện: Bà Lê Thị Nụ\nChức vụ: Hạt trưởng\n"
        f"BÊN B: {SIDES[1]}\nĐại diện: Ông Trần Văn Sáu\nChức vụ: {office}"
    )
    text = document(opening, signed="ĐẠI DIỆN BÊN A       ĐẠI DIỆN BÊN B\n(đã ký)              (đã ký)\nLê Thị Nụ\n")
    assert signers(text, kit) == [("Lê Thị Nụ", "p1"), ("Trần Văn Sáu", "p2")]


@pytest.mark.parametrize("mark", ["Trang 2/4", "Page 2"])
def test_the_mark_of_a_page_is_no_item(mark: str, kit: Kit) -> None:
    text = document(articles=f"I. NỘI DUNG PHỐI HỢP\n1. {AREAS[0]}.\n{mark}\n2. {AREAS[1]}.\n{GENERAL}")
    assert areas(text, kit) == AREAS


UNDER_NAMES = "1. {}\n- Cấp 20 bình phun.\n- Phát 500 tờ rơi.\n2. {}\n- Cử 50 đoàn viên.\n3. Kế hoạch này gửi các xã.\n"
BEHIND_NAMES = "1. {}: Cấp 20 bình phun; phát 500 tờ rơi.\n2. {}: Cử 50 đoàn viên.\n3. Kế hoạch này gửi các xã.\n"


@pytest.mark.parametrize(
    ("heading", "parts", "told"),
    [
        ("TỔ CHỨC THỰC HIỆN", UNDER_NAMES, [["Cấp 20 bình phun", "Phát 500 tờ rơi"], ["Cử 50 đoàn viên"]]),
        ("TỔ CHỨC THỰC HIỆN", BEHIND_NAMES, [["Cấp 20 bình phun", "phát 500 tờ rơi"], ["Cử 50 đoàn viên"]]),
        ("TRÁCH NHIỆM", "1. {}: biển báo, loa tay.\n2. {}: trực lửa.\n", [["biển báo, loa tay"], ["trực lửa"]]),
        ("KINH PHÍ", "1. {}: 20 triệu đồng.\n2. {}: 5 triệu đồng.\n", [[], []]),
    ],
)
def test_a_part_of_each_party_stands_under_its_name(heading: str, parts: str, told: list[list[str]], kit: Kit) -> None:
    text = document(articles=f"I. NỘI DUNG PHỐI HỢP\n1. {AREAS[0]}.\nII. {heading}\n{parts.format(*HELD)}")
    assert areas(text, kit) == AREAS[:1]
    assert pledges(text, kit) == [(one, (party,)) for party, own in zip(("p1", "p2"), told, strict=True) for one in own]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_items_and_parties_may_be_numbered_with_a_dash(dash: str, kit: Kit) -> None:
    text = document(
        f"Hôm nay, ngày 28/02/2013, tại xã Pa Tần, chúng tôi gồm có:\n1{dash} UBND xã Pa Tần\n2{dash} UBND xã Nậm Ban",
        f"I. NỘI DUNG THI ĐUA\n1{dash} Trồng 30 ha chè.\n2{dash} Làm 4 km đường.\n"
        f"II. TỔ CHỨC THỰC HIỆN\n1{dash} Phổ biến giao ước này.\n",
        title="GIAO ƯỚC THI ĐUA",
    )
    assert parties(text, kit) == ["UBND xã Pa Tần", "UBND xã Nậm Ban"]
    assert areas(text, kit) == ["Trồng 30 ha chè", "Làm 4 km đường"]


@pytest.mark.parametrize(
    ("duty", "of_which"),
    [
        ("hỗ trợ 60 triệu đồng", "- Mua loa: 40 triệu đồng;\n- Làm biển báo: 20 triệu đồng.\n"),
        ("góp 90 ngày công", "a) 50 ngày phát cỏ;\nb) 40 ngày trực chòi.\n"),
    ],
)
def test_of_what_a_sum_consists_is_no_item(duty: str, of_which: str, kit: Kit) -> None:
    held, other = HELD
    articles = (
        f"Điều 1. Trách nhiệm\n1. {held} {duty}, trong đó:\n{of_which}Điều 2. Trách nhiệm của {other}\n1. In báo.\n"
    )
    assert pledges(document(articles=articles), kit) == [(duty, ("p1",)), ("In báo", ("p2",))]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Hỗ trợ học sinh nghèo", "Cơ quan soạn thảo", ["Tặng 30 xe đạp"]),
        ("Mức hỗ trợ", "Chia sẻ rủi ro", ["Tặng 30 xe đạp"]),
        ("Chính sách ưu đãi", "Mức ưu đãi", ["Tặng 30 xe đạp", "Miễn phí gửi xe"]),
    ],
)
def test_articles_are_headed_by_acts_and_by_offers(first: str, second: str, told: list[str], kit: Kit) -> None:
    articles = f"Điều 1. {first}\n1. Tặng 30 xe đạp.\nĐiều 2. {second}\n1. Miễn phí gửi xe.\n"
    assert areas(document(articles=articles), kit) == told


@pytest.mark.parametrize("heading", ["Giải ngân và chuyển tiền", "Giao nhận cây"])
def test_articles_on_how_it_is_paid_and_handed_over_hold_no_items(heading: str, kit: Kit) -> None:
    chapter = f"Chương I\nNỘI DUNG HỢP TÁC\nĐiều 1. Cây giống\n1. Tặng 30 vạn cây.\nĐiều 2. {heading}\n1. Lập sổ.\n"
    assert areas(document(articles=chapter), kit) == ["Tặng 30 vạn cây"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CHƯƠNG TRÌNH\nPhối hợp bảo vệ rừng đầu nguồn", "coordination"),
        ("CHƯƠNG TRÌNH\nHợp tác về đào tạo nghề rừng", "programme"),
        ("NGHỊ QUYẾT\nLiên tịch về giữ rừng đầu nguồn", "coordination"),
    ],
)
def test_a_title_goes_on_in_its_second_line(title: str, kind: str, kit: Kit) -> None:
    text = document(title=title)
    assert (only(text, kit).kind, areas(text, kit)) == (kind, AREAS)


@pytest.mark.parametrize(
    "before", ["Được Huyện ủy đồng ý, hôm nay, chiều", "Theo Nghị quyết ngày 05/01/2019, hôm nay, sáng"]
)
def test_today_may_stand_within_the_sentence(before: str, kit: Kit) -> None:
    agreement = only(document(f"{before} ngày 12/02/2019, tại thị trấn Tủa Chùa, {BLOCKS}"), kit)
    assert (agreement.signed_on, agreement.place) == ("2019-02-12", "thị trấn Tủa Chùa")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("tại Bệnh viện Hữu nghị Việt Đức", "Bệnh viện Hữu nghị Việt Đức"),
        ("theo giấy mời của Sở Nội vụ, tại Trường Đại học Hoa Sen", "Trường Đại học Hoa Sen"),
        ("tại Bệnh viện Hữu nghị Việt Đức, thành phố Lai Châu", "thành phố Lai Châu"),
    ],
)
def test_the_hall_of_a_body_is_the_place_where_no_locality_is_told(told: str, place: str, kit: Kit) -> None:
    assert only(document(f"Hôm nay, ngày 12/02/2019, {told}, {BLOCKS}"), kit).place == place


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (
            (
                "Điều 1\n1. Về kinh tế: Hai Bên tạo điều kiện cho doanh nghiệp tham gia hội chợ.\n2. Về lao động: Hạt Kiểm lâm cử 5 cán bộ; "
                "Huyện đoàn tuyển chọn 20 thanh niên.\n3. Về văn hóa: trao đổi đoàn nghệ thuật.\n"
            ),
            [
                ("kinh tế", "all"),
                ("tạo điều kiện cho doanh nghiệp tham gia hội chợ", "all"),
                ("lao động", "all"),
                ("cử 5 cán bộ", ("p1",)),
                ("tuyển chọn 20 thanh niên", ("p2",)),
                ("văn hóa", "all"),
                ("trao đổi đoàn nghệ thuật", "all"),
            ],
        ),
        (
            "Điều 1. Phạm vi hợp tác\nHai bên hợp tác trong các lĩnh vực: đào tạo nghề rừng, nghiên cứu giống cây và phát triển nuôi ong.\n",
            [("đào tạo nghề rừng", "all"), ("nghiên cứu giống cây", "all"), ("phát triển nuôi ong", "all")],
        ),
        (
            "Điều 1. Nội dung\nHạt Kiểm lâm tổ chức gieo ươm 2 vườn cây, Huyện đoàn trồng 3 ha rừng.\n",
            [("tổ chức gieo ươm 2 vườn cây", ("p1",)), ("trồng 3 ha rừng", ("p2",))],
        ),
        (
            "Điều 1. Nội dung\nHạt Kiểm lâm và Huyện đoàn cử cán bộ tham gia tuần tra rừng.\n",
            [("cử cán bộ tham gia tuần tra rừng", ("p1", "p2"))],
        ),
    ],
)
def test_who_does_what_in_an_article(articles: str, expected: list[tuple[str, object]], kit: Kit) -> None:
    text = document(articles=f"{articles}{LAST}")
    assert [(one.text, one.actors) for one in kit.extract(text).commitments] == expected


def test_a_day_left_blank_gives_the_year_and_an_old_document_no_day(kit: Kit) -> None:
    blank = document(signed="Đà Nẵng, ngày ... tháng ... năm 2024")
    assert only(blank, kit).signed_on == "2024"
    old = document(
        opening=f"Điện Biên, ngày 08 tháng 4 năm 2025\n\nKế thừa Chương trình đã ký ngày 11/9/2020,\n{AGREED}"
    )
    assert only(old, kit).signed_on == "2025-04-08"


def test_a_phase_in_an_item_is_no_term_of_the_document(kit: Kit) -> None:
    articles = "Điều 1. Nội dung\n1. Hoàn thành vườn ươm giai đoạn 1 trước ngày 31/12/2023.\n"
    assert only(document(articles=f"{articles}{LAST}"), kit).period is None


def test_what_the_last_of_a_row_is_called_is_told_of_it_alone(kit: Kit) -> None:
    opening = (
        "Sở Tư pháp tỉnh Hà Lâm, Đoàn Luật sư tỉnh Hà Lâm, Báo và Đài Phát thanh Hà Lâm (sau đây gọi là Báo và Đài Hà Lâm) "
        "thống nhất ký kết kế hoạch phối hợp như sau:"
    )
    expected = ["Sở Tư pháp tỉnh Hà Lâm", "Đoàn Luật sư tỉnh Hà Lâm", "Báo và Đài Phát thanh Hà Lâm"]
    assert [name.partition(" (")[0] for name in parties(document(opening), kit)] == expected


def test_items_marked_inside_a_sentence_are_of_who_begins_it(kit: Kit) -> None:
    articles = "Điều 1. Nội dung\n1.1. Hạt Kiểm lâm cam kết (i) gieo ươm 2 vườn cây; và (ii) cử 5 cán bộ.\n1.2. Huyện đoàn sẽ: (i) trồng 3 ha rừng.\n"
    told = [(one.text, one.actors) for one in kit.extract(document(articles=f"{articles}{LAST}")).commitments]
    assert told == [("gieo ươm 2 vườn cây", ("p1",)), ("cử 5 cán bộ", ("p1",)), ("trồng 3 ha rừng", ("p2",))]


def test_a_sentence_ends_after_the_letter_of_a_side(kit: Kit) -> None:
    articles = "Điều 1. Nội dung\nBên A sẽ gieo ươm 2 vườn cây cho Bên B. Bên B sẽ trồng 3 ha rừng.\n"
    told = [(one.text, one.actors) for one in kit.extract(document(BLOCKS, f"{articles}{LAST}")).commitments]
    assert told == [("gieo ươm 2 vườn cây cho Bên B", ("p1",)), ("trồng 3 ha rừng", ("p2",))]


CALLED = (
    "chúng tôi gồm có:\n1. CƠ SỞ GIÁO DỤC (Bên A): TRƯỜNG CAO ĐẲNG Y TẾ NẬM RỐM\nNgười đại diện: Ông LÒ VĂN TÁM\n"
    "2. CƠ SỞ THỰC HÀNH (Bên B): BỆNH VIỆN ĐA KHOA TỦA CHÙA\nNgười đại diện: Bà HÀ THỊ NỤ"
)


def test_parties_behind_what_they_are_and_their_role_in_brackets(kit: Kit) -> None:
    articles = f"Điều 1. Nội dung hợp tác\n1.1. {AREAS[0]}.\nĐiều 2. Trách nhiệm của Bên B\n2.1. {AREAS[1]}.\n{LAST}"
    text = document(CALLED, articles, title="THỎA THUẬN HỢP TÁC")
    assert parties(text, kit) == ["TRƯỜNG CAO ĐẲNG Y TẾ NẬM RỐM", "BỆNH VIỆN ĐA KHOA TỦA CHÙA"]
    assert (areas(text, kit), pledges(text, kit)) == ([AREAS[0]], [(AREAS[1], ("p2",))])


def test_ways_of_carrying_out_are_content_and_disputes_and_breaches_are_none(kit: Kit) -> None:
    articles = (
        f"Điều 1. Nội dung hợp tác\n1.1. {AREAS[0]}.\nĐiều 2. Hình thức thực hiện\n2.1. Hai Bên sẽ {AREAS[1].lower()}.\n"
        "Điều 3. Giải quyết bất đồng\nMọi bất đồng sẽ được hai Bên giải quyết bằng thương lượng.\n"
        "Điều 4. Trách nhiệm chung\n4.1. Bên nào vi phạm thì phải nhận lỗi.\n"
    )
    record = kit.extract(document(BLOCKS, articles, title="THỎA THUẬN HỢP TÁC"))
    assert [one.text for one in record.commitments] == [AREAS[0], AREAS[1].lower()]


GROUP = (
    "UBND TỈNH LAI CHÂU\nKHỐI THI ĐUA SỐ 3\n\nBẢN GIAO ƯỚC THI ĐUA\nNĂM 2021\n\nHưởng ứng phong trào thi đua của tỉnh.\n\nHôm nay, ngày 05 "
    "tháng 02 năm 2021, tại Hội trường Sở Y tế, Khối thi đua gồm 3 đơn vị:\n\n1. Ban Quản lý Khu kinh tế Ma Lù Thàng (Khối trưởng);\n2. "
    "Trung tâm Xúc tiến Đầu tư Lai Châu;\n3. Trường Cao đẳng nghề Lai Châu.\n\nThống nhất ký kết giao ước với các nội dung sau:\n\n"
    "I. THỰC HIỆN NHIỆM VỤ CHÍNH TRỊ\n\n1. Giải ngân vốn đạt từ 95% kế hoạch.\n\nII. CÔNG TÁC THI ĐUA, KHEN THƯỞNG\n\n1. Nhân rộng 02 điển "
    "hình tiên tiến.\n\nIII. PHÂN CÔNG TRONG KHỐI\n\n- Trường Cao đẳng nghề Lai Châu đào tạo 20 lao động.\n\nBản giao ước được lập thành 04 "
    "bản.\n\nĐẠI DIỆN CÁC ĐƠN VỊ\n\nBAN QUẢN LÝ KHU KINH TẾ\n(đã ký)\nLò Văn Tám\n"
)


def test_the_vow_of_a_group_has_its_members_and_all_its_sections(kit: Kit) -> None:
    assert parties(GROUP, kit) == [
        "Ban Quản lý Khu kinh tế Ma Lù Thàng", "Trung tâm Xúc tiến Đầu tư Lai Châu", "Trường Cao đẳng nghề Lai Châu",
    ]  # fmt: skip
    assert areas(GROUP, kit) == ["Giải ngân vốn đạt từ 95% kế hoạch", "Nhân rộng 02 điển hình tiên tiến"]
    assert pledges(GROUP, kit) == [("đào tạo 20 lao động", ("p3",))]


def test_what_is_said_in_minutes_is_no_content(kit: Kit) -> None:
    articles = (
        "I. THÀNH PHẦN\n1. UBND xã Nậm Sỏ\n- Ông Lò Văn Tám - Chủ tịch\n2. Điện lực Tân Uyên\n- Bà Hà Thị Nụ - Đội trưởng\n\nII. NỘI DUNG\n"
        "1. Bà Hà Thị Nụ báo cáo: còn 37 cây cao ngoài hành lang.\n2. Ý kiến của UBND xã: đề nghị thu hồi cáp thừa.\n\nIII. KẾT LUẬN\nCác bên "
        "thống nhất như sau:\n1. UBND xã Nậm Sỏ:\n- Vận động 8 hộ tháo dỡ mái che; nếu không chấp hành thì xử lý.\n2. Điện lực Tân Uyên:\n- "
        "Bó gọn, treo thẻ cáp tại 14 nút giao.\n"
    )
    text = document(
        "Hôm nay, ngày 9/9/2025, tại xã Nậm Sỏ, đã tiến hành buổi làm việc giữa UBND xã Nậm Sỏ và Điện lực Tân Uyên.",
        articles,
        title="BIÊN BẢN LÀM VIỆC",
    )
    assert [(one.text, one.actors) for one in kit.extract(text).commitments] == [
        ("Vận động 8 hộ tháo dỡ mái che", ("p1",)), ("Bó gọn, treo thẻ cáp tại 14 nút giao", ("p2",)),
    ]  # fmt: skip


def test_a_year_that_a_picture_lost_the_mark_of(kit: Kit) -> None:
    text = document(f"{AGREED}", title="KẾ HOẠCH PHỐI HỢP\nTủa Chùa, ngày 19 tháng 9 nãm 2014")
    assert only(text, kit).signed_on == "2014-09-19"


def test_a_row_of_bodies_with_their_brackets_that_sign_together(kit: Kit) -> None:
    text = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 03/QCPH/VKS-TA-THADS
Lâm Đồng, ngày 04 tháng 9 năm 2025

QUY CHẾ PHỐI HỢP LIÊN NGÀNH
Trong việc chuyển giao bản án

- Căn cứ Luật Thi hành án dân sự năm 2008;

Viện kiểm sát nhân dân tỉnh Lâm Đồng (sau đây viết tắt là VKSND tỉnh), Tòa án nhân dân tỉnh Lâm Đồng (TAND tỉnh) và Thi hành án dân sự tỉnh Lâm Đồng (THADS tỉnh) cùng ký Quy chế này.

Điều 1. Trách nhiệm của Tòa án nhân dân
1. Gửi bản án qua phần mềm liên thông.
2. Mở phiên họp xét miễn, giảm."""
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == [
        "Viện kiểm sát nhân dân tỉnh Lâm Đồng",
        "Tòa án nhân dân tỉnh Lâm Đồng (TAND tỉnh)",
        "Thi hành án dân sự tỉnh Lâm Đồng (THADS tỉnh)",
    ]
