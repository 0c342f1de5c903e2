"""What waitress itself answers, before the application is asked: in our form and in our words."""

from __future__ import annotations

import copy
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask

from sync.kabupaten import place
from sync.wire import answer, problem
from sync.wire.bungkus import MAX_FILE
from sync.wire.problem import Kind

_COUNTER = "/petugas/bungkus"
#: What a form adds to the file that it carries.
_FORM = 64 * 1024

_UNREADABLE: tuple[Kind, str] = ("bentuk", "Permintaan ini tidak bisa dibaca server kabupaten.")
_WORDS: dict[int, tuple[Kind, str]] = {
    413: ("besar", "Kiriman terlalu besar."),
    431: ("besar", "Kepala permintaan terlalu panjang."),
    500: ("sibuk", "Server sedang bermasalah. Coba lagi beberapa saat lagi."),
}


class Parser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """Takes a whole bungkus at the counter; everywhere else a request is as short as a message."""

    adj: Any

    def parse_header(self, header_plus: bytes) -> None:
        """Called by waitress once the head of a request is there. Raises ParsingError, which is answered."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # an address that is none; left alone it would only cut the connection
            raise ParsingError("Invalid address") from error
        if self.path == _COUNTER:
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = MAX_FILE + _FORM


class Refusal(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """Problem details with an Indonesian title, signed as every answer is."""

    def execute(self) -> None:
        """Called by waitress for a request that it does not hand on."""
        error: Any = self.request.error
        kind, title = _WORDS.get(error.code, _UNREADABLE)
        body = problem.write(kind, title, error.code)
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [
            ("Content-Type", problem.MEDIA_TYPE),
            (answer.SIGNATURE_HEADER, answer.sign(place.private_key(), body)),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection with these two."""

    parser_class = Parser
    error_task_class = Refusal
