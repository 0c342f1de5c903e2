"""The form of a berita acara follows the kind of village: what does not suit it is not offered."""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.services.layanan import Layanan
from ui.siapkan.page import SiapkanPage


def test_a_form_of_the_desa_goes_when_the_village_is_a_kelurahan(layanan: Layanan, show: Any) -> None:
    layanan.forum.ubah(profil="desa-21")
    page: SiapkanPage = show(SiapkanPage, layanan).page
    section = page.section("fakta")
    row = section.form.rows["profil"]
    assert [row.field.itemData(place) for place in range(row.field.count())] == ["desa-114", "desa-21", "rkpd-86"]
    section.record("jenis", "kelurahan")
    forum = layanan.forum.aktif()
    assert forum is not None
    assert forum.profil == "rkpd-86"
    section.read()
    assert [row.field.itemData(place) for place in range(row.field.count())] == ["rkpd-86"]
