"""The machine that a test sees: an empty home, no window on the screen, no keyring of the person who runs it."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("day", deadline=None, max_examples=60)
settings.register_profile("night", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])

#: Folders that a program of ours may ask for, on Linux and on Windows.
PLACES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "home/run",
}

ISOLATION = pytest.StashKey[tuple[pytest.MonkeyPatch, Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="show the windows of the tests on the real screen")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile(
        config.getoption("--hypothesis-profile", None) or os.environ.get("MUSRENBANG_HYPOTHESIS", "day")
    )
    root = Path(tempfile.mkdtemp(prefix="musrenbang-tests-"))
    patch = pytest.MonkeyPatch()
    for name, folder in PLACES.items():
        place = root / folder
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        patch.setenv(name, str(place))
    # The code of a seal costs 0.2 s and 64 MB by intention: the same question is worked out once.
    patch.setattr(hashlib, "scrypt", functools.cache(hashlib.scrypt))
    patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    patch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        patch.delenv(name)
    if os.environ.get("LC_ALL") in ("C", "POSIX"):
        # Qt warns of a locale without UTF-8; Python itself already reads and writes UTF-8 in it.
        patch.setenv("LC_ALL", "C.UTF-8")
    if not config.getoption("--headed"):
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
    config.stash[ISOLATION] = (patch, root)


def pytest_unconfigure(config: pytest.Config) -> None:
    if ISOLATION in config.stash:
        patch, root = config.stash[ISOLATION]
        patch.undo()
        shutil.rmtree(root, ignore_errors=True)
