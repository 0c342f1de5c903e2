"""Two usulan that turn out to be one: what goes on, and who proposed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.domain.antardesa import gabungan
from musrenbang_desktop.domain.catatan import MOST
from musrenbang_desktop.domain.peringatan import TANDA
from musrenbang_desktop.domain.tema import urut_tema
from musrenbang_desktop.domain.uraian import TEKS
from musrenbang_desktop.domain.usulan import SCALARS, Usulan
from musrenbang_desktop.domain.volume import same_satuan

#: The fields of which the survivor keeps one of the two; of pengusul it keeps both.
DIPILIH = tuple(name for name in SCALARS if name not in ("pengusul", "titipan", "asal", "peringkat_asal"))

#: Taken over from the other when the survivor says nothing.
_IKUT = (
    "tujuan", "latar_belakang", "jenis_pengusul", "sumber_usulan", "lintang", "bujur", "kewenangan", "kamus",
    "cantolan", "kode_kegiatan", "sumber_dana", "kesiapan", *TEKS, "status_lahan",
)  # fmt: skip

_JOIN = " + "


@dataclass(frozen=True, slots=True)
class Pecahan:
    """One part of an usulan that is split: its title, and its share of volume and cost (None while unknown)."""

    judul: str
    volume: str = ""
    perkiraan_biaya: int | None = None


def gabung_pengusul(*pengusul: str) -> str:
    """``RT 02 + Karang Taruna``; each group once, in the order in which they were named."""
    found: dict[str, str] = {}
    for text in pengusul:
        for part in _parts(text):
            found.setdefault(part.casefold(), part)
    return _JOIN.join(found.values())


def ikut(tetap: Usulan, digabung: Usulan, satuan: str) -> dict[str, Any]:
    """What the survivor takes over without being asked: everything that only the other knew, every warning and theme,
    what was said about other villages, and as many notes as fit. ``satuan`` is the unit that it goes on with.
    """
    taken = {name: getattr(digabung, name) for name in _IKUT if not getattr(tetap, name) and getattr(digabung, name)}
    taken |= _harga(tetap, digabung, satuan)
    warned = {row.tanda: row for row in (*digabung.peringatan, *tetap.peringatan)}
    taken["peringatan"] = tuple(row for tanda in TANDA if (row := warned.get(tanda)))
    taken["catatan"] = (*tetap.catatan, *(note for note in digabung.catatan if note not in tetap.catatan))[:MOST]
    taken["antardesa"] = gabungan(tetap.antardesa, digabung.antardesa)
    for name in ("tema_asal", "tema_penerima"):
        taken[name] = urut_tema((*getattr(tetap, name), *getattr(digabung, name)))
    return taken


def _harga(tetap: Usulan, digabung: Usulan, satuan: str) -> dict[str, Any]:
    """The other's price with its source, where the survivor names neither: no source is that of another's price, and
    the price of one m3 says nothing of one m.
    """
    silent = tetap.harga_satuan is None and tetap.sumber_harga in ("", digabung.sumber_harga)
    if not silent or (digabung.harga_satuan is not None and not same_satuan(satuan, digabung.satuan)):
        return {}
    return {"harga_satuan": digabung.harga_satuan, "sumber_harga": digabung.sumber_harga}


def tanpa_pengusul(pengusul: str, pergi: str, tinggal: str) -> str:
    """``pengusul`` without those of ``pergi``; who is also in ``tinggal`` stays."""
    leaving = {part.casefold() for part in _parts(pergi)} - {part.casefold() for part in _parts(tinggal)}
    return _JOIN.join(part for part in _parts(pengusul) if part.casefold() not in leaving)


def _parts(pengusul: str) -> list[str]:
    return [part.strip() for part in pengusul.split(_JOIN.strip()) if part.strip()]
