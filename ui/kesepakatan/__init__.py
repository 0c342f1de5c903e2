"""W8: what the hall agrees, in an order that it can change with a reason."""
