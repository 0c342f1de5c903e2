"""``summary.json``: what other programs read of a demo."""

from __future__ import annotations

import json
from dataclasses import asdict

from musrenbang_desktop import __version__
from musrenbang_desktop.demo.stage import Stage
from musrenbang_desktop.services.dokumen import BERKAS


def write_summary(stage: Stage) -> None:
    """Write the summary and the receipts as text."""
    services = stage.services
    receipts = services.jawaban.bukti()
    labels = {usulan.id: usulan for usulan in services.usulan.daftar()}
    lines = [f"{bukti.nomor}  {labels[record].label}  {labels[record].judul}" for record, bukti in receipts.items()]
    (stage.out / "bukti-terima.txt").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    count = services.peserta.hitung()
    summary = {
        "version": __version__,
        "forum": stage.facts["forum"],
        "data_dir": str(stage.desk.folder),
        "counts": {
            "undangan": count.diundang,
            "hadir": count.hadir,
            "laki_laki": count.laki,
            "perempuan": count.perempuan,
            "usulan": len(labels),
            "kejadian": services.desk.store.head.seq,
            "tekan_tombol": stage.robot.presses,
            "tekan_tombol_di_pintu": stage.facts["tekan_tombol_di_pintu"],
        },
        "ranks": stage.facts["peringkat"],
        "documents": {jenis: str(stage.out / "dokumen" / name) for jenis, name in BERKAS.items()},
        "pictures": sorted(path.name for path in (stage.out / "gambar").glob("*.png")),
        "receipt": str(stage.out / "bukti-terima.txt"),
        "wire": asdict(stage.meter.wire) if stage.meter else {},
        **stage.progress.as_summary(),
    }
    text = json.dumps(summary, ensure_ascii=False, indent=1)
    (stage.out / "summary.json").write_text(text + "\n", encoding="utf-8")
