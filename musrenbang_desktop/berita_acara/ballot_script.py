"""Naskah fasilitator: how the ballots are handed out, read aloud and collected, so that nobody needs to read."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.ballot_colours import warna
from musrenbang_desktop.berita_acara.ballots import instruction
from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi_suara import KelompokCetak, KertasSuara, PilihanCetak
from musrenbang_desktop.berita_acara.pictures import picture_of
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms
from musrenbang_desktop.domain.cara import SUARA
from musrenbang_desktop.domain.profile import Kolom

_KOLOM = (
    Kolom("nomor", "Nomor", 15, "tengah"),
    Kolom("warna", "Warna", 18),
    Kolom("gambar", "Gambar", 22),
    Kolom("usulan", "Bacakan", 70),
    Kolom("tempat", "Tempat", 40),
)
_HANG = 7 * MM
#: How the facilitator calls each picture.
_GAMBAR = {
    "jembatan": "jembatan",
    "air": "air",
    "sekolah": "buku sekolah",
    "sehat": "tanda kesehatan",
    "lampu": "lampu",
    "jalan": "jalan",
    "tani": "tanaman",
    "usaha": "usaha",
    "orang": "orang",
    "rumah": "rumah",
}


def ballot_script(flow: Flow, terms: Terms) -> None:
    """What is done and said step by step, then for each list of usulan what is read aloud."""
    paper = terms.isi.kertas_suara
    flow.start(rebah=False)
    title(flow, f"Naskah Fasilitator\nMembacakan Surat Suara\n{terms.wilayah}, {terms.tanggal}")
    flow.gap(8)
    if paper is None or not any(group.pilihan for group in paper.kelompok):
        flow.paragraph(f"{NIHIL}: belum ada usulan yang dinilai.", rata="tengah")
        return
    for number, text in enumerate(_steps(paper), 1):
        flow.item(f"{number}.", text, hang=_HANG)
        flow.gap(2)
    lists: dict[tuple[PilihanCetak, ...], list[KelompokCetak]] = {}
    for group in paper.kelompok:
        lists.setdefault(group.pilihan, []).append(group)
    for items, groups in lists.items():
        flow.gap(8)
        flow.need(5 * flow.huruf.isi * flow.spasi)
        names = ", ".join(group.nama for group in groups)
        words = "Yang dibacakan untuk semua kelompok:" if len(lists) == 1 else f"Yang dibacakan untuk {names}:"
        flow.paragraph(words, face=flow.document.bold, rata="kiri")
        flow.gap(3)
        table = Table(flow, _KOLOM)
        table.draw([table.data(_row(item)) for item in items] or [table.notice(NIHIL)])


def _steps(paper: KertasSuara) -> tuple[str, ...]:
    voted = paper.metode in SUARA
    name = "surat suara" if voted else "lembar skor"
    given = "satu surat suara untuk tiap orang yang hadir" if voted else "satu lembar skor untuk tiap kelompok"
    return (
        f"Bagikan {given}. Yang dibagikan tidak boleh lebih banyak daripada yang hadir.",
        f"Angkat {name}. Katakan: tiap usulan punya nomor besar, warna, dan gambar, jadi tidak perlu bisa membaca.",
        "Bacakan daftar di bawah satu demi satu, pelan, dua kali: nomornya, warnanya, gambarnya, lalu usulannya.",
        f"Katakan cara mengisinya: {instruction(paper)}"
        if voted
        else "Minta tiap kelompok menulis satu nilai di tiap kotak.",
        "Siapa yang perlu bantuan didampingi orang yang ia pilih sendiri. Pendamping menuliskan, tidak memilihkan.",
        "Kertas yang salah isi ditukar. Yang rusak disimpan, karena ikut dihitung.",
        "Kumpulkan semua kertas dan hitung di depan forum: yang dibagikan = masuk + rusak + tidak dipakai.",
        "Dua orang mengetik kertas yang sama sendiri-sendiri. Suara baru dihitung kalau keduanya sama.",
    )


def _row(item: PilihanCetak) -> list[str]:
    told = f"{item.judul}\n{item.risiko}" if item.risiko else item.judul
    picture = _GAMBAR[picture_of(item.judul, item.bidang)]
    return [str(item.nomor), warna(item.nomor)[0], picture, told, item.tempat or TIDAK_ADA]
