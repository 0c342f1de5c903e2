"""W5: pairs of usulan that may be the same one, side by side."""
