"""Copies of a form that lie on the disk otherwise than the program wrote them, and a paper that comes late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from musrenbang_desktop.reference.profile_layers import ProfileInvalid
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown
from ui.background import Background, JobControl
from ui.profil.page import ProfilPage
from ui.profil.trial import Trial

_COPY = 'id = "{}"\nnama = "Contoh"\ndasar = "desa-114"\n'

BROKEN = {
    "half": b'id = "kab-a"\nnama = "Con',
    "no_text": b"\xff\xfe\x00",
    "too_large": b"#" * 2_000_000,
    "too_deep": b"a = " + b"[" * 50_000,
    "empty": b"",
    "nothing_below": _COPY.format("kab-a").replace("desa-114", "tidak-ada").encode(),
    "other_name": _COPY.format("kab-b").encode(),
    "outside": _COPY.format("../../keluar").encode(),
}


def put(layanan: Layanan, name: str, data: bytes) -> None:
    layanan.bentuk.folder.mkdir(exist_ok=True)
    (layanan.bentuk.folder / f"{name}.toml").write_bytes(data)


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_copy_is_refused_in_words_and_hides_no_other(
    layanan: Layanan, show: Callable[..., Shown], say: RecordedSay, data: bytes
) -> None:
    put(layanan, "kab-a", data)
    put(layanan, "kab-b", _COPY.format("kab-b").encode())
    page: ProfilPage = show(ProfilPage, layanan).page
    assert page.copy is not None
    assert page.copy.name == "kab-b"
    page.bar.copies.fill("kab-a")
    page.bar.copies.committed.emit("kab-a")
    assert page.copy.name == page.bar.copies.value() == "kab-b"
    assert len(say.texts("error")) == 2
    assert not any(" at " in words for words in say.texts("error"))


def test_a_copy_is_never_written_over_another_file(layanan: Layanan) -> None:
    put(layanan, "kab-a", _COPY.format("kab-b").encode())
    put(layanan, "kab-c", _COPY.format("../../keluar").encode())
    for name in ("kab-a", "kab-c"):
        with pytest.raises(ProfileInvalid):
            layanan.bentuk.buka(name)


class LateBackground(Background):
    """Keeps the jobs until the test lets each one end, as a slow laptop does."""

    def __init__(self, say: RecordedSay) -> None:
        super().__init__(say)
        self.jobs: list[tuple[JobControl, Callable[[], object]]] = []

    def run(
        self,
        job: Callable[[JobControl], Any],
        on_done: Callable[[Any], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
        label: str = "",
    ) -> JobControl:
        control = JobControl(label, lambda _progress: None)

        def end() -> None:
            try:
                result = job(control)
            except ProfileInvalid as problem:
                (on_error or self._say.trouble)(problem)
            else:
                if on_done:
                    on_done(result)

        self.jobs.append((control, end))
        return control

    def let_one_end(self) -> None:
        """The oldest job ends; one that was cancelled answers nothing."""
        control, end = self.jobs.pop(0)
        if not control.cancelled:
            end()


@pytest.fixture
def late(say: RecordedSay) -> LateBackground:
    return LateBackground(say)


@pytest.fixture
def trial(late: LateBackground, say: RecordedSay, qtbot: QtBot) -> Trial:
    made = Trial(say, late)
    qtbot.addWidget(made)
    return made


def test_a_form_that_cannot_be_drawn_does_not_keep_the_next_one_away(
    trial: Trial, late: LateBackground, layanan: Layanan
) -> None:
    good = layanan.dokumen.penggambar()
    said: list[str] = []
    trial.failed.connect(said.append)
    trial.show_form(replace(good, bentuk="bukan toml"))
    trial.show_form(good)
    late.let_one_end()
    late.let_one_end()
    assert trial.shown is not None
    assert said == []


def test_a_paper_that_was_cancelled_is_drawn_with_the_next_change(
    trial: Trial, late: LateBackground, layanan: Layanan
) -> None:
    trial.show_form(layanan.dokumen.penggambar())
    late.jobs[0][0].cancel()
    late.let_one_end()
    trial.show_form(layanan.dokumen.penggambar())
    late.let_one_end()
    assert trial.shown is not None
