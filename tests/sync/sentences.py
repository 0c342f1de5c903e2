"""What every failure says to the operator."""

from __future__ import annotations


def check_sentence(error: BaseException) -> None:
    """What happened, that the data is safe, what to do; no word that only programmers use."""
    text = str(error)
    assert text.count(".") >= 3 and "aman" in text
    assert not {"sync", "error", "submit", "server 500", "http"} & set(text.lower().replace(".", " ").split())
