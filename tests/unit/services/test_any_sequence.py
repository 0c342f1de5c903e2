"""Any sequence of acts, undos and restarts over the whole forum leaves the tables as the journal says them.

Compared with snapshots of what the services show: an undo brings back exactly what was shown before the act.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.lampiran import Titik
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.last_year import last_year
from tests.photos import photo, written
from tests.small_forum import some_usulan
from tests.village import opened

_ATURAN = contoh().aturan


def shown(desa: Layanan) -> dict[str, Any]:
    """Everything that an operator can see of the forum."""
    aturan = desa.prioritas.aturan()
    return {
        "forum": desa.forum.aktif(),
        "usulan": desa.usulan.daftar(),
        "peserta": desa.peserta.daftar(),
        "lampiran": [desa.lampiran.daftar(usulan) for usulan in ["", *(one.id for one in desa.usulan.daftar())]],
        "aturan": aturan,
        "skor": desa.prioritas.semua_lembar(),
        "kesepakatan": desa.kesepakatan.sekarang(),
        "tahun lalu": desa.tahun_lalu.daftar(),
    }


class AnySequence(RuleBasedStateMachine):
    """The operator, who may be refused but never surprised."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._files = [
            written(Path(self._folder.name), f"{n}.jpg", photo(40 + n, 30, titik=(-6.9, 107.6))) for n in range(3)
        ]
        self._open()

    def _open(self) -> None:
        self._context = opened(Path(self._folder.name) / "data")
        self.desa = self._context.__enter__()

    @initialize()
    def begin(self) -> None:
        last_year(self.desa, 3)
        self.desa.usulan.catat_banyak(some_usulan(3), "impor")
        team = contoh().forum
        self.desa.forum.ubah(pimpinan=team.pimpinan, notulis=team.notulis, saksi=team.saksi, kepala=team.kepala)
        self.past: list[dict[str, Any]] = [shown(self.desa)]
        self.future: list[dict[str, Any]] = []
        self._undoable = True

    # --- bookkeeping

    def _do(self, act: Callable[[], object], *, fixes: bool = False) -> None:
        """One act. ``fixes`` marks one that undo stops at; a refusal must leave everything as it was."""
        head = self.desa.desk.store.head
        try:
            act()
        except RuleBroken:
            assert self.desa.desk.store.head == head
            assert shown(self.desa) == self.past[-1]
            return
        if self.desa.desk.store.head == head:
            return
        self.future = []
        self._undoable = False if fixes else self._undoable
        self.past = [shown(self.desa)] if fixes else [*self.past, shown(self.desa)]
        if not fixes:  # every act, there and back again
            self.undo()
            self.shows_what_was_done()
            self.redo()

    def _usulan(self, data: st.DataObject, *status: str) -> Usulan:
        rows = [one for one in self.desa.usulan.daftar() if not status or one.status in status]
        return data.draw(st.sampled_from(rows or self.desa.usulan.daftar()))

    # --- acts

    @rule(count=st.integers(1, 2))
    def propose(self, count: int) -> None:
        self._do(lambda: self.desa.usulan.catat_banyak(some_usulan(count), "impor"))

    @rule(data=st.data(), cost=st.none() | st.integers(0, 10**9), title=st.sampled_from(["Talud", "Drainase", "Balai"]))
    def change(self, data: st.DataObject, cost: int | None, title: str) -> None:
        record = self._usulan(data).id
        self._do(lambda: self.desa.usulan.ubah(record, perkiraan_biaya=cost, judul=title))

    @rule(data=st.data(), back=st.booleans())
    def withdraw(self, data: st.DataObject, back: bool) -> None:
        if back:
            record = self._usulan(data, "batal").id
            self._do(lambda: self.desa.usulan.pulihkan(record))
        else:
            record = self._usulan(data, "aktif").id
            self._do(lambda: self.desa.usulan.batalkan(record, "lahan belum jelas"))

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        one, other = self._usulan(data, "aktif").id, self._usulan(data, "aktif").id
        self._do(lambda: self.desa.ganda.gabung(one, other, {"masalah": "Tergenang"}))

    @rule(data=st.data())
    def take_apart(self, data: st.DataObject) -> None:
        record = self._usulan(data, "digabung").id
        self._do(lambda: self.desa.ganda.pisahkan(record))

    @rule(data=st.data())
    def differ(self, data: st.DataObject) -> None:
        one, other = self._usulan(data).id, self._usulan(data).id
        self._do(lambda: self.desa.ganda.beda(one, other))

    @rule(data=st.data(), parts=st.integers(1, 3))
    def split(self, data: st.DataObject, parts: int) -> None:
        record = self._usulan(data, "aktif").id
        pecahan = [Pecahan(f"Bagian {n}", str(n * 10), n * 1000) for n in range(1, parts + 1)]
        self._do(lambda: self.desa.ganda.pecah(record, pecahan))

    @rule(data=st.data())
    def take_up(self, data: st.DataObject) -> None:
        waiting = [row.kunci for row in self.desa.tahun_lalu.daftar()]
        chosen = data.draw(st.lists(st.sampled_from(waiting), unique=True)) if waiting else ["x"]
        self._do(lambda: self.desa.tahun_lalu.ajukan_lagi(chosen))

    @rule(data=st.data(), of_forum=st.booleans(), count=st.integers(1, 3))
    def attach(self, data: st.DataObject, of_forum: bool, count: int) -> None:
        usulan = "" if of_forum else self._usulan(data).id
        ready = [self.desa.lampiran.siapkan(path, usulan=usulan) for path in self._files[:count]]
        self._do(lambda: self.desa.lampiran.catat(ready))

    @precondition(lambda self: self.desa.lampiran.semua())
    @rule(data=st.data(), what=st.sampled_from(["batal", "jenis", "tempat"]))
    def change_file(self, data: st.DataObject, what: str) -> None:
        record = data.draw(st.sampled_from(self.desa.lampiran.semua())).id
        files = self.desa.lampiran
        acts: dict[str, Callable[[], object]] = {
            "batal": lambda: files.batalkan(record),
            "jenis": lambda: files.ubah_jenis(record, "tanah"),
            "tempat": lambda: files.tempatkan(record, Titik("-6.9", "107.6")),
        }
        self._do(acts[what])

    @rule(name=st.sampled_from(["Sri", "Karto", "Ani"]))
    def guest(self, name: str) -> None:
        self._do(lambda: self.desa.peserta.catat_tamu(PesertaBaru(nama=name)))

    @precondition(lambda self: self.desa.peserta.daftar())
    @rule(data=st.data(), here=st.booleans())
    def attend(self, data: st.DataObject, here: bool) -> None:
        record = data.draw(st.sampled_from(self.desa.peserta.daftar())).id
        people = self.desa.peserta
        self._do(lambda: people.hadirkan(record) if here else people.batal_hadir(record))

    @rule(place=st.sampled_from(["Balai desa", "Sekolah", ""]))
    def move_forum(self, place: str) -> None:
        self._do(lambda: self.desa.forum.ubah(tempat=place))

    @rule(groups=st.integers(1, 3))
    def set_rules(self, groups: int) -> None:
        self._do(lambda: self.desa.prioritas.ubah_aturan(_ATURAN.kriteria, _ATURAN.kelompok[:groups], _ATURAN.seri))

    @rule()
    def lock_rules(self) -> None:
        self._do(lambda: self.desa.prioritas.kunci(("Ibu Ketua", "Pak Notulis")), fixes=True)

    @precondition(lambda self: self.desa.prioritas.aturan().terkunci)
    @rule(data=st.data(), value=st.none() | st.integers(1, 5))
    def score(self, data: st.DataObject, value: int | None) -> None:
        aturan, record = self.desa.prioritas.aturan(), self._usulan(data).id
        row = tuple(value for _ in aturan.kriteria)
        self._do(lambda: self.desa.prioritas.isi(aturan.kelompok[0].id, {record: row}))

    @rule()
    def arrange(self) -> None:
        self._do(self.desa.kesepakatan.susun)

    @precondition(lambda self: self.desa.kesepakatan.sekarang() is not None)
    @rule(data=st.data(), output=st.sampled_from(["ke_kecamatan", "dana_desa", "belum_disepakati"]))
    def agree(self, data: st.DataObject, output: Any) -> None:
        every = [one.usulan for one in self.desa.kesepakatan.sekarang().butir]
        chosen = data.draw(st.sampled_from([every, every[:1]]))
        self._do(lambda: self.desa.kesepakatan.tetapkan(chosen, output, "menunggu lahan"))

    @rule()
    def close(self) -> None:
        self._do(self.desa.kesepakatan.susun)
        found = self.desa.kesepakatan.sekarang()
        every = [one.usulan for one in found.butir] if found else []
        self._do(lambda: self.desa.kesepakatan.tetapkan(every, "dana_desa"))
        self._do(self.desa.kesepakatan.tutup, fixes=True)

    @rule()
    def open_again(self) -> None:
        self._do(lambda: self.desa.kesepakatan.buka_lagi("salah hitung"), fixes=True)

    # --- back and forth

    @rule()
    def undo(self) -> None:
        done = self.desa.riwayat.batalkan()
        if len(self.past) > 1:
            assert done is not None
            self.future.append(self.past.pop())
        elif done is not None:
            assert self._undoable, "an act was taken back that fixes something"
            self.desa.riwayat.ulangi()

    @rule()
    def redo(self) -> None:
        if self.future:
            assert self.desa.riwayat.ulangi() is not None
            self.past.append(self.future.pop())

    @rule()
    def restart(self) -> None:
        self._context.__exit__(None, None, None)
        self._open()

    # --- what always holds

    @invariant()
    def shows_what_was_done(self) -> None:
        if hasattr(self, "past"):
            now = shown(self.desa)
            assert {name: now[name] for name in now if now[name] != self.past[-1][name]} == {}

    @invariant()
    def tables_equal_the_replay(self) -> None:
        assert replay.first_difference(self.desa.desk.connection) is None
        assert replay.first_break(self.desa.desk.connection) is None

    def teardown(self) -> None:
        self._context.__exit__(None, None, None)
        self._folder.cleanup()


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
