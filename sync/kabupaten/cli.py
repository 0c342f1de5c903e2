"""``musrenbang-kabupaten``: serve, ticket, cabut, petugas, paket, bungkus, bangun-ulang."""

from __future__ import annotations

import argparse
import getpass
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from sync.kabupaten import place
from sync.kabupaten.database import WrongUrl, from_url, use_newer_sqlite
from sync.wire.news import TINGKAT

_KODE = re.compile(r"(\d\d)\.?(\d\d)\.?(\d\d)\.?(\d{4})", re.ASCII)
_TANDA = re.compile(r"[a-hjkmnp-z02-9]{8}", re.ASCII)

_MOST_FAULTS = 30


class CannotGoOn(Exception):
    """``str()`` is the one sentence to print."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when done, 2 for a wrong call, 1 with one sentence for anything else."""
    options = _parser().parse_args(arguments)
    # The database holds names, password hashes and sessions: for the owner of the server only.
    os.umask(0o077)
    try:
        _start_django(options)
        return int(options.run(options) or 0)
    except CannotGoOn as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, help="folder data server (bawaan: folder data pengguna)")
    common.add_argument(
        "--database-url", default="", help="postgresql://pengguna@host/nama; tanpa ini SQLite di folder data"
    )
    parser = argparse.ArgumentParser(prog="musrenbang-kabupaten", description="Server Musrenbang di kabupaten.")
    commands = parser.add_subparsers(required=True, metavar="perintah")

    serve = commands.add_parser("serve", parents=[common], help="menjalankan server")
    serve.add_argument("--port", type=int, default=8080, help="0 memilih port yang kosong")
    serve.add_argument("--host", default="127.0.0.1", help="alamat yang didengarkan; 0.0.0.0 untuk semua")
    serve.set_defaults(run=_serve)

    ticket = commands.add_parser("ticket", parents=[common], help="membuat tiket pendaftaran laptop satu desa")
    ticket.add_argument("kode", type=_kode, help="kode wilayah desa, misalnya 33.26.08.2004")
    ticket.add_argument("--nama", default="", help="nama desa")
    ticket.add_argument("--hari", type=int, default=30, help="masa berlaku dalam hari")
    ticket.add_argument(
        "--mengganti", type=_tanda, default="", help="tanda laptop rusak yang forumnya diteruskan pemakai tiket ini"
    )
    ticket.set_defaults(run=_ticket)

    revoke = commands.add_parser("cabut", parents=[common], help="mencabut kartu laptop yang hilang, atau sebuah tiket")
    revoke.add_argument("apa", help="tanda laptop (8 huruf dan angka di samping QR), nomor perangkatnya, atau tiketnya")
    revoke.add_argument("--pengganti", default="", help="tanda laptop desa itu yang meneruskan forumnya")
    revoke.add_argument("--batal", action="store_true", help="memberlakukan lagi kartu yang pernah dicabut")
    revoke.set_defaults(run=_revoke)

    staff = commands.add_parser("petugas", parents=[common], help="membuat atau mengganti sandi akun petugas")
    staff.add_argument("nama")
    staff.add_argument("--tingkat", choices=TINGKAT, default="kecamatan")
    staff.add_argument("--instansi", default="", help='nama kantor, misalnya "Kecamatan Karangjati"')
    staff.add_argument("--wilayah", default="", help="awal kode wilayah yang dilayani, misalnya 33.26.08")
    staff.add_argument("--sandi-stdin", action="store_true", help="membaca sandi dari masukan standar")
    staff.set_defaults(run=_staff)

    package = commands.add_parser("paket", parents=[common], help="membuat paket kabupaten untuk laptop desa")
    package.add_argument("folder", type=Path, help="folder berisi paket.toml dan tabel-tabelnya (CSV atau Excel)")
    package.add_argument("--out", type=Path, required=True, help="berkas paket yang ditulis")
    package.set_defaults(run=_package)

    bundle = commands.add_parser("bungkus", parents=[common], help="membaca bungkus desa dari flashdisk")
    bundle.add_argument("file", type=Path, help="bungkus kiriman dari desa")
    bundle.add_argument("--out", type=Path, required=True, help="bungkus balasan yang ditulis untuk desa itu")
    bundle.set_defaults(run=_bundle)

    again = commands.add_parser("bangun-ulang", parents=[common], help="membangun ulang halaman dari catatan desa")
    again.set_defaults(run=_rebuild)
    return parser


def _kode(text: str) -> str:
    match = _KODE.fullmatch(text.strip())
    if match is None:
        raise argparse.ArgumentTypeError("kode wilayah desa berbentuk 33.26.08.2004")
    return ".".join(match.groups())


def _tanda(text: str) -> str:
    tag = text.strip().lower()
    if tag and not _TANDA.fullmatch(tag):  # argparse reads what stands for "none" in the same way
        raise argparse.ArgumentTypeError("tanda laptop terdiri atas 8 huruf dan angka, misalnya k7q2m3ab")
    return tag


def _start_django(options: argparse.Namespace) -> None:
    """Point the settings at the folder and the database, make both if need be."""
    folder = (options.data_dir or _default_folder()).absolute()
    try:
        place.prepare(folder)
    except OSError as error:
        raise CannotGoOn(f"Folder data {folder} tidak bisa dibuat atau ditulisi.") from error
    os.environ[place.FOLDER_VARIABLE] = str(folder)
    if options.database_url:
        try:
            from_url(options.database_url)
        except WrongUrl as error:
            raise CannotGoOn(str(error)) from error
        os.environ[place.DATABASE_VARIABLE] = options.database_url
    os.environ["DJANGO_SETTINGS_MODULE"] = "sync.kabupaten.settings"
    use_newer_sqlite()
    try:
        import django
    except ImportError as error:
        raise CannotGoOn("Bagian server belum terpasang. Pasang musrenbang-desktop[server].") from error
    django.setup()
    _migrate()


def _default_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("musrenbang-kabupaten", appauthor=False)


def _migrate() -> None:
    """Bring the tables forward. Behind an update the rows are made again from the kept streams, so that a server knows
    of what arrived before all that it knows of what arrives now.
    """
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from sync.kabupaten.again import rebuild_all

    try:
        executor = MigrationExecutor(connection)
        behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes("kabupaten")))
        call_command("migrate", verbosity=0, interactive=False)
        if behind:
            rebuild_all()
    except DatabaseError as error:
        raise CannotGoOn("Basis data tidak bisa dibuka. Periksa alamat, nama, dan sandinya.") from error


def _serve(options: argparse.Namespace) -> int:
    from django.core.management import call_command

    from sync.kabupaten.serve import serve

    call_command("clearsessions")
    try:
        serve(options.host, options.port)
    except OSError as error:
        raise CannotGoOn(f"Port {options.port} sudah dipakai program lain. Pilih port lain dengan --port.") from error
    return 0


def _ticket(options: argparse.Namespace) -> int:
    from sync.kabupaten.enrolment import issue
    from sync.kabupaten.revoke import hindrance

    if options.mengganti and (sentence := hindrance(options.mengganti, options.kode)):
        raise CannotGoOn(sentence)
    made, row = issue(options.kode, options.nama, options.hari, options.mengganti)
    print(made, flush=True)
    print(
        f"Tiket untuk {row.desa.nama or 'desa'} ({options.kode}), satu laptop, sampai {row.sampai:%d-%m-%Y}"
        + (f"; meneruskan forum laptop {row.mengganti}." if row.mengganti else "."),
        file=sys.stderr,
    )
    return 0


def _revoke(options: argparse.Namespace) -> int:
    from sync.kabupaten.revoke import NotFound, restore, revoke

    try:
        print(restore(options.apa) if options.batal else revoke(options.apa, options.pengganti))
    except NotFound as error:
        raise CannotGoOn(str(error)) from error
    return 0


def _staff(options: argparse.Namespace) -> int:
    from sync.kabupaten.staff import WeakPassword, set_account

    sandi = sys.stdin.readline().rstrip("\r\n") if options.sandi_stdin else getpass.getpass("Sandi: ")
    try:
        set_account(options.nama, sandi, options.tingkat, options.instansi, options.wilayah)
    except WeakPassword as error:
        raise CannotGoOn(str(error)) from error
    print(f"Akun {options.nama} siap. Masuk di /masuk.", file=sys.stderr)
    return 0


def _package(options: argparse.Namespace) -> int:
    from sync.kabupaten.paket import FolderWrong, make

    if not options.folder.is_dir():
        raise CannotGoOn(f"Folder {options.folder} tidak ada.")
    try:
        made = make(options.folder, options.out)
    except FolderWrong as error:
        more = len(error.sentences) - _MOST_FAULTS
        shown = [*error.sentences[:_MOST_FAULTS], *([f"Dan {more} kesalahan lagi."] if more > 0 else [])]
        raise CannotGoOn("\n".join([*shown, "Paket belum dibuat."])) from error
    except OSError as error:
        raise CannotGoOn(f"Paket tidak bisa ditulis ke {options.out}. Periksa folder dan ruangnya.") from error
    contents = ", ".join(f"{n} {name}" for name, n in made.counts.items()) or "tanpa isi"
    print(options.out, flush=True)
    print(f"Paket {made.head.nomor} ({made.size} bita): {contents}.", file=sys.stderr)
    if made.tidak_muat:
        print(
            f"{made.tidak_muat} usulan desa tetangga tidak muat: yang terakhir dalam urutan desanya.", file=sys.stderr
        )
    print(f"Tanda untuk dibacakan kepada desa: {made.fingerprint}", file=sys.stderr)
    return 0


def _bundle(options: argparse.Namespace) -> int:
    from sync.kabupaten.bungkus import terima
    from sync.kabupaten.refusal import Refusal

    try:
        done = terima(options.file.read_bytes())
        options.out.write_bytes(done.balasan)
    except Refusal as refusal:
        raise CannotGoOn(f"Bungkus ditolak. {refusal}") from refusal
    except OSError as error:
        raise CannotGoOn(f"{options.file} atau {options.out} tidak bisa dipakai. Periksa flashdisknya.") from error
    new = f"{done.baru} catatan baru" if done.baru else "sudah diterima sebelumnya"
    late = f", terlambat {done.kepala.terlambat} hari dari kalender" if done.kepala.terlambat else ""
    print(f"{done.kepala.nama or done.kepala.kode}: {new}{late}. Balasan: {options.out}")
    if done.ditolak:
        raise CannotGoOn(" ".join(map(str, done.ditolak)) + " Balasannya tetap ditulis; bawa pulang ke desa.")
    return 0


def _rebuild(_options: argparse.Namespace) -> int:
    from sync.kabupaten.again import rebuild_all

    print(f"{rebuild_all()} desa dibangun ulang.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
