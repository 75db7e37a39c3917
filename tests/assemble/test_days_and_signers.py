"""Days told by forms and by "hôm nay", agreements to come, and who signs, told in the ways of offices."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNING = "Sở Y tế Hà Nam và Bệnh viện Châu Sơn đã ký kết thỏa thuận hợp tác."


def test_the_form_of_an_invitation_tells_day_and_place_of_what_is_to_be_signed(kit: Kit) -> None:
    text = (
        "THƯ MỜI\nPhủ Lý, 04/7/2024\n\n"
        "Sở Y tế Hà Nam kính mời phóng viên dự lễ ký thỏa thuận hợp tác giữa Sở Y tế Hà Nam và Bệnh viện Châu Sơn.\n\n"
        "- Thời gian: 9 giờ 00, thứ Sáu, 12/7/2024\n"
        "- Địa điểm: Nhà văn hóa Sông Châu, thị xã Duy Tiên\n"
    )
    (agreement,) = kit.extract(text).agreements
    assert (agreement.signed_on, agreement.place, agreement.status.value) == (
        "2024-07-12",
        "thị xã Duy Tiên",
        "planned",
    )


@pytest.mark.parametrize(
    ("said", "day"), [("Hôm nay, ", "2019-03-05"), ("Chiều qua, ", "2019-03-04"), ("Tuần này, ", None)]
)
def test_today_and_yesterday_are_counted_from_the_day_of_publication(said: str, day: str | None, kit: Kit) -> None:
    text = f"Hà Nam: ký kết hợp tác y tế\nThứ Ba, 05/03/2019\n\n{said}{SIGNING}\n"
    (agreement,) = kit.extract(text).agreements
    assert agreement.signed_on == day


def test_an_old_agreement_told_behind_a_term_does_not_take_the_term_away(kit: Kit) -> None:
    text = SIGNING + "\n\nThỏa thuận có hiệu lực từ ngày 15/9/2018, thay cho văn bản ký hồi tháng 4/2013."
    assert kit.extract(text).agreements[0].period == "2018-09-15/.."


@pytest.mark.parametrize(
    "told",
    [
        "Ông Lê Văn Tám (Y tế), chị Trần Thị Chín (Bệnh viện) đã ký thỏa thuận.",
        "Ảnh: Thầy thuốc ưu tú Lê Văn Tám (trái) và bác sĩ Trần Thị Chín ký thỏa thuận.",
        "Theo văn bản do ông Lê Văn Tám và bà Trần Thị Chín, lần lượt là lãnh đạo hai đơn vị, ký tên, hai bên cùng khám bệnh.",
        "Ký thỏa thuận: ông Lê Văn Tám (Giám đốc Sở) - bà Trần Thị Chín (Giám đốc Bệnh viện).",
    ],
)
def test_signers_are_told_in_the_ways_of_offices(told: str, kit: Kit) -> None:
    (agreement,) = kit.extract(f"{SIGNING}\n\n{told}\n").agreements
    assert [one.name for one in agreement.signatories] == ["Lê Văn Tám", "Trần Thị Chín"]


def test_a_name_ends_before_the_verb_or_joint_that_segmentation_glues_to_it(kit: Kit) -> None:
    text = "Bảo tàng Di sản Mường và Công ty Số Hòa Sơn ký thỏa thuận hợp tác. Thư viện Trăng Non gia hạn hợp đồng."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Bảo tàng Di sản Mường", "Công ty Số Hòa Sơn"]
    registry = "Văn phòng Đăng ký đất đai tỉnh Hà Nam và Cục Thuế tỉnh Hà Nam ký quy chế phối hợp."
    assert kit.extract(registry).agreements[0].parties[0].name == "Văn phòng Đăng ký đất đai tỉnh Hà Nam"


def test_of_several_documents_that_the_lead_tells_of_each_told_below_is_news(kit: Kit) -> None:
    text = (
        "Tối 27/12/2018, hai văn kiện hợp tác với Nhật Bản đã được ký tại Sa Đéc.\n\n"
        "Văn kiện thứ nhất là ý định thư về thiết lập quan hệ hữu nghị giữa UBND thành phố Sa Đéc và UBND tỉnh Hà Nam, "
        "do ông Lê Văn Tám và bà Trần Thị Chín ký.\n\n"
        "Hai địa phương sẽ trồng hoa.\n\nHội hoa đông khách.\n\n"
        "Tiếp đó, Trường Cao đẳng Sen Tháp ký kết hợp tác với Công ty Midori Farm.\n"
    )
    found = [[party.name for party in one.parties] for one in kit.extract(text).agreements]
    assert found == [["UBND thành phố Sa Đéc", "UBND tỉnh Hà Nam"], ["Trường Cao đẳng Sen Tháp", "Công ty Midori Farm"]]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Hưởng ứng Tháng Công nhân năm 2019, ngày 24-4, {SIGNING}", "2019-04-24"),
        (f"BẢN TIN THÁNG 11/2015\n\nNgày 13/11, {SIGNING}", "2015-11-13"),
        (f"BẢN TIN THÁNG 10/2015\n\nNgày 13/11, {SIGNING}", "XXXX-11-13"),
    ],
)
def test_the_year_of_a_day_is_told_before_it_or_by_the_month_of_the_bulletin(text: str, day: str, kit: Kit) -> None:
    (agreement,) = kit.extract(text).agreements
    assert agreement.signed_on == day


def test_the_time_of_carrying_out_is_the_period(kit: Kit) -> None:
    (agreement,) = kit.extract(f"{SIGNING}\n\nThời gian thực hiện đến hết năm 2022.").agreements
    assert agreement.period == "../2022"


@pytest.mark.parametrize(
    "told",
    [
        "Đại diện Sở Y tế Hà Nam, ông Lê Văn Tám, Phó Giám đốc Sở và đại diện Bệnh viện Châu Sơn, bà Trần Thị Chín, Giám đốc ký kết",
        "Sở Y tế Hà Nam tổ chức sơ kết việc thực hiện quy chế phối hợp và ký kết với Bệnh viện Châu Sơn",
        "Đoàn công tác của Sở Y tế Hà Nam đã làm việc với Bệnh viện Châu Sơn và ký",
        "Sở Y tế Hà Nam phối hợp với Bệnh viện Châu Sơn tổ chức hội nghị tổng kết và ký",
    ],
)
def test_who_signs_is_told_with_what_else_they_did(told: str, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Tin y tế Hà Nam\n\nNgày 5/3/2019, {told} bản ghi nhớ.").agreements
    assert [party.name for party in agreement.parties] == ["Sở Y tế Hà Nam", "Bệnh viện Châu Sơn"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Vinh, 1/9 - Chiều qua, ", "XXXX-08-31"),
        ("Vinh, 12/9 - Hôm nay, ", "XXXX-09-12"),
        ("Vinh, 12/9/2021 - Sáng qua, ", "2021-09-11"),
        ("Vinh, 12/9 - ", None),
    ],
)
def test_today_and_yesterday_are_counted_from_the_dateline(line: str, day: str | None, kit: Kit) -> None:
    assert kit.extract(f"{line}{SIGNING}\n").agreements[0].signed_on == day


def test_those_who_stood_for_the_parties_at_the_signing_are_signers(kit: Kit) -> None:
    told = "Ông Lê Văn Tám - Giám đốc Sở Y tế Hà Nam và ông Park Jin Ho - Giám đốc Bệnh viện Châu Sơn đã đại diện các bên ký kết."
    (agreement,) = kit.extract(f"{SIGNING}\n\n{told}\n").agreements
    assert [(one.name, one.party) for one in agreement.signatories] == [("Lê Văn Tám", "p1"), ("Park Jin Ho", "p2")]


def test_a_signer_is_of_the_side_on_which_the_guests_list_him(kit: Kit) -> None:
    guests = "Về phía Bệnh viện Châu Sơn có ông Lê Văn Tám - Giám đốc; bà Hồ Thị Năm - Phó Giám đốc."
    (agreement,) = kit.extract(f"{SIGNING}\n\n{guests}\n\nÔng Lê Văn Tám đã ký thỏa thuận.\n").agreements
    assert [(one.name, one.party) for one in agreement.signatories] == [("Lê Văn Tám", "p2")]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("đã ký thỏa thuận hợp tác 3 năm.", "P3Y"),
        ("đã ký thỏa thuận. Theo thỏa thuận, bệnh viện cam kết khám bệnh trong vòng 6 tháng.", None),
        ("đã ký thỏa thuận. Thỏa thuận được thực hiện trong vòng 6 tháng.", "P6M"),
        ("đã ký thỏa thuận, nhân 3 năm thành lập bệnh viện.", None),
    ],
)
def test_the_term_of_an_agreement_is_told_with_it(said: str, period: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Sở Y tế Hà Nam và Bệnh viện Châu Sơn {said}\n").agreements
    assert agreement.period == period


def test_what_each_of_several_gifts_is_worth_is_not_the_worth_of_the_agreement(kit: Kit) -> None:
    (agreement,) = kit.extract(f"{SIGNING[:-1]} và trao 20 suất quà, mỗi suất trị giá 1 triệu đồng.\n").agreements
    assert agreement.value == ()


def test_a_board_acts_as_its_body(kit: Kit) -> None:
    text = (
        "Hội Cha mẹ học sinh tỉnh Hà Nam và Công an tỉnh Hà Nam ký kế hoạch.\n\n"
        "Ông Lê Văn Tám - Giám đốc Công an tỉnh và bà Trần Thị Chín - Trưởng ban đại diện Hội Cha mẹ học sinh đã ký kế hoạch.\n"
    )
    (agreement,) = kit.extract(text).agreements
    assert len(agreement.parties) == 2
    assert [one.name for one in agreement.signatories] == ["Lê Văn Tám", "Trần Thị Chín"]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Tại cuộc họp ngày 28/12/2022,", "2022-12-28"),
        ("Tại lễ kỷ niệm sáng 28/12/2022,", "2022-12-28"),
        ("Theo thông báo tại cuộc họp ngày 28/12/2022,", None),
    ],
)
def test_what_was_signed_at_a_meeting_was_signed_on_its_day(opening: str, day: str | None, kit: Kit) -> None:
    text = f"Tin hợp tác\n\n{opening} Sở Y tế Tiền Giang và Bưu điện tỉnh Tiền Giang đã hoàn tất ký hợp đồng chi trả."
    [agreement] = kit.extract(text).agreements
    assert agreement.signed_on == day


def test_who_signs_for_both_sides_is_told_behind_them_and_who_owns_the_garden_is_not(kit: Kit) -> None:
    text = (
        "Ký ghi nhớ trong vườn\n\nNgày 5/6/2022, lễ ký diễn ra ngay giữa vườn ông Lê Văn Tám: một bên là Hội Nông dân huyện Mang Yang, "
        "bên kia là Công ty Sê San. Ký thay hai bên là ông Kpă Thuyên, Chủ tịch Hội và ông Hứa Vĩnh Tường, Phó Giám đốc công ty."
    )
    [agreement] = kit.extract(text).agreements
    assert [person.name for person in agreement.signatories] == ["Kpă Thuyên", "Hứa Vĩnh Tường"]


def test_a_document_signed_in_the_passive_gives_its_period(kit: Kit) -> None:
    text = (
        "Tin hợp tác\n\nChương trình phối hợp phát huy vai trò các tôn giáo tham gia bảo vệ môi trường, giai đoạn 2020 - 2025 đã được ký "
        "kết sáng 30/7/2020. Cùng ký là Sở Y tế An Giang và Tòa Giám mục Long Xuyên."
    )
    [agreement] = kit.extract(text).agreements
    assert (agreement.period, agreement.signed_on) == ("2020/2025", "2020-07-30")


def test_the_last_of_several_days_is_no_day_of_signing(kit: Kit) -> None:
    text = "Tin hợp tác\n\nTrong {}7 và 8/6/2016, Sở Y tế Hà Tĩnh và Sở Y tế Bolikhamxay hội đàm và ký kết biên bản ghi nhớ."
    [agreement] = kit.extract(text.format("hai ngày ")).agreements
    assert agreement.signed_on is None
