"""The command line. Imports nothing heavy: what a command needs is loaded when it runs.

Exit 0 only when what was asked is done and checked; 2 for a wrong call; 1 with one sentence for anything else.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from musrenbang_desktop import __version__

if TYPE_CHECKING:
    import argparse

EPILOG = "Tanpa perintah, jendela program dibuka. Data tidak pernah dihapus oleh perintah mana pun."


class Window(NamedTuple):
    """What an operator starts: the window, on the user's own data or on a folder named by hand."""

    data_dir: Path | None = None


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    options = _options(arguments)
    try:
        return _dispatch(options)
    except KeyboardInterrupt:
        return _say("Dihentikan. Yang sudah tercatat aman.")
    except Exception as error:
        sentence = _known(error)
        if sentence is None:
            raise
        return _say(sentence)


def _options(arguments: Sequence[str]) -> argparse.Namespace | Window:
    """What was asked for. The window waits for no parser: that is only made when something else is said."""
    match list(arguments):
        case []:
            return Window()
        case ["--data-dir", folder] if folder and not folder.startswith("-"):
            return Window(Path(folder))
        case _:
            return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="musrenbang", description="Musrenbang di balai desa, tanpa internet.", epilog=EPILOG
    )
    parser.add_argument("--version", action="version", version=f"Musrenbang {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="D", help="folder data (bawaan: folder data pengguna)")
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH")

    demo = commands.add_parser("demo", help="sehari penuh di desa contoh, lewat jendela yang sebenarnya")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.add_argument("--keep-open", action="store_true", help="biarkan jendela terbuka dengan data contoh")

    importing = commands.add_parser("import", help="periksa atau masukkan daftar usulan dari berkas")
    importing.add_argument("what", choices=["usulan"])
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--apply", action="store_true", help="catat baris yang diterima; tanpa ini hanya diperiksa")
    importing.add_argument("--json", action="store_true", help="hasil sebagai JSON")

    documents = commands.add_parser("documents", help="buat berkas PDF sebuah forum")
    documents.add_argument("--forum", required=True, metavar="ID")
    documents.add_argument("--out", type=Path, required=True, metavar="DIR")

    exporting = commands.add_parser("export", help="tulis daftar sebuah forum untuk program lain")
    _describe_export(exporting)

    commands.add_parser("sync", help="kirim ke kabupaten dan terima jawabannya")

    bundle = commands.add_parser("bundle", help="kirim dan terima lewat flashdisk")
    bundle.add_argument("direction", choices=["write", "read"], metavar="write|read")
    bundle.add_argument("file", type=Path, metavar="FILE")

    verify = commands.add_parser(
        "verify", help="periksa catatan dan segel, atau satu PDF, bungkus, teks QR, atau gambarnya"
    )
    verify.add_argument("file", type=Path, nargs="?", metavar="FILE", help="- membaca teks QR dari masukan")
    verify.add_argument("--public-key", metavar="HEX", help="kunci laptop menurut daftar kabupaten, atau berkasnya")

    commands.add_parser("selfcheck", help="coba setiap bagian program")
    for command in (importing, documents, exporting, commands.choices["sync"], bundle, verify):
        command.add_argument("--data-dir", type=Path, metavar="D", default=argparse.SUPPRESS)
    return parser


def _describe_export(exporting: argparse.ArgumentParser) -> None:
    formats = ["xlsx", "csv", "json", "pb", "docx", "arsip"]
    exporting.add_argument(
        "format",
        choices=formats,
        metavar="FORMAT",
        help="xlsx, csv, json, pb, docx (berkas Word), arsip (folder)",
    )
    exporting.add_argument("--forum", required=True, metavar="ID")
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE")
    lists = ["usulan", "peserta", "kesepakatan", "sipd", "rekonsiliasi_sipd"]
    lists += ["buku_rencana", "buku_aspirasi", "buku_keputusan"]
    exporting.add_argument("--list", choices=lists, help="satu daftar saja (csv: bawaan usulan)")

    papers = ["lengkap", "penundaan", "tanpa_kuorum", "notulen"]
    exporting.add_argument(
        "--jenis",
        choices=papers,
        metavar="JENIS",
        help="kertas untuk docx: lengkap (bawaan; berita acara musyawarah bila forumnya sebelum Musrenbang), "
        "penundaan, tanpa_kuorum, notulen",
    )


def _dispatch(options: argparse.Namespace | Window) -> int:
    if isinstance(options, Window) or options.command is None:
        try:
            code: int = window_program().run_window(options.data_dir)
            return code
        finally:
            gc.enable()
    if options.command == "demo":
        from musrenbang_desktop.demo.day import run_demo

        return run_demo(options.out, keep_open=options.keep_open)
    if options.command == "selfcheck":
        from musrenbang_desktop.selfcheck import run_selfcheck

        return run_selfcheck()
    from musrenbang_desktop import commands

    return commands.BY_NAME[options.command](options)


def window_program() -> ModuleType:
    """What opens the window. All that is loaded for the first picture stays, so nothing is collected until it is there.

    :func:`~musrenbang_desktop.bootstrap.settle_down` turns the collector on again.
    """
    gc.disable()
    from musrenbang_desktop import bootstrap

    return bootstrap


def _known(error: Exception) -> str | None:
    """The sentence of an expected failure; None for a mistake of ours, which is left to rise with its trace."""
    from musrenbang_desktop.commands import sentence

    return sentence(error)


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """A Windows console may speak an old code page; names and arrows must not break the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
