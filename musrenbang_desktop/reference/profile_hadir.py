"""What a profile says about attendance: sheets at the door, quorum, representation, delegates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from musrenbang_desktop.domain.keterwakilan import Ambang
from musrenbang_desktop.domain.kuorum import BAGIAN, AturanDelegasi, AturanKuorum
from musrenbang_desktop.domain.profile import (
    KUORUM_ISIAN,
    BentukDelegasi,
    BentukKeterwakilan,
    BentukKuorum,
    BentukLembar,
)

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile import _Reader

_SENTENCES = (
    "tercapai", "tidak_tercapai", "kedua", "alasan", "tunda_judul", "tunda_pembuka", "tunda_isi",
    "tunda_bebas", "tunda_ke", "tunda_penutup",
)  # fmt: skip

_LETTER = ("mandat_judul", "mandat_pembuka", "mandat_isi", "mandat_penutup")


class AttendanceParts(TypedDict):
    """The fields of Profile that this module reads."""

    lembar: BentukLembar
    keterwakilan: BentukKeterwakilan
    kuorum: AturanKuorum
    teks_kuorum: BentukKuorum
    delegasi: AturanDelegasi
    daftar_delegasi: BentukDelegasi


def attendance_parts(reader: _Reader, table: dict[str, Any], room: float) -> AttendanceParts:
    """Read the sections. ``room`` is the width of an upright sheet in mm. Raises ProfileInvalid."""
    return {
        "lembar": _sheets(reader, reader.section(table, "lembar_hadir"), room),
        "keterwakilan": _gauge(reader, reader.section(table, "keterwakilan")),
        "kuorum": _quorum(reader, reader.section(table, "kuorum")),
        "teks_kuorum": _sentences(reader, reader.section(table, "kuorum")),
        "delegasi": _delegation(reader, reader.section(table, "delegasi")),
        "daftar_delegasi": _delegates(reader, reader.section(table, "delegasi"), room),
    }


def _sheets(reader: _Reader, table: dict[str, Any], room: float) -> BentukLembar:
    shape = reader.tabel(table, "lembar_hadir", room)
    lines = _whole(reader, table, "baris_halaman", 5, 40)
    return BentukLembar(
        judul=reader.template(table, "judul"),
        keterangan_nama=reader.template(table, "keterangan_nama"),
        keterangan_kosong=reader.template(table, "keterangan_kosong"),
        baris_halaman=lines,
        halaman_kosong=_whole(reader, table, "halaman_kosong", 1, 20),
        tabel=shape,
    )


def _gauge(reader: _Reader, table: dict[str, Any]) -> BentukKeterwakilan:
    good, fair = (_whole(reader, table, key, 0, 100) for key in ("baik_persen", "cukup_persen"))
    if fair > good:
        raise reader.fail("cukup_persen pada keterwakilan tidak boleh melebihi baik_persen")
    return BentukKeterwakilan(reader.template(table, "judul"), reader.template(table, "rumus"), Ambang(good, fair))


def _quorum(reader: _Reader, table: dict[str, Any]) -> AturanKuorum:
    return AturanKuorum(
        bagian=reader.one_of(table, "bagian", BAGIAN),
        tunggu_jam=_whole(reader, table, "tunggu_jam", 0, 12),
        tunda_hari=_whole(reader, table, "tunda_hari", 1, 60),
        perempuan_persen=_whole(reader, table, "perempuan_persen", 0, 100),
        tiap_dusun=_whole(reader, table, "tiap_dusun", 0, 100),
        tiap_unsur=_whole(reader, table, "tiap_unsur", 0, 100),
        dasar=reader.words(table, "dasar"),
        dasar_sah=_checked(reader, table),
        wakil_dihitung=reader.one_of(table, "wakil", ("dihitung", "tidak")) == "dihitung",
    )


def _sentences(reader: _Reader, table: dict[str, Any]) -> BentukKuorum:
    return BentukKuorum(**{key: reader.template(table, key, KUORUM_ISIAN) for key in _SENTENCES})


def _delegation(reader: _Reader, table: dict[str, Any]) -> AturanDelegasi:
    least, most = (_whole(reader, table, key, 0, 50) for key in ("paling_sedikit", "paling_banyak"))
    if most and least > most:
        raise reader.fail("paling_sedikit pada delegasi tidak boleh melebihi paling_banyak")
    return AturanDelegasi(
        paling_sedikit=least,
        paling_banyak=most,
        perempuan_orang=_whole(reader, table, "perempuan_orang", 0, 50),
        perempuan_persen=_whole(reader, table, "perempuan_persen", 0, 100),
        dasar=reader.words(table, "dasar"),
        dasar_sah=_checked(reader, table),
    )


def _delegates(reader: _Reader, table: dict[str, Any], room: float) -> BentukDelegasi:
    shape = reader.tabel(table, "delegasi", room)
    return BentukDelegasi(
        judul=reader.template(table, "judul"),
        alasan=reader.template(table, "alasan", KUORUM_ISIAN),
        tabel=shape,
        penanda=reader.penanda_lampiran(table, "delegasi"),
        nomor=reader.words(table, "nomor"),
        **{key: reader.template(table, key) for key in _LETTER},
    )


def _checked(reader: _Reader, table: dict[str, Any]) -> bool:
    return bool(reader.one_of(table, "status", ("sah", "periksa")) == "sah")


def _whole(reader: _Reader, table: dict[str, Any], key: str, least: int, most: int) -> int:
    number = reader.number(table, key)
    if number != int(number) or not least <= number <= most:
        raise reader.fail(f"{key} harus bilangan bulat antara {least} dan {most}")
    return int(number)
