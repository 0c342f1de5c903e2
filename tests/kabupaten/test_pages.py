"""Pages for staff and public, through real HTTP, without JavaScript."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.peserta import PesertaBaru
from sync.wire.reasons import REASONS
from tests.kabupaten import ledger
from tests.kabupaten.running import Browser, Page, Running
from tests.kabupaten.villages import Village
from tests.practice import mark_as_practice

MakeVillage = Callable[..., Village]


@pytest.fixture
def staff(server: Running) -> Running:
    """Three offices, each with a login."""
    make_staff(server)
    return server


@functools.cache
def make_staff(server: Running) -> None:
    server.staff("camat")
    server.staff("pupr", "opd", "Dinas PUPR")
    server.staff("bappeda", "bappeda", "Bappeda Contoh")


@pytest.fixture
def browser(server: Running) -> Browser:
    return Browser(server.address)


@pytest.fixture
def sent(staff: Running, village: Village) -> Village:
    """A village whose three usulan have arrived."""
    village.propose(2)
    village.propose_one(
        judul="Talud depan rumah Pak Slamet Riyadi", lokasi="hubungi 0812-3456-7890", pengusul="Bu Warsini"
    )
    village.layanan.peserta.catat_tamu(PesertaBaru(nama="Suharti Ningsih", jenis_kelamin="P", unsur="PKK"))
    village.layanan.peserta.catat_tamu(PesertaBaru(nama="Paijan Kromo", jenis_kelamin="L", unsur="RT"))
    village.enrol(staff)
    village.exchange()
    return village


def first_usulan(village: Village) -> str:
    return min(village.receipts, key=lambda record: village.receipts[record])


@functools.cache
def logged_in(address: str, nama: str) -> Browser:
    """One session for many tests: passwords are slow to check, on purpose."""
    browser = Browser(address)
    browser.log_in(nama)
    return browser


def decide(server: Running, nama: str, usulan: str, **fields: str) -> Page:
    browser = logged_in(server.address, nama)
    browser.get(f"/petugas/usulan/{usulan}")
    return browser.post(f"/petugas/usulan/{usulan}", **fields)


def public(server: Running, village: Village) -> str:
    page = Browser(server.address).get(f"/desa/{village.kode}/2027")
    assert page.status == 200
    return page.text


def test_decisions_of_all_levels_come_home_in_order(staff: Running, sent: Village) -> None:
    usulan = first_usulan(sent)
    decide(staff, "camat", usulan, putusan="diterima")
    decide(staff, "pupr", usulan, putusan="diterima_perubahan", alasan="Volume menjadi 80 m.")
    decide(staff, "bappeda", usulan, putusan="ditunda", alasan_kode="PAGU")
    summary = sent.exchange()
    assert (summary.jawaban, summary.terkirim, summary.traffic.round_trips, summary.cocok) == (3, 0, 1, True)
    assert sent.answers == [
        (usulan, "kecamatan", "diterima", "", "", "Kecamatan Contoh"),
        (usulan, "opd", "diterima_perubahan", "", "Volume menjadi 80 m.", "Dinas PUPR"),
        (usulan, "bappeda", "ditunda", "PAGU", "", "Bappeda Contoh"),
    ]
    assert "Ditunda" in public(staff, sent) and REASONS["PAGU"] in public(staff, sent)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"putusan": "ditolak"}, "Putusan ini perlu alasan"),
        ({"putusan": "ditolak", "alasan": "tanpa kode"}, "Putusan ini perlu alasan"),
        ({"putusan": "ditunda"}, "Putusan ini perlu alasan"),
        ({"putusan": "dikembalikan", "alasan_kode": "LAIN", "alasan": "  "}, "Tuliskan alasannya"),
        ({"putusan": "ditolak", "alasan_kode": "MALAS"}, "Pilih alasan dari daftar"),
        ({"putusan": "diterima_perubahan"}, "Tuliskan apa yang berubah"),
        ({"putusan": "dibatalkan", "alasan": "keliru"}, "Belum ada putusan"),
        ({"putusan": "lain"}, "Pilih salah satu putusan"),
        ({}, "Pilih salah satu putusan"),
    ],
)
def test_a_decision_without_its_reason_is_not_accepted(
    staff: Running, sent: Village, fields: dict[str, str], sentence: str
) -> None:
    page = decide(staff, "camat", first_usulan(sent), **fields)
    assert page.status == 200 and sentence in page.text
    assert len(ledger.news(staff, sent.kode)) == 1


def test_a_correction_is_a_new_decision(staff: Running, sent: Village) -> None:
    usulan = first_usulan(sent)
    decide(staff, "camat", usulan, putusan="ditolak", alasan_kode="LAHAN", alasan="Belum ada surat hibah.")
    assert "Tidak diterima" in public(staff, sent)
    decide(staff, "camat", usulan, putusan="diterima")
    decide(staff, "camat", usulan, putusan="diterima")
    kinds = [value.get("putusan") for value in ledger.news(staff, sent.kode)]
    assert kinds == [None, "ditolak", "diterima"]
    text = public(staff, sent)
    assert "Diterima kecamatan" in text and "Belum ada surat hibah." in text


def test_a_decision_can_be_taken_back(staff: Running, sent: Village) -> None:
    usulan = first_usulan(sent)
    decide(staff, "camat", usulan, putusan="diterima")
    decide(staff, "camat", usulan, putusan="dibatalkan", alasan="Salah baris.")
    assert "Diterima kecamatan" not in public(staff, sent)
    sent.exchange()
    assert [row[2] for row in sent.answers] == ["diterima", "dibatalkan"]


def test_two_officers_at_once_do_not_overrule_each_other_unseen(staff: Running, sent: Village) -> None:
    usulan = first_usulan(sent)
    first = second = logged_in(staff.address, "camat")
    for each in (first, second):
        assert 'name="terakhir" value="0"' in each.get(f"/petugas/usulan/{usulan}").text
    first.post(f"/petugas/usulan/{usulan}", putusan="diterima", terakhir="0")
    page = second.post(f"/petugas/usulan/{usulan}", putusan="ditolak", alasan_kode="PAGU", terakhir="0")
    assert "Petugas lain baru saja memutus" in page.text
    assert [value.get("putusan") for value in ledger.news(staff, sent.kode)] == [None, "diterima"]


def test_staff_pages_need_a_login(staff: Running, sent: Village, browser: Browser) -> None:
    own = (f"usulan/{first_usulan(sent)}", f"forum/{sent.layanan.desk.forum_id}")
    for path in ("/petugas", *(f"/petugas/{part}" for part in ("usulan", "paket", "bungkus", *own))):
        assert browser.get(path).url.endswith(f"/masuk?lanjut={path}")
    browser.get("/masuk")
    page = browser.post(f"/petugas/usulan/{first_usulan(sent)}", putusan="diterima")
    assert "/masuk" in page.url
    assert len(ledger.news(staff, sent.kode)) == 1


def test_a_form_without_its_token_is_refused(staff: Running, sent: Village, browser: Browser) -> None:
    browser.log_in("camat")
    browser.token = "x" * 64
    page = browser.post(f"/petugas/usulan/{first_usulan(sent)}", putusan="diterima")
    assert page.status == 403 and "Muat ulang halaman" in page.text
    assert len(ledger.news(staff, sent.kode)) == 1


def test_an_officer_of_one_kecamatan_sees_only_its_villages(staff: Running, sent: Village, browser: Browser) -> None:
    staff.staff("camat lain", wilayah="99.99.99")
    browser.log_in("camat lain")
    assert browser.get(f"/petugas/usulan/{first_usulan(sent)}").status == 404
    assert sent.kode not in browser.get("/petugas").text


def test_guessing_a_password_is_slowed_down(server: Running, browser: Browser) -> None:
    server.staff("sasaran")
    for _ in range(5):
        assert browser.log_in("sasaran", "salah").status == 403
    page = browser.log_in("sasaran")
    assert page.status == 429 and "Tunggu seperempat jam" in page.text


def test_log_in_leads_only_to_pages_of_staff(staff: Running, browser: Browser) -> None:
    browser.get("/masuk?lanjut=https://jahat.example/petugas")
    from tests.kabupaten.running import PASSWORD

    page = browser.post("/masuk", nama="camat", sandi=PASSWORD, lanjut="//jahat.example/petugas")
    assert page.url == f"{staff.address}/petugas"
    assert browser.post("/keluar").url == f"{staff.address}/"
    assert "/masuk" in browser.get("/petugas").url


def test_staff_find_what_waits_for_them(staff: Running, sent: Village) -> None:
    browser = logged_in(staff.address, "camat")
    forum = sent.layanan.desk.forum_id
    assert "3 usulan" in browser.get(f"/petugas/usulan?forum={forum}").text
    decide(staff, "camat", first_usulan(sent), putusan="diterima")
    assert "2 usulan" in browser.get(f"/petugas/usulan?forum={forum}").text
    assert "1 usulan" in browser.get(f"/petugas/usulan?forum={forum}&putusan=diterima").text
    assert "1 usulan" in browser.get(f"/petugas/usulan?forum={forum}&putusan=&cari=talud").text
    assert "0 usulan" in browser.get(f"/petugas/usulan?forum={forum}&putusan=ditolak").text
    assert browser.get("/petugas/usulan?hal=banyak&putusan=%00&forum=%00&cari=%00").status == 200


def test_a_merged_usulan_says_so_and_waits_for_nobody(staff: Running, sent: Village) -> None:
    survivor, merged = sorted(sent.receipts, key=lambda record: sent.receipts[record])[:2]
    sent.layanan.ganda.gabung(survivor, merged)
    sent.exchange()
    browser = logged_in(staff.address, "camat")
    forum = sent.layanan.forum.aktif().id
    assert "2 usulan" in browser.get(f"/petugas/usulan?forum={forum}").text
    assert "sudah digabung desa" in browser.get(f"/petugas/usulan/{merged}").text
    decide(staff, "camat", merged, putusan="diterima")
    decide(staff, "camat", survivor, putusan="diterima")
    assert [value["usulan"] for value in ledger.news(staff, sent.kode)[1:]] == [survivor]
    assert "Digabung" in public(staff, sent)
    sent.layanan.ganda.pisahkan(merged)
    sent.exchange()
    assert "Digabung" not in public(staff, sent)
    decide(staff, "camat", merged, putusan="diterima")
    assert [value["usulan"] for value in ledger.news(staff, sent.kode)[1:]] == [survivor, merged]


def test_who_was_merged_reads_the_answer_of_the_one_that_goes_on(staff: Running, sent: Village) -> None:
    first, second, third = sorted(sent.receipts, key=lambda record: sent.receipts[record])
    sent.layanan.ganda.gabung(second, third)
    sent.layanan.ganda.gabung(first, second)
    sent.exchange()
    assert "Dilanjutkan di U-001 Drainase gang 1: Dicatat" in public(staff, sent)
    decide(staff, "camat", first, putusan="ditunda", alasan_kode="LAHAN", alasan="Tanah milik Bu Sri Lestari.")
    text = public(staff, sent)
    assert text.count("Dilanjutkan di U-001 Drainase gang 1: Ditunda") == 2, "also over two mergings"
    assert text.count("Digabung ke U-001") == 2, "in the way that each has gone"
    assert "Lestari" not in text
    browser = logged_in(staff.address, "camat")
    assert "Dilanjutkan di U-001" in browser.get(f"/petugas/usulan/{third}").text
    sent.exchange()
    told = sent.layanan.jawaban.lengkap()
    assert [told[record][-1].putusan for record in (first, second, third)] == ["ditunda"] * 3


def test_a_circle_of_mergings_leads_nowhere(staff: Running, sent: Village) -> None:
    first, second, _ = sorted(sent.receipts, key=lambda record: sent.receipts[record])
    with sent.layanan.desk.write("usulan", "lingkaran") as act:
        act.append("usulan.ubah", first, {"status": "digabung", "gabung_ke": second})
        act.append("usulan.ubah", second, {"status": "digabung", "gabung_ke": first})
    sent.exchange()
    text = public(staff, sent)
    assert "Digabung" in text
    assert "Dilanjutkan di" not in text


def test_a_part_names_the_whole(staff: Running, sent: Village) -> None:
    whole = first_usulan(sent)
    sent.layanan.ganda.pecah(whole, [Pecahan("Drainase gang 1 utara"), Pecahan("Drainase gang 1 selatan")])
    sent.exchange()
    text = public(staff, sent)
    assert "Drainase gang 1 selatan" in text
    assert "dipecah dari U-001" in text


def test_the_public_page_shows_facts_and_no_resident(staff: Running, sent: Village) -> None:
    text = public(staff, sent)
    assert "Drainase gang 1" in text and "Dicatat" in text and "Rp10.000.000" in text
    assert "2 orang: 1 laki-laki, 1 perempuan" in text and "Rabu, 21 Januari 2026" in text
    assert re.search(r'<tr id="u-[a-z0-9]+-[0-9]+">', text), "the QR of a slip leads to its row"
    for hidden in ("Slamet", "Riyadi", "Warsini", "Suharti", "Paijan", "0812", "7890"):
        assert hidden not in text
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", text)


def test_a_reason_with_a_name_is_blurred_for_the_public(staff: Running, sent: Village) -> None:
    reason = "Tanah milik Bu Sri Lestari."
    decide(staff, "camat", first_usulan(sent), putusan="ditolak", alasan_kode="LAHAN", alasan=reason)
    assert "Lestari" not in public(staff, sent) and "(nama warga)" in public(staff, sent)


def test_a_seal_is_kept_and_its_code_shown(staff: Running, sent: Village) -> None:
    assert "Kode segel" not in public(staff, sent)
    kode = sent.seal()
    sent.layanan.segel.tambah("Pagu dibaca ulang.", "Camat", "angka keliru")
    assert not sent.exchange().catatan
    text = public(staff, sent)
    assert "Kode segel" in text and kode in text
    assert ledger.events(staff, sent.store.device) == sent.events()


def test_a_seal_of_another_village_is_kept_but_not_shown(
    staff: Running, sent: Village, new_village: MakeVillage
) -> None:
    other = new_village()
    other.propose(1)
    kode = other.seal()
    row = other.layanan.desk.connection.execute("SELECT isi FROM jurnal WHERE jenis = 'segel.buat'").fetchone()
    with sent.layanan.desk.write("segel", "meniru") as act:
        act.append("segel.buat", f"{act.forum}.segel", json.loads(row[0])["f"])
    assert "tanda tangan" in " ".join(note.text for note in sent.exchange().catatan)
    assert kode not in public(staff, sent)
    assert ledger.events(staff, sent.store.device) == sent.events()


def test_a_practice_forum_is_never_shown_and_gets_no_receipt(server: Running, new_village: MakeVillage) -> None:
    village = new_village()
    mark_as_practice(village.layanan)
    village.propose(2)
    village.enrol(server)
    summary = village.exchange()
    assert (summary.terkirim, summary.bukti) == (4, 0)
    assert Browser(server.address).get(f"/desa/{village.kode}/2027").status == 404


def test_the_front_page_finds_a_village(staff: Running, sent: Village, browser: Browser) -> None:
    assert f"/desa/{sent.kode}/2027" in browser.get(f"/?cari={sent.kode}").text
    assert "Tidak ada desa yang cocok" in browser.get("/?cari=tidakada").text
    assert browser.get("/?cari=%00").status == 200
    assert browser.get(f"/desa/{sent.kode}").url.endswith("/2027")


@pytest.mark.parametrize("path", ["/desa/00.00.00.9999/2027", "/desa/00.00.00.9999", "/apa-saja", "/desa/x/2027"])
def test_an_unknown_address_says_so(browser: Browser, path: str) -> None:
    page = browser.get(path)
    assert page.status == 404 and "Halaman ini tidak ada" in page.text


def test_hostile_text_stays_text(staff: Running, new_village: MakeVillage) -> None:
    village = new_village()
    village.propose_one(judul="<script>alert(1)</script>", dusun='"><img src=x onerror=alert(1)>')
    village.enrol(staff)
    village.exchange()
    text = public(staff, village)
    assert "<script" not in text and "<img src=x" not in text and "&lt;script&gt;" in text


class Outline(HTMLParser):
    """What a screen reader and a validator look at."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.headings: list[int] = []
        self.html: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "html":
            self.html = found
        if tag == "label" and found.get("for"):
            self.labelled.add(str(found["for"]))
        if tag in ("input", "select", "textarea") and found.get("type") not in ("hidden", "radio"):
            self.fields.append(found)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("script", "iframe", "object") or any(name.startswith("on") or name == "style" for name in found):
            self.problems.append(f"<{tag}> {found}")
        for name in ("src", "href", "action"):
            if (value := found.get(name)) and not value.startswith(("/", "#", "?")):
                self.problems.append(f"{name}={value}")


@pytest.mark.parametrize(
    "path", ["/", "/desa/{kode}/2027", "/masuk", "/petugas", "/petugas/usulan", "/petugas/usulan/{id}"]
)
def test_every_page_is_plain_labelled_and_from_here_only(
    staff: Running, sent: Village, browser: Browser, path: str
) -> None:
    if path.startswith("/petugas"):
        browser = logged_in(staff.address, "camat")
    page = browser.get(path.format(kode=sent.kode, id=first_usulan(sent)))
    outline = Outline()
    outline.feed(page.text)
    assert page.status == 200 and outline.problems == [] and outline.html["lang"] == "id"
    assert outline.headings[0] == 1 and outline.headings.count(1) == 1
    assert [field for field in outline.fields if field.get("id") not in outline.labelled] == []
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert len(page.text) < 100_000


def test_the_style_sheet_is_served_and_small(browser: Browser) -> None:
    page = browser.get("/statis/halaman.css")
    assert page.status == 200 and len(page.text) < 12_000 and "@media print" in page.text
