"""The longest tests begin first: one of them begun last would keep the other processes waiting for its end.

All others keep the random order. A test that takes more than some eight seconds alone is marked ``long``.
"""

from __future__ import annotations

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After the shuffling, so that the first process to start takes them."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
