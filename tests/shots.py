"""Every page at every size and theme as a picture: ``python -m tests.shots [--out DIR] [PAGE ...]``."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.app import Desktop
    from ui.background import Background

THEMES = ("terang", "gelap", "kontras")
PATIENCE = 15.0
"""Seconds."""


def main() -> None:
    """Fill the village, open each page, save the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", help="keys of the pages; all without")
    parser.add_argument("--out", type=Path, default=Path("shots"))
    parser.add_argument("--themes", nargs="*", default=THEMES[:2])
    parser.add_argument("--empty", action="store_true", help="a new data folder instead of the whole forum")
    parser.add_argument("--open", action="store_true", help="the forum while it is held, not after it was closed")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        _take(options, Path(folder))


def _take(options: argparse.Namespace, folder: Path) -> None:
    from tests.sukamaju import whole_forum
    from tests.ui.pictures import grab_sizes
    from tests.village import opened
    from ui.app import Desktop, make_application
    from ui.pages import PAGES

    app = make_application()
    with opened(folder) as services:
        if not options.empty:
            whole_forum(services, close=not options.open)
        desktop = Desktop(app, services, folder, alone=True)
        desktop.window.show()
        for theme in options.themes:
            desktop.theme.wear(theme)
            for page in PAGES:
                if options.pages and page.key not in options.pages:
                    continue
                desktop.window.show_page(page.key)
                grab_sizes(
                    desktop.window,
                    desktop.theme,
                    options.out,
                    f"{page.key}-{theme}",
                    lambda: _settle(desktop.background),
                )
            if not options.pages or "layar" in options.pages:
                _take_scenes(desktop, theme, options.out)
        desktop.window.close()
        desktop.close()


def _take_scenes(desktop: Desktop, theme: str, out: Path) -> None:
    """What the hall sees: every scene on a small projector and on a wide one, while somebody speaks."""
    from PySide6.QtTest import QTest

    window = desktop.window
    window.show_page("layar")
    page: Any = window.page()
    services = window.services
    if services.forum.aktif() and not services.bicara.berjalan():
        if services.sidang.acara():
            services.sidang.mulai()
        for unsur, sex in zip(services.bicara.unsur()[:5], "LPLLP", strict=False):
            services.bicara.mulai(unsur, sex)
    page.open_screen()
    projector = page.projector
    for width in (1024, 1366):
        projector.window.resize(width, 768)
        for key in projector.scenes:
            projector.choose(key)
            _settle(desktop.background)
            QTest.qWait(20)
            out.mkdir(parents=True, exist_ok=True)
            projector.window.grab().save(str(out / f"layar-{key}-{theme}-{width}.png"))
    projector.stop()


def _settle(background: Background) -> None:
    """Let previews and other background work reach the screen, a quarter of a minute at most."""
    from PySide6.QtTest import QTest

    end = time.monotonic() + PATIENCE
    QTest.qWait(400)
    while background.busy and time.monotonic() < end:
        QTest.qWait(50)


if __name__ == "__main__":
    main()
