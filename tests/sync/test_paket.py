"""The file of a package: what is accepted is exactly what was signed, and every refusal is one plain sentence."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.journal import canonical, keys
from sync.wire import paket, ticket
from tests.paket import HEAD, KABUPATEN, ORANG_LAIN, contoh_paket, parts

DATA = contoh_paket(with_profile=True)


def refused(data: bytes) -> str:
    """The code of the refusal; the sentence is checked here for every one."""
    with pytest.raises(paket.PackageRefused) as found:
        paket.read(data)
    text = str(found.value)
    assert text.endswith(".") and len(text) < 260 and not re.search(r"\b(zip|JSON|SHA|error|hash)\b", text)
    assert "Tidak ada yang dipasang" in text
    return found.value.code


def test_what_was_packed_is_read_back() -> None:
    found = paket.read(DATA)
    assert found.head == HEAD
    assert found.key == keys.public_key(KABUPATEN)
    assert found.parts["kamus.json"] == parts()["kamus.json"]
    assert sorted(found.parts) == sorted([*parts(), "profil/rkpd-86.toml"])


def test_the_same_parts_give_the_same_file() -> None:
    assert contoh_paket(with_profile=True) == DATA


def test_any_program_can_look_into_it() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as package:
        assert package.testzip() is None
        assert package.namelist()[:2] == ["paket.json", "tanda"]
        assert canonical.decode(package.read("paket.json"))["nomor"] == "050/12/2026"


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_one_changed_byte_anywhere_is_refused_in_words(place: int, change: int) -> None:
    changed = bytearray(DATA)
    changed[place] ^= change
    refused(bytes(changed))


def test_every_bit_of_a_small_package_counts() -> None:
    small = paket.pack(HEAD, {}, KABUPATEN)
    for place in range(8 * len(small)):
        changed = bytearray(small)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(paket.PackageRefused):
            paket.read(bytes(changed))


@given(st.integers(0, len(DATA) - 1))
def test_a_file_that_was_cut_is_refused(length: int) -> None:
    assert refused(DATA[:length]) in ("terpotong", "susunan", "bukan_paket", "kosong", "bagian_hilang")


@given(st.binary(min_size=1, max_size=40))
def test_nothing_may_follow_the_end(more: bytes) -> None:
    assert refused(DATA + more) == "susunan"


@given(st.binary(max_size=400))
def test_no_bytes_at_all_break_the_reader(data: bytes) -> None:
    refused(data)
    refused(b"PK\x03\x04" + data)


@pytest.mark.parametrize("name", ["../x.json", "/x.json", "a/../../x", "a\\b", "a/b/c", "A.json", ".x", "paket.json/"])
def test_a_name_that_climbs_out_of_a_folder_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="limits"):
        paket.pack(HEAD, {name: b"x"}, KABUPATEN)
    assert refused(zipped(members_of(DATA) | {name: b"x"})) in ("isi_asing", "susunan")


def test_a_package_that_was_packed_again_is_refused_and_never_unpacked() -> None:
    assert refused(zipped(members_of(DATA), zipfile.ZIP_DEFLATED)) == "susunan"
    assert refused(zipped({"paket.json": b"0" * 200_000_000}, zipfile.ZIP_DEFLATED)) == "susunan"


def test_a_part_of_another_package_is_refused() -> None:
    other = contoh_paket({"kamus": (("X", "Lain", "", "", None, "", "", "", "", ""),)})
    assert refused(rebuilt(DATA, {"kamus.json": paket.read(other).parts["kamus.json"]})) == "bagian"


def test_a_part_that_is_missing_or_added_is_refused() -> None:
    assert refused(rebuilt(DATA, {"kamus.json": None})) == "bagian_hilang"
    assert refused(rebuilt(DATA, {"tambahan.json": b"{}"})) == "isi_asing"


def test_a_list_of_contents_signed_by_somebody_else_is_another_signer() -> None:
    assert paket.read(contoh_paket(private=ORANG_LAIN)).key == keys.public_key(ORANG_LAIN)
    forged = members_of(DATA)["paket.json"].replace(b"050/12", b"051/12")
    assert refused(rebuilt(DATA, {"paket.json": forged})) == "tanda"


def test_too_large_or_of_a_newer_program_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paket, "VERSION", 2)
    newer = contoh_paket()
    monkeypatch.undo()
    assert refused(newer) == "versi"
    assert refused(b"PK\x03\x04" + b"\0" * paket.LARGEST) == "terlalu_besar"


def test_a_signed_list_that_says_nonsense_is_refused() -> None:
    assert refused(paket.pack(replace(HEAD, tanggal="2026-02-31"), {}, KABUPATEN)) == "daftar"
    assert refused(paket.pack(replace(HEAD, nomor="x" * 300), {}, KABUPATEN)) == "daftar"


def test_the_fingerprint_is_the_second_half_of_every_ticket() -> None:
    key = keys.public_key(KABUPATEN)
    spoken = ticket.spoken_fingerprint(key)
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}", spoken)
    assert spoken.replace("-", "") == str(ticket.new(key)).replace("-", "")[12:24]


def members_of(data: bytes) -> dict[str, bytes]:
    """What another program sees in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(members: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    """The members as another program would pack them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, how)
    return buffer.getvalue()


def rebuilt(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The same container with other members; only the signature and the hashes can tell."""
    members: dict[str, bytes | None] = {**members_of(data), **changes}
    ordered = [(name, content) for name, content in members.items() if content is not None]
    return paket._container(ordered)
