"""Waitress in front of the application: it takes in a whole request before a thread sees it."""

from __future__ import annotations

import sys
from typing import Any

from sync.wire import limits

_THREADS = 8
#: With a TLS proxy on this machine: who asks, and over what, is what the proxy says; from elsewhere nobody is believed.
_BEHIND_TLS: dict[str, Any] = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_count": 1,
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
}


def serve(host: str, port: int) -> None:
    """Listen until the process ends; writes one line with the address once it is ready. Raises OSError."""
    import waitress
    from django.conf import settings

    from sync.kabupaten.channel import Channel
    from sync.kabupaten.wsgi import application

    server = waitress.create_server(
        application,
        host=host,
        port=port,
        threads=_THREADS,
        ident=None,
        max_request_body_size=limits.MAX_BODY,
        max_request_header_size=16 * 1024,
        channel_timeout=60,
        connection_limit=1000,
        clear_untrusted_proxy_headers=True,
        **(_BEHIND_TLS if settings.SESSION_COOKIE_SECURE else {}),
    )
    server.channel_class = Channel
    address = server.effective_host if ":" not in server.effective_host else f"[{server.effective_host}]"
    sys.stdout.write(f"Server Musrenbang siap di http://{address}:{server.effective_port}\n")
    sys.stdout.flush()
    try:
        server.run()
    finally:
        server.close()
