"""The kabupaten confirms a seal to anybody who scanned it, and nothing else (NEW-01 c)."""

from __future__ import annotations

import re
from collections.abc import Callable

import requests

from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village


def asked(server: Running, text: str) -> str:
    """What a visitor reads after pasting a text."""
    with requests.Session() as session:
        page = session.get(f"{server.address}/periksa", timeout=20)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
        assert token is not None
        fields = {"csrfmiddlewaretoken": token[1], "teks": text}
        answer = session.post(f"{server.address}/periksa", fields, timeout=20, headers={"Referer": server.address})
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_the_qr_of_a_received_seal_is_confirmed_and_any_other_is_not(
    server: Running, new_village: Callable[[], Village]
) -> None:
    desa = new_village()
    desa.enrol(server)
    desa.propose(3)
    kode = desa.seal()
    sealed = desa.layanan.segel.sekarang()
    assert sealed is not None
    early = asked(server, sealed.qr)
    assert "belum diterima kabupaten" in early and kode not in early
    desa.exchange()
    told = asked(server, sealed.qr + "\r\n")
    assert "sama dengan segel" in told and kode in told
    assert [f"U-{row.nomor:03d}" for row in sealed.segel.urutan] == re.findall(r'<th scope="row">(U-\d{3})', told)
    changed = sealed.qr[:-1] + ("0" if sealed.qr[-1] != "0" else "1")
    assert "QR ditolak" in asked(server, changed)
    assert "QR ditolak" in asked(server, "<script>bukan QR</script>")


def test_a_laptop_that_is_not_registered_proves_nothing(server: Running, new_village: Callable[[], Village]) -> None:
    stranger = new_village()
    stranger.propose(1)
    stranger.seal()
    sealed = stranger.layanan.segel.sekarang()
    assert sealed is not None
    assert "tidak terdaftar di kabupaten ini" in asked(server, sealed.qr)
