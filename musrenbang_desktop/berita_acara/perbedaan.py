"""How two versions of a berita acara differ: every printed fact is compared, each difference in plain words.

What is compared follows from the content itself: a field that is added to it is compared without a word here, and
shown under its own name until ``kata_perbedaan`` has a better one. Only what stands in BUKAN_CETAK is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from typing import Any

from musrenbang_desktop.berita_acara.isi import BarisBelum, BarisPrioritas, IsiBeritaAcara
from musrenbang_desktop.berita_acara.isi_sehari import Perbedaan
from musrenbang_desktop.berita_acara.kata_perbedaan import BAGIAN, kata, nama_hal
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.versi import BARU, KELUAR, URUTAN, Baris, Beda
from musrenbang_desktop.domain.versi import perbedaan as beda_baris
from musrenbang_desktop.domain.volume import volume_satuan

#: ``Class.field`` that no berita acara and none of its annexes prints, or that says how a paper was printed.
BUKAN_CETAK = frozenset(
    {
        *(
            f"IsiBeritaAcara.{name}"
            for name in (
                "undangan", "cetak_ulang", "tanda_air", "kode_forum", "jejak", "tanpa_kode", "segel", "lembar_segel",
                "terundang", "id_terundang", "keterwakilan", "penundaan", "gambaran", "jawaban_lalu",
                "lembar_hitung", "kertas_suara", "asal", "pagu_indikatif", "buku", "jalannya", "surat",
                "lahir", "sehari",
            )
        ),
        *(
            f"Forum.{name}"
            for name in (
                "id", "kode_wilayah", "nomor_undangan", "tanggal_undangan", "latihan", "pagu", "wakil_peserta", "paket",
                "target_unsur", "induk", "anak", "batas_data", "pagu_sumber", "ketua_tim",
            )
        ),
        "Acara.menit", "Acara.oleh",
        *(f"Risalah.{name}" for name in ("waktu", "ucapan", "pendapat", "dikunci", "saksi", "pindah", "ditutup")),
    }
)  # fmt: skip

#: Rows that are known by something that is not compared as a fact of theirs.
_PLACES = frozenset({"nomor", "label"})
_USULAN = ("prioritas", "belum_disepakati")
_EMPTY = (None, "", (), b"")
#: Lists of whoever came, which nobody is chosen for.
_COUNTED = frozenset({BAGIAN["hadir"]})


def perbedaan(dulu: IsiBeritaAcara, kini: IsiBeritaAcara) -> tuple[Perbedaan, ...]:
    """Every difference once: the usulan first, in the order of the new version, then everything else as it prints.

    What the notulis wrote is compared where the berita acara itself prints it: before the Musrenbang.
    """
    found = list(_usulan(dulu, kini))
    for name in _names(kini):
        if name not in _USULAN and not (name == "risalah" and kini.forum.tingkat == "utama"):
            found += _differ(
                BAGIAN.get(name, BAGIAN[""]), nama_hal(kini, name), getattr(dulu, name), getattr(kini, name)
            )
    once: dict[tuple[str, ...], Perbedaan] = {}
    for one in found:
        once.setdefault(_topic(one), one)
    return tuple(once.values())


def _topic(one: Perbedaan) -> tuple[str, ...]:
    """A fact of an usulan that two annexes print is told once."""
    return (one.label, one.hal) if one.label else (one.judul, one.hal, one.dulu, one.kini)


def _names(value: Any) -> list[str]:
    """The printed fields of a dataclass."""
    kind = type(value).__name__
    return [field.name for field in fields(value) if f"{kind}.{field.name}" not in BUKAN_CETAK]


# usulan ---------------------------------------------------------------------------------------------------------------


def _usulan(dulu: IsiBeritaAcara, kini: IsiBeritaAcara) -> Iterator[Perbedaan]:
    rows = {row.label: row for isi in (dulu, kini) for row in _listed(isi)}
    for one in beda_baris(_lines(dulu), _lines(kini)):
        row = rows[one.baris.kunci]
        yield Perbedaan(row.label, _title(row), *_said(row, one))


def _listed(isi: IsiBeritaAcara) -> list[BarisPrioritas | BarisBelum]:
    return [*isi.prioritas, *isi.belum_disepakati]


def _lines(isi: IsiBeritaAcara) -> list[Baris]:
    return [Baris(row.label, _facts(row), type(row).__name__) for row in _listed(isi)]


def _title(row: BarisPrioritas | BarisBelum) -> str:
    return row.usulan if isinstance(row, BarisPrioritas) else row.kegiatan


def _facts(row: BarisPrioritas | BarisBelum) -> dict[str, Any]:
    """The facts of a line; both kinds of lines say where the usulan goes and why it is not agreed."""
    base = {"usulan": _title(row), "keluaran": "belum_disepakati", "alasan": ""}
    return base | {name: value for name, value in _plain(row).items() if name != "kegiatan"}


def _plain(row: Any) -> dict[str, Any]:
    """The printed fields of a row but its place; volume and satuan are one thing to a reader."""
    found = {name: getattr(row, name) for name in _names(row) if name not in _PLACES}
    if "satuan" in found and "volume" in found:
        found["volume"] = volume_satuan(found["volume"], found.pop("satuan"))
    return found


def _said(row: object, one: Beda) -> tuple[str, str, str]:
    """(what, before, now) of one difference of a line."""
    if one.hal in (BARU, KELUAR, URUTAN):
        words = {BARU: "Ditambahkan", KELUAR: "Tidak ada lagi", URUTAN: "Urutan"}[one.hal]
        before, now = (f"nomor {place}" if place else "-" for place in (one.dulu, one.kini))
        return words, before, now
    return nama_hal(row, one.hal), kata(one.hal, one.dulu), kata(one.hal, one.kini)


# everything else ------------------------------------------------------------------------------------------------------


def _differ(bagian: str, hal: str, dulu: Any, kini: Any, name: str = "") -> Iterator[Perbedaan]:
    """The differences of one fact, whatever it is made of."""
    if dulu == kini or (dulu in _EMPTY and kini in _EMPTY):
        return
    known = kini if kini not in _EMPTY else dulu
    if isinstance(known, Pejabat):
        yield Perbedaan("", bagian, hal, _person(dulu), _person(kini))
    elif is_dataclass(known):
        for field in _names(known):
            before, now = getattr(dulu, field, None), getattr(kini, field, None)
            yield from _differ(bagian, nama_hal(known, field), before, now, field)
    elif isinstance(known, Mapping):
        yield from _counts(bagian, hal, dulu or {}, kini or {})
    elif isinstance(known, tuple) and is_dataclass(known[0]):
        yield from _rows(bagian, hal, dulu or (), kini or ())
    elif isinstance(known, tuple):
        for before, now in _pairs(dulu or (), kini or ()):
            yield Perbedaan("", bagian, hal, kata(name, before), kata(name, now))
    else:
        yield Perbedaan("", bagian, hal, kata(name, dulu), kata(name, kini))


def _person(person: Pejabat | None) -> str:
    """``Rina Kusumawati, Kaur, dari Dusun Krajan, NIP 1970``."""
    if person is None:
        return "-"
    origin, nip = (f"dari {person.dari}" if person.dari else "", f"NIP {person.nip}" if person.nip else "")
    return ", ".join(filter(None, (person.nama, person.jabatan, origin, nip))) or "-"


def _counts(
    bagian: str, hal: str, dulu: Mapping[str, tuple[int, int]], kini: Mapping[str, tuple[int, int]]
) -> Iterator[Perbedaan]:
    """``Unsur PKK: 3 hadir, 4 diundang``; the first of a pair is who is present, the second who was invited."""
    for key in dict.fromkeys((*dulu, *kini)):
        words = [f"{found[0]} hadir, {found[1]} diundang" if (found := one.get(key)) else "-" for one in (dulu, kini)]
        if words[0] != words[1]:
            yield Perbedaan("", bagian, f"{hal} {key or 'belum dicatat'}", *words)


def _pairs(dulu: Sequence[Any], kini: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """What is gone beside what came in its place, in their order; the same texts in another order as one whole."""
    gone, came = Counter(dulu) - Counter(kini), Counter(kini) - Counter(dulu)
    if not gone and not came:
        yield "; ".join(map(str, dulu)), "; ".join(map(str, kini))
        return
    yield from zip_longest(gone.elements(), came.elements())


# lists of people and of what a group brought back ---------------------------------------------------------------------


def _rows(bagian: str, hal: str, dulu: Sequence[Any], kini: Sequence[Any]) -> Iterator[Perbedaan]:
    """Lines that are known by a name: who was put in whose place, who came, who left, who moved, what is corrected."""
    old, new = _named(dulu), _named(kini)
    put = _replaced(old, new, chosen=bagian not in _COUNTED)
    for was, key in put.items():
        corrected = _others(old[was]) == _others(new[key])
        yield Perbedaan("", bagian, hal, _whole(old[was], bare=corrected), _whole(new[key], bare=corrected))
    before = [Baris(put.get(key, key), _scalars(row)) for key, row in old.items()]
    now = [Baris(key, _scalars(row)) for key, row in new.items()]
    for one in beda_baris(before, now):
        row = new.get(one.baris.kunci) or old[one.baris.kunci]
        label, called = getattr(row, "label", ""), getattr(row, "usulan", "") or bagian
        if one.hal in (BARU, KELUAR):
            shown = _whole(row, bare=bool(label))
            yield Perbedaan(label, bagian, hal, *(("-", shown) if one.hal == BARU else (shown, "-")))
        elif one.baris.kunci not in put.values():  # that another person stands there says it all
            what, *values = _said(row, one)
            own = not label or one.hal in (URUTAN, "urutan", "nilai", "peringkat")
            yield Perbedaan(label, called, f"{what}, {bagian if label else _name(row)}" if own else what, *values)
    for key in (key for key in new if key in old):
        for name in _names(new[key]):
            if isinstance(getattr(new[key], name), tuple):
                where, what = f"{bagian}: {_name(new[key])}", nama_hal(new[key], name)
                yield from _differ(where, what, getattr(old[key], name), getattr(new[key], name))


def _replaced(old: Mapping[str, Any], new: Mapping[str, Any], *, chosen: bool) -> dict[str, str]:
    """Name before -> name now: of a corrected name all else is the same; who was ``chosen`` is put in another's place,
    who only came is not.
    """
    gone, free = [key for key in old if key not in new], [key for key in new if key not in old]
    found: dict[str, str] = {}
    for key in gone:
        same = [one for one in free if _others(old[key]) == _others(new[one])]
        for one in same[:1]:
            free.remove(one)
            found[key] = one
    if chosen:
        found |= dict(zip((key for key in gone if key not in found), free, strict=False))
    return found


def _named(rows: Sequence[Any]) -> dict[str, Any]:
    """Lines by name; a second one of the same name has a number behind it."""
    found: dict[str, Any] = {}
    for row in rows:
        key, times = _name(row), 1
        while (named := key if times == 1 else f"{key} ({times})") in found:
            times += 1
        found[named] = row
    return found


def _name(row: Any) -> str:
    return next((str(found) for name in ("label", "nama", "judul") if (found := getattr(row, name, ""))), "-")


def _scalars(row: Any) -> dict[str, Any]:
    """The facts of a line that are no lists, without the name that it is known by."""
    return {name: value for name, value in _others(row).items() if not isinstance(value, tuple)}


def _others(row: Any) -> dict[str, Any]:
    return {name: value for name, value in _plain(row).items() if name != "nama"}


def _whole(row: Any, *, bare: bool) -> str:
    """A line in one text: its name, and unless it is ``bare`` the one fact that says best whose it is."""
    if isinstance(row, Pejabat):
        return _person(row)
    known = (str(getattr(row, name, "")).replace("\n", ", ") for name in ("lembaga", "jabatan", "alamat"))
    told = "" if bare else next(filter(None, known), "")
    role = "cadangan" if getattr(row, "peran", "") == "cadangan" and not bare else ""
    return ", ".join(filter(None, (_name(row), told, role)))
