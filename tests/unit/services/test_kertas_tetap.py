"""A closed or sealed forum prints what was true when it was closed, whatever is done afterwards and wherever.

Everything that a paper prints is in one value, and drawing adds nothing to it. So two readings of it are compared
before and behind an act, and where they differ the papers are drawn.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.db import replay
from musrenbang_desktop.db import settings as setelan
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, Pejabat, Tingkat
from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.journal import keys, segel
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.penggambar import Penggambar
from tests.acts import table_more  # noqa: F401 - fills the table
from tests.acts.stage import Stage, arrange, begin, fill
from tests.acts.table import ACTS
from tests.hand_made import close_by_hand, forge
from tests.last_year import answer, last_year
from tests.paket import berkas, contoh_paket
from tests.small_forum import small_forum, some_usulan
from tests.village import ForumClock, Prepared, opened

#: Papers that go on behind the closing, and with what. No other may change.
GOES_ON = {
    "notulen": "the notulis writes up what was said",
    "giliran_bicara": "the clock of the hall goes on to the end of the day",
    "sk_delegasi": "its number and day are given later",
    "sk_tim": "births are typed when the decree is printed, and stand in no event",
    "tanda_terima_usulan": "says where the answer will stand, once the laptop is enrolled",
    "lembar_jawaban": "is about answers",
    "poster_jawaban_a3": "is about answers",
    "segel": "who signs the seal, and what is added to it",
    "perubahan": "what is added to the seal",
}


@pytest.fixture(autouse=True)
def quick_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The spoken code is slow on purpose; here it is made of the same parts in a moment."""
    monkeypatch.setattr(segel, "SCRYPT_N", 2)


def village(desa: Layanan) -> None:
    """A Musrenbang closed with all that hangs on others: answers of last year, tickets, two forums held before it that
    are still open, the kabupaten's package; its paper was saved. A forum of next year is on the desk.
    """
    last = last_year(desa, 3)
    answer(desa, last[0], "kecamatan", "diterima")
    main = desa.desk.forum_id
    stage = Stage(desa, desa.desk.store.path.parent)
    package = berkas(stage.folder, contoh_paket())
    desa.paket.pasang(desa.paket.periksa(package))
    package.unlink()
    stage.usulan = desa.usulan.catat_banyak(some_usulan(4), "mencatat usulan")
    people = [PesertaBaru(nama=name, jenis_kelamin="P", unsur="PKK", dusun="Krajan") for name in ("Sri", "Ani", "Wati")]
    for record in desa.peserta.undang_banyak(people):
        desa.peserta.hadirkan(record, "08.30")
    desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    assert isinstance(desa.desk.store.clock, ForumClock)
    desa.desk.store.clock.now += timedelta(days=2)  # the ticket has another day than the forum
    desa.titipan.catat(some_usulan(9)[8])
    desa.forum.pilih(main)
    alone = desa.silsilah.mulai("dusun", "Ngadirejo", "2026-01-11")
    desa.silsilah.hubungkan("")
    desa.forum.pilih(main)
    desa.silsilah.sambungkan(alone)
    stage.usulan += desa.titipan.masukkan()
    desa.notulen.catat("Anak sekolah dulu", jenis="rangkuman", oleh=desa.prioritas.aturan().kelompok[0].nama)
    arrange(stage)
    close_by_hand(desa)
    desa.dokumen.simpan("lengkap", desa.dokumen.penggambar(hitung=False).gambar("lengkap"), 1)
    desa.forum.buka(replace(small_forum(), tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))


@dataclass(frozen=True)
class Desa:
    """The village and the ids of its forums."""

    desa: Layanan
    folder: Path

    @property
    def forums(self) -> dict[str, Forum]:
        """``utama``, ``lalu``, ``depan``, and the two dusun by their first names."""
        found: dict[str, Forum] = {}
        for one in sorted(self.desa.forum.daftar(), key=lambda one: int(one.id.partition("-")[2])):
            year = {2025: "lalu", 2026: "utama", 2027: "depan"}[one.tahun_pelaksanaan]
            found.setdefault(year if one.tingkat == "utama" else one.cakupan, one)
        return found

    @property
    def utama(self) -> str:
        """The closed one."""
        return self.forums["utama"].id

    def papers(self) -> Penggambar:
        """Everything that the papers of the closed forum print now, whichever is on the desk."""
        desk, chosen = self.desa.desk, self.desa.desk.forum_id
        desk.look_at(self.utama)
        try:
            return self.desa.dokumen.penggambar()
        finally:
            desk.look_at(chosen)


def changed(before: Penggambar, after: Penggambar) -> set[str]:
    """The papers that differ and should not."""
    if before == after:
        return set()
    return {jenis for jenis in JENIS.keys() - GOES_ON.keys() if before.gambar(jenis) != after.gambar(jenis)}


@pytest.fixture
def place(prepared: Prepared, tmp_path: Path) -> Iterator[Desa]:
    with prepared.opened(village, tmp_path / "data") as desa:
        yield Desa(desa, tmp_path)


# --- in the closed forum itself ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(ACTS))
def test_an_act_in_the_closed_forum_is_refused_or_changes_no_paper_of_the_result(name: str, tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa:
        stage = Stage(desa, tmp_path)
        doing = ACTS[name].begun(stage)
        close_by_hand(desa)
        before = desa.dokumen.penggambar()
        with suppress(RuleBroken):
            next(doing, None)
            assert changed(before, desa.dokumen.penggambar()) == set()
            desa.riwayat.batalkan()
        assert changed(before, desa.dokumen.penggambar()) == set()


NOTES: dict[str, dict[str, str]] = {
    "pokok": {"pokok": "Minta talut"},
    "putusan": {"pokok": "Talut didahulukan", "jenis": "putusan"},
    "rangkuman": {"pokok": "Jalan dulu", "jenis": "rangkuman", "oleh": "Kelompok lain"},
}


@pytest.mark.parametrize("tingkat", ["utama", "dusun"])
@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("jenis", NOTES)
def test_notes_behind_the_result_reach_no_paper_of_it(
    tingkat: Tingkat, sealed: bool, jenis: str, tmp_path: Path
) -> None:
    with opened(tmp_path / "data") as desa:
        stage = Stage(desa, tmp_path)
        begin(stage)
        desa.forum.ubah(tingkat=tingkat, cakupan="Krajan")
        arrange(stage)
        old = desa.notulen.catat(**NOTES[jenis])
        close_by_hand(desa)
        desa.dokumen.simpan("lengkap", desa.dokumen.penggambar().gambar("lengkap"), 1)
        if sealed:
            desa.segel.buat()
        before = desa.dokumen.penggambar()
        acts: list[Callable[[], object]] = [
            lambda: desa.notulen.catat(**NOTES[jenis]),
            lambda: desa.notulen.ubah(old, pokok="Lain"),
            lambda: desa.notulen.ubah(old, jenis="rangkuman", oleh="Kelompok lain"),
            lambda: desa.notulen.keluarkan(old),
            desa.riwayat.batalkan,
            desa.riwayat.batalkan,
            desa.riwayat.ulangi,
        ]
        allowed = [_done(act) for act in acts]
        assert changed(before, desa.dokumen.penggambar()) == set()
        printed = jenis == "rangkuman" or (jenis, tingkat) == ("putusan", "dusun")
        assert allowed[0] is (jenis == "pokok" if sealed else not printed)


def _done(act: Callable[[], object]) -> bool:
    try:
        act()
    except RuleBroken:
        return False
    return True


def test_an_addendum_leaves_the_sealed_file_as_it_is_also_where_the_result_was_opened_again(place: Desa) -> None:
    desa = place.desa
    desa.forum.pilih(place.utama)
    desa.kesepakatan.buka_lagi("Tempatnya salah")
    desa.forum.ubah(tempat="Sekolah dasar")
    close_by_hand(desa)
    desa.segel.buat()
    before = desa.dokumen.penggambar()
    assert before.isi.sehari.versi.nomor == 2
    desa.segel.tambah("Ralat ejaan", "Ketua BPD", "Salah tulis")
    desa.segel.ikut_menandatangani("Bu Ketua", "PKK", keys.new_private_key())
    after = desa.dokumen.penggambar()
    assert before != after
    assert changed(before, after) == set()
    assert before.gambar("perubahan") != after.gambar("perubahan")


# --- elsewhere --------------------------------------------------------------------------------------------------------

#: Every fact of a forum, changed as far as its rules allow.
FACTS: dict[str, Any] = {
    "cakupan": "Krajan Baru", "tanggal": "2026-01-15", "desa": "Sukajaya", "kecamatan": "Lain", "kabupaten": "Lain",
    "provinsi": "Lain", "kode_wilayah": "00.00.00.2009", "ragam": "nagari", "sebutan_dusun": "Jorong", "tingkat": "pra",
    "tempat": "Sekolah", "alamat": "Jalan lain", "zona": "WIT", "profil": "desa-114", "pagu": 5, "nomor_ba": "9/BA",
    "pimpinan": Pejabat("Orang Lain"), "kepala": Pejabat("Orang Lain"), "saksi": (), "pra": "tidak", "batas_data": 3,
    "pagu_sumber": (PaguSumber("Dana Desa", 5),), "jam_mulai": "13.00", "nomor_sk": "7", "materi": ("Air bersih",),
}  # fmt: skip


@pytest.mark.parametrize("where", ["Krajan", "Ngadirejo", "lalu", "depan"])
def test_no_fact_of_another_forum_changes_the_papers_of_a_closed_one(place: Desa, where: str) -> None:
    before = place.papers()
    place.desa.forum.pilih(place.forums[where].id)
    for name, value in FACTS.items():
        with suppress(RuleBroken):
            place.desa.forum.ubah(**{name: value})
            assert changed(before, place.papers()) == set(), name
    with suppress(RuleBroken):
        while place.desa.riwayat.batalkan():
            assert changed(before, place.papers()) == set()


def test_the_berita_acara_names_the_dusun_as_it_was_called_and_after_opening_again_as_it_is(place: Desa) -> None:
    desa, utama = place.desa, place.utama
    was = ("Musyawarah dusun Krajan", "Musyawarah dusun Ngadirejo")
    assert place.papers().isi.musyawarah == was
    desa.forum.pilih(place.forums["Krajan"].id)
    desa.forum.ubah(cakupan="Krajan Lor")
    assert place.papers().isi.musyawarah == was
    desa.forum.pilih(utama)
    desa.kesepakatan.buka_lagi("Nama dusun berubah")
    assert place.papers().isi.musyawarah == ("Musyawarah dusun Krajan Lor", was[1])
    close_by_hand(desa)
    desa.forum.pilih(place.forums["Krajan Lor"].id)
    desa.forum.ubah(cakupan="Krajan Kidul")
    assert place.papers().isi.musyawarah == ("Musyawarah dusun Krajan Lor", was[1])
    assert replay.first_difference(desa.desk.connection) is None


def test_what_an_older_program_closed_prints_the_names_of_today(place: Desa) -> None:
    desa = place.desa
    desa.forum.pilih(place.utama)
    forge(desa, "kesepakatan.ubah", f"{place.utama}.sepakat", {"saat_tutup": None})
    desa.forum.pilih(place.forums["Krajan"].id)
    desa.forum.ubah(cakupan="Krajan Lor")
    assert place.papers().isi.musyawarah[0] == "Musyawarah dusun Krajan Lor"


def _enrolled(desa: Layanan) -> None:
    with desa.desk.store.transaction():
        setelan.put(desa.desk.connection, box.CARD, json.dumps({"alamat": "https://contoh.invalid"}))


def _later(desa: Layanan) -> None:
    assert isinstance(desa.desk.store.clock, ForumClock)
    desa.desk.store.clock.now += timedelta(days=400)


def _elsewhere(desa: Layanan) -> None:
    assert isinstance(desa.desk.store.clock, ForumClock)
    desa.desk.store.clock.now = desa.desk.store.clock.now.astimezone(timezone(timedelta(hours=9)))


def _last_answers(desa: Layanan) -> None:
    chosen = desa.desk.forum_id
    for forum in desa.forum.daftar():
        desa.desk.look_at(forum.id)
        for number, usulan in enumerate(desa.usulan.daftar()):
            answer(desa, usulan.id, "kabupaten", ("ditolak", "diterima")[number % 2])
    desa.desk.look_at(chosen)


def _born(desa: Layanan) -> None:
    for name, _ in desa.kelahiran.daftar():
        desa.kelahiran.isi(name, "Klaten, 1 Januari 1970")


def _newer_package(desa: Layanan) -> None:
    rows = [{**one, "satuan": "unit", "harga_satuan": 1} for one in desa.paket.baris("kamus")] or [
        {"kode": "X-1", "judul": "Talud", "kelompok": "", "satuan": "m", "harga_satuan": 1, "volume_min": "",
         "volume_max": "", "bidang": "", "perangkat_daerah": "", "keterangan": ""}
    ]  # fmt: skip
    desa.paket.pasang_kamus_sendiri("kamus-sendiri.xlsx", rows)


#: What stands in no forum.
SETTINGS: dict[str, Callable[[Layanan], object]] = {
    "enrolled": _enrolled,
    "another day": _later,
    "another zone": _elsewhere,
    "answers": _last_answers,
    "printer": lambda desa: desa.dokumen.ubah_koreksi("Kantor", 3, -2),
    "births": _born,
    "package": _newer_package,
    "contact": lambda desa: [
        desa.kontak.isi(one.id, nama="Warga", telepon="081200000000") for one in desa.usulan.daftar()
    ],
    "draft": lambda desa: desa.draf.simpan("usulan", "baru", {"judul": "Setengah"}),
}


@pytest.mark.parametrize("where", ["utama", "depan"])
@pytest.mark.parametrize("name", SETTINGS)
def test_no_setting_of_the_laptop_and_nothing_from_outside_changes_them(place: Desa, name: str, where: str) -> None:
    before = place.papers()
    place.desa.forum.pilih(place.forums[where].id)
    with suppress(RuleBroken):
        SETTINGS[name](place.desa)
    assert changed(before, place.papers()) == set()


def test_a_ticket_whose_usulan_stands_in_a_closed_forum_is_not_taken_back_from_another(place: Desa) -> None:
    """The forum of the dusun was opened before the ticket was recorded, so Ctrl+Z reached it there."""
    before = place.papers()
    assert {row.tanggal for row in before.isi.buku.aspirasi} == {"2026-01-21", "2026-01-23"}
    place.desa.forum.pilih(place.forums["Krajan"].id)
    assert place.desa.riwayat.teks_batal() is None
    assert place.desa.riwayat.batalkan() is None
    assert place.papers() == before


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_sequence_of_acts_in_another_forum_changes_them(
    prepared: Prepared, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("lain")
    with prepared.opened(village, folder / "data") as desa:
        place = Desa(desa, folder)
        before = place.papers()
        chosen = data.draw(st.sampled_from(["Krajan", "Ngadirejo", "lalu", "depan", "baru"]), label="where")
        foreign = data.draw(st.booleans(), label="with the records of the closed forum")
        stage = Stage(desa, folder)
        if foreign:
            desa.forum.pilih(place.utama)
            theirs = [one.id for one in desa.usulan.daftar()], [one.id for one in desa.peserta.daftar()] * 2
        if chosen == "baru":
            begin(stage)
        else:
            desa.forum.pilih(place.forums[chosen].id)
            fill(stage)
        if foreign:
            stage.usulan, stage.orang = theirs
        name = data.draw(st.sampled_from(sorted(ACTS)), label="act")
        with suppress(RuleBroken, LookupError):
            if ready := ACTS[name].ready:
                ready(stage)
            for _ in ACTS[name].doing(stage):
                pass
        assert changed(before, place.papers()) == set()
        if data.draw(st.booleans(), label="setting"):
            with suppress(RuleBroken):
                SETTINGS[data.draw(st.sampled_from(sorted(SETTINGS)))](desa)
        with suppress(RuleBroken):
            for _ in range(data.draw(st.integers(0, 12), label="taken back")):
                desa.riwayat.batalkan()
            desa.riwayat.ulangi()
        assert changed(before, place.papers()) == set()
        assert replay.first_difference(desa.desk.connection) is None
