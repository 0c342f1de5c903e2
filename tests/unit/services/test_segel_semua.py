"""Behind the seal, for every type of event and every method that writes: one table says what may still be done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.commands import sentence as in_commands
from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.sesudah_segel import SESUDAH, boleh_sesudah
from musrenbang_desktop.journal import segel
from musrenbang_desktop.journal.events import KNOWN
from musrenbang_desktop.services.layanan import Layanan
from tests.acts import table_more  # noqa: F401 - fills the table
from tests.acts.stage import Stage, arrange, begin
from tests.acts.table import ACTS, NOT_TAKEN_BACK, OUTSIDE
from tests.hand_made import close_by_hand, forge
from tests.photos import photo, written
from tests.sukamaju import whole_forum
from tests.village import opened

#: What is about afterwards: photos of paper, SIPD, notes, the clock of the hall; tickets wait for another forum;
#: the link to a later forum is recorded there.
GOES_ON = {
    "BuktiService.catat",
    "NotulenService.catat",
    "PublikService.ubah",
    "PublikService.catat",
    "SilsilahService.hubungkan",
    "SidangService.mulai",
    "SidangService.jeda",
    "SidangService.teruskan",
    "SidangService.selesai",
    "SipdService.masuk",
    "SipdService.tolak",
    "SipdService.tunggu",
    "SipdService.cocokkan",
    "SuratService.ubah",
    "TitipanService.catat",
    "TitipanService.ubah",
    "TitipanService.batalkan",
    "TitipanService.pulihkan",
}
#: Nobody speaks in a sealed forum, so there is no turn to end; the seal has ended it.
NOTHING_TO_DO = {"BicaraService.selesai"}

REFUSED = {
    ("forum", "sudah_ditutup"),
    ("forum", "sudah_disegel"),
    ("segel", "sudah_disegel"),
    ("notulen", "sudah_disegel"),
}


@pytest.fixture(autouse=True)
def quick_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The spoken code is slow on purpose; here it is made of the same parts in a moment."""
    monkeypatch.setattr(segel, "SCRYPT_N", 2)


def seal(desa: Layanan) -> None:
    """Close and seal whatever stands, past the questions that a real close would ask."""
    close_by_hand(desa)
    desa.segel.buat()


def test_every_type_of_event_has_its_line_in_the_table() -> None:
    assert SESUDAH.keys() == KNOWN.keys(), "decide what holds for a new type once its forum is sealed"


@pytest.mark.parametrize("name", sorted(ACTS))
def test_every_act_behind_the_seal_is_refused_in_words_unless_it_is_about_afterwards(name: str, tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa:
        stage = Stage(desa, tmp_path)
        doing = ACTS[name].begun(stage)
        seal(desa)
        head, rows = desa.desk.store.head, replay.dump(desa.desk.connection)
        if name in GOES_ON | NOTHING_TO_DO | OUTSIDE:
            next(doing, None)
            assert (desa.desk.store.head != head) is (name in GOES_ON)
        else:
            with pytest.raises(RuleBroken) as refused:
                next(doing)
            assert (refused.value.field, refused.value.code) in REFUSED
            assert desa.desk.store.head == head
            assert replay.dump(desa.desk.connection) == rows
        assert desa.segel.periksa() is None


def test_what_undo_does_not_know_is_refused_too(tmp_path: Path) -> None:
    """The writing methods without an undo: those of the seal have tests of their own."""
    own = {name for name in NOT_TAKEN_BACK if name.startswith(("PrioritasService", "KesepakatanService"))}
    assert own == {"PrioritasService.kunci", "PrioritasService.buka_kunci", "KesepakatanService.tutup",
                   "KesepakatanService.buka_lagi"}  # fmt: skip
    with opened(tmp_path) as desa:
        whole_forum(desa)
        desa.segel.buat()
        acts = (
            lambda: desa.prioritas.kunci(("A", "B")),
            lambda: desa.prioritas.buka_kunci("salah"),
            desa.kesepakatan.tutup,
            lambda: desa.kesepakatan.buka_lagi("salah"),
            desa.segel.buat,
        )
        for act in acts:
            with pytest.raises(RuleBroken) as refused:
                act()
            assert (refused.value.field, refused.value.code) in REFUSED


def test_a_refusal_has_its_sentence_at_the_command_line() -> None:
    for field, code in REFUSED - {("notulen", "sudah_disegel")}:  # notes are typed in the window only
        assert (
            "tidak ada yang diubah" in (said := in_commands(RuleBroken(field, code)) or "") or "tidak dicatat" in said
        )


# --- events made by hand ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """A sealed forum with at least one record of the kinds that may go on."""
    folder = tmp_path_factory.mktemp("disegel")
    with opened(folder / "data") as desa, pytest.MonkeyPatch.context() as quick:
        quick.setattr(segel, "SCRYPT_N", 2)
        stage = Stage(desa, folder)
        begin(stage)
        arrange(stage)
        desa.forum.ubah(agenda=(Acara("Sambutan", 10),))
        usulan = stage.usulan[0]
        for name, owner in (("a.jpg", usulan), ("b.jpg", "")):
            desa.lampiran.catat([desa.lampiran.siapkan(written(folder, name, photo(60, 40)), usulan=owner)])
        desa.notulen.catat("Talud didahulukan", jenis="putusan")
        desa.sidang.mulai()
        desa.bicara.mulai(desa.bicara.unsur()[0], "P")
        seal(desa)
        yield desa


def stood(desa: Layanan) -> dict[str, dict[str, Any]]:
    """Every record of the forum with the fields that its events left."""
    found: dict[str, dict[str, Any]] = {}
    for event, _ in replay_events(desa):
        found.setdefault(event.record, {}).update(event.isi)
    return found


def replay_events(desa: Layanan) -> list[tuple[Any, bool]]:
    from musrenbang_desktop.db.penjaga import counting

    return list(counting(desa.desk.connection))


FIELDS = st.dictionaries(
    st.sampled_from(
        ["ada", "judul", "nama", "usulan", "jenis", "status", "selesai", "pokok", "kini", "ditutup", "urutan",
         "waktu:Sambutan", "batas_giliran", "keadaan", "hadir", "tempat", "nomor"]
    ),
    st.none() | st.booleans() | st.integers(0, 9) | st.sampled_from(["", "x", "halaman", "batal"]) | st.just([]),
    min_size=1,
    max_size=3,
)  # fmt: skip

#: Their tables take one shape of value only; another fault than the one looked for would speak first.
_SHAPED = ("skor.isi", "skor.ulang", "suara.isi", "suara.ubah", "segel.tambahan", "segel.saksi", "segel.buat")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(jenis=st.sampled_from(sorted(set(SESUDAH) - set(_SHAPED))), isi=FIELDS, data=st.data())
def test_an_event_made_by_hand_behind_the_seal_is_found_when_the_table_forbids_it(
    sealed: Layanan, jenis: str, isi: dict[str, Any], data: st.DataObject
) -> None:
    kind = jenis.partition(".")[0]
    before = stood(sealed)
    known = [
        record for event, _ in replay_events(sealed) if event.jenis.startswith(f"{kind}.") for record in [event.record]
    ]
    record = data.draw(st.sampled_from([*sorted(set(known)), "baru-1"]))
    connection, head = sealed.desk.connection, sealed.desk.store.head
    tables = replay.dump(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        forge(sealed, jenis, record, isi)
        allowed = boleh_sesudah(jenis, isi, before.get(record))
        found = sealed.segel.periksa()
        if allowed:
            assert found is None or found.sebab != "diubah sesudah disegel"
        else:
            assert found is not None
            assert (found.record, found.sebab) == (record, "diubah sesudah disegel")
            replay.rebuild(connection)
            assert replay.dump(connection) == tables
    finally:
        connection.execute("ROLLBACK")
        sealed.desk.store.head = head


@pytest.mark.parametrize("jenis", [*_SHAPED[:4], "segel.buat"])
def test_sheets_ballots_and_a_second_seal_behind_the_seal_are_found(sealed: Layanan, jenis: str) -> None:
    connection, head = sealed.desk.connection, sealed.desk.store.head
    last: dict[str, Any] = {}
    for event, _ in replay_events(sealed):
        if event.jenis == jenis:
            last = dict(event.isi)
    forum = sealed.desk.forum_id
    record = {"skor.ulang": f"{forum}.a.ulang", "segel.buat": f"{forum}.segel.lain"}.get(jenis, f"{forum}.a")
    connection.execute("BEGIN IMMEDIATE")
    try:
        forge(sealed, jenis, record, last)
        found = sealed.segel.periksa()
        assert found is not None
        if jenis != "segel.buat":  # two seals at once are told before what lies behind them
            assert found.sebab == "diubah sesudah disegel"
    finally:
        connection.execute("ROLLBACK")
        sealed.desk.store.head = head
