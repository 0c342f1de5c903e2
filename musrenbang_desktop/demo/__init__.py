"""The whole day on the invented village, through the real windows and against a real server: ``musrenbang demo``."""
