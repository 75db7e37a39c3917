from __future__ import annotations

import struct
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from camket import ingest
from camket.document import Document
from camket.errors import (
    BrokenDocumentError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    LimitError,
    UnsupportedError,
)
from camket.ingest import Contents, Limits, ReadOptions
from camket.ingest.mail.rich_text import unpacked
from tests.ingest.encoders import in_page
from tests.ingest.office import blocks, docx, in_cp1258, p
from tests.ingest.ole import ole, properties

SUBJECT = "Sở Y tế ký quy chế phối hợp với Công an tỉnh"
BODY = "Kính gửi các cơ quan báo chí,\n\nNgày 5/3/2019, hai bên đã ký quy chế phối hợp.\n\nTrân trọng,\nPhòng Truyền thông\n"
PAGE = (
    "<html><head><title>x</title><style>p {color: red}</style></head><body><p>Kính gửi các cơ quan báo chí,</p>"
    "<div>Ngày 5/3/2019, hai bên đã&nbsp;ký <b>quy chế</b> phối hợp.<br>Trân trọng,</div><!-- x -->"
    "<table><tr><td>Phòng Truyền thông</td><td>ĐT: 024</td></tr></table></body></html>"
)


def letter(body: str = BODY, subject: str = SUBJECT) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Văn phòng Sở Y tế <vp@soyte.gov.vn>"
    mail["Date"] = "Tue, 05 Mar 2019 19:30:00 +0000"
    mail["Subject"] = subject
    mail.set_content(body)
    return mail


def opened(folder: Path, data: bytes, name: str = "a.eml", *inner: str) -> Contents:
    (folder / name).write_bytes(data)
    return ingest.contents_of(folder / name, "/".join((name, *inner)), inner=inner)


def read(folder: Path, data: bytes, name: str = "a.eml", *inner: str) -> Document:
    document = opened(folder, data, name, *inner).document
    assert document is not None
    return document


def test_a_mail_is_its_subject_and_its_words_with_sender_and_day(tmp_path: Path) -> None:
    document = read(tmp_path, bytes(letter()))
    assert blocks(document)[0] == ("headline", SUBJECT)
    assert [text for _, text in blocks(document)][1:] == [line for line in BODY.split("\n") if line]
    assert (document.title, document.source, document.media_type) == (SUBJECT, "Văn phòng Sở Y tế", "message/rfc822")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Tue, 05 Mar 2019 19:30:00 +0000", "2019-03-06"),
        ("Tue, 05 Mar 2019 23:30:00 +0700", "2019-03-05"),
        ("Tue, 05 Mar 2019 09:30:00 -0800", "2019-03-06"),
        ("5 Mar 2019 17:30:00 -0000", "2019-03-06"),
        ("hôm qua", None),
    ],
)
def test_the_day_of_a_mail_is_its_day_in_vietnam(date: str, day: str | None, tmp_path: Path) -> None:
    data = b"Subject: Thu\r\nFrom: a@b.vn\r\nDate: " + date.encode() + b"\r\n\r\nXin chao.\r\n"
    assert read(tmp_path, data).published_on == day


@pytest.mark.parametrize("before", ["Re: ", "FW: Re: ", "Trả lời: ", "CHUYỂN TIẾP : "])
def test_what_programs_put_before_a_subject_is_no_part_of_it(before: str, tmp_path: Path) -> None:
    assert read(tmp_path, bytes(letter(subject=before + SUBJECT))).title == SUBJECT


RAW = b"From: a@b.vn\r\nSubject: %s\r\nContent-Type: text/plain%s\r\n\r\n%s\r\n"
SAID = "Hai bên đã ký kết thỏa thuận hợp tác, mỗi bên giữ một bản."


@pytest.mark.parametrize(
    ("subject", "charset", "body"),
    [
        (SUBJECT.encode(), b"", SAID.encode()),
        (b"=?utf-8?B?U+G7nyBZIHThur8ga8OjIHF1eSBjaOG6vyA=?=", b"; charset=utf-8", SAID.encode()),
        (SUBJECT.encode(), b"; charset=iso-8859-1", SAID.encode()),
        (SUBJECT.encode(), b"; charset=no-such-thing", SAID.encode()),
        (SUBJECT.encode(), b"; charset=windows-1258", in_cp1258(SAID)),
        (SUBJECT.encode(), b"", in_cp1258(SAID)),
    ],
    ids=["none told", "utf-8", "latin-1 told", "unknown told", "cp1258 told", "cp1258 not told"],
)
def test_mails_are_read_in_the_encoding_that_they_are_in(
    subject: bytes, charset: bytes, body: bytes, tmp_path: Path
) -> None:
    document = read(tmp_path, RAW % (subject, charset, body))
    assert document.text_quality == 1
    assert document.text.endswith(SAID)


@pytest.mark.parametrize("charset", [b"", b"; charset=utf-8", b"; charset=iso-8859-1"])
def test_what_was_done_about_the_encoding_of_a_mail_is_told(charset: bytes, tmp_path: Path) -> None:
    said = "Hội Nông dân xã và Trạm Khuyến nông ký kết chương trình phối hợp ba năm."
    broken = said.encode().decode("cp1252", "replace").replace("\ufffd", "").encode()
    plain = read(tmp_path, RAW % (b"Thu", charset, said.encode()))
    assert (plain.warnings, plain.text.endswith(said)) == ((), True)
    for body, told in (
        (in_page(said, "vni"), "read as VNI"),
        (in_page(said, "tcvn3"), "TCVN3"),
        (broken, "encoding: "),
    ):
        document = read(tmp_path, RAW % (b"Thu", charset, body))
        assert told in document.warnings[0]
        assert document.text.endswith(said) or body is broken


def test_a_letter_cut_in_two_by_encoded_words_is_whole_again(tmp_path: Path) -> None:
    raw = SUBJECT.encode()
    cut = raw.index("ở".encode()) + 1
    said = b" ".join(
        b"=?utf-8?Q?" + b"".join(b"=%02X" % byte for byte in part) + b"?=" for part in (raw[:cut], raw[cut:])
    )
    assert read(tmp_path, RAW % (said.replace(b"? =?", b"?\r\n =?"), b"", b"Xin chao")).title == SUBJECT


def test_html_is_read_where_there_is_no_plain_text_or_only_a_stub(tmp_path: Path) -> None:
    said = ["Kính gửi các cơ quan báo chí,", "Ngày 5/3/2019, hai bên đã ký quy chế phối hợp.", "Trân trọng,",
            "Phòng Truyền thông", "ĐT: 024"]  # fmt: skip
    for stub in ("", "Xem bằng HTML."):
        mail = letter(stub)
        mail.add_alternative(PAGE, subtype="html")
        assert [text for _, text in blocks(read(tmp_path, bytes(mail)))][1:] == said
    only = letter()
    only.set_content(PAGE, subtype="html")
    assert [text for _, text in blocks(read(tmp_path, bytes(only)))][1:] == said


def test_plain_text_is_taken_before_html_and_neither_twice(tmp_path: Path) -> None:
    mail = letter()
    mail.add_alternative(PAGE, subtype="html")
    assert read(tmp_path, bytes(mail)).text.count("quy chế phối hợp.") == 1
    assert "024" not in read(tmp_path, bytes(mail)).text


def test_quoted_words_are_kept_and_soft_line_ends_joined(tmp_path: Path) -> None:
    mail = letter("Xin gửi lại.\n\n> Hai bên đã ký\n> > quy chế.\n")
    assert [text for _, text in blocks(read(tmp_path, bytes(mail)))][1:] == [
        "Xin gửi lại.",
        "Hai bên đã ký",
        "quy chế.",
    ]
    flowed = RAW % (b"Thu", b"; charset=utf-8; format=flowed", "Hai bên đã \r\nký quy chế.\r\nHết.".encode())
    assert [text for _, text in blocks(read(tmp_path, flowed))][1:] == ["Hai bên đã ký quy chế.", "Hết."]


def with_attachments() -> EmailMessage:
    mail = letter()
    mail.add_attachment(docx(p(SAID)), "application", "octet-stream", filename="Thỏa thuận.docx")
    mail.add_attachment(b"Hai.", "text", "plain", filename="a.txt")
    mail.add_attachment(b"Ba.", "text", "plain", filename="../A.txt")
    mail.add_attachment(letter("Thư cũ, hai bên đã ký kết.", "Về việc ký kết"))
    mail.add_attachment(b"\x78\x9f\x3e\x22", "application", "ms-tnef", filename="winmail.dat")
    mail.add_attachment(b"x", "application", "pkcs7-signature", filename="smime.p7s")
    return mail


def test_what_is_attached_is_documents_of_their_own(tmp_path: Path) -> None:
    data = bytes(with_attachments())
    contents = opened(tmp_path, data)
    assert contents.members == ("Thỏa thuận.docx", "a.txt", "A (2).txt", "Về việc ký kết.eml", "winmail.dat")
    assert contents.document is not None
    assert SAID not in contents.document.text
    assert "Thư cũ" not in contents.document.text
    assert read(tmp_path, data, "a.eml", "Thỏa thuận.docx").text == SAID
    assert read(tmp_path, data, "a.eml", "A (2).txt").text == "Ba."
    forwarded = read(tmp_path, data, "a.eml", "Về việc ký kết.eml")
    assert (forwarded.path, forwarded.title, forwarded.published_on) == (
        "a.eml/Về việc ký kết.eml", "Về việc ký kết", "2019-03-06",
    )  # fmt: skip
    with pytest.raises(UnsupportedError, match=r"^a\.eml/winmail\.dat: "):
        read(tmp_path, data, "a.eml", "winmail.dat")
    with pytest.raises(DocumentError, match="no such attachment"):
        read(tmp_path, data, "a.eml", "b.txt")
    with pytest.raises(LimitError, match="5 is over the limit members of 4"):
        ingest.contents_of(tmp_path / "a.eml", "a.eml", ReadOptions(limits=Limits(members=4)))


def test_file_names_are_read_however_programs_wrote_them(tmp_path: Path) -> None:
    names = (
        b"filename*=utf-8''Bi%C3%AAn%20b%E1%BA%A3n.txt", b'filename="=?utf-8?Q?Bi=C3=AAn_b=E1=BA=A3n.txt?="',
        'filename="Biên bản.txt"'.encode(), b"filename*0*=utf-8''Bi%C3%AAn; filename*1*=%20b%E1%BA%A3n.txt",
    )  # fmt: skip
    for name in names:
        part = (
            b"--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; "
            + name
            + b"\r\n\r\nMot.\r\n"
        )
        data = b"From: a@b.vn\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + part + b"--x--\r\n"
        assert opened(tmp_path, data).members == ("Biên bản.txt",)
        assert read(tmp_path, data, "a.eml", "Biên bản.txt").text.strip() == "Mot."


def test_pictures_shown_in_the_text_are_told_and_others_are_documents(tmp_path: Path) -> None:
    mail = letter()
    mail.add_alternative('<p>Xin chào</p><img src="cid:logo@x">', subtype="html")
    mail.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<logo@x>", filename="logo.png")  # type: ignore[union-attr, index]
    mail.add_attachment(b"\x89PNG", "image", "png", cid="<scan@x>", filename="scan.png")
    contents = opened(tmp_path, bytes(mail))
    assert contents.members == ("scan.png",)
    assert contents.document is not None
    assert contents.document.warnings == ("mail: pictures shown in its text are not read: 1",)


def test_a_mail_without_words_is_only_what_is_attached(tmp_path: Path) -> None:
    mail = letter(" \n", "")
    with pytest.raises(EmptyDocumentError, match=r"^a\.eml: "):
        opened(tmp_path, bytes(mail))
    mail.add_attachment("Một.".encode(), "text", "plain", filename="a.txt")
    assert opened(tmp_path, bytes(mail)) == Contents(None, ("a.txt",))


def test_sealed_and_endless_mails_are_refused(tmp_path: Path) -> None:
    sealed = b"From: a@b.vn\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nx"
    with pytest.raises(EncryptedDocumentError, match=r"^a\.eml: .*encrypted"):
        opened(tmp_path, sealed)
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (at, at) for at in range(3000))
    with pytest.raises(BrokenDocumentError, match=r"^a\.eml: .*nest too deep"):
        opened(tmp_path, b"From: a@b.vn\r\n" + deep)


def test_a_page_of_any_depth_in_a_mail_is_read(tmp_path: Path) -> None:
    page = "<div>" * 5000 + SAID + "</div>" * 5000
    assert SAID in read(tmp_path, RAW.replace(b"plain", b"html") % (b"Thu", b"; charset=utf-8", page.encode())).text


def outlook(**more: object) -> bytes:
    """A mail as Outlook saves it: with a picture, a text and a forwarded mail attached."""
    inner = {**properties(24, {0x0037: "Thư chuyển", 0x1000: SAID, 0x0C1A: "Ông A"})}
    attached = {
        "__attach_version1.0_#00000000": properties(8, {0x3705: 1, 0x3707: "Thỏa thuận.docx", 0x3701: docx(p(SAID))}),
        "__attach_version1.0_#00000001": {
            **properties(8, {0x3705: 5, 0x3001: "Thư chuyển"}), "__substg1.0_3701000D": inner,
        },
        "__attach_version1.0_#00000002": properties(8, {0x3705: 2, 0x3707: "lien ket.pdf"}),
    }  # fmt: skip
    told: dict[int, str | bytes | int | datetime] = {
        0x0037: SUBJECT, 0x1000: BODY.replace("\n", "\r\n"), 0x0C1A: 'Văn phòng "Sở Y tế"', 0x5D01: "vp@soyte.gov.vn",
        0x0039: datetime(2019, 3, 5, 19, 30, tzinfo=UTC), 0x340D: 0x00040000,
    }  # fmt: skip
    return ole({**properties(32, {**told, **more}), **attached})  # type: ignore[dict-item]


def test_a_mail_of_outlook_is_read_like_any_other(tmp_path: Path) -> None:
    contents = opened(tmp_path, outlook(), "a.msg")
    assert contents.members == ("Thỏa thuận.docx", "Thư chuyển.eml", "lien ket.pdf")
    document = contents.document
    assert document is not None
    assert [text for _, text in blocks(document)] == [SUBJECT, *(line for line in BODY.split("\n") if line)]
    assert (document.source, document.published_on) == ("Văn phòng Sở Y tế", "2019-03-06")
    assert document.media_type == "application/vnd.ms-outlook"
    assert read(tmp_path, outlook(), "a.msg", "Thỏa thuận.docx").text == SAID
    forwarded = read(tmp_path, outlook(), "a.msg", "Thư chuyển.eml")
    assert [text for _, text in blocks(forwarded)] == ["Thư chuyển", SAID]
    with pytest.raises(EmptyDocumentError, match=r"^a\.msg/lien ket\.pdf: the file is empty"):
        read(tmp_path, outlook(), "a.msg", "lien ket.pdf")


def test_html_of_outlook_is_read_in_the_encoding_that_it_tells(tmp_path: Path) -> None:
    told = {0x0037: "Thư", 0x1013: PAGE.encode(), 0x3FDE: 65001, 0x340D: 0x00040000}
    document = read(tmp_path, ole(properties(32, told)), "a.msg")  # type: ignore[arg-type]
    assert "Ngày 5/3/2019, hai bên đã ký quy chế phối hợp." in document.text


def test_a_damaged_mail_of_outlook_is_told_as_broken(tmp_path: Path) -> None:
    data = outlook()
    for broken in (data[:3000], data.replace(b"__substg1.0_1000001F".decode().encode("utf-16-le"), b"x" * 40)):
        with pytest.raises(BrokenDocumentError, match=r"^a\.msg: .*damaged"):
            opened(tmp_path, broken, "a.msg")
    with pytest.raises(LimitError, match="over the limit unpacked_bytes"):
        ingest.contents_of(tmp_path / "a.msg", "a.msg", ReadOptions(limits=Limits(unpacked_bytes=10)))


HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The example of MS-OXRTFCP 4.1.1, and what it is packed from."""
SAID_HELLO = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_packed_rich_text_is_unpacked() -> None:
    assert unpacked(HELLO) == SAID_HELLO
    plain = struct.pack("<IIII", len(SAID_HELLO) + 12, len(SAID_HELLO), 0x414C454D, 0) + SAID_HELLO
    assert unpacked(plain) == SAID_HELLO
    repeated = b"\x20abcde" + struct.pack(">H", 207 << 4 | 13) + b"!"  # a reference to what it writes itself
    assert unpacked(struct.pack("<IIII", 0, 21, 0x75465A4C, 0) + repeated) == b"abcde" + b"abcdeabcdeabcde" + b"!"
    for broken in (b"", b"x" * 20):
        with pytest.raises(ValueError, match="rich text"):
            unpacked(broken)


def test_the_rich_text_of_a_mail_without_other_words_is_a_document_inside_it(tmp_path: Path) -> None:
    told = {0x0037: "Thư", 0x1009: HELLO, 0x340D: 0x00040000}
    assert opened(tmp_path, ole(properties(32, told)), "a.msg").members == ("message.rtf",)  # type: ignore[arg-type]
    assert opened(tmp_path, ole(properties(32, {**told, 0x1000: SAID})), "a.msg").members == ()  # type: ignore[arg-type]
