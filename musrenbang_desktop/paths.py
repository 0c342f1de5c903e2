"""Where the data lies."""

from __future__ import annotations

from pathlib import Path


def default_data_dir() -> Path:
    """The folder of this user: local, not roaming, not among the documents (synced folders break databases)."""
    from platformdirs import user_data_path

    return user_data_path("Musrenbang", appauthor=False, roaming=False)
