"""One whole life, played against the stand-in for Telegram with a clock that is pushed."""
