"""What the notulen prints of the chosen forum: turns to speak with their notes, opinions about usulan, decisions."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.isi_risalah import Pendapat, Risalah, Ucapan
from musrenbang_desktop.db.queries import notulen, sidang
from musrenbang_desktop.domain import catatan
from musrenbang_desktop.domain.bicara import Giliran
from musrenbang_desktop.domain.kesepakatan import Kesepakatan
from musrenbang_desktop.domain.notulen import ButirNotulen
from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.notulen import pembicara


def risalah(desk: Desk, usulan: Sequence[Usulan], aturan: Aturan, kesepakatan: Kesepakatan | None) -> Risalah:
    """The day in words, as recorded. Only turns that have ended are told."""
    connection, forum = desk.connection, desk.forum_id
    notes = notulen.every(connection, forum)
    turns = [turn for turn in sidang.turns(connection, forum) if turn.mulai and turn.selesai]
    labels = {one.id: f"{one.label} {one.judul}" for one in usulan}
    return Risalah(
        waktu=tuple(_hours(desk)),
        ucapan=tuple(_spoken(turns, [note for note in notes if note.jenis == "pokok"])),
        pendapat=tuple(
            Pendapat(one.label, one.judul, tuple(catatan.tulis(note) for note in one.catatan))
            for one in usulan
            if one.catatan
        ),
        putusan=tuple(note.pokok for note in notes if note.jenis == "putusan"),
        dikunci=aturan.terkunci,
        saksi=aturan.saksi if aturan.terkunci else (),
        pindah=tuple(
            (labels[move.usulan], move)
            for move in (kesepakatan.perpindahan if kesepakatan else ())
            if move.usulan in labels
        ),
        ditutup=kesepakatan.ditutup if kesepakatan else "",
    )


def _hours(desk: Desk) -> list[tuple[str, str]]:
    """Item of the agenda -> ``09.00-09.12``, of those that have ended."""
    times = sidang.times(desk.connection, desk.forum_id)
    return [
        (item, f"{parts[0].awal:%H.%M}-{parts[-1].akhir:%H.%M}")
        for item, parts in times.items()
        if parts and parts[-1].akhir
    ]


def _spoken(turns: Sequence[Giliran], notes: Sequence[ButirNotulen]) -> list[Ucapan]:
    """Turns and notes in the order of the clock; a note that belongs to a turn stands in its line."""
    of_turn = {note.giliran: note for note in notes if note.giliran}
    told = {turn.id for turn in turns}
    lines: list[tuple[str, int, Ucapan]] = []
    for place, turn in enumerate(turns):
        note = of_turn.get(turn.id)
        hour = f"{turn.mulai:%H.%M}" if turn.mulai else ""
        who = note.oleh if note and note.oleh else pembicara(turn)
        lines.append((hour, place, _line(who, turn.acara, hour, note)))
    for place, note in enumerate(notes, len(turns)):
        if note.giliran not in told:
            lines.append((note.jam, place, _line(note.oleh, note.acara, note.jam, note)))
    lines.sort(key=lambda line: line[:2])
    return [
        Ucapan(nomor=number, oleh=one.oleh, acara=one.acara, jam=one.jam, pokok=one.pokok, tanggapan=one.tanggapan)
        for number, (_, _, one) in enumerate(lines, 1)
    ]


def _line(who: str, item: str, hour: str, note: ButirNotulen | None) -> Ucapan:
    return Ucapan(
        nomor=0,
        oleh=who,
        acara=(note.acara if note and note.acara else item),
        jam=hour,
        pokok=note.pokok if note else "",
        tanggapan=note.tanggapan if note else "",
    )
