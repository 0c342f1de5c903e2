"""Where the data may lie: on a disk of this laptop. A database on a share is damaged by the first broken connection,
and a folder that another program copies to the internet changes behind the back of this one.
"""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath
from typing import Any

from musrenbang_desktop.db.errors import NoAccess

#: Part of a folder's name, in small letters -> the service that copies such a folder.
_SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drive saya": "Google Drive",
    "icloud": "iCloud",
    "nextcloud": "Nextcloud",
}
_REMOTE = 4
"""DRIVE_REMOTE of Windows"""


def refuse_remote(folder: Path) -> None:
    """Raise NoAccess for a folder on another computer."""
    if is_share(str(folder)) or _is_remote_drive(folder):
        raise NoAccess(
            f"Folder data {folder} ada di komputer lain atau di jaringan. Data di sana mudah rusak ketika sambungan "
            "putus, jadi tidak dibuka. Tidak ada yang berubah. Pilih folder di laptop ini."
        )


def is_share(folder: str) -> bool:
    r"""Whether it is written as a share: ``\\kantor\data`` (a long local path, ``\\?\C:\data``, is none)."""
    drive = PureWindowsPath(folder).drive
    if drive.startswith("\\\\?\\"):
        return drive.upper().startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\")


def copied_by(folder: Path) -> str:
    """The service that copies this folder to the internet, as far as its name tells; nothing for none."""
    parts = [part.casefold() for part in folder.parts]
    return next((name for key, name in _SERVICES.items() if any(part.startswith(key) for part in parts)), "")


def _is_remote_drive(folder: Path) -> bool:
    """Whether a letter stands for a share, as ``Z:`` often does."""
    if os.name != "nt":
        return False
    import ctypes

    windows: Any = getattr(ctypes, "windll")  # noqa: B009 - only there on Windows
    return bool(windows.kernel32.GetDriveTypeW(folder.absolute().anchor) == _REMOTE)
