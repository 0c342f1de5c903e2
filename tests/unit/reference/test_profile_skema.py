"""Every key of a profile is explained to the kabupaten in one plain sentence, and a slip of the pen is said."""

from __future__ import annotations

import pytest

from musrenbang_desktop.reference.profile import ProfileInvalid, load, names, own_text, parse
from musrenbang_desktop.reference.profile_layers import layered, merged, read
from musrenbang_desktop.reference.profile_skema import (
    Kunci,
    daftar,
    jalur,
    keterangan,
    kunci,
    kunci_asing,
    periksa_kunci,
    tanpa_keterangan,
)
from tests import profile_doc

WHOLE = {name: layered(read(own_text(name), name), name) for name in names()}


@pytest.mark.parametrize("name", [*names(), "umum"])
def test_every_key_of_every_shipped_profile_is_explained(name: str) -> None:
    assert kunci_asing(own_text(name)) == []
    periksa_kunci(own_text(name), name)


def test_nothing_is_explained_that_no_profile_has() -> None:
    used = {kunci(path) for table in WHOLE.values() for path in jalur(table)}
    assert [one.pola for one in daftar() if one not in used and one.pola != "dasar"] == []


@pytest.mark.parametrize("one", daftar(), ids=lambda one: one.pola)
def test_an_explanation_is_one_sentence_for_a_clerk(one: Kunci) -> None:
    assert one.arti[0].isupper() or one.arti.startswith("sah ")
    assert one.arti.endswith(".")
    assert "\n" not in one.arti


def test_shipped_values_keep_the_choices_and_limits_that_are_explained() -> None:
    for table in WHOLE.values():
        for path, value in _values(table):
            found = kunci(path)
            assert found is not None
            if found.pilihan:
                assert value in found.pilihan, path
            if found.dari is not None and found.sampai is not None:
                assert isinstance(value, int | float)
                assert found.dari <= value <= found.sampai, path


def _values(table: dict[str, object], above: str = "") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for key, value in table.items():
        path = f"{above}{key}"
        if isinstance(value, dict):
            found += _values(value, f"{path}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for one in value:
                found += _values(one, f"{path}[].")
        else:
            found.append((path, value))
    return found


def test_a_path_is_explained_with_or_without_the_place_in_its_list() -> None:
    assert keterangan("klausul[3].teks") == keterangan("klausul[].teks") == "Isi klausul."
    assert keterangan("undangan.daftar.kolom[0].judul") == "Kepala kolom."
    assert keterangan("sebutan.kelurahan.kepala") == keterangan("sebutan.desa.kepala") != ""
    assert keterangan("sebutan.nagari.kepala") == ""
    assert keterangan("huruf.is") == ""


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[kertas]\nlebar_nm = 215", "kertas.lebar_nm"),
        ("[undagan]\nhal = 'x'\nsifat = 'y'", "undagan"),
        ("[undangan.daftr]\nkolom = [{ isi = 'nama', judul = 'Nama', lebar_mm = 20 }]", "undangan.daftr.kolom"),
        ("[[klausul]]\nnomer = 'KESATU'", "klausul[].nomer"),
        ("[lampiran.prioritaas]\njudul = 'x'", "lampiran.prioritaas.judul"),
        ("nama_profil = 'x'", "nama_profil"),
    ],
)
def test_a_slip_of_the_pen_is_said_with_its_path(text: str, path: str) -> None:
    assert path in tanpa_keterangan(read(text))
    with pytest.raises(ProfileInvalid, match=r"^Profil kami: kunci .* tidak dikenal; periksa ejaannya\.$") as said:
        periksa_kunci(text, "kami")
    assert path in str(said.value)


def test_a_key_of_a_newer_program_leaves_the_forum_usable() -> None:
    newer = own_text("rkpd-86") + "\n[kelak]\nwarna = 'biru'\n"
    assert parse(newer, "rkpd-86") == load("rkpd-86")
    assert kunci_asing(newer) == ["kelak"]


def test_layers_are_merged_deeply_and_lists_are_replaced_whole() -> None:
    below = {"a": {"x": 1, "y": [1, 2]}, "b": 1}
    assert merged(below, {"a": {"y": [3]}, "c": 2}) == {"a": {"x": 1, "y": [3]}, "b": 1, "c": 2}
    assert below == {"a": {"x": 1, "y": [1, 2]}, "b": 1}


def test_a_copy_need_only_say_what_differs() -> None:
    copy = parse('dasar = "rkpd-86"\nid = "kami"\nnama = "Kami"\n[kertas]\ntinggi_mm = 297\nlebar_mm = 210', "kami")
    shipped = load("rkpd-86")
    assert (copy.id, copy.kertas.tinggi_mm, copy.kertas.kiri_mm) == ("kami", 297, 30)
    assert (copy.klausul, copy.teks) == (shipped.klausul, shipped.teks)
    for name, annex in copy.lampiran.items():
        widths = [column.lebar_mm for column in annex.tabel.kolom]
        room = copy.kertas.ruang_mm(rebah=annex.rebah)
        assert sum(widths) == pytest.approx(room), "columns keep their shares of the new paper"
        before = [column.lebar_mm for column in shipped.lampiran[name].tabel.kolom]
        assert widths == pytest.approx([width * room / sum(before) for width in before])


@pytest.mark.parametrize("below", ['"umum"', '"desa-99"', "3", '"../rkpd-86"'])
def test_a_copy_of_nothing_is_refused(below: str) -> None:
    with pytest.raises(ProfileInvalid, match=r"Profil kami: dasar harus salah satu dari: .*rkpd-86"):
        parse(f"dasar = {below}\nid = 'kami'", "kami")


def test_the_document_shows_every_key() -> None:
    assert profile_doc.shown() == profile_doc.table(), "write it anew: python -m tests.profile_doc"
