"""Every printed page of the sample village as a picture: ``python -m tests.sheets [--out DIR] [JENIS ...]``."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

import pypdfium2

from musrenbang_desktop.berita_acara import JENIS
from tests.sukamaju import whole_forum
from tests.village import opened

DPI = 70
"""A page of F4 becomes 593 x 910 dots: enough to see a clipped cell, small enough to keep."""
MOST = 3
"""pages of one document; those that follow look alike"""


def main() -> None:
    """Seal the sample forum, draw every document, save its first pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jenis", nargs="*", help="only these documents")
    parser.add_argument("--out", type=Path, default=Path("docs/sheets"))
    parser.add_argument("--dpi", type=int, default=DPI)
    parser.add_argument("--pages", type=int, default=MOST)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as services:
        whole_forum(services)
        services.segel.buat()
        penggambar = services.dokumen.penggambar()
        for jenis in options.jenis or JENIS:
            count = _save(penggambar.gambar(jenis), options.out / jenis, options.dpi, options.pages)
            print(f"{jenis}: {count} halaman")


def _save(data: bytes, name: Path, dpi: int, most: int) -> int:
    """Save the first pages; returns how many the document has."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(most, len(document))):
            picture = document[number].render(scale=dpi / 72, grayscale=True).to_pil()
            picture.save(name.with_name(f"{name.name}-{number + 1}.png"), optimize=True)
        return len(document)
    finally:
        document.close()


if __name__ == "__main__":
    main()
