"""What is agreed, told in the sentence of the signing itself, behind its day and place, or right after it by "hai bên"."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

LEAD = "Sáng 5/1/2019, tại Hoa Lư, Công ty Hải Âu và Sở Du lịch tỉnh Hoa Lư ký thỏa thuận hợp tác"
TOLD = ["trồng rừng ngập mặn", "cứu hộ rùa biển"]


def told(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(f"Hải Âu hợp tác\n\n{text}").commitments]


@pytest.mark.parametrize(
    "tail",
    [
        ", trong đó tập trung trồng rừng ngập mặn và cứu hộ rùa biển.",
        ", trọng tâm là trồng rừng ngập mặn và cứu hộ rùa biển.",
        " với các nội dung: trồng rừng ngập mặn; cứu hộ rùa biển.",
        ". Trọng tâm của thỏa thuận là trồng rừng ngập mặn và cứu hộ rùa biển.",
        ".\n\nHai bên trồng rừng ngập mặn, cứu hộ rùa biển.",
    ],
)
def test_the_content_behind_day_and_place(tail: str, kit: Kit) -> None:
    assert told(LEAD + tail, kit) == TOLD


@pytest.mark.parametrize(
    "said",
    [
        "Hai bên trao đổi văn bản ngay sau lễ ký.",
        "Hai bên thông báo cho nhau về tình hình du lịch.",
        "Lãnh đạo hai đơn vị tặng 60 suất quà cho các hộ nghèo.",
        "Hai bên thiết lập quan hệ bạn hàng ngày 25/6/1975.",
        "Hai bên ký tổng cộng 9 văn bản.",
    ],
)
def test_what_is_done_at_the_signing_is_not_undertaken(said: str, kit: Kit) -> None:
    assert told(f"{LEAD}.\n\n{said}", kit) == []


def test_verbs_that_tell_fields_by_themselves_are_items(kit: Kit) -> None:
    fields = ["đào tạo", "nghiên cứu", "khởi nghiệp", "phục vụ cộng đồng"]
    assert told(f"{LEAD}. Phạm vi hợp tác gồm {', '.join(fields[:-1])} và {fields[-1]}.", kit) == fields
    shared = "nghiên cứu, sản xuất và phân phối vắc xin"
    assert told(f"{LEAD}. Nội dung hợp tác gồm: {shared}; đào tạo cán bộ.", kit) == [shared, "đào tạo cán bộ"]


@pytest.mark.parametrize("said", ["đào tạo theo đặt hàng", "họp 6 tháng một lần", "sản xuất theo tiêu chuẩn sạch"])
def test_an_act_keeps_the_way_or_the_turn_that_is_all_it_has(said: str, kit: Kit) -> None:
    assert told(f"{LEAD}. Hai bên sẽ {said}.", kit) == [said]
    assert told(f"{LEAD}. Hai bên sẽ họp ban điều phối 6 tháng một lần.", kit) == ["họp ban điều phối"]


@pytest.mark.parametrize("cue", ["đã ký", "được ký kết", "đã được ký kết"])
def test_when_a_document_was_signed_is_no_part_of_an_item(cue: str, kit: Kit) -> None:
    [one] = kit.extract(f"Hai nước cam kết tuân thủ đầy đủ thỏa thuận hạt nhân {cue} vào năm 2015.").commitments
    assert one.text == "tuân thủ đầy đủ thỏa thuận hạt nhân"


@pytest.mark.parametrize("pair", ["EU - Việt Nam", "Việt Nam - EU", "Hàn Quốc - Việt Nam"])
def test_states_in_full_on_both_sides_of_a_dash(pair: str, kit: Kit) -> None:
    [agreement] = kit.extract(f"Hiệp định thương mại tự do {pair} được ký kết tại Hà Nội ngày 30/6/2019.").agreements
    assert [party.name for party in agreement.parties] == pair.split(" - ")


@pytest.mark.parametrize("verb", ["khẳng định cam kết", "tái khẳng định cam kết", "tái khẳng định sẽ"])
def test_commitments_affirmed_again(verb: str, kit: Kit) -> None:
    record = kit.extract(f"Công ty Sao Khuê {verb} xây 20 trường học tại Hoa Lư.")
    assert [(one.actors, one.text) for one in record.commitments] == [
        (("Công ty Sao Khuê",), "xây 20 trường học tại Hoa Lư")
    ]
