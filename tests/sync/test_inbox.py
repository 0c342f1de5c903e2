"""What waits in the village stays out of the kabupaten's list until a forum takes it in; contacts never leave."""

from __future__ import annotations

from musrenbang_desktop.domain.usulan import UsulanBaru
from tests.kabupaten import ledger
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village


def test_tickets_travel_without_a_note_and_get_a_receipt_as_usulan(server: Running, village: Village) -> None:
    ticket = village.layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    village.layanan.kontak.isi(ticket.id, nama="Wagiyem Contohwati", telepon="0812 3450 9876")
    village.enrol(server)
    first = village.exchange()
    assert (first.cocok, first.catatan, first.bukti) == (True, (), 0), "kept, not refused, and no usulan yet"
    (usulan,) = village.layanan.titipan.masukkan()
    second = village.exchange()
    assert (second.cocok, second.catatan, second.bukti) == (True, (), 1)
    assert list(village.receipts) == [usulan]
    sent = b"".join(ledger.events(server, village.store.device))
    assert b"Lampu jalan" in sent
    assert b"081234509876" not in sent
    assert b"Wagiyem" not in sent
