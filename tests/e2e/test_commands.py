"""The installed commands in their own process: what they print, what they leave, how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.opening import FILE_NAME
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.selfcheck import PARTS
from musrenbang_desktop.services.dokumen import BERKAS
from tests.hand_made import close_by_hand
from tests.kelurahan import kelurahan
from tests.photos import photo, written
from tests.small_forum import small_forum, some_usulan
from tests.village import opened

Ran = subprocess.CompletedProcess[str]


def musrenbang(*arguments: object, env: dict[str, str] | None = None) -> Ran:
    command = [sys.executable, "-m", "musrenbang_desktop", *map(str, arguments)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **(env or {})},
        timeout=120,
    )


def one_sentence(ran: Ran) -> str:
    """What was said on the error channel: one line, no trace, and a non-zero end."""
    assert ran.returncode == 1, ran.stderr
    lines = ran.stderr.strip().splitlines()
    assert len(lines) == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    return lines[0]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one small forum, closed."""
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
    return tmp_path / "data"


def test_a_dry_run_tells_every_row_and_writes_nothing(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "usulan.csv"
    file.write_text("Usulan;Dusun;Biaya;Volume\nDrainase;Krajan;Rp 4.500.000 ;120 m2\n;Krajan;5;\n", encoding="utf-8")
    ran = musrenbang("import", "usulan", file, "--json", "--data-dir", data)
    assert ran.returncode == 0
    rows = json.loads(ran.stdout)["rows"]
    assert [(row["row"], row["verdict"]) for row in rows] == [(2, "mended"), (3, "refused")]
    assert rows[0]["usulan"]["perkiraan_biaya"] == 4_500_000
    assert (rows[0]["usulan"]["volume"], rows[0]["usulan"]["satuan"]) == ("120", "m2")
    assert rows[1]["usulan"] is None
    with opened(data) as desa:
        assert desa.usulan.daftar() == []


def test_applying_records_the_accepted_rows_and_one_undo_takes_them_back(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "usulan.csv"
    file.write_text("Usulan,Dusun\nDrainase,Krajan\nTalud,Krajan\n", encoding="cp1252")
    assert musrenbang("import", "usulan", file, "--apply", "--data-dir", data).returncode == 0
    with opened(data) as desa:
        assert [usulan.judul for usulan in desa.usulan.daftar()] == ["Drainase", "Talud"]
        desa.riwayat.batalkan()
        assert desa.usulan.daftar() == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 8),
        ("kosong.csv", b""),
        ("rusak.xls", b"\xd0\xcf\x11\xe0" * 100),
    ],
)
def test_a_file_that_is_no_table_gets_one_sentence(data: Path, tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert name in one_sentence(musrenbang("import", "usulan", file, "--apply", "--data-dir", data))


def test_a_missing_file_gets_one_sentence(data: Path, tmp_path: Path) -> None:
    assert "tiada.xlsx" in one_sentence(musrenbang("import", "usulan", tmp_path / "tiada.xlsx", "--data-dir", data))


def test_documents_are_the_same_bytes_at_another_hour_zone_and_language(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        desa.usulan.catat_banyak(some_usulan(6), "usulan")
        forum = desa.forum.aktif().id
    first, second = tmp_path / "a", tmp_path / "b"
    env = {"TZ": "Asia/Jayapura", "LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}
    assert musrenbang("documents", "--forum", forum, "--out", first, "--data-dir", data).returncode == 0
    assert musrenbang("documents", "--forum", forum, "--out", second, "--data-dir", data, env=env).returncode == 0
    files = sorted(path.name for path in first.iterdir())
    assert files == sorted(BERKAS.values())
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in files)


def test_papers_of_an_older_forum_leave_the_chosen_one_chosen(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        older = desa.desk.forum_id
        chosen = desa.forum.buka(small_forum())
    assert musrenbang("documents", "--forum", older, "--out", tmp_path / "out", "--data-dir", data).returncode == 0
    with opened(data) as desa:
        assert desa.desk.forum_id == chosen


def test_votes_are_written_without_a_name_once_the_pagu_is_known(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "forum.pb"
    with opened(data) as desa:
        ids = desa.usulan.catat_banyak(some_usulan(3), "usulan")
        desa.prioritas.kunci(["Sutrisno", "Aminah"])
        for group in ("g1", "g2"):
            desa.prioritas.isi(group, dict.fromkeys(ids, (3, 3, 3, 3, 3)))
        forum = desa.forum.aktif()
        desa.forum.ubah(pagu=None)
    words = ("export", "pb", "--forum", forum.id, "--out", out, "--data-dir", data)
    assert "Pagu" in one_sentence(musrenbang(*words))
    with opened(data) as desa:
        desa.forum.ubah(pagu=100_000_000)
    assert musrenbang(*words).returncode == 0
    text = out.read_text("utf-8")
    assert text.startswith("META\n") and "Sutrisno" not in text and "vote_type;cumulative" in text


def test_an_unknown_forum_gets_one_sentence(data: Path, tmp_path: Path) -> None:
    ran = musrenbang("documents", "--forum", "tiada-1", "--out", tmp_path / "out", "--data-dir", data)
    assert "tidak ada" in one_sentence(ran)


def test_verify_holds_until_one_event_is_changed(data: Path) -> None:
    assert musrenbang("verify", "--data-dir", data).returncode == 0
    with opened(data) as desa:
        desa.usulan.catat(some_usulan(1)[0])
        device = desa.desk.store.device
        assert replay.first_break(desa.desk.connection) is None
    assert "catatan ke-2" in musrenbang("verify", "--data-dir", data).stdout
    assert device


def test_verify_names_a_photo_that_is_gone(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        desa.lampiran.catat([desa.lampiran.siapkan(written(tmp_path, "suasana.jpg", photo()))])
        stored = desa.lampiran.berkas(desa.lampiran.semua()[0])
    assert musrenbang("verify", "--data-dir", data).returncode == 0
    stored.unlink()
    ran = musrenbang("verify", "--data-dir", data)
    assert ran.returncode == 1
    assert "Lampiran suasana.jpg hilang" in ran.stderr


def test_verify_says_that_the_chain_was_broken(data: Path) -> None:
    with opened(data) as desa:
        desa.desk.connection.execute("UPDATE jurnal SET hash = zeroblob(32)")
    ran = musrenbang("verify", "--data-dir", data)
    assert ran.returncode == 1
    assert "dipulihkan" in ran.stderr
    assert musrenbang("verify", "--data-dir", data).returncode == 0


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("DELETE FROM segel", "segel"),
        ("UPDATE kesepakatan SET saat_tutup = '{}'", "kesepakatan"),
        ("UPDATE forum SET tempat = 'Rumah lain'", "forum"),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_verify_finds_what_was_changed_in_the_tables_and_a_seal_that_was_taken_out_of_them(
    data: Path, statement: str, table: str, sealed: bool
) -> None:
    with opened(data) as desa:
        close_by_hand(desa)
        if sealed:
            desa.segel.buat()
        desa.desk.connection.execute(statement)
    ran = musrenbang("verify", "--data-dir", data)
    changed = sealed or table != "segel"
    assert ran.returncode == int(changed)
    assert (f"tabel {table} tidak sama dengan jurnal" in ran.stderr) is changed


def test_a_misspelt_folder_is_not_begun_as_a_new_one(tmp_path: Path) -> None:
    assert "tidak ada" in one_sentence(musrenbang("verify", "--data-dir", tmp_path / "tiada"))
    assert list(tmp_path.iterdir()) == []


def test_verify_knows_its_own_pdf_and_no_other(data: Path, tmp_path: Path) -> None:
    from musrenbang_desktop.berita_acara import render
    from musrenbang_desktop.reference import profile

    with opened(data) as desa:
        pdf = render("berita_acara", desa.dokumen.isi(), profile.load("rkpd-86"))
        saved = desa.dokumen.simpan("berita_acara", pdf, 2)
    assert "sama persis" in musrenbang("verify", saved, "--data-dir", data).stdout
    changed = tmp_path / "lain.pdf"
    changed.write_bytes(pdf + b"\n")
    assert "tidak sama" in one_sentence(musrenbang("verify", changed, "--data-dir", data))


def test_verify_reads_the_qr_of_a_seal_and_trusts_no_strange_laptop(data: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "desa") as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(3), "impor")
        desa.kesepakatan.susun()
        desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
        desa.kesepakatan.tutup()
        sealed = desa.segel.buat()
    qr = tmp_path / "qr.txt"
    qr.write_text(sealed.qr + "\n", encoding="ascii")
    home = musrenbang("verify", qr, "--data-dir", tmp_path / "desa")
    assert home.returncode == 0
    assert f"kode segel {sealed.kode}" in home.stdout
    assert "1. U-001  ke kecamatan" in home.stdout
    assert "tidak dikenal" in one_sentence(musrenbang("verify", qr, "--data-dir", data))
    given = musrenbang("verify", qr, "--data-dir", data, "--public-key", sealed.segel.kunci)
    assert given.returncode == 0, given.stderr
    assert musrenbang("verify", qr, "--data-dir", data, "--public-key", "kunci").returncode == 2
    qr.write_text(sealed.qr.replace("MDS1:", "MDS1:0"), encoding="ascii")
    assert "QR ditolak" in one_sentence(musrenbang("verify", qr, "--data-dir", tmp_path / "desa"))
    assert "Segel utuh" in musrenbang("verify", "--data-dir", tmp_path / "desa").stdout


def test_data_of_a_newer_version_gets_one_sentence(data: Path) -> None:
    with opened(data) as desa:
        desa.desk.connection.execute("PRAGMA user_version=99")
    assert "versi program yang lebih baru" in one_sentence(musrenbang("verify", "--data-dir", data))


def test_data_that_is_open_elsewhere_gets_one_sentence(data: Path) -> None:
    with opened(data):
        assert "sudah terbuka" in one_sentence(musrenbang("verify", "--data-dir", data))


def test_a_folder_that_is_a_file_gets_one_sentence(data: Path) -> None:
    assert "Pilih folder lain" in one_sentence(musrenbang("verify", "--data-dir", data / FILE_NAME))


def test_sending_before_enrolment_gets_one_sentence(data: Path) -> None:
    assert "belum terdaftar" in one_sentence(musrenbang("sync", "--data-dir", data))


def test_a_wrong_call_ends_with_two() -> None:
    assert musrenbang("impor").returncode == 2
    assert musrenbang("documents").returncode == 2


def test_without_a_display_the_window_is_a_sentence_and_two() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    ran = musrenbang(env=hidden)
    if sys.platform in ("win32", "darwin"):
        pytest.skip("this system always has a display")
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1


def test_selfcheck_exercises_every_part(tmp_path: Path) -> None:
    ran = musrenbang("selfcheck", env={"QT_QPA_PLATFORM": "offscreen"})
    assert ran.returncode == 0, ran.stdout
    assert [line.split()[0] for line in ran.stdout.splitlines()] == ["ok"] * len(PARTS)


def test_lists_leave_for_other_programs(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        forum = desa.forum.aktif().id
        desa.usulan.catat_banyak(some_usulan(3), "impor")
        desa.kontak.isi(desa.peserta.undang(PesertaBaru(nama="Sri")), telepon="0812-0000-1111")
    out = tmp_path / "daftar.json"
    assert musrenbang("export", "json", "--forum", forum, "--out", out, "--data-dir", data).returncode == 0
    facts = json.loads(out.read_text(encoding="utf-8"))
    assert [row["nomor"] for row in facts["Usulan"]] == ["U-001", "U-002", "U-003"]
    assert facts["Usulan"][0]["perkiraan_biaya"] == 10_000_000
    assert [row["nama"] for row in facts["Peserta"]] == ["Sri"]
    assert facts["Kesepakatan"] == []
    assert "0812" not in out.read_text(encoding="utf-8")
    for kind in ("csv", "xlsx"):
        target = tmp_path / f"daftar.{kind}"
        assert musrenbang("export", kind, "--forum", forum, "--out", target, "--data-dir", data).returncode == 0
        assert target.stat().st_size > 100
    assert (tmp_path / "daftar.csv").read_bytes().count(b"\r\n") == 4


def test_word_books_and_the_queue_for_sipd_leave_too(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        forum = desa.forum.aktif().id
        desa.usulan.catat_banyak(some_usulan(2), "impor")
    word = tmp_path / "berita acara.docx"
    assert musrenbang("export", "docx", "--forum", forum, "--out", word, "--data-dir", data).returncode == 0
    assert word.read_bytes().startswith(b"PK")
    for name in ("buku_aspirasi", "sipd"):
        out = tmp_path / f"{name}.json"
        words = ("export", "json", "--list", name, "--forum", forum, "--out", out, "--data-dir", data)
        assert musrenbang(*words).returncode == 0
        rows, *_ = json.loads(out.read_text(encoding="utf-8")).values()
        assert len(rows) == (2 if name == "buku_aspirasi" else 0), "nothing is agreed, so nothing goes to SIPD"


def test_every_paper_that_has_a_word_file_leaves_as_one(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        forum = desa.forum.aktif().id
    said = {"penundaan": "penundaan", "tanpa_kuorum": "kuorum", "notulen": "notulen", "lengkap": "kesepakatan"}
    texts = set()
    for jenis, word in said.items():
        out = tmp_path / f"{jenis}.docx"
        words = ("export", "docx", "--jenis", jenis, "--forum", forum, "--out", out, "--data-dir", data)
        assert musrenbang(*words).returncode == 0
        text = zipfile.ZipFile(out).read("word/document.xml").decode().casefold()
        assert word in text
        texts.add(text)
    assert len(texts) == len(said), "each has its own form"


def test_the_choice_of_a_word_file_means_nothing_elsewhere_and_says_so(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        forum = desa.forum.aktif().id
    out = tmp_path / "daftar.csv"
    ran = musrenbang("export", "csv", "--jenis", "notulen", "--forum", forum, "--out", out, "--data-dir", data)
    assert ran.returncode == 2
    assert "--jenis hanya untuk docx" in ran.stderr
    assert not out.exists()
    unknown = musrenbang("export", "docx", "--jenis", "undangan", "--forum", forum, "--out", out, "--data-dir", data)
    assert unknown.returncode == 2
    assert not out.exists()


def test_a_kelurahan_has_no_books_of_a_bpd(data: Path, tmp_path: Path) -> None:
    with opened(data) as services:
        forum = services.forum.buka(kelurahan())
    out = tmp_path / "buku.xlsx"
    ran = musrenbang("export", "xlsx", "--list", "buku_keputusan", "--forum", forum, "--out", out, "--data-dir", data)
    assert "di kelurahan tidak ada BPD" in one_sentence(ran)
    assert not out.exists()


def test_an_archive_is_a_new_folder_or_nothing(data: Path, tmp_path: Path) -> None:
    with opened(data) as desa:
        forum = desa.forum.aktif().id
    out = tmp_path / "arsip"
    assert musrenbang("export", "arsip", "--forum", forum, "--out", out, "--data-dir", data).returncode == 0
    assert {"index.html", "SHA256.txt", "dokumen", "daftar", "jurnal"} <= {path.name for path in out.iterdir()}
    again = musrenbang("export", "arsip", "--forum", forum, "--out", out, "--data-dir", data)
    assert "sudah berisi sesuatu" in one_sentence(again)
    assert sorted(path.name for path in tmp_path.glob("arsip*")) == ["arsip"]


def test_a_list_of_an_unknown_forum_is_one_sentence(data: Path, tmp_path: Path) -> None:
    ran = musrenbang("export", "csv", "--forum", "tidak-ada", "--out", tmp_path / "a.csv", "--data-dir", data)
    assert "Forum itu tidak ada" in one_sentence(ran)
    assert musrenbang("export", "pdf", "--forum", "x", "--out", "y").returncode == 2
