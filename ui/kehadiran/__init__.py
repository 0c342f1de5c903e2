"""Daftar hadir: who is here."""
