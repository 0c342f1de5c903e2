"""What the kamus and the plans look like on paper: a booklet for the dusun, and the usulan that hang on no plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from musrenbang_desktop.db.queries import usulan as usulan_queries
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kamus import BELUM_ADA, ButirKamus, Selisih
from musrenbang_desktop.domain.profile import Kolom
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.tanggal import format_tanggal
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kamus import KamusService
from musrenbang_desktop.services.paket import PaketService

_KAMUS = (
    Kolom("kode", "Kode", 19),
    Kolom("judul", "Usulan", 62),
    Kolom("satuan", "Satuan", 17, "tengah"),
    Kolom("harga", "Harga satuan", 28, "kanan"),
    Kolom("volume", "Volume", 21, "tengah"),
    Kolom("perangkat_daerah", "Perangkat daerah", 33),
)
_PERLU_DILIHAT = (
    Kolom("label", "Nomor", 16),
    Kolom("judul", "Usulan", 58),
    Kolom("volume", "Volume", 20, "tengah"),
    Kolom("biaya", "Perkiraan biaya", 30, "kanan"),
    Kolom("catatan", "Catatan", 56),
)
_TANPA_CANTOLAN = (
    Kolom("label", "Nomor", 17),
    Kolom("judul", "Usulan", 70),
    Kolom("tempat", "Tempat", 45),
    Kolom("pengusul", "Pengusul", 30),
    Kolom("keadaan", "Keadaan", 18),
)


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A list that was read and can be drawn without a store, in the background."""

    judul: str
    keterangan: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    bagian: tuple[tuple[str, Sequence[Sequence[str]]], ...]
    kaki: str
    tanggal: str
    penerbit: str
    profil: str

    def gambar(self) -> bytes:
        """The PDF; always the same for the same list. Raises ProfileInvalid."""
        from musrenbang_desktop.berita_acara.plain_list import DaftarCetak, cetak
        from musrenbang_desktop.reference.profile import load

        daftar = DaftarCetak(
            judul=self.judul,
            keterangan=self.keterangan,
            kolom=self.kolom,
            bagian=self.bagian,
            kaki=self.kaki,
            tanggal=self.tanggal,
            penerbit=self.penerbit,
        )
        return cetak(daftar, load(self.profil))


class CetakKamusService:
    """The lists of the chosen forum."""

    def __init__(self, desk: Desk, paket: PaketService, kamus: KamusService) -> None:
        self._desk = desk
        self._paket = paket
        self._kamus = kamus

    def buklet(self) -> Cetakan:
        """The whole kamus, by group. Raises RuleBroken("kamus", "kosong") when the forum has none."""
        forum, paket = self._forum(), self._paket.milik_forum()
        entries = self._kamus.semua()
        if paket is None or not entries:
            raise RuleBroken("kamus", "kosong")
        source = f"{paket.kabupaten}, paket nomor {paket.nomor}" if paket.kunci else f"Daftar desa: {paket.nomor}"
        return Cetakan(
            judul="Kamus usulan",
            keterangan=(
                source,
                (
                    f"{len(entries)} butir, berlaku {format_tanggal(paket.tanggal, hari=False)}."
                    " Usulan di luar kamus tetap dicatat, dengan alasannya."
                ),
            ),
            kolom=_KAMUS,
            bagian=_by_group(entries),
            kaki=f"Kamus usulan | {source}",
            tanggal=paket.tanggal,
            penerbit=paket.kabupaten or forum.sebutan,
            profil=forum.profil,
        )

    def tanpa_cantolan(self) -> Cetakan:
        """The standing usulan that hang on no plan, with how many do. Raises RuleBroken("forum", "belum_ada")."""
        forum = self._forum()
        hooked, standing = self._kamus.bagian_cantolan()
        rows = tuple(_unhooked(usulan) for usulan in self._kamus.tanpa_cantolan())
        return Cetakan(
            judul="Usulan tanpa cantolan rencana",
            keterangan=(
                f"Musrenbang {forum.sebutan} tahun rencana {forum.tahun_rencana}",
                f"{hooked} dari {standing} usulan sudah bercantolan (RPJMD, RPJM Desa, SPM, atau SDGs Desa).",
            ),
            kolom=_TANPA_CANTOLAN,
            bagian=(("", rows),),
            kaki=f"Usulan tanpa cantolan | Musrenbang {forum.sebutan} {forum.tahun_pelaksanaan}",
            tanggal=forum.tanggal,
            penerbit=f"Pemerintah {forum.sebutan}",
            profil=forum.profil,
        )

    def perlu_dilihat(self, kata: Callable[[Selisih], str]) -> Cetakan:
        """The standing usulan that differ from the kamus, each with what differs in words (``kata``).

        Raises RuleBroken("kamus", "kosong") when the forum has none.
        """
        forum, paket = self._forum(), self._paket.milik_forum()
        if paket is None or not self._kamus.jumlah():
            raise RuleBroken("kamus", "kosong")
        differing = self._kamus.semua_selisih()
        rows = tuple(_differing(usulan, [kata(one) for one in differing[usulan.id]]) for usulan in self._of(differing))
        return Cetakan(
            judul="Usulan yang perlu dilihat lagi",
            keterangan=(
                f"Musrenbang {forum.sebutan} tahun rencana {forum.tahun_rencana}",
                f"{len(rows)} usulan lain dari kamus usulan {paket.nomor}. Catatan ini tidak membatalkan apa pun.",
            ),
            kolom=_PERLU_DILIHAT,
            bagian=(("", rows),),
            kaki=f"Usulan yang perlu dilihat lagi | Musrenbang {forum.sebutan} {forum.tahun_pelaksanaan}",
            tanggal=forum.tanggal,
            penerbit=f"Pemerintah {forum.sebutan}",
            profil=forum.profil,
        )

    def _of(self, records: Collection[str]) -> list[Usulan]:
        return usulan_queries.every(self._desk.connection, self._desk.forum_id, Saringan(hanya=frozenset(records)))

    def _forum(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum


def _by_group(entries: Sequence[ButirKamus]) -> tuple[tuple[str, Sequence[Sequence[str]]], ...]:
    groups: dict[str, list[Sequence[str]]] = {}
    for entry in entries:
        groups.setdefault(entry.kelompok or entry.bidang, []).append(_row(entry))
    return tuple(groups.items())


def _row(entry: ButirKamus) -> tuple[str, ...]:
    title = f"{entry.judul}\n{entry.keterangan}" if entry.keterangan else entry.judul
    limits = f"{entry.volume_min or '0'} - {entry.volume_max}" if entry.volume_max else ""
    if entry.volume_min and not entry.volume_max:
        limits = f"mulai {entry.volume_min}"
    price = format_rupiah(entry.harga_satuan)
    return entry.kode, title, entry.satuan or "-", price, limits or "-", entry.perangkat_daerah or "-"


def _differing(usulan: Usulan, notes: Sequence[str]) -> tuple[str, ...]:
    amount = f"{usulan.volume} {usulan.satuan}".strip() or "-"
    return usulan.label, usulan.judul, amount, format_rupiah(usulan.perkiraan_biaya), "\n".join(notes)


def _unhooked(usulan: Usulan) -> tuple[str, ...]:
    looked = "belum ada" if usulan.cantolan == BELUM_ADA else "belum dicari"
    return usulan.label, usulan.judul, usulan.tempat or "-", usulan.pengusul or "-", looked
