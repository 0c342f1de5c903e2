"""The one way to speak to the operator: messages, questions, choosing files.

Nothing else in the program opens a QMessageBox or a QFileDialog, so a test can replace the whole voice by a recorder.
"""

from __future__ import annotations

import logging
import traceback
from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.domain.errors import RuleBroken

log = logging.getLogger(__name__)

Kind = Literal["info", "success", "warning", "error"]


class Action(NamedTuple):
    """A button inside a message: ``Action(self.tr("Coba lagi"), self._send)``."""

    text: str
    run: Callable[[], object]


class Message(NamedTuple):
    """One thing said. ``details`` is for the people who help, and is only ever copied."""

    kind: Kind
    text: str
    action: Action | None = None
    details: str = ""


class Listener(Protocol):
    """Where messages appear: the bar of the window."""

    def show_message(self, message: Message) -> None:
        """Show one message."""


class Say:
    """The voice that pages are given."""

    def info(self, text: str, action: Action | None = None) -> None:
        """Something worth knowing; goes away by itself."""
        self.speak(Message("info", text, action))

    def success(self, text: str, action: Action | None = None) -> None:
        """It worked; goes away by itself."""
        self.speak(Message("success", text, action))

    def warning(self, text: str, action: Action | None = None) -> None:
        """Something needs attention; stays until closed."""
        self.speak(Message("warning", text, action))

    def error(self, text: str, action: Action | None = None, details: str = "") -> None:
        """It did not work: what happened, what is safe, what to do; stays until closed."""
        self.speak(Message("error", text, action, details))

    def trouble(self, problem: BaseException, retry: Callable[[], object] | None = None) -> None:
        """Say any exception in a plain sentence. What is our own mistake is logged with its trace."""
        from ui.sentences import sentence, trouble_sentence  # nothing has gone wrong before the first picture

        action = Action(QCoreApplication.translate("Say", "Coba lagi"), retry) if retry else None
        if isinstance(problem, RuleBroken):
            self.warning(sentence(problem), action)
            return
        known = trouble_sentence(problem)
        if known:
            log.warning("trouble: %s", type(problem).__name__)
            self.error(known, action)
            return
        log.error("our own mistake: %s", report(problem))
        log.debug("the same with its values", exc_info=(type(problem), problem, problem.__traceback__))
        self.error(
            QCoreApplication.translate(
                "Say",
                "Ada langkah yang tidak berjalan semestinya. Semua yang sudah tercatat aman. "
                "Ulangi langkah itu; bila terjadi lagi, salin rincian untuk orang yang membantu.",
            ),
            action,
            details=report(problem),
        )

    @abstractmethod
    def speak(self, message: Message) -> None:
        """Show one message."""
        raise NotImplementedError

    @abstractmethod
    def ask(self, question: str, *, yes: str = "", no: str = "", details: str = "") -> bool:
        """A question that cannot wait; True for ``yes``. Closing it means ``no``."""
        raise NotImplementedError

    @abstractmethod
    def choose_open_file(self, title: str, filters: str, start: str = "") -> Path | None:
        """A file to read: ``filters`` as Qt writes them, ``"Excel (*.xlsx *.xls)"``."""
        raise NotImplementedError

    @abstractmethod
    def choose_open_files(self, title: str, filters: str) -> list[Path]:
        """Several files to read at once; none when the operator closed the window."""
        raise NotImplementedError

    @abstractmethod
    def choose_folder(self, title: str) -> Path | None:
        """A folder: of the phone, of a flash disk, or to write into."""
        raise NotImplementedError

    @abstractmethod
    def choose_save_file(self, title: str, filters: str, suggested: str = "") -> Path | None:
        """A place to write to."""
        raise NotImplementedError


class _Mouth(QObject):
    """Carries messages of any thread to the main thread."""

    spoken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Message] = []
        self._listener: Listener | None = None
        self.spoken.connect(self._deliver)

    def attach(self, listener: Listener) -> None:
        self._listener = listener
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            listener.show_message(message)

    @Slot(object)
    def _deliver(self, message: Message) -> None:
        if self._listener is None:
            self._waiting.append(message)
        else:
            self._listener.show_message(message)


class WindowSay(Say):
    """Speaks through the window; what is said before there is one waits for it."""

    def __init__(self) -> None:
        self._mouth = _Mouth()
        self._window: QWidget | None = None
        self._folder = str(Path.home())

    def attach(self, window: QWidget, listener: Listener) -> None:
        """Speak through this window from now on."""
        self._window = window
        self._mouth.attach(listener)

    def speak(self, message: Message) -> None:
        self._mouth.spoken.emit(message)

    def ask(self, question: str, *, yes: str = "", no: str = "", details: str = "") -> bool:
        from PySide6.QtCore import Qt  # nothing is asked before the first picture
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(QCoreApplication.translate("Say", "Musrenbang"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(details)
        agree = box.addButton(yes or QCoreApplication.translate("Say", "Ya"), QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no or QCoreApplication.translate("Say", "Batal"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse)
        box.setEscapeButton(refuse)
        box.exec()
        return box.clickedButton() is agree

    def choose_open_file(self, title: str, filters: str, start: str = "") -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._window, title, start or self._folder, filters)
        return self._remember(name)

    def choose_open_files(self, title: str, filters: str) -> list[Path]:
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(self._window, title, self._folder, filters)
        if names:
            self._remember(names[0])
        return [Path(name) for name in names]

    def choose_folder(self, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        return self._remember(QFileDialog.getExistingDirectory(self._window, title, self._folder))

    def choose_save_file(self, title: str, filters: str, suggested: str = "") -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._window, title, str(Path(self._folder, suggested)), filters)
        return self._remember(name)

    def _remember(self, name: str) -> Path | None:
        if not name:
            return None
        self._folder = str(Path(name).parent)
        return Path(name)


def report(problem: BaseException) -> str:
    """Where it happened, for people who help: places in our code, never values, so no personal data."""
    parts = []
    link: BaseException | None = problem
    while link is not None:
        parts.append(f"{type(link).__name__}\n{''.join(traceback.format_tb(link.__traceback__))}")
        link = link.__cause__ or link.__context__
    return "\n".join(parts)
