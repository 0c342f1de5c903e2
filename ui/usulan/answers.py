"""What came back from the kabupaten about one usulan, in lines: its receipt, then each answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.kirim.words import BarisJawaban, baris_bukti, baris_jawaban


def tr(text: str) -> str:
    """Translate a text of the panel."""
    return QCoreApplication.translate("UsulanPanel", text)


def answer_lines(services: Layanan, usulan: Usulan) -> list[str]:
    """Nothing while nothing came back."""
    forum = services.forum.aktif()
    zona = forum.zona if forum else "WIB"
    receipts = [one for one in baris_bukti([usulan], services.jawaban.bukti(), zona) if one.id == usulan.id]
    lines = [tr("Bukti terima {nomor}, {waktu}").format(nomor=one.nomor, waktu=one.waktu) for one in receipts]
    return lines + [_answer(one) for one in baris_jawaban([usulan], services.jawaban.lengkap(), zona)]


def _answer(jawaban: BarisJawaban) -> str:
    text = tr("{putusan}, {oleh}, {waktu}").format(
        putusan=jawaban.putusan, oleh=jawaban.oleh or "-", waktu=jawaban.waktu
    )
    return f"{text}. {jawaban.alasan}" if jawaban.alasan else text
