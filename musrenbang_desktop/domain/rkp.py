"""What the lists RKP Desa and DU-RKP say of an usulan besides what every list says."""

from __future__ import annotations

from collections.abc import Mapping

POLA: Mapping[str, str] = {
    "swakelola": "Swakelola",
    "antar_desa": "Kerja sama antardesa",
    "pihak_ketiga": "Kerja sama pihak ketiga",
}
"""Ways to carry out an activity, as the columns of the RKP Desa name them."""

#: What is typed about the plan of the village, in the order of the columns.
RENCANA = ("sdgs", "data_eksisting", "target_capaian", "waktu_pelaksanaan", "pola_pelaksanaan", "pelaksana")
