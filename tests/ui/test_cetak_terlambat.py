"""What becomes of a paper when the operator goes elsewhere, or the disk fills, while it is drawn or printed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.sukamaju import whole_forum
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.papers import kept
from ui.background import Background
from ui.dokumen import printing
from ui.dokumen.page import DokumenPage
from ui.dokumen.printing import Device

LIST = ((210.0, 297.0), (215.0, 330.0))


@pytest.fixture
def forums(kosong: Layanan) -> tuple[str, str]:
    """The forum that is printed and on the desk, and another one of which nothing was ever saved."""
    kosong.forum.buka(contoh().forum)
    other = kosong.forum.aktif()
    whole_forum(kosong)
    printed = kosong.forum.aktif()
    assert printed is not None
    assert other is not None
    return printed.id, other.id


def opened(page: DokumenPage, qtbot: QtBot, target: Callable[[], Path]) -> DokumenPage:
    qtbot.addWidget(page)
    page.printing.devices = lambda: [Device("EPSON", True, LIST)]
    page.printing.printer = lambda _name, _copies: printing.to_file(target(), 72)
    page.show()
    page.refresh(None)
    return page


@pytest.fixture
def page(
    qtbot: QtBot, kosong: Layanan, forums: tuple[str, str], say: RecordedSay, background: InlineBackground,
    tmp_path: Path,
) -> DokumenPage:  # fmt: skip
    """Whoever prints puts the other forum on the desk while the printer is at work."""

    def target() -> Path:
        kosong.desk.look_at(forums[1])
        return tmp_path / "x.pdf"

    return opened(DokumenPage(kosong, say, background), qtbot, target)


def test_a_printout_is_recorded_for_the_forum_that_was_printed(
    page: DokumenPage, kosong: Layanan, forums: tuple[str, str]
) -> None:
    page.show_record("keterwakilan")
    page.print_document()
    page.desk.card.go.click()
    assert kept(kosong, forums[1]) == {}
    assert kept(kosong, forums[0]) == {"keterwakilan": True}


def test_a_package_lands_in_the_folder_of_its_own_forum(
    page: DokumenPage, kosong: Layanan, forums: tuple[str, str]
) -> None:
    page.print_package()
    for row, box, _ in page.package._rows:
        box.setChecked(row.jenis in ("keterwakilan", "lembar_hitung"))
    page.package.go.click()
    assert kept(kosong, forums[1]) == {}
    assert kept(kosong, forums[0]) == {"keterwakilan": True, "lembar_hitung": True}


@pytest.mark.parametrize("package", [True, False])
def test_who_is_invited_while_the_sheets_are_printed_shifts_no_line_of_them(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground, tmp_path: Path, package: bool
) -> None:
    kosong.forum.buka(contoh().forum)
    kosong.peserta.undang_banyak([person.sebelum_hadir for person in contoh().undangan[:6]])
    people = [one.id for one in kosong.peserta.daftar(hanya="undangan")]
    late: list[str] = []

    def target() -> Path:
        late.append(kosong.peserta.undang(PesertaBaru(nama=f"Menyusul {len(late)}")))
        return tmp_path / "x.pdf"

    page = opened(DokumenPage(kosong, say, background), qtbot, target)
    page.show_record("daftar_hadir_nama")
    if package:
        page.print_package()
        for row, box, _ in page.package._rows:
            box.setChecked(row.jenis in ("lembar_uji", "daftar_hadir_nama"))
        page.package.go.click()
        assert len(late) == 2
    else:
        kosong.peserta.undang(PesertaBaru(nama="Menyusul"))  # the page hears of it when it is shown again
        page.save()
    rows = kosong.lembar_hadir.baris()
    assert [row.orang.id for row in rows if row.orang and row.dicetak] == people


@pytest.fixture
def slow(say: RecordedSay) -> Iterator[Background]:
    made = Background(say)
    yield made
    made.close()


def test_papers_that_are_still_drawn_are_saved_for_their_own_forum(
    qtbot: QtBot, kosong: Layanan, forums: tuple[str, str], say: RecordedSay, slow: Background, tmp_path: Path
) -> None:
    page = opened(DokumenPage(kosong, say, slow), qtbot, lambda: tmp_path / "x.pdf")
    page.saving.save(["keterwakilan", "mandat"])
    kosong.desk.look_at(forums[1])
    qtbot.waitUntil(lambda: not slow.busy, timeout=20_000)
    assert kept(kosong, forums[1]) == {}
    assert kept(kosong, forums[0]) == {"keterwakilan": False, "mandat": False}


def test_the_card_opens_only_for_what_is_in_the_preview(
    qtbot: QtBot, kosong: Layanan, forums: tuple[str, str], say: RecordedSay, slow: Background, tmp_path: Path
) -> None:
    page = opened(DokumenPage(kosong, say, slow), qtbot, lambda: tmp_path / "x.pdf")
    page.print_document()
    page.show_record("keterwakilan")
    qtbot.waitUntil(lambda: not slow.busy, timeout=20_000)
    assert not page.desk.card.isVisibleTo(page)
    assert kept(kosong, forums[0]) == {}


def test_the_card_does_not_outlive_the_facts_that_it_asked_about(
    page: DokumenPage, kosong: Layanan, forums: tuple[str, str]
) -> None:
    page.print_document()
    assert page.desk.card.isVisibleTo(page)
    page.refresh(None)
    assert page.desk.card.isVisibleTo(page)
    kosong.desk.look_at(forums[1])
    page.refresh(None)
    assert not page.desk.card.isVisibleTo(page)


def test_a_paper_that_is_out_is_not_called_failed_when_only_its_record_is_missing(
    page: DokumenPage, kosong: Layanan, say: RecordedSay, expect_log: Callable[[str, str], None]
) -> None:
    expect_log("ui.say", "trouble: NoAccess")
    page.print_document()
    kosong.desk.connection.execute("PRAGMA query_only = 1")
    page.desk.card.correction.changed.emit(1.0, 1.0)
    assert "tidak boleh ditulisi" in say.last.text
    page.desk.card.go.click()
    assert [message.kind for message in say.said[-2:]] == ["success", "error"]
    assert "tidak boleh ditulisi" in say.last.text
    kosong.desk.connection.execute("PRAGMA query_only = 0")


_FILL = """
import resource, signal, sys
from pathlib import Path
from musrenbang_desktop.db.errors import NoAccess
from musrenbang_desktop.db.whole_file import write_whole

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_whole(Path(sys.argv[1]), bytes(100_000))
except NoAccess as problem:
    print(problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    paper = tmp_path / "Berita Acara.pdf"
    paper.write_bytes(b"lama")
    done = subprocess.run([sys.executable, "-c", _FILL, str(paper)], capture_output=True, text=True, check=True)
    assert "periksa ruang penyimpanan" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["Berita Acara.pdf"]
    assert paper.read_bytes() == b"lama"
