"""The journal: events, their frozen bytes, the hash chain and the device key. No SQL, no network."""
