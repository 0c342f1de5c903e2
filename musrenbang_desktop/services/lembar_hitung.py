"""The worksheet of the present ranking in words and numbers, exact enough to redo the order from the paper alone."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from musrenbang_desktop.berita_acara.hitungan import BarisHitung, LembarHitung
from musrenbang_desktop.domain.pagu import PAGU_FORUM, kata_pakai
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.ranking.explain import TEKS_GABUNG, nama_seri, teks_nilai
from musrenbang_desktop.ranking.normalised import plain
from musrenbang_desktop.ranking.result import Baris, Hasil
from musrenbang_desktop.ranking.weighted import bobot, points, scale
from musrenbang_desktop.services.lampiran_hitung import per_kelompok
from musrenbang_desktop.services.penjelasan import PenjelasanService
from musrenbang_desktop.services.prioritas import PrioritasService, VersiAturan

MOST_GROUPS = 12
"""Groups that fit beside each other; of more the first page has the smallest and the largest, the annex all."""
SHORT_HASH = 12


def lembar_hitung(prioritas: PrioritasService, penjelasan: PenjelasanService) -> LembarHitung | None:
    """The worksheet; None while nothing is ranked."""
    hasil = prioritas.hasil()
    ranked = [row for row in hasil.baris if row.nilai is not None]
    if not ranked:
        return None
    usulan = {one.id: one for one in prioritas.usulan()}
    made: _Columns = _Normalised(hasil) if _normal(hasil) else _Summed(hasil) if _summed(hasil) else _Groups(hasil)
    weights = bobot(hasil.aturan)
    kelompok, rincian = per_kelompok(hasil, usulan) if made.crowded else ((), ())
    return LembarHitung(
        cara=_way(hasil.aturan),
        kriteria=tuple(
            _criterion(k, weight, sum(weights)) for k, weight in zip(hasil.aturan.kriteria, weights, strict=True)
        ),
        langkah=made.steps(),
        contoh=f"{usulan[ranked[0].usulan].label}: {made.worked(ranked[0])}",
        kolom=made.heads(),
        baris=tuple(_row(usulan[row.usulan], row, made.numbers(row)) for row in ranked),
        catatan=(*_notes(prioritas, hasil, usulan), *_forwarded(penjelasan, hasil, usulan)),
        kepekaan=_sensitivity(penjelasan, hasil, usulan),
        aturan=tuple(versi_words(one) for one in prioritas.versi()),
        kelompok=kelompok,
        rincian=rincian,
    )


def versi_words(one: VersiAturan) -> str:
    """One locked version of the rules, as it is printed."""
    text = f"Aturan main versi {one.nomor} dikunci pukul {one.jam}, saksi {' dan '.join(one.saksi)}"
    text += f", sidik {one.sidik[:SHORT_HASH]}"
    return f"{text}; diubah karena: {one.alasan}." if one.alasan else f"{text}."


def _summed(hasil: Hasil) -> bool:
    cara = hasil.aturan.cara
    linear = cara.metode in ("bobot", "ahp", "peringkat", "setuju", "titik") and cara.gabung in ("rata_rata", "jumlah")
    return linear and not any(item.bidang for item in hasil.aturan.kelompok)


def _normal(hasil: Hasil) -> bool:
    cara = hasil.aturan.cara
    return cara.metode in ("normal", "ahp_normal") and cara.gabung in ("rata_rata", "jumlah")


class _Columns(Protocol):
    """The numbers of one kind of calculation. ``crowded``: the groups stand in the annex, not in the columns."""

    @property
    def crowded(self) -> bool: ...

    def heads(self) -> tuple[str, ...]: ...

    def numbers(self, row: Baris) -> tuple[str, ...]: ...

    def steps(self) -> tuple[str, ...]: ...

    def worked(self, row: Baris) -> str: ...


class _Summed:
    """Columns: for each criterion the scores of all groups added up; then their weighted sum as a whole number."""

    crowded = False

    def __init__(self, hasil: Hasil) -> None:
        self.aturan = hasil.aturan
        self.skala = scale(hasil.aturan)
        self.pembagi = self.skala.satuan * (1 if self.aturan.cara.gabung == "jumlah" else len(self.aturan.kelompok))

    def heads(self) -> tuple[str, ...]:
        return (*(k.singkatan for k in self.aturan.kriteria), "Jumlah")

    def numbers(self, row: Baris) -> tuple[str, ...]:
        return (*(_exact(one) for one in self._columns(row)), _exact(Fraction(sum(row.jumlah))))

    def steps(self) -> tuple[str, ...]:
        formula = " + ".join(
            f"{weight} \u00d7 {k.singkatan}" for weight, k in zip(self.skala.bobot, self.aturan.kriteria, strict=True)
        )
        turned = [
            f"{k.singkatan} = {k.terkecil + k.terbesar} dikurangi skor"
            for k in self.aturan.kriteria
            if k.arah == "biaya" and not k.berpoin
        ]
        why = f" Yang makin rendah makin baik dibalik dulu: {', '.join(turned)}." if turned else ""
        divided = f"Nilai = Jumlah : {self.pembagi}" if self.pembagi > 1 else "Nilai = Jumlah"
        return (
            f"Tiap kolom adalah jumlah skor dari {len(self.aturan.kelompok)} kelompok.{why}",
            f"Jumlah = {formula}",
            divided,
            "Urutkan dari Jumlah terbesar.",
        )

    def worked(self, row: Baris) -> str:
        terms = " + ".join(
            f"{weight} \u00d7 {_exact(one)}" for weight, one in zip(self.skala.bobot, self._columns(row), strict=True)
        )
        total = sum(row.jumlah)
        tail = f"; {total} : {self.pembagi} = {teks_nilai(row.nilai or Fraction())}" if self.pembagi > 1 else ""
        return f"{terms} = {total}{tail}."

    def _columns(self, row: Baris) -> list[Fraction]:
        return [
            sum((points(k, one) for skor in row.skor if (one := skor[number]) is not None), Fraction())
            for number, k in enumerate(self.aturan.kriteria)
        ]


class _Normalised:
    """Columns: for each criterion the scores of all groups added up; the best of each stands in the steps."""

    crowded = False

    def __init__(self, hasil: Hasil) -> None:
        self.aturan = hasil.aturan
        self.weights = bobot(hasil.aturan)
        rows = [self._columns(row) for row in hasil.baris if row.nilai is not None]
        self.best = [
            max(column) if k.arah == "untung" else min(column)
            for k, column in zip(self.aturan.kriteria, zip(*rows, strict=True), strict=True)
        ]
        self.times = len(self.aturan.kelompok) if self.aturan.cara.gabung == "jumlah" else 1

    def heads(self) -> tuple[str, ...]:
        return tuple(k.singkatan for k in self.aturan.kriteria)

    def numbers(self, row: Baris) -> tuple[str, ...]:
        return tuple(_exact(one) for one in self._columns(row))

    def steps(self) -> tuple[str, ...]:
        parts = []
        for k, weight, best in zip(self.aturan.kriteria, self.weights, self.best, strict=True):
            share = f"{k.singkatan} : {_exact(best)}" if k.arah == "untung" else f"{_exact(best)} : {k.singkatan}"
            parts.append(f"{weight} \u00d7 {share}")
        nilai = " + ".join(parts)
        whole = f"{self.times} \u00d7 ({nilai})" if self.times > 1 else nilai
        return (
            f"Tiap kolom adalah jumlah skor dari {len(self.aturan.kelompok)} kelompok.",
            f"Nilai = {whole}",
            "Urutkan dari Nilai terbesar.",
        )

    def worked(self, row: Baris) -> str:
        parts = " + ".join(teks_nilai(part) for part in row.per_kriteria)
        return f"{parts} = {teks_nilai(row.nilai or Fraction())} (dibulatkan dua angka)."

    def _columns(self, row: Baris) -> list[Fraction]:
        return [
            sum((plain(k, one) for skor in row.skor if (one := skor[number]) is not None), Fraction())
            for number, k in enumerate(self.aturan.kriteria)
        ]


class _Groups:
    """Columns: what each group alone gives; the steps say how they are merged."""

    def __init__(self, hasil: Hasil) -> None:
        self.aturan = hasil.aturan
        self.crowded = len(self.aturan.kelompok) > MOST_GROUPS or any(item.bidang for item in self.aturan.kelompok)

    def heads(self) -> tuple[str, ...]:
        return ("Terkecil", "Terbesar") if self.crowded else tuple(item.nama for item in self.aturan.kelompok)

    def numbers(self, row: Baris) -> tuple[str, ...]:
        total = row.total_kelompok
        return tuple(_exact(one) for one in ((min(total), max(total)) if self.crowded else total))

    def steps(self) -> tuple[str, ...]:
        cara = self.aturan.cara
        within = {
            "kali": "Nilai satu kelompok = semua skornya dikalikan.",
            "banding": "Nilai satu kelompok = 1 untuk tiap kemenangan dan 1/2 untuk yang sama penting.",
        }.get(cara.metode, "Nilai satu kelompok = skornya dikali bobot lalu dijumlah.")
        if cara.gabung == "poin_peringkat":
            within = f"Tiap kolom: {TEKS_GABUNG[cara.gabung].removesuffix(', lalu dijumlah')}."
        merging = "jumlah semua kolom" if cara.gabung == "poin_peringkat" else TEKS_GABUNG[cara.gabung]
        where = (
            ("Nilai tiap kelompok tercetak di Lampiran lembar hitung, halaman sesudah ini.",) if self.crowded else ()
        )
        return (within, *where, f"Nilai = {merging}.", "Urutkan dari Nilai terbesar.")

    def worked(self, row: Baris) -> str:
        given = "; ".join(_exact(one) for one in row.total_kelompok)
        return f"{given} menjadi {_exact(row.nilai or Fraction())}."


def _row(usulan: Usulan, row: Baris, numbers: tuple[str, ...]) -> BarisHitung:
    rank = f"{row.peringkat} seri" if row.seri else str(row.peringkat)
    return BarisHitung(rank, usulan.label, usulan.judul, numbers, teks_nilai(row.nilai or Fraction()))


def _criterion(kriteria: Kriteria, weight: Fraction, total: Fraction | int) -> str:
    way = "makin tinggi makin baik" if kriteria.arah == "untung" else "makin rendah makin baik"
    scores = f"skor {kriteria.terkecil} sampai {kriteria.terbesar}"
    share = f"bobot {weight} dari {total}" if total != 1 else f"bobot {weight}"
    return f"{kriteria.singkatan} = {kriteria.nama}, {share}, {scores}, {way}"


def _way(aturan: Aturan) -> str:
    words = {
        "bobot": "skor dikali bobot lalu dijumlah",
        "ahp": "bobot dari perbandingan kriteria; skor dikali bobot lalu dijumlah",
        "normal": "skor dibanding yang terbaik, dikali bobot lalu dijumlah",
        "ahp_normal": "bobot dari perbandingan kriteria; skor dibanding yang terbaik, dikali bobot lalu dijumlah",
        "kali": "skor dikalikan",
        "banding": "usulan dibandingkan dua-dua",
        "peringkat": "pilihan pertama, kedua, dan ketiga",
        "setuju": "jumlah orang yang setuju",
        "titik": "jumlah titik",
    }[aturan.cara.metode]
    secret = ", diisi rahasia" if aturan.cara.rahasia else ""
    return f"{words}; {TEKS_GABUNG[aturan.cara.gabung]}{secret}."


def _notes(prioritas: PrioritasService, hasil: Hasil, usulan: dict[str, Usulan]) -> tuple[str, ...]:
    steps = ", lalu ".join(nama_seri(hasil.aturan, one) for one in hasil.aturan.seri)
    found = [f"Bila nilai sama: {steps or 'tidak ada aturan'}; yang masih sama berbagi peringkat (seri) sampai diundi."]
    for lot in prioritas.undian():
        order = ", ".join(usulan[one].label for one in lot.usulan if one in usulan)
        found.append(f"Undian pukul {lot.jam}: {order}; saksi {' dan '.join(lot.saksi)}.")
    groups = ", ".join(_group(item) for item in hasil.aturan.kelompok)
    found.append(f"Yang menilai: {groups}.")
    waiting = [row for row in hasil.baris if row.nilai is None]
    if waiting:
        labels = ", ".join(usulan[row.usulan].label for row in waiting)
        found.append(f"Belum lengkap dinilai, jadi belum berperingkat: {labels}.")
    return tuple(found)


def _group(item: Kelompok) -> str:
    """Name, unsur and number of persons of one group, as far as they are known; never a name of a person."""
    more = [item.unsur, f"bidang {item.bidang}" if item.bidang else "", f"{item.pemilih} orang" if item.pemilih else ""]
    shown = ", ".join(filter(None, more))
    return f"{item.nama} ({shown})" if shown else item.nama


def _forwarded(penjelasan: PenjelasanService, hasil: Hasil, usulan: dict[str, Usulan]) -> tuple[str, ...]:
    """Who goes ahead under the limits of the rules, and what the safeguard would change."""
    cara, found = hasil.aturan.cara, list[str]()
    sources = penjelasan.batas_pagu().keys() - {PAGU_FORUM}
    if cara.kuota or cara.ambil or cara.pagu != "lewati" or sources:
        pilihan = penjelasan.pilihan(hasil)
        waiting = [one.usulan for one in pilihan.putusan if one.cadangan]
        found.append(
            f"Diteruskan menurut batas aturan: {_labels(pilihan.masuk, usulan)}. Cadangan: {_labels(waiting, usulan)}."
        )
        if tied := [one.usulan for one in pilihan.putusan if one.sebab == "seri_di_batas"]:
            found.append(f"Seri di batas, menunggu undian: {_labels(tied, usulan)}.")
        if sources:
            found += [f"Pagu {kata_pakai(row)}." for row in penjelasan.pakai(pilihan.masuk)]
            found.append(f"Usulan yang tidak menyebut sumber dana dihitung pada {next(iter(penjelasan.batas_pagu()))}.")
        if cara.pagu == "bagian_rata":
            found.append(f"Pagu dibagi sama untuk tiap pemilih. {penjelasan.pemilih(hasil).kalimat}")
    for one in penjelasan.terjaga(hasil):
        swaps = [f"{usulan[s.masuk].label} menggantikan {usulan[s.keluar].label} ({s.asal})" for s in one.pertukaran]
        first = f"{len(one.tanpa)} teratas tanpa penjaga keterwakilan: {_labels(one.tanpa, usulan)}"
        found.append(f"{first}; dengan penjaga: {', '.join(swaps) or 'tidak berubah'}.")
        if one.seri:
            found.append(
                f"Batas {len(one.tanpa)} teratas jatuh di antara yang seri, perlu diundi: {_labels(one.seri, usulan)}."
            )
    return tuple(found)


def _sensitivity(penjelasan: PenjelasanService, hasil: Hasil, usulan: dict[str, Usulan]) -> tuple[str, ...]:
    found = penjelasan.kepekaan()
    if not found.uji:
        return ()
    names = {k.id: k.singkatan for k in hasil.aturan.kriteria}
    moved = [uji for uji in found.uji if not uji.tetap]
    if not moved:
        return (f"Bila satu bobot berubah 10 atau 20 persen, {found.teratas} teratas tetap sama.",)
    parts = [
        f"{names[uji.kriteria]} {uji.persen:+d}%: {_labels(uji.keluar, usulan)} keluar, "
        f"{_labels(uji.masuk, usulan)} masuk"
        for uji in moved
    ]
    return (f"Bila satu bobot berubah, {found.teratas} teratas berubah pada: {'; '.join(parts)}.",)


def _labels(ids: Sequence[str], usulan: dict[str, Usulan]) -> str:
    return ", ".join(usulan[one].label for one in ids) or "tidak ada"


def _exact(value: Fraction) -> str:
    """A number that a calculator takes as it is: ``44``, ``7/2``."""
    return str(value)
