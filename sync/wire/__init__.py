"""Messages that both ends share. No network, no database, no Django."""
