"""Which papers an usulan is asked for: by its readiness list, by its nature, by where it goes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.berkas_kurang import (
    DIMINTA,
    FISIK,
    KE_ATAS,
    LEWAT_SURAT,
    BarisKurang,
    UsulanDiminta,
    diminta,
    kurang,
)
from musrenbang_desktop.domain.kesiapan import BUTIR, JAWAB, Kesiapan


def usulan(**fields: Any) -> UsulanDiminta:
    return UsulanDiminta(id="a-1", nomor=7, judul="Drainase gang 3", **fields)


CASES = [
    ("a course for people asks for nothing", {"satuan": "orang"}, {}),
    ("nothing known asks for nothing", {}, {}),
    ("what is built asks for RAB, land and a photo", {"satuan": "m"}, {"rab": FISIK, "tanah": FISIK, "foto": FISIK}),
    ("a unit in capitals too", {"satuan": " Unit"}, {"rab": FISIK, "tanah": FISIK, "foto": FISIK}),
    ("what goes up asks for RAB and a letter", {"kewenangan": "provinsi"}, {"rab": KE_ATAS, "pengantar": KE_ATAS}),
    ("what the village does itself needs no letter", {"kewenangan": "desa", "satuan": "orang"}, {}),
    ("what came by letter asks for that letter", {"sumber_usulan": "surat"}, {"pengantar": LEWAT_SURAT}),
    (
        "a yes of the readiness list wants its paper",
        {"kesiapan": (Kesiapan("sertifikat", "ya", "SHM 0123"),)},
        {"tanah": "surat tanah sudah ada (SHM 0123)"},
    ),
    (
        "a no is said before the nature",
        {"satuan": "m", "kesiapan": (Kesiapan("rincian_teknis", "tidak"),)},
        {"rab": "rincian teknis belum dibuat", "tanah": FISIK, "foto": FISIK},
    ),
    ("an unknown answer asks for nothing by itself", {"kesiapan": (Kesiapan("sertifikat", "belum_tahu", "?"),)}, {}),
]


@pytest.mark.parametrize(("fields", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_asked_for(fields: dict[str, Any], wanted: dict[str, str]) -> None:
    assert diminta(usulan(**fields)) == wanted


def test_what_the_hall_sends_up_is_asked_for_its_letter_whoever_may_do_it() -> None:
    assert diminta(usulan(kewenangan="desa"), ke_atas=True) == {"rab": KE_ATAS, "pengantar": KE_ATAS}


ROWS = st.lists(st.tuples(st.sampled_from(sorted(BUTIR)), st.sampled_from(sorted(JAWAB))), unique_by=lambda row: row[0])


@given(
    answers=ROWS,
    satuan=st.sampled_from(["", "m", "orang", "UNIT", "paket"]),
    kewenangan=st.sampled_from(["", "desa", "kabupaten", "lain"]),
    ada=st.sets(st.sampled_from([*DIMINTA, "lainnya", "proposal"])),
    ke_atas=st.booleans(),
)
def test_what_is_there_is_not_asked_for_and_nothing_else_goes(
    answers: list[tuple[str, str]], satuan: str, kewenangan: str, ada: set[str], ke_atas: bool
) -> None:
    one = usulan(satuan=satuan, kewenangan=kewenangan, kesiapan=tuple(Kesiapan(*row) for row in answers))
    asked = diminta(one, ke_atas=ke_atas)
    missing = kurang(one, ada, ke_atas=ke_atas)
    assert missing == {jenis: why for jenis, why in asked.items() if jenis not in ada}
    assert list(asked) == [jenis for jenis in DIMINTA if jenis in asked]
    assert all(asked.values())


def test_a_row_says_what_to_ask_for_and_why_once() -> None:
    row = BarisKurang(usulan=usulan(), belum={"rab": FISIK, "tanah": FISIK}, hilang=("denah.pdf",), tanpa_jenis=1)
    assert row.berkas == "RAB, surat tanah, denah.pdf (hilang dari laptop ini)"
    assert row.sebab == "Pekerjaan fisik; 1 berkas belum diberi jenis"
