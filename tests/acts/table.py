"""Every writing method of the services as one act; a function prepares, yields, and does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.antardesa import UsulanTetangga
from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.unsur import TargetUnsur
from tests.acts.stage import Doing, Stage, begin
from tests.small_forum import some_usulan

Ready = Callable[[Stage], None]


@dataclass(frozen=True)
class Act:
    """What is done, and how far the forum has come before."""

    doing: Doing
    ready: Ready | None = None

    def begun(self, stage: Stage) -> Iterator[None]:
        """All that comes before it is done on a stage that was empty; the next step is the act."""
        begin(stage)
        if self.ready:
            self.ready(stage)
        doing = self.doing(stage)
        next(doing)
        return doing


ACTS: dict[str, Act] = {}

#: Acts on what no event holds: they are taken back as all others, and touch no forum, sealed or not.
OUTSIDE = {
    "KontakService.isi",
    "KelahiranService.isi",
    "GladiService.catat",
    "GladiService.lupakan",
    "DokumenService.ubah_koreksi",
}

#: Methods that write but are no act that Ctrl+Z takes back, each with the reason.
NOT_TAKEN_BACK: dict[str, str] = {
    "FlashdiskService.salin": "a copy elsewhere changes no record",
    "DrafService.simpan": "half-typed words are no record",
    "DokumenService.simpan": "paper that was printed stays printed",
    "DokumenService.catat_cetak": "paper that was printed stays printed",
    "ForumService.buka": "a forum that was opened is never taken back",
    "SilsilahService.mulai": "opens a forum",
    "LampiranService.siapkan": "stores a file, records nothing",
    "BuktiService.baca": "stores files, records nothing",
    "PaketService.pasang": "puts a file of the kabupaten in; the forum's part is PaketService.pakai",
    "PaketService.pasang_kamus_sendiri": "puts a file in",
    "PrioritasService.kunci": "what the hall saw being fixed is only changed by a new, visible decision",
    "PrioritasService.buka_kunci": "a visible decision",
    "KesepakatanService.tutup": "a visible decision",
    "KesepakatanService.buka_lagi": "a visible decision with its reason",
    "SegelService.catat": "a seal cannot be taken back",
    "SegelService.buat": "a seal cannot be taken back",
    "SegelService.tambah": "a seal cannot be taken back",
    "SegelService.catat_tambahan": "a seal cannot be taken back",
    "SegelService.ikut_menandatangani": "a signature cannot be taken back",
    "RiwayatService.batalkan": "is the undo",
    "RiwayatService.ulangi": "is the redo",
    "RiwayatService.lupakan": "what was forgotten about people is forgotten",
    "CadanganService.lupakan_lama": "what was forgotten about people is forgotten",
}


def simple(name: str, run: Callable[[Stage], object], ready: Ready | None = None) -> None:
    """Enter an act that needs nothing of its own before."""

    def doing(stage: Stage) -> Iterator[None]:
        yield
        run(stage)

    ACTS[name] = Act(doing, ready)


def after(
    name: str, first: Callable[[Stage], object], run: Callable[[Stage], object], ready: Ready | None = None
) -> None:
    """Enter an act that needs another one before it."""

    def doing(stage: Stage) -> Iterator[None]:
        first(stage)
        yield
        run(stage)

    ACTS[name] = Act(doing, ready)


# --- Siapkan ----------------------------------------------------------------------------------------------------------

simple("ForumService.ubah", lambda s: s.desa.forum.ubah(tempat="Pendopo", pagu=5, saksi=()))
simple("ForumService.ubah_dengan", lambda s: s.desa.forum.ubah_dengan("mengubah tempat", tempat="Pendopo"))
simple("AgendaService.tambah", lambda s: s.desa.agenda.tambah(Acara("Pembukaan", 10)))


def _agenda(s: Stage) -> None:
    for judul in ("Pembukaan", "Laporan"):
        s.desa.agenda.tambah(Acara(judul, 10))


after("AgendaService.ubah", _agenda, lambda s: s.desa.agenda.ubah(0, menit=20))
after("AgendaService.pindah", _agenda, lambda s: s.desa.agenda.pindah(0, 1))
after("AgendaService.keluarkan", _agenda, lambda s: s.desa.agenda.keluarkan(0))
after("AgendaService.pakai", _agenda, lambda s: s.desa.agenda.pakai([Acara("Doa", 5)], "singkat"))


def _pagu(stage: Stage) -> None:
    stage.desa.pagu.ganti([PaguSumber("Dana Desa", 90_000_000), PaguSumber("Swadaya warga")])


simple("PaguService.tambah", lambda s: s.desa.pagu.tambah("Dana Desa", 800_000_000))
simple("PaguService.ganti", _pagu)
after("PaguService.ubah", _pagu, lambda s: s.desa.pagu.ubah(0, jumlah=None))
after("PaguService.keluarkan", _pagu, lambda s: s.desa.pagu.keluarkan(1))
after("PaguService.pindah", _pagu, lambda s: s.desa.pagu.pindah(0, 1))
simple("UnsurService.tambah", lambda s: s.desa.unsur.tambah(TargetUnsur("Karang Taruna", 2)))


def _unsur(s: Stage) -> None:
    s.desa.unsur.tambah(TargetUnsur("Karang Taruna", 2))


after("UnsurService.ubah", _unsur, lambda s: s.desa.unsur.ubah(0, target=5))
after("UnsurService.keluarkan", _unsur, lambda s: s.desa.unsur.keluarkan(0))
simple("UnsurService.lengkapi", lambda s: s.desa.unsur.lengkapi([TargetUnsur("PKK", 3)]))

_ANGKA = DataDasarBaru(indikator="KK miskin", nilai="120", sumber="DTKS", tanggal_data="2025-06-30")


def _dasar(s: Stage) -> str:
    found = s.desa.dasar.daftar()
    return found[0].id if found else s.desa.dasar.catat(_ANGKA)


simple("DataDasarService.catat", lambda s: s.desa.dasar.catat(_ANGKA))
simple("DataDasarService.catat_banyak", lambda s: s.desa.dasar.catat_banyak([_ANGKA, _ANGKA]))
after("DataDasarService.ubah", _dasar, lambda s: s.desa.dasar.ubah(_dasar(s), nilai="99"))
after("DataDasarService.keluarkan", _dasar, lambda s: s.desa.dasar.keluarkan(_dasar(s)))
simple("DataDasarService.batas", lambda s: s.desa.dasar.batas(18))

# --- Undang dan hadir -------------------------------------------------------------------------------------------------

simple("PesertaService.undang", lambda s: s.desa.peserta.undang(PesertaBaru(nama="Tini", usia=40)))
simple(
    "PesertaService.undang_banyak",
    lambda s: s.desa.peserta.undang_banyak([PesertaBaru(nama="A"), PesertaBaru(nama="B")]),
)
simple("PesertaService.catat_tamu", lambda s: s.desa.peserta.catat_tamu(PesertaBaru(nama="Tamu")))
simple("PesertaService.hadirkan", lambda s: s.desa.peserta.hadirkan(s.orang[4], wakil_dari="Pak RT"))
simple("PesertaService.batal_hadir", lambda s: s.desa.peserta.batal_hadir(s.orang[0]))
simple("PesertaService.ubah", lambda s: s.desa.peserta.ubah(s.orang[0], nama="Sri Wahyuni", usia=50))
simple("UndanganService.tandai", lambda s: s.desa.undangan.tandai(s.orang[:2], "diserahkan", penerima="anaknya"))
simple("UndanganService.tandai_dicetak", lambda s: s.desa.undangan.tandai_dicetak())
simple("UndanganService.gabung", lambda s: s.desa.undangan.gabung(s.orang[0], s.orang[5], {"jabatan": "Ketua"}))
simple("UndanganService.dua_orang", lambda s: s.desa.undangan.dua_orang(s.orang[5], s.orang[0]))
simple("KehadiranService.pilih_bagian", lambda s: s.desa.kehadiran.pilih_bagian("2/3"))
simple("KehadiranService.buka", lambda s: s.desa.kehadiran.buka())
simple("KehadiranService.tunda", lambda s: s.desa.kehadiran.tunda("2026-01-23", "09.00", "Belum cukup orang"))
simple("KehadiranService.jadikan_delegasi", lambda s: s.desa.kehadiran.jadikan_delegasi(s.orang[0], "delegasi"))
simple(
    "KehadiranService.beri_alasan_delegasi", lambda s: s.desa.kehadiran.beri_alasan_delegasi("Hanya dua yang bersedia")
)
simple("LembarHadirService.tandai", lambda s: s.desa.lembar_hadir.tandai(s.orang[5], hadir=True))
simple("LembarHadirService.wakil", lambda s: s.desa.lembar_hadir.wakil(s.orang[5], "Adiknya"))
simple("LembarHadirService.catat_jumlah", lambda s: s.desa.lembar_hadir.catat_jumlah(1, 12))

# --- Usulan -----------------------------------------------------------------------------------------------------------

simple("UsulanService.catat", lambda s: s.desa.usulan.catat(some_usulan(5)[4]))
simple("UsulanService.catat_banyak", lambda s: s.desa.usulan.catat_banyak(some_usulan(2), "menempel"))
simple("UsulanService.ubah", lambda s: s.desa.usulan.ubah(s.usulan[0], judul="Talud", perkiraan_biaya=None, rw="05"))
simple("UsulanService.batalkan", lambda s: s.desa.usulan.batalkan(s.usulan[0], "lahan belum jelas"))
after(
    "UsulanService.pulihkan",
    lambda s: s.desa.usulan.batalkan(s.usulan[0], "lahan"),
    lambda s: s.desa.usulan.pulihkan(s.usulan[0]),
)
simple(
    "UsulanService.catat_pendapat",
    lambda s: s.desa.usulan.catat_pendapat(s.usulan[0], "mendukung", "Sudah lama diminta"),
)


_TETANGGA = UsulanTetangga(
    kode_wilayah="00.00.00.2002", desa="Sukamakmur", nomor="U-004", tahun_rencana=2027, judul="Irigasi Sungapan"
)


def _ranked(s: Stage) -> None:
    for place, record in enumerate(s.usulan[:3], 1):
        s.desa.usulan.ubah(record, asal="RW 01", peringkat_asal=place)


after("UsulanService.geser", _ranked, lambda s: s.desa.usulan.geser(s.usulan[0], 1))
simple("GandaService.gabung", lambda s: s.desa.ganda.gabung(s.usulan[0], s.usulan[1], {"volume": "10"}))
after(
    "GandaService.pisahkan",
    lambda s: s.desa.ganda.gabung(s.usulan[0], s.usulan[1]),
    lambda s: s.desa.ganda.pisahkan(s.usulan[1]),
)
simple(
    "GandaService.pecah",
    lambda s: s.desa.ganda.pecah(s.usulan[0], [Pecahan("Drainase utara"), Pecahan("Drainase selatan")]),
)
simple("GandaService.beda", lambda s: s.desa.ganda.beda(s.usulan[0], s.usulan[1]))
simple("AntardesaService.nyatakan", lambda s: s.desa.antardesa.nyatakan(s.usulan[0], _TETANGGA, "bersama"))
after(
    "AntardesaService.lepas",
    lambda s: s.desa.antardesa.nyatakan(s.usulan[0], _TETANGGA, "bersama"),
    lambda s: s.desa.antardesa.lepas(s.usulan[0], _TETANGGA.kunci),
)

# --- outside the journal ----------------------------------------------------------------------------------------------

simple("KontakService.isi", lambda s: s.desa.kontak.isi(s.usulan[0], nama="Contoh", telepon="0812 0000 1111"))


def _born(s: Stage) -> None:
    s.desa.kelahiran.isi("Contohwati", "Contoh, 1 Januari 1980")


simple("KelahiranService.isi", _born)
simple("GladiService.catat", lambda s: s.desa.gladi.catat("tanpa_layar"))
after("GladiService.lupakan", lambda s: s.desa.gladi.catat("penggaris"), lambda s: s.desa.gladi.lupakan("penggaris"))
simple("DokumenService.ubah_koreksi", lambda s: s.desa.dokumen.ubah_koreksi("Printer kantor", 1.5, -2.0))
