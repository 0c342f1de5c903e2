"""What the sample village says and decides on its day: turns, notes, opinions, sources of money, ranks, delegates."""

from __future__ import annotations

from datetime import timedelta

from musrenbang_desktop.domain.catatan import Catatan
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import Contoh
from tests.sukamaju import agree, record_people_and_usulan, score
from tests.village import ForumClock

SPOKEN = (
    ("Air bersih di RW 03 sebaiknya didahulukan, sumur sudah kering sejak Juli.", "Dicatat pada usulan pipanisasi."),
    ("Apakah usulan tahun lalu yang ditunda perlu ditulis lagi?", "Tidak; sudah diambil dari daftar tahun lalu."),
    ("Jalan menuju SDN 2 tergenang, anak-anak memutar lewat jalan raya.", "Masuk penilaian kelompok sarana."),
    ("", ""),
    ("Kader minta alat periksa lansia diganti, yang lama sudah rusak.", "Disanggupi dari Dana Desa."),
)


def spoken_day(services: Layanan) -> Contoh:
    """The whole day with everything that was said; closed."""
    sample = record_people_and_usulan(services)
    _ranks_and_sources(services, sample)
    score(services, sample)
    _speak(services)
    _delegates(services, sample)
    agree(services, sample)
    return sample


def _speak(services: Layanan) -> None:
    unsur = services.bicara.unsur()
    services.sidang.mulai()
    _pass(services, 12)
    for number, item in enumerate(services.notulen.acara()[1:6]):
        services.sidang.mulai(item)
        _pass(services, 3)
        services.bicara.mulai(unsur[number % len(unsur)], "P" if number % 2 else "L")
        words, answer = SPOKEN[number]
        if words:
            services.notulen.catat(words, tanggapan=answer)
        _pass(services, 4)
        services.bicara.selesai()
        _pass(services, 9)
    services.notulen.catat("Usulan yang sama dari dua RT digabung menjadi satu usulan.", jenis="putusan")
    group = services.prioritas.aturan().kelompok[0].nama
    services.notulen.catat("Mendahulukan usulan yang melindungi jalan anak sekolah.", jenis="rangkuman", oleh=group)
    services.sidang.selesai()
    first, second = services.usulan.daftar()[:2]
    services.usulan.ubah(first.id, catatan=(Catatan("mendukung", "air meluap setiap hujan"),))
    services.usulan.ubah(second.id, catatan=(Catatan("syarat", "warga bergotong royong meratakan tanah"),))


def _ranks_and_sources(services: Layanan, sample: Contoh) -> None:
    """What the hall will not agree stands last in its own RW, so that no agreed usulan jumps over another."""
    refused = {butir.usulan for butir in sample.butir if butir.keluaran == "belum_disepakati"}
    services.forum.ubah(
        pagu=None,
        pagu_sumber=(
            PaguSumber("Dana Desa", 250_000_000),
            PaguSumber("Alokasi Dana Desa", 80_000_000),
            PaguSumber("Bagi hasil pajak dan retribusi", 20_000_000),
        ),
    )
    ranks: dict[str, int] = {}
    for one in sorted(services.usulan.daftar(), key=lambda one: (one.id in refused, one.nomor)):
        rank = ranks[one.asal_urut] = ranks.get(one.asal_urut, 0) + 1
        cost = one.perkiraan_biaya
        rows = (SumberDana("Dana Desa", cost - cost // 10), SumberDana("Swadaya warga", cost // 10)) if cost else ()
        own = {"sumber_dana": rows} if one.nomor % 3 == 0 and rows else {}
        services.usulan.ubah(one.id, peringkat_asal=rank, **own)


def _delegates(services: Layanan, sample: Contoh) -> None:
    signing = services.forum.aktif()
    for record in signing.wakil_peserta[: len(sample.delegasi)] if signing else ():
        services.kehadiran.jadikan_delegasi(record, "delegasi")
    if services.kehadiran.kurang():
        services.kehadiran.beri_alasan_delegasi("hanya wakil ini yang bersedia")


def _pass(services: Layanan, minutes: int) -> None:
    clock = services.desk.store.clock
    if isinstance(clock, ForumClock):
        clock.now += timedelta(minutes=minutes)
