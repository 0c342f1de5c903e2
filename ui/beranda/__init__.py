"""Beranda: what is done, what comes next, what needs attention."""
