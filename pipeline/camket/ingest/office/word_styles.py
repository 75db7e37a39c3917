"""Which font the text of a Word file stands in: its run's own, or that of styles, themes and the file's defaults."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LONGEST_CHAIN = 20
"""Styles that are based on each other in a circle end here."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its font, if it tells one, and the style that it is based on."""

    font: str | None
    based_on: str | None


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts that a file tells outside its text."""

    styles: dict[str, Style]
    themes: dict[str, str]
    paragraphs: str | None
    default: str | None

    def of_text(self, text: etree._Element) -> str | None:
        """The font of a `w:t`."""
        run, paragraph = _above(text, W + "r"), _above(text, W + "p")
        own = run.find(W + "rPr") if run is not None else None
        named = _told(paragraph, f"{W}pPr/{W}pStyle") or self.paragraphs
        return (
            _font(own, self.themes)
            or self._of_style(_told(run, f"{W}rPr/{W}rStyle"))
            or self._of_style(named)
            or self.default
        )

    def _of_style(self, name: str | None) -> str | None:
        for _ in range(_LONGEST_CHAIN):
            style = self.styles.get(name or "")
            if style is None or style.font:
                return style.font if style else None
            name = style.based_on
        return None


def fonts_of(box: zipfile.ZipFile) -> Fonts:
    """The fonts of the Word file in `box`."""
    names = box.namelist()
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    themes: dict[str, str] = {}
    for part in (name for name in names if name.startswith("word/theme/") and name.endswith(".xml")):
        tree = etree.fromstring(box.read(part), parser)
        for kind in ("major", "minor"):
            latin = tree.find(f".//{_A}{kind}Font/{_A}latin")
            if latin is not None:
                themes.setdefault(kind, latin.get("typeface", ""))
    if "word/styles.xml" not in names:
        return Fonts({}, themes, None, None)
    tree = etree.fromstring(box.read("word/styles.xml"), parser)
    styles: dict[str, Style] = {}
    paragraphs = None
    for style in tree.iter(W + "style"):
        name = style.get(W + "styleId", "")
        styles[name] = Style(_font(style.find(W + "rPr"), themes), _told(style, W + "basedOn"))
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}:
            paragraphs = name
    default = _font(tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), themes)
    return Fonts(styles, themes, paragraphs, default)


def _font(properties: etree._Element | None, themes: dict[str, str]) -> str | None:
    """The font that run properties tell for letters that are no ASCII."""
    fonts = properties.find(W + "rFonts") if properties is not None else None
    if fonts is None:
        return None
    for slot in ("hAnsi", "ascii"):
        theme = fonts.get(f"{W}{slot}Theme")
        if theme and themes.get(theme[:5]):
            return themes[theme[:5]]
        if fonts.get(W + slot):
            return fonts.get(W + slot)
    return None


def _above(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _told(element: etree._Element | None, path: str) -> str | None:
    """The value of the setting at `path` in `element`."""
    found = element.find(path) if element is not None else None
    return found.get(W + "val") if found is not None else None
