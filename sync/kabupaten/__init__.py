"""The kabupaten's end: one Django project that is one app."""
