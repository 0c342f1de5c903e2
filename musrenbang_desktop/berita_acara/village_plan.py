"""RKP Desa and DU-RKP: what the village carries out itself and what it asks of others, by bidang with their sums."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import signatures, signatures_height, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.berita_acara.priorities import priority_cells
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.sums import Cost, total_of
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TITIK, Terms, rupiah
from musrenbang_desktop.domain.bentuk_cetak import BentukCetak, NamaCetak
from musrenbang_desktop.domain.bidang import BIDANG_DESA
from musrenbang_desktop.domain.kesepakatan import Keluaran

HANG_HEAD = 40 * MM
COST = "perkiraan_biaya"


def own_plan(flow: Flow, terms: Terms) -> None:
    """Draw the RKP Desa: what the hall put on the village's own budget."""
    _plan(flow, terms, "rkp_desa", "dana_desa")


def wish_list(flow: Flow, terms: Terms) -> None:
    """Draw the DU-RKP: what the hall sends up."""
    _plan(flow, terms, "du_rkp", "ke_kecamatan")


def by_bidang(rows: Sequence[BarisPrioritas]) -> list[tuple[str, list[BarisPrioritas]]]:
    """The rows by bidang: those of the APB Desa in their order, then other names, at last what has none."""
    groups: dict[str, list[BarisPrioritas]] = {}
    names: dict[str, str] = {}
    for row in rows:
        name = " ".join(row.bidang.split())
        groups.setdefault(names.setdefault(name.casefold(), name), []).append(row)
    usual = {name.casefold(): place for place, name in enumerate(BIDANG_DESA)}
    last = len(usual)
    found = sorted(groups, key=lambda name: (usual.get(name.casefold(), last + (not name)), name.casefold()))
    return [(name, groups[name]) for name in found]


def _plan(flow: Flow, terms: Terms, name: NamaCetak, output: Keluaran) -> None:
    shape = terms.profile.cetak[name]
    listed = [row for row in terms.isi.prioritas if row.keluaran == output]
    flow.start(rebah=shape.rebah)
    title(flow, terms.fill(shape.teks["judul"]))
    flow.gap(10)
    _head(flow, terms, shape)
    form = shape.tabel[""]
    table = Table(flow, form.kolom, letters=terms.profile.nomor_kolom, min_height_mm=form.tinggi_baris_mm)
    places = signers(terms, shape.penanda)
    missing = sum(row.perkiraan_biaya is None for row in listed)
    noted = flow.huruf.tabel * 1.25 + 5 if missing else 0.0
    table.draw(_rows(table, terms, shape, listed), below=6 + noted + signatures_height(flow, terms, places))
    if missing:
        flow.gap(5)
        text = terms.fill(shape.teks["belum_dikenal"], {"jumlah": str(missing)})
        flow.paragraph(text, face=flow.document.italic, size=flow.huruf.tabel, rata="kiri", spacing=1.25)
    flow.gap(6)
    signatures(flow, terms, places)


def _head(flow: Flow, terms: Terms, shape: BentukCetak) -> None:
    """Which village this is, one fact a line."""
    forum = terms.isi.forum
    words = {
        "jenis_kecamatan": forum.istilah.kecamatan,
        "nama_kecamatan": _bare(forum.kecamatan, forum.istilah.kecamatan, "Kecamatan"),
        "nama_kabupaten": _bare(forum.kabupaten, "Kabupaten", "Kab."),
    }
    for line in shape.daftar["kepala"]:
        label, _, text = terms.fill(line, words).partition(":")
        flow.item(label.strip(), text.strip(), hang=HANG_HEAD, colon=True)
    flow.gap(6)


def _bare(name: str, *kinds: str) -> str:
    """``Kaliwungu`` of ``Kecamatan Kaliwungu``: the label beside it says the kind."""
    name = " ".join(name.split())
    for kind in kinds:
        if name.casefold().startswith(f"{kind} ".casefold()):
            name = name[len(kind) + 1 :]
    return name or TITIK


def _rows(table: Table, terms: Terms, shape: BentukCetak, listed: Sequence[BarisPrioritas]) -> list[Row]:
    if not listed:
        return [table.notice(NIHIL)]
    keys = [column.isi for column in table.columns]
    write = priority_cells(keys)
    rows: list[Row] = []
    number = 0
    for name, members in by_bidang(listed):
        for place, member in enumerate(members, 1):
            number += 1
            rows.append(table.data(_cells(keys, write(member), member, number, place)))
        words = {"bidang": name or terms.fill(shape.teks["tanpa_bidang"]), "jumlah": str(len(members))}
        rows += _sum(table, keys, terms.fill(shape.teks["jumlah_bidang"], words), members, rows)
    rows += _sum(table, keys, terms.fill(shape.teks["jumlah"], {"jumlah": str(number)}), listed, rows)
    return rows


def _cells(keys: list[str], texts: list[str], row: BarisPrioritas, number: int, place: int) -> list[str]:
    """What the order of the hall wrote, numbered anew here; why an usulan moved belongs to the annex, not to a plan."""
    labelled = "label" in keys
    own = {
        "nomor": str(number),
        "urut": str(place),
        "usulan": row.usulan if labelled else f"{row.usulan} ({row.label})",
    }
    return [own.get(key, text) for key, text in zip(keys, texts, strict=True)]


def _sum(table: Table, keys: list[str], label: str, members: Sequence[BarisPrioritas], above: list[Row]) -> list[Row]:
    """A sum on the sheet of the row above it; none where the columns show no money."""
    if COST not in keys:
        return []
    above[-1].glued = True
    costs = [Cost(member.bidang, member.perkiraan_biaya) for member in members]
    return [table.total(label, {keys.index(COST): rupiah(total_of(costs))})]
