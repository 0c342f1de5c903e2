"""From the village to the kabupaten and back: wire (messages), device (laptop), kabupaten (server)."""
