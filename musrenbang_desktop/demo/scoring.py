"""Page Prioritas: the rules are locked, four groups fill their sheets with the number keys."""

from __future__ import annotations

from musrenbang_desktop.demo.stage import Stage
from musrenbang_desktop.ranking.weighted import Hasil, rank

SHEET = "Lembar skor"


def score(stage: Stage) -> None:
    """Name the groups, lock the rules before two witnesses, type every sheet, read the ranking."""
    hands = stage.robot
    aturan = stage.sample.aturan
    stage.clock.set("09.50")
    stage.open_page("prioritas")
    for _ in range(len(aturan.kelompok) - hands.count("Nama kelompok")):
        hands.push("Tambah kelompok")
    for place, kelompok in enumerate(aturan.kelompok):
        hands.fill("Nama kelompok", kelompok.nama, place)
        hands.tab()
    stage.clock.set(aturan.terkunci)
    hands.fill("Saksi pertama", aturan.saksi[0])
    hands.fill("Saksi kedua", aturan.saksi[1])
    hands.tab()
    stage.picture("aturan")
    hands.push("Kunci aturan")
    recorded = stage.services.prioritas.aturan()
    stage.progress.equal(
        "aturan terkunci",
        ([(k.nama, k.bobot, k.arah) for k in recorded.kriteria], len(recorded.kelompok), bool(recorded.terkunci)),
        ([(k.nama, k.bobot, k.arah) for k in aturan.kriteria], 4, True),
    )
    _open_hall(stage)
    _sheets(stage)
    _ranking(stage)
    _close_hall(stage)


def _open_hall(stage: Stage) -> None:
    """F5 and 5: the live rank on the layar, then back to the sheets. F8 freezes it while the first group scores."""
    hands = stage.robot
    hands.function(5)
    hands.write("5")
    stage.picture_with_hall("layar-hadirin")
    hands.function(5)
    hands.function(8)


def _close_hall(stage: Stage) -> None:
    """The hall saw the order as it stands; then the layar is closed."""
    hands = stage.robot
    best = stage.services.layar.peringkat().baris[0]
    read = stage.read_by_hall()
    stage.progress.check("layar mengikuti skor", "1" in read and best.usulan.judul in read, best.usulan.judul)
    private = [person.isi.nama for person in stage.sample.undangan if person.isi.nama in " ".join(read)]
    stage.progress.check("layar tanpa nama warga", not private, f"{len(read)} baris tulisan")
    stage.picture_with_hall("skor-dan-layar")
    hands.function(5)
    hands.push("Tutup layar")
    stage.open_page("prioritas")


def _sheets(stage: Stage) -> None:
    hands = stage.robot
    recorded = stage.services.prioritas.aturan()
    hands.push("Skor kelompok")
    for place, sheet in enumerate(stage.sample.skor.values()):
        stage.clock.set(f"10.{place * 10:02d}")
        hands.choose("Kelompok yang menilai", recorded.kelompok[place].nama)
        hands.select_row(SHEET, 0, hands.column(SHEET, recorded.kriteria[0].singkatan))
        for usulan in stage.sample.usulan:
            hands.write("".join(str(nilai) for nilai in sheet[usulan.kunci]))
        if place == 0:
            hands.function(8)  # the first sheet is in: the hall may look again
        if place == 1:
            stage.picture("skor")
        stage.progress.tick(place + 1, len(stage.sample.skor))
    hands.push("Peringkat")
    stage.picture("peringkat")
    scores = sum(len(row) for sheet in stage.services.prioritas.semua_lembar().values() for row in sheet.values())
    stage.progress.equal("skor diketik", scores, 4 * 48 * 5)


def _ranking(stage: Stage) -> None:
    """The window's ranking equals the sample's, computed from its own scores; ties share their place."""
    meant = stage.sample.dengan_id(stage.ids)
    wanted = _places(rank(meant.aturan, meant.skor, [usulan.kunci for usulan in meant.usulan]))
    found = stage.services.prioritas.hasil()
    stage.progress.check(
        "peringkat sama persis", _places(found) == wanted, f"{len(wanted)} nilai pecahan dan peringkat"
    )
    shared = [row.peringkat for row in found.baris if row.seri and row.peringkat is not None]
    stage.progress.check(
        "seri berbagi peringkat", len(shared) > len(set(shared)), f"peringkat seri {sorted(set(shared))}"
    )
    labels = {usulan.id: usulan.label for usulan in stage.services.usulan.daftar()}
    stage.facts["peringkat"] = [
        {"usulan": labels[row.usulan], "peringkat": row.peringkat, "nilai": str(row.nilai), "seri": row.seri}
        for row in found.baris
    ]


def _places(hasil: Hasil) -> dict[str, tuple[object, object]]:
    return {row.usulan: (row.nilai, row.peringkat) for row in hasil.baris}
