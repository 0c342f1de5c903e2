"""The invented village held as a kelurahan: Lurah, LPM and RW, the same people and usulan; and a rembug of one RW."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.forum import ForumBaru, Pejabat
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.sukamaju import agree, score

LURAH = Pejabat("Retno Handayani, S.STP.", "Lurah", "Kelurahan Sukamaju", "198504122006042003")
KETUA_LPM = "H. Triyono Wibowo"


def kelurahan() -> ForumBaru:
    """The facts of a kelurahan forum in a kota."""
    return replace(
        contoh().forum,
        jenis="kelurahan",
        kabupaten="Kota Contoh",
        kode_wilayah="00.71.01.1001",
        tempat="Kantor Kelurahan Sukamaju",
        alamat="Jalan Merdeka Nomor 1",
        kepala=LURAH,
        pimpinan=Pejabat("Wahyu Nugroho, S.Sos.", "Sekretaris Kelurahan", "Kelurahan Sukamaju"),
        sambutan=(LURAH, Pejabat("Drs. Sugeng Widodo", "Camat Contoh")),
        wakil_peserta=(),
        pra_luar="Rembug RW di tiga RW, 5 sampai 9 Januari 2026",
    )


def whole_kelurahan(services: Layanan) -> None:
    """The whole day of a kelurahan: people of the LPM and the RW sign for the participants."""
    sample = contoh()
    services.forum.buka(kelurahan())
    signing = []
    for name, office, unsur, rw in (
        (KETUA_LPM, "Ketua LPM", "LPM", ""),
        ("Sutarno", "Ketua RW 01", "RW", "01"),
        ("Sri Wahyuni", "Ketua RW 02", "RW", "02"),
        ("Mujiono", "Ketua RW 03", "RW", "03"),
    ):
        signing += services.peserta.undang_banyak(
            [PesertaBaru(nama=name, jabatan=office, unsur=unsur, rw=rw, jenis_kelamin="P" if name[1] == "r" else "L")]
        )
    for record in signing:
        services.peserta.hadirkan(record, "08.40")
    services.forum.ubah(wakil_peserta=tuple(signing))
    (guest,) = services.peserta.undang_banyak([PesertaBaru(nama="Yuliana", unsur="PKK", rw="03", jenis_kelamin="P")])
    services.peserta.hadirkan(guest, "08.45")  # fewer women would need a reason
    ids = services.usulan.catat_banyak([one.isi for one in sample.usulan], "mencatat usulan")
    known = sample.dengan_id(dict(zip((one.kunci for one in sample.usulan), ids, strict=True)))
    score(services, known)
    services.kehadiran.jadikan_delegasi(signing[1], "delegasi")
    services.kehadiran.jadikan_delegasi(signing[2], "delegasi")
    services.kehadiran.jadikan_delegasi(signing[3], "delegasi")
    agree(services, known)


def rembug(services: Layanan) -> str:
    """A rembug warga of RW 03 held before the Musrenbang of the kelurahan, closed with three usulan; its id."""
    services.forum.buka(kelurahan())
    record = services.silsilah.mulai("rembug", "RW 03", "2026-01-10")
    services.forum.ubah(
        pimpinan=Pejabat("Mujiono", "Ketua RW 03", "RW 03"),
        notulis=Pejabat("Sari Puspita", "Sekretaris RW", "RW 03"),
        notulis_kedua=Pejabat("Yuliana", "Kader Posyandu", "PKK RW 03"),
        saksi=(Pejabat("Darmo", "Tokoh masyarakat"), Pejabat("Sumini", "PKK")),
        agenda=(Acara("Potensi dan masalah RW", 30), Acara("Daftar usulan dan urutannya", 45)),
    )
    for name, sex in (("Mujiono", "L"), ("Sari Puspita", "P"), ("Yuliana", "P"), ("Darmo", "L")):
        person = services.peserta.catat_tamu(PesertaBaru(nama=name, jenis_kelamin=sex, rw="03", dusun="Sumberejo"))
        services.forum.ubah(wakil_peserta=(*_signing(services), person))
    services.usulan.catat_banyak(
        [
            UsulanBaru(judul=title, dusun="Sumberejo", rw="03", rt=rt, pengusul=f"RT {rt}", perkiraan_biaya=cost,
                       volume=volume, satuan="m", bidang="Sarana Prasarana", peringkat_asal=rank)
            for rank, (title, rt, cost, volume) in enumerate(
                (("Saluran air gang Melati", "07", 45_000_000, "120"), ("Rabat jalan gang Kenanga", "08", None, "80"),
                 ("Pagar pos kamling", "09", 8_500_000, "")), 1)
        ],
        "mencatat usulan",
    )  # fmt: skip
    services.notulen.catat("Kerja bakti membersihkan saluran setiap Minggu pertama.", jenis="putusan")
    services.kesepakatan.susun()
    ids = [one.id for one in services.usulan.daftar()]
    services.kesepakatan.tetapkan(ids[:2], "ke_kecamatan", "")
    services.kesepakatan.tetapkan(ids[2:], "belum_disepakati", "Tanahnya belum jelas")
    services.kesepakatan.tutup()
    return record


def _signing(services: Layanan) -> tuple[str, ...]:
    forum = services.forum.aktif()
    return forum.wakil_peserta if forum else ()
