"""The commands that work on a data folder without a window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from musrenbang_desktop.bootstrap import Desk, open_desk
from musrenbang_desktop.db.errors import NoAccess, Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.journal.keystore import KeyMissing

if TYPE_CHECKING:
    from sync.device.exchange import Applied

_RULES = {
    ("forum", "belum_ada"): "Belum ada forum di folder data ini. Buka program dan mulai musrenbang lebih dulu.",
    ("templat", "tidak_bisa_diisi"): "Templat Word di folder data ini tidak bisa diisi. Periksa templatnya di program.",
    ("buku", "tanpa_bpd"): "Buku itu buku BPD, dan di kelurahan tidak ada BPD. Tidak ada yang ditulis.",
    ("pagu", "kosong"): "Pagu forum ini belum diisi, padahal berkas suara memerlukannya.",
    ("arsip", "sudah_ada"): "Folder itu sudah berisi sesuatu. Tidak ada yang berubah. Pilih nama lain untuk --out.",
    ("forum", "tidak_ditemukan"): "Forum itu tidak ada di folder data ini. Periksa nomor forum dan --data-dir.",
    ("latihan", "bukan_ruangnya"): "Forum latihan hanya di ruang latihan: folder data yang bernama latihan.",
    ("forum", "sudah_ditutup"): "Kesepakatan forum ini sudah ditutup, jadi tidak ada yang diubah.",
    ("forum", "sudah_disegel"): "Hasil forum ini sudah disegel, jadi ini tidak dicatat lagi.",
    ("segel", "sudah_disegel"): "Hasil forum ini sudah disegel, jadi tidak ada yang diubah.",
    (
        "berkas",
        "tanpa_usulan",
    ): "Tidak ada baris yang bisa dicatat. Tidak ada yang berubah. Periksa berkasnya, lalu coba lagi.",
}


def sentence(error: Exception) -> str | None:
    """What to say about an expected failure; None for a mistake of ours."""
    from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

    if isinstance(error, Trouble | KeyMissing | BerkasTidakTerbaca):
        return str(error)
    if isinstance(error, RuleBroken):
        return _RULES.get(
            (error.field, error.code), f"Isian {error.field} tidak bisa diterima. Tidak ada yang berubah."
        )
    if type(error).__module__.startswith("sync.device"):
        return str(error)
    return None


@contextmanager
def _opened(data_dir: Path | None) -> Iterator[Desk]:
    """The data that is there; a misspelt folder is not begun as a new one, and a recovery is not kept quiet."""
    if data_dir and not data_dir.exists():
        raise NoAccess(f"Folder data {data_dir} tidak ada. Tidak ada yang berubah. Periksa --data-dir.")
    with open_desk(data_dir) as desk:
        if desk.pemulihan:
            print(desk.pemulihan, file=sys.stderr)
        yield desk


def import_usulan(options: argparse.Namespace) -> int:
    """Show what would happen to every row; with ``--apply`` record the accepted ones in one act."""
    from musrenbang_desktop.exchange.usulan_import import periksa, to_json

    pratinjau = periksa(options.file)
    if options.apply:
        with _opened(options.data_dir) as desk:
            count = desk.services.impor.terapkan(pratinjau, options.file.name)
            print(f"{count} usulan dicatat.", file=sys.stderr)
    if options.json:
        print(json.dumps(to_json(pratinjau), ensure_ascii=False, indent=1))
    else:
        for row in pratinjau.rows:
            judul = row.usulan.judul if row.usulan else "-"
            notes = "; ".join(f"{note.cell}: {note.text}" for note in row.notes)
            print(f"{row.row:>6}  {row.verdict:<8} {judul}{f'  ({notes})' if notes else ''}")
    return 0


def documents(options: argparse.Namespace) -> int:
    """Write every document of a forum; the same forum always gives the same bytes."""
    from musrenbang_desktop.db.whole_file import write_whole
    from musrenbang_desktop.services.dokumen import berkas_forum

    with _opened(options.data_dir) as desk:
        desk.services.forum.tengok(options.forum)
        penggambar = desk.services.dokumen.penggambar()
        for jenis, name in berkas_forum(penggambar.isi.forum).items():
            write_whole(options.out / name, penggambar.gambar(jenis))
            print(options.out / name)
    return 0


def export(options: argparse.Namespace) -> int:
    """Write lists of a forum for another program: all of them, or the one that was asked for; CSV holds one.

    ``pb`` writes the votes and costs without any name, for programs that recompute the choice; ``docx`` one paper as a
    Word file (``--jenis``), from the template of the village if it has one.
    """
    if options.jenis and options.format != "docx":
        print("--jenis hanya untuk docx: memilih kertas mana yang ditulis sebagai berkas Word.", file=sys.stderr)
        return 2
    if options.format == "pb":
        return _export_votes(options)
    if options.format == "docx":
        return _export_word(options)
    if options.format == "arsip":
        return _export_archive(options)
    from musrenbang_desktop.db.whole_file import write_whole
    from musrenbang_desktop.exchange.listing_text import as_csv, as_json
    from musrenbang_desktop.exchange.listing_xlsx import as_xlsx
    from musrenbang_desktop.services.ekspor import NAMA, Nama, kumpulan

    wanted: list[Nama] = [options.list] if options.list else ["usulan"] if options.format == "csv" else list(NAMA)
    with _opened(options.data_dir) as desk:
        desk.services.forum.tengok(options.forum)
        forum = desk.services.forum.aktif()
        lists = [found for nama in wanted for found in kumpulan(desk.services, nama)]
        write = {
            "csv": lambda: as_csv(lists[0]),
            "json": lambda: as_json(lists),
            "xlsx": lambda: as_xlsx(lists, f"{forum.sebutan}{forum.tanda_latihan}" if forum else ""),
        }
        write_whole(options.out, write[options.format]())
    print(options.out)
    return 0


def _export_archive(options: argparse.Namespace) -> int:
    """Write the folder that a browser and a spreadsheet open without this program."""
    with _opened(options.data_dir) as desk:
        desk.services.forum.tengok(options.forum)
        arsip = desk.services.arsip.siapkan()
        print(arsip.tulis(options.out))
    for note in arsip.hilang:
        print(f"Perlu diperhatikan: {note}", file=sys.stderr)
    return 0


def _export_word(options: argparse.Namespace) -> int:
    from musrenbang_desktop.db.whole_file import write_whole

    with _opened(options.data_dir) as desk:
        desk.services.forum.tengok(options.forum)
        write_whole(options.out, desk.services.word.penyusun(options.jenis or "lengkap").susun())
    print(options.out)
    return 0


def _export_votes(options: argparse.Namespace) -> int:
    from musrenbang_desktop.db.whole_file import write_whole
    from musrenbang_desktop.services.pabulib import berkas_pabulib

    with _opened(options.data_dir) as desk:
        desk.services.forum.tengok(options.forum)
        for file, text in berkas_pabulib(desk.services, options.out).items():
            write_whole(file, text.encode())
            print(file)
    return 0


def synchronise(options: argparse.Namespace) -> int:
    """Send what is not sent and bring the answers home."""
    from sync.device.identity import identity
    from sync.device.run import run

    with _opened(options.data_dir) as desk:
        store = desk.services.desk.store
        late = desk.services.kalender.tanda()
        desk.services.publik.catat()
        summary = run(store, identity(store.connection, store.key_place), late=late)
    print(f"{summary.terkirim} catatan terkirim, {summary.bukti} bukti terima, {summary.jawaban} jawaban diterima.")
    for note in summary.catatan:
        print(f"Perlu diperhatikan: {note.text}", file=sys.stderr)
    return 1 if summary.catatan or summary.cocok is False else 0


def bundle(options: argparse.Namespace) -> int:
    """Write what the kabupaten does not have to a file for a flash disk, or read its answer from one."""
    from sync.device import bungkus
    from sync.device.identity import identity

    with _opened(options.data_dir) as desk:
        store = desk.services.desk.store
        who = identity(store.connection, store.key_place)
        if options.direction == "read":
            return _read_bundle(options.file, lambda data: bungkus.baca(store, who, data))
        late = desk.services.kalender.tanda()
        desk.services.publik.catat()
        made = bungkus.siapkan(store.connection, who, store.clock().isoformat(timespec="seconds"), late)
        bungkus.catat(store, made)
        bungkus.tulis_berkas(options.file, made.data)
    print(f"{made.banyak} catatan ditulis ke {options.file} ({len(made.data)} bita), terkunci untuk kabupaten.")
    return 0


def _read_bundle(file: Path, read: Callable[[bytes], Applied]) -> int:
    try:
        data = file.read_bytes()
    except OSError:
        print(f"Berkas {file} tidak bisa dibaca. Periksa nama dan tempatnya.", file=sys.stderr)
        return 1
    done = read(data)
    print(f"{done.terkirim} catatan terbukti sampai, {done.bukti} bukti terima, {done.jawaban} jawaban diterima.")
    for text in (*done.ditolak, *(note.text for note in done.catatan)):
        print(f"Perlu diperhatikan: {text}", file=sys.stderr)
    return 1 if done.ditolak or done.catatan or done.cocok is False else 0


def verify(options: argparse.Namespace) -> int:
    """Check the chain of every stream in the data folder and its seals, or a PDF, bundle, QR or picture of one.

    Opening checks the chains and mends what is broken; 1 says that there was something to mend.
    """
    with _opened(options.data_dir) as desk:
        print(f"Rantai catatan utuh sampai catatan ke-{desk.services.desk.store.head.seq}.")
        checked = _verify_file(desk, options) if options.file else _verify_all(desk)
        return 1 if desk.pemulihan else checked


def _verify_all(desk: Desk) -> int:
    return max(_verify_tables(desk), _verify_seals(desk), _verify_attachments(desk))


def _verify_tables(desk: Desk) -> int:
    """What pages and papers read follows from the journal: also in a forum without a seal, and where a seal was taken
    out of the tables.
    """
    from musrenbang_desktop.db import replay

    found = replay.first_difference(desk.services.desk.connection)
    if found is None:
        return 0
    print(f"Catatan {found[1]}: tabel {found[0]} tidak sama dengan jurnal.", file=sys.stderr)
    return 1


def _verify_seals(desk: Desk) -> int:
    """Every sealed forum is still what was sealed; the first record that differs is named."""
    from musrenbang_desktop.db.queries.segel import sealed_forums

    changed = 0
    for forum in sealed_forums(desk.services.desk.connection):
        desk.services.forum.tengok(forum)
        found = desk.services.segel.periksa()
        changed += found is not None
        words = f"Yang disegel berubah. {found}." if found else "Segel utuh."
        print(f"Forum {forum}: {words}", file=sys.stderr if found else sys.stdout)
    return 1 if changed else 0


def _verify_attachments(desk: Desk) -> int:
    """Every photo and paper is there and unchanged; the others are named."""
    found = 0
    for forum in desk.services.forum.daftar():
        desk.services.forum.tengok(forum.id)
        for cacat in desk.services.lampiran.periksa():
            found += 1
            print(f"Lampiran {cacat.lampiran.nama} {cacat.keadaan} (forum {forum.id}).", file=sys.stderr)
    return 1 if found else 0


def _verify_file(desk: Desk, options: argparse.Namespace) -> int:
    from musrenbang_desktop.services.periksa_berkas import Pemeriksa, key_of
    from sync.device import bungkus

    try:
        key = key_of(options.public_key) if options.public_key else b""
    except (OSError, ValueError):
        print("Kunci --public-key harus 64 angka heksadesimal, atau berkas yang berisi itu.", file=sys.stderr)
        return 2
    try:
        data = sys.stdin.buffer.read() if str(options.file) == "-" else options.file.read_bytes()
    except OSError:
        print(f"Berkas {options.file} tidak bisa dibaca. Periksa nama dan tempatnya.", file=sys.stderr)
        return 1
    if bungkus.adalah(data):
        found = bungkus.periksa(desk.services.desk.connection, data, key)
        print(found.kalimat, file=sys.stdout if found.sah else sys.stderr)
        return 0 if found.sah else 1
    answer = Pemeriksa(desk.services, key).berkas(options.file.name, data)
    if not answer.sah:
        print(" ".join(answer.kalimat), file=sys.stderr)
        return 1
    print("\n".join(answer.kalimat))
    return 0


BY_NAME: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "import": import_usulan,
    "documents": documents,
    "export": export,
    "sync": synchronise,
    "bundle": bundle,
    "verify": verify,
}
