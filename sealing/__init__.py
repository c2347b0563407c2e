"""Everything that encrypts; the only room that imports cryptography. Imports nothing of ours."""
