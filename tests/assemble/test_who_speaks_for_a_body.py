"""Commitments: what the body of who speaks will do, told by its noun; what the passive tells of who vows it or takes it on."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

VOWED = "Công ty Cổ phần Sao Khuê cam kết trồng một triệu cây xanh."
SIGNED = "Sáng 5/3, Công ty Cổ phần Sao Khuê và Trường Đại học Ba Khe ký thỏa thuận trồng rừng."


def pledges(text: str, kit: Kit, before: str) -> list[tuple[str, tuple[str, ...] | str]]:
    record = kit.extract(f"{before}\n\n{text}")
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [(one.text, one.actors if isinstance(one.actors, str) else tuple(names.get(who, who) for who in one.actors))
            for one in record.commitments[1:]]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ông Lê Văn Tám, Giám đốc Công ty Cổ phần Ricona, cho biết công ty sẽ tặng 200 máy tính.", "Công ty Cổ phần Ricona"),
        ("Ông Lê Văn Tám, Giám đốc Công ty Cổ phần Ricona, cho biết, công ty cũng sẽ tặng 200 máy tính.", "Công ty Cổ phần Ricona"),
        ("Bà Trần Thị Chín, Chủ tịch Ricona Group cho biết, để đón năm học mới, công ty sẽ tặng 200 máy tính.", "Ricona Group"),
        ("Ông Lê Văn Tám, Tổng giám đốc Ngân hàng TMCP Ba Vàng, cho biết ngân hàng sẽ tặng 200 máy tính.", "Ngân hàng TMCP Ba Vàng"),
        ("Đại diện Công ty Cổ phần Ricona cho biết, thời gian tới, công ty sẽ tặng 200 máy tính.", "Công ty Cổ phần Ricona"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", [VOWED, SIGNED])
def test_the_noun_behind_who_speaks_is_the_body_of_who_speaks(text: str, who: str, before: str, kit: Kit) -> None:
    assert pledges(text, kit, before)[-1:] == [("tặng 200 máy tính", (who,))]


def test_a_party_told_so_is_that_party(kit: Kit) -> None:
    text = "Bà Trần Thị Chín, Giám đốc Công ty Cổ phần Sao Khuê, cho biết thời gian tới, công ty sẽ nhận 30 sinh viên thực tập."
    record = kit.extract(f"{SIGNED}\n\n{text}")
    assert record.commitments[-1].text == "nhận 30 sinh viên thực tập"
    assert record.commitments[-1].actors == (record.agreements[0].parties[0].id,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Khu nhà ở Ba Khe được Công ty Cổ phần Sao Khuê cam kết bàn giao đúng tiến độ.", ["bàn giao đúng tiến độ"]),
        ("Các hộ trồng sen được Công ty Cổ phần Sao Khuê hứa bao tiêu toàn bộ sản phẩm.", ["bao tiêu toàn bộ sản phẩm"]),
        ("Phương án được Sở Y tế Cao Sơn thống nhất là mở hai điểm tiêm.", []),
        ("Tại hội nghị, Công ty Cổ phần Sao Khuê đã ký cam kết không xả thải ra sông Ba Khe.", ["không xả thải ra sông Ba Khe"]),
        ("Công ty Cổ phần Sao Khuê đã đưa ra cam kết sẽ tặng 200 máy tính.", ["tặng 200 máy tính"]),
        ("Hiện có khoảng 50 ngân hàng đã thống nhất thu thuế điện tử tại Cao Sơn.", []),
    ],
)  # fmt: skip
def test_vows_told_in_the_passive_or_signed(text: str, told: list[str], kit: Kit) -> None:
    assert [one for one, _ in pledges(text, kit, "Ngân hàng TMCP Ba Vàng cam kết miễn phí chuyển tiền.")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Việc tuyển sinh sẽ do Trường Đại học Ba Khe đảm nhận.", "tuyển sinh"),
        ("Việc tuyển chọn, đào tạo kỹ sư sẽ do hai bên phối hợp thực hiện.", "tuyển chọn, đào tạo kỹ sư"),
    ],
)
def test_what_is_taken_on_is_the_item(text: str, told: str, kit: Kit) -> None:
    assert [one for one, _ in pledges(text, kit, SIGNED)] == [told]


def test_the_line_above_tells_nothing_of_the_subject(kit: Kit) -> None:
    text = "Xe khách bị siết chặt\n\nSau loạt tai nạn do ma túy, các địa phương ra quân kiểm tra tài xế.\n\nCao Sơn: kiểm tra từ trong bến xe\n"
    told = kit.extract(
        f"{text}Sở Giao thông vận tải Cao Sơn khẳng định sẽ kiểm tra nồng độ cồn của toàn bộ tài xế."
    ).commitments
    assert [one.text for one in told] == ["kiểm tra nồng độ cồn của toàn bộ tài xế"]
