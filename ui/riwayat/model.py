"""How an act is shown."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from musrenbang_desktop.services.riwayat import Langkah
from ui.table import Column

#: Keeps the time whole inside the frame of the chosen cell.
_ROOM = "\N{EN SPACE}"


def columns() -> list[Column[Langkah]]:
    """When, and what."""
    return [
        Column(
            key="jam",
            title=QCoreApplication.translate("Riwayat", "Waktu"),
            value=lambda act: act.jam,
            text=lambda act: f"{when(act.jam)}{_ROOM}",
        ),
        Column(
            key="kalimat",
            title=QCoreApplication.translate("Riwayat", "Yang dilakukan"),
            value=lambda act: act.kalimat,
            text=lambda act: act.kalimat[:1].upper() + act.kalimat[1:],
            tooltip=lambda act: act.kalimat,
        ),
    ]


def when(jam: str) -> str:
    """``21 Jan 09.14.32`` from the recorded moment."""
    try:
        moment = datetime.fromisoformat(jam)
    except ValueError:
        return jam
    return day_and_hour(moment)


def day_and_hour(moment: datetime) -> str:
    """``21 Jan 09.14.32``."""
    return (
        f"{moment.day} {QLocale().standaloneMonthName(moment.month, QLocale.FormatType.ShortFormat)} {moment:%H.%M.%S}"
    )


def details(act: Langkah, most: int = 20) -> str:
    """The lines of an act that did several things at once."""
    lines = [f"• {line}" for line in act.rincian[:most]]
    if len(act.rincian) > most:
        lines.append(QCoreApplication.translate("Riwayat", "… dan {n} lagi").format(n=len(act.rincian) - most))
    return "\n".join(lines)
