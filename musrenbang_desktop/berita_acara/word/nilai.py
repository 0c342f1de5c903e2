"""What a field of a template holds when it is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Nilai: TypeAlias = "str | Mapping[str, Nilai] | Sequence[Mapping[str, Nilai]]"
"""Text, parts by name, or rows."""
