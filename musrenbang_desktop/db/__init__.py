"""The only SQL of the desktop: connection, schema, journal table, projections, queries, copies."""
