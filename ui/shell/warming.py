"""What the pages are made of is loaded while nobody waits, one module at a time, so that a first opening only builds.

Modules are loaded on the window's own thread: types of Qt complete themselves when they are first named, and two
threads must not do that at once.
"""

from __future__ import annotations

import gc
import logging
import pkgutil
import time
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

log = logging.getLogger(__name__)

BEGIN_MS = 700
"""After the first picture: the operator looks, and perhaps opens a page at once."""
PAUSE_MS = 30
"""Between two turns; a key that is pressed comes first."""
TURN_SECONDS = 0.015
"""A turn begins no other module after this time."""

#: What the pages stand on; the packages of ui follow, and in each the parts before the page: each step stays small.
PACKAGES = (
    "musrenbang_desktop.domain",
    "musrenbang_desktop.db.queries",
    "musrenbang_desktop.likeness",
    "musrenbang_desktop.ranking",
    "musrenbang_desktop.reference",
    "musrenbang_desktop.exchange",
    "musrenbang_desktop.services",
    "sync.device",
)


#: Package -> what its first module would bring along all at once.
BEFORE = {
    "musrenbang_desktop.exchange": ("musrenbang_desktop.exchange.usulan_values",),
    "musrenbang_desktop.services": (
        "musrenbang_desktop.berita_acara.isi_risalah",
        "musrenbang_desktop.berita_acara.isi_sehari",
        "musrenbang_desktop.berita_acara.isi",
        "musrenbang_desktop.db.replay",
        "musrenbang_desktop.services.lampiran",
        "musrenbang_desktop.services.prioritas",
        "musrenbang_desktop.services.paket",
        "musrenbang_desktop.services.isi_peringatan",
        "musrenbang_desktop.services.kehadiran",
        "musrenbang_desktop.services.kesepakatan",
        "musrenbang_desktop.services.layar",
        "musrenbang_desktop.services.segel",
        "musrenbang_desktop.services.isi_sehari",
        "musrenbang_desktop.services.isi_dokumen",
    ),
    "sync.device": ("msgspec", "http.client", "urllib.request", "http.cookiejar", "sync.wire.batch"),
}
#: What shipped files say, read once in a program: the first page that names the forms would wait for it.
FORMS = "musrenbang_desktop.reference.profile"
LAYERS = "musrenbang_desktop.reference.profile_layers"
#: What shows the pages of a PDF.
PREVIEW = ("pypdfium2_raw.bindings", "pypdfium2")
#: Qt completes its types when one of them is first asked for: the first list of a page would wait for all of these.
TYPES = {
    "PySide6.QtWidgets": ("QGraphics", "QStyleOption", "QCommonStyle", "QProxyStyle"),
    "PySide6.QtGui": ("QRhi", "QShader", "QVector", "QMatrix", "QQuaternion", "QText", "QStandard", "QAccessible"),
}
"""Module -> how the names of those begin that no page needs"""


def modules() -> Iterator[str]:
    """All of them, one by one; a package is looked into when its turn comes."""
    for package in (*PACKAGES, *(f"ui.{name}" for name in _inside("ui", packages=True))):
        yield package
        yield from BEFORE.get(package, ())
        for name in sorted(_inside(package, packages=False), key=lambda name: (name.endswith("page"), name)):
            yield f"{package}.{name}"


def everything() -> Iterator[str]:
    """The modules, forms as ``module:read(name)``, the types of Qt as ``module:name``, and what draws the papers."""
    yield from modules()
    layers = import_module(LAYERS)
    yield from (f"{LAYERS}:shipped({name})" for name in (layers.UMUM, *layers.names()))
    yield from (f"{FORMS}:load({name})" for name in layers.names())
    for module, unneeded in TYPES.items():
        yield from (f"{module}:{name}" for name in dir(import_module(module)) if _is_type(name, unneeded))
    yield from import_module("musrenbang_desktop.berita_acara.ahead").MODULES
    yield from PREVIEW


def load(name: str) -> object:
    """A module, one name of it, or what one of its functions reads. Raises ImportError."""
    module, _, inside = name.partition(":")
    found = import_module(module)
    inside, _, argument = inside.rstrip(")").partition("(")
    if argument:
        return getattr(found, inside)(argument)
    return getattr(found, inside, None) if inside else found


def _is_type(name: str, unneeded: tuple[str, ...]) -> bool:
    return name.startswith("Q") and not name.startswith(unneeded)


def _inside(package: str, *, packages: bool) -> list[str]:
    """The names of the packages in a package, or of its modules."""
    found = pkgutil.iter_modules(import_module(package).__path__)
    return [name for _, name, inner in found if inner is packages]


class Warming(QObject):
    """Loads a few modules, then waits for its next turn; ends by itself."""

    finished = Signal()

    def __init__(self, parent: QObject, load: Callable[[str], object] = load) -> None:
        super().__init__(parent)
        self._load = load
        self._left = everything()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Once, when the first picture is there."""
        self._timer.start(BEGIN_MS)

    def _go_on(self) -> None:
        if self._take_turn():
            self._timer.start(PAUSE_MS)
        else:
            self.finished.emit()

    def _take_turn(self) -> bool:
        """Load for a moment; False when nothing is left.

        What is loaded stays to the end: the collector need not look at it again, neither now nor while somebody types.
        """
        collecting = gc.isenabled()
        gc.disable()
        try:
            until = time.perf_counter() + TURN_SECONDS
            while time.perf_counter() < until:
                name = next(self._left, None)
                if name is None:
                    return False
                self._try(name)
            return True
        finally:
            gc.freeze()
            if collecting:
                gc.enable()

    def _try(self, name: str) -> None:
        try:
            self._load(name)
        except Exception:  # its page says so when it is opened
            log.warning("not loaded ahead: %s", name, exc_info=True)
