"""Page Kesepakatan: order, outputs and reasons, decided row by row with the keyboard."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.demo.stage import Stage
from musrenbang_desktop.domain.kesepakatan import KELUARAN, Butir

TABLE = "Urutan kesepakatan"
#: On whose wish the one usulan of the sample is moved, and how many of the 73 agree.
ASKED_BY = "BPD"
AGREED = 61


def agree(stage: Stage) -> None:
    """Draw up the order, move one usulan with a reason, place every usulan, close."""
    stage.clock.set("11.00")
    stage.open_page("kesepakatan")
    stage.robot.push("Susun dari skor")
    wanted = stage.sample.dengan_id(stage.ids).butir
    for butir in wanted:
        if butir.alasan_pindah:
            _move(stage, butir, [b.usulan for b in wanted].index(butir.usulan))
    for done, butir in enumerate(wanted):
        _place(stage, butir)
        stage.progress.tick(done + 1, len(wanted))
    stage.picture("kesepakatan-lengkap")
    stage.clock.set(stage.sample.ditutup)
    stage.robot.push_and_answer("Tutup kesepakatan", "Tutup")
    found = stage.services.kesepakatan.sekarang()
    agreed = found.butir if found else ()
    counts = [sum(b.keluaran == keluaran for b in agreed) for keluaran in KELUARAN]
    stage.progress.equal("tiga keluaran", counts, [12, 9, 27])
    stage.progress.equal("keluaran dan alasan sama", {_told(b) for b in agreed}, {_told(b) for b in wanted})
    stage.progress.equal("kesepakatan ditutup", found.ditutup if found else "", stage.sample.ditutup)


def seal(stage: Stage) -> None:
    """Seal from the page; the code that everybody hears is the one that anybody can count again."""
    from musrenbang_desktop.journal import segel

    stage.robot.push_and_answer("Segel hasil", "Segel")
    stage.robot.wait(lambda: stage.services.segel.sekarang() is not None, "hasil disegel")
    stage.robot.wait(stage.idle, "kode segel tampil")
    stage.picture("segel")
    found = stage.services.segel.sekarang()
    if found is None:
        return
    again = segel.kode(found.segel.akar, found.segel.to_bytes(), found.segel.forum)
    stage.progress.equal("kode segel dihitung ulang", found.kode, again)
    stage.progress.equal("usulan dalam segel", len(found.segel.urutan), 48)
    changed = stage.services.segel.periksa()
    stage.progress.check("segel utuh", changed is None, str(changed or found.segel.id))


def check_seal(stage: Stage, file: Path) -> None:
    """The saved berita acara is proved byte for byte; with one byte changed it is refused; its QR stands alone."""
    from musrenbang_desktop.services.periksa_berkas import Pemeriksa

    examiner = Pemeriksa(stage.services)
    data = file.read_bytes()
    answer = examiner.berkas(file.name, data)
    exact = answer.sah and answer.kalimat[0].startswith("Berkas sama persis")
    stage.progress.check("berita acara sama persis", exact, file.name)
    middle = len(data) // 2
    forged = data[:middle] + bytes((data[middle] ^ 1,)) + data[middle + 1 :]
    refused = examiner.berkas(file.name, forged)
    stage.progress.check("satu bita diubah ditolak", not refused.sah, f"bita ke-{middle + 1}")
    sealed = stage.services.segel.sekarang()
    stage.progress.check("isi QR sah", sealed is not None and examiner.qr(sealed.qr).sah, "48 usulan")


def _told(butir: Butir) -> tuple[str, str, str, str]:
    return butir.usulan, butir.keluaran, butir.alasan, butir.alasan_pindah


def _row(stage: Stage, usulan: str) -> int:
    found = stage.services.kesepakatan.sekarang()
    return [butir.usulan for butir in found.butir].index(usulan) if found else 0


def _move(stage: Stage, butir: Butir, target: int) -> None:
    """Alt+Up or Alt+Down to the agreed place, and the reason that the page asks for."""
    hands = stage.robot
    row = _row(stage, butir.usulan)
    hands.select_row(TABLE, row)
    for _ in range(abs(row - target)):
        hands.alt_arrow(up=row > target)
    hands.fill("Alasan", butir.alasan_pindah)
    hands.fill("Diminta oleh", ASKED_BY)
    hands.fill("Jumlah yang setuju", str(AGREED))
    stage.picture("kesepakatan-pindah")
    hands.enter()


def _place(stage: Stage, butir: Butir) -> None:
    """1, 2 or 3 on the row; a reason for what was not agreed."""
    hands = stage.robot
    hands.select_row(TABLE, _row(stage, butir.usulan))
    if butir.keluaran != "belum_disepakati":
        hands.write(str(KELUARAN.index(butir.keluaran) + 1))
        return
    hands.write("3")
    if not hands.count("Alasan"):
        hands.enter()
    hands.fill("Alasan", butir.alasan)
    hands.enter()
