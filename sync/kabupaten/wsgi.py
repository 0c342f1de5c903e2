"""The server as a WSGI application, for waitress or any other WSGI server."""

from __future__ import annotations

import os

from sync.kabupaten.database import use_newer_sqlite

use_newer_sqlite()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sync.kabupaten.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - the library must be chosen before Django loads it

application = get_wsgi_application()
