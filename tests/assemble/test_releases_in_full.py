"""What releases tell beside the signing: sources before a dash, schools of medicine, own units, speakers, several partners."""

from __future__ import annotations

from camket.run.flow import Kit

SIGNED = "Ngày 5/1/2019, Tập đoàn Hải Âu và Ngân hàng Hoa Lư ký thỏa thuận hợp tác. "


def test_a_source_before_a_dash_is_no_party(kit: Kit) -> None:
    text = "SKNĐ - Bệnh viện Hoa Lư vừa ký hợp đồng chuyển giao kỹ thuật với Trung tâm Y tế huyện Hải Vân."
    [agreement] = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Bệnh viện Hoa Lư", "Trung tâm Y tế huyện Hải Vân"]
    firm = kit.extract(text.replace("SKNĐ", "VMPT") + " VMPT sẽ cấp 10 máy siêu âm cho hai đơn vị.")
    assert next(party.name for party in firm.agreements[0].parties) == "VMPT"


def test_a_school_of_medicine_is_no_person(kit: Kit) -> None:
    text = "Lãnh đạo Trường Đại học Y Dược Hoa Lư và Sở Y tế tỉnh Hà Nam ký kết thỏa thuận hợp tác."
    [agreement] = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Trường Đại học Y Dược Hoa Lư", "Sở Y tế tỉnh Hà Nam"]
    assert agreement.signatories == ()


def test_what_a_body_and_its_own_units_do_is_of_that_body(kit: Kit) -> None:
    record = kit.extract(f"{SIGNED}Tập đoàn Hải Âu và các đơn vị thành viên sẽ mở tài khoản tại ngân hàng.")
    names = {party.id: party.name for party in record.agreements[0].parties}
    assert [[names[one] for one in item.actors] for item in record.commitments] == [["Tập đoàn Hải Âu"]]


def test_a_place_before_a_colon_that_is_part_of_an_act_acts_not(kit: Kit) -> None:
    text = (
        "Ngày 5/1/2019, Trường Cao đẳng Hải Âu ký thỏa thuận hợp tác với tỉnh Hà Nam. Theo đó, Trường Cao đẳng Hải Âu "
        "đào tạo theo nhu cầu của tỉnh Hà Nam: mỗi năm 20 thợ điện, 10 thợ hàn; cử giảng viên xuống các huyện."
    )
    record = kit.extract(text)
    names = {party.id: party.name for party in record.agreements[0].parties}
    [sent] = [item for item in record.commitments if item.text.startswith("cử giảng viên")]
    assert [names[one] for one in sent.actors] == ["Trường Cao đẳng Hải Âu"]


def test_we_is_who_speaks_in_the_same_paragraph(kit: Kit) -> None:
    text = (
        f"{SIGNED}\n\nBà Trần Thị Chín, Tổng Giám đốc Tập đoàn Hải Âu chia sẻ: “Đây là bước tiến lớn. "
        "Chúng tôi sẽ đầu tư thêm 20 triệu USD cho cảng”.\n\n"
        "Ông Lê Văn Tám, Chủ tịch Ngân hàng Hoa Lư nói: “Chúng tôi rất vui mừng”."
    )
    record = kit.extract(text)
    names = {party.id: party.name for party in record.agreements[0].parties}
    assert [[names[one] for one in item.actors] for item in record.commitments] == [["Tập đoàn Hải Âu"]]


def test_partners_of_one_signing_share_its_document_and_period(kit: Kit) -> None:
    text = (
        "Chiều 22/8/2022, Hội Nông dân tỉnh Hà Nam ký kết chương trình phối hợp công tác giai đoạn 2022-2027 với "
        "Sở Công Thương, Bưu điện tỉnh và Liên minh Hợp tác xã tỉnh.\n\n"
        "Với Bưu điện tỉnh, hai bên sẽ đưa nông sản lên sàn điện tử.\n\n"
        "Với Liên minh Hợp tác xã tỉnh, hai đơn vị sẽ hỗ trợ thành lập 15 hợp tác xã."
    )
    told = kit.extract(text).agreements
    assert [(one.period, one.title) for one in told] == [("2022/2027", "chương trình phối hợp công tác")] * 3


def test_who_stands_for_another_body_than_the_own_signs_for_that(kit: Kit) -> None:
    text = (
        "Sáng 5/1/2021, Tập đoàn Sao Khuê và Hãng hàng không Hải Âu ký kết thỏa thuận.\n\n"
        "Bà Trần Thị Chín - Phó Tổng Giám đốc Sao Khuê Land, đại diện Tập đoàn Sao Khuê, và ông Lê Văn Tám - "
        "Tổng Giám đốc Hải Âu đã đặt bút ký thỏa thuận."
    )
    [agreement] = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Tập đoàn Sao Khuê", "Hãng hàng không Hải Âu"]
    assert [(one.name, one.party) for one in agreement.signatories] == [("Trần Thị Chín", "p1"), ("Lê Văn Tám", "p2")]


def test_a_caption_of_two_persons_goes_on_behind_a_blank_line(kit: Kit) -> None:
    text = (
        "Sáng 5/1/2021, Công ty Sao Khuê và Trường Cao đẳng Hải Âu ký kết hợp đồng.\n\n"
        "Bà Trần Thị Chín – Giám đốc Công ty Sao Khuê và\n\nÔng Lê Văn Tám – Hiệu trưởng ký kết hợp đồng"
    )
    [agreement] = kit.extract(text).agreements
    assert [one.name for one in agreement.signatories] == ["Trần Thị Chín", "Lê Văn Tám"]


def test_police_of_another_state_is_a_party(kit: Kit) -> None:
    text = "Ngày 5/1/2021, Bộ Công an Việt Nam và Cảnh sát Quốc gia Hàn Quốc ký thỏa thuận chống tội phạm."
    [agreement] = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Bộ Công an Việt Nam", "Cảnh sát Quốc gia Hàn Quốc"]


def test_a_quoted_name_of_states_is_not_cut(kit: Kit) -> None:
    text = (
        'Ngày 5/1/2021, Bộ Y tế Việt Nam và Bộ Y tế Lào ký thỏa thuận thực hiện dự án "Làng hòa bình Việt Nam - Lào".'
    )
    [item] = kit.extract(text).commitments
    assert item.text == 'thực hiện dự án "Làng hòa bình Việt Nam - Lào"'


def test_what_a_cluster_pledges_and_what_partners_do_together(kit: Kit) -> None:
    text = "Ngày 5/1/2021, Sở Y tế tỉnh Hà Nam và Sở Du lịch tỉnh Hà Nam ký giao ước thi đua. "
    pledged = kit.extract(f"{text}Các đơn vị giao ước thực hiện: trồng 5.000 cây; giảm 20% rác thải nhựa.")
    assert [one.text for one in pledged.commitments] == ["trồng 5.000 cây", "giảm 20% rác thải nhựa"]
    together = kit.extract(text.replace(" thi đua. ", ", cùng nhau phát triển du lịch biển, xây dựng tuyến xe buýt."))
    assert [one.text for one in together.commitments] == ["phát triển du lịch biển", "xây dựng tuyến xe buýt"]


def test_a_body_of_a_ministry_takes_no_locality_of_the_office_beside_it(kit: Kit) -> None:
    text = "Ngày 5/1/2021, Cục Sở hữu trí tuệ{} và Sở Khoa học và Công nghệ tỉnh Hà Nam ký thỏa thuận."
    [told] = kit.extract(text.format(" (Bộ Khoa học và Công nghệ)")).agreements
    assert "Hà Nam" not in " ".join([told.parties[0].name, *told.parties[0].aliases])
    [shared] = kit.extract(text.replace("Cục Sở hữu trí tuệ", "Cục Hải quan").format("")).agreements
    assert shared.parties[0].name == "Cục Hải quan tỉnh Hà Nam"


def test_a_document_that_another_one_takes_the_place_of_is_no_item(kit: Kit) -> None:
    text = (
        "Ngày 5/1/2021, Sở Y tế tỉnh Hà Nam và Công an tỉnh Hà Nam ký quy chế phối hợp bảo đảm an ninh bệnh viện, "
        "thay thế quy chế đã ký năm 2018."
    )
    assert [one.text for one in kit.extract(text).commitments] == ["bảo đảm an ninh bệnh viện"]


def test_whom_an_entrusted_act_is_for_is_no_field(kit: Kit) -> None:
    text = "Ngày 5/1/2021, Ngân hàng Hải Âu và Hội Nông dân tỉnh Hà Nam ký văn bản liên tịch về ủy thác cho vay đối với hộ nghèo và các hộ khác."
    assert [one.text for one in kit.extract(text).commitments] == ["ủy thác cho vay đối với hộ nghèo và các hộ khác"]
