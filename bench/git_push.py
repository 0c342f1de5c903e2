"""What git needs to carry the same facts: a first push, and a push after one line has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.counting import CountingProxy, Passed, free_port, wait_for

_WHO = {f"GIT_{role}_{what}": "bench" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
_WHEN = {f"GIT_{role}_DATE": "2026-01-21T09:00:00+07:00" for role in ("AUTHOR", "COMMITTER")}


def push_twice(root: Path, first: Sequence[str], second: Sequence[str]) -> tuple[Passed, Passed] | None:
    """Traffic of both pushes over git's own protocol; None where git or its daemon is missing."""
    daemon = _daemon()
    if daemon is None:
        return None
    bare, work = root / "bare.git", root / "work"
    _git(root, "init", "-q", "--bare", str(bare))
    _git(root, "init", "-q", str(work))
    port = free_port()
    with subprocess.Popen(
        [daemon, "--reuseaddr", "--listen=127.0.0.1", f"--port={port}", f"--base-path={root}", "--export-all",
         "--enable=receive-pack"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ) as process:  # fmt: skip
        try:
            wait_for(port)
            with CountingProxy(port) as proxy:
                return _commit_and_push(work, proxy, first), _commit_and_push(work, proxy, second)
        finally:
            process.terminate()


def _daemon() -> str | None:
    if shutil.which("git") is None:
        return None
    found = subprocess.run(["git", "--exec-path"], capture_output=True, text=True, check=True).stdout.strip()
    return shutil.which("git-daemon", path=found)


def _commit_and_push(work: Path, proxy: CountingProxy, lines: Sequence[str]) -> Passed:
    (work / "forum.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _git(work, "add", "-A")
    _git(work, "commit", "-q", "-m", "forum")
    proxy.take()
    _git(work, "push", "-q", f"git://127.0.0.1:{proxy.port}/bare.git", "HEAD:refs/heads/main")
    return proxy.take()


def _git(where: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=where, env=_environment(), check=True, capture_output=True)


def _environment() -> dict[str, str]:
    """Nobody's own settings of git."""
    return os.environ | _WHO | _WHEN | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
