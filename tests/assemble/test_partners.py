"""One host with several partners, signers listed line by line, and what is told beside the names of parties."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


HOST = "Trường Đại học Lam Giang"
BLOCKS = f"""{HOST} mở rộng mạng lưới đối tác

Sáng 5/3/2021, {HOST} lần lượt ký với ba đối tác, mỗi nơi một văn bản.

"""


@pytest.mark.parametrize(
    "blocks",
    [
        "Với Công ty Cơ khí Sông Dinh: Hợp đồng đào tạo thợ hàn.\n\nVới Bệnh viện Hoàn Mỹ An: Biên bản ghi nhớ về thực tập.",
        "★ Với Công ty Cơ khí Sông Dinh: Hợp đồng đào tạo.\n★ Với Bệnh viện Hoàn Mỹ An: Biên bản ghi nhớ.",
        f"① {HOST} - Công ty Cơ khí Sông Dinh. Hợp đồng đào tạo.\n\n② {HOST} - Bệnh viện Hoàn Mỹ An. Biên bản ghi nhớ.",
    ],
)
def test_each_partner_told_in_a_block_of_its_own_has_an_agreement(blocks: str, kit: Kit) -> None:
    found = kit.extract(BLOCKS + blocks).agreements
    assert [[party.name for party in one.parties] for one in found] == [
        [HOST, "Công ty Cơ khí Sông Dinh"],
        [HOST, "Bệnh viện Hoàn Mỹ An"],
    ]
    assert [one.kind.value for one in found] == ["contract", "memorandum"]


SIGNERS = (
    "ông Lê Văn Tám, Giám đốc Công ty Cơ khí Sông Dinh; ông Hồ Văn Năm, Giám đốc Bệnh viện Hoàn Mỹ An và bà Trần Thị Chín, "
    "Giám đốc Công ty Phần mềm Ngọc Lan."
)
PARTNERS = "Công ty Cơ khí Sông Dinh, Bệnh viện Hoàn Mỹ An và Công ty Phần mềm Ngọc Lan"


@pytest.mark.parametrize("office", ["Hiệu trưởng Nhà trường", f"Hiệu trưởng {HOST}"])
def test_who_signs_with_several_in_turn_signs_a_document_with_each(office: str, kit: Kit) -> None:
    text = (
        f"Sáng 5/3/2021, {HOST} tổ chức lễ ký kết biên bản ghi nhớ với {PARTNERS}.\n\n"
        f"PGS.TS. Ngô Bá Lâm, {office} lần lượt ký biên bản ghi nhớ với {SIGNERS}"
    )
    found = kit.extract(text).agreements
    assert [[party.name for party in one.parties] for one in found] == [
        [HOST, "Công ty Cơ khí Sông Dinh"],
        [HOST, "Bệnh viện Hoàn Mỹ An"],
        [HOST, "Công ty Phần mềm Ngọc Lan"],
    ]
    assert [[one.name for one in agreement.signatories] for agreement in found] == [
        ["Ngô Bá Lâm", "Lê Văn Tám"],
        ["Ngô Bá Lâm", "Hồ Văn Năm"],
        ["Ngô Bá Lâm", "Trần Thị Chín"],
    ]


def test_what_kind_a_contract_is_of_names_no_party(kit: Kit) -> None:
    text = (
        "Ngày 16/8/2022, Công ty Cảng Lam Giang ký hợp đồng tín dụng với Ngân hàng TMCP Kỷ Nguyên An và hợp đồng tổng thầu EPC "
        "với Tổng Công ty Xây dựng Sông Dinh."
    )
    host = "Công ty Cảng Lam Giang"
    assert parties(text, kit) == [[host, "Ngân hàng TMCP Kỷ Nguyên An"], [host, "Tổng Công ty Xây dựng Sông Dinh"]]
    text = "Ngày 16/8/2022, Công ty Cảng Lam Giang ký hợp đồng với nhà thầu Sông Dinh."
    assert parties(text, kit) == [[host, "nhà thầu Sông Dinh"]]


def test_a_body_has_one_id_in_all_agreements_and_no_other_has_it(kit: Kit) -> None:
    text = (
        "Ngày 16/8/2022, Công ty Cảng Lam Giang ký hợp đồng tín dụng với Ngân hàng TMCP Kỷ Nguyên An và hợp đồng bảo hiểm với "
        "Công ty Bảo hiểm Sông Dinh. Công ty Bảo hiểm Sông Dinh cam kết bồi thường 2 tỷ đồng."
    )
    record = kit.extract(text)
    assert [[party.id for party in one.parties] for one in record.agreements] == [["p1", "p2"], ["p1", "p3"]]
    assert [(one.agreement, one.actors) for one in record.commitments] == [("a2", ("p3",))]


def test_who_all_put_their_names_to_one_document_sign_one(kit: Kit) -> None:
    text = (
        f"Sáng 5/3/2021, {HOST} ký kết biên bản ghi nhớ chung với {PARTNERS}.\n\n"
        f"PGS.TS. Ngô Bá Lâm, Hiệu trưởng {HOST} cùng ký biên bản ghi nhớ với {SIGNERS}"
    )
    assert [len(one) for one in parties(text, kit)] == [4]


def test_a_host_in_one_of_two_tellings_stays_the_host(kit: Kit) -> None:
    text = (
        f"Nhà trường ký kết ba biên bản ghi nhớ\n\nSáng 5/3/2021, {HOST} lần lượt ký các biên bản ghi nhớ với {PARTNERS}.\n\n"
        "Theo biên bản ghi nhớ với Công ty Cơ khí Sông Dinh, hai bên đào tạo thợ hàn.\n\n"
        "Với Bệnh viện Hoàn Mỹ An, nội dung là khám bệnh cho sinh viên."
    )
    assert parties(text, kit) == [
        [HOST, "Công ty Cơ khí Sông Dinh"],
        [HOST, "Bệnh viện Hoàn Mỹ An"],
        [HOST, "Công ty Phần mềm Ngọc Lan"],
    ]


def test_blocks_with_a_body_are_no_partners_where_nothing_is_signed(kit: Kit) -> None:
    text = f"{HOST} làm việc với ba đối tác.\n\nVới Công ty Cơ khí Sông Dinh: hai bên bàn về thực tập.\n\n"
    assert parties(text + "Với Bệnh viện Hoàn Mỹ An: hai bên bàn về học bổng.", kit) == []


def test_documents_told_in_turn_are_each_an_agreement(kit: Kit) -> None:
    text = (
        "Ngày 5/3/2021, Liên minh Hợp tác xã tỉnh Hà Nam ký ba văn bản với ba đối tác. Văn bản thứ nhất là Chương trình hợp "
        "tác với Công ty Viễn Tín, văn bản có giá trị hai năm. Văn bản thứ hai, Thỏa thuận với Công ty Điện gió Trường Thịnh do "
        "Giám đốc Lê Văn Tám ký, nhằm đưa điện về trạm bơm."
    )
    host = "Liên minh Hợp tác xã tỉnh Hà Nam"
    assert parties(text, kit) == [[host, "Công ty Viễn Tín"], [host, "Công ty Điện gió Trường Thịnh"]]


def test_two_sides_that_hand_each_other_a_memorandum_signed_it(kit: Kit) -> None:
    text = "Ngày 5/3/2021, Sở Du lịch Hà Nam và Hãng hàng không Mây Trắng trao bản ghi nhớ về kích cầu du lịch."
    assert parties(text, kit) == [["Sở Du lịch Hà Nam", "Hãng hàng không Mây Trắng"]]


def test_signers_listed_line_by_line_tell_the_parties(kit: Kit) -> None:
    text = """Ký thỏa thuận bảo hiểm cho người trồng chè

Sáng nay, thỏa thuận hợp tác ba bên đã được ký kết tại Thái Nguyên.

Tham gia ký kết:
✔ Bà Trần Thị Chín - Phó Giám đốc, Ngân hàng TMCP Phương Đông
✔ Ông Lê Văn Tám - Giám đốc, Hợp tác xã Chè Tân Cương

Khách mời: ông Phạm Văn Sáu, Giám đốc Sở Công Thương."""
    one = kit.extract(text).agreements[0]
    assert [party.name for party in one.parties] == ["Ngân hàng TMCP Phương Đông", "Hợp tác xã Chè Tân Cương"]
    assert [person.name for person in one.signatories] == ["Trần Thị Chín", "Lê Văn Tám"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Đồn Biên phòng (ĐBP) Sơn Hải, BĐBP tỉnh Hà Tĩnh đã ký kết biên bản ghi nhớ với Đồn Công an Na Khoang, "
                "huyện Sa-vẳn, tỉnh Bô-li-khăm, Lào."
            ),
            ["Đồn Biên phòng (ĐBP) Sơn Hải", "Đồn Công an Na Khoang"],
        ),
        (
            "Hôm nay, Sở Y tế Hà Nam ký thỏa thuận hợp tác ba bên với Bệnh viện Châu Sơn và Quỹ Ánh Dương.",
            ["Sở Y tế Hà Nam", "Bệnh viện Châu Sơn", "Quỹ Ánh Dương"],
        ),
        (
            (
                "Chiều 18/5, tại Khu di tích Núi Ngọc, thành phố Phủ Lý, Sở Du lịch (SDL) các tỉnh Hà Nam, Nam Định và Thái Bình "
                "tổ chức lễ ký kết Chương trình hợp tác phát triển du lịch."
            ),
            ["Sở Du lịch tỉnh Hà Nam", "Sở Du lịch Nam Định", "Sở Du lịch Thái Bình"],
        ),
        (
            "Giám đốc Sở Du lịch bốn tỉnh Hà Nam, Nam Định, Thái Bình và Ninh Bình ký kết chương trình hợp tác.",
            ["Sở Du lịch tỉnh Hà Nam", "Sở Du lịch Nam Định", "Sở Du lịch Thái Bình", "Sở Du lịch Ninh Bình"],
        ),
        (
            "Công ty Hòa Sơn – công ty mẹ của Hòa Sơn Foods – đã ký thỏa thuận hợp tác với Liên đoàn Bóng rổ Hà Nam.",
            ["Công ty Hòa Sơn", "Liên đoàn Bóng rổ Hà Nam"],
        ),
        (
            "Quỹ hỗ trợ du học Hoa Sen (HSF) đã phối hợp với Trường Đại học Lam Giang chính thức ký kết thỏa thuận đào tạo.",
            ["Quỹ hỗ trợ du học Hoa Sen (HSF)", "Trường Đại học Lam Giang"],
        ),
        (
            "Công ty Lương thực Minh Châu và Ngân hàng Hợp tác Miền Tây ký hợp đồng thu mua lúa.",
            ["Công ty Lương thực Minh Châu", "Ngân hàng Hợp tác Miền Tây"],
        ),
        (
            "Công ty Vịnh Xanh và một trong bốn hãng kiểm toán lớn nhất thế giới vừa chính thức ký kết thỏa thuận hợp tác.",
            ["Công ty Vịnh Xanh"],
        ),
    ],
)
def test_parties_among_addresses_commands_brackets_and_insertions(text: str, expected: list[str], kit: Kit) -> None:
    found = kit.extract(text).agreements
    assert len(found) == 1
    told = [{party.name, *party.aliases} for party in found[0].parties]
    assert len(told) == len(expected)
    assert all(any(name in names for names in told) for name in expected)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Bản tin số 7/2011\n\nNgày 5/7, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.",
            "2011-07-05",
        ),
        (
            "Đăng ngày: 18/10/2022\n\nNgày 11/10, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.",
            "2022-10-11",
        ),
        (
            "Đăng ngày: 03/01/2022\n\nNgày 28/12, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.",
            "2021-12-28",
        ),
        (
            "Ngày 15/7, bên lề Diễn đàn Kinh tế hợp tác năm 2022, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận.",
            "2022-07-15",
        ),
        (
            (
                "Ngày 17-12, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận. Trong 11 tháng của năm 2013 này, hai bên đã mổ "
                "200 ca."
            ),
            "2013-12-17",
        ),
        ("Hà Nam, 28/06/2019 - Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.", "2019-06-28"),
    ],
)
def test_the_day_of_signing_has_the_year_that_the_text_tells(text: str, day: str | None, kit: Kit) -> None:
    assert kit.extract(text).agreements[0].signed_on == day


def test_a_term_counted_from_a_day_is_an_interval(kit: Kit) -> None:
    text = (
        "Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết hợp đồng hợp tác.\n\n"
        "Hợp đồng có thời hạn 10 năm kể từ ngày 01/07/2019."
    )
    assert kit.extract(text).agreements[0].period == "2019-07-01/2029-07-01"
    assert kit.extract(text.replace("ngày 01/07/2019", "ngày ký")).agreements[0].period == "P10Y"


def test_contents_led_by_ordinals_and_by_cu_the(kit: Kit) -> None:
    signing = "Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết chương trình phối hợp.\n\n"
    ordinals = (
        "Có ba mảng việc được nêu trong văn bản. Thứ nhất, đào tạo bác sĩ tuyến huyện. Thứ hai, khám bệnh cho người nghèo. "
        "Thứ ba, sửa chữa trạm y tế xã."
    )
    said = [one.text for one in kit.extract(signing + ordinals).commitments]
    assert said == ["đào tạo bác sĩ tuyến huyện", "khám bệnh cho người nghèo", "sửa chữa trạm y tế xã"]
    listed = "Cụ thể:\n- Sở Y tế Hà Nam cử 5 bác sĩ về xã;\n- Bệnh viện Châu Sơn tặng 3 máy siêu âm."
    said = [one.text for one in kit.extract(signing + listed).commitments]
    assert said == ["cử 5 bác sĩ về xã", "tặng 3 máy siêu âm"]


def test_history_and_reviews_are_no_agreement_of_today(kit: Kit) -> None:
    history = "Ngày 7-5-1975, Công ty Hòa Sơn đã ký hợp đồng với Nhà máy Sông Dinh. Năm 2015, hồ sơ mới được công bố."
    assert parties(history, kit) == []
    review = (
        "Sơ kết 3 năm thực hiện Quy chế phối hợp giữa Công an huyện Lý Nhân và Phòng Giáo dục huyện Lý Nhân\n\n"
        "Hội nghị đánh giá kết quả. 240 học sinh đã ký cam kết không đi xe máy."
    )
    assert parties(review, kit) == []


def test_localities_told_together_are_each_those_of_a_body(kit: Kit) -> None:
    for told in ("các huyện Kim Bảng, Duy Tiên (tỉnh Hà Nam)", "3 huyện Kim Bảng, Duy Tiên"):
        (agreement,) = kit.extract(f"Công an {told} và Ứng Hòa ký kết quy chế phối hợp.").agreements
        named = ["Công an huyện Kim Bảng", "Công an huyện Duy Tiên", "Công an huyện Ứng Hòa"]
        assert [party.name for party in agreement.parties] == named
    (agreement,) = kit.extract(
        "Sở Du lịch Hà Nam ký biên bản ghi nhớ với các Sở Du lịch: Ninh Bình và Lào Cai."
    ).agreements
    assert [party.name for party in agreement.parties][1:] == ["Sở Du lịch Ninh Bình", "Sở Du lịch Lào Cai"]


def test_contracts_that_one_sentence_joins_are_each_with_its_partner(kit: Kit) -> None:
    text = (
        "Ngày 05/9/2018, Bệnh viện Phủ Lý ký kết hai hợp đồng: Hợp đồng chuyển giao kỹ thuật mổ nội soi với Bệnh viện Bắc Hà "
        "và Hợp đồng cung ứng máy thở với Công ty Cổ phần An Khang."
    )
    named = [[party.name for party in one.parties] for one in kit.extract(text).agreements]
    assert named == [["Bệnh viện Phủ Lý", "Bệnh viện Bắc Hà"], ["Bệnh viện Phủ Lý", "Công ty Cổ phần An Khang"]]


def test_a_noun_after_with_stands_for_the_only_body_of_its_kind(kit: Kit) -> None:
    text = (
        "Trường Đại học Sông Châu mở rộng hợp tác\n\nNgày 12/4/2023, đoàn công tác Viện Ngôn ngữ Sakura do ông Tanaka Ken "
        "dẫn đầu đã ký bản ghi nhớ hợp tác với nhà trường."
    )
    (agreement,) = kit.extract(text).agreements
    assert {party.name for party in agreement.parties} == {"Viện Ngôn ngữ Sakura", "Trường Đại học Sông Châu"}


COUNTED = "Ngày 20/11/2019, Hội Nông dân tỉnh Hà Nam {}."
LAM_GIANG, SONG_DINH = "Trường Đại học Lam Giang", "Công ty Cơ khí Sông Dinh"


@pytest.mark.parametrize(
    "told",
    [
        f"ký kết các biên bản ghi nhớ với {LAM_GIANG} và {SONG_DINH}",
        f"đã ký hai bản ghi nhớ với hai đơn vị là {LAM_GIANG} và {SONG_DINH}",
        f"ký bản ghi nhớ với 2 đơn vị gồm {LAM_GIANG} và {SONG_DINH}.\n\nChủ tịch Hội đã ký kết các biên bản",
        f"tổ chức ký kết thỏa thuận với 2 đối tác.\nCụ thể gồm:\n- {LAM_GIANG};\n- {SONG_DINH}",
    ],
)
def test_a_host_has_a_document_with_each_where_several_are_signed(told: str, kit: Kit) -> None:
    host = "Hội Nông dân tỉnh Hà Nam"
    assert parties(COUNTED.format(told), kit) == [[host, LAM_GIANG], [host, SONG_DINH]]


def test_one_document_with_several_is_one_agreement(kit: Kit) -> None:
    told = COUNTED.format(f"ký kết chương trình phối hợp với {LAM_GIANG} và {SONG_DINH}")
    assert parties(told, kit) == [["Hội Nông dân tỉnh Hà Nam", LAM_GIANG, SONG_DINH]]


def test_what_is_told_below_a_list_of_partners_holds_for_all(kit: Kit) -> None:
    told = COUNTED.format(f"ký kết thỏa thuận với 2 đối tác.\nCụ thể gồm:\n- {LAM_GIANG};\n- {SONG_DINH}")
    found = kit.extract(f"{told}\n\nThỏa thuận có hiệu lực trong 2 năm kể từ ngày ký.").agreements
    assert [one.period for one in found] == ["P2Y", "P2Y"]


BRIDGE, TRADE = "CLB Cầu Đất Hà Nam", "Hội Thương mại Lý Nhân"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            f"Theo đó là các lễ ký kết giữa {BRIDGE} và {TRADE}, {LAM_GIANG} và {SONG_DINH}.",
            [[BRIDGE, TRADE], [LAM_GIANG, SONG_DINH]],
        ),
        (
            f"Hội nghị đã ký kết quy chế phối hợp giữa {LAM_GIANG} với {SONG_DINH}; giữa {LAM_GIANG} với {BRIDGE} và {TRADE}.",
            [[LAM_GIANG, SONG_DINH], [LAM_GIANG, BRIDGE], [LAM_GIANG, TRADE]],
        ),
        (
            f"Thỏa thuận được ký giữa {LAM_GIANG} và {SONG_DINH} sau 3 năm gắn bó giữa {LAM_GIANG} và {SONG_DINH}.",
            [[LAM_GIANG, SONG_DINH]],
        ),
        (
            f"Dịp này, hai biên bản hợp tác giữa {BRIDGE} và {TRADE} với {SONG_DINH} đã được ký kết.",
            [[BRIDGE, SONG_DINH], [TRADE, SONG_DINH]],
        ),
        (
            f"{LAM_GIANG} đã ký kết hợp đồng với 2 doanh nghiệp, hợp tác xã của tỉnh gồm: {SONG_DINH}, Hợp tác xã Chè Tân Cương.",
            [[LAM_GIANG, SONG_DINH], [LAM_GIANG, "Hợp tác xã Chè Tân Cương"]],
        ),
        (
            (
                f"Ngày 5/3/2021, {LAM_GIANG} ký thỏa thuận với {SONG_DINH}. Chiều cùng ngày, thỏa thuận tương tự được ký giữa "
                f"{LAM_GIANG} và {BRIDGE}."
            ),
            [[LAM_GIANG, SONG_DINH], [LAM_GIANG, BRIDGE]],
        ),
    ],
)
def test_pairs_told_in_one_sentence_are_each_an_agreement(told: str, expected: list[list[str]], kit: Kit) -> None:
    assert parties(told, kit) == expected


def test_one_document_of_three_told_between_them_is_one(kit: Kit) -> None:
    told = f"Ngày 5/3/2021 diễn ra lễ ký kết quy chế phối hợp giữa {LAM_GIANG}, {BRIDGE} và {TRADE}."
    assert parties(told, kit) == [[LAM_GIANG, BRIDGE, TRADE]]


def test_the_host_is_told_by_an_office_where_its_partners_are_told_in_full(kit: Kit) -> None:
    text = (
        f"{LAM_GIANG} ký ghi nhớ với 2 doanh nghiệp\n\nSáng 20/5/2023, tại Hội trường A, diễn ra lễ ký biên bản ghi nhớ.\n\n"
        f"TS. Ngô Bá Lâm - Phó Hiệu trưởng cùng bà Trần Thị Chín - Giám đốc {SONG_DINH}, ông Lê Văn Tám - Giám đốc Công ty "
        "Phần mềm Ngọc Lan ký kết biên bản ghi nhớ. Thời hạn của các biên bản ghi nhớ là 05 năm kể từ ngày ký."
    )
    found = kit.extract(text).agreements
    assert [[party.name for party in one.parties] for one in found] == [
        [LAM_GIANG, SONG_DINH],
        [LAM_GIANG, "Công ty Phần mềm Ngọc Lan"],
    ]
    assert [[one.name for one in agreement.signatories] for agreement in found] == [
        ["Ngô Bá Lâm", "Trần Thị Chín"],
        ["Ngô Bá Lâm", "Lê Văn Tám"],
    ]


LISTED = f"""Hà Nam, ngày 16/04/2023 - {LAM_GIANG} hôm nay tổ chức lễ khánh thành.

Ngay tại buổi lễ, Nhà trường và các đối tác đã trao các văn bản hợp tác:

• Hợp đồng tín dụng trị giá 1.050 tỷ đồng, thời hạn 7 năm với Ngân hàng TMCP Kỷ Nguyên An, do bà Trần Thị Chín, Giám đốc đại diện ký;
• Biên bản ghi nhớ cải tạo sân trường với {SONG_DINH}.

Ông Ngô Bá Lâm, Hiệu trưởng {LAM_GIANG} ký các văn bản nêu trên.

Dự kiến tháng 6 tới, {LAM_GIANG} sẽ ký hợp đồng xử lý nước thải với Công ty Môi trường Ngọc Lan."""


def test_listed_documents_have_their_signers_and_subjects_and_what_is_to_come_has_none(kit: Kit) -> None:
    record = kit.extract(LISTED)
    told = [(one.kind.value, one.status.value, [each.name for each in one.signatories]) for one in record.agreements]
    assert told == [
        ("contract", "signed", ["Trần Thị Chín", "Ngô Bá Lâm"]),
        ("memorandum", "signed", ["Ngô Bá Lâm"]),
        ("contract", "planned", []),
    ]
    assert [one.signed_on for one in record.agreements[:2]] == ["2023-04-16", "2023-04-16"]
    assert record.agreements[0].period == "P7Y"
    assert "cải tạo sân trường" in {one.text for one in record.commitments}


def test_signers_in_the_bracket_of_an_item(kit: Kit) -> None:
    text = (
        "Tại lễ ký, các bên đã trao các văn kiện:\n"
        "1. Bản ghi nhớ giữa Bộ Y tế Việt Nam và Bộ Y tế Belarus về đào tạo bác sĩ (Thứ trưởng Lê Văn Tám và Thứ trưởng Ivan Petrov ký);\n"
        f"2. Thỏa thuận giữa {LAM_GIANG} và Đại học Minsk."
    )
    first, second = kit.extract(text).agreements
    assert [one.name for one in first.signatories] == ["Lê Văn Tám", "Ivan Petrov"]
    assert second.signatories == ()


def test_a_visit_tells_day_and_place(kit: Kit) -> None:
    text = (
        f"Chiều 11/12/2023, đoàn công tác tỉnh Hà Nam đã đến thăm và làm việc tại {LAM_GIANG}.\n\n"
        f"Trong khuôn khổ buổi làm việc, {LAM_GIANG} đã ký kết hợp đồng với {SONG_DINH}."
    )
    (agreement,) = kit.extract(text).agreements
    assert (agreement.signed_on, agreement.place) == ("2023-12-11", LAM_GIANG)


def test_the_period_of_the_lead_holds_for_all_that_is_signed(kit: Kit) -> None:
    text = (
        f"{LAM_GIANG} ký kết hợp tác toàn diện với các huyện giai đoạn 2025-2030.\n\n"
        f"Ngày 12/10/2024, {LAM_GIANG} và UBND huyện Lý Nhân ký thỏa thuận. Ngày 13/10/2024, {LAM_GIANG} và UBND huyện Kim Bảng "
        "ký thỏa thuận."
    )
    assert [one.period for one in kit.extract(text).agreements] == ["2025/2030", "2025/2030"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 6/6/2024, Tỉnh Đoàn Hà Nam phối hợp Công an tỉnh, Hội Luật gia Hà Nam tổ chức lễ ký kết chương trình phối hợp.",
            [["Tỉnh Đoàn Hà Nam", "Công an tỉnh", "Hội Luật gia Hà Nam"]],
        ),
        (
            "Ngày 6/6/2024, Bộ Công Thương phối hợp Hội Luật gia Hà Nam tổ chức lễ ký kết thỏa thuận giữa Công ty An Phú và Công ty Sao Khuê.",
            [["Công ty An Phú", "Công ty Sao Khuê"]],
        ),
        (
            "Ngày 6/6/2024, Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao (Công an tỉnh Hà Nam), Sở Y tế Hà Nam ký quy chế phối hợp.",
            [
                [
                    "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao (Công an tỉnh Hà Nam)",
                    "Sở Y tế Hà Nam",
                ]
            ],
        ),
        (
            "Ngày 6/6/2024, Công an tỉnh Hà Nam và Tỉnh Đoàn Hà Nam ký quy chế.",
            [["Công an tỉnh Hà Nam", "Tỉnh Đoàn Hà Nam"]],
        ),
        (
            (
                "Trường Cao đẳng Sông Dinh và 12 doanh nghiệp ký kết hợp tác\n\n"
                "Trường Cao đẳng Sông Dinh phối hợp với Thư viện Hà Nam tổ chức ngày hội việc làm.\n\n"
                "Tại ngày hội, nhà trường đã ký thỏa thuận với 12 doanh nghiệp, trong đó có Công ty An Phú và Tập đoàn Hòa Sơn."
            ),
            [
                ["Trường Cao đẳng Sông Dinh", "Công ty An Phú"],
                ["Trường Cao đẳng Sông Dinh", "Tập đoàn Hòa Sơn"],
            ],
        ),
    ],
)
def test_those_who_act_together_sign_unless_others_do(text: str, expected: list[list[str]], kit: Kit) -> None:
    assert parties(text, kit) == expected


@pytest.mark.parametrize(
    ("told", "partners"),
    [
        (
            "với ba nhà đầu tư: Công ty Sao Biển về điện gió; Tập đoàn Hòa Sơn về khu công nghiệp; Ngân hàng An Thịnh về tín dụng.",
            ["Công ty Sao Biển", "Tập đoàn Hòa Sơn", "Ngân hàng An Thịnh"],
        ),
        (
            "với hai đối tác.\n\nBản đầu tiên được ký với Công ty Sao Biển.\n\nRiêng với Tập đoàn Hòa Sơn, hai bên ký đến năm 2026.",
            ["Công ty Sao Biển", "Tập đoàn Hòa Sơn"],
        ),
        (
            "với hai đơn vị.\n\nĐầu tiên là Công ty Sao Biển. Hai bên sẽ mở lớp học.\n\nCuối cùng, Tập đoàn Hòa Sơn và nhà trường ký hợp đồng.",
            ["Công ty Sao Biển", "Tập đoàn Hòa Sơn"],
        ),
    ],
)
def test_partners_are_told_one_by_one(told: str, partners: list[str], kit: Kit) -> None:
    text = f"{HOST} ký kết\n\nSáng 12/8/2023, {HOST} ký biên bản ghi nhớ {told}"
    assert parties(text, kit) == [[HOST, partner] for partner in partners]


def test_clauses_that_tell_of_a_signing_each_have_their_own_parties(kit: Kit) -> None:
    text = """Trao các văn kiện

Chiều 5/11/2023, tại Paris, diễn ra lễ trao các văn kiện. Bệnh viện Hoàn Mỹ An trao thỏa thuận đào tạo với Đại học Lyon Sud; Tập \
đoàn Hòa Sơn và Công ty Bouygues ký biên bản ghi nhớ."""
    assert parties(text, kit) == [
        ["Bệnh viện Hoàn Mỹ An", "Đại học Lyon Sud"],
        ["Tập đoàn Hòa Sơn", "Công ty Bouygues"],
    ]


EACH = f"Sáng 5/3/2021, {HOST} ký hợp đồng với Công ty Cơ khí Sông Dinh và {{}}Bệnh viện Hoàn Mỹ An."


BOTH = f"{HOST} đã ký kết với Công ty Cơ khí Sông Dinh và Bệnh viện Hoàn Mỹ An"


@pytest.mark.parametrize("text", [f"{BOTH}\n\n{EACH}", f"{EACH}\n\n{BOTH} trong một buổi lễ."])
def test_partners_told_apart_in_one_sentence_are_apart_where_all_are_told_together(text: str, kit: Kit) -> None:
    apart, together = text.format("ký bản ghi nhớ với "), text.format("")
    assert parties(apart, kit) == [[HOST, "Công ty Cơ khí Sông Dinh"], [HOST, "Bệnh viện Hoàn Mỹ An"]]
    assert parties(together, kit) == [[HOST, "Công ty Cơ khí Sông Dinh", "Bệnh viện Hoàn Mỹ An"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Qua {HOST}, Tập đoàn Hòa Sơn đã tổ chức lễ ký hợp đồng với Công ty Minh Tâm ngày 3/4/2019.",
            ["Tập đoàn Hòa Sơn", "Công ty Minh Tâm"],
        ),
        (
            "Ngày 3/4/2019, Trung tâm Giống Sông Châu thuộc Viện Chăn nuôi Hà Nam ký hợp đồng với Công ty Minh Tâm.",
            ["Trung tâm Giống Sông Châu", "Công ty Minh Tâm"],
        ),
        (
            "Ngày 3/4/2019, Bộ trưởng Bộ Tư pháp Nhật Bản Sato Kenji và Bộ trưởng Bộ Tư pháp Lê Văn Tám ký bản ghi nhớ.",
            ["Bộ Tư pháp Nhật Bản", "Bộ Tư pháp"],
        ),
        (
            "Ngày 3/4/2019, Công ty Cá Lima ký hợp đồng với công ty vận tải khổng lồ của Chile, Cảng Lạch Bạng.",
            ["Công ty Cá Lima", "Cảng Lạch Bạng"],
        ),
        (
            "Công ty Mận Land ký hợp đồng với Quỹ Hòa Sơn. Ngày 3/4/2019, Công ty MậnLand ký hợp đồng với Quỹ Hòa Sơn.",
            ["Công ty Mận Land", "Quỹ Hòa Sơn"],
        ),
        (
            "Bộ trưởng Tài nguyên Canada Karl Braun cho biết nước này đã ký thỏa thuận nghề cá với Chile hôm 3/4/2019.",
            ["Canada", "Chile"],
        ),
    ],
)
def test_owners_go_betweens_and_descriptions_are_no_parties(text: str, expected: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [expected]


def test_a_body_of_another_clause_is_no_partner(kit: Kit) -> None:
    text = "Công ty An Phú ký với các hộ dân{}Sở Xây dựng Hà Nam{} ngày 3/4/2019."
    assert parties(text.format(" khi chưa được ", " cấp phép"), kit) == []
    assert parties(text.format(" và ", ""), kit) == [["Công ty An Phú", "Sở Xây dựng Hà Nam"]]


@pytest.mark.parametrize(
    "said",
    [
        "Bà Trần Thị Chín, Giám đốc Sở Du lịch Gia Lai, ký thỏa thuận với hai nhà đầu tư lớn về trồng rừng gồm {}.",
        "Giám đốc Sở Du lịch Gia Lai Trần Thị Chín ký thỏa thuận với hai nhà đầu tư là {}.",
        "Bà Trần Thị Chín, Giám đốc Sở Du lịch Gia Lai, ký thỏa thuận với các nhà đầu tư gồm {}.",
    ],
)
def test_a_person_signs_with_each_of_several_partners_for_the_body_of_the_office(said: str, kit: Kit) -> None:
    found = kit.extract(said.format("Công ty Cổ phần Sao Khuê và Tập đoàn Hòa Sơn")).agreements
    assert [[party.name for party in one.parties] for one in found] == [
        ["Sở Du lịch Gia Lai", "Công ty Cổ phần Sao Khuê"],
        ["Sở Du lịch Gia Lai", "Tập đoàn Hòa Sơn"],
    ]
    assert [[(signer.name, signer.party) for signer in one.signatories] for one in found] == 2 * [
        [("Trần Thị Chín", "p1")]
    ]


@pytest.mark.parametrize("front", ["Thông qua Trường Cao đẳng Sông Châu", "Nhân SEA Games", "Theo ĐBSCL"])
def test_what_a_sentence_begins_with_is_no_party(front: str, kit: Kit) -> None:
    text = f"{front}, Tập đoàn Hòa Sơn đã ký hợp đồng với Công ty Minh Tâm ngày 3/4/2019."
    assert parties(text, kit) == [["Tập đoàn Hòa Sơn", "Công ty Minh Tâm"]]


def test_whom_the_signers_receive_signs_nothing(kit: Kit) -> None:
    text = (
        "Trong buổi tiếp Bộ trưởng Lê Văn Tám, ông Hồ Văn Năm, Giám đốc Công ty Cá Lima ký hợp đồng "
        "với Công ty Cảng Hòa Sơn."
    )
    assert [one.name for one in kit.extract(text).agreements[0].signatories] == ["Hồ Văn Năm"]


@pytest.mark.parametrize("order", ["chỉ đạo", "yêu cầu"])
def test_a_memorandum_by_which_one_orders_is_no_agreement(order: str, kit: Kit) -> None:
    assert parties(f"Tổng thống Mateo Ríos ký bản ghi nhớ {order} Bộ Thủy sản rà soát giấy phép.", kit) == []


@pytest.mark.parametrize("state", [", Trung Quốc", " (Trung Quốc)", ""])
@pytest.mark.parametrize("act", ["ký kết", "tổ chức hội đàm và ký kết"])
def test_the_state_behind_the_last_of_several_bodies_is_no_party(state: str, act: str, kit: Kit) -> None:
    text = f"Ngày 5/6/2019, Sở Y tế tỉnh Lạng Sơn và Sở Y tế Quảng Tây{state} {act} biên bản ghi nhớ."
    assert parties(text, kit) == [["Sở Y tế tỉnh Lạng Sơn", "Sở Y tế Quảng Tây"]]


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("Sở VH,TT&DL tỉnh Yên Bái", ["Sở VH,TT&DL tỉnh Yên Bái"]),
        ("Sở LĐ,TB&XH Sơn La", ["Sở LĐ,TB&XH Sơn La"]),
        ("Bộ Công Thương", ["Bộ Công Thương"]),
        ("UBND TP.Osan", ["UBND TP.Osan"]),
        ("Lữ đoàn 162, Vùng 4 Hải quân", ["Lữ đoàn 162"]),
        ("Trung đoàn 717, Binh đoàn 16", ["Trung đoàn 717"]),
        ("Sở Du lịch 3 tỉnh Hà Giang, Lào Cai", ["Sở Du lịch tỉnh Hà Giang", "Sở Du lịch Lào Cai"]),
        ("Sở Du lịch 2 tỉnh Tây Bắc gồm Hà Giang, Lào Cai", ["Sở Du lịch Hà Giang", "Sở Du lịch Lào Cai"]),
    ],
)
def test_a_party_is_told_in_the_ways_of_offices(told: str, bodies: list[str], kit: Kit) -> None:
    text = f"Ngày 3/4/2019, tại TP Điện Biên Phủ, UBND tỉnh Bạc Liêu và {told} đã ký kết chương trình phối hợp."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["UBND tỉnh Bạc Liêu", *bodies]
    assert agreement.place == "TP Điện Biên Phủ"


def test_a_town_is_one_with_a_blank_behind_its_full_stop_and_without(kit: Kit) -> None:
    text = (
        "UBND TP.Osan ký thỏa thuận\n\nNgày 3/4/2019, UBND tỉnh Bạc Liêu và UBND TP. Osan đã ký kết thỏa thuận.\n\n"
        "UBND TP.Osan và UBND tỉnh Bạc Liêu sẽ trao đổi học sinh."
    )
    assert [len(one) for one in parties(text, kit)] == [2]


def test_communes_have_no_department_of_their_own(kit: Kit) -> None:
    said = "Ngày 5/6/2022, Sở Công Thương Yên Bái ký thỏa thuận với các {} {}, {} và {}."
    [communes] = kit.extract(said.format("xã", "Tân Lập", "Tân Thành", "Đại Sơn")).agreements
    [provinces] = kit.extract(said.format("tỉnh", "Lào Cai", "Hà Giang", "Sơn La")).agreements
    assert [party.name for party in communes.parties[1:]] == ["Tân Lập", "Tân Thành", "Đại Sơn"]
    assert [party.name for party in provinces.parties[2:]] == ["Sở Công Thương Hà Giang", "Sở Công Thương Sơn La"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Đại học Quốc gia TP.HCM và tỉnh Bến Tre", ["Đại học Quốc gia TP.HCM", "tỉnh Bến Tre"]),
        ("Trường Đại học Y Hà Nội và tỉnh Sơn La", ["Trường Đại học Y Hà Nội", "tỉnh Sơn La"]),
        (
            "Trường Chính trị tỉnh An Giang và tỉnh Đồng Tháp",
            ["Trường Chính trị tỉnh An Giang", "Trường Chính trị tỉnh Đồng Tháp"],
        ),
        ("Sở Y tế An Giang và tỉnh Đồng Tháp", ["Sở Y tế An Giang", "Sở Y tế tỉnh Đồng Tháp"]),
    ],
)
def test_a_province_beside_a_school_is_itself_a_party(told: str, expected: list[str], kit: Kit) -> None:
    assert parties(f"{told} ký thỏa thuận hợp tác đào tạo.", kit) == [expected]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "UBND tỉnh Kon Tum và Sở Y tế Lào Cai ký quy chế phối hợp tại thành phố Kon Tum. Tỉnh Kon Tum sẽ bố trí đất.",
            ("Tỉnh Kon Tum", "Kon Tum"),
        ),
        (
            "UBND thành phố Cà Mau và Sở Y tế Lào Cai ký quy chế phối hợp. Tỉnh Cà Mau đông dân.",
            (),
        ),
        (
            "UBND tỉnh Kon Tum và Sở Y tế Lào Cai ký quy chế phối hợp. Kon Tum sẽ bố trí đất.",
            ("Kon Tum",),
        ),
    ],
)  # fmt: skip
def test_a_town_is_no_other_name_of_its_province(text: str, told: tuple[str, ...], kit: Kit) -> None:
    (agreement,) = kit.extract(text).agreements
    assert next(party for party in agreement.parties if party.name.startswith("UBND")).aliases == told
