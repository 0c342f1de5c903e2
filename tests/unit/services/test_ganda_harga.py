"""A price goes with its source and its unit through merging, and what the people bring is not counted twice."""

from __future__ import annotations

import pytest

from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.usulan import Usulan, UsulanBaru
from musrenbang_desktop.services.layanan import Layanan


def merged(layanan: Layanan, stays: UsulanBaru, goes: UsulanBaru, **isi: object) -> Usulan:
    one, other = layanan.usulan.catat_banyak([stays, goes], "mencatat")
    layanan.ganda.gabung(one, other, isi)
    found = layanan.usulan.satu(one)
    assert found is not None
    return found


PRICED = UsulanBaru(judul="Talud", satuan="m3", harga_satuan=900_000, sumber_harga="hspk")


@pytest.mark.parametrize(
    ("stays", "price"),
    [
        (UsulanBaru(judul="Talud sungai", satuan="m3"), (900_000, "hspk")),
        (UsulanBaru(judul="Talud sungai", satuan="m3", harga_satuan=700_000), (700_000, "")),
        (UsulanBaru(judul="Talud sungai", satuan="m3", harga_satuan=0), (0, "")),
        (UsulanBaru(judul="Talud sungai", satuan="m"), (None, "")),
        (UsulanBaru(judul="Talud sungai", satuan="m3", sumber_harga="warga"), (None, "warga")),
    ],
)
def test_a_price_is_taken_over_whole_or_not_at_all(
    layanan: Layanan, stays: UsulanBaru, price: tuple[int | None, str]
) -> None:
    survivor = merged(layanan, stays, PRICED)
    assert (survivor.harga_satuan, survivor.sumber_harga) == price
    layanan.ganda.pisahkan(layanan.ganda.gabungan_dari(survivor.id)[0].id)
    back = layanan.usulan.satu(survivor.id)
    assert back is not None
    assert (back.harga_satuan, back.sumber_harga) == (stays.harga_satuan, stays.sumber_harga)


def test_a_price_comes_with_the_volume_that_was_chosen(layanan: Layanan) -> None:
    stays = UsulanBaru(judul="Talud sungai", volume="40", satuan="m")
    survivor = merged(layanan, stays, PRICED, volume="12", satuan="m3")
    assert (survivor.satuan, survivor.harga_satuan) == ("m3", 900_000)


def test_what_the_people_bring_stays_with_the_first_part(layanan: Layanan) -> None:
    whole = layanan.usulan.catat(UsulanBaru(judul="Talud", swadaya_tenaga="30 orang", swadaya_bahan="batu 2 rit"))
    (part,) = layanan.ganda.pecah(whole, [Pecahan("Talud utara"), Pecahan("Talud selatan")])
    found = [layanan.usulan.satu(one) for one in (whole, part)]
    assert [(one.swadaya_tenaga, one.swadaya_bahan) for one in found if one] == [("30 orang", "batu 2 rit"), ("", "")]
