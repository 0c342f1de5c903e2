"""Where the private key of this device lies: the system's key store, or a file in the data folder.

The file is the rule for a data folder named on the command line (it must work when carried to another computer) and the
fallback where the system has no key store.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from musrenbang_desktop.journal import keys

SERVICE = "Musrenbang Desktop"
FILE_NAME = "perangkat.kunci"


class KeyMissing(Exception):
    """The private key of this data folder is gone; ``str()`` is the sentence to show."""


class KeyPlace(Protocol):
    """Where the key of a device is made and kept."""

    def create(self) -> bytes:
        """Make a key, keep it, return its public half."""

    def private(self, device: str) -> bytes:
        """The private key of ``device``; raises KeyMissing."""


class FileKeys:
    """One key in one file that only its owner can read."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def create(self) -> bytes:
        """Make a key, keep it, return its public half. A key of another device that lies here is put aside."""
        private = keys.new_private_key()
        if self._path.exists():
            self._path.replace(self._path.with_name(f"{FILE_NAME}-{os.urandom(4).hex()}"))
        self.put(private)
        return keys.public_key(private)

    def put(self, private: bytes) -> None:
        """Keep an existing key."""
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(private.hex().encode())
            file.flush()
            os.fsync(file.fileno())

    def private(self, device: str) -> bytes:
        """The private key; raises KeyMissing when it is gone or belongs to another device."""
        try:
            private = bytes.fromhex(self._path.read_text(encoding="ascii"))
            found = keys.device_id(keys.public_key(private))
        except (OSError, ValueError) as error:
            raise _missing() from error
        if found != device:
            raise _missing()
        return private


class SystemKeys:
    """The key store of the system; falls back to a file when there is none."""

    def __init__(self, folder: Path) -> None:
        self._file = FileKeys(folder)

    def create(self) -> bytes:
        """Make a key, keep it, return its public half."""
        import keyring

        private = keys.new_private_key()
        public = keys.public_key(private)
        try:
            keyring.set_password(SERVICE, keys.device_id(public), private.hex())
        except Exception:  # noqa: BLE001 - a store may fail in its own words (Windows: pywintypes.error)
            self._file.put(private)
        return public

    def private(self, device: str) -> bytes:
        """The private key; raises KeyMissing when it is neither in the store nor in the file."""
        import keyring

        try:
            text = keyring.get_password(SERVICE, device)
        except Exception:  # noqa: BLE001 - as above
            text = None
        return bytes.fromhex(text) if text else self._file.private(device)


def _missing() -> KeyMissing:
    return KeyMissing(
        "Kunci laptop ini tidak ditemukan. Semua data tetap aman dan bisa dicetak. Minta tiket baru dari kabupaten "
        "untuk mengirim."
    )
