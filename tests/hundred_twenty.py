"""120 invented people whose counts can be added up by hand; the arithmetic stands beside the numbers.

====== =========== ======== ======= ====== ======================================
group  unsur       dusun    invited came   of these women (invited / came)
====== =========== ======== ======= ====== ======================================
A      RT          Krajan        40     30  10 / 8
B      PKK         Krajan        20     15  20 / 15
C      BPD         Sumber        10      4   2 / 1
D      Pemuda      Sumber        12      6   6 / 3
E      Lansia      Tegal          8      2   4 / 2
F      (none)      (none)        10      7   0 / 0  (no L/P recorded)
====== =========== ======== ======= ====== ======================================

invited 40+20+10+12+8+10 = 100, came 30+15+4+6+2+7 = 64; guests 20: 12 women, 8 men, unsur Masyarakat, dusun Tegal.
"""

from __future__ import annotations

from musrenbang_desktop.domain.keterwakilan import KelompokUsia
from musrenbang_desktop.domain.peserta import Disabilitas, JenisKelamin, PesertaBaru
from musrenbang_desktop.services.layanan import Layanan

#: unsur, dusun, invited, came, women invited, women who came, age, group where no age is known, disability
GROUPS: tuple[tuple[str, str, int, int, int, int, int | None, KelompokUsia, Disabilitas], ...] = (
    ("RT", "Krajan", 40, 30, 10, 8, 45, "", "tidak"),
    ("PKK", "Krajan", 20, 15, 20, 15, None, "dewasa", ""),
    ("BPD", "Sumber", 10, 4, 2, 1, 61, "", "ya"),
    ("Pemuda", "Sumber", 12, 6, 6, 3, 22, "", "tidak"),
    ("Lansia", "Tegal", 8, 2, 4, 2, None, "lansia", "ya"),
    ("", "", 10, 7, 0, 0, None, "", ""),
)


def invite_and_receive(services: Layanan) -> None:
    """100 invited of whom 64 come, and 20 guests; every fourth of those who come is late."""
    arrivals = 0
    for unsur, dusun, invited, came, women, women_came, age, band, disabled in GROUPS:
        men, men_came = invited - women, came - women_came
        for letter, many, here in (("P", women, women_came), ("L", men, men_came)):
            jk: JenisKelamin = "" if not unsur else "P" if letter == "P" else "L"
            baru = [
                PesertaBaru(
                    nama=f"{unsur or 'Warga'} {letter} {n}", jenis_kelamin=jk, unsur=unsur, dusun=dusun, usia=age,
                    kelompok_usia=band, disabilitas=disabled,
                )
                for n in range(many)
            ]  # fmt: skip
            for record in services.peserta.undang_banyak(baru)[:here] if baru else ():
                arrivals += 1
                services.peserta.hadirkan(record, "09.30" if arrivals % 4 == 0 else "08.50")
    for n in range(20):
        services.peserta.catat_tamu(
            PesertaBaru(
                nama=f"Tamu {n}", jenis_kelamin="P" if n < 12 else "L", unsur="Masyarakat", dusun="Tegal", hadir="08.55"
            )
        )
