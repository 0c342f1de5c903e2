"""The code of a kegiatan or sub kegiatan, and whose it is.

Codes of Permendagri 90/2019 say in their fourth part whose work it is: 1 the province's, 2 the kabupaten's or city's.
Codes of APB Desa (Permendagri 20/2018) have two or three parts and begin with one of the five bidang. An operator in a
village need not know any code; a wrong one is told and kept, and never guessed.
"""

from __future__ import annotations

import re
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.kewenangan import nama_kewenangan

Pemilik = Literal["", "desa", "kabupaten", "provinsi"]

_CODE = re.compile(r"\s*([0-9X]{1,2}(?:\s*[.\-]\s*[0-9X]{1,4}){1,5})(?!\d|\s*[.\-]\s*\d)", re.IGNORECASE)
_WIDTHS = (1, 2, 2, 1, 2, 2)
_FOURTH: dict[str, Pemilik] = {"1": "provinsi", "2": "kabupaten"}
_NAMES: dict[Pemilik, str] = {"desa": "APB Desa", "kabupaten": "kabupaten/kota", "provinsi": "provinsi"}


def parse_kode(text: str) -> str:
    """``1.3.10.2.1.0005 Pembangunan jalan`` is ``1.03.10.2.01.0005``; nothing for nothing.

    Raises RuleBroken("kode_kegiatan", "bukan_kode") for a text that does not begin with a code.
    """
    if not text.strip():
        return ""
    found = _CODE.match(text)
    if found is None:
        raise RuleBroken("kode_kegiatan", "bukan_kode", text.strip())
    parts = [part.strip().upper() for part in re.split(r"[.\-]", found[1])]
    if any(len(part) > 2 for part in parts[:5]):  # only the sixth part has four digits; 12-05-2026 is a day
        raise RuleBroken("kode_kegiatan", "bukan_kode", text.strip())
    if len(parts) > 3:
        return ".".join(part.zfill(width) for part, width in zip(parts, _WIDTHS, strict=False))
    return ".".join(parts)


def pemilik(kode: str) -> Pemilik:
    """Whose code it is; nothing where the code does not say so."""
    parts = kode.split(".")
    if len(parts) >= 5:
        return _FOURTH.get(parts[3], "")
    if len(parts) in (2, 3) and "X" not in kode and 1 <= int(parts[0]) <= 5 and 1 <= int(parts[1]) <= 9:
        # one digit, then two: 1.03.10 is a program of a kabupaten or a province, 1.3.10 a kegiatan of a desa
        return "desa" if len(parts[0]) == len(parts[1]) else ""
    return ""


def salah_pemilik(kode: str, kewenangan: str = "", jenis: JenisForum | None = None) -> str:
    """What is wrong with whose code it is, in a sentence for the operator; nothing when all is well.

    ``jenis`` is None where no forum is known, as while a file is looked at without one.
    """
    owner = pemilik(kode)
    name = f"Kode {kode} adalah kode {_NAMES.get(owner, '')}"
    if owner == "desa" and jenis == "kelurahan":
        return f"{name}, sedangkan kelurahan tidak mempunyai APB Desa. Boleh dikosongkan; perangkat daerah mengisinya."
    if owner == "provinsi" and kewenangan != "provinsi":
        return f"{name} (angka keempat 1), sedangkan usulan ke kabupaten/kota memakai angka keempat 2. Periksa lagi."
    if not owner or not kewenangan or kewenangan == owner or (kewenangan == "desa" and jenis == "kelurahan"):
        return ""
    said = nama_kewenangan(kewenangan, jenis or "desa").lower()
    return f"{name}, sedangkan kewenangannya {said}. Periksa salah satunya."
