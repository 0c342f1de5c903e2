"""What drawing a paper loads, in the order in which each step stays small; nothing is loaded by importing this.

A program that shows windows loads it while nobody waits, so that the first preview need not.
"""

from __future__ import annotations

MODULES = (
    "PIL.ExifTags",
    "PIL.Image",
    "reportlab",
    "reportlab.lib.rl_safe_eval",
    "reportlab.lib.utils",
    "reportlab.lib.colors",
    "reportlab.pdfbase.pdfutils",
    "reportlab.pdfbase.pdfdoc",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.textobject",
    "reportlab.pdfgen.canvas",
    "musrenbang_desktop.berita_acara.typeface",
    "musrenbang_desktop.berita_acara.sheet",
    "musrenbang_desktop.berita_acara.table",
    "musrenbang_desktop.berita_acara.qr_matrix",
    "musrenbang_desktop.berita_acara.blocks",
    "musrenbang_desktop.berita_acara.naskah",
    "musrenbang_desktop.berita_acara.minutes",
    "musrenbang_desktop.berita_acara.notulen",
    "musrenbang_desktop.berita_acara.any_forum",
    "musrenbang_desktop.berita_acara.agenda",
    "musrenbang_desktop.berita_acara.answers",
    "musrenbang_desktop.berita_acara.ballots",
    "musrenbang_desktop.berita_acara.books",
    "musrenbang_desktop.berita_acara.decrees",
    "musrenbang_desktop.berita_acara.letters",
    "musrenbang_desktop.berita_acara.origin_lists",
    "musrenbang_desktop.berita_acara.overview",
    "musrenbang_desktop.berita_acara.poster",
    "musrenbang_desktop.berita_acara.slips",
    "musrenbang_desktop.berita_acara.village_plan",
    "musrenbang_desktop.berita_acara.documents",
)
