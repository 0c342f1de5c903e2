"""On what the figures were taken."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

PACKAGES = (
    "pyside6-essentials", "reportlab", "python-calamine", "requests", "msgspec", "django", "waitress", "sqlite-utils",
)  # fmt: skip


def machine() -> str:
    """Processor, memory, system, and what one fdatasync costs here; no names."""
    import psutil

    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {_system()}; "
        f"one fdatasync of a small append takes {_sync_ms():.2f} ms (median); load before the run {_load()}"
    )


def versions() -> str:
    """Python, SQLite and the packages that are measured."""
    from musrenbang_desktop.db.connection import engine

    found = [f"Python {platform.python_version()}", f"SQLite {engine.sqlite_version}"]
    return ", ".join([*found, *(f"{name} {version(name)}" for name in PACKAGES)])


def _system() -> str:
    """The release says something on Windows; on Linux it names whoever built the kernel."""
    return f"Windows {platform.release()}" if sys.platform == "win32" else platform.system()


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _sync_ms() -> float:
    sync = os.fsync if sys.platform in ("win32", "darwin") else os.fdatasync
    times = []
    with tempfile.NamedTemporaryFile(prefix="musrenbang-bench-") as file:
        for _ in range(41):
            file.write(b"x" * 500)
            file.flush()
            start = time.perf_counter()
            sync(file.fileno())
            times.append(time.perf_counter() - start)
    return sorted(times)[20] * 1e3
