"""The language of the window. Indonesian is the source; Qt's own buttons and dialogs need a catalogue even so.

The catalogue leaves out the names of keys on purpose: ``QKeySequence("Ctrl+Left")`` reads them in the language of the
window, so a translated *Left* would take the key away.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import resources


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text of a table for translation; it is translated where it is shown. (Qt's own is not typed.)"""
    return text


def speak_language(app: QCoreApplication, language: str = "id") -> list[str]:
    """Install the catalogues of one language and answers their names. Numbers and dates follow Indonesia always."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    installed = []
    for name in (f"qtbase_{language}", f"musrenbang_{language}"):
        file = resources.path("i18n", f"{name}.qm")
        if not file.exists():
            continue  # the source language has no catalogue of its own
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)
            installed.append(name)
    return installed
