"""Usulan that come to the village office between two forums, each under a ticket number."""
