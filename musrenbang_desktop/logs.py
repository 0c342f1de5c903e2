"""The log: a rotating file in the data folder, for whoever helps the operator. It holds ids and kinds of failure,
never people."""

from __future__ import annotations

import logging
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
    handler = _FileWhenNeeded(path)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield path
    finally:
        root.removeHandler(handler)
        handler.close()


class _FileWhenNeeded(logging.Handler):
    """Opens the rotating file at the first record: a day without warnings loads and writes nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._file: logging.Handler | None = None
        self.addFilter(lambda record: not record.getMessage().startswith(_NOISE))

    def emit(self, record: logging.LogRecord) -> None:
        """Pass the record on to the file."""
        if self._file is None:
            self._file = _open(self._path)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


def _open(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
