"""Writes down and locks away: what was heard, what was decided, what must still be said."""
