"""W4: usulan, typed while people speak and completed in the break."""
