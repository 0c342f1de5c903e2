"""A measurement that needs a process of its own, off screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]


def probe(module: str, *arguments: object) -> Any:
    """What ``python -m MODULE ARGUMENTS`` said in its last line, read as JSON. Raises RuntimeError when it failed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "the probe ended")
    return json.loads(done.stdout.splitlines()[-1])
