"""The invented village in the forms of a desa: topics, a vote, and what the RKP Desa says of every agreed usulan."""

from __future__ import annotations

from collections.abc import Callable

from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kesepakatan import Putusan
from musrenbang_desktop.domain.rkp import POLA
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import whole_forum

_MONTHS = ("2 bulan", "3 bulan", "6 bulan")


def whole_desa(profil: str) -> Callable[[Layanan], None]:
    """The whole day with this profile; ``hold`` it in a village."""

    def hold(services: Layanan) -> None:
        whole_forum(services, close=False)
        services.forum.ubah(
            profil=profil,
            materi=(
                "Rancangan RKP Desa Tahun 2027",
                "Prioritas kegiatan dan sumber pembiayaannya",
                "Daftar Usulan RKP Desa Tahun 2028",
            ),
            ketua_tim=Pejabat("Sri Handayani", "Sekretaris Desa"),
        )
        found = services.kesepakatan.sekarang()
        agreed = [one for one in (found.butir if found else ()) if one.keluaran != "belum_disepakati"]
        for place, one in enumerate(agreed):
            services.usulan.ubah(
                one.usulan,
                sdgs=str(place % 18 + 1),
                waktu_pelaksanaan=_MONTHS[place % len(_MONTHS)],
                pola_pelaksanaan="swakelola" if place % 4 else list(POLA)[-1],
                pelaksana="TPK Desa",
                sumber_dana=(SumberDana("Dana Desa" if one.keluaran == "dana_desa" else "APBD kabupaten"),),
            )
        services.kesepakatan.putuskan(Putusan(cara="suara", setuju=41, tidak_setuju=6, abstain=2))
        services.kesepakatan.tutup()

    return hold
