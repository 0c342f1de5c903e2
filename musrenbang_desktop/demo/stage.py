"""What every step of the demo works with: the window, the hands, the clock of the day, the folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from musrenbang_desktop.bootstrap import Desk
from musrenbang_desktop.demo.kabupaten import Kabupaten
from musrenbang_desktop.demo.meter import Meter
from musrenbang_desktop.demo.progress import Progress
from musrenbang_desktop.demo.village import sample
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import Contoh

if TYPE_CHECKING:
    from ui.app import Desktop
    from ui.robot import Robot

WIB = timezone(timedelta(hours=7))


class DayClock:
    """The wall clock of the hall. It stands still unless the story moves it, one second at each look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 1, 21, 7, 0, tzinfo=WIB)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def set(self, hour: str) -> None:
        """``07.58``: the clock on the wall of the balai desa; it never goes back."""
        hours, minutes = (int(part) for part in hour.split("."))
        self._now = max(self._now, self._now.replace(hour=hours, minute=minutes, second=0))


@dataclass(slots=True)
class Stage:
    """One run of the demo."""

    out: Path
    desk: Desk
    clock: DayClock
    kabupaten: Kabupaten
    progress: Progress
    desktop: Desktop
    robot: Robot
    sample: Contoh = field(default_factory=sample)
    facts: dict[str, object] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    """keys of the sample (``u01``, ``p01``) -> record ids"""
    meter: Meter | None = None

    @property
    def services(self) -> Layanan:
        """The services of the open data folder, to look at what the window wrote."""
        return self.desk.services

    def open_page(self, key: str) -> None:
        """Go to a page as a click on the navigation does."""
        self.desktop.window.show_page(key)
        self.robot.settle()

    def idle(self) -> bool:
        """Whether no background work is under way."""
        return not self.desktop.background.busy

    def picture(self, name: str) -> None:
        """Photograph the window."""
        self.robot.picture(self.out / "gambar" / f"{name}.png")

    def picture_with_hall(self, name: str) -> None:
        """Photograph the window with the layar of the hall beside it."""
        self.robot.picture_beside(self.out / "gambar" / f"{name}.png")

    def read_by_hall(self) -> list[str]:
        """The words on the layar."""
        page: Any = self.desktop.window.stack.ready("layar")
        window = page.projector.window
        return [text.words for text in window.frame.texts] if window else []

    def pages(self) -> list[str]:
        """The keys of every page of the window."""
        from ui.pages import PAGES

        return [page.key for page in PAGES]

    def stay(self) -> None:
        """Leave the window to whoever watches."""
        self.desktop.run()


@contextmanager
def open_stage(out: Path, desk: Desk, clock: DayClock, kabupaten: Kabupaten, progress: Progress) -> Iterator[Stage]:
    """Show the window at the size of a small laptop and put hands to it."""
    from ui.app import Desktop, make_application
    from ui.robot import Robot

    (out / "gambar").mkdir(exist_ok=True)
    app = make_application()
    desktop = Desktop(app, desk.services, desk.folder, alone=True)
    desktop.window.resize(1093, 614)
    desktop.window.show()
    robot = Robot(app, desktop.window)
    robot.settle()
    stage = Stage(out, desk, clock, kabupaten, progress, desktop, robot)
    try:
        yield stage
    finally:
        if stage.meter:
            stage.meter.close()
        desktop.window.close()
        desktop.close()
