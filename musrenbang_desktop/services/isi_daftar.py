"""What the lists of usulan by origin and the list of ceilings print of the chosen forum."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from musrenbang_desktop.berita_acara.isi_daftar import BarisAsal, BarisPagu, DaftarAsal, JenisAsal, PaguIndikatif
from musrenbang_desktop.domain.forum import Forum, Pejabat
from musrenbang_desktop.domain.kesepakatan import Kesepakatan
from musrenbang_desktop.domain.pagu import PaguSumber, biaya_per_sumber, jumlah_pagu
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sumber_dana import normal_sumber
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.domain.volume import volume_satuan

SWADAYA = "Swadaya warga"
TANPA_ASAL = "Asal belum dicatat"
_WHOLE = re.compile(r"(?:semua|seluruh|se-?desa|se-?kelurahan)\b", re.IGNORECASE)
_RW = re.compile(r"RW\s*0*(\d+)", re.IGNORECASE)


def daftar_asal(usulan: Sequence[Usulan], orang: Sequence[Peserta], istilah_dusun: str) -> tuple[DaftarAsal, ...]:
    """Every origin with its usulan: RW by number, then dusun, then groups; ranked usulan first.

    ``istilah_dusun`` is what a dusun is called here, put before its name.
    """
    groups: dict[str, list[Usulan]] = {}
    names: dict[str, str] = {}
    for one in usulan:
        key = one.asal_urut.strip().casefold()
        names.setdefault(key, one.asal_urut.strip())
        groups.setdefault(key, []).append(one)
    officials = [one for one in orang if one.jabatan]
    found = [_origin(names[key], members, officials, istilah_dusun) for key, members in groups.items()]
    order = {"rw": 0, "dusun": 1, "lain": 2, "desa": 3}
    found.sort(key=lambda one: (order[one.jenis], one.nama == TANPA_ASAL, _number(one.nama), one.nama.casefold()))
    return tuple(found)


def _number(name: str) -> int:
    found = _RW.fullmatch(name)
    return int(found[1]) if found else 0


def _origin(name: str, members: Sequence[Usulan], orang: Sequence[Peserta], dusun: str) -> DaftarAsal:
    kind: JenisAsal = "lain"
    if _RW.fullmatch(name):
        kind = "rw"
    elif not name or _WHOLE.match(name):
        kind = "desa"
    elif any(one.dusun.strip().casefold() == name.casefold() for one in members):
        kind = "dusun"
    shown = f"{dusun} {name}" if kind == "dusun" and not name.casefold().startswith(dusun.casefold()) else name
    ranked = sorted(members, key=lambda one: (one.peringkat_asal is None, one.peringkat_asal or 0, one.nomor))
    rows = tuple(_row(one) for one in ranked)
    places = {one.dusun.strip() for one in members if one.dusun.strip()}
    part = f"{dusun} {places.pop()}" if kind == "rw" and len(places) == 1 else ""
    return DaftarAsal(
        nama=shown or TANPA_ASAL, jenis=kind, baris=rows, ketua=_leader(kind, name, dusun, orang), bagian=part
    )


def _leader(kind: JenisAsal, name: str, dusun: str, orang: Sequence[Peserta]) -> str:
    """Who leads it, where exactly one person was recorded with that office; else nobody is named."""
    if kind == "rw":
        offices = {f"ketua {name}".casefold()}
        found = [
            one for one in orang
            if one.jabatan.strip().casefold() in offices
            or (one.jabatan.strip().casefold() == "ketua rw" and _number(f"RW {one.rw}") == _number(name))
        ]  # fmt: skip
    elif kind == "dusun":
        offices = {f"kepala {dusun} {name}".casefold(), f"kepala dusun {name}".casefold()}
        heads = {f"kepala {dusun}".casefold(), "kepala dusun", "kadus"}
        found = [
            one for one in orang
            if one.jabatan.strip().casefold() in offices
            or (one.jabatan.strip().casefold() in heads and one.dusun.strip().casefold() == name.casefold())
        ]  # fmt: skip
    else:
        found = [one for one in orang if one.jabatan.strip().casefold() == f"ketua {name}".casefold()]
    return found[0].nama if len(found) == 1 else ""


def _row(one: Usulan) -> BarisAsal:
    rukun = "/".join(filter(None, (one.rt, one.rw)))
    return BarisAsal(
        label=one.label,
        usulan=one.judul,
        peringkat=str(one.peringkat_asal or ""),
        lokasi=", ".join(filter(None, (one.dusun, one.lokasi))),
        rukun=rukun,
        volume=volume_satuan(one.volume, one.satuan),
        swadaya=_swadaya(one),
        bidang=one.bidang,
        permasalahan=one.masalah,
        biaya=one.perkiraan_biaya,
    )


def _swadaya(one: Usulan) -> str:
    """``Swadaya Rp5.000.000; 30 orang, 3 hari; batu kali 2 rit``: what the people bring themselves, in money where a
    source says so, in work, in material.
    """
    if not (one.sumber_dana or one.swadaya_tenaga or one.swadaya_bahan):
        return ""
    own = [row.jumlah for row in one.sumber_dana if normal_sumber(row.sumber) == SWADAYA]
    known = [amount for amount in own if amount is not None]
    money = f"Swadaya {format_rupiah(sum(known))}" if known else "Swadaya" if own else ""
    return "; ".join(filter(None, (money, one.swadaya_tenaga, one.swadaya_bahan)))


def ketua_lpm(orang: Sequence[Peserta]) -> Pejabat:
    """Who leads the LPM, where exactly one person was recorded with that office; else a line for the pen."""
    found = [one for one in orang if re.fullmatch(r"ketua lpmk?\b.*", one.jabatan.strip(), re.IGNORECASE)]
    return Pejabat(found[0].nama, found[0].jabatan) if len(found) == 1 else Pejabat("")


def pagu_indikatif(forum: Forum, usulan: Sequence[Usulan], kesepakatan: Kesepakatan | None) -> PaguIndikatif:
    """What the village would carry out with its own money, against its ceilings.

    Once an order was drawn up that is what goes into the village's own budget; before, all usulan that name a source.
    """
    outputs = {butir.usulan: butir.keluaran for butir in kesepakatan.butir} if kesepakatan else None
    rows = [one for one in usulan if (outputs.get(one.id) == "dana_desa" if outputs is not None else one.sumber_dana)]
    if outputs is not None:
        place = {record: number for number, record in enumerate(outputs)}
        rows.sort(key=lambda one: place[one.id])
    whole = jumlah_pagu(forum.pagu_sumber)
    return PaguIndikatif(
        pagu={row.sumber: row.jumlah for row in forum.pagu_sumber},
        jumlah=whole if whole is not None else forum.pagu,
        baris=tuple(
            BarisPagu(label=one.label, kegiatan=one.judul, sumber=_parts(forum, one), biaya=one.perkiraan_biaya)
            for one in rows
        ),
    )


def _parts(forum: Forum, one: Usulan) -> Mapping[str, int | None]:
    """What it takes from each source; nothing where neither it nor the forum names one."""
    rows = forum.pagu_sumber or tuple(PaguSumber(normal_sumber(row.sumber)) for row in one.sumber_dana)
    return biaya_per_sumber(rows, one.perkiraan_biaya, one.sumber_dana) if rows else {}
