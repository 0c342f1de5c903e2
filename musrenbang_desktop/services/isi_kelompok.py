"""What Lampiran IV prints: the order of every group by its own scores, and its summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from musrenbang_desktop.berita_acara.isi_risalah import BarisKelompok, HasilKelompok
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.notulen import ButirNotulen
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, LembarSkor
from musrenbang_desktop.domain.usulan import Usulan, tempat_singkat
from musrenbang_desktop.services.prioritas import PrioritasService

if TYPE_CHECKING:
    from musrenbang_desktop.ranking.result import Hasil


class KelompokCetak:
    """The groups of the chosen forum; an order is counted anew only when its rules, scores or usulan change."""

    def __init__(self, prioritas: PrioritasService) -> None:
        self._prioritas = prioritas
        self._known: dict[str, tuple[_Asked, Hasil | None]] = {}

    def hasil(
        self, notes: Sequence[ButirNotulen], peringkat: Mapping[str, tuple[str, str]]
    ) -> tuple[HasilKelompok, ...]:
        """Every group of the rules that scored or wrote a summary. ``peringkat`` is usulan -> (nilai, final rank).

        A summary of a group that the rules do not know stands behind them under its own name.
        """
        summaries: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for note in notes:
            if note.jenis == "rangkuman":
                key = note.oleh.strip().casefold()
                names.setdefault(key, note.oleh.strip())
                summaries.setdefault(key, []).append(note.pokok)
        found, rules, sheets = [], self._prioritas.aturan(), self._prioritas.semua_lembar()
        for group in rules.kelompok:
            said = tuple(summaries.pop(group.nama.strip().casefold(), ()))
            rows = self._order(rules, group, sheets.get(group.id, {}), peringkat)
            if rows or said:
                found.append(HasilKelompok(nama=group.nama, keterangan=_who(group), baris=rows, rangkuman=said))
        rest = [HasilKelompok(nama=names[key], rangkuman=tuple(said)) for key, said in summaries.items()]
        return (*found, *rest)

    def _order(
        self, rules: Aturan, group: Kelompok, sheet: LembarSkor, peringkat: Mapping[str, tuple[str, str]]
    ) -> tuple[BarisKelompok, ...]:
        """What this group alone would have decided; nothing while its sheet is empty or cannot be counted by itself."""
        from musrenbang_desktop.ranking.explain import teks_nilai

        if not sheet:
            return ()
        asked = group.bidang.strip().casefold()
        usulan = {
            one.id: one for one in self._prioritas.usulan() if not asked or one.bidang.strip().casefold() == asked
        }
        result = self._counted(_Asked(replace(rules, kelompok=(group,)), sheet, tuple(usulan.values())))
        return tuple(
            _row(usulan[row.usulan], f"{row.peringkat}", teks_nilai(row.nilai), peringkat.get(row.usulan, ("", ""))[1])
            for row in (result.baris if result else ())
            if row.nilai is not None and row.peringkat is not None
        )

    def _counted(self, asked: _Asked) -> Hasil | None:
        """The order of one group; None for scores that only make sense together with those of the others."""
        from musrenbang_desktop.ranking.count import count
        from musrenbang_desktop.ranking.ties import Fakta

        (group,) = asked.aturan.kelompok
        known = self._known.get(group.id)
        if known and known[0] == asked:
            return known[1]
        facts = {one.id: Fakta(one.bidang, one.penerima_manfaat, one.perkiraan_biaya) for one in asked.usulan}
        try:
            result = count(asked.aturan, {group.id: asked.lembar}, list(facts), facts)
        except RuleBroken:
            result = None
        self._known[group.id] = asked, result
        return result


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that an order follows from."""

    aturan: Aturan
    lembar: LembarSkor
    usulan: tuple[Usulan, ...]


def _who(group: Kelompok) -> str:
    """``PKK, bidang Sarana, 12 orang``; what is unknown is left out."""
    parts = (
        group.unsur,
        f"bidang {group.bidang}" if group.bidang else "",
        f"{group.pemilih} orang" if group.pemilih else "",
    )
    return ", ".join(part for part in parts if part and part != group.nama)


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
