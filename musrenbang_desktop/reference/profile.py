"""Read a form profile from its TOML file; whatever is wrong with it is said in one Indonesian sentence."""

from __future__ import annotations

import math
import string
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

from musrenbang_desktop.domain.naskah import BAGIAN_NASKAH, SUARA_ISIAN, teks_perlu
from musrenbang_desktop.domain.profile import (
    ISIAN,
    KOLOM,
    BentukTabel,
    BentukUndangan,
    DasarHukum,
    Huruf,
    Kertas,
    Klausul,
    Kolom,
    Lampiran,
    NamaLampiran,
    PenandaTangan,
    Peran,
    Profile,
    Sebutan,
)
from musrenbang_desktop.reference.profile_cetak import printed_sheets
from musrenbang_desktop.reference.profile_hadir import attendance_parts
from musrenbang_desktop.reference.profile_layers import FOLDER, ProfileInvalid, layered, names, own_text, read
from musrenbang_desktop.reference.profile_sehari import sehari_parts

__all__ = ["FOLDER", "Profile", "ProfileInvalid", "load", "names", "own_text", "parse"]

_LAMPIRAN: tuple[NamaLampiran, ...] = ("daftar_hadir", "prioritas", "belum_disepakati", "kelompok")
_PERAN = ("pimpinan", "notulis", "notulis_kedua", "kepala", "lpm", "ketua_tim")
_RATA = ("kiri", "tengah", "kanan")
JENIS_WILAYAH = ("desa", "kelurahan")


def load(name: str) -> Profile:
    """The shipped profile of this name. Raises ProfileInvalid."""
    if name not in names():
        raise ProfileInvalid(f"Profil formulir {name} tidak ada; yang ada: {', '.join(names())}.")
    return parse(own_text(name), name)


@lru_cache(maxsize=8)
def parse(text: str, name: str = "") -> Profile:
    """A profile from the text of its file, laid over what all share; the same text is read once.

    Raises ProfileInvalid. A key that this program does not know is passed over (``profile_skema.kunci_asing``).
    """
    table = read(text, name)
    return _Reader(name or str(table.get("id", "ini"))).profile(layered(table, name))


class _Reader:
    """Takes values out of the table and knows the profile's name for its sentences."""

    def __init__(self, name: str) -> None:
        self.name = name

    def fail(self, what: str) -> ProfileInvalid:
        return ProfileInvalid(f"Profil {self.name}: {what}.")

    def profile(self, table: dict[str, Any]) -> Profile:
        kertas = self.kertas(self.section(table, "kertas"))
        lampiran = self.section(table, "lampiran")
        naskah = self.naskah(table)
        return Profile(
            id=self.words(table, "id"),
            nama=self.words(table, "nama"),
            untuk=self.made_for(table),
            kertas=kertas,
            huruf=self.huruf(self.section(table, "huruf")),
            nomor_kolom=self.one_of(table, "nomor_kolom", ("huruf", "angka", "")),
            teks=self.texts(self.section(table, "teks"), teks_perlu(naskah)),
            naskah=naskah,
            wakil_lembar_baru=self.flag({"lembar_baru": True} | self.section(table, "wakil"), "lembar_baru"),
            klausul=tuple(
                Klausul(
                    self.words(row, "nomor"), self.template(row, "teks"), self.one_of(row, "jika", ("", "delegasi"), "")
                )
                for row in self.rows(table, "klausul")
            ),
            lampiran={key: self.lampiran(self.section(lampiran, key), key, kertas) for key in _LAMPIRAN},
            undangan=self.undangan(self.section(table, "undangan"), kertas.ruang_mm(rebah=False)),
            wakil=self.tabel(self.section(table, "wakil"), "wakil", kertas.ruang_mm(rebah=False)),
            penanda_tangan=tuple(self.penanda(row) for row in self.rows(table, "penanda_tangan")),
            dasar_hukum=tuple(
                DasarHukum(self.words(row, "teks"), self.one_of(row, "status", ("sah", "periksa")))
                for row in self.rows(table, "dasar_hukum")
            ),
            cetak_dasar_hukum=self.flag(table, "cetak_dasar_hukum"),
            tembusan=tuple(self.checked(entry, "tembusan") for entry in self.listed(table, "tembusan")),
            sebutan=self.sebutan(self.section(table, "sebutan")),
            cetak=printed_sheets(self, table, kertas),
            **attendance_parts(self, table, kertas.ruang_mm(rebah=False)),
            sehari=sehari_parts(self, table, kertas),
        )

    def made_for(self, table: dict[str, Any]) -> tuple[str, ...]:
        kinds = tuple(self.listed(table, "untuk"))
        if not kinds or not set(kinds) <= set(JENIS_WILAYAH):
            raise self.fail(f"untuk harus memuat satu atau lebih dari: {', '.join(JENIS_WILAYAH)}")
        return kinds

    def kertas(self, table: dict[str, Any]) -> Kertas:
        kertas = Kertas(
            **{
                key: self.number(table, key)
                for key in ("lebar_mm", "tinggi_mm", "kiri_mm", "atas_mm", "kanan_mm", "bawah_mm")
            }
        )
        if kertas.ruang_mm(rebah=False) < 100 or kertas.tinggi_mm - kertas.atas_mm - kertas.bawah_mm < 100:
            raise self.fail("kertas dikurangi tepinya harus menyisakan ruang tulis sedikitnya 100 mm")
        if min(kertas.kiri_mm, kertas.atas_mm, kertas.kanan_mm) < 5 or kertas.bawah_mm < 15:
            raise self.fail("tepi kertas paling sempit 5 mm, dan tepi bawah 15 mm agar kaki halaman muat")
        return kertas

    def huruf(self, table: dict[str, Any]) -> Huruf:
        sizes = {key: self.number(table, key) for key in ("isi", "tabel", "judul", "kop", "kaki")}
        for key, size in sizes.items():
            if not 6 <= size <= 24:
                raise self.fail(f"ukuran huruf {key} harus antara 6 dan 24 titik, bukan {size:g}")
        spacing, close = self.number(table, "spasi"), self.number(table, "spasi_rapat")
        if not 1.1 <= close <= spacing <= 3:
            raise self.fail(
                f"spasi harus antara 1,1 dan 3, dan spasi_rapat tidak melebihinya, bukan {spacing:g} dan {close:g}"
            )
        return Huruf(**sizes, spasi=spacing, spasi_rapat=close)

    def naskah(self, table: dict[str, Any]) -> tuple[str, ...]:
        parts = tuple(self.listed(self.section(table, "naskah"), "bagian"))
        for part in parts:
            if part not in BAGIAN_NASKAH:
                raise self.fail(f"bagian naskah {part} tidak dikenal; yang ada: {', '.join(BAGIAN_NASKAH)}")
        if len(set(parts)) < len(parts) or parts.count("klausul") != 1:
            raise self.fail("naskah memuat setiap bagian paling banyak sekali, dan klausul harus ada")
        return parts

    def texts(self, table: dict[str, Any], wanted: tuple[str, ...]) -> Mapping[str, str]:
        words = {"suara": ISIAN | SUARA_ISIAN}
        return {key: self.template(table, key, words.get(key, ISIAN)).strip("\n") for key in wanted}

    def lampiran(self, table: dict[str, Any], key: NamaLampiran, kertas: Kertas) -> Lampiran:
        rebah = self.flag(table, "rebah")
        return Lampiran(
            nomor=self.words(table, "nomor"),
            judul=self.template(table, "judul"),
            rebah=rebah,
            tabel=self.tabel(table, key, kertas.ruang_mm(rebah=rebah)),
            penanda=self.penanda_lampiran(table, key),
        )

    def penanda_lampiran(self, table: dict[str, Any], key: str) -> tuple[Peran, ...]:
        roles = self.listed(table, "penanda")
        for role in roles:
            if role not in _PERAN:
                raise self.fail(f"penanda tangan {role} pada lampiran {key} tidak dikenal")
        return tuple(cast("Peran", role) for role in roles)

    def undangan(self, table: dict[str, Any], room: float) -> BentukUndangan:
        filled = ("hal", "pembuka", "acara", "permintaan", "penutup", "penanda", "judul_daftar", "judul_tanda_terima",
                  "rujukan")  # fmt: skip
        plain = ("sifat", "lampiran", "keterangan_kode")
        return BentukUndangan(
            **{key: self.template(table, key) for key in filled},
            **{key: self.words(table, key) for key in plain},
            daftar=self.tabel(self.section(table, "daftar"), "daftar_undangan", room),
            tanda_terima=self.tabel(self.section(table, "tanda_terima"), "tanda_terima", room),
            tembusan=tuple(self.checked(entry, "tembusan") for entry in self.listed(table, "tembusan")),
        )

    def tabel(self, table: dict[str, Any], key: str, room: float) -> BentukTabel:
        columns = tuple(self.kolom(row, key) for row in self.rows(table, "kolom"))
        if not columns:
            raise self.fail(f"tabel {key} belum mempunyai kolom")
        shown = [column.isi for column in columns]
        if len(set(shown)) < len(shown):
            raise self.fail(f"tabel {key} memuat kolom yang sama dua kali")
        width = sum(column.lebar_mm for column in columns)
        if width > room + 0.01:
            raise self.fail(f"kolom tabel {key} selebar {width:g} mm tidak muat di ruang tulis {room:g} mm")
        height = self.number(table, "tinggi_baris_mm") if "tinggi_baris_mm" in table else 0.0
        blank = self.number(table, "baris_kosong") if "baris_kosong" in table else 0.0
        if not 0 <= height <= 40 or not 0 <= blank <= 100 or blank != int(blank):
            raise self.fail(f"tabel {key}: tinggi baris paling besar 40 mm dan baris kosong paling banyak 100")
        return BentukTabel(columns, height, int(blank))

    def kolom(self, table: dict[str, Any], key: str) -> Kolom:
        isi = self.words(table, "isi")
        if isi not in KOLOM[key]:
            raise self.fail(f"tabel {key} tidak mengenal kolom {isi}")
        width = self.number(table, "lebar_mm")
        if width < 7:
            raise self.fail(f"kolom {isi} pada tabel {key} terlalu sempit, sedikitnya 7 mm")
        rata = self.one_of(table, "rata", _RATA, "kiri")
        return Kolom(
            isi, self.words(table, "judul"), width, rata, self.words(table, "nomor") if "nomor" in table else ""
        )

    def penanda(self, table: dict[str, Any]) -> PenandaTangan:
        return PenandaTangan(
            self.one_of(table, "peran", _PERAN),
            self.template(table, "sebutan"),
            self.one_of(table, "letak", _RATA),
            self.template(table, "pengantar") if "pengantar" in table else "",
            self.one_of(table, "jika", ("", "desa", "kelurahan"), ""),
        )

    def sebutan(self, table: dict[str, Any]) -> Mapping[str, Sebutan]:
        return {
            kind: Sebutan(*(self.words(self.section(table, kind), key) for key in ("wilayah", "kepala", "dana")))
            for kind in ("desa", "kelurahan")
        }

    def section(self, table: dict[str, Any], key: str) -> dict[str, Any]:
        value = table.get(key)
        if not isinstance(value, dict):
            raise self.fail(f"bagian [{key}] tidak ada")
        return value

    def rows(self, table: dict[str, Any], key: str) -> list[dict[str, Any]]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.fail(f"{key} harus berupa daftar")
        return value

    def listed(self, table: dict[str, Any], key: str) -> list[str]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.fail(f"{key} harus berupa daftar teks")
        return value

    def words(self, table: dict[str, Any], key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"{key} belum diisi")
        return value

    def template(self, table: dict[str, Any], key: str, isian: frozenset[str] = ISIAN) -> str:
        return self.checked(self.words(table, key), key, isian)

    def checked(self, text: str, key: str, isian: frozenset[str] = ISIAN) -> str:
        try:
            asked = [(name, spec, how) for _, name, spec, how in string.Formatter().parse(text) if name is not None]
        except ValueError:
            raise self.fail(f"tanda kurung kurawal pada {key} tidak berpasangan") from None
        for name, spec, how in asked:
            if name not in isian or spec or how:
                raise self.fail(f"isian {{{name}}} pada {key} tidak dikenal")
        return text

    def number(self, table: dict[str, Any], key: str) -> float:
        value = table.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.fail(f"{key} harus berupa angka")
        return float(value)

    def flag(self, table: dict[str, Any], key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"{key} harus true atau false")
        return value

    def one_of(self, table: dict[str, Any], key: str, allowed: tuple[str, ...], default: str | None = None) -> Any:
        value = table.get(key, default)
        if value not in allowed:
            raise self.fail(f"{key} harus salah satu dari: {', '.join(word or 'kosong' for word in allowed)}")
        return value
