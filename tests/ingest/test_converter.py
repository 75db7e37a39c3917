from __future__ import annotations

import os
import socket
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from camket.errors import BrokenDocumentError, EncryptedDocumentError, LimitError, NoConverterError
from camket.ingest import Limits
from camket.ingest.office import converter
from tests.ingest.office import blocks, docx, p, packed, read
from tests.ingest.ole import doc
from tests.ingest.test_word import ARTICLES, OLD_BOX, OPENING, listed, section

needs_soffice = pytest.mark.skipif(converter.program() is None, reason="LibreOffice is not installed")

RTF = (
    r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}}"
    r"\pard Hai b\u234?n k\u253? k\u7871?t th\u7887?a thu\u7853?n h\u7907?p t\u225?c to\u224?n di\u7879?n.\par"
    r"\pard\f1 Hai b\'aan\par}"
)
ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    ),
    "content.xml": (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
        f"<text:h text:outline-level='1'>Ký kết hợp tác</text:h><text:p>{OPENING}</text:p>"
        "</office:text></office:body></office:document-content>"
    ),
}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program on PATH in LibreOffice's place, to be written by the test; `$out` is where it should put its .docx."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder / "soffice"


def does(program: Path, script: str) -> None:
    program.write_text(
        f'#!/bin/sh\nout=out/document.docx\nlog={program.parent}/log\necho "$@" >> $log\n{script}\n', encoding="utf-8"
    )
    program.chmod(0o755)


def test_without_libreoffice_its_files_are_told_and_how_to_read_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, data in (("a.doc", doc()), ("a.rtf", RTF.encode()), ("a.odt", packed(dict(ODT)))):
        with pytest.raises(NoConverterError, match=rf"^{name}: .* install Debian's libreoffice-writer-nogui") as caught:
            read(tmp_path, name, data)
        assert caught.value.reason == "no_converter"


def test_a_converted_file_is_the_document_that_came_of_it_under_its_own_type_and_id(
    tmp_path: Path, program: Path
) -> None:
    (tmp_path / "made.docx").write_bytes(docx(p(OPENING)))
    does(program, f"mkdir -p out; cp {tmp_path}/made.docx $out")
    document = read(tmp_path, "a.rtf", RTF.encode())
    other = read(tmp_path, "b.rtf", RTF.encode() + b"\n")
    assert (document.text, document.media_type) == (OPENING, "application/rtf")
    assert document.id != other.id
    call = (program.parent / "log").read_text(encoding="utf-8")
    assert "--headless" in call
    assert "-env:UserInstallation=file:///" in call


def test_a_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path, program: Path) -> None:
    does(program, f"sleep 60 &\necho $! > {tmp_path}/child\nwait")
    with pytest.raises(LimitError, match=r"^a\.rtf: .* convert_seconds of 1; raise it with --limit convert_seconds=2"):
        read(tmp_path, "a.rtf", RTF.encode(), convert_seconds=1)
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    for _ in range(100):
        if not _runs(child):
            break
        time.sleep(0.05)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether the process is there, and no zombie that only waits to be counted."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("script", ["exit 0", "exit 81", "kill -SEGV $$", "mkdir -p out; : > $out"])
def test_a_program_that_makes_nothing_is_tried_again_and_told(script: str, tmp_path: Path, program: Path) -> None:
    does(program, script)
    with pytest.raises(BrokenDocumentError, match=r"^a\.rtf: LibreOffice could not convert"):
        read(tmp_path, "a.rtf", RTF.encode())
    assert len((program.parent / "log").read_text(encoding="utf-8").splitlines()) == 2


def test_a_first_start_that_writes_nothing_costs_only_a_second_one(tmp_path: Path, program: Path) -> None:
    (tmp_path / "made.docx").write_bytes(docx(p(OPENING)))
    does(program, f"[ -e profile/seen ] && mkdir -p out && cp {tmp_path}/made.docx $out; : > profile/seen")
    assert read(tmp_path, "a.rtf", RTF.encode()).text == OPENING


def test_what_comes_out_is_held_to_the_limits_and_must_be_a_word_file(tmp_path: Path, program: Path) -> None:
    does(program, "mkdir -p out; head -c 3000 /dev/zero > $out")
    with pytest.raises(LimitError, match="over the limit unpacked_bytes of 1,000"):
        read(tmp_path, "a.rtf", RTF.encode(), unpacked_bytes=1000)
    with pytest.raises(BrokenDocumentError, match=r"^a\.rtf: "):
        read(tmp_path, "a.rtf", RTF.encode())


def test_files_with_a_password_are_told_before_anything_is_started(tmp_path: Path, program: Path) -> None:
    does(program, "exit 1")
    sealed = dict(ODT) | {
        "META-INF/manifest.xml": ODT["META-INF/manifest.xml"].replace(
            "/>", "><manifest:encryption-data/></manifest:file-entry>", 1
        )
    }
    for name, data in (("a.doc", doc(flags=0x0100)), ("a.odt", packed(sealed))):
        with pytest.raises(EncryptedDocumentError, match=rf"^{name}: .* password"):
            read(tmp_path, name, data)
    bomb = packed({**ODT, "Pictures/a.png": b"\0" * 3_000_000})
    with pytest.raises(LimitError, match="over the limit unpacked_bytes of 1,000,000"):
        read(tmp_path, "a.odt", bomb, unpacked_bytes=1_000_000)
    assert not (program.parent / "log").exists()


@needs_soffice
def test_rich_text_that_was_cut_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    for name, cut in (("a.rtf", RTF[: RTF.index(r"to\u224")]), ("b.rtf", RTF[:-1] + "\0" * 600)):
        document = read(tmp_path, name, cut.encode())
        assert document.text.startswith("Hai bên ký kết thỏa thuận hợp tác")
        assert document.warnings[0] == "damaged: a part of this file is lost; what was found of it is read"


@needs_soffice
def test_rich_text_is_read_with_the_names_of_its_fonts(tmp_path: Path) -> None:
    document = read(tmp_path, "a.rtf", RTF.encode())
    assert blocks(document)[0][1] == "Hai bên ký kết thỏa thuận hợp tác toàn diện."
    made = converter.to_docx(RTF.encode(), ".rtf", "a.rtf", Limits())
    (tmp_path / "made.docx").write_bytes(made)
    with zipfile.ZipFile(tmp_path / "made.docx") as file:
        assert b'w:ascii=".VnTime"' in file.read("word/document.xml")


@needs_soffice
def test_a_text_of_libreoffice_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, "a.odt", packed(dict(ODT)))
    assert blocks(document) == [("headline", "Ký kết hợp tác"), ("paragraph", OPENING)]
    assert document.media_type == "application/vnd.oasis.opendocument.text"


def old_form(folder: Path, data: bytes) -> bytes:
    """The .docx file `data` as LibreOffice saves it for old Word."""
    (folder / "source.docx").write_bytes(data)
    soffice = converter.program()
    assert soffice
    for _ in range(2):
        subprocess.run(
            [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "doc",
             "--outdir", str(folder), str(folder / "source.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        if (folder / "source.doc").exists():
            break
    return (folder / "source.doc").read_bytes()


@needs_soffice
def test_an_old_word_file_keeps_numbers_notes_boxes_and_heads(tmp_path: Path) -> None:
    notes = f'<w:footnote w:id="2">{p("Theo tỷ giá ngày ký.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    sized = OLD_BOX.replace("<v:shape>", '<v:shape style="width:90pt;height:40pt">')
    body = (
        p("Thỏa thuận hợp tác")
        + p(OPENING, mark)
        + listed("Mục đích")
        + listed("Kinh phí")
        + p("Hai bên:", f"<w:r>{sized}</w:r>")
    )
    source = docx(body + section("header1:default"), numbering=ARTICLES, footnotes=notes, header1=p("Số: 15/BB"))
    document = read(tmp_path, "a.doc", old_form(tmp_path, source))
    assert [text for _, text in blocks(document)] == [
        "Số: 15/BB", "Thỏa thuận hợp tác", OPENING, "Điều 1. Mục đích", "Điều 2. Kinh phí", "Hai bên:",
        "Trong khung: ký ngày 5/3/2019", "Dòng hai", "[1] Theo tỷ giá ngày ký.",
    ]  # fmt: skip
    assert document.media_type == "application/msword"


@needs_soffice
def test_a_document_does_not_reach_the_network_through_the_converter(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        picture = (
            '<text:p><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" text:anchor-type="as-char">'
            f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://127.0.0.1:{server.getsockname()[1]}/a.png" '
            'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text>'
        )
        document = read(
            tmp_path, "a.odt", packed(ODT | {"content.xml": ODT["content.xml"].replace("</office:text>", picture)})
        )
        assert OPENING in document.text
        with pytest.raises(TimeoutError):
            server.accept()
