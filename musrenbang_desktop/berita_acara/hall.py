"""The berita acara for the layar: the same words on small sheets, so that the letters are large enough for a hall."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.berita_acara.documents import about
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.lower_forum import read_any_in_the_hall
from musrenbang_desktop.berita_acara.sheet import MM, Document
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.profile import Kertas, Profile

SPACING = 1.25


def draw_for_hall(isi: IsiBeritaAcara, profile: Profile, width: float, height: float) -> bytes:
    """A PDF whose sheets are ``width`` x ``height`` letters large; without signatures, lists and names of people.

    Raises RuleBroken when the date or an hour of the forum cannot be read.
    """
    letter = profile.huruf.isi
    unit, edge = letter / MM, letter * 0.8 / MM
    kertas = Kertas(width * unit, height * unit, edge, edge, edge, edge)
    huruf = replace(profile.huruf, judul=letter, spasi=SPACING)
    terms = Terms(isi, replace(profile, kertas=kertas, huruf=huruf))
    document = Document()
    read_any_in_the_hall(Flow(document, terms.profile), terms)
    return document.save(about("berita_acara", terms))
