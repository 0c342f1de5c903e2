"""The team of the forum: recorded, undone, and asked for before the result is closed."""

from __future__ import annotations

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, propose
from tests.replayed import assert_replayed
from tests.unit.berita_acara.reading import text_of

SAKSI = (Pejabat("Lestari", "Ketua TP PKK"), Pejabat("Zainal", "Sesepuh dusun"))


def agreed(layanan: Layanan) -> Layanan:
    ids = propose(layanan, 2)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "ke_kecamatan")
    return layanan


@pytest.mark.parametrize(
    ("lacking", "rule"),
    [
        ({"notulis": Pejabat("  ")}, ("notulis", "belum_ada")),
        ({"saksi": SAKSI[:1]}, ("saksi", "kurang")),
        ({"saksi": (SAKSI[0], Pejabat(" ", "tanpa nama"))}, ("saksi", "kurang")),
        ({"saksi": ()}, ("saksi", "kurang")),
    ],
)
def test_no_result_is_closed_without_notulis_and_two_witnesses(
    layanan: Layanan, lacking: dict[str, object], rule: tuple[str, str]
) -> None:
    agreed(layanan)
    layanan.forum.ubah(**lacking)
    with pytest.raises(RuleBroken) as broken:
        layanan.kesepakatan.tutup()
    assert (broken.value.field, broken.value.code) == rule
    layanan.riwayat.batalkan()
    layanan.kesepakatan.tutup()
    found = layanan.kesepakatan.sekarang()
    assert found and found.ditutup


def test_a_result_closed_by_an_older_version_is_not_sealed_without_them(layanan: Layanan) -> None:
    agreed(layanan).kesepakatan.tutup()
    with layanan.desk.write("forum", "seperti versi lama") as act:
        act.append("forum.ubah", act.forum, {"saksi": None})
    with pytest.raises(RuleBroken, match="saksi"):
        layanan.segel.siapkan()


def test_what_lacks_is_told_by_role(layanan: Layanan) -> None:
    layanan.forum.ubah(notulis=Pejabat(""), saksi=())
    forum = layanan.forum.aktif()
    assert forum and forum.kurang_tim == ("notulis", "saksi")
    layanan.forum.ubah(saksi=SAKSI, notulis=Pejabat("Darsini"))
    forum = layanan.forum.aktif()
    assert forum and forum.kurang_tim == ()


def test_the_team_survives_undo_restart_and_replay(open_village: OpenVillage, layanan: Layanan) -> None:
    before = layanan.forum.aktif()
    layanan.forum.ubah(
        nomor_sk="188/9", tanggal_sk="2026-01-02", saksi=SAKSI, penjaga_waktu=Pejabat("Harni"), fasilitator=SAKSI[:1]
    )
    after = layanan.forum.aktif()
    assert after and (after.saksi, after.penjaga_waktu, after.fasilitator) == (SAKSI, Pejabat("Harni"), SAKSI[:1])
    layanan.riwayat.batalkan()
    assert layanan.forum.aktif() == before
    assert_replayed(layanan)
    again = open_village()
    again.riwayat.ulangi()
    assert again.forum.aktif() == after
    assert_replayed(again)


def test_the_day_of_the_decree_is_a_day(layanan: Layanan) -> None:
    with pytest.raises(RuleBroken, match="bukan_tanggal"):
        layanan.forum.ubah(tanggal_sk="kemarin")


def test_the_team_stands_in_the_berita_acara(layanan: Layanan) -> None:
    forum = layanan.forum.aktif()
    assert forum
    isi = layanan.dokumen.isi()
    text = " ".join(text_of(render("berita_acara", isi, profile.load(forum.profil))).split())
    people = (*forum.fasilitator, forum.penjaga_waktu, forum.notulis, *forum.saksi)
    assert all(person.nama in text for person in people)
    assert "Saksi 1" in text and "Saksi 2" in text
    assert "Nomor 188/07/2001/2025 tanggal 15 Desember 2025" in text
    layanan.forum.ubah(saksi=(), fasilitator=(), penjaga_waktu=Pejabat(""), nomor_sk="", tanggal_sk="")
    isi = layanan.dokumen.isi()
    bare = text_of(render("berita_acara", isi, profile.load(forum.profil)))
    assert not any(word in bare for word in ("Saksi", "Fasilitator", "Penjaga waktu", "SK tim"))
