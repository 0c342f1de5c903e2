"""What Lampiran IV prints: the order of every group by its own scores, and its summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from musrenbang_desktop.berita_acara.isi_risalah import BarisKelompok, HasilKelompok
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.notulen import ButirNotulen
from musrenbang_desktop.domain.penilaian import Kelompok
from musrenbang_desktop.domain.usulan import Usulan, tempat_singkat
from musrenbang_desktop.services.prioritas import PrioritasService


def hasil_kelompok(
    prioritas: PrioritasService, notes: Sequence[ButirNotulen], peringkat: Mapping[str, tuple[str, str]]
) -> tuple[HasilKelompok, ...]:
    """Every group of the rules that scored or wrote a summary. ``peringkat`` is usulan -> (nilai, rank of the hall).

    A summary of a group that the rules do not know stands behind them under its own name.
    """
    summaries: dict[str, list[str]] = {}
    for note in notes:
        if note.jenis == "rangkuman":
            summaries.setdefault(note.oleh.strip().casefold(), []).append(note.pokok)
    names = {note.oleh.strip().casefold(): note.oleh.strip() for note in notes if note.jenis == "rangkuman"}
    found = []
    for group in prioritas.aturan().kelompok:
        said = tuple(summaries.pop(group.nama.strip().casefold(), ()))
        rows = _order(prioritas, group, peringkat)
        if rows or said:
            found.append(HasilKelompok(nama=group.nama, keterangan=_who(group), baris=rows, rangkuman=said))
    rest = [HasilKelompok(nama=names[key], rangkuman=tuple(said)) for key, said in summaries.items()]
    return (*found, *rest)


def _who(group: Kelompok) -> str:
    """``PKK, bidang Sarana, 12 orang``; what is unknown is left out."""
    parts = (
        group.unsur,
        f"bidang {group.bidang}" if group.bidang else "",
        f"{group.pemilih} orang" if group.pemilih else "",
    )
    return ", ".join(part for part in parts if part and part != group.nama)


def _order(
    prioritas: PrioritasService, group: Kelompok, peringkat: Mapping[str, tuple[str, str]]
) -> tuple[BarisKelompok, ...]:
    """What this group alone would have decided; nothing while its sheet is empty or cannot be counted by itself."""
    from musrenbang_desktop.ranking.count import count
    from musrenbang_desktop.ranking.explain import teks_nilai

    sheets = prioritas.semua_lembar()
    if not sheets.get(group.id):
        return ()
    rules = replace(prioritas.aturan(), kelompok=(group,))
    asked = group.bidang.strip().casefold()
    usulan = {one.id: one for one in prioritas.usulan() if not asked or one.bidang.strip().casefold() == asked}
    try:
        result = count(rules, {group.id: sheets[group.id]}, list(usulan), prioritas.fakta())
    except RuleBroken:
        return ()
    return tuple(
        _row(usulan[row.usulan], f"{row.peringkat}", teks_nilai(row.nilai), peringkat.get(row.usulan, ("", ""))[1])
        for row in result.baris
        if row.nilai is not None and row.peringkat is not None
    )


def _row(usulan: Usulan, urutan: str, nilai: str, peringkat: str) -> BarisKelompok:
    return BarisKelompok(
        urutan=urutan,
        label=usulan.label,
        usulan=usulan.judul,
        lokasi=tempat_singkat(usulan.dusun, usulan.rt, usulan.rw),
        nilai=nilai,
        peringkat=peringkat,
        perkiraan_biaya=usulan.perkiraan_biaya,
    )
