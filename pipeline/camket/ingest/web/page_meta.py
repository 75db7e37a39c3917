"""What a page says of itself in its head: JSON-LD, OpenGraph and other meta tags, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from camket.folding import fold, without_marks
from camket.ingest.text.encodings import clean
from camket.ingest.web.page_dates import Dated, day_of_stamp

_ARTICLES = frozenset({"NewsArticle", "Article", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
                       "GovernmentArticle", "SocialMediaPosting"})  # fmt: skip
_PAGES = frozenset({"WebPage", "ItemPage"})
_DATE_METAS = ("article:published_time", "og:article:published_time", "article:published", "pubdate", "publishdate",
               "publish_date", "publish-date", "datepublished", "dc.date.issued", "dcterms.created", "dc.date",
               "citation_publication_date")  # fmt: skip
_AUTHOR_METAS = "article:author", "author", "dc.creator", "dcterms.creator"
_ACCOUNTS = frozenset(
    {"admin", "administrator", "editor", "webmaster", "root", "systemaccount", "user", "superuser", "host"}
)
_PERSON = re.compile(r"^(?:[^\W\d_a-z][^\W\d_]*\s+){1,4}[^\W\d_a-z][^\W\d_]*$")
"""Two to five words with capitals: the meta tag of an author else names the maker of the site."""
_SITE_METAS = "og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "copyright"
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_FIELD = r'"%s"\s*:\s*"((?:[^"\\]|\\.)*)"'
_SITE_BREAK = re.compile(r"\s+[-|–—»:]+\s+|\s*[|»]\s*")
_MOST_NODES, _MOST_COMMENTS = 5_000, 50
_LONGEST_SITE, _LONGEST_AUTHOR = 120, 80


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What the head of a page says; `titles` are the candidates for its headline, the surest first.

    `author` is that of its JSON-LD; `meta_author` that of a meta tag, which few sites fill for the article.
    """

    titles: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    author: str | None = None
    meta_author: str | None = None
    dates: tuple[Dated, ...] = ()


def page_meta(tree: Any, address: str | None = None) -> PageMeta:
    """What the page says of itself; `address` is where it was saved from, if that is known."""
    metas = _metas(tree)
    linked = _linked_data(tree)
    page_title = _plain(next((node.text_content() for node in tree.iter("title")), None))
    titles = [linked.get("headline"), metas.get("og:title"), metas.get("twitter:title"), page_title]
    stamps = [("the page's JSON-LD", linked.get("datePublished"))]
    stamps += [(f"the page's meta {key}", metas.get(key)) for key in _DATE_METAS]
    dates = [Dated(day, where) for where, stamp in stamps if stamp and (day := day_of_stamp(stamp))]
    site = next((metas[key] for key in _SITE_METAS[:1] if metas.get(key)), None) or linked.get("publisher")
    site = site or next((metas[key] for key in _SITE_METAS[1:] if metas.get(key)), None)
    site = site if site and len(site) <= _LONGEST_SITE else None
    author = linked.get("author")
    named = (metas.get(key) for key in _AUTHOR_METAS)
    return PageMeta(
        tuple(dict.fromkeys(title for title in titles if title)),
        site,
        _address(tree, metas, linked, address),
        author if is_author(author, site) else None,
        next((name for name in named if is_author(name, site) and _PERSON.match(name or "")), None),
        tuple(dates),
    )


def is_author(name: str | None, site: str | None) -> bool:
    """Whether `name` may be a person or office that wrote the text: no address, no account, not the site itself."""
    if not name or len(name) > _LONGEST_AUTHOR or "://" in name or "@" in name or not any(map(str.isalpha, name)):
        return False
    folded, of_site = _letters(name), _letters(site or "")
    return folded not in _ACCOUNTS and not (of_site and (folded in of_site or of_site in folded))


def _letters(text: str) -> str:
    return without_marks(fold(text)).replace(" ", "")


def parts_of_title(title: str) -> tuple[str, ...]:
    """The whole title, then what stands before its last mark of a site's name, and so on: "A - B | Site"."""
    breaks = [match.start() for match in _SITE_BREAK.finditer(title)]
    return (title, *(title[:at].strip() for at in reversed(breaks) if title[:at].strip()))


def site_in_title(title: str, headline: str) -> str | None:
    """What stands after the headline in a page's title: the name of its site."""
    if len(title) <= len(headline) or not fold(title).startswith(fold(headline)):
        return None
    rest = title[len(headline) :]
    found = _SITE_BREAK.match(rest)
    return rest[found.end() :].strip() or None if found else None


def _metas(tree: Any) -> dict[str, str]:
    """The contents of the meta tags by name in small letters, the first of each."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = _plain(node.get("content"))
        if key and content:
            found.setdefault(key, content)
    return found


def _plain(text: object) -> str | None:
    """`text` on one line, its entities read; None for what is no text or empty."""
    return " ".join(clean(unescape(text)).split()) or None if isinstance(text, str) else None


def _linked_data(tree: Any) -> dict[str, str]:
    """The fields of the page's article in its JSON-LD, of an article before a page; what is no JSON is searched."""
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    loose: dict[str, str] = {}
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "").lower() or not node.text:
            continue
        for one in _nodes(_loaded(node.text, loose)):
            kinds = one.get("@type")
            names = set(kinds) if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds) else {kinds}
            (articles if names & _ARTICLES else pages if names & _PAGES else []).append(one)
    found: dict[str, str] = {}
    for one in articles + pages:
        said = {
            "headline": _plain(one.get("headline")),
            "datePublished": _plain(one.get("datePublished")),
            "author": _name(one.get("author")),
            "publisher": _name(one.get("publisher")),
            "url": _plain(one.get("url")) or _page_id(one.get("mainEntityOfPage")),
        }
        for key, value in said.items():
            if value:
                found.setdefault(key, value)
    return loose | found


def _loaded(text: str, loose: dict[str, str]) -> Any:
    """The JSON in `text`; line ends in strings and commas too many are let pass, else the fields go to `loose`."""
    bare = text.strip().removeprefix("<!--").removesuffix("-->").strip().removeprefix("//<![CDATA[")
    bare = bare.removeprefix("<![CDATA[").strip().removesuffix("//]]>").removesuffix("]]>").rstrip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub("", bare), unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    for field in ("headline", "datePublished"):
        match = re.search(_FIELD % field, bare)
        value = _plain(match[1].replace('\\"', '"').replace("\\/", "/")) if match else None
        if value:
            loose.setdefault(field, value)
    return None


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top, in lists, in @graph and as the page's main entity; not the items of lists of links."""
    queue = [loaded]
    for _ in range(_MOST_NODES):
        if not queue:
            return
        one = queue.pop(0)
        if isinstance(one, list):
            queue += one
        elif isinstance(one, dict):
            yield one
            queue += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _name(told: Any) -> str | None:
    """The name or names in a person, an organisation, a list of them, or plain text."""
    if isinstance(told, dict):
        return _name(told.get("name"))
    if isinstance(told, list):
        return ", ".join(dict.fromkeys(name for one in told if (name := _name(one)))) or None
    return _plain(told)


def _page_id(told: Any) -> str | None:
    return _plain(told.get("@id") or told.get("url")) if isinstance(told, dict) else _plain(told)


def _address(tree: Any, metas: dict[str, str], linked: dict[str, str], address: str | None) -> str | None:
    """The page's own address: canonical, og:url, JSON-LD, where it was saved from; one with a path before a site's root.

    Portals name their front page as the canonical address of every page; then the next one that has a path is taken.
    """
    saved = _saved_from(tree)
    base = next((node.get("href") for node in tree.iter("base") if node.get("href")), None)
    canonical = next(
        (node.get("href") for node in tree.iter("link") if "canonical" in (node.get("rel") or "").lower().split()), None
    )
    told = [canonical, metas.get("og:url"), linked.get("url"), address, saved]
    start = next((one for one in [base, address, saved, metas.get("og:url")] if one and _is_web(one)), "")
    full = [made for one in told if one and _is_web(made := _joined(start, one.strip()))]
    return next((one for one in full if _split(one)[2].strip("/") or _split(one)[3]), full[0] if full else None)


def _saved_from(tree: Any) -> str | None:
    """The address in the comment that browsers put into pages they save."""
    from lxml import etree  # noqa: PLC0415 - only pages need it

    root = tree.getroottree().getroot()
    comments = [*root.itersiblings(etree.Comment, preceding=True), *islice(root.iter(etree.Comment), _MOST_COMMENTS)]
    found = (_SAVED_FROM.search(comment.text or "") for comment in comments)
    return next((match[1] for match in found if match), None)


def _is_web(address: str) -> bool:
    return _split(address)[0] in {"http", "https"} and bool(_split(address)[1])


def _split(address: str) -> tuple[str, str, str, str]:
    """Scheme, host, path and query of an address; empty where it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", "", "", ""
    return parts.scheme, parts.netloc, parts.path, parts.query


def _joined(start: str, address: str) -> str:
    try:
        return urljoin(start, address)
    except ValueError:
        return ""
