"""Who is bound by what is said: persons with an office, "chúng tôi", bodies beside the parties; and where it ends."""

from __future__ import annotations

import pytest

from camket.records import Record
from camket.run.flow import Kit

SIGNING = (
    "Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ\n\n"
    "Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải đã ký biên bản ghi nhớ hợp tác.\n"
)


def told(record: Record) -> list[tuple[object, str]]:
    """The actors, by name, and the words of the pledges."""
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [
        (one.actors if one.actors == "all" else [names.get(actor, actor) for actor in one.actors], one.text)
        for one in record.commitments
        if one.kind.value == "pledge"
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Ông Lê Văn Ba, Giám đốc Công ty An Phú cam kết sẽ trồng lại 500 cây xanh.",
            [(["Công ty An Phú"], "trồng lại 500 cây xanh")],
        ),
        ("Hôm qua, bà Ngọc hứa sẽ sửa lại con đường.", []),
        (
            "Bà Trần Thị Ngọc, Chủ tịch UBND xã Tân Lập, thăm bà con. Bà Ngọc hứa sẽ sửa lại con đường.",
            [(["UBND xã Tân Lập"], "sửa lại con đường")],
        ),
        (
            'Ông Lê Văn Ba, Giám đốc Công ty An Phú, nói: "Chúng tôi cam kết trồng lại 500 cây xanh".',
            [(["Công ty An Phú"], "trồng lại 500 cây xanh")],
        ),
        (
            "Công ty An Phú cam kết trồng lại 500 cây xanh, đồng thời mong bà con thông cảm, cung cấp thông tin.",
            [(["Công ty An Phú"], "trồng lại 500 cây xanh")],
        ),
        ("Công ty An Phú được đồng ý mở thêm 2 lò nung.", []),
        ("UBND tỉnh Tân Lập thống nhất kết luận mở thêm 2 lò nung là sai.", []),
        ("Công ty An Phú hai năm trước tuyên bố sẽ mở thêm 2 lò nung.", []),
        ("Dù Công ty An Phú cam kết mở thêm 2 lò nung, người dân vẫn lo.", []),
        ("Công ty An Phú nhiều lần cam kết mở thêm 2 lò nung.", []),
        ("Ông Ba khẳng định Công ty An Phú sẽ mất 2 lò nung.", []),
        ("Ông Ba khẳng định Công ty An Phú sẽ phải xây dựng 2 lò nung.", []),
        ("Công an xã Tân Lập yêu cầu cháu bé viết kiểm điểm và cam kết không tái phạm.", []),
        ("Ông Lê Văn Ba, Giám đốc Công ty An Phú, cam kết.", []),
        (
            "Bộ trưởng Ngoại giao Peru James Hill thăm Chile. Hôm nay, bộ trưởng ngoại giao Peru hứa sẽ mở lại cảng cá.",
            [(["James Hill"], "mở lại cảng cá")],
        ),
        ("Hôm nay, khách hàng Peru hứa sẽ trả tiền.", []),
        (
            '"Chúng tôi sẽ lắp 20 camera và thuê thêm bảo vệ", ông Lê Văn Ba, Giám đốc Công ty An Phú, cam kết.',
            [(["Công ty An Phú"], "lắp 20 camera"), (["Công ty An Phú"], "thuê thêm bảo vệ")],
        ),
        (
            "Công ty An Phú cam kết với người dân sẽ sửa lại con đường.",
            [(["Công ty An Phú"], "sửa lại con đường")],
        ),
        ("Bộ Ngoại giao Peru nhắc lại các nguyên tắc và cam kết đối với hòa bình; hỗ trợ người dân.", []),
        ("Tỷ lệ lãi mà Công ty An Phú cam kết hỗ trợ chủ tàu là 1%.", []),
        ("Ông Ba hỏi vì sao Công ty An Phú đồng ý mở thêm 2 lò nung.", []),
        ("Công ty An Phú từng chê dự án và hứa mở thêm 2 lò nung.", []),
        ("Ông Lê Văn Ba cam kết trong 3 tháng sẽ sửa xong con đường.", []),
        (
            "Giám đốc Công ty An Phú Lê Văn Ba cam kết trong 3 tháng sẽ sửa xong con đường.",
            [(["Công ty An Phú"], "sửa xong con đường")],
        ),
        (
            "Công ty An Phú cho biết sẽ trồng lại 500 cây xanh. Công ty An Phú cũng sẽ mở lớp học nghề.",
            [(["Công ty An Phú"], "trồng lại 500 cây xanh"), (["Công ty An Phú"], "mở lớp học nghề")],
        ),
        (
            "Chủ tịch UBND xã Tân Lập Trần Thị Ngọc xin lỗi bà con, bà hứa sẽ sửa lại con đường.",
            [(["UBND xã Tân Lập"], "sửa lại con đường")],
        ),
        (
            "Đài Sao Mai đưa tin quân đội Niger hứa sẽ trao lại nhà cho người dân.",
            [(["quân đội Niger"], "trao lại nhà cho người dân")],
        ),
        (
            "Công ty An Phú cam kết toàn bộ tiền quyên góp sẽ được dùng đúng mục đích, thực hiện công khai.",
            [
                (["Công ty An Phú"], "toàn bộ tiền quyên góp sẽ được dùng đúng mục đích"),
                (["Công ty An Phú"], "thực hiện công khai"),
            ],
        ),
        (
            "Tổng thống Peru Juan Perez họp báo. Perez cam kết sẽ mở lại cảng cá.",
            [(["Juan Perez"], "mở lại cảng cá")],
        ),
        (
            "HTX Rau Mây Trắng họp xã viên. HTX cam kết không phun thuốc cỏ.",
            [(["HTX Rau Mây Trắng"], "không phun thuốc cỏ")],
        ),
        (
            "Công ty An Phú khẳng định tới năm 2029 sẽ trồng 500 cây xanh.",
            [(["Công ty An Phú"], "trồng 500 cây xanh")],
        ),
        ("Công ty An Phú khẳng định lãi tới năm 2029 sẽ tăng.", []),
        (
            "Thứ trưởng Bộ Xây dựng Trần Văn Tuấn họp báo. Thứ trưởng Tuấn khẳng định sẽ xây dựng 30 trường học.",
            [(["Bộ Xây dựng"], "xây dựng 30 trường học")],
        ),
    ],
)
def test_outside_an_agreement_bodies_are_bound_by_their_own_word(
    said: str, expected: list[tuple[list[str], str]], kit: Kit
) -> None:
    assert told(kit.extract(said + "\n")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            'Tổng giám đốc Ngân hàng Đông Hải Lê Văn Ba cho biết: "Chúng tôi sẽ mở 4 quầy giao dịch tại xưởng".',
            [(["Ngân hàng Đông Hải"], "mở 4 quầy giao dịch tại xưởng")],
        ),
        (
            '"Chúng tôi sẽ mở 4 quầy giao dịch tại xưởng", Tổng giám đốc Ngân hàng Đông Hải Lê Văn Ba cho biết.',
            [(["Ngân hàng Đông Hải"], "mở 4 quầy giao dịch tại xưởng")],
        ),
        ('Tổng giám đốc Ngân hàng Đông Hải Lê Văn Ba cho biết: "Chúng tôi sẽ tăng cường đổi mới".', []),
        (
            "Quỹ Bảo lãnh Hòa Sơn sẽ góp 15 tỷ đồng vốn đối ứng.",
            [(["Quỹ Bảo lãnh Hòa Sơn"], "góp 15 tỷ đồng vốn đối ứng")],
        ),
        (
            "Trung tâm Dạy nghề Phú Mỹ trực thuộc Sở Công Thương Hòa Sơn sẽ đào tạo 40 thợ.",
            [(["Trung tâm Dạy nghề Phú Mỹ"], "đào tạo 40 thợ")],
        ),
        (
            "Ngân hàng Đông Hải dự kiến tặng 200 suất học bổng.",
            [(["Ngân hàng Đông Hải"], "tặng 200 suất học bổng")],
        ),
        (
            "Ngân hàng Đông Hải sẽ cho công nhân vay vốn mua nhà.",
            [(["Ngân hàng Đông Hải"], "cho công nhân vay vốn mua nhà")],
        ),
        (
            "Ngân hàng Đông Hải sẽ khuyến khích công nhân gửi tiết kiệm, trả nợ đúng hạn.",
            [(["Ngân hàng Đông Hải"], "khuyến khích công nhân gửi tiết kiệm, trả nợ đúng hạn")],
        ),
        (
            "Ngân hàng Đông Hải sẽ dành mức lãi đặc biệt cho công nhân.",
            [(["Ngân hàng Đông Hải"], "dành mức lãi đặc biệt cho công nhân")],
        ),
        ("Theo đó, Ngân hàng Đông Hải cũng đã mở 4 quầy giao dịch.", []),
        ("Giảng viên của hai bên sẽ soạn giáo trình tín dụng.", [("all", "soạn giáo trình tín dụng")]),
        ("Đội ngũ kỹ sư của hai đơn vị sẽ viết phần mềm kế toán.", [("all", "viết phần mềm kế toán")]),
        ("Khách hàng của hai bên sẽ trả phí thấp hơn.", []),
    ],
)
def test_beside_an_agreement_more_is_undertaken(said: str, expected: list[tuple[list[str], str]], kit: Kit) -> None:
    assert told(kit.extract(SIGNING + said + "\n")) == expected


def test_what_was_promised_at_the_end_of_a_month_is_background_beyond_the_lead(kit: Kit) -> None:
    news = (
        "Cá chết hàng loạt\n\nCá chết ở Lạc An. Người dân lo lắng. Tỉnh đang kiểm tra. Cơ quan điều tra vào cuộc.\n\n"
    )
    vow = "Công ty An Phú nhận lỗi, cam kết bồi thường 5 tỷ đồng."
    assert told(kit.extract(f"{news}Cuối tháng 6, {vow}\n")) == []
    assert told(kit.extract(f"{news}{vow}\n")) == [(["Công ty An Phú"], "bồi thường 5 tỷ đồng")]


def test_two_villages_are_all() -> None:
    record = Kit.open().extract(
        "Thôn Bản Cát và thôn Nà Lùng ký thỏa thuận kết nghĩa tại Bản Cát ngày 5/6/2018. "
        "Hai thôn cũng thống nhất tuần tra 2 lần mỗi tháng.\n"
    )
    assert ("all", "tuần tra 2 lần") in told(record)


SEVERAL = (
    "Ngày 3/4/2019, Hội Nông dân tỉnh Hà Nam lần lượt ký thỏa thuận với Công ty Sao Khuê và Công ty An Phú.\n\n"
    "Theo đó, {}"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "các doanh nghiệp sẽ giảm giá phân bón cho hội viên.",
            [(["Công ty Sao Khuê", "Công ty An Phú"], "giảm giá phân bón cho hội viên")],
        ),
        ("cho các doanh nghiệp sẽ có ngày.", []),
        (
            "hai bên thực hiện. Trách nhiệm của Hội Nông dân tỉnh Hà Nam là tuyên truyền thỏa thuận đến hội viên.",
            [(["Hội Nông dân tỉnh Hà Nam"], "tuyên truyền thỏa thuận đến hội viên")],
        ),
    ],
)
def test_several_partners_and_duties(said: str, expected: list[object], kit: Kit) -> None:
    assert told(kit.extract(SEVERAL.format(said))) == expected


def test_the_state_in_a_bracket_is_not_who_acts(kit: Kit) -> None:
    record = kit.extract("Ngày 3/4/2019, Quỹ Ánh Dương (Hoa Kỳ) cam kết tặng 20 máy thở.")
    assert told(record) == [(["Quỹ Ánh Dương"], "tặng 20 máy thở")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Thủ tướng Đan Mạch Lars Vestergaard và Thủ tướng Na Uy Erik Solbakken đã nhất trí mở tuyến phà mới.",
            [(["Đan Mạch", "Na Uy"], "mở tuyến phà mới")],
        ),
        ("Đại biểu Lê Văn Tám đồng ý miễn thuế đến năm 2030.", []),
        (
            "Tổng thống Chile và chủ tịch Cuba điện đàm cam kết mở lại đường bay thẳng.",
            [(["Chile", "Cuba"], "mở lại đường bay thẳng")],
        ),
        (
            "Thủ tướng Đan Mạch khẳng định bà sẽ cử đội cứu hộ sang Lào.",
            [(["Đan Mạch"], "cử đội cứu hộ sang Lào")],
        ),
        (
            "Thông tấn xã cho biết Bắc Kinh cũng đã đồng ý mở thêm 2 cửa khẩu.",
            [(["Bắc Kinh"], "mở thêm 2 cửa khẩu")],
        ),
        (
            "Hai nhà lãnh đạo nhất trí hướng tới mục tiêu trồng 2 triệu cây.",
            [("all", "hướng tới mục tiêu trồng 2 triệu cây")],
        ),
        (
            "Áo, Séc nhất trí xây dựng 2 cây cầu.",
            [(["Áo", "Séc"], "xây dựng 2 cây cầu")],
        ),
        (
            "Tại Hà Nam, Áo, Séc nhất trí xây dựng 2 cây cầu.",
            [(["Séc"], "xây dựng 2 cây cầu")],
        ),
        (
            "Chủ tịch UBND tỉnh Hà Nam Lê Văn Tám và Giám đốc Công ty An Phú Hồ Văn Năm đã thống nhất xây dựng 2 cây cầu.",
            [(["UBND tỉnh Hà Nam", "Công ty An Phú"], "xây dựng 2 cây cầu")],
        ),
        ("Ông Lê Văn Tám và ông Hồ Văn Năm đồng ý xây dựng 2 cây cầu.", []),
        ("Các nước mới đưa ra những cam kết cắt giảm khí thải.", []),
        ("Hồi tháng 4, Công ty An Phú cam kết trồng lại 500 cây xanh.", []),
        (
            "Hai bên cam kết phối hợp chặt chẽ hơn trong nỗ lực cứu trợ người dân.",
            [("all", "phối hợp chặt chẽ hơn trong nỗ lực cứu trợ người dân")],
        ),
    ],
)
def test_leaders_agree_for_their_states(said: str, expected: list[tuple[list[str], str]], kit: Kit) -> None:
    assert told(kit.extract(said + "\n")) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Theo đó, Sao Khuê sẽ là một phần mềm hiện đại, đáp ứng nhu cầu và quản lý rủi ro.",
        "Thỏa thuận giữa Sao Khuê và Ngân hàng Đông Hải sẽ nâng cao chất lượng dịch vụ.",
        "Theo đó, Sao Khuê sẽ có thể đặt 5 máy bán vé.",
    ],
)
def test_what_a_party_will_be_or_may_do_is_no_undertaking(said: str, kit: Kit) -> None:
    assert not told(kit.extract(SIGNING + said))


def test_a_headline_counts_where_nothing_else_tells_of_the_pledge(kit: Kit) -> None:
    headline = "Công ty An Phú cam kết trồng lại 500 cây xanh\n\n"
    assert told(kit.extract(headline + "Người dân xã Tân Lập vui mừng trước tin này.\n")) == [
        (["Công ty An Phú"], "trồng lại 500 cây xanh")
    ]
    other = told(kit.extract(headline + "Công ty An Phú hứa sẽ trồng 500 cây sao đen.\n"))
    assert [text for _, text in other] == ["trồng 500 cây sao đen"]


def test_a_sentence_with_a_subject_of_its_own_does_not_go_on_with_the_one_before(kit: Kit) -> None:
    vow = "Công ty An Phú cam kết trồng lại 500 cây xanh. "
    assert len(told(kit.extract(vow + "Ứng dụng này đã giúp người dân trong xã báo cây đổ.\n"))) == 1
    assert len(told(kit.extract(vow + "Đồng thời, tưới nước cho vườn hoa của xã mỗi tuần.\n"))) == 2


LOAN = (
    "Ngày 3/4/2019, Ngân hàng Đông Hải và Agribank Chi nhánh tỉnh Hà Nam ký hợp đồng tín dụng với Công ty Sao Khuê (chủ đầu tư).\n\n"
    "{}\n"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Theo đó, hai ngân hàng cam kết cho vay 20 tỷ đồng.",
            [(["Ngân hàng Đông Hải", "Agribank Chi nhánh tỉnh Hà Nam"], "cho vay 20 tỷ đồng")],
        ),
        (
            "Ngân hàng Đông Hải là đầu mối. Chủ đầu tư cam kết trả nợ đúng hạn.",
            [(["Công ty Sao Khuê"], "trả nợ đúng hạn")],
        ),
        (
            "Cụ thể, mỗi quý Ngân hàng Đông Hải cử cán bộ kiểm tra công trình.",
            [(["Ngân hàng Đông Hải"], "cử cán bộ kiểm tra công trình")],
        ),
    ],
)
def test_nouns_that_count_or_that_a_bracket_gives_stand_for_parties(
    said: str, expected: list[tuple[list[str], str]], kit: Kit
) -> None:
    assert told(kit.extract(LOAN.format(said))) == expected


def test_a_branch_is_one_party_with_its_word_and_without(kit: Kit) -> None:
    signers = "Bà Lê Thị Tám, Giám đốc Agribank Hà Nam và ông Hồ Văn Năm, Giám đốc Công ty Sao Khuê đã ký hợp đồng."
    (agreement,) = kit.extract(LOAN.format(signers)).agreements
    assert [party.name for party in agreement.parties][1:2] == ["Agribank Chi nhánh tỉnh Hà Nam"]
    assert len(agreement.parties) == 3


@pytest.mark.parametrize(
    ("subject", "item"),
    [
        ("về chuyển đổi số trong trường học.", "chuyển đổi số trong trường học"),
        ("số 15/TT ngày 3/4 về đào tạo nhân lực số.", "đào tạo nhân lực số"),
        ("về việc tài trợ 50 lớp kỹ năng số cho học sinh.", "tài trợ 50 lớp kỹ năng số cho học sinh"),
    ],
)
def test_a_number_of_a_document_is_told_from_what_is_digital(subject: str, item: str, kit: Kit) -> None:
    record = kit.extract(f"Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải ký thỏa thuận {subject}\n")
    assert [one.text for one in record.commitments] == [item]


PAPERS = "Ngày 3/4/2019, Báo Sông Dinh và Báo Núi Nhạn đã ký thỏa thuận hợp tác.\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Các báo sẽ mở trang chuyên đề chung.", [("all", "mở trang chuyên đề chung")]),
        ("Hai báo sẽ mở trang chuyên đề chung.", [("all", "mở trang chuyên đề chung")]),
        ("Các đài sẽ mở trang chuyên đề chung.", []),
        (
            "Theo nội dung ký kết, các báo sẽ trao đổi tin, bài về biển đảo.",
            [("all", "trao đổi tin, bài về biển đảo")],
        ),
        ("Theo nội dung ký kết, hai bên trao đổi về giá giấy in.", []),
    ],
)
def test_the_plural_of_the_head_that_all_parties_share_stands_for_all(
    said: str, expected: list[tuple[object, str]], kit: Kit
) -> None:
    assert told(kit.extract(PAPERS + said + "\n")) == expected


TEAMED = [(["Hãng xe Hải Âu"], "lắp pin mới cho 900 xe buýt"), ("all", "xây dựng 12 trạm sạc")]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Hãng xe Hải Âu bắt tay Công ty Pin Lam Sơn", TEAMED),
        ("Hãng xe Hải Âu và Công ty Pin Lam Sơn liên kết làm xe buýt điện", TEAMED),
        ("Hãng xe Hải Âu và Công ty Pin Lam Sơn cùng giảm giá", []),
    ],
)
def test_bodies_that_team_up_in_the_headline_undertake_what_they_will_do(
    headline: str, expected: list[tuple[object, str]], kit: Kit
) -> None:
    text = (
        f"{headline}\n\nHãng xe Hải Âu sẽ lắp pin mới cho 900 xe buýt. Hai bên sẽ xây dựng 12 trạm sạc. "
        "Sở Giao thông Hà Nam sẽ mở 5 tuyến."
    )
    assert told(kit.extract(text)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Theo đó, Công ty Sao Khuê góp 60% vốn và chịu trách nhiệm về pháp lý, còn Ngân hàng Đông Hải phụ trách thu phí.",
            [
                (["Công ty Sao Khuê"], "góp 60% vốn"),
                (["Công ty Sao Khuê"], "chịu trách nhiệm về pháp lý"),
                (["Ngân hàng Đông Hải"], "phụ trách thu phí"),
            ],
        ),
        (
            "Theo đó, Công ty Sao Khuê sẽ chịu trách nhiệm về pháp lý và hỗ trợ Ngân hàng Đông Hải.",
            [
                (["Công ty Sao Khuê"], "chịu trách nhiệm về pháp lý"),
                (["Công ty Sao Khuê"], "hỗ trợ Ngân hàng Đông Hải"),
            ],
        ),
        (
            "Theo đó, Công ty Sao Khuê chịu trách nhiệm tuyên truyền đến 300 hộ dân.",
            [(["Công ty Sao Khuê"], "tuyên truyền đến 300 hộ dân")],
        ),
        (
            "Công ty Sao Khuê cam kết tặng 300 suất quà, không kể phần của công đoàn.",
            [(["Công ty Sao Khuê"], "tặng 300 suất quà")],
        ),
        (
            "Theo đó, Công ty Sao Khuê xây dựng 2 trạm thu mua, đưa vào hoạt động trước tháng 3/2020.",
            [(["Công ty Sao Khuê"], "xây dựng 2 trạm thu mua")],
        ),
    ],
)
def test_one_party_may_do_several_things_at_once(said: str, expected: list[tuple[list[str], str]], kit: Kit) -> None:
    assert told(kit.extract(SIGNING + "\n" + said)) == expected


@pytest.mark.parametrize(
    ("said", "actor"),
    [
        ("phía Lào sẽ mua 30 triệu kWh", "Công ty Điện lực Lào (EDL)"),
        ("phía Việt Nam sẽ kéo 12 km đường dây", "Tổng Công ty Điện lực Bắc Hà"),
    ],
)
def test_a_side_is_told_by_its_state(said: str, actor: str, kit: Kit) -> None:
    signing = "Ngày 5/6/2019, Tổng Công ty Điện lực Bắc Hà và Công ty Điện lực Lào (EDL) ký hợp đồng mua bán điện.\n\n"
    assert [who for who, _ in told(kit.extract(f"{signing}Theo đó, {said}."))] == [[actor]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google cam kết đầu tư 1 tỷ euro vào Pháp.", [(["Google"], "đầu tư 1 tỷ euro vào Pháp")]),
        (
            "Trên Facebook, ông Lê Văn Tám, Giám đốc Công ty An Phú, cam kết sẽ trồng lại 500 cây.",
            [(["Công ty An Phú"], "trồng lại 500 cây")],
        ),
        (
            "Bộ trưởng Bộ Thủy sản Lê Văn Tám thăm cảng. Bộ trưởng Tám khẳng định sẽ nạo vét 3 luồng tàu.",
            [(["Bộ Thủy sản"], "nạo vét 3 luồng tàu")],
        ),
    ],
)
def test_a_firm_acts_and_a_channel_does_not_and_a_minister_acts_for_the_ministry(
    text: str, expected: list[tuple[list[str], str]], kit: Kit
) -> None:
    assert told(kit.extract(f"Tin trong ngày\n\n{text}")) == expected


def test_a_title_in_an_act_stays_whole_and_what_is_settled_is_an_act(kit: Kit) -> None:
    said = (
        "Theo đó, hai bên sẽ thống nhất danh sách hộ vay, mở 36 lớp tập huấn, xây dựng 12 mô hình "
        '"giảm phân, giảm giống" tại các huyện, tổ chức 3 hội thi.'
    )
    assert [text for _, text in told(kit.extract(SIGNING + "\n" + said))][1:] == [
        "mở 36 lớp tập huấn",
        'xây dựng 12 mô hình "giảm phân, giảm giống" tại các huyện',
        "tổ chức 3 hội thi",
    ]


def test_captions_of_a_report_of_pictures_tell_what_is_agreed(kit: Kit) -> None:
    said = (
        "Ảnh 1: Toàn cảnh lễ ký.\n\n"
        "Ảnh 2: Một chiếc máy gặt. Theo bản ghi nhớ, Công ty Sao Khuê sẽ tặng 6 máy gặt cho nông dân."
    )
    assert told(kit.extract(SIGNING + "\n" + said)) == [(["Công ty Sao Khuê"], "tặng 6 máy gặt cho nông dân")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Trong khuôn khổ hợp tác, Công ty Sao Khuê tài trợ 6 máy gặt.", [(["Công ty Sao Khuê"], "tài trợ 6 máy gặt")]),
        ("Trong khuôn khổ bản ghi nhớ, hai bên phối hợp tập huấn cho 90 tổ.", [("all", "phối hợp tập huấn cho 90 tổ")]),
        ("Trong khuôn khổ hợp tác, Công ty Sao Khuê đã tài trợ 6 máy gặt.", []),
        ("Trong khuôn khổ lễ ký, Công ty Sao Khuê tài trợ 6 máy gặt.", []),
    ],
)  # fmt: skip
def test_what_is_done_within_an_agreement_is_undertaken(
    said: str, expected: list[tuple[object, str]], kit: Kit
) -> None:
    assert told(kit.extract(SIGNING + "\n" + said)) == expected
