"""Treaties of states that ministers sign, bodies behind a state in the headline, what is only planned, days of other things."""

from __future__ import annotations

import pytest

from camket.records import AgreementStatus
from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[set[str]]:
    return [{party.name for party in one.parties} for one in kit.extract(text).agreements]


def test_a_treaty_is_of_the_states_whoever_signs_it(kit: Kit) -> None:
    text = (
        "Lễ ký hiệp định\n\nChiều 30/6, tại Hà Nội diễn ra lễ ký Hiệp định Thương mại tự do giữa Việt Nam và Liên minh "
        "Châu Âu.\n\nBộ trưởng Bộ Công Thương Trần Anh Tú cùng đại diện Liên minh Châu Âu ký Hiệp định Thương mại tự do."
    )
    (agreement,) = kit.extract(text).agreements
    assert {party.name for party in agreement.parties} == {"Việt Nam", "Liên minh Châu Âu"}
    assert [one.name for one in agreement.signatories] == ["Trần Anh Tú"]


def test_a_bank_beside_a_ministry_is_a_body_of_its_own(kit: Kit) -> None:
    text = "Vay vốn\n\nNgày 11/5/2017, Bộ Tài chính và Ngân hàng xuất nhập khẩu Trung Quốc (CEB) ký hiệp định vay vốn."
    assert parties(text, kit) == [{"Bộ Tài chính", "Ngân hàng xuất nhập khẩu Trung Quốc (CEB)"}]


def test_a_state_in_the_headline_stands_for_its_body(kit: Kit) -> None:
    text = (
        "Vinbus hợp tác với Đức đào tạo nhân lực\n\nNgày 27/10, tại buổi ký kết hợp đồng đào tạo nghề với Công ty TNHH "
        "Vinbus, ông Marko Wald - trưởng đại diện Phòng Thương mại và Công nghiệp Đức tại Việt Nam - cam kết sẽ hỗ trợ "
        "Vinbus. Theo cam kết, Vinbus (thành viên của Tập đoàn Vinland) sẽ thành lập một trung tâm đào tạo."
    )
    record = kit.extract(text)
    (agreement,) = record.agreements
    names = {party.id: party.name for party in agreement.parties}
    assert set(names.values()) == {"Công ty TNHH Vinbus", "Phòng Thương mại và Công nghiệp Đức tại Việt Nam"}
    assert [
        [names[actor] for actor in one.actors]
        for one in record.commitments
        if one.text == "thành lập một trung tâm đào tạo"
    ] == [["Công ty TNHH Vinbus"]]


def test_the_partner_of_a_state_is_the_other_state_and_no_medium(kit: Kit) -> None:
    text = (
        "Lãnh đạo Triều Tiên - Mỹ gặp nhau\n\nHãng tin KCNA cho biết ông Kim đồng ý. KCNA nói Triều Tiên vui mừng. KCNA "
        "đưa tin Triều Tiên tự tin sau thỏa thuận chung với Mỹ.\n\nChủ tịch Kim Jong Un tại lễ ký kết thỏa thuận chung "
        "với Tổng thống Mỹ Donald Trump."
    )
    (agreement,) = kit.extract(text).agreements
    assert {party.name for party in agreement.parties} == {"Triều Tiên", "Mỹ"}
    assert {one.name for one in agreement.signatories} == {"Kim Jong Un", "Donald Trump"}


def test_what_will_be_signed_is_planned_though_the_signing_is_named_again(kit: Kit) -> None:
    text = (
        "Buộc cam kết không chở quá tải\n\nNgày 1/11, trao đổi với báo chí, ông Nguyễn Hồng Kỳ, Giám đốc Sở Giao thông "
        "vận tải Nghệ An cho biết, hai hôm nữa Tổng cục Đường bộ và UBND tỉnh Nghệ An sẽ ký cam kết không chở quá tải. "
        "Cùng với ký cam kết, sẽ tuyên truyền về tải trọng xe."
    )
    (agreement,) = kit.extract(text).agreements
    assert agreement.status is AgreementStatus.PLANNED
    assert agreement.signed_on is None


def test_the_day_on_which_an_article_is_published_is_no_day_of_signing(kit: Kit) -> None:
    text = (
        "Lo ngại khi Việt Nam ký hiệp định\n\nTrong bài viết đăng ngày 6/7, báo Bangkok Star nói về việc Việt Nam ký "
        "hiệp định thương mại với Hàn Quốc. Việt Nam và Hàn Quốc hôm 30/6 đã ký Hiệp định thương mại tự do."
    )
    assert [one.signed_on for one in kit.extract(text).agreements] == ["XXXX-06-30"]


def test_the_term_that_the_abstract_tells_is_that_of_the_document(kit: Kit) -> None:
    text = (
        "Hàn Quốc góp thêm\n\nHàn Quốc sẽ góp thêm 890 triệu USD, song thỏa thuận này chỉ có hiệu lực trong một năm. Hàn "
        "Quốc và Mỹ hôm nay ký thỏa thuận. Họ đã tìm cách khiến thỏa thuận có hiệu lực trong ít nhất ba năm."
    )
    assert [one.period for one in kit.extract(text).agreements] == ["P1Y"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Hãng hàng không Bamboo Sky và sân bay quốc tế Praha đã ký biên bản ghi nhớ.",
            {"Hãng hàng không Bamboo Sky", "sân bay quốc tế Praha"},
        ),
        ("Tập đoàn Vinland và thương hiệu Bosch đã ký biên bản ghi nhớ.", {"Tập đoàn Vinland", "Bosch"}),
        (
            "Tập đoàn Sao Nam ký thỏa thuận với Trung tâm kinh doanh mạng di động khu vực châu Âu.",
            {"Tập đoàn Sao Nam", "Trung tâm kinh doanh mạng di động khu vực châu Âu"},
        ),
    ],
)
def test_names_of_airports_brands_and_networks(told: str, names: set[str], kit: Kit) -> None:
    assert parties(f"Hợp tác\n\nNgày 17/4/2019, {told[0].lower()}{told[1:]}", kit) == [
        {name[0].lower() + name[1:] if told.startswith(name) else name for name in names}
    ]


def test_whom_land_is_given_to_is_no_place_of_signing(kit: Kit) -> None:
    text = (
        "Bán đất\n\nNgày 28/11/2017, Công ty Tân An ký hợp đồng với Công ty Cường Thịnh Gia Lai (CTG). Công ty Tân An "
        "đã ký chuyển nhượng đất tại khu dân cư Phước Hải cho Công ty Cường Thịnh Gia Lai."
    )
    assert [one.place for one in kit.extract(text).agreements] == [None]


def test_what_partners_are_known_for_is_no_subject(kit: Kit) -> None:
    text = (
        "Hợp tác\n\nNgày 5/1/2019, Tập đoàn Novana ký kết với các thương hiệu nổi tiếng về ẩm thực như Tập đoàn Mesa."
    )
    assert kit.extract(text).commitments == ()


def test_a_brand_of_a_state_is_no_body_of_it(kit: Kit) -> None:
    text = (
        "Hợp tác\n\nNgày 5/1/2019, Công ty Xe Việt và Hội Doanh nhân Nam ký thỏa thuận. Thương hiệu Việt Nam có giá trị "
        "cao, thương hiệu Nam là ví dụ. Hội Nam và thương hiệu Việt Nam cùng đi lên."
    )
    assert parties(text, kit) == [{"Công ty Xe Việt", "Hội Doanh nhân Nam"}]
