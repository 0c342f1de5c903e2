"""The whole day of the village, held once for all tests that only read its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from tests.sheets import sealed_day
from tests.village import opened

#: Asked of the tables themselves, past everything that prepares a paper.
_AGREED = """
    SELECT printf('U-%03d', usulan.nomor), butir.keluaran, usulan.bidang, usulan.perkiraan_biaya
    FROM usulan JOIN butir ON butir.usulan = usulan.id AND butir.forum = usulan.forum
    WHERE usulan.forum = ? AND usulan.status NOT IN ('batal', 'digabung')"""


@dataclass(frozen=True)
class Row:
    """One usulan as the database has it."""

    label: str
    keluaran: str
    bidang: str
    biaya: int | None


class Village:
    """What the papers are drawn from, and what the database says.

    No dataclass: Hypothesis writes those out whole beside every explicit example, which took longer than the test.
    """

    def __init__(self, isi: IsiBeritaAcara, rows: Sequence[Row]) -> None:
        self.isi, self.rows = isi, rows

    @property
    def few(self) -> IsiBeritaAcara:
        """The same contents with few of what has a sheet of its own each: three letters show as much as sixty."""
        sehari = replace(self.isi.sehari, verifikasi=self.isi.sehari.verifikasi[:3])
        vote = self.isi.kertas_suara and replace(self.isi.kertas_suara, kelompok=self.isi.kertas_suara.kelompok[:1])
        return replace(self.isi, undangan=self.isi.undangan[:3], kertas_suara=vote, sehari=sehari)

    def of(self, *keluaran: str) -> list[Row]:
        """The usulan with these outputs; all of them without any."""
        return [row for row in self.rows if not keluaran or row.keluaran in keluaran]


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Village:
    """The whole day of Sukamaju with everything that was said, sealed."""
    with opened(tmp_path_factory.mktemp("desa")) as services:
        sealed_day(services)
        found = services.desk.connection.execute(_AGREED, (services.desk.forum_id,))
        return Village(services.dokumen.penggambar().isi, [Row(*row) for row in found])


@pytest.fixture(scope="session")
def village(recorded: Village) -> IsiBeritaAcara:
    """Its contents, shortened."""
    return recorded.few
