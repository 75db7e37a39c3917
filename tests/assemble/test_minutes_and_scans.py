"""Full agreements as minutes, in two languages, and as scans give them."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
SCANNED = "CỘNG HOÀ XÃ HỘl CHỦ NGHĨA VlỆT NAM\nĐôc lâp - Tự do - Hanh phúc\n\n"
MINUTES = """BIÊN BẢN LÀM VIỆC

Hôm nay, ngày 07 tháng 11 năm 2015, tại trụ sở UBND huyện Sông Hinh, hai bên đã làm việc và lập biên bản như sau:

I. THÀNH PHẦN THAM DỰ

1. Ủy ban nhân dân huyện Sông Hinh (UBND huyện):
- Ông Vũ Đình Thức, Phó Chủ tịch;
2. Công ty Cổ phần Thủy điện Ea Bá (Công ty):
- Ông Vương Đức Toại, Giám đốc.

II. DIỄN BIẾN

1. Đại diện Công ty báo cáo: nhà máy phát điện từ năm 2011.
2. Ông Vũ Đình Thức phản ánh: đề nghị Công ty sớm làm lại cầu treo.

III. NỘI DUNG THỐNG NHẤT

1. Công ty cam kết:
a) Xây lại cầu treo buôn Kít;
b) Lắp đặt 08 cụm loa cảnh báo.
2. UBND huyện có trách nhiệm:
- Bố trí 4,5 ha đất tái định cư.

Biên bản lập xong hồi 11 giờ cùng ngày, mỗi bên giữ 02 bản.

ĐẠI DIỆN CÔNG TY          ĐẠI DIỆN UBND HUYỆN
GIÁM ĐỐC                  PHÓ CHỦ TỊCH
Vương Đức Toại            Vũ Đình Thức
"""
TWO_LANGUAGES = """BIÊN BẢN GHI NHỚ
MEMORANDUM OF UNDERSTANDING

Trường Đại học Lam Giang, địa chỉ: 27 Nguyễn Huệ, thành phố Vinh, do PGS.TS. Lê Viết Nhân, Hiệu trưởng, làm đại diện (sau đây gọi là "LGU"),

và Trường Đại học Hallasan, địa chỉ: 88 Sanho-ro, Jeju-si, do GS. Kang Min-ho, Phó Hiệu trưởng, làm đại diện (sau đây gọi là "HU"), thỏa thuận như sau:

Điều 1 / Article 1. Nội dung hợp tác / Areas of Cooperation
(a) trao đổi giảng viên và sinh viên;
(b) công nhận tín chỉ lẫn nhau.

Điều 2 / Article 2. Trách nhiệm của LGU / Responsibilities of LGU
- cấp 05 học bổng mỗi năm.

Điều 3 / Article 3. Hiệu lực / Entry into Force
Biên bản này có hiệu lực kể từ ngày ký.

Làm tại Vinh, ngày 16 tháng 5 năm 2018.

THAY MẶT                              THAY MẶT
TRƯỜNG ĐẠI HỌC LAM GIANG              TRƯỜNG ĐẠI HỌC HALLASAN

PGS.TS. LÊ VIẾT NHÂN                  Prof. KANG MIN-HO
"""
RESOLUTION = """NGHỊ QUYẾT LIÊN TICH

   Ngày 18 tháng 9 năm 2013, tại thành phố Kon Tum, Ban Thường vụ Hội
Cựu chiến binh tỉnh Kon Tum và Ban Giám đốc Công an tỉnh Kon Tum đã họp,
đánh giá kết quả phối hợp. Các cấp Hội đã cung cấp nhiều nguồn tin. Hai
ngành thống nhất

                       QUYẾT NGHỊ:

Điều 1. Nôi dung phối hơp
   1. Tuyên truyền, vận động hôi viên chấp hành pháp luât.
   2. Quản lý, giáo duc người lầm lỗi tại

                           - 2 -

      HỘI CỰU CHIẾN BINH * TỈNH KON TUM *
thôn, làng.

Đlều 2. Trách nhiêm của Công an tỉnh
   - Thông báo tình hình tội pham.

TM. BAN THƯỜNG VỤ                         CÔNG AN TỈNH KON TUM
HỘI CỰU CHIẾN BINH TỈNH                        GIÁM ĐỐC
    A Nghĩa Hòa                          Đại tá Trịnh Công Khải

{}
     TL. GIÁM ĐỐC - CHÁNH VĂN PHÒNG
          Thượng tá Lê Xuân Mẫn
"""


def read(text: str, kit: Kit) -> tuple[Agreement, list[tuple[str, list[str] | str]]]:
    record = kit.extract(text)
    [agreement] = record.agreements
    names = {party.id: party.name for party in agreement.parties}
    told = [(" ".join(one.text.split()), one.actors if isinstance(one.actors, str) else [names[id_] for id_ in one.actors])
            for one in record.commitments]  # fmt: skip
    return agreement, told


def test_minutes_have_for_parties_those_who_are_listed_as_met(kit: Kit) -> None:
    agreement, told = read(MOTTO + MINUTES, kit)
    county, company = "Ủy ban nhân dân huyện Sông Hinh", "Công ty Cổ phần Thủy điện Ea Bá"
    assert agreement.kind.value == "minutes"
    assert [party.name for party in agreement.parties] == [county, company]
    assert [person.name for person in agreement.signatories] == ["Vương Đức Toại", "Vũ Đình Thức"]
    assert told == [
        ("Xây lại cầu treo buôn Kít", [company]),
        ("Lắp đặt 08 cụm loa cảnh báo", [company]),
        ("Bố trí 4,5 ha đất tái định cư", [county]),
    ]


def test_articles_numbered_in_two_languages_are_articles(kit: Kit) -> None:
    agreement, told = read(TWO_LANGUAGES, kit)
    assert [party.name for party in agreement.parties] == ["Trường Đại học Lam Giang", "Trường Đại học Hallasan"]
    assert [(person.name, person.party) for person in agreement.signatories] == [
        ("LÊ VIẾT NHÂN", "p1"), ("KANG MIN-HO", "p2"),
    ]  # fmt: skip
    assert told == [
        ("trao đổi giảng viên và sinh viên", "all"),
        ("công nhận tín chỉ lẫn nhau", "all"),
        ("cấp 05 học bổng", ["Trường Đại học Lam Giang"]),
    ]


@pytest.mark.parametrize("below", ["SAO Y BẢN CHÍNH", "CHỨNG KIẾN LỄ KÝ"])
def test_a_scan_without_its_dots_is_read_and_who_copied_or_watched_signs_nothing(below: str, kit: Kit) -> None:
    agreement, told = read(SCANNED + RESOLUTION.format(below), kit)
    assert agreement.kind.value == "coordination"
    assert [party.name for party in agreement.parties] == [
        "Ban Thường vụ Hội Cựu chiến binh tỉnh Kon Tum", "Ban Giám đốc Công an tỉnh Kon Tum",
    ]  # fmt: skip
    assert [person.name for person in agreement.signatories] == ["A Nghĩa Hòa", "Trịnh Công Khải"]
    assert [text.split()[0] for text, _ in told] == ["Tuyên", "Quản", "Thông"]
    assert told[1][0].endswith("thôn, làng")
