from __future__ import annotations

from pathlib import Path

import pytest

from camket import ingest
from camket.errors import BrokenDocumentError, EncryptedDocumentError, UnsupportedError
from camket.ingest.kinds import kind_of
from tests.ingest.office import docx, p, packed, read
from tests.ingest.ole import doc, ole

PAGE = b"<html><body><p>Hai s\xe1\xbb\x9f k\xc3\xbd k\xe1\xba\xbft</p></body></html>"
MAIL = b"Received: from a by b\r\nFrom: a@b.vn\r\nSubject: x\r\n\r\nHello"
SAVED = b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n\r\n--x\r\n'
ODT = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
WORD = docx(p("x"))


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a.docx", ".pdf"),
        (b"\x00scanner\r\n%PDF-1.4\n", "a.pdf", ".pdf"),
        ("Bài về chuẩn %PDF-1.7 của báo".encode(), "a.txt", ".txt"),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", ".png"),
        (b"\xff\xd8\xff\xe0", "a", ".jpg"),
        (b"GIF89a..", "a.png", ".gif"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a.jpg", ".webp"),
        (b"BM\x10\x00\x00\x00\x00\x00\x00\x00", "a", ".bmp"),
        (b"BM ty le " * 3, "a.txt", ".txt"),
        (b"{\\rtf1\\ansi}", "a.doc", ".rtf"),
        (WORD, "a.doc", ".docx"),
        (WORD, "a.zip", ".docx"),
        (ODT, "a.doc", ".odt"),
        (packed({"a.txt": "x"}), "a.docx", ".zip"),
        (doc(), "a.docx", ".doc"),
        (ole({"__properties_version1.0": b"\0" * 32}), "a.eml", ".msg"),
        (PAGE, "a.doc", ".html"),
        (PAGE, "a.xls", ".html"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "a.txt", ".html"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='x'>", "a.doc", ".html"),
        (PAGE, "a.xhtml", ".xhtml"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "a.xml", ".doc"),
        (MAIL, "a", ".eml"),
        (MAIL, "a.txt", ".txt"),
        (SAVED, "a.doc", ".mhtml"),
        (SAVED, "a.mht", ".mht"),
        (b"From: <Saved by Blink>\r\nSubject: x\r\n", "a.eml", ".mhtml"),
        ("Từ: a\nNgày: 5/3\n".encode(), "a", ""),
        ("Chỉ là chữ.".encode(), "a.doc", ".txt"),
        (b"\xdb\xa5\x00\x01\x02", "a.doc", ".doc"),
        (b"abc", "a.TXT", ".txt"),
    ],
)
def test_a_file_is_what_it_holds_before_it_is_what_its_name_says(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), EncryptedDocumentError, "password"),
        (ole({"Workbook": b"x"}), UnsupportedError, "Excel sheet; save it as PDF"),
        (ole({"PowerPoint Document": b"x"}), UnsupportedError, "PowerPoint"),
        (packed({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), UnsupportedError, "Excel"),
        (packed({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"}), UnsupportedError, "PowerPoint"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), UnsupportedError, "LibreOffice"),
        (b"Rar!\x1a\x07\x01\x00", UnsupportedError, "RAR archive; unpack it"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", UnsupportedError, "7z archive"),
        (b"\x78\x9f\x3e\x22\x00\x00", UnsupportedError, "winmail.dat"),
    ],
)
def test_what_is_known_and_not_read_is_told_with_a_way_out(
    data: bytes, error: type[Exception], said: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=rf"^a\.docx: .*{said}"):
        read(tmp_path, "a.docx", data)


def test_a_page_a_text_and_a_word_file_under_the_name_of_an_old_word_file_are_read(tmp_path: Path) -> None:
    said = "Ngày 5/3/2019, hai sở đã ký chương trình phối hợp phòng, chống dịch bệnh trên địa bàn tỉnh."
    page = f"<html><head><meta charset=utf-8></head><body><article><h1>Hai sở ký kết</h1><p>{said}</p></article></body></html>"
    for data in (page.encode(), said.encode(), docx(p(said))):
        assert said in read(tmp_path, "a.doc", data).text


def test_files_that_only_begin_like_office_files_are_broken(tmp_path: Path) -> None:
    for name, data in (("a.doc", b"\xd0\xcf\x11\xe0 old"), ("a.msg", b"\xd0\xcf\x11\xe0 old"), ("a.zip", b"PK\x03\x04 x"),
                       ("a.odt", b"PK\x03\x04 x")):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BrokenDocumentError, match=rf"^{name}: "):
            ingest.contents_of(tmp_path / name, name)


def test_what_can_be_read_is_told_by_name() -> None:
    assert all(ingest.supports(Path(name)) for name in ("a.ZIP", "a.eml", "a.msg", "a.doc", "a.rtf", "a.odt", "a.docx"))
    assert not ingest.supports(Path("a.xlsx"))
