"""The checklist of the day, computed from what is recorded; nothing is ticked by hand."""

from __future__ import annotations

from collections import Counter
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject

from musrenbang_desktop.db.queries.ringkasan import Ringkasan
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.services.layanan import Layanan
from ui.shortened import listed

Keadaan = Literal["selesai", "berjalan", "belum"]


class Langkah(NamedTuple):
    """One step: how far it is, in words, and the page where it goes on. ``ajakan`` is the text of the main button."""

    keadaan: Keadaan
    judul: str
    rincian: str
    halaman: str
    ajakan: str


class Perhatian(NamedTuple):
    """Something to look at, and where."""

    kalimat: str
    halaman: str


class Checklist(QObject):
    """Reads the services when asked; keeps nothing."""

    def __init__(self, services: Layanan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def read(self) -> Ringkasan:
        """The counts that everything below speaks of; read once for a whole page."""
        return self._services.forum.ringkasan()

    def steps(self, forum: Forum, day: Ringkasan) -> list[Langkah]:
        """The nine steps in the order of the day."""
        return [
            self._facts(forum),
            self._invited(day),
            self._present(day),
            self._proposals(day),
            self._rules(day),
            self._scores(day),
            self._agreement(day),
            self._documents(day),
            self._sent(day),
        ]

    def attention(self, day: Ringkasan) -> list[Perhatian]:
        """What could go wrong later; empty when nothing does."""
        found = []
        if day.perlu_dilengkapi:
            found.append(
                (self.tr("{n} usulan belum ada dusun atau pengusulnya").format(n=day.perlu_dilengkapi), "usulan")
            )
        unasked = self._services.unsur.tanpa_undangan() if day.diundang else ()
        if unasked:
            text = self.tr("Belum ada undangan untuk {unsur}")
            found.append((text.format(unsur=listed(unasked)), "siapkan"))
        if day.tanpa_jk:
            found.append((self.tr("{n} orang yang hadir belum ditandai L atau P").format(n=day.tanpa_jk), "kehadiran"))
        if day.hadir and day.unsur_tanpa_wakil:
            absent = listed(list(day.unsur_tanpa_wakil))
            found.append((self.tr("Belum ada wakil dari {unsur}").format(unsur=absent), "kehadiran"))
        if day.tanpa_alasan:
            text = self.tr("{n} usulan yang belum disepakati belum ada alasannya")
            found.append((text.format(n=day.tanpa_alasan), "kesepakatan"))
        if day.titipan and not day.ditutup:
            text = self.tr("{n} usulan titipan menunggu dimasukkan ke forum ini")
            found.append((text.format(n=day.titipan), "titipan"))
        waiting = 0 if day.ditutup else self._services.tahun_lalu.jumlah()
        if waiting:
            text = self.tr("{n} usulan tahun lalu belum didanai atau belum dijawab")
            found.append((text.format(n=waiting), "tahun_lalu"))
        missing = self._services.lampiran.hilang()
        if missing:
            names = listed([one.nama for one in missing[:3]])
            text = self.tr("{n} berkas lampiran tidak ada di laptop ini: {nama}")
            found.append((text.format(n=len(missing), nama=names), "lampiran"))
        return [Perhatian(text, page) for text, page in found]

    def news(self, day: Ringkasan) -> str:
        """What came back from the kabupaten, or nothing."""
        if not day.jawaban:
            return ""
        from musrenbang_desktop.services.kata_jawaban import putusan  # only where an answer has come

        counts = Counter(putusan(tingkat, decided).lower() for tingkat, decided in day.jawaban)
        parts = ", ".join(f"{n} {words}" for words, n in counts.most_common())
        return self.tr("{n} usulan sudah dijawab: {rincian}.").format(n=len(day.jawaban), rincian=parts)

    def _facts(self, forum: Forum) -> Langkah:
        lacking = [
            word
            for word, value in (
                (self.tr("tempat"), forum.tempat),
                (self.tr("kecamatan"), forum.kecamatan),
                (self.tr("pimpinan sidang"), forum.pimpinan.nama),
                (self.tr("notulis"), forum.notulis.nama),
                (forum.istilah.dalam("kepala desa"), forum.kepala.nama),
            )
            if not value
        ]
        detail = forum.tempat
        if lacking:
            detail = self.tr("Belum diisi: {daftar}").format(daftar=listed(lacking))
        state: Keadaan = "berjalan" if lacking else "selesai"
        return Langkah(state, self.tr("Data forum"), detail, "siapkan", self.tr("Lengkapi data forum"))

    def _invited(self, day: Ringkasan) -> Langkah:
        invited = day.diundang
        detail = self.tr("{n} orang diundang").format(n=invited) if invited else self.tr("Belum ada yang diundang")
        return Langkah(
            "selesai" if invited else "belum", self.tr("Undangan"), detail, "undangan", self.tr("Tulis daftar undangan")
        )

    def _present(self, day: Ringkasan) -> Langkah:
        detail = self.tr("Belum ada yang dicatat hadir")
        if day.hadir:
            detail = self.tr("{n} orang ({t} di antaranya tamu)").format(n=day.hadir, t=day.tamu)
        return Langkah(
            "selesai" if day.hadir else "belum",
            self.tr("Kehadiran"),
            detail,
            "kehadiran",
            self.tr("Catat yang hadir"),
        )

    def _proposals(self, day: Ringkasan) -> Langkah:
        state: Keadaan = "belum" if not day.usulan else "berjalan" if day.perlu_dilengkapi else "selesai"
        detail = self.tr("Belum ada usulan")
        if day.usulan:
            detail = self.tr("{n} usulan").format(n=day.usulan)
        if day.perlu_dilengkapi:
            detail = self.tr("{n} usulan, {k} perlu dilengkapi").format(n=day.usulan, k=day.perlu_dilengkapi)
        action = self.tr("Lengkapi usulan") if day.usulan else self.tr("Catat usulan")
        return Langkah(state, self.tr("Usulan"), detail, "usulan", action)

    def _rules(self, day: Ringkasan) -> Langkah:
        detail = self.tr("Kriteria dan bobot belum dikunci")
        if day.terkunci:
            detail = self.tr("Dikunci pukul {jam}").format(jam=day.terkunci)
        return Langkah(
            "selesai" if day.terkunci else "belum",
            self.tr("Aturan main"),
            detail,
            "prioritas",
            self.tr("Sepakati aturan main"),
        )

    def _scores(self, day: Ringkasan) -> Langkah:
        title, action = self.tr("Skor"), self.tr("Isi skor")
        if not day.terkunci:
            return Langkah("belum", title, self.tr("Sesudah aturan main dikunci"), "prioritas", action)
        if day.usulan and day.skor_lengkap == day.usulan:
            return Langkah(
                "selesai", title, self.tr("Lengkap untuk {n} usulan").format(n=day.usulan), "prioritas", action
            )
        detail = self.tr("Lengkap {n} dari {semua} usulan").format(n=day.skor_lengkap, semua=day.usulan)
        return Langkah("berjalan" if day.ada_skor else "belum", title, detail, "prioritas", action)

    def _agreement(self, day: Ringkasan) -> Langkah:
        state: Keadaan = "belum" if not day.disusun else "selesai" if day.ditutup else "berjalan"
        detail = self.tr("Urutan belum disusun")
        if day.disusun:
            detail = self.tr("Sudah disusun, belum ditutup")
        if day.ditutup:
            detail = self.tr("Ditutup pukul {jam}").format(jam=day.ditutup)
        return Langkah(state, self.tr("Kesepakatan"), detail, "kesepakatan", self.tr("Tetapkan kesepakatan"))

    def _documents(self, day: Ringkasan) -> Langkah:
        detail = self.tr("Berita acara dan lampirannya")
        if day.dokumen:
            detail = self.tr("{n} dokumen tersimpan").format(n=day.dokumen)
        return Langkah(
            "selesai" if day.dokumen else "belum", self.tr("Dokumen"), detail, "dokumen", self.tr("Buat dokumen")
        )

    def _sent(self, day: Ringkasan) -> Langkah:
        wanted, receipts = day.usulan, day.bukti
        state: Keadaan = "belum" if not receipts else "selesai" if receipts >= wanted else "berjalan"
        detail = self.tr("Belum ada bukti terima")
        if receipts:
            detail = self.tr("Bukti terima {n} dari {semua}").format(n=receipts, semua=wanted)
        return Langkah(state, self.tr("Kirim"), detail, "kirim", self.tr("Kirim ke kabupaten"))


def next_step(steps: list[Langkah]) -> Langkah | None:
    """The first step that is not done."""
    return next((step for step in steps if step.keadaan != "selesai"), None)
