"""What a village types freely says no person's name, telephone or NIK on a page or in the package."""

from __future__ import annotations

import pytest

from sync.kabupaten.privacy import blur, proposer

NAME, NUMBER = "(nama warga)", "(nomor disembunyikan)"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Jalan depan rumah Pak Slamet", f"Jalan depan rumah Pak {NAME}"),
        ("Pak. Slamet Riyadi", f"Pak. {NAME}"),
        ("depan rumah pak slamet sampai jembatan", f"depan rumah pak {NAME} sampai jembatan"),
        ("talud pak rt slamet", f"talud pak rt {NAME}"),
        ("TALUD RUMAH PAK SLAMET RIYADI RT 02", f"TALUD RUMAH PAK {NAME} RT 02"),
        ("DEPAN RUMAH BU TINI", f"DEPAN RUMAH BU {NAME}"),
        ("hubungi 0812-3456-7890", f"hubungi {NUMBER}"),
        ("hubungi (0812) 3456 7890", f"hubungi ({NUMBER}"),
        ("+62 (812) 3456-7890", NUMBER),
        ("NIK 3326082001010001", f"NIK {NUMBER}"),
        ("NIK 3326 0820 0101 0001", f"NIK {NUMBER}"),
        ("33.26.08.200101.0001", NUMBER),
    ],
)
def test_persons_and_numbers_are_hidden_however_they_are_typed(typed: str, shown: str) -> None:
    assert blur(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "Posyandu Ibu Hamil dan Balita", "makanan tambahan ibu hamil", "PMT IBU HAMIL DAN BALITA", "pelatihan ibu pkk",
        "PELATIHAN IBU-IBU PKK", "Jalan RT 02 RW 01 tahun 2027-2028", "Bantuan ibu dan anak",
        "jalan di depan pak rt 02", "pukul 08.00 - 12.00",
        "Pipa 4.500 m, Rp 1.250.000.000", "-7.123456, 110.123456", "Kelas ibu balita di Dusun Krajan",
    ],
)  # fmt: skip
def test_what_is_no_person_stays(typed: str) -> None:
    assert blur(typed) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Kader Siti Aminah", "Kader"), ("Kader Posyandu Siti", "Kader Posyandu"),
        ("Tokoh masyarakat Karso", "Tokoh masyarakat"),
        ("RT 02 Karso", "RT 02"), ("RT Karso", "RT"), ("RT 02 Pak Karso", "RT 02"), ("Guru Karso", "Guru"),
        ("kader dewi", "kader"),
        ("PEMUDA BUDI SANTOSO", "PEMUDA"), ("Perangkat Desa Karso", "Perangkat Desa"), ("Slamet Riyadi", "Warga"),
        ("Slamet RT 03", "RT 03"), ("PKK Bu Siti", "PKK"),
    ],
)  # fmt: skip
def test_of_who_proposed_the_group_is_shown_and_no_person(typed: str, shown: str) -> None:
    assert proposer(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "RT 02 RW 01", "RT 02 Dusun Krajan", "Karang Taruna Bina Muda", "Kelompok Tani Sido Makmur", "Dusun Krajan Lor",
        "Tokoh Masyarakat Dusun Krajan", "Kader Posyandu", "Perempuan kepala keluarga", "TP PKK", "BPD",
        "Takmir Masjid Al-Huda", "Komite SDN 1", "KWT Sri Rejeki",
    ],
)  # fmt: skip
def test_a_group_keeps_its_name(typed: str) -> None:
    assert proposer(typed) == typed
