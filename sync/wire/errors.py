"""What can be wrong with a message before anybody looks at its meaning."""

from __future__ import annotations


class Malformed(ValueError):
    """Bytes that are not the message they claim to be."""


class TooLarge(ValueError):
    """A message over the limits."""
