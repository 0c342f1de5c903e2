"""The demo is the product's main job in one command: real windows, a real server, its own checks, and ours on top."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from musrenbang_desktop.db import replay
from tests.village import opened

pytestmark = pytest.mark.long

#: Pictures of the operator's window with the projector beside it.
WITH_THE_HALL = ("layar-hadirin.png", "skor-dan-layar.png")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """One run of the demo without a display: its folder, and what it printed."""
    out = tmp_path_factory.mktemp("demo") / "demo"
    command = [sys.executable, "-m", "musrenbang_desktop", "demo", "--out", str(out)]
    env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=env, timeout=540)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stderr == ""
    return out, ran.stdout


def test_the_summary_keeps_its_form(played: tuple[Path, str]) -> None:
    out, printed = played
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert all(set(check) == {"name", "ok", "detail"} and check["ok"] for check in summary["checks"])
    assert set(summary["wire"]) == {"bytes_up", "bytes_down", "round_trips"}
    assert all(isinstance(seconds, float) for seconds in summary["seconds"].values())
    assert Path(summary["data_dir"]).is_dir()
    assert (summary["counts"]["undangan"], summary["counts"]["hadir"], summary["counts"]["usulan"]) == (64, 73, 48)
    assert printed.count(" s\n") >= len(summary["seconds"])
    for name in summary["documents"].values():
        assert Path(name).read_bytes().startswith(b"%PDF-")


def test_what_it_left_opens_again_and_holds_together(played: tuple[Path, str]) -> None:
    out, _ = played
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    with opened(out / "data") as desa:
        assert desa.forum.aktif().id == summary["forum"]
        assert replay.first_break(desa.desk.connection) is None
        assert len(desa.jawaban.bukti()) == 48
        ranks = {row["usulan"]: row["peringkat"] for row in summary["ranks"]}
        labels = {usulan.id: usulan.label for usulan in desa.usulan.daftar()}
        assert {labels[row.usulan]: row.peringkat for row in desa.prioritas.hasil().baris} == ranks


def test_the_printed_order_is_the_agreed_order(played: tuple[Path, str]) -> None:
    out, _ = played
    with opened(out / "data") as desa:
        usulan = {item.id: item for item in desa.usulan.daftar()}
        agreed = [usulan[b.usulan] for b in desa.kesepakatan.sekarang().butir if b.keluaran == "ke_kecamatan"]
    pages = pypdf.PdfReader(out / "dokumen" / "Lampiran II Prioritas.pdf").pages
    text = " ".join(page.extract_text() for page in pages)
    places = [text.index(f"({item.label})") for item in agreed]
    assert places == sorted(places)
    assert len(places) == 12


def test_every_picture_shows_a_window(played: tuple[Path, str]) -> None:
    out, _ = played
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert len(summary["pictures"]) > 20
    for name in summary["pictures"]:
        data = (out / "gambar" / name).read_bytes()
        assert data.startswith(b"\x89PNG")
        width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        beside = name in WITH_THE_HALL
        assert height == 614
        assert width > 1093 if beside else width == 1093, name


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("penting")
    command = [sys.executable, "-m", "musrenbang_desktop", "demo", "--out", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert (tmp_path / "surat.txt").read_text() == "penting"
