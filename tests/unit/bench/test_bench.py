"""Every part of the benchmark works; no time is judged here."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from bench.__main__ import TOPICS, main
from bench.report import markdown, number, samples
from bench.row import Figure, Plan, Ratio, Section
from bench.timing import alternate, percentile


@pytest.mark.parametrize("topic", TOPICS)
def test_a_quick_run_gives_rows(topic: str) -> None:
    section = importlib.import_module(f"bench.{topic}").measure(Plan(quick=True))
    assert section.rows
    for row in section.rows:
        if isinstance(row, Ratio):
            assert row.ratio > 0
            assert len(row.ours) == len(row.peer) > 0
        else:
            assert row.value >= 0


def test_one_act_costs_one_fsync() -> None:
    rows = importlib.import_module("bench.write").measure(Plan(quick=True)).rows
    counted = [row for row in rows if isinstance(row, Figure)]
    if not counted:
        pytest.skip("strace is not here")
    assert counted[0].reached, counted


def test_a_quick_run_of_one_topic_writes_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "performance.md"
    assert main(["--quick", "ranking", "--out", str(page)]) == 0
    assert "| rank 20 usulan" in page.read_text(encoding="utf-8")
    assert "Ranking" in capsys.readouterr().out


def test_an_unknown_topic_is_a_wrong_call() -> None:
    with pytest.raises(SystemExit) as left:
        main(["speed"])
    assert left.value.code == 2


def test_a_ratio_compares_neighbouring_runs() -> None:
    row = Ratio(what="save", ours=[1, 20, 3], peer_name="floor", peer=[1, 10, 1], budget=1.9)
    assert row.ratio == 2
    assert row.reached is False


def test_the_page_names_what_is_missed_and_what_failed() -> None:
    section = Section(
        "Saving",
        [
            Ratio(what="save", ours=[3], peer_name="floor", peer=[1], unit="us", budget=1.6),
            Figure(what="fsyncs", value=1, budget=1.05),
            Figure(what="bytes", value=12_345, unit="B"),
        ],
    )
    page = markdown([section], ["start (NoWindow: nothing was painted)"], "a machine", "some versions")
    assert "**1 of 2 limits reached.**" in page
    assert "Not reached: save, against floor (ratio 3.00, limit 1.6)." in page
    assert "Not measured because it failed: start (NoWindow: nothing was painted)." in page
    assert "| save | 3 us | floor: 1 us | 3.00 | 1.6 | **no** |" in page
    assert "| bytes | 12,345 B |  |  |  |  |" in page


def test_runs_alternate_after_a_warm_up() -> None:
    order: list[str] = []

    def job(name: str) -> float:
        order.append(name)
        return float(len(order))

    found = alternate({"a": lambda: job("a"), "b": lambda: job("b")}, 2)
    assert order == ["a", "b"] * 3
    assert found == {"a": [3.0, 5.0], "b": [4.0, 6.0]}


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (0.16219, "0.162"), (12.34, "12.3"), (231.4, "231"), (1000.0, "1,000"), (12345.6, "12,346")],
)
def test_numbers_keep_three_digits(value: float, text: str) -> None:
    assert number(value) == text


def test_samples_show_their_spread() -> None:
    assert samples([0.2, 0.1, 0.4], "s") == "0.2 (0.1-0.4) s"
    assert samples([2, 2], "MiB") == "2 MiB"


def test_percentiles() -> None:
    assert percentile(range(100), 0.5) == 50
    assert percentile(range(100), 0.99) == 99
    assert percentile([7], 0.99) == 7
