"""The parts of a berita acara and the texts that each of them needs. Which ones a family has, and in which order, is
data of its profile; what they say is its texts and the recorded forum.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Part -> the texts of the profile that it prints.
BAGIAN_NASKAH: Mapping[str, tuple[str, ...]] = {
    "pembuka": ("pembuka",),
    "dasar_hukum": (),
    "pertimbangan": ("pertimbangan", "sambutan", "sambutan_umum", "pemaparan", "pemaparan_umum", "tanggapan"),
    "keterangan": ("maka",),
    "waktu": (),
    "diselenggarakan": ("diselenggarakan",),
    "kehadiran": (),
    "materi": ("dibahas", "materi"),
    "unsur": ("unsur",),
    "menyepakati": ("menyepakati",),
    "putusan": ("putusan",),
    "klausul": (),
    "cara": ("mufakat", "aklamasi", "suara", "cara_kosong", "cara_catatan"),
    "penutup": ("penutup",),
}

#: What every berita acara says, whatever its parts are.
TEKS_TETAP = ("judul", "rujukan", "wakil", "ke_kecamatan", "dana_desa")

#: What the sentence about a vote may ask for besides the usual words.
SUARA_ISIAN = frozenset({"setuju", "tidak_setuju", "abstain", "suara"})


def teks_perlu(naskah: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that a profile with these parts must hold."""
    wanted = [*TEKS_TETAP, *(name for part in naskah for name in BAGIAN_NASKAH[part])]
    return tuple(dict.fromkeys(wanted))
