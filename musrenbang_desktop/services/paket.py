"""The kabupaten's package on this laptop: looked at, believed, put in, and what the forum began with.

Everything works without one. A forum keeps the package that it began with: a newer one changes an open forum only when
the operator says so, and that is an act like any other, taken back by undo.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from musrenbang_desktop.db import settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.db.queries import kesepakatan
from musrenbang_desktop.db.queries import paket as queries
from musrenbang_desktop.db.queries.paket import INSTALLED, PaketTersimpan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk

if TYPE_CHECKING:
    from musrenbang_desktop.domain.bagian_paket import Bagian
    from musrenbang_desktop.domain.penilaian import Kriteria

TRUSTED = "paket.kunci"
PROFIL = "profil/"

#: Letters of a kode wilayah up to its kecamatan, and of a whole one: ``33.26.08``, ``33.26.08.2004``.
_DISTRICT, _VILLAGE = 8, 13

Percaya = Literal["terdaftar", "dikenal", "baru"]
"""Why the signer is believed: it is the server that this laptop is enrolled at, it was believed before, or not yet."""


class PaketDitolak(Trouble):
    """No package, or no longer the one that was signed."""


class PaketAsing(Trouble):
    """Signed by somebody else than the kabupaten of this laptop."""


class IsiPaketSalah(Trouble):
    """Signed, but a part of it is not what this program can read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaketDibaca:
    """A package whose every byte was checked. ``sidik`` is the signer's fingerprint as it is read aloud."""

    paket: PaketTersimpan
    percaya: Percaya
    sidik: str
    tabel: Mapping[str, Sequence[Mapping[str, Any]]]
    teks: Mapping[str, str]
    berkas: bytes

    @property
    def kunci_asing(self) -> Mapping[str, Sequence[str]]:
        """Form profile -> its keys that this program does not know: of a newer one, or misspelt. They are not used."""
        from musrenbang_desktop.reference.profile_skema import kunci_asing

        found = {name.removeprefix(PROFIL): kunci_asing(text) for name, text in self.teks.items() if _is_form(name)}
        return {name: keys for name, keys in found.items() if keys}


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasPaket:
    """A file whose signature holds and whose parts can be read; needs no store, so the background may make it."""

    paket: PaketTersimpan
    kunci: bytes
    tabel: Mapping[str, Sequence[Mapping[str, Any]]]
    teks: Mapping[str, str]
    data: bytes


def baca_berkas(path: Path) -> BerkasPaket:
    """Check every byte of a file and read its parts. Raises PaketDitolak, IsiPaketSalah, OSError."""
    from sync.wire import paket as wire

    if path.stat().st_size > wire.LARGEST:
        raise PaketDitolak(str(wire.PackageRefused("terlalu_besar")))
    data = path.read_bytes()
    try:
        found = wire.read(data)
    except wire.PackageRefused as refused:
        raise PaketDitolak(str(refused)) from refused
    tables, texts = _parts(found.parts)
    paket = PaketTersimpan(
        hash=found.hash,
        kunci=found.key.hex(),
        nomor=found.head.nomor,
        tanggal=found.head.tanggal,
        kode=found.head.kode,
        kabupaten=found.head.kabupaten,
        tahun_rencana=found.head.tahun_rencana,
        batas_persen=found.head.batas_persen,
        jam="",
        jumlah={name: len(rows) for name, rows in tables.items()} | dict.fromkeys(texts, 1),
    )
    return BerkasPaket(paket=paket, kunci=found.key, tabel=tables, teks=texts, data=data)


class PaketService:
    """Packages of this laptop and of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def periksa(self, path: Path) -> PaketDibaca:
        """Read and check a file; nothing is written. Raises PaketDitolak, PaketAsing, IsiPaketSalah, OSError."""
        return self.kenali(baca_berkas(path))

    def kenali(self, berkas: BerkasPaket) -> PaketDibaca:
        """Whether the signer is to be believed. Raises PaketAsing."""
        jam = self._desk.store.clock().isoformat(timespec="seconds")
        return PaketDibaca(
            paket=replace(berkas.paket, jam=jam),
            percaya=self._trust(berkas.kunci),
            sidik=_sidik(berkas.kunci),
            tabel=berkas.tabel,
            teks=berkas.teks,
            berkas=berkas.data,
        )

    def pasang(self, dibaca: PaketDibaca) -> None:
        """Put a package in: later forums begin with it, and so does the chosen one while it has none.

        With it goes the belief in its signer; ask the operator first when ``percaya`` is "baru".
        """
        connection = self._desk.connection
        with self._desk.store.transaction():
            queries.keep(connection, dibaca.paket, dibaca.tabel, dibaca.teks, dibaca.berkas)
            settings.put(connection, INSTALLED, dibaca.paket.hash)
            if dibaca.paket.kunci:
                settings.put(connection, TRUSTED, dibaca.paket.kunci)
        self._desk.bus.publish(Changes(kinds=frozenset({"paket"}), label="memasang paket kabupaten"))
        forum = self._desk.forum()
        if forum is not None and not forum.paket and not kesepakatan.closed_at(connection, forum.id):
            self._use(dibaca.paket.hash)

    def pasang_kamus_sendiri(self, nama: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """A kamus from the village's own table, without any signature, under the name of its file.

        Raises RuleBroken("kamus", "kosong" or "tidak_dikenal").
        """
        from musrenbang_desktop.domain.bagian_paket import BAGIAN, periksa_isi

        if not rows:
            raise RuleBroken("kamus", "kosong")
        columns = [column.nama for column in BAGIAN["kamus"].kolom]
        checked = periksa_isi(BAGIAN["kamus"], columns, [[row[name] for name in columns] for row in rows])
        now = self._desk.store.clock()
        data = json.dumps(checked, ensure_ascii=False, separators=(",", ":")).encode()
        paket = PaketTersimpan(
            hash=hashlib.sha256(data).hexdigest(),
            kunci="",
            nomor=nama,
            tanggal=now.date().isoformat(),
            kode="",
            kabupaten="",
            tahun_rencana=0,
            batas_persen=10,
            jam=now.isoformat(timespec="seconds"),
            jumlah={"kamus": len(checked)},
        )
        self.pasang(
            PaketDibaca(paket=paket, percaya="dikenal", sidik="", tabel={"kamus": checked}, teks={}, berkas=data)
        )

    def pakai(self) -> None:
        """The chosen forum goes on with the package that is put in now. Raises RuleBroken("paket", "belum_ada")."""
        installed = self.terpasang()
        if installed is None:
            raise RuleBroken("paket", "belum_ada")
        self._desk.require_open()
        self._use(installed.hash)

    def lepas(self) -> None:
        """The chosen forum goes on without any package; what usulan took from it stays."""
        self._desk.require_open()
        self._use("")

    def terpasang(self) -> PaketTersimpan | None:
        """The package that new forums begin with."""
        return queries.one(self._desk.connection, settings.get(self._desk.connection, INSTALLED) or "")

    def milik_forum(self) -> PaketTersimpan | None:
        """The package of the chosen forum; None without one, and also while this laptop does not have its file."""
        forum = self._desk.forum()
        return queries.one(self._desk.connection, forum.paket) if forum and forum.paket else None

    def hilang(self) -> bool:
        """Whether the forum began with a package whose file this laptop does not have."""
        forum = self._desk.forum()
        return bool(forum and forum.paket) and self.milik_forum() is None

    def baris(self, bagian: str) -> list[dict[str, Any]]:
        """The rows of one part of the forum's package; none without it."""
        forum = self._desk.forum()
        return queries.rows(self._desk.connection, forum.paket, bagian) if forum and forum.paket else []

    def jawaban_lalu(self) -> list[dict[str, Any]]:
        """What became of last year's usulan of this village, by its kode wilayah."""
        forum = self._desk.forum()
        return [row for row in self.baris("jawaban") if forum and row["kode_wilayah"] == forum.kode_wilayah]

    def pagu(self) -> list[dict[str, Any]]:
        """The ceilings of this village by source of money."""
        forum = self._desk.forum()
        return [row for row in self.baris("pagu") if forum and row["kode_wilayah"] == forum.kode_wilayah]

    def kuota(self) -> int:
        """How many usulan this village may send on, 0 where the package says nothing (RANK-12)."""
        forum = self._desk.forum()
        kode = forum.kode_wilayah if forum else ""
        return next((row["jumlah"] for row in self.baris("kuota") if kode and row["kode_wilayah"] == kode), 0)

    def kode_desa(self) -> str:
        """The kode wilayah of a village of this forum's name in the package; empty unless there is exactly one.

        Names repeat within a kabupaten, so the kecamatan decides where it is known.
        """
        forum = self._desk.forum()
        if forum is None:
            return ""
        rows = self.baris("wilayah")
        districts = {row["kode"] for row in rows if _same_name(row["nama"], forum.kecamatan, "kecamatan")}
        found = [row["kode"] for row in rows if len(row["kode"]) == _VILLAGE and _same_name(row["nama"], forum.desa)]
        near = [kode for kode in found if kode[:_DISTRICT] in districts] if districts else found
        return near[0] if len(near) == 1 else ""

    def nama_perangkat_daerah(self) -> list[str]:
        """The offices of the kabupaten, in the order of the package."""
        return [row["nama"] for row in self.baris("perangkat_daerah")]

    def alasan_belum_disepakati(self) -> list[str]:
        """The kabupaten's own words for why an usulan was not agreed; none without them."""
        return [row["uraian"] for row in self.baris("alasan") if row["untuk"] == "belum_disepakati"]

    def kriteria(self) -> tuple[Kriteria, ...]:
        """The kabupaten's criteria, as rules of scoring; none without them."""
        from musrenbang_desktop.domain.kriteria_paket import kriteria_dari

        return kriteria_dari(self.baris("kriteria"))

    def bentuk(self, jenis: str = "") -> list[tuple[str, str]]:
        """The form profiles that the chosen forum may have, (key, name): the shipped ones and those of its package.

        Only those made for its kind of village, or for ``jenis``. The one that it has is among them also while its
        package is missing, and while it was chosen for another kind.
        """
        from musrenbang_desktop.reference.profile_layers import layered, names, read, shipped

        def whole(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
            return {**table, "untuk": layered(dict(table), name)["untuk"]}

        forum = self._desk.forum()
        kind = jenis or (forum.jenis if forum else "")
        forms = {name: whole(shipped(name), name) for name in names()}
        for part in queries.parts(self._desk.connection, forum.paket, PROFIL) if forum and forum.paket else ():
            name = part.removeprefix(PROFIL).removesuffix(".toml")
            text = queries.text(self._desk.connection, forum.paket, part) if forum else None
            forms[name] = whole(read(text or "", name), name)
        found = {name: str(form.get("nama", name)) for name, form in forms.items() if not kind or kind in form["untuk"]}
        if forum and not jenis and forum.profil not in found:
            found[forum.profil] = str(forms.get(forum.profil, {}).get("nama", forum.profil))
        return list(found.items())

    def profil(self, nama: str) -> str | None:
        """The text of a form profile that the forum's package brings."""
        forum = self._desk.forum()
        return queries.text(self._desk.connection, forum.paket, f"{PROFIL}{nama}.toml") if forum else None

    def _use(self, digest: str) -> None:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        if forum.paket == digest:
            return
        label = "memakai paket kabupaten" if digest else "melepas paket kabupaten"
        with self._desk.write("forum paket", label) as act:
            act.append("forum.ubah", forum.id, {"paket": digest})

    def _trust(self, key: bytes) -> Percaya:
        """Raises PaketAsing for a key that is not the one of this laptop's kabupaten."""
        enrolled = _enrolled_key(settings.get(self._desk.connection, box.CARD))
        if enrolled:
            if enrolled != key:
                raise PaketAsing(
                    "Paket ini tidak ditandai oleh kabupaten tempat laptop ini terdaftar. Tidak ada yang dipasang. "
                    f"Tanda paket: {_sidik(key)}; tanda kabupaten: {_sidik(enrolled)}. Tanyakan kepada kabupaten."
                )
            return "terdaftar"
        known = settings.get(self._desk.connection, TRUSTED)
        if not known:
            return "baru"
        if known != key.hex():
            raise PaketAsing(
                "Paket ini ditandai oleh pihak lain daripada paket yang dipasang sebelumnya. Tidak ada yang dipasang. "
                f"Tanda paket ini: {_sidik(key)}; tanda sebelumnya: {_sidik(bytes.fromhex(known))}. "
                "Tanyakan kepada kabupaten."
            )
        return "dikenal"


@lru_cache(maxsize=4)
def _enrolled_key(card: str | None) -> bytes:
    """The server's key of an enrolment as it is kept, empty without one."""
    from sync.wire.encoding import from_text

    return from_text(json.loads(card)["kunci_server"], 32) if card else b""


def _sidik(key: bytes) -> str:
    from sync.wire.ticket import spoken_fingerprint

    return spoken_fingerprint(key)


def _same_name(name: str, wanted: str, *before: str) -> bool:
    """Whether two names of a place are the same; codes are compared elsewhere, names only to offer a code."""
    plain = [" ".join(text.casefold().split()) for text in (name, wanted)]
    for word in before:
        plain = [text.removeprefix(f"{word} ") for text in plain]
    return bool(plain[1]) and plain[0] == plain[1]


def _parts(parts: Mapping[str, bytes]) -> tuple[dict[str, list[dict[str, Any]]], dict[str, str]]:
    """Tables and texts of a package, each checked; a part that a newer program added is passed over."""
    from musrenbang_desktop.domain.bagian_paket import BAGIAN

    tables: dict[str, list[dict[str, Any]]] = {}
    texts: dict[str, str] = {}
    for name, data in parts.items():
        part = BAGIAN.get(name.removesuffix(".json"))
        if name.startswith(PROFIL):
            texts[name] = _profile(name, data)
        elif part is not None and name == part.berkas:
            tables[part.nama] = _table(part, data)
    return tables, texts


def _table(part: Bagian, data: bytes) -> list[dict[str, Any]]:
    from musrenbang_desktop.domain.bagian_paket import periksa_isi
    from musrenbang_desktop.domain.kriteria_paket import kriteria_dari

    try:
        value = json.loads(data.decode("utf-8"))
        columns, found = value["kolom"], value["baris"]
        if not isinstance(found, list) or not all(isinstance(row, list) for row in found):
            raise TypeError("rows")
        if not isinstance(columns, list) or not all(isinstance(column, str) for column in columns):
            raise TypeError("columns")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _wrong(part.sebutan, "tidak terbaca") from error
    try:
        rows = periksa_isi(part, columns, found)
        if part.nama == "kriteria":
            kriteria_dari(rows)
    except RuleBroken as broken:
        raise _wrong(part.sebutan, broken.text or f"{broken.field} tidak dapat dipakai") from broken
    return rows


def _is_form(name: str) -> bool:
    return name.startswith(PROFIL) and name.endswith(".toml")


def _profile(name: str, data: bytes) -> str:
    from musrenbang_desktop.reference.profile import ProfileInvalid, parse

    try:
        text = data.decode("utf-8")
        parse(text, Path(name).stem)
    except UnicodeDecodeError as error:
        raise _wrong(name, "bukan tulisan UTF-8") from error
    except ProfileInvalid as error:
        raise _wrong(name, str(error)) from error
    return text


def _wrong(part: str, why: str) -> IsiPaketSalah:
    return IsiPaketSalah(
        f"Bagian {part} dalam paket ini salah: {why.rstrip('.')}. Tidak ada yang dipasang. Beri tahu kabupaten."
    )
