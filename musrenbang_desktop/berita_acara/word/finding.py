"""What *Periksa templat* has found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temuan:
    """One thing to put right: the sentence, and the paragraph of the template in which it stands ("" for the file).

    ``berat`` says that the template cannot be used as it is.
    """

    kalimat: str
    alinea: str = ""
    berat: bool = True
