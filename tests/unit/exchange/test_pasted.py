"""What is copied from Excel or WhatsApp gets a verdict row by row, as a file does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.chat import take_apart
from musrenbang_desktop.exchange.pasted import LONGEST, periksa_tempelan
from musrenbang_desktop.exchange.pratinjau import Pratinjau
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

CHAT = """\
[21/01/26 09.14] Pak Budi RT 2: Assalamualaikum, ini usulan kami
[21/01/26 09.14] Pak Budi RT 2: 1. Perbaikan jalan RT 2 - Pak Slamet
[21/01/26 09.15] Pak Budi RT 2: 2. *Drainase depan SDN 2*, 120 m, 125 jt
[09.15, 21/1/2026] +62 812-3456-7890: 3) Posyandu Melati: rehab atap
- Lampu jalan RT 03/RW 01, 6 titik, Rp 12.000.000 \u2013 Karang Taruna
21/01/26 09.16 - Bu Sri: 4. Talud sungai 1,5 km
\u2022 Jembatan bambu, RT 7/2
21/01/26 09.17 - Bu Sri: <Media tidak disertakan>
21/01/26 09.18 - Pak Adi ditambahkan
"""


def usulan(pratinjau: Pratinjau) -> list[UsulanBaru]:
    return list(pratinjau.usulan)


def test_a_chat_gives_one_row_a_line_and_loses_stamps_and_phones() -> None:
    found = periksa_tempelan(CHAT)
    assert [(row.row, row.verdict) for row in found.rows] == [
        (2, "mended"), (3, "mended"), (4, "ok"), (5, "mended"), (6, "mended"), (7, "mended"),
    ]  # fmt: skip
    road, drain, posyandu, lamps, wall, bridge = usulan(found)
    assert (road.judul, road.rt, road.pengusul) == ("Perbaikan jalan RT 2", "02", "Pak Slamet")
    assert (drain.judul, drain.volume, drain.satuan, drain.perkiraan_biaya, drain.pengusul) == (
        "Drainase depan SDN 2", "120", "m", 125_000_000, "Pak Budi RT 2",
    )  # fmt: skip
    assert (posyandu.judul, posyandu.pengusul) == ("Posyandu Melati: rehab atap", "")
    assert (lamps.rt, lamps.rw, lamps.volume, lamps.satuan, lamps.perkiraan_biaya, lamps.pengusul) == (
        "03", "01", "6", "titik", 12_000_000, "Karang Taruna",
    )  # fmt: skip
    assert wall.pengusul == "Bu Sri"
    assert (bridge.judul, bridge.rt, bridge.rw) == ("Jembatan bambu", "07", "02")
    assert [(one.row, one.jenis) for one in found.lewat] == [(1, "obrolan")]
    assert "812" not in repr(found)


def test_who_sent_it_is_remarked_on() -> None:
    (row,) = periksa_tempelan("[21/01/26 09.15] Bu Sri: 1. Talud sungai").rows
    assert [note.text for note in row.notes] == ["pengusul diambil dari pengirim pesan"]


def test_plain_lines_are_rows_too() -> None:
    found = periksa_tempelan("Perbaikan jalan gang\n\nDrainase gang mawar\n2 unit MCK\n")
    assert [one.judul for one in usulan(found)] == ["Perbaikan jalan gang", "Drainase gang mawar", "2 unit MCK"]
    assert [row.verdict for row in found.rows] == ["ok"] * 3


def test_cells_with_a_head_are_read_as_from_a_file() -> None:
    found = periksa_tempelan(
        'No\tUsulan\tDusun\tBiaya\n1\tJalan\tKrajan\t25 jt\n2\t"Drainase\ngang"\tKrajan\t1.000.000\n'
    )
    assert [(one.judul, one.dusun, one.perkiraan_biaya) for one in usulan(found)] == [
        ("Jalan", "Krajan", 25_000_000),
        ("Drainase gang", "Krajan", 1_000_000),
    ]
    assert [note.cell for note in found.rows[0].notes] == ["D2"]


def test_cells_without_a_head_are_known_by_what_stands_in_them() -> None:
    text = (
        "1\tPengaspalan jalan\tKrajan\t2/1\t120\tm\t125.000.000\tRT 02\n"
        "2\tDrainase depan SD\tKaliwungu\t3/1\t50\tm\t75.000.000\tPKK\n"
    )
    found = periksa_tempelan(text, dusun=["krajan", "Kaliwungu"])
    first, second = usulan(found)
    assert (first.judul, first.dusun, first.rt, first.rw) == ("Pengaspalan jalan", "Krajan", "02", "01")
    assert (second.volume, second.satuan, second.perkiraan_biaya, second.pengusul) == ("50", "m", 75_000_000, "PKK")
    assert [row.verdict for row in found.rows] == ["ok", "ok"]


def test_one_row_and_a_corrected_column() -> None:
    (one,) = usulan(periksa_tempelan("Pengaspalan jalan\t120 m\t125 jt\n"))
    assert (one.judul, one.volume, one.perkiraan_biaya) == ("Pengaspalan jalan", "120", 125_000_000)
    (other,) = usulan(periksa_tempelan("Pengaspalan jalan\tLewat sawah\n", mapping={"judul": 1, "masalah": 0}))
    assert (other.judul, other.masalah) == ("Lewat sawah", "Pengaspalan jalan")


def test_a_row_without_a_title_is_refused_by_its_cell() -> None:
    found = periksa_tempelan("Usulan\tDusun\tRT\tBiaya\n\tKrajan\t02\t5 jt\nJalan\tKrajan\t02\t5 jt\n")
    assert [(row.row, row.verdict) for row in found.rows] == [(2, "refused"), (3, "mended")]
    assert found.rows[0].notes[0].cell == "A2"


def test_a_nik_never_gets_through() -> None:
    found = periksa_tempelan("1. Bantuan usaha 3326081204990001 - Pak Slamet\nnama 3326081204990001")
    assert "3326081204990001" not in repr(found)


@pytest.mark.parametrize(("text", "code"), [("  \n\t ", "tempelan_kosong"), ("x" * (LONGEST + 1), "terlalu_besar")])
def test_nothing_and_too_much_are_said(text: str, code: str) -> None:
    with pytest.raises(BerkasTidakTerbaca) as refused:
        periksa_tempelan(text)
    assert refused.value.kode == code


@pytest.mark.parametrize(
    ("text", "judul", "pengusul", "biaya"),
    [
        ("Rehab atap - PKK, 30 jt", "Rehab atap", "PKK", 30_000_000),
        ("Jalan Krajan - Kaliwungu - Pak Adi", "Jalan Krajan - Kaliwungu", "Pak Adi", None),
        ("Sumur bor, Rp 1,2 M", "Sumur bor", "", 1_200_000_000),
        ("Pipa 40 m, gang mawar", "Pipa 40 m, gang mawar", "", None),
        ("Mobil siaga, usulan: Karang Taruna", "Mobil siaga", "Karang Taruna", None),
    ],
)
def test_a_line_is_taken_apart(text: str, judul: str, pengusul: str, biaya: int | None) -> None:
    isi = take_apart(text)
    assert (isi.judul, isi.pengusul, isi.biaya) == (judul, pengusul, biaya)


@given(st.text(max_size=300))
def test_any_text_gets_a_verdict_and_never_breaks(text: str) -> None:
    try:
        found = periksa_tempelan(text)
    except BerkasTidakTerbaca:
        return
    assert all(row.verdict in ("ok", "mended", "refused") for row in found.rows)
