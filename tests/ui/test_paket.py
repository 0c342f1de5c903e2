"""The section Paket kabupaten: look, believe, put in, print, take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.paket import DESA, HEAD, ORANG_LAIN, ROWS, berkas, contoh_paket, kamus_besar
from tests.ui.conftest import RecordedSay
from tests.ui.pages import clipped
from ui.siapkan.page import SiapkanPage
from ui.siapkan.paket import PaketSection
from ui.theme import TEXT_SIZES, Theme

Show = Callable[..., Any]


def section(show: Show, layanan: Layanan) -> PaketSection:
    """The section in front, as the operator opens it."""
    page = show(SiapkanPage, layanan).page
    page.show_record("paket")
    found = page.findChild(PaketSection)
    assert found is not None and found.isVisible()
    return found


def choose(found: PaketSection, say: RecordedSay, path: Path) -> None:
    """Press the button and pick this file."""
    say.files.append(path)
    found.choose_button.click()


def put_in(found: PaketSection, say: RecordedSay, path: Path) -> None:
    choose(found, say, path)
    say.answers.append(True)
    found.install_button.click()


def test_a_file_is_shown_then_believed_then_put_in(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    found = section(show, layanan)
    assert "tanpa paket" in found.state.text() and found.file.isHidden()
    choose(found, say, berkas(tmp_path, contoh_paket(with_profile=True)))
    assert "Nomor 050/12/2026, 5 Januari 2026, Kabupaten Contoh, tahun rencana 2027" in found.look_inside.text()
    assert "5 kamus usulan" in found.look_inside.text() and "1 bentuk formulir" in found.look_inside.text()
    assert found.install_button.hasFocus() and layanan.paket.terpasang() is None
    say.answers += [False]
    QTest.keyClick(found.install_button, Qt.Key.Key_Space)
    assert layanan.paket.terpasang() is None and not found.file.isHidden(), "not yet believed: nothing happens"
    say.answers += [True]
    found.install_button.click()
    assert "terpasang" in say.texts("success")[-1]
    assert found.use.text() == "Forum ini memakai paket itu." and found.file.isHidden()
    layanan.riwayat.batalkan()
    assert found.use.text() == "Forum ini belum memakai paket." and not found.use_button.isHidden()


def test_a_signer_is_asked_about_once(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket()))
    assert len(say.asked) == 1
    choose(found, say, berkas(tmp_path, contoh_paket(head=replace(HEAD, nomor="051"))))
    found.install_button.click()
    assert len(say.asked) == 1 and layanan.paket.terpasang().nomor == "051"
    assert "tetap memakai nomor 050/12/2026" in found.use.text()
    found.use_button.click()
    assert found.use.text() == "Forum ini memakai paket itu."


def test_an_older_file_and_one_of_another_place_are_named_before_they_are_put_in(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    layanan.forum.ubah(kode_wilayah=DESA)
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket()))
    choose(found, say, berkas(tmp_path, contoh_paket(head=replace(HEAD, nomor="051", tanggal="2026-01-06"))))
    assert found.doubt.isHidden(), "a newer one is what everybody expects"
    choose(found, say, berkas(tmp_path, contoh_paket(head=replace(HEAD, nomor="700", tanggal="2025-01-05"))))
    assert found.doubt.text().startswith("Paket ini lebih lama daripada yang terpasang (nomor 050/12/2026")
    choose(found, say, berkas(tmp_path, contoh_paket(head=replace(HEAD, kode="00.0", kabupaten="Kabupaten Lain"))))
    assert found.doubt.text() == (f"Paket ini untuk Kabupaten Lain (00.0), sedangkan kode wilayah forum ini {DESA}.")


def test_a_package_of_another_year_is_named(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket()))
    assert found.use.text() == "Forum ini memakai paket itu."
    layanan.forum.ubah(tahun_rencana=2028)
    assert found.use.text() == (
        "Forum ini memakai paket itu. "
        "Perhatikan: paket itu untuk tahun rencana 2027, forum ini merencanakan tahun 2028."
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (contoh_paket()[:-5], "susunan"),
        (contoh_paket()[:3000], "terpotong"),
        (contoh_paket(private=ORANG_LAIN), "pihak lain"),
        (b"bukan paket", "bukan paket kabupaten"),
        (b"", "kosong"),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path, data: bytes, said: str, caplog: Any
) -> None:
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket()))
    before = layanan.desk.store.head.seq
    with caplog.at_level("CRITICAL"):
        choose(found, say, berkas(tmp_path, data, "rusak"))
    assert said in say.last.text.casefold() and say.last.kind == "error" and "Tidak ada yang" in say.last.text
    assert found.file.isHidden() and layanan.desk.store.head.seq == before


def test_escape_leaves_the_file_alone(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    found = section(show, layanan)
    choose(found, say, berkas(tmp_path, contoh_paket()))
    assert found.page.escape() and found.file.isHidden() and layanan.paket.terpasang() is None
    assert found.choose_button.hasFocus()


def test_ceilings_and_criteria_are_taken_by_a_button_and_given_back(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    layanan.forum.ubah(kode_wilayah=DESA)
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket()))
    assert "Dana Desa Rp900.000.000, Pagu kecamatan Rp350.000.000" in found.plan.money.text()
    before = layanan.forum.aktif().pagu
    found.plan.pagu_button.click()
    assert layanan.forum.aktif().pagu == 1_250_000_000 and found.plan.pagu_button.isHidden()
    assert [tuple(row) for row in layanan.forum.aktif().pagu_sumber] == [
        ("Dana Desa", 900_000_000), ("Pagu kecamatan", 350_000_000)
    ]  # fmt: skip
    layanan.riwayat.batalkan()
    assert layanan.forum.aktif().pagu == before and layanan.forum.aktif().pagu_sumber == ()
    assert found.plan.quota_button.text() == "Pakai kuota 12 usulan"
    found.plan.quota_button.click()
    assert layanan.prioritas.aturan().cara.kuota == 12 and found.plan.quota_button.isHidden()
    found.plan.rules_button.click()
    (kriteria,) = layanan.prioritas.aturan().kriteria
    assert (kriteria.nama, kriteria.singkatan, kriteria.bobot) == ("Kemendesakan", "MND", 3)
    assert [(kelas.nilai, kelas.teks) for kelas in kriteria.kelas] == [(1, "dapat menunggu"), (5, "harus tahun depan")]


def test_the_code_of_the_village_is_offered_while_it_is_missing(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    layanan.forum.ubah(kode_wilayah="", desa="sukamaju", kecamatan="Contoh")
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket()))
    assert "belum diisi" in found.plan.no_code.text() and found.plan.code_button.text() == f"Pakai kode wilayah {DESA}"
    found.plan.code_button.click()
    assert (
        layanan.forum.aktif().kode_wilayah == DESA
        and found.plan.no_code.isHidden()
        and "Dana Desa" in found.plan.money.text()
    )
    layanan.riwayat.batalkan()
    layanan.forum.ubah(kecamatan="Lain")
    assert not found.plan.code_button.isHidden(), "a kecamatan that the list does not know decides nothing"
    layanan.forum.ubah(desa="Tiada")
    assert found.plan.code_button.isHidden() and not found.plan.no_code.isHidden()


def test_booklet_and_list_are_pdf_files(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    propose(layanan, 3)
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket({**ROWS, "kamus": kamus_besar(200)})))
    for button, name in (
        (found.plan.booklet_button, "kamus.pdf"),
        (found.plan.unhooked_button, "tanpa.pdf"),
        (found.plan.differing_button, "catatan.pdf"),
    ):
        say.files.append(tmp_path / name)
        button.click()
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-") and name in say.texts("success")[-1]


def test_the_villages_own_list_needs_no_signature(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    found = section(show, layanan)
    path = tmp_path / "kamus desa.csv"
    path.write_text("Usulan;Harga;Satuan\nGapura dusun;5 juta;unit\nPagar makam;sekian;m\n", encoding="utf-8")
    say.files.append(path)
    found.own_button.click()
    assert "baris 3, kolom harga_satuan" in say.last.text and layanan.kamus.jumlah() == 0
    path.write_text("Usulan;Harga;Satuan\nGapura dusun;5 juta;unit\n", encoding="utf-8")
    say.files.append(path)
    found.own_button.click()
    assert layanan.kamus.cari("gapura")[0].harga_satuan == 5_000_000 and "kamus desa.csv" in found.state.text()


@pytest.mark.parametrize("size", TEXT_SIZES[::3])
def test_nothing_is_cut_and_every_button_has_a_name(
    show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path, theme: Theme, size: int
) -> None:
    while theme.text_size < size:
        theme.resize(1)
    layanan.forum.ubah(kode_wilayah=DESA)
    found = section(show, layanan)
    put_in(found, say, berkas(tmp_path, contoh_paket()))
    choose(
        found, say, berkas(tmp_path, contoh_paket(head=replace(HEAD, nomor="051", tanggal="2025-01-05", kode="00.0")))
    )
    assert not found.doubt.isHidden()
    for _ in range(4):  # labels first, then their cards, then the section
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    assert clipped(found) == []
    assert all(button.accessibleName() for button in found.findChildren(QPushButton))
