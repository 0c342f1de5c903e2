"""The whole exchange in one call, for the command line and scripts: until nothing is left, or nothing helps."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from musrenbang_desktop.db.store import Store
from sync.device.errors import NotSent, Refused
from sync.device.exchange import Applied, apply, post, prepare
from sync.device.identity import Identity
from sync.device.link import Link, Traffic
from sync.device.pace import Pace
from sync.wire.answer import Open


@dataclass(slots=True)
class Summary:
    """What a run did."""

    terkirim: int = 0
    bukti: int = 0
    jawaban: int = 0
    cocok: bool | None = None
    catatan: tuple[Open, ...] = ()
    traffic: Traffic = field(default_factory=Traffic)

    def add(self, applied: Applied) -> None:
        """Count one exchange."""
        self.terkirim += applied.terkirim
        self.bukti += applied.bukti
        self.jawaban += applied.jawaban
        self.cocok = applied.cocok
        self.catatan = applied.catatan


def run(
    store: Store,
    identity: Identity,
    *,
    tries: int = 4,
    sleep: Callable[[float], None] = time.sleep,
    report: Callable[[Applied], None] | None = None,
    late: Mapping[str, int] | None = None,
) -> Summary:
    """Exchange until both ends hold the same. ``late`` is the mark of the forum behind its calendar.

    Raises the last NotSent after ``tries`` failures in a row, or one that trying again cannot help.
    """
    pace = Pace()
    idle = 0
    with Link(identity.address) as link:
        summary = Summary(traffic=link.traffic)
        while True:
            try:
                outgoing = prepare(store.connection, identity, pace.size, late)
                applied = apply(store, outgoing, post(outgoing, link=link))
            except NotSent as error:
                wait = pace.failed(error)
                if not error.passing or pace.failures >= tries:
                    raise
                sleep(wait)
                continue
            pace.succeeded()
            summary.add(applied)
            if report is not None:
                report(applied)
            if applied.selesai:
                return summary
            # A server that neither takes nor gives anything must not keep a laptop busy for ever.
            idle = 0 if applied.terkirim or applied.usulan or applied.ack + 1 != outgoing.first else idle + 1
            if idle == tries:
                raise Refused
