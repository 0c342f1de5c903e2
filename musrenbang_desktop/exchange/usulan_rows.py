"""Row by row through a table of usulan: what is an usulan, what only orders or sums the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.rukun import find_rukun
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.columns import Layout, is_counter_row
from musrenbang_desktop.exchange.not_rows import SIGNED_AT, SIGNED_BY, TOTAL, is_ordinal
from musrenbang_desktop.exchange.plain import is_dash, plain, without_nik
from musrenbang_desktop.exchange.pratinjau import Baris, Catatan, JenisLewat, Lewat
from musrenbang_desktop.exchange.sheet import Cell, address
from musrenbang_desktop.exchange.usulan_more import more, note_owner, note_person, take_point, take_tag, with_total
from musrenbang_desktop.exchange.usulan_values import Values
from musrenbang_desktop.exchange.values import Refused
from musrenbang_desktop.exchange.vocabulary import normal_heading

_BULLET = re.compile(
    r"(?:[\u2022\u25cf\u25aa\u25e6\u2219\u00b7\u25a0\u25ba\u27a2\u2713\uf0b7\uf0a7\u2013\u2014>*\-]+\s*(?=[^\W\d_]|[0-9(])|[a-z][.)]\s+(?=\w))"
)
_INNER_BULLETS = re.compile(r"[\u2022\u25cf\u25aa\uf0b7]")
_NUMBERED = re.compile(r"[0-9]{1,3}[.)]\s*(?=[^\W\d_])")
_BIDANG = re.compile(r"(?:[A-Z0-9]{1,4}[.)]\s*)?(?:sub\s*)?bidang\b", re.IGNORECASE)
_BIDANG_NUMBER = re.compile(
    r"^(?:[A-Z0-9]{1,4}[.)]\s*)?(?:(?i:(?:sub\s*)?bidang)\b)?\s*(?:(?:[IVX]+|[0-9]{1,2}|[A-H])\b(?:\s*[.:)\-]\s*|\s+|$))?"
)
_BIDANG_LABEL = re.compile(r"bidang\s+(?:[ivx]+|[0-9]{1,2}|[a-h])\.?", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:[A-Z]|[IVX]+)[.)]?")
_YEAR_ONLY = re.compile(r"(?:tahun\s*)?(?:anggaran\s*)?(?:19|20)[0-9]{2}", re.IGNORECASE)
_SUSPECT = re.compile(
    r"[(\[0-9]|[A-Z0-9]{1,4}[.)]|(?:sub|grand|jumlah|total|bidang|tahun|mengetahui|menyetujui|disetujui|disahkan|dibuat)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset({"dan", "di", "ke", "dari", "untuk", "atau", "serta"})


class Table:
    """The rows below one head. Keeps what a row takes from those above it: its bidang and its parent."""

    def __init__(self, layout: Layout, jenis: JenisForum | None = None) -> None:
        self._layout = layout
        self._jenis = jenis
        self._mapping = layout.mapping
        self._title = layout.mapping["judul"]
        self._last = max((column.index for column in layout.columns), default=self._title)
        self._heading = normal_heading(next((c.heading for c in layout.columns if c.index == self._title), ""))
        self._nearest = max((column for column in layout.numbers if column < self._title), default=None)
        self._parent: tuple[int, str] | None = None
        self._bidang = ""
        self._signed = False
        self._seen: dict[tuple[str, ...], int] = {}

    def read(self, index: int, cells: Sequence[Cell]) -> Baris | Lewat | None:
        """The verdict about a row, the reason why it is no usulan, or None when it is blank."""
        if not any(cells):
            return None
        judul = self._text(cells, self._title)
        skipped = self._skip(cells, judul)
        if skipped:
            jenis, text = skipped
            return Lewat(index + 1, jenis, without_nik(text)) if text else None
        values = Values(index, cells, self._mapping)
        try:
            usulan = self._usulan(index, cells, values)
        except Refused as refused:
            return Baris(index + 1, "refused", (*values.notes, refused.note), None)
        return Baris(index + 1, "mended" if values.notes else "ok", tuple(values.notes), usulan)

    # --- rows that are no usulan ---------------------------------------------------------------------------------

    def _skip(self, cells: Sequence[Cell], judul: str) -> tuple[JenisLewat, str] | None:
        """Why the row is no usulan, and its text; an empty text for a row that is blank to the eye."""
        if judul and not self._may_be_no_title(judul):
            return None
        filled = self._filled(cells)
        if not filled:
            return "tanpa_isi", ""
        words = {
            column: text
            for column, text in filled.items()
            if column not in self._layout.numbers or not is_ordinal(text)
        }
        if not words:
            return "tanpa_isi", " ".join(filled.values())
        first = next(iter(words.values()))
        if self._is_head_again(cells, judul):
            return "judul_kolom", first
        if self._is_signature(filled, words, judul):
            self._signed = True
            return "kaki", first
        bidang = self._bidang_of(filled, words, judul)
        if bidang is not None:
            if bidang:
                self._bidang, self._parent = bidang, None
                return "judul_bidang", first
            return "tanpa_isi", first
        if self._is_total(words, judul):
            return "jumlah", first
        if not judul and set(words) <= {self._mapping.get("bidang", -1)} and _BIDANG_LABEL.fullmatch(first):
            return "tanpa_isi", first
        return None

    def _may_be_no_title(self, judul: str) -> bool:
        """A quick look, for most rows have an ordinary title."""
        return (
            self._signed
            or len(judul) < 4
            or judul.isupper()
            or _SUSPECT.match(judul) is not None
            or ("," in judul and SIGNED_AT.fullmatch(judul) is not None)
            or (judul[0].casefold() == self._heading[:1] and normal_heading(judul) == self._heading)
        )

    def _filled(self, cells: Sequence[Cell]) -> dict[int, str]:
        texts = {index: plain(cell) for index, cell in enumerate(cells) if cell != ""}
        return {index: text for index, text in texts.items() if text and not is_dash(text)}

    def _text(self, cells: Sequence[Cell], column: int | None) -> str:
        if column is None or column >= len(cells):
            return ""
        text = plain(cells[column])
        return "" if is_dash(text) else text

    def _numbered(self, cells: Sequence[Cell]) -> bool:
        """Whether the row has its own number: in the counting column nearest to the titles, where there are several."""
        return self._nearest is not None and is_ordinal(self._text(cells, self._nearest))

    def _is_head_again(self, cells: Sequence[Cell], judul: str) -> bool:
        if is_counter_row(cells):
            return True
        if not judul or normal_heading(judul) != self._heading:
            return False
        same = sum(
            normal_heading(self._text(cells, column.index)) == normal_heading(column.heading)
            for column in self._layout.columns
        )
        return same > 1 or len(self._layout.columns) == 1

    def _is_signature(self, filled: dict[int, str], words: dict[int, str], judul: str) -> bool:
        if len(words) > 3 or (judul and any(is_ordinal(filled.get(column, "")) for column in self._layout.numbers)):
            return False
        if self._signed and not self._amount(words):
            return not judul or len(words) < 3
        return any(SIGNED_AT.fullmatch(text) or SIGNED_BY.match(text) for text in words.values())

    def _amount(self, words: dict[int, str]) -> str:
        return words.get(self._mapping.get("perkiraan_biaya", -1), "")

    def _is_total(self, words: dict[int, str], judul: str) -> bool:
        if not judul or judul.isupper() or "volume" not in self._mapping or self._mapping["volume"] not in words:
            return any(TOTAL.match(text) for text in words.values()) or bool(_YEAR_ONLY.fullmatch(judul))
        return False

    def _bidang_of(self, filled: dict[int, str], words: dict[int, str], judul: str) -> str | None:
        """The bidang that a heading row names; empty for its bare number; None for any other row."""
        allowed = {self._mapping.get("bidang"), self._mapping.get("perkiraan_biaya"), self._title}
        mapped = set(self._mapping.values())
        if any(column in mapped and column not in allowed for column in filled):
            return None
        amount = self._mapping.get("perkiraan_biaya")
        texts = [text for column, text in words.items() if column != amount and re.search(r"[^\W\d_]{3}", text)]
        if len(texts) != 1 or TOTAL.match(texts[0]):
            return None
        text = texts[0]
        numbers = [filled[column] for column in self._layout.numbers if column in filled]
        if _BIDANG_LABEL.fullmatch(text):
            return None if judul else "" if any(map(is_ordinal, numbers)) else bidang_name(text)
        if _BIDANG.match(text) or (not judul and text.isupper()):
            return bidang_name(text)
        lettered = bool(numbers) and all(_ORDINAL.fullmatch(number) for number in numbers) and text.isupper()
        if lettered or (not judul and not numbers and amount not in filled):
            return bidang_name(text)
        return None

    # --- usulan --------------------------------------------------------------------------------------------------

    def _usulan(self, index: int, cells: Sequence[Cell], values: Values) -> UsulanBaru:
        judul = self._judul(index, cells, values)
        if not judul:
            raise values.refuse(
                "judul", "nama usulan kosong, padahal baris ini berisi tulisan lain; lengkapi lalu ulangi"
            )
        fields = more(values)
        note_owner(fields, values, self._jenis)
        masalah = take_tag(values.text("masalah"), fields, values, "masalah")
        judul = take_tag(judul, fields, values, "judul") or judul
        dusun, rt, rw, lokasi = values.place(judul)
        lintang, bujur, lokasi = take_point(lokasi, values)
        note_person(lokasi, values)
        volume, satuan = values.volume()
        pengusul, opd = values.text("pengusul"), values.text("perangkat_daerah")
        biaya, penerima = values.biaya(), with_total(values.penerima(), fields, values)
        keterangan = "; ".join(filter(None, (values.text("keterangan"), *values.remarks)))
        self._note_outside(index, cells, values)
        self._note_same(index, values, (judul, dusun, rt, rw, lokasi, masalah, volume, str(biaya), pengusul))
        return UsulanBaru(
            judul=judul,
            masalah=masalah,
            dusun=dusun,
            rt=rt,
            rw=rw,
            lokasi=lokasi,
            volume=volume,
            satuan=satuan,
            perkiraan_biaya=biaya,
            pengusul=pengusul,
            bidang=self._bidang_for(values),
            penerima_manfaat=penerima,
            perangkat_daerah=opd,
            keterangan=keterangan,
            lintang=lintang,
            bujur=bujur,
            **fields,
        )

    def _judul(self, index: int, cells: Sequence[Cell], values: Values) -> str:
        text = values.text("judul")
        numbered = self._numbered(cells)
        own = _NUMBERED.match(text)
        if own:
            text, numbered = text[own.end() :], True
            values.note("judul", f"nomor urut “{own.group().strip()}” di depan dibuang")
        bullet = _BULLET.match(text)
        if bullet:
            text = text[bullet.end() :].lstrip()
        if _INNER_BULLETS.search(text):
            values.note("judul", "berisi beberapa butir dalam satu sel; periksa apakah perlu dipisah")
        text = text.strip().rstrip(":").rstrip()
        if bullet and not numbered and self._parent:
            return self._sub_item(text, values)
        if bullet:
            values.note("judul", f"tanda “{bullet.group().strip()}” di depan dibuang")
            self._parent = None
        elif text and (numbered or self._nearest is None):
            self._parent = (index + 1, text)
        return text

    def _sub_item(self, text: str, values: Values) -> str:
        row, parent = self._parent or (0, "")
        values.note("judul", f"butir di bawah “{_short(parent)}” (baris {row}), dijadikan usulan sendiri")
        if text and find_rukun(text).hanya:
            values.note("judul", "butir hanya menyebut tempat; nama usulan di atasnya dipakai")
            return f"{parent} {text}"
        return text

    def _bidang_for(self, values: Values) -> str:
        own = values.text("bidang")
        if not own or (self._bidang and _BIDANG_LABEL.fullmatch(own)):
            return self._bidang
        return bidang_name(own)

    def _note_outside(self, index: int, cells: Sequence[Cell], values: Values) -> None:
        for column in range(self._last + 1, len(cells)):
            if plain(cells[column]):
                text = "ada isi di kanan tabel yang tidak dibaca; periksa apakah kolomnya bergeser"
                values.notes.append(Catatan(address(index, column), text))
                return

    def _note_same(self, index: int, values: Values, parts: tuple[str, ...]) -> None:
        key = tuple(part.casefold() for part in parts)
        before = self._seen.setdefault(key, index + 1)
        if before != index + 1:
            values.note("judul", f"sama dengan baris {before}; tetap dimasukkan, periksa apakah dobel")


def bidang_name(text: str) -> str:
    """The name of a bidang without its number: ``BIDANG II. PEMBANGUNAN DESA`` becomes ``Pembangunan Desa``."""
    if _BIDANG_LABEL.fullmatch(text):
        return text
    name = _BIDANG_NUMBER.sub("", text, count=1).strip(" .:-") or text
    if not name.isupper() or len(name) < 6:
        return name
    words = name.casefold().split()
    return " ".join(
        word if place and word in _SMALL_WORDS else word[:1].upper() + word[1:] for place, word in enumerate(words)
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}..."
