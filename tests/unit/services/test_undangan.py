"""Delivery of letters, two records that are one person, codes at the door, unsur that stay away."""

from __future__ import annotations

from typing import Any

import pytest

from musrenbang_desktop.db.replay import dump, rebuild
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import ForumBaru
from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.domain.undangan import Dikenal, kode
from musrenbang_desktop.services import undangan as service
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum


def invite(layanan: Layanan, nama: str, **fields: Any) -> str:
    return layanan.peserta.undang(PesertaBaru(nama=nama, **fields))


def one(layanan: Layanan, record: str) -> Peserta:
    found = layanan.peserta.satu(record)
    assert found is not None
    return found


def replayed(layanan: Layanan) -> bool:
    connection = layanan.desk.connection
    before = dump(connection)
    with layanan.desk.store.transaction():
        rebuild(connection)
    return dump(connection) == before


def test_delivery_is_noted_with_day_way_and_receiver(layanan: Layanan) -> None:
    ids = [invite(layanan, nama) for nama in ("Sutrisno", "Aminah", "Karto")]
    assert layanan.undangan.tandai_dicetak() == 3
    assert layanan.undangan.tandai_dicetak() == 0
    proof = {"tanggal_serah": "2026-01-18", "cara_serah": "lewat RT/RW", "penerima": "Istri"}
    assert layanan.undangan.tandai(ids[:1], "diserahkan", **proof) == 1
    assert layanan.undangan.tandai(ids[1:2], "diserahkan") == 1
    first, second, _ = (one(layanan, record) for record in ids)
    assert (first.undangan, first.tanggal_serah, first.cara_serah, first.penerima) == (
        "diserahkan", "2026-01-18", "lewat RT/RW", "Istri",
    )  # fmt: skip
    assert second.tanggal_serah == "2026-01-21"
    count = layanan.undangan.hitung()
    assert (count.diundang, count.belum, count.dicetak, count.diserahkan, count.tepat_waktu) == (3, 0, 1, 2, 1)
    assert (count.persen, count.hari) == (33, 3), "of all invited, so that a letter not handed over counts against it"
    layanan.undangan.tandai(ids[:1], "")
    assert one(layanan, ids[0]).penerima == ""
    layanan.riwayat.batalkan()
    assert one(layanan, ids[0]).penerima == "Istri"
    assert replayed(layanan)


def test_a_wrong_day_is_refused(layanan: Layanan) -> None:
    record = invite(layanan, "Sutrisno")
    with pytest.raises(RuleBroken):
        layanan.undangan.tandai([record], "diserahkan", tanggal_serah="kemarin")
    assert one(layanan, record).undangan == ""


def test_two_records_become_one_and_apart_again(layanan: Layanan) -> None:
    stays = invite(layanan, "Siti Aminah", unsur="PKK", rt="02")
    leaves = invite(layanan, "Hj. Siti Aminah, S.Pd.", dusun="Krajan")
    layanan.undangan.tandai([leaves], "diserahkan", penerima="Suami")
    layanan.peserta.hadirkan(leaves, "08.03")
    layanan.forum.ubah(wakil_peserta=(leaves,))
    assert [tuple(p.id for p in pair) for pair in layanan.undangan.serupa()] == [(stays, leaves)]
    before = dump(layanan.desk.connection)
    layanan.undangan.gabung(stays, leaves, {"nama": "Hj. Siti Aminah, S.Pd.", "dusun": "Krajan"})
    (person,) = layanan.peserta.daftar()
    assert (person.id, person.nama, person.unsur, person.dusun, person.rt) == (
        stays, "Hj. Siti Aminah, S.Pd.", "PKK", "Krajan", "02",
    )  # fmt: skip
    assert (person.hadir, person.undangan, person.penerima) == ("08.03", "diserahkan", "Suami")
    forum = layanan.forum.aktif()
    assert forum is not None and forum.wakil_peserta == (stays,)
    assert layanan.undangan.serupa() == []
    assert layanan.riwayat.daftar(1)[0].kalimat == "Hj. Siti Aminah, S.Pd. digabung ke Hj. Siti Aminah, S.Pd."
    assert replayed(layanan)
    layanan.riwayat.batalkan()
    assert dump(layanan.desk.connection) == before
    layanan.riwayat.ulangi()
    assert len(layanan.peserta.daftar()) == 1
    assert replayed(layanan)


def test_nobody_is_merged_with_himself(layanan: Layanan) -> None:
    record = invite(layanan, "Karto")
    with pytest.raises(RuleBroken):
        layanan.undangan.gabung(record, record, {})


def test_a_code_at_the_door(layanan: Layanan) -> None:
    record, double = invite(layanan, "Sutrisno"), invite(layanan, "H. Sutrisno")
    forum = layanan.desk.forum_id

    def means(text: str) -> str | None:
        found = layanan.undangan.kode(text)
        return found.tiba if found else None

    code = kode(forum, record)
    assert means("Sutris") is None
    assert means("M1:K7Q2M3AB-1:UNDA::1/4") == means("m1öK7Q2M3AB-1öUNDAöö1/4") == "kode_halaman"
    assert means(code) == "hadir"
    assert means(code[:-1] + ("A" if code[-1] != "A" else "B")) == "rusak"
    assert means(kode("lain-1", record)) == "forum_lain"
    assert means(kode(forum, "k7q2m3ab-999")) == "tidak_ada"
    layanan.undangan.gabung(record, double, {})
    found = layanan.undangan.kode(kode(forum, double))
    assert found is not None and found.orang is not None
    assert (found.tiba, found.orang.id) == ("hadir", record), "the letter of a merged record leads on"
    layanan.peserta.hadirkan(record)
    assert means(code) == "sudah_hadir"
    layanan.peserta.ubah(record, diundang=False)
    assert means(code) == "tidak_ada"


def hold(layanan: Layanan, year: int, **came: bool) -> None:
    now = small_forum()
    fields = {name: getattr(now, name) for name in now.__dataclass_fields__}
    fields |= {"tahun_pelaksanaan": year, "tahun_rencana": year + 1, "tanggal": f"{year}-01-21"}
    layanan.forum.buka(ForumBaru(**fields))
    for unsur, here in came.items():
        record = invite(layanan, f"Orang {unsur}", unsur=unsur)
        if here:
            layanan.peserta.hadirkan(record, "08.00")


def test_unsur_that_stayed_away_in_two_forums(kosong: Layanan) -> None:
    hold(kosong, 2024, PKK=True, Pemuda=False, Difabel=False)
    hold(kosong, 2025, PKK=True, pemuda=False, Difabel=True)
    assert [(row.unsur.casefold(), row.forum, row.diundang) for row in kosong.undangan.tidak_datang()] == [
        ("pemuda", (2024, 2025), 2)
    ]
    hold(kosong, 2026, PKK=False, Pemuda=False)
    assert len(kosong.undangan.tidak_datang()[0].forum) == 2, "a forum that nobody came to yet says nothing"


def test_similar_names_of_one_rt_are_asked_about_and_nothing_is_merged_by_itself(layanan: Layanan) -> None:
    first = invite(layanan, "Siti Aminah", rt="02")
    invite(layanan, "Siti Aminnah", rt="05")
    guest = layanan.peserta.catat_tamu(PesertaBaru(nama="Siti Amina", rt="02"))
    assert [(one.id, other.id) for one, other in layanan.undangan.serupa()] == [(first, guest)]
    assert [one.id for one in layanan.undangan.serupa_dengan(guest)] == [first]
    assert len(layanan.peserta.daftar()) == 3
    layanan.undangan.gabung(first, guest, {})
    assert layanan.undangan.serupa_dengan(first) == []
    layanan.riwayat.batalkan()
    assert len(layanan.undangan.serupa()) == 1


def test_only_a_changed_name_or_place_compares_the_list_again(
    layanan: Layanan, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = invite(layanan, "Siti Aminah", rt="02")
    other = invite(layanan, "Siti Aminnah", rt="02")
    compared: list[int] = []
    whole = service._pairs

    def counting(rows: list[Dikenal]) -> list[tuple[str, str]]:
        compared.append(1)
        return whole(rows)

    monkeypatch.setattr(service, "_pairs", counting)
    assert len(layanan.undangan.serupa()) == 1
    layanan.undangan.tandai([first], "dicetak")
    (pair,) = layanan.undangan.serupa()
    assert pair[0].undangan == "dicetak" and len(compared) == 1, "a letter that was marked changes nobody's name"
    layanan.peserta.ubah(other, rt="03")
    assert layanan.undangan.serupa() == [] and len(compared) == 2
    layanan.riwayat.batalkan()
    assert len(layanan.undangan.serupa()) == 1
