"""What parties undertake: by which words, and what is only said, hoped or told of the past."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNING = (
    "Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ\n\n"
    "Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải đã ký biên bản ghi nhớ hợp tác.\n"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Theo biên bản ghi nhớ, hai đơn vị thiết lập đường dây nóng, cử tổ kỹ thuật chung.",
            ["thiết lập đường dây nóng", "cử tổ kỹ thuật chung"],
        ),
        (
            "Cụ thể, Sao Khuê và Ngân hàng Đông Hải sẽ hợp tác về bảo lãnh, dịch vụ thẻ và thanh toán.",
            ["bảo lãnh", "dịch vụ thẻ", "thanh toán"],
        ),
        (
            "Ngược lại, Ngân hàng Đông Hải cho biết, sẽ dành hạn mức 200 tỷ đồng cho Sao Khuê.",
            ["dành hạn mức 200 tỷ đồng cho Sao Khuê"],
        ),
        (
            "Hai bên đánh giá cao việc hợp tác, thống nhất mở thêm 4 quầy giao dịch.",
            ["mở thêm 4 quầy giao dịch"],
        ),
        (
            "Theo đó, Ngân hàng Đông Hải không giảm lãi suất mà tặng 300 suất học bổng cho con công nhân.",
            ["tặng 300 suất học bổng cho con công nhân"],
        ),
        (
            "Ngân hàng Đông Hải đã đồng ý để Sao Khuê hoãn trả nợ gốc trong quý II.",
            ["Sao Khuê hoãn trả nợ gốc trong quý II"],
        ),
        (
            "Theo đó, Ngân hàng Đông Hải sẽ bố trí chỗ ngồi cho nhân viên luân phiên, mua 12 máy tính.",
            ["bố trí chỗ ngồi cho nhân viên luân phiên", "mua 12 máy tính"],
        ),
        (
            "Theo biên bản, Sao Khuê đảm nhận vai trò đầu mối.",
            ["đảm nhận vai trò đầu mối"],
        ),
        (
            "Theo biên bản, Đông Hải được phép đặt 5 cây rút tiền tại xưởng.",
            ["đặt 5 cây rút tiền tại xưởng"],
        ),
        (
            "Hai bên thống nhất lập tổ kỹ thuật chung, định kỳ hằng quý họp đánh giá kết quả.",
            ["lập tổ kỹ thuật chung", "họp đánh giá kết quả"],
        ),
        (
            "Theo đó, hai bên chia sẻ kinh nghiệm trong lĩnh vực bảo lãnh, hợp tác thẩm định dự án và phối hợp thu hồi nợ.",
            ["chia sẻ kinh nghiệm trong lĩnh vực bảo lãnh", "thẩm định dự án", "phối hợp thu hồi nợ"],
        ),
        (
            "Ngân hàng Đông Hải đánh giá cao sự hợp tác, cam kết sẽ dành 200 tỷ đồng cho Sao Khuê.",
            ["dành 200 tỷ đồng cho Sao Khuê"],
        ),
        (
            "Theo biên bản, Ngân hàng Đông Hải cho công nhân vay tín chấp với lãi suất 5%/năm.",
            ["cho công nhân vay tín chấp với lãi suất 5%/năm"],
        ),
        (
            "Biên bản nêu ba điểm: 1. chia sẻ số liệu; 2. mở quầy chung; 3. tập huấn cán bộ.",
            ["chia sẻ số liệu", "mở quầy chung", "tập huấn cán bộ"],
        ),
        (
            "Có hai phần việc: mở quầy chung; tập huấn cán bộ.",
            ["mở quầy chung", "tập huấn cán bộ"],
        ),
        (
            "Hai bên thống nhất 2 nội dung trọng tâm. Một là, mở quầy chung. Hai là, tập huấn cán bộ.",
            ["mở quầy chung", "tập huấn cán bộ"],
        ),
        (
            "Theo biên bản, hai đơn vị mỗi tháng diễn tập chung.",
            ["diễn tập chung"],
        ),
        (
            "Sau giao dịch đầu tiên, hai bên sẽ cùng xây dựng phần mềm kế toán.",
            ["xây dựng phần mềm kế toán"],
        ),
        (
            "Sao Khuê nhận 40 sinh viên vào thực tập.",
            ["nhận 40 sinh viên vào thực tập"],
        ),
        (
            "Hai bên phối hợp: chia sẻ số liệu nợ xấu; thẩm định dự án; đào tạo thẩm định viên.",
            ["chia sẻ số liệu nợ xấu", "thẩm định dự án", "đào tạo thẩm định viên"],
        ),
        (
            "Phần Ngân hàng Đông Hải: mở 4 quầy giao dịch; miễn phí chuyển tiền.",
            ["mở 4 quầy giao dịch", "miễn phí chuyển tiền"],
        ),
        (
            "Hai bên sẽ đánh giá kết quả thực hiện vào tháng 12 hằng năm.",
            ["đánh giá kết quả thực hiện"],
        ),
        (
            "Sao Khuê tuy chưa có vốn nhưng cam kết mua 30% cổ phần quỹ học bổng.",
            ["mua 30% cổ phần quỹ học bổng"],
        ),
        (
            "Theo biên bản, Sao Khuê sẽ không bán dữ liệu khách hàng trong 5 năm; khảo sát 30 chi nhánh, giữ phí trong ít nhất 02 năm.",
            ["không bán dữ liệu khách hàng", "khảo sát 30 chi nhánh", "giữ phí"],
        ),
        (
            "Đến năm 2030 Ngân hàng Đông Hải sẽ mở 90 phòng giao dịch.",
            ["mở 90 phòng giao dịch"],
        ),
    ],
)
def test_what_is_undertaken_is_told_in_many_ways(said: str, expected: list[str], kit: Kit) -> None:
    assert [one.text for one in kit.extract(SIGNING + said).commitments] == expected


@pytest.mark.parametrize(
    "said",
    [
        "Theo đó, ông Lê Văn Tám, Giám đốc Công ty Sao Khuê chia sẻ: “Chúng tôi mong Ngân hàng Đông Hải tư vấn thêm”.",
        "Theo đó, Ngân hàng Đông Hải nhận định: “Vùng cao có thể là điểm đến của khách hàng trẻ”.",
        "Theo đó, nếu trễ hạn, Công ty công khai xin lỗi khách hàng.",
        "Theo đó, Công ty Sao Khuê không ngừng mở rộng mạng lưới.",
        "Ông Lê Văn Tám tin rằng với kinh nghiệm nhiều năm trên thị trường thẻ, Ngân hàng Đông Hải sẽ mở thêm 40 phòng giao dịch.",
        "Mức phí mà Ngân hàng Đông Hải phải trả cho một bên thứ ba chưa được công bố.",
        "Hội nghị năm nay gồm hai nội dung chính là trình diễn phần mềm và kết nối cung cầu.",
        "Đại diện Công ty Sao Khuê và Ngân hàng Đông Hải sẽ ký văn bản trước sự chứng kiến của lãnh đạo tỉnh.",
        "Theo đó, năm 2019 Sao Khuê làm Cụm trưởng.",
        "Theo đó, Ngân hàng Đông Hải được tặng Cờ thi đua của tỉnh.",
        "Trong khi đó, Ngân hàng Đông Hải cũng dự báo lãi suất tăng.",
        "Theo biên bản, Sao Khuê được cho là đồng ý bán 5 cây rút tiền.",
        "Dự kiến, đến năm 2030 Ngân hàng Đông Hải sẽ mở 90 phòng giao dịch.",
        "Dự kiến tới cuối năm 2030, Sao Khuê sẽ mở 20 xưởng.",
        "Theo số liệu của ngành, Ngân hàng Đông Hải sẽ mở 90 phòng giao dịch.",
        "Trước đó, tháng 2/2018, Công ty Hoa Ban đã gặp một quỹ ở Lyon. Mục tiêu của kế hoạch này là đào tạo thợ hàn.",
    ],
)
def test_what_is_said_hoped_or_past_is_no_commitment(said: str, kit: Kit) -> None:
    assert not kit.extract(SIGNING + said).commitments


def test_a_party_is_known_by_its_acronym_and_by_a_part_of_its_name(kit: Kit) -> None:
    found = kit.extract(
        "Quy chế phối hợp thu nợ bảo hiểm\n\n"
        "Ngày 3/4/2019, Liên đoàn Lao động huyện Ea Hiu (LĐLĐ) và Công ty TNHH Bảo hiểm Hoa Mơ Cao Nguyên đã ký quy chế phối hợp.\n"
        "Về trách nhiệm cụ thể, LĐLĐ phải gửi danh sách đơn vị nợ. Bảo hiểm Hoa Mơ cử hai nhân viên trực tại quầy."
    )
    parties = {party.id: party.name for party in found.agreements[0].parties}
    assert [(parties[one.actors[0]].split(" (")[0], one.text) for one in found.commitments] == [
        ("Liên đoàn Lao động huyện Ea Hiu", "gửi danh sách đơn vị nợ"),
        ("Công ty TNHH Bảo hiểm Hoa Mơ Cao Nguyên", "cử hai nhân viên trực tại quầy"),
    ]


def test_after_per_that_inside_the_sentence_a_party_acts(kit: Kit) -> None:
    found = kit.extract(
        "Ngày 3/4/2019, Công ty Sao Khuê ký hợp đồng với Công ty Lá Cọ, theo đó Sao Khuê mua 25% cổ phần của Lá Cọ.\n"
    )
    assert [one.text for one in found.commitments] == ["mua 25% cổ phần của Lá Cọ"]


def test_an_outcome_is_no_subject_of_an_agreement(kit: Kit) -> None:
    found = kit.extract("Nga và Peru ký thỏa thuận nâng cấp cảng Ilo, tạo điều kiện cho tàu lớn cập bến.\n")
    assert [one.text for one in found.commitments] == ["nâng cấp cảng Ilo"]


@pytest.mark.parametrize(
    ("item", "actors", "text"),
    [
        ("Công ty Gạo Mai, nhà máy xay xát ở Khu công nghiệp Lộc An, cam kết giữ giá gạo.", ("Công ty Gạo Mai",), "giữ giá gạo"),
        ("Siêu thị Hoa Ban sẽ giảm 5% giá trứng.", ("Siêu thị Hoa Ban",), "giảm 5% giá trứng"),
        ("công khai nguồn gốc rau.", "all", "công khai nguồn gốc rau"),
    ],
)  # fmt: skip
def test_in_a_list_of_several_who_vow_each_is_bound_by_its_item(item: str, actors: object, text: str, kit: Kit) -> None:
    found = kit.extract(f"Chi cục Thú y\n\nSau lễ phát động, ba cơ sở đọc bản cam kết trước bà con:\n\n- {item}\n")
    assert [(one.actors, one.text) for one in found.commitments] == [(actors, text)]


def test_a_list_of_what_is_agreed_follows_a_word_that_begins_as_one_of_hope_does(kit: Kit) -> None:
    found = kit.extract(
        "Công đoàn Sở Y tế và Công đoàn Sở Nội vụ ký kết giao ước thi đua năm 2019.\n\n"
        "Sau đó, chủ tịch hai công đoàn ký kết giao ước thi đua gồm các nội dung:\n\n"
        "1. Tuyên truyền pháp luật;\n\n2. Tổ chức hội thi nấu ăn.\n\n"
        "Các đơn vị giao ước: mỗi công đoàn đăng ký 02 sáng kiến; giới thiệu 5 đoàn viên cho Đảng."
    )
    assert [one.text for one in found.commitments] == [
        "Tuyên truyền pháp luật",
        "Tổ chức hội thi nấu ăn",
        "đăng ký 02 sáng kiến",
        "giới thiệu 5 đoàn viên cho Đảng",
    ]


VOW = (
    "Giấy Tân Sơn công bố lộ trình xanh\n\nCông ty Cổ phần Giấy Tân Sơn cam kết trồng 90.000 cây keo trước năm 2027.\n"
)


def test_a_body_that_vows_undertakes_what_it_will_do_too(kit: Kit) -> None:
    found = kit.extract(
        VOW + "Công ty cũng sẽ tặng 200 suất học bổng cho học sinh ven sông. Sở Y tế sẽ kiểm tra nguồn nước."
    )
    assert [(one.actors, one.text) for one in found.commitments] == [
        (("Công ty Cổ phần Giấy Tân Sơn",), "trồng 90.000 cây keo"),
        (("Công ty Cổ phần Giấy Tân Sơn",), "tặng 200 suất học bổng cho học sinh ven sông"),
    ]


def test_places_undertake_and_addresses_do_not(kit: Kit) -> None:
    said = "Lãnh đạo tỉnh Đắk Lắk cam kết xây dựng 3 bến xe. Anh Tư, trú tại xã Ea Hiu, tỉnh Đắk Lắk, hứa sẽ trả tiền."
    found = kit.extract("Chuyện bến xe\n\n" + said).commitments
    assert [(one.actors, one.text) for one in found] == [(("tỉnh Đắk Lắk",), "xây dựng 3 bến xe")]


def test_what_a_paragraph_tells_of_one_partner_belongs_to_the_agreement_with_it(kit: Kit) -> None:
    found = kit.extract(
        "Trường Đại học Hồng Lam ký hai văn bản hợp tác\n\n"
        "Ngày 12/5/2022, Trường Đại học Hồng Lam đã ký thỏa thuận hợp tác với Công ty Cổ phần Cơ khí Sông Dinh và bản ghi nhớ "
        "với Bệnh viện Đa khoa Cửa Lạch.\n\n"
        "Theo thỏa thuận với Công ty Cổ phần Cơ khí Sông Dinh, Trường sẽ đào tạo 40 thợ hàn. Hai bên sẽ mở xưởng chung.\n\n"
        "Với Bệnh viện Đa khoa Cửa Lạch, Trường sẽ bảo trì thiết bị. Bệnh viện sẽ khám sức khỏe cho sinh viên."
    )
    assert [(one.text, one.agreement) for one in found.commitments] == [
        ("đào tạo 40 thợ hàn", "a1"),
        ("mở xưởng chung", "a1"),
        ("bảo trì thiết bị", "a2"),
        ("khám sức khỏe cho sinh viên", "a2"),
    ]


@pytest.mark.parametrize(
    "lead", ["", "Công ty Cổ phần Giấy Tân Sơn họp dân. "], ids=["told in the headline", "told before the vow"]
)
def test_who_heads_a_list_of_vows_is_named_in_full(lead: str, kit: Kit) -> None:
    found = kit.extract(
        "Công ty Cổ phần Giấy Tân Sơn công bố lộ trình xanh\n\n"
        f"{lead}Công ty cam kết với bà con ba việc:\n\n- Trồng 900 cây keo;\n\n- Lắp 2 bể lọc."
    )
    assert [(one.actors, one.text) for one in found.commitments] == [
        (("Công ty Cổ phần Giấy Tân Sơn",), "Trồng 900 cây keo"),
        (("Công ty Cổ phần Giấy Tân Sơn",), "Lắp 2 bể lọc"),
    ]
