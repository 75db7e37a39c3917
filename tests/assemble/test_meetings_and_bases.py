"""Documents to be signed soon, acts behind what they rest on, acts without a subject, and brands told with a common noun."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNING = (
    "Sở Công Thương tỉnh Hà Nam và Tập đoàn Sao Bắc ký kết thỏa thuận hợp tác\n\n"
    "Sáng 12/5/2023, Sở Công Thương tỉnh Hà Nam và Tập đoàn Sao Bắc đã ký kết thỏa thuận hợp tác.\n\n"
)


@pytest.mark.parametrize(
    "said",
    [
        "lãnh đạo Trường Đại học Hoa Lư đã có buổi làm việc với lãnh đạo Trường Đại học Kookmin bàn về Biên bản ghi nhớ sắp được ký kết.",
        "Trường Đại học Hoa Lư đã gặp gỡ và làm việc với Trường Đại học Kookmin về Biên bản ghi nhớ hợp tác đào tạo sắp được ký.",
    ],
)
def test_a_document_that_is_to_be_signed_soon_after_a_meeting(said: str, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Hợp tác đào tạo\n\nChiều 5/4/2017, {said}").agreements
    assert [party.name for party in agreement.parties] == ["Trường Đại học Hoa Lư", "Trường Đại học Kookmin"]
    assert agreement.status == "planned"
    assert agreement.signed_on is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Ngay sau lễ ký, các bên sẽ căn cứ chương trình chung để triển khai từng việc cụ thể.",
            ["triển khai từng việc cụ thể"],
        ),
        (
            "Hai bên nhất trí cần tiếp tục khai thác thế mạnh của mỗi địa phương, đẩy mạnh quảng bá hàng thủ công.",
            ["tiếp tục khai thác thế mạnh của mỗi địa phương", "đẩy mạnh quảng bá hàng thủ công"],
        ),
        (
            "Hai bên thống nhất phối hợp nâng cao nhận thức về sự nghiệp xây dựng và bảo vệ quê hương.",
            ["phối hợp nâng cao nhận thức về sự nghiệp xây dựng và bảo vệ quê hương"],
        ),
        (
            "Hai bên thống nhất mở thêm chợ phiên. Cụ thể, sẽ phối hợp tổ chức các buổi tập huấn nhân dịp lễ hội.",
            ["mở thêm chợ phiên", "phối hợp tổ chức các buổi tập huấn"],
        ),
        (
            "Hai bên sẽ mở thêm chợ phiên. Nhận thức được điều đó, Sở Công Thương đã lập sàn giao dịch đầu tiên của tỉnh.",
            ["mở thêm chợ phiên"],
        ),
    ],
)
def test_acts_behind_what_they_rest_on_and_without_a_subject(said: str, expected: list[str], kit: Kit) -> None:
    assert [one.text for one in kit.extract(SIGNING + said).commitments] == expected


def test_several_counted_by_a_noun_of_their_names_are_all_parties(kit: Kit) -> None:
    text = (
        "Ký hợp tác\n\nNgày 3/4/2019, 3 nhà mạng Sao Mai, Sao Bắc và Gtek đã ký thỏa thuận hợp tác.\n\n"
        "3 nhà mạng cam kết không bán sim kích hoạt sẵn."
    )
    commitments = kit.extract(text).commitments
    assert ("all", "không bán sim kích hoạt sẵn") in [(one.actors, one.text) for one in commitments]


def test_a_brand_told_with_a_common_noun_and_with_its_country_is_one(kit: Kit) -> None:
    text = (
        "Bộ Y tế hợp tác với hãng Zentik\n\nNgày 3/4/2019, lãnh đạo Bộ Y tế và đại diện hãng Zentik ký bản ghi nhớ hợp tác. "
        "Dự án được triển khai trong khuôn khổ bản ghi nhớ hợp tác được ký kết giữa Bộ Y tế và Zentik. "
        "Ông Lê Minh Hào, Tổng giám đốc Zentik Việt Nam, phát biểu."
    )
    (agreement,) = kit.extract(text).agreements
    second = agreement.parties[1]
    assert {second.name, *second.aliases} == {"Zentik", "Zentik Việt Nam", "hãng Zentik"}


def test_a_system_of_schools_is_a_party(kit: Kit) -> None:
    text = "Ký hợp tác\n\nSáng 21/2/2017, Hệ thống Giáo dục Chất lượng cao Hoa Nắng và Tổ chức Giáo dục VTN đã ký biên bản ghi nhớ."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == [
        "Hệ thống Giáo dục Chất lượng cao Hoa Nắng",
        "Tổ chức Giáo dục VTN",
    ]


def names(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Lễ ký kết hợp tác phân phối Sky One - Central\n\nSáng 08/05, diễn ra lễ ký kết hợp tác chiến lược phân phối khu căn hộ "
                "Sky One - Central giữa Công ty Cổ phần Địa ốc Vạn Lộc và hai đơn vị phát triển dự án là Viva Homes, Tập đoàn Sao Bắc "
                "cùng các đơn vị phân phối chiến lược Công ty An Tường, Công ty Song Khánh."
            ),
            [
                [
                    "Công ty Cổ phần Địa ốc Vạn Lộc",
                    "Viva Homes",
                    "Tập đoàn Sao Bắc",
                    "Công ty An Tường",
                    "Công ty Song Khánh",
                ]
            ],
        ),
        (
            "Ký hợp tác\n\nChiều 9-1, Tổng công ty Cấp nước Sông Hồng và Đại học Bách khoa - ĐH Quốc gia TP.HCM đã ký kết hợp tác.",
            [["Tổng công ty Cấp nước Sông Hồng", "Đại học Bách khoa - ĐH Quốc gia TP.HCM"]],
        ),
        (
            (
                "Hợp tác thương mại\n\nNgày 14/3/2024, Công ty TNHH Sao Bắc công bố hợp tác với Công ty Linkodo thông qua Lễ ký kết "
                "Biên bản ghi nhớ được tổ chức tại Hà Nội."
            ),
            [["Công ty TNHH Sao Bắc", "Công ty Linkodo"]],
        ),
        (
            (
                "HTX TÂN PHÁT KÝ HỢP ĐỒNG BAO TIÊU LÚA\n\nHợp tác xã Nông nghiệp Tân Phát (HTX Tân Phát) có 214 hộ. Hôm 05/11/2024, HTX và Công ty Cổ phần Lương thực Hạt Ngọc đã ký hợp đồng bao tiêu lúa."
            ),
            [["Hợp tác xã Nông nghiệp Tân Phát (HTX Tân Phát)", "Công ty Cổ phần Lương thực Hạt Ngọc"]],
        ),
    ],
)
def test_who_the_parties_of_a_row_are(text: str, expected: list[list[str]], kit: Kit) -> None:
    assert [sorted(one) for one in names(text, kit)] == [sorted(one) for one in expected]


def test_what_is_signed_after_talks_of_two_states_is_news(kit: Kit) -> None:
    text = (
        "Việt Nam - Malaysia đưa quan hệ lên tầm mới\n\nThủ tướng Malaysia Ismail Karim ngày 26/3 thăm Việt Nam. Hai nước đánh giá cao quan hệ "
        "giữa Việt Nam và Malaysia.\n\nHai bên trao đổi về thương mại.\n\nHai bên cũng trao đổi về văn hóa. Quan hệ phát triển tốt.\n\n"
        "Khách du lịch tăng đều. Hàng không mở thêm đường bay.\n\n"
        "Sau hội đàm, hai Thủ tướng chứng kiến lễ ký kết văn kiện hợp tác giữa hai nước."
    )
    assert [sorted(one) for one in names(text, kit)] == [["Malaysia", "Việt Nam"]]


def test_a_list_of_clauses_is_what_a_document_covers(kit: Kit) -> None:
    text = (
        SIGNING
        + "Hai bên đã ký kết thỏa thuận hợp tác giữa Sở Công Thương tỉnh Hà Nam và Tập đoàn Sao Bắc với các điều khoản như: "
        "Trao đổi chuyên gia thương mại; Hỗ trợ làng nghề tiếp cận tiêu chuẩn xuất khẩu."
    )
    expected = ["Trao đổi chuyên gia thương mại", "Hỗ trợ làng nghề tiếp cận tiêu chuẩn xuất khẩu"]
    assert [one.text for one in kit.extract(text).commitments] == expected


def test_a_street_named_after_a_person_ends_no_place(kit: Kit) -> None:
    text = SIGNING + "Lễ ký diễn ra tại hiệu sách Lá Đa, 14 Nguyễn Trường Tộ, Huế."
    assert kit.extract(text).agreements[0].place == "Huế"
