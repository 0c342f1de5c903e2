"""A recorded village bent into any shape: names as long as they come, amounts of any size, facts that nobody knew.

Every list and every typed text of the contents of a paper is found by itself, so that a new sheet is tried too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara

T = TypeVar("T")

#: Two marks above each other: their boxes reach into the line above, the ink does not.
STACKED = "ǕǖǗǘǙǚǛǜǞǟǠǡǬǭǺǻȪȫȬȭȰȱ"
LETTERS = st.characters(
    min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Cs"), exclude_characters=STACKED
)
TEXTS = st.text(LETTERS, min_size=3, max_size=120).filter(lambda text: text.strip() != "")
AMOUNTS = st.integers(0, 999_000_000_000)

#: Texts that somebody types; what is not here is a key, a number, an hour, or made by the program.
TYPED = frozenset(
    "nama jabatan dari desa kecamatan kabupaten provinsi tempat alamat usulan judul kegiatan bidang permasalahan lokasi"
    " perangkat_daerah pengusul alasan alasan_pindah alasan_lompat lembaga pokok tanggapan oleh teks dulu kini hal"
    " penerima keterangan swadaya pelaksana manfaat pihak aspirasi tindak_lanjut sumber_dana data_eksisting"
    " target_capaian waktu_pelaksanaan risiko cakupan nomor_ba alasan_delegasi surel situs rukun".split()
)
#: Of these there is one always: without it nothing would have been recorded.
KNOWN = frozenset("nama desa kecamatan kabupaten usulan judul kegiatan oleh teks hal pihak aspirasi".split())
LISTS_OF_TEXT = frozenset("materi putusan rangkuman catatan sisipan kurang saksi".split())
MONEY = frozenset("perkiraan_biaya biaya pemerintah provinsi swadaya jumlah".split())
#: One sheet for each of them, or nearly: a few show as much as a thousand.
SHEETS_OF_THEIR_OWN = frozenset({"undangan", "verifikasi", "slip", "penundaan", "tambahan", "asal", "kelompok"})
#: Values with rules of their own, which no sheet prints as they are.
LEFT = frozenset({"target_unsur", "istilah", "aturan", "keterwakilan", "kebutuhan", "surat"})
PEOPLE = frozenset({"sambutan", "pemateri", "fasilitator", "saksi", "wakil", "delegasi", "agenda"})


@dataclass(frozen=True)
class Shape:
    """What was drawn: texts and amounts to pick from, how many rows, and in which order they are picked."""

    texts: Sequence[str]
    amounts: Sequence[int]
    rows: int
    seed: int


def shapes(most_rows: int) -> st.SearchStrategy[Shape]:
    """Shapes of at most so many rows; small ones more often."""
    rows = st.one_of(st.integers(0, 6), st.integers(0, most_rows))
    texts, amounts = st.lists(TEXTS, min_size=3, max_size=5), st.lists(AMOUNTS, min_size=2, max_size=3)
    return st.builds(Shape, texts, amounts, rows, st.integers(0, 2**32))


def bent(isi: IsiBeritaAcara, shape: Shape) -> IsiBeritaAcara:
    """The same forum with other texts, amounts and numbers of rows."""
    return _record(isi, shape, Random(shape.seed), "")


def _record(value: T, shape: Shape, rng: Random, inside: str) -> T:
    changed: dict[str, Any] = {}
    for field in fields(value):  # type: ignore[arg-type]  # only records come here
        found = getattr(value, field.name)
        if field.name not in LEFT:
            changed[field.name] = _fact(field.name, str(field.type), found, shape, rng, inside)
    return replace(value, **changed)


def _fact(name: str, kind: str, found: Any, shape: Shape, rng: Random, inside: str) -> Any:
    amounts = [*shape.amounts, *([None] if "None" in kind else [])]
    if isinstance(found, str):
        return _text(name, found, shape, rng)
    if isinstance(found, tuple) and found and is_dataclass(found[0]):
        return _rows(name, found, shape, rng, inside)
    if kind == "tuple[str, ...]" and name in LISTS_OF_TEXT:
        return tuple(rng.choice(shape.texts) for _ in range(min(shape.rows, 4)))
    if name in MONEY and kind.startswith("int"):
        return rng.choice(amounts)
    if isinstance(found, Mapping) and kind.endswith("int | None]"):
        return {key: rng.choice(amounts) for key in found}
    return _record(found, shape, rng, name) if is_dataclass(found) else found


def _text(name: str, found: str, shape: Shape, rng: Random) -> str:
    if name not in TYPED:
        return found
    if name not in KNOWN and rng.random() < 0.25:
        return ""
    return rng.choice(shape.texts).replace("U-", "u-")


def _rows(name: str, found: tuple[Any, ...], shape: Shape, rng: Random, inside: str) -> tuple[Any, ...]:
    """As many as were drawn; lists within a list of many stay short."""
    short = name in SHEETS_OF_THEIR_OWN or (inside and inside not in SHEETS_OF_THEIR_OWN)
    most = 3 if short else 6 if name in PEOPLE else shape.rows
    made = []
    for number in range(1, min(shape.rows, most) + 1):
        row = _record(found[(number - 1) % len(found)], shape, rng, name)
        numbered = {"nomor": number} if isinstance(getattr(row, "nomor", None), int) else {}
        if hasattr(row, "label"):
            numbered["label"] = f"U-{number:03d}"
        made.append(replace(row, **numbered))
    return tuple(made)
