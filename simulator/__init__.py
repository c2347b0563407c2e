"""A stand-in for Telegram: the Bot API over real HTTP, and people who can be acted."""
