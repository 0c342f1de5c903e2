"""Siapkan: the facts of the forum."""
