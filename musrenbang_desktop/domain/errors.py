"""What the domain can say when an input breaks a rule."""

from __future__ import annotations


class RuleBroken(ValueError):
    """An input that the operator can put right.

    ``field`` names the field as in the domain (``perkiraan_biaya``), ``code`` the rule that it broke
    (``bukan_angka``). The window turns the code into a sentence, so the domain needs no translator.
    """

    def __init__(self, field: str, code: str, text: str = "") -> None:
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code
        self.text = text
