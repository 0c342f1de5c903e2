"""Every act that an operator can do, so that each is tried with undo, redo and a restart."""
