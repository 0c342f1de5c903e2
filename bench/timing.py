"""Runs that alternate."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence


def seconds(job: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def alternate(jobs: Mapping[str, Callable[[], float]], runs: int, warm_up: bool = True) -> dict[str, list[float]]:
    """Run all jobs in turn, ``runs`` times; each job returns its own sample. The warm-up is not counted."""
    if warm_up:
        for job in jobs.values():
            job()
    samples: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            samples[name].append(job())
    return samples


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of all values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
