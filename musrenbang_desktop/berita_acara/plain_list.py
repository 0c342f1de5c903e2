"""A list on paper that belongs to no berita acara: the kamus usulan as a booklet, usulan that hang on no plan.

Same sheets, font and tables as the documents of the forum; no signatures, since nobody decides here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.berita_acara.blocks import shortened, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.sheet import MM, Document, Metadata
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.domain.profile import Kolom, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarCetak:
    """What is printed. ``bagian`` are (heading, rows) with one text a column; an empty heading is left out.

    ``keterangan`` stands below the title, ``kaki`` at the foot of every sheet; ``tanggal`` (ISO) is the day in the
    properties of the file, so that the same list always gives the same bytes.
    """

    judul: str
    keterangan: Sequence[str]
    kolom: Sequence[Kolom]
    bagian: Sequence[tuple[str, Sequence[Sequence[str]]]]
    kaki: str
    tanggal: str
    penerbit: str
    rebah: bool = False


def cetak(daftar: DaftarCetak, profile: Profile) -> bytes:
    """The PDF of a list, on the paper of the profile."""
    document = Document()
    flow = Flow(document, profile)
    flow.start(rebah=daftar.rebah)
    title(flow, daftar.judul)
    flow.gap(4)
    for text in daftar.keterangan:
        flow.paragraph(text, rata="tengah", size=flow.huruf.tabel + 1, spacing=1.2)
    flow.gap(8)
    table = Table(flow, daftar.kolom)
    rows = []
    for heading, found in daftar.bagian:
        if heading:
            rows.append(table.band(heading))
        rows += [table.data(row) for row in found]
    table.draw(rows or [table.notice("NIHIL")])
    _feet(document, daftar, profile)
    stamp = f"D:{daftar.tanggal.replace('-', '')}000000"
    return document.save(Metadata(title=daftar.judul, author=daftar.penerbit, subject=daftar.kaki, stamp=stamp))


def _feet(document: Document, daftar: DaftarCetak, profile: Profile) -> None:
    size, face = profile.huruf.kaki, document.regular
    for number, sheet in enumerate(document.sheets, 1):
        left, right = profile.kertas.kiri_mm * MM, sheet.width - profile.kertas.kanan_mm * MM
        y = profile.kertas.bawah_mm * MM - 8 * MM
        page = f"Halaman {number} dari {len(document.sheets)}"
        sheet.rule(left, y + size + 3, right, y + size + 3, 0.4)
        room = right - left - face.measure(page, size) - 12
        sheet.text(left, y, face, size, shortened(face, face.clean(daftar.kaki), room, size))
        sheet.text(right - face.measure(page, size), y, face, size, page)
