"""The kabupaten server in its own process, over real HTTP."""
