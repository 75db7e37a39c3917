"""Commitments: contrasts ("còn", "bù lại"), results and means of acts, what an agreement permits, what is said in quotes, what goes on at talks."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sáng 5/3, Hội Nông dân tỉnh Cao Sơn và Công ty Mía đường Ba Khe ký hợp đồng bao tiêu."


def items(text: str, kit: Kit, signed: str = f"{SIGNED}\n\n") -> list[str]:
    return [one.text for one in kit.extract(f"{signed}{text}").commitments]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo hợp đồng, Công ty Mía đường Ba Khe thu mua toàn bộ mía, còn người dân phải trồng đúng quy trình.", ["thu mua toàn bộ mía"]),
        ("Công ty Mía đường Ba Khe sẽ góp 30 tỷ đồng, bù lại tên công ty được gắn trên áo.", ["góp 30 tỷ đồng"]),
        ("Công ty Mía đường Ba Khe sẽ góp 60% vốn, phần vốn còn lại do tỉnh lo.", ["góp 60% vốn"]),
        (
            "Cụ thể, Công ty Mía đường Ba Khe cung cấp giống, Hội Nông dân tỉnh Cao Sơn vận động hội viên và hai bên cùng kiểm tra đồng ruộng.",
            ["cung cấp giống", "vận động hội viên", "kiểm tra đồng ruộng"],
        ),
        ("Hai bên cùng xây dựng chương trình đào tạo cán bộ.", ["xây dựng chương trình đào tạo cán bộ"]),
        ("Hai bên sẽ mở thêm 60 xưởng, nâng tổng số lên 99 xưởng.", ["mở thêm 60 xưởng"]),
        ("Các hạng mục giải pháp về xử lý nước thải đã hoàn thành.", []),
        ("Phấn đấu đến hết năm 2030, Công ty Mía đường Ba Khe tự sản xuất được giống.", []),
        (
            "Công ty Mía đường Ba Khe sẽ cử kỹ sư tham gia tư vấn, đánh giá, xây dựng quy trình canh tác.",
            ["cử kỹ sư tham gia tư vấn, đánh giá, xây dựng quy trình canh tác"],
        ),
        (
            "Công ty Mía đường Ba Khe cam kết mang đến nhiều cơ hội để nông dân được học nghề.",
            ["mang đến nhiều cơ hội để nông dân được học nghề"],
        ),
        (
            "Hai bên sẽ tìm ra các giải pháp căn cơ để khắc phục tình trạng hạn hán.",
            ["tìm ra các giải pháp căn cơ để khắc phục tình trạng hạn hán"],
        ),
        (
            "Công ty Mía đường Ba Khe sẽ trả trợ cấp cho học viên trong thời gian thực tập và tuyển dụng toàn bộ học viên giỏi.",
            ["trả trợ cấp cho học viên", "tuyển dụng toàn bộ học viên giỏi"],
        ),
        ("Hợp đồng nêu rõ: Công ty Mía đường Ba Khe mong muốn mở rộng vùng trồng mía; tỉnh bố trí quỹ đất.", ["tỉnh bố trí quỹ đất"]),
        ("Bên cạnh các hộ trồng mía và nhà máy, hai bên sẽ tập huấn cho cán bộ.", ["tập huấn cho cán bộ"]),
    ],
)  # fmt: skip
def test_items_of_an_agreement(text: str, told: list[str], kit: Kit) -> None:
    assert [one for one in items(text, kit) if one != "bao tiêu"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Theo thỏa thuận, các tàu cá của Peru sẽ được phép vào cảng Sông Gâm.", ["các tàu cá của Peru sẽ được phép vào cảng Sông Gâm"]),
        ("Theo thỏa thuận, sinh viên Peru được phép ở ký túc xá.", []),
        (
            "Theo thỏa thuận, việc kiểm dịch được thực hiện tại hai cửa khẩu.",
            ["kiểm dịch được thực hiện tại hai cửa khẩu"],
        ),
    ],
)  # fmt: skip
def test_what_an_agreement_permits_and_lays_down(text: str, told: list[str], kit: Kit) -> None:
    assert items(text, kit, "Sáng 5/3, Việt Nam và Peru ký thỏa thuận nghề cá. ") == told


def test_what_a_speaker_says_in_quotes_that_a_party_will_do(kit: Kit) -> None:
    text = 'Ông Lê Tám, Giám đốc Công ty Mía đường Ba Khe, chia sẻ: "Công ty Mía đường Ba Khe sẽ chuyển giao kỹ thuật trồng mía".'
    assert "chuyển giao kỹ thuật trồng mía" in items(text, kit)
    assert not [
        one
        for one in items('"Nguồn lực mới từ Công ty Mía đường Ba Khe sẽ giúp dân thoát nghèo", ông Tám nói.', kit)
        if "giúp" in one
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Hai bộ trưởng thống nhất trong thời gian tới cần phát triển hơn nữa quan hệ quốc phòng. Hai bên tiếp tục thúc đẩy hợp tác quân y.",
            ["phát triển hơn nữa quan hệ quốc phòng", "tiếp tục thúc đẩy hợp tác quân y"],
        ),
        (
            "Tại hội đàm, Peru cũng đồng ý cho một số doanh nghiệp Việt Nam triển khai các dự án nghề cá.",
            ["cho một số doanh nghiệp Việt Nam triển khai các dự án nghề cá"],
        ),
        (
            "Hai lãnh đạo cam kết thực thi đầy đủ nghị quyết và kêu gọi các nước làm tương tự.",
            ["thực thi đầy đủ nghị quyết"],
        ),
        (
            "Công ty Ba Khe cam kết không tăng giá, đồng thời hoàn lại tiền cho khách bị thu sai.",
            ["không tăng giá", "hoàn lại tiền cho khách bị thu sai"],
        ),
    ],
)
def test_what_is_agreed_on_at_talks_and_vowed(text: str, told: list[str], kit: Kit) -> None:
    assert items(text, kit, "") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Quỹ Hạt Mầm và Trường Đại học Lam Giang ký hiệp định thư hỗ trợ đào tạo & cung cấp nhân lực.",
            ["hỗ trợ đào tạo", "cung cấp nhân lực"],
        ),
        (
            "Hãng tàu Sao Biển và Công ty Nordsee đã ký biên bản ghi nhớ hợp tác với tổng giá trị 2 tỷ Euro về việc lựa chọn động cơ cho 50 tàu.",
            ["lựa chọn động cơ cho 50 tàu"],
        ),
        (
            "Việt Nam và Peru ký biên bản ghi nhớ về việc hỗ trợ ngư dân tỉnh Cao Sơn, vùng biển giàu cá lớn nhất của cả nước.",
            ["hỗ trợ ngư dân tỉnh Cao Sơn"],
        ),
    ],
)
def test_subjects_of_documents(text: str, told: list[str], kit: Kit) -> None:
    assert items(text, kit, "") == told
