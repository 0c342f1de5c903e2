"""Riwayat: everything that was done, and the way back."""
