"""The floor of an exchange: one gzip POST of JSON lines, one insert a line, one commit, a short answer.

No signatures, no chain, no receipts, no rules. ``python -m bench.plain_server FOLDER PORT``.
"""

from __future__ import annotations

import gzip
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from musrenbang_desktop.db.connection import Connection, open_writer


def make_handler(connection: Connection) -> type[BaseHTTPRequestHandler]:
    """A handler that writes into this database."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            """Take the lines in."""
            lines = gzip.decompress(self.rfile.read(int(self.headers["Content-Length"]))).splitlines()
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT OR REPLACE INTO facts VALUES (?, ?)",
                [(f"{(fact := json.loads(line))['t']} {fact['id']}", line.decode()) for line in lines],
            )
            connection.execute("COMMIT")
            answer = json.dumps({"n": len(lines)}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the standard library
            """Say nothing."""

    return Handler


def serve(folder: Path, port: int) -> None:
    """Until the process is ended."""
    connection = open_writer(folder / "floor.db")
    connection.execute("CREATE TABLE facts (id TEXT PRIMARY KEY, line TEXT)")
    HTTPServer(("127.0.0.1", port), make_handler(connection)).serve_forever()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
