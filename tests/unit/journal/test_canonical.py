"""One value has one byte string; bytes that are not exactly that string are refused."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.journal.canonical import NotCanonical, decode, encode

keys = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


@given(values)
def test_reading_back_gives_the_value_and_the_same_bytes(value: object) -> None:
    data = encode(value)
    assert decode(data) == value
    assert encode(decode(data)) == data


@given(st.dictionaries(keys, scalars, max_size=6))
def test_the_order_of_keys_never_matters(value: dict[str, object]) -> None:
    assert encode(dict(reversed(value.items()))) == encode(value)


def test_the_examples_of_rfc_8785_that_the_journal_allows() -> None:
    assert (
        encode({"b": 1, "a": [True, False, None], "c": '€$\n"\\/'})
        == '{"a":[true,false,null],"b":1,"c":"€$\\n\\"\\\\/"}'.encode()
    )


@pytest.mark.parametrize("value", [1.5, {"é": 1}, {1: 2}, "\ud800", 2**53, float("nan"), {"a": object()}, b"x"])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        encode(value)


@given(st.dictionaries(keys, st.integers(0, 9), min_size=1, max_size=3), st.sampled_from([" ", "\n", "\t"]))
def test_other_bytes_of_the_same_value_are_refused(value: dict[str, int], blank: str) -> None:
    with pytest.raises(NotCanonical):
        decode(encode(value) + blank.encode())
    with pytest.raises(NotCanonical):
        decode(json.dumps(value, indent=1).encode())


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(NotCanonical):
        assert encode(decode(data)) == data


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(NotCanonical):
        decode(b"[" * 100_000)
