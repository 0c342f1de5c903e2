"""A form that the kabupaten edits is what a village prints: from the copy through the package to the paper."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf

from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village

FACTS = """kode = "00.01"
kabupaten = "Kabupaten Contoh"
nomor = "050/13/2026"
tanggal = "2026-01-05"
tahun_rencana = 2028
"""
PLAIN = 'Usulan lain dicatat panitia "apa adanya"\ndi buku desa.'


def test_a_copy_edited_at_the_kabupaten_is_printed_in_the_village(
    server: Running, tmp_path: Path, new_village: Callable[..., Village]
) -> None:
    clerk, village = new_village(), new_village()
    forms = clerk.layanan.bentuk
    copy = forms.buat("Bentuk Kami", "desa-114").put("klausul[1].teks", PLAIN).put("kertas.kiri_mm", 41)
    forms.simpan(copy)
    folder = tmp_path / "bahan"
    (folder / "profil").mkdir(parents=True)
    (folder / "paket.toml").write_text(FACTS, encoding="utf-8")
    forms.untuk_paket(forms.buka("bentuk-kami"), folder / "profil" / "bentuk-kami.toml")

    out = tmp_path / "kami.musrenbang-paket"
    done = server.run("paket", str(folder), "--out", str(out))
    assert done.returncode == 0, done.stderr

    village.propose(2)
    village.enrol(server)
    packages = village.layanan.paket
    packages.pasang(packages.periksa(out))
    packages.pakai()
    assert ("bentuk-kami", "Bentuk Kami") in packages.bentuk()
    before = words(village)
    village.layanan.forum.ubah(profil="bentuk-kami")
    after = words(village)
    assert " ".join(PLAIN.split()) in after and " ".join(PLAIN.split()) not in before
    assert village.layanan.dokumen.penggambar().profil().kertas.kiri_mm == 41
    village.exchange()
    village.check_chain()


def words(village: Village) -> str:
    """The berita acara as it would be printed now, on one line."""
    data = village.layanan.dokumen.penggambar().gambar("berita_acara")
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())
