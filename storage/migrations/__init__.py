"""How the tables came to be as they are: each revision carries what is kept across."""
