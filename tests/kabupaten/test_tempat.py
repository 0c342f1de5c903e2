"""A kelurahan is called a kelurahan wherever its usulan are spoken of."""

from __future__ import annotations

from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village


def test_a_kelurahan_is_called_what_it_is_in_every_status(server: Running, village: Village) -> None:
    agreed, paid, later, withdrawn, merged = village.propose(5)
    desa = village.layanan
    desa.forum.ubah(jenis="kelurahan")
    desa.usulan.batalkan(withdrawn, "tercatat dua kali")
    desa.ganda.gabung(agreed, merged)
    desa.kesepakatan.susun()
    for record, keluaran in ((agreed, "ke_kecamatan"), (paid, "dana_desa"), (later, "belum_disepakati")):
        desa.kesepakatan.tetapkan([record], keluaran, "menunggu lahan")
    desa.kesepakatan.tutup()
    village.enrol(server)
    village.exchange()
    browser = Browser(server.address)
    public = browser.get(f"/desa/{village.kode}/2027").text
    for kata in ("Disepakati", "Dibiayai", "Belum disepakati", "Ditarik"):
        assert f"{kata} kelurahan" in public and f"{kata} desa" not in public
    browser.log_in(server.staff(f"tempat-{village.kode}"))
    assert "sudah ditarik kelurahan" in browser.get(f"/petugas/usulan/{withdrawn}").text
    assert "sudah digabung kelurahan" in browser.get(f"/petugas/usulan/{merged}").text
    assert "Penjelasan untuk kelurahan" in browser.get(f"/petugas/usulan/{agreed}").text
