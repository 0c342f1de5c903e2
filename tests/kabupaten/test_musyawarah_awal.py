"""What a forum held before another one sends is kept, and counts once: through the forum that takes it over."""

from __future__ import annotations

from collections.abc import Callable

from musrenbang_desktop.domain.forum import ForumBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from tests.kabupaten import ledger
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village
from tests.small_forum import some_usulan

MakeVillage = Callable[..., Village]


def test_an_usulan_of_a_dusun_counts_once(server: Running, new_village: MakeVillage) -> None:
    village = new_village()
    village.enrol(server)
    desa = village.layanan
    main = desa.desk.forum_id
    child = desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    desa.usulan.catat_banyak(some_usulan(3), "mencatat")
    desa.forum.pilih(main)
    own = desa.usulan.catat(UsulanBaru(judul="Balai desa"))
    village.exchange()
    before = Browser(server.address).get(f"/desa/{village.kode}/2027").text
    assert "Drainase" not in before, "the list of the dusun is not a list of the village"
    taken = desa.silsilah.ambil(child)
    summary = village.exchange()
    assert ledger.events(server, village.store.device) == village.events(), "everything is kept"
    assert (summary.bukti, summary.catatan) == (3, ())
    assert set(village.receipts) == {own, *taken}
    page = Browser(server.address).get(f"/desa/{village.kode}/2027").text
    assert page.count("U-001") == before.count("U-001"), "each usulan stands once"


def test_a_sealed_dusun_linked_later_is_taken_by_the_kabupaten_and_counts_once(
    server: Running, new_village: MakeVillage
) -> None:
    village = new_village()
    village.enrol(server)
    desa = village.layanan
    first = desa.forum.aktif()
    assert first is not None
    facts = {name: getattr(first, name) for name in ForumBaru.__dataclass_fields__}
    child = desa.forum.buka(ForumBaru(**{**facts, "tingkat": "dusun", "cakupan": "Krajan", "tanggal": "2026-01-10"}))
    ids = desa.usulan.catat_banyak(some_usulan(2), "mencatat")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    desa.kesepakatan.tutup()
    desa.segel.buat()
    village.exchange()
    desa.forum.pilih(first.id)
    desa.silsilah.sambungkan(child)
    taken = desa.silsilah.ambil(child)
    summary = village.exchange()
    assert ledger.events(server, village.store.device) == village.events(), "everything is kept"
    assert summary.catatan == (), "nothing is held"
    assert set(taken) <= set(village.receipts)
    page = Browser(server.address).get(f"/desa/{village.kode}/2027").text
    assert page.count('class="judul">Drainase gang 1<') == 1, "each usulan stands once"
    desa.forum.pilih(child)
    assert desa.segel.periksa() is None
