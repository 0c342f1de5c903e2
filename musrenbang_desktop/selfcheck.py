"""``musrenbang selfcheck``: exercises every lazily loaded part,
so that a frozen program that lost one says so at once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from musrenbang_desktop.bootstrap import open_desk, wall_clock


def run_selfcheck() -> int:
    """Try each part, print a line for each; 0 only when all work."""
    failed = 0
    for name, part in PARTS.items():
        try:
            with tempfile.TemporaryDirectory(prefix="musrenbang-") as folder:
                detail = part(Path(folder))
        except Exception as error:  # noqa: BLE001 - whatever a missing part raises is the finding
            failed += 1
            print(f"GAGAL {name}: {type(error).__name__}: {error}")
        else:
            print(f"ok    {name}: {detail}")
    return 1 if failed else 0


def _store(folder: Path) -> str:
    from musrenbang_desktop.db import replay
    from musrenbang_desktop.db.connection import engine
    from resources.sample import contoh

    with open_desk(folder) as desk:
        desk.services.forum.buka(contoh().forum)
        desk.services.usulan.catat_banyak([usulan.isi for usulan in contoh().usulan], "contoh")
        desk.services.riwayat.batalkan()
        desk.services.cadangan.buat()
        broken = replay.first_break(desk.services.desk.connection)
    if broken:
        raise ValueError(f"rantai putus di {broken}")
    return f"SQLite {engine.sqlite_version}, rantai utuh"


def _keys(folder: Path) -> str:
    from musrenbang_desktop.journal import keys
    from musrenbang_desktop.journal.keystore import FileKeys

    place = FileKeys(folder)
    public = place.create()
    device = keys.device_id(public)
    if not keys.verify(public, keys.sign(place.private(device), b"musrenbang"), b"musrenbang"):
        raise ValueError("tanda tangan tidak cocok")
    import keyring

    return f"tanda tangan cocok, tempat kunci {type(keyring.get_keyring()).__name__}"


def _paper(folder: Path) -> str:
    import pypdfium2

    from musrenbang_desktop.berita_acara import render
    from musrenbang_desktop.reference import profile
    from resources.sample import contoh

    with open_desk(folder) as desk:
        desk.services.forum.buka(contoh().forum)
        isi = desk.services.dokumen.isi()
    data = render("lengkap", isi, profile.load(isi.forum.profil))
    pdf = pypdfium2.PdfDocument(data)
    try:
        width, height = (side * 25.4 / 72 for side in pdf[0].get_size())
        return f"{len(pdf)} halaman, {width:.1f} x {height:.1f} mm"
    finally:
        pdf.close()


def _word(folder: Path) -> str:
    from musrenbang_desktop.berita_acara.word import template_of
    from musrenbang_desktop.berita_acara.word.check import periksa
    from resources.sample import contoh

    with open_desk(folder) as desk:
        desk.services.forum.buka(contoh().forum)
        writer = desk.services.word.penyusun()
    found = periksa(template_of(writer.penggambar.profil(), writer.penggambar.isi.forum))
    if found:
        raise ValueError(f"templat bawaan: {found[0].kalimat}")
    return f"templat dapat dipakai, berkas Word {len(writer.susun())} bita"


def _seal(_: Path) -> str:
    from musrenbang_desktop.berita_acara.seal import qr_of
    from musrenbang_desktop.journal import segel

    kode = segel.kode("00" * 32, b"{}", "x-1")
    found = qr_of("MDS1:" + "A" * 400)
    if found is None or kode != "891 812 233 844":
        raise ValueError(f"kode atau QR segel tidak cocok: {kode}")
    return f"kode {kode}, QR tingkat {found[0].upper()}"


def _import(folder: Path) -> str:
    from musrenbang_desktop.exchange.usulan_import import periksa

    path = folder / "usulan.csv"
    path.write_text("Usulan;Dusun;Perkiraan biaya\nDrainase gang mawar;Krajan;Rp 25 jt\n", encoding="utf-8")
    found = periksa(path).rows[0].usulan
    import python_calamine

    if found is None or found.perkiraan_biaya != 25_000_000:
        raise ValueError("baris contoh tidak terbaca")
    return f"CSV terbaca, calamine {python_calamine.__name__} ada"


def _lists(_: Path) -> str:
    from io import BytesIO

    from python_calamine import CalamineWorkbook

    from musrenbang_desktop.exchange.listing import Daftar, Kolom
    from musrenbang_desktop.exchange.listing_xlsx import as_xlsx

    daftar = Daftar("Usulan", (Kolom("Usulan"), Kolom("Biaya", "rupiah")), [["=Drainase", 25_000_000]])
    rows = CalamineWorkbook.from_filelike(BytesIO(as_xlsx([daftar]))).get_sheet_by_index(0).to_python()
    if rows != [["Usulan", "Biaya"], ["=Drainase", 25_000_000]]:
        raise ValueError(f"daftar Excel terbaca lain: {rows}")
    return "daftar Excel ditulis dan terbaca kembali"


def _photo(_: Path) -> str:
    from io import BytesIO

    from PIL import Image

    from musrenbang_desktop.exchange.foto import SISI_FOTO, susutkan

    packed = BytesIO()
    Image.new("RGB", (4000, 3000), "green").save(packed, "WEBP")
    found = susutkan(packed.getvalue())
    if max(found.lebar, found.tinggi) != SISI_FOTO:
        raise ValueError(f"foto contoh menjadi {found.lebar} x {found.tinggi}")
    return f"foto {found.lebar} x {found.tinggi}, {len(found.data)} bita"


def _signed_page(_: Path) -> str:
    from io import BytesIO

    from PIL import Image, ImageOps

    from musrenbang_desktop.berita_acara.qr_matrix import matrix
    from musrenbang_desktop.domain.halaman import KodeHalaman
    from musrenbang_desktop.exchange.halaman import lembar

    kode, packed = KodeHalaman("k7q2m3ab-1", "BEAC", "3f9a2c", 1, 2), BytesIO()
    rows = matrix(kode.teks, "m")
    code = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows)).point(lambda dark: 0 if dark else 255)
    code = ImageOps.expand(code, 8, 255).resize((6 * len(rows) + 96,) * 2, Image.Resampling.NEAREST)
    code.convert("RGB").rotate(180).save(packed, "PDF")
    (page,) = lembar(packed.getvalue())
    if page.kode != kode:
        raise ValueError("kode halaman contoh tidak terbaca")
    return f"halaman {page.kode.pendek} terbaca terbalik"


def _package(folder: Path) -> str:
    from musrenbang_desktop.domain.bagian_paket import BAGIAN
    from musrenbang_desktop.journal import keys
    from resources.sample import contoh
    from sync.wire import paket

    head = paket.Head(kode="00.00", kabupaten="Contoh", nomor="1", tanggal="2026-01-05", tahun_rencana=2027)
    rows = [("A-1", "Pengaspalan jalan", "", "m2", 185_000, "", "", "", "", "")]
    data = paket.pack(head, {"kamus.json": paket.table(BAGIAN["kamus"], rows)}, keys.new_private_key())
    path = folder / f"contoh{paket.SUFFIX}"
    path.write_bytes(data)
    with open_desk(folder / "data") as desk:
        desk.services.forum.buka(contoh().forum)
        desk.services.paket.pasang(desk.services.paket.periksa(path))
        found = desk.services.kamus.cari("aspal")
        pages = desk.services.cetak_kamus.buklet().gambar()
    if [one.kode for one in found] != ["A-1"] or not pages.startswith(b"%PDF-"):
        raise ValueError("paket contoh tidak terbaca")
    return f"paket {len(data)} bita terbaca, kamus tercari dan tercetak"


def _ranking(_: Path) -> str:
    from musrenbang_desktop.ranking.count import count
    from musrenbang_desktop.reference.templat_aturan import every

    found = every()
    for templat in found:
        hasil = count(templat.aturan_contoh, templat.contoh.lembar, templat.contoh.usulan)
        if not hasil.lengkap or hasil.seri:
            raise ValueError(f"contoh templat {templat.id} tidak dapat dihitung")
    return f"{len(found)} templat dihitung"


def _likeness(_: Path) -> str:
    from musrenbang_desktop.likeness.antardesa import IsiDesa, Peta
    from musrenbang_desktop.likeness.antardesa_index import IndeksAntardesa
    from musrenbang_desktop.likeness.compare import compare
    from musrenbang_desktop.likeness.signature import tanda

    found = compare(tanda("Pengaspalan jalan", rt="02", rw="01"), tanda("Aspal jln RT.02/RW.01"))
    if found is None or found.tingkat != "mirip":
        raise ValueError("pasangan contoh tidak dikenali")
    around = IndeksAntardesa("00.00.00.2001", Peta({}, {}), [IsiDesa("x", "00.00.00.2002", "Irigasi Sungapan")])
    if not around.search("Rehab irigasi Sungappan"):
        raise ValueError("pasangan contoh antardesa tidak dikenali")
    return found.alasan


def _network(_: Path) -> str:
    from sync.device.errors import NotSent
    from sync.device.link import Link

    try:
        with Link("http://127.0.0.1:9") as link:
            link.post("/api/v1/append", b"", "application/json")
    except NotSent as error:
        return f"tanpa server: {error}"
    raise ValueError("ada yang menjawab di alamat kosong")


def _window(folder: Path) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import Desktop, make_application

    app = make_application()
    with open_desk(folder, wall_clock) as desk:
        desktop = Desktop(app, desk.services, desk.folder, alone=True)
        desktop.window.show()
        app.processEvents()
        desktop.window.hall.show()  # the layar and its scenes
        app.processEvents()
        picture = desktop.window.grab()
        desktop.window.close()
        desktop.close()
    if picture.isNull():
        raise ValueError("jendela kosong")
    return f"jendela {picture.width()} x {picture.height()} titik"


PARTS: dict[str, Callable[[Path], str]] = {
    "data": _store,
    "kunci": _keys,
    "kertas": _paper,
    "word": _word,
    "segel": _seal,
    "impor": _import,
    "daftar": _lists,
    "foto": _photo,
    "halaman": _signed_page,
    "paket": _package,
    "urutan": _ranking,
    "kemiripan": _likeness,
    "kiriman": _network,
    "jendela": _window,
}
