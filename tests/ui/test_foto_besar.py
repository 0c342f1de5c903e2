"""Real photos from phones, through the window: large, placed, turned, broken, of other kinds."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.photos import GPS, MAKER, ORIENTATION, heic, pdf, photo, written
from tests.ui.conftest import QtBot, RecordedSay
from tests.ui.desktop import Show, shows, stages
from tests.ui.test_lampiran import files_of
from tests.unit.exchange.test_foto import png_that_claims
from ui.background import Background
from ui.lampiran.files import LampiranFiles
from ui.usulan.page import UsulanPage

show = shows(UsulanPage)

MOST_MEMORY = 120
"""Megabytes that one photo of 48 megapixels may take beside the program; whole it would be 190 and more."""

MEASURE = """
import resource, sys
from pathlib import Path
from musrenbang_desktop.exchange.foto import susutkan
susutkan(Path(sys.argv[2]).read_bytes())  # everything is loaded
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = susutkan(Path(sys.argv[1]).read_bytes())
print(found.lebar, found.tinggi, len(found.data), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.fixture(scope="module")
def megapixels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo of 48 megapixels and more than 17 MB, held upright, that knows its place."""
    tile = Image.frombytes("RGB", (1000, 1000), Random(5).randbytes(3_000_000))
    image = Image.new("RGB", (8000, 6000))
    for place in range(48):
        image.paste(tile, (place % 8 * 1000, place // 8 * 1000))
    image.paste((220, 30, 30), (0, 0, 2000, 2000))
    notes = Image.Exif()
    notes[MAKER], notes[ORIENTATION] = "HP Contoh", 6
    notes[GPS] = {1: "S", 2: (6.0, 54.0, 53.08), 3: "E", 4: (107.0, 36.0, 35.3)}
    path = tmp_path_factory.mktemp("kamera") / "IMG_0048.jpg"
    image.save(path, "JPEG", quality=72, exif=notes)
    assert path.stat().st_size > 17_000_000
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of a process is asked as Unix tells it")
def test_a_photo_of_48_megapixels_takes_little_memory(megapixels: Path, tmp_path: Path) -> None:
    small = written(tmp_path, "kecil.jpg", photo(400, 300))
    ran = subprocess.run(
        [sys.executable, "-c", MEASURE, str(megapixels), str(small)], capture_output=True, text=True, check=True
    )
    wide, high, size, peak = map(int, ran.stdout.split())
    assert (wide, high) == (1200, 1600), "it was held upright"
    assert size <= 300_000
    assert peak < MOST_MEMORY


def test_the_window_goes_on_while_48_megapixels_are_shrunk(
    qtbot: QtBot, layanan: Layanan, say: RecordedSay, megapixels: Path
) -> None:
    usulan = propose(layanan, 1)[0]
    background = Background(say)
    told: list[str] = []
    background.progressed.connect(lambda progress: told.append(progress.label if progress else ""))
    with stages(qtbot, lambda services: UsulanPage(services, say, background)) as opened:
        stage = opened(layanan)
        files = files_of(stage, usulan)
        title = stage.page.panel.form.rows["masalah"].field
        title.setFocus()
        files.take([megapixels])
        letters = "Jalan berlubang"
        for letter in letters:
            assert files.rows == [], "typing is not held by the photo"
            stage.type(letter)
        assert title.toPlainText().startswith(letters)
        qtbot.waitUntil(lambda: bool(files.rows), timeout=60_000)
        assert told[0] == "Menyiapkan foto"
        assert told[-1] == ""
        assert files.offer.isVisible()
    background.close()


@pytest.mark.parametrize("taken", [True, False])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_stored_photo_knows_no_place_whatever_was_answered(
    show: Show, layanan: Layanan, tmp_path: Path, form: str, taken: bool
) -> None:
    usulan = propose(layanan, 1)[0]
    stage = show(layanan)
    files = files_of(stage, usulan)
    files.take([written(tmp_path, "jalan.jpg", photo(2000, 1500, titik=(-6.9, 107.6), orientation=6, form=form))])
    assert files.offer.isVisible()
    (files.take_place if taken else files.leave_place).setFocus()
    stage.press(Qt.Key.Key_Space)
    (recorded,) = layanan.lampiran.daftar(usulan)
    assert recorded.lintang == ("-6.9" if taken else "")
    changed = layanan.usulan.satu(usulan)
    assert changed is not None
    assert (changed.lintang, changed.bujur) == (("-6.9", "107.6") if taken else ("", ""))
    stored = layanan.lampiran.berkas(recorded).read_bytes()
    for sign in (b"Exif", b"HP Contoh", b"Pak Contoh", b"http://ns.adobe.com"):
        assert sign not in stored
    with Image.open(BytesIO(stored)) as image:
        assert not image.getexif()
        assert image.size == (1200, 1600), "held upright"
    layanan.riwayat.batalkan()
    again = layanan.usulan.satu(usulan)
    assert again is not None
    assert again.lintang == ""


def test_of_several_places_one_after_another_is_offered(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    shots = {"a.jpg": (-6.9, 107.6), "b.jpg": (-7.1, 110.2), "c.jpg": (-7.2, 110.4)}
    files.take([written(tmp_path, name, photo(900, 600, titik=place)) for name, place in shots.items()])
    assert "a.jpg" in files.offer.text()
    files.leave_place.click()
    assert "b.jpg" in files.offer.text()
    files.take_place.click()
    assert not files.offer.isVisible(), "the usulan has its place"
    found = layanan.usulan.satu(usulan)
    assert found is not None
    assert found.lintang == "-7.1"
    files.take([written(tmp_path, "d.jpg", photo(880, 600, titik=(-7.3, 110.5)))])
    assert "Titik peta usulan sekarang -7.1, 110.2; yang itu diganti." in files.offer.text()


def refused(files: LampiranFiles, layanan: Layanan, usulan: str) -> str:
    """The sentence below the buttons; nothing may have been recorded."""
    QApplication.processEvents()
    assert layanan.lampiran.daftar(usulan) == []
    return files.problem.text()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("IMG_0001.HEIC", heic(), "bentuk HEIC"),
        ("IMG_0002.jpg", heic(), "bentuk HEIC"),
        ("putus.jpg", photo(2000, 1500, noise=60)[:60_000], "rusak"),
        ("kosong.jpg", b"", "rusak"),
        ("raksasa.png", png_that_claims(60_000, 60_000), "terlalu"),
        ("surat.pdf", pdf(6_000_000), "5 MB"),
    ],
)
def test_what_cannot_be_kept_says_why_and_leaves_nothing(
    show: Show, layanan: Layanan, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    files.take([written(tmp_path, name, data)])
    told = refused(files, layanan, usulan)
    assert told.startswith(f"{name}: ")
    assert words in told


@pytest.mark.parametrize(
    ("name", "data", "jenis"),
    [
        ("jalan.jpg", photo(700, 500, form="PNG"), "foto"),
        ("jalan.webp", photo(700, 500, form="WEBP"), "foto"),
        ("RAB.pdf", pdf(), "lainnya"),
    ],
)
def test_other_kinds_are_kept_whatever_they_are_called(
    show: Show, layanan: Layanan, tmp_path: Path, name: str, data: bytes, jenis: str
) -> None:
    usulan = propose(layanan, 1)[0]
    files = files_of(show(layanan), usulan)
    files.take([written(tmp_path, name, data)])
    assert files.problem.text() == ""
    (recorded,) = layanan.lampiran.daftar(usulan)
    assert (recorded.nama, recorded.jenis) == (name, jenis)
    kept = layanan.lampiran.berkas(recorded).read_bytes()
    assert kept.startswith(b"\xff\xd8\xff" if jenis == "foto" else b"%PDF")
