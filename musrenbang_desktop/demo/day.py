"""The order of the day, and what must hold at its end."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from musrenbang_desktop.bootstrap import has_display, open_desk
from musrenbang_desktop.demo import agreement, checks, hall, list_of_usulan, papers, post, scoring, village
from musrenbang_desktop.demo.kabupaten import Kabupaten, NotReady
from musrenbang_desktop.demo.progress import Progress
from musrenbang_desktop.demo.stage import DayClock, Stage, open_stage
from musrenbang_desktop.demo.summary import write_summary

STEPS = (
    ("server", "Server kabupaten menyala", post.start_server),
    ("siapkan", "Forum dibuka", hall.begin_forum),
    ("undang", "64 orang diundang", hall.invite),
    ("hadir", "73 orang hadir dicatat di pintu", hall.receive),
    ("usulan", "48 usulan diketik saat warga bicara", list_of_usulan.record),
    ("skor", "Aturan dikunci, 4 kelompok menilai", scoring.score),
    ("sepakat", "Urutan, keluaran, dan alasan disepakati", agreement.agree),
    ("segel", "Hasil disegel, kodenya dibacakan", agreement.seal),
    ("dokumen", "Berita acara dan lampiran F4", papers.save_documents),
    ("kirim", "Laptop didaftarkan, semua dikirim", post.enrol_and_send),
    ("jawaban", "Kecamatan menjawab di halamannya", post.answer),
    ("terima", "Jawaban sampai di laptop", post.receive),
    ("gambar", "Setiap jendela difoto", papers.photograph),
    ("periksa", "Semua diperiksa sekali lagi", checks.check_everything),
)


def run_demo(out: Path, *, keep_open: bool = False) -> int:
    """Play the day into ``out``; 0 only when every check holds."""
    out = out.absolute()
    problem = _prepare(out)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    progress = Progress(len(STEPS))
    kabupaten = Kabupaten(out / "kabupaten")
    clock = DayClock()
    print(f"Sehari di {village.NAMA}, lewat jendela yang sebenarnya. Hasilnya di {out}")
    try:
        with open_desk(out / "data", clock) as desk, open_stage(out, desk, clock, kabupaten, progress) as stage:
            _play(stage)
            write_summary(stage)
            progress.print_checks()
            if keep_open and progress.all_ok:
                stage.stay()
    except Stopped as stopped:
        print(f"\n{stopped} Gambar jendela terakhir: {out / 'gambar' / 'berhenti.png'}", file=sys.stderr)
        return 1
    finally:
        kabupaten.stop()
    done = sum(check.ok for check in progress.checks)
    print(f"\n{done} dari {len(progress.checks)} pemeriksaan cocok. Ringkasan: {out / 'summary.json'}")
    return 0 if progress.all_ok else 1


class Stopped(Exception):
    """A step did not get on; ``str()`` is the sentence to print."""


def _play(stage: Stage) -> None:
    from ui.robot import NothingHappened

    for name, text, act in STEPS:
        with stage.progress.step(name, text):
            try:
                act(stage)
            except (NothingHappened, NotReady) as problem:
                stage.picture("berhenti")
                raise Stopped(f"Berhenti di langkah {name}: {problem}.") from problem


def _prepare(out: Path) -> str:
    """Empty our own folders of an earlier run; never touch anything else. A sentence when that cannot be."""
    ours = ("data", "kabupaten", "dokumen", "gambar", "summary.json", "bukti-terima.txt", "halaman-publik.html")
    try:
        out.mkdir(parents=True, exist_ok=True)
        foreign = [path.name for path in out.iterdir() if path.name not in ours]
        if foreign and not (out / "summary.json").exists():
            return f"Folder {out} berisi berkas lain ({foreign[0]}). Tidak ada yang diubah. Pilih folder yang kosong."
        for name in ours:
            path = out / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    except OSError:
        return f"Folder {out} tidak bisa dipakai. Tidak ada yang diubah. Pilih folder lain."
    return ""
