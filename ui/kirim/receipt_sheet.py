"""The receipt on paper: the same rows as the text, as a PDF of F4 pages."""

from __future__ import annotations

from functools import cache
from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPdfWriter, QTextDocument

import resources
from musrenbang_desktop.domain.forum import Forum
from ui.kirim.words import BarisBukti, kepala_bukti

F4 = QPageSize(QSizeF(215, 330), QPageSize.Unit.Millimeter, "F4", QPageSize.SizeMatchPolicy.ExactMatch)
#: Qt adds two centimetres on every side when it prints a text.
_MARGINS = QMarginsF(10, 0, 0, 5)

_WHOLE = "style='white-space: pre'"


def receipt_pdf(forum: Forum, alamat: str, rows: list[BarisBukti]) -> bytes:
    """Draw the receipt."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(QPageLayout(F4, QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter))
    writer.setResolution(300)
    writer.setTitle(f"Bukti terima {forum.sebutan}")
    document = QTextDocument()
    document.setDefaultFont(QFont(_family(), 10))
    document.setHtml(_html(forum, alamat, rows))
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


@cache
def _family() -> str:
    """The font of the other documents."""
    for file in ("Arimo-Regular.ttf", "Arimo-Bold.ttf"):
        number = QFontDatabase.addApplicationFont(str(resources.path("fonts", file)))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _html(forum: Forum, alamat: str, rows: list[BarisBukti]) -> str:
    title, *facts = kepala_bukti(forum, alamat, len(rows))
    head = "".join(f"<th align='left'>{name}</th>" for name in ("No.", "Usulan", "Nomor bukti", "Diterima"))
    lines = "".join(
        f"<tr><td>{escape(row.label)}</td><td>{escape(row.judul)}</td><td {_WHOLE}>{escape(row.nomor)}</td>"
        f"<td {_WHOLE}>{escape(row.waktu)}</td></tr>"
        for row in rows
    )
    return (
        f"<h2>{escape(title)}</h2><p>{'<br>'.join(map(escape, facts))}</p><p></p>"
        "<table border='1' style='border-collapse: collapse' cellpadding='5' width='100%'>"
        f"<thead><tr>{head}</tr></thead>{lines}</table>"
    )
