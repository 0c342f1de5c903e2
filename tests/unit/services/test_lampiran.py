"""Files of usulan: stored once under their content, recorded in the journal, never deleted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.lampiran import Titik
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, lock_rules, propose, score
from tests.photos import heic, pdf, photo, written


def attach(layanan: Layanan, folder: Path, usulan: str, name: str = "jalan.jpg", **how: Any) -> str:
    path = written(folder, name, photo(**how))
    return layanan.lampiran.catat([layanan.lampiran.siapkan(path, usulan=usulan)])[0]


def close_result(layanan: Layanan) -> list[str]:
    ids = propose(layanan, 6)
    lock_rules(layanan)
    score(layanan, ids)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([one.usulan for one in layanan.kesepakatan.sekarang().butir], "ke_kecamatan")
    layanan.kesepakatan.tutup()
    return ids


def test_a_photo_lies_under_its_content_and_is_found_after_a_restart(
    layanan: Layanan, tmp_path: Path, open_village: OpenVillage
) -> None:
    usulan = propose(layanan, 1)[0]
    record = attach(layanan, tmp_path, usulan, titik=(-6.9, 107.6), width=3000, height=2000)
    layanan = open_village()
    (found,) = layanan.lampiran.daftar(usulan)
    assert (found.id, found.nama, found.jenis, found.titik) == (record, "jalan.jpg", "foto", None)
    path = layanan.lampiran.berkas(found)
    assert path.parts[-3:] == ("lampiran", found.sha256[:2], found.sha256[2:])
    assert path.stat().st_size == found.ukuran <= 300_000
    assert b"HP Contoh" not in path.read_bytes()
    assert layanan.lampiran.hilang() == layanan.lampiran.periksa() == []
    assert not list(path.parent.glob("*.sebagian"))


def test_the_place_is_only_taken_over_when_somebody_says_so(layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    siap = layanan.lampiran.siapkan(written(tmp_path, "a.jpg", photo(titik=(-6.9, 107.6))), usulan=usulan)
    assert siap.titik == Titik("-6.9", "107.6")
    record = layanan.lampiran.catat([siap])[0]
    assert layanan.lampiran.daftar(usulan)[0].titik is None
    layanan.lampiran.tempatkan(record, siap.titik)
    assert layanan.lampiran.daftar(usulan)[0].titik == siap.titik
    assert place_of(layanan, usulan) == ("-6.9", "107.6")
    layanan.riwayat.batalkan()
    assert place_of(layanan, usulan) == ("", "")
    assert layanan.lampiran.daftar(usulan)[0].titik is None


def place_of(layanan: Layanan, usulan: str) -> tuple[str, str]:
    found = layanan.usulan.satu(usulan)
    assert found
    return found.lintang, found.bujur


def test_several_files_are_one_act_and_one_undo(layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    files = [written(tmp_path, f"{n}.jpg", photo(300 + n, 200)) for n in range(3)]
    layanan.lampiran.catat([layanan.lampiran.siapkan(path, usulan=usulan) for path in files])
    assert layanan.riwayat.teks_batal() == "3 berkas dilampirkan sekaligus"
    layanan.riwayat.batalkan()
    assert layanan.lampiran.daftar(usulan) == []
    layanan.riwayat.ulangi()
    assert [one.nama for one in layanan.lampiran.daftar(usulan)] == ["0.jpg", "1.jpg", "2.jpg"]
    assert replay.first_difference(layanan.desk.connection) is None


def test_the_same_photo_is_recorded_once_at_one_usulan(layanan: Layanan, tmp_path: Path) -> None:
    first, second = propose(layanan, 2)
    attach(layanan, tmp_path, first)
    again = layanan.lampiran.siapkan(tmp_path / "jalan.jpg", usulan=first)
    assert layanan.lampiran.catat([again, again]) == []
    attach(layanan, tmp_path, second)
    assert len({one.sha256 for one in layanan.lampiran.semua()}) == 1


def test_a_withdrawn_file_stays_on_record_and_on_the_disk(layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    record = attach(layanan, tmp_path, usulan)
    layanan.lampiran.batalkan(record)
    (found,) = layanan.lampiran.daftar(usulan)
    assert found.status == "batal"
    assert layanan.lampiran.semua() == []
    assert layanan.lampiran.berkas(found).exists()
    layanan.lampiran.pulihkan(record)
    assert [one.id for one in layanan.lampiran.semua()] == [record]
    layanan.lampiran.ubah_jenis(record, "tanah")
    assert layanan.riwayat.teks_batal() == f"Lampiran jalan.jpg ({_named(layanan, usulan)}): Surat tanah"
    with pytest.raises(RuleBroken):
        layanan.lampiran.ubah_jenis(record, "video")


def _named(layanan: Layanan, usulan: str) -> str:
    found = layanan.usulan.satu(usulan)
    assert found
    return f"{found.label} {found.judul}"


def test_a_missing_and_a_changed_file_are_named(layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    for n in range(3):
        attach(layanan, tmp_path, usulan, f"{n}.jpg", width=300 + n)
    gone, changed, _ = layanan.lampiran.daftar(usulan)
    layanan.lampiran.berkas(gone).unlink()
    path = layanan.lampiran.berkas(changed)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert layanan.lampiran.hilang() == [gone]
    assert [(one.lampiran.nama, one.keadaan) for one in layanan.lampiran.periksa()] == [
        ("0.jpg", "hilang"),
        ("1.jpg", "berubah"),
    ]
    attach(layanan, tmp_path, "", "lagi.jpg", width=301)
    assert [one.lampiran for one in layanan.lampiran.periksa()] == [gone], "the same photo mends the stored file"


def test_papers_keep_their_print_and_pdfs_their_bytes(layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    data = pdf(4_000_000)
    siap = layanan.lampiran.siapkan(written(tmp_path, "RAB.pdf", data), "rab", usulan)
    assert (siap.baru.ukuran, siap.baru.jenis) == (len(data), "rab")
    scan = layanan.lampiran.siapkan(written(tmp_path, "surat.jpg", photo(3000, 4000, noise=10)), "tanah", usulan)
    assert scan.baru.jenis == "tanah"
    assert scan.titik is None
    layanan.lampiran.catat([siap, scan])
    assert layanan.lampiran.berkas(layanan.lampiran.daftar(usulan)[0]).read_bytes() == data


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("IMG_0001.HEIC", heic(), "heic"),
        ("besar.pdf", pdf(5 * 1024 * 1024), "pdf_terlalu_besar"),
        ("kosong.jpg", b"", "rusak"),
        ("catatan.txt", b"catatan", "bukan_gambar"),
    ],
)
def test_what_is_refused_writes_nothing(layanan: Layanan, tmp_path: Path, name: str, data: bytes, code: str) -> None:
    head = layanan.desk.store.head.seq
    with pytest.raises(RuleBroken) as refused:
        layanan.lampiran.siapkan(written(tmp_path, name, data))
    assert refused.value.code == code
    assert layanan.desk.store.head.seq == head
    assert not (tmp_path / "data" / "lampiran").exists()


def test_a_file_that_went_away_is_trouble_and_no_mistake_of_ours(layanan: Layanan, tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        layanan.lampiran.siapkan(tmp_path / "tidak-ada.jpg")


def test_after_the_end_only_the_forum_takes_photos_and_the_paper_stays_the_same(
    layanan: Layanan, tmp_path: Path
) -> None:
    ids = close_result(layanan)
    jejak = layanan.dokumen.isi().jejak
    siap = layanan.lampiran.siapkan(written(tmp_path, "a.jpg", photo()), usulan=ids[0])
    with pytest.raises(RuleBroken) as refused:
        layanan.lampiran.catat([siap])
    assert refused.value.code == "sudah_ditutup"
    attach(layanan, tmp_path, "", "halaman 1.jpg")
    assert layanan.dokumen.isi().jejak == jejak
    assert layanan.riwayat.teks_batal() == "Lampiran halaman 1.jpg (forum) dicatat"
    layanan.riwayat.batalkan()
    assert layanan.lampiran.semua() == []
    assert layanan.riwayat.teks_batal() is None


def test_an_unknown_usulan_takes_no_file(layanan: Layanan, tmp_path: Path) -> None:
    siap = layanan.lampiran.siapkan(written(tmp_path, "a.jpg", photo()), usulan="x-1")
    with pytest.raises(RuleBroken) as refused:
        layanan.lampiran.catat([siap])
    assert refused.value.code == "tidak_ditemukan"


def test_photos_of_a_merged_usulan_stand_with_the_one_that_goes_on(layanan: Layanan, tmp_path: Path) -> None:
    first, second, third = propose(layanan, 3)
    for usulan, width in ((first, 300), (second, 310), (third, 320)):
        attach(layanan, tmp_path, usulan, f"{width}.jpg", width=width)
    layanan.ganda.gabung(second, third)
    layanan.ganda.gabung(first, second)
    assert [one.nama for one in layanan.lampiran.daftar(first)] == ["300.jpg", "310.jpg", "320.jpg"]
    assert [one.nama for one in layanan.lampiran.daftar(third)] == ["320.jpg"]
    layanan.ganda.pisahkan(second)
    assert [one.nama for one in layanan.lampiran.daftar(first)] == ["300.jpg"]
