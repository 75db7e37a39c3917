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
