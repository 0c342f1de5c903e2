"""Undangan: who is asked to come."""
