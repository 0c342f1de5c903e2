"""The checklist of the day, computed from what is recorded; nothing is ticked by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.services.layanan import Layanan
from ui.wording import listed

Keadaan = Literal["selesai", "berjalan", "belum"]


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: how far it is, in words, and the page where it goes on. ``ajakan`` is the text of the main button."""

    keadaan: Keadaan
    judul: str
    rincian: str
    halaman: str
    ajakan: str


@dataclass(frozen=True, slots=True)
class Perhatian:
    """Something to look at, and where."""

    kalimat: str
    halaman: str


class Checklist(QObject):
    """Reads the services when asked; keeps nothing."""

    def __init__(self, services: Layanan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def steps(self, forum: Forum) -> list[Langkah]:
        """The nine steps in the order of the day."""
        return [
            self._facts(forum),
            self._invited(),
            self._present(),
            self._proposals(),
            self._rules(),
            self._scores(),
            self._agreement(),
            self._documents(),
            self._sent(),
        ]

    def attention(self) -> list[Perhatian]:
        """What could go wrong later; empty when nothing does."""
        hadir, usulan = self._services.peserta.hitung(), self._services.usulan.jumlah()
        found = []
        if usulan.perlu_dilengkapi:
            found.append(
                (self.tr("{n} usulan belum ada dusun atau pengusulnya").format(n=usulan.perlu_dilengkapi), "usulan")
            )
        if hadir.tanpa_jk:
            found.append(
                (self.tr("{n} orang yang hadir belum ditandai L atau P").format(n=hadir.tanpa_jk), "kehadiran")
            )
        absent = [unsur for unsur, (here, asked) in hadir.per_unsur.items() if asked and not here]
        if hadir.hadir and absent:
            found.append((self.tr("Belum ada wakil dari {unsur}").format(unsur=listed(absent)), "kehadiran"))
        agreed = self._services.kesepakatan.sekarang()
        if agreed and (lacking := len(agreed.kurang())):
            found.append(
                (self.tr("{n} usulan yang belum disepakati belum ada alasannya").format(n=lacking), "kesepakatan")
            )
        return [Perhatian(text, page) for text, page in found]

    def news(self) -> str:
        """What came back from the kabupaten, or nothing."""
        last = [answers[-1].putusan for answers in self._services.jawaban.jawaban().values() if answers]
        if not last:
            return ""
        parts = ", ".join(f"{last.count(word)} {word.replace('_', ' ')}" for word in dict.fromkeys(last))
        return self.tr("{n} usulan sudah dijawab: {rincian}.").format(n=len(last), rincian=parts)

    def _facts(self, forum: Forum) -> Langkah:
        lacking = [
            word
            for word, value in (
                (self.tr("tempat"), forum.tempat),
                (self.tr("kecamatan"), forum.kecamatan),
                (self.tr("pimpinan sidang"), forum.pimpinan.nama),
                (self.tr("notulis"), forum.notulis.nama),
                (self.tr("kepala desa") if forum.jenis == "desa" else self.tr("lurah"), forum.kepala.nama),
            )
            if not value
        ]
        detail = forum.tempat
        if lacking:
            detail = self.tr("Belum diisi: {daftar}").format(daftar=listed(lacking))
        state: Keadaan = "berjalan" if lacking else "selesai"
        return Langkah(state, self.tr("Data forum"), detail, "siapkan", self.tr("Lengkapi data forum"))

    def _invited(self) -> Langkah:
        invited = self._services.peserta.hitung().diundang
        detail = self.tr("{n} orang diundang").format(n=invited) if invited else self.tr("Belum ada yang diundang")
        return Langkah(
            "selesai" if invited else "belum", self.tr("Undangan"), detail, "undangan", self.tr("Tulis daftar undangan")
        )

    def _present(self) -> Langkah:
        count = self._services.peserta.hitung()
        detail = self.tr("Belum ada yang dicatat hadir")
        if count.hadir:
            detail = self.tr("{n} orang ({t} di antaranya tamu)").format(n=count.hadir, t=count.tamu)
        return Langkah(
            "selesai" if count.hadir else "belum",
            self.tr("Kehadiran"),
            detail,
            "kehadiran",
            self.tr("Catat yang hadir"),
        )

    def _proposals(self) -> Langkah:
        count = self._services.usulan.jumlah()
        state: Keadaan = "belum" if not count.aktif else "berjalan" if count.perlu_dilengkapi else "selesai"
        detail = self.tr("Belum ada usulan")
        if count.aktif:
            detail = self.tr("{n} usulan").format(n=count.aktif)
        if count.perlu_dilengkapi:
            detail = self.tr("{n} usulan, {k} perlu dilengkapi").format(n=count.aktif, k=count.perlu_dilengkapi)
        action = self.tr("Lengkapi usulan") if count.aktif else self.tr("Catat usulan")
        return Langkah(state, self.tr("Usulan"), detail, "usulan", action)

    def _rules(self) -> Langkah:
        rules = self._services.prioritas.aturan()
        detail = self.tr("Kriteria dan bobot belum dikunci")
        if rules.terkunci:
            detail = self.tr("Dikunci pukul {jam}").format(jam=rules.terkunci)
        return Langkah(
            "selesai" if rules.terkunci else "belum",
            self.tr("Aturan main"),
            detail,
            "prioritas",
            self.tr("Sepakati aturan main"),
        )

    def _scores(self) -> Langkah:
        title, action = self.tr("Skor"), self.tr("Isi skor")
        if not self._services.prioritas.aturan().terkunci:
            return Langkah("belum", title, self.tr("Sesudah aturan main dikunci"), "prioritas", action)
        result = self._services.prioritas.hasil()
        if result.baris and result.lengkap:
            return Langkah(
                "selesai", title, self.tr("Lengkap untuk {n} usulan").format(n=len(result.baris)), "prioritas", action
            )
        complete = sum(row.nilai is not None for row in result.baris)
        state: Keadaan = "berjalan" if any(self._services.prioritas.semua_lembar().values()) else "belum"
        detail = self.tr("Lengkap {n} dari {semua} usulan").format(n=complete, semua=len(result.baris))
        return Langkah(state, title, detail, "prioritas", action)

    def _agreement(self) -> Langkah:
        found = self._services.kesepakatan.sekarang()
        state: Keadaan = "belum" if not found else "selesai" if found.ditutup else "berjalan"
        detail = self.tr("Urutan belum disusun")
        if found:
            detail = self.tr("Sudah disusun, belum ditutup")
            if found.ditutup:
                detail = self.tr("Ditutup pukul {jam}").format(jam=found.ditutup)
        return Langkah(state, self.tr("Kesepakatan"), detail, "kesepakatan", self.tr("Tetapkan kesepakatan"))

    def _documents(self) -> Langkah:
        made = [one.cetakan for one in self._services.dokumen.daftar() if one.cetakan]
        detail = (
            self.tr("{n} dokumen tersimpan").format(n=len(made)) if made else self.tr("Berita acara dan lampirannya")
        )
        return Langkah("selesai" if made else "belum", self.tr("Dokumen"), detail, "dokumen", self.tr("Buat dokumen"))

    def _sent(self) -> Langkah:
        wanted, receipts = self._services.usulan.jumlah().aktif, len(self._services.jawaban.bukti())
        state: Keadaan = "belum" if not receipts else "selesai" if receipts >= wanted else "berjalan"
        detail = self.tr("Belum ada bukti terima")
        if receipts:
            detail = self.tr("Bukti terima {n} dari {semua}").format(n=receipts, semua=wanted)
        return Langkah(state, self.tr("Kirim"), detail, "kirim", self.tr("Kirim ke kabupaten"))


def next_step(steps: list[Langkah]) -> Langkah | None:
    """The first step that is not done."""
    return next((step for step in steps if step.keadaan != "selesai"), None)
