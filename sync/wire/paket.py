"""The kabupaten's package: one file with everything it prescribes, signed, that travels on a stick.

The file is a plain zip whose members are stored, never compressed, with fixed headers in a fixed order: what a reader
accepts is exactly what :func:`pack` writes, so every byte is covered and nothing can be unpacked that is larger than
the file. ``docs/paket.md`` is the specification.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.bagian_paket import Bagian, Isi
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tanggal import parse_tanggal
from musrenbang_desktop.journal import canonical, keys
from musrenbang_desktop.journal.canonical import NotCanonical

SUFFIX = ".musrenbang-paket"
MANIFEST = "paket.json"
SIGNATURE = "tanda"
VERSION = 1

LARGEST = 32 * 2**20
"""Bytes of a whole package; 5,000 entries of a kamus take one million."""
LARGEST_MANIFEST = 64 * 2**10
MOST_PARTS = 64
LONGEST_NAME = 64

_DOMAIN = b"musrenbang paket 1\0"
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-./")
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION_NEEDED, _MIDNIGHT, _DAY_ONE = 20, 0, 33  # 1 January 1980 at 00.00, the first moment a zip can tell

_SAFE = "Tidak ada yang dipasang dan tidak ada yang berubah."
_SENTENCES = {
    "kosong": f"Berkas ini kosong. {_SAFE} Salin lagi dari kabupaten.",
    "terlalu_besar": f"Berkas ini terlalu besar untuk sebuah paket kabupaten. {_SAFE} Pilih berkas lain.",
    "bukan_paket": f"Berkas ini bukan paket kabupaten. {_SAFE} Pilih berkas yang namanya berakhir {SUFFIX}.",
    "terpotong": f"Berkas paket ini terpotong, mungkin belum selesai disalin. {_SAFE} Salin sekali lagi.",
    "susunan": f"Susunan berkas paket ini berubah: rusak di jalan, atau pernah dibuka dan dikemas ulang. {_SAFE} "
    "Minta berkas aslinya dari kabupaten.",
    "isi_asing": f"Paket ini memuat berkas yang tidak dikenal. {_SAFE} Minta berkas aslinya dari kabupaten.",
    "daftar": f"Daftar isi paket ini tidak terbaca. {_SAFE} Minta berkas aslinya dari kabupaten.",
    "versi": f"Paket ini dibuat untuk versi program yang lebih baru. {_SAFE} Perbarui program, lalu pasang lagi.",
    "tanda": f"Tanda kabupaten pada paket ini tidak cocok: ada yang berubah sesudah ditandai. {_SAFE} "
    "Minta berkas aslinya dari kabupaten.",
    "bagian_hilang": f"Bagian {{bagian}} hilang dari paket ini. {_SAFE} Minta berkas aslinya dari kabupaten.",
    "bagian": f"Bagian {{bagian}} tidak sama dengan yang ditandai kabupaten. {_SAFE} "
    "Minta berkas aslinya dari kabupaten.",
}


class PackageRefused(Exception):
    """A file that is no package, or no longer the one that was signed; ``str()`` is the sentence to show."""

    def __init__(self, code: str, part: str = "") -> None:
        super().__init__(_SENTENCES[code].format(bagian=part))
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the manifest says about the package as a whole. ``tanggal`` is ISO; ``batas_persen`` is by how many percent
    a unit cost may differ from the standard before the operator is told.
    """

    kode: str
    kabupaten: str
    nomor: str
    tanggal: str
    tahun_rencana: int
    batas_persen: int = 10


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose signature holds. Whether its ``key`` is to be trusted is the reader's question.

    ``hash`` is the SHA-256 of the whole file, by which a forum names the package that it began with.
    """

    head: Head
    key: bytes
    parts: Mapping[str, bytes]
    hash: str


def pack(head: Head, parts: Mapping[str, bytes], private: bytes) -> bytes:
    """The whole file, signed. Raises ValueError for a name or a size that no reader would take."""
    names = sorted(parts)
    manifest = canonical.encode(
        {
            "t": "paket",
            "v": VERSION,
            "kabupaten": {"kode": head.kode, "nama": head.kabupaten},
            "nomor": head.nomor,
            "tanggal": head.tanggal,
            "tahun_rencana": head.tahun_rencana,
            "batas_persen": head.batas_persen,
            "kunci": keys.public_key(private).hex(),
            "bagian": [_entry(name, parts[name]) for name in names],
        }
    )
    signature = keys.sign(private, _DOMAIN + manifest)
    data = _container([(MANIFEST, manifest), (SIGNATURE, signature), *((name, parts[name]) for name in names)])
    if len(data) > LARGEST or len(manifest) > LARGEST_MANIFEST or not all(map(_is_name, names)):
        raise ValueError("package over the limits")
    return data


def table(part: Bagian, rows: Sequence[Sequence[Isi]]) -> bytes:
    """The bytes of a table in a package: its columns by name, then the rows."""
    return canonical.encode({"kolom": [column.nama for column in part.kolom], "baris": [list(row) for row in rows]})


def read(data: bytes) -> Package:
    """Check every byte of a package. Raises PackageRefused with one sentence."""
    members = _members(data)
    manifest = members.pop(MANIFEST, None)
    signature = members.pop(SIGNATURE, None)
    if manifest is None or signature is None:
        raise PackageRefused("bukan_paket")
    value = _manifest(manifest)
    key = _key(value)
    if not keys.verify(key, signature, _DOMAIN + manifest):
        raise PackageRefused("tanda")
    if value["v"] != VERSION:
        raise PackageRefused("versi")
    head, wanted = _head(value), _wanted(value)
    for name, (size, digest) in wanted.items():
        if name not in members:
            raise PackageRefused("bagian_hilang", name)
        if len(members[name]) != size or hashlib.sha256(members[name]).hexdigest() != digest:
            raise PackageRefused("bagian", name)
    if set(members) != set(wanted):
        raise PackageRefused("isi_asing")
    ordered = [(MANIFEST, manifest), (SIGNATURE, signature), *((name, members[name]) for name in sorted(members))]
    if _container(ordered) != data:
        raise PackageRefused("susunan")
    return Package(head, key, members, hashlib.sha256(data).hexdigest())


def _entry(name: str, data: bytes) -> dict[str, str | int]:
    return {"nama": name, "ukuran": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _manifest(data: bytes) -> dict[str, canonical.Json]:
    try:
        value = canonical.decode(data) if len(data) <= LARGEST_MANIFEST else None
    except NotCanonical as error:
        raise PackageRefused("daftar") from error
    if not isinstance(value, dict) or value.get("t") != "paket" or not _is_count(value.get("v")):
        raise PackageRefused("daftar")
    return value


def _key(value: Mapping[str, canonical.Json]) -> bytes:
    text = value.get("kunci")
    try:
        key = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        key = b""
    if len(key) != 32:
        raise PackageRefused("daftar")
    return key


def _head(value: Mapping[str, canonical.Json]) -> Head:
    place = value.get("kabupaten")
    place = place if isinstance(place, dict) else {}
    texts = (place.get("kode"), place.get("nama"), value.get("nomor"), value.get("tanggal"))
    numbers = (value.get("tahun_rencana"), value.get("batas_persen"))
    if not all(isinstance(text, str) and len(text) <= 200 for text in texts) or not all(map(_is_count, numbers)):
        raise PackageRefused("daftar")
    try:
        parse_tanggal(str(texts[3]))
    except RuleBroken as error:
        raise PackageRefused("daftar") from error
    return Head(
        kode=str(texts[0]),
        kabupaten=str(texts[1]),
        nomor=str(texts[2]),
        tanggal=str(texts[3]),
        tahun_rencana=int(numbers[0] or 0),
        batas_persen=int(numbers[1] or 0),
    )


def _wanted(value: Mapping[str, canonical.Json]) -> dict[str, tuple[int, str]]:
    listed = value.get("bagian")
    if not isinstance(listed, list) or len(listed) > MOST_PARTS:
        raise PackageRefused("daftar")
    wanted = {}
    for entry in listed:
        name, size, digest = (entry.get(key) for key in ("nama", "ukuran", "sha256")) if isinstance(entry, dict) else (
            None, None, None
        )  # fmt: skip
        if not isinstance(name, str) or not isinstance(digest, str) or not isinstance(size, int) or not _is_name(name):
            raise PackageRefused("daftar")
        wanted[name] = (size, digest)
    return wanted


def _is_name(name: str) -> bool:
    """Small letters, one folder deep at most, and nothing that could climb out of a folder."""
    steps = name.split("/")
    plain = set(name) <= _LETTERS and 0 < len(name) <= LONGEST_NAME and name not in (MANIFEST, SIGNATURE)
    return plain and len(steps) <= 2 and all(step and not step.startswith(".") for step in steps)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _members(data: bytes) -> dict[str, bytes]:
    """The members of a container as :func:`_container` writes it; anything else is refused before it is looked at."""
    if not data:
        raise PackageRefused("kosong")
    if len(data) > LARGEST:
        raise PackageRefused("terlalu_besar")
    if not data.startswith(b"PK\x03\x04"):
        raise PackageRefused("bukan_paket")
    members: dict[str, bytes] = {}
    at = 0
    while data[at : at + 4] == b"PK\x03\x04":
        if len(members) > MOST_PARTS + 2:
            raise PackageRefused("isi_asing")
        name, content, at = _member(data, at)
        if name in members:
            raise PackageRefused("isi_asing")
        members[name] = content
    if data[at : at + 4] != b"PK\x01\x02":
        raise PackageRefused("terpotong" if at >= len(data) - 3 else "susunan")
    return members


def _member(data: bytes, at: int) -> tuple[str, bytes, int]:
    if at + _LOCAL.size > len(data):
        raise PackageRefused("terpotong")
    _, _, flags, method, _, _, _, packed, size, name_length, extra = _LOCAL.unpack_from(data, at)
    if flags or method or packed != size or extra:
        raise PackageRefused("susunan")
    start = at + _LOCAL.size + name_length
    if start + size > len(data):
        raise PackageRefused("terpotong")
    try:
        name = data[start - name_length : start].decode("ascii")
    except UnicodeDecodeError as error:
        raise PackageRefused("isi_asing") from error
    if name not in (MANIFEST, SIGNATURE) and not _is_name(name):
        raise PackageRefused("isi_asing")
    return name, data[start : start + size], start + size


def _container(members: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip of stored members, byte for byte the same on every computer."""
    body, directory = bytearray(), bytearray()
    for name, content in members:
        plain, crc, size = name.encode("ascii"), zlib.crc32(content), len(content)
        moment = (_VERSION_NEEDED, 0, 0, _MIDNIGHT, _DAY_ONE)
        entry = _CENTRAL.pack(
            b"PK\x01\x02", _VERSION_NEEDED, *moment, crc, size, size, len(plain), 0, 0, 0, 0, 0, len(body)
        )
        directory += entry + plain
        body += _LOCAL.pack(b"PK\x03\x04", *moment, crc, size, size, len(plain), 0) + plain + content
    end = _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), len(directory), len(body), 0)
    return bytes(body + directory) + end
