"""The rules of attendance in words for the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.keterwakilan import Dimensi, Tingkat
from musrenbang_desktop.domain.kuorum import Syarat
from musrenbang_desktop.domain.peserta import Peserta
from ui.shortened import listed


def tr(text: str) -> str:
    """Translate a text of the attendance."""
    return QCoreApplication.translate("Kehadiran", text)


def share_words() -> list[tuple[str, str]]:
    """The shares that a quorum may ask for, with their words."""
    return [
        ("2/3", QCoreApplication.translate("Kehadiran", "dua pertiga")),
        ("1/2+1", QCoreApplication.translate("Kehadiran", "setengah tambah satu")),
        ("tidak", QCoreApplication.translate("Kehadiran", "tanpa kuorum")),
    ]


def code_words(tiba: str) -> str:
    """Why the code of a letter lets nobody in, and what to do."""
    words = {
        "rusak": tr("Kode ini tidak terbaca utuh. Pindai sekali lagi, atau ketik namanya."),
        "kode_halaman": tr("Ini kode halaman. Pindai kode yang besar di kanan bawah, atau ketik namanya."),
        "forum_lain": tr("Ini kode undangan dari musrenbang lain. Periksa suratnya, atau ketik namanya."),
    }
    missing = tr("Pemilik kode ini tidak ada di daftar undangan. Ketik namanya, atau catat sebagai tamu.")
    return words.get(tiba, missing)


def welcome_words(person: Peserta) -> str:
    """What stands below the name of whoever just came in."""
    about = tr("wakil dari {nama}").format(nama=person.wakil_dari) if person.wakil_dari else person.unsur
    words = (tr("Hadir pukul {jam}").format(jam=person.hadir), about, tr("Salah orang? Ctrl+Z"))
    return " · ".join(filter(None, words))


def here_words(person: Peserta) -> str:
    """That somebody came in before."""
    return tr("{nama} sudah dicatat hadir pukul {jam}.").format(nama=person.nama, jam=person.hadir)


def dimension_word(name: Dimensi) -> str:
    """The heading of one kind of group."""
    return {
        "jenis_kelamin": QCoreApplication.translate("Kehadiran", "L/P"),
        "unsur": QCoreApplication.translate("Kehadiran", "Unsur"),
        "dusun": QCoreApplication.translate("Kehadiran", "Dusun"),
        "usia": QCoreApplication.translate("Kehadiran", "Usia"),
        "disabilitas": QCoreApplication.translate("Kehadiran", "Disabilitas"),
    }[name]


def group_word(name: Dimensi, value: str) -> str:
    """A group as the screen names it; unknown stays unknown."""
    known = {
        ("jenis_kelamin", "L"): QCoreApplication.translate("Kehadiran", "Laki-laki"),
        ("jenis_kelamin", "P"): QCoreApplication.translate("Kehadiran", "Perempuan"),
        ("disabilitas", "ya"): QCoreApplication.translate("Kehadiran", "Penyandang disabilitas"),
        ("disabilitas", "tidak"): QCoreApplication.translate("Kehadiran", "Bukan penyandang disabilitas"),
        **{("usia", band): word for band, word in age_words()},
    }
    return known.get((name, value), value) or QCoreApplication.translate("Kehadiran", "Belum dicatat")


def age_words() -> list[tuple[str, str]]:
    """The age groups with their words."""
    return [
        ("anak", QCoreApplication.translate("Kehadiran", "di bawah 18 tahun")),
        ("muda", QCoreApplication.translate("Kehadiran", "18 sampai 30 tahun")),
        ("dewasa", QCoreApplication.translate("Kehadiran", "31 sampai 59 tahun")),
        ("lansia", QCoreApplication.translate("Kehadiran", "60 tahun ke atas")),
    ]


def level_word(level: Tingkat) -> str:
    """How well a group is represented."""
    return {
        "": "-",
        "baik": QCoreApplication.translate("Kehadiran", "baik"),
        "cukup": QCoreApplication.translate("Kehadiran", "cukup"),
        "kurang": QCoreApplication.translate("Kehadiran", "kurang"),
    }[level]


def rule_sentence(rule: Syarat) -> str:
    """One rule with what is there and what is needed."""
    sentences = {
        "kuorum": QCoreApplication.translate("Kehadiran", "Kuorum: {ada} undangan hadir, perlu {perlu}"),
        "perempuan": QCoreApplication.translate("Kehadiran", "Perempuan: {ada} orang, perlu {perlu}"),
        "dusun": QCoreApplication.translate("Kehadiran", "Dusun: {ada} dari {perlu} terwakili"),
        "unsur": QCoreApplication.translate("Kehadiran", "Unsur: {ada} dari {perlu} terwakili"),
        "jumlah": QCoreApplication.translate("Kehadiran", "Delegasi: {ada} orang, aturan {perlu} sampai {banyak}"),
    }
    text = sentences[rule.jenis].format(ada=rule.ada, perlu=rule.perlu, banyak=rule.paling_banyak)
    if rule.kurang:
        text += QCoreApplication.translate("Kehadiran", "; belum ada: {nama}").format(nama=listed(rule.kurang))
    if not rule.terpenuhi and not rule.wajib:
        text += QCoreApplication.translate("Kehadiran", " (belum semua yang hadir dicatat)")
    return text


def source_text(dasar: str, *, sah: bool) -> str:
    """Where a rule comes from, and whether somebody has compared it with the regulation; nothing without a source."""
    if not dasar:
        return ""
    known = QCoreApplication.translate("Kehadiran", "Dasar aturan: {dasar}.").format(dasar=dasar)
    doubt = QCoreApplication.translate("Kehadiran", "Belum dicocokkan dengan naskahnya, jadi tidak dicetak.")
    return known if sah else f"{known} {doubt}"


def rules_text(rules: Sequence[Syarat]) -> str:
    """The rules behind each other, each with a mark that does not need colour."""
    return "    ".join(f"{'✓' if rule.terpenuhi else '!'} {rule_sentence(rule)}" for rule in rules)


def unrepresented(rules: Sequence[Syarat]) -> str:
    """Who is not represented, so that opening needs a reason; nothing where only a quorum is missing."""
    words = {
        "perempuan": QCoreApplication.translate("Kehadiran", "perempuan"),
        "dusun": QCoreApplication.translate("Kehadiran", "dusun"),
        "unsur": QCoreApplication.translate("Kehadiran", "unsur"),
    }
    groups = [words[rule.jenis] for rule in rules if rule.jenis in words]
    text = QCoreApplication.translate(
        "Kehadiran", "Keterwakilan {kelompok} belum terpenuhi. Musyawarah dapat dibuka dengan alasan, yang dicetak."
    )
    return text.format(kelompok=listed(groups)) if groups else ""


def duration(minutes: int) -> str:
    """``2 jam 40 menit``."""
    hours, rest = divmod(max(0, minutes), 60)
    parts = []
    if hours:
        parts.append(QCoreApplication.translate("Kehadiran", "{n} jam").format(n=hours))
    if rest or not hours:
        parts.append(QCoreApplication.translate("Kehadiran", "{n} menit").format(n=rest))
    return " ".join(parts)
