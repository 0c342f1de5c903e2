"""Pieces of a Word file as text, and the zip around them. Measures are millimetres and points; Word's own are twips."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from musrenbang_desktop.domain.profile import Kertas, Rata

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: A zip has no clock of its own; this is the earliest day that it can write.
NO_DAY = (1980, 1, 1, 0, 0, 0)
#: On every Windows; where it is absent Word takes the first of the others that is there.
FONT = "Arial"
_OTHERS = "Arimo,Liberation Sans,Helvetica"

_ALIGN = {"kiri": "left", "tengah": "center", "kanan": "right", "rata": "both"}


def twips(mm: float) -> int:
    """Twentieths of a point."""
    return round(mm * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph stands: size and gaps in points, indents in millimetres; ``hang`` leaves room for a label.

    ``together`` keeps it with the next one, ``fresh`` begins a page, ``rule`` draws a double line below it.
    """

    size: float
    align: Rata | str = "kiri"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    spacing: float = 1.0
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    hang: float = 0.0
    tabs: tuple[float, ...] = ()
    together: bool = False
    fresh: bool = False
    rule: bool = False


def paragraph(text: str, style: Style, *, fields: Sequence[str] = ()) -> str:
    """One paragraph. A tab in the text is a tab; ``fields`` are Word's own fields (PAGE, NUMPAGES) behind the text."""
    return f"<w:p>{_paragraph_properties(style)}{_runs(text, style)}{''.join(_field(f, style) for f in fields)}</w:p>"


def _paragraph_properties(style: Style) -> str:
    parts = ["<w:keepNext/>"] if style.together else []  # the schema asks for this order
    if style.fresh:
        parts.append("<w:pageBreakBefore/>")
    if style.rule:
        parts.append('<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="4" w:color="000000"/></w:pBdr>')
    if style.tabs:
        stops = "".join(f'<w:tab w:val="left" w:pos="{twips(stop)}"/>' for stop in style.tabs)
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    line = round(240 * style.spacing)
    parts.append(
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
        f' w:line="{line}" w:lineRule="auto"/>'
    )
    if style.left or style.hang:
        parts.append(f'<w:ind w:left="{twips(style.left + style.hang)}" w:hanging="{twips(style.hang)}"/>')
    parts.append(f'<w:jc w:val="{_ALIGN[style.align]}"/>')
    parts.append(_run_properties(style))  # of the mark at its end: an empty line is as high as its letters would be
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _run_properties(style: Style) -> str:
    size = round(style.size * 2)
    marks = "".join(
        mark
        for wanted, mark in (
            (style.bold, "<w:b/>"),
            (style.italic, "<w:i/>"),
            (True, f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'),
            (style.underline, '<w:u w:val="single"/>'),
        )
        if wanted
    )
    return f"<w:rPr>{marks}</w:rPr>"


def _runs(text: str, style: Style) -> str:
    properties = _run_properties(style)
    parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\t")]
    return f"<w:r>{properties}{'<w:tab/>'.join(parts)}</w:r>"


def _field(name: str, style: Style) -> str:
    """A text that Word counts itself; plain text is passed through."""
    properties = _run_properties(style)
    if not name.isupper():
        return f'<w:r>{properties}<w:t xml:space="preserve">{escape(name)}</w:t></w:r>'
    return f'<w:fldSimple w:instr=" {name} "><w:r>{properties}<w:t>1</w:t></w:r></w:fldSimple>'


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: its paragraphs, over how many columns, whether it is shaded."""

    content: str
    span: int = 1
    grey: bool = False


_MARGINS = "".join(
    f'<w:{side} w:w="{wide}" w:type="dxa"/>'
    for side, wide in (("top", 30), ("left", 70), ("bottom", 30), ("right", 70))
)


def table(widths: Sequence[float], rows: Sequence[str], *, lines: bool = True) -> str:
    """A table whose columns are fixed, in millimetres."""
    kind = "single" if lines else "nil"
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(widths: Sequence[float], cells: Sequence[Box], *, head: bool = False, height: float = 0.0) -> str:
    """One row that no page divides; a ``head`` is printed again on every page."""
    tall = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    repeated = "<w:tblHeader/>" if head else ""
    properties = f"<w:trPr><w:cantSplit/>{tall}{repeated}</w:trPr>"
    place, parts = 0, []
    for cell in cells:
        wide = sum(map(twips, widths[place : place + cell.span]))
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E8E8E8"/>' if cell.grey else ""
        parts.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{shade}'
            f'<w:vAlign w:val="{"center" if head else "top"}"/></w:tcPr>{cell.content}</w:tc>'
        )
        place += cell.span
    return f"<w:tr>{properties}{''.join(parts)}</w:tr>"


def section(kertas: Kertas, *, rebah: bool) -> str:
    """The sheet of the pages before it: true F4 where the profile says so, turned for a table that lies across."""
    wide, high = twips(kertas.lebar_mm), twips(kertas.tinggi_mm)
    turned = ' w:orient="landscape"' if rebah else ""
    size = (high, wide) if rebah else (wide, high)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{size[0]}" w:h="{size[1]}"{turned}/>'
        f'<w:pgMar w:top="{twips(kertas.atas_mm)}" w:right="{twips(kertas.kanan_mm)}"'
        f' w:bottom="{twips(kertas.bawah_mm)}" w:left="{twips(kertas.kiri_mm)}"'
        f' w:header="{twips(kertas.atas_mm / 2)}" w:footer="{twips(kertas.bawah_mm / 2)}" w:gutter="0"/></w:sectPr>'
    )


def part(name: str, content: str) -> str:
    """One XML part: ``document``, ``hdr``, ``ftr``."""
    return f'{_DECLARATION}<w:{name} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{name}>'


def package(body: str, header: str, footer: str, title: str) -> bytes:
    """The whole file. The same texts always give the same bytes."""
    return zipped(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": _ROOT,
            "docProps/core.xml": _core(title),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": _RELATIONS,
            "word/styles.xml": _STYLES,
            "word/fontTable.xml": _FONTS,
            "word/settings.xml": _SETTINGS,
            "word/header1.xml": part("hdr", header),
            "word/footer1.xml": part("ftr", footer),
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip without a clock, the parts in the order given."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return file.getvalue()


_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"

_CONTENT_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("fontTable", "fontTable"),
            ("settings", "settings"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    + "</Types>"
)
_ROOT = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(
            (
                ("styles", "styles"),
                ("fontTable", "fontTable"),
                ("header", "header1"),
                ("footer", "footer1"),
                ("settings", "settings"),
            ),
            1,
        )
    )
    + "</Relationships>"
)
_STYLES = (
    f'{_DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    "</w:styles>"
)
_FONTS = (
    f'{_DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName w:val="{_OTHERS}"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
_SETTINGS = (
    f'{_DECLARATION}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)


def _core(title: str) -> str:
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
        f"{escape(title)}</dc:title><dc:creator>Musrenbang Desktop</dc:creator><dc:language>id-ID</dc:language>"
        "</cp:coreProperties>"
    )
