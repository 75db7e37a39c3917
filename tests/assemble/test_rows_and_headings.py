"""Commitments told in rows, under headings, behind bases and appositions, and what looks like one and is none."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNING = (
    "Sở Công Thương tỉnh Hà Nam và Tập đoàn Sao Bắc ký kết thỏa thuận hợp tác\n\n"
    "Sáng 12/5/2023, Sở Công Thương tỉnh Hà Nam và Tập đoàn Sao Bắc đã ký kết thỏa thuận hợp tác.\n\n"
)


def told(text: str, kit: Kit) -> list[tuple[str, list[str] | str]]:
    record = kit.extract(text)
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [
        (one.text, one.actors if isinstance(one.actors, str) else [names.get(actor, actor) for actor in one.actors])
        for one in record.commitments
    ]


def items(text: str, kit: Kit) -> list[str]:
    return [text for text, _ in told(text, kit)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            ("Theo đó, hai bên sẽ hợp tác ở 2 lĩnh vực:\n\n(1) Tài trợ các đề tài khoa học: Tập đoàn Sao Bắc sẽ lập quỹ 2 tỷ đồng.\n\n"
            "(2) Chia sẻ tri thức giữa thợ thủ công, nghệ nhân và sinh viên: Hai bên tổ chức các khóa học ngắn ngày."),
            ["Tài trợ các đề tài khoa học", "lập quỹ 2 tỷ đồng",
             "Chia sẻ tri thức giữa thợ thủ công, nghệ nhân và sinh viên", "tổ chức các khóa học ngắn ngày"],
        ),
        (
            ('Trên tinh thần "Cùng làm, cùng hưởng”, hai bên sẽ hợp tác toàn diện với các nội dung gồm: '
            "Tư vấn chuyển đổi số cho làng nghề; Mở gian hàng trực tuyến; Phối hợp truyền thông, tuyên truyền."),
            ["Tư vấn chuyển đổi số cho làng nghề", "Mở gian hàng trực tuyến", "Phối hợp truyền thông, tuyên truyền"],
        ),
        (
            "Theo đó, hai bên sẽ triển khai chương trình đào tạo tập trung vào các kỹ năng bán hàng, quản trị và giao tiếp.",
            ["triển khai chương trình đào tạo tập trung vào các kỹ năng bán hàng, quản trị và giao tiếp"],
        ),
        (
            "Theo đó, hai bên sẽ xúc tiến hoạt động hợp tác nghiên cứu và ứng dụng về giống mới.",
            ["xúc tiến hoạt động hợp tác nghiên cứu và ứng dụng về giống mới"],
        ),
        (
            "Theo đó, hai bên sẽ giải quyết tranh chấp bằng thương lượng trên cơ sở pháp luật hiện hành, mở thêm 3 kho lạnh ở Phủ Lý.",
            ["giải quyết tranh chấp bằng thương lượng", "mở thêm 3 kho lạnh ở Phủ Lý"],
        ),
        (
            "Theo đó, Tập đoàn sẽ cung cấp gói vốn trị giá 50 tỷ đồng, với cam kết giải ngân đúng lộ trình và mở nhiều điểm bán hàng.",
            ["cung cấp gói vốn trị giá 50 tỷ đồng", "giải ngân đúng lộ trình", "mở nhiều điểm bán hàng"],
        ),
        (
            "Tập đoàn Sao Bắc cam kết triển khai đồng bộ các giải pháp, góp phần giữ vững thị trường; bảo đảm an toàn hàng hóa; bảo vệ môi trường.",
            ["triển khai đồng bộ các giải pháp"],
        ),
        ("Thỏa thuận là cơ sở để hai bên cùng nhau xây dựng kế hoạch chi tiết.", []),
        (
            "Mục đích của thỏa thuận là cập nhật các kiến thức, kỹ năng, khả năng bán hàng của hội viên.",
            ["cập nhật các kiến thức, kỹ năng, khả năng bán hàng của hội viên"],
        ),
        (
            "Thỏa thuận kéo dài 3 năm. Hằng năm, các bên tổ chức hội chợ cho làng nghề; thăm, tặng quà các nghệ nhân.",
            ["tổ chức hội chợ cho làng nghề", "thăm, tặng quà các nghệ nhân"],
        ),
        (
            'Theo đó, Sở Công Thương cho hợp tác xã sử dụng miễn phí kho lạnh đến hết năm 2025, "tiền điện thì họ tự lo", ông Lê Văn Tám cười.',
            ["cho hợp tác xã sử dụng miễn phí kho lạnh"],
        ),
        (
            "Thỏa thuận gồm 4 chương, 13 điều, điều chỉnh việc quản lý các chợ đêm; cấp tem truy xuất cho làng nghề; xây dựng kho lạnh.",
            ["quản lý các chợ đêm", "cấp tem truy xuất cho làng nghề", "xây dựng kho lạnh"],
        ),
    ],
)  # fmt: skip
def test_what_belongs_together_is_one_item(said: str, expected: list[str], kit: Kit) -> None:
    assert items(SIGNING + said, kit) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Theo thỏa thuận, Sở sẽ cấp danh sách làng nghề. Tập đoàn đảm nhiệm việc thiết kế gian hàng, dựng sân khấu.",
            [("cấp danh sách làng nghề", ["Sở Công Thương tỉnh Hà Nam"]),
             ("thiết kế gian hàng", ["Tập đoàn Sao Bắc"]), ("dựng sân khấu", ["Tập đoàn Sao Bắc"])],
        ),
        (
            "Theo thỏa thuận, Tập đoàn Sao Bắc sẽ mở 5 đại lý. Giới thiệu hàng trên báo chí để người dân, doanh nghiệp biết và chọn lựa sử dụng.",
            [("mở 5 đại lý", ["Tập đoàn Sao Bắc"]), ("Giới thiệu hàng trên báo chí", ["Tập đoàn Sao Bắc"])],
        ),
        (
            "Trong khi đó, Sở có trách nhiệm chỉ đạo các phòng, ủy ban nhân dân quận, huyện, xã phối hợp với Tập đoàn mở 5 đại lý.",
            [("chỉ đạo các phòng, ủy ban nhân dân quận, huyện, xã phối hợp với Tập đoàn mở 5 đại lý",
              ["Sở Công Thương tỉnh Hà Nam"])],
        ),
    ],
)  # fmt: skip
def test_a_common_noun_in_a_row_is_no_subject(said: str, expected: list[tuple[str, list[str] | str]], kit: Kit) -> None:
    assert told(SIGNING + said, kit) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Hội nghị Ban Chấp hành Hội Nông dân tỉnh Hà Nam đã thống nhất cử bà Trần Thị Chín giữ chức Chủ tịch.", []),
        ("Hội Nông dân tỉnh Hà Nam nhất trí cử 3 phó chủ tịch.", []),
        ("Hội Nông dân tỉnh Hà Nam đồng ý cử 3 kỹ sư về các xã.", ["cử 3 kỹ sư về các xã"]),
        (
            "Hội Chữ thập đỏ tỉnh Hà Nam cho biết, toàn bộ số tiền đấu giá sẽ dành để hỗ trợ người nghèo.",
            ["toàn bộ số tiền đấu giá sẽ dành để hỗ trợ người nghèo"],
        ),
        (
            "Công ty Tre Vàng không đưa tiền mặt mà cam kết dựng lại 40 căn nhà cho dân vùng lũ.",
            ["dựng lại 40 căn nhà cho dân vùng lũ"],
        ),
        (
            "Công ty Tre Vàng cam kết:\n\n- Trồng 1 triệu cây ở đầu nguồn;\n\n- Ngừng mua than cốc.\n\nMỗi năm công ty sẽ công bố báo cáo phát thải.",
            ["Trồng 1 triệu cây ở đầu nguồn", "Ngừng mua than cốc", "công bố báo cáo phát thải"],
        ),
        (
            "Nga và Ấn Độ hội đàm hôm 21/10. Hai bên đã thỏa thuận nghiên cứu vận chuyển dầu từ Nga sang Ấn Độ và Nga sẽ giúp xây dựng 4 lò phản ứng.",
            ["nghiên cứu vận chuyển dầu từ Nga sang Ấn Độ", "giúp xây dựng 4 lò phản ứng"],
        ),
        ("Trong lĩnh vực này, các bên thỏa thuận mở rộng hợp tác về tên lửa.", ["mở rộng hợp tác về tên lửa"]),
        (
            "Hai bên nhất trí triển khai các biện pháp mạnh mẽ. Bao gồm tăng cường kết nối hai nền kinh tế, sớm mở đường bay thẳng.",
            ["triển khai các biện pháp mạnh mẽ", "tăng cường kết nối hai nền kinh tế", "mở đường bay thẳng"],
        ),
        (
            "Hai bên nhất trí phối hợp hiệu quả trong giai đoạn Việt Nam đảm nhiệm vai trò điều phối.",
            ["phối hợp hiệu quả trong giai đoạn Việt Nam đảm nhiệm vai trò điều phối"],
        ),
        (
            "Thay mặt Chính phủ, Phó Thủ tướng cam kết Việt Nam sẽ hoàn tất quy định về điện gió.",
            ["hoàn tất quy định về điện gió"],
        ),
    ],
)
def test_undertakings_in_reports_without_agreements(said: str, expected: list[str], kit: Kit) -> None:
    assert items(f"Tin trong ngày\n\n{said}", kit) == expected


@pytest.mark.parametrize(
    "said",
    [
        "với Công ty Đại Phong mua 40 động cơ cho đội tàu",
        "với Công ty Đại Phong, mua 40 động cơ cho đội tàu",
        "với Công ty Đại Phong, đơn vị trực thuộc Tập đoàn Hải Âu (Mỹ), mua 40 động cơ cho đội tàu",
    ],
)
def test_what_is_bought_stands_behind_the_seller(said: str, kit: Kit) -> None:
    text = f"Công ty Vận tải Sao Bắc ký hợp đồng 1,7 tỷ USD với Công ty Đại Phong\n\nCông ty Vận tải Sao Bắc đã ký hợp đồng {said}."
    assert items(text, kit) == ["mua 40 động cơ cho đội tàu"]


def test_a_headline_tells_of_money_that_a_party_gives(kit: Kit) -> None:
    text = (
        "Quỹ Phát triển Bắc Âu cho Công ty Nước Sông Đáy vay 24 triệu EUR\n\n"
        "Ngày 3/7/2021, Quỹ Phát triển Bắc Âu và Công ty Nước Sông Đáy ký hợp đồng tín dụng."
    )
    assert told(text, kit) == [("cho Công ty Nước Sông Đáy vay 24 triệu EUR", ["Quỹ Phát triển Bắc Âu"])]


def test_states_that_sign_and_agree_act_together(kit: Kit) -> None:
    text = (
        "Hàn Quốc và Triều Tiên ký tuyên bố chung\n\nTổng thống Hàn Quốc Moon Jae - in và lãnh đạo Triều Tiên Kim Jong - un hôm nay "
        "ký tuyên bố chung, thống nhất đưa bán đảo thành khu vực không có vũ khí hạt nhân."
    )
    expected = [("đưa bán đảo thành khu vực không có vũ khí hạt nhân", ["Hàn Quốc", "Triều Tiên"])]
    assert told(text, kit) == expected
    assert [one.name for one in kit.extract(text).agreements[0].signatories] == ["Moon Jae - in", "Kim Jong - un"]
