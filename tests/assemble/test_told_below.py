"""Signings told below the lead, documents told by their partners or beside others, heads of branches, terms of what else."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

LEAD = (
    "Sáng 4/5/2022, đông đảo người dân các bản vùng cao về dự ngày hội mận hậu năm nay. Gần hai trăm gian hàng được dựng "
    "quanh quảng trường từ chiều hôm trước. Trẻ em ở các trường trong vùng thi vẽ tranh trên nền gạch.\n\n"
    "Nhiều khách tham quan đặt mua mận hậu ngay tại vườn của các hộ dân. Các nghệ nhân cao tuổi trình diễn múa xòe bên đống "
    "lửa lớn giữa sân. Đêm xuống, du khách cùng người dân đốt lửa trại và hát đến khuya. Hơn ba nghìn lượt khách đã ghé thăm "
    "các gian hàng trong ngày đầu tiên."
)
SCHOOL, FIRM, WEAVERS = "Trường Cao đẳng Lam Kinh", "Tập đoàn Hải Vân", "Công ty TNHH Dệt Thao Giang"
GROWERS = ["Công ty Cổ phần Rau quả Mộc Lâm", "Hợp tác xã Mận Chiềng Khoa"]
FARMERS, HEALTH = "Hội Nông dân tỉnh Yên Bái", "Sở Y tế Yên Bái"


def agreements(text: str, kit: Kit) -> tuple[Agreement, ...]:
    return kit.extract(text).agreements


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in agreements(text, kit)]


def signers(one: Agreement) -> list[tuple[str, str | None]]:
    names = {party.id: party.name for party in one.parties}
    return [(signer.name, names.get(signer.party or "")) for signer in one.signatories]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        (
            f"Tại ngày hội, lễ ký kết tiêu thụ nông sản đã diễn ra. {GROWERS[0]} ký thỏa thuận tiêu thụ mận với {GROWERS[1]}.",
            [GROWERS],
        ),
        (
            f"Dịp này đã diễn ra lễ ký kết hợp tác.\n\n{GROWERS[0]} và {GROWERS[1]} ký hợp đồng tiêu thụ mận.",
            [GROWERS],
        ),
        (f"{GROWERS[0]} ký thỏa thuận tiêu thụ mận với {GROWERS[1]}.", []),
    ],
)
def test_who_signs_at_a_ceremony_of_the_event_is_told_below_it(below: str, told: list[list[str]], kit: Kit) -> None:
    assert parties(f"Ngày hội mận hậu rộn ràng\n\n{LEAD}\n\n{below}", kit) == told


@pytest.mark.parametrize(
    ("headline", "below", "told"),
    [
        (
            f"{SCHOOL} làm việc với {FIRM}",
            f"Hai bên thống nhất trong tháng 6 tới, {SCHOOL} và {FIRM} sẽ ký biên bản ghi nhớ về đào tạo thợ hàn.",
            [("memorandum", "planned")],
        ),
        (
            f"{SCHOOL} làm việc với {FIRM}",
            (
                f"{SCHOOL} và {FIRM} sẽ ký biên bản ghi nhớ về đào tạo thợ hàn.\n\n"
                f"Biên bản ghi nhớ giữa {SCHOOL} và {FIRM} sẽ được ký tại nhà máy."
            ),
            [("memorandum", "planned")],
        ),
        (
            f"{HEALTH} thăm Bệnh viện Tâm An",
            f"Theo kế hoạch, {HEALTH} sẽ ký thỏa thuận hợp tác với Bệnh viện Tâm An.",
            [("agreement", "planned")],
        ),
        (
            f"{HEALTH} mở lớp tập huấn",
            f"Theo kế hoạch, {HEALTH} sẽ ký thỏa thuận hợp tác với Bệnh viện Tâm An.",
            [],
        ),
    ],
)
def test_what_the_bodies_of_the_headline_are_to_sign_is_told_below(
    headline: str, below: str, told: list[tuple[str, str]], kit: Kit
) -> None:
    found = agreements(f"{headline}\n\n{LEAD}\n\n{below}", kit)
    assert [(one.kind, one.status) for one in found] == told


@pytest.mark.parametrize(
    "lead",
    [
        f"Ngày 4/5/2022, {SCHOOL} ký kết hợp tác với {FIRM} và {WEAVERS}.",
        f"Ngày 4/5/2022, lễ ký kết hợp tác với {FIRM} và {WEAVERS} diễn ra tại hội trường {SCHOOL}.",
    ],
)
def test_the_signer_of_a_host_signs_with_each_partner(lead: str, kit: Kit) -> None:
    first, second = agreements(
        f"{SCHOOL} ký kết hợp tác\n\n{lead}\n\nBà Lò Thị Én và ông Đỗ Văn Khoa, Giám đốc {WEAVERS}, ký biên bản ghi nhớ.\n\n"
        f"Bà Lò Thị Én và ông Hà Văn Sơn, Tổng Giám đốc {FIRM}, ký thỏa thuận hợp tác.",
        kit,
    )
    assert (first.kind, second.kind) == ("memorandum", "agreement")
    assert signers(first) == [("Lò Thị Én", SCHOOL), ("Đỗ Văn Khoa", WEAVERS)]
    assert signers(second) == [("Lò Thị Én", SCHOOL), ("Hà Văn Sơn", FIRM)]


@pytest.mark.parametrize(
    "below",
    [
        f"Với {FIRM}, hai bên sẽ mở lớp hàn.\n\nVới {WEAVERS}, hai bên sẽ mở lớp may.",
        f"Bản ghi nhớ với {FIRM} có thời hạn 3 năm. {SCHOOL} ký hợp đồng đào tạo thợ may với {WEAVERS}.",
        f"{SCHOOL} ký bản ghi nhớ dạy nghề hàn với {FIRM}. {SCHOOL} ký hợp đồng đào tạo thợ may với {WEAVERS}.",
    ],
)
def test_a_ceremony_with_several_partners_is_one_agreement_with_each(below: str, kit: Kit) -> None:
    lead = f"Ngày 4/5/2022, lễ ký kết hợp tác với {FIRM} và {WEAVERS} diễn ra tại hội trường {SCHOOL}."
    text = f"{SCHOOL} ký kết hợp tác\n\n{lead}\n\n{below}"
    assert parties(text, kit) == [[SCHOOL, FIRM], [SCHOOL, WEAVERS]]


@pytest.mark.parametrize(
    ("host", "documents", "told"),
    [
        (
            SCHOOL,
            f"Hai văn bản được ký kết là bản ghi nhớ về dạy nghề hàn với {FIRM} và hợp đồng cung ứng thợ với {WEAVERS}.",
            [("memorandum", FIRM), ("contract", WEAVERS)],
        ),
        (
            "Bệnh viện Tâm An",
            f"Các văn bản được ký là thỏa thuận hợp tác với {HEALTH} và hợp đồng với Công ty Dược Sông Mã.",
            [("agreement", HEALTH), ("contract", "Công ty Dược Sông Mã")],
        ),
    ],
)
def test_a_contract_told_beside_another_document_is_one_more(
    host: str, documents: str, told: list[tuple[str, str]], kit: Kit
) -> None:
    found = agreements(f"{host} mở rộng hoạt động\n\nSáng 4/5/2022, {host} công bố kế hoạch năm. {documents}", kit)
    assert [(one.kind, [party.name for party in one.parties]) for one in found] == [
        (kind, [host, partner]) for kind, partner in told
    ]


@pytest.mark.parametrize(
    ("body", "branch"),
    [
        ("Ngân hàng TMCP Sông Mã (SMBank)", "SMBank Chi nhánh Yên Bái"),
        ("Trường Đại học Lam Kinh", "Trường Đại học Lam Kinh Phân hiệu Yên Bái"),
        ("Viện Lam Kinh", "Viện Lam Kinh Phân hiệu Yên Bái"),
    ],
)
def test_the_head_of_a_branch_signs_for_its_body(body: str, branch: str, kit: Kit) -> None:
    (agreement,) = agreements(
        f"Ký kết\n\nSáng 4/5/2022, {body} và {FARMERS} ký thỏa thuận hợp tác.\n\n"
        f"Ông Đỗ Văn Khoa, Giám đốc {branch} và bà Vi Thị Hoa, Chủ tịch {FARMERS} ký thỏa thuận.",
        kit,
    )
    assert [party.name for party in agreement.parties] == [body, FARMERS]
    assert signers(agreement) == [("Đỗ Văn Khoa", body), ("Vi Thị Hoa", FARMERS)]


@pytest.mark.parametrize(
    ("met", "counted", "told"),
    [
        (
            "Bộ trưởng Bộ Y tế Đỗ Văn Khoa tiếp Bộ trưởng Bộ Y tế Lào Bounfeng Phoummalaysith",
            "Hai bộ trưởng ký",
            [("Đỗ Văn Khoa", "Bộ Y tế"), ("Bounfeng Phoummalaysith", "Bộ Y tế Lào")],
        ),
        (
            "Viện trưởng Viện Chè Phú Hộ Đỗ Văn Khoa đón Viện trưởng Viện Cây ăn quả Sơn La Vi Thị Hoa",
            "Hai vị viện trưởng đã ký",
            [("Đỗ Văn Khoa", "Viện Chè Phú Hộ"), ("Vi Thị Hoa", "Viện Cây ăn quả Sơn La")],
        ),
    ],
)
def test_the_only_two_of_an_office_are_those_that_it_counts(
    met: str, counted: str, told: list[tuple[str, str]], kit: Kit
) -> None:
    (agreement,) = agreements(
        f"Khách đến thăm\n\nSáng 4/5/2022, {met}.\n\nCuộc gặp diễn ra tại Hà Nội. Đoàn khách ở lại ba ngày. Khách thăm hai cơ sở "
        f"lớn. Nhiều cán bộ trẻ cùng dự buổi trao đổi.\n\n{counted} bản ghi nhớ hợp tác.",
        kit,
    )
    assert signers(agreement) == told


def test_persons_sign_with_others_told_as_a_group(kit: Kit) -> None:
    firm, farmers = "Công ty Chè Suối Giàng", "Hội Nông dân huyện Văn Chấn"
    (agreement,) = agreements(
        f"Ký kết tiêu thụ chè\n\nSáng 4/5/2022, {firm} và {farmers} ký thỏa thuận tiêu thụ chè.\n\nÔng Đỗ Văn Khoa, Giám đốc {firm}, "
        f"bà Vi Thị Hoa, Chủ tịch {farmers} cùng trưởng nhóm các hộ trồng chè trong xã đã ký kết thỏa thuận.",
        kit,
    )
    assert signers(agreement) == [("Đỗ Văn Khoa", firm), ("Vi Thị Hoa", farmers)]


@pytest.mark.parametrize(
    ("telling", "day"),
    [
        (f"{HEALTH} và {FARMERS} ký quy chế phối hợp, thay cho quy chế ký giữa hai đơn vị ngày 4/5/2012.", None),
        (
            (
                f"{HEALTH} ký quy chế phối hợp với {FARMERS}, thay thế quy chế do {HEALTH} và Hội Phụ nữ tỉnh Yên Bái "
                "ký ngày 4/5/2012."
            ),
            None,
        ),
        (
            (
                f"Ngày 6/7/2022, {HEALTH} ký quy chế phối hợp với {FARMERS}, thay thế quy chế phối hợp do {HEALTH} và "
                "Hội Phụ nữ tỉnh Yên Bái ký năm 2012."
            ),
            "2022-07-06",
        ),
    ],
)
def test_what_a_new_document_replaces_has_its_own_day_and_parties(telling: str, day: str | None, kit: Kit) -> None:
    (agreement,) = agreements(f"Ký quy chế\n\n{telling}", kit)
    assert ([party.name for party in agreement.parties], agreement.signed_on) == ([HEALTH, FARMERS], day)


def test_signers_tell_the_parties_beside_an_older_document(kit: Kit) -> None:
    text = (
        f"Ký quy chế về y tế\n\nNgày 6/7/2022, buổi lễ diễn ra tại Yên Bái. Trước đó, năm 2012, {HEALTH} và Hội Phụ nữ tỉnh Yên Bái "
        f"đã ký quy chế phối hợp.\n\nKý quy chế có ông Đỗ Văn Khoa, Giám đốc {HEALTH} và bà Vi Thị Hoa, Chủ tịch {FARMERS}."
    )
    assert parties(text, kit) == [[HEALTH, FARMERS]]


@pytest.mark.parametrize(
    ("document", "telling", "period"),
    [
        ("hợp đồng mua 20 máy tiện", "Máy được bảo hành trong thời hạn 3 năm.", None),
        ("hợp đồng tín dụng", "Khoản vay có thời gian ân hạn 2 năm, hợp đồng có thời hạn 10 năm.", "P10Y"),
        (
            "bản ghi nhớ",
            "Theo đó, giáo viên sẽ làm việc tại xưởng trong thời hạn 2 năm. Bản ghi nhớ có hiệu lực 5 năm.",
            "P5Y",
        ),
    ],
)
def test_the_term_of_something_else_is_no_period(document: str, telling: str, period: str | None, kit: Kit) -> None:
    (agreement,) = agreements(f"Ký kết\n\nSáng 4/5/2022, {SCHOOL} ký {document} với {WEAVERS}. {telling}", kit)
    assert agreement.period == period


def test_a_document_told_again_by_its_kind_has_its_own_term(kit: Kit) -> None:
    found = agreements(
        f"{SCHOOL} ký kết hợp tác\n\nNgày 4/5/2022, {SCHOOL} ký bản ghi nhớ với {FIRM} và ký hợp đồng với {WEAVERS}.\n\n"
        "Bản ghi nhớ được ký tại Thanh Hóa, có hiệu lực 3 năm.\n\nHợp đồng được ký có thời hạn 5 năm.",
        kit,
    )
    assert [(one.kind, one.period) for one in found] == [("memorandum", "P3Y"), ("contract", "P5Y")]
