"""The section Unsur: who is to be represented, with how many, and how far the invitations reach them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from musrenbang_desktop.domain.unsur import TERBANYAK, CapaianUnsur, TargetUnsur
from musrenbang_desktop.reference.unsur import usual
from ui.buttons import push
from ui.colours import colours
from ui.fields import LineField, NumberEdit
from ui.fields.line import parse_whole
from ui.page import Page
from ui.siapkan.daftar import DaftarSection, Isian
from ui.table import Column
from ui.theme import look, quiet


@dataclass(frozen=True, slots=True)
class Baris:
    """A wanted unsur and its place, from 0."""

    tempat: int
    capaian: CapaianUnsur


class UnsurSection(DaftarSection):
    """The checklist behind the invitations."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "peserta"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.build(
            self.tr("Unsur yang diharapkan hadir"),
            self.tr("Unsur dan target"),
            (
                Isian("unsur", self.tr("Unsur"), LineField(), 3, 24),
                Isian("target", self.tr("Target (orang)"), NumberEdit(field="target", most=TERBANYAK), 1, 14),
            ),
            self._columns(),
            stretch="unsur",
            folds=("hadir",),
            add_text=self.tr("Tambah unsur"),
        )
        self.usual_button = quiet(push(self.tr("Tambah unsur yang biasa"), self.add_usual))
        self.invite_button = quiet(push(self.tr("Buka undangan"), lambda: self.page.go("undangan")))
        self.buttons.add(self.usual_button)
        self.buttons.add(self.invite_button)

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Unsur</b>: tulis siapa yang harus terwakili dan berapa orang. Unsur tanpa undangan tampak merah di "
            "sini dan di halaman Undangan, sebelum surat dicetak.</p>"
        )

    def read(self) -> None:
        super().read()
        rows: Sequence[Baris] = self.model.rows()
        missing = [row.capaian.unsur for row in rows if row.capaian.tanpa_wakil]
        look(self.state, "salah" if missing else "redup")
        if not rows:
            self.state.setText(self.tr("Belum ada target. Tambah unsur yang biasa, lalu sesuaikan."))
        elif missing:
            text = self.tr("{n} unsur belum ada undangannya: {daftar}.")
            self.state.setText(text.format(n=len(missing), daftar=", ".join(missing)))
        else:
            self.state.setText(self.tr("Setiap unsur sudah ada undangannya."))

    def fetch(self) -> Sequence[Baris]:
        rows = self.services.unsur.daftar() if self.services.forum.aktif() else ()
        return [Baris(place, row) for place, row in enumerate(rows)]

    def part_of(self, row: object) -> str:
        return f"#target_unsur#{row.tempat}" if isinstance(row, Baris) else ""

    def id_of(self, row: Baris) -> str:
        return str(row.tempat)

    def add(self, values: dict[str, Any]) -> str:
        return str(self.services.unsur.tambah(TargetUnsur(values["unsur"], values["target"] or 0)))

    def remove(self, row: Baris) -> None:
        self.services.unsur.keluarkan(row.tempat)

    def add_usual(self) -> None:
        """Those of the usual list that are not here yet."""
        forum = self.services.forum.aktif()
        if forum is None:
            return
        made: list[int] = []
        words = [replace(one, unsur=forum.istilah.dalam(one.unsur)) for one in usual(forum.jenis)]
        if self.attempt(lambda: made.append(self.services.unsur.lengkapi(words))) and made:
            self.say.success(self.tr("{n} unsur ditambahkan.").format(n=made[0]))

    def _columns(self) -> list[Column[Baris]]:
        def change(row: Baris, **fields: Any) -> None:
            self.edit(lambda: self.services.unsur.ubah(row.tempat, **fields))

        def target(row: Baris, text: str) -> None:
            self.edit(
                lambda: self.services.unsur.ubah(row.tempat, target=parse_whole(text, "target", 0, TERBANYAK) or 0)
            )

        def red(row: Baris) -> str:
            return colours().danger if row.capaian.tanpa_wakil else ""

        return [
            Column(
                key="unsur",
                title=self.tr("Unsur"),
                value=lambda row: row.capaian.unsur,
                write=lambda row, text: change(row, unsur=text.strip()),
                tooltip=lambda row: row.capaian.unsur,
                colour=red,
                bold=True,
            ),
            Column(
                key="target",
                title=self.tr("Target"),
                value=lambda row: row.capaian.target,
                text=lambda row: str(row.capaian.target) if row.capaian.target else self.tr("ada"),
                edit_text=lambda row: str(row.capaian.target or ""),
                write=target,
                align="kanan",
            ),
            Column(
                key="diundang",
                title=self.tr("Diundang"),
                value=lambda row: row.capaian.diundang,
                text=_invited,
                colour=red,
                align="kanan",
            ),
            Column(key="hadir", title=self.tr("Hadir"), value=lambda row: row.capaian.hadir, align="kanan"),
        ]


def _invited(row: Baris) -> str:
    """``12``, and how many are still wanted: ``3 (kurang 2)``."""
    lacking = row.capaian.kurang
    return f"{row.capaian.diundang} (kurang {lacking})" if lacking else str(row.capaian.diundang)
