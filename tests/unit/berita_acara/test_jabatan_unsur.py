"""Office and unsur stand in one cell; an office that names its unsur is not followed by it once more."""

from __future__ import annotations

import pytest

from musrenbang_desktop.berita_acara.isi import baris_terundang, baris_undangan
from musrenbang_desktop.domain.peserta import Peserta


@pytest.mark.parametrize(
    ("jabatan", "unsur", "said"),
    [
        ("Ketua BPD", "BPD", "Ketua BPD"),
        ("Ketua RW 01", "RW", "Ketua RW 01"),
        ("Kepala Desa", "Pemerintah Desa", "Kepala Desa, Pemerintah Desa"),
        ("Ketua", "PKK", "Ketua, PKK"),
        ("", "PKK", "PKK"),
        ("Guru", "", "Guru"),
        ("", "", ""),
        ("Sekretaris KPMD", "PMD", "Sekretaris KPMD, PMD"),
    ],
)
def test_no_unsur_is_said_twice(jabatan: str, unsur: str, said: str) -> None:
    person = Peserta(id="p", forum="f", nomor=1, nama="Ani", jabatan=jabatan, unsur=unsur)
    assert baris_terundang(person, 1).lembaga == said
    assert baris_undangan(person, "kode").lembaga == said
