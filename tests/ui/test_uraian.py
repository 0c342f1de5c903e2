"""The fields that SIPD and the forms ask for besides: typed where one looks for them, kept, told and taken back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from musrenbang_desktop.domain.uraian import JENIS_BELANJA
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.replayed import assert_replayed
from tests.ui.desktop import Show, clipped, shows
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.page import UsulanPage

show = shows(UsulanPage)

#: section, field, what is typed or chosen, what is recorded
TYPED: tuple[tuple[str, str, Any, Any], ...] = (
    ("uraian", "penyebab", "Tebing tanah", "Tebing tanah"),
    ("uraian", "akibat", "Jalan putus", "Jalan putus"),
    ("uraian", "potensi", "Batu kali", "Batu kali"),
    ("uraian", "maksud", "Menahan tebing", "Menahan tebing"),
    ("uraian", "dasar_hukum", "RPJM Desa", "RPJM Desa"),
    ("uraian", "jenis_belanja", "Belanja modal", "Belanja modal"),
    ("pokok", "dimensi", "100 x 2 x 0,15 m", "100 x 2 x 0,15 m"),
    ("penerima", "penerima_kk", "11 KK", 11),
    ("penerima", "penerima_anak", "0", 0),
    ("penerima", "penerima_lansia", "tidak diketahui", None),
    ("asal", "unsur_pengusul", "PKK", "PKK"),
    ("kesiapan", "status_lahan", "sengketa", "sengketa"),
    ("harga", "harga_satuan", "220 rb/m3", 220_000),
    ("harga", "sumber_harga", "hspk", "hspk"),
    ("harga", "swadaya_tenaga", "30 orang, 3 hari", "30 orang, 3 hari"),
    ("harga", "swadaya_bahan", "batu 2 rit", "batu 2 rit"),
)


def field_of(page: UsulanPage, section: str, name: str) -> Any:
    """The field of the open panel."""
    inside: Any = page.panel.section("dana").price if section == "harga" else page.panel.section(section)
    return inside.rows[name].field


def enter(field: Any, value: Any) -> None:
    """Type it, or choose it from the list."""
    if isinstance(field, QLineEdit):
        field.setText(value)
        field.commit()
    elif hasattr(field, "toPlainText"):
        field.setPlainText(value)
        field.commit()
    else:
        field.setCurrentIndex(field.findData(value))
        field.commit()


def one(layanan: Layanan, record: str) -> Usulan:
    found = layanan.usulan.satu(record)
    assert found is not None
    return found


def test_every_field_is_recorded_told_and_taken_back(show: Show, layanan: Layanan) -> None:
    record = propose(layanan, 1)[0]
    page = show(layanan).page
    page.show_record(record)
    plain = one(layanan, record)
    for section, name, typed, kept in TYPED:
        before = layanan.riwayat.teks_batal()
        enter(field_of(page, section, name), typed)
        assert getattr(one(layanan, record), name) == kept, name
        assert (layanan.riwayat.teks_batal() == before) == (kept is None), name
    history = " ".join(step.kalimat for step in layanan.riwayat.satu_record(record))
    for words in (
        "harga satuan menjadi Rp220.000",
        "jenis belanja menjadi Belanja modal",
        "status lahan menjadi Sengketa",
    ):
        assert words in history, history
    for _ in range(sum(kept is not None for *_rest, kept in TYPED)):
        layanan.riwayat.batalkan()
    assert one(layanan, record) == plain
    layanan.riwayat.ulangi()
    assert one(layanan, record).penyebab == "Tebing tanah"
    assert_replayed(layanan)


def test_half_a_price_waits_and_volume_times_price_is_told(show: Show, layanan: Layanan) -> None:
    record = propose(layanan, 1)[0]
    layanan.usulan.ubah(record, volume="120", satuan="m2", perkiraan_biaya=20_000_000)
    page = show(layanan).page
    page.show_record(record)
    price = page.panel.section("dana").price
    field = price.rows["harga_satuan"].field
    enter(field, "dua ratus lima puluh gulden")
    assert one(layanan, record).harga_satuan is None
    price.leave()
    assert layanan.draf.ambil("usulan_harga")[record]["harga_satuan"] == "dua ratus lima puluh gulden"
    enter(field, "150.000")
    told = " ".join(label.text() for label in price.rows["harga_satuan"].findChildren(QLabel))
    assert "120 m2 x Rp150.000 = Rp18.000.000, sedangkan perkiraan biaya Rp20.000.000" in told
    assert one(layanan, record).perkiraan_biaya == 20_000_000, "told, never overwritten"


def test_the_usual_kinds_of_spending_are_offered_and_others_taken(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 2)
    page = show(layanan).page
    page.show_record(ids[0])
    enter(field_of(page, "uraian", "jenis_belanja"), "Belanja subsidi")
    assert one(layanan, ids[0]).jenis_belanja == "Belanja subsidi"
    offered = field_of(page, "uraian", "jenis_belanja").completer().model()
    words = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert set(JENIS_BELANJA) <= set(words)
    assert "Belanja subsidi" in words


def test_the_closed_head_says_what_is_there(show: Show, layanan: Layanan) -> None:
    record = propose(layanan, 1)[0]
    page = show(layanan).page
    page.show_record(record)
    layanan.usulan.ubah(record, jenis_belanja="Belanja modal", maksud="x", penyebab="y")
    assert page.panel.folds["uraian"].head.toolTip() == "Uraian dan isian SIPD: Belanja modal, 2 uraian"


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    record = propose(layanan, 1)[0]
    page = show(layanan).page
    page.show_record(record)
    for key in ("uraian", "dana", "penerima", "kesiapan", "asal"):
        page.panel.section(key)
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(page.panel) == []


def test_with_large_letters_too_the_cursor_is_in_sight_where_a_section_was_opened(
    show: Show, layanan: Layanan, theme: Theme
) -> None:
    theme.text_size = TEXT_SIZES[-1]
    theme.apply()
    record = propose(layanan, 1)[0]
    stage = show(layanan)
    stage.page.show_record(f"{record}.uraian")
    for _ in range(5):
        QApplication.processEvents()
    assert stage.focus is field_of(stage.page, "uraian", "penyebab")
    seen = stage.focus.visibleRegion().boundingRect()
    assert seen.height() > stage.focus.height() // 2


def test_measures_in_the_quick_line_are_shown_their_place(show: Show, layanan: Layanan) -> None:
    page = show(layanan).page
    page.quick.fields["judul"].setText("Talud")
    enter(page.quick.fields["volume"], "3 x 4 x 0,2")
    page.save_and_new()
    assert "ditulis di Dimensi" in page.quick.note.text()
    assert (page.quick.fields["volume"].text(), layanan.usulan.daftar()) == ("3 x 4 x 0,2", [])
