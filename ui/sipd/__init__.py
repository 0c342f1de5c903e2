"""Entering usulan in SIPD by hand: each field copied in the order of its form, each usulan ticked."""
