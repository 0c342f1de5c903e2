"""The rest of the table: kamus, files, tickets, last year, scoring, ballots, agreement, the day itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.kamus import BELUM_ADA
from musrenbang_desktop.domain.kesepakatan import Putusan
from musrenbang_desktop.domain.lampiran import Titik
from musrenbang_desktop.domain.suara import SuratSuara
from musrenbang_desktop.exchange.pabulib import Pabulib, Proyek, SuaraPabulib, write
from musrenbang_desktop.exchange.peserta_import import periksa as periksa_peserta
from musrenbang_desktop.exchange.sipd_status import StatusSipd
from musrenbang_desktop.exchange.usulan_import import periksa as periksa_usulan
from musrenbang_desktop.reference import templat_aturan
from musrenbang_desktop.services.bukti import Terpindai
from tests.acts.stage import Stage, arrange, lock
from tests.acts.table import after, simple
from tests.paket import berkas, contoh_paket
from tests.photos import photo, written
from tests.small_forum import small_forum, some_usulan


def _paket(s: Stage) -> None:
    s.desa.paket.pasang(s.desa.paket.periksa(berkas(s.folder, contoh_paket())))
    if s.desa.paket.milik_forum() is None:
        s.desa.paket.pakai()


def _entry(s: Stage) -> None:
    _paket(s)
    s.desa.kamus.ambil(s.usulan[0], s.desa.kamus.semua()[0])
    s.desa.usulan.ubah(s.usulan[0], volume="100")


def _without_package(s: Stage) -> None:
    _paket(s)
    s.desa.paket.lepas()


after("PaketService.pakai", _without_package, lambda s: s.desa.paket.pakai())
after("PaketService.lepas", _paket, lambda s: s.desa.paket.lepas())
after("KamusService.ambil", _paket, lambda s: s.desa.kamus.ambil(s.usulan[0], s.desa.kamus.semua()[0]))
after("KamusService.pakai_judul", _entry, lambda s: s.desa.kamus.pakai_judul(s.usulan[0]))
after("KamusService.pakai_biaya", _entry, lambda s: s.desa.kamus.pakai_biaya(s.usulan[0]))
after("KamusService.luar", _paket, lambda s: s.desa.kamus.luar(s.usulan[0], next(iter(s.desa.kamus.alasan_luar()))))
simple("KamusService.kaitkan", lambda s: s.desa.kamus.kaitkan(s.usulan[0], BELUM_ADA))


def _attached(s: Stage) -> str:
    found = s.desa.lampiran.semua()
    if found:
        return found[0].id
    path = written(s.folder, "jalan.jpg", photo(titik=(-6.9, 107.6)))
    return s.desa.lampiran.catat([s.desa.lampiran.siapkan(path, usulan=s.usulan[0])])[0]


def _withdrawn(s: Stage) -> None:
    s.folder.joinpath("id").write_text(_attached(s))
    s.desa.lampiran.batalkan(s.folder.joinpath("id").read_text())


simple("LampiranService.catat", _attached)


def _signed_page(s: Stage) -> list[str]:
    path = written(s.folder, "sk.jpg", photo())
    read = s.desa.bukti.baca([path], s.desa.bukti.forum_id)
    (page,) = s.desa.bukti.tempatkan([one for one in read if isinstance(one, Terpindai)])
    return s.desa.bukti.catat([s.desa.bukti.pilih_tempat(page, "sk_tim", 1)])


simple("BuktiService.catat", _signed_page)
after("LampiranService.ubah_jenis", _attached, lambda s: s.desa.lampiran.ubah_jenis(_attached(s), "tanah"))
after("LampiranService.tempatkan", _attached, lambda s: s.desa.lampiran.tempatkan(_attached(s), Titik("-6.9", "107.6")))
after("LampiranService.batalkan", _attached, lambda s: s.desa.lampiran.batalkan(_attached(s)))
after("LampiranService.pulihkan", _withdrawn, lambda s: s.desa.lampiran.pulihkan(s.folder.joinpath("id").read_text()))


def _ticket(s: Stage) -> str:
    found = s.desa.titipan.daftar()
    return found[0].id if found else s.desa.titipan.catat(some_usulan(9)[8]).id


simple("TitipanService.catat", _ticket)
after("TitipanService.ubah", _ticket, lambda s: s.desa.titipan.ubah(_ticket(s), judul="Lampu jalan"))
after("TitipanService.batalkan", _ticket, lambda s: s.desa.titipan.batalkan(_ticket(s), "sudah ada"))
after(
    "TitipanService.pulihkan",
    lambda s: s.desa.titipan.batalkan(_ticket(s), "sudah ada"),
    lambda s: s.desa.titipan.pulihkan(_ticket(s)),
)
after("TitipanService.masukkan", _ticket, lambda s: s.desa.titipan.masukkan())


def _to_kecamatan(s: Stage) -> None:
    if s.desa.kesepakatan.sekarang() is None:
        arrange(s)


def _entered(s: Stage) -> None:
    _to_kecamatan(s)
    s.desa.sipd.masuk(s.usulan[0], "Rina", "778812")


simple("SuratService.ubah", lambda s: s.desa.surat.ubah("sk_delegasi", nomor_surat="188/7", tanggal_surat="2026-02-02"))
simple("PublikService.ubah", lambda s: s.desa.publik.ubah(s.usulan[0], judul="Drainase gang (nama warga)"))
after(
    "PublikService.catat",
    lambda s: s.desa.usulan.ubah(s.usulan[0], judul="Drainase depan rumah Karto"),
    lambda s: s.desa.publik.catat(),
)
after("SipdService.masuk", _to_kecamatan, lambda s: s.desa.sipd.masuk(s.usulan[0], "Rina", "778812"))
after("SipdService.tolak", _to_kecamatan, lambda s: s.desa.sipd.tolak(s.usulan[1], "Rina", "kamus tidak ada"))
after("SipdService.tunggu", _entered, lambda s: s.desa.sipd.tunggu(s.usulan[0]))
after(
    "SipdService.cocokkan",
    _to_kecamatan,
    lambda s: s.desa.sipd.cocokkan([StatusSipd(s.usulan[0], "1"), StatusSipd(s.usulan[1], "2")], "Rina"),
)


def _last_year(s: Stage) -> None:
    """The forum of the stage becomes that of the year before."""
    first = s.desa.forum.aktif()
    assert first is not None
    s.desa.forum.ubah(tahun_pelaksanaan=2025, tahun_rencana=2026, tanggal="2025-01-22")
    s.desa.forum.buka(small_forum())


after(
    "TahunLaluService.ajukan_lagi",
    _last_year,
    lambda s: s.desa.tahun_lalu.ajukan_lagi([row.kunci for row in s.desa.tahun_lalu.daftar()][:2]),
)
after(
    "SalinanService.salin",
    _last_year,
    lambda s: s.desa.salinan.salin(s.desa.salinan.sumber()[0].id, ["pejabat", "tim", "tempat", "orang"]),
)

# --- Prioritas --------------------------------------------------------------------------------------------------------


def _other_rules(s: Stage) -> None:
    now = s.desa.prioritas.aturan()
    s.desa.prioritas.ubah_aturan([replace(now.kriteria[0], bobot=9), *now.kriteria[1:]], now.kelompok[:2], now.seri)


simple("PrioritasService.ubah_aturan", _other_rules)
simple("PrioritasService.pakai_templat", lambda s: s.desa.prioritas.pakai_templat(templat_aturan.every()[1]))
simple(
    "PrioritasService.isi",
    lambda s: s.desa.prioritas.isi(s.kelompok, {s.usulan[0]: (1,) * len(s.desa.prioritas.aturan().kriteria)}),
    lock,
)


def _tied(s: Stage) -> None:
    lock(s)
    wide = len(s.desa.prioritas.aturan().kriteria)
    for kelompok in s.desa.prioritas.aturan().kelompok:
        s.desa.prioritas.isi(kelompok.id, dict.fromkeys(s.usulan, (3,) * wide))


after(
    "PrioritasService.undi",
    lambda s: None,
    lambda s: s.desa.prioritas.undi(list(s.usulan), ["Ibu Ketua", "Pak Imam"]),
    _tied,
)
after(
    "SuaraService.isi_ulang",
    lambda s: None,
    lambda s: s.desa.suara.isi_ulang(s.kelompok, s.usulan[0], (5,) * len(s.desa.prioritas.aturan().kriteria)),
    lock,
)

# --- Surat suara ------------------------------------------------------------------------------------------------------


def _by_votes(s: Stage) -> None:
    """The hall counts dots on paper."""
    templat = next(one for one in templat_aturan.every() if one.aturan.cara.metode in ("titik", "setuju"))
    s.desa.prioritas.pakai_templat(templat)
    s.desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])


def _issued(s: Stage) -> None:
    s.desa.suara.terbitkan(s.kelompok, 2)


def _typed(s: Stage) -> None:
    _issued(s)
    s.desa.suara.sisakan(s.kelompok, 0)
    s.desa.suara.tunjuk(s.kelompok, "Sri", "Karto")
    for pencacah in (1, 2):
        for nomor in (1, 2):
            s.desa.suara.isi(s.kelompok, pencacah, SuratSuara(nomor, (s.usulan[0],)))


def _counted(s: Stage) -> None:
    _typed(s)
    s.desa.suara.tutup(s.kelompok)


def _votes_of_a_file(stage: Stage) -> None:
    titles = {one.id: one.judul for one in stage.desa.usulan.daftar()}
    proyek = tuple(Proyek(str(n), 10, titles[record]) for n, record in enumerate(stage.usulan, 1))
    path = stage.folder / "suara.pb"
    votes = tuple(SuaraPabulib((one,), (Fraction(1),)) for one in "12")
    path.write_text(write(Pabulib(100, "cumulative", proyek, votes)), "utf-8")
    stage.desa.suara_berkas.ambil(stage.kelompok, path)


simple("SuaraBerkasService.ambil", _votes_of_a_file, _by_votes)
simple("SuaraService.terbitkan", _issued, _by_votes)
after("SuaraService.sisakan", _issued, lambda s: s.desa.suara.sisakan(s.kelompok, 1), _by_votes)
simple("SuaraService.tunjuk", lambda s: s.desa.suara.tunjuk(s.kelompok, "Sri", "Karto"), _by_votes)
after("SuaraService.isi", _issued, lambda s: s.desa.suara.isi(s.kelompok, 1, SuratSuara(1, (s.usulan[0],))), _by_votes)
after("SuaraService.kosongkan", _typed, lambda s: s.desa.suara.kosongkan(s.kelompok, 1, 2), _by_votes)
after("SuaraService.tutup", _typed, lambda s: s.desa.suara.tutup(s.kelompok), _by_votes)
after("SuaraService.buka_lagi", _counted, lambda s: s.desa.suara.buka_lagi(s.kelompok, "Salah hitung"), _by_votes)

# --- Kesepakatan dan hari sidang --------------------------------------------------------------------------------------

simple("KesepakatanService.susun", lambda s: s.desa.kesepakatan.susun(), lock)
simple(
    "KesepakatanService.pindah",
    lambda s: s.desa.kesepakatan.pindah(s.usulan[3], 1, "Mendesak", oleh="Karto", setuju=3),
    arrange,
)
simple("KesepakatanService.putuskan", lambda s: s.desa.kesepakatan.putuskan(Putusan(cara="mufakat")), arrange)
simple("KesepakatanService.tetapkan", lambda s: s.desa.kesepakatan.tetapkan(s.usulan[:2], "dana_desa"), arrange)
after(
    "KesepakatanService.beri_alasan",
    lambda s: s.desa.kesepakatan.tetapkan(s.usulan[:1], "belum_disepakati"),
    lambda s: s.desa.kesepakatan.beri_alasan(s.usulan[:1], "Pagu habis"),
    arrange,
)


def _with_a_jump(s: Stage) -> None:
    for place, record in enumerate(reversed(s.usulan[:2]), 1):
        s.desa.usulan.ubah(record, asal="RW 01", peringkat_asal=place)
    arrange(s)
    s.desa.kesepakatan.tetapkan(s.usulan[1:2], "belum_disepakati", "Pagu habis")


simple(
    "KesepakatanService.jelaskan_lompatan",
    lambda s: s.desa.kesepakatan.jelaskan_lompatan(s.usulan[:1], "Lahannya siap"),
    _with_a_jump,
)


def _child(s: Stage) -> str:
    parent = s.desa.forum.aktif()
    assert parent is not None
    child = next((one.forum.id for one in s.desa.silsilah.anak()), "")
    if not child:
        child = s.desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
        made = s.desa.usulan.catat_banyak(some_usulan(2), "mencatat usulan")
        s.desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
        s.desa.kesepakatan.susun()
        s.desa.kesepakatan.tetapkan(made, "ke_kecamatan")
        s.desa.forum.pilih(parent.id)
    return child


def _other_forum(s: Stage) -> None:
    first = s.desa.forum.aktif()
    assert first is not None
    _child(s)
    s.desa.forum.pilih(_child(s))
    s.desa.silsilah.hubungkan("")
    s.folder.joinpath("induk").write_text(first.id)


after("SilsilahService.ambil", _child, lambda s: s.desa.silsilah.ambil(_child(s)))
after(
    "SilsilahService.hubungkan",
    _other_forum,
    lambda s: s.desa.silsilah.hubungkan(s.folder.joinpath("induk").read_text()),
)


def _alone(s: Stage) -> str:
    """A musyawarah dusun that nobody linked; the forum of the stage is on the desk."""
    parent = s.desa.desk.forum_id
    if not (found := s.desa.silsilah.calon_anak()):
        child = s.desa.silsilah.mulai("dusun", "Ngadirejo", "2026-01-11")
        s.desa.silsilah.hubungkan("")
        s.desa.forum.pilih(parent)
        return child
    return found[0].id


def _linked(s: Stage) -> None:
    s.desa.silsilah.sambungkan(_alone(s))


after("SilsilahService.sambungkan", _alone, lambda s: s.desa.silsilah.sambungkan(_alone(s)))
after("SilsilahService.lepaskan", _linked, lambda s: s.desa.silsilah.lepaskan(s.desa.silsilah.anak()[0].id))
simple("SilsilahService.jawab", lambda s: s.desa.silsilah.jawab("tidak"))


def _agenda(s: Stage) -> None:
    for judul in ("Pembukaan", "Laporan", "Penutup"):
        s.desa.agenda.tambah(Acara(judul, 10))


def _going(s: Stage) -> None:
    _agenda(s)
    s.desa.sidang.mulai()


def _paused(s: Stage) -> None:
    _going(s)
    s.desa.sidang.jeda()


after("SidangService.mulai", _agenda, lambda s: s.desa.sidang.mulai())
after("SidangService.jeda", _going, lambda s: s.desa.sidang.jeda())
after("SidangService.teruskan", _paused, lambda s: s.desa.sidang.teruskan())
after("SidangService.selesai", _going, lambda s: s.desa.sidang.selesai())
simple("SidangService.batas_giliran", lambda s: s.desa.sidang.batas_giliran(5))
simple("SidangService.batas_selisih", lambda s: s.desa.sidang.batas_selisih(30))


def _speaking(s: Stage) -> None:
    s.desa.bicara.mulai(s.desa.bicara.unsur()[0], "P")


def _waiting(s: Stage) -> None:
    _speaking(s)
    s.desa.bicara.antre(s.desa.bicara.unsur()[0], "L")


simple("BicaraService.mulai", _speaking)
after("BicaraService.antre", _speaking, lambda s: s.desa.bicara.antre(s.desa.bicara.unsur()[0], "L"))
after("BicaraService.berikut", _waiting, lambda s: s.desa.bicara.berikut())
after("BicaraService.selesai", _speaking, lambda s: s.desa.bicara.selesai())


def _noted(s: Stage) -> None:
    s.desa.notulen.catat("Minta talut didahulukan", oleh="RT", tanggapan="Disurvei dulu")


def _note(s: Stage) -> str:
    return s.desa.notulen.daftar()[0].id


simple("NotulenService.catat", _noted)
after("NotulenService.ubah", _noted, lambda s: s.desa.notulen.ubah(_note(s), tanggapan="Dicatat"))
after("NotulenService.keluarkan", _noted, lambda s: s.desa.notulen.keluarkan(_note(s)))

# --- Dari berkas ------------------------------------------------------------------------------------------------------


def _usulan_file(s: Stage) -> None:
    path = s.folder / "usulan.csv"
    path.write_text("Usulan;Dusun;Biaya\nJembatan;Krajan;5000000\n", encoding="utf-8")
    s.desa.impor.terapkan(periksa_usulan(path), path.name)


def _people_file(s: Stage) -> None:
    path = s.folder / "orang.csv"
    path.write_text("Nama;L/P\nTono;L\nTini;P\n", encoding="utf-8")
    preview = periksa_peserta(path, tanggal="2026-01-21", sudah=[])
    s.desa.impor.undang(preview, {row.row for row in preview.rows})


simple("ImporService.terapkan", _usulan_file)
simple("ImporService.undang", _people_file)
