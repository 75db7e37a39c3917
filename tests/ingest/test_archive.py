from __future__ import annotations

import io
import struct
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from camket import ingest
from camket.errors import (
    BrokenDocumentError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    LimitError,
    UnsupportedError,
)
from camket.ingest import Limits, ReadOptions
from camket.ingest.archives.archive import member, members
from tests.ingest.office import packed, read

TEXT = "Ngày 5/3/2019, hai sở đã ký quy chế phối hợp."


def saved(folder: Path, data: bytes) -> Path:
    (folder / "a.zip").write_bytes(data)
    return folder / "a.zip"


def limited(**limits: int) -> ReadOptions:
    return ReadOptions(limits=Limits(**limits))


def test_the_documents_of_an_archive_are_named_and_read_one_by_one(tmp_path: Path) -> None:
    path = saved(tmp_path, packed({"thang 5/": "", "thang 5/tin.txt": TEXT, "b.txt": "Hai."}))
    contents = ingest.contents_of(path, "a.zip")
    assert contents.document is None
    assert contents.members == ("thang 5/tin.txt", "b.txt") == ingest.members_of(path, "a.zip")
    document = ingest.read(path, "a.zip/thang 5/tin.txt", inner=("thang 5/tin.txt",))
    assert (document.path, document.text) == ("a.zip/thang 5/tin.txt", TEXT)
    assert ingest.contents_of(path, "a.zip/b.txt", inner=("b.txt",)).members == ()


def test_archives_and_mails_inside_each_other_are_reached_by_the_chain_of_their_names(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail.set_content("Gửi anh chị.")
    mail.add_attachment(packed({"tin.txt": TEXT}), "application", "zip", filename="trong.zip")
    path = saved(tmp_path, packed({"thu.eml": bytes(mail)}))
    chain = ("thu.eml", "trong.zip", "tin.txt")
    assert ingest.members_of(path, "a.zip/thu.eml", inner=chain[:1]) == ("trong.zip",)
    assert ingest.read(path, "a.zip/thu.eml/trong.zip/tin.txt", inner=chain).text == TEXT
    with pytest.raises(LimitError, match=r"^a\.zip/thu.eml/trong.zip/tin.txt: 3 is over the limit nesting of 2"):
        ingest.read(path, "a.zip/thu.eml/trong.zip/tin.txt", limited(nesting=2), chain)


def test_an_archive_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    for said in ("Một.", "Hai hai."):
        path = saved(tmp_path, packed({"a.txt": said}))
        assert ingest.read(path, "a.zip/a.txt", inner=("a.txt",)).text == said


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x.txt", "x.txt"),
        ("/etc/x.txt", "etc/x.txt"),
        ("C:\\Tin\\x.txt", "Tin/x.txt"),
        ("a/./b//x.txt", "a/b/x.txt"),
        ("a\nb.txt", "a b.txt"),
        ("Biên bản.txt", "Biên bản.txt"),
        ("..", "member"),
        ("x" * 300 + ".txt", "x" * 176 + ".txt"),
    ],
)
def test_names_that_climb_out_or_cannot_be_names_are_made_safe(name: str, safe: str) -> None:
    data = packed({name: TEXT})
    assert members(data, "a.zip", ReadOptions()) == (safe,)
    assert member(data, "a.zip", safe, ReadOptions()).decode() == TEXT


def test_names_are_never_twice_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    files = {
        "a.txt": "một",
        "b/../a.txt": "hai",
        "A.TXT": "ba",
        "__MACOSX/._a.txt": "x",
        ".DS_Store": "x",
        "Thumbs.db": "x",
    }
    path = saved(tmp_path, packed(dict(files)))
    assert ingest.members_of(path, "a.zip") == ("a.txt", "b/a.txt", "A (2).TXT")
    assert ingest.read(path, "a.zip/A (2).TXT", inner=("A (2).TXT",)).text == "ba"


def entry(name: bytes, extra: bytes = b"") -> bytes:
    """A zip file of one empty entry whose name is these bytes, with no word on their encoding."""
    sizes = struct.pack("<IIIHH", 0, 0, 0, len(name), len(extra))
    local = struct.pack("<IHHHHH", 0x04034B50, 20, 0, 0, 0, 33) + sizes + name + extra
    central = struct.pack("<IHHHHHH", 0x02014B50, 20, 20, 0, 0, 0, 33) + sizes + b"\0" * 14 + name + extra
    return local + central + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central), len(local), 0)


def in_extra(name: str, raw: bytes) -> bytes:
    told = struct.pack("<BI", 1, zlib.crc32(raw)) + name.encode()
    return struct.pack("<HH", 0x7075, len(told)) + told


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (entry("Biên bản ký kết.txt".encode()), "Biên bản ký kết.txt"),
        (entry("Hôi Nông dân.txt".encode("cp1258")), "Hôi Nông dân.txt"),
        (entry(b"Bi\x88n.txt"), "Biên.txt"),
        (entry(b"B?n.txt", in_extra("Bản.txt", b"B?n.txt")), "B_n.txt"),
        (entry(b"B\xfcn.txt", in_extra("Bản.txt", b"B\xfcn.txt")), "Bản.txt"),
    ],
)
def test_names_in_old_code_pages_are_read_as_vietnamese(data: bytes, name: str) -> None:
    assert members(data, "a.zip", ReadOptions()) == (name,)


def test_a_bomb_is_refused_by_what_it_unpacks_to_and_not_by_what_it_says(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": "a" * 3_000_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        data[data.index(mark) + at : data.index(mark) + at + 4] = struct.pack("<I", 5)
    path = saved(tmp_path, packed({"a.txt": "a" * 3_000_000}))
    with pytest.raises(LimitError, match=r"^a\.zip/a\.txt: .* over the limit unpacked_bytes of 1,000,000; raise it"):
        ingest.read(path, "a.zip/a.txt", limited(unpacked_bytes=1_000_000), ("a.txt",))
    with pytest.raises(DocumentError, match=r"^a\.zip/a\.txt: "):
        ingest.read(saved(tmp_path, bytes(data)), "a.zip/a.txt", inner=("a.txt",))


def test_an_archive_of_too_many_documents_is_told_by_the_limit(tmp_path: Path) -> None:
    path = saved(tmp_path, packed({f"{number}.txt": "x" for number in range(5)}))
    with pytest.raises(LimitError, match=r"^a\.zip: 5 is over the limit members of 4"):
        ingest.members_of(path, "a.zip", limited(members=4))


def test_an_archive_inside_itself_ends_at_the_limit(tmp_path: Path) -> None:
    data = packed({"tin.txt": TEXT})
    for _ in range(6):
        data = packed({"r.zip": data})
    path, inside = saved(tmp_path, data), "/r.zip"
    for depth in range(5):
        assert ingest.members_of(path, "a.zip" + inside * depth, inner=("r.zip",) * depth) == ("r.zip",)
    with pytest.raises(LimitError, match="5 is over the limit nesting of 4"):
        ingest.members_of(path, "a.zip" + inside * 5, inner=("r.zip",) * 5)


def test_what_cannot_be_opened_is_told_with_its_whole_name(tmp_path: Path) -> None:
    locked = bytearray(packed({"a.txt": TEXT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    with pytest.raises(EncryptedDocumentError, match=r"^a\.zip/a\.txt: .* password"):
        ingest.read(saved(tmp_path, bytes(locked)), "a.zip/a.txt", inner=("a.txt",))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as file:
        file.writestr("a.txt", TEXT)
    with pytest.raises(BrokenDocumentError, match=r"^a\.zip/a\.txt: .*damaged"):
        ingest.read(saved(tmp_path, stored.getvalue().replace(b"2019", b"2020")), "a.zip/a.txt", inner=("a.txt",))
    with pytest.raises(DocumentError, match="no such document"):
        ingest.read(saved(tmp_path, packed({"a.txt": TEXT})), "a.zip/b.txt", inner=("b.txt",))
    with pytest.raises(EmptyDocumentError, match=r"^a\.zip/a\.txt: the file is empty"):
        ingest.read(saved(tmp_path, packed({"a.txt": ""})), "a.zip/a.txt", inner=("a.txt",))
    with pytest.raises(EmptyDocumentError, match=r"^a\.zip: there is no document"):
        ingest.contents_of(saved(tmp_path, packed({".x": "x"})), "a.zip")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UnsupportedError, match=r"^a\.txt: there are no documents inside"):
        ingest.read(tmp_path / "a.txt", "a.txt/b.txt", inner=("b.txt",))


def test_an_archive_is_no_document_by_itself(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedError, match=r"^a\.zip: this is an archive; unpack it"):
        read(tmp_path, "a.zip", packed({"a.txt": TEXT}))


def test_a_file_packed_by_a_method_of_old_is_told_as_unsupported(tmp_path: Path) -> None:
    imploded = bytearray(packed({"a.txt": TEXT.encode()}))
    for at in (imploded.index(b"PK\x03\x04") + 8, imploded.index(b"PK\x01\x02") + 10):
        imploded[at : at + 2] = (6).to_bytes(2, "little")
    with pytest.raises(UnsupportedError, match="pack it anew"):
        ingest.read(saved(tmp_path, bytes(imploded)), "a.zip/a.txt", inner=("a.txt",))
