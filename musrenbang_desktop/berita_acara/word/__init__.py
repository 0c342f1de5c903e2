"""The berita acara of every form and the notulen as Word files: the words of the PDF, for the village to change.

docxtpl, jinja2 and lxml are loaded by the first call, not by the import of this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musrenbang_desktop.berita_acara.word.forms import JenisWord, bentuk_of

if TYPE_CHECKING:
    from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
    from musrenbang_desktop.domain.forum import Forum
    from musrenbang_desktop.domain.profile import Profile


def render_word(isi: IsiBeritaAcara, profile: Profile, templat: bytes = b"", jenis: JenisWord = "lengkap") -> bytes:
    """The .docx of one paper, with all its annexes, from ``templat`` or from the one that follows the profile.

    The same values always give the same bytes. Raises RuleBroken("templat", "tidak_bisa_diisi").
    """
    from musrenbang_desktop.berita_acara import isi_untuk
    from musrenbang_desktop.berita_acara.terms import Terms
    from musrenbang_desktop.berita_acara.word.facts import facts
    from musrenbang_desktop.berita_acara.word.fill import fill
    from musrenbang_desktop.domain.tanggal import parse_tanggal

    terms = Terms(isi_untuk(jenis, isi), profile)
    title = terms.rujukan
    return fill(
        templat or template_of(profile, isi.forum, jenis),
        facts(terms, bentuk_of(jenis, isi.forum.tingkat)),
        title=title,
        day=parse_tanggal(isi.forum.tanggal),
    )


def template_of(profile: Profile, forum: Forum, jenis: JenisWord = "lengkap") -> bytes:
    """The template of a profile for such a forum: paper, margins, columns and signers, with fields instead of facts."""
    from musrenbang_desktop.berita_acara.word.template import build

    return build(profile, forum.jenis, bentuk_of(jenis, forum.tingkat))
