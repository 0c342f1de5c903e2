"""The counts of the first page equal what the services say in full."""

from __future__ import annotations

from pathlib import Path

from tests.small_forum import small_forum
from tests.sukamaju import agree, record_people_and_usulan, score
from tests.village import opened


def test_the_counts_equal_what_the_services_say(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        sample = record_people_and_usulan(desa)
        people, usulan, day = desa.peserta.hitung(), desa.usulan.jumlah(), desa.forum.ringkasan()
        assert (day.diundang, day.hadir, day.tamu, day.tanpa_jk) == (64, people.hadir, people.tamu, people.tanpa_jk)
        absent = [unsur for unsur, (here, asked) in people.per_unsur.items() if asked and not here]
        assert list(day.unsur_tanpa_wakil) == absent
        assert (day.usulan, day.perlu_dilengkapi) == (usulan.aktif, usulan.perlu_dilengkapi)
        assert (day.terkunci, day.ada_skor, day.skor_lengkap, day.disusun) == ("", False, 0, False)
        score(desa, sample)
        assert desa.forum.ringkasan().skor_lengkap == 48 == len(desa.prioritas.hasil().baris)
        desa.prioritas.isi("ekonomi", {sample.usulan[0].kunci: (None, 1, 1, 1, 1)})
        assert desa.forum.ringkasan().skor_lengkap == 47
        assert not desa.prioritas.hasil().lengkap
        desa.riwayat.batalkan()
        agree(desa, sample, close=False)
        agreed = desa.kesepakatan.sekarang()
        assert desa.forum.ringkasan().tanpa_alasan == len(agreed.kurang()) == 0
        desa.kesepakatan.tutup()
        assert desa.forum.ringkasan().ditutup == desa.kesepakatan.sekarang().ditutup != ""


def test_another_forum_counts_for_itself(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        record_people_and_usulan(desa)
        desa.forum.buka(small_forum())
        day = desa.forum.ringkasan()
        assert (day.diundang, day.hadir, day.usulan, day.bukti, day.dokumen) == (0, 0, 0, 0, 0)
