from __future__ import annotations

import pytest

from camket.records import Agreement, Commitment, CommitmentKind, Record
from camket.run.flow import Kit

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"

DUTIES = """
Điều 1. Nội dung hợp tác
1. Trồng 20 ha rừng ngập mặn;
2. Dạy nghề nuôi ong cho thanh niên.
Điều 2. Trách nhiệm của Bên A
a) Giao đất sạch trước ngày 30/6/2021;
b) Cử 02 cán bộ theo dõi.
Điều 3. Quyền và nghĩa vụ của Bên B
a) Cấp 300.000 cây giống;
b) Được gắn bảng tên tại khu rừng.
Điều 4. Điều khoản chung
Thỏa thuận có hiệu lực từ ngày ký đến ngày 31/12/2025.
"""

SIGNED = """
ĐẠI DIỆN BÊN A                         ĐẠI DIỆN BÊN B
GIÁM ĐỐC                               CHỦ TỊCH
(đã ký)                                (đã ký)
Lò Văn Ún                              Marta van der Linden
"""

ROLE_LINES = """BÊN A: CHI CỤC KIỂM LÂM TỈNH SƠN LA
Đại diện: Ông Lò Văn Ún        Chức vụ: Chi cục trưởng
BÊN B: QUỸ RỪNG XANH (gọi tắt là GFF)
Người đại diện: Bà Marta van der Linden; chức vụ: Chủ tịch
"""
ROLES_ABOVE_NAMES = """BÊN GIAO ĐẤT (gọi tắt là Bên A)
Tên đơn vị: CHI CỤC KIỂM LÂM TỈNH SƠN LA
Đại diện: Ông Lò Văn Ún
Chức vụ: Chi cục trưởng
BÊN TRỒNG RỪNG (gọi tắt là Bên B)
Tên đơn vị: QUỸ RỪNG XANH
Đại diện: Bà Marta van der Linden
Chức vụ: Chủ tịch
"""
NUMBERED = """I. CHI CỤC KIỂM LÂM TỈNH SƠN LA (Bên A)
Đại diện: Ông Lò Văn Ún
II. QUỸ RỪNG XANH (Bên B)
Đại diện: Bà Marta van der Linden
"""
CALLED_BELOW = """I. CHI CỤC KIỂM LÂM TỈNH SƠN LA
Đại diện: Ông Lò Văn Ún        Chức vụ: Chi cục trưởng
(Sau đây gọi là "Bên A")
II. QUỸ RỪNG XANH
Đại diện: Bà Marta van der Linden        Chức vụ: Chủ tịch
(Sau đây gọi là "Bên B")
"""


def read(parties: str, kit: Kit, *, duties: str = DUTIES, signed: str = SIGNED) -> Record:
    head = "THỎA THUẬN HỢP TÁC\n\nHôm nay, ngày 05/3/2021, tại thành phố Sơn La, chúng tôi gồm:\n"
    return kit.extract(MOTTO + head + parties + duties + signed)


def only(record: Record) -> Agreement:
    (agreement,) = record.agreements
    return agreement


def told(commitments: tuple[Commitment, ...], kind: CommitmentKind) -> list[tuple[str, object]]:
    return [(one.text, one.actors) for one in commitments if one.kind is kind]


@pytest.mark.parametrize("parties", [ROLE_LINES, ROLES_ABOVE_NAMES, NUMBERED, CALLED_BELOW])
def test_parties_day_term_and_duties_are_read_from_every_shape_of_party_block(parties: str, kit: Kit) -> None:
    record = read(parties, kit)
    agreement = only(record)
    assert [party.name for party in agreement.parties] == ["CHI CỤC KIỂM LÂM TỈNH SƠN LA", "QUỸ RỪNG XANH"]
    assert (agreement.signed_on, agreement.period) == ("2021-03-05", "2021-03-05/2025-12-31")
    assert [(one.name, one.party) for one in agreement.signatories] == [
        ("Lò Văn Ún", "p1"),
        ("Marta van der Linden", "p2"),
    ]
    assert told(record.commitments, CommitmentKind.AREA) == [
        ("Trồng 20 ha rừng ngập mặn", "all"),
        ("Dạy nghề nuôi ong cho thanh niên", "all"),
    ]
    assert told(record.commitments, CommitmentKind.PLEDGE) == [
        ("Giao đất sạch", ("p1",)),
        ("Cử 02 cán bộ theo dõi", ("p1",)),
        ("Cấp 300.000 cây giống", ("p2",)),
    ]


def test_a_short_name_in_brackets_and_the_office_of_a_representative_are_kept(kit: Kit) -> None:
    agreement = only(read(ROLE_LINES, kit))
    assert "GFF" in agreement.parties[1].aliases
    assert [one.title for one in agreement.signatories] == ["Chi cục trưởng", "Chủ tịch"]


def test_columns_of_signatures_may_stand_in_another_order_than_the_parties(kit: Kit) -> None:
    swapped = """
QUỸ RỪNG XANH                          CHI CỤC KIỂM LÂM
(đã ký)                                (đã ký)
Marta van der Linden                   Lò Văn Ún
"""
    agreement = only(read(ROLE_LINES, kit, signed=swapped))
    assert [(one.name, one.party) for one in agreement.signatories] == [
        ("Marta van der Linden", "p2"),
        ("Lò Văn Ún", "p1"),
    ]


def test_a_heading_holds_for_all_that_stands_under_it(kit: Kit) -> None:
    duties = """
Chương I
NỘI DUNG PHỐI HỢP
Điều 1. Hai bên cùng làm những việc sau:
1. Tuần tra ven suối;
2. Thả cá giống hằng năm.
Chương II
TRÁCH NHIỆM CỦA MỖI BÊN
Điều 2. Chi cục Kiểm lâm
a) Cấp bản đồ khu rừng.
Điều 3. Quỹ Rừng Xanh
a) Mua 05 bộ đàm cho tổ tuần tra.
Điều 4. Hai bên thành lập tổ công tác chung.
Chương III
TỔ CHỨC THỰC HIỆN
Điều 5. Kinh phí
Mỗi bên tự lo kinh phí cho phần việc của mình.
"""
    record = read(ROLE_LINES, kit, duties=duties)
    assert [one.text for one in record.commitments if one.kind is CommitmentKind.AREA] == [
        "Tuần tra ven suối",
        "Thả cá giống",
    ]
    assert told(record.commitments, CommitmentKind.PLEDGE) == [
        ("Cấp bản đồ khu rừng", ("p1",)),
        ("Mua 05 bộ đàm cho tổ tuần tra", ("p2",)),
        ("thành lập tổ công tác chung", "all"),
    ]


def test_an_agreement_without_motto_is_read_by_its_title_and_numbered_headings(kit: Kit) -> None:
    text = """BIÊN BẢN GHI NHỚ
GIỮA
BẢO TÀNG GỐM THỔ HÀ
VÀ
BẢO TÀNG ĐẤT NUNG SIENA

Bảo tàng Gốm Thổ Hà (sau đây gọi là "Bảo tàng Thổ Hà"), do bà Nguyễn Thị Khuyên, Giám đốc, làm đại diện; và
Bảo tàng Đất nung Siena (sau đây gọi là "MTS"), do ông Paolo Ricci, Giám đốc, làm đại diện.

1. Mục đích
Giữ gìn nghề gốm cổ.

2. Nội dung hợp tác
2.1. Trao đổi chuyên gia tu sửa;
2.2. Tổ chức trưng bày chung.

3. Trách nhiệm của các bên
3.1. MTS:
- Tặng 02 lò nung cho làng nghề.

Làm tại Bắc Giang, ngày 12 tháng 9 năm 2017, thành hai bản.

THAY MẶT BẢO TÀNG THỔ HÀ                    THAY MẶT MTS
Nguyễn Thị Khuyên                           Paolo Ricci
"""
    record = kit.extract(text)
    agreement = only(record)
    assert len(agreement.parties) == 2
    assert (agreement.kind, agreement.signed_on, agreement.place) == ("memorandum", "2017-09-12", "Bắc Giang")
    assert [one.name for one in agreement.signatories] == ["Nguyễn Thị Khuyên", "Paolo Ricci"]
    assert ("Tặng 02 lò nung cho làng nghề", ("p2",)) in told(record.commitments, CommitmentKind.PLEDGE)


def test_grounds_name_no_parties(kit: Kit) -> None:
    grounds = "Căn cứ Quy chế phối hợp giữa Bộ Công an và Bộ Tài chính;\n"
    agreement = only(
        kit.extract(
            MOTTO + "QUY CHẾ PHỐI HỢP\n" + grounds + NUMBERED.replace("I. CHI", "Chúng tôi gồm:\nI. CHI", 1) + DUTIES
        )
    )
    assert [party.name for party in agreement.parties] == ["CHI CỤC KIỂM LÂM TỈNH SƠN LA", "QUỸ RỪNG XANH"]


def test_numbered_party_blocks_are_no_articles(kit: Kit) -> None:
    numbered = """1. BÊN A: CHI CỤC KIỂM LÂM TỈNH SƠN LA
Đại diện: Ông Lò Văn Ún
2. BÊN B: QUỸ RỪNG XANH
Đại diện: Bà Marta van der Linden
"""
    assert [one.name for one in only(read(numbered, kit)).parties] == ["CHI CỤC KIỂM LÂM TỈNH SƠN LA", "QUỸ RỪNG XANH"]


def test_tabs_part_the_columns_of_signatures(kit: Kit) -> None:
    signed = "\nĐẠI DIỆN BÊN A\t\tĐẠI DIỆN BÊN B\nGIÁM ĐỐC\t\tCHỦ TỊCH\nLò Văn Ún\t\tMarta van der Linden\n"
    agreement = only(read(ROLE_LINES, kit, signed=signed))
    assert [(one.name, one.party) for one in agreement.signatories] == [
        ("Lò Văn Ún", "p1"),
        ("Marta van der Linden", "p2"),
    ]


def test_bodies_that_resolve_on_the_next_line_are_the_parties(kit: Kit) -> None:
    text = (
        MOTTO + "NGHỊ QUYẾT LIÊN TỊCH\nVề phối hợp trồng rừng\n\n"
        "Để phủ xanh đất trống, Ban Thường vụ Hội Nông dân tỉnh Sơn La và Sở Tài nguyên và Môi trường tỉnh Sơn La\n\n"
        "QUYẾT NGHỊ:\n\nI- NỘI DUNG PHỐI HỢP:\n1/ Truyền thông:\n- Mở 12 lớp tập huấn;\n- In 500 tờ rơi.\n"
        "II- PHÂN CÔNG TRÁCH NHIỆM:\n1/ Trách nhiệm của Hội Nông dân tỉnh:\n- Vận động 300 hộ trồng rừng.\n"
    )
    record = kit.extract(text)
    assert [one.name for one in only(record).parties] == [
        "Ban Thường vụ Hội Nông dân tỉnh Sơn La",
        "Sở Tài nguyên và Môi trường tỉnh Sơn La",
    ]
    assert told(record.commitments, CommitmentKind.AREA) == [
        ("Truyền thông", "all"),
        ("Mở 12 lớp tập huấn", "all"),
        ("In 500 tờ rơi", "all"),
    ]


def test_the_year_of_a_vow_is_its_period(kit: Kit) -> None:
    text = (
        MOTTO + "GIAO ƯỚC THI ĐUA\nNĂM 2013\n\nHôm nay, ngày 28/02/2013, tại thành phố Sơn La, chúng tôi gồm có:\n"
        "1. Thư viện tỉnh Sơn La\n2. Thư viện tỉnh Hà Nam\n\nI. NỘI DUNG THI ĐUA\n- Bổ sung 6.000 bản sách;\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Mỗi đơn vị phổ biến giao ước này.\n"
    )
    assert only(kit.extract(text)).period == "2013"


def test_a_line_that_goes_on_in_small_letters_is_of_the_item_above(kit: Kit) -> None:
    text = MOTTO + "THỎA THUẬN HỢP TÁC\n" + ROLE_LINES + DUTIES.replace("20 ha rừng", "20 ha\nrừng ở bãi bồi") + SIGNED
    assert "Trồng 20 ha rừng ở bãi bồi ngập mặn" in [
        " ".join(one.text.split()) for one in kit.extract(text).commitments
    ]


def test_a_pact_without_articles_is_read_by_its_only_list(kit: Kit) -> None:
    text = (
        MOTTO
        + "GIAO ƯỚC THI ĐUA\n\nHôm nay, ngày 15 tháng 02 năm 2017, tại hội trường UBND xã Chiềng Mai, chúng tôi gồm:\n"
        "1. UBND xã Chiềng Mai\n2. UBND xã Mường Bon\nCùng ký kết giao ước thi đua với các nội dung sau:\n"
        "1. Trồng mới 30 ha cây ăn quả.\n2. Làm 4 km đường bê tông.\n\n"
        "UBND XÃ CHIỀNG MAI\nCHỦ TỊCH\nLò Văn Ún\n\nUBND XÃ MƯỜNG BON\nCHỦ TỊCH\nCầm Thị Hoa\n"
    )
    record = kit.extract(text)
    (agreement,) = record.agreements
    assert [party.name for party in agreement.parties] == ["UBND xã Chiềng Mai", "UBND xã Mường Bon"]
    assert (agreement.signed_on, agreement.place) == ("2017-02-15", "hội trường UBND xã Chiềng Mai")
    assert [one.text for one in record.commitments] == ["Trồng mới 30 ha cây ăn quả", "Làm 4 km đường bê tông"]


def test_towns_that_make_a_statement_are_its_parties(kit: Kit) -> None:
    text = (
        "TUYÊN BỐ CHUNG\nvề quan hệ giữa thành phố Sơn La và thành phố Hoa Biển\n\nHai bên nhất trí:\n"
        "1. Trao đổi đoàn học sinh.\n2. Mở tuần lễ ẩm thực.\n\nLàm tại Sơn La, ngày 11 tháng 5 năm 2016.\n\n"
        "ĐẠI DIỆN THÀNH PHỐ SƠN LA\nLò Văn Ún\n"
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["thành phố Sơn La", "thành phố Hoa Biển"]


def test_what_is_in_force_from_the_day_of_signing_has_an_open_period(kit: Kit) -> None:
    text = (
        MOTTO + "THỎA THUẬN HỢP TÁC\nHôm nay, ngày 05 tháng 6 năm 2020, chúng tôi gồm:\n" + ROLE_LINES + DUTIES + SIGNED
    )
    (agreement,) = kit.extract(text.replace(" đến ngày 31/12/2025", "")).agreements
    assert agreement.period == "2020-06-05/.."


def test_an_addition_renews_what_it_adds_to(kit: Kit) -> None:
    text = (
        MOTTO + "PHỤ LỤC HỢP ĐỒNG SỐ 03\n(Kèm theo Hợp đồng số 12/HĐ ký ngày 02/3/2018)\n\n"
        "Hôm nay, ngày 28/02/2021, tại thành phố Sơn La, hai bên gồm:\n" + ROLE_LINES + DUTIES + SIGNED
    )
    agreement = only(kit.extract(text))
    assert (agreement.kind.value, agreement.signed_on) == ("contract", "2021-02-28")


def test_articles_of_two_languages_are_read_in_one(kit: Kit) -> None:
    text = """BẢN GHI NHỚ
MEMORANDUM OF UNDERSTANDING
Trường Đại học Mộc Lan và Trường Đại học Quốc gia Busan (sau đây gọi chung là "hai Bên") đã thỏa thuận như sau:
Moc Lan University and Busan National University (hereinafter called "the Parties") have agreed as follows:
Điều 1. Lĩnh vực hợp tác
Article 1. Areas of cooperation of the Parties
a) Trao đổi giảng viên ngành dược liệu;
a) Exchange of lecturers in the field of herbs;
b) Nghiên cứu chung về tre;
b) Joint research on bamboo;
Điều 2. Kinh phí
Article 2. Funding of the activities
Mỗi Bên tự lo chi phí đi lại.
Each Party shall bear the costs of its own travel.
Điều 3. Hiệu lực
Article 3. Entry into force of the memorandum
Bản ghi nhớ có hiệu lực trong 4 năm.
This memorandum shall be in force for four years.
Làm tại Sơn La, ngày 09 tháng 4 năm 2019.
Done in Son La on the ninth of April 2019 in two copies.

THAY MẶT TRƯỜNG                          THAY MẶT TRƯỜNG
ĐẠI HỌC MỘC LAN                          ĐẠI HỌC QUỐC GIA BUSAN
Nhà giáo ưu tú Lò Thị Ánh Mai            Park Ji-min
"""
    record = kit.extract(text)
    agreement = only(record)
    assert [party.name for party in agreement.parties] == [
        "Trường Đại học Mộc Lan",
        "Trường Đại học Quốc gia Busan",
    ]
    assert [(one.name, one.party) for one in agreement.signatories] == [("Lò Thị Ánh Mai", "p1"), ("Park Ji-min", "p2")]
    assert [one.text for one in record.commitments] == [
        "Trao đổi giảng viên ngành dược liệu",
        "Nghiên cứu chung về tre",
    ]


def test_minutes_name_the_sides_with_those_present_and_a_side_has_duties_by_its_country_or_noun(kit: Kit) -> None:
    text = (
        MOTTO + "BIÊN BẢN THỎA THUẬN\nVề quản lý bến đò\n\n"
        "Hồi 8 giờ ngày 03 tháng 4 năm 2016, tại thị trấn Mường La, thành phần gồm có:\n"
        "I. Đại diện UBND xã Chiềng Mai (Bên A):\n1. Ông Lò Văn Ún - Chủ tịch\n"
        "II. Đại diện Trường THCS Chiềng Mai (Bên B):\n1. Bà Cầm Thị Hoa - Hiệu trưởng\n"
        "Hai bên đi đến thỏa thuận:\n1. Xã Chiềng Mai có trách nhiệm:\n- Cấp 60 áo phao;\n"
        "2. Nhà trường có trách nhiệm:\n- Dạy bơi cho học sinh.\n\n"
        "UBND XÃ CHIỀNG MAI\nCHỦ TỊCH\n(Đã ký)\nTRƯỜNG THCS CHIỀNG MAI\nHIỆU TRƯỞNG\n(Đã ký)\nLò Văn Ún\nCầm Thị Hoa\n"
    )
    record = kit.extract(text)
    agreement = only(record)
    assert [party.name for party in agreement.parties] == ["UBND xã Chiềng Mai", "Trường THCS Chiềng Mai"]
    assert [(one.name, one.party) for one in agreement.signatories] == [("Lò Văn Ún", "p1"), ("Cầm Thị Hoa", "p2")]
    assert ("Dạy bơi cho học sinh", ("p2",)) in told(record.commitments, CommitmentKind.PLEDGE)


def test_rows_of_a_table_give_the_parties_and_those_who_sign(kit: Kit) -> None:
    rows = (
        "BÊN A | CHI CỤC KIỂM LÂM TỈNH SƠN LA\nĐại diện | Ông Lò Văn Ún\nChức vụ | Chi cục trưởng\n"
        "BÊN B | QUỸ RỪNG XANH\nĐại diện | Bà Marta van der Linden\nChức vụ | Chủ tịch\n"
    )
    signed = "\nĐẠI DIỆN BÊN A | ĐẠI DIỆN BÊN B\n(đã ký) | (đã ký)\nLò Văn Ún | Marta van der Linden\n"
    agreement = only(read(rows, kit, signed=signed))
    assert [party.name for party in agreement.parties] == ["CHI CỤC KIỂM LÂM TỈNH SƠN LA", "QUỸ RỪNG XANH"]
    assert [(one.name, one.party) for one in agreement.signatories] == [
        ("Lò Văn Ún", "p1"),
        ("Marta van der Linden", "p2"),
    ]


def test_blocks_of_parties_may_stand_beside_each_other(kit: Kit) -> None:
    blocks = (
        "BÊN A                                  BÊN B\n"
        "CHI CỤC KIỂM LÂM TỈNH SƠN LA           QUỸ RỪNG XANH\n"
        "Đại diện: Ông Lò Văn Ún                Đại diện: Bà Marta van der Linden\n"
    )
    record = read(blocks, kit)
    assert [party.name for party in only(record).parties] == ["CHI CỤC KIỂM LÂM TỈNH SƠN LA", "QUỸ RỪNG XANH"]
    assert ("Cấp 300.000 cây giống", ("p2",)) in told(record.commitments, CommitmentKind.PLEDGE)


def test_what_a_party_is_is_no_part_of_its_name_and_its_province_stands_for_its_government(kit: Kit) -> None:
    text = """BẢN THỎA THUẬN
Hôm nay, ngày 09/9/2015, bản thỏa thuận được ký giữa:
Một bên là: Ủy ban nhân dân tỉnh Sơn La (sau đây gọi là Bên tiếp nhận), do bà Cầm Thị Hoa làm đại diện
Và một bên là: Tổ chức Mái nhà xanh, tổ chức phi chính phủ của Na Uy (gọi tắt là Bên tài trợ), do ông Lars Holm làm đại diện
Điều 1. Phạm vi
Xây 12 nhà tránh lũ.
Điều 2. Trách nhiệm
1. Tỉnh Sơn La sẽ bố trí đất tái định cư.
2. Bên tài trợ sẽ cấp 4 tỷ đồng.
Làm tại thành phố Sơn La, ngày 09 tháng 9 năm 2015.
"""
    record = kit.extract(text)
    agreement = only(record)
    assert [party.name for party in agreement.parties] == ["Ủy ban nhân dân tỉnh Sơn La", "Tổ chức Mái nhà xanh"]
    assert (agreement.signed_on, agreement.place) == ("2015-09-09", "thành phố Sơn La")
    assert told(record.commitments, CommitmentKind.PLEDGE) == [
        ("bố trí đất tái định cư", ("p1",)),
        ("cấp 4 tỷ đồng", ("p2",)),
    ]


def test_bodies_right_before_the_words_of_agreeing_are_the_parties_and_some_may_share_duties(kit: Kit) -> None:
    text = (
        MOTTO + "KẾ HOẠCH LIÊN TỊCH\nVề phối hợp quản lý vốn vay\n\n"
        "Thực hiện Quyết định số 15/QĐ của Ngân hàng Nhà nước về tín dụng; Hội Nông dân huyện Mộc Châu, Huyện đoàn và "
        "Ngân hàng Chính sách xã hội huyện Mộc Châu thống nhất xây dựng kế hoạch liên tịch như sau:\n"
        "I/- NỘI DUNG PHỐI HỢP\n1/. Củng cố 40 tổ vay vốn.\n2/. Dạy nghề trồng mận.\n"
        "II/- PHÂN CÔNG\n1/. Ngân hàng Chính sách xã hội huyện\n- Cấp vốn đúng hạn.\n"
        "2/. Hội Nông dân huyện và Huyện đoàn\n- Bình xét hộ vay công khai.\n"
    )
    record = kit.extract(text)
    assert [party.name for party in only(record).parties] == [
        "Hội Nông dân huyện Mộc Châu",
        "Huyện đoàn",
        "Ngân hàng Chính sách xã hội huyện Mộc Châu",
    ]
    assert told(record.commitments, CommitmentKind.PLEDGE) == [
        ("Cấp vốn đúng hạn", ("p3",)),
        ("Bình xét hộ vay công khai", ("p1", "p2")),
    ]


def test_a_state_stands_for_the_party_from_there(kit: Kit) -> None:
    text = """NGHỊ ĐỊNH THƯ
Bộ Giáo dục nước Cộng hòa xã hội chủ nghĩa Việt Nam và Bộ Giáo dục nước Cộng hòa Dân chủ Nhân dân Lào (dưới đây gọi tắt là "Hai Bên") đã thỏa thuận như sau:
Điều 1. Phạm vi
Hai Bên trao đổi sách giáo khoa.
Điều 2. Trách nhiệm
1. Phía Việt Nam sẽ đào tạo 30 giáo viên cho Lào.
2. Phía Lào sẽ bố trí nhà ở cho chuyên gia.
Làm tại Hà Nội, ngày 07 tháng 02 năm 2013.
"""
    record = kit.extract(text)
    assert told(record.commitments, CommitmentKind.PLEDGE) == [
        ("trao đổi sách giáo khoa", "all"),
        ("đào tạo 30 giáo viên cho Lào", ("p1",)),
        ("bố trí nhà ở cho chuyên gia", ("p2",)),
    ]


def test_what_the_picture_of_a_page_misread_is_read_all_the_same(kit: Kit) -> None:
    text = (
        "CHI CỤC KIỂM LÂM - QUỸ RỪNG XANH\n" + MOTTO + "Sơn La. ngày 0l tháng 3 năm 202 1\n"
        "CHƯƠNG TRÌNH PHỐI HỢP\nChi cục Kiểm lâm tỉnh Sơn La và Quỹ Rừng Xanh thống nhất ký kết chương trình sau:\n"
        "1L. MỤC ĐÍCH YÊU CẦU\nPhủ xanh đất trống.\nII NỘI DUNG PHỐI HỢP\n1. Dạy nghề nuôi ong.\n2. Cắm 40 biển báo.\n"
        "HI. TRÁCH NHIỆM CỦA QUỸ\n1. Cấp 300.000 cây giống.\n"
    )
    record = kit.extract(text)
    agreement = only(record)
    assert (agreement.signed_on, agreement.place) == ("2021-03-01", "Sơn La")
    assert [one.text for one in record.commitments] == ["Dạy nghề nuôi ong", "Cắm 40 biển báo", "Cấp 300.000 cây giống"]


def test_a_representative_signed_where_the_name_under_the_head_is_lost(kit: Kit) -> None:
    stamped = "\nĐẠI DIỆN BÊN A                         ĐẠI DIỆN BÊN B\nL` V~n #n                              Marta van der Linden\n"
    agreement = only(read(ROLE_LINES, kit, signed=stamped))
    assert [(one.name, one.party) for one in agreement.signatories] == [
        ("Marta van der Linden", "p2"),
        ("Lò Văn Ún", "p1"),
    ]


def test_what_a_contract_is_about_is_an_area(kit: Kit) -> None:
    duties = DUTIES.replace(
        "Điều 1. Nội dung hợp tác\n1. Trồng 20 ha rừng ngập mặn;\n2. Dạy nghề nuôi ong cho thanh niên.",
        "Điều 1. Đối tượng hợp đồng\nHai bên trồng 20 ha rừng ngập mặn.",
    ).replace("b) Cử 02 cán bộ theo dõi.", "b) Đơn giá cây giống: 2.000 đồng/cây.")
    record = read(ROLE_LINES, kit, duties=duties)
    assert told(record.commitments, CommitmentKind.AREA) == [("trồng 20 ha rừng ngập mặn", "all")]
    assert told(record.commitments, CommitmentKind.PLEDGE) == [
        ("Giao đất sạch", ("p1",)),
        ("Cấp 300.000 cây giống", ("p2",)),
    ]


def test_bodies_called_by_one_word_together_are_each_a_party_and_columns_are_those_of_their_heads(kit: Kit) -> None:
    text = (
        MOTTO
        + """Mường Tè, ngày 12 tháng 4 năm 2016

QUY CHẾ PHỐI HỢP
Hạt Kiểm lâm huyện Mường Tè, Công an huyện Mường Tè, Đồn Biên phòng Pa Ủ (sau đây gọi chung là ba đơn vị) thống nhất ban hành Quy chế như sau:
Điều 1. Tuần tra
Ba đơn vị cùng tuần tra mỗi quý.
Điều 2. Công an huyện
1. Cử 03 cán bộ trực chốt.

HẠT TRƯỞNG               TRƯỞNG CÔNG AN HUYỆN          ĐỒN TRƯỞNG
HẠT KIỂM LÂM                                           ĐỒN BIÊN PHÒNG PA Ủ
(đã ký)                  (đã ký)                       (đã ký)
Lò Văn Pánh              Thượng tá Pờ Xè Lù            Thiếu tá Vàng A Chua
"""
    )
    record = kit.extract(text)
    agreement = only(record)
    assert [party.name for party in agreement.parties] == [
        "Hạt Kiểm lâm huyện Mường Tè",
        "Công an huyện Mường Tè",
        "Đồn Biên phòng Pa Ủ",
    ]
    assert [one.party for one in agreement.signatories] == ["p1", "p2", "p3"]
    assert told(record.commitments, CommitmentKind.PLEDGE)[-1] == ("Cử 03 cán bộ trực chốt", ("p2",))


def test_the_state_after_a_body_is_no_party_and_a_short_name_is_that_of_the_body_before_it(kit: Kit) -> None:
    together = (
        'Ủy ban nhân dân tỉnh Yên Bái, Việt Nam và Chính quyền thành phố Hwasan, Hàn Quốc (sau đây gọi là "hai Bên")'
    )
    short = "Sở Tư pháp và Đài Phát thanh và Truyền hình tỉnh Yên Bái (sau đây gọi tắt là Đài PT-TH tỉnh)"
    body = "{} thống nhất ký kết Bản ghi nhớ như sau:\nĐiều 1. Trách nhiệm của {}\n1. Cấp 02 phòng học.\nĐiều 2. Hiệu lực\nCó giá trị 3 năm.\n"
    for parties, called in ((together, "Chính quyền thành phố Hwasan"), (short, "Đài PT-TH tỉnh")):
        record = kit.extract(f"{MOTTO}BẢN GHI NHỚ\n{body.format(parties, called)}")
        assert len(only(record).parties) == 2
        assert told(record.commitments, CommitmentKind.PLEDGE) == [("Cấp 02 phòng học", ("p2",))]


def test_a_bracket_that_goes_on_in_the_next_line_is_of_the_same_side(kit: Kit) -> None:
    text = (
        f"{MOTTO}BIÊN BẢN GHI NHỚ\n\nHôm nay, ngày 18 tháng 5 năm 2006, tại Yên Bái, hai đơn vị dưới đây lập Biên bản ghi nhớ này:\n\n"
        "- Bảo tàng Gốm Suối Giàng (tỉnh Yên\nBái), do ông Lê Văn Tám, Giám đốc, đại diện;\n"
        "- Câu lạc bộ Sưu tầm Nậm Khắt (gọi tắt là\nCLB Nậm Khắt), do bà Trần Thị Chín, Chủ nhiệm, đại diện.\n\n"
        "Điều 1. Nội dung\n1. Trưng bày 40 hiện vật;\n2. Mở lớp nặn gốm.\nĐiều 2. Hiệu lực\nCó giá trị 3 năm.\n"
    )
    assert [party.name for party in only(kit.extract(text)).parties] == [
        "Bảo tàng Gốm Suối Giàng",
        "Câu lạc bộ Sưu tầm Nậm Khắt",
    ]


GIVEN_BELOW = """1. SỞ VĂN HÓA
Đại diện: Ông Lò Văn Ún
2. QUỸ RỪNG XANH
Đại diện: Bà Marta van der Linden
"""


@pytest.mark.parametrize(
    ("body", "name", "actors"),
    [
        ("Sở Văn hóa tỉnh Sơn La", "Sở Văn hóa tỉnh Sơn La", ("p1",)),
        ("Sở Xây dựng tỉnh Lai Châu", "SỞ VĂN HÓA", "all"),
    ],
    ids=["a fuller name of a party", "the name of another body"],
)
def test_roles_and_fuller_names_may_be_given_in_an_article(body: str, name: str, actors: object, kit: Kit) -> None:
    duties = f"""
Điều 1. Phạm vi điều chỉnh
Văn bản này điều chỉnh quan hệ giữa {body} (sau đây gọi tắt là Bên A) và Quỹ Rừng Xanh (sau đây gọi tắt là Bên B).
Điều 2. Trách nhiệm của Bên A
a) Giao đất sạch;
Điều 3. Trách nhiệm của Bên B
a) Cấp 300.000 cây giống.
"""
    record = read(GIVEN_BELOW, kit, duties=duties, signed="")
    assert [party.name for party in only(record).parties] == [name, "QUỸ RỪNG XANH"]
    assert told(record.commitments, CommitmentKind.PLEDGE) == [
        ("Giao đất sạch", actors),
        ("Cấp 300.000 cây giống", ("p2",)),
    ]
