"""The log: a rotating file in the data folder, for whoever helps the operator. It holds ids and kinds of failure,
never people."""

from __future__ import annotations

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = "log"
_BYTES, _FILES = 1_000_000, 5

#: Qt says this about the offscreen platform at every window; it helps nobody.
_NOISE = "This plugin does not support"


@contextmanager
def logging_to(folder: Path) -> Iterator[Path]:
    """Write warnings and above into ``folder``/log while inside. A log that cannot be opened is no reason to stop
    work.
    """
    path = folder / FOLDER / "musrenbang.log"
    handler = _handler(path)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield path
    finally:
        root.removeHandler(handler)
        handler.close()


def _handler(path: Path) -> logging.Handler:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(lambda record: not record.getMessage().startswith(_NOISE))
    return handler
