"""What a kabupaten prescribes, as data: form profiles and codes."""
