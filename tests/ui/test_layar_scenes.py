"""What the hall reads: large letters on every screen, nobody's name, telephone or identity number."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSizeF

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.layar import HIDDEN, tanpa_nomor_pribadi
from resources.sample import contoh
from tests.sukamaju import record_people_and_usulan, score
from tests.ui.conftest import InlineBackground
from tests.village import Prepared
from ui.colours import colours
from ui.layar.board import SMALLEST_POINTS, Board, pages_of
from ui.layar.frame import Frame, Picture, Text
from ui.layar.projector import Projector
from ui.layar.scenes import DIGITS
from ui.theme import Theme, contrast

SCREENS = [(1024, 768), (1366, 768), (1920, 1080)]
SCENES = list(DIGITS.values())
AT_EVERY_SIZE = pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")


def spoken_day(desa: Layanan) -> None:
    sample = record_people_and_usulan(desa)
    desa.usulan.catat(
        UsulanBaru(judul="Pembangunan jalan rabat beton dan drainase " * 4, dusun="Krajan", pengusul="Warga RT 02")
    )
    score(desa, sample)
    desa.kesepakatan.susun()
    desa.sidang.mulai()
    desa.bicara.mulai(desa.bicara.unsur()[0], "P")
    desa.bicara.antre(desa.bicara.unsur()[1], "L")


@pytest.fixture
def desa(prepared: Prepared, tmp_path: Path) -> Iterator[Layanan]:
    """The whole day of Sukamaju while somebody speaks, with titles as long as people type them."""
    with prepared.opened(spoken_day, tmp_path / "data") as layanan:
        yield layanan


@pytest.fixture
def projector(desa: Layanan, background: InlineBackground, qtbot: Any) -> Iterator[Projector]:
    made = Projector(desa, background)
    yield made
    made.close()


def every_page(projector: Projector, key: str, size: tuple[int, int]) -> Iterator[Frame]:
    """All pages of a scene, laid out for one screen."""
    scene = projector.scenes[key]
    scene.read()
    page, pages = 0, 1
    while page < pages:
        board = Board(QSizeF(*size), colours())
        pages = scene.draw(board, page)
        yield board.frame(page, pages)
        page += 1


@AT_EVERY_SIZE
@pytest.mark.parametrize("key", SCENES)
def test_no_letter_is_smaller_than_28_points(projector: Projector, key: str, size: tuple[int, int]) -> None:
    texts = [text for frame in every_page(projector, key, size) for text in frame.texts]
    assert texts or key in ("hitam", "berita_acara")
    least = SMALLEST_POINTS * size[1] / 768
    assert {text.words: text.points for text in texts if text.points < least} == {}


@AT_EVERY_SIZE
@pytest.mark.parametrize("key", SCENES)
def test_nothing_leaves_the_screen_and_no_words_overlap(projector: Projector, key: str, size: tuple[int, int]) -> None:
    screen = QRectF(0, 0, *size)
    for frame in every_page(projector, key, size):
        for item in frame.items:
            rect = getattr(item, "rect", None)
            if rect is not None and not isinstance(item, Picture):
                assert screen.contains(rect.intersected(rect.adjusted(0.5, 0.5, -0.5, -0.5))), item
        written = [_ink(text) for text in frame.texts if text.words]
        for place, one in enumerate(written):
            for other in written[place + 1 :]:
                both = one.intersected(other)
                assert both.width() < 2 or both.height() < 2, (key, one, other)


def _ink(text: Text) -> QRectF:
    """Where the letters stand, without the white around them."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFontMetricsF

    from ui.layar.frame import font

    width = QFontMetricsF(font(text.pixels, text.weight)).horizontalAdvance(text.words)
    spare = text.rect.width() - width
    left = (
        spare
        if text.align & Qt.AlignmentFlag.AlignRight
        else spare / 2
        if text.align & Qt.AlignmentFlag.AlignHCenter
        else 0
    )
    return QRectF(text.rect.x() + left, text.rect.y() + 4, width, text.rect.height() - 8)


@pytest.mark.parametrize("name", ["terang", "gelap", "kontras"])
@pytest.mark.parametrize("key", SCENES)
def test_every_word_stands_out_from_what_is_behind_it(projector: Projector, theme: Theme, key: str, name: str) -> None:
    """4.5 : 1 against the last box painted below it."""
    theme.wear(name)
    for frame in every_page(projector, key, (1024, 768)):
        for place, item in enumerate(frame.items):
            if not isinstance(item, Text) or any(isinstance(one, Picture) for one in frame.items):
                continue
            middle = item.rect.center()
            below = [one.fill for one in frame.items[:place] if hasattr(one, "fill") and one.rect.contains(middle)]
            ground = below[-1] if below else frame.background
            assert contrast(item.colour, ground) >= 4.5, (item.words, item.colour, ground)


def words_of(projector: Projector) -> str:
    """Everything that can be read on any scene at any size, drawn letters and spoken summary."""
    found = []
    for key in SCENES:
        for size in SCREENS:
            for frame in every_page(projector, key, size):
                found += [text.words for text in frame.texts] + [frame.summary]
    return "\n".join(found)


def test_no_resident_no_telephone_no_identity_number(projector: Projector, desa: Layanan) -> None:
    """Officials may be named; of everybody else there are only numbers."""
    desa.peserta.catat_tamu(PesertaBaru(nama="Wagiyem Tanpajabatan", unsur="Masyarakat", jenis_kelamin="P"))
    desa.usulan.catat(
        UsulanBaru(
            judul="Talud di rumah, hubungi 0812-3456-7890 atau 3326010101800001",
            dusun="Krajan",
            pengusul="Wagiyem Tanpajabatan",
            lokasi="depan rumah Wagiyem Tanpajabatan",
        )
    )
    read = words_of(projector)
    assert "Talud di rumah" in read
    assert HIDDEN in read
    assert "Wagiyem" not in read
    assert not re.search(r"\d{12,}|\+?62 ?8|08\d\d", read)
    people = [person.isi.nama for person in (*contoh().undangan, *contoh().tamu)]
    assert [name for name in people if name in read] == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Hubungi 081234567890", f"Hubungi {HIDDEN}"),
        ("+62 812 3456 7890 segera", f"{HIDDEN} segera"),
        ("NIK 3326010101800001", f"NIK {HIDDEN}"),
        ("NIK 3326 0101 0180 0001.", f"NIK {HIDDEN}."),
        ("Biaya Rp1.250.000.000", "Biaya Rp1.250.000.000"),
        ("Talud 120 m x 1,5 m, RT 08/RW 02", "Talud 120 m x 1,5 m, RT 08/RW 02"),
        ("Jalan 2026 sampai 2027", "Jalan 2026 sampai 2027"),
    ],
)
def test_private_numbers_are_hidden_and_others_are_not(typed: str, shown: str) -> None:
    assert tanpa_nomor_pribadi(typed) == shown


def test_every_scene_says_something_in_an_empty_forum(
    layanan: Layanan, background: InlineBackground, qtbot: Any
) -> None:
    projector = Projector(layanan, background)
    for key in SCENES:
        for frame in every_page(projector, key, (1024, 768)):
            assert frame.texts or key in ("hitam", "berita_acara"), key
    projector.close()


def test_without_a_forum_the_hall_reads_that(kosong: Layanan, background: InlineBackground, qtbot: Any) -> None:
    projector = Projector(kosong, background)
    projector.redraw()
    assert [text.words for text in projector.shown.texts] == ["Musrenbang belum disiapkan"]
    projector.close()


def test_rows_are_never_divided_and_none_is_lost() -> None:
    heights = [30.0, 50.0, 40.0, 200.0, 10.0, 60.0]
    pages = pages_of(heights, 100.0)
    assert [list(page) for page in pages] == [[0, 1], [2], [3], [4, 5]]
    assert pages_of([], 100.0) == [range(0)]


def test_each_usulan_stands_on_exactly_one_page_of_its_dusun(projector: Projector, desa: Layanan) -> None:
    labels: list[str] = []
    for frame in every_page(projector, "usulan", (1024, 768)):
        labels += [text.words for text in frame.texts if re.fullmatch(r"U-\d{3}", text.words)]
    assert sorted(labels) == sorted(usulan.label for usulan in desa.usulan.daftar())


def test_the_rank_shows_ties_and_what_waits(layanan: Layanan, background: InlineBackground, qtbot: Any) -> None:
    from tests.desk import lock_rules, propose

    ids = propose(layanan, 3)
    lock_rules(layanan, 1)
    group = layanan.prioritas.aturan().kelompok[0].id
    width = len(layanan.prioritas.aturan().kriteria)
    layanan.prioritas.isi(group, {ids[0]: (3,) * width, ids[1]: (3,) * width})
    projector = Projector(layanan, background)
    (frame,) = every_page(projector, "peringkat", (1366, 768))
    words = [text.words for text in frame.texts]
    assert words.count("1=") == 2
    assert sum("SERI" in one for one in words) == 2
    assert f"menunggu {width} nilai" in words
    assert "2 dari 3 usulan" in words
    projector.close()


def test_the_line_stands_where_the_rule_of_the_hall_puts_it_before_anything_is_agreed(
    layanan: Layanan, background: InlineBackground, qtbot: Any
) -> None:
    """100 million: 60 + 30 fit, 20 more do not, the 10 after them do. *lewati* takes the 10, *berhenti* does not."""
    from tests.desk import lock_rules

    layanan.forum.ubah(pagu=100_000_000)
    ids = [
        layanan.usulan.catat(UsulanBaru(judul=f"Usulan {n}", dusun="Krajan", pengusul="RT 01", perkiraan_biaya=cost))
        for n, cost in enumerate((60_000_000, 30_000_000, 20_000_000, 10_000_000))
    ]
    lock_rules(layanan, 1)
    group = layanan.prioritas.aturan().kelompok[0].id
    width = len(layanan.prioritas.aturan().kriteria)
    layanan.prioritas.isi(group, {record: (5 - n,) * width for n, record in enumerate(ids)})
    projector = Projector(layanan, background)
    for rule, ahead in (("lewati", [0, 1, 3]), ("berhenti", [0, 1])):
        if rule != "lewati":
            rules = layanan.prioritas.aturan()
            sheet = dict(layanan.prioritas.lembar(group))
            layanan.prioritas.buka_kunci("aturan pagu diganti")
            cara = dataclasses.replace(rules.cara, pagu=rule)
            layanan.prioritas.ubah_aturan(rules.kriteria, rules.kelompok, rules.seri, cara)
            layanan.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
            assert layanan.prioritas.lembar(group) == sheet
        found = layanan.layar.hasil_pagu()
        assert [row.usulan.id for row in found.baris if row.muat] == [ids[n] for n in ahead]
        (frame,) = every_page(projector, "pagu", (1366, 768))
        shown = sorted((text.rect.y(), text.words) for text in frame.texts if text.words.startswith(("Usulan ", "Cad")))
        cut = next(place for place, (_, words) in enumerate(shown) if words.startswith("Cadangan"))
        assert [words[:8] for _, words in shown[:cut]] == [f"Usulan {n}" for n in ahead]
    assert any("pagu sudah berhenti" in text.words for text in frame.texts)


@AT_EVERY_SIZE
def test_the_berita_acara_is_read_out_in_large_letters_without_a_name(
    projector: Projector, desa: Layanan, size: tuple[int, int]
) -> None:
    """The same words as on the paper; the letters of a sheet are as large as those beside it."""
    from tests.unit.berita_acara.reading import pages, text_of
    from ui.layar.berita_acara import LEBAR, TINGGI

    frames = list(every_page(projector, "berita_acara", size))
    for frame in frames:
        (picture,) = (item for item in frame.items if isinstance(item, Picture))
        assert picture.rect.width() / LEBAR * 72 / 96 >= SMALLEST_POINTS * size[1] / 768
        assert picture.rect.height() / TINGGI * 72 / 96 >= SMALLEST_POINTS * size[1] / 768
        assert all(not picture.rect.intersects(_ink(text)) for text in frame.texts)
        assert any("hanya di kertas" in text.words for text in frame.texts)
    scene: Any = projector.scenes["berita_acara"]
    words = " ".join(text_of(scene.data).split())
    paper = " ".join(text_of(desa.dokumen.penggambar().gambar("berita_acara")).split())
    isi = desa.dokumen.isi()
    forum = isi.forum
    people = [forum.pimpinan, forum.notulis, *forum.sambutan, *forum.pemateri, *forum.saksi]
    names = [one.nama for one in people if one.nama] + [one.nama for one in isi.wakil]
    assert [name for name in names if name in paper]
    assert [name for name in names if name in words] == []
    assert "MENYEPAKATI" in words
    assert "KESATU" in words
    told = [re.search(r"kertas hal\. (\d) dari 2", " ".join(text.words for text in frame.texts)) for frame in frames]
    numbers = [int(found[1]) for found in told if found]
    assert len(numbers) == len(frames) and numbers == sorted(numbers)
    kertas = [" ".join(page.text.split()) for page in pages(desa.dokumen.penggambar().gambar("berita_acara"))]
    for number, sheet in zip(numbers, pages(scene.data), strict=True):
        one = sheet.text.split()
        runs = [" ".join(one[at : at + 4]) for at in range(len(one) - 3)]
        assert any(run in kertas[number - 1] for run in runs)


def test_answers_of_last_year_come_with_reason_and_mark(
    layanan: Layanan, background: InlineBackground, qtbot: Any
) -> None:
    from dataclasses import replace

    from musrenbang_desktop.db import projections

    now = contoh().forum
    old = layanan.forum.buka(replace(now, tahun_pelaksanaan=2025, tahun_rencana=2026, tanggal="2025-01-22"))
    first, second, _ = (
        layanan.usulan.catat(UsulanBaru(judul=judul, dusun="Krajan", pengusul="RT 01"))
        for judul in ("Rabat beton RT 05", "Air bersih RW 03", "Talud kali")
    )
    for number, (record, answer, why) in enumerate(
        ((first, "diterima", ""), (second, "ditunda", "menunggu sumber air, telp 081234567890"))
    ):
        with layanan.desk.store.transaction():
            projections.project_kabar(
                layanan.desk.connection,
                number + 1,
                {
                    "t": "jawaban.putus", "usulan": record, "tingkat": "kecamatan", "putusan": answer,
                    "alasan_kode": "", "alasan": why, "oleh": "Kasi PMD", "waktu": "2025-03-14T09:00:00+07:00",
                },
            )  # fmt: skip
    layanan.forum.pilih(next(forum.id for forum in layanan.forum.daftar() if forum.id != old))
    projector = Projector(layanan, background)
    (frame,) = every_page(projector, "jawaban", (1366, 768))
    words = [text.words for text in frame.texts]
    assert "Jawaban usulan 2025" in words
    assert "Diterima 1 · ditunda 1 · tidak diterima 0 · belum dijawab 1" in words
    assert words.index("✓") < words.index("…")
    assert any(one.startswith("Ditunda: menunggu sumber air") for one in words)
    assert all("0812" not in one and "Kasi" not in one for one in words)
    projector.close()
