"""The whole invented forum of Sukamaju in a real store, step by step."""

from __future__ import annotations

from musrenbang_desktop.services.layanan import Layanan
from resources.sample import Contoh, contoh


def record_people_and_usulan(services: Layanan) -> Contoh:
    """Open the forum, invite, receive, record; the sample comes back under the record ids it was given."""
    sample = contoh()
    services.forum.buka(sample.forum)
    invited = services.peserta.undang_banyak([person.sebelum_hadir for person in sample.undangan])
    ids = dict(zip((person.kunci for person in sample.undangan), invited, strict=True))
    for person in sample.undangan:
        if person.isi.hadir:
            services.peserta.hadirkan(ids[person.kunci], person.isi.hadir)
    for person in sample.tamu:
        ids[person.kunci] = services.peserta.catat_tamu(person.isi)
    services.forum.ubah(wakil_peserta=tuple(ids[kunci] for kunci in sample.wakil_peserta))
    usulan = services.usulan.catat_banyak([one.isi for one in sample.usulan], "mencatat usulan")
    return sample.dengan_id(dict(zip((one.kunci for one in sample.usulan), usulan, strict=True)))


def score(services: Layanan, sample: Contoh) -> None:
    """Lock the rules of the sample and write every group's sheet."""
    services.prioritas.ubah_aturan(sample.aturan.kriteria, sample.aturan.kelompok, sample.aturan.seri)
    services.prioritas.kunci(sample.aturan.saksi)
    for kelompok, sheet in sample.skor.items():
        services.prioritas.isi(kelompok, sheet)


def agree(services: Layanan, sample: Contoh, *, close: bool = True) -> None:
    """Draw up the order and give every usulan the output of the sample."""
    services.kesepakatan.susun()
    for butir in sample.butir:
        services.kesepakatan.tetapkan([butir.usulan], butir.keluaran, butir.alasan)
    if close:
        services.kesepakatan.tutup()


def whole_forum(services: Layanan, *, close: bool = True) -> Contoh:
    """The whole day in one call."""
    sample = record_people_and_usulan(services)
    score(services, sample)
    agree(services, sample, close=close)
    return sample


def sealed_forum(services: Layanan) -> None:
    """The whole day, and its result sealed."""
    whole_forum(services)
    services.segel.buat()
