"""What an agreement consists of by its own telling: what the document or its project will do, allows, mentions or lists."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNING = (
    "Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ\n\n"
    "Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải đã ký biên bản ghi nhớ hợp tác.\n\n"
)


def told(text: str, kit: Kit) -> list[tuple[str, object, str]]:
    """The kind of each commitment, its actors, parties by their names, and its words."""
    record = kit.extract(text)
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    return [
        (one.kind.value, one.actors if one.actors == "all" else [names.get(actor, actor) for actor in one.actors], one.text)
        for one in record.commitments
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dự án sẽ xây dựng 12 trạm đo mặn ven sông.", ["xây dựng 12 trạm đo mặn ven sông"]),
        ("Thỏa thuận này sẽ cung cấp 40 xe lăn cho bệnh nhân nghèo.", ["cung cấp 40 xe lăn cho bệnh nhân nghèo"]),
        ("Khoản vay sẽ cấp vốn cho 300 hộ trồng dừa.", ["cấp vốn cho 300 hộ trồng dừa"]),
        ("Dự án sẽ xây dựng 12 trạm đo mặn, dự án cũng sẽ lắp 30 máy bơm.", ["xây dựng 12 trạm đo mặn"]),
        (
            "Thỏa thuận sẽ cho phép Công ty Sao Khuê và Ngân hàng Đông Hải chia sẻ dữ liệu khách hàng.",
            ["chia sẻ dữ liệu khách hàng"],
        ),
        ("Dự án sẽ cải thiện đời sống người trồng lúa.", []),
        ("Thỏa thuận sẽ tăng cường sức mạnh của hai bên.", []),
        ("Ông Lê Văn Tám tin rằng dự án sẽ xây dựng 12 trạm đo mặn ven sông.", []),
    ],
)
def test_what_the_document_or_its_project_will_do_is_content_and_effects_are_not(
    said: str, expected: list[str], kit: Kit
) -> None:
    assert told(SIGNING + said, kit) == [("area", "all", text) for text in expected]


def test_without_an_agreement_a_project_tells_no_content(kit: Kit) -> None:
    assert told("Ven sông\n\nDự án sẽ xây dựng 12 trạm đo mặn ven sông.", kit) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Theo biên bản, Ngân hàng Đông Hải được phép đặt 5 cây rút tiền tại xưởng.",
            ("area", "all", "đặt 5 cây rút tiền tại xưởng"),
        ),
        (
            "Theo biên bản, Ngân hàng Đông Hải sẽ nhận được 5 tỷ đồng phí dịch vụ.",
            ("area", "all", "nhận được 5 tỷ đồng phí dịch vụ"),
        ),
        (
            "Theo đó, Ngân hàng Đông Hải sẽ nhận thêm 30 thực tập sinh.",
            ("area", "all", "nhận thêm 30 thực tập sinh"),
        ),
        (
            "Theo biên bản, Ngân hàng Đông Hải phải đặt 5 cây rút tiền tại xưởng.",
            ("pledge", ["Ngân hàng Đông Hải"], "đặt 5 cây rút tiền tại xưởng"),
        ),
    ],
)
def test_what_a_party_may_do_or_gets_is_content_and_what_it_must_do_a_pledge(
    said: str, expected: tuple[str, object, str], kit: Kit
) -> None:
    assert told(SIGNING + said, kit) == [expected]


def test_nouns_parted_by_semicolons_that_a_document_mentions_are_its_content(kit: Kit) -> None:
    said = "Biên bản ghi nhớ đề cập trách nhiệm của mỗi bên khi có sự cố; quy trình đối soát; cách tính phí."
    assert [text for _, _, text in told(SIGNING + said, kit)] == [
        "trách nhiệm của mỗi bên khi có sự cố",
        "quy trình đối soát",
        "cách tính phí",
    ]
    assert told(SIGNING + said.replace(" khi có sự cố; quy trình đối soát; cách tính phí", ""), kit) == []


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Các hợp đồng này bao gồm:", ["cung cấp máy đếm tiền", "đào tạo giao dịch viên"]),
        ("Hai thỏa thuận trên gồm:", ["cung cấp máy đếm tiền", "đào tạo giao dịch viên"]),
        ("Các cửa hàng này bao gồm:", []),
    ],
)
def test_documents_listed_below_a_colon_tell_what_they_are_about(lead: str, expected: list[str], kit: Kit) -> None:
    said = f"{lead}\n\n- Hợp đồng về cung cấp máy đếm tiền;\n\n- Bản ghi nhớ về đào tạo giao dịch viên."
    assert told(SIGNING + said, kit) == [("area", "all", text) for text in expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Hai bên sẽ trao đổi chuyên viên, ưu tiên trong lĩnh vực kiểm toán, thẩm định giá.",
            ["trao đổi chuyên viên", "kiểm toán", "thẩm định giá"],
        ),
        ("Sao Khuê cam kết tặng 300 suất quà không kể phần của công đoàn.", ["tặng 300 suất quà"]),
        (
            "Sao Khuê cam kết đầu tư 2 tỷ đồng cho trường nghề; Đông Hải cam kết đầu tư 3 tỷ đồng cho trường nghề.",
            ["đầu tư 2 tỷ đồng cho trường nghề", "đầu tư 3 tỷ đồng cho trường nghề"],
        ),
    ],
)
def test_fields_preferred_and_sums_of_different_parties_are_items_of_their_own(
    said: str, expected: list[str], kit: Kit
) -> None:
    assert [text for _, _, text in told(SIGNING + said, kit)] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Biên bản ghi nhớ cho phép Công ty Sao Khuê và Ngân hàng Đông Hải chia sẻ dữ liệu khách hàng.",
            ["chia sẻ dữ liệu khách hàng"],
        ),
        (
            (
                "Mục tiêu của biên bản ghi nhớ là tăng cường hợp tác giữa hai bên trong lĩnh vực kiểm toán, thẩm định giá và "
                "bảo hiểm tàu cá."
            ),
            ["kiểm toán", "thẩm định giá", "bảo hiểm tàu cá"],
        ),
    ],
)
def test_what_a_document_allows_and_its_fields_are_told_one_by_one(said: str, expected: list[str], kit: Kit) -> None:
    assert told(SIGNING + said, kit) == [("area", "all", text) for text in expected]


@pytest.mark.parametrize(
    ("signing", "expected"),
    [
        (
            "Công ty Sao Khuê ký biên bản ghi nhớ với Tập đoàn Hayashi (Nhật Bản) về nghiên cứu trạm điện khí.",
            ["nghiên cứu trạm điện khí"],
        ),
        (
            "Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ thời hạn 3 năm về đào tạo thợ hàn.",
            ["đào tạo thợ hàn"],
        ),
        (
            "Công ty Sao Khuê và Ngân hàng Đông Hải ký hợp đồng trị giá 4,6 tỷ USD mua 32 tàu cá.",
            ["mua 32 tàu cá"],
        ),
        (
            "Công ty Sao Khuê và Ngân hàng Đông Hải ký quy chế bảo đảm an ninh, trật tự vùng biên.",
            ["bảo đảm an ninh, trật tự vùng biên"],
        ),
        (
            "Công ty Sao Khuê và Ngân hàng Đông Hải ký hợp đồng vay vốn cho dự án Nhà máy Sao Khuê.",
            ["vay vốn cho dự án Nhà máy Sao Khuê"],
        ),
    ],
)
def test_what_a_document_is_about_may_stand_behind_a_bracket_or_a_term(
    signing: str, expected: list[str], kit: Kit
) -> None:
    assert [text for _, _, text in told(f"Ngày 3/4/2019, {signing}", kit)] == expected
