"""Words that the pages of imports share with others."""

from __future__ import annotations

CLIPBOARD = "papan-klip"
"""The record of the page of imports that stands for what was copied."""
