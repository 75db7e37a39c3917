"""What stands around what is told: asides, conditions of a document, those who watch or met before, hearsay and joint statements."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Trường Cao đẳng Vĩnh Sơn và Công ty Sao Khuê ký quy chế phối hợp."
TALKS = "Chile và Lào đàm phán thương mại."


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(f"{SIGNED} {text}").commitments]


def pledges(text: str, kit: Kit) -> list[tuple[str, object]]:
    return [(one.text, one.actors) for one in kit.extract(f"{TALKS}\n\n{text}").commitments]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Với văn bản này, phía doanh nghiệp, hiện có 4.200 lao động, sẽ nhận mỗi khóa 80 sinh viên vào thực tập, cử kỹ sư đứng lớp.",
         ["nhận mỗi khóa 80 sinh viên vào thực tập", "cử kỹ sư đứng lớp"]),
        ("Hai bên thống nhất sáu tháng một lần đối chiếu số liệu.", ["đối chiếu số liệu"]),
        ("Hai bên sẽ xây dựng bộ tiêu chí, mỗi năm một lần họp rà soát kết quả.", ["xây dựng bộ tiêu chí", "họp rà soát kết quả"]),
        ("Theo quy chế thì công ty tặng 20 máy khoan.", ["tặng 20 máy khoan"]),
        ("Công ty Sao Khuê sẽ không chỉ nhận sinh viên mà còn tặng 20 máy khoan.", ["nhận sinh viên", "tặng 20 máy khoan"]),
        ("Theo công bố phát đi cùng ngày, Công ty Sao Khuê sẽ tặng 20 máy khoan.", ["tặng 20 máy khoan"]),
        ("Quy chế, gồm 4 chương, thay cho hai bản quy chế do các trường, các huyện ký trước đây, quy định việc mở lớp nghề; tặng máy khoan.",
         ["mở lớp nghề", "tặng máy khoan"]),
        ("Dự thảo đặt ra việc mở chuyên mục hỏi đáp; biểu dương thợ giỏi.", ["mở chuyên mục hỏi đáp", "biểu dương thợ giỏi"]),
    ],
)  # fmt: skip
def test_an_act_is_found_behind_what_is_said_before_it(text: str, told: list[str], kit: Kit) -> None:
    assert items(text, kit) == told


def test_for_what_one_cooperates_is_the_subject(kit: Kit) -> None:
    record = kit.extract(
        "Công ty Sao Khuê đã ký biên bản ghi nhớ về việc hợp tác với Công ty Hạt Mầm để xây dựng kho lạnh. Hai bên sẽ lập liên doanh."
    )
    assert [one.text for one in record.commitments] == ["xây dựng kho lạnh", "lập liên doanh"]


@pytest.mark.parametrize(
    "text",
    [
        "Theo tuyên bố chung, hai nước sẽ nối lại đường bay thẳng.",
        "Hãng tin Sao Mai cho biết hai nước thống nhất nối lại đường bay thẳng.",
        "Hai bên tái khẳng định cam kết chung đối với việc nối lại đường bay thẳng.",
        "Hai nước đã thống nhất cao trong việc nối lại đường bay thẳng.",
    ],
)
def test_joint_statements_are_told_by_whom_you_like(text: str, kit: Kit) -> None:
    assert pledges(text, kit) == [("nối lại đường bay thẳng", "all")]


def test_talks_may_go_on(kit: Kit) -> None:
    assert pledges("Hai nước nhất trí tiếp tục đàm phán.", kit) == [("tiếp tục đàm phán", "all")]


def test_who_met_and_signed_are_both_signers(kit: Kit) -> None:
    text = (
        "Chile, Lào ký bản ghi nhớ.\n\nNgày 31/5, Bộ trưởng Quốc phòng Chile Juan Soto đã hội đàm với Bộ trưởng Quốc phòng Lào Kham Say"
        " và ký một bản ghi nhớ về hợp tác quốc phòng."
    )
    (agreement,) = kit.extract(text).agreements
    assert [one.name for one in agreement.signatories] == ["Juan Soto", "Kham Say"]


def test_the_last_of_those_who_watch_signs_nothing(kit: Kit) -> None:
    text = (
        "Chile và Lào ký 7 văn kiện.\n\nVới sự chứng kiến của Tổng thống Chile Juan Soto và Chủ tịch nước Lào Kham Say, ngày 27/5,"
        " hai nước đã ký 7 văn kiện hợp tác."
    )
    (agreement,) = kit.extract(text).agreements
    assert agreement.signatories == ()


def test_what_is_launched_is_not_signed(kit: Kit) -> None:
    text = 'Sáng 08/9, Công an phường Tân An phối hợp với UBND phường tổ chức lễ ra mắt mô hình "Cổng trường bình yên".'
    assert kit.extract(text).agreements == ()


def test_crimes_that_all_work_against_make_no_case(kit: Kit) -> None:
    text = (
        "Kiểm lâm và công an hai xã bắt tay giữ rừng\n\nNgày 06/11/2025, Hạt Kiểm lâm Sốp Cộp và Công an các xã Nậm Lạnh, Mường Và đã tổ"
        " chức hội nghị ký Quy chế phối hợp bảo vệ rừng.\n\nBa đơn vị thống nhất nắm, trao đổi thông tin về đối tượng khai thác trái phép;"
        " điều tra, xử lý các vụ vi phạm."
    )
    record = kit.extract(text)
    assert [party.name for party in record.agreements[0].parties] == [
        "Hạt Kiểm lâm Sốp Cộp",
        "Công an xã Nậm Lạnh",
        "Công an xã Mường Và",
    ]
    assert record.commitments[1].text == "nắm, trao đổi thông tin về đối tượng khai thác trái phép"


def test_a_quotation_begins_with_no_name(kit: Kit) -> None:
    text = 'Công ty Sao Khuê ký hợp đồng với Vinamilk. "Nếu Vinamilk giao hàng chậm, chúng tôi hủy", ông An nói.'
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Công ty Sao Khuê", "Vinamilk"]


@pytest.mark.parametrize(
    "text",
    [
        "Cùng ngày, Công ty Sao Khuê cam kết tặng 20 máy khoan.",
        "Cùng ngày, Công ty Sao Khuê - nhà cung cấp của trường - cam kết tặng 20 máy khoan.",
        "Theo đó, Sao Khuê, thành viên của Tập đoàn Hạt Mầm, sẽ tặng 20 máy khoan.",
    ],
)
def test_the_one_who_promises_is_told_before_an_aside_or_behind_its_day(text: str, kit: Kit) -> None:
    record = kit.extract(f"{SIGNED}\n\n{text}")
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    assert [(one.text, [names[id_] for id_ in one.actors]) for one in record.commitments] == [
        ("tặng 20 máy khoan", ["Công ty Sao Khuê"])
    ]


def test_what_else_was_done_on_that_day_is_no_promise(kit: Kit) -> None:
    assert items("Cùng ngày, đoàn của Công ty Sao Khuê tặng 20 máy khoan.", kit) == []


def test_the_acronym_before_its_state_is_the_company(kit: Kit) -> None:
    record = kit.extract(
        "Công ty Sao Khuê ký biên bản ghi nhớ với Tập đoàn QT Hàn Quốc. Theo thỏa thuận, QT sẽ góp vốn xây kho lạnh."
    )
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    assert [(one.text, [names[id_] for id_ in one.actors]) for one in record.commitments] == [
        ("góp vốn xây kho lạnh", ["Tập đoàn QT Hàn Quốc"])
    ]


def test_a_rite_of_signing_is_no_act(kit: Kit) -> None:
    caption = "Bà Lê Thị Na, Hiệu trưởng Trường Cao đẳng Vĩnh Sơn và ông Vũ Ba, Giám đốc Công ty Sao Khuê thực hiện nghi thức ký kết"
    assert [one.text for one in kit.extract(f"{SIGNED}\n\n{caption}\n").commitments] == []


def test_an_amount_ends_before_its_condition(kit: Kit) -> None:
    record = kit.extract(f"{SIGNED} Công ty Sao Khuê sẽ bồi thường 10% nếu máy hỏng.")
    assert [one.amount for one in record.commitments] == ["10%"]


def test_a_dateline_may_begin_with_the_short_word_for_city(kit: Kit) -> None:
    record = kit.extract(
        "TP. Cần Thơ - Trường Cao đẳng Vĩnh Sơn và Công ty Sao Khuê ngày 05/03/2026 đã ký quy chế phối hợp."
    )
    assert record.agreements[0].place == "TP. Cần Thơ"
