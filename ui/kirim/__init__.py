"""W11 Kirim & terima: enrolment, sending, receipts and answers."""
