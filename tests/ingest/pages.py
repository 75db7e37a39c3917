"""One release as the designs of Vietnamese papers and portals carry it, 2005 to 2026; the words are our own."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

TITLE = "Sở Y tế và Tỉnh đoàn Hòa Bình ký chương trình phối hợp"
LEAD = (
    "Chương trình đặt mục tiêu mỗi xã có một đội thanh niên xung kích làm công tác truyền thông về phòng bệnh, "
    "bắt đầu từ các xã vùng cao."
)
PARAGRAPHS = (
    (
        "Sáng 13/11, tại thành phố Hòa Bình, Sở Y tế và Tỉnh đoàn Hòa Bình tổ chức lễ ký chương trình phối hợp về chăm sóc "
        "sức khỏe thanh thiếu niên giai đoạn 2012 - 2015. Dự lễ ký có lãnh đạo Ủy ban nhân dân tỉnh và các sở, ngành."
    ),
    "Theo chương trình, hai bên thống nhất triển khai các nội dung chính:",
    "Dự lễ có 120 đại biểu.",
    (
        "Ông Bùi Văn Khánh, Giám đốc Sở Y tế, cho biết ngành y tế sẽ bố trí 45 bác sĩ tham gia các đợt khám bệnh lưu động, "
        "ưu tiên học sinh các trường nội trú và thanh niên công nhân ở hai khu công nghiệp của tỉnh."
    ),
    "Kết thúc buổi lễ, hai bên trao 30 tủ thuốc học đường cho các trường vùng cao của huyện Đà Bắc và huyện Mai Châu.",
)
ITEMS = (
    "Khám sức khỏe miễn phí cho 2.000 thanh niên mỗi năm;",
    "Tập huấn sơ cấp cứu cho đội thanh niên xung kích;",
    "Thành lập 10 câu lạc bộ hiến máu tình nguyện.",
)
ROWS = (("Huyện", "Đợt khám", "Kinh phí"), ("Đà Bắc", "4", "120 triệu đồng"), ("Mai Châu", "3", "90 triệu đồng"))
CAPTIONS = ("Đại diện hai bên trao văn bản đã ký kết", "Các đại biểu chụp ảnh lưu niệm trước hội trường")
AUTHOR = "Quách Thị Hương"
DAY = "2012-11-14"

FURNITURE = (
    "Giá vàng", "Thời tiết", "Đăng nhập", "1.234", "Facebook", "Zalo", "Bản quyền thuộc", "Giấy phép số", "Bạn đọc Hùng",
    "Bài hay quá", "Tuyển sinh lớp 10", "Lịch cắt điện", "Sơ kết phong trào", "Gửi email", "Cỡ chữ", "sức khỏe học đường",
    "Liên kết website", "Hotline", "16/07/2024",
)  # fmt: skip
"""What stands on the pages beside the release, none of which is to be read."""


def body(
    wrap: str = "<p>{}</p>", item: str = "<li>{}</li>", listed: str = "<ul>{}</ul>", *, first: str = ""
) -> list[str]:
    """The release's parts in order, each in the markup given; `first` goes before the words of the first paragraph."""
    paragraphs = [wrap.format(escape(text)) for text in PARAGRAPHS]
    paragraphs[0] = wrap.format(first + escape(PARAGRAPHS[0]))
    items = listed.format("".join(item.format(escape(text)) for text in ITEMS))
    return [*paragraphs[:2], items, *paragraphs[2:]]


def table() -> str:
    rows = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in ROWS)
    return f'<table border="1" class="MsoTableGrid"><tbody>{rows}</tbody></table>'


def links(tag: str = "li") -> str:
    return "".join(
        f'<{tag}><a href="/tin/{number}.html">{title}</a></{tag}>'
        for number, title in enumerate(
            ["Tuyển sinh lớp 10 năm học mới", "Lịch cắt điện tuần này", "Sơ kết phong trào thi đua"]
        )
    )


MENU = '<ul class="main-menu"><li><a href="/gia-vang">Giá vàng</a></li><li><a href="/thoi-tiet">Thời tiết</a></li><li><a href="/dang-nhap">Đăng nhập</a></li></ul>'
SHARE = '<div class="social-share"><a href="#">Facebook</a> <a href="#">Zalo</a> <a href="#">Gửi email</a></div>'
COMMENTS = (
    '<div id="box_comment" class="box-comment"><h3>Bình luận (2)</h3><div class="comment_item"><b>Bạn đọc Hùng</b>'
    "<p>Bài hay quá, mong chương trình đến được với tất cả các em ở vùng sâu, vùng xa của tỉnh chúng ta trong năm nay.</p>"
    "</div></div>"
)
FOOT = "<footer><p>Bản quyền thuộc cơ quan chủ quản. Giấy phép số 12/GP. Hotline 0218 000 000</p></footer>"


def vnexpress() -> str:
    """A paper with the day above the headline, captions in figures and its writer on the right of the last line."""
    parts = body('<p class="Normal">{}</p>')
    parts.insert(
        1,
        '<figure data-size="true" class="tplCaption action_thumb_added"><div class="fig-picture"><img src="a.jpg" alt="x">'
        f'</div><figcaption itemprop="description"><p class="Image">{CAPTIONS[0]}. Ảnh: <em>Báo Mường</em></p></figcaption></figure>',
    )
    parts.insert(5, f'<ul class="list-news">{links()}</ul>')
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{TITLE} - Báo Mường</title>
<meta property="og:site_name" content="Báo Mường"><meta property="og:title" content="{TITLE}">
<meta name="pubdate" content="2012-11-14T09:15:00+07:00"><link rel="canonical" href="https://baomuong.example/ky-phoi-hop-1.html">
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{TITLE}",
"description":"Dòng một
dòng hai","datePublished":"2012-11-14T09:15:00+07:00","author":{{"@type":"Person","name":"Báo Mường"}},
"publisher":{{"@type":"Organization","name":"Báo Mường"}}}}</script></head><body>
<header class="section top-header"><span class="time-now">Thứ ba, 16/07/2024</span>{MENU}</header>
<section class="page-detail"><div class="sidebar-1"><div class="header-content width_common"><ul class="breadcrumb">
<li><a href="/xa-hoi">Thời sự</a></li></ul><span class="date">Thứ tư, 14/11/2012, 09:15 (GMT+7)</span></div>
<h1 class="title-detail">{TITLE}</h1><p class="description"><span class="location-stamp">Hòa Bình</span>{LEAD}</p>
<article class="fck_detail">{"".join(parts)}{table()}
<p class="Normal" style="text-align:right;"><strong>{AUTHOR}</strong></p></article>
<div class="footer_detail width_common"><div class="tags"><h4 class="item-tag"><a href="/t">sức khỏe học đường</a></h4></div>{SHARE}
<span>1.234</span></div>{COMMENTS}</div><div class="sidebar-2"><h2>Xem nhiều</h2>{links("h3")}</div></section>{FOOT}</body></html>"""


def tuoitre() -> str:
    """A paper with its lead in an h2, boxes of related news inside the text, and the day in a data-role."""
    parts = body()
    parts.insert(
        1,
        '<div class="VCSortableInPreviewMode" type="Photo"><div><img src="a.jpg" width="800"></div><div class="PhotoCMS_Caption">'
        f'<p data-placeholder="nhập chú thích">{CAPTIONS[0]} - Ảnh: HƯƠNG QUÁCH</p></div></div>',
    )
    parts.insert(
        5,
        f'<div class="VCSortableInPreviewMode" type="RelatedOneNews"><div class="VCObjectBoxRelatedNewsItemSapo">{links("h4")}'
        "<p>TTO - Sơ kết phong trào thi đua của các xã, phường trong toàn tỉnh với nhiều mô hình.</p></div></div>",
    )
    return f"""<html><head><meta name="author" content="BAO MUONG ONLINE"><title>{TITLE} - Báo Mường Online</title>
<meta property="og:site_name" content="BÁO MƯỜNG ONLINE"><meta property="article:published_time" content="2012-11-14T09:15:00"/>
<meta property="og:url" content="https://muong.example/ky-phoi-hop-20121114.htm"></head><body><div class="header">{MENU}</div>
<div class="detail__main"><div class="detail-top"><a href="/thoi-su" data-role="cate-name">Thời sự</a>
<div class="detail-time"><div data-role="publishdate">14/11/2012 09:15 GMT+7</div></div></div>
<h1 class="detail-title article-title" data-role="title">{TITLE}</h1>
<div class="detail-author oneauthor" data-role="author"><div class="author-info"><a class="name" title="{AUTHOR}">{AUTHOR}</a></div></div>
<h2 class="detail-sapo" data-role="sapo">{LEAD}</h2><div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content"
 itemprop="articleBody">{"".join(parts)}{table()}</div><div class="detail-tab"><a href="#">Gửi email</a></div>{COMMENTS}
<div class="detail__tags"><a href="/t">sức khỏe học đường</a></div></div></div>
<div class="detail__box-related"><div class="title-box">Tin cùng chuyên mục</div>{links("div")}</div>{FOOT}</body></html>"""


def dantri() -> str:
    """A paper with the office before its lead, figures, and related articles within the text."""
    parts = body()
    parts.insert(
        2,
        f'<figure class="image align-center"><img src="a.jpg"><figcaption><p>{CAPTIONS[0]} (Ảnh: H.Q.).</p></figcaption></figure>',
    )
    parts.insert(5, f'<article class="article-related"><article>{links("h3")}</article></article>')
    return f"""<!doctype html><html><head><title>{TITLE} | Báo Mường điện tử</title><meta property="og:site_name" content="Báo Mường điện tử">
<link rel="canonical" href="https://dt.example/suc-khoe/ky-2012.htm"><script type="application/ld+json">[{{"@type":"BreadcrumbList",
"itemListElement":[{{"@type":"ListItem","name":"Giá vàng"}}]}},{{"@context":"https://schema.org","@type":"NewsArticle",
"mainEntityOfPage":{{"@id":"https://dt.example/suc-khoe/ky-2012.htm"}},"headline":"{TITLE}","datePublished":"2012-11-13T23:15:00Z",
"author":[{{"@type":"Person","name":"{AUTHOR}","url":"https://dt.example/tac-gia/1"}}],}}]</script></head><body><nav>{MENU}</nav>
<main class="body container"><article class="singular-container"><h1 class="title-page detail">{TITLE}</h1><div class="author-wrap">
<div class="author-meta"><div class="author-name"><a href="/tac-gia"><b>{AUTHOR}</b></a></div>
<time class="author-time" datetime="2012-11-14 06:15">Thứ tư, 14/11/2012 - 06:15</time></div></div>
<h2 class="singular-sapo">(Dân Mường) - {LEAD}</h2><div class="singular-content">{"".join(parts)}{table()}</div>
<ul class="tags-wrap"><li><a href="/t">sức khỏe học đường</a></li></ul>{SHARE}</article>{COMMENTS}
<aside>{links()}</aside></main>{FOOT}</body></html>"""


def newspaper_cms() -> str:
    """The system of many papers: captions in tables, published in UTC, related boxes in the body."""
    parts = body()
    parts.insert(
        1, f'<table class="picture" align="center"><tbody><tr><td class="pic"><img class="cms-photo" src="a.jpg"></td></tr><tr><td '
        f'class="caption"><p>{CAPTIONS[0]}. (Ảnh: Q.H/TTXM)</p></td></tr></tbody></table>',
    )  # fmt: skip
    parts.insert(5, f'<div class="article__story"><div class="story-box related-news">{links("div")}</div></div>')
    return f"""<!DOCTYPE html><html lang="vi-VN"><head><title>{TITLE} | TTXM</title><meta property="og:site_name" content="TTXM">
<meta property="article:published_time" content="2012-11-13T19:00:00Z"><meta property="article:author" content="https://facebook.com/ttxm">
<link rel="canonical" href="/phoi-hop-post1.vnp"><base href="https://ttxm.example/"></head><body class="detail-page">
<div class="site-header">{MENU}</div><div class="main-column article"><div class="breadcrumbs"><a href="/">Xã hội</a></div>
<h1 class="article__title cms-title">{TITLE}</h1><div class="article__sapo cms-desc">{LEAD}</div><div class="article__meta">
<span class="cms-author">{AUTHOR}</span><time class="time" datetime="2012-11-14T02:00:00+0700">14/11/2012 02:00 GMT+7</time></div>
<div class="article__body cms-body" itemprop="articleBody">{"".join(parts)}{table()}<div class="article__source">(TTXM/Mường+)</div></div>
<div class="article__tag"><a href="/t">#sức khỏe học đường</a></div>{SHARE}</div>{COMMENTS}<div class="sidebar">{links("p")}</div>{FOOT}</body></html>"""


def party_paper() -> str:
    """A paper whose JSON-LD is broken and whose day stands in a box under the headline."""
    parts = body()
    parts.insert(
        1,
        f'<p style="text-align:center"><img src="a.jpg" width="600"></p><p style="text-align:center"><em>{CAPTIONS[0]}</em></p>',
    )
    return f"""<html><head><title>{TITLE} - Báo Dân Mường</title><meta property="og:site_name" content="Báo Dân Mường">
<meta property="og:url" content="https://danmuong.example/ky-post99.html"><script type='application/ld+json'>
{{ "@type": "NewsArticle", "headline": "{TITLE}", "description": "Lãnh đạo nói "rất tốt" về chương trình", "datePublished": "2012-11-14T07:00:00+07:00", }}
</script></head><body><div class="menu-wrap">{MENU}</div><div class="detail-page"><div class="box-title-detail"><div class="box-title">{TITLE}</div></div>
<div class="box-des-detail"><p>{LEAD}</p></div><div class="box-date pull-left">Thứ Tư, 14/11/2012, 07:00</div>
<div class="print-wrap"><a href="#">Gửi email</a> <span>Cỡ chữ</span></div><div class="detail-content-body">{"".join(parts)}{table()}</div>
<div class="box-author"><strong>{AUTHOR.upper()}</strong></div><div class="box-tags">Từ khóa: <a href="/t">sức khỏe học đường</a></div></div>
{COMMENTS}<div class="box-related"><div>Tin liên quan</div>{links("div")}</div>{FOOT}</body></html>"""


def sharepoint() -> str:
    """A portal on SharePoint: one form around all, tables, headline in a span, a title that is the site's."""
    parts = body("<p style='margin:0'><span style='font-family:Arial'>{}</span></p>", "<p>- {}</p>", "{}")
    parts.insert(
        2, f'<table><tr><td><img src="a.jpg" width="400"/></td></tr><tr><td><i>{CAPTIONS[0]}</i></td></tr></table>'
    )
    return f"""<html dir="ltr"><head><meta name="GENERATOR" content="Microsoft SharePoint"/><title>
	Tin tức - Cổng thông tin điện tử tỉnh</title></head><body><form name="aspnetForm" method="post" action="x.aspx" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" value="/wEPDw"/><table width="100%"><tr><td colspan="2"><div id="menu-top">{MENU}</div>
<span class="today">Thứ 3, Ngày 16/07/2024</span></td></tr><tr><td width="200" class="ms-nav"><table>{links("tr").replace("<a", "<td><a").replace("</a>", "</a></td>")}</table></td>
<td><div class="ms-WPBody"><div class="News_Detail"><div><span id="ctl00_lblTitle" class="ArticleTitle">{TITLE}</span></div>
<div><span class="ArticleDate">14/11/2012 09:15</span> | <span>Lượt xem: 1.234</span> | <a href="#">Gửi email</a></div>
<div class="ArticleBrief"><b>{LEAD}</b></div><div class="ms-rtestate-field"><div class="ExternalClassAB12">{"".join(parts)}{table()}</div></div>
<div align="right"><b>Tác giả: {AUTHOR}</b></div></div>
<div class="Othernews"><b>Các tin khác</b>{links("div")}</div></div></td></tr><tr><td colspan="2">Bản quyền thuộc Ủy ban nhân dân tỉnh.
 Giấy phép số 5</td></tr></table></form></body></html>"""


def liferay() -> str:
    """A portal on Liferay: its canonical address is the front page, its day a label above the text."""
    return f"""<!DOCTYPE html><html class="ltr" dir="ltr" lang="vi-VN"><head><title>Chi tiết tin - Sở Y tế tỉnh</title>
<link href="https://soyte.example" rel="canonical"/><meta property="og:url" content="https://soyte.example/web/guest/-/ky-phoi-hop"/>
<meta property="og:title" content="{TITLE}"/><meta property="og:site_name" content="Sở Y tế tỉnh Hòa Bình"/></head><body class="controls-visible">
<div id="wrapper"><header id="banner" role="banner">{MENU}</header><div id="content"><div class="portlet-boundary"><section class="portlet">
<div class="portlet-body"><div class="asset-full-content clearfix"><h3 class="header-title"><span>{TITLE}</span></h3>
<div class="asset-user-actions"><a href="#">Gửi email</a></div><div class="metadata-publish-date">Ngày đăng: 14/11/2012 - 1.234 lượt xem</div>
<div class="journal-content-article"><p><strong>{LEAD}</strong></p>{"".join(body())}{table()}
<p style="text-align:right"><em>Tin, bài: {AUTHOR}</em></p></div></div>
<div class="taglib-social-bookmarks"><a href="#">Facebook</a></div><div class="taglib-ratings ratings">1.234</div></div></section></div>
<div class="portlet-asset-publisher"><h2>Tin mới</h2>{links("div")}</div></div>{FOOT}</div></body></html>"""


def portal_with_clock() -> str:
    """A portal with the day of the visit above the headline, and a day of migration in its metadata."""
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}</title><meta name="author" content="VNPT">
<meta property="article:published_time" content="2019-03-02T00:00:00+07:00"/></head><body><div id="top"><div class="date-time">Thứ 3, Ngày 16/07/2024 -</div></div>
<div class="nav-main">{MENU}</div><div class="container"><div class="col-md-9"><div class="news-detail"><h2 class="title-news">{TITLE}</h2>
<div class="info">Ngày đăng: 14/11/2012&nbsp;&nbsp;09:15</div><div class="fontsize"><a>Mặc định</a> Cỡ chữ</div><div class="content-detail">
<div>&nbsp;</div><div style="text-align:justify">{LEAD}</div>{"".join(body("<div style='text-align: justify'>{}</div><div>&nbsp;</div>"))}{table()}
<div>Nguồn: Sở Y tế</div></div><div class="luot-xem">Đã xem: 1.234</div></div><h4>Tin cùng chuyên mục</h4><ul>{links()}</ul></div>
<div class="col-md-3"><div class="widget-title">Liên kết website</div><select><option>Giá vàng</option></select></div></div>
<div class="footer-bottom">Bản quyền thuộc UBND tỉnh. Giấy phép số 9</div></body></html>"""


def wordpress() -> str:
    """A site on WordPress: JSON-LD as a graph, captions in divs, sharing buttons inside the text, comments."""
    parts = body()
    parts.insert(
        1,
        f'<div id="attachment_1" class="wp-caption aligncenter"><img src="a.jpg" width="500"><p class="wp-caption-text">{CAPTIONS[0]}</p></div>',
    )
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{TITLE} &#8211; Bệnh viện Sông Đà</title><link rel="canonical" href="https://bv.example/?p=12"/>
<script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org","@graph":[{{"@type":"Organization","name":"Bệnh viện Sông Đà"}},
{{"@type":["WebPage"],"url":"https://bv.example/","datePublished":"2012-11-14T02:15:00+00:00"}},{{"@type":"Person","name":"admin"}},
{{"@type":"Article","headline":"{TITLE}","datePublished":"2012-11-14T02:15:00+00:00","author":{{"name":"admin"}},
"publisher":{{"@type":"Organization","name":"Bệnh viện Sông Đà"}}}}]}}</script></head><body class="single"><header id="masthead" class="site-header"><nav>{MENU}</nav></header>
<div id="primary" class="content-area"><main id="main"><article id="post-12" class="post type-post tag-suc-khoe"><header class="entry-header">
<h1 class="entry-title">{TITLE}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="2012-11-14T09:15:00+07:00">14 Tháng Mười Một, 2012</time>
 by <span class="byline"><span class="author vcard"><a class="url fn n" href="/author/huong">{AUTHOR}</a></span></span></div></header>
<div class="entry-content"><p>{LEAD}</p>{"".join(parts)}{table()}<div class="sharedaddy sd-sharing-enabled"><div class="sd-social"><h3>Chia sẻ:</h3>
<a href="#">Facebook</a></div></div></div><footer class="entry-footer"><span class="tags-links"><a href="/tag">sức khỏe học đường</a></span></footer></article>
<div id="comments" class="comments-area"><h2>2 bình luận</h2><ol><li><article><cite class="fn">Bạn đọc Hùng</cite><p>Bài hay quá, tôi rất mong
 chương trình này được nhân rộng ra toàn tỉnh trong thời gian tới để các em học sinh được khám.</p></article></li></ol></div></main></div>
<aside id="secondary" class="widget-area"><h2>Bài viết mới</h2><ul>{links()}</ul></aside></body></html>"""


def joomla() -> str:
    """A site on Joomla 1.5: tables, the day in words, breaks for paragraphs."""
    text = "<br /><br />".join([escape(LEAD), *map(escape, PARAGRAPHS[:2]), "<br />".join("- " + escape(item) for item in ITEMS),
                                *map(escape, PARAGRAPHS[2:])])  # fmt: skip
    return f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title><meta name="generator" content="Joomla! 1.5"/></head><body>
<table class="nopad"><tr><td id="leftcol"><div class="moduletable_menu">{MENU}</div></td><td><div id="maincolumn"><table class="contentpaneopen"><tr>
<td class="contentheading" width="100%">{TITLE}</td><td align="right" class="buttonheading"><a href="#" title="In">In</a></td><td class="buttonheading">
<a href="#">Gửi email</a></td></tr></table><table class="contentpaneopen"><tr><td width="70%"><span class="small">Viết bởi {AUTHOR}</span></td></tr>
<tr><td valign="top" colspan="2" class="createdate">Thứ tư, 14 Tháng 11 2012 09:15</td></tr><tr><td valign="top" colspan="2">{text}{table()}</td></tr></table>
<span class="article_separator">&nbsp;</span><div class="relateditems"><b>Các tin mới hơn</b><ul>{links()}</ul></div></div></td></tr></table></body></html>"""


def print_view() -> str:
    """A print view: nothing but text, breaks and fonts in a bare body."""
    text = "<br><br>\n".join(map(escape, [LEAD, *PARAGRAPHS[:2], *("- " + item for item in ITEMS), *PARAGRAPHS[2:]]))
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>In bài viết</TITLE></HEAD><BODY onload="window.print()">
<FONT size=4 color=#990000><B>{TITLE}</B></FONT><BR><FONT size=1>Thứ tư, 14/11/2012 - 09:15</FONT><BR><BR><FONT face=Arial size=2>{text}</FONT>
<BR><CENTER><IMG src="a.jpg" width=400><BR><I>{CAPTIONS[0]}</I></CENTER>{table()}<P align=right><B>{AUTHOR}</B></P></BODY></HTML>"""


def nested_tables() -> str:
    """A portal of 2005: tables in tables, upper-case tags, fonts, no html or body element, menus beside the text."""
    rows = "".join(
        f"<P align=justify><FONT face=Arial size=2>{escape(text)}</FONT></P>" for text in (LEAD, *PARAGRAPHS[:2])
    )
    rows += "<UL>" + "".join(f"<LI><FONT size=2>{escape(item)}</FONT>" for item in ITEMS) + "</UL>"
    rows += "".join(f"<P align=justify><FONT face=Arial size=2>{escape(text)}</FONT>" for text in PARAGRAPHS[2:])
    menu = links("TR").replace("<a", "<TD><a").replace("</a>", "</a></TD>")
    return f"""<TITLE>Trang tin dien tu</TITLE><TABLE width=780><TR><TD colspan=3><TABLE><TR><TD><A href="/">Giá vàng</A></TD><TD><A href="/t">Thời tiết</A></TD>
<TD><A href="/d">Đăng nhập</A></TD></TR></TABLE></TD></TR><TR><TD width=150 valign=top><TABLE>{menu}</TABLE></TD><TD valign=top><TABLE><TR><TD>
<P class=pTitle><B><FONT size=3>{TITLE}</FONT></B></P></TD></TR><TR><TD><FONT size=1>(14/11/2012)</FONT></TD></TR><TR><TD>{rows}
<TABLE align=center><TR><TD><IMG src=a.jpg></TD></TR><TR><TD align=center><FONT size=1>{CAPTIONS[0]}</FONT></TD></TR></TABLE>{table()}
<P align=right><B>{AUTHOR}</B></P></TD></TR><TR><TD><B>Các tin đã đưa:</B><BR>{links("LI")}</TD></TR></TABLE></TD><TD width=150 valign=top>
<TABLE><TR><TD>Liên kết website</TD></TR><TR><TD><A href="/x">Tuyển sinh lớp 10</A></TD></TR></TABLE></TD></TR><TR><TD colspan=3 align=center>
Bản quyền thuộc Văn phòng UBND tỉnh. Giấy phép số 3</TD></TR></TABLE>"""


def word_export() -> str:
    """A release pasted from Word into a portal: MsoNormal, o:p, smart tags, comments for Office, a table."""
    parts = body('<p class="MsoNormal" style="text-align:justify"><span style="font-size:14pt"><st1:place w:st="on">{}</st1:place><o:p></o:p></span></p>',
                 '<p class="MsoListParagraph">- {}<o:p></o:p></p>', "{}")  # fmt: skip
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE} - Trang thông tin huyện</title><style>p.MsoNormal {{ margin: 0 }}</style></head><body>
<div class="wrap"><div class="top-menu">{MENU}</div><div class="main"><div class="post"><h1>{TITLE}</h1><p class="post-date">Cập nhật lúc: 09:15 | 14/11/2012</p>
<!--[if gte mso 9]><xml><w:WordDocument>Giá vàng</w:WordDocument></xml><![endif]--><div class="post-content"><p class="MsoNormal"><b>{LEAD}<o:p></o:p></b></p>
{"".join(parts)}{table()}<p class="MsoNormal" align="right" style="text-align:right"><b>{AUTHOR}<o:p></o:p></b></p></div></div>{SHARE}
<div class="list-other"><h3>Các bài viết khác</h3><ul>{links()}</ul></div></div><div class="bottom footer">Bản quyền thuộc UBND huyện</div></div></body></html>"""


def builder() -> str:
    """A page of a site builder: elements without meaning, text in spans, a mobile copy of the menu, an hour before the day."""
    block = '<div class="elementor-widget"><div class="elementor-widget-container">{}</div></div>'
    parts = [block.format(part) for part in body("<p><span>{}</span></p>")]
    caption = f'<figure class="wp-block-image"><img src="a.jpg"/><figcaption class="wp-element-caption">{CAPTIONS[0]}</figcaption></figure>'
    return f"""<!DOCTYPE html><html lang="vi"><head><title>{TITLE} | Công ty Sông Đà Xanh</title><meta property="og:type" content="article"/>
<meta property="og:locale" content="vi_VN"/><meta property="og:url" content="https://sdx.example/tin/ky-phoi-hop"/></head><body>
<div style="display:none" class="mobile">{MENU}</div><div class="elementor"><div class="elementor-widget-container"><h1 class="elementor-heading-title">{TITLE}</h1></div>
<div class="elementor-widget-container"><ul><li><span itemprop="author">{AUTHOR}</span></li><li><span>09:15 - 14/11/2012</span></li><li>1.234 lượt xem</li></ul></div>
{block.format(f"<p>{LEAD}</p>")}{parts[0]}{block.format(caption)}{"".join(parts[1:])}{block.format(table())}<div class="elementor-share-buttons"><span>Facebook</span></div>
<section class="related-posts"><h3>Có thể bạn quan tâm</h3>{links("div")}</section></div><div class="elementor-location-footer footer">Hotline 0218</div></body></html>"""


DESIGNS: dict[str, Callable[[], str]] = {
    one.__name__: one for one in (
        vnexpress, tuoitre, dantri, newspaper_cms, party_paper, sharepoint, liferay, portal_with_clock, wordpress, joomla,
        print_view, nested_tables, word_export, builder,
    )
}  # fmt: skip

SOURCES: dict[str, str | None] = {
    "vnexpress": "Báo Mường", "tuoitre": "BÁO MƯỜNG ONLINE", "dantri": "Báo Mường điện tử", "newspaper_cms": "TTXM",
    "party_paper": "Báo Dân Mường", "sharepoint": None, "liferay": "Sở Y tế tỉnh Hòa Bình", "portal_with_clock": "Sở Y tế",
    "wordpress": "Bệnh viện Sông Đà", "joomla": None, "print_view": None, "nested_tables": None,
    "word_export": "Trang thông tin huyện", "builder": "Công ty Sông Đà Xanh",
}  # fmt: skip

ADDRESSES = {
    "vnexpress": "https://baomuong.example/ky-phoi-hop-1.html", "tuoitre": "https://muong.example/ky-phoi-hop-20121114.htm",
    "dantri": "https://dt.example/suc-khoe/ky-2012.htm", "newspaper_cms": "https://ttxm.example/phoi-hop-post1.vnp",
    "party_paper": "https://danmuong.example/ky-post99.html", "liferay": "https://soyte.example/web/guest/-/ky-phoi-hop",
    "wordpress": "https://bv.example/?p=12", "builder": "https://sdx.example/tin/ky-phoi-hop",
}  # fmt: skip
