"""What the kabupaten said, in the words of the public page; no Qt, so that a receipt can be printed from it too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musrenbang_desktop.db.queries.jawaban import Bukti, Jawaban
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.services.kata_jawaban import moment, putusan

if TYPE_CHECKING:  # the first page speaks of answers without reading an usulan
    from musrenbang_desktop.domain.usulan import Usulan


@dataclass(frozen=True, slots=True)
class BarisBukti:
    """One usulan and its receipt."""

    id: str
    label: str
    judul: str
    nomor: str
    waktu: str


@dataclass(frozen=True, slots=True)
class BarisJawaban:
    """One answer about one usulan. ``baru`` marks what the last run brought."""

    id: str
    usulan: str
    label: str
    judul: str
    putusan: str
    alasan: str
    oleh: str
    waktu: str


def baris_bukti(usulan: list[Usulan], bukti: dict[str, Bukti], zona: str) -> list[BarisBukti]:
    """The receipts in the order of the usulan."""
    return [
        BarisBukti(one.id, one.label, one.judul, bukti[one.id].nomor, moment(bukti[one.id].waktu, zona))
        for one in usulan
        if one.id in bukti
    ]


def baris_jawaban(usulan: list[Usulan], jawaban: dict[str, list[Jawaban]], zona: str) -> list[BarisJawaban]:
    """The answers, the newest first."""
    from sync.wire.reasons import in_words

    known = {one.id: one for one in usulan}
    found = [answer for answers in jawaban.values() for answer in answers if answer.usulan in known]
    return [
        BarisJawaban(
            id=f"{answer.n}:{answer.usulan}",
            usulan=answer.usulan,
            label=known[answer.usulan].label,
            judul=known[answer.usulan].judul,
            putusan=putusan(answer.tingkat, answer.putusan),
            alasan=in_words(answer.alasan_kode, answer.alasan),
            oleh=answer.oleh,
            waktu=moment(answer.waktu, zona),
        )
        for answer in sorted(found, key=lambda answer: -answer.n)
    ]


def kepala_bukti(forum: Forum, alamat: str, jumlah: int) -> list[str]:
    """The title of the receipt and the facts below it."""
    return [
        "BUKTI TERIMA USULAN MUSRENBANG",
        f"{forum.sebutan}, Kecamatan {forum.kecamatan or '-'}, Kabupaten {forum.kabupaten or '-'}",
        f"Tahun rencana {forum.tahun_rencana}",
        f"Diterima server kabupaten: {alamat}",
        f"Jumlah usulan yang diterima: {jumlah}",
    ]


def surat_bukti(forum: Forum, alamat: str, rows: list[BarisBukti]) -> str:
    """The receipt as plain text of at most 80 characters a line: readable on any phone and any printer."""
    wide = max([len(row.nomor) for row in rows] + [12])
    body = [f"{row.label}  {row.nomor:<{wide}}  {row.waktu}\n       {_cut(row.judul, 72)}" for row in rows]
    return "\n".join([*kepala_bukti(forum, alamat, len(rows)), "", *body, ""])


def _cut(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "\u2026"
