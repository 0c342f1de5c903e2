"""A key store that fails in its own way never keeps the laptop from having its key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from musrenbang_desktop.journal import keys
from musrenbang_desktop.journal.keystore import KeyMissing, SystemKeys


class BrokenStore(KeyringBackend):
    """Fails as the Windows store does, with an error that keyring does not know."""

    priority = 1.0

    def set_password(self, service: str, username: str, password: str) -> None:
        raise Exception("(1312, 'CredWrite', 'A specified logon session does not exist.')")

    def get_password(self, service: str, username: str) -> str | None:
        raise Exception("(1312, 'CredRead', 'A specified logon session does not exist.')")


@pytest.fixture(autouse=True)
def broken_store() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(BrokenStore())
    yield
    keyring.set_keyring(before)


def test_the_key_lies_in_a_file_when_the_store_fails(tmp_path: Path) -> None:
    place = SystemKeys(tmp_path)
    public = place.create()
    assert keys.public_key(place.private(keys.device_id(public))) == public


def test_a_key_that_is_nowhere_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing, match="tetap aman"):
        SystemKeys(tmp_path).private("00" * 16)
