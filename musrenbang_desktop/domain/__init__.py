"""Values and rules of a Musrenbang. No Qt, no SQL, no clock, no files."""
