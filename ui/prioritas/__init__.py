"""W6: rules that everybody sees, scores typed by groups, and the exact ranking with its reasons."""
