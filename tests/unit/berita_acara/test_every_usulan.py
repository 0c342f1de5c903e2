"""On every sheet that lists usulan each of them stands as often as it should, and every sum is that of the database."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.reference.profile import names
from tests.unit.berita_acara.conftest import Row, Village
from tests.unit.berita_acara.reading import text_of
from tests.unit.berita_acara.test_every_profile import form

AGREED, REFUSED, EVERY = ("ke_kecamatan", "dana_desa"), ("belum_disepakati",), ()
#: Sheet -> the outputs of the usulan that stand on it once each. A sheet that is not here names none.
ONCE: Mapping[str, Sequence[str]] = {
    "prioritas": AGREED,
    "belum_disepakati": REFUSED,
    "rkp_desa": ("dana_desa",),
    "du_rkp": ("ke_kecamatan",),
    "pagu_indikatif": ("dana_desa",),
    "daftar_rw": EVERY,
    "rekapitulasi": EVERY,
    "poster_hasil": AGREED,
    "poster_hasil_a3": AGREED,
    "poster_jawaban_a3": EVERY,
    "tanda_terima_usulan": EVERY,
    "buku_rencana": AGREED,
    "buku_aspirasi": EVERY,
    "buku_keputusan": AGREED,
    "verifikasi": AGREED,
    "lembar_jawaban": EVERY,
}
#: What speaks of usulan: the sums worked out, and what was said of some.
SPEAKS = {"lembar_hitung", "notulen"}


def expected(jenis: str, recorded: Village) -> Counter[str]:
    """How often each usulan stands on the sheet."""
    groups = sum(bool(group.baris) for group in recorded.isi.kelompok)
    if jenis in ONCE:
        return Counter(row.label for row in recorded.of(*ONCE[jenis]))
    each = {"kelompok": groups, "lengkap": groups + 1}.get(jenis, 0)
    return Counter({row.label: each for row in recorded.of()}) if each else Counter()


def dotted(rows: Sequence[Row]) -> str:
    return f"{sum(row.biaya or 0 for row in rows):,}".replace(",", ".")


def totals(jenis: str, recorded: Village) -> list[str]:
    """What the sheet says of its sums: patterns, from the sums of the database."""
    every, agreed, refused = recorded.of(), recorded.of(*AGREED), recorded.of(*REFUSED)
    own, upward = recorded.of("dana_desa"), recorded.of("ke_kecamatan")
    listed = {
        "prioritas": [(agreed, r"Jumlah seluruhnya \({n} usulan\) {sum} "), (upward, r"Jumlah A \({n} usulan\) {sum} "),
                      (own, r"Jumlah B \({n} usulan\) {sum} "), *_by_bidang(agreed)],
        "belum_disepakati": [(refused, r"Jumlah seluruhnya \({n} usulan\) {sum} "), *_by_bidang(refused)],
        "rkp_desa": [(own, r"Jumlah seluruhnya \({n} kegiatan\) {sum}\b"), *_plan(own)],
        "du_rkp": [(upward, r"Jumlah seluruhnya \({n} kegiatan\) {sum}\b"), *_plan(upward)],
        "rekapitulasi": [(every, r"Jumlah seluruhnya \({n} usulan\) {sum} "), (every, r"Jumlah {n} {sum} ")],
        "pagu_indikatif": [(own, r"Jumlah kegiatan (?:[\d.-]+ )+{sum} ")],
        "buku_rencana": [(agreed, r"Jumlah \({n} kegiatan\) (?:[\d.-]+ )+{sum} ")],
        "ringkasan": [(every, "Semua usulan Rp{sum} ")],
    }  # fmt: skip
    listed["lengkap"] = [*listed["prioritas"], *listed["belum_disepakati"]]
    listed["poster_hasil"] = listed["poster_hasil_a3"] = [(upward, "Jumlah {sum} "), (own, "Jumlah {sum} ")]
    return [
        pattern.replace("{n}", str(len(rows))).replace("{sum}", re.escape(dotted(rows)))
        for rows, pattern in listed.get(jenis, [])
    ]


def _by_bidang(rows: Sequence[Row]) -> list[tuple[list[Row], str]]:
    found = sorted({row.bidang for row in rows})
    return [([row for row in rows if row.bidang == one], f"{re.escape(one)} {{n}} {{sum}} ") for one in found]


def _plan(rows: Sequence[Row]) -> list[tuple[list[Row], str]]:
    found = sorted({row.bidang for row in rows})
    shape = r"Jumlah {bidang} \({n} kegiatan\) {sum}\b"
    return [([row for row in rows if row.bidang == one], shape.replace("{bidang}", re.escape(one))) for one in found]


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("name", names())
def test_every_usulan_stands_there_as_often_as_it_should_and_every_sum_is_that_of_the_database(
    jenis: str, name: str, recorded: Village
) -> None:
    text = text_of(render(jenis, recorded.isi, form(name, "F4"))) + " "
    printed = Counter(re.findall(r"\bU-\d{3}\b", text))
    if jenis in SPEAKS:
        assert set(printed) <= {row.label for row in recorded.of()}
    else:
        assert printed == expected(jenis, recorded)
    if jenis == "lembar_hitung":
        assert set(printed) == {row.label for row in recorded.of()}, "nobody is left out of the counting"
    wanted = totals(jenis, recorded)
    assert [pattern for pattern in wanted if not re.search(pattern, text)] == []
    assert wanted or not re.search(r"Jumlah [^.]{0,40}\d{1,3}(?:\.\d{3}){2}", text), "a sheet with sums is checked"
