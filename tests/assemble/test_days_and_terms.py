"""When: days beside reviews and older documents, datelines, wards, terms that are a period or not, and what is only planned."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

BODIES = "Sở Tư pháp Lai Châu và Tỉnh đoàn Lai Châu"
SIGNED = "Ngày 4/5/2023, Trường Đại học Tây Sơn và Công ty Cổ phần Tre Vàng ký"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"Sáng 14/6, {BODIES} tổng kết 5 năm thực hiện quy chế phối hợp ký ngày 12/4/2019. Dịp này, hai đơn vị ký kết quy chế mới.",
            "XXXX-06-14",
        ),
        (
            f"Sáng 14/6, thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, {BODIES} ký kết chương trình phối hợp.",
            "XXXX-06-14",
        ),
        (
            f"Chiều 14/6, hội nghị tổng kết giai đoạn 2019 - 2023 diễn ra. {BODIES} ký kết chương trình phối hợp.",
            "XXXX-06-14",
        ),
        (
            f"Chiều 14/6, tại Hội nghị tổng kết năm 2023, {BODIES} ký kết chương trình phối hợp.",
            "XXXX-06-14",
        ),
        (
            f"Qua 4 năm thực hiện quy chế phối hợp, ngày 6/5/2022, {BODIES} đã ký kết quy chế mới.",
            "2022-05-06",
        ),
    ],
)
def test_a_review_or_an_older_document_tells_no_year_of_the_signing(text: str, told: str, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Hội nghị của hai ngành\n\n{text}").agreements
    assert agreement.signed_on == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                f"{BODIES} tổng kết chương trình phối hợp giai đoạn 2019 - 2024. "
                "Dịp này, hai đơn vị ký kết chương trình phối hợp giai đoạn 2025 - 2030."
            ),
            "2025/2030",
        ),
        (
            f"{BODIES} tổng kết công tác phối hợp giai đoạn 2019 - 2024. Dịp này, hai đơn vị ký kết chương trình phối hợp.",
            None,
        ),
        (
            f"qua 5 năm thực hiện chương trình phối hợp, {BODIES} đã ký kết chương trình phối hợp giai đoạn 2025 - 2030.",
            "2025/2030",
        ),
    ],
)
def test_the_years_of_a_review_are_no_period(text: str, told: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Hội nghị của hai ngành\n\nSáng 4/9/2024, {text}").agreements
    assert agreement.period == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hà Nội, 20/6/2023 - Công ty Cổ phần Tre Vàng và Tập đoàn Minh Khai đã ký biên bản ghi nhớ.", "2023-06-20"),
        ("Hà Nội, 20/6/2023 - Công ty Cổ phần Tre Vàng và Tập đoàn Minh Khai sẽ ký biên bản ghi nhớ.", None),
    ],
)
def test_a_dateline_tells_the_day_of_what_its_sentence_tells_as_done(text: str, told: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Hợp tác tái chế pin\n\n{text}").agreements
    assert agreement.signed_on == told


@pytest.mark.parametrize(
    "place",
    ["phường Xuân Hương - Đà Lạt", "Trung tâm Hội nghị Hoa Mận, phường Xuân Hương - Đà Lạt"],
)
def test_a_ward_with_a_dash_is_one_place(place: str, kit: Kit) -> None:
    text = (
        f"Sáng 4/9/2025, tại {place}, Hội Nông dân tỉnh Lâm Đồng và Công ty Cổ phần Tre Vàng ký kết thỏa thuận hợp tác."
    )
    (agreement,) = kit.extract(f"Thêm đối tác\n\n{text}").agreements
    assert agreement.place == "phường Xuân Hương - Đà Lạt"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{SIGNED} hợp đồng hợp tác. Theo hợp đồng, hai bên đồng ý bỏ phí gửi hàng trong vòng 10 năm.", None),
        (f"{SIGNED} thỏa thuận hợp tác. Theo thỏa thuận, người mua nhà được vay với thời hạn tối đa 30 năm.", None),
        (f"{SIGNED} thỏa thuận hợp tác trong 18 tháng.", "P18M"),
        (f"{SIGNED} bản ghi nhớ hợp tác trong vòng 18 tháng.", "P18M"),
    ],
)
def test_a_term_in_which_an_act_is_due_or_of_a_loan_is_no_period(text: str, told: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Mở ngành mới\n\n{text}").agreements
    assert agreement.period == told


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ngày 4/5/2023, HĐND tỉnh Lai Châu thông qua nghị quyết đồng ý việc ký thỏa thuận hợp tác "
            "giữa tỉnh Lai Châu và tỉnh Phông Sa Lỳ."
        ),
        "UBND tỉnh Lai Châu đồng ý việc ký kết bản ghi nhớ giữa Sở Y tế Lai Châu và Bệnh viện Tâm An.",
        "Tại buổi làm việc, Sở Y tế Lai Châu và Bệnh viện Tâm An thống nhất sẽ ký kết quy chế phối hợp trong tháng 7/2023.",
    ],
)
def test_what_is_allowed_or_agreed_to_be_signed_is_planned(text: str, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Công tác chuẩn bị\n\n{text}").agreements
    assert agreement.status == "planned"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sở Y tế Lai Châu và Bệnh viện Tâm An thống nhất dự kiến ký kết quy chế phối hợp vào tháng 7/2023.",
            "2023-07",
        ),
        (
            (
                "Ngày 4/5/2023, đoàn Sở Y tế Lai Châu thăm Bệnh viện Tâm An. Đoàn dự tọa đàm. Hai bên bàn về thuốc.\n\n"
                "Tại cuộc gặp ngày 5/5/2023, hai bên bàn về giá. "
                "Sở Y tế Lai Châu và Bệnh viện Tâm An sẽ ký bản ghi nhớ vào tháng 8 tới."
            ),
            "2023-08",
        ),
    ],
)
def test_the_time_of_a_later_signing_is_no_item_of_it(text: str, told: str, kit: Kit) -> None:
    result = kit.extract(f"Chuẩn bị hợp tác\n\n{text}")
    assert [(one.status, one.signed_on) for one in result.agreements] == [("planned", told)]
    assert result.commitments == ()
