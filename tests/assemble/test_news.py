"""Which signings a document reports as its news: at an event, beside a review, on an anniversary, long ago."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

FAIR = """Nông sản Lào Cai tìm đường xuống biển

Hội nghị kết nối cung cầu nông sản do Sở Công Thương tỉnh Lào Cai tổ chức ngày 27/11/2023 tại thành phố Lào Cai.

Hơn 120 đại biểu là lãnh đạo các sở, ngành của tỉnh đã tham dự. Ông Lương Ngọc Vinh, Phó Chủ tịch UBND tỉnh, thông tin về
sản lượng mận và lê. Vụ này cả tỉnh có chừng ba nghìn héc ta mận đang cho thu hoạch.

Ông mời các doanh nghiệp nói thẳng những điểm mà nông sản của tỉnh chưa đạt. Bà Tôn Nữ Bảo Quyên cho rằng chất lượng tốt mà
mẫu mã thì chưa đều. Một số hợp tác xã than phiền rằng siêu thị chậm trả tiền. Nhiều người trong hội trường gật đầu với ý đó.

"""


def signed(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize("opening", ["Dịp này", "Cũng tại hội nghị", "Trong khuôn khổ hội nghị", "Tại đây"])
def test_what_is_signed_at_the_event_of_the_news_is_news(opening: str, kit: Kit) -> None:
    told = f"{opening}, HTX Nông sản Tả Phời ký hợp đồng tiêu thụ mận với Công ty CP Siêu thị Sông Hồng."
    assert signed(FAIR + told, kit) == [["HTX Nông sản Tả Phời", "Công ty CP Siêu thị Sông Hồng"]]


def test_beside_one_signing_at_the_event_others_are_news_too(kit: Kit) -> None:
    told = (
        "Dịp này, HTX Nông sản Tả Phời ký hợp đồng tiêu thụ mận với Công ty CP Siêu thị Sông Hồng.\n\n"
        "Sở Công Thương Lào Cai và Sở Công Thương Hà Giang ký kết kế hoạch phối hợp xúc tiến thương mại.\n\n"
        "Ngày 30/11, Công ty Chè Bản Liền và Tập đoàn Hòa Sơn dự kiến ký biên bản ghi nhớ."
    )
    found = kit.extract(FAIR + told).agreements
    assert [one.kind.value for one in found] == ["contract", "coordination", "memorandum"]
    assert [one.status.value for one in found] == ["signed", "signed", "planned"]


def test_what_is_signed_by_persons_told_by_name_is_news(kit: Kit) -> None:
    told = (
        "Ông Phan Đình Cẩn, Giám đốc Sở Công Thương tỉnh Lào Cai đã ký biên bản ghi nhớ với bà Hồ Thị Mí, Giám đốc "
        "Công ty CP Siêu thị Sông Hồng."
    )
    assert signed(FAIR + told, kit) == [["Sở Công Thương tỉnh Lào Cai", "Công ty CP Siêu thị Sông Hồng"]]


@pytest.mark.parametrize(
    "told",
    [
        "HTX Nông sản Tả Phời từng ký hợp đồng tiêu thụ mận với Công ty CP Siêu thị Sông Hồng.",
        "HTX Nông sản Tả Phời ký hợp đồng tiêu thụ mận với Công ty CP Siêu thị Sông Hồng thì giá mới ổn định.",
    ],
)
def test_what_is_told_elsewhere_in_passing_is_none(told: str, kit: Kit) -> None:
    assert signed(FAIR + told, kit) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Sơ kết 3 năm phối hợp, ký kết chương trình giai đoạn mới",
        "Tổng kết 3 năm phối hợp và ký kết chương trình giai đoạn mới",
    ],
)
def test_a_signing_beside_a_review_is_news(headline: str, kit: Kit) -> None:
    text = f"""{headline}

Ngày 12/3/2024, Tỉnh Đoàn và Sở Y tế tỉnh Lào Cai tổ chức Hội nghị tổng kết Chương trình phối hợp số 15/CTPH-TĐ-SYT giai \
đoạn 2020 - 2023 và ký kết Chương trình phối hợp giai đoạn 2024 - 2028."""
    found = kit.extract(text).agreements
    assert [(len(one.parties), one.period) for one in found] == [(2, "2024/2028")]


def test_parts_of_a_documents_number_are_no_bodies(kit: Kit) -> None:
    text = "Ngày 12/3/2024, Tỉnh Đoàn Lào Cai và Sở Y tế Lào Cai ký kết Chương trình phối hợp số 15/CTPH-VCCI-SYT."
    assert signed(text, kit) == [["Tỉnh Đoàn Lào Cai", "Sở Y tế Lào Cai"]]


@pytest.mark.parametrize(
    "told",
    [
        "tổ chức lễ kỷ niệm 10 năm ngày ký kết thỏa thuận hợp tác",
        "tổ chức gặp mặt kỷ niệm 20 năm ngày ký kết nghĩa",
        "gặp mặt kỷ niệm 10 năm ký kết hợp tác",
    ],
)
def test_an_anniversary_of_a_signing_is_none(told: str, kit: Kit) -> None:
    text = f"Gặp mặt truyền thống\n\nNgày 17/8/2024, Bệnh viện Hoàn Mỹ An và Trường Đại học Lam Giang {told}."
    assert signed(text, kit) == []


def test_a_signing_on_an_anniversary_is_news(kit: Kit) -> None:
    text = "Ngày 17/8/2024, nhân kỷ niệm 50 năm ngày thành lập, Bệnh viện Hoàn Mỹ An ký thỏa thuận với Sở Y tế Lào Cai."
    assert signed(text, kit) == [["Bệnh viện Hoàn Mỹ An", "Sở Y tế Lào Cai"]]


def test_what_was_signed_in_an_earlier_year_is_none(kit: Kit) -> None:
    text = """Đăng lúc: 19/08/2024 09:36:00 (GMT+7)

Huyện Lâm Bình gặp mặt quận Long Thành

Sáng 17/8, UBND huyện Lâm Bình và UBND quận Long Thành gặp mặt truyền thống.

Đến năm 2011, hai bên ký tiếp bản Thỏa thuận hợp tác toàn diện."""
    assert signed(text, kit) == []


def test_pairs_told_two_by_two_sign_one_document_each(kit: Kit) -> None:
    text = """Ba cặp bản biên giới kết nghĩa

Ngày 15/12/2017 đã diễn ra lễ ký kết thỏa thuận kết nghĩa giữa bản Nà Phìn và bản Na Luông, bản Vàng Lìn và bản Na Sỏn."""
    assert signed(text, kit) == [["bản Nà Phìn", "bản Na Luông"], ["bản Vàng Lìn", "bản Na Sỏn"]]


def test_localities_that_border_are_no_parties(kit: Kit) -> None:
    text = """Công an hai huyện vùng giáp ranh Nghệ An - Thanh Hóa ký kết quy chế phối hợp

Ngày 06/10/2015, Công an huyện Quỳ Lâm và Công an huyện Như Sơn ký kết Quy chế phối hợp giữ an ninh vùng giáp ranh."""
    assert signed(text, kit) == [["Công an huyện Quỳ Lâm", "Công an huyện Như Sơn"]]


def test_the_owner_of_a_cluster_is_no_member(kit: Kit) -> None:
    text = """Khối thi đua số 1 ký kết giao ước thi đua năm 2018

Ngày 15/3/2018, Khối thi đua số 1 thuộc UBND tỉnh tổ chức ký kết giao ước thi đua. Khối gồm 3 đơn vị: Sở Tư pháp, Sở Nội \
vụ và Thanh tra tỉnh."""
    assert signed(text, kit) == [["Sở Tư pháp", "Sở Nội vụ", "Thanh tra tỉnh"]]


def test_three_who_are_counted_are_those_told_before(kit: Kit) -> None:
    text = """Dự án thiện nguyện

Quỹ Nhịp Đập Xanh, Bệnh viện Hoàn Mỹ An và Tập đoàn Hòa Sơn vừa trở thành ba mảnh ghép của một dự án dài hơi. Ngày \
09/4/2024, tại thành phố Buôn Ma Thuột, ba bên đã ký kết Hợp đồng tài trợ."""
    assert signed(text, kit) == [["Quỹ Nhịp Đập Xanh", "Bệnh viện Hoàn Mỹ An", "Tập đoàn Hòa Sơn"]]


@pytest.mark.parametrize(
    "headline",
    [
        "VƯỜN QUỐC GIA VŨ LÂM: SẼ KÝ BẢN GHI NHỚ VỚI TỔ CHỨC BẢO TỒN CỦA ĐỨC",
        "VƯỜN QUỐC GIA VŨ LÂM KÝ KẾT HỢP TÁC VỚI DOANH NGHIỆP TẠI NGÀY HỘI",
    ],
)
def test_plain_words_of_a_line_in_capitals_are_no_body(headline: str, kit: Kit) -> None:
    text = f"{headline}\n\nSáng 7/11/2017, Vườn Quốc gia Vũ Lâm và Đồn Biên phòng Hương Lâm ký kết Quy chế phối hợp."
    assert signed(text, kit) == [["Vườn Quốc gia Vũ Lâm", "Đồn Biên phòng Hương Lâm"]]


def test_a_project_and_who_gave_something_are_no_parties(kit: Kit) -> None:
    text = """Ngân hàng An Thịnh tài trợ 1.850 tỷ đồng cho Nhà máy điện gió Bạch Long 2

Ngày 12/03/2020, Ngân hàng TMCP An Thịnh và Công ty Cổ phần Bạch Long ký hợp đồng tín dụng cho dự án Nhà máy điện gió Bạch Long 2."""
    assert signed(text, kit) == [["Ngân hàng TMCP An Thịnh", "Công ty Cổ phần Bạch Long"]]
    text = """Bệnh viện nhận máy thở

Ngày 5/5/2021, Bệnh viện Hoàn Mỹ An nhận 10 máy thở do Tập đoàn Hòa Sơn tài trợ và ký hợp đồng bảo trì với Công ty Minh Tâm."""
    assert signed(text, kit) == [["Bệnh viện Hoàn Mỹ An", "Công ty Minh Tâm"]]


def test_leaders_told_by_their_offices_sign_for_their_bodies(kit: Kit) -> None:
    text = """Hai tỉnh hợp tác

Ngày 10/10/2019, tại thành phố Takamatsu, Chủ tịch UBND tỉnh Hậu Giang và Thống đốc tỉnh Kagawa đã ký Bản ghi nhớ."""
    assert signed(text, kit) == [["UBND tỉnh Hậu Giang", "tỉnh Kagawa"]]


def test_a_head_of_two_localities_stands_for_both_bodies(kit: Kit) -> None:
    text = """Hội Nông dân hai tỉnh bắt tay

Ngày 27/11/2023, hội nghị do Hội Nông dân tỉnh Lào Cai và thành phố Đà Nẵng tổ chức. Sau phần trao đổi, Hội Nông dân hai địa \
phương đã ký Chương trình phối hợp."""
    assert signed(text, kit) == [["Hội Nông dân tỉnh Lào Cai", "Hội Nông dân thành phố Đà Nẵng"]]


def test_a_signing_whose_ceremony_is_to_come_is_planned(kit: Kit) -> None:
    text = """Sắp có hợp đồng

Hội đồng quản trị Công ty CP Hương Đồng vừa thông qua việc ký hợp đồng với Tập đoàn Hòa Sơn. Lễ ký dự kiến diễn ra ngày 30-10."""
    assert [one.status.value for one in kit.extract(text).agreements] == ["planned"]


@pytest.mark.parametrize(("day", "expected"), [("Hôm nay, ", [["Peru", "Chile"]]), ("", [])])
def test_what_states_sign_today_is_news_without_a_headline(day: str, expected: list[list[str]], kit: Kit) -> None:
    assert signed(f"Chuyện nghề cá\n\nNghề cá gặp khó. {day}Peru và Chile đã ký hiệp định nghề cá.", kit) == expected


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("ký thỏa thuận hợp tác và bản ghi nhớ đào tạo", "agreement"),
        ("ký bản ghi nhớ đào tạo và thỏa thuận hợp tác", "memorandum"),
        ("ký 12 thỏa thuận về nghề cá, trong đó có bản ghi nhớ về cảng", "agreement"),
        ("ký thỏa thuận về nghề cá, là bản ghi nhớ về cảng", "memorandum"),
    ],
)
def test_of_several_documents_the_first_tells_the_kind(told: str, kind: str, kit: Kit) -> None:
    found = kit.extract(f"Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải {told}.").agreements
    assert [one.kind.value for one in found] == [kind]


@pytest.mark.parametrize(("event", "day"), [("buổi lễ ký kết", "2021-07-16"), ("cuộc họp", None)])
def test_the_day_of_the_ceremony_is_that_of_the_signing_though_someone_speaks_then(
    event: str, day: str | None, kit: Kit
) -> None:
    text = (
        f"Công ty Cá Lima ký hợp đồng với Tập đoàn Hòa Sơn. Tại {event} sáng 16/7/2021, bà Lê Thị Tám cho biết giá tốt."
    )
    assert [one.signed_on for one in kit.extract(text).agreements] == [day]


JOINT_WORK = [
    "Thanh tra và Công an tỉnh Nam Định ký quy chế phối hợp giải quyết khiếu nại, tố cáo",
    "Viện kiểm sát nhân dân và Công an tỉnh Nam Định ký quy chế phối hợp trong công tác điều tra, truy tố, xét xử",
    "Sở Công Thương và Công an tỉnh Nam Định ký kết chương trình phối hợp kiểm tra, xử lý vi phạm về xăng dầu",
]


@pytest.mark.parametrize("told", JOINT_WORK)
def test_cases_that_bodies_agree_to_work_on_together_are_the_matter_of_their_agreement(told: str, kit: Kit) -> None:
    assert len(signed(f"{told}\n\nSáng 12/5/2012, {told}.", kit)) == 1


def test_a_case_told_before_the_document_of_coordination_is_a_case(kit: Kit) -> None:
    told = "Khởi tố hai giám đốc vì quy chế phối hợp ký khống giữa Công ty Minh Phúc và Công ty Sao Bắc"
    assert signed(f"{told}\n\nNgày 12/5/2012, Công an tỉnh Nam Định cho biết {told[0].lower()}{told[1:]}.", kit) == []


def test_a_contract_for_an_event_that_the_headline_cancels_is_no_news(kit: Kit) -> None:
    text = (
        "Bất ngờ hủy chương trình ca nhạc tối nay\n\nNgày 25/6/2019, Nhà hát Hòa Bình ký hợp đồng cho Công ty TNHH Minh Phúc "
        "thuê địa điểm biểu diễn."
    )
    assert signed(text, kit) == []
    assert signed(text.replace("Bất ngờ hủy", "Sẵn sàng cho"), kit) == [["Nhà hát Hòa Bình", "Công ty TNHH Minh Phúc"]]


LONG_LEAD = "Giá cá tra tăng\n\n" + "\n\n".join(
    f"Đoạn {n} kể về giá cá tra ở nước ngoài và mùa vụ năm nay." for n in range(8)
)


def test_a_ceremony_told_late_with_its_day_is_news(kit: Kit) -> None:
    told = "\n\nChiều 25/7, tại Long Xuyên, đã diễn ra lễ ký kết thỏa thuận tiêu thụ giữa Công ty Sao Bắc và Công ty Hoa Ban."
    assert signed(LONG_LEAD + told, kit) == [["Công ty Sao Bắc", "Công ty Hoa Ban"]]
    assert signed(LONG_LEAD + told.replace("Chiều 25/7, tại Long Xuyên, đã", "Trước đó đã"), kit) == []


def test_what_is_fought_together_is_no_case(kit: Kit) -> None:
    text = "Thái Lan - Campuchia ký thỏa thuận trấn áp lừa đảo\n\nNgày 16/9, Thái Lan và Campuchia ký thỏa thuận về trấn áp lừa đảo qua điện thoại."
    assert signed(text, kit) == [["Thái Lan", "Campuchia"]]
