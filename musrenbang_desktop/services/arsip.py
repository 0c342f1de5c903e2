"""The archive of a forum: one folder that a browser and a spreadsheet open when this program is long gone.

:meth:`ArsipService.siapkan` reads everything on the main thread; :meth:`Arsip.tulis` runs in the background.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.db.errors import sort_os_error
from musrenbang_desktop.db.lampiran import Simpanan
from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.db.whole_file import HALF, replace
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.lampiran import HALAMAN, JENIS_LAMPIRAN, Lampiran
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.domain.tanggal import format_tanggal
from musrenbang_desktop.exchange.arsip_html import Bagian, Tautan, index
from musrenbang_desktop.exchange.arsip_teks import CARA_MEMERIKSA, samarkan
from musrenbang_desktop.exchange.listing import Daftar, shown
from musrenbang_desktop.services.bukti import Keadaan
from musrenbang_desktop.services.dokumen import berkas_forum
from musrenbang_desktop.services.ekspor import NAMA, daftar
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.penggambar import Penggambar
from musrenbang_desktop.services.teks_segel import berkas_segel

Lapor = Callable[[int, int, str], None]
"""files done, of how many, which; may raise to stop"""

#: Ending of the folder while it is being written.
SIDIK = "SHA256.txt"
#: Columns of the lists on the first page; the files hold all of them.
_SHOWN = frozenset(
    "urutan nomor judul dusun rt rw volume satuan perkiraan_biaya pengusul keluaran alasan nilai status".split()
)


#: Names that mean a device on Windows, whatever ending they have.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\s*\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BerkasArsip:
    """A stored file with the place that it gets in the archive."""

    lampiran: Lampiran
    keterangan: str
    ke: str


@dataclass(frozen=True, slots=True)
class Arsip:
    """Everything that goes into an archive, read at one moment; it needs no store."""

    forum: Forum
    penggambar: Penggambar
    daftar: Sequence[Daftar]
    jurnal: Sequence[jurnal.Baris]
    bukti: Sequence[Keadaan]
    berkas: Sequence[BerkasArsip]
    segel: dict[str, str]
    simpanan: Simpanan
    hilang: list[str] = field(default_factory=list)
    """what could not be put in, as sentences; filled while writing"""

    @property
    def nama(self) -> str:
        """The name of the folder that is proposed."""
        text = f"Arsip {sebutan_forum(self.forum)} {self.forum.tahun_pelaksanaan} {self.forum.id}"
        return _plain(text, 80)

    def tulis(self, target: Path, lapor: Lapor = lambda _done, _total, _text: None) -> Path:
        """Write the folder whole or not at all; ``target`` must not hold anything yet.

        Raises RuleBroken("arsip", "sudah_ada") and Trouble.
        """
        half = target.with_name(target.name + HALF)
        try:
            if target.exists() and (not target.is_dir() or any(target.iterdir())):
                raise RuleBroken("arsip", "sudah_ada")
            shutil.rmtree(half, ignore_errors=True)  # of a writing that a power cut ended
            half.mkdir(parents=True)
            self._fill(half, lapor)
            if target.exists():
                target.rmdir()
            replace(half, target)
        except OSError as error:
            raise sort_os_error(error, target) from error
        finally:
            with suppress(OSError):
                shutil.rmtree(half)
        return target

    def _fill(self, folder: Path, lapor: Lapor) -> None:
        self.hilang.clear()
        total = len(berkas_forum(self.penggambar.isi.forum)) + len(self.daftar) + len(self.berkas) + len(self.segel) + 4
        sums: list[str] = []
        for done, (name, data) in enumerate(self._files()):
            lapor(min(done, total), total, name)
            path = folder.joinpath(*name.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        folder.joinpath(SIDIK).write_bytes("".join(sorted(sums, key=lambda line: line[66:])).encode())

    def _files(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of every file; the first page comes last, when it is known what the others hold."""
        written: list[tuple[str, str]] = []
        for kind, name, data in (*self._papers(), *self._tables()):
            written.append((kind, name))
            yield name, data
        stored = []
        for one in self.berkas:
            data_or_none = self._stored(one)
            if data_or_none is not None:
                stored.append(one)
                yield one.ke, data_or_none
        yield "jurnal/catatan.jsonl", self._journal()
        for name, text in self.segel.items():
            yield f"segel/{name}", samarkan(text).encode()
        yield "cara memeriksa.txt", CARA_MEMERIKSA.replace("\n", "\r\n").encode()
        yield "index.html", samarkan(self._index(written, stored)).encode()

    def _papers(self) -> Iterator[tuple[str, str, bytes]]:
        for jenis, name in berkas_forum(self.penggambar.isi.forum).items():
            if not self._belongs(jenis):
                continue
            try:
                data = self.penggambar.gambar(jenis)
            except (RuleBroken, ValueError):
                self.hilang.append(f"{JENIS[jenis]} belum bisa dibuat karena isinya belum lengkap.")
            else:
                yield JENIS[jenis], f"dokumen/{name}", data

    def _belongs(self, jenis: str) -> bool:
        """Not the sheets that wait for what did not happen: years later they would say that it did."""
        isi = self.penggambar.isi
        if jenis == "penundaan":
            return bool(isi.penundaan)
        if jenis == "tanpa_kuorum":
            opened = isi.pembukaan
            return opened is not None and (opened.kedua or not opened.tercapai)
        return jenis != "lembar_uji"  # says something about a printer, nothing about the meeting

    def _tables(self) -> Iterator[tuple[str, str, bytes]]:
        from musrenbang_desktop.exchange.listing_text import as_csv
        from musrenbang_desktop.exchange.listing_xlsx import as_xlsx

        title = f"{sebutan_forum(self.forum)}{self.forum.tanda_latihan}"
        yield "Semua daftar untuk Excel", "daftar/daftar.xlsx", as_xlsx(self.daftar, title)
        for one in self.daftar:
            yield f"Daftar {one.nama.lower()}", f"daftar/{_plain(one.nama, 40).lower()}.csv", as_csv(one)

    def _stored(self, one: BerkasArsip) -> bytes | None:
        try:
            data = self.simpanan.jalur(one.lampiran.sha256).read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() == one.lampiran.sha256:
            return data
        self.hilang.append(f"Berkas {one.lampiran.nama} tidak ada atau berubah di laptop ini.")
        return None

    def _journal(self) -> bytes:
        found = []
        for one in self.jurnal:
            shown_text = samarkan(one.isi)
            line = {**one._asdict(), "isi": shown_text}
            if shown_text != one.isi:
                line["disamarkan"] = True
            found.append(json.dumps(line, ensure_ascii=False) + "\n")
        return "".join(found).encode()

    def _index(self, written: Sequence[tuple[str, str]], stored: Sequence[BerkasArsip]) -> str:
        forum = self.forum
        facts = (
            ("Tempat", ", ".join(filter(None, (forum.tempat, forum.alamat))) or "-"),
            ("Tanggal", format_tanggal(forum.tanggal) if forum.tanggal else "-"),
            ("Kecamatan", forum.kecamatan or "-"),
            ("Kabupaten/kota", forum.kabupaten or "-"),
            ("Tahun rencana", str(forum.tahun_rencana)),
            ("Nomor forum", forum.id),
        )
        lists = [Bagian(f"Daftar {one.nama.lower()}", *_table(one)) for one in self.daftar if one.nama != "Peserta"]
        chapters = [
            Bagian("Tentang musyawarah ini", (), ("Keterangan", "Isi"), facts),
            Bagian("Dokumen dan daftar", (), ("Isi", "Berkas"), [(kind, Tautan(name, name)) for kind, name in written]),
            Bagian(
                "Bukti",
                (),
                ("Bukti", "Yang ada", "Yang belum ada"),
                [(one.butir.nama, one.ada, "; ".join(one.kurang) or "-") for one in self.bukti],
            ),
            Bagian(
                "Halaman bertanda tangan, foto, dan surat",
                () if stored else ("Belum ada.",),
                ("Isi", "Berkas"),
                [(one.keterangan, Tautan(one.ke.rpartition("/")[2], one.ke)) for one in stored],
            ),
            *lists,
            self._check_chapter(),
        ]
        if self.hilang:
            chapters.insert(1, Bagian("Yang tidak ikut dalam arsip ini", tuple(self.hilang)))
        note = "LATIHAN: hanya untuk berlatih. " if forum.latihan else ""
        return index(
            f"Arsip {sebutan_forum(forum)} {forum.tahun_pelaksanaan}",
            f"{note}Buka berkasnya lewat tautan di bawah. Daftar dapat dibuka dengan Excel atau LibreOffice.",
            chapters,
        )

    def _check_chapter(self) -> Bagian:
        rows = [(name, Tautan(f"segel/{name}", f"segel/{name}")) for name in self.segel]
        rows += [
            ("Catatan semua langkah, satu baris satu catatan", Tautan("jurnal/catatan.jsonl", "jurnal/catatan.jsonl")),
            ("Sidik setiap berkas", Tautan(SIDIK, SIDIK)),
            ("Cara memeriksa", Tautan("cara memeriksa.txt", "cara memeriksa.txt")),
        ]
        text = "Hasil musyawarah ini disegel." if self.segel else "Hasil musyawarah ini belum disegel."
        return Bagian("Segel dan pemeriksaan", (text,), ("Isi", "Berkas"), rows)


class ArsipService:
    """The archive of the chosen forum."""

    def __init__(self, layanan: Layanan) -> None:
        self._layanan = layanan

    def siapkan(self) -> Arsip:
        """Read everything that goes in. Raises RuleBroken("forum", "belum_ada")."""
        layanan, desk = self._layanan, self._layanan.desk
        forum = desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return Arsip(
            forum=forum,
            penggambar=layanan.dokumen.penggambar(),
            daftar=[_masked(daftar(layanan, nama)) for nama in NAMA],
            jurnal=jurnal.lines(desk.connection, forum.id),
            bukti=layanan.bukti.keadaan(),
            berkas=self._stored(),
            segel=berkas_segel(layanan),
            simpanan=Simpanan(desk.store.path.parent),
        )

    def _stored(self) -> list[BerkasArsip]:
        labels = {one.id: one.label for one in self._layanan.usulan.daftar()}
        found: list[BerkasArsip] = []
        taken: set[str] = set()
        for one in self._layanan.lampiran.semua():
            folder, words = _place(one, labels)
            stem = _plain(Path(one.nama).stem, 60)
            name, again = f"{folder}/{stem}", 2
            while name.lower() in taken:
                name, again = f"{folder}/{stem} ({again})", again + 1
            taken.add(name.lower())
            found.append(BerkasArsip(one, samarkan(words), name + self._ending(one)))
        return found

    def _ending(self, lampiran: Lampiran) -> str:
        try:
            with self._layanan.lampiran.berkas(lampiran).open("rb") as file:
                return ".pdf" if file.read(4) == b"%PDF" else ".jpg"
        except OSError:
            return ".jpg"


def _place(lampiran: Lampiran, labels: dict[str, str]) -> tuple[str, str]:
    """The folder of a stored file, and what it is called on the first page."""
    if lampiran.jenis == HALAMAN:
        return "bertanda tangan", lampiran.nama
    kind = JENIS_LAMPIRAN.get(lampiran.jenis, lampiran.jenis)
    if lampiran.usulan:
        label = labels.get(lampiran.usulan, "usulan")
        return f"usulan/{_plain(label, 20)}", f"{label}: {kind} {lampiran.nama}"
    return "foto dan surat", f"{kind} {lampiran.nama}"


def _masked(found: Daftar) -> Daftar:
    rows = [[samarkan(cell) if isinstance(cell, str) else cell for cell in row] for row in found.baris]
    return Daftar(found.nama, found.kolom, rows)


def _table(found: Daftar) -> tuple[tuple[str, ...], tuple[str, ...], list[list[str]]]:
    """The columns of a list that a page has room for and that hold something."""
    if not found.baris:
        return ("Belum ada.",), (), []
    kept = [
        place
        for place, kolom in enumerate(found.kolom)
        if kolom.kunci in _SHOWN and any(row[place] not in (None, "") for row in found.baris)
    ]
    heads = tuple(found.kolom[place].judul for place in kept)
    return (), heads, [[shown(row[place], found.kolom[place].bentuk) for place in kept] for row in found.baris]


def _plain(text: str, longest: int) -> str:
    """A name that every file system takes."""
    cleaned = re.sub(r"[^\w .()-]", " ", samarkan(text), flags=re.ASCII)
    name = " ".join(cleaned.split())[:longest].strip(" .") or "berkas"
    return f"berkas {name}" if _DEVICE.match(name) else name
