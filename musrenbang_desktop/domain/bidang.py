"""The fields of work into which a village sorts its usulan, as the rules of the ministry name them."""

from __future__ import annotations

#: Permendagri 20/2018, lampiran: the five bidang of the APB Desa.
BIDANG_DESA = (
    "Penyelenggaraan Pemerintahan Desa",
    "Pelaksanaan Pembangunan Desa",
    "Pembinaan Kemasyarakatan Desa",
    "Pemberdayaan Masyarakat Desa",
    "Penanggulangan Bencana, Keadaan Darurat, dan Mendesak Desa",
)
#: Permendagri 130/2018: the two kinds of work of a kelurahan.
BIDANG_KELURAHAN = ("Pembangunan Sarana dan Prasarana Kelurahan", "Pemberdayaan Masyarakat di Kelurahan")

#: Units that most usulan are counted in, the usual ones first.
SATUAN = ("m", "m2", "m3", "km", "unit", "buah", "paket", "titik", "orang", "KK", "kelompok", "kegiatan", "ha", "kg")
