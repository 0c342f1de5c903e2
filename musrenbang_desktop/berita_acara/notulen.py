"""Notulen: the agenda as it ran, who said what, opinions about usulan, decisions; and lined sheets for the pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.bars import heading
from musrenbang_desktop.berita_acara.blocks import letterhead, signatures, signatures_height, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi_risalah import Risalah, Ucapan
from musrenbang_desktop.berita_acara.minutes import described
from musrenbang_desktop.berita_acara.quorum import quorum_text
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms
from musrenbang_desktop.domain.acara import BarisAcara, berjam
from musrenbang_desktop.domain.bentuk_cetak import BentukCetak

HANG_FACT = 42 * MM
HANG_NUMBER = 8 * MM
LINE = 8.5 * MM
"""between two lines to write on"""
BLANK_SHEETS = 2


def notulen(flow: Flow, terms: Terms) -> None:
    """Draw the notulen."""
    shape, day = terms.profile.cetak["notulen"], terms.isi.risalah
    flow.start(rebah=False)
    _head(flow, terms, shape.teks["judul"])
    for letter, (key, draw) in zip("ABCD", _PARTS.items(), strict=True):
        section(flow, f"{letter}. {terms.fill(shape.teks[key])}")
        draw(flow, terms, shape, day)
        flow.gap(12)
    places = signers(terms, shape.penanda)
    text = terms.fill(shape.teks["penutup"])
    flow.need(2 * flow.huruf.isi * flow.spasi + signatures_height(flow, terms, places))
    flow.paragraph(text)
    signatures(flow, terms, places)


def notulen_blank(flow: Flow, terms: Terms) -> None:
    """Draw lined sheets for the notulis: the facts of the meeting on the first, room for signatures on the last."""
    shape = terms.profile.cetak["notulen"]
    places = signers(terms, shape.penanda)
    flow.start(rebah=False)
    _head(flow, terms, shape.teks["judul_kosong"])
    note = terms.fill(shape.teks["keterangan_kosong"])
    flow.paragraph(note, face=flow.document.italic, size=flow.huruf.tabel, rata="kiri", spacing=1.25)
    for number in range(1, BLANK_SHEETS + 1):
        below = signatures_height(flow, terms, places) + LINE if number == BLANK_SHEETS else 0.0
        _lines(flow, below)
        if number < BLANK_SHEETS:
            flow.new_sheet()
    flow.y -= LINE / 2
    signatures(flow, terms, places)


def section(flow: Flow, text: str) -> None:
    """The name of a part; never at the foot of a sheet without what it names."""
    flow.need(flow.huruf.isi * 3 + flow.huruf.tabel * 6)
    heading(flow, text)


def _head(flow: Flow, terms: Terms, judul: str) -> None:
    letterhead(flow, terms)
    title(flow, terms.fill(judul))
    flow.gap(8)
    for label, text in head_facts(terms):
        flow.item(label, text, hang=HANG_FACT, colon=True)
    flow.gap(9)


def head_facts(terms: Terms) -> list[tuple[str, str]]:
    """What stands below the title: label and text of everything that was recorded."""
    forum = terms.isi.forum
    scribes = "; ".join(described(one) for one in (forum.notulis, forum.notulis_kedua) if one.nama.strip())
    lines = (
        ("Hari, tanggal", terms.hari_tanggal),
        ("Waktu", terms.waktu),
        ("Tempat", terms.tempat),
        ("Pimpinan sidang", described(forum.pimpinan)),
        ("Notulis", scribes or described(forum.notulis)),
        ("Peserta", terms.jumlah_peserta if terms.isi.hitungan.hadir else ""),
        ("Kuorum", quorum_text(terms)),
    )
    return [(label, text) for label, text in lines if text]


def _lines(flow: Flow, below: float) -> None:
    """Dotted lines from here to the foot, which leave *below* points free."""
    while flow.room - below >= LINE:
        flow.y -= LINE
        flow.sheet.dotted(flow.left, flow.right, flow.y)


def _agenda(flow: Flow, terms: Terms, shape: BentukCetak, day: Risalah | None) -> None:
    """The items with the hours at which they ran; with those of the plan where the clock was not used."""
    table = Table(flow, shape.tabel["acara"].kolom)
    rows = [table.data([cells[column.isi] for column in table.columns]) for cells in agenda_cells(terms, day)]
    table.draw(rows or [table.notice(NIHIL)])


def agenda_cells(terms: Terms, day: Risalah | None) -> list[dict[str, str]]:
    """Every item of the agenda: fact of a column -> its text."""
    ran = dict(day.waktu) if day else {}
    forum = terms.isi.forum
    return [
        {key: _item(row, key, number, ran) for key in ("nomor", "acara", "waktu", "oleh")}
        for number, row in enumerate(berjam(forum.agenda, forum.jam_mulai), 1)
    ]


def _item(row: BarisAcara, key: str, number: int, ran: dict[str, str]) -> str:
    if key == "waktu":
        planned = f"{row.mulai}-{row.selesai}" if row.mulai else ""
        return ran.get(row.acara.judul, TIDAK_ADA) if ran else planned
    return {"nomor": str(number), "acara": row.acara.judul, "oleh": row.acara.oleh}[key]


def _spoken(flow: Flow, terms: Terms, shape: BentukCetak, day: Risalah | None) -> None:
    """Everything said, item by item; the words of a turn that nobody noted leave room for the pen."""
    form = shape.tabel["pembicaraan"]
    table = Table(flow, form.kolom, letters=terms.profile.nomor_kolom)
    rows: list[Row] = []
    for item, spoken in by_item(day):
        if item:
            rows.append(table.band(item))
        rows += [table.data([said(one, column.isi) for column in table.columns]) for one in spoken]
    table.draw(rows or [table.notice(NIHIL)])


def by_item(day: Risalah | None) -> list[tuple[str, list[Ucapan]]]:
    """What was said under each item of the agenda, in the order of the day; "" goes on with the item before."""
    found: list[tuple[str, list[Ucapan]]] = []
    before = ""
    for one in day.ucapan if day else ():
        if not found or (one.acara and one.acara != before):
            before = one.acara
            found.append((one.acara, []))
        found[-1][1].append(one)
    return found


def said(one: Ucapan, key: str) -> str:
    """One cell of what was said."""
    return str(getattr(one, key))


def _opinions(flow: Flow, _terms: Terms, shape: BentukCetak, day: Risalah | None) -> None:
    table = Table(flow, shape.tabel["usulan"].kolom)
    rows = [table.data([cells[column.isi] for column in table.columns]) for cells in opinion_cells(day)]
    table.draw(rows or [table.notice(NIHIL)])


def opinion_cells(day: Risalah | None) -> list[dict[str, str]]:
    """Every usulan about which something was said: fact of a column -> its text."""
    return [
        {"nomor": str(number), "label": one.label, "usulan": one.usulan, "catatan": "\n".join(one.catatan)}
        for number, one in enumerate(day.pendapat if day else (), 1)
    ]


def _decisions(flow: Flow, terms: Terms, shape: BentukCetak, day: Risalah | None) -> None:
    found = list(decided(terms, shape, day))
    for number, text in enumerate(found, 1):
        flow.item(f"{number}.", text, hang=HANG_NUMBER)
        flow.gap(2)
    if not found:
        flow.paragraph(NIHIL, rata="kiri")


def decided(terms: Terms, shape: BentukCetak, day: Risalah | None) -> Iterator[str]:
    """The decisions in sentences, in the order of a day: the rules, the notes, moves, counts, delegates, the end."""
    texts, isi = shape.teks, terms.isi
    if day and day.dikunci:
        yield one_full_stop(terms.fill(texts["dikunci"], {"jam": day.dikunci, "saksi": _listed(day.saksi) or "-"}))
    yield from day.putusan if day else ()
    for usulan, move in day.pindah if day else ():
        reason = f"{move.alasan} (diminta {move.oleh}, disetujui {move.setuju} orang)"
        words = {"usulan": usulan, "dari": str(move.dari), "ke": str(move.ke), "alasan": reason}
        yield terms.fill(texts["pindah"], words)
    counts = {
        "ke_kecamatan": sum(row.keluaran == "ke_kecamatan" for row in isi.prioritas),
        "dana_desa": sum(row.keluaran == "dana_desa" for row in isi.prioritas),
        "belum_disepakati": len(isi.belum_disepakati),
    }
    for key, count in counts.items():
        if count:
            yield terms.fill(texts[key], {"jumlah": str(count)})
    if isi.delegasi:
        names = _listed([named_delegate(one.nama, one.peran) for one in isi.delegasi])
        yield one_full_stop(terms.fill(texts["delegasi"], {"nama": names}))
    if day and day.ditutup:
        yield terms.fill(texts["ditutup"], {"jam": day.ditutup})


def one_full_stop(text: str) -> str:
    """A sentence that ends with a title (``A.Md.``) keeps the point of the title as its own."""
    return f"{text[:-2]}." if text.endswith("..") and not text.endswith("...") else text


def named_delegate(nama: str, peran: str) -> str:
    """``Rina (cadangan)``."""
    return f"{nama} (cadangan)" if peran == "cadangan" else nama


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


_PARTS = {"acara": _agenda, "pembicaraan": _spoken, "usulan": _opinions, "putusan": _decisions}
