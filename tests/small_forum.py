"""A forum with a few invented usulan, where the whole of Sukamaju would only be in the way."""

from __future__ import annotations

from musrenbang_desktop.domain.forum import ForumBaru, Pejabat
from musrenbang_desktop.domain.usulan import UsulanBaru


def small_forum() -> ForumBaru:
    """The facts of a forum in the invented village."""
    return ForumBaru(
        desa="Sukamaju",
        kecamatan="Contoh",
        kabupaten="Contoh",
        kode_wilayah="00.00.00.2001",
        tahun_pelaksanaan=2026,
        tahun_rencana=2027,
        tanggal="2026-01-21",
        tempat="Balai Desa Sukamaju",
        pagu=100_000_000,
        notulis=Pejabat("Wulandari", "Kaur Perencanaan"),
        saksi=(Pejabat("Ibu Ketua", "PKK"), Pejabat("Pak Imam", "Tokoh agama")),
    )


def some_usulan(count: int) -> list[UsulanBaru]:
    """``count`` different usulan, each complete enough to be scored."""
    return [
        UsulanBaru(
            judul=f"Drainase gang {n}",
            dusun="Krajan",
            rt=f"{n:02d}",
            pengusul=f"RT {n:02d}",
            perkiraan_biaya=n * 10_000_000,
        )
        for n in range(1, count + 1)
    ]
