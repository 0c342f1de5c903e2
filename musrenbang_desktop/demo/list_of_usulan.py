"""Page Usulan: the quick line while people speak, the details in the break."""

from __future__ import annotations

from musrenbang_desktop.demo.stage import Stage
from musrenbang_desktop.domain.usulan import FIELDS, UsulanBaru

TABLE = "Daftar usulan"


def record(stage: Stage) -> None:
    """Type every usulan, take one act back and do it again, then complete the details."""
    stage.clock.set("09.00")
    stage.open_page("usulan")
    wanted = stage.sample.usulan
    for done, one in enumerate(wanted):
        _quick(stage, one.isi)
        stage.progress.tick(done, 2 * len(wanted))
        if done == len(wanted) // 2:
            stage.robot.fill("Judul usulan", "Jalan setapak ke ma")
            stage.picture("usulan-mengetik")
            stage.robot.fill("Judul usulan", "")
    _undo_and_redo(stage)
    recorded = stage.services.usulan.daftar()
    stage.ids.update(zip((one.kunci for one in wanted), (usulan.id for usulan in recorded), strict=True))
    for done, one in enumerate(wanted):
        _details(stage, done, one.isi)
        stage.progress.tick(len(wanted) + done, 2 * len(wanted))
    stage.picture("usulan")
    _compare(stage)


def _quick(stage: Stage, usulan: UsulanBaru) -> None:
    hands = stage.robot
    hands.fill("Judul usulan", usulan.judul)
    hands.fill("Dusun", usulan.dusun)
    hands.fill("RT dan RW", _rukun(usulan))
    hands.fill("Volume", usulan.volume)
    hands.fill("Satuan", usulan.satuan)
    hands.fill("Perkiraan biaya", "" if usulan.perkiraan_biaya is None else str(usulan.perkiraan_biaya))
    hands.fill("Pengusul", usulan.pengusul)
    hands.control_enter()


def _rukun(usulan: UsulanBaru) -> str:
    return (
        "/".join(part for part in (usulan.rt, usulan.rw) if part)
        if usulan.rt
        else f"RW {usulan.rw}"
        if usulan.rw
        else ""
    )


def _details(stage: Stage, row: int, usulan: UsulanBaru) -> None:
    hands = stage.robot
    hands.select_row(TABLE, row)
    hands.enter()
    for label, text in (
        ("Masalah yang dihadapi", usulan.masalah),
        ("Lokasi", usulan.lokasi),
        ("Penerima (jiwa)", "" if usulan.penerima_manfaat is None else str(usulan.penerima_manfaat)),
        ("Bidang", usulan.bidang),
        ("Perangkat daerah", usulan.perangkat_daerah),
    ):
        hands.fill(label, text)
    hands.tab()


def _undo_and_redo(stage: Stage) -> None:
    count = len(stage.services.usulan.daftar())
    stage.robot.control("Z")
    gone = len(stage.services.usulan.daftar())
    stage.robot.control("Y")
    stage.progress.equal("urungkan dan ulangi", (gone, len(stage.services.usulan.daftar())), (count - 1, count))


def _compare(stage: Stage) -> None:
    """Every field of every usulan is in the data as it was meant."""
    pairs = [(one, stage.services.usulan.satu(stage.ids[one.kunci])) for one in stage.sample.usulan]
    different = [
        f"{one.kunci}.{name}: {getattr(recorded, name)!r}, seharusnya {getattr(one.isi, name)!r}"
        for one, recorded in pairs
        for name in FIELDS
        if getattr(recorded, name) != getattr(one.isi, name)
    ]
    stage.progress.equal("usulan tercatat", len(stage.services.usulan.daftar()), 48)
    detail = (
        f"{len(different)} isian berbeda, misalnya {different[0]}" if different else f"{48 * len(FIELDS)} isian sama"
    )
    stage.progress.check("isi usulan", not different, detail)
