"""Photographs of the pages with all of Sukamaju on them: ``python -m tests.kabupaten.pictures FOLDER``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village
from tests.sukamaju import whole_forum

WIDTHS = (360, 1280)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


def main(out: Path) -> None:
    """Send the forum, decide a little, and photograph every page in both widths."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        server = Running(Path(name) / "kabupaten").start()
        try:
            for page, html in pages(server, Path(name) / "desa").items():
                # Chromium has no session of ours, so it is given the text of the page, with the server's style sheet.
                source = out / f"{page}.html"
                source.write_text(html.replace("/statis/", f"{server.address}/statis/"), encoding="utf-8")
                for width in WIDTHS:
                    photograph(source, width, out / f"{page}-{width}.png")
                source.unlink()
        finally:
            server.stop()


def pages(server: Running, folder: Path) -> dict[str, str]:
    """The text of every page."""
    with Village.opened(folder, "00.00.00.2001", forum=False) as village:
        whole_forum(village.layanan)
        village.enrol(server)
        village.exchange()
        forum = village.layanan.desk.forum_id
        usulan = sorted(village.receipts, key=lambda record: village.receipts[record])
    server.staff("camat")
    server.staff("bappeda", "bappeda", "Bappeda Contoh")
    camat, bappeda, public = (Browser(server.address) for _ in range(3))
    camat.log_in("camat")
    bappeda.log_in("bappeda")

    def decide(browser: Browser, number: int, **fields: str) -> str:
        browser.get(f"/petugas/usulan/{usulan[number]}")
        return browser.post(f"/petugas/usulan/{usulan[number]}", **fields).text

    decide(camat, 0, putusan="diterima")
    decide(camat, 1, putusan="ditolak", alasan_kode="LAHAN", alasan="Surat hibah belum ada.")
    decide(camat, 2, putusan="ditunda", alasan_kode="PAGU")
    decide(camat, 4, putusan="dikembalikan", alasan_kode="ALAMAT", alasan="Sebutkan RT-nya.")
    decide(camat, 5, putusan="diterima_perubahan", alasan="Volume menjadi 80 m.")
    decide(bappeda, 0, putusan="diterima")
    return {
        "beranda": public.get("/").text,
        "desa": public.get("/desa/00.00.00.2001/2027").text.replace("<details>", "<details open>", 2),
        "tidak-ada": public.get("/desa/00.00.00.2002/2027").text,
        "masuk": public.log_in("camat", "salah").text,
        "kotak": camat.get("/petugas").text,
        "daftar": camat.get("/petugas/usulan").text,
        "forum": camat.get(f"/petugas/forum/{forum}").text,
        "putus": decide(camat, 1, putusan="dikembalikan"),
    }


def photograph(source: Path, width: int, target: Path) -> None:
    """One page in a window of ``width``."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no chromium: install it to photograph the pages")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [chromium, *QUIET, f"--user-data-dir={profile}", f"--window-size={width},1500", f"--screenshot={target}",
             source.as_uri()],
            check=True, capture_output=True, timeout=90,
        )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
