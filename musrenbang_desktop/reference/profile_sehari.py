"""What a profile says about the sheets around the day: verification, slips, posters, answers, package of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from musrenbang_desktop.domain.bentuk_sehari import (
    CATATAN_DOKUMEN,
    PER_UNDANGAN,
    SAAT,
    BarisPaket,
    BentukJawaban,
    BentukPoster,
    BentukPosterHasil,
    BentukSehari,
    BentukSlip,
    BentukVerifikasi,
    DokumenVerifikasi,
)
from musrenbang_desktop.domain.profile import Kertas

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile import _Reader

MOST_COPIES = 50


def sehari_parts(reader: _Reader, table: dict[str, Any], kertas: Kertas) -> BentukSehari:
    """Read the sections. Raises ProfileInvalid."""
    return BentukSehari(
        verifikasi=_verification(reader, reader.section(table, "verifikasi"), kertas.ruang_mm(rebah=False)),
        slip=_slip(reader, reader.section(table, "slip_usulan")),
        poster=_poster(reader, reader.section(table, "poster")),
        poster_hasil=_result_poster(reader, reader.section(table, "poster_hasil"), kertas.ruang_mm(rebah=False)),
        jawaban=_answers(reader, reader.section(table, "lembar_jawaban"), kertas),
        paket=tuple(_row(reader, row) for row in reader.rows(reader.section(table, "paket_hari_ini"), "lembar")),
    )


def _verification(reader: _Reader, table: dict[str, Any], room: float) -> BentukVerifikasi:
    return BentukVerifikasi(
        judul=reader.template(table, "judul"),
        keterangan=reader.words(table, "keterangan"),
        dokumen=tuple(
            DokumenVerifikasi(
                reader.words(row, "teks"), reader.one_of(row, "dari", CATATAN_DOKUMEN, ""), bool(row.get("pasti", True))
            )
            for row in reader.rows(table, "dokumen")
        ),
        tabel=reader.tabel(table, "verifikasi", room),
        kesimpulan=reader.words(table, "kesimpulan"),
        penanda=tuple(reader.checked(role, "penanda") for role in reader.listed(table, "penanda")),
    )


def _slip(reader: _Reader, table: dict[str, Any]) -> BentukSlip:
    filled = {key: reader.template(table, key) for key in ("judul", "keterangan", "tautan", "tanpa_tautan")}
    return BentukSlip(**filled, petugas=reader.words(table, "petugas"))


def _poster(reader: _Reader, table: dict[str, Any]) -> BentukPoster:
    return BentukPoster(**{key: reader.template(table, key) for key in ("atas", "judul", "ajakan", "bawah")})


def _result_poster(reader: _Reader, table: dict[str, Any], room: float) -> BentukPosterHasil:
    return BentukPosterHasil(
        **{key: reader.template(table, key) for key in ("atas", "judul", "bawah")},
        huruf=_size(reader, table, "poster_hasil"),
        tabel=reader.tabel(table, "poster_hasil", room),
    )


def _size(reader: _Reader, table: dict[str, Any], sheet: str) -> float:
    """Letters to be read from the wall. Raises ProfileInvalid."""
    size = reader.number(table, "huruf")
    if not 8 <= size <= 24:
        raise reader.fail(f"ukuran huruf {sheet} harus antara 8 dan 24 titik, bukan {size:g}")
    return size


def _answers(reader: _Reader, table: dict[str, Any], kertas: Kertas) -> BentukJawaban:
    rebah = reader.flag(table, "rebah")
    return BentukJawaban(
        **{key: reader.template(table, key) for key in ("judul", "keterangan", "penanda")},
        belum=reader.words(table, "belum"),
        ditarik=reader.words(table, "ditarik"),
        huruf=_size(reader, table, "lembar_jawaban"),
        tabel=reader.tabel(table, "jawaban", kertas.ruang_mm(rebah=rebah)),
        rebah=rebah,
    )


def _row(reader: _Reader, table: dict[str, Any]) -> BarisPaket:
    copies = table.get("rangkap", 1)
    if copies != PER_UNDANGAN and not (
        isinstance(copies, int) and not isinstance(copies, bool) and 1 <= copies <= MOST_COPIES
    ):
        raise reader.fail(f'rangkap pada paket_hari_ini harus 1 sampai {MOST_COPIES}, atau "{PER_UNDANGAN}"')
    return BarisPaket(
        jenis=reader.words(table, "jenis"),
        saat=reader.one_of(table, "saat", SAAT),
        rangkap=cast('int | Literal["undangan"]', copies),
    )
