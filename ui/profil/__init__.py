"""Bentuk formulir: a kabupaten's copy of a form profile, edited beside the paper that it makes."""
