"""Mode Layar: what the hall sees on the projector, and the operator's remote control for it."""
