"""What a story tells in passing: agreements of earlier years, of customers, that something is done by, that the headline comes after."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Hai sở hợp tác\n\nSáng 4/5/2022, Sở Y tế và Sở Tư pháp tỉnh Hoa Lư ký quy chế phối hợp. "


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


def pledges(text: str, kit: Kit) -> list[tuple[object, str]]:
    return [(one.actors, one.text) for one in kit.extract(text).commitments]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Tàu thăm dò Nga bay qua Mỹ\n\nTàu thăm dò của Nga hôm 28/3 bay qua Mỹ theo Hiệp ước Bầu trời Xanh được ký "
            "giữa hai nước."
        ),
        (
            "Cố vấn ở lại Syria\n\nCố vấn Iran sẽ ở lại Syria theo thỏa thuận quốc phòng đã ký hôm trước. Thỏa thuận giữa "
            "Syria và Iran gây lo ngại."
        ),
        "Siết chặt bếp ăn\n\nTừ năm 2017, Sở Y tế và Sở Giáo dục tỉnh Hoa Lư đã ký kết kế hoạch liên tịch về bếp ăn.",
        (
            "Hoa Lư tăng chi cho tàu\n\nBà Mai chủ trì lễ ký hợp đồng đóng tàu giữa Công ty Sông Thu và Viện Khoa học Biển "
            "hồi tháng 3/2017."
        ),
        (
            "An toàn bức xạ\n\nÔng Tấn, Cục trưởng Cục Bức xạ, cho biết việc ký kết hợp tác với Trung Quốc được thực hiện "
            "từ năm 2012."
        ),
    ],
)
def test_what_was_signed_before_and_is_followed_is_no_news(text: str, kit: Kit) -> None:
    assert parties(text, kit) == []


@pytest.mark.parametrize("who", ["tôi", "khách hàng", "vợ chồng tôi"])
def test_a_contract_of_a_customer_is_no_agreement(who: str, kit: Kit) -> None:
    text = f"Khách mua nhà lên tiếng\n\nNgày 3/4, theo chỉ dẫn của Công ty Thuận An, {who} đã ký hợp đồng với Công ty Minh Vũ."
    assert parties(text, kit) == []


@pytest.mark.parametrize(
    "headline", ["Nông dân khốn đốn vì doanh nghiệp 'xù' hợp đồng", "Doanh nghiệp bẻ kèo hợp đồng thu mua"]
)
def test_a_contract_that_the_headline_breaks_is_no_news(headline: str, kit: Kit) -> None:
    told = "Ngày 8/6, Công ty Mai Hoa đã ký hợp đồng thu mua khoai với Hợp tác xã Tân Hòa nhưng không đến."
    assert parties(f"{headline}\n\n{told}", kit) == []


def test_what_the_headline_comes_after_is_no_news_unless_the_opening_tells_of_it(kit: Kit) -> None:
    signs = "Tổng thống Nga Ivan Petrov và Thủ tướng Ấn Độ Raj Singh đã ký hợp đồng mua 4 tàu hôm 5/10."
    talk = "Tư lệnh nói như vậy trong cuộc họp. Ông không nói gì thêm. " * 3
    headline = "Ấn Độ muốn mua thêm tàu sau hợp đồng với Nga"
    assert parties(f"{headline}\n\n{talk}{signs}", kit) == []
    assert parties(f"{headline}\n\n{signs} {talk}", kit) == [["Nga", "Ấn Độ"]]


def test_a_letter_that_is_signed_is_none(kit: Kit) -> None:
    told = "Hiệp hội Doanh nghiệp tỉnh Hoa Lư vừa ký văn bản gửi Sư đoàn 399 đề nghị lùi hạn trả đất."
    assert parties(f"Cần lộ trình trả đất\n\n{told}", kit) == []


@pytest.mark.parametrize(
    "told",
    [
        "Bộ trưởng Quốc phòng hai nước Việt Nam và Canada chứng kiến lễ ký kết bản ghi nhớ về đào tạo.",
        (
            "Lễ ký thỏa thuận diễn ra hôm nay dưới sự chứng kiến của Chủ tịch nước Việt Nam Trần Nam và Thủ tướng Canada "
            "Jean Martin."
        ),
    ],
)
def test_what_those_of_two_states_witness_is_of_the_states(told: str, kit: Kit) -> None:
    assert parties(f"Canada hỗ trợ Việt Nam đào tạo\n\n{told}", kit) in (
        [["Canada", "Việt Nam"]],
        [["Việt Nam", "Canada"]],
    )


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            (
                "Sáng 12/10, Công ty Nikko Indonesia và Công ty Licogi 16 ký hợp tác. Công ty Nikko ký bản ghi nhớ hợp tác "
                "với Công ty Licogi 16."
            ),
            "Công ty Nikko Indonesia",
        ),
        (
            (
                "Ngày 13/4, EVN NPC ký hợp đồng với Công ty Licogi 16. Tổng công ty Điện lực miền Bắc (NPC) và Công ty "
                "Licogi 16 đã ký hợp đồng khung."
            ),
            "Tổng công ty Điện lực miền Bắc (NPC)",
        ),
    ],
)
def test_a_brand_with_its_state_and_an_acronym_behind_another_are_one_body(told: str, name: str, kit: Kit) -> None:
    found = parties(f"Hợp tác\n\n{told}", kit)
    assert len(found) == 1
    assert set(found[0]) == {name, "Công ty Licogi 16"}


@pytest.mark.parametrize(
    "told",
    [
        "Ca sĩ Lê Thu Mai công bố sẽ tổ chức chương trình ca nhạc vào tháng 10.",
        "Luật sư Trần Văn Nam tuyên bố sẽ gửi đơn kiện lên tòa án.",
        "Iran bỏ một số cam kết tự nguyện nhưng không rút khỏi thỏa thuận.",
        "Đông Đức và Tây Đức lại thống nhất thành một nước.",
    ],
)
def test_private_persons_and_nouns_undertake_nothing(told: str, kit: Kit) -> None:
    assert pledges(told, kit) == []


def test_who_holds_an_office_undertakes(kit: Kit) -> None:
    assert pledges("Tổng thống Pháp Jean Martin tuyên bố sẽ viện trợ 20 triệu euro cho Lào.", kit) == [
        (("Jean Martin",), "viện trợ 20 triệu euro cho Lào")
    ]
    told = "Trưởng đặc khu Carrie Lan họp báo. Bà Carrie Lan tuyên bố sẽ hỗ trợ 2.000 hộ dân thuê nhà."
    assert pledges(told, kit) == [(("Carrie Lan",), "hỗ trợ 2.000 hộ dân thuê nhà")]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("điều tra vụ việc đến cùng", ["điều tra vụ việc đến cùng"]),
        ("cải cách triệt để", ["cải cách triệt để"]),
        ("trồng rừng dọc theo bờ biển", ["trồng rừng dọc theo bờ biển"]),
        ("mở rộng phạm vi miễn, giảm giá vé", ["mở rộng phạm vi miễn, giảm giá vé"]),
        ("tiếp nhận hồ sơ và trao đổi lại với nhau", ["tiếp nhận hồ sơ", "trao đổi lại với nhau"]),
    ],
)
def test_an_item_ends_with_its_words(said: str, told: list[str], kit: Kit) -> None:
    assert [text for _, text in pledges(f"{SIGNED}Theo đó, hai bên sẽ {said}.", kit)] == told


def test_a_programme_for_two_acts_is_one_subject(kit: Kit) -> None:
    told = "Sáng 4/5/2022, Việt Nam và Lào ký bản ghi nhớ về chương trình hợp tác và đào tạo quân sự."
    assert [text for _, text in pledges(f"Hai nước ký kết\n\n{told}", kit)] == [
        "chương trình hợp tác và đào tạo quân sự"
    ]


def test_what_comes_of_a_signing_is_no_subject(kit: Kit) -> None:
    told = "Việc ký kết quy chế giúp tỉnh Hoa Lư có cơ hội đào tạo thêm cán bộ."
    assert pledges(SIGNED + told, kit) == []
