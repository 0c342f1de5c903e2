"""Is this the paper of a sealed forum? For a PDF, the text of a QR, or a picture of one.

The answer says what was proved: the file is the saved one byte for byte, or its QR is whole and the file is a copy.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from musrenbang_desktop.berita_acara.isi_segel import LembarSegel
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.queries import segel as seals
from musrenbang_desktop.db.queries.dokumen import Cetakan, find_digest
from musrenbang_desktop.domain.sebutan import istilah_kode
from musrenbang_desktop.exchange.bentuk_foto import bentuk_asing
from musrenbang_desktop.journal import segel_qr, tambahan_qr, tanda_berkas
from musrenbang_desktop.journal.segel import BukanSegel, teks_pecahan
from musrenbang_desktop.journal.segel_qr import IsiQr, QrTidakSah
from musrenbang_desktop.journal.tanda_berkas import TandaBerkas
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.pdf_banding import changed_inside, first_line, keywords, pages, same_bytes, words_of
from musrenbang_desktop.services.segel import tersegel

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
_LAIN: Mapping[str, str] = {
    "heic": "Foto bentuk HEIC tidak dapat dibaca di sini. Kirim lewat WhatsApp sebagai foto, bukan sebagai dokumen, "
    "supaya menjadi JPG, lalu periksa lagi.",
    "avif": "Gambar bentuk AVIF tidak dapat dibaca di sini. Kirim lewat WhatsApp sebagai foto, bukan sebagai dokumen, "
    "supaya menjadi JPG, lalu periksa lagi.",
    "video": "Berkas ini video, bukan foto. Potret halamannya, lalu periksa fotonya.",
    "gambar_lama": "Gambar ini tersimpan dalam bentuk lama atau jarang dipakai. Simpan sebagai JPG, lalu periksa lagi.",
}
_KELUARAN = {"ke_kecamatan": "ke kecamatan", "dana_desa": "dana desa", "belum_disepakati": "belum disepakati"}


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What was found: whether it stands, and the sentences that say what was proved or why not."""

    sah: bool
    kalimat: tuple[str, ...]

    @classmethod
    def ya(cls, *kalimat: str) -> Jawaban:
        """It stands, and this was proved."""
        return cls(sah=True, kalimat=kalimat)

    @classmethod
    def tidak(cls, *kalimat: str) -> Jawaban:
        """It does not, for these reasons."""
        return cls(sah=False, kalimat=kalimat)


class Pemeriksa:
    """Checks files against the open data. ``kunci`` is a public key that the operator trusts, or nothing."""

    def __init__(self, layanan: Layanan, kunci: bytes = b"") -> None:
        self._layanan = layanan
        self._connection = layanan.desk.connection
        self._kunci = kunci

    def berkas(self, name: str, data: bytes) -> Jawaban:
        """Check the bytes of a file of any of the three kinds."""
        if data.startswith(b"%PDF"):
            return self._pdf(name, data)
        if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
            return self._picture(data)
        if foreign := bentuk_asing(data):
            return Jawaban.tidak(_LAIN[foreign])
        try:
            text = data.decode("ascii").strip("\r\n")
        except UnicodeDecodeError:
            text = ""
        if text.startswith(segel_qr.AWALAN):
            return self.qr(text)
        if text.startswith(tambahan_qr.AWALAN):
            return self.tambahan(text)
        return Jawaban.tidak(f"{name} tidak sama dengan dokumen mana pun yang disimpan dari data ini.")

    def qr(self, text: str) -> Jawaban:
        """Check the text of a QR by its signature, and against the seal if that is in this data."""
        try:
            isi = segel_qr.baca(text)
        except QrTidakSah as error:
            return Jawaban.tidak(f"QR ditolak: {error}.")
        forum = self._forum(isi)
        if forum:
            return self._against_seal(isi, text, forum)
        if isi.kunci == box.public_key(self._connection):
            return Jawaban.tidak(f"QR ditolak: segel {isi.id} tidak tercatat di data laptop yang membuatnya.")
        if self._kunci == isi.kunci:
            return Jawaban.ya(f"Isi QR sah menurut kunci yang diberikan. {_about(isi)}", *_order(isi))
        words = f"Isi QR utuh, tetapi kunci laptop {isi.laptop} tidak dikenal di sini."
        return Jawaban.tidak(words, "Periksa dengan --public-key dari daftar laptop kabupaten.")

    def tambahan(self, text: str) -> Jawaban:
        """Check the text of the QR of an addendum by its signature, and against the journal if it is in this data."""
        try:
            found = tambahan_qr.baca(text)
        except QrTidakSah as error:
            return Jawaban.tidak(f"QR ditolak: {error}.")
        isi, forum = found.isi, str(found.isi["forum"])
        about = f"Catatan tambahan {isi['nomor']}: {isi['teks']} Diminta {isi['oleh']}, karena {isi['alasan']}."
        known = [row for row in seals.every(self._connection, forum) if row.nomor == isi["nomor"] and row.nomor]
        if known:
            if known[0].isi != isi or known[0].tanda != found.tanda:
                return Jawaban.tidak(f"QR ditolak: catatan tambahan {isi['nomor']} yang tercatat di sini lain.")
            self._layanan.forum.tengok(forum)
            changed = self._layanan.segel.periksa()
            if changed:
                words = f"QR cocok dengan catatannya, tetapi data di laptop ini berubah. {changed}."
                return Jawaban.tidak(words)
            return Jawaban.ya(f"Isi QR sah, kode segel {known[0].kode}. {about}")
        if found.kunci == box.public_key(self._connection):
            words = f"QR ditolak: catatan tambahan {isi['nomor']} tidak tercatat di data laptop yang membuatnya."
            return Jawaban.tidak(words)
        if self._kunci == found.kunci:
            return Jawaban.ya(f"Isi QR sah menurut kunci yang diberikan. {about}")
        words = f"Isi QR utuh, tetapi kunci laptop {found.laptop} tidak dikenal di sini."
        return Jawaban.tidak(words, "Periksa dengan --public-key dari daftar laptop kabupaten.")

    def _forum(self, isi: IsiQr) -> str:
        """The forum in this data with the seal that the QR names; empty when there is none."""
        for forum in seals.sealed_forums(self._connection):
            found = seals.one(self._connection, forum)
            try:
                if found and tersegel(found).segel.id == isi.id:
                    return forum
            except BukanSegel:
                continue
        return ""

    def _against_seal(self, isi: IsiQr, text: str, forum: str) -> Jawaban:
        self._layanan.forum.tengok(forum)
        sealed = self._layanan.segel.sekarang()
        if sealed is None or sealed.qr != text:
            return Jawaban.tidak(f"QR ditolak: isinya bukan yang disegel dengan nomor {isi.id}.")
        found = self._layanan.segel.periksa()
        if found:
            return Jawaban.tidak(f"QR cocok dengan segelnya, tetapi data di laptop ini berubah. {found}.")
        return Jawaban.ya(f"Isi QR sah. {_about(isi)}, kode segel {sealed.kode}.", *_order(isi))

    def _pdf(self, name: str, data: bytes) -> Jawaban:
        tanda = tanda_berkas.baca(data)
        if tanda and not tanda.utuh:
            words = f"{name} ditolak: isinya diubah sesudah ditandatangani laptop {tanda.laptop}."
            return Jawaban.tidak(words, *filter(None, [self._difference_here(data)]))
        found = find_digest(self._connection, hashlib.sha256(data).hexdigest())
        if found:
            hour = found.jam[11:16].replace(":", ".")
            if self._replaced(found) and not keywords(data).startswith(segel_qr.AWALAN):
                words = f"{name} sama persis dengan {found.berkas} yang disimpan pukul {hour}, sebelum hasil disegel."
                return Jawaban.tidak(words, "Yang berlaku berkas sesudah disegel: mintalah yang itu.")
            return Jawaban.ya(
                f"Berkas sama persis: {name} sama persis dengan {found.berkas} yang disimpan pukul {hour}.",
                *([_every_byte(tanda)] if tanda else []),
            )
        return self._signed(name, data, tanda) if tanda else self._copy(name, data)

    def _replaced(self, found: Cetakan) -> bool:
        """Whether it is a paper of a result that is sealed; without its QR it was saved before, and may say other."""
        from musrenbang_desktop.berita_acara.documents import SEALED

        return found.jenis in SEALED and seals.one(self._connection, found.forum) is not None

    def _signed(self, name: str, data: bytes, tanda: TandaBerkas) -> Jawaban:
        """A file with a whole signature that was not saved here: the key and its QR decide."""
        own = tanda.kunci == box.public_key(self._connection)
        if not own and tanda.kunci != self._kunci:
            words = f"{name} utuh, tetapi kunci laptop {tanda.laptop} tidak dikenal di sini."
            return Jawaban.tidak(words, "Periksa dengan --public-key dari daftar laptop kabupaten.")
        answer = self.qr(keywords(data))
        if not answer.sah:
            return answer
        return Jawaban.ya(f"Berkas asli: {name}. {_every_byte(tanda)}", *answer.kalimat)

    def _difference_here(self, data: bytes) -> str:
        """Where a changed file leaves the papers of the forum that its QR names; empty when they are not here."""
        try:
            forum = self._forum(segel_qr.baca(keywords(data)))
        except QrTidakSah:
            return ""
        if not forum:
            return ""
        self._layanan.forum.tengok(forum)
        text = self._difference(data)
        return text[:1].upper() + text[1:]

    def _copy(self, name: str, data: bytes) -> Jawaban:
        text = keywords(data)
        if not text.startswith(segel_qr.AWALAN):
            return Jawaban.tidak(f"{name} tidak sama dengan dokumen mana pun yang disimpan dari data ini.")
        answer = self.qr(text)
        if not answer.sah:
            return Jawaban.tidak(f"{name} bukan berkas aslinya.", *answer.kalimat)
        forum = self._forum(segel_qr.baca(text))
        if not forum:
            return Jawaban.tidak(f"{name}: isi QR sah, tetapi berkas aslinya tidak ada di sini.")
        difference = self._difference(data)
        if difference:
            return Jawaban.tidak(f"{name} ditolak: {difference}.", "Isi QR di dalamnya sah; isi berkasnya tidak.")
        return Jawaban.ya(f"{name}: isi QR sah, berkasnya salinan dengan isi yang sama.", *answer.kalimat)

    def _difference(self, data: bytes) -> str:
        """How the file differs from every paper of the forum; empty for a copy with the same words and looks.

        What does not look like a paper of today may look like one of before: as it was saved, perhaps by an older
        program, without a code in its foot, or the sheet of the seal before the last addendum.
        """
        alike, reason = self._nearest(data, list(self._originals()))
        if not reason:
            return ""
        before = (*self._originals(tanpa_kode=True), *self._saved(), *self._earlier_sheets())
        alike_before, reason_before = self._nearest(data, list(dict.fromkeys(before)))
        return reason_before if not reason_before or alike_before > alike else reason

    @staticmethod
    def _nearest(data: bytes, originals: Sequence[bytes]) -> tuple[float, str]:
        """How much the file is like the nearest of these papers, and where it differs; "" for one with its words and
        looks.
        """
        inside = (same_bytes(original, data) for original in originals if changed_inside(original, data))
        first = max(inside, default=-1)
        changed = f"ada yang diubah di berkas asli, mulai bita ke-{first + 1}" if first >= 0 else ""
        try:
            given = pages(data)
        except (OSError, ValueError, RuntimeError):
            return -1.0, changed or "berkasnya rusak"
        nearest, reason = -1.0, ""
        for original in originals:
            wanted = pages(original)
            if given == wanted or (changed and words_of(given) == words_of(wanted)):
                return len(given) + 1.0, changed
            common = len({text for text, _ in given} & {text for text, _ in wanted})
            alike = common + (len(given) == len(wanted)) / 2
            if alike > nearest:
                nearest, reason = alike, first_line(given, wanted)
        return nearest, reason

    def _originals(self, *, tanpa_kode: bool = False) -> Iterator[bytes]:
        """Every paper of the forum on the desk, drawn again; the same forum gives the same bytes."""
        from musrenbang_desktop.berita_acara.documents import SEALED

        penggambar = self._layanan.dokumen.penggambar()
        penggambar = replace(penggambar, isi=replace(penggambar.isi, tanpa_kode=tanpa_kode))
        for jenis in sorted(SEALED):
            yield penggambar.gambar(jenis)

    def _saved(self) -> Iterator[bytes]:
        """The sealed papers in the folder that are still the bytes that the journal recorded."""
        for path in sorted(self._layanan.dokumen.folder().glob("*.pdf")):
            try:
                data = path.read_bytes()
            except OSError:  # held by another program: what is drawn today must do
                continue
            tanda = tanda_berkas.baca(data)
            found = find_digest(self._connection, hashlib.sha256(data).hexdigest())
            if tanda and tanda.utuh and found and found.forum == self._layanan.desk.forum_id:
                yield data

    def _earlier_sheets(self) -> Iterator[bytes]:
        """The sheet of the seal as it was before each signature and each addendum."""
        forum = self._layanan.desk.forum_id
        signed = [one.jam for one in seals.cosigners(self._connection, forum)]
        added = [row.jam for row in seals.every(self._connection, forum) if row.nomor]
        penggambar = self._layanan.dokumen.penggambar(hitung=False)
        sheet = penggambar.isi.lembar_segel or LembarSegel()
        for moment in sorted({"", *signed, *added})[:-1]:
            saksi = sheet.saksi[: sum(jam <= moment for jam in signed)]
            tambahan = sheet.tambahan[: sum(jam <= moment for jam in added)]
            then = replace(sheet, saksi=saksi, tambahan=tambahan)
            yield replace(penggambar, isi=replace(penggambar.isi, lembar_segel=then)).gambar("segel")

    def _picture(self, data: bytes) -> Jawaban:
        try:
            reader: Any = importlib.import_module("zxingcpp")
        except ImportError:
            return Jawaban.tidak(
                "Gambar belum dapat dibaca di komputer ini. Baca QR dengan ponsel, lalu simpan teksnya."
            )
        import io

        from PIL import Image

        try:
            with Image.open(io.BytesIO(data)) as picture:
                texts = [found.text for found in reader.read_barcodes(picture.convert("L"))]
        except (OSError, ValueError, Image.DecompressionBombError):
            return Jawaban.tidak("Gambar ini tidak bisa dibuka.")
        found = [text for text in texts if text.startswith((segel_qr.AWALAN, tambahan_qr.AWALAN))]
        if not found:
            return Jawaban.tidak("Tidak ada QR segel yang terbaca di gambar ini.")
        return self.qr(found[0]) if found[0].startswith(segel_qr.AWALAN) else self.tambahan(found[0])


def _every_byte(tanda: TandaBerkas) -> str:
    return f"Laptop {tanda.laptop} menandatangani setiap bitanya."


def key_of(text: str) -> bytes:
    """A public key written as 64 hex digits, or as a file that holds them. Raises ValueError."""
    path = Path(text)
    key = bytes.fromhex(path.read_text(encoding="ascii").strip() if path.is_file() else text)
    if len(key) != 32:
        raise ValueError(text)
    return key


def _about(isi: IsiQr) -> str:
    training = "LATIHAN, " if isi.latihan else ""
    return f"{training}segel {isi.id}, wilayah {isi.kode_wilayah or '-'}, tanggal {isi.tanggal}, laptop {isi.laptop}"


def _order(isi: IsiQr) -> list[str]:
    said = istilah_kode(isi.kode_wilayah).dalam
    return [
        f"{place:>4}. U-{row.nomor:03d}  {said(_KELUARAN[row.keluaran]):<16}  {teks_pecahan(row.nilai) or '-'}"
        for place, row in enumerate(isi.urutan, 1)
    ]
