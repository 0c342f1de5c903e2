"""Files of others in and out: Excel, CSV. Knows the domain, no database and no windows."""
