"""From what the domain and the surroundings report to what the operator reads.

The sentences for the rules of the domain stand in :mod:`ui.rule_sentences`, those for the surroundings here.
"""

from __future__ import annotations

import errno

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.errors import RuleBroken
from ui.rule_sentences import SENTENCES
from ui.translation import QT_TRANSLATE_NOOP

_CONTEXT = "Sentences"

_UNKNOWN_RULE = QT_TRANSLATE_NOOP("Sentences", "Isian ini belum dapat dipakai. Periksa lagi, lalu coba sekali lagi.")


def known(broken: RuleBroken) -> bool:
    """Whether this rule has a sentence of its own (a test asks for every rule of the domain)."""
    return (broken.field, broken.code) in SENTENCES or ("", broken.code) in SENTENCES


def sentence(broken: RuleBroken) -> str:
    """What the operator reads beside the field."""
    text = SENTENCES.get((broken.field, broken.code)) or SENTENCES.get(("", broken.code), _UNKNOWN_RULE)
    return QCoreApplication.translate(_CONTEXT, text).replace("{text}", broken.text)


_TROUBLES: tuple[tuple[type[BaseException], str], ...] = (
    (
        PermissionError,
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Berkas atau folder itu tidak boleh dibuka. Data di program aman. "
            "Tutup program lain yang memakainya, atau pilih tempat lain.",
        ),
    ),
    (
        FileNotFoundError,
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Berkas atau folder itu tidak ada lagi. Data di program aman. "
            "Pasang lagi flashdisk-nya, atau pilih berkas lain.",
        ),
    ),
)
_DISK_FULL = QT_TRANSLATE_NOOP(
    "Sentences", "Ruang penyimpanan penuh. Data di program aman. Kosongkan sebagian, atau pilih tempat lain."
)
_NO_ACCESS = QT_TRANSLATE_NOOP(
    "Sentences", "Berkas itu tidak dapat dibaca atau ditulis. Data di program aman. Coba lagi, atau pilih tempat lain."
)


def trouble_sentence(problem: BaseException) -> str:
    """What the operator reads when the surroundings failed; empty when it is our own mistake."""
    from musrenbang_desktop.db.errors import Trouble  # the window must not wait for the store
    from musrenbang_desktop.journal.keystore import KeyMissing

    if isinstance(problem, Trouble | KeyMissing):
        return str(problem)
    if not isinstance(problem, OSError):
        return ""
    text = _DISK_FULL if problem.errno == errno.ENOSPC else _NO_ACCESS
    for kind, words in _TROUBLES:
        if isinstance(problem, kind):
            text = words
    return QCoreApplication.translate(_CONTEXT, text)
