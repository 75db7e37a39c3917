from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from camket import ingest
from camket.errors import BrokenDocumentError, EmptyDocumentError, LimitError, NeedsOcrError, UnsupportedError
from camket.ingest import ReadOptions
from tests.conftest import needs_ocr
from tests.ingest.office import blocks, docx, p, packed, read

OPENING = "Hai đơn vị thống nhất ký kết thỏa thuận hợp tác toàn diện trong năm năm tới."


def texts(folder: Path, data: bytes) -> list[str]:
    return [text for _, text in blocks(read(folder, "a.docx", data))]


def level(depth: int, kind: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def listed(*words: str, depth: int = 0, number: int = 1) -> str:
    return p(*words, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


ARTICLES = (
    '<w:abstractNum w:abstractNumId="7">' + level(0, "decimal", "Điều %1.") + level(1, "decimal", "%1.%2.")
    + level(2, "lowerLetter", "%3)") + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + level(0, "upperRoman", "%1.") + level(1, "bullet", "-") + level(2, "bullet", "\uf0b7")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)  # fmt: skip


def test_numbers_that_word_writes_by_itself_stand_in_the_text(tmp_path: Path) -> None:
    body = (
        listed("Mục đích") + listed("Đào tạo", depth=1) + listed("cán bộ", depth=2) + listed("học viên", depth=2)
        + listed("Trao đổi", depth=1) + listed("tài liệu", depth=2) + p("Hai bên:") + listed("Kinh phí")
        + listed("Mỗi bên tự lo", depth=1)
    )  # fmt: skip
    assert texts(tmp_path, docx(body, numbering=ARTICLES)) == [
        "Điều 1. Mục đích", "1.1. Đào tạo", "a) cán bộ", "b) học viên", "1.2. Trao đổi", "a) tài liệu", "Hai bên:",
        "Điều 2. Kinh phí", "2.1. Mỗi bên tự lo",
    ]  # fmt: skip


def test_roman_numbers_and_bullets_are_written_and_items_are_items(tmp_path: Path) -> None:
    body = (
        listed("Nội dung", number=2) + listed("cấp học bổng", depth=1, number=2) + listed("cho mượn", depth=2, number=2)
        + listed("Kinh phí", number=2)
    )  # fmt: skip
    found = blocks(read(tmp_path, "a.docx", docx(p(OPENING) + body, numbering=ARTICLES)))[1:]
    assert [text for _, text in found] == ["I. Nội dung", "- cấp học bổng", "• cho mượn", "II. Kinh phí"]
    assert {kind for kind, _ in found} <= {"list_item", "heading"}


def test_a_list_that_starts_anew_does_and_one_that_does_not_goes_on(tmp_path: Path) -> None:
    body = listed("Một") + listed("Hai") + listed("Anew", number=3) + listed("Anew two", number=3)
    assert [text[:7] for text in texts(tmp_path, docx(body, numbering=ARTICLES))] == [
        "Điều 1.", "Điều 2.", "Điều 1.", "Điều 2.",
    ]  # fmt: skip


def test_numbers_given_by_a_style_or_by_the_style_it_is_based_on_are_written(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="Khoan"/><w:basedOn w:val="D"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1">' + level(0, "decimal", "Điều %1:", '<w:pStyle w:val="D"/>')
        + '</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    )  # fmt: skip
    body = p("Phạm vi", properties='<w:pStyle w:val="D"/>') + p("Kinh phí", properties='<w:pStyle w:val="K"/>')
    off = p("Không đánh số", properties='<w:pStyle w:val="D"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(tmp_path, docx(body + off, styles=styles, numbering=numbering)) == [
        "Điều 1: Phạm vi", "Điều 2: Kinh phí", "Không đánh số",
    ]  # fmt: skip


def test_a_paragraph_without_words_or_taken_away_shows_no_number(tmp_path: Path) -> None:
    gone = p("<w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del>",
             properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>')  # fmt: skip
    body = listed("Một") + gone + listed("Hai")
    assert texts(tmp_path, docx(body, numbering=ARTICLES)) == ["Điều 1. Một", "Điều 2. Hai"]


def test_tracked_insertions_and_moves_are_kept_and_deletions_dropped(tmp_path: Path) -> None:
    body = p(
        "Bên A hỗ trợ ", "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>3</w:t></w:r></w:ins>",
        " triệu đồng.", "<w:moveFrom><w:r><w:t>Cũ.</w:t></w:r></w:moveFrom>",
        '<w:moveTo><w:r><w:t xml:space="preserve"> Mới.</w:t></w:r></w:moveTo>',
    )  # fmt: skip
    assert texts(tmp_path, docx(body)) == ["Bên A hỗ trợ 3 triệu đồng. Mới."]


BOX = "<w:txbxContent>" + p("Trong khung: ký ngày 5/3/2019") + p("Dòng hai") + "</w:txbxContent>"
NEW_BOX = f"<mc:Choice><w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
OLD_BOX = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "box",
    [
        f"<mc:AlternateContent>{NEW_BOX}<mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent>{NEW_BOX}</mc:AlternateContent>",
        OLD_BOX,
        f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>",
    ],
    ids=["both forms", "of today", "of old", "bare"],
)
def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it(box: str, tmp_path: Path) -> None:
    body = p("Trước ", f"<w:r>{box}</w:r>", "khung.") + p("Sau khung.")
    assert texts(tmp_path, docx(body)) == ["Trước khung.", "Trong khung: ký ngày 5/3/2019", "Dòng hai", "Sau khung."]


def test_a_text_box_that_was_deleted_stays_away(tmp_path: Path) -> None:
    body = p("Trước.", f"<w:del><w:r>{OLD_BOX}</w:r></w:del>")
    assert texts(tmp_path, docx(body)) == ["Trước."]


def test_fields_controls_links_and_formulas_keep_their_words(tmp_path: Path) -> None:
    body = p(
        '<w:fldSimple w:instr="MERGEFIELD Ten"><w:r><w:t xml:space="preserve">Công ty Hoa Sen </w:t></w:r></w:fldSimple>',
        "<w:sdt><w:sdtContent><w:r><w:t>cam kết</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:hyperlink r:id="lost"><w:r><w:t xml:space="preserve"> mua </w:t></w:r></w:hyperlink>',
        "<m:oMath><m:r><m:t>20</m:t></m:r></m:oMath>", " tấn", "<w:r><w:noBreakHyphen/></w:r>", "năm.",
    )  # fmt: skip
    assert texts(tmp_path, docx(body)) == ["Công ty Hoa Sen cam kết mua 20 tấn\u2011năm."]


def test_a_hint_where_a_word_may_be_broken_is_no_part_of_it(tmp_path: Path) -> None:
    body = p("Ma", "<w:r><w:softHyphen/></w:r>", "roc và Việt Nam ký hiệp định.")
    assert texts(tmp_path, docx(body)) == ["Maroc và Việt Nam ký hiệp định."]


def test_footnotes_stand_after_the_text_and_leave_no_marks_in_it(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Theo tỷ giá ngày ký.")}</w:footnote>'
    )
    body = p("Bên A hỗ trợ 5 triệu đô la", mark, " cho trường.") + p("Bên B nhận.")
    ends = f'<w:endnote w:id="3">{p("Chú thích cuối.")}</w:endnote>'
    document = read(tmp_path, "a.docx", docx(body, footnotes=notes, endnotes=ends))
    assert blocks(document) == [
        ("paragraph", "Bên A hỗ trợ 5 triệu đô la cho trường."), ("paragraph", "Bên B nhận."),
        ("paragraph", "[1] Theo tỷ giá ngày ký."), ("paragraph", "[1] Chú thích cuối."),
    ]  # fmt: skip


def section(*named: str, first: bool = False) -> str:
    references = "".join(
        f'<w:{one.rstrip("0123456789")}Reference w:type="{kind}" r:id="{one}"/>'
        for one, kind in (name.split(":") for name in named)
    )
    return f"<w:sectPr>{references}{'<w:titlePg/>' if first else ''}</w:sectPr>"


def test_the_letterhead_of_the_first_page_stands_before_the_body_and_running_heads_are_furniture(
    tmp_path: Path,
) -> None:
    data = docx(
        p("Thỏa thuận hợp tác") + p(OPENING) + section("header1:first", "header2:default", "footer1:default", first=True),
        header1=p("Công ty Hoa Sen") + p("Số: 15/TTHT"), header2=p("Bản tin nội bộ"), footer1=p("Trang 1/3"),
    )  # fmt: skip
    document = read(tmp_path, "a.docx", data)
    assert blocks(document) == [
        ("paragraph", "Công ty Hoa Sen"), ("paragraph", "Số: 15/TTHT"), ("headline", "Thỏa thuận hợp tác"),
        ("paragraph", OPENING), ("furniture", "Bản tin nội bộ"), ("furniture", "Trang 1/3"),
    ]  # fmt: skip
    assert document.title == "Thỏa thuận hợp tác"


def test_of_a_head_on_all_pages_only_number_and_day_are_text(tmp_path: Path) -> None:
    head = p("Bản tin nội bộ") + p("Số: 15/BB") + p("Hà Nội, ngày 5 tháng 3 năm 2019")
    document = read(tmp_path, "a.docx", docx(p(OPENING) + section("header1:default"), header1=head))
    assert [kind for kind, _ in blocks(document)] == ["furniture", "paragraph", "paragraph", "paragraph"]
    assert document.published_on == "2019-03-05"


def test_a_head_that_the_body_says_again_is_text_once(tmp_path: Path) -> None:
    data = docx(p("Số: 15/BB") + p(OPENING) + section("header1:first", first=True), header1=p("SỐ: 15/BB"))
    assert [kind for kind, _ in blocks(read(tmp_path, "a.docx", data))] == ["furniture", "paragraph", "paragraph"]


def test_lines_broken_by_hand_and_columns_parted_by_tabs_stay_apart(tmp_path: Path) -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = (
        p(OPENING) + p("Nơi nhận:", "<w:r><w:br/></w:r>", "- Như trên;") + p("ĐẠI DIỆN BÊN A", tab, tab, "ĐẠI DIỆN BÊN B")
        + p("1.", tab, "Đào tạo") + p("Chức vụ:", tab, "Giám đốc")
    )  # fmt: skip
    assert texts(tmp_path, docx(body))[1:] == [
        "Nơi nhận:", "- Như trên;", "ĐẠI DIỆN BÊN A    ĐẠI DIỆN BÊN B", "1. Đào tạo", "Chức vụ: Giám đốc",
    ]  # fmt: skip


def test_an_item_keeps_its_words_where_a_list_stands_inside_it(tmp_path: Path) -> None:
    body = listed("Nội dung", number=2) + listed("cấp học bổng", depth=1, number=2)
    cell = f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc>{p('Ô hai')}</w:tc></w:tr></w:tbl>"
    found = blocks(read(tmp_path, "a.docx", docx(p(OPENING) + cell, numbering=ARTICLES)))[1:]
    assert found == [("table_cell", "I. Nội dung"), ("table_cell", "- cấp học bổng"), ("table_cell", "Ô hai")]


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_a_row_of_short_cells_is_one_line_and_one_of_long_cells_is_not(tmp_path: Path) -> None:
    table = row(p("Nội dung"), p("Kinh phí")) + row(p("Đào tạo"), p(""), p("5 triệu")) + row(p("A") + p("B"), p("C"))
    document = read(tmp_path, "a.docx", docx(p(OPENING) + f"<w:tbl>{table}</w:tbl>"))
    assert document.text.split("\n")[1:] == ["Nội dung    Kinh phí", "Đào tạo    5 triệu", "A", "B", "C"]
    assert blocks(document)[1:] == [
        ("table_cell", one) for one in ("Nội dung", "Kinh phí", "Đào tạo", "5 triệu", "A", "B", "C")
    ]


def test_a_table_in_a_cell_is_read_once(tmp_path: Path) -> None:
    headed = p("Trong", properties='<w:pStyle w:val="H"/>')
    inner = f"<w:tbl>{row(headed, p('cùng'))}</w:tbl>"
    table = f"<w:tbl>{row(p('Ngoài') + inner + p('sau'), p('Ô hai'))}</w:tbl>"
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    assert texts(tmp_path, docx(table, styles=styles)) == ["Ngoài", "Trong", "cùng", "sau", "Ô hai"]


def test_the_strict_form_of_word_files_is_read(tmp_path: Path) -> None:
    data = docx(listed("Mục đích") + p(OPENING), numbering=ARTICLES)
    (tmp_path / "usual.docx").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "usual.docx") as file:
        parts = {name: file.read(name).replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                 b"http://purl.oclc.org/ooxml/wordprocessingml/main") for name in file.namelist()}  # fmt: skip
    assert texts(tmp_path, packed(dict(parts))) == ["Điều 1. Mục đích", OPENING]


def test_a_part_that_is_too_large_or_a_bomb_is_refused_by_what_it_unpacks_to(tmp_path: Path) -> None:
    bomb = docx(p("a" * 2_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(LimitError, match="over the limit part_bytes of 1,000,000; raise it with --limit part_bytes="):
        read(tmp_path, "a.docx", bomb, part_bytes=1_000_000)
    with pytest.raises(LimitError, match="over the limit unpacked_bytes"):
        read(tmp_path, "a.docx", bomb, unpacked_bytes=1_000_000)


ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    "document",
    ["<w:document", "not XML", "<a/>", ENTITIES, docx("<w:p>" * 3000), f"<d>{'<a>' * 5000}{'</a>' * 5000}</d>"],
    ids=["cut", "text", "no body", "entities", "unclosed", "deep"],
)
def test_damaged_and_hostile_parts_are_told_as_broken(document: str | bytes, tmp_path: Path) -> None:
    data = document if isinstance(document, bytes) else packed({"word/document.xml": document})
    with pytest.raises(BrokenDocumentError, match=r"^a\.docx: .*; open it in Word"):
        read(tmp_path, "a.docx", data)


def test_words_own_styles_tell_titles_captions_and_tables_of_contents(tmp_path: Path) -> None:
    named = {"T": "Title", "H": "heading 2", "C": "caption", "M": "toc 1"}
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{name}"/></w:style>'
                     for one, name in named.items())  # fmt: skip

    def styled(style: str, *words: str) -> str:
        return p(*words, properties=f'<w:pStyle w:val="{style}"/>')

    body = (
        styled("T", "Thỏa thuận hợp tác") + styled("M", "Điều 1. Mục đích", "<w:r><w:tab/></w:r>", "3")
        + styled("H", "Điều 1. Mục đích") + p(OPENING) + styled("C", "Hai bên trao bản ký kết")
    )  # fmt: skip
    assert [kind for kind, _ in blocks(read(tmp_path, "a.docx", docx(body, styles=styles)))] == [
        "headline", "furniture", "heading", "paragraph", "caption",
    ]  # fmt: skip


WORDS = ("North", "South", "East")


def pictured(*sides: int) -> bytes:
    """A Word file of pictures of that height, each with a line of print, and no text."""
    shown, files = "", {}
    for number, side in enumerate(sides):
        image = Image.new("L", (side, side), 255)
        ImageDraw.Draw(image).text((side // 10, side // 3), f"Page {WORDS[number]}", font_size=side // 8)
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        files[f"word/image{number}.xml"] = buffer.getvalue()
        shown += f'<w:drawing><w:blip r:embed="image{number}"/></w:drawing>'
    images = {f"image{number}": "" for number in range(len(sides))}
    made = docx(p(f"<w:r>{shown}</w:r>") + section("footer1:default"), footer1=p("Trang 1/2"), **images)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return packed({name: file.read(name) for name in file.namelist()} | files)


@needs_ocr
def test_scans_pasted_into_a_word_file_are_read_as_pages(tmp_path: Path) -> None:
    document = read(tmp_path, "a.docx", pictured(1200, 200, 1000))
    assert [page.ocr for page in document.pages] == [True, True]
    assert document.text.split() == ["Page", "North", "Page", "East"]
    assert document.media_type.endswith("wordprocessingml.document")
    assert document.warnings[0] == "word: this file has no text; its pictures were read as pages: 2"


def test_a_file_of_nothing_is_empty_and_one_of_pictures_needs_ocr(tmp_path: Path) -> None:
    for data in (docx(p("")), pictured(100)):
        with pytest.raises(EmptyDocumentError, match=r"^a\.docx: there is no text"):
            read(tmp_path, "a.docx", data)
    (tmp_path / "a.docx").write_bytes(pictured(600))
    with pytest.raises(NeedsOcrError, match="--ocr auto"):
        ingest.read(tmp_path / "a.docx", "a.docx", ReadOptions(ocr="never"))
    with pytest.raises(LimitError, match="over the limit page_pixels"):
        read(tmp_path, "a.docx", pictured(600), page_pixels=1000)


def test_text_that_is_merged_in_from_other_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedError, match=r"^a\.docx: its text is merged from other files"):
        read(tmp_path, "a.docx", docx('<w:altChunk r:id="aFChunk1"/>', aFChunk1="<a/>"))
    document = read(tmp_path, "a.docx", docx(p(OPENING) + '<w:altChunk r:id="aFChunk1"/>', aFChunk1="<a/>"))
    assert document.warnings == ("word: files merged into it by reference are not read: 1; save it anew in Word",)


def merged(file: str, content: bytes) -> bytes:
    """A Word file into whose middle another file is merged."""
    made = docx(p(OPENING) + '<w:altChunk r:id="aFChunk1"/>' + p("Hết."), aFChunk1="")
    with zipfile.ZipFile(io.BytesIO(made)) as old:
        files = {name: old.read(name) for name in old.namelist() if name != "word/aFChunk1.xml"}
    relations = "word/_rels/document.xml.rels"
    files[relations] = files[relations].replace(b"aFChunk1.xml", file.encode())
    return packed(files | {f"word/{file}": content})


def test_files_merged_into_a_word_file_are_read_where_they_stand(tmp_path: Path) -> None:
    page = "<html><body><p>Hai bên ký ngày 5/3/2019.</p><ul><li>Đào tạo cán bộ</li></ul></body></html>"
    whole = merged("trang.html", page.encode())
    assert texts(tmp_path, whole) == [OPENING, "Hai bên ký ngày 5/3/2019.", "Đào tạo cán bộ", "Hết."]
    inside = docx(p("Văn bản kèm theo.") + '<w:altChunk r:id="aFChunk1"/>', aFChunk1="")
    assert texts(tmp_path, merged("kem.docx", inside)) == [OPENING, "Văn bản kèm theo.", "Hết."]
    assert texts(tmp_path, merged("kem.txt", "Lời cuối.".encode("utf-16"))) == [OPENING, "Lời cuối.", "Hết."]


def test_the_boxes_of_a_drawing_are_read_where_it_stands(tmp_path: Path) -> None:
    names = (
        'xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    boxes = "".join(
        f"<d:pt><d:t><a:p><a:r><a:t>{said}</a:t></a:r></a:p></d:t></d:pt>" for said in ("Ban chỉ đạo", "Tổ giúp việc")
    )
    drawing = f'<w:r><w:drawing><d:relIds {names} r:dm="diagramData1"/></w:drawing></w:r>'
    made = docx(p(OPENING) + p(drawing) + p("Hết."), diagramData1=f"<d:ptLst {names}>{boxes}</d:ptLst>")
    assert texts(tmp_path, made) == [OPENING, "Ban chỉ đạo", "Tổ giúp việc", "Hết."]
