"""Renders the documents of corpus/ from corpus/gold/texts, and the scans of corpus/clusters from texts/ there.

    .venv/bin/python script/make_corpus.py

What is rendered how stands in corpus/gold/formats.yaml and corpus/clusters/formats.yaml. The noise is seeded by the document's name, so that the
same sources give the same pictures. Fonts: DejaVu (Debian's fonts-dejavu-core), which has all Vietnamese letters;
Liberation's fonts lack some.
"""

from __future__ import annotations

import html
import io
import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import yaml
from docx import Document
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
POINTS = 72
COLUMNS = re.compile(r" {4,}")

PAGES = {
    "portal": """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} - Cổng thông tin</title>
<meta property="og:site_name" content="Cổng thông tin điện tử"></head>
<body><div id="header"><a href="/">Trang chủ</a> | <a href="/gioi-thieu">Giới thiệu</a> |
<a href="/van-ban">Văn bản</a> | <a href="/lien-he">Liên hệ</a></div>
<div class="menu"><ul><li><a href="/tin">Tin tức</a></li><li><a href="/ttr">Thủ tục hành chính</a></li>
<li><a href="/hoi-dap">Hỏi đáp</a></li></ul></div>
<div id="content"><article><h1>{title}</h1>{body}</article></div>
<div class="related"><h3>Các tin khác</h3><ul><li><a href="/1">Hội nghị ký giao ước thi đua khối văn phòng (02/03)</a></li>
<li><a href="/2">Lịch tiếp công dân tháng này</a></li></ul></div>
<div id="footer">Bản quyền thuộc Cổng thông tin điện tử. Ghi rõ nguồn khi phát hành lại.</div></body></html>
""",
    "newspaper": """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} | Báo Mới Sáng</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Báo Mới Sáng">
<script>var ad = "ký hợp đồng quảng cáo";</script></head>
<body><nav><a href="/thoi-su">Thời sự</a><a href="/kinh-te">Kinh tế</a><a href="/the-thao">Thể thao</a></nav>
<main><article class="post"><h1 class="title">{title}</h1><div class="share">Facebook Zalo Twitter</div>
<div class="content">{body}</div></article>
<aside><h2>Đọc nhiều</h2><ul><li><a href="/a">Giá vàng hôm nay tăng nhẹ</a></li><li><a href="/b">Đội nhà ký hợp đồng với
thủ môn mới</a></li></ul></aside>
<section class="comments"><h3>Bình luận (2)</h3><p>Hay quá, chúc mừng hai bên!</p><p>Bao giờ mới làm đường quê tôi?</p></section></main>
<footer><p>Tòa soạn: tầng 3, ngõ 5. Điện thoại: 024 0000 0000</p></footer></body></html>
""",
    "company": """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>
<body><header><div class="logo">LOGO</div><ul class="nav"><li>Sản phẩm</li><li>Tuyển dụng</li><li>Quan hệ cổ đông</li></ul></header>
<div class="container"><div class="row"><div class="news-detail"><h2>{title}</h2>{body}</div></div></div>
<div class="newsletter"><form>Đăng ký nhận bản tin <input name="email"><button>Gửi</button></form></div>
<footer>© Công ty. Mọi quyền được bảo lưu.</footer></body></html>
""",
}


def main() -> None:
    """All rendered documents of the corpus stand in their folders."""
    formats: dict[str, Any] = yaml.safe_load((CORPUS / "gold" / "formats.yaml").read_text(encoding="utf-8"))
    pdfmetrics.registerFont(TTFont("Serif", FONTS / "DejaVuSerif.ttf"))
    for design, names in formats["html"].items():
        for name in names:
            (CORPUS / f"{name}.html").write_text(page(source(name), design), encoding="utf-8")
    for name in formats["docx"]:
        word(source(name)).save(str(CORPUS / f"{name}.docx"))
    for name in formats["pdf"]:
        (CORPUS / f"{name}.pdf").write_bytes(pdf(source(name)))
    for name, how in formats["scan_pdf"].items():
        scan_pdf(name, how, source(name), CORPUS)
    for suffix in ("png", "jpg"):
        for name, how in formats[f"scan_{suffix}"].items():
            first, *rest = scans(name, how, source(name))
            whole = stacked([first, *rest])
            whole.save(CORPUS / f"{name}.{suffix}", dpi=(how["dpi"], how["dpi"]), optimize=True)
    clusters = CORPUS / "clusters"
    for name, how in yaml.safe_load((clusters / "formats.yaml").read_text(encoding="utf-8"))["scan_pdf"].items():
        scan_pdf(name, how, (clusters / "texts" / f"{name}.txt").read_text(encoding="utf-8"), clusters)


def scan_pdf(name: str, how: dict[str, Any], text: str, folder: Path) -> None:
    """The text stands in `folder` as a PDF file of scanned pages."""
    first, *rest = scans(name, how, text)
    first.save(folder / f"{name}.pdf", save_all=True, append_images=rest, resolution=how["dpi"], quality=how["quality"])


def source(name: str) -> str:
    """The true text of a rendered document."""
    return (CORPUS / "gold" / "texts" / f"{name}.txt").read_text(encoding="utf-8")


def page(text: str, design: str) -> str:
    """The text as a web page with the furniture of `design`."""
    title, *lines = [line.strip() for line in text.split("\n") if line.strip()]
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return PAGES[design].format(title=html.escape(title), body=body)


def word(text: str) -> Any:
    """The text as a Word document, two columns as a table."""
    document = Document()
    title, *lines = [line for line in text.split("\n") if line.strip()]
    document.add_heading(title.strip(), 0)
    for line in lines:
        cells = COLUMNS.split(line.strip())
        if len(cells) > 1:
            table = document.add_table(rows=1, cols=len(cells))
            for cell, said in zip(table.rows[0].cells, cells, strict=True):
                cell.text = said
        else:
            document.add_paragraph(line.strip())
    return document


def pdf(text: str, font: str = "Serif", size: float = 11) -> bytes:
    """The text as a PDF file on A4, in a registered font of `size` points."""
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(list(flowables(text, font, size)))
    return buffer.getvalue()


def flowables(text: str, font: str, size: float) -> Iterator[Flowable]:
    """The lines of the text as they stand on the page."""
    plain = ParagraphStyle("plain", fontName=font, fontSize=size, leading=size + 4, spaceAfter=5)
    for line in text.split("\n"):
        cells = COLUMNS.split(line.strip())
        if len(cells) > 1:
            yield Table(
                [[Paragraph(html.escape(cell), plain) for cell in cells]], colWidths=[470 / len(cells)] * len(cells)
            )
        elif line.strip():
            yield Paragraph(html.escape(line.strip()), plain)
        else:
            yield Spacer(1, 5)


def scans(name: str, how: dict[str, Any], text: str) -> list[Image.Image]:
    """The pages of the document `name` as a poor scanner gives them: stamped, skewed, noisy, compressed."""
    chance = np.random.default_rng(zlib.crc32(name.encode()))
    sheets = [
        sheet.render(scale=how["dpi"] / POINTS).to_pil().convert("RGB") for sheet in pypdfium2.PdfDocument(pdf(text))
    ]
    if how["stamp"]:
        stamp(sheets[-1], how["dpi"], random.Random(name))
    return [degraded(sheet, how, chance) for sheet in sheets]


def stamp(sheet: Image.Image, dpi: int, chance: random.Random) -> None:
    """A round red stamp stands over the left signature of the sheet."""
    ink = np.asarray(sheet.convert("L")) < 128
    bottom = int(np.flatnonzero(ink.any(axis=1))[-1])
    radius, x, y = int(0.55 * dpi), int(2.0 * dpi), bottom - int(0.35 * dpi) + chance.randint(-8, 8)
    layer = Image.new("RGBA", sheet.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for width in (0, int(0.12 * dpi)):
        draw.ellipse((x - radius + width, y - radius + width, x + radius - width, y + radius - width),
                     outline=(205, 30, 30, 190), width=max(2, dpi // 50))  # fmt: skip
    font = ImageFont.truetype(str(FONTS / "DejaVuSans-Bold.ttf"), int(0.17 * dpi))
    draw.text((x - radius // 2, y - radius // 6), "★ MẪU ★", fill=(205, 30, 30, 180), font=font)
    sheet.paste(Image.alpha_composite(sheet.convert("RGBA"), layer).convert("RGB"))


def degraded(sheet: Image.Image, how: dict[str, Any], chance: np.random.Generator) -> Image.Image:
    """The sheet skewed, with grain, through JPEG."""
    turned = sheet.rotate(how["skew"], resample=Image.Resampling.BICUBIC, fillcolor=(252, 251, 247))
    grain = chance.normal(0, how["noise"], (*turned.size[::-1], 1))
    noisy = Image.fromarray(np.clip(np.asarray(turned, dtype=float) + grain, 0, 255).astype("uint8"))
    buffer = io.BytesIO()
    (noisy if how["stamp"] else noisy.convert("L")).save(buffer, "JPEG", quality=how["quality"])
    return Image.open(buffer)


def stacked(sheets: list[Image.Image]) -> Image.Image:
    """The sheets one under the other, as a long picture of all pages."""
    whole = Image.new(sheets[0].mode, (max(one.width for one in sheets), sum(one.height for one in sheets)), "white")
    top = 0
    for sheet in sheets:
        whole.paste(sheet, (0, top))
        top += sheet.height
    return whole


if __name__ == "__main__":
    main()
