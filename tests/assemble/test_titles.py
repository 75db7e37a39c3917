"""What the document of an agreement is called."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def title(text: str, kit: Kit) -> str | None:
    [agreement] = kit.extract(text).agreements
    return agreement.title


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("tổ chức lễ ký kết chương trình phối hợp bảo vệ môi trường giai đoạn 2012 - 2015.",
         "chương trình phối hợp bảo vệ môi trường"),
        ("ký kết quy chế phối hợp phòng, chống buôn lậu trên địa bàn tỉnh.", "quy chế phối hợp phòng, chống buôn lậu"),
        ("ký kết chương trình phối hợp kiểm tra, giám sát và xử lý vi phạm giai đoạn 2020 - 2025.",
         "chương trình phối hợp kiểm tra, giám sát và xử lý vi phạm"),
        ("ký kết thỏa thuận hợp tác toàn diện, mở ra cơ hội mới cho thanh niên.", "thỏa thuận hợp tác toàn diện"),
        ("ký kết kế hoạch phối hợp “Tủ sách vùng biên” tại thị xã Tân Châu.", "kế hoạch phối hợp “Tủ sách vùng biên”"),
        ("ký kết thỏa thuận hợp tác về chuyển đổi số, nhằm nâng cao chất lượng dạy học.", "thỏa thuận hợp tác về chuyển đổi số"),
        ("ký kết bản ghi nhớ và khởi động dự án trồng rừng.", "bản ghi nhớ"),
        ("ký kết nghị quyết liên tịch số 05 về chăm sóc trẻ em.", "nghị quyết liên tịch"),
        ("ký kết quy chế phối hợp mới thay thế quy chế năm 2010.", "quy chế phối hợp"),
        ("ký kết quy chế phối hợp trong công tác quản lý, bảo vệ rừng năm 2012.",
         "quy chế phối hợp trong công tác quản lý, bảo vệ rừng"),
        ("ký kết thỏa thuận hợp tác ba bên về thanh toán không dùng tiền mặt cho sinh viên.",
         "thỏa thuận hợp tác ba bên về thanh toán không dùng tiền mặt"),
        ("đã ký kết hợp tác.", None),
    ],
)  # fmt: skip
def test_the_name_goes_on_with_the_matter_and_ends_where_the_telling_goes_on(
    said: str, expected: str, kit: Kit
) -> None:
    assert title(f"Sáng 12/5/2012, Sở Tư pháp và Tỉnh đoàn An Giang {said}", kit) == expected


def test_the_fullest_telling_names_it_and_no_headline_in_capitals(kit: Kit) -> None:
    text = (
        "SỞ TƯ PHÁP VÀ TỈNH ĐOÀN AN GIANG KÝ CHƯƠNG TRÌNH PHỐI HỢP TUYÊN TRUYỀN PHÁP LUẬT\n\n"
        "Ngày 12/5/2012, Sở Tư pháp và Tỉnh đoàn An Giang ký kết chương trình phối hợp.\n\n"
        "Chương trình phối hợp trợ giúp pháp lý giữa Sở Tư pháp và Tỉnh đoàn An Giang được ký tại thành phố Long Xuyên."
    )
    assert title(text, kit) == "Chương trình phối hợp trợ giúp pháp lý"


def test_a_place_in_the_name_is_not_cut(kit: Kit) -> None:
    text = "Sáng 12/5/2012, Sở Xây dựng và Công ty TNHH Minh Phúc ký kết thỏa thuận hợp tác về chống ngập TP. Thủ Đức."
    assert title(text, kit) == "thỏa thuận hợp tác về chống ngập TP. Thủ Đức"


def test_a_document_told_after_its_ceremony_is_named(kit: Kit) -> None:
    text = (
        "Sáng 12/5/2012, Trường Đại học An Giang và Công ty TNHH Minh Phúc tổ chức lễ ký.\n\n"
        "Thỏa thuận đào tạo kép do Hiệu trưởng Lâm Thị Hoàn và ông Ngụy Văn Thắng ký.\n"
    )
    assert title(text, kit) == "Thỏa thuận đào tạo kép"


@pytest.mark.parametrize(
    ("under", "expected"),
    [
        ("Về bảo vệ môi trường nông thôn, giai đoạn 2018 - 2022\n", "CHƯƠNG TRÌNH PHỐI HỢP Về bảo vệ môi trường nông thôn"),
        ("giữa Sở Tư pháp và Tỉnh đoàn tỉnh Sơn La về trợ giúp pháp lý\n", "CHƯƠNG TRÌNH PHỐI HỢP về trợ giúp pháp lý"),
        ("TRỢ GIÚP PHÁP LÝ CHO THANH NIÊN\nTRÊN ĐỊA BÀN TỈNH SƠN LA\n",
         "CHƯƠNG TRÌNH PHỐI HỢP TRỢ GIÚP PHÁP LÝ CHO THANH NIÊN TRÊN ĐỊA BÀN TỈNH SƠN LA"),
        ("Số: 15/CTPH\n(V/v trợ giúp pháp lý)\n", "CHƯƠNG TRÌNH PHỐI HỢP V/v trợ giúp pháp lý"),
        ("giữa\nSỞ TƯ PHÁP TỈNH SƠN LA\nvà\nTỈNH ĐOÀN SƠN LA\n", "CHƯƠNG TRÌNH PHỐI HỢP"),
        ("", "CHƯƠNG TRÌNH PHỐI HỢP"),
    ],
)  # fmt: skip
def test_an_instrument_is_called_by_its_kind_and_its_subtitle(under: str, expected: str, kit: Kit) -> None:
    text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nCHƯƠNG TRÌNH PHỐI HỢP\n"
        + under
        + "\nCăn cứ Luật Trợ giúp pháp lý năm 2017;\n\nHôm nay, ngày 05/3/2018, Sở Tư pháp tỉnh Sơn La và Tỉnh đoàn Sơn La thống nhất:\n\n"
        "Điều 1. Nội dung phối hợp\n1. Mở các lớp tập huấn;\n2. In tờ rơi.\n\nĐiều 2. Trách nhiệm của Sở Tư pháp\n- Cử báo cáo viên.\n\n"
        "ĐẠI DIỆN SỞ TƯ PHÁP        ĐẠI DIỆN TỈNH ĐOÀN\n"
    )
    assert title(text, kit) == expected
