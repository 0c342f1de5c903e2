"""What every test gets. The fixtures that watch it are in ``tests/guards``."""

from __future__ import annotations

pytest_plugins = [
    "tests.guards.surroundings",
    "tests.guards.dialogs",
    "tests.guards.logs",
    "tests.guards.threads",
    "tests.guards.order",
    "tests.desk",
    "tests.kabupaten.fixtures",
]
