"""The paragraphs of a Word part as text, however Word has divided them."""

from __future__ import annotations

import re

from lxml import etree

from musrenbang_desktop.berita_acara.word.ooxml import W

_TEXT, _PARAGRAPH, _TAB = f"{{{W}}}t", f"{{{W}}}p", f"{{{W}}}tab"


def whole_xml(data: bytes) -> str:
    """The part as text on one line for each paragraph. Raises ValueError where it cannot be read, or names entities."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    text = str(etree.tostring(root, encoding="unicode")).replace("\n", " ")
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", text)


def paragraphs_of(xml: str) -> list[str]:
    """The text of each line of :func:`whole_xml`; the first is what stands before any paragraph."""
    return [_text_of(line) for line in xml.split("\n")]


def _text_of(line: str) -> str:
    parts = re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>|(<w:tab/>|<w:br/>)", line)
    text = "".join(words or " " for words, _ in parts)
    for written, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(written, letter)
    return text
