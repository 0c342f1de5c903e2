"""Lists of people as villages send them, and a population sheet in OpenSID's shape; nobody in them exists."""

from __future__ import annotations

from collections.abc import Sequence

#: The columns of OpenSID's sheet for the import of a population.
OPENSID_HEAD = (
    "alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,agama_id,pendidikan_kk_id,pendidikan_sedang_id,"
    "pekerjaan_id,status_kawin,kk_level,warganegara_id,ayah_nik,nama_ayah,ibu_nik,nama_ibu,golongan_darah_id,akta_lahir,"
    "dokumen_pasport,tanggal_akhir_paspor,dokumen_kitas,akta_perkawinan,tanggalperkawinan,akta_perceraian,"
    "tanggalperceraian,cacat_id,cara_kb_id,hamil,ktp_el,status_rekam,alamat_sekarang,status_dasar,suku,tag_id_card,"
    "id_asuransi,no_asuransi,lat,lng"
).split(",")


def number(place: int) -> str:
    """A number of identity of nobody: it begins with a province that does not exist."""
    return "0099" + f"{place:012d}"


def opensid_row(place: int, nama: str, **fields: object) -> list[object]:
    """One row of the population sheet."""
    values: dict[str, object] = {
        "alamat": "Jl. Melati", "dusun": "KRAJAN", "rw": "1", "rt": "2", "nama": nama, "no_kk": number(place + 500),
        "nik": number(place), "sex": "1", "tempatlahir": "CONTOH", "tanggallahir": "1980-08-17", "pekerjaan_id": "88",
        "ayah_nik": number(place + 900), "nama_ayah": "RAHASIA AYAH", "ibu_nik": number(place + 901),
        "nama_ibu": "RAHASIA IBU", "status_dasar": "1", "no_asuransi": number(place + 1000),
    }  # fmt: skip
    values |= fields
    return [values.get(name, "") for name in OPENSID_HEAD]


def as_csv(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """The sheet as a CSV with semicolons."""
    return "\n".join(";".join(str(cell) for cell in row) for row in (head, *rows)) + "\n"
