"""The recorded facts as the fields of a template. Each text comes from the function that the PDF takes it from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from musrenbang_desktop.berita_acara.any_forum import (
    body_of,
    clauses_of,
    closing_of,
    is_lower,
    representatives_title,
    title_of,
)
from musrenbang_desktop.berita_acara.attendance import NIHIL, person_cell
from musrenbang_desktop.berita_acara.blocks import Place, annex_places, officials
from musrenbang_desktop.berita_acara.groups import group_cell, group_name
from musrenbang_desktop.berita_acara.isi import BarisHadir
from musrenbang_desktop.berita_acara.minutes import clause_place, team_lines
from musrenbang_desktop.berita_acara.naskah import legal_basis
from musrenbang_desktop.berita_acara.not_agreed import refused_cell
from musrenbang_desktop.berita_acara.priorities import GROUPS, priority_cells
from musrenbang_desktop.berita_acara.quorum import quorum_text
from musrenbang_desktop.berita_acara.seal import seal_line
from musrenbang_desktop.berita_acara.sums import Cost, bidang_rows, total_of, unknown_text
from musrenbang_desktop.berita_acara.terms import Terms, rupiah
from musrenbang_desktop.berita_acara.word.facts_of_forms import instead, line_of, notes, terms_of, versions
from musrenbang_desktop.berita_acara.word.forms import Bentuk
from musrenbang_desktop.berita_acara.word.nilai import Nilai
from musrenbang_desktop.berita_acara.word.shapes import representatives_of, signing_in
from musrenbang_desktop.domain.profile import ISIAN, KOLOM, PenandaTangan, Peran

#: Room for a name that was not recorded, as the PDF leaves it.
TANPA_NAMA = f"({'.' * 46})"

#: A Word file can be changed by whoever opens it.
SEGEL_DI_PDF = "Segel diperiksa dari berkas PDF atau kertasnya, bukan dari berkas Word ini."


def facts(terms: Terms, bentuk: Bentuk = "lengkap") -> dict[str, Nilai]:
    """Every field of :data:`musrenbang_desktop.berita_acara.word.fields.ISI_TEMPLAT` with its value in this form."""
    terms = terms_of(terms, bentuk)
    return {
        **_words(terms),
        **_text(terms),
        **_people(terms, bentuk),
        **_agreed(terms),
        **_refused(terms),
        "kelompok": _groups(terms),
        **notes(terms),
        **versions(terms),
        **instead(terms, bentuk),
    }


def _words(terms: Terms) -> dict[str, Nilai]:
    forum = terms.isi.forum
    return {
        **{name: terms.fill(f"{{{name}}}") for name in ISIAN},
        "cap": terms.isi.tanda_air,
        "judul": title_of(terms).upper(),
        "rujukan": terms.rujukan.upper(),
        "judul_wakil": _who_sign(terms),
        "hari_tanggal": terms.hari_tanggal,
        "waktu": terms.waktu,
        "jumlah_peserta": terms.jumlah_peserta,
        "kuorum": quorum_text(terms),
        "sebelumnya": terms.musyawarah_sebelumnya,
        "surat_keputusan": terms.surat_keputusan,
        "kaki": _foot(terms),
        "segel": _seal(terms),
        "kop": _letterhead(terms),
        "judul_delegasi": terms.fill(terms.profile.daftar_delegasi.judul).upper(),
        "judul_hadir": terms.fill(terms.profile.lampiran["daftar_hadir"].judul).upper(),
        "judul_prioritas": terms.fill(terms.profile.lampiran["prioritas"].judul).upper(),
        "judul_kelompok": terms.fill(terms.profile.lampiran["kelompok"].judul).upper(),
        "judul_belum": terms.fill(terms.profile.lampiran["belum_disepakati"].judul).upper(),
        "saksi": [
            {"nomor": str(number), "nama": person.nama, "jabatan": person.jabatan}
            for number, person in enumerate((one for one in forum.saksi if one.nama.strip()), 1)
        ],
    }


def _foot(terms: Terms) -> str:
    isi = terms.isi
    parts = (
        f"{terms.musyawarah} {terms.wilayah} {isi.forum.tahun_pelaksanaan}",
        f"Forum {isi.kode_forum}" if isi.kode_forum else "",
        f"Jejak {isi.jejak}" if isi.jejak else "",
    )
    return " | ".join(part for part in parts if part)


def _seal(terms: Terms) -> str:
    segel = terms.isi.segel
    return f"SEGEL HASIL MUSYAWARAH {segel.kode}\n{seal_line(segel)}\n{SEGEL_DI_PDF}" if segel else ""


def _letterhead(terms: Terms) -> dict[str, Nilai]:
    kop = terms.isi.kop
    address = (kop.alamat, f"Kode Pos {kop.kode_pos}" if kop.kode_pos else "")
    contact = (f"Surel: {kop.surel}" if kop.surel else "", f"Situs: {kop.situs}" if kop.situs else "")
    return {
        "pemerintah": f"Pemerintah {terms.kabupaten}".upper(),
        "kecamatan": terms.kecamatan.upper(),
        "wilayah": terms.wilayah.upper(),
        "alamat": ", ".join(part for part in address if part),
        "kontak": ", ".join(part for part in contact if part),
    }


def _text(terms: Terms) -> dict[str, Nilai]:
    profile = terms.profile
    return {
        "naskah_awal": [line_of(line) for _, lines in body_of(terms) for line in lines],
        "klausul": [
            {
                "nomor": number.upper(),
                "titik_dua": ":" if clause_place(number)[1] else "",
                "teks": terms.fill(clause.teks),
            }
            for number, clause in clauses_of(terms)
        ],
        "naskah_akhir": [line_of(line) for _, lines in closing_of(terms) for line in lines],
        "dasar_hukum": [{"nomor": f"{n}.", "teks": text} for n, text in enumerate(legal_basis(terms), 1)],
        "tim": [{"nama": label, "teks": text} for label, text in team_lines(terms) if text],
        "tembusan": [{"nomor": f"{n}.", "teks": terms.fill(text)} for n, text in enumerate(profile.tembusan, 1)],
    }


def _people(terms: Terms, bentuk: Bentuk) -> dict[str, Nilai]:
    isi, profile = terms.isi, terms.profile
    signing = {entry.peran: entry for entry in signing_in(profile, bentuk) if entry.jika in ("", isi.forum.jenis)}
    least = representatives_of(profile, bentuk).baris_kosong
    groups = isi.hitungan.tiap_unsur
    shape = profile.daftar_delegasi
    return {
        "ttd": {role: _signer(terms, role, signing.get(role)) for role in get_args(Peran)},
        "ttd_lampiran": {role: _placed(*annex_places(terms, (role,))) for role in get_args(Peran)},
        "wakil": _persons(isi.wakil, "wakil", at_least=least),
        "hadir": _persons(isi.hadir, "daftar_hadir", extra=profile.lampiran["daftar_hadir"].tabel.baris_kosong),
        "hadir_unsur": [
            {"nomor": str(n), "unsur": name or "Belum dicatat", "diundang": str(invited), "hadir": str(present)}
            for n, (name, (present, invited)) in enumerate(groups.items(), 1)
        ],
        "jumlah_unsur": {
            "diundang": str(sum(pair[1] for pair in groups.values())),
            "hadir": str(sum(pair[0] for pair in groups.values())),
        },
        "delegasi": _persons(isi.delegasi, "delegasi"),
        "alasan_delegasi": terms.fill(shape.alasan, {"alasan": isi.alasan_delegasi.rstrip(".")})
        if isi.alasan_delegasi
        else "",
    }


def _signer(terms: Terms, role: Peran, entry: PenandaTangan | None) -> dict[str, Nilai]:
    """Who signs, with the words of the form; where the role does not sign there, those of an annex."""
    if entry is None:
        return _placed(*annex_places(terms, (role,)))
    return _placed(Place(entry.letak, terms.fill(entry.pengantar), terms.fill(entry.sebutan), officials(terms)[role]))


def _placed(place: Place) -> dict[str, Nilai]:
    person = place.pejabat
    return {
        "nama": person.nama.strip() or TANPA_NAMA,
        "nip": f"NIP {person.nip}" if person.nip else "",
        "jabatan": person.jabatan,
        "sebutan": f"{place.sebutan}," if place.sebutan else "",
        "pengantar": place.pengantar,
    }


def _persons(
    people: Sequence[BarisHadir], table: str, *, extra: int = 0, at_least: int = 0
) -> list[Mapping[str, Nilai]]:
    """The rows of a table of persons, and as many blank ones as the PDF leaves below them."""
    keys = sorted(KOLOM[table])
    rows: list[Mapping[str, Nilai]] = [{key: person_cell(person, key) for key in keys} for person in people]
    if not people and not at_least:
        return rows
    first = people[-1].nomor + 1 if people else 1
    blank = range(first, first + max(extra, at_least - len(people)))
    return [*rows, *({key: str(number) if key == "nomor" else "" for key in keys} for number in blank)]


def _agreed(terms: Terms) -> dict[str, Nilai]:
    listed = terms.isi.prioritas
    keys = [column.isi for column in terms.profile.lampiran["prioritas"].tabel.kolom]
    others = sorted(KOLOM["prioritas"] - set(keys))
    first, second = priority_cells(keys), priority_cells(others)
    cells = {id(row): dict(zip([*keys, *others], [*first(row), *second(row)], strict=True)) for row in listed}
    groups = [(key, [row for row in listed if row.keluaran == key]) for key in GROUPS]
    groups = [(key, rows) for key, rows in groups if rows]
    several = len(groups) > 1
    costs = [Cost(row.bidang, row.perkiraan_biaya) for row in listed]
    return {
        "prioritas": [cells[id(row)] for _, rows in groups for row in rows],
        "kelompok_prioritas": [
            {
                "judul": f"{chr(ord('A') + place)}. {terms.teks(key)}" if several else "",
                "usulan": [cells[id(row)] for row in rows],
                "jumlah": f"Jumlah {chr(ord('A') + place)} ({len(rows)} usulan)",
                "biaya": rupiah(total_of([Cost(row.bidang, row.perkiraan_biaya) for row in rows])),
            }
            for place, (key, rows) in enumerate(groups)
        ],
        "jumlah_prioritas": _total(costs),
        "biaya_prioritas": _bidang(costs),
        "catatan_prioritas": [{"teks": text} for text in (unknown_text(costs), *terms.isi.aturan) if text],
    }


def _refused(terms: Terms) -> dict[str, Nilai]:
    listed = terms.isi.belum_disepakati
    labelled = "label" in [column.isi for column in terms.profile.lampiran["belum_disepakati"].tabel.kolom]
    costs = [Cost(row.bidang, row.perkiraan_biaya) for row in listed]
    keys = sorted(KOLOM["belum_disepakati"])
    return {
        "belum_disepakati": [{key: refused_cell(row, key, labelled=labelled) for key in keys} for row in listed],
        "jumlah_belum": _total(costs),
        "biaya_belum": _bidang(costs),
        "catatan_belum": [{"teks": text} for text in (unknown_text(costs),) if text],
    }


def _groups(terms: Terms) -> list[Mapping[str, Nilai]]:
    keys = sorted(KOLOM["kelompok"])
    labelled = "label" in [column.isi for column in terms.profile.lampiran["kelompok"].tabel.kolom]
    return [
        {
            "nama": group_name(group),
            "usulan": [{key: group_cell(row, key, labelled=labelled) for key in keys} for row in group.baris],
            "kosong": "" if group.baris else NIHIL,
            "rangkuman": [{"teks": f"Rangkuman: {text}"} for text in group.rangkuman],
        }
        for group in terms.isi.kelompok
    ]


def _total(costs: Sequence[Cost]) -> dict[str, Nilai]:
    if not costs:
        return {"teks": NIHIL, "biaya": ""}
    return {"teks": f"Jumlah seluruhnya ({len(costs)} usulan)", "biaya": rupiah(total_of(costs))}


def _bidang(costs: Sequence[Cost]) -> list[Mapping[str, Nilai]]:
    names = ("nomor", "bidang", "usulan", "biaya")
    rows: list[Mapping[str, Nilai]] = [dict(zip(names, row, strict=True)) for row in bidang_rows(costs)]
    if costs:
        rows.append({"nomor": "", "bidang": "Jumlah", "usulan": str(len(costs)), "biaya": rupiah(total_of(costs))})
    return rows


def _who_sign(terms: Terms) -> str:
    """What stands above those who sign for the participants, in capitals where it is a title."""
    words = representatives_title(terms)
    return words.upper() if terms.profile.wakil_lembar_baru or is_lower(terms) else words
