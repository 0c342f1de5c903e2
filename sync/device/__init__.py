"""The laptop's end: enrolment, exchange, errors. The only place that opens a connection."""
