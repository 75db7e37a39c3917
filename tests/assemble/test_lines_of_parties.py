"""Commitments under lines that are but a party's name, behind counted points and of a party's branches; short names of committees."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sáng 5/3, UBND xã Ba Khe và Ủy ban MTTQ Việt Nam xã Ba Khe ký quy chế phối hợp."


def told(text: str, kit: Kit) -> list[tuple[str, tuple[str, ...] | str]]:
    record = kit.extract(text)
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [(one.text, one.actors if isinstance(one.actors, str) else tuple(names.get(who, who) for who in one.actors))
            for one in record.commitments]  # fmt: skip


@pytest.mark.parametrize("colon", [":", ""])
def test_a_line_with_a_party_alone_leads_in_what_it_does(colon: str, kit: Kit) -> None:
    lines = [f"UBND xã Ba Khe{colon}", "Trang bị máy tính cho các điểm tiếp nhận", "Niêm yết số điện thoại của cán bộ",
             f"Ủy ban MTTQ Việt Nam xã Ba Khe{colon}", "Nhận hồ sơ tại nhà cho người cao tuổi"]  # fmt: skip
    village, front = ("UBND xã Ba Khe",), ("Ủy ban MTTQ Việt Nam xã Ba Khe",)
    assert told("\n".join([SIGNED, "Phần việc của từng đơn vị như sau", *lines]), kit) == [
        ("Trang bị máy tính cho các điểm tiếp nhận", village),
        ("Niêm yết số điện thoại của cán bộ", village),
        ("Nhận hồ sơ tại nhà cho người cao tuổi", front),
    ]


@pytest.mark.parametrize("name", ["Ủy ban MTTQ xã", "MTTQ xã", "Ủy ban Mặt trận Tổ quốc xã", "Ủy ban MTTQ Việt Nam xã"])
def test_the_front_of_a_commune_is_known_by_its_short_names(name: str, kit: Kit) -> None:
    text = f"{SIGNED}\n\n{name} có trách nhiệm tuyên truyền chính sách mới."
    assert told(text, kit) == [("tuyên truyền chính sách mới", ("Ủy ban MTTQ Việt Nam xã Ba Khe",))]


@pytest.mark.parametrize("counted", ["thực hiện 4 nhóm công việc trọng tâm", "triển khai ba nhiệm vụ"])
def test_what_only_counts_is_no_item(counted: str, kit: Kit) -> None:
    points = "Thứ nhất, xây dựng hai trạm y tế.\n\nThứ hai, trao đổi thông tin hộ nghèo."
    items = [one for one, _ in told(f"{SIGNED}\n\nHai bên thống nhất {counted}.\n\n{points}", kit)]
    assert items == ["xây dựng hai trạm y tế", "trao đổi thông tin hộ nghèo"]


def test_branches_act_for_the_bank(kit: Kit) -> None:
    signed = "Sáng 5/3, Ngân hàng Ba Vàng và Công ty Bảo hiểm Sao Khuê ký thỏa thuận."
    text = f"{signed}\n\nVới thỏa thuận này, toàn bộ 186 chi nhánh, phòng giao dịch của Ngân hàng Ba Vàng sẽ giới thiệu bảo hiểm cây trồng."
    assert told(text, kit) == [("giới thiệu bảo hiểm cây trồng", ("Ngân hàng Ba Vàng",))]


def test_a_vow_that_is_the_signing_is_of_all(kit: Kit) -> None:
    text = (
        "Chiều 5/3, Công an phường Ba Khe phối hợp Trường THCS Ba Khe tổ chức ký cam kết bảo đảm trật tự cổng trường."
    )
    assert told(text, kit) == [("bảo đảm trật tự cổng trường", "all")]


def test_what_police_and_schools_sign_is_no_affair(kit: Kit) -> None:
    text = (
        "Ngăn bạo lực học đường\n\nNgày 5/3, tại Cao Bằng, Đại tá Lê Văn Tám, Phó Giám đốc Công an tỉnh và bà Trần Thị Chín, Phó Giám đốc "
        "Sở Giáo dục và Đào tạo đã ký Quy chế phối hợp giữa Công an tỉnh Cao Bằng và Sở Giáo dục và Đào tạo tỉnh Cao Bằng.\n\nTừ đầu năm, công an "
        "đã xử lý 87 vụ vi phạm giao thông, triệt phá 3 nhóm mang hung khí giải quyết mâu thuẫn."
    )
    assert len(kit.extract(text).agreements) == 1


def test_a_scheme_named_after_a_hospital_is_no_party(kit: Kit) -> None:
    text = "Sáng 5/3, lễ ký hợp đồng trong khuôn khổ Đề án Bệnh viện vệ tinh giữa Bệnh viện Sao Khuê và Bệnh viện Đa khoa tỉnh Cao Bằng diễn ra."
    assert [party.name for party in kit.extract(text).agreements[0].parties] == [
        "Bệnh viện Sao Khuê",
        "Bệnh viện Đa khoa tỉnh Cao Bằng",
    ]
