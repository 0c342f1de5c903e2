"""What the sheets around the day print: slips, verification, answers, addenda."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from musrenbang_desktop.berita_acara.isi_sehari import (
    BarisJawab,
    BarisSlip,
    IsiSehari,
    Keadaan,
    LembarVerifikasi,
    Slip,
    TambahanCetak,
)
from musrenbang_desktop.db import settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.queries import segel
from musrenbang_desktop.db.queries.jawaban import Jawaban
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.koordinat import format_koordinat
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.domain.volume import volume_satuan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.jawaban import JawabanService
from musrenbang_desktop.services.kata_jawaban import hari, putusan

_KODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}")
_KEADAAN: Mapping[str, Keadaan] = {
    "diterima": "diterima",
    "diterima_perubahan": "diterima",
    "ditunda": "ditunda",
    "dikembalikan": "ditunda",
    "ditolak": "ditolak",
}
_TAKEN_BACK = "dibatalkan"


def isi_sehari(desk: Desk, forum: Forum, agreed: Sequence[tuple[Usulan, Butir]]) -> IsiSehari:
    """Gather them for the chosen forum."""
    usulan = desk.usulan()
    return IsiSehari(
        slip=_slips(desk, forum, usulan),
        verifikasi=tuple(_verification(one) for one, _ in agreed),
        jawaban=_answers(desk, forum, usulan),
        tambahan=tuple(
            TambahanCetak(row.nomor, row.isi["teks"], row.isi["oleh"], row.isi["alasan"], row.kode)
            for row in segel.every(desk.connection, forum.id)
            if row.nomor
        ),
    )


def tautan(desk: Desk, forum: Forum) -> str:
    """The public page of this village and year at the kabupaten; empty before the laptop is enrolled there.

    The page shows villages by their kode wilayah and year of the plan.
    """
    kept = settings.get(desk.connection, box.CARD)
    if not kept or not _KODE.fullmatch(forum.kode_wilayah) or desk.latihan:
        return ""
    address = str(json.loads(kept).get("alamat", "")).rstrip("/")
    return f"{address}/desa/{forum.kode_wilayah}/{forum.tahun_rencana}" if address else ""


def _slips(desk: Desk, forum: Forum, usulan: Sequence[Usulan]) -> tuple[Slip, ...]:
    """One for every proposer, by the first of his numbers; what nobody is named for has a slip of its own each."""
    page = tautan(desk, forum)
    groups: dict[str, list[Usulan]] = {}
    for one in usulan:
        if one.status != "batal":
            key = " ".join(one.pengusul.casefold().split()) or one.id
            groups.setdefault(key, []).append(one)
    return tuple(
        Slip(
            found[0].pengusul,
            tuple(BarisSlip(one.label, one.judul, one.tempat) for one in found),
            f"{page}#u-{found[0].id}" if page and len(found) == 1 else page,
        )
        for found in groups.values()
    )


def _verification(usulan: Usulan) -> LembarVerifikasi:
    return LembarVerifikasi(
        label=usulan.label,
        judul=usulan.judul,
        bidang=usulan.bidang,
        lokasi=usulan.tempat,
        volume=volume_satuan(usulan.volume, usulan.satuan),
        perkiraan_biaya=usulan.perkiraan_biaya,
        pengusul=usulan.pengusul,
        kesiapan=usulan.kesiapan,
        koordinat=format_koordinat(usulan.lintang, usulan.bujur),
        penerima=usulan.penerima_manfaat,
    )


def _answers(desk: Desk, forum: Forum, usulan: Sequence[Usulan]) -> tuple[BarisJawab, ...]:
    answers = JawabanService(desk).lengkap()
    return tuple(_answer(one, answers.get(one.id, ()), forum.zona) for one in usulan)


def _answer(usulan: Usulan, answers: Sequence[Jawaban], zona: str) -> BarisJawab:
    """What became of one usulan: the last word of every level, the newest first."""
    base = BarisJawab(label=usulan.label, judul=usulan.judul, tempat=usulan.tempat, keadaan="belum")
    withdrawn = usulan.status == "batal"
    if not answers:
        return replace(base, keadaan="ditarik", alasan=usulan.alasan_batal) if withdrawn else base
    from sync.wire.reasons import in_words

    last = {answer.tingkat: answer for answer in answers}
    standing = sorted(
        (answer for answer in last.values() if answer.putusan != _TAKEN_BACK), key=lambda answer: -answer.n
    )
    if not standing:
        return replace(base, keadaan="ditarik", alasan=usulan.alasan_batal) if withdrawn else base
    first = standing[0]
    return replace(
        base,
        keadaan=_KEADAAN.get(first.putusan, "lain"),
        jawaban=tuple(f"{putusan(one.tingkat, one.putusan)}, {hari(one.waktu, zona)}" for one in standing),
        alasan=in_words(first.alasan_kode, first.alasan),
        oleh=first.oleh,
    )
