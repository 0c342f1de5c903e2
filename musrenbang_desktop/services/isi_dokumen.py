"""What the documents of the chosen forum print, gathered once from what is recorded.

A group of facts that only some sheets print has a module of its own, ``services/isi_<group>.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from musrenbang_desktop.berita_acara.hitungan import LembarHitung
from musrenbang_desktop.berita_acara.isi import (
    BarisHadir,
    IsiBeritaAcara,
    SegelCetak,
    TandaAir,
    baris_belum,
    baris_hadir,
    baris_prioritas,
    baris_terundang,
    baris_undangan,
)
from musrenbang_desktop.berita_acara.isi_daftar import DaftarAsal, PaguIndikatif
from musrenbang_desktop.berita_acara.isi_risalah import HasilKelompok, Risalah
from musrenbang_desktop.db.queries import jurnal, kelahiran, notulen, peserta, segel, surat
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, Pejabat
from musrenbang_desktop.domain.kesepakatan import Butir, Perpindahan
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.undangan import kode
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services import saat_tutup
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.isi_buku import isi_buku
from musrenbang_desktop.services.isi_daftar import daftar_asal, ketua_lpm, pagu_indikatif
from musrenbang_desktop.services.isi_kelompok import KelompokCetak
from musrenbang_desktop.services.isi_peringatan import Peringatan
from musrenbang_desktop.services.isi_risalah import risalah
from musrenbang_desktop.services.isi_sehari import isi_sehari
from musrenbang_desktop.services.kehadiran import KehadiranService, Peran
from musrenbang_desktop.services.kertas_suara import kertas_suara
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.layar import LayarService
from musrenbang_desktop.services.lembar_segel import lembar_segel
from musrenbang_desktop.services.prioritas import PrioritasService
from musrenbang_desktop.services.segel import tersegel
from musrenbang_desktop.services.versi import Versi


class DaftarDanRisalah(TypedDict):
    """Some fields of IsiBeritaAcara."""

    ketua_lpm: Pejabat
    risalah: Risalah
    kelompok: tuple[HasilKelompok, ...]
    asal: tuple[DaftarAsal, ...]
    pagu_indikatif: PaguIndikatif


class IsiDokumen:
    """Reads everything that goes on paper. Nothing here writes."""

    def __init__(
        self,
        desk: Desk,
        prioritas: PrioritasService,
        kesepakatan: KesepakatanService,
        kehadiran: KehadiranService,
        layar: LayarService,
    ) -> None:
        self._desk = desk
        self._layar = layar
        self._kehadiran = kehadiran
        self._prioritas = prioritas
        self._kelompok = KelompokCetak(prioritas)
        self._kesepakatan = kesepakatan
        self._versi = Versi(desk)

    def sekarang(self, *, hitung: bool = True, versi: bool = True) -> IsiBeritaAcara:
        """Everything that the documents print, as recorded. Raises RuleBroken("forum", "belum_ada").

        ``hitung`` False leaves out the worksheet, which counts everything twenty times over to say how firm it is;
        ``versi`` False how it differs from the version before.
        """
        found = self._facts(hitung=hitung)
        if not versi:
            return found
        return replace(found, sehari=replace(found.sehari, versi=self._versi.cetak(found)))

    def dengan_hitung(self, isi: IsiBeritaAcara) -> IsiBeritaAcara | None:
        """The same facts with the worksheet; None when the forum is another one or was changed since."""
        forum = self._forum().id
        if forum != isi.forum.id or jurnal.state_hash(self._desk.connection, forum)[:12] != isi.jejak:
            return None
        return replace(isi, lembar_hitung=self._lembar_hitung())

    def tanda_air(self) -> TandaAir:
        """What is printed across the pages as things stand. Raises RuleBroken("forum", "belum_ada")."""
        return self._watermark(self._forum())

    def _facts(self, *, hitung: bool) -> IsiBeritaAcara:
        forum = self._forum()
        connection = self._desk.connection
        people = peserta.every(connection, forum.id)
        present = sorted((one for one in people if one.hadir), key=lambda one: (one.hadir, one.nomor))
        invited = [one for one in people if one.diundang]
        agreed, refused = self._agreed()
        ranking = self._ranks()
        moves = self._moves()
        warned = Peringatan(self._desk, forum, (usulan for usulan, _ in (*agreed, *refused)))
        return IsiBeritaAcara(
            forum=forum,
            hitungan=peserta.count(connection, forum.id),
            hadir=tuple(baris_hadir(person, number) for number, person in enumerate(present, 1)),
            wakil=self._wakil(forum),
            prioritas=tuple(
                warned.prioritas(
                    baris_prioritas(usulan, butir, number, *ranking.get(usulan.id, ("", "")), moves.get(usulan.id)),
                    usulan.id,
                )
                for number, (usulan, butir) in enumerate(agreed, 1)
            ),
            belum_disepakati=tuple(
                warned.belum(baris_belum(usulan, butir, number), usulan.id)
                for number, (usulan, butir) in enumerate(refused, 1)
            ),
            undangan=tuple(baris_undangan(person, kode(forum.id, person.id)) for person in invited),
            terundang=tuple(baris_terundang(person, number) for number, person in enumerate(invited, 1)),
            id_terundang=tuple(person.id for person in invited),
            keterwakilan=self._kehadiran.keterwakilan(),
            pembukaan=self._kehadiran.pembukaan(),
            penundaan=tuple(self._kehadiran.penundaan()),
            bagian=self._kehadiran.aturan().bagian,
            delegasi=self._delegasi(),
            alasan_delegasi=self._kehadiran.sekarang().alasan_delegasi if self._short_of_delegates() else "",
            tanda_air=self._watermark(forum),
            putusan=found.putusan if (found := self._kesepakatan.sekarang()) else None,
            kode_forum=f"{forum.kode_wilayah or forum.desa} {forum.id}",
            jejak=jurnal.state_hash(connection, forum.id)[:12],
            segel=self._sealed(forum),
            lembar_segel=lembar_segel(self._desk, forum.zona),
            musyawarah=saat_tutup.musyawarah(self._desk),
            lembar_hitung=self._lembar_hitung() if hitung else None,
            aturan=(*self._versions(), *self._ceilings()),
            gambaran=self._layar.gambaran(),
            jawaban_lalu=saat_tutup.jawaban_lalu(self._desk, self._layar),
            **self._lists_and_words(forum, people, ranking),
            jalannya=self._layar.jalannya(),
            kertas_suara=kertas_suara(self._desk, self._prioritas),
            buku=isi_buku(self._desk, forum, agreed, refused),
            surat=surat.every(connection, forum.id),
            lahir=kelahiran.every(connection, forum.id),
            sehari=isi_sehari(self._desk, forum, agreed),
        )

    def _lists_and_words(
        self, forum: Forum, people: Sequence[Peserta], ranking: Mapping[str, tuple[str, str]]
    ) -> DaftarDanRisalah:
        """What only the notulen, the lists by origin, the ceilings and the annex of the groups print."""
        usulan, found = self._prioritas.usulan(), self._kesepakatan.sekarang()
        notes = notulen.every(self._desk.connection, forum.id)
        return DaftarDanRisalah(
            ketua_lpm=ketua_lpm(people),
            risalah=risalah(self._desk, usulan, self._prioritas.aturan(), found),
            kelompok=self._kelompok.hasil(notes, ranking),
            asal=daftar_asal(usulan, people, forum.istilah.dusun),
            pagu_indikatif=pagu_indikatif(forum, usulan, found),
        )

    def _forum(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum

    def _agreed(self) -> tuple[list[tuple[Usulan, Butir]], list[tuple[Usulan, Butir]]]:
        usulan = {item.id: item for item in self._prioritas.usulan()}
        found = self._kesepakatan.sekarang()
        butir = [item for item in (found.butir if found else ()) if item.usulan in usulan]
        agreed = [(usulan[b.usulan], b) for b in butir if b.keluaran != "belum_disepakati"]
        refused = [(usulan[b.usulan], b) for b in butir if b.keluaran == "belum_disepakati"]
        return agreed, refused

    def _moves(self) -> dict[str, Perpindahan]:
        """The last move of each usulan."""
        found = self._kesepakatan.sekarang()
        return {move.usulan: move for move in (found.perpindahan if found else ())}

    def _ranks(self) -> dict[str, tuple[str, str]]:
        from musrenbang_desktop.ranking.explain import teks_nilai

        return {
            row.usulan: (teks_nilai(row.nilai), f"{row.peringkat}{' (seri)' if row.seri else ''}")
            for row in self._prioritas.hasil().baris
            if row.nilai is not None
        }

    def _versions(self) -> tuple[str, ...]:
        from musrenbang_desktop.services.lembar_hitung import versi_words

        return tuple(versi_words(one) for one in self._prioritas.versi())

    def _ceilings(self) -> tuple[str, ...]:
        """What the agreed usulan of the village's own budget take of each source, where the forum names them."""
        from musrenbang_desktop.domain.pagu import kata_pakai
        from musrenbang_desktop.services.penjelasan import PenjelasanService

        found = self._kesepakatan.sekarang()
        if found is None or not self._forum().pagu_sumber:
            return ()
        own = [butir.usulan for butir in found.butir if butir.keluaran == "dana_desa"]
        told = PenjelasanService(self._desk, self._prioritas)
        return tuple(f"Pagu {kata_pakai(row)}." for row in told.pakai(own))

    def _lembar_hitung(self) -> LembarHitung | None:
        from musrenbang_desktop.services.lembar_hitung import lembar_hitung
        from musrenbang_desktop.services.penjelasan import PenjelasanService

        return lembar_hitung(self._prioritas, PenjelasanService(self._desk, self._prioritas))

    def _wakil(self, forum: Forum) -> tuple[BarisHadir, ...]:
        """Those who sign for the participants; who is not present, or no longer, signs nothing."""
        found = (peserta.one(self._desk.connection, record) for record in forum.wakil_peserta)
        people = [person for person in found if person and person.hadir]
        return tuple(baris_hadir(person, number) for number, person in enumerate(people, 1))

    def _delegasi(self) -> tuple[BarisHadir, ...]:
        """Delegates, then substitutes, numbered through."""
        chosen: tuple[Peran, ...] = ("delegasi", "cadangan")
        people = [(person, peran) for peran in chosen for person in self._kehadiran.delegasi(peran)]
        return tuple(baris_terundang(person, number, peran) for number, (person, peran) in enumerate(people, 1))

    def _short_of_delegates(self) -> bool:
        return any(not rule.terpenuhi for rule in self._kehadiran.syarat_delegasi())

    def _sealed(self, forum: Forum) -> SegelCetak | None:
        found = segel.one(self._desk.connection, forum.id)
        if found is None:
            return None
        made = tersegel(found)
        return SegelCetak(
            kode=made.kode, id=made.segel.id, laptop=made.laptop, usulan=len(made.segel.urutan), qr=made.qr
        )

    def _watermark(self, forum: Forum) -> TandaAir:
        found = self._kesepakatan.sekarang()
        if forum.latihan:
            return "LATIHAN"
        return "" if found and found.ditutup else "DRAF"
