"""Time, bytes and memory against their floors: ``python -m bench`` (``just bench``) writes docs/performance.md."""
