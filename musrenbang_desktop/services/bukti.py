"""Signed pages come back: matched to their place by the code in the foot, kept as files, counted as evidence.

:meth:`BuktiService.baca` runs in the background and knows no database; the other methods are for the main thread.
Pages may come after the seal: they show what was signed and change nothing of it, so no addendum is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

from musrenbang_desktop.berita_acara import JENIS, WITHOUT_TRACE
from musrenbang_desktop.db.errors import Trouble, sort_os_error
from musrenbang_desktop.db.lampiran import Simpanan
from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.db.queries import lampiran as queries
from musrenbang_desktop.domain.bukti import BUTIR, ButirBukti, Kertas, susun
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.halaman import PANJANG_JEJAK, KodeHalaman, singkatan
from musrenbang_desktop.domain.lampiran import HALAMAN, LONGEST_NAME, Lampiran, LampiranBaru
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.lampiran import read_file

Nasib = Literal["baru", "sudah_ada", "sama", "forum_lain", "tanpa_kode"]
Lapor = Callable[[int, int, str], None]
"""pages or files done, of how many, which"""

#: Missing pages side by side that are named one by one.
_FEW = 3

_OLD = " dari cetakan sebelum data berubah"

#: The paper that a short name in a code stands for; the whole is printed with the codes of its parts.
KERTAS = {singkatan(jenis): jenis for jenis in JENIS if jenis != "lengkap"}


@dataclass(frozen=True, slots=True)
class Terpindai:
    """One page of a file: stored, but not yet recorded. ``sha256`` is empty for a page of another forum."""

    berkas: str
    kode: KodeHalaman | None
    buram: bool
    ukuran: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Ditolak:
    """A file that could not be read, and why."""

    berkas: str
    sebab: Exception


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page with its place, as it would be recorded. ``lama`` are the records that hold the same place already."""

    pindai: Terpindai
    nasib: Nasib
    kertas: str = ""
    halaman: int | None = None
    lama: tuple[str, ...] = ()
    cetakan_lain: bool = False
    """it carries another trace than the paper would today: printed before something was changed"""
    forum: str = ""
    """the other forum, in words where it is in this data"""

    @property
    def nama(self) -> str:
        """``Lampiran I halaman 2``."""
        return nama_halaman(self.kertas, self.halaman) if self.kertas else self.pindai.berkas


@dataclass(frozen=True, slots=True)
class Keadaan:
    """One line of the evidence list: what is there and what is missing, in sentences."""

    butir: ButirBukti
    ada: str
    kurang: tuple[str, ...]
    lampiran: tuple[Lampiran, ...]

    @property
    def lengkap(self) -> bool:
        """Whether nothing is known to be missing."""
        return not self.kurang


class BuktiService:
    """The signed pages and the evidence of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files = Simpanan(desk.store.path.parent)

    @property
    def forum_id(self) -> str:
        """The forum that pages must belong to; raises RuleBroken("forum", "belum_ada")."""
        return self._desk.forum_id

    def baca(
        self, paths: Sequence[Path], forum: str, lapor: Lapor = lambda _done, _total, _text: None
    ) -> list[Terpindai | Ditolak]:
        """Read files and folders of pictures and scans; ``forum`` is whose pages are kept. For the background.

        ``lapor`` is told of every page and may raise to stop: nothing is recorded then. Raises Trouble for a full disk.
        """
        from musrenbang_desktop.exchange.halaman import berkas_di

        try:
            files = [one for path in paths for one in berkas_di(path)]
        except OSError as error:
            raise sort_os_error(error, paths[0]) from error
        found: list[Terpindai | Ditolak] = []
        for done, path in enumerate(files):
            lapor(done, len(files), path.name)
            try:
                for page in self._pages(path, forum):
                    found.append(page)
                    lapor(done, len(files), page.berkas)
            except (RuleBroken, Trouble) as problem:
                found.append(Ditolak(path.name, problem))
        return found

    def _pages(self, path: Path, forum: str) -> Iterator[Terpindai]:
        from musrenbang_desktop.exchange.foto import BITA_MASUK
        from musrenbang_desktop.exchange.halaman import lembar

        data = read_file(path, BITA_MASUK)
        scan = data.startswith(b"%PDF")
        for number, page in enumerate(lembar(data), 1):
            name = f"{path.name}, lembar {number}" if scan else path.name
            for kode in (page.kode, *page.lain):
                if kode and kode.forum != forum:
                    yield Terpindai(name, kode, page.buram)
                else:
                    yield Terpindai(name, kode, page.buram, len(page.data), self._files.simpan(page.data))

    def tempatkan(self, pages: Sequence[Terpindai]) -> list[Halaman]:
        """Where every page belongs, and what stands there already; a second picture of a page among these as well."""
        here, today = queries.every(self._desk.connection, self._desk.forum_id), self._jejak()
        placed: list[Halaman] = []
        taken: dict[KodeHalaman, str] = {}
        for page in pages:
            kertas = KERTAS.get(page.kode.kertas, "") if page.kode else ""
            if page.kode and page.kode.forum != self._desk.forum_id:
                placed.append(Halaman(page, "forum_lain", kertas, page.kode.halaman, forum=self._named(page.kode)))
            elif page.kode is None or not kertas:
                known = any(one.sha256 == page.sha256 for one in here if one.jenis == HALAMAN)
                placed.append(Halaman(page, "sama" if known else "tanpa_kode"))
            else:
                found = self._by_code(page, page.kode, kertas, here, today)
                before = taken.setdefault(page.kode, page.sha256)
                if found.nasib == "baru" and before != page.sha256:
                    found = replace(found, nasib="sudah_ada")
                placed.append(found)
        return placed

    def _by_code(
        self, page: Terpindai, kode: KodeHalaman, kertas: str, here: Sequence[Lampiran], today: str
    ) -> Halaman:
        same = _standing(here, kertas, kode.halaman, kode)
        nasib: Nasib = "sudah_ada" if same else "baru"
        if any(one.sha256 == page.sha256 for one in same):
            nasib = "sama"
        other = kode.jejak != _jejak_of(kertas, today)
        return Halaman(page, nasib, kertas, kode.halaman, tuple(one.id for one in same), other)

    def pilih_tempat(self, page: Halaman, kertas: str, halaman: int | None = None) -> Halaman:
        """The same page, placed by hand. Raises RuleBroken("kertas" or "halaman", ...)."""
        if kertas not in KERTAS.values():
            raise RuleBroken("kertas", "tidak_dikenal")
        if halaman is not None and halaman < 1:
            raise RuleBroken("halaman", "di_luar_batas")
        here = queries.every(self._desk.connection, self._desk.forum_id)
        same = _standing(here, kertas, halaman) if halaman is not None else []
        nasib: Nasib = "sudah_ada" if same else "baru"
        return replace(
            page, kertas=kertas, halaman=halaman, nasib=nasib, lama=tuple(one.id for one in same), cetakan_lain=False
        )

    def catat(self, pages: Sequence[Halaman], *, ganti: bool = False) -> list[str]:
        """Record placed pages in one act, taken back by one undo; returns the ids of the new records.

        ``ganti`` takes off what stands at their places, else both stay. Pages of other forums, pages without a place
        and pages that are there already to the byte are left out.
        """
        new = {
            (one.kertas, one.halaman, one.pindai.sha256): one
            for one in pages
            if one.nasib in ("baru", "sudah_ada") and one.kertas
        }
        if not new:
            return []
        old = self._old(new.values()) if ganti else []
        words = next(iter(new.values())).nama if len(new) == 1 else f"{len(new)} halaman"
        ids: list[str] = []
        with self._desk.write("lampiran", f"menyimpan {words} yang sudah ditandatangani") as act:
            for page in new.values():
                ids.append(act.next_id())
                act.append("lampiran.catat", ids[-1], _recorded(page))
            for record in old:
                act.append("lampiran.ubah", record, {"status": "batal"})
        return ids

    def _old(self, pages: Iterable[Halaman]) -> list[str]:
        """What stands at these places now: since they were looked at, some of it may have been taken back."""
        here = queries.every(self._desk.connection, self._desk.forum_id)
        return sorted(
            {
                one.id
                for page in pages
                if page.halaman is not None
                for one in _standing(here, page.kertas, page.halaman, _code_of(page))
            }
        )

    def keadaan(self) -> list[Keadaan]:
        """The evidence list, and behind it a line for every other paper that came back."""
        here, today = queries.every(self._desk.connection, self._desk.forum_id), self._jejak()
        asked = {kertas for butir in BUTIR for kertas in butir.kertas}
        rest = dict.fromkeys(one.kertas for one in here if one.jenis == HALAMAN and one.kertas not in asked)
        lines = [*BUTIR, *(ButirBukti(jenis, nama_kertas(jenis), (jenis,)) for jenis in rest)]
        return [_line(butir, here, today) for butir in lines]

    def milik(self, kunci: str) -> list[Lampiran]:
        """The pages of one line in the order of its papers, also those that were taken off."""
        butir = next((one.butir for one in self.keadaan() if one.butir.kunci == kunci), None)
        every = queries.of_usulan(self._desk.connection, self._desk.forum_id, [""])
        if butir is None:
            return []
        order = butir.kertas
        found = [one for one in every if one.jenis == HALAMAN and one.kertas in order]
        return sorted(found, key=lambda one: (order.index(one.kertas), one.halaman or 0))

    def berkas(self, sha256: str) -> Path:
        """Where a stored page lies."""
        return self._files.jalur(sha256)

    def salinan(self, sha256: str) -> Path:
        """A copy of a stored page to be opened by another program. Raises Trouble."""
        return self._files.salinan(sha256)

    def _jejak(self) -> str:
        return jurnal.state_hash(self._desk.connection, self._desk.forum_id)[:PANJANG_JEJAK]

    def _named(self, kode: KodeHalaman) -> str:
        found = forums.one(self._desk.connection, kode.forum)
        return f"{sebutan_forum(found)} {found.tahun_pelaksanaan}" if found else f"forum {kode.forum}"


def nama_kertas(jenis: str) -> str:
    """``Lampiran I`` of ``Lampiran I: Daftar hadir``."""
    return JENIS.get(jenis, jenis).partition(":")[0].partition(",")[0]


def nama_halaman(jenis: str, halaman: int | None) -> str:
    """``Lampiran I halaman 2``."""
    return f"{nama_kertas(jenis)} halaman {halaman}" if halaman else nama_kertas(jenis)


def _line(butir: ButirBukti, here: Sequence[Lampiran], today: str) -> Keadaan:
    if not butir.kertas:
        photos = tuple(one for one in here if one.jenis == "foto" and not one.usulan)
        return Keadaan(butir, f"{len(photos)} foto", () if photos else (f"{butir.nama} belum ada",), photos)
    own = tuple(one for one in here if one.jenis == HALAMAN and one.kertas in butir.kertas)
    papers = [susun(jenis, own, _jejak_of(jenis, today)) for jenis in butir.kertas]
    return Keadaan(butir, _there(papers), tuple(_missing(butir, papers)), own)


def _there(papers: Sequence[Kertas]) -> str:
    parts = []
    for paper in papers:
        if paper.ada:
            count = f"{paper.sesuai} dari {paper.dari} halaman" if paper.dari else f"{paper.ada} halaman"
            parts.append(f"{nama_kertas(paper.jenis)} {count}{_OLD if paper.usang else ''}")
            if paper.dari and paper.ada > paper.sesuai:
                parts.append(f"{paper.ada - paper.sesuai} halaman di luar nomornya")
        if paper.lain:
            parts.append(f"{paper.lain} halaman dari cetakan lain")
    return ", ".join(parts) or "belum ada"


def _missing(butir: ButirBukti, papers: Sequence[Kertas]) -> Iterator[str]:
    there = [paper for paper in papers if paper.ada]
    if not there:
        yield f"{butir.nama} belum ada"
        return
    if butir.wajib:
        yield from (f"{nama_kertas(paper.jenis)} belum ada" for paper in papers if not paper.ada)
        yield from (f"{nama_kertas(paper.jenis)} dari data yang sekarang belum ada" for paper in there if paper.usang)
    if not butir.utuh or (not butir.wajib and any(paper.lengkap for paper in there)):
        return
    for paper in there:
        if paper.kurang:
            yield f"{nama_kertas(paper.jenis)} halaman {_numbers(paper.kurang)} belum ada"


def _numbers(pages: Sequence[int]) -> str:
    """``2``, ``2 dan 4``, ``2, 4 dan 6 sampai 9``."""
    words: list[str] = []
    for _, run in groupby(enumerate(pages), lambda one: one[1] - one[0]):
        numbers = [str(number) for _, number in run]
        words += [f"{numbers[0]} sampai {numbers[-1]}"] if len(numbers) > _FEW else numbers
    *first, last = words
    return f"{', '.join(first)} dan {last}" if first else last


def _standing(here: Sequence[Lampiran], kertas: str, halaman: int, kode: KodeHalaman | None = None) -> list[Lampiran]:
    """The pages at one place; with a code only those of the same print."""
    return [
        one
        for one in here
        if (one.jenis, one.kertas, one.halaman) == (HALAMAN, kertas, halaman)
        and (kode is None or (one.jejak, one.dari) == (kode.jejak, kode.dari))
    ]


def _jejak_of(kertas: str, today: str) -> str:
    """The trace that a paper would carry today."""
    return "" if kertas in WITHOUT_TRACE else today


def _code_of(page: Halaman) -> KodeHalaman | None:
    """The code by which a page has its place; None where that was given by hand."""
    kode = page.pindai.kode
    return kode if kode and KERTAS.get(kode.kertas) == page.kertas and kode.halaman == page.halaman else None


def _recorded(page: Halaman) -> dict[str, str | int]:
    """The fields of the event of a page."""
    by_code = _code_of(page)
    baru = LampiranBaru(
        nama=page.nama[-LONGEST_NAME:],
        jenis=HALAMAN,
        ukuran=page.pindai.ukuran,
        sha256=page.pindai.sha256,
        kertas=page.kertas,
        halaman=page.halaman,
        dari=by_code.dari if by_code else None,
        jejak=by_code.jejak if by_code else "",
    )
    names = ("nama", "jenis", "ukuran", "sha256", "kertas", "halaman", "dari", "jejak")
    return {name: value for name in names if (value := getattr(baru, name)) not in ("", None)}
