from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from camket import ingest
from camket.errors import BrokenDocumentError, DocumentError, EmptyDocumentError, LimitError
from camket.ingest import Limits, ReadOptions
from camket.ingest.archives.tars import member, members
from camket.ingest.kinds import kind_of
from tests.ingest.office import packed

TEXT = "Ngày 5/3/2019, hai sở đã ký quy chế phối hợp."
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".tar": bytes, ".tar.gz": gzip.compress, ".tgz": gzip.compress, ".tar.bz2": bz2.compress, ".tar.xz": lzma.compress,
}  # fmt: skip


def tar(files: Mapping[str, bytes | str], kind: bytes = tarfile.REGTYPE, encoding: str = "utf-8") -> bytes:
    """An archive of the files, or of entries of another kind."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT, encoding=encoding) as archive:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd" if kind != tarfile.REGTYPE else ""
            info.size = len(data) if kind == tarfile.REGTYPE else 0
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def limited(**limits: int) -> ReadOptions:
    return ReadOptions(limits=Limits(**limits))


@pytest.mark.parametrize("suffix", PACKERS)
def test_the_documents_of_an_archive_are_named_and_read_one_by_one(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(PACKERS[suffix](tar({"thang 5/tin.txt": TEXT, "b.txt": "Hai.", ".DS_Store": "x"})))
    contents = ingest.contents_of(path, path.name)
    assert contents.document is None
    assert contents.members == ("thang 5/tin.txt", "b.txt")
    for name, text in (("thang 5/tin.txt", TEXT), ("b.txt", "Hai.")):
        assert ingest.read(path, f"{path.name}/{name}", inner=(name,)).text == text


@pytest.mark.parametrize("name", ["tin.txt.gz", "tin.txt"])
def test_a_lone_file_that_was_packed_is_a_document_by_itself(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(gzip.compress(TEXT.encode()))
    assert ingest.members_of(tmp_path / name, name) == ("tin.txt",)
    assert ingest.read(tmp_path / name, f"{name}/tin.txt", inner=("tin.txt",)).text == TEXT


def test_archives_of_all_kinds_stand_inside_each_other_up_to_the_limit(tmp_path: Path) -> None:
    data = packed({"trong.tgz": gzip.compress(tar({"sau.tar.xz": lzma.compress(tar({"tin.txt": TEXT}))}))})
    (tmp_path / "a.zip").write_bytes(data)
    chain = ("trong.tgz", "sau.tar.xz", "tin.txt")
    name = "a.zip/" + "/".join(chain)
    assert ingest.read(tmp_path / "a.zip", name, inner=chain).text == TEXT
    with pytest.raises(LimitError, match="3 is over the limit nesting of 2"):
        ingest.read(tmp_path / "a.zip", name, limited(nesting=2), chain)


@pytest.mark.parametrize(("name", "safe"), [("../../x.txt", "x.txt"), ("/etc/x.txt", "etc/x.txt")])
def test_names_that_climb_out_are_made_safe(name: str, safe: str) -> None:
    assert members(tar({name: TEXT}), "a.tar", ReadOptions()) == (safe,)


def test_names_in_old_code_pages_are_read_as_vietnamese() -> None:
    data = tar({"Hôi Nông dân.txt": TEXT}, encoding="cp1258")
    assert members(data, "a.tar", ReadOptions()) == ("Hôi Nông dân.txt",)
    assert member(data, "a.tar", "Hôi Nông dân.txt", ReadOptions()).decode() == TEXT


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_links_devices_and_folders_are_no_documents(kind: bytes) -> None:
    with pytest.raises(EmptyDocumentError, match=r"^a\.tar: there is no document"):
        members(tar({"a.txt": ""}, kind), "a.tar", ReadOptions())


def test_bombs_and_crowds_are_told_by_their_limit() -> None:
    bomb = gzip.compress(tar({"a.txt": b"a" * 3_000_000}))
    with pytest.raises(LimitError, match="over the limit unpacked_bytes of 1,000,000; raise it"):
        members(bomb, "a.tgz", limited(unpacked_bytes=1_000_000))
    with pytest.raises(LimitError, match=r"^a\.tar: 5 is over the limit members of 4"):
        members(tar({f"{at}.txt": "x" for at in range(9)}), "a.tar", limited(members=4))


def test_damaged_archives_are_told_with_a_way_out() -> None:
    whole = gzip.compress(tar({"a.txt": TEXT * 100}))
    for data in (whole[:-40], whole[:30] + b"\0" * 20 + whole[50:]):
        with pytest.raises(BrokenDocumentError, match=r"^a\.tgz: this archive is damaged; pack it again"):
            members(data, "a.tgz", ReadOptions())
    with pytest.raises(BrokenDocumentError, match="damaged"):
        member(tar({"a.txt": TEXT * 100})[:600], "a.tar", "a.txt", ReadOptions())
    with pytest.raises(BrokenDocumentError, match="damaged"):
        members(TEXT.encode(), "a.tar", ReadOptions())
    with pytest.raises(DocumentError, match="no such document"):
        member(whole, "a.tgz", "b.txt", ReadOptions())


def test_an_archive_is_known_by_what_it_holds() -> None:
    made = tar({"a.txt": TEXT})
    assert kind_of(made, "a.pdf") == ".tar"
    assert [kind_of(pack(made), "a") for pack in (gzip.compress, bz2.compress, lzma.compress)] == [".gz", ".bz2", ".xz"]
