"""``python -m sync.kabupaten``."""

from __future__ import annotations

import sys

from sync.kabupaten.cli import main

sys.exit(main())
