"""Agreements as documents: topics before the one that tells what it is, grounds between others, names with their places."""

from __future__ import annotations

from camket.run.flow import Kit

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def test_headings_that_are_counted_before_the_first_known_one_hold_content(kit: Kit) -> None:
    text = (
        f"{MOTTO}\n\nBIÊN BẢN KÝ KẾT GIAO ƯỚC THI ĐUA NĂM 2023\ngiữa Sở Tư pháp và Sở Nội vụ tỉnh Hà Nam\n\nHôm nay, ngày 21 tháng 02 năm 2023, "
        "hai đơn vị thống nhất giao ước thi đua với những nội dung sau:\n\n1. Về nhiệm vụ chuyên môn\n- Giải quyết trước hạn từ 60% hồ sơ thủ tục "
        "hành chính.\n\n2. Về cải cách hành chính\n- Cắt giảm 5% chi cho hội họp.\n\n3. Hoạt động chung\n- Tổ chức giải cầu lông.\n\n"
        "ĐẠI DIỆN CÁC ĐƠN VỊ\n\nSỞ TƯ PHÁP                    SỞ NỘI VỤ\nGIÁM ĐỐC                      GIÁM ĐỐC\n(đã ký)                       (đã ký)\n"
        "Lê Văn Tám                    Trần Thị Chín\n"
    )
    told = [one.text for one in kit.extract(text).commitments]
    assert "Giải quyết trước hạn từ 60% hồ sơ thủ tục hành chính" in told
    assert "Cắt giảm 5% chi cho hội họp" in told
    assert "Tổ chức giải cầu lông" in told


def test_parties_are_those_who_draw_it_up_and_not_those_of_the_programme_it_rests_on(kit: Kit) -> None:
    text = (
        "KẾ HOẠCH LIÊN TỊCH\nPhối hợp giáo dục truyền thống giai đoạn 2019 - 2022\n\nThực hiện Chương trình phối hợp số 12/CTPH giữa Hội Cựu chiến "
        "binh tỉnh và Tỉnh đoàn Yên Bái, Ban Thường vụ Hội Cựu chiến binh huyện Lục Yên và Ban Thường vụ Huyện đoàn Lục Yên xây dựng Kế hoạch liên "
        "tịch như sau:\n\nA. MỤC ĐÍCH, YÊU CẦU\n- Bồi dưỡng lý tưởng cho thế hệ trẻ.\n\nB. NỘI DUNG PHỐI HỢP\n- Chăm sóc nghĩa trang liệt sĩ "
        "huyện.\n\nC. TRÁCH NHIỆM CỦA MỖI BÊN\nI. Huyện đoàn\n1. Mở 4 lớp tin học cho hội viên.\n2. Đề nghị các cơ quan liên quan hỗ trợ.\n\nTM. BAN "
        "THƯỜNG VỤ HUYỆN ĐOÀN          TM. BAN THƯỜNG VỤ HỘI CCB HUYỆN\nBÍ THƯ                                CHỦ TỊCH\n\nLê Văn Tám                "
        "            Hoàng Đức Chín\n"
    )
    record = kit.extract(text)
    (agreement,) = record.agreements
    names = [party.name for party in agreement.parties]
    assert names == ["Ban Thường vụ Hội Cựu chiến binh huyện Lục Yên", "Ban Thường vụ Huyện đoàn Lục Yên"]
    assert "Huyện đoàn Lục Yên" in agreement.parties[1].aliases
    told = {one.text: one.actors for one in record.commitments}
    assert told["Mở 4 lớp tin học cho hội viên"] == (agreement.parties[1].id,)
    assert not any(text.startswith("Đề nghị") for text in told)


def test_a_name_is_known_with_the_place_that_the_signature_adds(kit: Kit) -> None:
    text = (
        f"{MOTTO}\nQuảng Bình, ngày 14 tháng 9 năm 2021\n\nCHƯƠNG TRÌNH PHỐI HỢP\nPhòng ngừa bạo lực học đường\n\nCăn cứ tình hình thực tế, Sở Giáo "
        "dục và Đào tạo, Công an tỉnh thống nhất xây dựng Chương trình phối hợp với các nội dung sau:\n\nI. NỘI DUNG PHỐI HỢP\n1. Tuyên truyền pháp "
        "luật trong trường học.\n\nII. TRÁCH NHIỆM\n1. Trách nhiệm của Công an tỉnh\n- Biên soạn 5 chuyên đề pháp luật.\n\nCÔNG AN TỈNH QUẢNG "
        "BÌNH          SỞ GIÁO DỤC VÀ ĐÀO TẠO QUẢNG BÌNH\nGIÁM ĐỐC                        GIÁM ĐỐC\n\nLê Văn Tám                      Trần Thị Chín\n"
    )
    (agreement,) = kit.extract(text).agreements
    police = next(party for party in agreement.parties if party.name == "Công an tỉnh")
    assert "CÔNG AN TỈNH QUẢNG BÌNH" in police.aliases


def test_a_treaty_calls_its_parties_signatories(kit: Kit) -> None:
    text = (
        "HIỆP ĐỊNH\nVỀ HỢP TÁC TRONG LĨNH VỰC NÔNG NGHIỆP\nGIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ CHÍNH PHỦ NƯỚC CỘNG HÒA "
        "MÔ-DĂM-BÍCH\n\nChính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam và Chính phủ nước Cộng hòa Mô-dăm-bích (dưới đây gọi là “các Bên ký kết”);\n\n"
        "Đã thỏa thuận những điều sau:\n\nĐiều 1\nCác Bên ký kết thành lập Nhóm công tác hỗn hợp.\n\nĐiều 2\nCác Bên ký kết cam kết bảo vệ quyền sở hữu "
        "trí tuệ.\n\nĐiều 3\nHiệp định này có hiệu lực kể từ ngày ký.\n\nLàm tại Ma-pu-tô, ngày 17 tháng 10 năm 2013.\n\nTHAY MẶT CHÍNH PHỦ NƯỚC    "
        "            THAY MẶT CHÍNH PHỦ NƯỚC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     CỘNG HÒA MÔ-DĂM-BÍCH\n\nLưu Khắc Tấn                           "
        "An-tô-ni-ô Ma-sam-ba\n"
    )
    record = kit.extract(text)
    assert [one.text for one in record.commitments] == [
        "thành lập Nhóm công tác hỗn hợp",
        "bảo vệ quyền sở hữu trí tuệ",
    ]
    assert [person.name for person in record.agreements[0].signatories] == ["Lưu Khắc Tấn", "An-tô-ni-ô Ma-sam-ba"]
