"""Carries the page on which phones seal, with its notices; no code of ours runs in here."""
