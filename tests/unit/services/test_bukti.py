"""Signed pages come back to the forum: matched, kept once, missing ones named, also after the seal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image

from musrenbang_desktop.db.errors import NoAccess
from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.bukti import Ditolak, Halaman, Terpindai
from musrenbang_desktop.services.layanan import Layanan
from tests.page_photos import photographed, pictures
from tests.photos import photo, written
from tests.replayed import assert_replayed
from tests.small_forum import small_forum
from tests.sukamaju import sealed_forum
from tests.village import Prepared, opened


@pytest.fixture
def desa(prepared: Prepared, tmp_path: Path) -> Iterator[Layanan]:
    """Sukamaju after its meeting, sealed."""
    with prepared.opened(sealed_forum, tmp_path / "data") as layanan:
        yield layanan


def paper(desa: Layanan, jenis: str) -> list[Image.Image]:
    return list(pictures(desa.dokumen.penggambar().gambar(jenis), 150))


def shot(folder: Path, name: str, page: Image.Image, **held: float) -> Path:
    return written(folder, name, photographed(page, side=2000, **held))


def placed(desa: Layanan, *paths: Path) -> list[Halaman]:
    read = desa.bukti.baca(paths, desa.bukti.forum_id)
    assert not [one for one in read if isinstance(one, Ditolak)]
    return desa.bukti.tempatkan([one for one in read if isinstance(one, Terpindai)])


def missing(desa: Layanan, kunci: str) -> tuple[str, ...]:
    return next(one.kurang for one in desa.bukti.keadaan() if one.butir.kunci == kunci)


def test_a_folder_of_photos_fills_the_evidence_in_one_act_and_the_seal_still_stands(
    desa: Layanan, tmp_path: Path
) -> None:
    pages = paper(desa, "lengkap")
    folder = tmp_path / "DCIM"
    folder.mkdir()
    for number, page in enumerate(pages):
        shot(folder, f"IMG_{number:03d}.jpg", page, turn={1: 180, 2: 2}.get(number, 0))
    found = placed(desa, folder)
    assert len(found) == len(pages)
    assert {one.nasib for one in found} == {"baru"}
    assert not any(one.cetakan_lain for one in found)
    ids = desa.bukti.catat(found)
    assert len(ids) == len(pages)
    assert missing(desa, "berita_acara") == missing(desa, "daftar_hadir") == ()
    assert desa.segel.periksa() is None
    assert desa.lampiran.periksa() == []
    assert_replayed(desa)
    desa.riwayat.batalkan()
    assert missing(desa, "berita_acara") == ("Berita acara bertanda tangan belum ada",)
    desa.riwayat.ulangi()
    assert missing(desa, "berita_acara") == ()
    assert desa.segel.periksa() is None
    assert_replayed(desa)


def test_a_missing_page_is_named(desa: Layanan, tmp_path: Path) -> None:
    pages = paper(desa, "daftar_hadir")
    assert len(pages) >= 3
    desa.bukti.catat(placed(desa, shot(tmp_path, "1.jpg", pages[0]), shot(tmp_path, "3.jpg", pages[2])))
    left = [str(number) for number in range(1, len(pages) + 1) if number not in (1, 3)]
    words = left[0] if len(left) == 1 else f"{', '.join(left[:-1])} dan {left[-1]}"
    assert missing(desa, "daftar_hadir") == (f"Lampiran I halaman {words} belum ada",)
    (line,) = [one for one in desa.bukti.keadaan() if one.butir.kunci == "daftar_hadir"]
    assert line.ada == f"Lampiran I 2 dari {len(pages)} halaman"


def test_an_annex_that_is_missing_whole_is_named(desa: Layanan, tmp_path: Path) -> None:
    desa.bukti.catat(placed(desa, *(shot(tmp_path, f"{n}.jpg", p) for n, p in enumerate(paper(desa, "berita_acara")))))
    assert missing(desa, "berita_acara") == ("Lampiran II belum ada", "Lampiran III belum ada")


def test_a_page_of_another_forum_is_refused_and_not_kept(desa: Layanan, tmp_path: Path) -> None:
    page = shot(tmp_path, "a.jpg", paper(desa, "berita_acara")[0])
    own = desa.bukti.forum_id
    desa.forum.buka(replace(small_forum(), desa="Rejosari"))
    (found,) = placed(desa, page)
    assert (found.nasib, found.pindai.sha256) == ("forum_lain", "")
    assert "Sukamaju" in found.forum
    assert desa.bukti.catat([found]) == []
    desa.forum.pilih(own)
    assert placed(desa, page)[0].nasib == "baru"


def test_a_forum_that_is_not_here_is_named_by_its_code(tmp_path: Path) -> None:
    with opened(tmp_path / "satu") as one, opened(tmp_path / "dua") as other:
        for each in (one, other):
            each.forum.buka(small_forum())
        page = shot(tmp_path, "a.jpg", paper(one, "susunan_acara")[0])
        (found,) = placed(other, page)
        assert found.nasib == "forum_lain"
        assert found.forum == f"forum {one.bukti.forum_id}"


def test_a_page_that_is_there_is_replaced_or_kept_beside_it(desa: Layanan, tmp_path: Path) -> None:
    page = paper(desa, "berita_acara")[0]
    first, second, third = (shot(tmp_path, f"{n}.jpg", page, turn=n) for n in range(3))
    (old,) = desa.bukti.catat(placed(desa, first))
    (again,) = placed(desa, first)
    assert again.nasib == "sama"
    assert desa.bukti.catat([again]) == []
    (found,) = placed(desa, second)
    assert (found.nasib, found.lama) == ("sudah_ada", (old,))
    (new,) = desa.bukti.catat([found], ganti=True)
    assert {one.id: one.status for one in desa.bukti.milik("berita_acara")} == {old: "batal", new: "aktif"}
    assert_replayed(desa)
    desa.riwayat.batalkan()
    assert {one.id: one.status for one in desa.bukti.milik("berita_acara")} == {old: "aktif"}
    (third_id,) = desa.bukti.catat(placed(desa, third))
    assert {one.id for one in desa.bukti.milik("berita_acara") if one.status == "aktif"} == {old, third_id}
    assert_replayed(desa)


def test_a_photo_without_a_code_is_placed_by_hand(desa: Layanan, tmp_path: Path) -> None:
    path = written(tmp_path, "sk.jpg", photo())
    (found,) = placed(desa, path)
    assert found.nasib == "tanpa_kode"
    assert desa.bukti.catat([found]) == []
    for kertas, halaman, code in (("lengkap", 1, "tidak_dikenal"), ("sk_tim", 0, "di_luar_batas")):
        with pytest.raises(RuleBroken) as refused:
            desa.bukti.pilih_tempat(found, kertas, halaman)
        assert refused.value.code == code
    desa.bukti.catat([desa.bukti.pilih_tempat(found, "sk_tim", 1)])
    assert missing(desa, "sk_tim") == ()
    assert placed(desa, path)[0].nasib == "sama"
    assert desa.riwayat.teks_batal() == "Lampiran Surat keputusan tim penyelenggara halaman 1 (forum) dicatat"
    assert desa.lampiran.daftar() == []


def test_a_page_of_an_older_print_is_told_apart(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
        old = paper(desa, "berita_acara")[0]
        desa.forum.ubah(tempat="Balai RW 03")
        (found,) = placed(desa, shot(tmp_path, "lama.jpg", old))
        assert found.cetakan_lain
        desa.bukti.catat([found])
        assert there(desa, "berita_acara").startswith("Berita acara 1 dari 2 halaman dari cetakan sebelum data berubah")
        assert "Berita acara dari data yang sekarang belum ada" in missing(desa, "berita_acara")
        new = shot(tmp_path, "baru.jpg", paper(desa, "berita_acara")[0])
        (fresh,) = placed(desa, new)
        assert (fresh.nasib, fresh.cetakan_lain) == ("baru", False)
        desa.bukti.catat([fresh])
        (line,) = [one for one in desa.bukti.keadaan() if one.butir.kunci == "berita_acara"]
        assert "1 halaman dari cetakan lain" in line.ada
        assert "Berita acara dari data yang sekarang belum ada" not in line.kurang


def forged(folder: Path, *texts: str) -> Path:
    """A sheet with codes that somebody else printed."""
    sheet = Image.new("RGB", (900, 500 * len(texts)), "white")
    for place, text in enumerate(texts):
        drawn = BytesIO()
        segno.make(text, micro=False).save(drawn, kind="png", scale=8)
        sheet.paste(Image.open(drawn).convert("RGB"), (100, 50 + 500 * place))
    path = folder / f"palsu-{abs(hash(texts))}.png"
    sheet.save(path)
    return path


def there(desa: Layanan, kunci: str) -> str:
    return next(one.ada for one in desa.bukti.keadaan() if one.butir.kunci == kunci)


def test_a_forged_code_hides_no_missing_page_and_fills_no_screen(desa: Layanan, tmp_path: Path) -> None:
    """A code without the trace of the record is flagged, and the pages of today's print stay those that count."""
    desa.bukti.catat(placed(desa, shot(tmp_path, "1.jpg", paper(desa, "berita_acara")[0])))
    assert "Berita acara halaman 2 belum ada" in missing(desa, "berita_acara")
    own = desa.bukti.forum_id.upper()
    found = placed(desa, forged(tmp_path, f"M1:{own}:BEAC::1/1"), forged(tmp_path, f"M1:{own}:DAHA::9999/9999"))
    assert [one.cetakan_lain for one in found] == [True, True]
    desa.bukti.catat(found)
    assert "Berita acara halaman 2 belum ada" in missing(desa, "berita_acara")
    assert there(desa, "berita_acara") == "Berita acara 1 dari 2 halaman, 1 halaman dari cetakan lain"
    assert missing(desa, "daftar_hadir") == ("Lampiran I halaman 1 sampai 9998 belum ada",)


def test_two_pages_in_one_picture_fill_both_places(desa: Layanan, tmp_path: Path) -> None:
    one, other = paper(desa, "berita_acara")
    table = Image.new("RGB", (one.width * 2 + 60, one.height), "white")
    table.paste(one, (0, 0))
    table.paste(other, (one.width + 60, 0))
    found = placed(desa, written(tmp_path, "dua.jpg", photographed(table, side=3500)))
    assert sorted(page.halaman or 0 for page in found) == [1, 2]
    assert len(desa.bukti.catat(found)) == 2
    assert there(desa, "berita_acara") == "Berita acara 2 dari 2 halaman"
    assert_replayed(desa)


def test_a_page_photographed_twice_at_once_is_asked_about(desa: Layanan, tmp_path: Path) -> None:
    page = paper(desa, "berita_acara")[0]
    paths = [shot(tmp_path, f"{n}.jpg", page, turn=n) for n in range(2)]
    found = placed(desa, *paths)
    assert [one.nasib for one in found] == ["baru", "sudah_ada"]
    (first,) = desa.bukti.catat(found[:1])
    (second,) = desa.bukti.catat(found[1:], ganti=True)
    assert {one.id: one.status for one in desa.bukti.milik("berita_acara")} == {first: "batal", second: "aktif"}
    assert_replayed(desa)


def test_an_answer_that_comes_late_touches_only_what_still_stands(desa: Layanan, tmp_path: Path) -> None:
    page = paper(desa, "berita_acara")[0]
    (old,) = desa.bukti.catat(placed(desa, shot(tmp_path, "1.jpg", page)))
    (found,) = placed(desa, shot(tmp_path, "2.jpg", page, turn=1))
    desa.riwayat.batalkan()
    (new,) = desa.bukti.catat([found], ganti=True)
    assert [one.id for one in desa.bukti.milik("berita_acara")] == [new]
    written_of_old = jurnal.of_record(desa.desk.connection, old)
    assert not [one for one in written_of_old if one.event.isi.get("status") == "batal"]
    assert_replayed(desa)


def test_a_number_behind_the_last_page_is_not_counted_as_one_of_them(desa: Layanan, tmp_path: Path) -> None:
    first = paper(desa, "berita_acara")[0]
    desa.bukti.catat(placed(desa, shot(tmp_path, "1.jpg", first)))
    (found,) = placed(desa, written(tmp_path, "x.jpg", photo()))
    desa.bukti.catat([desa.bukti.pilih_tempat(found, "berita_acara", 7)])
    assert there(desa, "berita_acara") == "Berita acara 1 dari 2 halaman, 1 halaman di luar nomornya"
    assert "Berita acara halaman 2 belum ada" in missing(desa, "berita_acara")


def test_one_broken_file_does_not_stop_the_others_and_stopping_records_nothing(desa: Layanan, tmp_path: Path) -> None:
    folder = tmp_path / "foto"
    folder.mkdir()
    written(folder, "a.jpg", photo()[:500])
    shot(folder, "b.jpg", paper(desa, "berita_acara")[0])
    told: list[str] = []
    read = desa.bukti.baca([folder], desa.bukti.forum_id, lambda _done, _total, text: told.append(text))
    assert [type(one) for one in read] == [Ditolak, Terpindai]
    assert told == ["a.jpg", "b.jpg", "b.jpg"]

    def stop(_done: int, _total: int, _text: str) -> None:
        raise InterruptedError

    before = desa.desk.store.head
    with pytest.raises(InterruptedError):
        desa.bukti.baca([folder], desa.bukti.forum_id, stop)
    assert desa.desk.store.head == before


def test_a_folder_without_rights_is_said_and_not_taken_for_empty(
    desa: Layanan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", closed)
    with pytest.raises(NoAccess):
        desa.bukti.baca([tmp_path], desa.bukti.forum_id)


def test_an_empty_forum_lacks_everything_and_says_so(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as desa:
        desa.forum.buka(small_forum())
        lines = desa.bukti.keadaan()
        assert [one.butir.kunci for one in lines] == [
            "undangan", "tanda_terima", "daftar_hadir", "berita_acara", "notulen", "foto", "sk_tim",
        ]  # fmt: skip
        assert all(one.kurang == (f"{one.butir.nama} belum ada",) for one in lines)
