"""What a new forum usually is, and the practice forum."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from musrenbang_desktop.domain.forum import Forum, ForumBaru, JenisForum
from musrenbang_desktop.domain.sebutan import RAGAM
from musrenbang_desktop.services.layanan import Layanan

#: The form profile with which a village begins that had no forum yet.
BIASA: Mapping[JenisForum, str] = {"desa": "desa-114", "kelurahan": "rkpd-86"}

#: What a village keeps from one year to the next.
_LASTING = (
    "ragam", "sebutan_dusun",
    "kecamatan", "kabupaten", "provinsi", "kode_wilayah", "zona", "tempat", "alamat", "profil", "pimpinan", "notulis",
    "kepala",
)  # fmt: skip


def usual_forum(jenis: JenisForum, desa: str, tanggal: str, before: Forum | None = None) -> ForumBaru:
    """A forum with what is usual: it plans the next year, in the balai, with the people and places of ``before``.

    Only a forum of the same village is taken as ``before``. Raises RuleBroken.
    """
    year = date.fromisoformat(tanggal).year
    balai = RAGAM[jenis].kantor
    baru = ForumBaru(
        jenis=jenis,
        desa=desa.strip(),
        tanggal=tanggal,
        tahun_pelaksanaan=year,
        tahun_rencana=year + 1,
        profil=BIASA[jenis],
        tempat=f"{balai} {desa.strip()}",
    )
    if before is None or (before.jenis, before.desa) != (baru.jenis, baru.desa):
        return baru
    return replace(baru, **{name: getattr(before, name) for name in _LASTING})


def other_profile(forum: Forum, jenis: object, suited: Collection[str]) -> str:
    """The form profile after the kind of village was set right: the usual one of the new kind, where the usual one of
    the old kind stands; what somebody chose stays where it is among those that are ``suited`` to the new kind.
    """
    usual = {str(kind): name for kind, name in BIASA.items()}
    stays = forum.profil != usual[forum.jenis] and forum.profil in suited
    return forum.profil if stays else usual.get(str(jenis), forum.profil)


def with_date(forum: ForumBaru, tanggal: str) -> dict[str, object]:
    """The fields that follow from a new date: the years move with it, their distance stays."""
    year = date.fromisoformat(tanggal).year
    ahead = forum.tahun_rencana - forum.tahun_pelaksanaan
    return {"tanggal": tanggal, "tahun_pelaksanaan": year, "tahun_rencana": year + ahead}


def open_sample(services: Layanan) -> str:
    """Fill the practice room with Desa Sukamaju: invited, with the usulan of its dusun, before anybody has come.

    Raises RuleBroken("latihan", "bukan_ruangnya") elsewhere.
    """
    from resources.sample import contoh  # read only when somebody practises

    sample = contoh()
    forum = services.forum.buka(replace(sample.forum, latihan=True, wakil_peserta=()))
    services.peserta.undang_banyak([one.sebelum_hadir for one in sample.undangan])
    services.usulan.catat_banyak([one.isi for one in sample.usulan], "mencatat usulan contoh")
    return forum
