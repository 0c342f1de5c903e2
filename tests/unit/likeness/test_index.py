"""The index of usulan reads titles when there is time, and at the latest when it is asked."""

from __future__ import annotations

from musrenbang_desktop.likeness.index import Indeks, Isi
from musrenbang_desktop.likeness.signature import tanda

ROWS = [Isi(str(number), f"Rehab posyandu mawar {number}", "Krajan", "01", "02") for number in range(50)]


def test_titles_are_read_a_little_at_a_time() -> None:
    index = Indeks()
    index.take(ROWS)
    assert not index.siap(until=0.0)
    assert index.siap()
    assert index.siap(until=0.0)


def test_a_search_reads_what_still_waits_and_finds_nothing_that_went() -> None:
    index = Indeks()
    index.take(ROWS)
    index.take(ROWS[10:])
    found = {one.id for one in index.search(tanda(ROWS[30].judul, "Krajan", "01", "02"))}
    assert "30" in found and found <= {row.id for row in ROWS[10:]}


def test_a_title_that_changed_before_it_was_read_counts_as_it_is_now() -> None:
    index = Indeks()
    index.take(ROWS)
    index.take([ROWS[0]._replace(judul="Drainase jalan utama"), *ROWS[1:]])
    assert "0" in {one.id for one in index.search(tanda("Drainase jalan utama", "Krajan", "01", "02"))}
