"""A laptop that dies between the server's answer and its own commit. Run as a program of its own: folder, address."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from sync.device import exchange, identity
from tests.village import opened


def main(folder: str, address: str) -> None:
    with opened(Path(folder)) as layanan:
        store = layanan.desk.store
        who = replace(identity.identity(store.connection, store.key_place), address=address)
        outgoing = exchange.prepare(store.connection, who)
        answer = exchange.post(outgoing)
        store.connection.set_trace_callback(die_at_commit)
        exchange.apply(store, outgoing, answer)
    sys.exit("still alive")


def die_at_commit(statement: str) -> None:
    if statement.startswith("COMMIT"):
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
