"""An usulan read from its table is whole, though its constructor is passed by."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from musrenbang_desktop.db.queries import usulan as queries
from musrenbang_desktop.domain.kesiapan import Kesiapan
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose


def test_every_attribute_is_read() -> None:
    assert sorted(queries._FIELDS) == sorted(field.name for field in fields(Usulan))


def test_what_is_read_equals_what_the_constructor_makes(layanan: Layanan) -> None:
    record = propose(layanan, 1)[0]
    layanan.usulan.ubah(record, kesiapan=(Kesiapan("lahan", "ya", "SHM 5"),), tema_asal=("anak",), penerima_kk=0)
    found = layanan.usulan.satu(record)
    assert found is not None
    made = Usulan(**{field.name: getattr(found, field.name) for field in fields(Usulan)})
    assert found == made
    assert hash(found) == hash(made)
    assert (found.kesiapan, found.tema_asal, found.penerima_kk) == ((Kesiapan("lahan", "ya", "SHM 5"),), ("anak",), 0)
    with pytest.raises(FrozenInstanceError):
        found.judul = "lain"
