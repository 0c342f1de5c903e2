"""What may still be recorded once a forum is sealed: one table for every type of event, and the rules in it.

The store obeys it when it writes, the replay when it makes the tables again, ``verify`` when it looks for what came
behind the seal, and the kabupaten's server when it applies a stream; all of them ask :func:`boleh_sesudah`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from musrenbang_desktop.domain.lampiran import HALAMAN
from musrenbang_desktop.domain.notulen import POKOK

Sesudah = Literal["tidak", "boleh", "pokok", "berkas", "jam"]
"""What holds for a type once its forum is sealed:

``tidak``
    never: it would change what the hall agreed, or how it came about
``boleh``
    always: it is about what follows the seal
``pokok``
    points of the notulen that were not there at the seal; what stood is changed no more, and decisions and summaries of
    groups belong to the result: they are printed with it
``berkas``
    files of the forum itself, photos of the signed paper; never one of an usulan, and of those that stood only signed
    pages, which a better picture may replace
``jam``
    the clock of the hall goes on to the end of the day; what it had measured stays
"""

#: A type that is missing here may not follow a seal; a test holds that none is missing.
SESUDAH: Mapping[str, Sesudah] = {
    "forum.buka": "tidak",
    "forum.ubah": "tidak",
    "dasar.catat": "tidak",
    "dasar.ubah": "tidak",
    "peserta.catat": "tidak",
    "peserta.ubah": "tidak",
    "usulan.catat": "tidak",
    "usulan.ubah": "tidak",
    "aturan.ubah": "tidak",
    "skor.isi": "tidak",
    "skor.ulang": "tidak",
    "suara.ubah": "tidak",
    "suara.isi": "tidak",
    "undian.catat": "tidak",
    "undian.ubah": "tidak",
    "kesepakatan.ubah": "tidak",
    "kehadiran.ubah": "tidak",
    "penundaan.catat": "tidak",
    "penundaan.ubah": "tidak",
    "bicara.catat": "tidak",
    "bicara.ubah": "tidak",
    # They wait in the village and belong to no forum, so none stands in a sealed one.
    "titipan.catat": "tidak",
    "titipan.ubah": "tidak",
    # The seal itself comes before it holds; a second one is none.
    "segel.buat": "tidak",
    "segel.tambahan": "boleh",
    "segel.saksi": "boleh",
    "dokumen.cetak": "boleh",
    "sipd.ubah": "boleh",
    "surat.ubah": "boleh",
    "publik.ubah": "boleh",
    "notulen.catat": "pokok",
    "notulen.ubah": "pokok",
    "lampiran.catat": "berkas",
    "lampiran.ubah": "berkas",
    "sidang.ubah": "jam",
}

#: Kinds of records (the word before the point) for which it matters what stood at the seal.
BERSYARAT = frozenset(jenis.partition(".")[0] for jenis, rule in SESUDAH.items() if rule in ("pokok", "berkas", "jam"))

_WAKTU = "waktu:"


def boleh_sesudah(jenis: str, isi: Mapping[str, Any], saat_segel: Mapping[str, Any] | None) -> bool:
    """Whether an event may follow the seal of its forum.

    ``saat_segel`` holds the fields of its record as they stood at the seal, None for a record that was not there; it
    matters for the kinds in :data:`BERSYARAT` only.
    """
    match SESUDAH.get(jenis, "tidak"):
        case "boleh":
            return True
        case "pokok":
            return saat_segel is None and isi.get("jenis", POKOK) == POKOK
        case "berkas":
            return _of_the_forum(jenis, isi, saat_segel)
        case "jam":
            return _goes_on(isi, saat_segel or {})
        case _:
            return False


def _of_the_forum(jenis: str, isi: Mapping[str, Any], stood: Mapping[str, Any] | None) -> bool:
    """A file of the forum itself; nothing hangs one on an usulan, or takes one from it, behind the seal."""
    if jenis == "lampiran.catat":
        return stood is None and not isi.get("usulan")
    if "usulan" in isi:
        return False
    return stood is None or (not stood.get("usulan") and stood.get("jenis") == HALAMAN)


def _goes_on(isi: Mapping[str, Any], stood: Mapping[str, Any]) -> bool:
    """A day that was over stays over, and what an item had used stays used."""
    for name, value in isi.items():
        if name.startswith(_WAKTU):
            if not _continues(stood.get(name) or (), value or ()):
                return False
        elif name == "ditutup":
            if stood.get(name) and value != stood[name]:
                return False
        elif name != "kini":
            return False
    return True


def _continues(before: Any, after: Any) -> bool:
    """Whether stretches of time begin as they were: whole ones equal, an open one from the same moment."""
    if not (_is_list(before) and _is_list(after) and len(after) >= len(before)):
        return False
    return all(
        old == new or (_open(old) and _begin(old) == _begin(new)) for old, new in zip(before, after, strict=False)
    )


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _open(stretch: Any) -> bool:
    return _is_list(stretch) and len(stretch) == 2 and stretch[1] is None


def _begin(stretch: Any) -> Any:
    return stretch[0] if _is_list(stretch) and stretch else None
