"""A refusal: the reason in words, signed when it belongs to a request that can be named."""

from __future__ import annotations

from sync.wire import problem
from sync.wire.batch import Append
from sync.wire.problem import Kind


class Refusal(Exception):
    """Raised by whatever refuses; the view turns it into problem details."""

    def __init__(
        self, kind: Kind, title: str, status: int, append: Append | None = None, *, ack: int = 0, head: str = "",
        wait: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(title)
        self.kind = kind
        self.status = status
        self.wait = wait
        self.body = problem.write(kind, title, status, nonce=append.n if append else "", ack=ack, head=head)
