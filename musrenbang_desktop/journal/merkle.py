"""Merkle trees as RFC 9162 (2.1) hashes them: 0x00 before a leaf, 0x01 before a node, so no leaf passes for a node."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf(data: bytes) -> bytes:
    """The hash of one leaf."""
    return hashlib.sha256(b"\x00" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of a node above two others."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The root over the data of ``leaves``; of none it is the hash of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    row = [leaf(data) for data in leaves]
    while len(row) > 1:
        above = [node(row[at], row[at + 1]) for at in range(0, len(row) - 1, 2)]
        row = above + row[len(above) * 2 :]
    return row[0]


def proof(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """What must be known beside leaf ``index`` to find the root, from the bottom up. Raises IndexError."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    half = _split(len(leaves))
    if index < half:
        return [*proof(index, leaves[:half]), root(leaves[half:])]
    return [*proof(index - half, leaves[half:]), root(leaves[:half])]


def root_from_proof(index: int, size: int, data: bytes, path: Sequence[bytes]) -> bytes | None:
    """The root that ``path`` gives for the leaf ``data`` at ``index`` of ``size``; None when it cannot be one."""
    if not 0 <= index < size:
        return None
    at, last, found = index, size - 1, leaf(data)
    for beside in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            found = node(beside, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node(found, beside)
        at, last = at >> 1, last >> 1
    return found if last == 0 else None


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1
