"""Where the names of bodies and persons begin and end, in the sentences in which documents are signed."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit

SIGNED = "Sáng 12/5/2023, {} và Sở Y tế Lâm Đồng đã ký kết chương trình phối hợp."


@pytest.mark.parametrize(
    "body",
    [
        "Cảng vụ Hàng hải Quy Nhơn",
        "Cục Thi hành án dân sự tỉnh",
        "Viện KSND tỉnh",
        "Huyện đoàn Bắc Lâm",
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        "Ban Cán sự đảng TAND tỉnh",
        "Quỹ Hỗ trợ Phụ nữ nghèo",
        "Hội đồng Kinh doanh Hoa Kỳ - Mê Kông",
        "Ban Quản lý di tích tỉnh",
        "Công ty TNHH Du lịch Bà Nà",
        "Hội Kiến trúc sư tỉnh Bình Thuận",
        "Bệnh viện Hữu nghị Việt - Đức",
        "Trường Đại học Việt - Đức",
        "Công ty Liên doanh Việt - Nga",
        "Hội Hữu nghị Việt Nam - Hàn Quốc",
        "Hiệp hội Doanh nghiệp Việt - Nhật",
        "Hội Hữu nghị Việt Nam - Lào tỉnh Nghệ An",
        "Lầu Năm Góc",
        "Đồn Biên phòng cửa khẩu Quốc tế Lệ Thanh",
        "Câu lạc bộ Doanh nhân Sài Gòn",
        "Phòng Cảnh sát giao thông Công an tỉnh Bến Tre",
        "Đoàn Khối các cơ quan tỉnh Vĩnh Long",
        "Agribank Chi nhánh Tây Đô",
        "MobiFone Khu vực 9",
        "UBND huyện Lâm Bình",
        "Tổ hợp tác Dệt thổ cẩm Zơ Râm",
        "Ban Đại diện Hội Người cao tuổi tỉnh Tiền Giang",
        "Hội đồng Anh tại Việt Nam",
        "Ban Quản lý dự án Sông Hậu",
        "Ban Quản lý rừng phòng hộ Hòn Đất - Suối Dầu",
        "Ban Chỉ đạo 35 tỉnh Lâm Đồng",
        "Văn phòng Ban chỉ đạo 138 tỉnh Lâm Đồng",
        "Hội đồng Xuất khẩu Ngũ cốc Canada",
        "Bộ Tư lệnh Vùng Cảnh sát biển 4",
        "Bệnh viện Quân y 121",
        "Ngân hàng Chính sách xã hội tỉnh",
        "Chi hội Nuôi tôm Bình Đại",
        "Ban Dân vận Tỉnh ủy",
        "Công ty Bảo hiểm nhân thọ AIO Việt Nam",
        "Viễn thông Cà Mau",
        "Công ty Cổ phần Đầu tư và Viễn thông Sao Bắc",
        "Công ty CP Giải pháp Đo đếm Điện lực và Viễn thông Sông Mây",
        "Hệ thống siêu thị điện máy Hòa Sơn",
        "Phân hiệu Đại học Lam Giang tại Quảng Trị",
        "Viện Kiểm sát nhân dân cấp cao tại Đà Nẵng",
        "Quỹ Friends of Vietnam",
        "Save the Forest",
        "CLB Du lịch cộng đồng Hà Giang",
        "Hệ thống bán lẻ Điện gia dụng Sao Bắc",
        "Công ty Cổ phần BĐS 3C",
        "Tổ hợp Dệt may Sông Ba",
        "Không quân Chile",
        "Lực lượng Phòng vệ Nhật Bản",
    ],
)
def test_a_body_is_told_with_its_whole_name(body: str, kit: Kit) -> None:
    (agreement,) = kit.extract(SIGNED.format(body)).agreements
    assert [party.name for party in agreement.parties] == [body, "Sở Y tế Lâm Đồng"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Hiệp hội Doanh nhân Hàn Quốc tại Việt Nam (HDHV)", "Hiệp hội Doanh nhân Hàn Quốc tại Việt Nam (HDHV)"),
        ("Phòng Thương mại Hòa Sơn (PTHS) chi nhánh Cần Thơ", "Phòng Thương mại Hòa Sơn (PTHS) chi nhánh Cần Thơ"),
        ("nhà thầu Nordwind Engineering", "Nordwind Engineering"),
        ("UBND huyện Châu Thành, tỉnh Bến Tre", "UBND huyện Châu Thành"),
    ],
)
def test_a_body_ends_with_its_post_its_branch_or_before_its_address(told: str, name: str, kit: Kit) -> None:
    (agreement,) = kit.extract(SIGNED.format(told)).agreements
    assert [party.name for party in agreement.parties] == [name, "Sở Y tế Lâm Đồng"]


def test_an_office_has_no_branch(kit: Kit) -> None:
    text = "Ngày 9/7/2020, Sở NN&PTNT, Chi nhánh NHCSXH tỉnh Đắk Nông ký kết văn bản liên tịch."
    (agreement,) = kit.extract(text).agreements
    told = [party.name for party in agreement.parties]
    assert told == ["Sở NN&PTNT tỉnh Đắk Nông", "Chi nhánh NHCSXH tỉnh Đắk Nông"]


@pytest.mark.parametrize(
    ("told", "partner"),
    [
        ("UBND tỉnh Khánh Hòa giao Sở Du lịch", "Sở Du lịch"),
        ("Sở Du lịch cùng 3 trường đại học Malaysia", "Sở Du lịch"),
        ("Trường Đại học Lam Giang, tại sân vận động Trường,", "Trường Đại học Lam Giang"),
    ],
)
def test_who_delegates_and_whose_body_it_is_are_no_parties(told: str, partner: str, kit: Kit) -> None:
    text = f"Ngày 26/2/2018, {told} ký kết biên bản ghi nhớ với Cơ quan Du lịch Ulsan."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == [partner, "Cơ quan Du lịch Ulsan"]


LISTED = (
    "Sáng 12/5/2023, Sở Y tế Lâm Đồng và Bệnh viện Châu Sơn ký bản ghi nhớ hợp tác. "
    "Đại diện hai bên ký kết là bà Trần Thị Chín, Giám đốc Bệnh viện Châu Sơn và {}."
)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Chủ tịch UBND thành phố Đồng Xoài Trương Hữu Phú", "Trương Hữu Phú"),
        ("Phó Thị trưởng thành phố Port Lane (Vanuatu) Jean-Marc Bari", "Jean-Marc Bari"),
        ("Chủ tịch Ủy ban MTTQ tỉnh Ksor H'Blim", "Ksor H'Blim"),
        ("Bí thư Đảng ủy xã Trà Linh Hồ Văn Dang", "Hồ Văn Dang"),
        ("Giám đốc Minh Phát Lê Thị Tám", "Lê Thị Tám"),
        ("Tổng Giám đốc Công ty Cổ phần Gỗ An Cường Lê Đức Tám", "Lê Đức Tám"),
        ("Thiếu tướng, PGS.TS Trần Mạnh Sáu", "Trần Mạnh Sáu"),
        ("ông Phạm Văn Hải - bìa trái - Giám đốc Công ty TNHH Vạn Phúc", "Phạm Văn Hải"),
        ("Giám đốc Quốc gia ADB tại Việt Nam Shantanu Kolay", "Shantanu Kolay"),
        ("Quốc vụ khanh Bộ Du lịch Campuchia Tan Khon", "Tan Khon"),
    ],
)
def test_a_person_told_after_an_office_is_one_of_a_list(told: str, name: str, kit: Kit) -> None:
    (agreement,) = kit.extract(LISTED.format(told)).agreements
    assert [person.name for person in agreement.signatories] == ["Trần Thị Chín", name]


def test_a_name_that_only_its_office_tells_is_read_in_a_list(kit: Kit) -> None:
    text = (
        "Ban Dân tộc tỉnh Kon Tum và Báo Kon Tum ký quy chế phối hợp. Ký quy chế có các đồng chí: "
        "A Phương - Trưởng Ban Dân tộc tỉnh Kon Tum, Lê Thị Tám - Tổng Biên tập Báo Kon Tum."
    )
    (agreement,) = kit.extract(text).agreements
    assert [person.name for person in agreement.signatories] == ["A Phương", "Lê Thị Tám"]


def test_a_body_in_brackets_or_after_a_dash_is_whom_the_person_signs_for(kit: Kit) -> None:
    text = "Sáng 3/4/2022, ông Bùi Văn Sáu (Công ty Lâm nghiệp Sông Dinh) và ông Đặng Hữu Năm (Nhà máy Giấy An Hòa) đã ký hợp đồng."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Công ty Lâm nghiệp Sông Dinh", "Nhà máy Giấy An Hòa"]
    assert [person.party for person in agreement.signatories] == [party.id for party in agreement.parties]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tổng công ty Hàng hải Lam Giang", "Ngân hàng TMCP Hàng hải Lam Giang"),
        ("Công đoàn Giáo dục tỉnh Hòa Bình", "Công ty Bảo Việt Nhân thọ Hòa Bình"),
    ],
)
def test_two_bodies_that_share_a_part_of_a_name_are_two(first: str, second: str, kit: Kit) -> None:
    for joint in (" - ", " và "):
        (agreement,) = kit.extract(f"Ngày 6/4/2017, {first}{joint}{second} ký thỏa thuận hợp tác.").agreements
        assert [party.name for party in agreement.parties] == [first, second]


def test_an_insurer_is_one_under_its_short_name(kit: Kit) -> None:
    text = (
        "Bảo hiểm Sao Khuê ký với Bệnh viện Châu Sơn\n\nNgày 6/4/2017, Tổng công ty Bảo hiểm Sao Khuê và "
        "Bệnh viện Châu Sơn ký thỏa thuận hợp tác. Bảo hiểm Sao Khuê sẽ trả viện phí."
    )
    (agreement,) = kit.extract(text).agreements
    assert len(agreement.parties) == 2


def test_bodies_told_as_any_of_their_kind_are_none(kit: Kit) -> None:
    text = "Sáng 12/5/2023, Sở Y tế Lâm Đồng ký kết chương trình với các Tổ chức phi chính phủ nước ngoài (đợt 1)."
    assert [party.name for one in kit.extract(text).agreements for party in one.parties] in ([], ["Sở Y tế Lâm Đồng"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Công ty Hạ tầng Sao Khuê và Bệnh viện Châu Sơn ký hợp đồng. Tập đoàn Sao Khuê và Sở Y tế Hà Nam ký thỏa thuận với "
                "Công ty Cổ phần Tập đoàn Sao Khuê."
            ),
            ["Công ty Cổ phần Tập đoàn Sao Khuê"],
        ),
        (
            "Bệnh viện Trường Đại học Lam Giang ký thỏa thuận với Sở Y tế Hà Nam. Trường Đại học Lam Giang chúc mừng.",
            ["Bệnh viện Trường Đại học Lam Giang"],
        ),
    ],
)
def test_who_is_told_by_the_end_of_a_longer_name(text: str, expected: list[str], kit: Kit) -> None:
    parties = [party for one in kit.extract(text).agreements for party in one.parties]
    for name in expected:
        (forms,) = {(party.name, *party.aliases) for party in parties if party.name == name}
        assert ("Tập đoàn Sao Khuê" in forms) == ("Tập đoàn" in name)
        assert "Trường Đại học Lam Giang" not in forms


def test_a_line_of_capitals_parts_its_bodies(kit: Kit) -> None:
    text = "HOTABANK VÀ CÔNG TY BẢO HIỂM SAO KHUÊ KÝ HỢP TÁC\n\nSáng 12/5/2023, Hotabank và Công ty Bảo hiểm Sao Khuê ký thỏa thuận."
    (agreement,) = kit.extract(text).agreements
    assert len(agreement.parties) == 2


def test_bodies_of_several_places_that_a_number_counts(kit: Kit) -> None:
    text = (
        "Công an 3 tỉnh, thành phố gồm: Hà Nam, Hải Phòng và Thái Bình vừa tổ chức hội nghị ký kết kế hoạch phối hợp."
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.aliases for party in agreement.parties] == [("Hà Nam",), ("Hải Phòng",), ("Thái Bình",)]


def test_the_state_of_an_unlisted_place_is_no_party(kit: Kit) -> None:
    text = "Sáng 22/12/2017 diễn ra lễ ký kết Bản thỏa thuận hợp tác giữa tỉnh Hà Nam và tỉnh Samsok-do, Hàn Quốc."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["tỉnh Hà Nam", "tỉnh Samsok-do"]


@pytest.mark.parametrize(
    ("front", "parties"),
    [
        ("Nhân dịp SEA Games", []),
        ("Trước thềm World Cup", []),
        ("Đầu tư theo TPP", []),
        ("ĐBSCL", []),
        ("HSPC", ["HSPC"]),
    ],
)
def test_treaties_events_and_regions_are_no_bodies(front: str, parties: list[str], kit: Kit) -> None:
    (agreement,) = kit.extract(f"{front}, Công ty Cổ phần Hòa Sơn đã ký thỏa thuận.").agreements
    assert [party.name for party in agreement.parties] == [*parties, "Công ty Cổ phần Hòa Sơn"]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Bộ trưởng Bộ Tư pháp Nhật Bản", "Bộ Tư pháp Nhật Bản"),
        ("Cục trưởng Cục Hàng không Peru", "Cục Hàng không Peru"),
        ("Giám đốc Công ty Andina Peru", "Công ty Andina"),  # only a public body has its state in its name
    ],
)
def test_a_public_body_in_an_office_is_that_of_the_state_behind_it(office: str, body: str, kit: Kit) -> None:
    text = f"Ngày 12/5/2023, {office} Mateo Ríos ký bản ghi nhớ với Sở Y tế Lâm Đồng."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Sở Y tế Lâm Đồng", body]
    assert [person.name for person in agreement.signatories] == ["Mateo Ríos"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Thứ trưởng Tuấn cho biết hai bên đã ký thỏa thuận.", ["Tuấn"]),
        ("Thứ trưởng Hạnh đề nghị hai bên ký thỏa thuận.", ["Hạnh"]),
        ("Thứ trưởng Nông nghiệp đề nghị hai bên ký thỏa thuận.", []),
        ("Thị trưởng Oslo cho biết hai bên đã ký thỏa thuận.", []),
        ("Thủ tướng Đơn Kim ký thỏa thuận.", ["Đơn Kim"]),
        ("Tổng thống Đặc Sâm Môn ký thỏa thuận.", ["Đặc Sâm Môn"]),
        ("Trưởng phòng Đặc Sâm Môn ký thỏa thuận.", []),
        ("Người tiền nhiệm Diego Soto đã ký thỏa thuận.", ["Diego Soto"]),
        ("Giám đốc sáng lập Công ty Cổ phần Hòa Sơn Lê Văn Tám ký thỏa thuận.", ["Lê Văn Tám"]),
        ("Bộ trưởng Môi trường Peru, Ana Quispe cho biết hai bên đã ký thỏa thuận.", ["Ana Quispe"]),
        ("Bộ trưởng Môi trường Peru, Andina Norte và Sở Y tế Lâm Đồng ký thỏa thuận.", []),
        ("Diego Soto (trái) ký thỏa thuận với Sở Y tế Lâm Đồng.", ["Diego Soto"]),
        ("Kenji Morita (đứng giữa) ký thỏa thuận.", ["Kenji Morita"]),
        ("Andina Norte (Peru) ký thỏa thuận với Sở Y tế Lâm Đồng.", []),
        ("Công ty Andina Norte (trái) ký thỏa thuận với Sở Y tế Lâm Đồng.", []),
        ("Ông Lầu Văn Năm ký thỏa thuận.", ["Lầu Văn Năm"]),
        ("Lầu Năm Góc ký thỏa thuận.", []),
    ],
)
def test_a_person_is_told_by_office_by_what_follows_or_by_the_place_in_a_picture(
    text: str, persons: list[str], kit: Kit
) -> None:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    assert [name.place.of(analysis.text) for name in analysis.names if name.kind is NameKind.PERSON] == persons


@pytest.mark.parametrize(
    ("told", "states", "bodies"),
    [
        ("Các doanh nghiệp Việt - Nhật", ["Việt", "Nhật"], []),
        ("Doanh nghiệp Việt Long", [], ["Doanh nghiệp Việt Long"]),
        ("Ủy ban châu Âu", ["Ủy ban châu Âu"], []),
    ],
)
def test_a_pair_of_states_or_a_union_is_no_body(told: str, states: list[str], bodies: list[str], kit: Kit) -> None:
    analysis = language.analyse(ingest.from_text(f"{told} đã ký thỏa thuận."), kit.lexicon, kit.grammar)
    named = [(name.kind, name.place.of(analysis.text)) for name in analysis.names]
    assert named == [(NameKind.STATE, one) for one in states] + [(NameKind.ORGANISATION, one) for one in bodies]


def test_the_hospital_of_the_province_is_not_the_one_with_a_name(kit: Kit) -> None:
    text = (
        "Bệnh viện Đa khoa Hoa Mơ và Sở Y tế Lâm Đồng ký thỏa thuận ngày 3/4/2019.\n\n"
        "Dự lễ ký có lãnh đạo Bệnh viện Đa khoa tỉnh."
    )
    assert kit.extract(text).agreements[0].parties[0].aliases == ()


def test_a_firm_is_named_behind_those_who_stand_for_it(kit: Kit) -> None:
    text = "Ông Lê Văn Tám - Tổng Giám đốc và đại diện Viet Post, bà Hồ Thị Năm - Giám đốc đã ký thỏa thuận."
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    told = [(name.kind, name.place.of(analysis.text)) for name in analysis.names]
    assert told == [
        (NameKind.PERSON, "Lê Văn Tám"),
        (NameKind.ORGANISATION, "Viet Post"),
        (NameKind.PERSON, "Hồ Thị Năm"),
    ]


def test_a_brand_that_a_company_has_is_no_part_of_the_name_behind_an_office(kit: Kit) -> None:
    text = (
        "Công ty cổ phần Akebono Việt Nam và Sở Y tế Lâm Đồng ký hợp đồng ngày 3/4/2019.\n\n"
        "Giám đốc Sở Y tế Lâm Đồng Lê Văn Tám và Tổng giám đốc Akebono Kenji Morita đã đặt bút ký hợp đồng."
    )
    assert [one.name for one in kit.extract(text).agreements[0].signatories] == ["Lê Văn Tám", "Kenji Morita"]


@pytest.mark.parametrize(
    ("said", "persons"),
    [
        ("Đại tá Đinh Quốc Trụ, Giám đốc Sở GD&ĐT Bùi Thị Thanh Tâm và Bí thư Tỉnh đoàn Vũ Mạnh Khôi đã ký.",
         ["Đinh Quốc Trụ", "Bùi Thị Thanh Tâm", "Vũ Mạnh Khôi"]),
        ("Ông Đinh Quốc Trụ, Chủ tịch UBND huyện Lê Văn Tám và bà Vũ Thị Hoa ký.",
         ["Đinh Quốc Trụ", "Lê Văn Tám", "Vũ Thị Hoa"]),
        ("Ông Đinh Quốc Trụ, Hiệu trưởng Trường THPT Nguyễn Thị Minh Khai ký.", ["Đinh Quốc Trụ"]),
        ("Đại tá Đinh Quốc Trụ, Giám đốc Công an tỉnh Hà Nam ký.", ["Đinh Quốc Trụ"]),
    ],
)  # fmt: skip
def test_an_office_of_a_public_body_before_a_full_name_is_another_persons(
    said: str, persons: list[str], kit: Kit
) -> None:
    analysis = language.analyse(ingest.from_text(said), kit.lexicon, kit.grammar)
    assert [one.place.of(said) for one in analysis.names if one.kind is NameKind.PERSON] == persons
