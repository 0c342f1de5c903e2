"""The fixtures of a running server."""

from __future__ import annotations

from tests.kabupaten.fixtures import backend, new_village, own_server, postgres, server, servers, village

__all__ = ["backend", "new_village", "own_server", "postgres", "server", "servers", "village"]
