"""The limits that both ends keep."""

from __future__ import annotations

MAX_EVENTS = 500
"""Most events in one batch."""

MAX_INFLATED = 1024 * 1024
"""Largest request, after decompression."""

MAX_BODY = 512 * 1024
"""Largest request as it travels."""

MAX_ANSWER = 2 * 1024 * 1024
"""Largest answer, after decompression."""

FIRST_BATCH = 16 * 1024
"""Compressed bytes of the first batch: about four seconds at 32 kbit/s."""

SMALLEST_BATCH = 2 * 1024
LARGEST_BATCH = 256 * 1024

MAX_NEWS = 200
"""Most server events in one answer; the rest follows in the next."""

MAX_NEWS_BYTES = 512 * 1024
"""Most bytes of server events in one answer (but always one event), so that it stays below MAX_ANSWER."""

MAX_VERDICTS = 50
"""Most open verdicts in one answer."""
