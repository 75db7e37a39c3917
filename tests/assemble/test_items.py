"""How words are split into items: what is shared, what is listed under a noun, and what is another act."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.assemble.clauses import Clauses
from camket.document import Place
from camket.run.flow import Kit


def items(text: str, kit: Kit, *, fields: bool = False) -> list[str]:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    found = Clauses(analysis, kit.words).items(Place(0, len(text)), fields=fields)
    return [piece.place.of(analysis.text) for piece in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xây dựng chính sách ưu đãi, tạo điều kiện cho nhà đầu tư", ["xây dựng chính sách ưu đãi", "tạo điều kiện cho nhà đầu tư"]),
        ("bàn giao quyền quản lý và điều hành nhà máy", ["bàn giao quyền quản lý và điều hành nhà máy"]),
        ("ngăn chặn tội phạm ma túy, buôn bán người, khai thác gỗ lậu", ["ngăn chặn tội phạm ma túy, buôn bán người, khai thác gỗ lậu"]),
        ("chuyển giao kỹ thuật trồng cỏ, nuôi dê cho thanh niên", ["chuyển giao kỹ thuật trồng cỏ, nuôi dê cho thanh niên"]),
        ("dành 20 suất học bổng, trị giá 3 triệu đồng/suất, cho học sinh nghèo", ["dành 20 suất học bổng, trị giá 3 triệu đồng/suất, cho học sinh nghèo"]),
        ("cấp gói cước (thoại, truyền hình...) cho cán bộ", ["cấp gói cước (thoại, truyền hình...) cho cán bộ"]),
        ("bảo đảm diện tích 12 ha và không dùng thuốc diệt cỏ", ["bảo đảm diện tích 12 ha", "không dùng thuốc diệt cỏ"]),
        ("hợp tác xây dựng phòng thực hành hàn tự động và biên soạn giáo trình", ["xây dựng phòng thực hành hàn tự động", "biên soạn giáo trình"]),
        ("giảm giá vé 10%", ["giảm giá vé 10%"]),
        ("tuần tra chung ít nhất mỗi tháng một lần", ["tuần tra chung"]),
        ("giữ an ninh chính trị, trật tự an toàn xã hội", ["giữ an ninh chính trị, trật tự an toàn xã hội"]),
        ("hỗ trợ nhà trường trong đào tạo, nghiên cứu khoa học và xuất bản", ["hỗ trợ nhà trường trong đào tạo, nghiên cứu khoa học và xuất bản"]),
        ("hợp tác trong việc sản xuất, cung ứng linh kiện cho nhà máy", ["sản xuất, cung ứng linh kiện cho nhà máy"]),
        ("nối mạng các trạm đo mưa (IoT), tiếp tục vận hành và bảo trì phao báo lũ", ["nối mạng các trạm đo mưa (IoT)", "tiếp tục vận hành và bảo trì phao báo lũ"]),
        ("mở tuyến xe buýt đêm vì chưa có tàu điện, với hy vọng giảm tai nạn và bảo vệ người đi bộ", ["mở tuyến xe buýt đêm"]),
        ("đẩy mạnh hợp tác nghề cá, nghiên cứu san hô", ["đẩy mạnh hợp tác nghề cá, nghiên cứu san hô"]),
        ("tăng cường hợp tác hải quan, hợp tác giữa các cảng cạn", ["tăng cường hợp tác hải quan, hợp tác giữa các cảng cạn"]),
        ("trao đổi kinh nghiệm trong nhiều việc như nghề lặn, chống buôn lậu", ["trao đổi kinh nghiệm trong nhiều việc như nghề lặn, chống buôn lậu"]),
        ("tạo điều kiện để hợp tác xã thuê đất, mở rộng vườn ươm", ["tạo điều kiện để hợp tác xã thuê đất, mở rộng vườn ươm"]),
        ("hợp tác với trường nghề để đào tạo thợ hàn", ["hợp tác với trường nghề để đào tạo thợ hàn"]),
        ("giao cho Sở Xây dựng khảo sát, lập dự án kè sông", ["giao cho Sở Xây dựng khảo sát, lập dự án kè sông"]),
        ("mở rộng khu vực thăm dò và khai thác cát sông", ["mở rộng khu vực thăm dò và khai thác cát sông"]),
        ("thay mới 12 toa tàu, hành khách chậm giờ sẽ được hoàn vé, đổi chỗ", ["thay mới 12 toa tàu"]),
        ("giữ yên bình biên giới, cùng các nước ven biển thực hiện tuyên bố chung", ["giữ yên bình biên giới", "thực hiện tuyên bố chung"]),
        ("kiểm tra việc đấu thầu có đúng luật hay không", ["kiểm tra việc đấu thầu có đúng luật hay không"]),
        ("chịu phạt nếu để rò rỉ hóa chất", ["chịu phạt nếu để rò rỉ hóa chất"]),
        ("xây bể nước sạch, xong trước tháng 6/2015", ["xây bể nước sạch"]),
        ("lắp 20 trạm đo gió, hoàn thành trước ngày 30/4/2019, cử thợ vận hành", ["lắp 20 trạm đo gió", "cử thợ vận hành"]),
        ("tặng 300 suất quà trước Tết Nguyên đán 2020", ["tặng 300 suất quà"]),
        ("tặng quà trước ngày khai giảng năm học mới cho học sinh nghèo", ["tặng quà trước ngày khai giảng năm học mới cho học sinh nghèo"]),
        ("mở phiên chợ vùng cao vào dịp cuối năm, trao 20 học bổng", ["mở phiên chợ vùng cao", "trao 20 học bổng"]),
        ("mở cửa kho cho đoàn kiểm tra bất kỳ lúc nào", ["mở cửa kho cho đoàn kiểm tra"]),
        ("sửa kho lạnh trước ngày 1/9/2019 và cử thợ vận hành, không sa thải công nhân", ["sửa kho lạnh", "cử thợ vận hành", "không sa thải công nhân"]),
        ("xây nhà máy, mạng lưới cấp điện cũng như nhà ở cho thợ, cũng như hỗ trợ trường nghề", ["xây nhà máy, mạng lưới cấp điện cũng như nhà ở cho thợ", "hỗ trợ trường nghề"]),
        ("chấp hành yêu cầu của đoàn thanh tra theo đúng kế hoạch đã duyệt", ["chấp hành yêu cầu của đoàn thanh tra"]),
        ("thực hiện tuyên bố chung trên tinh thần tôn trọng lẫn nhau, hợp tác cùng có lợi", ["thực hiện tuyên bố chung"]),
        ("xem xét để có cơ chế hợp lý cho nhà máy điện gió", ["xem xét để có cơ chế hợp lý cho nhà máy điện gió"]),
        ("vận động ngư dân không dùng mìn, không bắt cá con", ["vận động ngư dân không dùng mìn, không bắt cá con"]),
        ("chỉ đạo các trường quản lý, bảo dưỡng bể nước", ["chỉ đạo các trường quản lý, bảo dưỡng bể nước"]),
        ("tổ chức canh tác và thu mua lúa nếp", ["tổ chức canh tác và thu mua lúa nếp"]),
        ("mỗi tổ công đoàn đăng ký 02 sáng kiến", ["đăng ký 02 sáng kiến"]),
        ("thông báo cho nhau trong vòng 24 giờ khi có lũ", ["thông báo cho nhau trong vòng 24 giờ khi có lũ"]),
        ("cung cấp dữ liệu phục vụ triển khai, chỉ đạo các phòng họp giao ban", ["cung cấp dữ liệu phục vụ triển khai", "chỉ đạo các phòng họp giao ban"]),
        ("chỉ đạo các trường thu gom rác và hằng năm đề xuất nhu cầu", ["chỉ đạo các trường thu gom rác", "đề xuất nhu cầu"]),
        ("giới thiệu dịch vụ, đồng thời theo dõi, giám sát việc thực hiện", ["giới thiệu dịch vụ", "theo dõi, giám sát việc thực hiện"]),
        ("cùng mua máy gặt và lập quỹ chung 20 triệu đồng", ["mua máy gặt", "lập quỹ chung 20 triệu đồng"]),
        ("trích 1.000 đồng mỗi vé, nhắn tin kêu gọi hiến máu và tặng 30 xe đạp", ["trích 1.000 đồng mỗi vé", "nhắn tin kêu gọi hiến máu", "tặng 30 xe đạp"]),
        ("cho hội viên sử dụng kho lạnh, bố trí người theo học", ["cho hội viên sử dụng kho lạnh", "bố trí người theo học"]),
    ],
)  # fmt: skip
def test_what_belongs_together_is_one_item(kit: Kit, text: str, expected: list[str]) -> None:
    assert items(text, kit) == expected


def test_two_verbs_with_one_object_are_one_field(kit: Kit) -> None:
    found = items("khai thác và xuất khẩu khí đốt, sản phẩm, dịch vụ ngân hàng", kit, fields=True)
    assert found == ["khai thác và xuất khẩu khí đốt", "sản phẩm, dịch vụ ngân hàng"]


def test_of_several_joints_in_a_list_of_fields_those_before_a_comma_join_words_of_one(kit: Kit) -> None:
    found = items("công nghệ sinh học, điện tử và bán dẫn, khoa học vật liệu và nano, hải dương học", kit, fields=True)
    assert found == ["công nghệ sinh học", "điện tử và bán dẫn", "khoa học vật liệu và nano", "hải dương học"]


def test_a_list_of_fields_with_semicolons_whose_parts_are_acts_is_a_list_of_acts(kit: Kit) -> None:
    found = items("quảng bá vải thiều tại hội chợ, siêu thị; chia sẻ kho lạnh, xe tải", kit, fields=True)
    assert found == ["quảng bá vải thiều tại hội chợ, siêu thị", "chia sẻ kho lạnh, xe tải"]


SIGNING = "Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ hợp tác.\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Bên cạnh lắp 8 máy bán vé, Sao Khuê sẽ dạy nghề cho nhân viên.", ["lắp 8 máy bán vé", "dạy nghề cho nhân viên"]),
        ("Ngoài việc lắp 8 máy bán vé, Sao Khuê sẽ dạy nghề cho nhân viên.", ["lắp 8 máy bán vé", "dạy nghề cho nhân viên"]),
        ("Giám đốc Lê Văn Tám cho biết Ngân hàng Đông Hải sẽ cho vay 30 tỷ đồng.", ["cho vay 30 tỷ đồng"]),
        ("Các lớp nghề may sẽ do Ngân hàng Đông Hải tổ chức.", ["Các lớp nghề may"]),
        ("Ngân hàng Đông Hải sẽ cùng Sao Khuê mở 5 quầy giao dịch.", ["mở 5 quầy giao dịch"]),
        ("Hằng năm, hai bên sẽ sơ kết.", ["sơ kết"]),
    ],
)  # fmt: skip
def test_undertakings_are_told_beside_and_by_others(kit: Kit, said: str, expected: list[str]) -> None:
    assert [one.text for one in kit.extract(SIGNING + said).commitments] == expected


def test_without_an_agreement_what_is_said_to_be_planned_is_no_pledge(kit: Kit) -> None:
    told = "Giám đốc Lê Văn Tám {} Công ty Sao Khuê sẽ trồng 1.000 cây xanh trước năm 2030."
    assert [one.text for one in kit.extract(told.format("hứa")).commitments] == ["trồng 1.000 cây xanh"]
    assert not kit.extract(told.format("cho biết")).commitments


def test_a_body_that_someone_speaks_for_is_named_in_full(kit: Kit) -> None:
    text = "UBND tỉnh Hà Nam gặp doanh nghiệp.\n\nChủ tịch Lê Văn Tám hứa UBND tỉnh sẽ mở 5 điểm trả hồ sơ."
    assert [one.actors for one in kit.extract(text).commitments] == [("UBND tỉnh Hà Nam",)]


def test_fields_after_a_colon_are_told_apart_before_the_acts(kit: Kit) -> None:
    said = (
        "Theo thỏa thuận, hai bên sẽ hợp tác trên các lĩnh vực: nông nghiệp sạch, văn hóa, du lịch; cử 5 kỹ sư đào tạo nghề; "
        "xây dựng 2 nhà kính."
    )
    found = [one.text for one in kit.extract(SIGNING + said).commitments]
    assert found == ["nông nghiệp sạch", "văn hóa", "du lịch", "cử 5 kỹ sư đào tạo nghề", "xây dựng 2 nhà kính"]
