"""What was noted last year about other villages is told when an usulan is taken up again; it is history, not a note."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.domain.antardesa import UsulanTetangga
from musrenbang_desktop.services.layanan import Layanan
from tests.last_year import last_year
from tests.replayed import assert_replayed
from tests.small_forum import small_forum
from tests.ui.desktop import Show, shows
from ui.tahun_lalu.page import TahunLaluPage
from ui.usulan.page import UsulanPage

show_list = shows(UsulanPage)
show_waiting = shows(TahunLaluPage)

ROAD = UsulanTetangga(
    kode_wilayah="00.00.00.2002", desa="Sukamakmur", nomor="U-004", tahun_rencana=2026, judul="Jalan tembus"
)
BRIDGE = replace(ROAD, desa="Wonorejo", nomor="U-009", judul="Jembatan Kali Genteng")


def noted(layanan: Layanan) -> str:
    """An usulan of last year that was noted as shared with one village and as another thing than the second's."""
    ids = last_year(layanan, 2)
    this_year = layanan.desk.forum_id
    old = layanan.usulan.satu(ids[0])
    assert old is not None
    layanan.forum.pilih(old.forum)
    layanan.antardesa.nyatakan(ids[0], ROAD, "bersama")
    layanan.antardesa.nyatakan(ids[0], BRIDGE, "beda")
    layanan.forum.pilih(this_year)
    return ids[0]


SHARED = "Tahun lalu: usulan bersama antardesa: Desa Sukamakmur, Jalan tembus."
OTHER = "Tahun lalu: bukan yang sama: Desa Wonorejo, Jembatan Kali Genteng."


def test_the_notes_are_told_before_and_after_it_is_taken_up(
    show_list: Show, show_waiting: Show, kosong: Layanan
) -> None:
    old = noted(kosong)
    waiting = show_waiting(kosong).page
    waiting.show_record(old)
    assert waiting.detail.text().splitlines()[1:] == [SHARED, OTHER]
    (new,) = kosong.tahun_lalu.ajukan_lagi([old])
    taken = kosong.usulan.satu(new)
    assert taken is not None
    assert taken.antardesa == (), "this year nobody has said anything yet"
    page = show_list(kosong).page
    page.show_record(new)
    told = page.panel.lineage.text().splitlines()
    assert told[0].startswith("Diajukan lagi dari U-001 tahun 2026")
    assert told[1:] == [SHARED, OTHER]
    assert_replayed(kosong)


def test_a_note_of_two_years_ago_is_still_told_with_its_year(show_list: Show, kosong: Layanan) -> None:
    (second,) = kosong.tahun_lalu.ajukan_lagi([noted(kosong)])
    kosong.forum.buka(replace(small_forum(), tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))
    (third,) = kosong.tahun_lalu.ajukan_lagi([second])
    page = show_list(kosong).page
    page.show_record(third)
    assert SHARED.replace("Tahun lalu", "Tahun 2026") in page.panel.lineage.text()


def test_an_usulan_without_notes_says_nothing_of_villages(show_list: Show, kosong: Layanan) -> None:
    noted(kosong)
    other = kosong.tahun_lalu.daftar()[1].kunci
    (new,) = kosong.tahun_lalu.ajukan_lagi([other])
    page = show_list(kosong).page
    page.show_record(new)
    assert "Tahun lalu" not in page.panel.lineage.text()
