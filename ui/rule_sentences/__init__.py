"""What the operator reads for a rule of the domain that was broken, one module for each part of the work.

A key is the ``field`` and the ``code`` of the :class:`~musrenbang_desktop.domain.errors.RuleBroken`; a sentence for any
field that breaks a rule of this code has the field ``""``. ``{text}`` becomes the text that came with the error. A
sentence says what happened, and where it helps what is safe and what to do.
"""

from __future__ import annotations

from ui.rule_sentences import any_field, hadir, lampiran, nilai, sepakat, siapkan, suara, usulan

PARTS = (siapkan, hadir, usulan, lampiran, nilai, suara, sepakat, any_field)

SENTENCES: dict[tuple[str, str], str] = {rule: text for part in PARTS for rule, text in part.SENTENCES.items()}
