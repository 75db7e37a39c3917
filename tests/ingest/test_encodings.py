from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket import ingest
from camket.document import Document
from camket.errors import UndecodableError
from camket.ingest.text.code_pages import PAGES, byte_chars
from camket.ingest.text.encodings import decode
from camket.ingest.text.spelling import is_vietnamese
from camket.run import flow
from camket.run.flow import Kit
from tests.ingest.encoders import LETTERS, SINGLE, in_page, shown_by_windows

ARTICLE = """\
TRƯỜNG CAO ĐẲNG NGHỀ HÒA AN VÀ CÔNG TY MAY ĐẠI PHÚC KÝ THỎA THUẬN HỢP TÁC

Sáng 14/3/2019, tại thị trấn Hòa An, Trường Cao đẳng nghề Hòa An và Công ty Cổ phần May Đại Phúc đã ký thỏa thuận \
hợp tác đào tạo nghề giai đoạn 2019 - 2022.

Theo thỏa thuận, hai bên sẽ mở mỗi năm bốn lớp may công nghiệp, mỗi lớp 35 học viên. Công ty nhận ít nhất 80% học viên \
đã tốt nghiệp vào làm việc, hỗ trợ 12 máy may và trả phụ cấp cho người học.

Phát biểu tại lễ ký, bà Lữ Thị Mỹ Nhật, Hiệu trưởng, khẳng định: "Đây là bước ngoặt để nhà trường gắn đào tạo với nhu \
cầu sử dụng lao động, giảm bớt nỗi lo của những gia đình nghèo." Ông Nghiêm Xuân Quý, Giám đốc, cũng hứa sẽ giữ đúng lời.
"""
ENGLISH = "The agreement was signed by both parties in the hall of the province.\n"
OLD = ("cp1258", "tcvn3", "vni", "viscii", "vps", "tcvn")
ENCODED = {
    "utf-8": ARTICLE.encode(),
    "utf-8 with a mark": ARTICLE.encode("utf-8-sig"),
    "decomposed": unicodedata.normalize("NFD", ARTICLE).encode(),
    "utf-16 with a mark": ARTICLE.encode("utf-16"),
    "utf-16-le": ARTICLE.encode("utf-16-le"),
    "utf-16-be": ARTICLE.encode("utf-16-be"),
    "utf-32 with a mark": ARTICLE.encode("utf-32"),
    "line ends of Windows": ARTICLE.replace("\n", "\r\n").encode(),
    "entities": "".join(char if char.isascii() else f"&#{ord(char)};" for char in ARTICLE).encode(),
    "hexadecimal entities": "".join(char if char.isascii() else f"&#x{ord(char):X};" for char in ARTICLE).encode(),
    "entities written twice": "".join(char if char.isascii() else f"&amp;#{ord(char)};" for char in ARTICLE).encode(),
    "utf-8 read as latin-1": ARTICLE.encode().decode("latin-1").encode(),
    "utf-8 read as windows-1252": shown_by_windows(ARTICLE.encode()).encode(),
    "utf-8 read as windows-1258": shown_by_windows(ARTICLE.encode(), "cp1258").encode(),
    **{page: in_page(ARTICLE, page) for page in OLD},
    **{f"{page} read as latin-1": in_page(ARTICLE, page).decode("latin-1").encode() for page in OLD},
    **{f"{page} read as windows-1252": shown_by_windows(in_page(ARTICLE, page)).encode() for page in OLD},
    **{f"{page} read as windows-1258": shown_by_windows(in_page(ARTICLE, page), "cp1258").encode()
       for page in ("tcvn3", "vni")},
    "tcvn3 in entities": "".join(char if char.isascii() else f"&#{ord(char)};"
                                 for char in in_page(ARTICLE, "tcvn3").decode("latin-1")).encode(),
}  # fmt: skip


def read(tmp_path: Path, data: bytes, name: str = "a.txt") -> Document:
    (tmp_path / name).write_bytes(data)
    return ingest.read(tmp_path / name, name)


@pytest.mark.parametrize("encoding", ENCODED)
def test_one_text_in_every_encoding_is_one_document(encoding: str, tmp_path: Path) -> None:
    document, plain = read(tmp_path, ENCODED[encoding]), read(tmp_path, ENCODED["utf-8"], "b.txt")
    assert document.text == plain.text == ARTICLE
    assert (document.blocks, document.title, document.published_on) == (plain.blocks, plain.title, plain.published_on)
    silent = {
        "utf-8",
        "utf-8 with a mark",
        "decomposed",
        "utf-16 with a mark",
        "utf-32 with a mark",
        "line ends of Windows",
    }
    assert [warning.partition(":")[0] for warning in document.warnings] == ["encoding"] * len(document.warnings)
    assert (document.warnings == ()) == (encoding in silent)


def test_the_records_of_one_text_in_many_encodings_differ_in_the_document_only(kit: Kit, tmp_path: Path) -> None:
    records = []
    for encoding in ("utf-8", "decomposed", "utf-16-le", "tcvn3", "vni read as windows-1252", "viscii", "entities"):
        record = asdict(flow.extract(read(tmp_path, ENCODED[encoding]), kit))
        record.pop("document")
        records.append(record)
    assert records[0]["agreements"]
    assert all(record == records[0] for record in records)


@pytest.mark.parametrize("page", [*SINGLE, "vni", "cp1258"])
def test_every_letter_goes_into_a_code_page_and_back(page: str) -> None:
    for letter in LETTERS:
        data = in_page(letter, page)
        assert PAGES[page].read(data.decode("latin-1")) == letter
        assert PAGES[page].read(byte_chars(shown_by_windows(data))) == letter
    assert len({in_page(letter, page) for letter in LETTERS}) == len(LETTERS)


def test_tcvn3_has_every_small_letter_and_the_capitals_without_tones() -> None:
    for letter in LETTERS:
        read_back = PAGES["tcvn3"].read(in_page(letter, "tcvn3").decode("latin-1"))
        assert read_back == letter or (letter.isupper() and read_back == letter.lower())


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
@pytest.mark.parametrize(("page", "theirs"), [("tcvn", "TCVN"), ("viscii", "VISCII"), ("cp1258", "CP1258")])
def test_our_tables_are_those_of_iconv(page: str, theirs: str) -> None:
    text = " ".join(LETTERS)
    done = subprocess.run(
        [shutil.which("iconv") or "", "-f", theirs, "-t", "UTF-8"],
        input=in_page(text, page),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"this iconv does not know {theirs}")
    assert unicodedata.normalize("NFC", done.stdout.decode()) == text


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp, tù do, h¹nh phóc, tr\xad\xf2ng, giÊy tê, kü s\xad"),
        ("vni", "Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp, töï do, haïnh phuùc, tröôõng, giaáy tôø, kyõ sö"),
        ("viscii", "Cµng hoà xã hµi chü nghîa Vi®t Nam, ðµc l§p, tñ do, hÕnh phúc, trß\xdeng, gi¤y t¶, kÛ sß"),
        ("vps", "C¶ng hoà xã h¶i chû nghïa ViŒt Nam, Ç¶c lÆp, t¿ do, hånh phúc, trÜ«ng, giÃy t©, kÏ sÜ"),
    ],
)  # fmt: skip
def test_texts_as_editors_of_the_time_wrote_them_are_read(page: str, shown: str) -> None:
    expected = "Cộng hoà xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc, trưỡng, giấy tờ, kỹ sư"
    assert PAGES[page].read(byte_chars(shown.replace("\xf2", "\xec"))) == expected


@given(
    st.text(alphabet=[*LETTERS, *"bcdghklmnpqrstvx .,-0123456789\n"], max_size=60), st.sampled_from([*SINGLE, "cp1258"])
)
@settings(max_examples=150, deadline=None)
def test_any_text_of_vietnamese_letters_comes_back_from_a_code_page(text: str, page: str) -> None:
    assert PAGES[page].read(in_page(text, page).decode("latin-1")) == text


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_as_clean_text_or_refused_by_name(data: bytes) -> None:
    try:
        text, warnings = decode(data, "a.txt")
    except UndecodableError as error:
        text, warnings = "", ()
        refusal = str(error)
    else:
        refusal = ""
    assert not refusal or refusal.startswith("a.txt: ")
    assert text == unicodedata.normalize("NFC", text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t" for char in text)
    assert ("\ufffd" in text) == any("U+FFFD" in warning for warning in warnings)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"]), max_size=80))
@settings(max_examples=150, deadline=None)
def test_a_text_of_utf_8_that_is_let_through_is_not_changed(text: str) -> None:
    read_back, warnings = decode(text.encode(), "a.txt")
    assert warnings or read_back == unicodedata.normalize("NFC", text.replace("\r", "\n"))


@pytest.mark.parametrize(
    "text",
    [
        "L’été dernier, la société générale a signé à Hanoï un accord où « tout » est prévu.",
        "O acordo não é público, mas a cooperação com São Paulo será possível até março.",
        "Die Straße führt über die größere Brücke, wo die Verträge für fünf Jahre gelten.",
        "El año pasado la compañía firmó un acuerdo en Bogotá, según el señor Peña.",
        "Aftalen på dansk: både små og større byer får støtte, så længe planen gælder.",
        "The “parties” met at a café – and signed… at 30 °C in a hall of 250 m².",
    ],
)
def test_western_text_is_read_as_western(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == (text, ("encoding: read as windows-1252",))
    assert decode(text.encode(), "a.txt") == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Müller & Söhne (München) và Sở Công Thương ký thỏa thuận ngày 5/3, nhiệt độ 30°C.",
        "© 2019 Báo An Hòa · Giấy phép số 12/GP ® – diện tích 250 m² «giá €500»",
        "Ông Hà và bà Lan: có, và, các, là, cá, hòa, tháng\nNgười ký: ĐẠI TÁ ÂU DƯƠNG Á",
        "KẾ HOẠCH\nÃ và Â đứng đầu dòng; đường Ø 300 mm",
    ],
)
def test_vietnamese_with_foreign_names_and_signs_is_let_through(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, ())


def test_a_text_cut_inside_letters_keeps_the_rest_and_tells_where() -> None:
    data = ARTICLE.encode()
    start, end = data.index("Ư".encode()) + 1, data.rindex("ữ".encode()) + 2
    text, warnings = decode(data[start:end], "a.txt")
    assert text == "\ufffd" + ARTICLE[ARTICLE.index("Ư") + 1 : ARTICLE.rindex("ữ")] + "\ufffd"
    assert any("U+FFFD: 2, the first is character 1" in warning for warning in warnings)


def test_bytes_that_no_code_page_has_stay_visible() -> None:
    text, warnings = decode(in_page("Sở Y tế và Bộ Công an ký kết", "cp1258") + b" \x81 xong", "a.txt")
    assert text == "Sở Y tế và Bộ Công an ký kết \ufffd xong"
    assert warnings[0] == "encoding: read as windows-1258"
    assert warnings[1].endswith("U+FFFD: 1, the first is character 30")


def test_a_stray_byte_in_plain_english_stays_visible() -> None:
    text, warnings = decode((ENGLISH * 2).encode() + b"\xff\n", "a.txt")
    assert text == ENGLISH * 2 + "\ufffd\n"
    assert len(warnings) == 2


@pytest.mark.parametrize("page", ["tcvn3", "vni", "viscii", "vps", "cp1258"])
def test_lines_of_another_encoding_inside_utf_8_are_read_each_in_its_own(page: str) -> None:
    line = "Phát biểu tại lễ ký, ông Đỗ Mạnh Trường cảm ơn những đơn vị đã giúp đỡ."
    text, warnings = decode(ARTICLE.encode() + in_page(line, page) + b"\n" + ARTICLE.encode(), "a.txt")
    assert text == ARTICLE + line + "\n" + ARTICLE
    told = f"encoding: lines that are not UTF-8: 1, the first is line 8; read as {PAGES[page].spoken}"
    assert warnings == (told,)


def test_lines_of_two_encodings_in_turn_are_read_each_in_its_own() -> None:
    line = "Phát biểu tại lễ ký, ông Đỗ Mạnh Trường cảm ơn những đơn vị đã giúp đỡ.\n"
    text, warnings = decode((line.encode() + in_page(line, "tcvn3")) * 5, "a.txt")
    assert text == line * 10
    assert warnings == ("encoding: lines that are not UTF-8: 5, the first is line 2; read as TCVN3 (ABC)",)


def test_quotes_of_windows_inside_utf_8_are_quotes() -> None:
    text, warnings = decode(ARTICLE.encode() + b"\x93" + "Đúng thế".encode() + b"\x94 \x96 xong.", "a.txt")
    assert text == ARTICLE + "“Đúng thế” – xong."
    assert "quotes and dashes of Windows" in warnings[0]


def test_two_encodings_that_fit_alike_are_told_and_what_the_document_declares_settles_it() -> None:
    data = in_page("Ký kết", "tcvn3")
    text, warnings = decode(data, "a.txt")
    assert text in {"Ký kết", "Ký kạt"}
    assert "fits nearly as well" in warnings[0]
    assert decode(data, "a.txt", "x-viet-tcvn5712")[0] == "Ký kết" or decode(data, "a.txt", "tcvn3")[0] == "Ký kết"
    assert decode(data, "a.txt", "viscii")[0] == "Ký kạt"
    assert decode(in_page(ARTICLE, "vni"), "a.txt", "viscii")[0] == ARTICLE
    assert "Ký kạt" in decode(b'<meta content="text/html; charset=VISCII">' + data, "a.html")[0]


def test_text_of_another_script_is_read_as_it_is_declared() -> None:
    text = "Соглашение подписано в Москве"
    assert decode(text.encode("cp1251"), "a.txt", "Windows-1251")[0] == text
    assert text in decode(b'<meta charset="koi8-r">' + text.encode("koi8-r"), "a.html")[0]
    for lie in ("no-such", "hex", "utf-16", "ascii"):
        with pytest.raises(UndecodableError):
            decode(text.encode("cp1251"), "a.txt", lie)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00\x01" * 300,
        "Соглашение подписано в Москве".encode("cp1251"),
        b"\x1f\x8b\x08\xff" * 99,
    ],
)
def test_what_is_no_text_or_of_no_known_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError, match=r"^a\.txt: .*; save it as|^a\.txt: .* save it"):
        decode(data, "a.txt")


def test_letters_that_only_look_like_vietnamese_ones_are_those() -> None:
    told = ("encoding: letters that only look like đ and ư were read as them",)
    assert decode("Ðại học, ðào tạo, phƣơng án, đƣợc, cƣ́u, TRƢỜNG".encode(), "a.txt") == (
        "Đại học, đào tạo, phương án, được, cứu, TRƯỜNG",
        told,
    )
    assert decode("Sigurður Guðmundsson và ông Ðorðe, Bản".encode(), "a.txt")[1] == ()


def test_entities_of_ascii_alone_are_left_as_they_are_written() -> None:
    assert decode(b"AT&amp;T &lt;b&gt; &copyright", "a.txt", markup=False) == ("AT&amp;T &lt;b&gt; &copyright", ())
    told = ("encoding: letters written as HTML entities were read",)
    assert decode(b"S&#7903; Y t&#x1ebf; v&agrave; R&amp;D", "a.txt", markup=False) == ("Sở Y tế và R&D", told)
    assert decode(b"<p>S&#7903; &lt;b&gt;</p>", "a.html") == ("<p>S&#7903; &lt;b&gt;</p>", ())


@pytest.mark.parametrize("page", ["tcvn3", "vni", "cp1258"])
@pytest.mark.parametrize("how", ["bytes", "letters", "entities"])
def test_a_page_in_old_fonts_is_read_though_it_declares_another_charset(how: str, page: str, tmp_path: Path) -> None:
    title, *paragraphs = ARTICLE.strip().split("\n\n")
    made = "".join(f'<p><font face=".VnTime">{paragraph}</font></p>\n' for paragraph in paragraphs)
    data = in_page(made, page)
    if how == "letters":
        data = shown_by_windows(data).encode()
    if how == "entities":
        shown = shown_by_windows(data)
        data = "".join(char if char.isascii() else f"&#{ord(char)};" for char in shown).encode()
    head = '<html><head><meta charset="iso-8859-1"><title>Hop tac</title></head><body><article><h1>Hop tac</h1>'
    document = read(tmp_path, f"{head}\n".encode() + data + b"</article></body></html>", "a.html")
    for paragraph in paragraphs:
        assert paragraph.split(" \n")[0] in document.text
    assert title not in document.text
    assert any(PAGES[page].spoken in warning for warning in document.warnings)


def test_a_word_has_one_tone_that_its_ending_allows_and_one_kind_of_letters() -> None:
    assert all(map(is_vietnamese, ("kết", "Nghị", "QUYẾT", "thuở", "quý", "giếng", "oẳn", "Ủy", "đ"[:0] or "y")))
    assert not any(map(is_vietnamese, ("kêt", "két̀", "kềt", "KếT", "cöng", "taùc", "ăi", "fủ", "ngã́", "vỔ")))


@pytest.mark.parametrize("line", [
    "Bà Lê Thị Ái Lan và ông Trần Ánh Dương cùng dự.",
    "Ngân hàng Phương Đông Á, đơn vị tài trợ, cùng Công ty Nam Đông Á ký kết; Đông Á góp vốn.",
    "(Ảnh: Minh Đức)",
    "- Đào tạo cán bộ;\n- Ứng dụng công nghệ;\n- Bồi dưỡng giáo viên.",
    "Tỉnh đoàn họp ở Huế. Ban Thường vụ Tỉnh ủy, Chánh án Tòa án tỉnh và dự án Bò sữa ở Ba Vì được nêu.",
])  # fmt: skip
def test_capitals_that_tcvn3_has_not_are_told_in_names_and_at_the_heads_of_items(line: str) -> None:
    said = "Hai bên cùng ký kết chương trình phối hợp giai đoạn mới.\n" + line
    assert decode(in_page(said, "tcvn3"), "a.txt", markup=False)[0] == said


CONTROLS = """\
ÚT HỒNG VÀ TUỆ MINH KÝ Ý ĐỊNH THƯ VỚI XÃ BÌNH Ỷ

Ý định thư được Hợp tác xã Út Hồng và xã Bình Ỷ ký ngày 3/4/1998. Ứng trước mỗi vụ 15 triệu đồng cho 40 hộ.
Ủy ban nhân dân xã giữ một bản; phần còn lại gồm: ống nước, giống lúa.
"""


@pytest.mark.parametrize("page", SINGLE)
@pytest.mark.parametrize("shown", [False, True])
def test_capitals_that_stand_as_control_characters_are_letters(page: str, shown: bool) -> None:  # noqa: FBT001
    data = in_page(CONTROLS, page)
    assert decode(shown_by_windows(data).encode() if shown else data, "a.txt", markup=False)[0] == CONTROLS


def test_capitals_that_tcvn3_has_not_are_restored_where_something_tells_them() -> None:
    text = "Hỏi: Án treo là gì?\nĐáp: Ủy ban nhân dân xã và Ủy ban Mặt trận ký với ba hộ: ống nước, ảnh, ý kiến.\n"
    assert decode(in_page(text, "tcvn3"), "a.txt", markup=False)[0] == text


TITLES = (
    "SỞ Y TẾ TRÀ LĨNH KÝ THỎA THUẬN VỚI HỘI NÔNG DÂN",
    "THÔNG CÁO BÁO CHÍ",
    "Liên kết phát triển du lịch ba tỉnh vùng núi phía Bắc",
    "Đoàn công tác và các sở: lời hứa, lời đáp",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_a_title_alone_is_put_right_however_often_it_was_read_wrongly(title: str, codec: str) -> None:
    for form in ("NFC", "NFD"):
        broken = unicodedata.normalize(form, title)
        for _ in range(2):
            broken = shown_by_windows(broken.encode(), codec) if codec == "cp1252" else broken.encode().decode(codec)
            assert decode(broken.encode(), "a.txt", markup=False)[0] == title


@pytest.mark.parametrize("page", OLD)
def test_a_title_alone_of_an_old_page_is_read_or_told(page: str) -> None:
    title = TITLES[0]
    text, warnings = decode(shown_by_windows(in_page(title, page)).encode(), "a.txt", markup=False)
    assert text.upper() == title.upper() or warnings


@pytest.mark.parametrize("page", ["tcvn3", "viscii", "vps"])
def test_a_word_of_an_encoding_that_cannot_be_told_is_a_warning(page: str) -> None:
    word = shown_by_windows(in_page("Nội", page))
    text, warnings = decode(f"Ha Long, {word}.".encode(), "a.txt", markup=False)
    assert text == f"Ha Long, {word}."
    assert warnings == (f"encoding: words of an encoding that could not be told: 1, the first is “{word}”",)


def test_bytes_of_a_code_page_that_happen_to_be_letters_of_other_scripts_are_no_utf_8() -> None:
    text = "Sở Y tế ký với Hội Chữ thập đỏ.\nĐoàn người.\nNam Định, ngày 4/5.\n"
    for page in ("vps", "viscii"):
        assert decode(in_page(text, page), "a.txt", markup=False)[0] == text


def test_a_page_of_old_is_no_broken_utf_8() -> None:
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐIỀU 2. TRÁCH NHIỆM CỦA XÃ HỘI\nHai bên phối hợp kiểm tra mỗi quý.\n"
    for page in ("viscii", "vni", "vps"):
        read_back, told = decode(shown_by_windows(in_page(text, page)).encode(), "a.txt", markup=False)
        assert read_back == text
        assert PAGES[page].spoken in told[0]
