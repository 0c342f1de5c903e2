"""The sections of the page Siapkan, in their order. A section is imported when it is first shown.

To add one: a file in this folder with a class of :class:`ui.siapkan.section.Section`, and a line in ``SECTIONS``.
``page.go("siapkan", "tim")`` opens the page at the section of that key, ``"tim.notulis"`` at one part of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication

from ui.page import Page
from ui.siapkan.section import Section
from ui.translation import QT_TRANSLATE_NOOP

SectionFactory = Callable[[Page], Section]


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """Where a section stands: its key, its name on the tab, and what makes it.

    One that is ``at_start`` also stands below the fields that begin a forum, when there may be none yet; one with
    ``practice`` False is not in the practice room.
    """

    key: str
    name: str
    make: SectionFactory
    at_start: bool = False
    practice: bool = True

    @property
    def shown_name(self) -> str:
        """The name in the language of the operator."""
        return QCoreApplication.translate("Siapkan", self.name)


def _from(module: str, class_name: str) -> SectionFactory:
    def make(page: Page) -> Section:
        section_class: type[Section] = getattr(import_module(module), class_name)
        return section_class(page)

    return make


SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("fakta", QT_TRANSLATE_NOOP("Siapkan", "Data forum"), _from("ui.siapkan.fakta", "FaktaSection")),
    SectionSpec("tim", QT_TRANSLATE_NOOP("Siapkan", "Tim"), _from("ui.siapkan.tim", "TimSection")),
    SectionSpec("acara", QT_TRANSLATE_NOOP("Siapkan", "Susunan acara"), _from("ui.siapkan.acara", "AcaraSection")),
    SectionSpec(
        "dasar", QT_TRANSLATE_NOOP("Siapkan", "Data dasar"), _from("ui.siapkan.data_dasar", "DataDasarSection")
    ),
    SectionSpec("pagu", QT_TRANSLATE_NOOP("Siapkan", "Pagu"), _from("ui.siapkan.pagu", "PaguSection")),
    SectionSpec("unsur", QT_TRANSLATE_NOOP("Siapkan", "Unsur"), _from("ui.siapkan.unsur", "UnsurSection")),
    SectionSpec(
        "forum_lain", QT_TRANSLATE_NOOP("Siapkan", "Forum lain"), _from("ui.siapkan.forum_lain", "ForumLainSection")
    ),
    SectionSpec("paket", QT_TRANSLATE_NOOP("Siapkan", "Paket kabupaten"), _from("ui.siapkan.paket", "PaketSection")),
    SectionSpec(
        "gladi",
        QT_TRANSLATE_NOOP("Siapkan", "Gladi bersih"),
        _from("ui.siapkan.gladi", "GladiSection"),
        practice=False,
    ),
)
