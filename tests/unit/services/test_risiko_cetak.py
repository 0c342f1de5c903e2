"""The hall reads what stands in the way of an usulan on every sheet before it votes."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from musrenbang_desktop.berita_acara.documents import draw
from musrenbang_desktop.domain.antardesa import UsulanTetangga
from musrenbang_desktop.domain.kesiapan import BUTIR, Kesiapan
from musrenbang_desktop.domain.peringatan import Peringatan
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.kertas_suara import kertas_suara
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose

_JEMBATAN = UsulanTetangga(
    kode_wilayah="00.00.00.2003", desa="Wonorejo", nomor="U-001", tahun_rencana=2027, judul="Jembatan Kali Genteng"
)


def words_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as paper:
        return " ".join("".join(page.get_textpage().get_text_range() for page in paper).split())


def test_ballots_and_score_sheets_name_the_risk(layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    layanan.usulan.ubah(
        ids[0],
        peringatan=(Peringatan("sudah_dianggarkan", "DPA 2026"),),
        kesiapan=(Kesiapan("lahan", "tidak"),),
    )
    layanan.usulan.ubah(ids[1], kesiapan=tuple(Kesiapan(butir, "ya") for butir in BUTIR))
    rows = {
        one.nomor: one.risiko
        for kelompok in kertas_suara(layanan.desk, layanan.prioritas).kelompok
        for one in kelompok.pilihan
    }
    assert rows == {1: "! sudah dianggarkan (DPA 2026); lahan belum siap; 5 belum tahu", 2: "", 3: ""}


def test_each_answer_and_the_land_print_as_a_mark_before_the_hall_votes(layanan: Layanan) -> None:
    ids = propose(layanan, 5)
    ready = tuple(Kesiapan(butir, "ya", "dilihat 3 Januari") for butir in BUTIR)
    layanan.usulan.ubah(ids[0], kesiapan=(Kesiapan("lahan", "ya", "SHM 5"),))
    layanan.usulan.ubah(ids[1], kesiapan=(*ready[:3], Kesiapan("tata_ruang", "tidak"), *ready[4:]))
    layanan.usulan.ubah(ids[2], status_lahan="sengketa", kesiapan=ready)
    layanan.usulan.ubah(ids[3], status_lahan="warga")
    layanan.usulan.ubah(ids[4], status_lahan="warga", kesiapan=ready)
    marks = [
        "? kesiapan: 5 belum tahu",
        "! tata ruang belum siap",
        "! lahan sengketa",
        "! lahan milik warga, hibah belum ada",
    ]
    kertas = kertas_suara(layanan.desk, layanan.prioritas)
    assert [one.risiko for one in kertas.kelompok[0].pilihan] == [*marks, ""]
    paper = words_of(draw("kertas_suara", layanan.dokumen.isi(), load("rkpd-86")))
    script = words_of(draw("naskah_suara", layanan.dokumen.isi(), load("rkpd-86")))
    for mark in marks:
        assert mark in paper
        assert mark in script
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "ke_kecamatan")
    agreed = words_of(draw("prioritas", layanan.dokumen.isi(), load("rkpd-86")))
    assert "Kesiapan: lahan sengketa" in agreed
    assert "Kesiapan: siap" in agreed


def test_lampiran_ii_prints_risk_other_villages_and_notes_below_the_usulan(layanan: Layanan) -> None:
    ids = propose(layanan, 2)
    layanan.usulan.ubah(ids[0], peringatan=(Peringatan("perlu_lahan", "Kaur Perencanaan"),))
    layanan.usulan.catat_pendapat(ids[0], "syarat", "lahan dihibahkan dulu")
    layanan.usulan.catat_pendapat(ids[1], "keberatan", "jalan belum lima tahun")
    layanan.antardesa.nyatakan(ids[0], replace(_JEMBATAN, nomor="U-009"), "bersama")
    layanan.antardesa.nyatakan(ids[1], _JEMBATAN, "beda")
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([ids[0]], "dana_desa")
    layanan.kesepakatan.tetapkan([ids[1]], "belum_disepakati", "menunggu tahun depan")
    isi, profile = layanan.dokumen.isi(), load("rkpd-86")
    agreed, refused = (draw(kind, isi, profile) for kind in ("prioritas", "belum_disepakati"))
    assert "Peringatan: perlu lahan (Kaur Perencanaan)" in words_of(agreed)
    assert "Syarat (09.00): lahan dihibahkan dulu" in words_of(agreed)
    assert "Keberatan (09.00): jalan belum lima tahun" in words_of(refused)
    assert "Usulan bersama antardesa: Desa Wonorejo, Jembatan Kali Genteng" in words_of(agreed)
    assert "Wonorejo" not in words_of(refused), "what is not the same is nobody's business on paper"
    assert draw("prioritas", layanan.dokumen.isi(), profile) == agreed, "a reprint is the same byte for byte"
