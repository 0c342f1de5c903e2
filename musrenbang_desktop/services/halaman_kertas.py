"""On which page of the paper the words of each sheet of the layar stand: who holds the paper can follow."""

from __future__ import annotations

from collections.abc import Sequence

#: Words that are looked for at once: fewer are found in several places, more are parted by a name or a break.
_RUN = 4
#: Runs of a sheet that are looked for before it counts as being where the one before it was.
_TRIES = 40


def halaman_kertas(layar: bytes, kertas: bytes) -> tuple[tuple[int, ...], int]:
    """For each sheet of the layar the page of the paper, from 1, and how many pages the paper has."""
    pages = [_words(text) for text in _texts(kertas)]
    found: list[int] = []
    at = (0, 0)
    for text in _texts(layar):
        at = _place(_words(text), pages, at)
        found.append(at[0] + 1)
    return tuple(found), len(pages)


def _place(sheet: Sequence[str], pages: Sequence[Sequence[str]], after: tuple[int, int]) -> tuple[int, int]:
    """Where the first words of a sheet stand behind the place of the one before: page and word, from 0."""
    for start in range(max(0, min(len(sheet) - _RUN + 1, _TRIES))):
        run = tuple(sheet[start : start + _RUN])
        for page in range(after[0], len(pages)):
            words = pages[page]
            for at in range(after[1] if page == after[0] else 0, len(words) - _RUN + 1):
                if words[at] == run[0] and tuple(words[at : at + _RUN]) == run:
                    return page, at
    return after


def _words(text: str) -> list[str]:
    """The words without the points between them, so that ``KESATU:`` and ``KESATU :`` are the same."""
    return [word for part in text.casefold().split() if (word := part.strip(".,:;()"))]


def _texts(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(str(text.get_text_range()))
            text.close()
            page.close()
        return found
    finally:
        document.close()
