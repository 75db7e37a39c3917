from __future__ import annotations

import pytest

from camket import ingest, language
from camket.assemble.clauses import Clauses
from camket.document import Place
from camket.records import Agreement, CommitmentKind
from camket.run.flow import Kit


def items(text: str, kit: Kit, *, fields: bool = False) -> list[str]:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    found = Clauses(analysis, kit.words).items(Place(0, len(text)), fields=fields)
    return [piece.place.of(analysis.text) for piece in found]


def only_agreement(text: str, kit: Kit) -> Agreement:
    (agreement,) = kit.extract(text).agreements
    return agreement


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "đào tạo cán bộ, chia sẻ dữ liệu và tổ chức hội thảo",
            ["đào tạo cán bộ", "chia sẻ dữ liệu", "tổ chức hội thảo"],
        ),
        (
            "trao đổi kinh nghiệm trong quản lý báo chí và xuất bản",
            ["trao đổi kinh nghiệm trong quản lý báo chí và xuất bản"],
        ),
        ("hợp tác thanh tra, kiểm tra và xử lý vi phạm", ["thanh tra, kiểm tra và xử lý vi phạm"]),
        (
            "(1) lập đề án; (2) khảo sát, đo gió và tổ chức hội thảo",
            ["lập đề án", "khảo sát, đo gió", "tổ chức hội thảo"],
        ),
        (
            "xây dựng cổng dữ liệu nhằm nâng cao hiệu quả, phục vụ tốt người dân; tặng máy",
            ["xây dựng cổng dữ liệu", "tặng máy"],
        ),
        ("cấp học bổng theo quy định của trường", ["cấp học bổng"]),
        ("khôi phục trong vòng 2 giờ", ["khôi phục trong vòng 2 giờ"]),
        ("thu gom vỏ lon, giúp tăng tỷ lệ tái chế", ["thu gom vỏ lon"]),
        ("xây 3 trạm bơm, trị giá 2 tỷ đồng", ["xây 3 trạm bơm"]),
        ("cùng các tổ trưởng đo đếm diện tích từng lô", ["đo đếm diện tích từng lô"]),
        ("lập quỹ để lắp ráp, sản xuất máy cày", ["lập quỹ"]),
        ("lập hội đồng để chọn giống và tiếp tục trồng rừng", ["lập hội đồng", "tiếp tục trồng rừng"]),
        ("hỗ trợ các hoạt động gồm mua sách, dạy nghề", ["hỗ trợ các hoạt động", "mua sách", "dạy nghề"]),
        (
            "tăng cường hợp tác với Lào và Tổ chức Y tế Thế giới",
            ["tăng cường hợp tác với Lào và Tổ chức Y tế Thế giới"],
        ),
        ('"Trồng rừng, giữ đất"', ["Trồng rừng, giữ đất"]),
    ],
)
def test_clauses_are_split_as_the_guide_says(text: str, expected: list[str], kit: Kit) -> None:
    assert items(text, kit) == expected


def test_fields_are_told_one_by_one(kit: Kit) -> None:
    assert items("giáo dục, y tế và du lịch", kit, fields=True) == ["giáo dục", "y tế", "du lịch"]


def test_an_elided_list_is_written_out(kit: Kit) -> None:
    agreement = only_agreement("Ngày 5/3/2019, Sở Y tế An Giang và Đồng Tháp ký kết chương trình hợp tác về y tế.", kit)
    assert [party.name for party in agreement.parties] == ["Sở Y tế An Giang", "Sở Y tế Đồng Tháp"]
    assert agreement.parties[1].aliases == ("Đồng Tháp",)
    assert agreement.parties[1].province == "Đồng Tháp"


def test_who_attends_or_speaks_has_not_signed(kit: Kit) -> None:
    agreement = only_agreement(
        "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác.\n"
        "Phát biểu tại lễ ký, ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nam cảm ơn bệnh viện.\n"
        "Đến dự lễ ký có bà Trần Thị Chín, Phó Chủ tịch UBND tỉnh.",
        kit,
    )
    assert agreement.signatories == ()
    assert [(person.name, person.role.value) for person in agreement.participants] == [
        ("Lê Văn Tám", "speaker"), ("Trần Thị Chín", "guest"),
    ]  # fmt: skip


def test_a_signatory_is_told_with_the_party_he_signs_for(kit: Kit) -> None:
    agreement = only_agreement(
        "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác.\n"
        "Giám đốc Sở Y tế Hà Nam Lê Văn Tám và Giám đốc Bệnh viện Bạch Mai Trần Thị Chín ký thỏa thuận.",
        kit,
    )
    assert [(person.name, person.party) for person in agreement.signatories] == [
        ("Lê Văn Tám", "p1"),
        ("Trần Thị Chín", "p2"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế Hà Nam và Bệnh viện Bạch Mai chưa ký thỏa thuận hợp tác nào.",
        "Sở Y tế Hà Nam mong muốn ký thỏa thuận hợp tác với Bệnh viện Bạch Mai.",
        "Trước đó, năm 2015, Sở Y tế Hà Nam đã ký thỏa thuận hợp tác với Bệnh viện Bạch Mai.",
        "Công ty A Châu và ông Lê Văn Tám ký hợp đồng lao động.",
    ],
)
def test_what_is_denied_wished_or_past_is_no_agreement(text: str, kit: Kit) -> None:
    assert kit.extract(text).agreements == ()


def test_a_signing_to_come_is_planned(kit: Kit) -> None:
    agreement = only_agreement("Ngày mai, Sở Y tế Hà Nam và Bệnh viện Bạch Mai sẽ ký kết thỏa thuận hợp tác.", kit)
    assert agreement.status.value == "planned"


def test_pledges_have_their_actors_due_and_amount(kit: Kit) -> None:
    record = kit.extract(
        "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác.\n"
        "Theo đó, Bệnh viện Bạch Mai sẽ tặng 2 tỷ đồng tiền thuốc trước ngày 30/6/2020 và đào tạo 20 bác sĩ.",
    )
    pledges = [one for one in record.commitments if one.kind is CommitmentKind.PLEDGE]
    assert [(one.text, one.actors, one.due, one.amount) for one in pledges] == [
        ("tặng 2 tỷ đồng tiền thuốc", ("p2",), "2020-06-30", "2 tỷ đồng"),
        ("đào tạo 20 bác sĩ", ("p2",), None, "20 bác sĩ"),
    ]


def test_hopes_and_requests_are_no_commitments(kit: Kit) -> None:
    record = kit.extract(
        "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác.\n"
        "Lãnh đạo tỉnh hy vọng hai bên sẽ mở rộng quan hệ. Cử tri đề nghị Bệnh viện Bạch Mai sẽ tặng thuốc."
    )
    assert record.commitments == ()


def test_every_value_comes_with_evidence(kit: Kit) -> None:
    agreement = only_agreement(
        "Ngày 5/3/2019, tại Đà Lạt, Sở Y tế Lâm Đồng ký thỏa thuận với Bệnh viện Bạch Mai, giai đoạn 2019 - 2022.", kit
    )
    told = {one.field for one in agreement.evidence}
    assert {"signing", "signed_on", "period", "place"} <= told
    assert all(party.evidence for party in agreement.parties)
    assert 0 < agreement.confidence <= 1
