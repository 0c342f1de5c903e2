"""The words that a document fills into the texts of its profile, and how it writes numbers and unknown facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.profile import Profile, Sebutan
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sebutan import nama_saja
from musrenbang_desktop.domain.silsilah import NAMA_TINGKAT, kata_sebelumnya, sebutan_forum
from musrenbang_desktop.domain.tanggal import bilangan, format_jam, format_tanggal, tanggal_dengan_huruf

#: Room to write by hand what was not recorded.
TITIK = "." * 24
#: A cell whose fact is unknown; never zero.
TIDAK_ADA = "-"


class Terms:
    """The recorded forum as the words of one document."""

    def __init__(self, isi: IsiBeritaAcara, profile: Profile) -> None:
        forum = isi.forum
        self.isi = isi
        self.profile = profile
        self.sebutan = _words(forum, profile.sebutan[forum.jenis])
        self.desa = nama_saja(forum.desa, self.sebutan.wilayah, forum.istilah.wilayah)
        self.wilayah = dengan(self.sebutan.wilayah, self.desa)
        kecamatan = nama_saja(forum.kecamatan, forum.istilah.kecamatan, "Kecamatan", "Kec.")
        self.kecamatan = dengan(forum.istilah.kecamatan, kecamatan)
        self.kabupaten = dengan("Kabupaten", nama_saja(forum.kabupaten, "Kab."), "Kota")
        self.tanggal = format_tanggal(forum.tanggal, hari=False)
        self.hari_tanggal = format_tanggal(forum.tanggal)
        self.tempat = ", ".join(part for part in (forum.tempat, forum.alamat) if part) or TITIK
        self.nomor = forum.nomor_ba.strip() or TITIK
        isian = {
            "wilayah": self.wilayah,
            "sebutan": self.sebutan.wilayah,
            "desa": self.desa,
            "kecamatan": self.kecamatan,
            "kabupaten": self.kabupaten,
            "provinsi": nama_saja(forum.provinsi, "Provinsi", "Prov.") or TITIK,
            "kepala": self.sebutan.kepala,
            "camat": forum.istilah.camat,
            "camat_kecamatan": f"{forum.istilah.camat} {kecamatan or TITIK}",
            "dewan": forum.istilah.dewan,
            "dewan_penuh": forum.istilah.dewan_penuh,
            "dewan_singkat": forum.istilah.dewan_dari(self.desa, penuh=False),
            "dewan_wilayah": forum.istilah.dewan_dari(self.desa),
            "dusun": forum.istilah.dalam("dusun"),
            **self._meeting(),
            "dana": self.sebutan.dana,
            "tahun_pelaksanaan": str(forum.tahun_pelaksanaan),
            "tahun_rencana": str(forum.tahun_rencana),
            "tanggal_huruf": tanggal_dengan_huruf(forum.tanggal),
            "tanggal": self.tanggal,
            "tempat": self.tempat,
            "nomor": self.nomor,
        }
        self._isian = {name: " ".join(text.split()) for name, text in isian.items()} | {"rkpd": isian["rkpd"]}

    @property
    def musyawarah(self) -> str:
        """What this meeting is called before the name of the village: ``Musrenbang``, ``Musyawarah dusun Krajan``."""
        return self._meeting()["musyawarah"]

    def _meeting(self) -> dict[str, str]:
        """The words for this meeting and for the one to which its result goes.

        A meeting of a dusun, an RW or a pra-musrenbang is no part of the RKPD itself; its result goes to the village.
        """
        forum = self.isi.forum
        if forum.tingkat == "utama":
            return {
                "musyawarah": "Musrenbang",
                "musyawarah_lengkap": "Musyawarah Perencanaan Pembangunan (Musrenbang)",
                "rkpd": f" RKPD {self.kabupaten}",
                "lanjutan": f"Musrenbang {self.kecamatan}",
                "diwakili": self.wilayah,
            }
        name = sebutan_forum(forum) if forum.cakupan else forum.istilah.dalam(NAMA_TINGKAT[forum.tingkat])
        place = dengan(forum.istilah.dusun, forum.cakupan) if forum.tingkat == "dusun" else forum.cakupan
        return {
            "musyawarah": name,
            "musyawarah_lengkap": name,
            "rkpd": "",
            "lanjutan": f"Musrenbang {self.wilayah}",
            "diwakili": f"{place} {self.wilayah}" if forum.cakupan else self.wilayah,
        }

    def fill(self, template: str, more: Mapping[str, str] | None = None) -> str:
        """A text of the profile with its {isian} filled; ``more`` are words that only this text may ask for."""
        # a form of an older kabupaten's package writes the office before the kind of place: Camat Kecamatan Kaliwungu
        template = template.replace("{camat} {kecamatan}", "{camat_kecamatan}")
        return template.format_map(self._isian | dict(more or {}))

    def baca(self, template: str) -> str:
        """A text of the profile as a reader sees it, with dots for the words that only its own place knows."""
        try:
            return template.format_map(_Dots(self._isian))
        except (ValueError, LookupError, AttributeError):  # no template: a heading with a brace
            return template

    def teks(self, key: str) -> str:
        """A named text of the profile, filled."""
        return self.fill(self.profile.teks[key])

    @property
    def rujukan(self) -> str:
        """The berita acara in one line, as its annexes name it."""
        text = self.teks("rujukan")
        if self.isi.forum.tingkat != "utama":
            text = self.fill(self.profile.cetak["musdus"].teks["judul"])
        return " ".join(text.split())

    @property
    def waktu(self) -> str:
        """``Pukul 09.00 s.d. 12.30 WIB``; dots where an hour was not recorded."""
        forum = self.isi.forum
        start, end = (format_jam(hour) if hour.strip() else "." * 8 for hour in (forum.jam_mulai, forum.jam_selesai))
        return f"Pukul {start} s.d. {end} {forum.zona}"

    @property
    def pukul_mulai(self) -> str:
        """``09.00 WIB s.d. selesai``, as a letter invites."""
        start = self.isi.forum.jam_mulai
        return f"{format_jam(start) if start.strip() else '.' * 8} {self.isi.forum.zona} s.d. selesai"

    @property
    def surat_keputusan(self) -> str:
        """``Nomor 188/07/2001/2025 tanggal 15 Desember 2025``; nothing where no decree was recorded."""
        number, day = self.isi.forum.nomor_sk.strip(), self.isi.forum.tanggal_sk
        parts = (f"Nomor {number}" if number else "", f"tanggal {format_tanggal(day, hari=False)}" if day else "")
        return " ".join(filter(None, parts))

    @property
    def musyawarah_sebelumnya(self) -> str:
        """The forums held before this one, that they were held elsewhere, that none was and why, or that none is
        recorded.
        """
        return kata_sebelumnya(self.isi.forum, self.isi.musyawarah)

    @property
    def jumlah_peserta(self) -> str:
        """``73 (tujuh puluh tiga) orang, terdiri atas 45 (...) laki-laki dan 28 (...) perempuan``."""
        count = self.isi.hitungan
        parts = [f"{orang(count.laki)} laki-laki", f"{orang(count.perempuan)} perempuan"]
        if count.tanpa_jk:
            parts.append(f"{orang(count.tanpa_jk)} belum dicatat jenis kelaminnya")
        listed = f"{', '.join(parts[:-1])}{',' if len(parts) > 2 else ''} dan {parts[-1]}"
        return f"{orang(count.hadir)} orang, terdiri atas {listed}"


class _Dots(dict[str, str]):
    """Words by name; three dots for one that is not known here."""

    def __missing__(self, key: str) -> str:
        return "..."


def _words(forum: Forum, usual: Sebutan) -> Sebutan:
    """The words of the profile, or the local ones that the forum states; the fund keeps its name."""
    if not forum.ragam:
        return usual
    return replace(usual, wilayah=forum.istilah.wilayah, kepala=forum.istilah.kepala)


def dengan(kind: str, name: str, *others: str) -> str:
    """``Kecamatan Kaliwungu`` from either ``Kaliwungu`` or ``Kecamatan Kaliwungu``; dots when it is unknown."""
    name = name.strip()
    if not name:
        return f"{kind} {TITIK}"
    known = tuple(f"{word} ".casefold() for word in (kind, *others))
    return name if name.casefold().startswith(known) else f"{kind} {name}"


def orang(count: int) -> str:
    """``73 (tujuh puluh tiga)``."""
    return f"{count} ({bilangan(count)})"


def rupiah(amount: int | None) -> str:
    """An amount for a column that already says rupiah: ``1.250.000``, a dash when it is unknown."""
    return TIDAK_ADA if amount is None else format_rupiah(amount).removeprefix("Rp")
