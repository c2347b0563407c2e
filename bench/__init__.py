"""Measures Vigil on this machine, doing the real work, and says which aims were met and missed."""
