from __future__ import annotations

import pytest

from camket import ingest
from camket.document import BlockKind
from camket.records import Agreement
from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


def signed(agreements: tuple[Agreement, ...]) -> list[list[str]]:
    return [[person.name for person in one.signatories] for one in agreements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trường Cao đẳng Y tế Lam Sơn ký thỏa thuận với Bệnh viện Tân Kỳ về thực tập, với Công ty Dược Hồng Lĩnh.",
            [
                ["Trường Cao đẳng Y tế Lam Sơn", "Bệnh viện Tân Kỳ"],
                ["Trường Cao đẳng Y tế Lam Sơn", "Công ty Dược Hồng Lĩnh"],
            ],
        ),
        (
            "Sáng 5-3, Đài Phát thanh Sông Thao lần lượt ký quy chế phối hợp với Công an tỉnh Phú Thọ và Sở Y tế Phú Thọ.",
            [
                ["Đài Phát thanh Sông Thao", "Công an tỉnh Phú Thọ"],
                ["Đài Phát thanh Sông Thao", "Sở Y tế Phú Thọ"],
            ],
        ),
        (
            """Hội nghị của Bảo hiểm xã hội tỉnh Hà Nam ký quy chế phối hợp với các cơ quan:
- Công an tỉnh Hà Nam: chia sẻ dữ liệu.
- Sở Y tế Hà Nam: giám định hồ sơ.""",
            [
                ["Bảo hiểm xã hội tỉnh Hà Nam", "Công an tỉnh Hà Nam"],
                ["Bảo hiểm xã hội tỉnh Hà Nam", "Sở Y tế Hà Nam"],
            ],
        ),
    ],
)
def test_one_host_with_several_partners_signs_with_each(text: str, expected: list[list[str]], kit: Kit) -> None:
    assert parties(text, kit) == expected


def test_a_locality_told_once_is_that_of_all_in_the_list(kit: Kit) -> None:
    text = "Ngày 8/8/2011, Cục Hải quan, Công an và Bộ Chỉ huy BĐBP tỉnh Tây Ninh ký quy chế phối hợp."
    assert parties(text, kit) == [
        ["Cục Hải quan tỉnh Tây Ninh", "Công an tỉnh Tây Ninh", "Bộ Chỉ huy BĐBP tỉnh Tây Ninh"]
    ]


def test_bodies_of_several_provinces_are_told_apart(kit: Kit) -> None:
    text = "Ngày 8/8/2011, Sở Công Thương các tỉnh Lào Cai, Yên Bái và Hà Giang ký kết chương trình hợp tác."
    assert parties(text, kit) == [["Sở Công Thương tỉnh Lào Cai", "Sở Công Thương Yên Bái", "Sở Công Thương Hà Giang"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ký vào văn bản có các đồng chí: Trần Thị Chín, Giám đốc Sở Y tế Hà Nam; Lê Văn Tám, Giám đốc Bệnh viện Châu Sơn.",
        "Người đặt bút là bà Trần Thị Chín và ông Lê Văn Tám.",
        "Bà Trần Thị Chín (Giám đốc Sở Y tế Hà Nam) và ông Lê Văn Tám (Giám đốc Bệnh viện Châu Sơn) ký văn bản.",
        "Đại diện ký kết phía ngành y tế là bà Trần Thị Chín; phía bệnh viện là ông Lê Văn Tám.",
        "Bà Trần Thị Chín và ông Lê Văn Tám thay mặt hai đơn vị ký kết.",
    ],
)
def test_signers_are_told_in_many_ways(text: str, kit: Kit) -> None:
    lead = "Ngày 5/3/2019, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.\n"
    (names,) = signed(kit.extract(lead + text).agreements)
    assert sorted(names) == ["Lê Văn Tám", "Trần Thị Chín"]


def test_a_signer_is_told_once_though_misspelt_and_beside_one_without_a_name(kit: Kit) -> None:
    record = kit.extract(
        "Sở Y tế Hà Nam và Bệnh viện Lyon ký thỏa thuận hợp tác\n\n"
        "Ngày 5/3/2019, ông Lê Văn Tám và ông Peter Feldmann đã ký thỏa thuận hợp tác giữa Sở Y tế Hà Nam và Bệnh viện Lyon.\n"
        "Ông Peter Felmann ký thỏa thuận hợp tác."
    )
    assert signed(record.agreements) == [["Lê Văn Tám", "Peter Feldmann"]]
    record = kit.extract(
        "Ngày 5/3/2019, Giám đốc Sở Y tế Hà Nam - ông Lê Văn Tám (trái) và Giám đốc Bệnh viện Châu Sơn ký thỏa thuận."
    )
    assert signed(record.agreements) == [["Lê Văn Tám"]]


def test_the_period_is_that_of_what_is_signed_and_not_of_what_is_reviewed(kit: Kit) -> None:
    record = kit.extract(
        "UBND tỉnh Hà Nam và UBND tỉnh Nam Định ký thỏa thuận hợp tác\n\nNgày 5/3/2018, hội nghị tổng kết chương trình hợp tác giữa UBND tỉnh Hà Nam và UBND tỉnh Nam Định giai đoạn "
        "2009 - 2017, ký thỏa thuận hợp tác giai đoạn 2018 - 2021."
    )
    assert [one.period for one in record.agreements] == ["2018/2021"]


def test_of_two_names_for_one_document_that_of_the_lead_counts(kit: Kit) -> None:
    record = kit.extract(
        "Sao Khuê và Avalon ký thỏa thuận\n\nNgày 5/3/2019, Công ty Sao Khuê và Tập đoàn Avalon ký biên bản ghi nhớ hợp tác."
    )
    assert [one.kind for one in record.agreements] == ["memorandum"]


def test_who_witnesses_after_the_signers_has_not_signed(kit: Kit) -> None:
    text = (
        "Ngày 5/3/2019, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.\n"
        "Ký văn bản có bà Trần Thị Chín, Giám đốc Sở và ông Lê Văn Tám, Giám đốc Bệnh viện; ông Đỗ Bảy chứng kiến."
    )
    assert signed(kit.extract(text).agreements) == [["Trần Thị Chín", "Lê Văn Tám"]]


def test_a_dateline_gives_the_year_and_the_place_and_no_day_of_signing(kit: Kit) -> None:
    (agreement,) = kit.extract(
        "Hai đơn vị bắt tay làm y tế\n\nPhủ Lý (Hà Nam), 06/3/2019\n\n"
        "Sáng 5-3, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác."
    ).agreements
    assert (agreement.signed_on, agreement.notes) == ("2019-03-05", ("signed_on: year from the day of publication",))


@pytest.mark.parametrize(
    ("line", "place"), [("Thứ Ba, 05/3/2019 | 09:42", None), ("Sông Lạch, 05/3/2019", "Sông Lạch")]
)
def test_a_weekday_before_a_full_day_is_no_place(kit: Kit, line: str, place: str | None) -> None:
    (agreement,) = kit.extract(
        f"Hai đơn vị bắt tay làm y tế\n\n{line}\n\nSở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác."
    ).agreements
    assert agreement.place == place


def test_an_acronym_that_the_document_defines_names_the_body_later(kit: Kit) -> None:
    text = (
        "Ngày 5/3/2019, Sở Giao thông vận tải (GTVT) Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.\n"
        "Theo đó, Sở GTVT Hà Nam sẽ tặng 10 xe cứu thương."
    )
    record = kit.extract(text)
    assert [one.actors for one in record.commitments if one.kind == "pledge"] == [("p1",)]


def test_persons_told_as_counterparts_are_no_parties(kit: Kit) -> None:
    record = kit.extract(
        "Sở Y tế Hà Nam ký thỏa thuận với ông Lê Văn Tám về dược liệu, với bà Trần Thị Chín về vườn thuốc."
    )
    assert all(len(one.parties) < 2 for one in record.agreements)


def commitments(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(text).commitments]


SIGNING = "Ngày 5/3/2019, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.\n"


def test_content_that_begins_with_cooperation_is_a_list_of_clauses_with_their_objects(kit: Kit) -> None:
    told = commitments(
        SIGNING + "Nội dung hợp tác gồm: Hợp tác trong đào tạo và cung cấp điều dưỡng, xây dựng kho hồ sơ bệnh án, "
        "trao đổi kinh nghiệm về dược liệu và vườn thuốc, tổ chức hội thảo và ngày hội hiến máu.",
        kit,
    )
    assert told == [
        "đào tạo và cung cấp điều dưỡng",
        "xây dựng kho hồ sơ bệnh án",
        "trao đổi kinh nghiệm về dược liệu và vườn thuốc",
        "tổ chức hội thảo và ngày hội hiến máu",
    ]


def test_lines_of_a_notice_on_when_where_and_by_whom_and_heads_of_its_parts_are_no_content(kit: Kit) -> None:
    told = commitments(
        """Trường Cao đẳng Nghề Hàm Rồng và Công ty Dệt Sông Chu sẽ ký thỏa thuận hợp tác với một số nội dung như sau:
1. Thời gian, địa điểm: 14 giờ ngày 12/6/2022, tại Hội trường A.
2. Thành phần tham dự: Đại diện Sở Lao động; phụ huynh; sinh viên năm cuối.
3. Đại diện ký: bà Lê Thị Mơ, Hiệu trưởng; ông Vũ Văn Kha, Giám đốc Công ty.
4. Nội dung chính của thỏa thuận:
a) Mở lớp may công nghiệp cho 60 học viên;
b) Trao 20 suất học bổng.
5. Trách nhiệm của các bên:
- Công ty Dệt Sông Chu tiếp nhận 40 sinh viên thực tập.""",
        kit,
    )
    assert told == [
        "Mở lớp may công nghiệp cho 60 học viên",
        "Trao 20 suất học bổng",
        "tiếp nhận 40 sinh viên thực tập",
    ]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("bảo dưỡng tổ máy số 1 và số 3 nhà máy Tuyên Lộc", ["bảo dưỡng tổ máy số 1 và số 3 nhà máy Tuyên Lộc"]),
        ("nâng cấp bến tàu số 2 của cảng", ["nâng cấp bến tàu số 2 của cảng"]),
        ("bảo dưỡng tổ máy số 15/HĐ-ST", ["bảo dưỡng tổ máy"]),
        ("bảo dưỡng tổ máy số 15 ngày 2/4/2022", ["bảo dưỡng tổ máy"]),
    ],
)
def test_a_subject_ends_at_the_number_of_a_document_and_not_at_that_of_a_thing(
    subject: str, expected: list[str], kit: Kit
) -> None:
    assert (
        commitments(f"Ngày 5/4/2022, Công ty Điện Sông Tự và Tập đoàn Hải Tân ký hợp đồng {subject}.", kit) == expected
    )


def test_who_signs_on_a_side_is_no_act_of_that_side(kit: Kit) -> None:
    told = commitments(
        SIGNING + "Theo đó, Sở Y tế sẽ cử 5 bác sĩ. Về phía bệnh viện, ký là Giám đốc Lê Thị Mơ. "
        "Về phía sở, ký thay mặt các đơn vị là ông Vũ Văn Kha.",
        kit,
    )
    assert told == ["cử 5 bác sĩ"]


def test_fields_of_cooperation_are_told_one_by_one(kit: Kit) -> None:
    assert commitments(SIGNING + "Hai bên hợp tác trong các lĩnh vực: y tế, giáo dục, du lịch và thể thao.", kit) == [
        "y tế",
        "giáo dục",
        "du lịch",
        "thể thao",
    ]


def test_vows_under_a_brand_are_those_of_the_company_with_that_name(kit: Kit) -> None:
    record = kit.extract(
        "Gạch Đồi Sim cam kết sản xuất sạch\n\n"
        "Ngày 5/3/2023, Công ty Cổ phần Gạch Đồi Sim công bố lộ trình giảm phát thải.\n\n"
        "Cụ thể, Gạch Đồi Sim cam kết:\n\n"
        "1. Thay 4 lò nung bằng lò điện;\n2. Trồng 20.000 cây quanh nhà máy."
    )
    assert {one.actors for one in record.commitments} == {("Công ty Cổ phần Gạch Đồi Sim",)}


def test_onlookers_and_parent_bodies_are_no_parties(kit: Kit) -> None:
    text = "Ngày 5/3/2019, trước sự chứng kiến của Bộ Y tế, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác."
    assert parties(text, kit) == [["Sở Y tế Hà Nam", "Bệnh viện Châu Sơn"]]


def test_a_document_tells_its_content_by_a_verb(kit: Kit) -> None:
    told = commitments(SIGNING + "Thỏa thuận quy định việc chuyển bệnh nhân nặng và cử bác sĩ về xã.", kit)
    assert told == ["chuyển bệnh nhân nặng", "cử bác sĩ về xã"]


@pytest.mark.parametrize("leaders", ["Hai đơn vị", "Cả hai cơ quan", "Lãnh đạo hai ngành"])
def test_all_parties_are_told_by_their_count(leaders: str, kit: Kit) -> None:
    record = kit.extract(SIGNING + f"{leaders} cam kết xây dựng 3 trạm cấp cứu.")
    assert [(one.text, one.actors) for one in record.commitments] == [("xây dựng 3 trạm cấp cứu", "all")]


def test_a_deal_told_in_full_below_a_lead_that_names_only_the_partner(kit: Kit) -> None:
    text = (
        "Các hãng tàu mua thêm tàu\n\n"
        "Những hợp đồng lớn được các hãng tàu trong nước ký kết với Công ty Đóng tàu Sông Cấm để mở tuyến ra đảo.\n\n"
        "Lượng khách ra đảo năm qua tăng mạnh.\n\nMùa hè nào bến cũng đông.\n\nVé phải đặt trước cả tuần.\n\n"
        "Ngày 27-2, bà Lê Thị Hoài - giám đốc Công ty Vận tải Hải Âu và ông Trần Văn Dũng - giám đốc Công ty Đóng tàu "
        "Sông Cấm ký hợp đồng đóng 4 tàu cao tốc."
    )
    assert parties(text, kit) == [["Công ty Đóng tàu Sông Cấm", "Công ty Vận tải Hải Âu"]]


@pytest.mark.parametrize("given", ["100 suất học bổng", "học bổng", "quà Tết"])
def test_a_ceremony_that_hands_out_gifts_is_no_signing(given: str, kit: Kit) -> None:
    assert parties(f"Ngày 23-9-2019, Tỉnh đoàn Bến Tre và Tỉnh đoàn Tiền Giang tổ chức lễ trao {given}.", kit) == []


def test_partners_of_a_host_that_signed_with_several_are_told_one_by_one(kit: Kit) -> None:
    text = (
        "Thêm phúc lợi cho đoàn viên\n\n"
        "Đoàn viên được hưởng lợi từ loạt văn bản mà Liên đoàn Lao động tỉnh Hà Nam hoàn tất ký ngày 5-3-2020 "
        "với 9 doanh nghiệp.\n\n"
        "Thỏa thuận với Bệnh viện Châu Sơn có thời hạn hai năm.\n\n"
        "Thỏa thuận với Công ty TNHH Kính mắt Lý Nhân có hiệu lực đến hết năm 2023."
    )
    assert parties(text, kit) == [
        ["Liên đoàn Lao động tỉnh Hà Nam", "Bệnh viện Châu Sơn"],
        ["Liên đoàn Lao động tỉnh Hà Nam", "Công ty TNHH Kính mắt Lý Nhân"],
    ]


def test_items_of_a_list_name_what_is_signed_and_are_planned_as_their_lead_is(kit: Kit) -> None:
    record = kit.extract(
        "Hai nước sắp ký nhiều thỏa thuận\n\n"
        "Việt Nam và Lào dự kiến ký các thỏa thuận kinh tế trong ngày 9-11-2021.\n\n"
        "Danh sách gồm:\n\n"
        "(1) Thỏa thuận cùng tìm kiếm mỏ khí giữa Tập đoàn Dầu khí Sông Hậu và Công ty Năng lượng Viêng Chăn;\n"
        "(2) Thỏa thuận hợp tác trồng rừng giữa Tổng công ty Lâm nghiệp Bắc Sơn và Công ty Gỗ Sê Pôn."
    )
    assert len(record.agreements) == 3
    assert {one.status for one in record.agreements} == {"planned"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ở vịnh Osaka, các nhà đầu tư Nhật Bản vừa ký bản ghi nhớ hợp tác với UBND TP Đà Nẵng.",
            [["UBND TP Đà Nẵng"]],
        ),
        (
            "Ngày 5/3/2019, Tập đoàn Sông Hậu ký hợp đồng thuê hạ tầng với nhà mạng của Lào UniTel.",
            [["Tập đoàn Sông Hậu", "UniTel"]],
        ),
        (
            "Ngày 5/3/2019, tại dự án Sông Hậu Grand City, Ngân hàng Châu Sơn và Tập đoàn Hòa Sơn ký kết hợp tác.",
            [["Ngân hàng Châu Sơn", "Tập đoàn Hòa Sơn"]],
        ),
        (
            "Ngày 5/3/2019, Ngân hàng Phát triển châu Á (ADB) và UBND các tỉnh Hà Nam, Nam Định ký kết hiệp định vay.",
            [["Ngân hàng Phát triển châu Á (ADB)", "UBND tỉnh Hà Nam", "UBND Nam Định"]],
        ),
        (
            "Ngày 5/3/2019, Tập đoàn Bưu chính và Viễn thông Sông Hậu và Hanshin Construction Co., Ltd ký kết hợp đồng.",
            [["Tập đoàn Bưu chính và Viễn thông Sông Hậu", "Hanshin Construction Co., Ltd"]],
        ),
        (
            (
                "Ngày 5/3/2019, Công ty Sao Khuê ký hợp đồng với UBND TP.\nCần Thơ.\nMã cổ phiếu SKX của Công ty Sao Khuê tăng.\n"
                "SKX ký hợp đồng với UBND TP Cần Thơ."
            ),
            [["Công ty Sao Khuê", "UBND TP. Cần Thơ"]],
        ),
        (
            (
                "Chiều 24/8, Tổng thống Nga và Tổng thống Lào đã chứng kiến lễ ký kết 4 văn bản hợp tác giữa hai nước.\n"
                "Nga và Lào là bạn.\nNga và Lào hợp tác."
            ),
            [["Nga", "Lào"]],
        ),
        (
            "Ngày 5/3/2019, Tập đoàn Sông Hậu ký thỏa thuận với Công ty Rhone nhân chuyến thăm Lào của Thủ tướng.",
            [["Tập đoàn Sông Hậu", "Công ty Rhone"]],
        ),
        (
            "Ngày 5/3/2019, lễ ký bản ghi nhớ giữa Bộ Quốc phòng Việt Nam và Lào diễn ra tại Hà Nội.",
            [["Bộ Quốc phòng Việt Nam", "Bộ Quốc phòng Lào"]],
        ),
        (
            (
                "Tập đoàn Avalon ký kết hợp tác với Tập đoàn Rhone\n\nNgày 5/3/2019, Công ty AvaPha và Tập đoàn Rhone đã ký kết "
                "biên bản ghi nhớ hợp tác."
            ),
            [["Công ty AvaPha", "Tập đoàn Rhone"]],
        ),
        (
            "Kim Rae-won ký văn kiện\n\nTổng thống Lào Htin Kyaw và lãnh đạo Hàn Quốc Kim Rae-won ngày 5/3 ký thỏa thuận hòa bình.",
            [["Hàn Quốc", "Lào"]],
        ),
        (
            "Tại hội nghị thượng đỉnh Nga - Lào, Hãng Sông Hậu Air ký hợp đồng thuê 10 toa tàu với Tập đoàn Hòa Sơn.",
            [["Hãng Sông Hậu Air", "Tập đoàn Hòa Sơn"]],
        ),
        (
            "Ngày 5/3/2019, công ty Cổ phần Giải pháp Số Sao Khuê và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.",
            [["công ty Cổ phần Giải pháp Số Sao Khuê", "Bệnh viện Châu Sơn"]],
        ),
        (
            (
                "Ngày 5/3/2019, Trường Đại học Châu Sơn ký kết thỏa thuận hợp tác với Tập đoàn Avalon.\n"
                "Giảng viên của Trường Cao đẳng Du lịch Avalon (ATC) cùng dạy."
            ),
            [["Trường Đại học Châu Sơn", "Tập đoàn Avalon"]],
        ),
        (
            (
                "Ngày 5/3/2019, Công ty Bảo hiểm Petrosong (Pesico), thành viên của Tập đoàn Dầu Sông Hậu (Petrosong), ký kết "
                "thỏa thuận hợp tác với Bệnh viện Châu Sơn.\nLãnh đạo Petrosong dự lễ."
            ),
            [["Công ty Bảo hiểm Petrosong (Pesico)", "Bệnh viện Châu Sơn"]],
        ),
        (
            (
                "Hội Tin học Hà Nam ký thỏa thuận hợp tác với Hội Tin học Lyon\n\nĐược sự hỗ trợ của Sở Ngoại vụ Hà Nam, Chủ tịch "
                "Hội Tin học Hà Nam đã sang Lyon để ký thỏa thuận hợp tác với Hội Tin học Lyon."
            ),
            [["Hội Tin học Hà Nam", "Hội Tin học Lyon"]],
        ),
    ],
)
def test_names_beside_the_parties_are_told_apart(text: str, expected: list[list[str]], kit: Kit) -> None:
    assert parties(text, kit) == expected


def test_leaders_told_as_a_pair_sign_and_those_of_a_board_are_not_guessed(kit: Kit) -> None:
    text = (
        "Lào và Campuchia ký hiệp định\n\nNgày 5/3/2019, hai thủ tướng đã ký hiệp định thương mại giữa Lào và Campuchia.\n\n"
        "Thủ tướng Lào Sonexay Phomvihane (trái) và Thủ tướng Campuchia Hun Manet tại buổi lễ."
    )
    assert [one.name for one in kit.extract(text).agreements[0].signatories] == ["Sonexay Phomvihane", "Hun Manet"]
    board = SIGNING + "Ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nam, phát biểu. Thỏa thuận được lãnh đạo hai bên ký kết."
    assert kit.extract(board).agreements[0].signatories == ()


def test_what_someone_says_ends_an_item_and_names_are_not_cut(kit: Kit) -> None:
    text = SIGNING + "Theo đó, hai bên sẽ xây dựng 3 trạm cấp cứu và chỉ định đầu mối là Sở Thông tin và Truyền thông."
    assert commitments(text, kit) == [
        "xây dựng 3 trạm cấp cứu",
        "chỉ định đầu mối là Sở Thông tin và Truyền thông",
    ]
    said = SIGNING + "Theo đó, hai bên sẽ xây dựng 3 trạm cấp cứu, báo Sức khỏe đưa tin."
    assert commitments(said, kit) == ["xây dựng 3 trạm cấp cứu"]


def test_the_party_is_meant_whose_name_has_the_noun(kit: Kit) -> None:
    record = kit.extract(
        "Ngày 5/3/2019, TP.HCM và tỉnh Nghệ An ký kết thỏa thuận hợp tác phát triển kinh tế.\n\n"
        "Tỉnh cam kết rút ngắn một nửa thời gian cấp phép."
    )
    pledge = record.commitments[-1]
    names = {party.id: party.name for party in record.agreements[0].parties}
    assert (pledge.text, [names[one] for one in pledge.actors]) == (
        "rút ngắn một nửa thời gian cấp phép",
        ["tỉnh Nghệ An"],
    )


def test_members_of_a_cluster_told_among_the_guests_sign_its_vow(kit: Kit) -> None:
    text = (
        "Cụm thi đua số 2 tổng kết công tác thi đua năm 2017\n\n"
        "Ngày 5/12/2017, Sở Tư pháp tỉnh Hà Nam tổ chức hội nghị tổng kết và ký kết giao ước thi đua năm 2018.\n\n"
        "Dự hội nghị có ông Lê Văn Tám, Vụ trưởng Vụ Thi đua và 3 Sở Tư pháp của các tỉnh: Hà Nam, Nam Định, Thái Bình."
    )
    assert parties(text, kit) == [["Sở Tư pháp tỉnh Hà Nam", "Sở Tư pháp Nam Định", "Sở Tư pháp Thái Bình"]]
    others = text.replace("giao ước thi đua", "chương trình phối hợp")
    assert parties(others, kit) == [["Sở Tư pháp tỉnh Hà Nam"]]


def test_who_sells_and_who_buys_sign(kit: Kit) -> None:
    text = "Ngày 5/3/2019, Công ty Điện gió Trường Thịnh đã ký hợp đồng bán 40 MW điện cho Tập đoàn Hòa Sơn."
    assert parties(text, kit) == [["Công ty Điện gió Trường Thịnh", "Tập đoàn Hòa Sơn"]]


def test_what_is_told_in_the_passive_is_undertaken_by_those_it_names(kit: Kit) -> None:
    text = SIGNING + "Ba lớp sơ cứu cũng sẽ được hai bên phối hợp tổ chức trong tháng 9."
    assert commitments(text, kit) == ["Ba lớp sơ cứu"]
    helped = SIGNING + "Bệnh nhân nghèo sẽ được hai bên hỗ trợ viện phí, tặng thẻ bảo hiểm nếu cần."
    assert commitments(helped, kit) == ["hỗ trợ viện phí", "tặng thẻ bảo hiểm"]
    effect = SIGNING + "Bệnh nhân nghèo sẽ được hưởng viện phí thấp."
    assert commitments(effect, kit) == []


def test_what_a_party_did_already_is_no_commitment(kit: Kit) -> None:
    text = SIGNING + "Theo đó, Sở Y tế Hà Nam đã cung cấp hai chiếc bút cho lễ ký."
    assert commitments(text, kit) == []


def test_a_company_told_by_its_own_name_and_a_verb_of_no_list_undertakes(kit: Kit) -> None:
    text = (
        "Ngày 5/3/2019, Công ty Vật tư nông nghiệp Sông Dinh và Hợp tác xã Hưng Phú ký kết hợp đồng.\n\n"
        "Theo hợp đồng, Sông Dinh khất nợ cho xã viên tới cuối vụ."
    )
    assert commitments(text, kit) == ["khất nợ cho xã viên tới cuối vụ"]


def test_a_lone_body_vows_under_a_common_noun(kit: Kit) -> None:
    text = (
        "Công ty Gốm Hoàng Thạch công bố lộ trình xanh.\n\n"
        "Theo lộ trình này, doanh nghiệp cam kết trồng 1 triệu cây xanh trước năm 2030."
    )
    record = kit.extract(text)
    assert [(one.text, one.actors) for one in record.commitments] == [
        ("trồng 1 triệu cây xanh", ("Công ty Gốm Hoàng Thạch",))
    ]
    quarrel = text.replace("công bố lộ trình xanh", "bị khởi kiện")
    assert kit.extract(quarrel).commitments == ()


def test_a_headline_may_begin_with_a_place_and_a_colon(kit: Kit) -> None:
    text = "Hà Nam: Hai bệnh viện ký kết chương trình hợp tác đào tạo\n\nTin đang cập nhật."
    assert ingest.from_text(text).blocks[0].kind is BlockKind.HEADLINE
    assert (
        ingest.from_text("Kính gửi: Các cơ quan báo chí ở trung ương và địa phương\n\nTin.").blocks[0].kind
        is not BlockKind.HEADLINE
    )


def test_a_link_to_another_article_is_no_text(kit: Kit) -> None:
    text = (
        SIGNING
        + "\n\nXem thêm: Lào và Campuchia cam kết nối lại đường bay\n\nTheo đó, hai bên sẽ xây dựng 3 trạm cấp cứu."
    )
    assert commitments(text, kit) == ["xây dựng 3 trạm cấp cứu"]


def test_a_word_that_holds_another_is_not_cut(kit: Kit) -> None:
    text = SIGNING + "Theo đó, hai bên sẽ áp dụng triệt để quy trình khép kín."
    assert commitments(text, kit) == ["áp dụng triệt để quy trình khép kín"]
