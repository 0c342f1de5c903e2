"""Page Dokumen: the package on F4; and a picture of every window."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from musrenbang_desktop.demo.agreement import check_seal
from musrenbang_desktop.demo.stage import Stage
from musrenbang_desktop.services.dokumen import BERKAS

F4_MM = (215.0, 330.0)
MM = 25.4 / 72


def save_documents(stage: Stage) -> None:
    """Save everything from the window, copy it out, read it back with another library."""
    import pypdfium2

    stage.open_page("dokumen")
    stage.robot.push("Simpan semua")
    stage.robot.wait(
        lambda: all(info.cetakan is not None for info in stage.services.dokumen.daftar()), "semua dokumen tersimpan"
    )
    stage.robot.wait(stage.idle, "pratinjau selesai")
    stage.picture("dokumen")
    target = stage.out / "dokumen"
    shutil.copytree(stage.services.dokumen.folder(), target)
    stage.progress.equal("dokumen", sorted(path.name for path in target.iterdir()), sorted(BERKAS.values()))
    sizes, text, pages = set(), "", 0
    for jenis in ("lengkap", "prioritas", "belum_disepakati"):
        pdf = pypdfium2.PdfDocument(target / BERKAS[jenis])
        try:
            sizes |= {tuple(sorted(round(side * MM, 1) for side in pdf[n].get_size())) for n in range(len(pdf))}
            if jenis != "lengkap":  # its annex with the results of the groups names every usulan once more
                text += "".join(pdf[n].get_textpage().get_text_bounded() for n in range(len(pdf)))
                pages += len(pdf)
        finally:
            pdf.close()
    stage.progress.equal("kertas F4", sizes, {F4_MM})
    missing = [usulan.label for usulan in stage.services.usulan.daftar() if text.count(f"({usulan.label})") != 1]
    stage.progress.check(
        "tiap usulan tercetak sekali", not missing, f"48 usulan di {pages} halaman" if not missing else f"{missing}"
    )
    _same_again(stage, target)
    check_seal(stage, target / BERKAS["berita_acara"])


def _same_again(stage: Stage, folder: Path) -> None:
    """The same forum gives the same bytes, and they are the bytes the journal knows."""
    penggambar = stage.services.dokumen.penggambar()
    again = {jenis: penggambar.gambar(jenis) for jenis in BERKAS}
    differing = [jenis for jenis, name in BERKAS.items() if (folder / name).read_bytes() != again[jenis]]
    stage.progress.check(
        "cetak ulang sama persis", not differing, f"{len(again)} berkas" if not differing else f"{differing}"
    )
    saved = {info.jenis: info.cetakan.sha256 for info in stage.services.dokumen.daftar() if info.cetakan}
    digests = {jenis: hashlib.sha256(data).hexdigest() for jenis, data in again.items()}
    stage.progress.equal("sidik berkas tercatat", saved == digests, True)


def photograph(stage: Stage) -> None:
    """Every page at the size of a small laptop, and at twice the text."""
    from ui.theme import TEXT_SIZES

    theme = stage.desktop.theme
    for size, ending in ((TEXT_SIZES[-1], "-200persen"), (TEXT_SIZES[0], "")):
        theme.text_size = size
        theme.apply()
        for page in stage.pages():
            stage.open_page(page)
            stage.robot.wait(stage.idle, f"halaman {page} selesai")
            stage.picture(f"{page}{ending}")
    made = list((stage.out / "gambar").glob("*.png"))
    stage.progress.check("gambar", len(made) >= 2 * len(stage.pages()), f"{len(made)} gambar")
