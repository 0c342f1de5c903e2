"""Before the forum and at its door: facts, invitations, check-in."""

from __future__ import annotations

from musrenbang_desktop.demo.stage import Stage
from musrenbang_desktop.demo.village import KODE
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.peserta import PesertaBaru


def begin_forum(stage: Stage) -> None:
    """Page Siapkan: three fields open the forum, the rest is filled in below."""
    forum = stage.sample.forum
    stage.clock.set("07.00")
    stage.picture("beranda-kosong")
    stage.open_page("siapkan")
    hands = stage.robot
    hands.fill("Nama desa atau kelurahan", forum.desa)
    hands.fill("Hari musyawarah", forum.tanggal)
    hands.enter()
    stage.picture("siapkan-mulai")
    facts = {
        "Kecamatan": forum.kecamatan,
        "Kabupaten/kota": forum.kabupaten,
        "Provinsi": forum.provinsi,
        "Kode wilayah": KODE,
        "Jam mulai": forum.jam_mulai,
        "Jam selesai": forum.jam_selesai,
        "Tempat": forum.tempat,
        "Alamat tempat": forum.alamat,
        "Nomor berita acara": forum.nomor_ba,
        "Pagu indikatif": str(forum.pagu or ""),
    }
    for label, text in facts.items():
        hands.fill(label, text)
        hands.tab()
    _people(stage)
    _agenda(stage)
    stage.open_page("siapkan")
    recorded = stage.services.forum.aktif()
    stage.progress.equal("forum tercatat", recorded and recorded.tempat, forum.tempat)
    stage.progress.equal("tim tercatat", recorded and recorded.saksi, forum.saksi)
    stage.facts["forum"] = recorded.id if recorded else ""


def _people(stage: Stage) -> None:
    """The section Tim: the decree, one person a role, then the lists."""
    forum = stage.sample.forum
    stage.robot.push("Tim")
    for label, text in (("Nomor SK", forum.nomor_sk), ("Tanggal SK", forum.tanggal_sk)):
        stage.robot.fill(label, text)
        stage.robot.tab()
    for role, person in (
        ("pimpinan sidang", forum.pimpinan),
        ("notulis", forum.notulis),
        ("kepala desa atau lurah", forum.kepala),
        ("penjaga waktu", forum.penjaga_waktu),
    ):
        _person(stage, role, person)
    for role, button, people in (
        ("fasilitator", "Tambah fasilitator", forum.fasilitator),
        ("saksi", "Tambah saksi", forum.saksi),
        ("pemberi sambutan", "Tambah pemberi sambutan", forum.sambutan),
        ("pemateri", "Tambah pemateri", forum.pemateri),
    ):
        for number, person in enumerate(people, 1):
            stage.robot.push(button)
            _person(stage, f"{role} {number}", person)


def _agenda(stage: Stage) -> None:
    """The section Susunan acara: the usual agenda of a desa."""
    stage.robot.push("Susunan acara")
    stage.robot.push("Pakai susunan ini")
    stage.picture("siapkan-acara")
    recorded = stage.services.forum.aktif()
    stage.progress.equal("susunan acara tercatat", recorded and recorded.agenda, stage.sample.forum.agenda)


def _person(stage: Stage, role: str, person: Pejabat) -> None:
    for part, text in (("Nama", person.nama), ("Jabatan", person.jabatan), ("Asal", person.dari)):
        stage.robot.fill(f"{part} {role}", text)
        stage.robot.tab()


def invite(stage: Stage) -> None:
    """Page Undangan: one line a person."""
    stage.open_page("undangan")
    people = stage.sample.undangan
    for done, person in enumerate(people):
        _invite(stage, person.isi)
        stage.progress.tick(done, len(people))
    recorded = stage.services.peserta.daftar(hanya="undangan")
    stage.ids.update(zip((person.kunci for person in people), (person.id for person in recorded), strict=True))
    stage.progress.equal("undangan", len(recorded), 64)
    stage.picture("undangan")


def _invite(stage: Stage, person: PesertaBaru) -> None:
    hands = stage.robot
    hands.choose("L/P", person.jenis_kelamin)
    hands.fill("Unsur", person.unsur)
    hands.fill("Jabatan", person.jabatan)
    hands.fill("Dusun", person.dusun)
    hands.fill("RT/RW", "/".join(part for part in (person.rt, person.rw) if part))
    hands.fill("Nama", person.nama)
    hands.enter()


def receive(stage: Stage) -> None:
    """Page Daftar hadir: letters and Enter at the door, guests in one line, in the order of arrival."""
    stage.open_page("kehadiran")
    present = sorted(
        (person for person in stage.sample.peserta if person.isi.hadir), key=lambda person: person.isi.hadir
    )
    before = stage.robot.presses
    known = 0
    for done, person in enumerate(present):
        stage.clock.set(person.isi.hadir)
        if person.isi.diundang:
            known += _arrive(stage, stage.ids[person.kunci], person.isi.nama)
        else:
            _guest(stage, person.isi)
        stage.progress.tick(done, len(present))
        if done == len(present) // 2:
            stage.picture("hadir-di-pintu")
    count = stage.services.peserta.hitung()
    stage.progress.equal("hadir", (count.hadir, count.hadir_undangan, count.tamu), (73, 55, 18))
    stage.progress.equal("laki-laki dan perempuan", (count.laki, count.perempuan), (45, 28))
    stage.facts["tekan_tombol_di_pintu"] = {"semua": stage.robot.presses - before, "tamu_undangan": known}
    _signers(stage)
    stage.picture("hadir")
    _open(stage)
    _choose_delegates(stage)


def _open(stage: Stage) -> None:
    """The quorum is reached, so the meeting is opened at the hour that everybody sees."""
    stage.clock.set("09.05")
    stage.robot.push("Keterwakilan")
    stage.robot.push("Buka musyawarah")
    stage.picture("hadir-keterwakilan")
    opened = stage.services.kehadiran.sekarang().pembukaan
    found = opened and (opened.jam, opened.hadir, opened.diundang, opened.perlu, opened.alasan)
    stage.progress.equal("kuorum saat dibuka", found, ("09.05", 55, 64, 43, ""))


def _choose_delegates(stage: Stage) -> None:
    """Three of those present go on to the kecamatan; the rule about women holds."""
    by_name = {person.kunci: person.isi.nama for person in stage.sample.peserta}
    hands = stage.robot
    hands.push("Delegasi")
    for kunci in stage.sample.delegasi:
        hands.fill("Cari calon delegasi", by_name[kunci])
        hands.wait(lambda: hands.rows("Calon delegasi") == 1, f"hanya {by_name[kunci]} di daftar")
        hands.select_row("Calon delegasi", 0)
        hands.push("Jadikan delegasi")
    hands.fill("Cari calon delegasi", "")
    stage.picture("hadir-delegasi")
    chosen = [person.nama for person in stage.services.kehadiran.delegasi()]
    stage.progress.equal("delegasi", chosen, [by_name[kunci] for kunci in stage.sample.delegasi])
    broken = [rule.jenis for rule in stage.services.kehadiran.syarat_delegasi() if not rule.terpenuhi]
    stage.progress.equal("delegasi menurut aturan", broken, [])
    hands.push("Catat yang datang")


def _arrive(stage: Stage, record: str, name: str) -> int:
    """Type letters of the name until the person stands first, then Enter; returns the keys pressed."""
    hands = stage.robot
    before = hands.presses
    hands.focus_named("Nama yang datang")
    for end in range(1, len(name) + 1):
        hands.write(name[end - 1])
        found = stage.services.peserta.cari(name[:end])
        if end >= 3 and found and found[0].id == record:
            break
    hands.enter()
    return hands.presses - before


def _guest(stage: Stage, person: PesertaBaru) -> None:
    hands = stage.robot
    hands.control("N")
    hands.fill("Nama tamu", person.nama)
    hands.alt(person.jenis_kelamin or "L")
    hands.fill("Unsur", person.unsur)
    hands.fill("Wakil dari", person.wakil_dari)
    hands.enter()


def _signers(stage: Stage) -> None:
    """Who signs for the participants is chosen among those present."""
    by_name = {person.kunci: person.isi.nama for person in stage.sample.peserta}
    hands = stage.robot
    hands.control("F")
    for kunci in stage.sample.wakil_peserta:
        hands.fill("Saring yang hadir", by_name[kunci])
        hands.wait(lambda: hands.rows("Daftar yang hadir") == 1, f"hanya {by_name[kunci]} di daftar")
        hands.select_row("Daftar yang hadir", 0)
        hands.push("Jadikan wakil peserta")
    hands.fill("Saring yang hadir", "")
    forum = stage.services.forum.aktif()
    stage.progress.equal("wakil peserta", len(forum.wakil_peserta) if forum else 0, len(stage.sample.wakil_peserta))
