from __future__ import annotations

import io
import unicodedata

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.ingest.pdf.pdf_codes import keep_soft_hyphens
from camket.ingest.text.fonts import CAPITALS, charset_of_font, decode_run, legacy_in
from tests.ingest.encoders import LETTERS, in_page, shown_by_windows

LINE = "Trường Cao đẳng nghề Hòa An và Công ty May Đại Phúc ký thỏa thuận hợp tác, giúp những người lao động ở xã nghèo"


@pytest.mark.parametrize(
    ("name", "charset"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", CAPITALS),
        (".VnArial", "tcvn3"),
        ("ABCDEF+.VnTime", "tcvn3"),
        ("QWERTY+.VnArialH,Bold", CAPITALS),
        (".VnArial NarrowH", CAPITALS),
        (".VnHelvetInsH-BoldItalic", CAPITALS),
        (".VnSouthern", "tcvn3"),
        ("VnTime,Italic", "tcvn3"),
        ("#2EVnTimeH", CAPITALS),
        ("VNI-Times", "vni"),
        ("Vni-Helve-Condense", "vni"),
        ("ABCDEF+VNITimes-Bold", "vni"),
        ("VPS Times", "vps"),
        ("VPSLongXuyen", "vps"),
        ("Times New Roman", None),
        ("ABCDEF+TimesNewRomanPSMT", None),
        ("Verdana", None),
        ("vnexpress", None),
        ("Vnu", None),
        ("", None),
    ],
)
def test_a_font_tells_its_code_page_by_its_name(name: str, charset: str | None) -> None:
    assert charset_of_font(name) == charset


@pytest.mark.parametrize("charset", ["tcvn3", "vni", "vps"])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "symbol"])
def test_text_in_such_a_font_is_read_however_its_bytes_are_shown(charset: str, codec: str) -> None:
    data = in_page(LINE, charset)
    shown = {
        "cp1252": shown_by_windows(data),
        "latin-1": data.decode("latin-1"),
        "symbol": "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in data),
    }[codec]
    assert decode_run(shown, charset) == LINE


def test_a_font_of_capitals_prints_capitals() -> None:
    shown = in_page("độc lập - tự do - hạnh phúc, §1", "tcvn3").decode("latin-1")
    assert decode_run(shown, CAPITALS) == "ĐỘC LẬP - TỰ DO - HẠNH PHÚC, Đ1"


def test_hyphens_that_pdf_shows_for_the_byte_of_u_with_a_horn_are_letters() -> None:
    shown = in_page("Trường Lưu Như, ước tư", "tcvn3").decode("latin-1").replace("\xad", "-")
    assert decode_run(shown, "tcvn3") == "Trường Lưu Như, ước tư"
    for kept in ("16-5", "A-B", "QĐ-TTg", "KH-BYT", "X- Y", "- 5", "-"):
        assert decode_run(kept, "tcvn3") == kept


@pytest.mark.parametrize("charset", ["tcvn3", CAPITALS, "vni", "vps"])
def test_unicode_typed_in_such_a_font_stays_as_it_is(charset: str) -> None:
    for line in (LINE, "Các bên có trách nhiệm"):
        assert decode_run(line, charset) == line


@given(st.text(alphabet=[*LETTERS, *"bcdghlmnt .,\n"], max_size=40), st.sampled_from(["tcvn3", "vni", "vps", CAPITALS]))
@settings(max_examples=150, deadline=None)
def test_what_comes_out_is_nfc_and_has_the_same_blanks(text: str, charset: str) -> None:
    read = decode_run(text, charset)
    assert read == unicodedata.normalize("NFC", read)
    assert [char for char in read if char.isspace()] == [char for char in text if char.isspace()]


@pytest.mark.parametrize("page", ["tcvn3", "vni", "viscii", "vps", "cp1258"])
def test_the_code_page_of_a_text_is_told_by_its_words(page: str) -> None:
    assert legacy_in(shown_by_windows(in_page(LINE, page))) == page


@pytest.mark.parametrize(
    "text",
    [
        LINE,
        LINE.upper(),
        "Ông Hà và bà Lan: có, và, các, là, cá, hòa, tháng",
        "ĐHQG, UBND, HĐND, NSƯT Đỗ Đức và ông Đinh Công",
        "L’été dernier, la société générale a signé à Hanoï; où étiez-vous, mon frère naïf ?",
        "O acordo não é público, mas a cooperação com São Paulo é possível; há saúde e país.",
        "Die Straße führt über die größere Brücke für fünf Jahre; Bäume, Häuser, Öl.",
        "Aftalen på dansk: både små og større byer får støtte, så længe planen gælder; på øen, på åen.",
        "Příliš žluťoučký kůň úpěl ďábelské ódy",
        "«sí» ¿qué? «sí» ¿qué? «más» ¿qué? «está»",
        "5 € + 7 € © ® ½ ¼ ° ±",
        "plain words only",
        "",
    ],
)
def test_text_that_is_what_it_seems_has_no_code_page(text: str) -> None:
    assert legacy_in(text) is None


def pdf_in_font(name: bytes, data: bytes) -> bytes:
    """A page with one line of `data` in a font that is only named, as Word of the time printed to PDF."""
    text = b"".join(b"\\%03o" % byte for byte in data)
    content = b"BT /F1 9 Tf 30 700 Td (" + text + b") Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Font/Subtype/TrueType/BaseFont/" + name + b"/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255"
        b"/Widths[" + b"500 " * 256 + b"]/FontDescriptor 6 0 R>>",
        b"<</Length %d>>\nstream\n" % len(content) + content + b"\nendstream",
        b"<</Type/FontDescriptor/FontName/" + name + b"/Flags 32/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900"
        b"/Descent -200/CapHeight 700/StemV 80>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return made + head + table + b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)


@pytest.mark.parametrize(
    ("font", "page"),
    [(b".VnTime", "tcvn3"), (b"ABCDEF+.VnTimeH", "tcvn3"), (b"VNI-Times", "vni"), (b"VPS#20Times", "vps")],
)
def test_text_of_pdf_in_old_fonts_is_read_by_the_names_that_pdf_gives_them(font: bytes, page: str) -> None:
    keep_soft_hyphens()
    with pdfplumber.open(io.BytesIO(pdf_in_font(font, in_page(LINE, page)))) as book:
        words = [(word["text"], word["fontname"]) for word in book.pages[0].extract_words(extra_attrs=["fontname"])]
    charsets = {charset_of_font(name) for _, name in words}
    assert charsets == {CAPITALS if font.endswith(b"H") else page}
    read = " ".join(decode_run(word, charset_of_font(name) or "") for word, name in words)
    assert read == (LINE.upper() if font.endswith(b"H") else LINE)
