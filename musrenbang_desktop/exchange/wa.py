"""Texts to paste into WhatsApp: the list of those invited, and one message for every unsur. No telephone numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.tanggal import format_jam, format_tanggal
from musrenbang_desktop.domain.usulan import tempat_singkat

TANPA_UNSUR = "Lainnya"


def daftar_wa(forum: Forum, people: Sequence[Peserta]) -> str:
    """The whole list by unsur, then the message for each of them."""
    groups = _groups(people)
    lines = [f"*Undangan Musrenbang {forum.sebutan} {forum.tahun_pelaksanaan}* ({len(people)} orang)"]
    for unsur, members in groups.items():
        lines += ["", f"*{unsur}* ({len(members)})", *_names(members)]
    return "\n\n----------\n\n".join(["\n".join(lines), *(pesan_wa(forum, unsur, groups[unsur]) for unsur in groups)])


def pesan_wa(forum: Forum, unsur: str, people: Sequence[Peserta]) -> str:
    """The message for the group of one unsur."""
    facts = [
        ("Hari", _or_dots(lambda: format_tanggal(forum.tanggal))),
        ("Pukul", f"{_or_dots(lambda: format_jam(forum.jam_mulai))} {forum.zona} s.d. selesai"),
        ("Tempat", ", ".join(filter(None, (forum.tempat, forum.alamat))) or "..."),
    ]
    acara = f"Musrenbang {forum.sebutan} Tahun {forum.tahun_pelaksanaan} untuk rencana Tahun {forum.tahun_rencana}"
    return "\n".join(
        [
            f"*Undangan untuk {unsur}*",
            f"Kepada Yth. Bapak/Ibu/Saudara dari unsur {unsur}, mohon hadir dalam {acara}.",
            "",
            *(f"{label}: {text}" for label, text in facts),
            "",
            "Yang diundang:",
            *_names(people),
            "",
            "Surat undangan dengan kode QR menyusul dan mohon dibawa. Terima kasih.",
        ]
    )


def _groups(people: Sequence[Peserta]) -> dict[str, list[Peserta]]:
    groups: dict[str, list[Peserta]] = {}
    for person in people:
        groups.setdefault(person.unsur or TANPA_UNSUR, []).append(person)
    return dict(sorted(groups.items(), key=lambda item: (item[0] == TANPA_UNSUR, item[0].casefold())))


def _names(people: Sequence[Peserta]) -> list[str]:
    lines = []
    for number, person in enumerate(people, 1):
        about = ", ".join(filter(None, (person.jabatan, tempat_singkat(person.dusun, person.rt, person.rw))))
        lines.append(f"{number}. {person.nama}{f' ({about})' if about else ''}")
    return lines


def _or_dots(text: Callable[[], str]) -> str:
    try:
        return text()
    except RuleBroken:
        return "..."
