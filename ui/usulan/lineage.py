"""Where an usulan comes from, in words: an earlier year, a part of another, several that became one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.antardesa import tulis
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.tahun_lalu.columns import answer_words, reason_words


def tr(text: str) -> str:
    """Translate a text of the lineage."""
    return QCoreApplication.translate("Lineage", text)


def lineage(services: Layanan, usulan: Usulan) -> str:
    """One line a fact; nothing for an usulan that is simply new."""
    parts = (_before(services, usulan), _earlier(services, usulan), _split(services, usulan))
    return "\n".join(part for part in parts if part)


def _before(services: Layanan, usulan: Usulan) -> str:
    """The forum held before this one, from which it was taken over."""
    if not usulan.asal_forum:
        return ""
    forum, first = services.silsilah.asal(usulan)
    return tr("Dari {forum}: {nomor}, urutan {urutan}.").format(
        forum=sebutan_forum(forum) if forum else tr("musyawarah sebelumnya"),
        nomor=first.label if first else "?",
        urutan=usulan.asal_urutan or "-",
    )


def _earlier(services: Layanan, usulan: Usulan) -> str:
    first = services.tahun_lalu.asal(usulan)
    if first is None:
        return ""
    words = tr("Diajukan lagi dari {nomor} tahun {tahun}, menunggu {n} tahun. Jawaban waktu itu: {jawaban}.").format(
        nomor=first.label, tahun=first.tahun, n=usulan.tahun_menunggu or 0, jawaban=answer_words(first.jawaban)
    )
    why = reason_words(first.jawaban)
    noted = villages_then(services, usulan.asal_usulan)
    return "\n".join(filter(None, (f"{words} {why}." if why else words, noted)))


def villages_then(services: Layanan, kunci: str) -> str:
    """What was noted in earlier years about usulan of other villages; it is history and counts no more."""
    forum = services.forum.aktif()
    last = str(forum.tahun_rencana - 1) if forum else ""
    lines = []
    for year, note in services.tahun_lalu.antardesa(kunci):
        told = tulis(note)
        when = tr("Tahun lalu") if year == last else tr("Tahun {tahun}").format(tahun=year or "?")
        lines.append(f"{when}: {told[:1].lower()}{told[1:]}.")
    return "\n".join(lines)


def _split(services: Layanan, usulan: Usulan) -> str:
    parts = services.ganda.pecahan_dari(usulan.id)
    lines = []
    if usulan.pisah_dari:
        whole = services.usulan.satu(usulan.pisah_dari)
        name = f"{whole.label} {whole.judul}" if whole else "?"
        lines.append(tr("Dipecah dari {usulan}").format(usulan=name))
    if parts:
        names = "; ".join(f"{one.label} {one.judul}" for one in parts)
        lines.append(tr("Sebagian dipecah menjadi {usulan}").format(usulan=names))
    return "\n".join(lines)
