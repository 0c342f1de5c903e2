"""The berita acara as a Word file: the same words as the PDF, in a form that the village may change.

docxtpl, jinja2 and lxml are loaded by the first call, not by the import of this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
    from musrenbang_desktop.domain.forum import JenisForum
    from musrenbang_desktop.domain.profile import Profile


def render_word(isi: IsiBeritaAcara, profile: Profile, templat: bytes = b"") -> bytes:
    """The .docx of the whole berita acara, from ``templat`` or from the one that follows the profile.

    The same values always give the same bytes. Raises RuleBroken("templat", "tidak_bisa_diisi").
    """
    from musrenbang_desktop.berita_acara.terms import Terms
    from musrenbang_desktop.berita_acara.word.facts import facts
    from musrenbang_desktop.berita_acara.word.fill import fill
    from musrenbang_desktop.domain.tanggal import parse_tanggal

    terms = Terms(isi, profile)
    title = terms.rujukan
    return fill(
        templat or template_of(profile, isi.forum.jenis),
        facts(terms),
        title=title,
        day=parse_tanggal(isi.forum.tanggal),
    )


def template_of(profile: Profile, jenis: JenisForum) -> bytes:
    """The template of a profile: its paper, margins, columns and signers, with fields instead of facts."""
    from musrenbang_desktop.berita_acara.word.template import build

    return build(profile, jenis)
