"""What the kamus and the code of its kegiatan say against an usulan, in the words that stand below it on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from musrenbang_desktop.berita_acara.isi import BarisBelum, BarisPrioritas
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kamus import KodeSelisih, Selisih
from musrenbang_desktop.domain.kode_kegiatan import salah_pemilik
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kamus import KamusService
from musrenbang_desktop.services.paket import PaketService
from musrenbang_desktop.services.usulan import UsulanService

#: Only what speaks of the usulan itself is printed; that nobody looked into the kamus yet is a task of the operator.
_WORDS: dict[KodeSelisih, str] = {
    "satuan_beda": "satuan lain dari kamus ({batas})",
    "harga_di_atas": "biaya per satuan {persen}% di atas harga kamus",
    "harga_di_bawah": "biaya per satuan {persen}% di bawah harga kamus",
    "volume_kurang": "volume kurang dari {batas}, yang paling kecil menurut kamus",
    "volume_lebih": "volume lebih dari {batas}, yang paling besar menurut kamus",
}


class Peringatan:
    """The warnings of the chosen forum, read once for a set of papers."""

    def __init__(self, desk: Desk, forum: Forum, usulan: Iterable[Usulan]) -> None:
        kamus = KamusService(desk, UsulanService(desk), PaketService(desk))
        differences = kamus.semua_selisih()
        self._lines = {one.id: _lines(one, differences.get(one.id, ()), forum) for one in usulan}

    def prioritas(self, baris: BarisPrioritas, usulan: str) -> BarisPrioritas:
        """The line with its warnings first."""
        return replace(baris, sisipan=(*self._lines.get(usulan, ()), *baris.sisipan))

    def belum(self, baris: BarisBelum, usulan: str) -> BarisBelum:
        """The same for one that was not agreed."""
        return replace(baris, sisipan=(*self._lines.get(usulan, ()), *baris.sisipan))


def _lines(usulan: Usulan, found: Iterable[Selisih], forum: Forum) -> tuple[str, ...]:
    told = [_WORDS[one.kode].format(persen=one.persen, batas=one.batas) for one in found if one.kode in _WORDS]
    kamus = f"Kamus: {'; '.join(told)}" if told else ""
    code = salah_pemilik(usulan.kode_kegiatan, usulan.kewenangan, forum.jenis)
    return tuple(filter(None, (kamus, code.removesuffix("."))))
