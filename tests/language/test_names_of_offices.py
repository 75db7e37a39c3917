"""Bodies as offices write them: with "&" in every spelling, numbers, what they belong to, codes in brackets."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit


def bodies(text: str, kit: Kit) -> list[str]:
    document = ingest.from_text(text)
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [name.place.of(document.text) for name in found.names if name.kind is NameKind.ORGANISATION]


@pytest.mark.parametrize(
    "told",
    [
        ["Sở NN và PTNT tỉnh Sơn La", "Hội ND tỉnh"],
        ["Sở NN - PTNT", "Sở TN và MT", "Sở LĐ-TB-XH", "Sở VHTT-DL tỉnh Bình Định"],
        ["Sở NN&PTNT", "Sở KH và CN tỉnh", "Sở GD và ĐT"],
        ["Sở Văn hoá - Thể thao - Du lịch Ninh Bình", "Sở Văn hoá, Thể thao, Du lịch Hà Nam"],
        ["BCH Quân sự tỉnh", "Ban CHQS huyện A Lưới", "BCH BĐBP tỉnh Quảng Trị"],
        ["BCH Bộ đội Biên phòng tỉnh", "BTV Tỉnh đoàn"],
        ["Công ty CP TM&DV Hoàng Gia", "Công ty TNHH MTV XD&TM An Phú"],
        ["Phòng PC06 Công an tỉnh", "Phòng Cảnh sát PCCC&CNCH"],
        ["Đảng ủy các cơ quan Đảng tỉnh", "Đảng ủy UBND tỉnh"],
        ["Thuế tỉnh Gia Lai", "Thuế cơ sở 3", "Kho bạc Nhà nước khu vực XV"],
        ["Trường Đại học Sư phạm - Đại học Đà Nẵng", "Sở GD&ĐT Quảng Nam"],
        ["Trung tâm GDNN-GDTX huyện Mai Sơn", "Bưu điện khu vực Ea Kar"],
        ["Liên hiệp các Hội KHKT tỉnh", "Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang"],
        ["Hải quan cửa khẩu Chi Ma", "Đồn Biên phòng Chi Ma", "Trạm Kiểm dịch động vật"],
        ["Đoàn Trinh sát số 1", "Tiểu khu Quân sự Ratanakiri"],
        ["Bệnh viện Quân y 175", "Tổng Công ty 36"],
        ["Báo và phát thanh, truyền hình Hải Phòng", "UBND xã Kim Thành"],
        ["Tổng công ty Nhiên liệu Duyên hải (Petrocoast/PCO)", "Tập đoàn Hải Vân - Công ty cổ phần (Hải Vân Group)"],
        ["Ngân hàng TMCP Kim Thành – CN Đà Nẵng", "Công ty CP Bất động sản An Phát"],
    ],
)
def test_each_body_of_a_list_has_its_whole_name(told: list[str], kit: Kit) -> None:
    text = f"Sáng 12/5/2023, {', '.join(told[:-1])} và {told[-1]} đã ký kết chương trình phối hợp."
    assert bodies(text, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ký kết giữa Sở Tư pháp và Ban Dân tộc tỉnh Gia Lai giai đoạn 2022-2026", ["Sở Tư pháp", "Ban Dân tộc tỉnh Gia Lai"]),
        ("Giám đốc Sở Xổm Chay Xay Nha Vông chủ trì hội đàm.", []),
        ("Sở Y tế Hà Nam cử viên chức dự lớp BHYT, BHTN.", ["Sở Y tế Hà Nam"]),
        ("Giám đốc NHCSXH tỉnh Lê Quốc Đạt ký kết.", ["NHCSXH tỉnh"]),
        ("Ông Lê Quốc Đạt, Thứ trưởng Bộ Nông nghiệp và PTNT kiêm Chủ tịch Phân ban.", ["Bộ Nông nghiệp và PTNT"]),
    ],
)  # fmt: skip
def test_a_name_ends_before_periods_persons_and_insurances(text: str, told: list[str], kit: Kit) -> None:
    assert bodies(text, kit) == told
