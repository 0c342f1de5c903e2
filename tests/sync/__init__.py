"""The laptop's end of the exchange, against a real server through whatever a network does to it."""
