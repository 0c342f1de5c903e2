"""What is said about an usulan of the queue."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.sipd import NAMA_KEADAAN, BarisSipd, waktu_pendek


def _tr(text: str) -> str:
    return QCoreApplication.translate("SipdPage", text)


def state_words(row: BarisSipd) -> str:
    """How far one usulan has come: by whom, when, under which number, or why not."""
    noted = row.catatan
    if not noted.keadaan:
        return _tr("Menunggu dimasukkan.")
    state = NAMA_KEADAAN[noted.keadaan]
    words = _tr("{keadaan} oleh {oleh} pada {waktu}").format(
        keadaan=state[:1].upper() + state[1:], oleh=noted.oleh, waktu=waktu_pendek(noted.waktu)
    )
    number = _tr(", nomor {n}").format(n=noted.sipd_id) if noted.sipd_id else ""
    return f"{words}{number}{f': {noted.alasan}' if noted.alasan else ''}."
