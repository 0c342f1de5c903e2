"""Page Kirim & terima, and the kabupaten at the other end."""

from __future__ import annotations

from musrenbang_desktop.demo.kabupaten import Officer
from musrenbang_desktop.demo.meter import Meter
from musrenbang_desktop.demo.stage import Stage
from musrenbang_desktop.demo.village import KODE
from musrenbang_desktop.domain.usulan import Usulan

REFUSED, CHANGED = "RPJMD", "diterima_perubahan"


def start_server(stage: Stage) -> None:
    """The real server in its own process, with a ticket for the village and an officer of the kecamatan."""
    stage.meter = Meter(stage.kabupaten.start())
    stage.facts["tiket"] = stage.kabupaten.ticket(KODE, "Sukamaju")


def enrol_and_send(stage: Stage) -> None:
    """Type address and ticket, send, wait for the receipts."""
    hands = stage.robot
    stage.clock.set("12.30")
    stage.open_page("kirim")
    stage.picture("kirim-daftar")
    hands.fill("Alamat kabupaten", stage.meter.address if stage.meter else "")
    hands.fill("Kode tiket", str(stage.facts.pop("tiket")))
    hands.enter()
    hands.wait(lambda: hands.has_button("Kirim sekarang"), "laptop terdaftar")
    stage.picture("kirim-siap")
    hands.push("Kirim sekarang")
    hands.wait(lambda: len(stage.services.jawaban.bukti()) == 48, "48 bukti terima")
    hands.wait(stage.idle, "kiriman selesai")
    stage.picture("kirim-bukti")
    receipts = stage.services.jawaban.bukti()
    stage.progress.equal("bukti terima", len({bukti.nomor for bukti in receipts.values()}), 48)
    stage.progress.equal("belum terkirim", stage.services.jawaban.belum_terkirim(), 0)


def answer(stage: Stage) -> None:
    """The officer accepts what goes to the kecamatan, one with changes, and refuses one with a reason."""
    agreed = stage.services.kesepakatan.sekarang()
    usulan = {item.id: item for item in stage.services.usulan.daftar()}
    carried = [usulan[b.usulan] for b in (agreed.butir if agreed else ()) if b.keluaran == "ke_kecamatan"]
    officer = stage.kabupaten.officer("camat", "kecamatan", "Kecamatan Contoh")
    for place, item in enumerate(carried):
        _decide(officer, item, place)
        stage.progress.tick(place + 1, len(carried))
    refused = officer.submit(
        f"/petugas/usulan/{carried[0].id}", officer.read(f"/petugas/usulan/{carried[0].id}"), {"putusan": "ditolak"}
    )
    stage.progress.check("penolakan tanpa alasan ditolak", "alasan" in refused.text.lower(), "diminta alasannya")
    public = officer.read(f"/desa/{KODE}/2027")
    (stage.out / "halaman-publik.html").write_text(public.html, encoding="utf-8")
    shown = sum(item.judul in public.text for item in usulan.values())
    stage.progress.equal("usulan di halaman publik", shown, 48)
    names = [person.isi.nama for person in stage.sample.peserta if person.isi.nama in public.text]
    stage.progress.check(
        "tanpa nama warga", not names, "tidak ada nama peserta di halaman publik" if not names else names[0]
    )
    stage.facts["dijawab"] = len(carried)


def _decide(officer: Officer, item: Usulan, place: int) -> None:
    path = f"/petugas/usulan/{item.id}"
    fields = {"putusan": "diterima", "alasan_kode": "", "alasan": ""}
    if place == 1:
        fields = {"putusan": CHANGED, "alasan_kode": "", "alasan": "Volume disesuaikan dengan hasil survei."}
    if place == 2:
        fields = {
            "putusan": "ditolak",
            "alasan_kode": REFUSED,
            "alasan": "Belum ada di RPJMD; diajukan lagi tahun depan.",
        }
    officer.submit(path, officer.read(path), fields)


def receive(stage: Stage) -> None:
    """Nothing is new here; the answers come home."""
    hands = stage.robot
    wanted = stage.facts["dijawab"]
    stage.open_page("kirim")
    hands.push("Periksa jawaban")
    hands.wait(lambda: len(stage.services.jawaban.jawaban()) == wanted, "jawaban tiba")
    hands.wait(stage.idle, "kiriman selesai")
    stage.picture("kirim-jawaban")
    answers = stage.services.jawaban.jawaban()
    decisions = sorted(found[-1].putusan for found in answers.values())
    stage.progress.equal("jawaban", len(answers), wanted)
    stage.progress.equal("satu ditolak dengan alasan", decisions.count("ditolak"), 1)
    reasons = [found[-1].alasan for found in answers.values() if found[-1].putusan == "ditolak"]
    stage.progress.check("alasan sampai di laptop", bool(reasons and reasons[0]), reasons[0] if reasons else "-")
